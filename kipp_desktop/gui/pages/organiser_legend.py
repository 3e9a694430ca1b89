"""The marks with their words, small, at the foot of a board."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.state_mark import State, paint_state, state_words

_MARK, _GAP, _AIR, _LINE = 13, 6, 16, 20


class Legend(QWidget):
    """Marks and words in a row, on as many lines as they need."""

    def __init__(self, theme: Theme, states: Sequence[State], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states = tuple(states)
        self._starred = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)
        self._retranslate()

    def show_star(self, starred: bool) -> None:
        """Say what a star beside a mark means, or not."""
        if starred != self._starred:
            self._starred = starred
            self._retranslate()

    def sizeHint(self) -> QSize:
        """As wide as all of it."""
        return QSize(sum(width for _, _, width in self._parts()), self._theme.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest part."""
        return QSize(max(width for _, _, width in self._parts()), self._theme.px(_LINE))

    def heightForWidth(self, width: int) -> int:
        """As many lines as the parts need."""
        return (1 + self._placed(width)[-1][1]) * self._theme.px(_LINE)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every part."""
        painter = QPainter(self)
        painter.setFont(self._theme.font("small"))
        px = self._theme.px
        placed = self._placed(self.width())
        above = (self.height() - (1 + placed[-1][1]) * px(_LINE)) / 2
        for (state, words, width), (left, line) in zip(self._parts(), placed, strict=True):
            top = above + line * px(_LINE)
            text = QRectF(left, top, width, px(_LINE))
            if state is not None:
                mark = QRectF(left, top + (px(_LINE) - px(_MARK)) / 2, px(_MARK), px(_MARK))
                paint_state(painter, mark, state, self._theme.palette)
                text.setLeft(left + px(_MARK + _GAP))
            painter.setPen(self._theme.color("soft"))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words)

    def _parts(self) -> list[tuple[State | None, str, int]]:
        """Mark, words and width of each part; the star has no mark of its own."""
        px, metrics = self._theme.px, self._theme.metrics("small")
        named = [(state, state_words(state)) for state in self._states]
        parts: list[tuple[State | None, str, int]] = [
            (state, words, px(_MARK + _GAP + _AIR) + metrics.horizontalAdvance(words))
            for state, words in named
        ]
        if self._starred:
            star = translate("Legend", "* dari kertas")
            parts.append((None, star, px(_AIR) + metrics.horizontalAdvance(star)))
        return parts

    def _placed(self, width: int) -> list[tuple[int, int]]:
        """Left edge and line of each part; the air behind the last one of a line may be missing."""
        air = self._theme.px(_AIR)
        placed: list[tuple[int, int]] = []
        left = line = 0
        for _, _, wide in self._parts():
            if left and left + wide - air > width:
                left, line = 0, line + 1
            placed.append((left, line))
            left += wide
        return placed

    def _retranslate(self) -> None:
        words = ", ".join(words for _, words, _ in self._parts())
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()
