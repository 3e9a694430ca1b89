"""Fields for numbers: the large one in which a value is given, and the small one of settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import set_property


class ValueField(QLineEdit):
    """A line for one number, aligned right. What it may hold is for the page to check."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "value")
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textChanged.connect(self._look)
        self._look()

    def set_invalid(self, invalid: bool) -> None:
        """Draw the field in red; say why beside it and in its accessible description."""
        set_property(self, "invalid", invalid)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make room for large figures."""
        super().focusInEvent(event)
        self._look()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say again that there is nothing yet."""
        super().focusOutEvent(event)
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._look()
        super().changeEvent(event)

    def _look(self) -> None:
        self.setPlaceholderText("" if self.hasFocus() else translate("ValueField", "belum"))
        set_property(self, "blank", not self.text() and not self.hasFocus())


class NumberBox(QSpinBox):
    """A whole number within bounds, with arrows: weights, minutes, places."""

    def __init__(
        self, name: str, minimum: int, maximum: int, suffix: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(minimum, maximum)
        self.setSuffix(suffix)
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # Qt's style sheets cannot reach into a spin box
