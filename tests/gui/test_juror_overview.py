"""The juror's own sheets side by side, and a sheet looked at before it is locked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.services import scoring
from tests.gui import juror_desks
from tests.gui.juror_desks import STAGE

pytest_plugins = ["tests.gui.juror_around"]

SAID = Qt.ItemDataRole.AccessibleTextRole


def _half_done(window: JurorWindow) -> None:
    juror_desks.half_done(window.desk)
    window.book.reload()
    window.go_to("07")


def _keys(window: JurorWindow) -> list[str]:
    rows = window.screen_.overview.table.rows
    return [str(rows.key_at(row)) for row in range(rows.rowCount())]


def test_equal_totals_name_each_other_and_the_others_say_their_place(window):
    _half_done(window)
    window.show_overview()
    rows = window.screen_.overview.table.rows
    said = {key: rows.index(rows.row_of(key), 6).data(SAID) for key in ("01", "07", "03")}
    assert said == {
        "01": "87,40, sama dengan 08, nilai sama",
        "07": "84,00, tempat 3",
        "03": "belum ada jumlah",
    }


def test_nothing_of_a_sheet_that_is_abstained_from_is_said_to_be_still_open(window):
    _half_done(window)
    window.show_overview()
    rows = window.screen_.overview.table.rows
    abstained, open_ = (rows.index(rows.row_of(key), 2) for key in ("05", "04"))
    assert (abstained.data(Qt.ItemDataRole.DisplayRole), abstained.data(SAID)) == ("–", "abstain")
    assert open_.data(Qt.ItemDataRole.DisplayRole) == "belum"


def test_the_table_is_sorted_by_keys_as_well_as_by_its_titles(window):
    _half_done(window)
    window.show_overview()
    overview = window.screen_.overview
    overview.sorting.setFocus()
    QTest.keyClick(overview.sorting, Qt.Key.Key_Down)
    assert overview.sorting.currentText() == "Urut: kebaruan, tertinggi dulu"
    assert _keys(window)[0] == "01"
    overview.sorting.setCurrentIndex(6)
    overview.sorting.activated.emit(6)
    assert set(_keys(window)[:2]) == {"01", "08"}
    assert _keys(window)[2:6] == ["07", "02", "06", "09"]


def test_the_spread_of_the_own_totals_is_drawn_and_read_aloud(window):
    _half_done(window)
    window.show_overview()
    spread = window.screen_.overview.spread
    words = "6 lembar lengkap  ·  terendah 76,60  ·  tengah 82,60  ·  tertinggi 87,40  ·  rentang 10,80"
    assert spread.accessibleName() == words
    levels = sorted(round(centre.y()) for centre in spread._centres(60))
    assert levels.count(levels[-1]) == 5, "two equal totals stand on each other"


def test_where_it_is_narrow_the_titles_keep_their_room(window, theme):
    _half_done(window)
    theme.apply("light", 200)
    window.resize(1093, 614)
    window.show_overview()
    QTest.qWait(20)
    table = window.screen_.overview.table
    assert table.columnWidth(0) > theme.px(150)
    assert not table.horizontalScrollBar().isVisible()
    assert table.current_key() == "07"
    theme.apply("light", 100)
    window.resize(1366, 768)
    QTest.qWait(20)
    assert table.rows.columnCount() == 8
    assert table.current_key() == "07", "other columns leave the juror where they were"
    assert window.minimumSizeHint().width() <= 1093


def test_a_sheet_says_its_place_among_the_own_complete_ones(window):
    _half_done(window)
    assert "tempat 3 dari 6 lembar lengkap Anda" in window.sheet.sum._facts.text()
    window.go_to("03")
    assert "tempat" not in window.sheet.sum._facts.text()


def test_a_sheet_is_looked_at_before_it_is_locked(window):
    _half_done(window)
    scoring.write_comment(window.desk, STAGE, "07", "", "improve", "Perluas ke desa lain")
    juror_desks.give(window.desk, "10", 84, 84, 84, 84, 84)
    window.book.reload()
    window.decisions.lock()
    dialog = window.decisions.dialog
    rows = dialog.table.rows
    assert rows.index(0, 0).data(SAID) == "Kebaruan, pendekatan baru bagi daerah"
    assert rows.index(0, 1).data(SAID) == "84"
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "10 Kampung Sehat Jiwa Wirasari" in words
    assert "Perluas ke desa lain" in words
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert scoring.sheet(window.desk, STAGE, "07").state == "draft"
    window.decisions.lock()
    QTest.mouseClick(window.decisions.dialog.confirm, Qt.MouseButton.LeftButton)
    assert scoring.sheet(window.desk, STAGE, "07").state == "locked"


def test_why_a_sheet_cannot_be_locked_yet_is_said(window):
    _half_done(window)
    window.go_to("03")
    assert not window.sheet.foot.lock_button.isEnabled()
    assert window.sheet.foot.lock_button.toolTip() == "Bisa dikunci setelah 4 kriteria lagi dinilai"


def test_what_is_missing_is_named_criterion_by_criterion_in_the_language_of_the_screen(window, languages):
    _half_done(window)
    languages.use("en")
    window.finish()
    rows = window.files.dialog.table.rows
    assert rows.index(0, 1).data(SAID) == "4 of 5 criteria, Effective, Beneficial, Replicable, Sustainable"
