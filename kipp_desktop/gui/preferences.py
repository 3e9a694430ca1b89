"""What a person prefers on this machine, applied at once and kept."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from kipp_desktop import settings
from kipp_desktop.gui.languages import LanguageCode, Languages, system_language
from kipp_desktop.gui.theme import ZOOM_MAX, ZOOM_MIN, Theme, ThemeName
from kipp_desktop.settings import Settings

ZOOM_STEP = 10


class Preferences(QObject):
    """Language, theme, zoom, recent work, last folders, the arrangement of the juror's screen.

    A choice that cannot be kept holds for today.
    """

    panels_changed = Signal()

    def __init__(self, theme: Theme, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._languages = languages
        self.settings: Settings = settings.load()

    def apply(self) -> None:
        """Dress the program as it was left."""
        self._languages.use(self.settings.language or system_language())
        self._theme.apply(self.settings.theme, self.settings.text_zoom_percent)

    def read_again(self) -> None:
        """Take what is kept at another place now, such as on this laptop instead of a stick."""
        self.settings = settings.load()
        self.apply()

    def use_language(self, code: LanguageCode) -> None:
        """Speak a language from now on."""
        self._languages.use(code)
        self._keep(language=code)

    def use_theme(self, name: ThemeName) -> None:
        """Light, dark, or as the system is."""
        self._theme.apply(name, self._theme.zoom)
        self._keep(theme=name)

    def zoom_in(self) -> None:
        """Larger text."""
        self.zoom_to(self._theme.zoom + ZOOM_STEP)

    def zoom_out(self) -> None:
        """Smaller text."""
        self.zoom_to(self._theme.zoom - ZOOM_STEP)

    def zoom_reset(self) -> None:
        """Text as designed."""
        self.zoom_to(100)

    def zoom_to(self, percent: int) -> None:
        """Text of a size between 80 and 200 %."""
        wanted = max(ZOOM_MIN, min(ZOOM_MAX, percent))
        if wanted != self._theme.zoom:
            self._theme.apply(self._theme.name, wanted)
            self._keep(text_zoom_percent=wanted)

    def recent(self) -> tuple[Path, ...]:
        """Earlier work, newest first."""
        return tuple(Path(text) for text in self.settings.recent_competitions)

    def opened(self, path: Path) -> None:
        """Remember what was opened just now."""
        self._replace(settings.opened(self.settings, str(path)))

    def folder(self, purpose: str) -> str:
        """The folder used last for a purpose; empty if none was."""
        return self.settings.last_folders.get(purpose, "")

    def used_folder(self, purpose: str, folder: Path) -> None:
        """Offer this folder the next time."""
        self._replace(settings.used_folder(self.settings, purpose, str(folder)))

    def panel(self, name: str) -> bool | None:
        """Whether a panel of the juror's screen is wanted; None: as designed."""
        return self.settings.panels.get(name)

    def show_panel(self, name: str, shown: bool) -> None:
        """Show or hide a panel from now on."""
        self._keep(panels={**self.settings.panels, name: shown})
        self.panels_changed.emit()

    def column(self, name: str) -> int | None:
        """The width a column was left at, in thousandths of the window."""
        return self.settings.columns.get(name)

    def keep_columns(self, widths: dict[str, int]) -> None:
        """Remember widths, in thousandths of the window."""
        self._keep(columns={**self.settings.columns, **widths})

    def reset_panels(self) -> None:
        """Arrange the juror's screen as designed."""
        self._keep(panels={}, columns={})
        self.panels_changed.emit()

    def use_timer_sound(self, sound: bool) -> None:
        """Whether the timer is heard."""
        self._keep(timer_sound=sound)

    def printer(self) -> str:
        """The printer used last; empty if none was."""
        return self.settings.printer

    def used_printer(self, name: str) -> None:
        """Offer this printer the next time."""
        self._keep(printer=name)

    def _keep(self, **changes: object) -> None:
        self._replace(msgspec.structs.replace(self.settings, **changes))

    def _replace(self, changed: Settings) -> None:
        if changed != self.settings:
            self.settings = changed
            settings.save(changed)
