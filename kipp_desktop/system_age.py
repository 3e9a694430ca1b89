"""Says at the start, before Qt is loaded, that Windows is older than what the program needs.

Qt 6 asks for Windows 10 version 1809; on an older one its libraries don't load, and nobody would be told why.
"""

from __future__ import annotations

import sys

LEAST_BUILD = 17_763
LEAST_NAME = "Windows 10 versi 1809"
_RELEASES = ((22_000, "Windows 11"), (10_240, "Windows 10"), (9_600, "Windows 8.1"), (9_200, "Windows 8"))
_OK_CANCEL_WARNING = 0x01 | 0x30
_OK = 1

_WORDS = (
    "KIPP Desktop memerlukan {least} atau yang lebih baru. Laptop ini memakai {name} (build {build}). Tidak "
    "ada yang berubah. Pakai laptop lain, atau minta lembar kertas kepada panitia. Tekan OK untuk tetap "
    "mencoba.\n\n"
    "KIPP Desktop needs {least} or newer. This laptop has {name} (build {build}). Nothing has changed. Use "
    "another laptop, or ask the organiser for a paper sheet. Press OK to try all the same."
)


def windows_build() -> int | None:
    """Return the build number of Windows, or None on another system."""
    if sys.platform != "win32":
        return None
    return sys.getwindowsversion().build


def complaint(build: int | None) -> str:
    """Return what is to be said of a Windows build, in both languages; "" where there is nothing to say."""
    if build is None or build >= LEAST_BUILD:
        return ""
    name = next((name for least, name in _RELEASES if build >= least), "Windows 7")
    return _WORDS.format(least=LEAST_NAME, name=name, build=build)


def may_start() -> bool:
    """Return whether to go on: the system is new enough, or the person wants to try."""
    words = complaint(windows_build())
    if not words:
        return True
    import ctypes  # late: a start that has nothing to say needs none of it

    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - only Windows has it
    return user32.MessageBoxW(None, words, "KIPP Desktop", _OK_CANCEL_WARNING) == _OK
