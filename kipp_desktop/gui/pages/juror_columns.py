"""The columns of the juror's screen: which stand there, how wide, and what a hand that pulls changes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from kipp_desktop.gui.preferences import Preferences
from kipp_desktop.gui.theme import Theme

WIDE = 1200  # below this many pixels at 100 % the right column is shut, and the list while one reads
READING_ROOM = 1400  # below this many the document pane starts shut
_LIST, _SIDE, _READING_LIST = 330, 330, 280  # widths at 100 %
_LIST_SHARE, _READER_SHARE = 0.28, 0.42  # of the window
_SHEET_LEAST = 330
_REST_MS = 400  # after the last move of a handle


class Gap(QSplitterHandle):
    """What one pulls to resize a column: room, and no line."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""


class Columns(QSplitter):
    """List, sheet, document pane, side column. What is pulled shut stays shut until it is asked for."""

    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._preferences = preferences
        self._parts: dict[str, QWidget] = {}
        self._reading = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._keep)
        self.setHandleWidth(6)
        self.splitterMoved.connect(self._on_moved)

    def createHandle(self) -> QSplitterHandle:
        """A gap."""
        return Gap(self.orientation(), self)

    def put(self, name: str, part: QWidget) -> None:
        """Add a part at the right end; "middle" takes what the others leave, and can't be pulled shut."""
        self._parts[name] = part
        self.addWidget(part)
        at = self.indexOf(part)
        self.setCollapsible(at, name != "middle")
        self.setStretchFactor(at, 1 if name == "middle" else 0)

    def put_reader(self, part: QWidget) -> None:
        """Add the document pane between sheet and side column."""
        self._parts["reader"] = part
        at = self.indexOf(self._parts["middle"]) + 1
        self.insertWidget(at, part)
        self.setStretchFactor(at, 0)

    def place(self, shown: set[str], reading: bool) -> None:
        """Show these parts at the widths they were left at; `reading` has widths of its own."""
        self._reading = reading
        for name, part in self._parts.items():
            part.setVisible(name in shown)
        widths = {name: self._width(name) for name in self._parts if name in shown and name != "middle"}
        if "middle" in shown:
            self._spare_the_sheet(widths)
        else:
            widths = {name: self.width() for name in widths}
        for name, width in widths.items():
            self._parts[name].setMinimumWidth(min(width, self._theme.px(140 if name == "list" else 220)))
        left = max(1, self.width() - sum(widths.values()))
        self.setSizes([widths.get(name, left if name == "middle" else 0) for name in self._order()])

    def widen_right(self, steps: int) -> None:
        """Give the rightmost column a twentieth of the window more, or less."""
        name = "reader" if self._reading else "side"
        if name in self._parts and self._parts[name].isVisible():
            sizes = self.sizes()
            order = self._order()
            change = steps * self.width() // 20
            room = sizes[order.index("middle")] - self._theme.px(_SHEET_LEAST)
            change = max(-sizes[order.index(name)] + self._theme.px(220), min(change, room))
            sizes[order.index(name)] += change
            sizes[order.index("middle")] -= change
            self.setSizes(sizes)
            self._keep()

    def _order(self) -> list[str]:
        return sorted(self._parts, key=self._index_of)

    def _index_of(self, name: str) -> int:
        return self.indexOf(self._parts[name])

    def _width(self, name: str) -> int:
        """As it was left, in thousandths of the window; else as it is designed."""
        kept = self._preferences.column(self._kept_name(name))
        if kept is not None:
            return round(self.width() * kept / 1000)
        px = self._theme.px
        if name == "reader":
            return round(self.width() * _READER_SHARE)
        if name == "side":
            return min(px(_SIDE), self.width() // 3)
        return min(px(_READING_LIST if self._reading else _LIST), round(self.width() * _LIST_SHARE))

    def _kept_name(self, name: str) -> str:
        return f"reading.{name}" if self._reading else name

    def _spare_the_sheet(self, widths: dict[str, int]) -> None:
        """Where the window has become narrow, the columns beside the sheet give way."""
        room = self.width() - min(self._theme.px(_SHEET_LEAST), self.width() // 2)
        whole = sum(widths.values())
        if whole > room:
            for name in widths:
                widths[name] = widths[name] * room // whole

    def _on_moved(self, position: int, index: int) -> None:
        self._rest.start()

    def _keep(self) -> None:
        """Remember the widths; a column that was pulled shut is hidden."""
        sizes = dict(zip(self._order(), self.sizes(), strict=True))
        whole = max(1, self.width())
        shown = [name for name in sizes if name != "middle" and self._parts[name].isVisible()]
        self._preferences.keep_columns(
            {self._kept_name(name): sizes[name] * 1000 // whole for name in shown if sizes[name]}
        )
        for name in shown:
            if not sizes[name]:
                self._preferences.show_panel(name, False)
