"""A full or failing disk: nothing acknowledged is lost, the file stays sound, the person gets a sentence."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kipp_desktop.services import checking, jurors, scoring
from tests.faults import workload
from tests.faults.forking import ForkServer, Run

SCORES = 6
SEED = 5
ERRORS = pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=["disk full", "disk failing"])
LASTING = pytest.mark.parametrize("sticky", [False, True], ids=["once", "from then on"])
REFUSALS = {"store.full", "store.failed", "store.read_only", "store.damaged", "store.in_use"}


def score(server: ForkServer, folder: Path, nth: int, number: int, sticky: bool) -> Run:
    facts = {"folder": str(folder), "nth": nth, "number": number, "sticky": sticky}
    return server.run("score_through_errors", **facts, count=SCORES, seed=SEED)


def check(run: Run, folder: Path) -> None:
    """The acknowledged scores are in the log, in order; a commit that failed at its end may be there too."""
    assert run.ended == 0, "a disk error ended the program"
    refused = {line.split(" ")[1] for line in run.said if line.startswith("refused")}
    assert refused <= REFUSALS
    said = [line.split(" ") for line in run.said if not line.startswith(("refused", "calls"))]
    desk = jurors.open_desk(folder)
    assert [found for found in checking.check_juror(desk) if not found.ok] == []
    with desk.store.begin() as tx:
        events = [event.data for event in tx.log.events(("score",))][1:]
    kept = iter([[one["entry"], one["criterion"], str(one["new"])] for one in events])
    assert all(one in kept for one in said), f"acknowledged and not kept: {said}"
    first = desk.rubric(workload.STAGE, "01").criterion[0].id
    scoring.enter_score(desk, workload.STAGE, "01", first, 100)
    desk.close()


def calls_of(server: ForkServer, folder: Path) -> int:
    run = score(server, folder, 0, errno.EIO, False)
    return int(run.said[-1].removeprefix("calls "))


@ERRORS
@LASTING
def test_a_disk_error_at_a_sample_of_calls_loses_nothing_that_was_acknowledged(
    number: int, sticky: bool, watched: ForkServer, fresh: Callable[[], Path]
) -> None:
    total = calls_of(watched, fresh())
    refused = 0
    for nth in range(1, total + 1, max(1, total // 15)):
        folder = fresh()
        run = score(watched, folder, nth, number, sticky)
        check(run, folder)
        refused += any(line.startswith("refused") for line in run.said)
    assert refused > 0, "no error was injected: it shows nothing"


@pytest.mark.long
@ERRORS
@LASTING
def test_a_disk_error_at_any_call_loses_nothing_that_was_acknowledged(
    number: int, sticky: bool, watched: ForkServer, fresh: Callable[[], Path]
) -> None:
    refused = 0
    for nth in range(1, calls_of(watched, fresh()) + 1):
        folder = fresh()
        run = score(watched, folder, nth, number, sticky)
        check(run, folder)
        refused += any(line.startswith("refused") for line in run.said)
    assert refused > 0, "no error was injected: it shows nothing"


def test_a_full_disk_is_named_as_such(watched: ForkServer, store: Path, tmp_path: Path) -> None:
    untouched = Path(shutil.copytree(store, tmp_path / "untouched"))
    nth = calls_of(watched, untouched) // 2
    run = score(watched, store, nth, errno.ENOSPC, True)
    assert "refused store.full" in run.said
