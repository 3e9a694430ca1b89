"""Verified copies of a store: made by SQLite, kept by age, put back with the present file kept aside."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kipp_desktop.domain.errors import UserError
from kipp_desktop.store.engine import (
    BUSY_TIMEOUT_S,
    Database,
    Kind,
    check_header,
    copy_verified,
    journal_of,
    store_error,
    sync_folder,
)

RECENT, DAILY, WEEKLY = 10, 7, 4
EVERY = timedelta(minutes=10)
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(\d{8}-\d{6})(?:-\d+)?\.([a-z0-9-]+)\.kipp(?:-juri)?")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup, when it was made (UTC) and on what occasion."""

    path: Path
    at: datetime
    label: str = ""


def folder_of(path: Path) -> Path:
    """Where the backups of a store are kept."""
    return path.with_name(f"{path.name}.cadangan")


def make(database: Database, folder: Path, label: str, now: datetime | None = None) -> Path:
    """Back an open store up into `folder`; `label` (a-z, 0-9, -) says on what occasion.

    Raises UserError: store.cannot_create, store.full, store.damaged.
    """
    target = _target(database.path, folder, label, now or datetime.now(UTC))
    database.backup_to(target)
    return target


def make_of_file(path: Path, folder: Path, label: str, now: datetime | None = None) -> Path:
    """Back a store up that is not open. Raises what `make` raises, and UserError("store.in_use")."""
    target = _target(path, folder, label, now or datetime.now(UTC))
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)) as source:
            source.execute("BEGIN")
            source.execute(
                "SELECT 1 FROM sqlite_master"
            ).fetchone()  # a locked file is refused here; backup() waits
            copy_verified(source, target)
    except sqlite3.Error as error:
        raise store_error(error, path) from error
    return target


def due(last: datetime | None, changed: bool, now: datetime) -> bool:
    """Whether the ten minutes' backup should be made: something changed and the last one is that old."""
    return changed and (last is None or abs(now - last) >= EVERY)


def listed(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first. Files that aren't backups are passed over."""
    found: list[Backup] = []
    for path in folder.iterdir() if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match is not None:
            with suppress(ValueError):
                at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, at, match[2]))
    return sorted(
        found, key=lambda backup: (backup.at, _written(backup.path), backup.path.name), reverse=True
    )


def _written(path: Path) -> int:
    """When a file was written, in nanoseconds: two backups may have been made within the same second."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def latest_verified(folder: Path, kind: Kind) -> Backup | None:
    """The newest backup that is sound today, or None: a disk can spoil what was verified when written."""
    return next((backup for backup in listed(folder) if sound(backup.path, kind)), None)


def sound(path: Path, kind: Kind | None = None) -> bool:
    """Whether a file is a sound database (of this kind). It is only read."""
    try:
        if kind is not None:
            check_header(path, kind)
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except (UserError, sqlite3.Error):
        return False


def to_keep(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which of the backups made at `times` are kept.

    The ten newest, and the newest of each of the last seven days and four weeks. One from the future
    (the clock was wrong) is kept too: it may hold the newest scores.
    """
    newest_first = sorted(set(times), reverse=True)
    kept = set(newest_first[:RECENT]) | {time for time in newest_first if time > now}
    days: dict[int, datetime] = {}
    weeks: dict[int, datetime] = {}
    this_monday = now.date() - timedelta(days=now.weekday())
    for time in newest_first:
        monday = time.date() - timedelta(days=time.weekday())
        days.setdefault((now.date() - time.date()).days, time)
        weeks.setdefault((this_monday - monday).days // 7, time)
    kept |= {time for age, time in days.items() if 0 <= age < DAILY}
    return kept | {time for age, time in weeks.items() if 0 <= age < WEEKLY}


def prune(folder: Path, now: datetime) -> list[Path]:
    """Remove the backups that the policy lets go; which ones. What can't be removed now waits."""
    found = listed(folder)
    kept = to_keep((backup.at for backup in found), now)
    removed: list[Path] = []
    for backup in found:
        if backup.at not in kept:
            with suppress(OSError):
                backup.path.unlink()
                removed.append(backup.path)
    return removed


def restore(backup: Path, path: Path, now: datetime | None = None, kind: Kind | None = None) -> Path | None:
    """Put a backup in the place of a store that nobody has open; where the present file was kept aside.

    Raises UserError: store.damaged (the backup; nothing has changed), store.in_use, store.cannot_create.
    """
    if not sound(backup, kind):
        raise UserError("store.damaged", file=backup.name)
    _refuse_open(path)
    scratch = path.with_name(f".{path.name}.pulih.tmp")
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as source:
            copy_verified(source, scratch)
        aside = _put_aside(path, now or datetime.now(UTC))
        scratch.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise UserError("store.cannot_create", file=path.name, why=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)
    return aside


def identity(path: Path) -> tuple[int | None, str | None]:
    """Schema and competition id of a master that is only looked at; None where they can't be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            schema = connection.execute("PRAGMA user_version").fetchone()[0]
            row = connection.execute("SELECT value FROM setting WHERE key = 'id'").fetchone()
            return schema, json.loads(row[0])
    except (sqlite3.Error, TypeError, ValueError):
        return None, None


def _put_aside(path: Path, now: datetime) -> Path | None:
    """Move a store and its journal away. A journal left behind would be played into the restored file."""
    aside = _free(path.with_name(f"{path.stem}.disisihkan-{now.strftime(_STAMP)}{path.suffix}"))
    present = path.exists()
    if present:
        path.replace(aside)
    if journal_of(path).exists():
        journal_of(path).replace(journal_of(aside))
    return aside if present else None


def _refuse_open(path: Path) -> None:
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        mapped = store_error(error, path)
        if mapped.code == "store.in_use":
            raise mapped from error


def _target(path: Path, folder: Path, label: str, now: datetime) -> Path:
    if re.fullmatch(r"[a-z0-9-]+", label) is None:
        raise ValueError(f"not a label: {label}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("store.cannot_create", file=str(folder), why=error.strerror or str(error)) from error
    stamp, name = now.astimezone(UTC).strftime(_STAMP), f"{label}{path.suffix}"
    count, target = 1, folder / f"{stamp}.{name}"
    while target.exists():
        count += 1
        target = folder / f"{stamp}-{count}.{name}"
    return target


def _free(path: Path) -> Path:
    count, free = 1, path
    while free.exists():
        count += 1
        free = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return free
