"""Backups of a master: made on their own, verified, pruned by age, and put back when a person asks for it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kipp_desktop.services.masters import Master, open_master
from kipp_desktop.store import backups


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
    """
    aside = backups.restore(backup, path)
    master = open_master(path)
    try:
        with master.store.begin() as tx:
            tx.append("backup_restored", {"backup": backup.name})
    finally:
        master.close()
    return aside
