"""Giving a value of a small scale: buttons, with the same signals as the field for a range."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QSizePolicy, QWidget

from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.domain.rubric import Scale
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.juror_value import ENTER_KEYS, ScoreField
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button

_TICK = "✓ "
FEW_CHOICES = 7  # up to this many values are shown as buttons


def choices(scale: Scale) -> list[int]:
    """The values of a scale small enough for buttons, else nothing."""
    if scale.check:
        return [100, 0]
    if scale.values is not None:
        return list(scale.values) if len(scale.values) <= FEW_CHOICES else []
    if (scale.max - scale.min) // scale.step < FEW_CHOICES:
        return list(range(scale.min, scale.max + 1, scale.step))
    return []


def choice_text(scale: Scale, value: int) -> str:
    """What a button of a small scale says."""
    if scale.check:
        return translate("Choice", "Ya") if value else translate("Choice", "Tidak")
    return centi_text(value)


class ChoiceField(QGroupBox):
    """Buttons for the values of a small scale: click them, or type their figure. Delete clears.

    A group box, because only that is told to screen readers as a group of choices.
    """

    committed = Signal(object, int)
    typed = Signal(object)
    problem = Signal(bool)  # never sent: there is no button for a wrong value
    entered = Signal()

    def __init__(self, theme: Theme, name: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = scale
        self._stored: int | None = None
        self._locked = False
        self._name = name
        self.setProperty("plain", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(4)
        self._buttons: dict[int, Button] = {}
        for value in choices(scale):
            button = Button()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._on_clicked)
            self._buttons[value] = button
            row.addWidget(button)
        self._retranslate()
        self.show_value(None)
        theme.changed.connect(self._name_buttons)

    def show_value(self, value: int | None) -> None:
        """Show what is stored."""
        self._stored = value
        for each, button in self._buttons.items():
            button.setChecked(each == value)
        self._name_buttons()
        said = translate("ValueField", "belum") if value is None else choice_text(self._scale, value)
        self.setAccessibleName(f"{self._name}: {said}")
        self.typed.emit(value)

    def set_locked(self, locked: bool) -> None:
        """Whether the value can only be read."""
        self._locked = locked
        for button in self._buttons.values():
            button.setEnabled(not locked)

    def settle(self) -> bool:
        """Nothing ever waits."""
        return True

    def revert(self) -> None:
        """Nothing ever waits."""

    def let_go(self) -> None:
        """Nothing ever waits."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The figure of a button chooses it; arrows walk; Delete clears; Enter goes on."""
        key = event.key()
        if key in ENTER_KEYS:
            self.entered.emit()
        elif self._locked:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._give(None)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
            self._walk(1 if key in (Qt.Key.Key_Up, Qt.Key.Key_Right) else -1)
        elif (value := self._meant(event.text())) is not None:
            self._give(value)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; a group box would hand the keys on."""
        QWidget.focusInEvent(self, event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Say the buttons in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring around all buttons while the keys go here."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _retranslate(self) -> None:
        for value, button in self._buttons.items():
            button.setAccessibleName(f"{self._name}: {choice_text(self._scale, value)}")
        self._name_buttons()

    def _name_buttons(self) -> None:
        """A tick before what is chosen, told without colour; it has its room from the start."""
        for value, button in self._buttons.items():
            words = choice_text(self._scale, value)
            button.setText(f"{_TICK}{words}" if button.isChecked() else words)
            room = self._theme.metrics("body").horizontalAdvance(f"{_TICK}{words}")
            button.setMinimumWidth(max(self._theme.px(44), room + self._theme.px(24)))

    def _meant(self, text: str) -> int | None:
        """The value whose button begins with what was typed."""
        typed = text.strip().lower()
        named = {value: choice_text(self._scale, value).lower() for value in self._buttons} if typed else {}
        found = [value for value, words in named.items() if words == typed]
        starts = [value for value, words in named.items() if words.startswith(typed)]
        return next(iter(found or starts), None)

    def _walk(self, step: int) -> None:
        values = sorted(self._buttons)
        if self._stored is None:
            self._give(values[0] if step > 0 else values[-1])
        else:
            at = values.index(self._stored) + step
            self._give(values[max(0, min(len(values) - 1, at))])

    def _on_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        pressed = self.sender()
        value = next(value for value, button in self._buttons.items() if button is pressed)
        self._give(None if value == self._stored else value)

    def _give(self, value: int | None) -> None:
        self.committed.emit(value, 0)
        self.show_value(self._stored)  # the page has shown what is stored by now, refused or not


ValueInput = ScoreField | ChoiceField


def value_input(theme: Theme, name: str, scale: Scale) -> ValueInput:
    """What fits a scale."""
    return ChoiceField(theme, name, scale) if choices(scale) else ScoreField(name, scale)
