"""The bar at the top: what is open, that it is saved, and what was received."""

from __future__ import annotations

import re
from datetime import datetime, time

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import time_words, translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.state_mark import State, paint_state
from kipp_desktop.gui.widgets.text import ElidedText, Tone

_FADE = 120  # milliseconds; the only animation of the program
_NARROW = 760  # pixels at 100 %


class SavedNote(QWidget):
    """ "Tersimpan 10.32.05" with a tick; it fades in again at each save. Empty before the first one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._when: time | datetime | None = None
        self._failure = ""
        self._room = 0  # pixels that the words need
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._repaint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._measure)

    def show_saved(self, when: time | datetime) -> None:
        """Say when the last change was committed. Call only after COMMIT."""
        self._when, self._failure = when, ""
        self._measure()
        self._fade.stop()
        self._fade.start()

    def show_failure(self, words: str) -> None:
        """Say that the last change is not saved; stays until the next `show_saved`."""
        self._failure = words
        self._fade.stop()
        self._measure()

    def text(self) -> str:
        """What is shown now."""
        if self._failure:
            return self._failure
        if self._when is None:
            return ""
        return translate("SavedNote", "Tersimpan {time}").format(time=time_words(self._when))

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(self._room, self._theme.px(20))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._measure()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark and words, faded while fresh."""
        if not self.text():
            return
        painter = QPainter(self)
        running = self._fade.state() == QVariantAnimation.State.Running
        painter.setOpacity(float(self._fade.currentValue()) if running else 1.0)
        side = self._theme.px(16)
        mark = QRectF(0, (self.height() - side) / 2, side, side)
        state = State.CONFLICT if self._failure else State.LOCKED
        paint_state(painter, mark, state, self._theme.palette)
        font = self._theme.font("second")
        font.setWeight(self._theme.font("strong").weight())
        painter.setFont(font)
        painter.setPen(self._theme.color("bad" if self._failure else "ok"))
        rest = self.rect().adjusted(side + self._theme.px(6), 0, 0, 0)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())

    def _measure(self) -> None:
        """Make room for the words; no second takes more than another, so that nothing beside it moves."""
        words = self.text()
        self.setAccessibleName(words)
        still = re.sub(r"\d", "0", words)
        room = self._theme.metrics("strong").horizontalAdvance(still) + self._theme.px(26) if words else 0
        if room != self._room:
            self._room = room
            self.updateGeometry()
        self.update()

    def _repaint(self, value: float) -> None:
        self.update()


class HeaderBar(QFrame):
    """Title and subtitle at the left; at the right the saved note, the receipt line and what pages add."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("bar", "top")
        self._title = ElidedText("", "strong")
        self._subtitle = ElidedText("", "small", "soft")
        self._receipt = ElidedText("", "second", "soft")
        self.saved = SavedNote(theme)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._subtitle)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(24)
        row.addLayout(texts, 1)
        self._told = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._told.addWidget(self.saved)
        self._told.addWidget(self._receipt)
        row.addLayout(self._told)
        self._end = QHBoxLayout()
        self._end.setSpacing(8)
        row.addLayout(self._end)
        self._receipt.hide()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Say what is open."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_receipt(self, words: str, tone: Tone = "soft") -> None:
        """Say what the organiser has received ("diterima panitia 10/10"); empty hides it."""
        self._receipt.setText(words)
        self._receipt.set_tone(tone)
        self._receipt.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, what was received stands below what is saved: the title needs the width."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_NARROW)
        directions = QBoxLayout.Direction
        self._told.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._told.setSpacing(2 if narrow else 24)

    def add(self, widget: QWidget) -> None:
        """Put a pill or a button at the right end."""
        self._end.addWidget(widget)
