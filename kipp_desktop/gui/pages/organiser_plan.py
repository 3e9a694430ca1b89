"""The plan of step Terima: what each score file would bring, or brought, and what to tell its sender."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.outcomes import SentenceOf, file_rows
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.rich_table import FILE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.sentences import sentence_of
from kipp_desktop.services.asking import ask_again
from kipp_desktop.services.file_outcomes import FileOutcome

_MOST_FILES = 4  # rows of the plan before it scrolls inside


class PlanCard(Card):
    """One row per file; hidden while there is none. For a refused file, a message to its sender."""

    chosen = Signal()  # another row, or none
    copied = Signal()  # the message is on the clipboard

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._files: tuple[FileOutcome, ...] = ()
        self._title = ""
        self.table = RichTable(
            theme, "", [Column(""), Column(""), Column("", 190, Qt.AlignmentFlag.AlignRight)]
        )
        self.table.horizontalHeader().hide()
        self.ask = Button("", "ghost")
        self.body.setContentsMargins(8, 6, 8, 6)
        self.body.addWidget(self.table)
        self.unwatch = Button("", "ghost")  # the drop area with the other button is hidden meanwhile
        self.unwatch.hide()
        row = QHBoxLayout()
        row.addWidget(self.unwatch)
        row.addStretch(1)
        row.addWidget(self.ask)
        self.body.addLayout(row)
        self.table.chosen.connect(self._on_chosen)
        self.ask.clicked.connect(self.copy_ask)
        self._retranslate()

    def show_files(self, files: Sequence[FileOutcome], applied: int, say: SentenceOf, title: str) -> None:
        """Show these files, the first `applied` of them merged; `title` is the competition's."""
        self._files, self._title = tuple(files), title
        self.setVisible(bool(files))
        self.table.set_rows(file_rows(files, applied, say))
        more = len(files) > _MOST_FILES
        rows = _MOST_FILES + 0.5 if more else len(files)  # half a row: more below
        self.table.setFixedHeight(round(rows * self._theme.px(FILE_ROW)) + 2 * self.table.frameWidth() + 4)
        self._look()

    def file(self) -> FileOutcome | None:
        """The file chosen."""
        row = self.table.currentIndex().row()
        return self._files[row] if 0 <= row < len(self._files) else None

    def copy_ask(self) -> None:
        """Put a message for the sender of the chosen refused file on the clipboard. Always Indonesian."""
        one = self.file()
        ask = None if one is None else ask_again(one, self._title)
        if ask is not None:
            QGuiApplication.clipboard().setText(sentence_of(*ask))
            self.copied.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_chosen(self, key: object) -> None:
        self._look()
        self.chosen.emit()

    def _look(self) -> None:
        one = self.file()
        self.ask.setVisible(one is not None and ask_again(one, "") is not None)

    def _retranslate(self) -> None:
        self.table.setAccessibleName(translate("ReceivePage", "Rencana penggabungan"))
        self.unwatch.setText(translate("ReceivePage", "Berhenti &memantau"))
        self.ask.setText(translate("ReceivePage", "Salin pesan untuk pengi&rim"))
