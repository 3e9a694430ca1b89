"""A killed program has lost no score it had acknowledged: kill -9 in the middle of scoring, 240 times."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kipp_desktop.services import checking, jurors
from kipp_desktop.store.engine import journal_of
from kipp_desktop.store.juror_store import FILE_NAME
from tests.faults.forking import ForkServer, Run

KILLS = 240
RENEW_EVERY = 30  # a fresh copy now and then keeps the checks quick
LONGEST_S = 0.05
SCORED_BEFORE = 1  # in the copied store
Score = tuple[str, str, int]


@dataclass
class Tally:
    """What came of many kills."""

    acknowledged: int = 0
    lost: int = 0
    hot: int = 0  # a transaction was open and had to be rolled back
    ahead: int = 0  # committed, and killed before it could say so


def kill_again_and_again(
    server: ForkServer, fresh: Callable[[], Path], kills: int, acknowledge_first: bool = False
) -> Tally:
    chance, tally, known = random.Random(20241024), Tally(), SCORED_BEFORE
    folder = fresh()
    for number in range(kills):
        if number % RENEW_EVERY == 0:
            folder, known = fresh(), SCORED_BEFORE
        run = server.run(
            "score_for_ever",
            kill_after_s=chance.uniform(0, LONGEST_S),
            from_open=number % 10 != 0,
            folder=str(folder),
            seed=number,
            acknowledge_first=acknowledge_first,
        )
        assert run.ended == -9, f"it ended by itself: {run}"
        journal = journal_of(folder / FILE_NAME)
        tally.hot += journal.exists() and journal.stat().st_size > 0
        known = compare(folder, run, known, tally)
    return tally


def compare(folder: Path, run: Run, known: int, tally: Tally) -> int:
    """Open the store again, ask every check, hold the log against what was acknowledged; the log's size."""
    desk = jurors.open_desk(folder)
    bad = [check for check in checking.check_juror(desk) if not check.ok]
    with desk.store.begin() as tx:
        scores = [event.data for event in tx.log.events(("score",))]
    desk.close()
    assert bad == []
    kept: list[Score] = [(one["entry"], one["criterion"], one["new"]) for one in scores[known:]]
    said = [line.split(" ") for line in run.said if line != "open"]
    acknowledged = [(entry, criterion, int(value)) for entry, criterion, value in said]
    tally.acknowledged += len(acknowledged)
    tally.lost += max(0, len(acknowledged) - len(kept))
    tally.ahead += max(0, len(kept) - len(acknowledged))
    both = min(len(kept), len(acknowledged))
    assert kept[:both] == acknowledged[:both]
    assert len(kept) <= len(acknowledged) + 1
    return len(scores)


def test_no_acknowledged_score_is_lost_by_kill_9(plain: ForkServer, fresh: Callable[[], Path]) -> None:
    tally = kill_again_and_again(plain, fresh, KILLS)
    assert tally.lost == 0
    assert tally.acknowledged > KILLS // 4, (
        "hardly anything was scored: the kills came too early to show anything"
    )
    assert tally.hot > 0, "no kill fell into a transaction: it shows nothing"


def test_the_harness_catches_a_program_that_acknowledges_before_the_commit(
    plain: ForkServer, fresh: Callable[[], Path]
) -> None:
    assert kill_again_and_again(plain, fresh, 60, acknowledge_first=True).lost > 0


def test_a_killed_store_copied_with_its_journal_keeps_every_acknowledged_score(
    plain: ForkServer, fresh: Callable[[], Path], tmp_path: Path
) -> None:
    """The journal belongs to the file: whoever copies both gets the scores, on another laptop too."""
    folder = fresh()
    run = plain.run("score_for_ever", kill_after_s=20 * LONGEST_S, folder=str(folder), seed=1)
    moved = Path(shutil.copytree(folder, tmp_path / "other laptop"))
    tally = Tally()
    compare(moved, run, SCORED_BEFORE, tally)
    assert tally.acknowledged > 0, "killed before anything was scored: it shows nothing"
    assert tally.lost == 0
