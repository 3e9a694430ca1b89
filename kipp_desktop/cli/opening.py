"""Opening what a command works on, and letting it go again."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from kipp_desktop.domain.errors import UserError
from kipp_desktop.sentences import sentence
from kipp_desktop.services import jurors, masters, safekeeping
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.masters import Master

Language = Literal["id", "en"]


@contextmanager
def master(arguments: argparse.Namespace) -> Generator[Master]:
    """The master a command names."""
    key: Path | None = getattr(arguments, "key", None)
    opened = masters.open_master(_path(arguments.master), key, passphrase(arguments))
    try:
        _back_up(opened, arguments)
        yield opened
    finally:
        opened.close()


def _back_up(opened: Master, arguments: argparse.Namespace) -> None:
    """Make the backup that is due; one that can't be made is said and stops nothing."""
    try:
        safekeeping.OwnBackups(opened).keep_up()
    except UserError as error:
        print(f"kipp: {sentence(error, getattr(arguments, 'lang', None) or 'id')}", file=sys.stderr)


@contextmanager
def desk(arguments: argparse.Namespace) -> Generator[JurorDesk]:
    """The juror's store a command names."""
    opened = jurors.open_desk(arguments.store)
    try:
        yield opened
    finally:
        opened.close()


def new_path(text: str) -> Path:
    """Where a new master goes; an address is not a path."""
    return _path(text)


def passphrase(arguments: argparse.Namespace) -> str | None:
    """The passphrase from a file or from KIPP_PASSPHRASE."""
    file: Path | None = getattr(arguments, "passphrase_file", None)
    if file is None:
        return os.environ.get("KIPP_PASSPHRASE")
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "UTF-8"
        raise UserError("file.unreadable", file=file.name, why=why) from error


def split_names(text: str) -> list[str]:
    """Names separated by semicolons."""
    return [name.strip() for name in text.split(";") if name.strip()]


def split_ids(text: str | None) -> list[str]:
    """Ids separated by commas."""
    return [one.strip() for one in (text or "").split(",") if one.strip()]


def _path(text: str) -> Path:
    if text.startswith(("postgresql:", "postgres:", "postgresql+")):
        raise UserError("not_yet", what="PostgreSQL")
    return Path(text)


def language_of(arguments: argparse.Namespace) -> Language:
    """The language a command speaks."""
    return getattr(arguments, "lang", None) or "id"
