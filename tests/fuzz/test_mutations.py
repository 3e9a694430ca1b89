"""The fuzz targets in every run of the tests: seeded mutations, and every crasher that was ever found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import targets
from tests.fuzz.__main__ import CRASHERS, by_mutation

MUTATIONS = 1_000


@pytest.mark.parametrize("name", targets.TARGETS)
def test_mutated_files_are_read_or_refused(name: str) -> None:
    assert by_mutation(name, MUTATIONS, seed=1) == 0


@pytest.mark.parametrize("name", targets.TARGETS)
def test_the_samples_are_good(name: str) -> None:
    """Mutations start from what is read to its end, or they would only ever show the first check."""
    readers = {"wrapper": lambda data: targets.samples.opened(targets.MADE, targets.SCORE)}
    for sample in targets.TARGETS[name].samples[-1:]:
        readers.get(name, targets.TARGETS[name].reader)(sample)


FOUND = {f"{path.parent.name}/{path.name}": path for path in sorted(CRASHERS.glob("*/*"))}


@pytest.mark.parametrize("name", FOUND)
def test_what_crashed_once_does_not_crash_again(name: str) -> None:
    targets.TARGETS[FOUND[name].parent.name].read(FOUND[name].read_bytes())


def test_a_reader_that_lets_an_error_through_is_noticed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The control: a fuzzer that finds nothing must be able to find something."""
    monkeypatch.setattr("tests.fuzz.__main__.CRASHERS", tmp_path)
    hole = targets.Target(lambda data: data.decode("ascii"), [b'{"a":1}'])
    monkeypatch.setattr(targets, "TARGETS", {"hole": hole})
    assert by_mutation("hole", 500, seed=1) == 1
    assert "UnicodeDecodeError" in capsys.readouterr().err
    assert len(list(tmp_path.glob("hole/*.bin"))) == 1
