"""Migrations by Alembic, run only when a file is older than the program (db/README.md)."""

from __future__ import annotations

import hashlib
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError

from kipp_desktop import paths
from kipp_desktop.domain.errors import UserError
from kipp_desktop.store import backups
from kipp_desktop.store.engine import Kind, Prove, engine_for, revision_of, store_error

VERBATIM = {
    "juror": (
        "SELECT seq, type, body, hash FROM event ORDER BY seq",
        "SELECT stage, entry, criterion, rev, value FROM cell ORDER BY stage, entry, criterion",
        "SELECT digest, envelope, comments FROM export ORDER BY digest",
    ),
    "master": (
        "SELECT seq, type, body, hash FROM event ORDER BY seq",
        "SELECT digest, juror, package, envelope, comments FROM payload ORDER BY digest",
    ),
}
"""What people gave and signed: no migration may change a letter of it."""


def migrate(path: Path, kind: Kind, version: int, prove: Prove | None = None) -> Path:
    """Bring a file to the newest schema, in one transaction; the verified backup made before.

    Raises UserError("store.migration_failed") and leaves the file as it was.
    """
    backup = backups.make_of_file(path, backups.folder_of(path), f"skema-{version}")
    engine = engine_for(path, "foreign_keys=OFF")
    try:
        with engine.begin() as connection:
            _upgrade_checked(connection, kind, path)
            if prove is not None:
                prove(connection)
            connection.exec_driver_sql(f"PRAGMA user_version={kind.schema}")
    except DBAPIError as error:
        mapped = store_error(error.orig, path)
        code = mapped.code if mapped.code in ("store.in_use", "store.full", "store.read_only") else None
        raise UserError(code or "store.migration_failed", **mapped.facts, backup=backup.name) from error
    except Exception as error:  # a bug in a migration too: the file stays usable by the older program
        facts = {"file": path.name, "why": str(error), "backup": backup.name}
        raise UserError("store.migration_failed", **facts) from error
    finally:
        engine.dispose()
    return backup


def upgrade(connection: Connection, kind: Kind, revision: str = "head") -> None:
    """Run the migrations of a kind inside the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", _escaped(paths.migrations()))
    config.set_main_option("version_locations", _escaped(paths.migrations() / kind.name / "versions"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    config.attributes["tables"] = kind.tables
    command.upgrade(config, revision)


def _upgrade_checked(connection: Connection, kind: Kind, path: Path) -> None:
    counts, said = _row_counts(connection), _digest(connection, kind)
    upgrade(connection, kind, revision_of(kind.schema))
    after = _row_counts(connection)
    differing = [table for table, rows in counts.items() if after.get(table, rows) != rows]
    if differing:
        raise UserError("store.migration_failed", file=path.name, why=f"rows: {', '.join(differing)}")
    if _digest(connection, kind) != said:
        raise UserError("store.migration_failed", file=path.name, why="verbatim rows")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise UserError("store.migration_failed", file=path.name, why="foreign keys")


def _row_counts(connection: Connection) -> dict[str, int]:
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
        for name in inspect(connection).get_table_names()
    }


def _digest(connection: Connection, kind: Kind) -> str:
    seen = hashlib.sha256()
    for query in VERBATIM[kind.name]:
        for row in connection.exec_driver_sql(query):
            seen.update(repr(tuple(row)).encode("utf-8"))
    return seen.hexdigest()


def _escaped(path: Path) -> str:
    """A path as Alembic's option reader takes it: a percent sign begins a reference there."""
    return str(path).replace("%", "%%")
