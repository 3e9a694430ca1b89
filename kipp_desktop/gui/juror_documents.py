"""The participants' documents in the juror's window: what is here, what comes in, and which one is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.receptions import documents_words
from kipp_desktop.gui.pages.juror_columns import READING_ROOM
from kipp_desktop.gui.pages.juror_screen import JurorScreen
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.services import attachments
from kipp_desktop.services.attachments import Document, TakenDocuments
from kipp_desktop.services.jurors import JurorDesk

if TYPE_CHECKING:  # QtPdf is loaded when the first document is read
    from kipp_desktop.gui.pages.juror_document import DocumentPane

PURPOSE = "juror-documents"
_PAGE_MS = 800  # a page is noted once the juror has stayed this long
_OPEN_MS = 400  # a pane that was left open comes back after the first paint


class JurorDocuments(QObject):
    """Keeps the list of the shown participant true, takes documents in on the worker, leads the pane."""

    left = Signal()  # the keys go back to the sheet

    def __init__(self, around: Surroundings, screen: JurorScreen, desk: JurorDesk, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._screen = screen
        self._desk = desk
        self._window = window
        self._entry = ""
        self._found: tuple[Document, ...] = ()
        self._last: dict[str, str] = {}  # participant → key of the document read last
        self._beside = False  # whether what is being taken in lay beside a package
        self.pane: DocumentPane | None = None
        self._stay = _once(self, _PAGE_MS, self._note_page)
        self._reopen = _once(self, _OPEN_MS, self._open_as_left)
        self._reopen.start()
        card = screen.side.documents
        card.opened.connect(self.open)
        card.wanted.connect(self.choose_folder)
        card.others_wanted.connect(self.choose_other)
        screen.reader_button.clicked.connect(self.toggle)
        around.languages.changed.connect(self._on_language)

    def show_entry(self, entry: str) -> None:
        """List the documents of a participant; an open pane turns to them."""
        changed, self._entry = entry != self._entry, entry
        if changed:
            self.refresh()

    def refresh(self) -> None:
        """Look again what is here."""
        if not self._entry:
            return
        self._found = attachments.of_entry(self._desk, self._desk.entry(self._entry))
        of_nobody = len(attachments.of_nobody(self._desk))
        self._screen.side.documents.show_documents(self._found, of_nobody)
        if self._screen.reading:
            self._read(self._first())

    def rest(self) -> None:
        """The store is closing: note the page, and read nothing any more."""
        self._reopen.stop()
        self._around.languages.changed.disconnect(self._on_language)
        self._note_page()

    def toggle(self) -> None:
        """Read the participant's document beside the sheet, or shut the pane."""
        if self._screen.reading:
            self.close()
        else:
            self._around.preferences.show_panel("reader", True)
            self._read(self._first())

    def toggle_full(self) -> None:
        """Read with the whole width, or beside the sheet again."""
        if not self._screen.reading:
            self.toggle()
        if self.pane is not None:
            self._show_pane(not self._screen.full)
            self.pane.pages.setFocus()

    def close(self) -> None:
        """Shut the pane; the keys go back to the sheet."""
        self._note_page()
        self._around.preferences.show_panel("reader", False)
        self._screen.show_reader(None)
        if self.pane is not None:
            self.pane.show_documents((), None)  # lets go of the file and of the pages
        self.left.emit()

    def open(self, document: Document) -> None:
        """Read a document that was clicked on; the keys go to its pages."""
        self._around.preferences.show_panel("reader", True)
        self._read(document)
        if self.pane is not None:
            self.pane.pages.setFocus()

    def turn(self, by: int) -> None:
        """Go so many pages on, wherever the keys are."""
        if self.pane is not None and self._screen.reading:
            self.pane.turn(by)

    def zoom_in(self) -> None:
        """Larger pages."""
        if self.pane is not None:
            self.pane.pages.zoom_by(1)

    def zoom_out(self) -> None:
        """Smaller pages."""
        if self.pane is not None:
            self.pane.pages.zoom_by(-1)

    def fit_width(self) -> None:
        """Pages as wide as the pane."""
        if self.pane is not None:
            self.pane.pages.fit_width()

    def find(self) -> None:
        """Look for words in the document that is read."""
        if self.pane is not None and self._screen.reading:
            self.pane.find()

    def find_next(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1)."""
        if self.pane is not None and self._screen.reading:
            search = self.pane.search
            search.next() if by > 0 else search.previous()

    def choose_folder(self) -> None:
        """Ask for the folder of documents."""
        folder = self._around.preferences.folder(PURPOSE)
        title = translate("JurorDocuments", "Folder dokumen dari panitia")
        name = QFileDialog.getExistingDirectory(self._window, title, folder)
        if name:
            self._around.preferences.used_folder(PURPOSE, Path(name))
            self.take_in([Path(name)])

    def choose_other(self) -> None:
        """Ask which of the documents that are nobody's is to be opened."""
        found = attachments.of_nobody(self._desk)
        if found and found[0].path is not None:
            title = translate("JurorDocuments", "Dokumen lain")
            name, _ = QFileDialog.getOpenFileName(self._window, title, str(found[0].path.parent))
            chosen = [one for one in found if one.path == Path(name)]
            if chosen:
                self.open(chosen[0])

    def take_in(self, paths: Sequence[Path]) -> None:
        """Copy documents and folders of them to this laptop; the unlisted to the participant shown."""
        desk, entry = self._desk, self._entry if all(path.is_file() for path in paths) else ""

        def job(progress: Progress) -> TakenDocuments:
            return attachments.take_in(desk, paths, entry, progress.step)

        self._run(job, beside=False)

    def take_in_beside(self, package: Path) -> None:
        """Copy what lies beside a package; only what went wrong is said, for the package has its own say."""
        desk = self._desk

        def job(progress: Progress) -> TakenDocuments:
            attachments.list_anew(desk)
            return attachments.take_in_beside(desk, package, progress.step)

        self._run(job, beside=True)

    def _run(self, job: Callable[[Progress], TakenDocuments], beside: bool) -> None:
        self._beside = beside
        what = translate("JurorDocuments", "Menyalin dokumen peserta")
        self._around.tasks.run(job, self._on_taken, self._on_failed, what, self.refresh)

    def _on_taken(self, taken: TakenDocuments) -> None:
        self.refresh()
        if taken.refused or not self._beside:
            self._screen.notice.show_words(documents_words(taken), "warn" if taken.refused else "ok")

    def _on_failed(self, error: Exception) -> None:
        self.refresh()
        self._screen.notice.show_error(error)

    def _first(self) -> Document | None:
        """The one read last, else the first that is here, else the first."""
        last = [one for one in self._found if one.key == self._last.get(self._entry)]
        here = [one for one in self._found if one.path is not None]
        return next(iter([*last, *here, *self._found]), None)

    def _open_as_left(self) -> None:
        """A pane that was open last time comes back where there is room."""
        wide = self._screen.width() >= self._around.theme.px(READING_ROOM)
        if wide and self._around.preferences.panel("reader") and not self._screen.reading:
            self._read(self._first())

    def _read(self, document: Document | None) -> None:
        """Show a document in the pane, once its digest was compared."""
        self._note_page()
        pane = self._make_pane()
        others = () if document is None or document in self._found else (document,)
        pane.show_documents((*self._found, *others), document)
        self._show_pane(self._screen.full)
        if document is None:
            return
        self._last[self._entry] = document.key
        if not document.is_pdf and document.path is not None:
            words = translate("JurorDocuments", "Berkas ini bukan PDF dan tidak dapat dibaca di sini.")
            pane.show_words(document.name, words, translate("JurorDocuments", "Buka di program lain"))
            return

        def job(progress: Progress) -> tuple[Document, Path | UserError]:
            try:
                return document, attachments.check(document)
            except UserError as error:
                return document, error

        what = translate("JurorDocuments", "Memeriksa {file}").format(file=document.name)
        self._around.tasks.run(job, self._on_checked, self._screen.notice.show_error, what)

    def _on_checked(self, checked: tuple[Document, Path | UserError]) -> None:
        document, found = checked
        pane = self.pane
        if pane is None or pane.document != document:  # another one is wanted by now
            return
        try:
            if isinstance(found, UserError):
                raise found
            pane.show_pdf(found, attachments.page(self._desk, document.key))
        except UserError as error:
            title = translate("JurorDocuments", "Dokumen tidak dapat dibaca")
            pane.show_words(title, self._around.notices.words(error))

    def _make_pane(self) -> DocumentPane:
        if self.pane is None:
            from kipp_desktop.gui.pages.juror_document import DocumentPane

            self.pane = pane = DocumentPane(self._around.theme)
            pane.chosen.connect(self._read)
            pane.full_wanted.connect(self.toggle_full)
            pane.closed.connect(self.close)
            pane.left.connect(self._on_escape)
            pane.elsewhere_wanted.connect(self._on_elsewhere)
            pane.pages.page_changed.connect(self._on_page)
        return self.pane

    def _show_pane(self, full: bool) -> None:
        assert self.pane is not None
        self._screen.show_reader(self.pane, full)
        self.pane.bar.show_full(full)

    def _note_page(self) -> None:
        self._stay.stop()
        pane = self.pane
        if pane is not None and pane.document is not None and pane.readable:
            with suppress(UserError):  # a page is no score
                if attachments.page(self._desk, pane.document.key) != pane.pages.page:
                    attachments.remember_page(self._desk, pane.document.key, pane.pages.page)

    def _on_page(self, page: int) -> None:
        self._stay.start()

    def _on_language(self) -> None:
        """What is said in place of the pages is said anew."""
        if self.pane is not None and self._screen.reading and not self.pane.readable:
            self._read(self.pane.document)

    def _on_escape(self) -> None:
        if self._screen.full:
            self.toggle_full()
        self.left.emit()

    def _on_elsewhere(self, document: Document) -> None:
        if document.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(document.path)))


def is_for_documents(path: Path) -> bool:
    """Whether what was dropped or opened is a document or a folder of them."""
    return path.is_dir() or path.suffix.lower() in attachments.KINDS


def documents_in(data: QMimeData) -> list[Path]:
    """The documents, and folders of them, in what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if is_for_documents(path)]


def _once(parent: QObject, after_ms: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(slot)
    return timer
