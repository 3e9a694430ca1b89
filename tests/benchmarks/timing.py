"""Medians of interleaved repetitions: ours and the baseline take turns, so that a busy minute hits both."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Measured:
    """One benchmark: median seconds of ours and of its baseline, and the ratio we promise at most."""

    name: str
    ours_s: float
    baseline_s: float
    target: float
    what: str

    @property
    def ratio(self) -> float:
        """How many times the baseline we take."""
        return self.ours_s / self.baseline_s

    def as_dict(self) -> dict[str, object]:
        """For the JSON report."""
        return {**asdict(self), "ratio": round(self.ratio, 3), "met": self.ratio <= self.target}


def compare(
    ours: Callable[[], object], baseline: Callable[[], object], repetitions: int
) -> tuple[float, float]:
    """Median seconds of both, after one unmeasured warm-up of each."""
    return compare_told(lambda: seconds(ours), lambda: seconds(baseline), repetitions)


def compare_told(
    ours: Callable[[], float], baseline: Callable[[], float], repetitions: int
) -> tuple[float, float]:
    """The same of what tells its seconds itself."""
    ours()
    baseline()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(repetitions):
        for one, taken in ((ours, times[0]), (baseline, times[1])):
            taken.append(one())
    return statistics.median(times[0]), statistics.median(times[1])


def seconds(one: Callable[[], object]) -> float:
    """The time of one call; garbage of the call before isn't charged to it."""
    gc.collect()
    began = time.perf_counter()
    one()
    return time.perf_counter() - began
