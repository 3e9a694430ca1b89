"""Opening: what a file is, and the jobs that turn it into an open store or master, on the worker."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from kipp_desktop import paths
from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.tasks import Progress, Tasks
from kipp_desktop.services import recents

if TYPE_CHECKING:  # the services come with the first job, so that the first page is there at once
    from kipp_desktop.exchange.package import Package
    from kipp_desktop.services.jurors import JurorDesk
    from kipp_desktop.services.masters import Master

FileKind = Literal["package", "receipt", "scores", "bundle", "database", "unknown"]
SUFFIXES = (".paket", ".nilai", ".terima", ".hasil", ".kipp")
DEMO_JUROR = "J-01"
_SHUT_OUT = ("store.in_use", "store.damaged")
_ASKING = ("admission.pin_wanted", "admission.code_wanted")

_FORMAT = re.compile(rb'"(?:fmt|format)"\s*:\s*"(kipp-[a-z]+)')
_KINDS: dict[bytes, FileKind] = {
    b"kipp-package": "package",
    b"kipp-receipt": "receipt",
    b"kipp-score": "scores",
    b"kipp-bundle": "bundle",
}


def kind_of(path: Path) -> FileKind:
    """What a file is, by its first bytes; its name says nothing."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError:
        return "unknown"
    if head.startswith(b"SQLite format 3\0"):
        return "database"
    found = _FORMAT.search(head)
    return _KINDS.get(found[1], "unknown") if found else "unknown"


class Opening(QObject):
    """Starts a job and says by a signal what it opened. Whoever listens closes what was opened."""

    package_read = Signal(object, object)  # Package, Path
    desk_opened = Signal(object, object)  # JurorDesk, and the Path that came with it or None
    enrolled = Signal(object)  # after desk_opened: Path of the package the juror came with
    master_opened = Signal(object)  # Master
    failed = Signal(object)  # Exception
    admission_wanted = Signal(
        object, object, str
    )  # folder, the Path that arrived or None, the question's code
    master_shut_out = Signal(object, object)  # Path, UserError: somebody has it open, or it is spoilt

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._package = self._master = self._desk = Path()
        self._arrived: Path | None = None

    def read_package(self, path: Path) -> None:
        """Read a package, to choose a name from it."""
        self._package = path

        def job(progress: Progress) -> Package:
            from kipp_desktop.services import jurors

            return jurors.read_package(path)

        what = translate("Opening", "Membaca paket {file}").format(file=path.name)
        self._tasks.run(job, self._on_package, self._on_failed, what)

    def enrol(self, package: Path, competition: str, juror: str, code: str) -> None:
        """Open a package with the code of a juror who was never on this laptop before."""
        folder = recents.desk_folder(competition, juror)

        def job(progress: Progress) -> JurorDesk:
            from kipp_desktop.services import jurors

            return jurors.enrol(package, juror, code, folder)

        self._package = package
        self._tasks.run(job, self._on_enrolled, self._on_failed, translate("Opening", "Memeriksa kode"))

    def open_desk(self, folder: Path, arrived: Path | None = None, typed: str | None = None) -> None:
        """Open a juror's store again, for a file that arrived too; `typed` is the PIN or the own code.

        Where one has to be typed first, `admission_wanted` says so.
        """

        def job(progress: Progress) -> JurorDesk:
            from kipp_desktop.services import admission

            return admission.open_desk(folder, typed)

        self._desk, self._arrived = folder, arrived
        self._tasks.run(job, self._on_desk, self._on_desk_failed, translate("Opening", "Membuka penilaian"))

    def open_master(self, path: Path) -> None:
        """Open an organiser's master."""

        def job(progress: Progress) -> Master:
            from kipp_desktop.services import masters

            return masters.open_master(path)

        self._master = path
        what = translate("Opening", "Membuka salinan induk")
        self._tasks.run(job, self._on_master, self._on_master_failed, what)

    def read_newest_backup(self, path: Path) -> None:
        """Open a master's newest sound backup, to be looked at."""

        def job(progress: Progress) -> Master:
            from kipp_desktop.services import safekeeping

            return safekeeping.open_newest(path)

        self._tasks.run(job, self._on_master, self._on_failed, translate("Opening", "Membuka cadangan"))

    def restore_master(self, path: Path, backup: Path) -> None:
        """Put a backup in a master's place and open it."""

        def job(progress: Progress) -> Master:
            from kipp_desktop.services import masters, safekeeping

            safekeeping.restore(path, backup)
            return masters.open_master(path)

        self._tasks.run(job, self._on_master, self._on_failed, translate("Opening", "Memulihkan cadangan"))

    def new_master(self, path: Path, template: str, title: str) -> None:
        """Make a new competition from a template."""

        def job(progress: Progress) -> Master:
            from kipp_desktop.services import setting_up

            return setting_up.new_master(path, template, title)

        what = translate("Opening", "Membuat kompetisi baru")
        self._tasks.run(job, self._on_master, self._on_failed, what)

    def demo_desk(self) -> None:
        """Open the demo event as one of its jurors."""

        def job(progress: Progress) -> JurorDesk:
            from kipp_desktop.services import demo, jurors

            return jurors.open_desk(demo.open_for_scoring(demo_folder()).store(DEMO_JUROR))

        self._tasks.run(job, self._on_desk, self._on_failed, _demo_words())

    def demo_master(self) -> None:
        """Open the demo event as its organiser."""

        def job(progress: Progress) -> Master:
            from kipp_desktop.services import demo, masters

            return masters.open_master(demo.open_for_scoring(demo_folder()).master)

        self._tasks.run(job, self._on_master, self._on_failed, _demo_words())

    def _on_package(self, package: Package) -> None:
        self.package_read.emit(package, self._package)

    def _on_desk(self, desk: JurorDesk) -> None:
        arrived, self._arrived = self._arrived, None
        self.desk_opened.emit(desk, arrived)

    def _on_enrolled(self, desk: JurorDesk) -> None:
        self._on_desk(desk)
        self.enrolled.emit(self._package)

    def _on_master(self, master: Master) -> None:
        self.master_opened.emit(master)

    def _on_master_failed(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.code in _SHUT_OUT:
            self.master_shut_out.emit(self._master, error)
        else:
            self.failed.emit(error)

    def _on_desk_failed(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.code in _ASKING:
            self.admission_wanted.emit(self._desk, self._arrived, error.code)
        else:
            self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self._arrived = None
        self.failed.emit(error)


def demo_folder() -> Path:
    """Where the demo event is kept."""
    return paths.data_folder() / "contoh"


def _demo_words() -> str:
    return translate("Opening", "Menyiapkan acara contoh")
