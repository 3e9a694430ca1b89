"""A hundred times as many days as `test_histories` plays: half an hour on two cores."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise

import pytest

from tests.exchange.test_histories import judged, told

HISTORIES = 200_000


def failures(seeds: range) -> list[str]:
    """The first failing history of a stretch of seeds, told."""
    for seed in seeds:
        _, played, found = judged(seed)
        if found:
            return [told(seed, played, found)]
    return []


@pytest.mark.long
def test_two_hundred_thousand_histories_keep_every_promise() -> None:
    stretches = [range(start, end) for start, end in pairwise(range(0, HISTORIES + 1, 1_000))]
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as workers:
        for found in workers.map(failures, stretches):
            assert not found, found[0]
