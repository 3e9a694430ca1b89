"""Steps 2 and 3: the package goes out, files come in, the board says where things stand."""

from __future__ import annotations

import shutil
import threading

import pytest
from PySide6.QtGui import QGuiApplication

from kipp_desktop.gui.models.jurors import COVERED
from kipp_desktop.gui.pages.organiser_office import until_cancelled
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.rows import CELL_ROLE
from kipp_desktop.gui.widgets.state_mark import State
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


@pytest.fixture
def issued(open_event):  # noqa: F811
    return open_event("issued")


def _marks(board):
    rows = board.marks.rows
    return {
        (rows.key_at(r), board._board.entries[c]): rows.index(r, c).data(CELL_ROLE).state
        for r in range(rows.rowCount())
        for c in range(rows.columnCount())
    }


def _column(table, column):
    return [table.rows.index(row, column).data() for row in range(table.rows.rowCount())]


def test_issuing_writes_the_package_and_says_its_code(open_event):  # noqa: F811
    opened = open_event("new")
    page = opened.window.share
    opened.window.go_to(1)
    assert page.primary.isEnabled() and not page.slips.isEnabled()
    page.issue(opened.folder)
    opened.settle()
    assert list(opened.folder.glob("*-v1.paket"))
    assert "Versi 1 ditulis" in page.notice.text()
    assert opened.window.office.overview.version == 1
    assert "versi 1 terbit" in opened.window.rail._steps[1].facts
    assert "FINAL" not in page.primary.text() and page.slips.isEnabled()


def test_codes_are_covered_until_asked_for_and_again_after_leaving(issued):
    page = issued.window.share
    issued.window.go_to(1)
    assert set(_column(page.seats, 3)) == {COVERED}
    issued.click(page.reveal)
    shown = _column(page.seats, 3)
    assert COVERED not in shown and all(len(code) == 11 for code in shown)
    issued.window.go_to(2)
    assert set(_column(page.seats, 3)) == {COVERED}


def test_slips_are_shown_as_pages_and_saved(issued):
    page = issued.window.share
    issued.window.go_to(1)
    issued.click(page.slips)
    dialog = next(one for one in page.children() if hasattr(one, "save_wanted"))
    assert dialog.preview.pages >= 1 and "J-01" in dialog.preview.text()
    dialog.save_wanted.emit(issued.folder / "slip.pdf")
    issued.settle()
    assert (issued.folder / "slip.pdf").read_bytes().startswith(b"%PDF")
    dialog.reject()


def test_a_changed_setup_asks_for_another_version(issued):
    identity = issued.window.setup.identity
    identity.theme.setText("Tema lain")
    issued.click(identity.save)
    assert issued.window.office.overview.outdated
    assert "perlu versi 2" in issued.window.rail._steps[1].facts


def test_a_plan_writes_nothing(issued):
    page = issued.window.receive
    issued.window.go_to(2)
    assert page.drop.isVisible() and not page.primary.isVisible()
    page.add_files(issued.files)
    issued.settle()
    assert set(_column(page.plan.table, 2)) == {"siap digabung"}
    assert page.primary.text() == "&Gabungkan 5 berkas"
    assert issued.window.office.overview.files == 0


def test_merging_fills_the_board(issued):
    page = issued.window.receive
    issued.window.go_to(2)
    page.add_files(issued.files)
    issued.settle()
    issued.click(page.primary)
    assert set(_column(page.plan.table, 2)) == {"diterima"}
    assert issued.window.office.overview.files == 5
    marks = _marks(page.part.board)
    assert marks["J-01", "01"] is State.LOCKED
    assert marks["J-02", "05"] is State.ABSTAINED
    assert marks["J-03", "20"] is State.EMPTY
    assert marks["J-05", "08"] is State.PARTIAL
    assert _column(page.part.board.done, 0) == ["10/10", "9/9", "9/10", "10/10", "5/10"]
    assert issued.window.rail._steps[2].facts == "3 dari 5 juri lengkap"
    issued.click(page.primary)  # on to the next files
    assert page.drop.isVisible()


def test_a_bad_file_is_refused_with_its_reason_and_stops_nobody(issued):
    foreign = issued.folder / "nilai-lain.nilai"
    foreign.write_text("{}", encoding="utf-8")
    page = issued.window.receive
    issued.window.go_to(2)
    page.add_files([foreign, *issued.files[:2]])
    issued.settle()
    assert _column(page.plan.table, 2) == ["ditolak", "siap digabung", "siap digabung"]
    assert "Tidak ada yang" in _column(page.plan.table, 1)[0]
    assert page.primary.text() == "&Gabungkan 2 berkas"
    issued.click(page.primary)
    assert issued.window.office.overview.files == 2


def test_the_same_file_again_changes_nothing(issued):
    page = issued.window.receive
    issued.window.go_to(2)
    for _ in range(2):
        page.clear_plan()
        page.add_files(issued.files[:1])
        issued.settle()
        if page.primary.isEnabled():
            issued.click(page.primary)
    assert _column(page.plan.table, 2) == ["tanpa pengaruh"]
    assert not page.primary.isEnabled()


def test_a_second_laptop_waits_and_then_shows_its_conflict(issued):
    page, plenary = issued.window.receive, issued.window.plenary
    issued.window.go_to(2)
    page.add_files([*issued.files, issued.second])
    issued.settle()
    assert _column(page.plan.table, 2)[-1] == "menunggu konfirmasi"
    issued.click(page.primary)
    issued.window.go_to(4)
    while any(one.state == "waiting" for one in issued.window.office.overview.intake.laptops):
        at = next(at for at, gap in enumerate(plenary._shown) if gap.kind == "waiting")
        plenary.gaps.choose(at)
        issued.answer(plenary.settle, lambda dialog: dialog.code.setText(dialog._code.lower()))
    assert _marks(page.part.board)["J-03", "04"] is State.CONFLICT


def test_the_reminder_names_who_is_late_and_what_is_missing(issued):
    page = issued.window.receive
    issued.window.go_to(2)
    page.add_files(issued.files)
    issued.settle()
    issued.click(page.primary)
    assert "Hj. Nur Aini belum lengkap: 20" in page.part.late.text()
    issued.click(page.part.remind)
    text = QGuiApplication.clipboard().text()
    assert "Yth. Hj. Nur Aini" in text and "peserta 20" in text and "Yth. Maya Lestari" in text
    assert "Budi Santoso" not in text


def test_receipts_are_written_for_those_who_delivered(issued):
    page = issued.window.receive
    issued.window.go_to(2)
    assert not page.receipts.isEnabled()
    page.add_files(issued.files[:2])
    issued.settle()
    issued.click(page.primary)
    page.write_receipts(issued.folder / "terima")
    issued.settle()
    assert sorted(one.name for one in (issued.folder / "terima").iterdir()) == ["J-01.terima", "J-02.terima"]
    assert "2 tanda terima" in page.notice.text()


def test_a_stopped_merge_keeps_what_is_done_and_says_so(issued, monkeypatch):
    page = issued.window.receive
    issued.window.go_to(2)
    page.add_files(issued.files)
    issued.settle()

    def stop_after_two(files, progress):
        yield from files[:2]

    monkeypatch.setattr("kipp_desktop.gui.pages.organiser_receive.until_cancelled", stop_after_two)
    issued.click(page.primary)
    assert issued.window.office.overview.files == 2
    assert _column(page.plan.table, 2) == ["diterima"] * 2 + ["siap digabung"] * 3
    assert "Dihentikan" in page.notice.text()


def test_files_come_one_by_one_until_the_person_stops(issued):
    stop = threading.Event()
    progress = Progress(lambda done, total, what: None, stop)
    taken = []
    for path in until_cancelled(issued.files, progress):
        taken.append(path)
        if len(taken) == 2:
            stop.set()
    assert taken == issued.files[:2]


def test_actions_rest_while_something_runs(issued):
    page = issued.window.receive
    issued.window.go_to(2)
    page.add_files(issued.files)
    assert issued.window.office.busy and not page.drop.isEnabled()
    issued.settle()
    page.merge()
    assert not page.primary.isEnabled()
    issued.settle()
    assert page.primary.isEnabled()


def test_files_that_come_into_a_watched_folder_are_looked_at_and_nothing_is_merged(issued):
    page, stick = issued.window.receive, issued.folder / "FLASHDISK"
    stick.mkdir()
    shutil.copy(issued.files[0], stick / "Dr. Siti.nilai")
    page.folder.start(stick)
    _look_twice(page)
    issued.settle()
    assert "FLASHDISK dipantau" in page.lead.text()
    assert [one.file.name for one in page._plan] == ["Dr. Siti.nilai"]
    shutil.copy(issued.files[1], stick)
    (stick / "rapat.docx").write_bytes(b"lain")
    _look_twice(page)
    issued.settle()
    assert [one.file.name for one in page._plan] == ["Dr. Siti.nilai", "J-02.nilai"]
    assert issued.window.office.overview.files == 0
    issued.window.go_to(2)
    issued.click(page.plan.unwatch)
    assert not page.plan.unwatch.isVisible()
    shutil.copy(issued.files[2], stick)
    _look_twice(page)
    assert len(page._plan) == 2 and "Seret berkas" in page.lead.text()


def test_a_file_that_is_still_being_copied_waits_and_a_pulled_stick_is_said(issued):
    page, stick = issued.window.receive, issued.folder / "FLASHDISK"
    stick.mkdir()
    page.folder.start(stick)
    whole = issued.files[0].read_bytes()
    path = stick / "J-01.nilai"
    for part in (whole[:100], whole[:2000], whole):
        path.write_bytes(part)
        page.folder.watch.look()
        assert page.folder.watch._told == {}
    page.folder.watch.look()
    issued.settle()
    assert [one.outcome for one in page._plan] == ["accepted"]
    shutil.rmtree(stick)
    page.folder.watch.look()
    assert "tidak terjangkau" in page.lead.text()
    stick.mkdir()
    page.folder.watch.look()
    assert "dipantau" in page.lead.text()


def _look_twice(page):
    for _ in range(2):
        page.folder.watch.look()
