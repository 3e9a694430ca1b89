"""Giving a value: a field for a range, buttons for a small scale. Both speak the same signals."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kipp_desktop.domain.competition import Scale
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import centi_text, parse_centi
from kipp_desktop.domain.scoring import parse_value
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.value_field import ValueField

AUTOSAVE_MS = 700  # after the last key, when the text is a value of the scale
FEW_CHOICES = 7  # up to this many values are shown as buttons

_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_visits = count(1)


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


class ScoreField(ValueField):
    """A field for one value of a scale. It keeps what does not fit, in red, and never hands it on."""

    committed = Signal(object, int)  # value in hundredths or None, and the visit it belongs to
    typed = Signal(object)  # the value the text stands for now, or None
    problem = Signal(bool)  # whether the text cannot be taken
    entered = Signal()  # Enter, with a text that was taken

    def __init__(self, name: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._scale = scale
        self._stored: int | None = None
        self._visit = 0
        self._wrong = False
        self.setMaxLength(9)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(AUTOSAVE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.textEdited.connect(self._on_edited)

    def show_value(self, value: int | None) -> None:
        """Show what is stored; leaves a text alone that is being typed or waits to be put right."""
        unchanged, self._stored = value == self._stored, value
        if self._pause.isActive() or (self.hasFocus() and self._reads_as(value)):
            return
        if not (unchanged and self._wrong):
            self._write(value)

    def let_go(self) -> None:
        """Forget what is being typed, because another sheet comes."""
        self._pause.stop()
        self._wrong = False

    def set_locked(self, locked: bool) -> None:
        """Whether the value can only be read."""
        self.setReadOnly(locked)

    def settle(self) -> bool:
        """Hand the text on if it is a value (nothing = cleared); False if it cannot be taken."""
        self._pause.stop()
        if self.isReadOnly():
            return True
        value, fits = self._parsed()
        self._say(not fits)
        if fits and value != self._stored:
            self.committed.emit(value, self._visit)
        return fits

    def revert(self) -> None:
        """Show what is stored instead of what was typed."""
        self._pause.stop()
        self._write(self._stored)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A new visit: its values are undone together; what stands there is replaced by typing."""
        self._visit = next(_visits)
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves."""
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.settle():
            self._write(self._stored)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, arrows step along the scale, Escape goes back to what is stored."""
        if event.key() in _ENTER:
            if self.settle():
                self.entered.emit()
            else:
                self.selectAll()
        elif event.key() in _STEPS and not self.isReadOnly():
            self._step(_STEPS[event.key()])
        elif event.key() == Qt.Key.Key_Escape:
            self.revert()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the sheet: they concern values, not letters."""
        undo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if any(event.matches(key) for key in undo) or (control and event.key() == Qt.Key.Key_Y):
                event.ignore()
                return False
        return super().event(event)

    def _parsed(self) -> tuple[int | None, bool]:
        """The value of the text and whether it can be taken."""
        text = self.text().strip()
        if not text:
            return None, True
        try:
            return parse_value(text, self._scale), True
        except UserError:
            return None, False

    def _reads_as(self, value: int | None) -> bool:
        read, fits = self._parsed()
        return fits and read == value

    def _on_edited(self, text: str) -> None:
        value, fits = self._parsed()
        self.typed.emit(value if fits else None)
        if fits:
            self._say(False)
        elif self._hopeless(text):
            self._say(True)
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()  # an emptied field may be about to be filled again; leaving it clears

    def _hopeless(self, text: str) -> bool:
        """Whether no further key can make the text a value."""
        try:
            return parse_centi(text) > self._scale.highest
        except UserError:
            return True

    def _on_pause(self) -> None:
        self.settle()

    def _step(self, steps: int) -> None:
        value, fits = self._parsed()
        start = value if fits else self._stored
        self._write(self._scale.neighbour(start, steps))
        self._pause.start()

    def _write(self, value: int | None) -> None:
        text = "" if value is None else centi_text(value)
        if self.text() != text:
            self.setText(text)
        self._say(False)
        self.typed.emit(value)

    def _say(self, wrong: bool) -> None:
        self._wrong = wrong
        self.set_invalid(wrong)
        self.problem.emit(wrong)


class ChoiceField(QWidget):
    """Buttons for the values of a small scale: click them, or type their figure. Delete clears."""

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

    def show_value(self, value: int | None) -> None:
        """Show what is stored."""
        self._stored = value
        for each, button in self._buttons.items():
            button.setChecked(each == value)
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
        if key in _ENTER:
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
        """Show the ring."""
        super().focusInEvent(event)
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
            button.setText(choice_text(self._scale, value))
            button.setAccessibleName(f"{self._name}: {button.text()}")

    def _meant(self, text: str) -> int | None:
        """The value whose button begins with what was typed."""
        found = [v for v, b in self._buttons.items() if text.strip() and b.text().lower() == text.lower()]
        starts = [
            v for v, b in self._buttons.items() if text.strip() and b.text().lower().startswith(text.lower())
        ]
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
