"""One connection, one lock, one transaction at a time; acknowledged means on the disk.

TRUNCATE + FULL is the only cheap SQLite setting that loses nothing in simulated power loss (tests/faults).
"""

from __future__ import annotations

import getpass
import json
import platform
import sqlite3
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from kipp_desktop.domain.errors import UserError

PRAGMAS = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
)
BUSY_TIMEOUT_S = 2.0


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of database: its application id, schema version and tables, and where its migrations are (db/<name>)."""

    name: str
    application_id: int
    schema: int
    tables: MetaData


class Database:
    """An open SQLite file. `begin()` is the unit of work; its lock is held for the whole block."""

    def __init__(self, path: Path, kind: Kind) -> None:
        """Open an existing file of this kind. Raises UserError: store.missing, store.in_use, store.not_a_store, …"""
        if not path.exists():
            raise UserError("store.missing", file=path.name)
        check_header(path, kind)
        self.path = path
        self.kind = kind
        self._lock = threading.RLock()
        self._engine = create_engine(
            f"sqlite:///{path}",
            poolclass=StaticPool,
            connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_S},
        )
        event.listen(self._engine, "connect", _configure)
        event.listen(self._engine, "begin", _begin_immediate)
        try:
            self._check_version()
            _write_holder_note(path)
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path, kind: Kind) -> Database:
        """Make a new file with the newest schema. Raises UserError("store.exists")."""
        if path.exists():
            raise UserError("store.exists", file=path.name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _create_file(path, kind)
        except (OSError, sqlite3.Error) as error:
            raise UserError("store.cannot_create", file=path.name, why=str(error)) from error
        return cls(path, kind)

    @contextmanager
    def begin(self) -> Generator[Connection]:
        """A transaction: committed and on the disk when the block ends without error, else rolled back."""
        with self._lock:
            try:
                with self._engine.begin() as connection:
                    yield connection
            except DBAPIError as error:
                raise store_error(error.orig, self.path) from error

    def pragma(self, name: str) -> Any:
        """The live connection's value of a pragma."""
        with self._lock, self._engine.connect() as connection:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

    def backup_to(self, target: Path) -> None:
        """Copy the database by SQLite's backup API, verify the copy, then give it its name."""
        scratch = target.with_name(f".{target.name}.tmp")
        with self._lock, self._engine.connect() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            with suppress(OSError):
                scratch.unlink(missing_ok=True)
            copy = sqlite3.connect(scratch, isolation_level=None)
            try:
                copy.execute("PRAGMA synchronous=FULL")
                source.backup(copy, pages=256)
                if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                    raise UserError("store.damaged", file=target.name)
            except sqlite3.Error as error:
                raise store_error(error, target) from error
            finally:
                copy.close()
        scratch.replace(target)

    def integrity(self) -> bool:
        """Whether SQLite finds the file sound, foreign keys included."""
        with self._lock, self._engine.connect() as connection:
            sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            return sound and not connection.exec_driver_sql("PRAGMA foreign_key_check").all()

    def close(self) -> None:
        """Let go of the file and take the holder note away."""
        self._engine.dispose()
        with suppress(OSError):
            holder_note(self.path).unlink(missing_ok=True)

    def _check_version(self) -> None:
        try:
            with self._engine.begin() as connection:
                version = connection.exec_driver_sql("PRAGMA user_version").scalar()
        except DBAPIError as error:
            raise store_error(error.orig, self.path) from error
        if version == self.kind.schema:
            return
        if not isinstance(version, int) or version > self.kind.schema or version < 1:
            raise UserError("store.newer_schema", file=self.path.name)
        from kipp_desktop.store.schema import (
            migrate,
        )  # alembic is loaded only when there is something to migrate

        self._engine.dispose()
        migrate(self.path, self.kind, version)


def check_header(path: Path, kind: Kind) -> None:
    """Raise UserError("store.not_a_store") unless the file is a SQLite database with the kind's application id."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise UserError("file.unreadable", file=path.name, why=error.strerror or "") from error
    if header[:16] != b"SQLite format 3\x00" or int.from_bytes(header[68:72], "big") != kind.application_id:
        raise UserError("store.not_a_store", file=path.name)


def holder_note(path: Path) -> Path:
    """The plain file beside a database that tells who has it open."""
    return path.with_name(f"{path.name}.dibuka-oleh")


def store_error(error: BaseException | None, path: Path) -> UserError:
    """The sentence for what SQLite said."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return UserError("store.in_use", file=path.name, holder=_holder(path))
    if "full" in text:
        return UserError("store.full", file=path.name)
    if "readonly" in text or "unable to open" in text:
        return UserError("store.read_only", file=path.name)
    if isinstance(error, sqlite3.IntegrityError):
        return UserError("store.refused", file=path.name, why=text)
    if isinstance(error, sqlite3.DatabaseError) and ("malformed" in text or "not a database" in text):
        return UserError("store.damaged", file=path.name)
    return UserError("store.failed", file=path.name, why=text)


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _create_file(path: Path, kind: Kind) -> None:
    engine = create_engine(f"sqlite:///{path}", poolclass=StaticPool)
    event.listen(engine, "connect", _configure)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={kind.application_id}")
            kind.tables.create_all(connection)
            connection.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
            )
            connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{kind.schema:04d}')")
            connection.exec_driver_sql(f"PRAGMA user_version={kind.schema}")
    finally:
        engine.dispose()


def _write_holder_note(path: Path) -> None:
    note = {
        "who": _user(),
        "where": platform.node(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    with suppress(OSError):
        holder_note(path).write_text(json.dumps(note), encoding="utf-8")


def _holder(path: Path) -> str:
    try:
        note = json.loads(holder_note(path).read_text(encoding="utf-8"))
        return f"{note['who']} · {note['where']} · {note['since']}"
    except (OSError, ValueError, KeyError):
        return "?"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
