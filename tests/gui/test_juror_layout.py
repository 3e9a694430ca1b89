"""The juror's window on the smallest screen and with the largest text: whole, reachable, and read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Scale
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.gui.pages.juror_choice import ChoiceField
from kipp_desktop.gui.pages.juror_standing import Standing, StandingLines
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.text import ElidedText
from tests.gui import juror_desks

pytest_plugins = ["tests.gui.juror_around"]

SMALL = (1093, 614)  # 1366×768 at 125 %
SAID = Qt.ItemDataRole.AccessibleTextRole
NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def sheet(window: JurorWindow) -> QWidget:
    window.go_to("03")
    return window


def locked(window: JurorWindow) -> QWidget:
    window.go_to("08")
    return window


def searching(window: JurorWindow) -> QWidget:
    window.go_to("07")
    window.list.toggle_search()
    return window


def timed(window: JurorWindow) -> QWidget:
    window.go_to("03")
    window.screen_.side.timer.toggle()
    return window


def everything_at_once(window: JurorWindow) -> QWidget:
    window.go_to("05")
    window.screen_.standing.show_standing(Standing(2, ("Paket lain mengaku versi 1.",), 3, 4, 5, None))
    window.notice.show_error(UserError("store.full", file="nilai.kipp-juri"))
    return window


def overview(window: JurorWindow) -> QWidget:
    window.show_overview()
    return window


def pad(window: JurorWindow) -> QWidget:
    window.go_to("03")
    window.sheet.open_pad("efektif")
    return window


def review(window: JurorWindow) -> QWidget:
    window.go_to("07")
    window.decisions.lock()
    return window.decisions.dialog


def missing(window: JurorWindow) -> QWidget:
    window.finish()
    return window.files.dialog


def export(window: JurorWindow) -> QWidget:
    window.export()
    return window.files.dialog


def rescue(window: JurorWindow) -> QWidget:
    window.rescue.open()
    return window.rescue.dialog


def status(window: JurorWindow) -> QWidget:
    window.laptop.show_status()
    return window.laptop.dialog


SCENES: list[Callable[[JurorWindow], QWidget]] = [
    *(sheet, timed, locked, searching, everything_at_once, overview, pad),
    *(review, missing, export, rescue, status),
]


@pytest.fixture
def at(window, theme) -> Callable[..., Iterator[QWidget]]:
    """Scenes of a half-done morning on the smallest screen at a zoom, one after the other."""
    juror_desks.half_done(window.desk)
    window.book.reload()
    window.resize(*SMALL)

    def shown(zoom: int, *scenes: Callable[[JurorWindow], QWidget]) -> Iterator[QWidget]:
        theme.apply("light", zoom)
        for make in scenes or SCENES:
            made = make(window)
            made.setObjectName(make.__name__)
            QTest.qWait(30)
            window.resize(*SMALL)  # as a screen holds a maximised window, whatever it asked for in between
            QTest.qWait(10)
            yield made
            if made is not window:
                made.close()
            plain_again(window)

    return shown


def plain_again(window: JurorWindow) -> None:
    window.list.search.hide()
    window.sheet.pad.hide()
    window.notice.dismiss()
    window.screen_.standing.show_standing(Standing())
    window.show_sheet()
    window.resize(*SMALL)


@pytest.mark.parametrize(("zoom", "language"), [(100, "id"), (200, "id"), (200, "en")])
def test_nothing_is_clipped_on_the_smallest_screen(at, languages, zoom, language):
    languages.use(language)
    for scene in at(zoom):
        least = scene.minimumSizeHint()
        assert least.width() <= SMALL[0] and least.height() <= SMALL[1], (scene.objectName(), least)
        assert scene.width() <= SMALL[0] and scene.height() <= SMALL[1], (scene.objectName(), scene.size())
        assert not [words for words in map(clipped, visible(scene)) if words]


def test_the_criteria_never_scroll_sideways(at):
    for zoom in (80, 100, 150, 200):
        for scene in at(zoom, sheet, locked, everything_at_once):
            area = scene.sheet._scroll
            assert area.widget().minimumSizeHint().width() <= area.viewport().width()
            for card in scene.sheet.cards.values():
                assert card.width() <= area.viewport().width()
                assert card.rect().contains(QRect(card.input.mapTo(card, QPoint()), card.input.size()))


@pytest.mark.parametrize("zoom", [100, 200])
def test_tab_reaches_every_action_once_and_in_the_order_of_the_screen(at, zoom):
    for scene in at(zoom, sheet, locked, searching, everything_at_once, overview):
        walked = walk(scene)
        reachable = {widget for widget in visible(scene, scrolled=True) if takes_tab(widget)}
        assert reachable <= set(walked), [describe(one) for one in reachable - set(walked)]
        if scene.screen_.pages.currentWidget() is not scene.sheet:
            continue
        inputs = [card.input for card in scene.sheet.cards.values()]
        boxes = [box for box in scene.sheet.comments.boxes.values() if box.isVisible()]
        foot = sorted((one for one in scene.sheet.foot.in_order() if one.isEnabled()), key=place_of)
        unreached = [describe(one) for one in (*inputs, *boxes, *foot) if one not in walked]
        assert not unreached, (scene.objectName(), unreached, [describe(one) for one in walked])
        assert in_order(walked, [*inputs, *boxes, *foot]), [describe(one) for one in walked]


def test_every_control_has_a_name_and_a_role_for_a_screen_reader(at):
    for scene in at(100):
        for widget in visible(scene, scrolled=True):
            if isinstance(widget.parentWidget(), QLineEdit):
                continue  # Qt's own buttons inside a field
            if takes_tab(widget) or isinstance(widget, QAbstractButton):
                said = QAccessible.queryAccessibleInterface(widget)
                assert said.text(QAccessible.Text.Name).strip(), describe(widget)
                if not isinstance(widget, QScrollArea):
                    assert said.role() not in NO_ROLES, describe(widget)


def test_a_group_of_choices_is_a_group_for_a_screen_reader(theme, qtbot):
    field = ChoiceField(theme, "Lampiran lengkap", Scale(check=True))
    qtbot.addWidget(field)
    said = QAccessible.queryAccessibleInterface(field)
    assert said.role() == QAccessible.Role.Grouping
    assert said.text(QAccessible.Text.Name) == "Lampiran lengkap: belum"


def test_every_cell_of_every_table_is_read_aloud_in_words(at):
    for scene in at(100, sheet, overview, review, missing):
        for table in scene.findChildren(RichTable):
            rows = table.rows
            columns = [column for column in range(rows.columnCount()) if not table.isColumnHidden(column)]
            for row in range(rows.rowCount() if table.isVisible() else 0):
                said = [
                    rows.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in columns
                ]
                assert not {"*", "–", "▪", ""} & set(said), (table.accessibleName(), said)


def visible(scene: QWidget, scrolled: bool = False) -> list[QWidget]:
    """What can be seen; with `scrolled` what can be scrolled to as well."""
    found = [widget for widget in scene.findChildren(QWidget) if widget.isVisible()]
    found = [widget for widget in found if widget.window() is scene.window()]
    return found if scrolled else [widget for widget in found if not widget.visibleRegion().isEmpty()]


def clipped(widget: QWidget) -> str:
    """Why a widget can't be seen whole; empty when it can."""
    parent = widget.parentWidget()
    if isinstance(parent, QLineEdit):
        return ""  # Qt's own buttons inside a field
    if not in_scroller(widget) and parent is not None and not parent.rect().contains(widget.geometry()):
        return f"{describe(widget)} stands out of {describe(parent)}: {widget.geometry()} in {parent.rect()}"
    if isinstance(widget, QLabel) and widget.text() and not isinstance(widget, ElidedText):
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            return (
                f"{describe(widget)} needs {needed} of {widget.height()}" if needed > widget.height() else ""
            )
        return narrow(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        return narrow(widget)
    return ""


def narrow(widget: QLabel | QAbstractButton) -> str:
    lines = widget.text().replace("&&", "&").split("\n")
    needed = max(widget.fontMetrics().horizontalAdvance(line) for line in lines)
    return f"{describe(widget)} needs {needed} of {widget.width()}" if needed > widget.width() else ""


def in_scroller(widget: QWidget) -> bool:
    """Whether a widget is the content of something that scrolls, or a part of it."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea | QAbstractScrollArea):
            return True
        area = area.parentWidget()
    return False


def takes_tab(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isEnabled() and widget.focusProxy() is None and widget.isVisible()


def walk(scene: QWidget) -> list[QWidget]:
    """Every widget that Tab stops at, from the first to the first again."""
    scene.activateWindow()
    walked: list[QWidget] = []
    for _ in range(80):
        QApplication.sendEvent(scene, QEvent(QEvent.Type.None_))
        scene.focusNextChild()
        if scene.focusWidget() in walked:
            return walked
        walked.append(scene.focusWidget())
    raise AssertionError([describe(widget) for widget in walked])


def in_order(walked: list[QWidget], wanted: list[QWidget]) -> bool:
    """Whether Tab comes to these one after the other, going round once."""
    start = walked.index(wanted[0])
    turned = walked[start:] + walked[:start]
    return all(turned.index(one) < turned.index(other) for one, other in pairwise(wanted))


def place_of(widget: QWidget) -> tuple[int, int]:
    there = widget.mapTo(widget.window(), QPoint())
    return there.y(), there.x()


def describe(widget: QWidget) -> str:
    text = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {text!r}"


def test_tab_finds_the_buttons_of_standing_lines_in_their_order(theme, qtbot):
    """However late, and in whatever order, they have something to say."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, lines, after = QLineEdit(), StandingLines(theme), QLineEdit()
    for one in (before, lines, after):
        column.addWidget(one)
    lines.show_standing(Standing(unsent=5))
    lines.show_standing(Standing(unsaved=2, differences=3, unsent=5))
    window.show()
    chain, reached = before, []
    while chain is not after:
        chain = chain.nextInFocusChain()
        if isinstance(chain, QPushButton) and chain.isVisible():
            reached.append(chain.text())
    assert reached == ["Salinan darurat …", "Pilih …", "Ekspor …"]
