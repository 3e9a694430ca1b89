"""A list is looked at before anything is written: its rows, and every problem with row and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.entries import imported_rows, problem_rows
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import flat_tabs
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services import importing
from kipp_desktop.services.importing import ListPlan
from kipp_desktop.services.masters import Master

SUFFIXES = (".xlsx", ".csv")
Kind = Literal["entries", "jurors"]


class ImportDialog(QDialog):
    """Preview of one list. Nothing is written unless every row is good or bad ones are skipped on purpose."""

    def __init__(
        self, office: OrganiserOffice, kind: Kind, path: Path, page_notice: NoticeBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._office, self._path, self._page_notice = office, path, page_notice
        self._plan: ListPlan[Any] | None = None
        self.setWindowTitle(translate("ImportDialog", "Periksa daftar"))
        self.resize(880, 560)
        self.notice = NoticeBar(office.theme, office.notices)
        self.summary = Text(translate("ImportDialog", "Membaca daftar …"), "body", "soft").wrapped()
        self.problems = RichTable(office.theme, translate("ImportDialog", "Masalah"), _problem_columns())
        self.rows = RichTable(office.theme, translate("ImportDialog", "Isi daftar"), _row_columns(kind))
        self.tabs = flat_tabs()
        self.skip = QCheckBox()
        self.skip.hide()
        self.confirm = Button("", "primary")
        self.cancel = Button(translate("ImportDialog", "Batal"))
        self._arrange()
        self.skip.toggled.connect(self._look)
        self.confirm.clicked.connect(self.write)
        self.cancel.clicked.connect(self.reject)
        office.busy_changed.connect(self._look)
        self._look()

    def read(self) -> None:
        """Read the list on the worker."""
        path, kind = self._path, self._kind

        def job(master: Master, progress: Progress) -> ListPlan[Any]:
            if kind == "entries":
                return importing.read_entries(master, path)
            return importing.read_jurors(master, path)

        what = translate("ImportDialog", "Membaca daftar")
        self._office.act(what, job, self.notice, self._on_read, writes=False)

    def write(self) -> None:
        """Write the good rows."""
        path, kind, skip = self._path, self._kind, self.skip.isChecked()

        def job(master: Master, progress: Progress) -> int:
            return importing.import_list(master, kind, path, skip_bad=skip)[0]

        what = translate("ImportDialog", "Mengimpor daftar")
        self._office.act(what, job, self.notice, self._on_written)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(ElidedText(self._path.name, "heading"))
        column.addWidget(self.summary)
        column.addWidget(self.notice)
        for table in (self.problems, self.rows):
            card = Card()
            card.body.setContentsMargins(8, 4, 8, 4)
            card.body.addWidget(table)
            self.tabs.addTab(card, "")
        column.addWidget(self.tabs, 1)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        column.addLayout(row)

    def _on_read(self, plan: ListPlan[Any]) -> None:
        self._plan = plan
        bad, warned = len(plan.errors), len(plan.problems) - len(plan.errors)
        self.problems.set_rows(problem_rows(plan.problems, self._office.notices.sentence_of))
        self.rows.set_rows(imported_rows(plan.rows))
        self.tabs.setTabText(0, translate("ImportDialog", "Masalah ({n})").format(n=len(plan.problems)))
        self.tabs.setTabText(1, translate("ImportDialog", "Baris yang baik ({n})").format(n=len(plan.rows)))
        self.tabs.setCurrentIndex(0 if plan.problems else 1)
        self.summary.setText(_summary(len(plan.rows), bad, warned))
        self.skip.setText(translate("ImportDialog", "&Lewati baris yang bermasalah"))
        self.skip.setVisible(bad > 0 and bool(plan.rows))
        self._look()

    def _on_written(self, count: int) -> None:
        text = translate("ImportDialog", "{n} baris diimpor dari {file}.")
        self._page_notice.show_words(text.format(n=count, file=self._path.name), "ok")
        self.accept()

    def _look(self) -> None:
        plan = self._plan
        rows = 0 if plan is None else len(plan.rows)
        clean = plan is not None and (not plan.errors or self.skip.isChecked())
        self.confirm.setText(translate("ImportDialog", "&Impor {n} baris").format(n=rows))
        self.confirm.setEnabled(clean and rows > 0 and not self._office.busy)


def _summary(good: int, bad: int, warned: int) -> str:
    if bad:
        return translate(
            "ImportDialog",
            "{bad} masalah harus dibetulkan; {good} baris baik. Belum ada yang ditulis. "
            "Betulkan di Excel lalu impor lagi.",
        ).format(bad=bad, good=good)
    if warned:
        return translate(
            "ImportDialog", "{good} baris baik; {warned} hal sebaiknya dilihat dulu. Belum ada yang ditulis."
        ).format(good=good, warned=warned)
    return translate("ImportDialog", "{good} baris baik, tanpa masalah. Belum ada yang ditulis.").format(
        good=good
    )


def _problem_columns() -> list[Column]:
    return [
        Column(translate("ImportDialog", "Baris"), 84),
        Column(translate("ImportDialog", "Kolom"), 76),
        Column(translate("ImportDialog", "Masalah")),
    ]


def _row_columns(kind: Kind) -> list[Column]:
    if kind == "entries":
        first, second = translate("ImportDialog", "Nomor"), translate("ImportDialog", "Judul")
    else:
        first, second = translate("ImportDialog", "Kode"), translate("ImportDialog", "Nama")
    return [
        Column(first, 90),
        Column(second),
        Column(translate("ImportDialog", "Instansi")),
        Column(translate("ImportDialog", "Lainnya"), 190),
    ]
