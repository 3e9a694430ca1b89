"""Two jurors, two competitions, one committee laptop: each finds the own sheets, and only those, as left."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kipp_desktop.app import Desktop
from kipp_desktop.gui.dialogs.juror_code import CodeDialog
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.gui.welcome_window import WelcomeWindow
from kipp_desktop.services import scoring
from tests.gui import juror_desks
from tests.gui.juror_desks import STAGE
from tests.journeys.juror_day import ENTER, LEFT, PATIENCE, enrolled, shown_window


def leave(window: JurorWindow, desktop: Desktop, qtbot) -> WelcomeWindow:
    window.menu.home.trigger()
    qtbot.waitUntil(lambda: isinstance(desktop.window, WelcomeWindow), timeout=PATIENCE)
    return desktop.window


def choose(first: WelcomeWindow, who: str) -> None:
    """Press Enter on the line of earlier work that names somebody."""
    rows = first.page.recent_table.rows
    line = next(at for at in range(rows.rowCount()) if who in _who(rows, at))
    first.page.recent_table.choose(rows.key_at(line))
    QTest.keyClick(first.page.recent_table, ENTER)


def _who(rows, at: int) -> str:
    return rows.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) or ""


def answer(first: WelcomeWindow, typed: str, qtbot) -> None:
    qtbot.waitUntil(lambda: bool(asking(first)), timeout=PATIENCE)
    dialog = asking(first)[0]
    QTest.keyClicks(dialog.code, typed)
    QTest.mouseClick(dialog.confirm, LEFT)


def asking(first: WelcomeWindow) -> list[CodeDialog]:
    return [dialog for dialog in first.findChildren(CodeDialog) if dialog.isVisible()]


def set_pin(window: JurorWindow, pin: str, qtbot) -> None:
    window.menu.pin.trigger()
    dialog = window.laptop.dialog
    QTest.keyClicks(dialog.pin, pin)
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.again, pin)
    QTest.mouseClick(dialog.confirm, LEFT)
    qtbot.waitUntil(lambda: "PIN ditanyakan" in window.notice.text(), timeout=PATIENCE)


def test_two_jurors_share_a_laptop_and_each_goes_on_where_the_own_pen_stopped(desktop, tmp_path, qtbot):
    issued = juror_desks.issue(tmp_path / "panitia")
    desktop.welcome()
    siti = enrolled(desktop, issued, "J-01", qtbot)
    siti.go_to("03")
    siti.sheet.focus_criterion("efektif")
    QTest.keyClicks(siti.sheet.cards["efektif"].input, "85")
    QTest.keyClick(siti.sheet.cards["efektif"].input, ENTER)
    set_pin(siti, "1965", qtbot)
    first = leave(siti, desktop, qtbot)

    budi = enrolled(desktop, issued, "J-02", qtbot)
    assert scoring.sheet(budi.desk, STAGE, "03").values == (None,) * 5
    first = leave(budi, desktop, qtbot)
    assert first.page.recent_table.rows.rowCount() == 2

    choose(first, "Siti")  # Budi took the wrong line: his own code does not open it
    answer(first, juror_desks.code_of(issued, "J-02"), qtbot)
    qtbot.waitUntil(lambda: "J-02" in first.notice.text(), timeout=PATIENCE)
    assert desktop.window is first
    choose(first, "Siti")
    answer(first, "1965", qtbot)
    siti = shown_window(desktop, qtbot)
    assert (siti.desk.juror_id, siti.entry) == ("J-01", "03")
    assert siti.sheet.cards["bermanfaat"].input.hasFocus()  # the one after the last she gave
    assert scoring.sheet(siti.desk, STAGE, "03").values[1] == 8500

    first = leave(siti, desktop, qtbot)
    choose(first, "Budi")
    answer(first, juror_desks.code_of(issued, "J-02"), qtbot)
    assert shown_window(desktop, qtbot).desk.juror_id == "J-02"


def test_two_competitions_of_one_juror_lie_side_by_side(desktop, tmp_path, qtbot):
    wonosobo = juror_desks.issue(tmp_path / "wonosobo")
    kudus = juror_desks.issue(tmp_path / "kudus")
    desktop.welcome()
    juror_desks.give(enrolled(desktop, wonosobo, "J-01", qtbot).desk, "01", 90)
    leave(desktop.window, desktop, qtbot)
    other = enrolled(desktop, kudus, "J-01", qtbot)
    assert scoring.sheet(other.desk, STAGE, "01").values[0] is None
    first = leave(other, desktop, qtbot)
    assert first.page.recent_table.rows.rowCount() == 2
    QTest.keyClick(first.page.recent_table, Qt.Key.Key_Down)
    QTest.keyClick(first.page.recent_table, ENTER)
    assert scoring.sheet(shown_window(desktop, qtbot).desk, STAGE, "01").values[0] == 9000
