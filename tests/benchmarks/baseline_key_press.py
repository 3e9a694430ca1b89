"""Baseline: a raw sqlite3 commit of a cell and a log row, with the same pragmas."""

from __future__ import annotations

import sqlite3
from pathlib import Path

PRAGMAS = (
    *("locking_mode=EXCLUSIVE", "journal_mode=TRUNCATE", "synchronous=FULL", "foreign_keys=ON"),
    *("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"),
)
CELL = (
    "INSERT INTO cell VALUES (?, ?, ?, 1, ?) "
    "ON CONFLICT (stage, entry, criterion) DO UPDATE SET value = excluded.value"
)


def connect(path: Path) -> sqlite3.Connection:
    """A new file with the two tables."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        "CREATE TABLE cell (stage TEXT, entry TEXT, criterion TEXT, rev INTEGER, value INTEGER, "
        "PRIMARY KEY (stage, entry, criterion)) STRICT"
    )
    connection.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, body TEXT, hash TEXT) STRICT")
    return connection


def commit(connection: sqlite3.Connection, seq: int, entry: str, criterion: str, value: int) -> None:
    """One score on the disk."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(CELL, ("final", entry, criterion, value))
    connection.execute("INSERT INTO event VALUES (?, ?, ?)", (seq, "x" * 250, "0" * 64))
    connection.execute("COMMIT")
