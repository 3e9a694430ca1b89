"""A list that is taken in as it is: with problems nothing is written, all are shown, good rows may go on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kipp_desktop.gui.dialogs.organiser_curate import ProblemsDialog
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.services.importing import CellProblem, ProblemsError
from kipp_desktop.services.masters import Master

Take = Callable[[Master, Path, bool], int]  # with "leave bad rows out"; raises ProblemsError
Taken = int | tuple[CellProblem, ...]


class ListImport(QObject):
    """Reads a file on the worker; `written` says how many rows came in."""

    written = Signal(int)

    def __init__(self, office: OrganiserOffice, notice: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._notice, self._page = office, notice, parent
        self._file = ""
        self._again: Callable[[], None] | None = None

    def read(self, what: str, path: Path, take: Take, skip_bad: bool = False) -> None:
        """Take a list in; `what` stands in the strip at the foot."""
        self._file = path.name
        self._again = partial(self.read, what, path, take, True)

        def job(master: Master, progress: Progress) -> Taken:
            try:
                return take(master, path, skip_bad)
            except ProblemsError as error:
                return error.problems

        self._office.act(what, job, self._notice, self._on_taken)

    def _on_taken(self, answer: Taken) -> None:
        if isinstance(answer, int):
            self.written.emit(answer)
            return
        sentence_of = self._office.notices.sentence_of
        dialog = ProblemsDialog(self._office.theme, self._file, answer, sentence_of, self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.look()
        dialog.accepted.connect(self._on_skip)
        dialog.open()

    def _on_skip(self) -> None:
        if self._again is not None:
            self._again()
