"""What a page shows when there is nothing to show yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kipp_desktop.gui.icons import icon_pixmap
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text

_WIDTH = 440


class EmptyState(QWidget):
    """An icon, what this place is for, what to do, and at most one button."""

    asked = Signal()  # the button was pressed

    def __init__(self, theme: Theme, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._picture = QLabel()
        self._title = Text("", "heading").wrapped()
        self._words = Text("", "body", "soft").wrapped()
        self._button = Button("", "primary")
        self._button.clicked.connect(self.asked)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(8)
        column.addStretch(1)
        for part in (self._picture, self._title, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self._middle, 100)
        row.addStretch(1)
        self._dress()
        theme.changed.connect(self._dress)

    def set_words(self, title: str, words: str, button: str = "") -> None:
        """Write the sentences; without a text the button is not there."""
        self._title.setText(title)
        self._words.setText(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def _dress(self) -> None:
        size = self._theme.px(40)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icon_pixmap(self._theme, self._icon_name, "mark", size, ratio))
        self._middle.setMaximumWidth(self._theme.px(_WIDTH))
