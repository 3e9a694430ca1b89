"""The juror's timer in the header, for as long as its card is out of sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from kipp_desktop.gui.icons import icon
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.juror_timer import Phase, TimerCard
from kipp_desktop.gui.theme import Theme, set_property
from kipp_desktop.gui.widgets.card import Button

_TONES: dict[Phase, str] = {"early": "", "last_minute": "warn", "over": "bad"}


class HeaderClock(Button):
    """The time left; pressed, it starts or pauses."""

    def __init__(self, theme: Theme, timer: TimerCard, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setProperty("kind", "clock")
        self._theme = theme
        self._timer = timer
        self._looks: tuple[str, str] = ("", "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(timer.toggle)
        timer.shown.connect(self._show)
        theme.changed.connect(self._dress)

    def place(self, wanted: bool) -> None:
        """Be there if it is wanted and there is something to time."""
        self.setVisible(wanted and self._timer.counts)
        self._show()

    def _show(self) -> None:
        if not self._timer.counts or self.isHidden():
            return
        segment, left, late = self._timer.words
        self.setText(left)
        said = " ".join(part for part in (segment, left, late) if part)
        self.setAccessibleName(said)
        act = translate("HeaderClock", "Jeda") if self._timer.going else translate("HeaderClock", "Mulai")
        self.setToolTip(f"{said}  ·  {act} (F5)")
        tone = _TONES[self._timer.phase]
        name = "warning" if tone else "pause" if self._timer.going else "play"
        if (name, tone) != self._looks:
            self._looks = (name, tone)
            self._dress()

    def _dress(self) -> None:
        name, tone = self._looks
        self.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        if name:
            set_property(self, "tone", tone)
            self.setIcon(icon(self._theme, name, tone or "ink"))
