"""A table whose rows can be put into another order: pulled by mouse or finger, or by Alt and arrows."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication

from kipp_desktop.gui.widgets.rich_table import RichTable


class MovableTable(RichTable):
    """It only says what was moved where; the page shows the new order."""

    moved = Signal(object, object)  # key of the row, key of the row it is put before (None: at the end)

    _pressed: QPoint | None = None
    _gap: int | None = None  # the row before which the pulled one would be put

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A row may be pulled from here."""
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row would go."""
        here = event.position().toPoint()
        if self._pressed is None or (self._gap is None and not self._far(here)):
            return
        self._gap = self._gap_at(here.y())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it there."""
        gap, pressed, self._gap, self._pressed = self._gap, self._pressed, None, None
        if gap is None or pressed is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        self._move(self.rowAt(pressed.y()), gap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the current row by one."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 2}.get(Qt.Key(event.key()))
        if by is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        self.step(by < 0)

    def step(self, up: bool) -> None:
        """Move the current row by one."""
        row = self.currentIndex().row()
        if row >= 0:
            self._move(row, row - 1 if up else row + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line where the row would go."""
        super().paintEvent(event)
        if self._gap is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.color("accent"), 3))
        last = self.rows.rowCount() - 1
        below = self._gap > last
        at = self.rowViewportPosition(min(self._gap, last)) + (self.rowHeight(last) if below else 0)
        painter.drawLine(4, at, self.viewport().width() - 4, at)

    def _move(self, row: int, gap: int) -> None:
        count = self.rows.rowCount()
        if row < 0 or not 0 <= gap <= count or gap in (row, row + 1):
            return
        before: Hashable | None = None if gap == count else self.rows.key_at(gap)
        self.moved.emit(self.rows.key_at(row), before)

    def _far(self, here: QPoint) -> bool:
        assert self._pressed is not None
        return abs(here.y() - self._pressed.y()) >= QApplication.startDragDistance()

    def _gap_at(self, y: int) -> int:
        row = self.rowAt(y)
        if row < 0:
            return 0 if y < 0 else self.rows.rowCount()
        return row + (y > self.rowViewportPosition(row) + self.rowHeight(row) / 2)
