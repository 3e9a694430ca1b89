"""Lines that stay until their cause is gone: what the disk refuses, alarms, differences, what to score again,
what no file holds yet.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kipp_desktop.gui.icons import icon_pixmap
from kipp_desktop.gui.languages import time_words, translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card, CardKind
from kipp_desktop.gui.widgets.text import ElidedText


class StandingLine(Card):
    """One line with its button. It can't be dismissed."""

    pressed = Signal()

    def __init__(self, theme: Theme, kind: CardKind, parent: QWidget | None = None) -> None:
        super().__init__(kind=kind, parent=parent)
        self._theme = theme
        self._tone = "bad" if kind == "bad" else "warn"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._picture = QLabel()
        self._text = ElidedText("", "strong")
        self.button = Button("", "ghost")
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.body.setContentsMargins(16, 2, 8, 2)
        self.body.addLayout(row)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def text(self) -> str:
        """What is said now; empty when hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_words(self, words: str, button: str) -> None:
        """Say something and offer what to do about it; empty words hide the line."""
        self._text.setText(words)
        self.button.setText(button)
        self.button.setAccessibleDescription(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _dress(self) -> None:
        size = self._theme.px(18)
        self._picture.setPixmap(
            icon_pixmap(self._theme, "warning", self._tone, size, self.devicePixelRatioF())
        )


class Standing(NamedTuple):
    """What there is to say: alarms in words, and how much waits for the juror."""

    unsaved: int = 0
    alarms: tuple[str, ...] = ()
    differences: int = 0
    rescore: int = 0
    unsent: int = 0
    sent_at: datetime | None = None


class StandingLines(QWidget):
    """The most pressing first. It only says what was pressed."""

    rescue_wanted = Signal()
    status_wanted = Signal()
    differences_wanted = Signal()
    rescore_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unsaved = StandingLine(theme, "bad")
        self.alarm = StandingLine(theme, "bad")
        self.differences = StandingLine(theme, "warn")
        self.rescore = StandingLine(theme, "warn")
        self.unsent = StandingLine(theme, "warn")
        self._standing = Standing()
        self._low = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line, signal in (
            (self.unsaved, self.rescue_wanted),
            (self.alarm, self.status_wanted),
            (self.differences, self.differences_wanted),
            (self.rescore, self.rescore_wanted),
            (self.unsent, self.export_wanted),
        ):
            column.addWidget(line)
            line.pressed.connect(signal)

    def show_standing(self, standing: Standing) -> None:
        """Show what is so now; a line without cause is gone."""
        self._standing = standing
        self._say()

    def set_low(self, low: bool) -> None:
        """In a low window only the most pressing line is shown; the next follows once it is settled."""
        if low != self._low:
            self._low = low
            self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language; the alarms come anew from whoever knows them."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        now = self._standing
        words = translate(
            "Standing", "%n isian belum tersimpan: laptop ini tidak dapat menyimpan", "", now.unsaved
        )
        self.unsaved.show_words(words if now.unsaved else "", translate("Standing", "Salinan darurat …"))
        more = translate("Standing", "Selengkapnya …")
        words = now.alarms[-1] if now.alarms else ""
        if len(now.alarms) > 1:
            words = f"({len(now.alarms)})  {words}"
        self.alarm.show_words(words, more)
        words = translate(
            "Standing", "%n perbedaan antara dua laptop menunggu pilihan Anda", "", now.differences
        )
        self.differences.show_words(words if now.differences else "", translate("Standing", "Pilih …"))
        words = translate(
            "Standing", "%n nilai perlu dinilai ulang: arti kriterianya berubah", "", now.rescore
        )
        self.rescore.show_words(words if now.rescore else "", translate("Standing", "Buka lembarnya"))
        self.unsent.show_words(self._unsent_words() if now.unsent else "", translate("Standing", "Ekspor …"))
        self._show_first()

    def _show_first(self) -> None:
        lines = (self.unsaved, self.alarm, self.differences, self.rescore, self.unsent)
        for line in [line for line in lines if line.text()][1:] if self._low else ():
            line.hide()

    def _unsent_words(self) -> str:
        now = self._standing
        if now.sent_at is None:
            return translate("Standing", "Jeda? %n isian belum ada di berkas nilai mana pun", "", now.unsent)
        words = translate("Standing", "Jeda? %n perubahan sejak ekspor terakhir pukul {time}", "", now.unsent)
        return words.format(time=time_words(now.sent_at, seconds=False))
