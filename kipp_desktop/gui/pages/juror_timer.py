"""The juror's own timer: a help only, the organiser's is the one that counts."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import clock, translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text, Tone
from kipp_desktop.gui.widgets.thin_bar import ThinBar
from kipp_desktop.services.timing import TimerStand

Phase = Literal["early", "last_minute", "over"]
LAST_MINUTE = 60  # seconds
_TICK_MS = 200
_TONES: dict[Phase, Tone] = {"early": "ink", "last_minute": "warn", "over": "bad"}


class TimerCard(Card):
    """Counts the segments of a presentation down: amber in the last minute, red from zero on, both in words.

    Its buttons leave the keys where they are: the juror is typing.
    """

    turned = Signal()  # started, paused, another segment
    shown = Signal()  # another time or other words
    phase_changed = Signal(str)  # Phase, while it counts

    def __init__(
        self,
        theme: Theme,
        segments: Sequence[tuple[str, int]],
        now: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("-", parent=parent)
        self._now = now
        self._segments: tuple[tuple[str, int], ...] = ()
        self._at = 0
        self._spent = 0.0  # seconds before the present run
        self._since: float | None = None  # start of the present run; None while it rests
        self._left_text = Text("", "timer")
        self._of = Text("", "body", "soft")
        self._phase: Phase = "early"
        self._phase_text = Text("", "second", "bad")
        self._bar = ThinBar(theme, "")
        self.toggle_button, self.next_button = Button(), Button()
        self.reset_button = IconButton(theme, "refresh", "")
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.show_time)
        self.toggle_button.clicked.connect(self.toggle)
        self.next_button.clicked.connect(self.next_segment)
        self.reset_button.clicked.connect(self.reset)
        self._lay_out()
        self.set_segments(segments)

    @property
    def stand(self) -> TimerStand:
        """Where it stands."""
        return TimerStand(self._at, self._passed(), self._since is not None)

    def stand_at(self, stand: TimerStand) -> None:
        """Go on from where it stood; a segment that is no longer there begins anew."""
        if stand.segment < len(self._segments):
            self._at = stand.segment
            self._rest(stand.spent)
            if stand.going:
                self._start()

    @property
    def going(self) -> bool:
        """Whether it counts now."""
        return self._since is not None

    @property
    def phase(self) -> Phase:
        """How late it is."""
        left = self.left
        return "over" if left <= 0 else "last_minute" if left <= LAST_MINUTE else "early"

    @property
    def words(self) -> tuple[str, str, str]:
        """Segment, time left, and how late it is in words."""
        return self._segments[self._at][0], clock(self.left), self._phase_text.text()

    @property
    def counts(self) -> bool:
        """Whether there is anything to time."""
        return bool(self._segments)

    @property
    def left(self) -> int:
        """Seconds left, rounded up; negative once it ran over."""
        return -int((self._passed() - self._segments[self._at][1]) // 1) if self._segments else 0

    def set_segments(self, segments: Sequence[tuple[str, int]]) -> None:
        """Count these (name, seconds) from the first on."""
        if tuple(segments) != self._segments:
            self._segments = tuple(segments)
            self._at = 0
            self._rest(0)

    def toggle(self) -> None:
        """Start, pause, go on."""
        if not self._segments:
            return
        if self._since is None:
            self._start()
        else:
            self._rest(self._passed())
        self.turned.emit()

    def next_segment(self) -> None:
        """Go to the next segment and count at once; after the last, wait for the next participant."""
        if not self._segments:
            return
        going, last = self.going, self._at == len(self._segments) - 1
        self._at = 0 if last else self._at + 1
        self._rest(0)
        if going and not last:
            self._start()
        self.turned.emit()

    def reset(self) -> None:
        """Begin the segment anew, at rest."""
        self._rest(0)
        self.turned.emit()

    def show_time(self) -> None:
        """Paint what is left."""
        if not self._segments:
            return
        name, length = self._segments[self._at]
        left, phase = self.left, self.phase
        tone = _TONES[phase]
        self.set_caption(name)
        self._left_text.setText(clock(left))
        self._left_text.set_tone(tone)
        self._of.setText(translate("Timer", "dari {time}").format(time=clock(length)))
        self._phase_text.setText(_phase_words(phase))
        self._phase_text.set_tone(tone)
        self._bar.set_token({"bad": "bad", "warn": "warn"}.get(tone, "accent"))
        self._bar.set_share(max(0, min(length, length - left)), length)
        self.setAccessibleDescription(f"{clock(left)} {self._of.text()} {self._phase_text.text()}")
        self._name_buttons()
        if phase != self._phase and self.going:
            self.phase_changed.emit(phase)
        self._phase = phase
        self.shown.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_time()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._left_text)
        row.addStretch(1)
        row.addWidget(self._of)
        self.body.setSpacing(6)
        self.body.addLayout(row)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._phase_text)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.toggle_button, 1)
        buttons.addWidget(self.next_button, 1)
        buttons.addWidget(self.reset_button)
        for button in (self.toggle_button, self.next_button, self.reset_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.addLayout(buttons)

    def _passed(self) -> float:
        """Seconds of the segment that are over."""
        return self._spent + (0.0 if self._since is None else self._now() - self._since)

    def _start(self) -> None:
        self._since = self._now()
        self._tick.start()
        self.show_time()

    def _rest(self, spent: float) -> None:
        self._spent, self._since = spent, None
        self._tick.stop()
        self.show_time()

    def _name_buttons(self) -> None:
        if self._since is not None:
            self.toggle_button.setText(translate("Timer", "Jeda"))
        else:
            self.toggle_button.setText(
                translate("Timer", "Lanjut") if self._spent else translate("Timer", "Mulai")
            )
        last = self._at == len(self._segments) - 1
        following = translate("Timer", "Selesai") if last else self._segments[self._at + 1][0]
        self.next_button.setText(f"{following} ›")
        self.reset_button.set_name(translate("Timer", "Ulangi segmen ini"))
        for button, keys in ((self.toggle_button, "F5"), (self.next_button, "F6")):
            button.setToolTip(f"{button.text()} ({keys})")
        self._bar.setAccessibleName(translate("Timer", "Waktu yang sudah terpakai"))


def _phase_words(phase: Phase) -> str:
    return {
        "early": "",
        "last_minute": translate("Timer", "menit terakhir"),
        "over": translate("Timer", "waktu habis"),
    }[phase]
