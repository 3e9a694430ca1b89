"""The organiser's path at the left: steps with a number, a name, a line of facts and a state mark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Role, Theme
from kipp_desktop.gui.widgets.state_mark import State, paint_state, state_words

_WALK: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS: tuple[int, ...] = (Qt.Key.Key_Home, Qt.Key.Key_End)


@dataclass(frozen=True, slots=True)
class Step:
    """What one step of the path shows."""

    name: str
    facts: str = ""
    state: State = State.EMPTY
    open: bool = True  # a shut step can be chosen, to read why, but is written quietly


class StepButton(QPushButton):
    """One step, painted by itself; a button for keyboard and screen reader."""

    def __init__(self, theme: Theme, number: int, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._theme = theme
        self._step = step
        self._current = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(step, current=False)
        theme.changed.connect(self.updateGeometry)

    def show_step(self, step: Step, current: bool) -> None:
        """Show a step anew."""
        self._step, self._current = step, current
        self.setAccessibleName(f"{self.number} {step.name}")
        words = [state_words(step.state), step.facts]
        if current:
            words.insert(0, translate("StepRail", "langkah ini"))
        self.setAccessibleDescription(", ".join(word for word in words if word))
        self.setToolTip(step.facts)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines and air."""
        return QSize(self._theme.px(200), self._theme.px(56))

    def minimumSizeHint(self) -> QSize:
        """May get narrow; the facts are cut with … then."""
        return QSize(self._theme.px(120), self._theme.px(56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave walking to the rail; a button of its own would walk out of it."""
        if event.key() in _WALK or event.key() in _ENDS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, mark, name and facts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        px = self._theme.px
        mark = QRectF(px(16), (self.height() - px(17)) / 2, px(17), px(17))
        paint_state(painter, mark, self._step.state, self._theme.palette)
        left, width = px(44), self.width() - px(44) - px(8)
        half = self.height() // 2
        lines = (QRect(left, 0, width, half), QRect(left, half + px(2), width, half))
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        name_line, name_at = lines[0], bottom
        if not self._step.facts:
            name_line, name_at = QRect(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter
        name = f"{self.number}  {self._step.name}"
        quiet = not (self._step.open or self._current)
        self._write(painter, name_line, name_at, name, "strong" if self._current else "body", quiet)
        self._write(painter, lines[1], top, self._step.facts, "small", True)

    def _paint_ground(self, painter: QPainter) -> None:
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._current or self.underMouse():
            painter.setBrush(self._theme.color("accent_soft" if self._current else "hover"))
            painter.drawRoundedRect(ground, 8, 8)
        if self._current:
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(QRectF(0, 9, 3, self.height() - 18), 1.5, 1.5)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 8, 8)

    def _write(
        self, painter: QPainter, line: QRect, at: Qt.AlignmentFlag, text: str, role: Role, quiet: bool
    ) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color("soft" if quiet else "ink"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, at | Qt.TextFlag.TextSingleLine, shown)


class StepRail(QFrame):
    """The steps of the path. It asks by `chosen`; the page answers with `set_current`."""

    chosen = Signal(int)  # index from 0

    def __init__(self, theme: Theme, name: str, steps: list[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "left")
        self.setAccessibleName(name)
        self._steps = list(steps)
        self._current = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 20, 10, 12)
        self._column.setSpacing(8)
        self._buttons = [StepButton(theme, number, step) for number, step in enumerate(steps, 1)]
        for button in self._buttons:
            button.clicked.connect(self._on_clicked)
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._show()

    @property
    def current(self) -> int:
        """Index of the step that is open."""
        return self._current

    def set_current(self, index: int) -> None:
        """Mark a step as the one that is open; does not emit `chosen`."""
        self._current = index
        self._show()

    def set_steps(self, steps: list[Step]) -> None:
        """Show the same steps with other facts and states, or in another language."""
        self._steps = list(steps)
        self._show()

    def add_below(self, widget: QWidget) -> None:
        """Put a widget at the foot of the path."""
        self._column.addWidget(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk along the path; Space and Enter choose."""
        at = next((i for i, button in enumerate(self._buttons) if button.hasFocus()), self._current)
        if event.key() in _WALK:
            self._focus(at + _WALK[event.key()])
        elif event.key() in _ENDS:
            self._focus(0 if event.key() == Qt.Key.Key_Home else len(self._buttons) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(at)
        else:
            super().keyPressEvent(event)

    def _focus(self, index: int) -> None:
        if 0 <= index < len(self._buttons):
            self._buttons[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.chosen.emit(button.number - 1)

    def _show(self) -> None:
        for index, (button, step) in enumerate(zip(self._buttons, self._steps, strict=True)):
            button.show_step(step, index == self._current)
