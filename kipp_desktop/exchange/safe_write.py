"""The only way a file is written: whole and durable, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from pathlib import Path

from kipp_desktop.domain.errors import UserError

ATTEMPTS = 8
FIRST_PAUSE_S = 0.02
LONGEST_PATH = 259  # what Windows takes unless long paths were switched on; it then says "no such folder"
_ON_WINDOWS = os.name == "nt"


def safe_write(path: Path, data: bytes, private: bool = False) -> None:
    """Write `data` under `path`: temporary file, fsync, replace, directory fsync, read back.

    An existing file is replaced whole or stays as it was. `private` makes it readable by the owner only.
    Raises UserError: write.no_folder, write.no_space, write.not_allowed, write.failed, write.read_back.
    """
    scratch = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        _write_through(scratch, data, 0o600 if private else 0o666)
        _replace(scratch, path)
        _sync_folder(path.parent)
        if path.read_bytes() != data:
            raise UserError("write.read_back", file=path.name)
    except OSError as error:
        raise write_error(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            scratch.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder that may be there already. Raises what `safe_write` raises."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(error, folder) from error


def write_error(error: OSError, path: Path) -> UserError:
    """The sentence for what the system said about writing `path`."""
    too_long = _ON_WINDOWS and len(str(path.absolute())) > LONGEST_PATH
    if error.errno == errno.ENAMETOOLONG or (error.errno == errno.ENOENT and too_long):
        return UserError("write.path_too_long", file=path.name, folder=str(path.parent))
    if error.errno == errno.ENOENT:
        return UserError("write.no_folder", folder=str(path.parent))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError("write.no_space", file=path.name)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return UserError("write.not_allowed", file=path.name, folder=str(path.parent))
    return UserError("write.failed", file=path.name, why=error.strerror or str(error))


def _write_through(path: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(scratch: Path, path: Path) -> None:
    """Rename, patiently: on Windows a virus scanner may hold the file for a moment."""
    pause = FIRST_PAUSE_S
    for attempt in range(ATTEMPTS):
        try:
            scratch.replace(path)
            return
        except PermissionError:
            if not _ON_WINDOWS or attempt == ATTEMPTS - 1:
                raise
            time.sleep(pause)
            pause *= 2


def _sync_folder(folder: Path) -> None:
    if _ON_WINDOWS:  # Windows can't open a folder for fsync; NTFS orders the rename itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some stick file systems can't sync a folder
            raise
    finally:
        os.close(descriptor)
