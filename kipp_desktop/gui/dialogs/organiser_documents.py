"""Documents found in a folder: whose each one is, by its name or by choice, before they are listed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.edit_grid import EditGrid, GridColumn, Mark
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services import attaching
from kipp_desktop.services.attaching import Found
from kipp_desktop.services.masters import Master

_OWNER = 1  # column


class DocumentsDialog(QDialog):
    """Nothing is listed before the button is pressed; files without an owner are left out."""

    def __init__(
        self, office: OrganiserOffice, folder: Path, page_notice: NoticeBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._office, self._folder, self._page_notice = office, folder, page_notice
        self.found: list[Found] = []
        self.setWindowTitle(translate("DocumentsDialog", "Dokumen peserta"))
        self.resize(900, 560)
        self.notice = NoticeBar(office.theme, office.notices)
        self.summary = Text(translate("DocumentsDialog", "Melihat isi folder …"), "body", "soft").wrapped()
        self.grid = EditGrid(office.theme, translate("DocumentsDialog", "Dokumen"), self._columns())
        self.confirm = Button("", "primary")
        self.cancel = Button(translate("DocumentsDialog", "Batal"))
        self._arrange()
        self.grid.grid.edited.connect(self._on_edited)
        self.confirm.clicked.connect(self.write)
        self.cancel.clicked.connect(self.reject)
        office.busy_changed.connect(self._look)
        self._look()

    def read(self) -> None:
        """Look at the folder on the worker."""
        folder = self._folder

        def job(master: Master, progress: Progress) -> list[Found]:
            return attaching.match(master, folder)

        what = translate("DocumentsDialog", "Melihat isi folder")
        self._office.act(what, job, self.notice, self._on_read, writes=False)

    def write(self) -> None:
        """List the documents that have an owner."""
        files = [(one.path, one.entry) for one in self.found if one.entry]

        def job(master: Master, progress: Progress) -> int:
            return attaching.attach(master, files, progress.step)

        what = translate("DocumentsDialog", "Mendaftarkan dokumen")
        self._office.act(what, job, self.notice, self._on_written)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(ElidedText(str(self._folder), "heading"))
        column.addWidget(self.summary)
        column.addWidget(self.notice)
        card = Card()
        card.body.setContentsMargins(6, 4, 6, 4)
        card.body.addWidget(self.grid)
        column.addWidget(card, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        column.addLayout(row)

    def _columns(self) -> list[GridColumn]:
        overview = self._office.overview
        numbers = () if overview is None else tuple(entry.id for entry in overview.draft.entries)
        return [
            GridColumn(translate("DocumentsDialog", "Berkas"), 330, typed=False),
            GridColumn(translate("DocumentsDialog", "No. peserta"), 120, numbers),
            GridColumn(translate("DocumentsDialog", "Peserta"), 0, typed=False),
            GridColumn(translate("DocumentsDialog", "Dikenali dari"), 140, typed=False),
        ]

    def _on_read(self, found: list[Found]) -> None:
        self.found = found
        self._show()

    def _on_edited(self, row: int, column: int, text: str) -> None:
        overview = self._office.overview
        known = overview is not None and text in overview.draft.entry_by_id
        if column == _OWNER and (known or not text):
            self.found[row] = replace(self.found[row], entry=text, clue="")
            self._show()

    def _show(self) -> None:
        overview = self._office.overview
        titles = {} if overview is None else overview.draft.entry_by_id
        clues = {
            "number": translate("DocumentsDialog", "nomor di nama"),
            "title": translate("DocumentsDialog", "judul di nama"),
            "": "",
        }
        rows = [
            (
                str(one.path.relative_to(self._folder)),
                one.entry,
                titles[one.entry].title if one.entry in titles else "",
                clues[one.clue],
            )
            for one in self.found
        ]
        self.grid.grid.set_rows(rows)
        words = translate("DocumentsDialog", "Belum diketahui milik siapa; isi No. pesertanya.")
        marks = {(at, _OWNER): Mark("warning", words) for at, one in enumerate(self.found) if not one.entry}
        self.grid.grid.set_marks(marks)
        self.summary.setText(
            translate(
                "DocumentsDialog",
                "{n} dokumen, {left} belum diketahui pemiliknya. Isinya dikenali dari kodenya (SHA-256); "
                "berkasnya ikut disalin ke samping paket saat dibagikan.",
            ).format(n=len(self.found), left=len(marks))
        )
        self._look()

    def _look(self) -> None:
        count = sum(bool(one.entry) for one in self.found)
        self.confirm.setText(translate("DocumentsDialog", "&Daftarkan {n} dokumen").format(n=count))
        self.confirm.setEnabled(count > 0 and not self._office.busy)

    def _on_written(self, count: int) -> None:
        text = translate("DocumentsDialog", "{n} dokumen didaftarkan dari {folder}.")
        self._page_notice.show_words(text.format(n=count, folder=self._folder.name), "ok")
        self.accept()
