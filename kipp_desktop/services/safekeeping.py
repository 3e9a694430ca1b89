"""Backups of a master: made on their own, verified, pruned by age, copied to a stick, looked at, put back."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, key_file
from kipp_desktop.services.forks import RESTORED, lost_with
from kipp_desktop.services.masters import BackupCopy, Master, open_master, prove_derived
from kipp_desktop.store import backups
from kipp_desktop.store.backups import Backup
from kipp_desktop.store.engine import check_header
from kipp_desktop.store.master_store import MasterStore
from kipp_desktop.store.master_tables import MASTER

BEFORE_MERGE, AFTER_MERGE, ON_ITS_OWN, ASKED_FOR = "sebelum-gabung", "sesudah-gabung", "berkala", "diminta"
_STICK = "backup_stick"


def back_up(master: Master, label: str) -> Path:
    """Make a verified backup beside the master and let the oldest go."""
    return _made(master, backups.folder_of(master.path), label)


class OwnBackups:
    """The backups nobody asks for: when a master is opened, and every ten minutes if it has changed."""

    def __init__(self, master: Master) -> None:
        self._master = master
        newest = next(iter(listed(master.path)), None)
        self._last = None if newest is None else newest.at
        self._changes = master.store.database.changes() if _unchanged(master.path, newest) else -1

    def keep_up(self, now: datetime | None = None) -> Path | None:
        """Make one if it is due. Raises what `back_up` raises; the next call tries again."""
        moment = now or datetime.now(UTC)
        changes = self._master.store.database.changes()
        if not backups.due(self._last, changes != self._changes, moment):
            return None
        made = back_up(self._master, ON_ITS_OWN)
        self._last, self._changes = moment, changes
        return made


def listed(path: Path) -> list[Backup]:
    """The backups of a master, newest first."""
    return backups.listed(backups.folder_of(path))


# — the stick —


@dataclass(frozen=True, slots=True)
class StickCopy:
    """The copy on the chosen stick, or why there is none; both None when no stick is chosen."""

    path: Path | None = None
    problem: UserError | None = None


def stick(master: Master) -> Path | None:
    """The folder to which a backup is copied after every merge, if one was chosen."""
    with master.store.begin() as tx:
        chosen = tx.settings().get(_STICK)
    return Path(chosen) if chosen else None


def choose_stick(master: Master, folder: Path | None) -> StickCopy:
    """Copy to this folder from now on, and once right away; None = to none any more.

    Raises UserError("backup.same_place") for the master's own folder.
    """
    if folder is not None and folder.resolve() == master.path.parent.resolve():
        raise UserError("backup.same_place", folder=str(folder))
    with master.store.begin() as tx:
        tx.set_setting(_STICK, "" if folder is None else str(folder))
    return copy_to_stick(master, ASKED_FOR)


def copy_to_stick(master: Master, label: str = AFTER_MERGE) -> StickCopy:
    """Put a verified backup on the chosen stick; a stick that isn't there stops nothing."""
    folder = stick(master)
    if folder is None:
        return StickCopy()
    if not folder.is_dir():
        return StickCopy(problem=UserError("backup.no_stick", folder=str(folder)))
    try:
        return StickCopy(_made(master, folder / backups.folder_of(master.path).name, label))
    except UserError as error:
        return StickCopy(problem=error)


# — looking and restoring —


def open_newest(path: Path) -> Master:
    """The newest verified backup of a master, to be looked at only; it says of when it is (`Master.copy`).

    Raises UserError: store.no_backup, store.newer_schema, …
    """
    newest = backups.latest_verified(backups.folder_of(path), MASTER)
    if newest is None:
        raise UserError("store.no_backup", file=path.name)
    folder = Path(tempfile.mkdtemp(prefix="kipp-"))
    copy = folder / path.name
    try:
        shutil.copyfile(newest.path, copy)
        MasterStore.open(
            copy, canonical.dumps, prove_derived
        ).close()  # an older schema is brought up to ours
        store = MasterStore.open(copy, canonical.dumps, read_only=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Master(store, key_file.path_beside(path), copy=BackupCopy(path, newest.at, folder))


def restore(path: Path, backup: Path) -> Path | None:
    """Put a backup in a master's place and log it; where the master that stood there was kept aside.

    The event names the checkpoints that the master which stood there had signed since, if it can be read:
    their holders are told of the fork, and no other is explained. It doesn't name the file: it is public.
    Raises UserError, nothing being changed: store.not_a_store, store.damaged, store.newer_schema,
    store.other_competition, store.in_use, …
    """
    _check_backup(path, backup)
    aside = backups.restore(backup, path, kind=MASTER)
    master = open_master(path)
    try:
        with master.store.begin() as tx:
            tx.append(RESTORED, {"size": tx.log.head()[0], "lost": lost_with(aside, tx)})
    finally:
        master.close()
    return aside


def _made(master: Master, folder: Path, label: str) -> Path:
    made = backups.make(master.store.database, folder, label)
    backups.prune(folder, datetime.now(UTC))
    return made


def _unchanged(path: Path, newest: Backup | None) -> bool:
    """Whether the file is as old as its newest backup; when in doubt it isn't."""
    with suppress(OSError):
        return newest is not None and path.stat().st_mtime < newest.at.timestamp()
    return False


def _check_backup(path: Path, backup: Path) -> None:
    """Refuse what is no master of this competition before anything is moved."""
    check_header(backup, MASTER)
    schema, wanted = backups.identity(backup)
    if schema is None or wanted is None:
        raise UserError("store.damaged", file=backup.name)
    if schema > MASTER.schema:
        raise UserError("store.newer_schema", file=backup.name)
    present = backups.identity(path)[1] if path.exists() else None
    if present not in (None, wanted):
        raise UserError("store.other_competition", file=backup.name)
