"""Checking a published result from the first page: for whoever has a bundle and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.verify import VerifyPanel
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text


class CheckPage(QWidget):
    """The verifier's panel with a way back."""

    left = Signal()

    def __init__(self, around: Surroundings, notice: NoticeBar) -> None:
        super().__init__()
        self._title = Text("", "title")
        self.back = Button("", "ghost")
        self.back.clicked.connect(self.left)
        self.panel = VerifyPanel(around.theme, around.languages, around.tasks, notice)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 8, 26, 8)
        column.addLayout(head)
        column.addWidget(self.panel, 1)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(translate("CheckPage", "Periksa hasil"))
        self.back.setText(translate("CheckPage", "&Kembali"))
