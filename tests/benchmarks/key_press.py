"""Key-press to committed, through the real service, against a raw commit with the same pragmas."""

from __future__ import annotations

import itertools
from pathlib import Path

from kipp_desktop.services import scoring
from kipp_desktop.services.jurors import JurorDesk
from tests.benchmarks import baseline_key_press
from tests.benchmarks.samples import enrolled_desk
from tests.benchmarks.timing import Measured, compare

TARGET = 3.0


def measure(repetitions: int, folder: Path, presses: int = 50) -> Measured:
    """`presses` scores per repetition; the times are of one."""
    desk = enrolled_desk(folder)
    raw = baseline_key_press.connect(folder / "raw.db")
    places = itertools.cycle(_places(desk))
    counter = itertools.count(1)

    def ours() -> None:
        for _ in range(presses):
            entry, criterion = next(places)
            scoring.enter_score(desk, "final", entry, criterion, next(counter) % 101 * 100)

    def baseline() -> None:
        for _ in range(presses):
            entry, criterion = next(places)
            seq = next(counter)
            baseline_key_press.commit(raw, seq, entry, criterion, seq % 101 * 100)

    taken = compare(ours, baseline, repetitions)
    desk.close()
    raw.close()
    return Measured("key press", taken[0] / presses, taken[1] / presses, TARGET, "one score, committed")


def _places(desk: JurorDesk) -> list[tuple[str, str]]:
    return [
        (entry, criterion.id)
        for entry in desk.owed["final"]
        for criterion in desk.rubric("final", entry).criterion
    ]
