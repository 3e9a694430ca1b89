"""The juror's window: goes from sheet to sheet, and says what is saved."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.juror_actions import JurorActions
from kipp_desktop.gui.juror_clock import JurorClock
from kipp_desktop.gui.juror_decisions import JurorDecisions
from kipp_desktop.gui.juror_documents import JurorDocuments, documents_in, is_for_documents
from kipp_desktop.gui.juror_files import JurorFiles
from kipp_desktop.gui.juror_laptop import JurorLaptop
from kipp_desktop.gui.juror_rescue import JurorRescue
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.opening import SUFFIXES
from kipp_desktop.gui.pages.juror_screen import JurorScreen
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.view_menu import pop_up
from kipp_desktop.gui.widgets.file_drop import files_in
from kipp_desktop.services import recents
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.recents import Place
from kipp_desktop.services.undoing import Step

if TYPE_CHECKING:
    from kipp_desktop.services.receiving import Reception

_PLACE_MS = 800  # a place is noted once the juror has stayed this long


class JurorWindow(QMainWindow):
    """One open store, which is closed with the window."""

    home_wanted = Signal()

    def __init__(self, around: Surroundings, desk: JurorDesk) -> None:
        super().__init__()
        self._around = around
        self.desk = desk
        self.entry = ""
        self._criterion = ""
        self._refused = False
        self._closed = False
        self.book = ScoreBook(desk, self)
        self.screen_ = JurorScreen(around, self.book, self)
        self.setCentralWidget(self.screen_)
        self.sheet, self.list, self.notice = self.screen_.sheet, self.screen_.list, self.screen_.notice
        self.files = JurorFiles(around, self.book, self.notice, self)
        self.documents = JurorDocuments(around, self.screen_, desk, self)
        self.clock = JurorClock(around, self.screen_.side.timer, self.book)
        self.laptop = JurorLaptop(around, self.screen_, self.book, self)
        self.rescue = JurorRescue(around, self.book, self.screen_, self)
        self.decisions = JurorDecisions(around, self.book, self.sheet, self)
        self.menu = JurorActions(around, self)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_PLACE_MS)
        self._stay.timeout.connect(self._remember)
        self.setAcceptDrops(True)
        self._connect()
        self._name()
        self._resume()

    def go(self, entry: str) -> bool:
        """Show a participant's sheet; stays, with the keys there, where a text cannot be taken."""
        if entry == self.entry:
            return True
        if self.entry and not self.sheet.settle():
            self.list.choose(self.entry)
            return False
        self.entry, self._criterion = entry, ""
        self._show_entry()
        self._stay.start()
        return True

    def go_to(self, entry: str) -> None:
        """Show a participant's sheet, with the keys at its first empty criterion."""
        if self.go(entry):
            self.show_sheet()

    def go_to_number(self, number: int) -> None:
        """Go to the first, second … participant of the list."""
        if 1 <= number <= len(self.book.entries):
            self.go_to(self.book.entries[number - 1])

    def go_next(self) -> None:
        """Go to the next participant; on the last one, only save."""
        self._go_by(1)

    def go_previous(self) -> None:
        """Go to the participant before."""
        self._go_by(-1)

    def show_sheet(self) -> None:
        """Show the sheet, with the keys at the first empty criterion."""
        self.screen_.show_page(self.sheet)
        if self.entry:
            self.sheet.focus_first_empty(self.book.sheet(self.entry))

    def show_overview(self) -> None:
        """Show all own sheets as a table, or go back from there."""
        overview = self.screen_.overview
        if overview is not None and overview.isVisible():
            self.show_sheet()
        elif not self.entry or self.sheet.settle():
            if overview is None:
                overview = self.screen_.make_overview()
                overview.opened.connect(self.go_to)
                overview.left.connect(self.show_sheet)
            self.screen_.show_page(overview)
            overview.table.choose(self.entry)
            overview.table.setFocus()

    def help_topic(self) -> str:
        """The page of the help that explains what is shown."""
        overview = self.screen_.overview
        return "juri-tinjau" if overview is not None and overview.isVisible() else "juri-lembar"

    def finish(self) -> None:
        """Lock all, declare, export: after a look at what is missing."""
        if not self.entry or self.sheet.settle():
            self.files.finish()

    def export(self) -> None:
        """Export what there is."""
        if not self.entry or self.sheet.settle():
            self.files.export()

    def choose_import(self) -> None:
        """Ask for a file to take in."""
        if not self.entry or self.sheet.settle():
            self.files.choose_import()

    def go_home(self) -> None:
        """Ask for the first page."""
        self.home_wanted.emit()

    def undo(self) -> None:
        """Take the last step of this sheet back."""
        if self.entry and self.sheet.settle():
            self._show_step(self.book.undo(self.entry))

    def redo(self) -> None:
        """Do it again."""
        if self.entry and self.sheet.settle():
            self._show_step(self.book.redo(self.entry))

    def receive(self, path: Path) -> None:
        """Take in a file for this store, or a folder of documents."""
        if not self.entry or self.sheet.settle():
            if is_for_documents(path):
                self.documents.take_in([path])
            else:
                self.files.receive(path)

    def take(self, files: Sequence[Path]) -> None:
        """Take in what was dropped or opened from outside; `files.elsewhere` gets what is not ours."""
        documents = [path for path in files if is_for_documents(path)]
        if not self.entry or self.sheet.settle():
            if documents:
                self.documents.take_in(documents)
            self.files.take([path for path in files if path not in documents])

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.entry:
            keys = self.focusWidget()
            in_sheet = keys is None or self.sheet.isAncestorOf(keys)  # its fields are made anew
            self.menu.retranslate()
            self._show_entry()
            if in_sheet:
                self.sheet.focus_criterion(self._criterion)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Our files are welcome anywhere."""
        if files_in(event.mimeData(), SUFFIXES) or documents_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them in."""
        self.take([*documents_in(event.mimeData()), *files_in(event.mimeData(), SUFFIXES)])

    def showEvent(self, event: QShowEvent) -> None:
        """The sheet comes first; what else there is to say is read after it."""
        super().showEvent(event)
        if not event.spontaneous():
            self.laptop.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, note the place, let go of the store. Waits for a file that is written."""
        if self._closed:
            super().closeEvent(event)
            return
        if self._around.tasks.busy:
            event.ignore()
            self._around.tasks.idle.connect(self.close, Qt.ConnectionType.SingleShotConnection)
            return
        if self.entry and not self.sheet.settle():
            event.ignore()
            return
        if not self.rescue.may_close():
            event.ignore()
            return
        self._stay.stop()
        self.rescue.rest()
        self.documents.rest()
        self.laptop.rest()
        self._remember()
        self.book.note()
        self._closed = True
        self.desk.close()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.screen_.menu_button.clicked.connect(self._on_menu)
        self.list.chosen.connect(self.go)
        self.list.opened.connect(self.go_to)
        self.list.stage_chosen.connect(self._on_stage)
        self.screen_.overview_button.clicked.connect(self.show_overview)
        self.screen_.side.overview_button.clicked.connect(self.show_overview)
        self.list.finish.connect(self.finish)
        self.sheet.committed.connect(self._on_committed)
        self.sheet.commented.connect(self._on_commented)
        self.sheet.visited.connect(self._on_visited)
        foot = self.sheet.foot
        foot.previous.connect(self.go_previous)
        foot.following.connect(self.go_next)
        foot.abstain.connect(self.decisions.abstain)
        foot.absent.connect(self.decisions.mark_absent)
        foot.lock.connect(self.decisions.lock)
        self.sheet.standing_asked.connect(self.decisions.open_again)
        self.book.changed.connect(self._on_changed)
        self.book.reloaded.connect(self._on_reloaded)
        self.book.saved.connect(self._on_saved)
        self.book.refused.connect(self._on_refused)
        self.files.sheet_wanted.connect(self._on_sheet_wanted)
        self.files.received.connect(self._on_received)
        self.files.package_arrived.connect(self.documents.take_in_beside)
        self.documents.left.connect(self._on_document_left)
        self.laptop.follow(self.files)
        self.screen_.standing.export_wanted.connect(self.export)
        self.laptop.sheet_wanted.connect(self._on_sheet_wanted)

    def _resume(self) -> None:
        """Go where the juror stopped, else to the first sheet that is not done."""
        place = recents.remembered(self.desk)
        if place is not None:
            if place.stage != self.book.stage:
                self.book.use_stage(place.stage)
            self.go(place.entry)
            self.sheet.focus_criterion(place.criterion)
        elif self.book.entries:
            todo = [own.entry for own in self.book.sheets if own.look in ("none", "partial", "rescore")]
            self.go_to((todo or self.book.entries)[0])

    def _remember(self) -> None:
        if self.entry:
            with suppress(UserError):  # a place is no score
                recents.remember(self.desk, Place(self.book.stage, self.entry, self._criterion))

    def _go_by(self, step: int) -> None:
        entries = self.book.entries
        if self.entry not in entries:
            return
        at = entries.index(self.entry) + step
        if 0 <= at < len(entries):
            self.go_to(entries[at])
        else:
            self.sheet.settle()

    def _show_entry(self) -> None:
        own, entry = self.book.sheet(self.entry), self.desk.entry(self.entry)
        unsaved = self.book.unsaved.on(self.book.stage, self.entry)
        self.sheet.show_sheet(own, entry, self.book.declared, self.book.place(self.entry), unsaved)
        entries = self.book.entries
        self.sheet.foot.set_ends(self.entry == entries[0], self.entry == entries[-1])
        self.documents.show_entry(self.entry)
        self.list.choose(self.entry)

    def _name(self) -> None:
        self.setWindowTitle(f"{self.desk.competition.title} – KIPP Desktop")

    def _show_step(self, step: Step | None) -> None:
        """Let the eye find what has changed."""
        if step is None:
            self.notice.show_words(
                translate("JurorWindow", "Di lembar ini tidak ada lagi yang dapat diurungkan.")
            )
        elif step.criterion:
            self.sheet.focus_criterion(step.criterion)

    def _on_menu(self) -> None:
        pop_up(self.menu.menu, self.screen_.menu_button)

    def _on_committed(self, criterion: str, value: int | None, visit: int) -> None:
        self.book.enter(self.entry, criterion, value, visit)

    def _on_commented(self, kind: str, text: str) -> None:
        self.book.comment(self.entry, kind, text)

    def _on_visited(self, criterion: str) -> None:
        self._criterion = criterion
        self._stay.start()

    def _on_document_left(self) -> None:
        if self._criterion:
            self.sheet.focus_criterion(self._criterion)
        elif self.entry:
            self.sheet.focus_first_empty(self.book.sheet(self.entry))

    def _on_stage(self, stage: str) -> None:
        if not self.entry or self.sheet.settle():
            self.book.use_stage(stage)

    def _on_sheet_wanted(self, stage: str, entry: str) -> None:
        if stage != self.book.stage:
            self.book.use_stage(stage)
        self.go_to(entry)

    def _on_changed(self, entry: str) -> None:
        if entry == self.entry:
            self._show_entry()

    def _on_reloaded(self) -> None:
        if self.entry not in self.book.entries:
            self.entry = next(iter(self.book.entries), "")
        self.screen_.read_assistant()
        if self.entry:
            self._show_entry()

    def _on_saved(self, when: datetime) -> None:
        self.screen_.header.saved.show_saved(when)
        if self._refused:
            self._refused = False
            self.notice.dismiss()

    def _on_refused(self, error: UserError) -> None:
        self._refused = True
        self.screen_.header.saved.show_failure(translate("JurorWindow", "Belum tersimpan"))
        self.notice.show_error(error)

    def _on_received(self, reception: Reception) -> None:
        self._name()
        self.screen_.read_assistant()
        self.laptop.refresh()
