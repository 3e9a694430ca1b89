"""Fifty of the days on real files: stores, age, signatures, a master on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from kipp_desktop.services import checking
from tests.conftest import cheap_codes
from tests.exchange import file_day, promises
from tests.exchange.file_day import FileDay, Start
from tests.exchange.history import LEAST, operations

DAYS, AT_A_TIME = 50, 10


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    with cheap_codes():
        yield file_day.prepare(tmp_path_factory.mktemp("day"))


@pytest.mark.parametrize("first", range(0, DAYS, AT_A_TIME))
def test_a_day_on_files_keeps_every_promise(first: int, start: Start, tmp_path: Path) -> None:
    for seed in range(first, first + AT_A_TIME):
        day = FileDay(start, tmp_path / f"{seed}").play(operations(Random(seed)), LEAST)
        try:
            assert day.done == LEAST
            keeps_every_promise(day, seed)
        finally:
            day.close()
        arrives_in_any_order(day, seed)


def keeps_every_promise(day: FileDay, seed: int) -> None:
    """What the master holds is what its payloads and its log come to."""
    competition, files, log, table = day.read()
    assert len(files) >= 2
    found = list(promises.accounted(competition, files, log, table))
    assert not found, f"seed {seed}: {found[0]}"
    broken = [check for check in checking.check_master(day.master) if not check.ok]
    assert not broken, f"seed {seed}: {broken}"


def arrives_in_any_order(day: FileDay, seed: int) -> None:
    """Two copies of the master, to which every stick comes again in another order, agree."""
    random = Random(seed)
    files = [path for _, path in day.files]
    orders = [random.sample(files * 2, len(files) * 2) for _ in range(2)]
    tables = [file_day.merged_elsewhere(day, order, f"pusat-{number}") for number, order in enumerate(orders)]
    assert promises.all_told(tables[0]) == promises.all_told(tables[1]), f"seed {seed}"
