"""The ranking sheet: choose paper and language, make it once, look at it, print or save the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kipp_desktop.domain.competition import Paper
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.ranking import group_words
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice, OrganiserPanel
from kipp_desktop.gui.pages.organiser_preview import PdfPreview
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.empty_state import EmptyState
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import issuing, printing
from kipp_desktop.services.masters import Master

_SIDE = 300
PAPERS: tuple[tuple[Paper, str], ...] = (
    ("f4", "F4 · 215 × 330 mm"),
    ("folio", "Folio · 210 × 330 mm"),
    ("a4", "A4 · 210 × 297 mm"),
)


class PrintTab(OrganiserPanel):
    """Making a sheet is an event with a number, so it happens when asked for, not while looking around."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office)
        self._notice = notice
        self._made_for = ""  # digest of the result the shown sheet was made from
        self.rankings, self.paper, self.language = Choice(), Choice(), Choice()
        self._labels = [Text("", "second", "soft") for _ in range(3)]
        self.compose = Button("", "primary")
        self.save = Button("")
        self.printing = Button("")
        self._note = Text("", "second", "warn").wrapped()
        self.preview = PdfPreview(office.theme, "")
        self._empty = EmptyState(office.theme, "document")
        self._right = QStackedWidget()
        self._arrange()
        self.compose.clicked.connect(self.make)
        self.save.clicked.connect(self._on_save)
        self.printing.clicked.connect(self._on_print)
        for box in (self.rankings, self.paper, self.language):
            box.activated.connect(self._on_other)
        self.start()

    def make(self) -> None:
        """Make the sheet as chosen and show it."""
        chosen = self.rankings.currentData()
        if chosen is None:
            return
        stage, group = chosen
        paper = cast(Paper, self.paper.currentData())
        language = cast(Literal["id", "en"], self.language.currentData())

        def job(master: Master, progress: Progress) -> bytes:
            return printing.ranking_sheet_pdf(master, stage, group, paper, language)

        what = translate("PrintTab", "Menyusun lembar peringkat")
        self.office.act(what, job, self._notice, self._on_made)

    def save_to(self, path: Path) -> None:
        """Write the sheet that is shown."""
        data = self.preview.data

        def job(master: Master, progress: Progress) -> Path:
            printing.save(data, path)
            return path

        self.office.act(translate("PrintTab", "Menyimpan"), job, self._notice, self._on_saved, writes=False)

    def show_overview(self, overview: Overview) -> None:
        """Offer what may be printed; say when the sheet on the screen is of an older result."""
        kept = self.rankings.currentData()
        self.rankings.clear()
        for one in overview.rankings():
            words = group_words(overview, one, self.office.languages.current)
            self.rankings.addItem(words, (one.stage, one.group))
        found = (at for at in range(self.rankings.count()) if self.rankings.itemData(at) == kept)
        self.rankings.setCurrentIndex(next(found, 0))
        if self.paper.currentIndex() < 0 or not self.preview.data:
            self.paper.setCurrentIndex(max(0, self.paper.findData(overview.draft.paper)))
        stale = bool(self.preview.data) and self._made_for != overview.result.digest
        self._note.setText(
            translate("PrintTab", "Hasil berubah sejak lembar ini disusun. Susun lagi sebelum mencetak.")
            if stale
            else ""
        )
        self._note.setVisible(stale)
        self._say_empty(overview)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        names = (
            translate("PrintTab", "Peringkat"),
            translate("PrintTab", "Kertas"),
            translate("PrintTab", "Bahasa"),
        )
        boxes = (self.rankings, self.paper, self.language)
        for label, box, name in zip(self._labels, boxes, names, strict=True):
            label.setText(name)
            box.setAccessibleName(name)
        self._fill(self.paper, PAPERS)
        self._fill(
            self.language,
            (("id", translate("PrintTab", "Indonesia")), ("en", translate("PrintTab", "Inggris"))),
        )
        self.compose.setText(translate("PrintTab", "&Susun lembar"))
        self.save.setText(translate("PrintTab", "Simpan &PDF …"))
        self.printing.setText(translate("PrintTab", "&Cetak …"))
        self.preview.view.setAccessibleName(translate("PrintTab", "Pratinjau lembar peringkat"))

    def look(self) -> None:
        """Printing wants a sheet; once there is one, printing is the thing to do."""
        busy, made = self.office.busy, bool(self.preview.data)
        self.compose.setEnabled(self.rankings.count() > 0 and not busy)
        self.compose.set_kind("secondary" if made else "primary")
        self.printing.set_kind("primary" if made else "secondary")
        for button in (self.save, self.printing):
            button.setEnabled(made and not busy)

    def _arrange(self) -> None:
        side = Card()
        for label, box in zip(self._labels, (self.rankings, self.paper, self.language), strict=True):
            label.setBuddy(box)
            side.body.addWidget(label)
            side.body.addWidget(box)
            side.body.addSpacing(4)
        side.body.addSpacing(4)
        side.body.addWidget(self.compose)
        side.body.addWidget(self._note)
        side.body.addStretch(1)
        side.body.addWidget(self.save)
        side.body.addWidget(self.printing)
        side.setFixedWidth(self.office.theme.px(_SIDE))
        self._side = side
        self.office.theme.changed.connect(self._on_theme)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        self._right.addWidget(holder)
        self._right.addWidget(self.preview)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(12)
        row.addWidget(side)
        row.addWidget(self._right, 1)

    def _fill(self, box: QComboBox, items: tuple[tuple[str, str], ...]) -> None:
        kept = max(0, box.currentIndex())
        box.clear()
        for data, words in items:
            box.addItem(words, data)
        box.setCurrentIndex(kept)

    def _say_empty(self, overview: Overview) -> None:
        if overview.rankings():
            self._empty.set_words(
                translate("PrintTab", "Belum ada lembar"),
                translate("PrintTab", "Tekan Susun lembar. Tiap lembar SEMENTARA bernomor dan dicatat."),
            )
        else:
            self._empty.set_words(
                translate("PrintTab", "Peringkat masih tertutup"),
                translate("PrintTab", "Lembar dapat disusun setelah peringkat terbuka."),
            )

    def _on_theme(self) -> None:
        self._side.setFixedWidth(self.office.theme.px(_SIDE))

    def _on_other(self, at: int) -> None:
        """Another choice: the sheet on the screen is no longer what is asked for."""
        self.preview.show_pdf(b"")
        self._right.setCurrentIndex(0)
        self._note.hide()
        self.look()

    def _on_made(self, data: bytes) -> None:
        self.preview.show_pdf(data)
        self._right.setCurrentIndex(1)
        if self.overview is not None:
            self._made_for = self.overview.result.digest
            self.show_overview(self.overview)
        self.look()

    def _on_save(self) -> None:
        name = issuing.slug(self.overview.draft.title) if self.overview else "peringkat"
        title = translate("PrintTab", "Simpan lembar peringkat")
        path, _ = QFileDialog.getSaveFileName(self, title, f"peringkat-{name}.pdf", "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def _on_saved(self, path: Path) -> None:
        self._notice.show_words(translate("PrintTab", "Disimpan: {file}").format(file=path), "ok")

    def _on_print(self) -> None:
        if self.preview.print_on_paper():
            self._notice.show_words(translate("PrintTab", "Dikirim ke printer."), "ok")
