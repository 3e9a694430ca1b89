"""The board with its heading: which stage, who is late, a reminder to copy."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models import board as words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.pages.organiser_board import BoardView
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.empty_state import EmptyState
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services.results import Board


class BoardPart(QWidget):
    """One stage's board at a time; before the first package, what it waits for."""

    changed = Signal()  # another stage is shown
    copied = Signal()  # the reminder is on the clipboard

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._overview: Overview | None = None
        self._language = "id"
        self.board = BoardView(theme)
        self.remind = Button("", "ghost")
        self._title = Text("", "heading")
        self._stages = Choice()
        self.late = ElidedText("", "second", "accent")
        self.late.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._empty = EmptyState(theme, "table")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._stages)
        row.addStretch(1)
        row.addWidget(self.late, 8)
        row.addWidget(self.remind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.board)
        column.addWidget(self._empty)
        self.remind.clicked.connect(self.copy_reminder)
        self._stages.activated.connect(self._on_stage)
        self._retranslate()

    def shown(self) -> Board | None:
        """The board of the chosen stage; the stage that is judged now if none was chosen."""
        if self._overview is None:
            return None
        stage = self._stages.currentData() or self._overview.board_stage()
        return self._overview.boards.get(stage) if stage else None

    def show_overview(self, overview: Overview, language: str) -> None:
        """Draw the board and who is late."""
        self._overview, self._language = overview, language
        self._fill_stages(overview)
        shown = self.shown()
        self._empty.setVisible(shown is None)
        for part in (self.board, self._title, self.late):
            part.setVisible(shown is not None)
        self.remind.hide()
        if shown is None:
            return
        typed = overview.intake.typed_by
        self.board.show_board(
            shown, {juror: name for (juror, stage), name in typed.items() if stage == shown.stage}
        )
        late = words.late_line(words.standings(shown))
        self.late.setText(late or translate("ReceivePage", "Semua juri lengkap."))
        self.late.set_tone("accent" if late else "ok")
        self.remind.setVisible(bool(late))

    def copy_reminder(self) -> None:
        """Put the message for those who are late on the clipboard."""
        shown = self.shown()
        if shown is not None:
            QGuiApplication.clipboard().setText(words.reminder(shown, words.standings(shown)))
            self.copied.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(translate("ReceivePage", "Papan juri × peserta"))
        self._stages.setAccessibleName(translate("ReceivePage", "Tahap"))
        self.remind.setText(translate("ReceivePage", "&Salin pesan pengingat"))
        self._empty.set_words(
            translate("ReceivePage", "Belum ada lembar nilai"),
            translate("ReceivePage", "Papan terisi setelah paket diterbitkan di langkah Bagikan."),
        )

    def _on_stage(self, at: int) -> None:
        if self._overview is not None:
            self.show_overview(self._overview, self._language)
            self.changed.emit()

    def _fill_stages(self, overview: Overview) -> None:
        """Offer the stages with sheets: a new one goes first, else the one that was chosen stays chosen."""
        newest, kept = self._stages.itemData(0), self._stages.currentData()
        if newest != overview.board_stage():
            kept = None
        self._stages.clear()
        for stage in reversed(list(overview.boards)):
            found = overview.competition.stage_by_id[stage]
            self._stages.addItem(found.name.in_language(self._language), stage)
        self._stages.setCurrentIndex(max(0, self._stages.findData(kept)))
        self._stages.setVisible(len(overview.boards) > 1)
