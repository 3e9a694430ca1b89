"""A power failure loses no acknowledged score and corrupts nothing: crash states of a real recording."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from kipp_desktop.domain.log import START, event_hash
from kipp_desktop.services import checking, jurors, scoring
from kipp_desktop.store.juror_store import FILE_NAME
from tests.faults import replay, workload
from tests.faults.forking import ForkServer

SCORES = 40
PER_OP = 3
MEMORY = Path("/dev/shm")


@dataclass
class Verdict:
    """What the crash states were found to be."""

    states: int = 0
    lost: int = 0  # an acknowledged score is missing
    corrupt: int = 0  # SQLite, the log chain, or cells that aren't what the log says


@dataclass(frozen=True)
class Recording:
    """A workload as the disk saw it."""

    before: replay.Files
    ops: list[replay.Op]
    hashes: list[str]  # of the log at its end


@pytest.fixture
def state_folder(tmp_path: Path) -> Iterator[Path]:
    """Where crash states are laid out; in memory where there is some, because there are thousands."""
    if not MEMORY.is_dir():
        yield tmp_path / "state"
        return
    folder = MEMORY / f"kipp-{tmp_path.name}-{tmp_path.parent.parent.name}"
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def record(
    server: ForkServer, store: Path, count: int = SCORES, pragmas: tuple[str, ...] | None = None
) -> Recording:
    before, log = replay.files_in(store), store.parent / "log"
    facts = {"folder": str(store), "log": str(log), "count": count, "pragmas": pragmas and list(pragmas)}
    run = server.run("record_scoring", **facts)
    assert run.ended == 0
    with closing(sqlite3.connect(store / FILE_NAME)) as connection:
        hashes = [row[0] for row in connection.execute("SELECT hash FROM event ORDER BY seq")]
    ops = replay.read_log(log, store)
    assert {"W", "S"} <= {op.kind for op in ops if op.name == FILE_NAME}, "the recorder saw nothing"
    return Recording(before, ops, hashes)


def lay_out(files: replay.Files, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def judge(recording: Recording, folder: Path, per_op: int = PER_OP, seed: int = 1) -> Verdict:
    verdict, first = Verdict(), len(recording.hashes) - SCORES
    for acknowledged, files in replay.crash_states(recording.before, recording.ops, per_op, seed):
        lay_out(files, folder)
        verdict.states += 1
        size = sound_log(folder / FILE_NAME, recording.hashes)
        verdict.corrupt += size is None
        verdict.lost += size is not None and size < first + acknowledged
    return verdict


def sound_log(path: Path, hashes: list[str]) -> int | None:
    """The size of the log, or None unless everything in the file is as it should be."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return None
            events = connection.execute("SELECT seq, body, hash FROM event ORDER BY seq").fetchall()
            head = connection.execute("SELECT seq, hash FROM log_head").fetchone()
            cells = set(connection.execute("SELECT stage, entry, criterion, value FROM cell"))
    except sqlite3.DatabaseError:
        return None
    prev, replayed = START, {}
    for expected, (seq, body, hash_) in enumerate(events, 1):
        if seq != expected or hash_ != hashes[seq - 1] or event_hash(prev, body.encode()) != hash_:
            return None
        prev, said = hash_, json.loads(body)
        if said["type"] == "score":
            data = said["data"]
            replayed[data["stage"], data["entry"], data["criterion"]] = data["new"]
    agrees = head == (len(events), prev) and cells == {(*place, value) for place, value in replayed.items()}
    return len(events) if agrees else None


def test_no_state_after_a_power_failure_has_lost_a_score_or_is_corrupt(
    watched: ForkServer, store: Path, state_folder: Path
) -> None:
    verdict = judge(record(watched, store), state_folder)
    assert verdict.states > 2000
    assert (verdict.lost, verdict.corrupt) == (0, 0)


def test_the_program_itself_opens_the_states_after_a_power_failure(
    watched: ForkServer, store: Path, state_folder: Path
) -> None:
    recording = record(watched, store)
    states = list(replay.crash_states(recording.before, recording.ops, 1, 2))[::20]
    for acknowledged, files in states:
        lay_out(files, state_folder)
        desk = jurors.open_desk(state_folder)
        assert [check for check in checking.check_juror(desk) if not check.ok] == []
        with desk.store.begin() as tx:
            assert tx.log.head()[0] >= len(recording.hashes) - SCORES + acknowledged
        first = desk.rubric(workload.STAGE, "01").criterion[0].id
        scoring.enter_score(desk, workload.STAGE, "01", first, 100)
        desk.close()


@pytest.mark.parametrize(
    ("pragmas", "found"),
    [
        pytest.param(workload.PYTHON_DEFAULT, "lost", id="DELETE with FULL loses acknowledged scores"),
        pytest.param(workload.NOT_FULL, "corrupt", id="TRUNCATE with NORMAL corrupts"),
    ],
)
def test_the_harness_catches_settings_that_are_not_durable(
    pragmas: tuple[str, ...], found: str, watched: ForkServer, store: Path, state_folder: Path
) -> None:
    verdict = judge(record(watched, store, pragmas=pragmas), state_folder, per_op=1)
    assert getattr(verdict, found) > 0


def file_verdict(server: ForkServer, folder: Path, per_op: int, sync: bool = True) -> Verdict:
    """Crash states of a file that `safe_write` replaces: corrupt = neither whole old nor whole new."""
    folder.mkdir()
    versions = 12
    (folder / "J-01.nilai").write_bytes(workload.version(0))
    before, log = replay.files_in(folder), folder.parent / "log"
    run = server.run("record_writing", folder=str(folder), log=str(log), count=versions, sync=sync)
    assert run.ended == 0
    whole, verdict = {workload.version(number): number for number in range(versions + 1)}, Verdict()
    for acknowledged, files in replay.crash_states(before, replay.read_log(log, folder), per_op, 3):
        verdict.states += 1
        number = whole.get(files.get("J-01.nilai", b""))
        verdict.corrupt += number is None
        verdict.lost += number is not None and number < acknowledged
    return verdict


def test_an_exported_file_is_whole_after_a_power_failure_the_old_or_the_new(
    watched: ForkServer, tmp_path: Path
) -> None:
    verdict = file_verdict(watched, tmp_path / "stick", per_op=50)
    assert verdict.states > 1000
    assert (verdict.lost, verdict.corrupt) == (0, 0)


def test_the_harness_catches_a_write_without_sync(watched: ForkServer, tmp_path: Path) -> None:
    verdict = file_verdict(watched, tmp_path / "stick", per_op=10, sync=False)
    assert verdict.corrupt > 0
    assert verdict.lost > 0


def test_a_recorded_rename_moves_the_content_with_the_name() -> None:
    disk = replay.Disk({"a": b"old"})
    steps = [("C", "b", b""), ("W", "b", b"new"), ("S", "b", b""), ("R", "b", b"a"), ("S", "", b"")]
    for kind, name, data in steps:
        disk.apply(replay.Op(kind, name, 0, data))
    assert disk.crash(random.Random(1)) == {"a": b"new"}
