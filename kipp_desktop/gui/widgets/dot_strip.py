"""A row of dots along a scale: how values lie, which lie together. Painted, and read aloud as one text."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kipp_desktop.gui.languages import number
from kipp_desktop.gui.theme import Theme

_DOT, _HIGHEST = 10, 3  # a dot's width; more than three in one place cover each other
Dot = tuple[str, Fraction]


class DotStrip(QWidget):
    """Dots for named values on a scale from `lowest` to `highest`; equal ones stand on each other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dots: list[Dot] = []
        self._ends = Fraction(0), Fraction(100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_dots(self, dots: Sequence[Dot], words: str) -> None:
        """Show these names and values on a scale that just holds them; `words` are read aloud."""
        self._dots = sorted(dots, key=_value_of)
        if self._dots:
            low, high = self._dots[0][1], self._dots[-1][1]
            self._ends = (low, high) if high > low else (low - 1, high + 1)
        self.setAccessibleName(words)
        self.setToolTip(", ".join(f"{name}: {number(value)}" for name, value in self._dots))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the dots, the line and the figures at its ends."""
        px = self._theme.px
        return QSize(px(200), px(_HIGHEST * (_DOT + 2) + 6) + self._theme.metrics("small").height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line, dots, and what the ends are."""
        if not self._dots:
            return
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = self._theme.metrics("small").height()
        line = self.height() - below - px(2)
        painter.setPen(QPen(self._theme.color("mark"), 1))
        painter.drawLine(0, line, self.width(), line)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("soft"))
        ends = QRectF(0, line + px(2), self.width(), below)
        painter.drawText(ends, Qt.AlignmentFlag.AlignLeft, number(self._dots[0][1]))
        if self._dots[-1][1] > self._dots[0][1]:
            painter.drawText(ends, Qt.AlignmentFlag.AlignRight, number(self._dots[-1][1]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        for centre in self._centres(line):
            painter.drawEllipse(centre, px(_DOT) / 2, px(_DOT) / 2)

    def _centres(self, line: int) -> list[QPointF]:
        """Where the dots go; those that would cover each other stand one above the other."""
        size, low, high = self._theme.px(_DOT), *self._ends
        room, stacked = self.width() - size, list[tuple[float, int]]()
        for _, value in self._dots:
            x = size / 2 + float((value - low) / (high - low)) * room
            level = stacked[-1][1] + 1 if stacked and x - stacked[-1][0] < size else 0
            stacked.append((stacked[-1][0] if level else x, level))
        return [
            QPointF(x, line - size / 2 - 2 - min(level, _HIGHEST - 1) * (size + 2)) for x, level in stacked
        ]


def _value_of(dot: Dot) -> Fraction:
    return dot[1]
