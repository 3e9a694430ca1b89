"""Paper: choose a document, make it once, look at it, print or save the same bytes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kipp_desktop.gui.dialogs.organiser_particulars import ParticularsDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice, OrganiserPanel
from kipp_desktop.gui.pages.organiser_preview import PdfPreview
from kipp_desktop.gui.pages.organiser_print_choice import PrintChoice
from kipp_desktop.gui.printers import OtherPaper, paper_in
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.empty_state import EmptyState
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import issuing, particulars, printing
from kipp_desktop.services.masters import Master
from kipp_desktop.services.particulars import Particulars
from kipp_desktop.services.printing import Printed

_SIDE = 300


class PrintTab(OrganiserPanel):
    """Making a sheet is an event with a number, so it happens when asked for, not while looking around."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office)
        self._notice = notice
        self._made: list[Printed] = []
        self._made_for = ""  # digest of the result the shown sheet was made from
        self._given: dict[str, str] = {}  # number and day, for the next print alone
        self._printer: QPrinter | None = None  # waits for the document in the paper it holds
        self._folder: Path | None = None  # where something was saved last
        self.choice = PrintChoice()
        self.details = Button("", "ghost")
        self.compose = Button("", "primary")
        self.save = Button("")
        self.printing = Button("")
        self.browse = Button("", "ghost")  # the folder of what was saved
        self.browse.hide()
        self._note = Text("", "second", "warn").wrapped()
        self.shown = Choice()  # which of the documents made together is looked at
        self.preview = PdfPreview(office.theme, "")
        self._empty = EmptyState(office.theme, "document")
        self._right = QStackedWidget()
        self._arrange()
        self._connect()
        self.start()

    def make(self) -> None:
        """Make what is chosen and show it."""
        wanted = self.choice.wanted()
        if wanted is None:
            return
        given = replace(wanted, given=self._given)

        def job(master: Master, progress: Progress) -> list[Printed]:
            return printing.prints(master, given, partial(_told, progress))

        self.office.act(translate("PrintTab", "Menyusun dokumen"), job, self._notice, self._on_made)

    def save_to(self, path: Path) -> None:
        """Write what is shown; of documents made together, each into this folder under its own name."""
        made = list(self._made)
        name = issuing.slug(self.overview.draft.title) if self.overview else ""

        def job(master: Master, progress: Progress) -> Path:
            if len(made) == 1:
                printing.save(made[0].data, path)
            for one in made if len(made) > 1 else ():
                printing.save(one.data, path / f"{one.document}-{name}.pdf")
            return path

        self.office.act(translate("PrintTab", "Menyimpan"), job, self._notice, self._on_saved, writes=False)

    def show_overview(self, overview: Overview) -> None:
        """Offer what may be printed; say when the sheet on the screen is of an older result."""
        self.choice.show_overview(overview, self.office.languages.current)
        stale = bool(self._made) and self._made_for != overview.result.digest
        self._note.setText(
            translate("PrintTab", "Hasil berubah sejak lembar ini disusun. Susun lagi sebelum mencetak.")
            if stale
            else ""
        )
        self._note.setVisible(stale)
        self._say_empty()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.details.setText(translate("PrintTab", "&Isian dokumen …"))
        self.compose.setText(translate("PrintTab", "&Susun"))
        self.save.setText(translate("PrintTab", "Simpan &PDF …"))
        self.printing.setText(translate("PrintTab", "&Cetak …"))
        self.browse.setText(translate("PrintTab", "Buka &folder"))
        self.shown.setAccessibleName(translate("PrintTab", "Dokumen yang dilihat"))
        self.preview.view.setAccessibleName(translate("PrintTab", "Pratinjau dokumen"))

    def look(self) -> None:
        """Printing wants a sheet; once there is one, printing is the thing to do."""
        busy, made = self.office.busy, bool(self._made)
        self.compose.setEnabled(self.choice.wanted() is not None and not busy)
        self.compose.set_kind("secondary" if made else "primary")
        self.printing.set_kind("primary" if made else "secondary")
        self.details.setEnabled(self.overview is not None and not busy)
        for button in (self.save, self.printing):
            button.setEnabled(made and not busy)

    def _arrange(self) -> None:
        side = self.choice
        side.body.addWidget(self.details)
        side.body.addSpacing(4)
        side.body.addWidget(self.compose)
        side.body.addWidget(self._note)
        side.body.addStretch(1)
        side.body.addWidget(self.browse)
        side.body.addWidget(self.save)
        side.body.addWidget(self.printing)
        side.setFixedWidth(self.office.theme.px(_SIDE))
        holder, looking = QWidget(), QWidget()
        for parent, parts in ((holder, (self._empty,)), (looking, (self.shown, self.preview))):
            column = QVBoxLayout(parent)
            column.setContentsMargins(0, 0, 0, 0)
            for part in parts:
                column.addWidget(part, 0 if part is self.shown else 1)
            self._right.addWidget(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(12)
        row.addWidget(side)
        row.addWidget(self._right, 1)

    def _connect(self) -> None:
        self.compose.clicked.connect(self.make)
        self.save.clicked.connect(self._on_save)
        self.printing.clicked.connect(self._on_print)
        self.browse.clicked.connect(self._on_browse)
        self.details.clicked.connect(self._on_details)
        self.choice.changed.connect(self._on_other)
        self.shown.activated.connect(self._on_shown)
        self.office.theme.changed.connect(self._on_theme)

    def _say_empty(self) -> None:
        if self.choice.wanted() is not None or not self.choice.needs_result():
            self._empty.set_words(
                translate("PrintTab", "Belum ada lembar"),
                translate("PrintTab", "Tekan Susun. Tiap lembar SEMENTARA bernomor dan dicatat."),
            )
        else:
            self._empty.set_words(
                translate("PrintTab", "Peringkat masih tertutup"),
                translate("PrintTab", "Dokumen ini dapat disusun setelah peringkat terbuka."),
            )

    def _on_theme(self) -> None:
        self.choice.setFixedWidth(self.office.theme.px(_SIDE))

    def _on_other(self) -> None:
        """Another choice: the sheet on the screen is no longer what is asked for."""
        self._printer = None
        self._show([])
        self._note.hide()
        self._say_empty()
        self.look()

    def _on_made(self, made: list[Printed]) -> None:
        self._given = {}
        self._show(made)
        if self.overview is not None:
            self._made_for = self.overview.result.digest
            self.show_overview(self.overview)
        self.look()
        if self._printer is not None:
            printer, self._printer = self._printer, None
            self._send(printer)

    def _show(self, made: list[Printed]) -> None:
        self._made = made
        self.shown.clear()
        self.shown.addItems([one.title for one in made])
        self.shown.setVisible(len(made) > 1)
        self.preview.show_pdf(made[0].data if made else b"")
        self._right.setCurrentIndex(1 if made else 0)

    def _on_shown(self, at: int) -> None:
        self.preview.show_pdf(self._made[at].data)

    def _on_save(self) -> None:
        if len(self._made) > 1:
            folder = QFileDialog.getExistingDirectory(self, translate("PrintTab", "Folder untuk dokumen"))
            if folder:
                self.save_to(Path(folder))
            return
        name = issuing.slug(self.overview.draft.title) if self.overview else ""
        title = translate("PrintTab", "Simpan dokumen")
        offered = f"{self._made[0].document}-{name}.pdf"
        path, _ = QFileDialog.getSaveFileName(self, title, offered, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def _on_saved(self, path: Path) -> None:
        self._folder = path if path.is_dir() else path.parent
        self.browse.show()
        self._notice.show_words(translate("PrintTab", "Disimpan: {file}").format(file=path), "ok")

    def _on_browse(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _on_print(self) -> None:
        preferences = self.office.preferences
        printer = self.preview.ask_printer(preferences.printer() if preferences else "")
        if printer is None:
            return
        if preferences is not None and printer.printerName():
            preferences.used_printer(printer.printerName())
        self.print_with(printer)

    def print_with(self, printer: QPrinter) -> None:
        """Print; where the printer holds another paper, ask whether to make the document for that one."""
        paper = paper_in(printer)
        if paper in (None, self.choice.paper.currentData()):
            self._send(printer)
            return
        question = OtherPaper(paper, self)
        answer = question.answer()
        question.deleteLater()
        if answer == "again":
            self.choice.set_paper(paper)
            self._printer = printer
            self.make()
        elif answer == "look" and self.preview.look_on(printer, self._others()):
            self._say_sent()

    def _send(self, printer: QPrinter) -> None:
        if self.preview.render_on(printer, self._others()):
            self._say_sent()

    def _say_sent(self) -> None:
        self._notice.show_words(translate("PrintTab", "Dikirim ke printer."), "ok")

    def _others(self) -> list[bytes]:
        return [one.data for one in self._made if one.data != self.preview.data]

    def _on_details(self) -> None:
        self.office.look_up("", particulars.kept_particulars, self._on_particulars, self._notice.show_error)

    def _on_particulars(self, held: Particulars) -> None:
        dialog = ParticularsDialog(self.office.theme, held, self._given, self)
        if dialog.agreed():
            kept, self._given = dialog.kept(), dialog.once()

            def job(master: Master, progress: Progress) -> None:
                particulars.keep_particulars(master, kept)

            if kept:
                self.office.act(translate("PrintTab", "Menyimpan isian"), job, self._notice)
        dialog.deleteLater()


def _told(progress: Progress, page: int) -> None:
    """A page is set; here the person may stop it."""
    progress.step(page, 0, translate("PrintTab", "halaman {n}").format(n=page))
