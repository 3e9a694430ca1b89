"""Where things are: what ships with the program, and what the person keeps."""

import os
import sys
from pathlib import Path

import platformdirs

NAME = "KIPP Desktop"
PORTABLE_MARK, PORTABLE_DATA = "portable.txt", "kipp-data"
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
}
"""How such folders begin, in lower case ("OneDrive - Pemkab Contoh") → the service."""
_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of icons, templates, translations, help and fonts."""
    return _shipped("_resources", "resources")


def migrations() -> Path:
    """Return the folder of Alembic's env.py and the juror's and master's versions."""
    return _shipped("_db", "db")


def data_folder() -> Path:
    """Return the folder of the stores; it may not exist yet."""
    portable = portable_folder()
    return portable / "data" if portable else platformdirs.user_data_path(NAME, appauthor=False)


def config_folder() -> Path:
    """Return the folder of the settings; it may not exist yet."""
    portable = portable_folder()
    return portable / "config" if portable else platformdirs.user_config_path(NAME, appauthor=False)


def log_folder() -> Path:
    """Return the folder of the logs; it may not exist yet."""
    portable = portable_folder()
    return portable / "logs" if portable else platformdirs.user_log_path(NAME, appauthor=False)


def portable_folder() -> Path | None:
    """Return the folder that keeps everything beside the program, or None when the user's own folders do.

    A `portable.txt` beside the program says so, for laptops where nothing may be installed; a juror may have
    chosen this laptop's own folders all the same.
    """
    return None if not is_portable() or _laptop_mark().is_file() else program_folder() / PORTABLE_DATA


def is_portable() -> bool:
    """Return whether the program is one to be carried about, whatever keeps its data."""
    return (program_folder() / PORTABLE_MARK).is_file()


def place_undecided() -> bool:
    """Return whether a carried program has to ask where scores are kept: on it, or on this laptop."""
    return is_portable() and not (_laptop_mark().is_file() or _beside().is_dir())


def choose_place(beside_program: bool) -> None:
    """Keep scores beside the program, or in this laptop's own folders. Raises OSError if that is refused."""
    if beside_program:
        _beside().mkdir(parents=True, exist_ok=True)
        _laptop_mark().unlink(missing_ok=True)
    else:
        mark = _laptop_mark()
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.write_text(str(program_folder()), encoding="utf-8")


def synced_by(path: Path) -> str:
    """Return the name of the service that synchronises the folder a file lies in, or "" when none is known.

    Such a service replaces files under a database that is open: no store may lie there. OneDrive tells its
    folders in the environment, whatever they are called; the others are known by their folders' usual names.
    """
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would ask the disk
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = os.environ.get(name)
        if root and absolute.is_relative_to(root):
            return "OneDrive"
    for part in absolute.parts:
        for start, service in _SYNCED.items():
            if part.casefold() == start or part.casefold().startswith((f"{start} - ", f"{start}-")):
                return service
    return ""


def program_folder() -> Path:
    """Return the folder of the frozen program, or the folder that holds the package."""
    return Path(sys.executable).resolve().parent if _bundle() else _PACKAGE.parent


def _beside() -> Path:
    return program_folder() / PORTABLE_DATA / "data"


def _laptop_mark() -> Path:
    return platformdirs.user_config_path(NAME, appauthor=False) / "nilai-di-laptop.txt"


def _shipped(inside: str, checkout: str) -> Path:
    bundle = _bundle()
    packaged = (bundle / "kipp_desktop" if bundle else _PACKAGE) / inside
    return packaged if packaged.is_dir() else _PACKAGE.parent / checkout


def _bundle() -> Path | None:
    """Return PyInstaller's folder of shipped files when the program is frozen."""
    folder: str | None = getattr(sys, "_MEIPASS", None)
    return Path(folder) if folder else None
