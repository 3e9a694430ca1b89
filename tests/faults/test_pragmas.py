"""The settings that durability rests on, asked of the live connection of both stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from kipp_desktop.store.engine import Database, Kind
from kipp_desktop.store.juror_tables import JUROR
from kipp_desktop.store.master_tables import MASTER

EXPECTED = {
    "locking_mode": "exclusive",
    "journal_mode": "truncate",
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
}


@pytest.mark.parametrize("kind", [JUROR, MASTER], ids=lambda kind: kind.name)
def test_the_live_connection_has_the_durable_settings(kind: Kind, tmp_path: Path) -> None:
    Database.create(tmp_path / "store", kind).close()
    database = Database(tmp_path / "store", kind)
    assert {name: database.pragma(name) for name in EXPECTED} == EXPECTED
    assert database.pragma("application_id") == kind.application_id
    assert database.pragma("user_version") == kind.schema
    database.close()
