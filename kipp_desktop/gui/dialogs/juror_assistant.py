"""Pendamping: who types for the juror."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.assisting import LONGEST_NAME


class AssistantDialog(QDialog):
    """Begins the mode with a name, or ends it."""

    begun = Signal(str)
    ended = Signal()

    def __init__(self, theme: Theme, now: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = translate("AssistantDialog", "Pendamping mengetik")
        self.setWindowTitle(title)
        self.setMinimumWidth(min(theme.px(500), 1000))
        self.name = QLineEdit(now or "")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(translate("AssistantDialog", "Nama pendamping"))
        self.name.textChanged.connect(self._look)
        self.begin = Button(translate("AssistantDialog", "Pendamping mengetik"), "primary")
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._on_begin)
        self.end = Button(translate("AssistantDialog", "Juri mengetik sendiri"))
        self.end.setVisible(now is not None)
        self.end.clicked.connect(self._on_end)
        cancel = Button(translate("AssistantDialog", "Batal"))
        cancel.clicked.connect(self.reject)
        words = translate(
            "AssistantDialog",
            "Pendamping mengetik nilai yang diputuskan juri. Juri memeriksa cetakannya dan menandatangani. "
            "Berkas nilai dan cetakan ditandai “diketik oleh” dengan nama ini, termasuk bila juri kemudian "
            "mengetik sendiri lagi.",
        )
        label = Text(translate("AssistantDialog", "Nama pendamping"), "second", "soft")
        label.setBuddy(self.name)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.end)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Text(title, "heading"))
        column.addWidget(Text(words, "body", "soft").wrapped())
        column.addSpacing(4)
        column.addWidget(label)
        column.addWidget(self.name)
        column.addSpacing(8)
        column.addLayout(buttons)
        self._look()

    def _look(self) -> None:
        self.begin.setEnabled(bool(self.name.text().strip()))

    def _on_begin(self) -> None:
        self.accept()
        self.begun.emit(self.name.text())

    def _on_end(self) -> None:
        self.accept()
        self.ended.emit()
