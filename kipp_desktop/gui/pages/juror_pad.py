"""Beside a field: what its levels mean, and figures to press for whoever has no keyboard at hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.gui.languages import LanguageCode, translate
from kipp_desktop.gui.pages.juror_value import ScoreField
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text

_KEY, _LEVELS = 46, 260  # widths at 100 %
_GAP = 6
_FIGURES = "789456123,0"
_KEYS = {str(figure): Qt.Key(Qt.Key.Key_0 + figure) for figure in range(10)} | {",": Qt.Key.Key_Comma}


class ScorePad(Card):
    """Lies over the sheet beside the card it was opened for. Its buttons press the keys of the field, which
    keeps the focus: what can be typed can be pressed, and is refused alike.
    """

    def __init__(self, theme: Theme, sheet: QWidget) -> None:
        super().__init__(parent=sheet)
        self._theme = theme
        self._sheet = sheet
        self._field: QWidget | None = None
        self._fresh = False  # the first figure replaces what stands there, as typing would
        self.setProperty("pad", True)
        self._levels = QVBoxLayout()
        self._levels.setSpacing(6)
        self._levels.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lines: list[Text] = []
        self._keys = QWidget()
        self.buttons: dict[str, Button] = {}  # made when it is first opened: the start doesn't wait for them
        self.hide()

    def is_for(self, field: QWidget) -> bool:
        """Whether it is open for a field."""
        return self.isVisible() and self._field is field

    def open_for(self, card: QWidget, field: QWidget, criterion: Criterion, language: LanguageCode) -> None:
        """Show levels and keys for a field; nothing to show is no pad."""
        has_keys = isinstance(field, ScoreField) and not field.isReadOnly()
        if not has_keys and not criterion.descriptors:
            self.hide()
            return
        if not self.buttons:
            self._lay_out()
        self._field, self._fresh = field, True
        self._show_levels(criterion, language)
        self._keys.setVisible(has_keys)
        self._name()
        self.setAccessibleName(criterion.name.in_language(language))
        self._take_room()
        self._stand_beside(card)
        self.show()
        self.raise_()

    def press(self, name: str) -> None:
        """Press one of the buttons."""
        field = self._field
        if not isinstance(field, ScoreField):
            return
        if self._fresh and name in _KEYS:
            field.selectAll()
        self._fresh = False
        if name == "clear":
            field.selectAll()
            name = "back"
        press = {
            "back": Qt.Key.Key_Backspace,
            "more": Qt.Key.Key_Up,
            "less": Qt.Key.Key_Down,
            "next": Qt.Key.Key_Return,
        }
        key, text = (_KEYS[name], name) if name in _KEYS else (press[name], "")
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def _lay_out(self) -> None:
        grid = QGridLayout(self._keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        for at, figure in enumerate(_FIGURES):
            grid.addWidget(self._button(figure, figure), at // 3, at % 3)
        grid.addWidget(self._button("back", "⌫"), 3, 2)
        for row, (name, text) in enumerate((("more", "+"), ("less", "−"), ("clear", "C"))):
            grid.addWidget(self._button(name, text), row, 3)
        grid.addWidget(self._button("next", "↵"), 3, 3)
        self.buttons["next"].set_kind("primary")
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(self._levels)
        row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.addLayout(row)

    def _button(self, name: str, text: str) -> Button:
        button = Button(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("key", name)
        button.clicked.connect(self._on_key)
        self.buttons[name] = button
        return button

    def _on_key(self) -> None:
        self.press(self.sender().property("key"))

    def _name(self) -> None:
        names = {
            "back": translate("ScorePad", "hapus angka terakhir"),
            "more": translate("ScorePad", "naikkan satu langkah"),
            "less": translate("ScorePad", "turunkan satu langkah"),
            "clear": translate("ScorePad", "kosongkan"),
            "next": translate("ScorePad", "simpan dan lanjut"),
        }
        for name, button in self.buttons.items():
            button.setAccessibleName(names.get(name, name))
            button.setToolTip(names.get(name, ""))
            button.setFixedWidth(self._theme.px(_KEY))

    def _show_levels(self, criterion: Criterion, language: LanguageCode) -> None:
        for line in self._lines:
            self._levels.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for level in reversed(criterion.descriptors):
            bounds = f"{centi_text(level.from_)}–{centi_text(level.to)}"
            line = Text(f"{bounds}   {level.text.in_language(language)}", "second").wrapped()
            self._levels.addWidget(line)
            self._lines.append(line)

    def _take_room(self) -> None:
        """As wide as the sheet allows: where it is narrow the levels break into more lines."""
        wide = 4 * self._theme.px(_KEY) + 3 * _GAP
        self._keys.setFixedWidth(wide)
        keys = wide + 20 if self._keys.isVisibleTo(self) else 0
        margins = self.body.contentsMargins()
        most = self._sheet.width() - keys - margins.left() - margins.right() - 16
        for line in self._lines:
            line.setFixedWidth(min(self._theme.px(_LEVELS), most))
        self.adjustSize()

    def _stand_beside(self, card: QWidget) -> None:
        """Below the card where there is room, else above it, in any case within the sheet."""
        sheet = self._sheet
        under = card.mapTo(sheet, QPoint(card.width() - self.width(), card.height() + 4))
        over = card.mapTo(sheet, QPoint(0, -self.height() - 4)).y()
        top = under.y() if under.y() + self.height() <= sheet.height() else over
        self.move(
            max(0, min(under.x(), sheet.width() - self.width())),
            max(0, min(top, sheet.height() - self.height())),
        )
