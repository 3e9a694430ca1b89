"""The juror's own timer: a help only, the organiser's is the one that counts."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import clock, translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text, Tone
from kipp_desktop.gui.widgets.thin_bar import ThinBar

LAST_MINUTE = 60  # seconds
_TICK_MS = 200


class TimerCard(Card):
    """Counts the segments of a presentation down: amber in the last minute, red from zero on."""

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
        self._over = Text("", "second", "bad")
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
    def left(self) -> int:
        """Seconds left, rounded up; negative once it ran over."""
        passed = self._spent + (0.0 if self._since is None else self._now() - self._since)
        return -int((passed - self._segments[self._at][1]) // 1) if self._segments else 0

    def set_segments(self, segments: Sequence[tuple[str, int]]) -> None:
        """Count these (name, seconds) from the first on; without any the card is gone."""
        if tuple(segments) != self._segments:
            self._segments = tuple(segments)
            self._at = 0
            self._rest(0)
        self.setVisible(bool(self._segments))

    def toggle(self) -> None:
        """Start, pause, go on."""
        if self._since is None:
            self._since = self._now()
            self._tick.start()
        else:
            self._spent += self._now() - self._since
            self._since = None
            self._tick.stop()
        self.show_time()

    def next_segment(self) -> None:
        """Go to the next segment and count at once; after the last, wait for the next participant."""
        going = self._since is not None
        last = self._at == len(self._segments) - 1
        self._at = 0 if last else self._at + 1
        self._rest(0)
        if going and not last:
            self.toggle()

    def reset(self) -> None:
        """Begin the segment anew, at rest."""
        self._rest(0)

    def show_time(self) -> None:
        """Paint what is left."""
        if not self._segments:
            return
        name, length = self._segments[self._at]
        left = self.left
        tone: Tone = "bad" if left <= 0 else "warn" if left <= LAST_MINUTE else "ink"
        self.set_caption(name)
        self._left_text.setText(clock(left))
        self._left_text.set_tone(tone)
        self._of.setText(translate("Timer", "dari {time}").format(time=clock(length)))
        self._over.setText(translate("Timer", "waktu habis") if left <= 0 else "")
        self._bar.set_token({"bad": "bad", "warn": "warn"}.get(tone, "accent"))
        self._bar.set_share(max(0, min(length, length - left)), length)
        self.setAccessibleDescription(f"{clock(left)} {self._of.text()} {self._over.text()}")
        self._name_buttons()

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
        self.body.addWidget(self._over)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.toggle_button, 1)
        buttons.addWidget(self.next_button, 1)
        buttons.addWidget(self.reset_button)
        self.body.addLayout(buttons)

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
        self._bar.setAccessibleName(translate("Timer", "Waktu yang sudah terpakai"))
