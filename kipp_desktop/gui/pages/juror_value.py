"""Giving a value of a range: a field that saves by itself and refuses in place."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import centi_text, parse_centi
from kipp_desktop.domain.rubric import Scale
from kipp_desktop.domain.scoring import parse_value
from kipp_desktop.gui.widgets.value_field import ValueField

AUTOSAVE_MS = 700  # after the last key, when the text is a value of the scale

_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_visits = count(1)


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
        by_hand = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in by_hand and not self.isReadOnly():
            self.selectAll()
        else:
            self.deselect()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves."""
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.settle():
            self._write(self._stored)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, arrows step along the scale, Escape goes back to what is stored."""
        if event.key() in ENTER_KEYS:
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
