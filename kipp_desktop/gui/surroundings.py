"""What every window is given: the things of which the program has exactly one."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.gui.languages import Languages
from kipp_desktop.gui.notices import Notices
from kipp_desktop.gui.preferences import Preferences
from kipp_desktop.gui.tasks import Tasks
from kipp_desktop.gui.theme import Theme


@dataclass(frozen=True)
class Surroundings:
    """Made once in `app`, handed down through constructors."""

    theme: Theme
    languages: Languages
    tasks: Tasks
    notices: Notices
    preferences: Preferences
