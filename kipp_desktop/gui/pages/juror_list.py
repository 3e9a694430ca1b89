"""The juror's participants at the left: how far each sheet is, and the one button of the end."""

from __future__ import annotations

import textwrap

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import Languages, translate
from kipp_desktop.gui.models.participants import participant_columns, participant_row
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.gui.widgets.thin_bar import ThinBar

_ROW = 54  # ten of them fit a screen of 768 pixels
_NARROW = 230  # below this many pixels at 100 % the totals give way to the titles


class ParticipantList(QFrame):
    """Stage, progress, participants. It asks by signals and never changes a sheet."""

    chosen = Signal(str)  # entry
    opened = Signal(str)  # entry: Enter or a double click, the keys should go to its sheet
    stage_chosen = Signal(str)
    finish = Signal()

    def __init__(
        self, theme: Theme, languages: Languages, book: ScoreBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._languages = languages
        self._book = book
        self.setProperty("bar", "left")
        self.stages = QComboBox()
        self.stages.activated.connect(self._on_stage)
        self._heading = Text("", "second", "soft")
        self._done = Text("", "small", "soft")
        self._bar = ThinBar(theme, "")
        self.table = RichTable(theme, "", participant_columns(), _ROW, ruled=False)
        self.table.horizontalHeader().hide()
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.clicked.connect(self._on_clicked)
        self._ties = ElidedText("", "small", "warn")
        self.finish_button = Button("", "secondary")
        self.finish_button.clicked.connect(self.finish)
        self.finish_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lay_out()
        book.changed.connect(self._on_changed)
        book.reloaded.connect(self.show_book)
        self._retranslate()

    def show_book(self) -> None:
        """Show every sheet of the stage."""
        tied = self._book.tied()
        of = self._book.desk.entry
        self.table.set_rows(
            [participant_row(own, of(own.entry), own.entry in tied) for own in self._book.sheets]
        )
        self._show_stages()
        self._show_progress(len(tied))

    def choose(self, entry: str) -> None:
        """Mark the participant whose sheet is shown."""
        self.table.choose(entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line or two on the last button."""
        super().resizeEvent(event)
        self.table.setColumnHidden(1, event.size().width() < self._theme.px(_NARROW))
        self._heading.setHidden(event.size().width() < self._theme.px(_NARROW))
        self._name_finish()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self._done)
        inset = QVBoxLayout()
        inset.setContentsMargins(8, 0, 8, 0)
        inset.setSpacing(8)
        inset.addWidget(self.stages)
        inset.addLayout(top)
        inset.addWidget(self._bar)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(6)
        foot.addWidget(self.finish_button)
        self._ties.setAlignment(Qt.AlignmentFlag.AlignCenter)
        foot.addWidget(self._ties)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 8, 12)
        column.setSpacing(8)
        column.addLayout(inset)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _show_stages(self) -> None:
        language, desk = self._languages.current, self._book.desk
        self.stages.clear()
        for stage in desk.owed:
            self.stages.addItem(desk.stage(stage).name.in_language(language), stage)
        self.stages.setCurrentIndex(self.stages.findData(self._book.stage))
        self.stages.setVisible(self.stages.count() > 1)

    def _show_progress(self, tied: int) -> None:
        done = sum(own.look in ("complete", "locked", "abstained", "absent") for own in self._book.sheets)
        total = len(self._book.sheets)
        words = translate("ParticipantList", "{done} dari {total} selesai")
        self._done.setText(words.format(done=done, total=total))
        self._bar.set_share(done, total)
        self._ties.setText(translate("ParticipantList", "▪ %n peserta dengan nilai sama", "", tied))
        self._ties.setVisible(tied > 0)
        self.finish_button.set_kind("primary" if total and done == total else "secondary")
        self._name_finish()

    def _name_finish(self) -> None:
        """The words of the last button, on two lines where one is too narrow."""
        if self._book.declared:
            words = translate("ParticipantList", "Ekspor nilai final …")
        else:
            words = translate("ParticipantList", "Kunci semua, nyatakan final, ekspor")
        self.finish_button.setAccessibleName(words)
        metrics, room = self._theme.metrics("strong"), self.width() - self._theme.px(64)
        lines = [words]
        for count in range(2, 5):
            if max(metrics.horizontalAdvance(line) for line in lines) > room:
                lines = textwrap.wrap(words, len(words) // count + 4)
        if len(lines) > 2:
            lines = [translate("ParticipantList", "Selesaikan …")]
        self.finish_button.setText("\n".join(lines))
        self.finish_button.setMinimumHeight(len(lines) * metrics.height() + self._theme.px(20))

    def _on_changed(self, entry: str) -> None:
        self.show_book()

    def _on_chosen(self, entry: str) -> None:
        self.chosen.emit(entry)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.table.rows.key_at(index.row()))

    def _on_opened(self, entry: str) -> None:
        self.opened.emit(entry)

    def _on_stage(self, index: int) -> None:
        self.stage_chosen.emit(self.stages.itemData(index))

    def _retranslate(self) -> None:
        self._heading.setText(translate("ParticipantList", "Peserta"))
        self._bar.setAccessibleName(translate("ParticipantList", "Lembar yang selesai"))
        self.stages.setAccessibleName(translate("ParticipantList", "Tahap"))
        self.table.setAccessibleName(translate("ParticipantList", "Daftar peserta"))
        self.table.rows.set_columns(participant_columns())
        self.show_book()
