"""Steps of a juror's day in the real program, which the journeys share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget

import kipp_desktop.gui  # noqa: F401 - first of all: it keeps None alive under Python 3.11
from kipp_desktop.app import Desktop
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.gui.welcome_window import WelcomeWindow
from kipp_desktop.services.issuing import Issued
from tests.gui import juror_desks

ENTER, CONTROL, NONE = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000


def enrolled(desktop: Desktop, handed_out: Issued, juror: str, qtbot) -> JurorWindow:
    """Package, name, code, as a juror does it."""
    first = desktop.window if isinstance(desktop.window, WelcomeWindow) else desktop.welcome()
    first.open_file(handed_out.package)
    qtbot.waitUntil(first.enrol.isVisible, timeout=PATIENCE)
    first.enrol.names.choose(juror)
    QTest.keyClicks(first.enrol.code, juror_desks.code_of(handed_out, juror))
    QTest.keyClick(first.enrol.code, ENTER)
    return shown_window(desktop, qtbot)


def shown_window(desktop: Desktop, qtbot) -> JurorWindow:
    """The juror's window once it is there, on a screen of 1366×768, with the keys in it."""
    qtbot.waitUntil(lambda: isinstance(desktop.window, JurorWindow), timeout=PATIENCE)
    desktop.window.resize(1366, 768)
    qtbot.waitExposed(desktop.window)
    desktop.window.activateWindow()
    return desktop.window


def left(desktop: Desktop, qtbot) -> WelcomeWindow:
    """The first page, once what the worker still does is done."""
    desktop.go_home()
    qtbot.waitUntil(lambda: isinstance(desktop.window, WelcomeWindow), timeout=PATIENCE)
    return desktop.window


def press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key goes to whatever has the focus, as on a keyboard."""
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def type_in(window: QWidget, text: str) -> None:
    """So does a text."""
    QTest.keyClicks(window.focusWidget() or window, text)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """A click where somebody could see it: never on what is hidden, switched off or scrolled away."""
    place = widget.rect().center() if at is None else at
    assert widget.isVisible() and widget.isEnabled(), widget.accessibleName()
    assert widget.visibleRegion().contains(place), widget.accessibleName()
    QTest.mouseClick(widget, LEFT, pos=place)


def click_row(table, key: object, twice: bool = False) -> None:
    """A click or a double click on a row of a table, scrolled to as with the wheel."""
    QTest.qWait(10)  # laid out
    index = table.rows.index(table.rows.row_of(key), 0)
    table.scrollTo(index)
    box: QRect = table.visualRect(index)
    place = QPoint(box.x() + 40, box.center().y())
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    if twice:
        QTest.mouseDClick(table.viewport(), LEFT, pos=place)


def drop(window: JurorWindow, path: Path, qtbot) -> None:
    """A file arrives, and has been taken in."""
    with qtbot.waitSignal(window.files.received, timeout=PATIENCE):
        window.receive(path)


def finished(window: JurorWindow, stick: Path, qtbot) -> Path:
    """The one button at the end, by mouse; the file that was written."""
    stick.mkdir(exist_ok=True)
    QTest.mouseClick(window.list.finish_button, LEFT)
    dialog = window.files.dialog
    dialog.word.setChecked(True)
    dialog.destination.set_folder(stick)
    with qtbot.waitSignal(window.files.exported, timeout=PATIENCE) as caught:
        QTest.mouseClick(dialog.confirm, LEFT)
    window.files.dialog.accept()
    return caught.args[0].path


def words_of(dialog: QDialog) -> str:
    """Everything a dialog says."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def always(answer):
    """A function that gives one answer, whatever it is asked."""
    return lambda *_: answer
