"""The participants: imported from a list, shown, taken out with a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from kipp_desktop.gui.dialogs.organiser_import import SUFFIXES, ImportDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.entries import entry_rows
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPanel
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.file_drop import FileDropArea, files_in
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.services import deciding
from kipp_desktop.services.masters import Master


class ListTab(OrganiserPanel):
    """A list that comes from Excel: a place to drop it while empty, the table afterwards. For jurors too."""

    kind: Literal["entries", "jurors"] = "entries"

    def __init__(self, office: OrganiserOffice, notice: NoticeBar, columns: list[Column]) -> None:
        super().__init__(office)
        self.notice = notice
        self.drop = FileDropArea(office.theme, SUFFIXES)
        self.table = RichTable(office.theme, "", columns, PEOPLE_ROW)
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(12)
        self.primary = Button("", "primary")
        self._middle = QStackedWidget()
        card = Card()
        card.body.setContentsMargins(8, 4, 8, 4)
        card.body.addWidget(self.table)
        self._card = card
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(12)
        column.addWidget(self.drop)
        column.addWidget(card, 1)
        column.addStretch(0)
        column.addLayout(self.action_row)
        self.setAcceptDrops(True)
        self.drop.given.connect(self.import_first)
        self.primary.clicked.connect(self.drop.choose)

    def import_first(self, paths: list[Path]) -> None:
        """Look at the first of the files and show what it would bring."""
        dialog = ImportDialog(self.office, self.kind, paths[0], self.notice, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.read()
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The whole tab takes a list."""
        if not self.office.busy and files_in(event.mimeData(), SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the list that was dropped."""
        paths = files_in(event.mimeData(), SUFFIXES)
        if paths:
            event.acceptProposedAction()
            self.import_first(paths)

    def show_count(self, count: int) -> None:
        """The place to drop a list is large while there is nothing, and gone afterwards."""
        self.drop.setVisible(count == 0)
        self._card.setVisible(count > 0)
        self.primary.setVisible(count > 0)

    def look(self) -> None:
        """No importing while something runs."""
        self.drop.setEnabled(not self.office.busy)
        self.primary.setEnabled(not self.office.busy)


class EntriesTab(ListTab):
    """The participants."""

    kind = "entries"

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office, notice, self._columns())
        self.out = Button("")
        self.action_row.addWidget(self.out)
        self.action_row.addStretch(1)
        self.action_row.addWidget(self.primary)
        self.out.clicked.connect(self._on_out)
        self.table.chosen.connect(self._on_chosen)
        self.start()

    def show_overview(self, overview: Overview) -> None:
        """Draw the table."""
        rows = entry_rows(overview)
        self.table.set_rows(rows)
        for column in (1, 2, 3):  # a column that nobody filled is only noise
            self.table.setColumnHidden(column, not any(row.cells[column].text for row in rows))
        self.show_count(len(overview.draft.entries))
        self.out.setVisible(overview.version > 0)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.drop.set_words(
            translate("EntriesTab", "Seret daftar peserta (.xlsx atau .csv) ke sini"),
            translate("EntriesTab", "Kolom yang perlu: nomor, judul, instansi. Anda melihat isinya dulu."),
            translate("EntriesTab", "Daftar peserta"),
        )
        self.table.setAccessibleName(translate("EntriesTab", "Peserta"))
        self.table.rows.set_columns(self._columns())
        self.primary.setText(translate("EntriesTab", "&Impor daftar …"))
        self.out.setText(translate("EntriesTab", "&Keluarkan peserta …"))

    def look(self) -> None:
        """Taking out wants a chosen row."""
        super().look()
        self.out.setEnabled(self.table.current_key() is not None and not self.office.busy)

    def take_out(self, entry: str, how: Literal["withdrawn", "disqualified"], reason: str) -> None:
        """Record that an entry is out; its scores stay."""

        def job(master: Master, progress: Progress) -> None:
            deciding.take_out(master, entry, how, reason)

        self.office.act(translate("EntriesTab", "Mencatat"), job, self.notice)

    def _columns(self) -> list[Column]:
        return [
            Column(translate("EntriesTab", "Peserta")),
            Column(translate("EntriesTab", "Jenis"), 150),
            Column(translate("EntriesTab", "Kategori"), 170),
            Column(translate("EntriesTab", "Keadaan"), 180),
        ]

    def _on_chosen(self, key: object) -> None:
        self.look()

    def _on_out(self) -> None:
        entry = str(self.table.current_key())
        withdrew = translate("EntriesTab", "Mengundurkan diri")
        disqualified = translate("EntriesTab", "Didiskualifikasi")
        reason = ask_reason(
            self,
            translate("EntriesTab", "Keluarkan peserta {entry}").format(entry=entry),
            translate("EntriesTab", "Peserta ditampilkan tanpa peringkat; nilainya tetap tersimpan."),
            translate("EntriesTab", "Keluarkan"),
            [withdrew, disqualified],
        )
        if reason is not None:
            self.take_out(entry, "disqualified" if reason.startswith(disqualified) else "withdrawn", reason)
