"""Step 3, Terima: score files are looked at first, merged on a word, and the board says who is late."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.board import LEGEND
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.outcomes import WRITES
from kipp_desktop.gui.pages.organiser_board_part import BoardPart
from kipp_desktop.gui.pages.organiser_legend import Legend
from kipp_desktop.gui.pages.organiser_notes import IntakeNotes
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice, until_cancelled
from kipp_desktop.gui.pages.organiser_page import OrganiserPage
from kipp_desktop.gui.pages.organiser_plan import PlanCard
from kipp_desktop.gui.pages.organiser_watch import FolderIntake
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.file_drop import FileDropArea, files_in
from kipp_desktop.services import merging, publishing, quarantine, readmitting, safekeeping
from kipp_desktop.services.file_outcomes import FileOutcome
from kipp_desktop.services.masters import Master
from kipp_desktop.services.safekeeping import StickCopy

SUFFIXES = (".nilai", ".paket")  # a package of our own that a restored master lost


class ReceivePage(OrganiserPage):
    """Plan before apply; then the board juror × participant."""

    merged = Signal(list)  # of FileOutcome, after they were written

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office)
        self._plan: list[FileOutcome] = []
        self._applied = False
        self.drop = FileDropArea(office.theme, SUFFIXES)
        self.drop.given.connect(self.add_files)
        self.plan = PlanCard(office.theme)
        self.notes = IntakeNotes()
        self.part = BoardPart(office.theme)
        self.folder = FolderIntake(SUFFIXES, self)
        self.receipts = Button("")
        self._legend = Legend(office.theme, LEGEND)
        self.more = Button("")
        self.primary = Button("", "primary")
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()
        self.start()

    # what people do

    def add_files(self, paths: list[Path]) -> None:
        """Look at more files; what is already on the list is looked at again."""
        known = [] if self._applied else [one.file for one in self._plan]
        wanted = list(dict.fromkeys([*known, *paths]))

        def job(master: Master, progress: Progress) -> list[FileOutcome]:
            return merging.plan(master, until_cancelled(readmitting.packages_first(wanted), progress))

        what = translate("ReceivePage", "Memeriksa berkas nilai")
        self.office.act(what, job, self.notice, self._on_planned, writes=False)

    def merge(self) -> None:
        """Take in what the plan says."""
        wanted = [one.file for one in self._plan]

        def job(master: Master, progress: Progress) -> tuple[list[FileOutcome], StickCopy]:
            found = merging.apply(master, until_cancelled(wanted, progress))
            return found, safekeeping.copy_to_stick(master)

        what = translate("ReceivePage", "Menggabungkan berkas nilai")
        self.office.act(what, job, self.notice, self._on_merged)

    def write_receipts(self, folder: Path) -> None:
        """Write a receipt for every juror who has delivered."""

        def job(master: Master, progress: Progress) -> list[Path]:
            return publishing.write_receipts(master, folder)

        self.office.act(translate("ReceivePage", "Menulis tanda terima"), job, self.notice, self._on_receipts)

    def retry_set_aside(self) -> None:
        """Try the files of a later format again."""

        def job(master: Master, progress: Progress) -> list[FileOutcome]:
            return quarantine.retry(master, progress.step)

        what = translate("ReceivePage", "Mencoba lagi berkas yang disisihkan")
        self.office.act(what, job, self.notice, self._on_retried)

    def clear_plan(self) -> None:
        """Go back to the drop area; nothing was written for files that were only looked at."""
        self._plan, self._applied = [], False
        self._show_plan()

    # what is shown

    def show_overview(self, overview: Overview) -> None:
        """Draw plan and board."""
        self.notes.show_overview(overview, self.office.notices.sentence_of)
        self.part.show_overview(overview, self.office.languages.current)
        self._on_board()
        self._show_plan()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("ReceivePage", "Terima berkas nilai"))
        self.folder.retranslate()
        kind = translate("ReceivePage", "Berkas nilai")
        drop = translate("ReceivePage", "Seret berkas nilai (.nilai) ke sini")
        self.drop.set_words(
            drop, translate("ReceivePage", "Boleh banyak sekaligus, dalam urutan apa pun."), kind
        )
        self.receipts.setText(translate("ReceivePage", "Tulis tanda &terima …"))
        self._show_plan()

    def reading(self) -> Sequence[QWidget]:
        """Messages to copy."""
        return (self.part, self.plan)

    def look(self) -> None:
        """Actions rest while something runs."""
        overview, busy = self.overview, self.office.busy
        ready = overview is not None and overview.version > 0 and not busy
        self.drop.setEnabled(ready)
        self.more.setEnabled(ready)
        self.receipts.setEnabled(ready and overview is not None and overview.files > 0)
        self.notes.look(ready)
        self.primary.setEnabled(ready and (self._applied or self._to_write() > 0))
        self.folder.button.setEnabled(overview is not None and overview.version > 0)
        arrived = self.folder.take() if ready else []
        if arrived:
            self.add_files(arrived)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The whole page takes score files."""
        if self.drop.isEnabled() and files_in(event.mimeData(), SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        paths = files_in(event.mimeData(), SUFFIXES)
        if paths:
            event.acceptProposedAction()
            self.add_files(paths)

    # parts

    def _arrange(self) -> None:
        self.drop.add(self.folder.button)
        self.content.addWidget(self.drop)
        self.content.addWidget(self.plan)
        self.content.addWidget(self.notes)
        self.content.addWidget(self.part)
        self.content.addStretch(1)
        self.footer.addWidget(self.receipts)
        self.footer.addWidget(self._legend, 1)
        self.footer.addWidget(self.more)
        self.footer.addWidget(self.primary)
        self.use_footer()

    def _connect(self) -> None:
        self.part.copied.connect(self._on_copied)
        self.part.changed.connect(self._on_board)
        self.folder.waiting.connect(self.look)
        self.plan.unwatch.clicked.connect(self.folder.stop)
        self.folder.changed.connect(self._say_watched)
        self.receipts.clicked.connect(self._ask_receipts)
        self.more.clicked.connect(self.drop.choose)
        self.primary.clicked.connect(self._on_primary)
        self.plan.chosen.connect(self._on_file)
        self.plan.copied.connect(self._on_ask_copied)
        self.notes.retry_wanted.connect(self.retry_set_aside)

    def _on_primary(self) -> None:
        if self._applied:
            self.clear_plan()
        else:
            self.merge()

    def _on_planned(self, found: list[FileOutcome]) -> None:
        self._plan, self._applied = found, False
        self._show_plan()

    def _on_merged(self, done: tuple[list[FileOutcome], StickCopy]) -> None:
        found, copied = done
        untouched = self._plan[len(found) :]
        self._plan, self._applied = [*found, *untouched], True
        self._show_plan(len(found))
        if untouched:
            self.notice.show_words(_part_merged, "warn")
        elif copied.problem is not None:
            self.notice.show_error(copied.problem)
        self.merged.emit(found)

    def _on_retried(self, found: list[FileOutcome]) -> None:
        self._plan, self._applied = found, True
        self._show_plan()

    def _on_receipts(self, written: list[Path]) -> None:
        text = translate(
            "ReceivePage", "{n} tanda terima ditulis di {folder}. Kirimkan kepada masing-masing juri."
        )
        self.notice.show_words(text.format(n=len(written), folder=written[0].parent if written else ""), "ok")

    def _on_ask_copied(self) -> None:
        self.notice.show_words(_ask_copied, "info")

    def _on_file(self) -> None:
        """Say the whole sentence of a file that is refused."""
        one = self.plan.file()
        if one is not None and one.outcome in ("refused", "quarantined"):
            text = self.office.notices.sentence_of(one.code, one.facts)
            self.notice.show_words(f"{one.file.name}: {text}", "warn")

    def _on_board(self) -> None:
        shown = self.part.shown()
        self._legend.show_star(shown is not None and any(cell.paper for cell in shown.cells))

    def _on_copied(self) -> None:
        self.notice.show_words(_copied, "info")

    def _ask_receipts(self) -> None:
        title = translate("ReceivePage", "Folder untuk tanda terima")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self.write_receipts(Path(folder))

    def _show_plan(self, done: int | None = None) -> None:
        applied = (len(self._plan) if done is None else done) if self._applied else 0
        self.drop.setVisible(not self._plan)
        title = "" if self.overview is None else self.overview.competition.title
        self.plan.show_files(self._plan, applied, self.office.notices.sentence_of, title)
        self.more.setVisible(bool(self._plan) and not self._applied)
        self.more.setText(translate("ReceivePage", "T&ambah berkas …"))
        self.primary.setVisible(bool(self._plan))
        merge = translate("ReceivePage", "&Gabungkan {n} berkas").format(n=self._to_write())
        self.primary.setText(translate("ReceivePage", "Terima berkas la&in") if self._applied else merge)
        self.look()

    def _to_write(self) -> int:
        return sum(one.outcome in WRITES for one in self._plan)

    def _say_watched(self) -> None:
        self.lead.setText(self.folder.words())
        self.plan.unwatch.setVisible(self.folder.watch.folder is not None)


def _copied() -> str:
    return translate("ReceivePage", "Pesan pengingat disalin. Tempelkan di WhatsApp atau surel.")


def _ask_copied() -> str:
    return translate("ReceivePage", "Pesan untuk pengirim disalin. Tempelkan di WhatsApp atau surel.")


def _part_merged() -> str:
    return translate(
        "ReceivePage", "Dihentikan. Berkas yang bertanda diterima sudah digabung; sisanya belum disentuh."
    )
