"""Steps 4 and 5: the ranking is shut until it may be seen; then places, why, and decisions."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtCore import QRect

from kipp_desktop.gui.mirroring import Screens, overlap, shares_a_source
from kipp_desktop.services import deciding, exporting, jurors, laptops, merging
from kipp_desktop.services.attendance import spoken
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


@pytest.fixture
def scored(open_event):  # noqa: F811
    opened = open_event("issued")
    merging.apply(opened.master, opened.files)
    opened.window.office.refresh(opened.window.setup.notice)
    opened.settle()
    return opened


def _open(scored):
    page = scored.window.ranking
    scored.window.go_to(3)

    def both(dialog):
        dialog.organiser.setText("Sekretaris Panitia")
        assert not dialog.confirm.isEnabled()
        dialog.chair.setText("Ketua Dewan Juri")

    scored.answer(page.early, both)
    return page


def _cells(table, column):
    return [table.rows.index(row, column).data() for row in range(table.rows.rowCount())]


def _reason(text):
    def fill(dialog):
        dialog.reason_field.setPlainText(text)

    return fill


def test_the_ranking_is_shut_until_intake_is_closed(scored):
    page = scored.window.ranking
    scored.window.go_to(3)
    assert page.shut.isVisible() and not page.table.isVisible()
    assert scored.window.rail._steps[3].open is False
    scored.answer(page.shut._button, lambda dialog: dialog._choices.button(1).setChecked(True))
    assert page.table.isVisible() and page.table.rows.rowCount() == 10
    assert scored.window.office.overview.is_closed("final")


def test_opening_early_takes_two_names_and_is_recorded(scored):
    page = _open(scored)
    assert page.table.isVisible()
    event = scored.window.office.overview.last("ranking_opened")
    assert spoken(event.data["by"], scored.window.office.overview.people) == ["Sekretaris Panitia", "ketua"]


def test_rows_show_place_score_and_how_many_jurors(scored):
    page = _open(scored)
    ranking = page.ranking()
    assert _cells(page.table, 0)[0] == "1"
    assert all("," in score for score in _cells(page.table, 2))
    expected = [f"{row.jurors_counted} dari {row.jurors_expected}" for row in ranking.rows]
    assert _cells(page.table, 3) == expected
    assert _cells(page.table, 4)[0] == "Juara I"


def test_a_row_opens_its_derivation(scored):
    page = _open(scored)
    page.table.choose(page.ranking().rows[1].entry)
    scored.settle()
    (table,) = page.why.tables
    criteria = ["Kebaruan", "Efektif", "Bermanfaat", "Mudah direplikasi", "Berkelanjutan"]
    assert _cells(table, 0) == criteria
    assert "adalah rata-rata lembar juri" in page.why.derivation.text()
    for side, where in ((page.why.above, "di atasnya"), (page.why.below, "di bawahnya")):
        assert where in side.text() or "Nilai dan semua penentu" in side.text()
        assert "bertukar tempat" in side.text() or "Tidak ada satu nilai" in side.text()
    assert page.ranking().rows[1].entry in page.why._title.text()


def test_final_with_gaps_needs_a_reason(scored):
    page = _open(scored)
    scored.answer(page.primary, lambda dialog: None)  # without a reason nothing happens
    assert not scored.window.office.overview.final
    scored.answer(page.primary, _reason("Dua juri berhalangan, disepakati pleno"))
    assert scored.window.office.overview.final
    assert scored.window._pill.text() == "FINAL"
    assert scored.window.office.overview.last("finalised").data["reason"].startswith("Dua juri")
    assert "Dinyatakan final" in page.notice.text()


def test_final_can_be_taken_back_with_a_reason(scored):
    page = _open(scored)
    scored.answer(page.primary, _reason("Disepakati"))
    scored.answer(page.primary, lambda dialog: dialog._words.setPlainText("Nilai J-03 menyusul"))
    assert not scored.window.office.overview.final
    assert scored.window._pill.text() == "SEMENTARA"


def test_gaps_are_listed_and_a_missing_sheet_can_be_recused(scored):
    page = scored.window.plenary
    scored.window.go_to(4)
    kinds = [gap.kind for gap in page._shown]
    assert kinds.count("missing") >= 1 and kinds.count("undeclared") == 1  # all jurors on one line
    at = next(i for i, gap in enumerate(page._shown) if gap.juror == "J-03" and gap.kind == "missing")
    page.gaps.choose(at)
    scored.answer(page.settle, lambda dialog: dialog._choices.button(0).setChecked(True))
    assert not any(gap.juror == "J-03" and gap.kind == "missing" for gap in page._shown)
    assert "Tidak menilai" in _cells(page.decisions, 1)[0]


def test_a_juror_who_declared_with_sheets_missing_is_read_beside_each_of_them(scored):
    desk = jurors.open_desk(scored.folder / "J-03")
    file = exporting.finish(
        desk, scored.folder / "pulang.nilai", "Harus pulang sebelum peserta terakhir"
    ).path
    desk.close()
    merging.apply(scored.master, [file])
    page = scored.window.plenary
    scored.window.office.refresh(page.notice)
    scored.settle()
    scored.window.go_to(4)
    shown = {
        gap.juror: _cells(page.gaps, 2)[at] for at, gap in enumerate(page._shown) if gap.kind == "missing"
    }
    assert "Harus pulang sebelum peserta terakhir" in shown["J-03"]
    assert shown["J-05"] == ""


def test_a_conflict_is_settled_by_choosing_a_sheet(scored):
    from kipp_desktop.services import deciding

    merging.apply(scored.master, [scored.second])
    for juror, key, state in [(one.juror, one.key, one.state) for one in laptops.laptops(scored.master)]:
        if state == "waiting":
            deciding.confirm_device(scored.master, juror, key)
    page = scored.window.plenary
    scored.window.go_to(4)
    scored.window.office.refresh(page.notice)
    scored.settle()
    page.gaps.choose(next(at for at, gap in enumerate(page._shown) if gap.kind == "conflict"))

    def choose(dialog):
        dialog.buttons.button(0).setChecked(True)
        dialog.reason_field.setPlainText("Juri membenarkan laptop pertama")
        assert not dialog.confirm.isEnabled()
        dialog.present_field.setText("Hj. Nur Aini; Ketua")

    scored.answer(page.settle, choose)
    assert not any(gap.kind == "conflict" for gap in page._shown)


def test_a_tie_is_put_in_order_with_reason_and_witnesses(open_event):  # noqa: F811
    opened = open_event("issued")
    _score_alike(opened)
    page = opened.window.plenary
    _open(opened)
    opened.window.go_to(4)
    at = next(at for at, gap in enumerate(page._shown) if gap.kind == "tie")
    tied = page._shown[at].entry.split(", ")
    page.gaps.choose(at)

    def order(dialog):
        dialog.order_list.list.setCurrentRow(1)
        dialog.order_list.up.click()
        dialog.reason_field.setPlainText("Manfaat lebih luas")
        dialog.present_field.setText("Ketua; Sekretaris")

    opened.answer(page.settle, order)
    event = opened.window.office.overview.last("tie_decided")
    assert event.data["order"][:2] == [tied[1], tied[0]]
    assert not any(gap.kind == "tie" for gap in page._shown)


def _score_alike(opened):
    """J-01 alone delivers, and gives everybody the same."""
    from kipp_desktop.services import exporting, issuing, jurors, scoring

    code = next(code for seat, code in issuing.codes(opened.master) if seat.id == "J-01")
    package = next(opened.folder.glob("*.paket"))
    desk = jurors.enrol(package, "J-01", code, opened.folder / "sama")
    for entry in desk.owed["final"]:
        for criterion in desk.rubric("final", entry).criterion:
            scoring.enter_score(desk, "final", entry, criterion.id, 8000)
        scoring.lock(desk, "final", entry)
    path = exporting.export(desk, opened.folder / "sama.nilai").path
    desk.close()
    merging.apply(opened.master, [path])
    opened.window.office.refresh(opened.window.setup.notice)
    opened.settle()


def test_scores_that_changed_after_the_opening_are_a_click_away(scored):
    page = _open(scored)
    assert not page.changed.isVisible()
    deciding.recuse(scored.master, "J-04", "01", "Keluarga inovator")
    scored.window.office.refresh(page.notice)
    scored.settle()
    assert page.changed.isVisible() and page.changed.text().startswith("5 nilai")
    seen = []

    def look(dialog):
        rows = dialog.table.rows
        seen.extend([rows.index(row, column).data() for column in range(5)] for row in range(rows.rowCount()))

    scored.answer(page.changed, look)
    assert len(seen) == 5 and {line[4] for line in seen} == {"–"}
    assert all("," in line[3] or line[3].isdigit() for line in seen)


def test_the_ranking_is_covered_while_the_screen_is_mirrored(scored, monkeypatch):
    page = _open(scored)
    assert page.table.isVisible()
    same = [QRect(0, 0, 1366, 768), QRect(0, 0, 1024, 768)]
    monkeypatch.setattr(Screens, "mirrored", property(lambda self: overlap(same)))
    page.screens.changed.emit()
    assert page.shut.isVisible() and not page.table.isVisible() and not page.primary.isVisible()
    same[1] = QRect(1366, 0, 1024, 768)
    page.screens.changed.emit()
    assert page.table.isVisible() and page.primary.isVisible()


def test_two_screens_that_windows_feeds_from_one_source_are_mirrored():
    one, two = struct.pack("<IiI", 5, 0, 0).ljust(72, b"\0"), struct.pack("<IiI", 5, 0, 1).ljust(72, b"\0")
    assert shares_a_source(one + one) and not shares_a_source(one + two) and not shares_a_source(one)


def test_while_the_first_derivation_is_read_the_page_says_so(scored, monkeypatch):
    page = _open(scored)
    page._explain(None)
    assert "Pilih satu baris" in page.why._institution.text()
    monkeypatch.setattr(scored.window.office, "look_up", lambda *_: None)
    page._explain("01")
    assert page.why._institution.text() == "Membaca asal nilai …"
    monkeypatch.undo()
    page._explain("01")
    scored.qtbot.waitUntil(lambda: not page.why.derivation.isHidden())
