"""Schemas: a migrated file equals a new one, released files open for ever, a failure changes nothing."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from kipp_desktop import paths
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical
from kipp_desktop.services import checking, jurors, masters, results, scoring
from kipp_desktop.store import backups, schema
from kipp_desktop.store.engine import Database, Kind, engine_for
from kipp_desktop.store.juror_tables import JUROR
from kipp_desktop.store.master_store import MasterStore
from kipp_desktop.store.master_tables import MASTER

FIXTURES = Path(__file__).parents[1] / "data" / "fixtures"
KINDS = pytest.mark.parametrize("kind", [JUROR, MASTER], ids=lambda kind: kind.name)

NEXT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "{next:04d}", "{present:04d}"
def upgrade():
    {act}
"""
ADD_COLUMN = """
    with op.batch_alter_table("log_head", table_kwargs={"sqlite_strict": True}) as batch:
        batch.add_column(sa.Column("note", sa.Text, nullable=False, server_default=""))
"""
FAULTS = {
    "breaks": "op.execute('CREATE TABLE extra (a)'); op.execute('DROP TABLE meta'); raise RuntimeError('no')",
    "loses rows": "op.execute('DELETE FROM log_head')",
    "changes what was said": "op.execute('UPDATE payload SET envelope = replace(envelope, 1, 2)')",
    "breaks a reference": "op.execute(\"UPDATE seat SET juror = 'nobody'\")",
}


def fixture_folders(kind: str) -> list[Path]:
    return sorted(FIXTURES.glob(f"{kind}-schema-*"))


def structure(path: Path) -> dict[tuple[str, str], str | None]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master")
        return {(kind, name): sql for kind, name, sql in rows}


@pytest.fixture
def master_copy(tmp_path: Path) -> Path:
    folder = fixture_folders("master")[-1]
    shutil.copytree(folder, tmp_path / "master")
    return tmp_path / "master" / "contoh.kipp"


@pytest.fixture
def next_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Kind, str], Kind]:
    """Pretends that the program is one schema further, with this act as its migration."""

    def make(kind: Kind, act: str) -> Kind:
        after = kind.schema + 1
        shutil.copytree(paths.migrations(), tmp_path / "db 100%")
        script = tmp_path / "db 100%" / kind.name / "versions" / f"{after:04d}_next.py"
        script.write_text(NEXT.format(present=kind.schema, next=after, act=act.strip()), encoding="utf-8")
        monkeypatch.setattr(paths, "migrations", lambda: tmp_path / "db 100%")
        return kind._replace(schema=after)

    return make


@KINDS
def test_migrating_from_nothing_gives_the_same_file_as_creating_one(kind: Kind, tmp_path: Path) -> None:
    Database.create(tmp_path / "new", kind).close()
    engine = engine_for(tmp_path / "migrated", "foreign_keys=OFF")
    with engine.begin() as connection:
        schema.upgrade(connection, kind)
    engine.dispose()
    assert structure(tmp_path / "migrated") == structure(tmp_path / "new")


@KINDS
def test_every_table_is_strict_and_the_log_is_append_only(kind: Kind, tmp_path: Path) -> None:
    database = Database.create(tmp_path / "new", kind)
    with database.begin() as connection:
        tables = connection.exec_driver_sql("PRAGMA table_list").mappings().all()
        loose = {row["name"] for row in tables if not row["strict"]}
        values = (1, "t", "{}", "0" * 64)
        connection.exec_driver_sql("INSERT INTO event VALUES (?, ?, ?, ?)", values)
    assert loose <= {"alembic_version", "sqlite_schema", "sqlite_temp_schema"}
    for act in ("UPDATE event SET body = ''", "DELETE FROM event"):
        with pytest.raises(UserError, match="append-only"), database.begin() as connection:
            connection.exec_driver_sql(act)
    database.close()


@KINDS
def test_the_migrations_end_at_the_programs_schema(kind: Kind) -> None:
    scripts = sorted((paths.migrations() / kind.name / "versions").glob("*.py"))
    numbers = [int(re.match(r"(\d{4})_", script.name)[1]) for script in scripts]  # pyright: ignore
    assert numbers == list(range(1, kind.schema + 1))


@KINDS
def test_every_schema_has_its_fixture(kind: Kind) -> None:
    assert [folder.name for folder in fixture_folders(kind.name)] == [
        f"{kind.name}-schema-{number}" for number in range(1, kind.schema + 1)
    ]


@pytest.mark.parametrize("folder", fixture_folders("juror"), ids=lambda folder: folder.name)
def test_a_released_juror_store_opens_with_every_score(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "juri")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    desk = jurors.open_desk(tmp_path / "juri")
    own = {one.entry: str(one.total) for one in scoring.sheets(desk, "final")}
    assert (desk.juror.id, own) == (expected["juror"], expected["totals"])
    assert [check for check in checking.check_juror(desk) if not check.ok] == []
    scoring.withdraw_declaration(desk, "final", "uji")
    scoring.reopen(desk, "final", "02", "uji")
    scoring.enter_score(desk, "final", "02", desk.rubric("final", "02").criterion[0].id, 7000)
    assert [check for check in checking.check_juror(desk) if not check.ok] == []
    desk.close()


@pytest.mark.parametrize("folder", fixture_folders("master"), ids=lambda folder: folder.name)
def test_a_released_master_opens_and_ranks_as_it_did(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "master")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    master = masters.open_master(tmp_path / "master" / "contoh.kipp")
    found, ranking = results.ranking(master)
    assert [[row.place, row.entry, row.exact] for row in ranking.rows] == expected["rows"]
    assert (found.status, found.digest) == (expected["status"], expected["digest"])
    assert [check for check in checking.check_master(master) if not check.ok] == []
    master.close()


def test_a_file_of_the_present_schema_never_loads_alembic(master_copy: Path, tmp_path: Path) -> None:
    shutil.copytree(fixture_folders("juror")[-1], tmp_path / "juri")
    program = f"""
import sys
from pathlib import Path
from kipp_desktop.services import jurors, masters
jurors.open_desk(Path({str(tmp_path / "juri")!r})).close()
masters.open_master(Path({str(master_copy)!r})).close()
sys.exit(any(name.partition(".")[0] == "alembic" for name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_older_master_is_migrated_with_a_verified_backup_before(
    master_copy: Path, next_schema: Callable[[Kind, str], Kind]
) -> None:
    before = structure(master_copy)
    kind = next_schema(MASTER, ADD_COLUMN)
    asked: list[int] = []

    def prove(connection: Connection) -> None:
        asked.append(connection.exec_driver_sql("SELECT count(*) FROM payload").scalar_one())

    database = Database(master_copy, kind, prove)
    with database.begin() as connection:
        assert connection.exec_driver_sql("SELECT note FROM log_head").scalar_one() == ""
        assert (
            connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
            == f"{kind.schema:04d}"
        )
    assert (database.pragma("user_version"), database.pragma("foreign_keys"), asked) == (kind.schema, 1, [3])
    assert database.integrity()
    database.close()
    backup = backups.latest_verified(backups.folder_of(master_copy), MASTER)
    assert (
        backup is not None
        and f"skema-{MASTER.schema}" in backup.path.name
        and structure(backup.path) == before
    )
    after = structure(master_copy)
    assert {key for key in {*before, *after} if before.get(key) != after.get(key)} == {("table", "log_head")}
    assert str(after["table", "log_head"]).rstrip().endswith("STRICT")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failing_migration_leaves_the_file_byte_for_byte_as_it_was(
    fault: str, master_copy: Path, next_schema: Callable[[Kind, str], Kind]
) -> None:
    before = master_copy.read_bytes()
    kind = next_schema(MASTER, FAULTS[fault])
    with pytest.raises(UserError) as refused:
        Database(master_copy, kind)
    assert refused.value.code == "store.migration_failed"
    assert master_copy.read_bytes() == before
    masters.open_master(master_copy).close()


def test_a_migration_that_changes_what_derive_says_is_not_committed(
    master_copy: Path, next_schema: Callable[[Kind, str], Kind], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = master_copy.read_bytes()
    text = "op.execute(\"UPDATE juror_cache SET body = replace(body, 'locked', 'draft')\")"
    monkeypatch.setattr("kipp_desktop.store.master_tables.MASTER", next_schema(MASTER, text))
    with pytest.raises(UserError) as refused:
        masters.open_master(master_copy)
    assert "derive" in str(refused.value.facts["why"])
    assert master_copy.read_bytes() == before


def test_a_migration_that_keeps_what_derive_says_is_committed(
    master_copy: Path, next_schema: Callable[[Kind, str], Kind], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kipp_desktop.store.master_tables.MASTER", next_schema(MASTER, ADD_COLUMN))
    master = masters.open_master(master_copy)
    assert master.store.database.pragma("user_version") == MASTER.schema + 1
    assert results.ranking(master)[0].status == "FINAL"
    master.close()


@pytest.mark.parametrize("version", [MASTER.schema + 1, 999, 0, -1])
def test_a_schema_that_is_not_ours_is_refused_and_the_folder_stays_as_it_was(
    version: int, master_copy: Path
) -> None:
    with closing(sqlite3.connect(master_copy)) as connection:
        connection.execute(f"PRAGMA user_version={version}")
    before = {path.name: path.read_bytes() for path in master_copy.parent.iterdir() if path.is_file()}
    with pytest.raises(UserError) as refused:
        MasterStore.open(master_copy, canonical.dumps)
    assert refused.value.code == "store.newer_schema"
    after = {path.name: path.read_bytes() for path in master_copy.parent.iterdir() if path.is_file()}
    after.pop(f"{master_copy.name}-journal", None)
    assert after == before
