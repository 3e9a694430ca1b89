"""A criterion on the sheet: name, weight, range, what the value given means, and the value."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.domain.rubric import Criterion, Descriptor, Rubric
from kipp_desktop.domain.scoring import scale_text
from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import LanguageCode, translate
from kipp_desktop.gui.pages.juror_choice import value_input
from kipp_desktop.gui.pages.juror_value import ScoreField
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Card
from kipp_desktop.gui.widgets.text import ElidedText, Text

_FIELD_WIDTH, _NARROW_FIELD = 130, 96
_NARROW = 440
_MARGINS = (18, 9, 18, 9)


class LevelStrip(QWidget):
    """One short stroke for each level of a criterion; the one that the value reaches is lit."""

    def __init__(self, theme: Theme, levels: tuple[Descriptor, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._levels = levels
        self._lit = -1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def light(self, value: int | None) -> Descriptor | None:
        """Light the level of a value, and return it."""
        reached = [
            at for at, one in enumerate(self._levels) if value is not None and one.from_ <= value <= one.to
        ]
        lit = reached[0] if reached else -1
        if lit != self._lit:
            self._lit = lit
            self.update()
        return self._levels[lit] if reached else None

    def sizeHint(self) -> QSize:
        """As many strokes as levels."""
        return (
            QSize(len(self._levels) * self._theme.px(16), self._theme.px(14)) if self._levels else QSize(0, 0)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strokes, each a little higher than the one before."""
        if not self._levels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        px, width = self._theme.px, self.width() / len(self._levels)
        for at in range(len(self._levels)):
            height = px(5) if at == self._lit else px(3)
            painter.setBrush(self._theme.color("accent" if at == self._lit else "track"))
            box = QRectF(at * width, (self.height() - height) / 2, width - px(3), height)
            painter.drawRoundedRect(box, height / 2, height / 2)


class CriterionCard(Card):
    """One criterion. Its height never changes by what is given, so that nothing moves under the hand."""

    committed = Signal(str, object, int)  # criterion, value in hundredths or None, visit
    entered = Signal(str)
    visited = Signal(str)
    pad_wanted = Signal(str)  # levels and figures to press
    pad_left = Signal()

    def __init__(self, theme: Theme, rubric: Rubric, criterion: Criterion, language: LanguageCode) -> None:
        super().__init__()
        self._theme = theme
        self.criterion = criterion
        self._language = language
        self._wrong = False
        self._unsaved = False
        self._ringed = False
        self._shown: int | None = None
        self._explained: tuple[int | None, bool, bool] | None = None
        self._weighted = rubric.total == "weighted"
        name = criterion.name.in_language(language)
        self._name = Text(name, "heading").wrapped()
        self._range = Text("", "small", "soft")
        self._levels = LevelStrip(theme, criterion.descriptors)
        self._meaning = ElidedText("", "small", "ink")
        self._weight = Text("", "second", "soft")
        self.input = value_input(theme, name, criterion.scale)
        self.input.committed.connect(self._on_committed)
        self.input.entered.connect(self._on_entered)
        self.input.typed.connect(self._on_typed)
        self.input.problem.connect(self._on_problem)
        self.input.installEventFilter(self)
        self.pad_button = IconButton(theme, "keypad", "")
        self.pad_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt and the arrow down do it by key
        self.pad_button.clicked.connect(self.ask_pad)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._lay_out()
        self._retranslate()
        self._dress()
        theme.changed.connect(self._dress)

    def show_value(self, value: int | None, locked: bool, unsaved: bool = False) -> None:
        """Show what was given, and whether the disk would not take it."""
        self._unsaved = unsaved
        self.input.set_locked(locked)
        self.input.show_value(value)
        self._explain()

    def focus(self) -> None:
        """Let the keys go here."""
        self.input.setFocus(Qt.FocusReason.TabFocusReason)

    def ask_pad(self) -> None:
        """Let the keys go here, and ask for levels and figures beside them."""
        self.input.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pad_wanted.emit(self.criterion.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """All of the card is a target: for a finger the field alone is small."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.ask_pad()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the best of the width."""
        super().resizeEvent(event)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring over the hairline: as a border it would take room and move what is inside."""
        super().paintEvent(event)
        if self._ringed:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the ring around the whole card while its value is being given."""
        if isinstance(event, QFocusEvent) and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            inside = event.type() == QEvent.Type.FocusIn
            self._ringed = inside
            self.update()
            if inside:
                self.visited.emit(self.criterion.id)
            elif event.reason() != Qt.FocusReason.PopupFocusReason:
                self.pad_left.emit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.pad_left.emit()
            elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.pad_wanted.emit(self.criterion.id)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._range)
        below.addWidget(self._levels)
        below.addWidget(self._meaning, 1)
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(self._name)
        texts.addLayout(below)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self._weight)
        row.addWidget(self.pad_button)
        row.addWidget(self.input)
        self.body.addLayout(row)
        self.body.setContentsMargins(*_MARGINS)

    def _on_committed(self, value: int | None, visit: int) -> None:
        self.committed.emit(self.criterion.id, value, visit)

    def _on_entered(self) -> None:
        self.entered.emit(self.criterion.id)

    def _on_typed(self, value: int | None) -> None:
        self._shown = value
        self._explain()

    def _on_problem(self, wrong: bool) -> None:
        if wrong != self._wrong:
            self._wrong = wrong
            self._explain()

    def _explain(self) -> None:
        """Below the name: what the value means, or why the text cannot be taken."""
        now = (self._shown, self._wrong, self._unsaved)
        if now == self._explained:
            return
        self._explained = now
        level = self._levels.light(None if self._wrong else self._shown)
        if self._wrong:
            words = translate("Criterion", "di luar skala, belum disimpan. Yang boleh: {allowed}")
            text = words.format(allowed=self._allowed())
        else:
            text = self._level_words(level) if level else ""
            if self._unsaved:
                unsaved = translate("Criterion", "belum tersimpan")
                text = f"{unsaved}  {text}"
        self._meaning.setText(text)
        self._meaning.set_tone("bad" if self._wrong or self._unsaved else "ink")
        said = translate("Criterion", "Yang boleh: {allowed}").format(allowed=self._allowed())
        opens = translate("Criterion", "Alt+panah bawah: tingkat dan angka")
        self.input.setAccessibleDescription(". ".join(part for part in (text, said, opens) if part))

    def _level_words(self, level: Descriptor) -> str:
        bounds = f"{centi_text(level.from_)}–{centi_text(level.to)}"
        return f"{bounds}  {level.text.in_language(self._language)}"

    def _allowed(self) -> str:
        if self.criterion.scale.check:
            return translate("Criterion", "ya atau tidak")
        return scale_text(self.criterion.scale)

    def _retranslate(self) -> None:
        self._range.setText(self._allowed())
        self._weight.setText(self._weight_words())
        levels = "\n".join(self._level_words(level) for level in self.criterion.descriptors)
        self.pad_button.set_name(translate("Criterion", "Tingkat dan angka (Alt+↓)"))
        self._levels.setToolTip(levels)
        self._range.setToolTip(levels)
        self._explained = None
        self._explain()

    def _weight_words(self) -> str:
        if self.criterion.weight_bp == 0:
            return translate("Criterion", "tidak dihitung")
        return f"{centi_text(self.criterion.weight_bp)} %" if self._weighted else ""

    def _dress(self) -> None:
        """Where it is narrow the field and the strokes give way to the words."""
        narrow = self.width() < self._theme.px(_NARROW)
        self._levels.setVisible(not narrow)
        has_pad = isinstance(self.input, ScoreField) or bool(self.criterion.descriptors)
        self.pad_button.setVisible(has_pad and not narrow)
        if isinstance(self.input, ScoreField):
            self.input.setFixedWidth(self._theme.px(_NARROW_FIELD if narrow else _FIELD_WIDTH))
