"""Catatan peristiwa: every event as a sentence, with filters, search, its body and hash, and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.event_log import Fates, Wish, body_words, log_rows, told_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice, OrganiserPanel
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services import issuing, log_words, printing
from kipp_desktop.services.log_words import LogLine
from kipp_desktop.services.masters import Master

_WHY = 3  # the column of reasons
_WIDE = 960  # pixels at 100 % from which it has room
_PAUSE = 200  # milliseconds without a key before the search begins


class LogTab(OrganiserPanel):
    """The log is read on the worker when the tab is looked at, and again when it has grown."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office)
        self._notice = notice
        self._lines: Sequence[LogLine] = ()
        self._shown: list[LogLine] = []
        self._read: tuple[int, str] | None = None  # size of the log and language of `_lines`
        self._cancel: Callable[[], None] | None = None
        self.search = QLineEdit()
        self.kind, self.juror, self.entry = Choice(), Choice(), Choice()
        self.export = Button("")
        self.table = RichTable(office.theme, "", self._columns())
        self.count = Text("", "small", "soft")
        self.told = Text("", "strong").wrapped()
        self.body = QPlainTextEdit()
        self.hash = ElidedText("", "small", "soft")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._arrange()
        self._connect()
        self.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the log when it is first looked at."""
        super().showEvent(event)
        self._load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the reason stands behind the sentence."""
        super().resizeEvent(event)
        narrow = self.width() < self.office.theme.px(_WIDE)
        if narrow != self.table.isColumnHidden(_WHY):
            self.table.setColumnHidden(_WHY, narrow)
            self._show_rows()

    def show_overview(self, overview: Overview) -> None:
        """Fill the filters, and read the log again where it is in sight."""
        jurors = [(juror.id, f"{juror.id}  {juror.name}") for juror in overview.jurors]
        entries = [(entry.id, f"{entry.id}  {entry.title}") for entry in overview.draft.entries]
        _fill(self.juror, translate("LogTab", "Semua juri"), jurors)
        _fill(self.entry, translate("LogTab", "Semua peserta"), entries)
        if self.isVisible():
            self._load()

    def reading(self) -> Sequence[QWidget]:
        """A copy of the log, the body of an event."""
        return self.findChildren(Button)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.search.setPlaceholderText(translate("LogTab", "Cari kata, nama, alasan, atau sidik"))
        self.search.setAccessibleName(translate("LogTab", "Cari dalam catatan"))
        self.kind.setAccessibleName(translate("LogTab", "Jenis peristiwa"))
        self.juror.setAccessibleName(translate("LogTab", "Juri"))
        self.entry.setAccessibleName(translate("LogTab", "Peserta"))
        self.export.setText(translate("LogTab", "&Ekspor …"))
        self.table.setAccessibleName(translate("LogTab", "Peristiwa"))
        self.table.rows.set_columns(self._columns())
        self.body.setAccessibleName(translate("LogTab", "Isi peristiwa"))
        self.body.setPlaceholderText(
            translate("LogTab", "Pilih satu peristiwa untuk melihat isinya seperti tersimpan dalam rantai.")
        )

    def look(self) -> None:
        """There must be something to export."""
        self.export.setEnabled(bool(self._shown) and not self.office.busy)

    def write(self, path: Path) -> None:
        """Write what is shown now as a table."""
        lines, language = list(reversed(self._shown)), self.office.languages.current

        def job(master: Master, progress: Progress) -> Path:
            printing.save(log_words.table_of(lines, path, language), path)
            return path

        what = translate("LogTab", "Menulis catatan")
        self.office.act(what, job, self._notice, self._on_written, writes=False)

    def _arrange(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(self.office.theme.px(190))
        for choice in (self.kind, self.juror, self.entry):
            choice.setMinimumContentsLength(9)
        self.body.setReadOnly(True)
        self.body.setTabChangesFocus(True)
        filters = QGridLayout()
        filters.setSpacing(8)
        for at, (widget, share) in enumerate(
            ((self.search, 4), (self.kind, 3), (self.juror, 3), (self.entry, 3), (self.export, 0))
        ):
            filters.addWidget(widget, 0, at)
            filters.setColumnStretch(at, share)
        card = Card()
        card.body.setContentsMargins(8, 4, 8, 8)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.count)
        detail = QWidget()
        below = QVBoxLayout(detail)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self.told)
        below.addWidget(self.body, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.hash, 1)
        below.addLayout(foot)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(card)
        split.addWidget(detail)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.setSizes([420, 150])
        split.setStretchFactor(0, 1)
        split.setStyleSheet("QSplitter::handle { background: transparent; }")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(12)
        column.addLayout(filters)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._filter)
        for choice in (self.kind, self.juror, self.entry):
            choice.activated.connect(self._filter)
        self.table.chosen.connect(self._on_chosen)
        self.export.clicked.connect(self._on_export)

    def _columns(self) -> list[Column]:
        return [
            Column(translate("LogTab", "No."), 64, Qt.AlignmentFlag.AlignRight),
            Column(translate("LogTab", "Waktu"), 148),
            Column(translate("LogTab", "Peristiwa")),
            Column(translate("LogTab", "Alasan dan yang hadir"), 300),
        ]

    def _load(self) -> None:
        overview = self.overview
        if overview is None:
            return
        language = self.office.languages.current
        wanted = (len(overview.events), language)
        if wanted == self._read:
            return
        self._read = wanted
        if self._cancel is not None:
            self._cancel()

        def job(master: Master) -> Sequence[LogLine]:
            return log_words.lines_of_master(master, language)

        what = translate("LogTab", "Membaca catatan")
        self._cancel = self.office.look_up(what, job, self._on_lines, self._on_failed)

    def _on_lines(self, lines: Sequence[LogLine]) -> None:
        self._lines = lines
        language = self.office.languages.current
        kinds = sorted({line.type: log_words.kind_words(line.type, language) for line in lines}.items())
        _fill(self.kind, translate("LogTab", "Semua jenis"), sorted(kinds, key=_by_words))
        self._filter()

    def _filter(self) -> None:
        wish = Wish(
            self.search.text(), self.kind.currentData(), self.juror.currentData(), self.entry.currentData()
        )
        self._shown = wish.of(self._lines)
        self._show_rows()
        self.count.setText(
            translate("LogTab", "{n} dari {all} peristiwa").format(n=len(self._shown), all=len(self._lines))
        )
        self._clear_detail()
        self.look()

    def _show_rows(self) -> None:
        together = self.table.isColumnHidden(_WHY)
        self.table.rows.show(log_rows(self._shown, self._fates(), together))

    def _fates(self) -> Fates:
        return self.overview.fates if self.overview is not None else {}

    def _clear_detail(self) -> None:
        for part in (self.told, self.hash):
            part.setText("")
        self.told.hide()
        self.body.clear()

    def _on_chosen(self, seq: object) -> None:
        number = int(str(seq))
        line = next(line for line in self._shown if line.seq == number)
        self.told.setText("  ".join(filter(None, told_words(line, self._fates()))))
        self.told.show()

        def job(master: Master) -> tuple[str, str]:
            return log_words.body_of(master, number)

        self.office.look_up("", job, self._on_body, self._on_failed)

    def _on_body(self, found: tuple[str, str]) -> None:
        body, hash_ = found
        self.body.setPlainText(body_words(body))
        self.hash.setText(translate("LogTab", "sidik {hash}").format(hash=hash_))

    def _on_failed(self, error: Exception) -> None:
        self._read = None
        self._notice.show_error(error)

    def _on_export(self) -> None:
        title = self.overview.draft.title if self.overview else ""
        path, _ = QFileDialog.getSaveFileName(
            self,
            translate("LogTab", "Simpan catatan"),
            f"catatan-{issuing.slug(title)}.xlsx",
            "Excel (*.xlsx);;CSV (*.csv)",
        )
        if path:
            self.write(Path(path))

    def _on_written(self, path: Path) -> None:
        self._notice.show_words(translate("LogTab", "Ditulis: {file}").format(file=path), "ok")


def _fill(choice: Choice, all_words: str, items: Sequence[tuple[str, str]]) -> None:
    """Offer these, and all; stay on what was chosen if it is still there."""
    kept = choice.currentData()
    choice.clear()
    choice.addItem(all_words, None)
    for id_, words in items:
        choice.addItem(words, id_)
    choice.setCurrentIndex(max(0, choice.findData(kept)) if kept is not None else 0)


def _by_words(item: tuple[str, str]) -> str:
    return item[1].casefold()
