"""What a person prefers on this machine, as JSON in the config folder: only what differs from the defaults.

No score, key or name of a juror is ever a setting.
"""

import contextlib
import logging
import os
import tempfile
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from kipp_desktop import paths

RECENT_KEPT = 10

_log = logging.getLogger(__name__)


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    language: Literal["", "id", "en"] = ""  # the system's until a person chooses
    theme: Literal["system", "light", "dark"] = "system"
    text_zoom_percent: Annotated[int, msgspec.Meta(ge=50, le=300)] = 100
    recent_competitions: tuple[str, ...] = ()  # newest first
    last_folders: dict[str, str] = {}  # a new one for each; purpose -> folder
    panels: dict[str, bool] = {}  # of the juror's screen: whether it is wanted; one not named is as designed
    columns: dict[str, int] = {}  # their widths in thousandths of the window
    timer_sound: bool = False
    printer: str = ""  # used last


def opened(settings: Settings, competition: str) -> Settings:
    """Return the settings with this competition as the newest of the recent ones."""
    others = [recent for recent in settings.recent_competitions if recent != competition]
    return msgspec.structs.replace(settings, recent_competitions=(competition, *others)[:RECENT_KEPT])


def used_folder(settings: Settings, purpose: str, folder: str) -> Settings:
    """Return the settings that offer this folder the next time this purpose asks for one."""
    return msgspec.structs.replace(settings, last_folders={**settings.last_folders, purpose: folder})


def load() -> Settings:
    """Return the stored settings; without any, the defaults.

    A damaged file is set aside as `settings.damaged.json` and the defaults are used. Raises nothing.
    """
    path = _path()
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        _log.warning("Settings not readable: %s", error)
        return Settings()
    except msgspec.DecodeError as error:  # also values of a wrong type or out of range
        _log.warning("Settings damaged and set aside: %s", error)
        with contextlib.suppress(OSError):
            path.replace(path.with_name("settings.damaged.json"))
        return Settings()


def save(settings: Settings) -> bool:
    """Replace the stored settings as a whole and return True; return False when the folder cannot be written.

    A preference that could not be kept is no reason to interrupt anyone: the caller may ignore the answer.
    """
    path = _path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, msgspec.json.format(msgspec.json.encode(settings), indent=2))
    except OSError as error:
        _log.warning("Settings not saved: %s", error)
        return False
    return True


def _path() -> Path:
    return paths.config_folder() / "settings.json"


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
