"""Language and size of text are changed while the windows are open: nothing stays behind in any of them."""

from __future__ import annotations

import re
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QTableView,
    QTabWidget,
    QWidget,
)

from kipp_desktop.gui.theme import ROLES, Theme
from kipp_desktop.gui.welcome_window import WelcomeWindow
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import jurors
from tests.gui import juror_desks
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401

pytest_plugins = ["tests.gui.juror_around"]
CATALOGUE = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "kipp_en.ts"
SHORT = 7  # shorter texts are the same in both languages too often, or match by accident


@cache
def indonesian() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Texts of the screen whose English is another: as they stand, and with their blanks open."""
    whole, open_ = set[str](), list[re.Pattern[str]]()
    for message in ElementTree.parse(CATALOGUE).getroot().iter("message"):
        source, english = message.findtext("source", ""), message.findtext("translation", "")
        plain = re.sub(r"\{\w+\}|%n|[&…:]", "", source).strip()
        if len(plain) < SHORT or source == english or message.get("numerus") == "yes":
            continue
        parts = re.split(r"\{\w+\}", source.replace("&", ""))
        if len(parts) == 1:
            whole.add(parts[0])
        else:
            open_.append(re.compile(".+?".join(map(re.escape, parts)), re.DOTALL))
    return frozenset(whole), tuple(open_)


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """What a window says: seen, told to a screen reader, shown as a tip, or offered in a menu."""
    for widget in (window, *window.findChildren(QWidget)):
        where = type(widget).__name__
        yield where, widget.accessibleName()
        yield where, widget.accessibleDescription()
        yield where, widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield where, widget.text()
        if isinstance(widget, QLineEdit):
            yield where, widget.placeholderText()
        if isinstance(widget, QTabWidget):
            yield from ((where, widget.tabText(at)) for at in range(widget.count()))
        if isinstance(widget, QTableView) and (model := widget.model()) is not None:
            for at in range(model.columnCount()):
                yield where, str(model.headerData(at, Qt.Orientation.Horizontal) or "")
    for action in window.findChildren(QAction):
        yield "QAction", action.text()


def left_behind(window: QWidget) -> list[tuple[str, str]]:
    whole, open_ = indonesian()
    said = {(where, text.replace("&", "")) for where, text in texts(window) if text}
    return sorted(
        (where, text)
        for where, text in said
        if text in whole or any(pattern.fullmatch(text) for pattern in open_)
    )


def wrong_sizes(window: QWidget, theme: Theme) -> list[str]:
    """Labels whose letters did not follow the zoom."""
    return [
        label.text()
        for label in window.findChildren(Text)
        if label.isVisible() and label.fontInfo().pixelSize() != theme.px(ROLES[label.property("role")][0])
    ]


@pytest.fixture
def first_page(around, home, qtbot) -> Callable[[str], QWidget]:
    """The first window on one of its pages."""

    def open_(page: str) -> QWidget:
        window = WelcomeWindow(around)
        qtbot.addWidget(window)
        window.show()
        issued = juror_desks.issue(home / "panitia")
        if page == "enrol":
            window._on_package(jurors.read_package(issued.package), issued.package)
        if page == "check":
            window.check_result(issued.package)
        return window

    return open_


@pytest.fixture
def juror_page(window) -> Callable[[str], QWidget]:
    """The juror's window on one of its pages."""

    def open_(page: str) -> QWidget:
        juror_desks.half_done(window.desk)
        window.book.reload()
        if page == "overview":
            window.show_overview()
        else:
            window.go_to({"sheet": "03", "locked": "08", "abstained": "05"}[page])
        return window

    return open_


@pytest.fixture
def organiser_page(open_event) -> Callable[[str], QWidget]:  # noqa: F811
    """The organiser's window with every page shown once."""

    def open_(page: str) -> QWidget:
        opened = open_event(page)
        for step in range(6):
            opened.window.go_to(step)
            opened.settle()
        return opened.window

    return open_


PAGES = [
    *(("first_page", page) for page in ("doors", "enrol", "check")),
    *(("juror_page", page) for page in ("sheet", "locked", "abstained", "overview")),
    ("organiser_page", "issued"),
    pytest.param("organiser_page", "new", marks=pytest.mark.long),  # the same pages, emptier
]


@pytest.mark.parametrize(("room", "page"), PAGES)
def test_nothing_stays_in_the_other_language_or_size(request, room, page, languages, theme, qtbot):
    window = request.getfixturevalue(room)(page)
    qtbot.wait(20)
    assert left_behind(window), "the search itself finds Indonesian"
    languages.use("en")
    theme.apply("dark", 160)
    until = time.monotonic() + 20
    while left_behind(window) and time.monotonic() < until:  # pages out of sight follow one at a time
        qtbot.wait(100)
    assert left_behind(window) == []
    assert wrong_sizes(window, theme) == []
    theme.apply("light", 100)
