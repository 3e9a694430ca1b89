"""One connection, one lock, one transaction at a time; acknowledged means on the disk.

TRUNCATE + FULL is the only cheap SQLite setting that loses nothing in simulated power loss (tests/faults).
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sqlite3
import stat
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import URL, Connection, Engine, MetaData, Table, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import Column, PrimaryKeyConstraint
from sqlalchemy.types import String

from kipp_desktop import paths
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
_LOOKING = "looking"

Prove = Callable[[Connection], None]
"""Looks at a migrated file inside its transaction and raises UserError when it isn't what it was."""


class Kind(NamedTuple):
    """A sort of database: application id, schema version and tables; its migrations are in db/<name>."""

    name: str
    application_id: int
    schema: int
    tables: MetaData


class Database:
    """An open SQLite file. `begin()` is the unit of work; its lock is held for the whole block."""

    def __init__(self, path: Path, kind: Kind, prove: Prove | None = None, read_only: bool = False) -> None:
        """Open an existing file of this kind; an older schema is migrated, `prove` having the last word.

        With `read_only` a copy that nobody else has open is only looked at, and must have our schema.

        Raises UserError: store.missing, store.in_use, store.not_a_store, store.newer_schema,
        store.migration_failed, …
        """
        if not path.exists():
            raise UserError("store.missing", file=path.name)
        if not read_only:
            check_place(path)
        check_header(path, kind)
        self.path = path
        self.kind = kind
        self._lock = threading.RLock()
        self._read_only = read_only
        self._engine = engine_for(path, read_only=read_only)
        self._looking = self._engine.execution_options(**{_LOOKING: True})
        try:
            self._check_version(prove)
        except BaseException:
            self._engine.dispose()  # the holder note, if there is one, is somebody else's
            raise
        if not read_only:
            _write_holder_note(path)

    @classmethod
    def create(cls, path: Path, kind: Kind) -> Database:
        """Make a new file with the newest schema, whole or not at all. Raises UserError: store.exists, …"""
        if path.exists():
            raise UserError("store.exists", file=path.name)
        check_place(path)
        scratch = path.with_name(f".{path.name}.tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            remove_database(scratch)
            _create_file(scratch, kind)
            scratch.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            raise UserError("store.cannot_create", file=path.name, why=str(error)) from error
        except DBAPIError as error:
            raise store_error(error.orig, path) from error
        finally:
            with suppress(OSError):
                remove_database(scratch)
        return cls(path, kind)

    @contextmanager
    def begin(self, looking: bool = False) -> Generator[Connection]:
        """A transaction: committed and on the disk when the block ends without error, else rolled back.

        `looking` only reads, which a disk that takes nothing more still allows.
        """
        engine = self._looking if looking else self._engine
        with self._lock:
            try:
                with engine.begin() as connection:
                    yield connection
            except DBAPIError as error:
                raise store_error(error.orig, self.path) from error

    def pragma(self, name: str) -> int | str | None:
        """The live connection's value of a pragma."""
        with self._lock, self._engine.connect() as connection:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

    def backup_to(self, target: Path) -> None:
        """Copy the database by SQLite's backup API, verify the copy, then give it its name."""
        with self._lock, self._engine.connect() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            copy_verified(source, target)

    def changes(self) -> int:
        """How many rows this connection has changed since it was opened; grows with every act."""
        with self._lock, self._engine.connect() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            return source.total_changes

    def integrity(self) -> bool:
        """Whether SQLite finds the file sound, foreign keys included."""
        with self._lock, self._engine.connect() as connection:
            sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            return sound and not connection.exec_driver_sql("PRAGMA foreign_key_check").all()

    def close(self) -> None:
        """Let go of the file and take the holder note away."""
        self._engine.dispose()
        if not self._read_only:
            with suppress(OSError):
                holder_note(self.path).unlink(missing_ok=True)

    def _check_version(self, prove: Prove | None) -> None:
        try:
            with self._engine.begin() as connection:
                version = connection.exec_driver_sql("PRAGMA user_version").scalar()
        except DBAPIError as error:
            raise store_error(error.orig, self.path) from error
        if version == self.kind.schema:
            return
        if not isinstance(version, int) or version > self.kind.schema or version < 1 or self._read_only:
            raise UserError("store.newer_schema", file=self.path.name)
        from kipp_desktop.store.schema import migrate  # loads Alembic, so only when there is work for it

        self._engine.dispose()
        migrate(self.path, self.kind, version, prove)


def engine_for(path: Path, *more: str, read_only: bool = False) -> Engine:
    """A SQLAlchemy engine with our settings (and `more` pragmas) whose transactions are BEGIN IMMEDIATE."""
    url = URL.create("sqlite", database=str(path))
    if read_only:
        looking = {"mode": "ro", "immutable": "1", "uri": "true"}
        url = URL.create("sqlite", database=path.absolute().as_uri(), query=looking)
    engine = create_engine(
        url,
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_S},
    )

    def configure(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (*PRAGMAS, *more):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", configure)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def copy_verified(source: sqlite3.Connection, target: Path) -> None:
    """Copy a database by SQLite's backup API, verify the copy, then give it its name.

    Raises UserError: store.damaged, store.full, store.in_use, …
    """
    scratch = target.with_name(f".{target.name}.tmp")
    try:
        remove_database(scratch)
        _copy_and_check(source, scratch, target)
        scratch.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise UserError("store.cannot_create", file=target.name, why=error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise store_error(error, target) from error
    finally:
        with suppress(OSError):
            remove_database(scratch)


def _copy_and_check(source: sqlite3.Connection, scratch: Path, target: Path) -> None:
    copy = sqlite3.connect(scratch, isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous=FULL")
        source.backup(copy, pages=256)
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise UserError("store.damaged", file=target.name)
    finally:
        copy.close()


def journal_of(path: Path) -> Path:
    """The rollback journal that belongs to a database file. One must never be moved without the other."""
    return path.with_name(f"{path.name}-journal")


def remove_database(path: Path) -> None:
    """Remove a database file of ours together with its journal; nothing happens when there is none."""
    path.unlink(missing_ok=True)
    journal_of(path).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable. Windows can't open a folder for that; NTFS orders renames itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some stick file systems can't sync a folder
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def check_place(path: Path) -> None:
    """Raise UserError("store.synced") where another program may replace the file while it is open."""
    service = paths.synced_by(path)
    if service:
        instead = paths.data_folder()
        raise UserError("store.synced", folder=str(path.parent), service=service, instead=str(instead))


def check_header(path: Path, kind: Kind) -> None:
    """Raise UserError("store.not_a_store") unless it is a SQLite database with the kind's application id."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for for ever
            raise UserError("store.not_a_store", file=path.name)
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


def _begin_immediate(connection: Connection) -> None:
    looking = connection.get_execution_options().get(_LOOKING, False)
    connection.exec_driver_sql("BEGIN" if looking else "BEGIN IMMEDIATE")


def _create_file(path: Path, kind: Kind) -> None:
    engine = engine_for(path)
    versions = Table(  # as Alembic makes it, so that a new file and a migrated one are the same
        "alembic_version",
        MetaData(),
        Column("version_num", String(32), nullable=False),
        PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
    )
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={kind.application_id}")
            kind.tables.create_all(connection)
            versions.create(connection)
            connection.execute(versions.insert().values(version_num=revision_of(kind.schema)))
            connection.exec_driver_sql(f"PRAGMA user_version={kind.schema}")
    finally:
        engine.dispose()


def revision_of(schema: int) -> str:
    """Alembic's name of a schema number."""
    return f"{schema:04d}"


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
        since = datetime.fromisoformat(note["since"]).astimezone()
        return f"{note['who']} · {note['where']} · {since.strftime('%d-%m-%Y %H.%M')}"
    except (OSError, ValueError, KeyError, TypeError):
        return "?"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
