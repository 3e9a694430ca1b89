"""Migrations by Alembic, run only when a file is older than the program."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect
from sqlalchemy.pool import StaticPool

from kipp_desktop import paths
from kipp_desktop.domain.errors import UserError
from kipp_desktop.store.engine import Kind


def migrate(path: Path, kind: Kind, version: int) -> None:
    """Bring a file to the newest schema: backup first, foreign keys off outside the transaction, row counts compared.

    Raises UserError("store.migration_failed") and leaves the file as it was.
    """
    backup = path.with_name(
        f"{path.stem}.sebelum-skema-{kind.schema}.{datetime.now(UTC):%Y%m%dT%H%M%S}{path.suffix}"
    )
    backup.write_bytes(path.read_bytes())
    engine = create_engine(f"sqlite:///{path}", poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            before = _row_counts(connection)
            command.upgrade(_config(kind, connection), "head")
            after = _row_counts(connection)
            if any(after.get(table, rows) < rows for table, rows in before.items()):
                raise UserError("store.migration_failed", file=path.name)
            connection.exec_driver_sql(f"PRAGMA user_version={kind.schema}")
            connection.commit()
    except Exception as error:
        engine.dispose()
        path.write_bytes(backup.read_bytes())
        raise UserError("store.migration_failed", file=path.name) from error
    finally:
        engine.dispose()


def _config(kind: Kind, connection: object) -> Config:
    config = Config()
    config.set_main_option("script_location", str(paths.migrations()))
    config.set_main_option("version_locations", str(paths.migrations() / kind.name / "versions"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    return config


def _row_counts(connection: object) -> dict[str, int]:
    from sqlalchemy import Connection

    assert isinstance(connection, Connection)
    tables = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in tables
    }
