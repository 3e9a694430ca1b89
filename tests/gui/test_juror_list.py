"""The juror's list: found, filtered, put into an own order, and readable where it is narrow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.gui.models.participants import state_of
from kipp_desktop.gui.widgets.stacked_cell import StackedDelegate, title_lines
from kipp_desktop.gui.widgets.state_mark import state_words
from kipp_desktop.services import jurors, scoring
from tests.gui import juror_desks
from tests.gui.juror_desks import STAGE

pytest_plugins = ["tests.gui.juror_around"]

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def _shown(window: JurorWindow) -> list[str]:
    rows = window.list.table.rows
    return [str(rows.key_at(row)) for row in range(rows.rowCount())]


def _middle(window: JurorWindow, row: int) -> QPoint:
    table = window.list.table
    return QPoint(60, table.rowViewportPosition(row) + table.rowHeight(row) // 2)


def test_words_of_title_institution_or_number_find_a_participant(window):
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F, CONTROL)
    assert window.focusWidget() is window.list.search.words
    QTest.keyClicks(window.focusWidget(), "puskesmas wirasari")
    assert _shown(window) == ["10"]
    assert window.list._ties.text() == "9 peserta disembunyikan pencarian"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.entry == "10"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F, CONTROL)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert len(_shown(window)) == 10
    assert window.list.search.isHidden()


def test_the_filter_leaves_what_is_still_to_do(window):
    juror_desks.half_done(window.desk)
    window.book.reload()
    window.go_to("04")
    window.list.toggle_search()
    window.list.search.wanted.setCurrentIndex(2)
    assert _shown(window) == ["01", "02", "04", "05", "06", "07", "08", "09"]
    window.list.search.wanted.setCurrentIndex(1)
    assert _shown(window) == ["03", "04", "10"]
    for criterion in window.sheet.cards:
        window.book.enter("04", criterion, 8000)
    assert (window.entry, _shown(window)) == ("04", ["03", "04", "10"]), "not under the hand"
    window.go_to("10")
    assert _shown(window) == ["03", "10"]


def test_alt_and_arrows_make_an_own_order_that_next_and_jumps_follow(window):
    window.go_to("03")
    table = window.list.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up, ALT)
    QTest.keyClick(table, Qt.Key.Key_Up, ALT)
    assert _shown(window)[:4] == ["03", "01", "02", "04"]
    assert window.entry == "03"
    window.go_next()
    assert window.entry == "01"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1, CONTROL)
    assert window.entry == "03"


def test_a_row_is_pulled_to_its_place_with_the_mouse(window):
    view = window.list.table.viewport()
    QTest.mousePress(view, LEFT, pos=_middle(window, 4))
    QTest.mouseMove(view, _middle(window, 1) + QPoint(0, 8))
    QTest.mouseMove(view, _middle(window, 0) + QPoint(0, -8))
    QTest.mouseRelease(view, LEFT, pos=_middle(window, 0) + QPoint(0, -8))
    assert _shown(window)[:3] == ["05", "01", "02"]


def test_a_click_that_trembles_moves_nothing(window):
    view = window.list.table.viewport()
    QTest.mousePress(view, LEFT, pos=_middle(window, 4))
    QTest.mouseMove(view, _middle(window, 4) + QPoint(1, 3))
    QTest.mouseRelease(view, LEFT, pos=_middle(window, 4) + QPoint(1, 3))
    assert _shown(window)[:3] == ["01", "02", "03"]
    assert window.entry == "05"


def test_the_own_order_is_there_again_and_the_running_order_can_come_back(window, around, qtbot):
    window.book.move("10", "01")
    folder = window.desk.store.folder
    window.close()
    again = JurorWindow(around, jurors.open_desk(folder))
    qtbot.addWidget(again)
    assert _shown(again)[:2] == ["10", "01"]
    again.list.order_menu.chosen.emit("running")
    assert _shown(again)[:2] == ["01", "02"]
    again.list.order_menu.chosen.emit("own")
    assert _shown(again)[:2] == ["10", "01"]
    again.close()


def test_every_state_of_a_sheet_stands_in_words_beside_its_mark(window):
    juror_desks.half_done(window.desk)
    scoring.mark_absent(window.desk, STAGE, "10", "Tidak hadir saat dipanggil")
    window.book.reload()
    rows = window.list.table.rows
    for row, own in enumerate(window.book.sheets):
        words = state_words(state_of(own))
        for column in (0, 1):
            assert words in rows.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("zoom", [150, 200])
def test_where_the_list_is_narrow_a_title_has_two_whole_lines(window, theme, zoom):
    theme.apply("light", zoom)
    window.resize(1093, 614)
    QTest.qWait(20)
    table = window.list.table
    assert isinstance(table.itemDelegate(), StackedDelegate)
    room = table.columnWidth(0) - theme.px(16)
    first, second = title_lines(theme, juror_desks.ENTRIES[2][0], "body", room)
    assert first.startswith("PELITA – Peduli")
    assert second
    needed = theme.px(22) + 2 * theme.metrics("body").height() + theme.px(9)
    assert table.rowHeight(0) >= needed


def test_a_tie_that_comes_and_goes_moves_nothing_in_the_list(window, qtbot):
    juror_desks.give(window.desk, "01", *[80] * 5)
    juror_desks.give(window.desk, "02", *[81] * 5)
    window.book.reload()
    qtbot.wait(1)
    table, ties = window.list.table, window.list._ties
    before = table.geometry()
    assert ties.isHidden()
    for value in (8000, 8100):
        for criterion in juror_desks.CRITERIA:
            window.book.enter("02", criterion, value)
        qtbot.wait(1)
        assert ties.isHidden() == (value != 8000) and table.geometry() == before
