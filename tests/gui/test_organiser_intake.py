"""Beside the board: laptops, sheets that differ, late files, paper, files set aside, messages to senders."""

from __future__ import annotations

import json
import random
from datetime import datetime

import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtGui import QGuiApplication

from kipp_desktop.exchange import score_file
from kipp_desktop.gui.widgets.rows import CELL_ROLE
from kipp_desktop.services import (
    deciding,
    exporting,
    issuing,
    jurors,
    laptops,
    merging,
    paper,
    quarantine,
)
from tests.gui import organiser_event
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401

INTAKE = 2


@pytest.fixture
def issued(open_event):  # noqa: F811
    opened = open_event("issued")
    opened.window.go_to(INTAKE)
    return opened


def show(opened, name):
    """Bring a tab to the front, the master read anew."""
    page = getattr(opened.window.intake, name)
    opened.window.office.refresh(page.notice)
    opened.settle()
    opened.window.intake.tabs.setCurrentWidget(page)
    return page


def column(table, at):
    return [table.rows.index(row, at).data() for row in range(table.rows.rowCount())]


def tabs(opened):
    bar = opened.window.intake.tabs
    return [bar.tabText(at).replace("&", "") for at in range(bar.count())]


def code_of(opened, folder):
    desk = jurors.open_desk(opened.folder / folder)
    code = desk.device_code
    desk.close()
    return code


def both_confirmed(opened):
    merging.apply(opened.master, [*opened.files, opened.second])
    for one in laptops.laptops(opened.master):
        if one.juror == "J-03":
            deciding.confirm_device(opened.master, "J-03", one.key)


def test_a_further_laptop_is_confirmed_by_the_code_the_juror_reads_out(issued):
    merging.apply(issued.master, [issued.second, *issued.files])
    page = show(issued, "laptops")
    assert "Laptop (2)" in tabs(issued)
    code = code_of(issued, "J-03")
    rows = column(page.table, 1)
    page.table.choose(page.table.rows.key_at(rows.index(code)))

    def wrong(dialog):
        dialog.code.setText(code_of(issued, "J-03b"))
        assert not dialog.confirm.isEnabled() and "bukan kode laptop" in dialog._note.text()

    issued.answer(page.primary, wrong)
    assert {one.state for one in laptops.laptops(issued.master) if one.juror == "J-03"} == {"waiting"}
    issued.answer(page.primary, lambda dialog: dialog.code.setText(code.lower().replace("-", " ")))
    states = {one.code: one.state for one in laptops.laptops(issued.master) if one.juror == "J-03"}
    assert states == {code: "confirmed", code_of(issued, "J-03b"): "waiting"}
    assert "Laptop (1)" in tabs(issued)


def test_a_revoked_laptop_keeps_only_the_files_that_were_ticked(issued):
    both_confirmed(issued)
    page = show(issued, "laptops")
    code = code_of(issued, "J-03b")
    page.table.choose(page.table.rows.key_at(column(page.table, 1).index(code)))

    def fill(dialog):
        assert [box.isChecked() for box in dialog.boxes] == [False]
        dialog.boxes[0].setChecked(True)
        dialog.reason_field.setPlainText("Laptop tertinggal di hotel")

    issued.answer(page.revoke, fill)
    (other,) = [one for one in laptops.laptops(issued.master) if one.code == code]
    assert (other.state, other.kept) == ("revoked", set(other.digests))
    assert "dicabut, 1 berkas berlaku" in column(page.table, 2)
    assert not page.primary.isEnabled()


def test_two_laptops_in_conflict_are_shown_cell_by_cell_and_decided(issued):
    both_confirmed(issued)
    page = show(issued, "contests")
    assert "Beda (1)" in tabs(issued)
    assert column(page.table, 2) == ["perlu keputusan"]
    assert page.views.rows.columnCount() == 3 and page.views.rows.rowCount() == 6
    differs = [page.views.rows.index(row, 0).data(CELL_ROLE).state for row in range(1, 6)]
    assert all(state is not None for state in differs)

    def fill(dialog):
        dialog.buttons.button(0).setChecked(True)
        dialog.reason_field.setPlainText("Juri membenarkan laptop pertama")
        dialog.present_field.setText("Ketua; Sekretaris Panitia")

    issued.answer(page.primary, fill)
    assert column(page.table, 2) == ["diputuskan"]
    assert "Juri membenarkan laptop pertama" in page._rulings.text() and "berlaku" in page._rulings.text()
    assert "Beda" in tabs(issued)
    path = organiser_event.change_again(issued.folder, "J-03b", "04")
    merging.apply(issued.master, [path])
    show(issued, "contests")
    assert column(page.table, 2) == ["keputusan gugur, putuskan lagi"]
    assert "gugur" in page._rulings.text()


def test_a_late_file_is_let_in_by_name(issued):
    merging.apply(issued.master, issued.files)
    deciding.close_intake(issued.master, "final", "Batas waktu")
    merging.apply(issued.master, [organiser_event.change_again(issued.folder, "J-04", "04")])
    page = show(issued, "late")
    assert "Terlambat (1)" in tabs(issued)
    assert "→ 99" in column(page.table, 2)[0]
    assert not page.primary.isEnabled()
    page.table.choose(page.table.rows.key_at(0))
    assert page.primary.text() == "&Ikutkan 1 berkas …"
    issued.answer(page.primary, lambda dialog: dialog._choices.button(0).setChecked(True))
    assert page.table.rows.rowCount() == 0 and "Terlambat" in tabs(issued)
    board = issued.window.office.overview.boards["final"]
    (sheet,) = [one for one in board.sheets if (one.juror, one.entry) == ("J-04", "04")]
    assert sheet.values[0] == 9900


def type_sheet(opened, page, operator, values):
    """Type the chosen or the first sheet as an operator does."""

    def fill(dialog):
        dialog.operator.setText(operator)
        for field, text in zip(dialog.boxes.fields, values, strict=True):
            assert field.text() == "", "what the other operator typed is never shown"
            field.setText(text)

    opened.answer(page.primary, fill)


def test_paper_is_keyed_twice_and_its_one_difference_is_settled(issued):
    page = show(issued, "papers")
    type_sheet(issued, page, "Sri Wahyuningsih", ["80", "81", "82", "83", "84"])
    assert column(page.table, 2) == ["menunggu pengetik kedua"]
    assert "belum dihitung" in page.notice.text()
    page.table.choose(page.table.rows.key_at(0))
    type_sheet(issued, page, "Bambang Triyono", ["80", "81", "28", "83", "84"])
    assert column(page.table, 2) == ["beda: Bermanfaat"] and "Kertas (1)" in tabs(issued)

    def fill(dialog):
        (field,) = dialog.boxes.fields
        field.setText("101")
        assert not dialog.confirm.isEnabled() and "0–100" in dialog.note.text()
        field.setText("82")

    issued.answer(page.resolve, fill)
    assert column(page.table, 2) == ["tercatat, bertanda *"]
    (one,) = paper.papers(issued.master)
    marks = issued.window.receive.part.board.marks.rows
    juror, _, entry = one.place
    row = marks.row_of(juror)
    at = issued.window.receive.part.board._board.entries.index(entry)
    assert marks.index(row, at).data() == "*"
    issued.answer(page.withdraw, lambda dialog: dialog._choices.button(0).setChecked(True))
    assert page.table.rows.rowCount() == 0 and paper.papers(issued.master) == []


def test_the_same_operator_cannot_key_twice(issued):
    page = show(issued, "papers")
    for _ in range(2):
        if page.table.rows.rowCount():
            page.table.choose(page.table.rows.key_at(0))
        type_sheet(issued, page, "Sri Wahyuningsih", ["80", "81", "82", "83", "84"])
    assert "sudah mengetik lembar ini" in page.notice.text()


def test_files_set_aside_are_offered_after_an_upgrade_and_taken_in(issued, monkeypatch):
    future = issued.folder / "dari versi baru.nilai"
    future.write_text(json.dumps({**json.loads(issued.files[0].read_bytes()), "v": 2}))
    page = issued.window.receive
    merging.apply(issued.master, [future])
    show(issued, "receive")
    assert page.notes.retry.isVisible() and "lebih baru" in page.notes._aside_words.text()
    real = score_file.read_outside
    monkeypatch.setattr(quarantine, "__version__", "2.0")
    monkeypatch.setattr(
        score_file, "read_outside", lambda data: real(json.dumps({**json.loads(data), "v": 1}).encode())
    )
    show(issued, "receive")
    assert "lebih lama" in page.notes._aside_words.text()
    issued.click(page.notes.retry)
    assert column(page.plan.table, 2) == ["diterima"]
    assert issued.window.office.overview.files == 1 and not page.notes.isVisible()


def test_a_message_to_the_sender_of_a_refused_file_is_copied(issued):
    bad = issued.folder / "rusak.nilai"
    bad.write_bytes(issued.files[0].read_bytes()[:-300])
    page = issued.window.receive
    page.add_files([bad, issued.files[1]])
    issued.settle()
    page.plan.table.choose(page.plan.table.rows.key_at(1))
    assert not page.plan.ask.isVisible()
    page.plan.table.choose(page.plan.table.rows.key_at(0))
    assert "rusak.nilai" in page.notice.text()
    issued.click(page.plan.ask)
    text = QGuiApplication.clipboard().text()
    assert "rusak.nilai" in text and "KIPP Kabupaten Contoh 2024" in text and "Ekspor nilai" in text


def test_what_people_have_to_look_at_stands_above_the_board(issued):
    merging.apply(issued.master, [*issued.files, issued.second])
    first, second = sorted(
        (one for one in laptops.laptops(issued.master) if one.juror == "J-03"),
        key=lambda one: one.code != code_of(issued, "J-03"),
    )
    from kipp_desktop.services import exporting, receiving

    desk = jurors.open_desk(issued.folder / "J-03b")
    receiving.receive(desk, issued.folder / "J-03.nilai")
    with desk.store.begin() as tx:
        differing = tx.differences()
    for one in differing:
        receiving.resolve(desk, one.stage, one.entry, one.criterion, "theirs")
    exporting.export(desk, issued.folder / "gabungan.nilai")
    desk.close()
    merging.apply(issued.master, [issued.folder / "gabungan.nilai"])
    deciding.confirm_device(issued.master, "J-03", second.key)
    deciding.revoke_device(issued.master, "J-03", first.key, [], "Laptop hilang")
    page = show(issued, "receive")
    assert "gabungan.nilai" in page.notes.findings.text() and "dicabut" in page.notes.findings.text()


def test_a_juror_is_replaced_and_another_leaves_early(issued):
    tab = issued.window.setup.jurors
    issued.window.go_to(0)
    issued.window.setup.tabs.setCurrentWidget(tab)
    tab.table.choose("J-05")

    def fill(dialog):
        dialog.choice.setCurrentIndex(dialog.choice.findData("J-91"))
        dialog.reason_field.setPlainText("Sakit")

    issued.answer(tab.replace, fill)
    rulings = issued.window.office.overview.result.state.rulings
    assert rulings.replaced == {"J-05": "J-91"}
    assert not tab.replace.isEnabled()
    tab.table.choose("J-04")

    def leave(dialog):
        assert abs(dialog.at.dateTime().secsTo(QDateTime.currentDateTime())) < 120
        dialog.at.setDateTime(QDateTime.fromString("2024-10-24 11.30", "yyyy-MM-dd HH.mm"))
        dialog._choices.button(0).setChecked(True)

    issued.answer(tab.leave, leave)
    rulings = issued.window.office.overview.result.state.rulings
    assert rulings.unavailable == {"J-04": "Sakit"}
    left = datetime(2024, 10, 24, 11, 30).astimezone()
    assert datetime.fromisoformat(rulings.left_at["J-04"]) == left
    rows = map(issued.window.plenary.decisions.rows.index, range(3), [1] * 3)
    assert any("24 Okt 2024 11.30" in str(row.data()) for row in rows)


def test_a_spare_seat_that_sent_a_file_is_named_where_it_waits(issued):
    event = organiser_event.Event(issued.master, issued.folder)
    code = next(code for seat, code in issuing.codes(issued.master) if seat.id == "J-91")
    desk = jurors.enrol(next(issued.folder.glob("*-v1.paket")), "J-91", code, event.folder / "J-91")
    organiser_event.score(desk, "01", random.Random(3))
    exporting.export(desk, issued.folder / "J-91.nilai")
    desk.close()
    merging.apply(issued.master, [issued.folder / "J-91.nilai"])
    issued.window.office.refresh(issued.window.plenary.notice)
    issued.settle()
    issued.window.go_to(4)
    page = issued.window.plenary
    page.gaps.choose(next(at for at, gap in enumerate(page._shown) if gap.juror == "J-91"))
    assert page.settle.text() == "Isi &kursi …"

    def fill(dialog):
        for field, text in (
            (dialog.name, "Dra. Endang Sulistyowati"),
            (dialog.institution, "Inspektorat"),
            (dialog.letter, "800/12/2024"),
        ):
            field.setText(text)

    issued.answer(page.settle, fill)
    board = issued.window.office.overview.boards["final"]
    assert "J-91" in board.jurors
