"""The participants' documents in the juror's window: what is here, what comes in, and which one is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.receptions import documents_words
from kipp_desktop.gui.pages.juror_screen import JurorScreen
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.services import attachments
from kipp_desktop.services.attachments import Document, TakenDocuments
from kipp_desktop.services.jurors import JurorDesk

PURPOSE = "juror-documents"


class JurorDocuments(QObject):
    """Keeps the list of the shown participant true, and takes documents in on the worker."""

    def __init__(self, around: Surroundings, screen: JurorScreen, desk: JurorDesk, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._screen = screen
        self._desk = desk
        self._window = window
        self._entry = ""
        self._package: Path | None = None  # whose neighbours are being taken in
        card = screen.side.documents
        card.opened.connect(self.open)
        card.wanted.connect(self.choose_folder)
        card.others_wanted.connect(self.choose_other)

    def show_entry(self, entry: str) -> None:
        """List the documents of a participant."""
        self._entry = entry
        self.refresh()

    def refresh(self) -> None:
        """Look again what is here."""
        if self._entry:
            found = attachments.of_entry(self._desk, self._desk.entry(self._entry))
            of_nobody = len(attachments.of_nobody(self._desk))
            self._screen.side.documents.show_documents(found, of_nobody)

    def open(self, document: Document) -> None:
        """Open a document, once its digest was compared."""

        def job(progress: Progress) -> Path:
            return attachments.check(document)

        what = translate("JurorDocuments", "Memeriksa {file}").format(file=document.name)
        self._around.tasks.run(job, self._on_checked, self._screen.notice.show_error, what)

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

        self._run(job)

    def take_in_beside(self, package: Path) -> None:
        """Copy what lies beside a package; only what went wrong is said, for the package has its own say."""
        desk = self._desk

        def job(progress: Progress) -> TakenDocuments:
            attachments.list_anew(desk)
            return attachments.take_in_beside(desk, package, progress.step)

        self._package = package
        self._run(job)

    def _run(self, job: Callable[[Progress], TakenDocuments]) -> None:
        what = translate("JurorDocuments", "Menyalin dokumen peserta")
        self._around.tasks.run(job, self._on_taken, self._on_failed, what, self._on_cancelled)

    def _on_taken(self, taken: TakenDocuments) -> None:
        quiet, self._package = self._package is not None, None
        self.refresh()
        if taken.refused or not quiet:
            self._screen.notice.show_words(documents_words(taken), "warn" if taken.refused else "ok")

    def _on_cancelled(self) -> None:
        self._package = None
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._on_cancelled()
        self._screen.notice.show_error(error)

    def _on_checked(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def is_for_documents(path: Path) -> bool:
    """Whether what was dropped or opened is a document or a folder of them."""
    return path.is_dir() or path.suffix.lower() in attachments.KINDS


def documents_in(data: QMimeData) -> list[Path]:
    """The documents, and folders of them, in what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if is_for_documents(path)]
