"""The result digest in 16 groups, of which some are left out for a witness to type from the signed paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QLineEdit, QSizePolicy, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.text import Text

GROUPS, LENGTH = 16, 4
_WIDE = 760  # pixels at 100 % from which all groups stand in one row


class BlankedDigest(QWidget):
    """Shows the groups; `typed` comes with {place: group} once every blank one is filled."""

    typed = Signal(object)  # dict: place from 0 → four hex digits

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.fields: dict[int, QLineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(GROUPS, 1)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._cells: list[QWidget] = []
        self._a_row = 0

    def show_groups(self, groups: Sequence[str], blanks: Sequence[int]) -> None:
        """Show another digest; the groups at `blanks` (from 0) are asked for."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.deleteLater()
        self.fields = {place: self._field(place) for place in blanks}
        self._cells = [self.fields.get(place) or self._group(groups[place]) for place in range(GROUPS)]
        self._a_row = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row where there is room, else two."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        a_row = GROUPS if self.width() >= self._theme.px(_WIDE) else GROUPS // 2
        if a_row == self._a_row:
            return
        self._a_row = a_row
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // a_row, place % a_row, Qt.AlignmentFlag.AlignCenter)
            cell.show()
        self.updateGeometry()

    def _group(self, group: str) -> Text:
        text = Text(group)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setFixedWidth(self._theme.px(42))
        return text

    def _field(self, place: int) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(LENGTH)
        field.setFixedWidth(self._theme.px(58))
        field.setPlaceholderText("····")
        field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9A-Fa-f]*"), field))
        field.setAccessibleName(translate("BlankedDigest", "Kelompok ke-{n} dari kertas").format(n=place + 1))
        field.textEdited.connect(self._on_edited)
        return field

    def _on_edited(self, text: str) -> None:
        found = {place: field.text().lower() for place, field in self.fields.items()}
        if all(len(group) == LENGTH for group in found.values()):
            self.typed.emit(found)
        elif len(text) == LENGTH:
            self.focusNextChild()
