"""The program's own log and the last words of a crash, in the person's log folder.

Nothing here ever stops the program: a log that cannot be written is a log that is not written.
"""

import faulthandler
import logging
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from kipp_desktop import __version__, paths

_log = logging.getLogger("kipp_desktop")
_MOST = 1_000_000  # bytes
_crash_file: TextIO | None = None  # faulthandler writes to its descriptor, so it must stay open


def start(program: str) -> None:
    """Log to `<program>.log`; a hard crash's stacks go to `<program>-crash.txt`.

    A log of more than a megabyte is put aside as `<program>-lama.log` and begun anew. (The standard library's
    rotating handler loads sockets and pickle, which a juror would wait for at each start.)
    """
    global _crash_file
    folder = paths.log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{program}.log"
        if path.exists() and path.stat().st_size > _MOST:
            with suppress(OSError):  # another start of the program has it open, on Windows
                path.replace(folder / f"{program}-lama.log")
        handler = logging.FileHandler(path, encoding="utf-8")
        _crash_file = (folder / f"{program}-crash.txt").open("a", encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False
    faulthandler.enable(_crash_file)
    _log.info("%s %s, Python %s, %s", program, __version__, sys.version.split()[0], sys.platform)


def report_bug() -> Path:
    """Log the exception being handled and return the folder where a person finds it."""
    _log.exception("Unexpected error")
    return paths.log_folder()


def set_crash_aside(program: str) -> Path | None:
    """Keep the last words of a hard crash of an earlier start as a report of its own; None if there was none.

    The report stays in the log folder; nothing is sent.
    """
    path = paths.log_folder() / f"{program}-crash.txt"
    try:
        text = path.read_text("utf-8", errors="replace").strip()
        if not text:
            return None
        about = f"{program} {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
        kept = path.with_name(f"{program}-crash-{time.strftime('%Y%m%d-%H%M%S')}.txt")
        kept.write_text(f"{about}\n\n{text}\n", "utf-8")
        path.write_text("", "utf-8")
    except OSError:
        return None
    return kept
