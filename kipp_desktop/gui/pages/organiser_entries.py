"""The participants: imported from a list, shown, taken out with a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from kipp_desktop.domain.eligibility import Eligibility
from kipp_desktop.gui.dialogs.organiser_conditions import ConditionsDialog
from kipp_desktop.gui.dialogs.organiser_documents import DocumentsDialog
from kipp_desktop.gui.dialogs.organiser_lists import SUFFIXES, ListDialog, Source
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.entries import entry_rows
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPanel
from kipp_desktop.gui.pages.organiser_replacing import Replacing, can_be_replaced
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, TableCard
from kipp_desktop.gui.widgets.edit_grid import clipboard_rows
from kipp_desktop.gui.widgets.file_drop import FileDropArea, files_in
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.services import deciding, list_editing, qualifying
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
        self.paste = Button("")
        self.edit = Button("")
        self.primary = Button("", "primary")
        card = TableCard(self.table)
        self._card = card
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(12)
        column.addWidget(self.drop)
        column.addWidget(card, 1)
        column.addStretch(0)
        self.seat_row = QHBoxLayout()  # acts about one row, where there are many
        self.seat_row.setSpacing(12)
        column.addLayout(self.seat_row)
        column.addLayout(self.action_row)
        self.setAcceptDrops(True)
        self.drop.given.connect(self.import_first)
        self.primary.clicked.connect(self.drop.choose)
        self.paste.clicked.connect(self.import_clipboard)
        self.edit.clicked.connect(self.edit_list)
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Paste),
            self,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        ).activated.connect(self.import_clipboard)

    def import_first(self, paths: list[Path]) -> None:
        """Look at the first of the files and show what it would bring."""
        kind, path = self.kind, paths[0]
        self._show_list(path.name, lambda master: list_editing.from_file(kind, path))

    def import_clipboard(self) -> None:
        """Look at rows that were copied from a spreadsheet."""
        rows, kind = clipboard_rows(), self.kind
        if not rows:
            self.notice.show_words(_nothing_copied, "warn")
            return
        name = translate("ListTab", "papan klip")
        self._show_list(name, lambda master: list_editing.from_rows(kind, name, rows))

    def edit_list(self) -> None:
        """Change the list as it stands, in a table."""
        kind = self.kind
        entries, jurors = translate("ListTab", "Daftar peserta"), translate("ListTab", "Daftar juri")
        name = entries if kind == "entries" else jurors
        self._show_list(name, lambda master: list_editing.present(master, kind))

    def _show_list(self, name: str, source: Source) -> None:
        dialog = ListDialog(self.office, self.kind, name, self.notice, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.read(source)
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
        self.edit.setVisible(count > 0)

    def retranslate(self) -> None:
        """Write the fixed texts that both lists share."""
        self.primary.setText(translate("ListTab", "&Impor daftar …"))
        self.paste.setText(translate("ListTab", "&Tempel"))
        self.paste.setToolTip(translate("ListTab", "Baris yang disalin dari Excel (Ctrl+V)"))
        self.edit.setText(translate("ListTab", "&Ubah di tabel …"))

    def look(self) -> None:
        """No importing while something runs."""
        for button in (self.drop, self.primary, self.paste, self.edit):
            button.setEnabled(not self.office.busy)


def _nothing_copied() -> str:
    return translate(
        "ListTab", "Papan klip tidak berisi baris. Salin baris dari Excel dulu, lalu tempel di sini."
    )


class EntriesTab(ListTab):
    """The participants."""

    kind = "entries"

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office, notice, self._columns())
        self.replacing = Replacing(office, notice, self)
        self.out = Button("")
        self.replace = Button("")
        self.documents = Button("")
        self.conditions = Button("")
        for button in (self.out, self.replace, self.documents, self.conditions):
            self.seat_row.addWidget(button)
        self.seat_row.addStretch(1)
        self.action_row.addStretch(1)
        for button in (self.paste, self.edit, self.primary):
            self.action_row.addWidget(button)
        self.out.clicked.connect(self._on_out)
        self.replace.clicked.connect(self._on_replace)
        self.documents.clicked.connect(self._on_documents)
        self.conditions.clicked.connect(self.show_conditions)
        self.table.chosen.connect(self._on_chosen)
        self.start()

    def show_overview(self, overview: Overview) -> None:
        """Draw the table."""
        rows = entry_rows(overview)
        self.table.set_rows(rows)
        for column in range(1, len(self._columns())):  # a column that nobody filled is only noise
            self.table.setColumnHidden(column, not any(row.cells[column].text for row in rows))
        self.show_count(len(overview.draft.entries))
        self.out.setVisible(overview.version > 0)
        self.replace.setVisible(bool(overview.result.state.rulings.advanced))

    def retranslate(self) -> None:
        """Write the fixed texts."""
        super().retranslate()
        self.drop.set_words(
            translate("EntriesTab", "Seret daftar peserta (.xlsx atau .csv) ke sini"),
            translate("EntriesTab", "Kolom yang perlu: nomor, judul, instansi. Anda melihat isinya dulu."),
            translate("EntriesTab", "Daftar peserta"),
        )
        self.table.setAccessibleName(translate("EntriesTab", "Peserta"))
        self.table.rows.set_columns(self._columns())
        self.out.setText(translate("EntriesTab", "&Keluarkan peserta …"))
        self.replace.setText(translate("EntriesTab", "&Ganti peserta …"))
        self.documents.setText(translate("EntriesTab", "&Dokumen dari folder …"))
        self.conditions.setText(translate("EntriesTab", "&Syarat peserta …"))

    def look(self) -> None:
        """Taking out wants a chosen row."""
        super().look()
        entry = self.table.current_key()
        self.out.setEnabled(entry is not None and not self.office.busy)
        overview, busy = self.overview, self.office.busy
        self.replace.setEnabled(overview is not None and can_be_replaced(overview, str(entry)) and not busy)
        listed = self.overview is not None and bool(self.overview.draft.entries)
        self.documents.setEnabled(listed and not self.office.busy)
        self.conditions.setEnabled(not self.office.busy)

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
            Column(translate("EntriesTab", "Kelompok"), 150),
            Column(translate("EntriesTab", "Dokumen"), 90),
            Column(translate("EntriesTab", "Keadaan"), 210),
        ]

    def _on_chosen(self, key: object) -> None:
        self.look()

    def _on_replace(self) -> None:
        self.replacing.begin(str(self.table.current_key()))

    def _on_documents(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, translate("EntriesTab", "Folder dokumen peserta"))
        if folder:
            self.match_documents(Path(folder))

    def show_conditions(self) -> None:
        """Ask for the conditions of taking part, beginning with those that are set."""

        def job(master: Master, progress: Progress) -> tuple[tuple[Eligibility, ...], str]:
            return qualifying.held(master)

        what = translate("EntriesTab", "Membaca syarat")
        self.office.act(what, job, self.notice, self._on_conditions, writes=False)

    def set_conditions(self, rules: list[Eligibility], day: str) -> None:
        """Set the conditions of taking part."""

        def job(master: Master, progress: Progress) -> None:
            qualifying.set_conditions(master, rules, day)

        self.office.act(translate("EntriesTab", "Menyimpan syarat"), job, self.notice)

    def _on_conditions(self, held: tuple[tuple[Eligibility, ...], str]) -> None:
        dialog = ConditionsDialog(*held, self)
        if dialog.agreed():
            self.set_conditions(dialog.conditions(), dialog.day())
        dialog.deleteLater()

    def match_documents(self, folder: Path) -> None:
        """Look whose the documents in a folder are."""
        dialog = DocumentsDialog(self.office, folder, self.notice, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.read()
        dialog.open()

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
