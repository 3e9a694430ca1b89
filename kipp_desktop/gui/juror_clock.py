"""The timer around its card: the sound, and where it stood before a restart."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.pages.juror_timer import TimerCard
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.services import timing


class JurorClock(QObject):
    """Keeps the timer's stand in the store, and lets it be heard if that is wanted."""

    def __init__(
        self, around: Surroundings, timer: TimerCard, book: ScoreBook, beep: Callable[[], None] | None = None
    ) -> None:
        super().__init__(timer)
        self._preferences = around.preferences
        self._timer = timer
        self._book = book
        self._beep = beep or QApplication.beep
        self._stage = ""
        timer.turned.connect(self._keep)
        timer.phase_changed.connect(self._on_phase)
        book.reloaded.connect(self._on_reloaded)
        self._on_reloaded()

    def _on_reloaded(self) -> None:
        """Of another stage: go on where its timer stood."""
        if self._book.stage == self._stage:
            return
        self._stage = self._book.stage
        stand = timing.remembered_timer(self._book.desk, self._stage, datetime.now().astimezone())
        if stand is not None:
            self._timer.stand_at(stand)

    def _keep(self) -> None:
        with suppress(UserError):  # a timer is no score
            now = datetime.now().astimezone()
            timing.remember_timer(self._book.desk, self._stage, self._timer.stand, now)

    def _on_phase(self, phase: str) -> None:
        if phase != "early" and self._preferences.settings.timer_sound:
            self._beep()
