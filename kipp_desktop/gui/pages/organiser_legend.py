"""The marks with their words, small, at the foot of a board."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.state_mark import State, paint_state, state_words

_MARK, _GAP, _AIR = 13, 6, 16


class Legend(QWidget):
    """Marks and words in a row; those that don't fit any more are left out, the tooltip has all."""

    def __init__(self, theme: Theme, states: Sequence[State], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states = tuple(states)
        self._starred = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self._retranslate()

    def show_star(self, starred: bool) -> None:
        """Say what a star beside a mark means, or not."""
        if starred != self._starred:
            self._starred = starred
            self._retranslate()

    def sizeHint(self) -> QSize:
        """As wide as all of it."""
        marks = sum(self._width(state) for state in self._states)
        return QSize(marks + self._theme.metrics("small").horizontalAdvance(self._star()), self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """May be cut."""
        return QSize(0, self._theme.px(20))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits, whole entries only."""
        painter = QPainter(self)
        painter.setFont(self._theme.font("small"))
        left, side = 0, self._theme.px(_MARK)
        for state in self._states:
            width = self._width(state)
            if left + width > self.width() + self._theme.px(_AIR):
                return
            mark = QRectF(left, (self.height() - side) / 2, side, side)
            paint_state(painter, mark, state, self._theme.palette)
            painter.setPen(self._theme.color("soft"))
            text = QRectF(left + side + self._theme.px(_GAP), 0, width, self.height())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, state_words(state))
            left += width
        star = self._star()
        width = self._theme.metrics("small").horizontalAdvance(star)
        if star and left + width <= self.width():
            painter.drawText(QRectF(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, star)

    def _star(self) -> str:
        return translate("Legend", "* dari kertas") if self._starred else ""

    def _width(self, state: State) -> int:
        px = self._theme.px
        return px(_MARK + _GAP + _AIR) + self._theme.metrics("small").horizontalAdvance(state_words(state))

    def _retranslate(self) -> None:
        words = ", ".join(word for word in (*map(state_words, self._states), self._star()) if word)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()
