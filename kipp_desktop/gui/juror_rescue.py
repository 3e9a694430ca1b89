"""When the laptop's disk takes nothing more: it is asked again and again, and a copy can go elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.juror_files import PURPOSE, file_name
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.pages.juror_screen import JurorScreen
from kipp_desktop.gui.surroundings import Surroundings

if TYPE_CHECKING:  # loaded when the disk is full
    from kipp_desktop.gui.dialogs.juror_rescue import RescueDialog

RETRY_MS = 3000


class JurorRescue(QObject):
    """Asks the disk again, offers the emergency copy, and keeps the window open as long as needed."""

    def __init__(self, around: Surroundings, book: ScoreBook, screen: JurorScreen, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._book = book
        self._screen = screen
        self._window = window
        self._copied: tuple[object, ...] | None = None  # what the last emergency copy holds
        self.dialog: RescueDialog | None = None
        self._again = QTimer(self)
        self._again.setInterval(RETRY_MS)
        self._again.timeout.connect(self.retry)
        book.refused.connect(self._on_refused)
        screen.standing.rescue_wanted.connect(self.open)

    def retry(self) -> bool:
        """Ask the disk again; whether everything is stored now."""
        stored = self._book.retry()
        if stored:
            self._again.stop()
        return stored

    def may_close(self) -> bool:
        """Whether nothing is lost with the window; opens the question otherwise."""
        if self.retry() or self._copied == self._unsaved():
            return True
        self.open()
        return False

    def rest(self) -> None:
        """The store is closing."""
        self._again.stop()

    def open(self) -> None:
        """Ask where an emergency copy should go."""
        from kipp_desktop.gui.dialogs.juror_rescue import RescueDialog

        folder = self._around.preferences.folder(PURPOSE)
        self.dialog = RescueDialog(self._around.theme, len(self._book.unsaved), folder, self._window)
        self.dialog.accepted.connect(self._on_accepted)
        self.dialog.again.clicked.connect(self._on_again)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _on_refused(self, error: UserError) -> None:
        if self._book.unsaved:
            self._again.start()

    def _on_again(self) -> None:
        if self.retry() and self.dialog is not None:
            self.dialog.reject()

    def _on_accepted(self) -> None:
        """Written at once: with a full disk nothing should wait its turn."""
        from kipp_desktop.services import exporting

        assert self.dialog is not None
        desk, unsaved = self._book.desk, self._book.unsaved
        path = self.dialog.destination.folder() / file_name(desk).replace(".nilai", "-darurat.nilai")
        try:
            written = exporting.rescue(desk, path, unsaved.new_scores(), unsaved.new_comments())
        except UserError as error:
            self._screen.notice.show_error(error)
            return
        self._copied = self._unsaved()
        words = translate(
            "Rescue",
            "Salinan darurat {file} sudah ditulis ke {folder} dan dibaca ulang, kode periksa {code}. "
            "Flashdisk boleh dicabut. Serahkan kepada panitia, atau impor di laptop lain yang diaktifkan "
            "dengan kode Anda.",
        )
        facts = {"file": path.name, "folder": str(path.parent), "code": written.code}
        self._screen.notice.show_words(words.format(**facts), "ok")

    def _unsaved(self) -> tuple[object, ...]:
        unsaved = self._book.unsaved
        return (*unsaved.scores.items(), *unsaved.texts.items())
