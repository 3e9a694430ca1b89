"""Lines that stay until their cause is gone: alarms, open differences, cells to score again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kipp_desktop.gui.icons import icon_pixmap
from kipp_desktop.gui.languages import translate
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
            icon_pixmap(self._theme, "warning", self._tone, size, self.devicePixelRatio())
        )


class StandingLines(QWidget):
    """Alarms first. It only says what was pressed."""

    status_wanted = Signal()
    differences_wanted = Signal()
    rescore_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.alarm = StandingLine(theme, "bad")
        self.differences = StandingLine(theme, "warn")
        self.rescore = StandingLine(theme, "warn")
        self._alarms: list[str] = []
        self._open = 0
        self._cells = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in (self.alarm, self.differences, self.rescore):
            column.addWidget(line)
        self.alarm.pressed.connect(self.status_wanted)
        self.differences.pressed.connect(self.differences_wanted)
        self.rescore.pressed.connect(self.rescore_wanted)

    def show_standing(self, alarms: list[str], differences: int, rescore: int) -> None:
        """Show alarms in words, and how many differences and cells wait for the juror."""
        self._alarms, self._open, self._cells = alarms, differences, rescore
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language; the alarms come anew from whoever knows them."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        more = translate("Standing", "Selengkapnya …")
        words = self._alarms[-1] if self._alarms else ""
        if len(self._alarms) > 1:
            words = f"({len(self._alarms)})  {words}"
        self.alarm.show_words(words, more)
        words = translate("Standing", "%n perbedaan antara dua laptop menunggu pilihan Anda", "", self._open)
        self.differences.show_words(words if self._open else "", translate("Standing", "Pilih …"))
        words = translate(
            "Standing", "%n nilai perlu dinilai ulang: arti kriterianya berubah", "", self._cells
        )
        self.rescore.show_words(words if self._cells else "", translate("Standing", "Buka lembarnya"))
