"""Backups of a master: made on their own, verified, pruned by age, and put back when a person asks for it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kipp_desktop.domain.errors import UserError
from kipp_desktop.services.masters import Master, open_master
from kipp_desktop.store import backups
from kipp_desktop.store.engine import check_header
from kipp_desktop.store.tables import MASTER


def back_up(master: Master, label: str) -> Path:
    """Make a verified backup beside the master and let the oldest go."""
    folder = backups.folder_of(master.path)
    made = backups.make(master.store.database, folder, label)
    backups.prune(folder, datetime.now(UTC))
    return made


def listed(path: Path) -> list[backups.Backup]:
    """The backups of a master."""
    return backups.listed(backups.folder_of(path))


def restore(path: Path, backup: Path) -> Path | None:
    """Put a backup in a master's place and log it; where the master that stood there was kept aside.

    Checkpoints signed since the backup are explained by this event, never hidden.
    Raises UserError, nothing being changed: store.not_a_store, store.damaged, store.newer_schema,
    store.other_competition, store.in_use, …
    """
    _check_backup(path, backup)
    aside = backups.restore(backup, path, kind=MASTER)
    master = open_master(path)
    try:
        with master.store.begin() as tx:
            tx.append("backup_restored", {"backup": backup.name})
    finally:
        master.close()
    return aside


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
