"""What the organiser's pages share: the open master, the look, the worker, and the last overview."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import Languages, translate
from kipp_desktop.gui.models.care import Care, moment_words
from kipp_desktop.gui.models.organiser_overview import Overview, read_overview
from kipp_desktop.gui.notices import NoticeBar, Notices
from kipp_desktop.gui.preferences import Preferences
from kipp_desktop.gui.tasks import Cancelled, Progress, Tasks
from kipp_desktop.gui.theme import Theme
from kipp_desktop.services import keys
from kipp_desktop.services.log_reading import LogReading
from kipp_desktop.services.masters import Master

T = TypeVar("T")


class Drawn(Protocol):
    """A page, as far as the office knows it."""

    def catch_up(self) -> None:
        """Draw the last reading, unless that was done."""


class OrganiserOffice(QObject):
    """Runs what the pages ask for and reads the master anew afterwards. Pages listen to `changed`."""

    changed = Signal()  # `overview` is new
    care_changed = Signal()  # only what `overview` says of key and backups is new
    busy_changed = Signal(bool)
    saved = Signal()  # something was written into the master and committed

    def __init__(
        self,
        master: Master,
        theme: Theme,
        languages: Languages,
        tasks: Tasks,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.master = master
        self.theme = theme
        self.languages = languages
        self.tasks = tasks
        self.notices = notices
        self.overview: Overview | None = None
        self.preferences: Preferences | None = None  # of this machine, where the window has some
        self._log = LogReading()
        self._errands = 0
        self._shut = False
        self._undrawn: list[Drawn] = []
        self._drawing = QTimer(self)
        self._drawing.timeout.connect(self._draw_one)

    @property
    def busy(self) -> bool:
        """Whether a job of a page runs or waits; acting is off meanwhile."""
        return self._errands > 0

    @property
    def drawing(self) -> bool:
        """Whether pages out of sight still have the last reading to draw."""
        return bool(self._undrawn)

    def draw_later(self, page: Drawn) -> None:
        """Draw a page that is out of sight, one at a time, whenever the window has nothing else to do."""
        if page not in self._undrawn:
            self._undrawn.append(page)
        self._drawing.start(0)

    @property
    def is_shut(self) -> bool:
        """Whether the window is closing and takes no more jobs."""
        return self._shut

    def act(
        self,
        what: str,
        job: Callable[[Master, Progress], T],
        notice: NoticeBar,
        on_done: Callable[[T], None] | None = None,
        writes: bool = True,
    ) -> None:
        """Do `job` on the worker, read the master anew if it writes, call `on_done`; errors go to `notice`.

        `what` stands in the strip at the foot. `on_done` must be a bound method; it isn't called when its
        widget is gone. Where the key file wants its passphrase the person is asked and the job begins anew.
        Nothing is written into a backup that is only looked at.
        """
        if self._shut:
            return
        notice.dismiss()
        if writes and self.master.copy is not None and job is not _nothing:
            notice.show_error(UserError("store.read_only_copy", at=moment_words(self.master.copy.at)))
            return
        errand = _Errand(self, notice, on_done, writes, partial(self.act, what, job, notice, on_done, writes))
        master, log = self.master, self._log

        def work(progress: Progress) -> tuple[T, Overview | None]:
            result = job(master, progress)
            return result, read_overview(master, log) if writes else None

        self._count(1)
        self.tasks.run(work, errand.on_done, errand.on_failed, what, errand.on_cancelled)

    def refresh(self, notice: NoticeBar) -> None:
        """Read the master anew."""
        self.act(translate("OrganiserOffice", "Membaca salinan induk"), _nothing, notice)

    def look_up(
        self,
        what: str,
        job: Callable[[Master], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None],
    ) -> Callable[[], None]:
        """Read something on the worker without switching the actions off; the answer cancels it."""
        master = self.master
        if self._shut:
            return _nothing_to_cancel

        def work(progress: Progress) -> T:
            return job(master)

        return self.tasks.run(work, on_done, on_failed, what).cancel

    def unlock(
        self, passphrase: str, on_done: Callable[[None], None], on_failed: Callable[[Exception], None]
    ) -> None:
        """Try a passphrase on the key file; it is kept until the master is closed."""
        master = self.master

        def work(progress: Progress) -> None:
            keys.unlock(master, passphrase)

        self.tasks.run(work, on_done, on_failed, translate("OrganiserOffice", "Membuka kunci panitia"))

    def settle(self, overview: Overview | None, wrote: bool) -> None:
        """Take a new overview, after a job."""
        self._count(-1)
        if overview is None:
            return
        first = self.overview is None
        self.overview = overview
        self.changed.emit()
        if wrote and not first:
            self.saved.emit()

    def shut(self) -> None:
        """Take no more jobs; the window is closing."""
        self._shut = True
        if self.busy:
            self.tasks.cancel()

    def note_care(self, care: Care) -> None:
        """Take a new word of key and backups, without reading everything else again."""
        if self.overview is not None:
            self.overview = replace(self.overview, care=care)
            self.care_changed.emit()

    def read_again(self) -> None:
        """Read the master anew without a word, after something went wrong half-way."""
        if self._shut:
            return
        self._count(1)
        master, log = self.master, self._log

        def work(progress: Progress) -> Overview:
            return read_overview(master, log)

        self.tasks.run(work, self._on_read, self._on_not_read, "", self._on_not_read)

    def _on_read(self, overview: Overview) -> None:
        self.settle(overview, False)

    def _on_not_read(self, error: Exception | None = None) -> None:
        self.settle(None, False)

    def _draw_one(self) -> None:
        if self._undrawn:
            page = self._undrawn.pop(0)
            if shiboken6.isValid(page):
                page.catch_up()
        if not self._undrawn:
            self._drawing.stop()

    def _count(self, step: int) -> None:
        before = self.busy
        self._errands += step
        if self.busy != before:
            self.busy_changed.emit(self.busy)


class _Errand(QObject):
    """One job a page asked for, until it is answered."""

    def __init__(
        self,
        office: OrganiserOffice,
        notice: NoticeBar,
        on_done: Callable[[Any], None] | None,
        writes: bool,
        again: Callable[[], None],
    ) -> None:
        super().__init__(office)
        self._again = again
        self._office = office
        self._notice = notice
        self._on_done = on_done
        self._writes = writes

    def on_done(self, answer: tuple[Any, Overview | None]) -> None:
        """Show the new state first, then let the page say what was done."""
        result, overview = answer
        self._office.settle(overview, self._writes)
        if self._on_done is not None and _alive(self._on_done):
            self._on_done(result)
        self.deleteLater()

    def on_failed(self, error: Exception) -> None:
        """Say why, and show whatever was written before it failed."""
        self._office.settle(None, False)
        self._read_again()
        if shiboken6.isValid(self._notice):
            if isinstance(error, UserError) and error.code == "key.protected":
                self._ask_passphrase(error)
                return
            self._notice.show_error(error)
        self.deleteLater()

    def _ask_passphrase(self, error: UserError) -> None:
        from kipp_desktop.gui.dialogs.organiser_passphrase import PassphraseDialog

        self._refused = error
        dialog = PassphraseDialog(self._office, self._notice.window())
        dialog.accepted.connect(self._on_unlocked)
        dialog.rejected.connect(self._on_no_passphrase)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_unlocked(self) -> None:
        self._again()
        self.deleteLater()

    def _on_no_passphrase(self) -> None:
        self._notice.show_error(self._refused)
        self.deleteLater()

    def on_cancelled(self) -> None:
        """Say that it was stopped, and show what was written before."""
        self._office.settle(None, False)
        self._read_again()
        if shiboken6.isValid(self._notice):
            self._notice.show_words(_stopped, "warn")
        self.deleteLater()

    def _read_again(self) -> None:
        if self._writes and self._office.overview is not None:
            self._office.read_again()


def until_cancelled(files: Sequence[Path], progress: Progress) -> Iterator[Path]:
    """The files one by one with progress, and no more of them once the person asked to stop."""
    for done, path in enumerate(files):
        try:
            progress.step(done, len(files), path.name)
        except Cancelled:
            return
        yield path


def _stopped() -> str:
    return translate(
        "OrganiserOffice", "Dihentikan. Yang sudah selesai tetap tersimpan; sisanya tidak diubah."
    )


def _nothing(master: Master, progress: Progress) -> None:
    """Only the reading afterwards is wanted."""


def _nothing_to_cancel() -> None:
    """No job was begun."""


def _alive(answer: Callable[..., None]) -> bool:
    owner = getattr(answer, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
