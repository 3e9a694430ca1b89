"""Backups that nobody asks for, while the organiser's window is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from kipp_desktop.gui.models.care import Care, read_care
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.services.safekeeping import OwnBackups

_LOOK_EVERY_MS = 60_000


class BackupTimer(QObject):
    """Looks once a minute whether a backup is due, and once as soon as the master was read.

    It never waits in front of a person's job: while the worker is busy it looks again later.
    """

    failed = Signal(object)  # Exception; said once until one succeeds

    def __init__(self, office: OrganiserOffice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._own: OwnBackups | None = None
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        if office.master.copy is None:
            office.changed.connect(self._begin)

    def look(self) -> None:
        """Make the backup that is due, on the worker."""
        office = self._office
        if office.is_shut or office.tasks.busy:
            return
        master = office.master

        def work(progress: Progress) -> Care | None:
            if self._own is None:
                self._own = OwnBackups(master)
            return None if self._own.keep_up() is None else read_care(master)

        office.tasks.run(work, self._on_done, self._on_failed, "")

    def _begin(self) -> None:
        self._office.changed.disconnect(self._begin)
        self._timer.start()
        QTimer.singleShot(0, self.look)

    def _on_done(self, care: Care | None) -> None:
        if care is not None:
            self._told = False
            self._office.note_care(care)

    def _on_failed(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(error)
