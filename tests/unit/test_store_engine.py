"""One connection, one holder: what opening, creating and committing promise."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.store import engine
from kipp_desktop.store.engine import Database, holder_note
from kipp_desktop.store.juror_tables import JUROR
from kipp_desktop.store.master_tables import MASTER


@pytest.fixture
def database(tmp_path: Path):
    database = Database.create(tmp_path / "store.kipp", MASTER)
    yield database
    database.close()


def count(database: Database) -> int:
    with database.begin() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM setting").scalar_one()


def put(database: Database, key: str) -> None:
    with database.begin() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES (?, '1')", (key,))


def code_of(path: Path, kind: engine.Kind = MASTER) -> str:
    with pytest.raises(UserError) as refused:
        Database(path, kind)
    return refused.value.code


def test_a_second_program_is_told_who_has_the_file_open(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_S", 0.05)
    note = json.loads(holder_note(database.path).read_text(encoding="utf-8"))
    for _ in range(2):  # being refused takes the holder's note away neither the first nor the second time
        with pytest.raises(UserError) as refused:
            Database(database.path, MASTER)
        assert refused.value.code == "store.in_use"
        assert note["where"] in str(refused.value.facts["holder"])
    put(database, "still ours")


def test_closing_lets_the_next_program_in_and_takes_the_note_away(database: Database) -> None:
    database.close()
    assert not holder_note(database.path).exists()
    Database(database.path, MASTER).close()


def test_an_error_inside_a_transaction_undoes_all_of_it(database: Database) -> None:
    with pytest.raises(RuntimeError), database.begin() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES ('a', '1')")
        raise RuntimeError
    assert count(database) == 0


def test_what_breaks_a_rule_of_the_tables_is_a_sentence_and_changes_nothing(database: Database) -> None:
    with pytest.raises(UserError) as refused, database.begin() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES ('a', '1')")
        connection.exec_driver_sql("INSERT INTO juror_cache VALUES ('J-01', NULL)")
    assert refused.value.code == "store.refused"
    assert count(database) == 0


def test_threads_take_turns_with_whole_transactions(database: Database) -> None:
    def work(name: str) -> None:
        for number in range(20):
            put(database, f"{name}{number}")

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(database) == 60


def test_an_existing_file_is_never_overwritten(database: Database) -> None:
    put(database, "mine")
    with pytest.raises(UserError) as refused:
        Database.create(database.path, MASTER)
    assert refused.value.code == "store.exists"
    assert count(database) == 1


def test_a_file_is_created_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(path: Path, target: Path) -> None:
        raise OSError(5, "power failed")

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(UserError) as refused:
        Database.create(tmp_path / "new.kipp", MASTER)
    assert refused.value.code == "store.cannot_create"
    assert list(tmp_path.iterdir()) == []


def test_creating_leaves_nothing_but_the_store(tmp_path: Path) -> None:
    Database.create(tmp_path / "new.kipp", MASTER).close()
    assert {path.name for path in tmp_path.iterdir()} <= {"new.kipp", "new.kipp-journal"}


def test_what_is_not_a_store_of_ours_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "text.kipp").write_text("halo")
    (tmp_path / "empty.kipp").write_bytes(b"")
    Database.create(tmp_path / "juror.kipp", JUROR).close()
    assert code_of(tmp_path / "text.kipp") == "store.not_a_store"
    assert code_of(tmp_path / "empty.kipp") == "store.not_a_store"
    assert code_of(tmp_path / "juror.kipp") == "store.not_a_store"
    assert code_of(tmp_path / "absent.kipp") == "store.missing"


def test_a_damaged_file_is_a_sentence(tmp_path: Path) -> None:
    Database.create(tmp_path / "a.kipp", MASTER).close()
    data = (tmp_path / "a.kipp").read_bytes()
    (tmp_path / "a.kipp").write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    with pytest.raises(UserError) as refused:
        database = Database(tmp_path / "a.kipp", MASTER)
        try:
            put(database, "x")
        finally:
            database.close()
    assert refused.value.code == "store.damaged"
