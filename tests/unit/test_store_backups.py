"""Backups: verified, kept by age, and put back without losing what is there."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipp_desktop.domain.errors import UserError
from kipp_desktop.store import backups
from kipp_desktop.store.engine import Database, journal_of
from kipp_desktop.store.juror_tables import JUROR
from kipp_desktop.store.master_tables import MASTER

NOW = datetime(2024, 10, 24, 15, 30, tzinfo=UTC)
times = st.lists(st.integers(-3 * 86400, 90 * 86400), max_size=60).map(
    lambda ages: [NOW - timedelta(seconds=age) for age in ages]
)


def put(database: Database, key: str) -> None:
    with database.begin() as connection:
        connection.exec_driver_sql("INSERT INTO meta VALUES (?, '')", (key,))


def keys(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT key FROM meta ORDER BY key")]


@pytest.fixture
def database(tmp_path: Path):
    database = Database.create(tmp_path / "nilai.kipp-juri", JUROR)
    put(database, "one")
    yield database
    database.close()


def test_of_two_backups_of_one_second_the_later_one_is_the_newest(database: Database) -> None:
    folder = backups.folder_of(database.path)
    backups.make(database, folder, "zaman", NOW)
    later = backups.make(database, folder, "awal", NOW)
    assert backups.listed(folder)[0].path == later


def test_a_backup_of_an_open_store_holds_every_commit_and_is_found_again(database: Database) -> None:
    folder = backups.folder_of(database.path)
    first = backups.make(database, folder, "buka", NOW)
    put(database, "two")
    second = backups.make(database, folder, "gabung", NOW + timedelta(minutes=1))
    assert (keys(first), keys(second)) == (["one"], ["one", "two"])
    assert [backup.path for backup in backups.listed(folder)] == [second, first]
    assert backups.latest_verified(folder, JUROR) == backups.Backup(
        second, NOW + timedelta(minutes=1), "gabung"
    )
    assert sorted(path.name for path in folder.iterdir()) == [
        "20241024-153000.buka.kipp-juri",
        "20241024-153100.gabung.kipp-juri",
    ]


def test_two_backups_of_one_second_do_not_overwrite_each_other(database: Database, tmp_path: Path) -> None:
    made = {backups.make(database, tmp_path / "b", "buka", NOW) for _ in range(3)}
    assert len(made) == 3
    assert {backup.path for backup in backups.listed(tmp_path / "b")} == made


def test_a_spoilt_backup_is_passed_over_for_the_one_before(database: Database, tmp_path: Path) -> None:
    good = backups.make(database, tmp_path / "b", "buka", NOW)
    bad = backups.make(database, tmp_path / "b", "buka", NOW + timedelta(hours=1))
    data = bytearray(bad.read_bytes())
    data[4096:8192] = bytes(4096)
    bad.write_bytes(data)
    found = backups.latest_verified(tmp_path / "b", JUROR)
    assert found is not None and found.path == good


def test_a_backup_of_another_kind_is_not_offered(database: Database, tmp_path: Path) -> None:
    backups.make(database, tmp_path / "b", "buka", NOW)
    assert backups.latest_verified(tmp_path / "b", MASTER) is None


def test_a_folder_that_cannot_be_made_is_named(database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError) as refused:
        backups.make(database, tmp_path / "file" / "b", "buka")
    assert refused.value.code == "store.cannot_create"


def test_a_label_cannot_lead_out_of_the_folder(database: Database, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="label"):
        backups.make(database, tmp_path, "../x")


def test_a_closed_store_is_backed_up_and_an_open_one_is_said_to_be_in_use(
    database: Database, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as refused:
        backups.make_of_file(database.path, tmp_path / "b", "skema-1")
    assert refused.value.code == "store.in_use"
    database.close()
    assert keys(backups.make_of_file(database.path, tmp_path / "b", "skema-1")) == ["one"]


@given(times)
def test_the_ten_newest_are_always_kept(made: list[datetime]) -> None:
    assert set(sorted(set(made), reverse=True)[:10]) <= backups.to_keep(made, NOW)


@given(times)
def test_pruning_twice_removes_nothing_more(made: list[datetime]) -> None:
    kept = backups.to_keep(made, NOW)
    assert backups.to_keep(kept, NOW) == kept <= set(made)


@given(times)
def test_no_more_is_kept_than_ten_recent_seven_daily_four_weekly_and_the_future(made: list[datetime]) -> None:
    kept = backups.to_keep(made, NOW)
    assert len([time for time in kept if time <= NOW]) <= 10 + 7 + 4


def test_a_month_of_backups_every_ten_minutes_thins_out_to_days_and_weeks() -> None:
    made = [NOW - timedelta(minutes=10 * number) for number in range(30 * 144)]
    kept = sorted(backups.to_keep(made, NOW), reverse=True)
    assert kept[:10] == made[:10]
    dates = [f"{time:%d %b %H.%M}" for time in kept[10:]]
    days = [f"{day} Oct 23.50" for day in (23, 22, 21, 20, 19, 18)]
    assert dates == [*days, "13 Oct 23.50", "06 Oct 23.50"]  # weeks end on Sunday; 20 October is one already


def test_pruning_removes_only_backups(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "b"
    made = [backups.make(database, folder, "ubah", NOW - timedelta(minutes=10 * n)) for n in range(30)]
    (folder / "catatan.txt").write_text("milik panitia")
    removed = backups.prune(folder, NOW)
    assert set(removed) == set(made[10:])
    assert {path.name for path in folder.iterdir()} == {"catatan.txt", *(path.name for path in made[:10])}


def test_the_ten_minutes_count_only_when_something_changed() -> None:
    assert backups.due(None, changed=True, now=NOW)
    assert not backups.due(NOW - timedelta(hours=1), changed=False, now=NOW)
    assert not backups.due(NOW - timedelta(minutes=9), changed=True, now=NOW)
    assert backups.due(NOW - timedelta(minutes=10), changed=True, now=NOW)
    assert backups.due(NOW + timedelta(days=400), changed=True, now=NOW)  # the clock was wrong


def test_the_store_says_that_something_changed(database: Database) -> None:
    before = database.changes()
    assert database.changes() == before
    put(database, "two")
    assert database.changes() > before


def test_restoring_keeps_the_present_file_aside(database: Database, tmp_path: Path) -> None:
    backup = backups.make(database, tmp_path / "b", "buka", NOW)
    put(database, "two")
    database.close()
    aside = backups.restore(backup, database.path, NOW)
    assert aside is not None and keys(aside) == ["one", "two"]
    assert keys(database.path) == ["one"]
    assert keys(backup) == ["one"]
    Database(database.path, JUROR).close()


def test_restoring_a_store_that_is_gone_needs_nothing_aside(database: Database, tmp_path: Path) -> None:
    backup = backups.make(database, tmp_path / "b", "buka", NOW)
    database.close()
    database.path.unlink()
    assert backups.restore(backup, database.path, NOW) is None
    assert keys(database.path) == ["one"]


def test_restoring_twice_in_a_second_keeps_both_files_aside(database: Database, tmp_path: Path) -> None:
    backup = backups.make(database, tmp_path / "b", "buka", NOW)
    database.close()
    asides = {backups.restore(backup, database.path, NOW) for _ in range(2)}
    assert len(asides) == 2


def test_an_open_store_is_not_replaced(database: Database, tmp_path: Path) -> None:
    backup = backups.make(database, tmp_path / "b", "buka", NOW)
    with pytest.raises(UserError) as refused:
        backups.restore(backup, database.path, NOW)
    assert refused.value.code == "store.in_use"
    put(database, "two")
    assert keys(backup) == ["one"]


def test_a_damaged_backup_is_refused_and_the_present_file_stays(database: Database, tmp_path: Path) -> None:
    (tmp_path / "20241024-153000.buka.kipp-juri").write_bytes(b"x" * 5000)
    database.close()
    before = database.path.read_bytes()
    with pytest.raises(UserError) as refused:
        backups.restore(tmp_path / "20241024-153000.buka.kipp-juri", database.path, NOW)
    assert refused.value.code == "store.damaged"
    assert database.path.read_bytes() == before


def test_a_journal_left_by_a_power_failure_is_not_played_into_the_restored_file(
    database: Database, tmp_path: Path
) -> None:
    backup = backups.make(database, tmp_path / "b", "buka", NOW)
    with database.begin() as connection:
        connection.exec_driver_sql("PRAGMA cache_size=1")
        for number in range(500):
            connection.exec_driver_sql("INSERT INTO meta VALUES (?, ?)", (f"k{number}", "x" * 500))
        crashed = Path(shutil.copytree(tmp_path, tmp_path.parent / "crashed", dirs_exist_ok=True))
    path = crashed / database.path.name
    assert journal_of(path).stat().st_size > 0, "the journal is not hot: it shows nothing"
    path.unlink()
    backups.restore(backup, path, NOW)
    assert backups.sound(path, JUROR)
    assert keys(path) == ["one"]
