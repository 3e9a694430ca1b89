"""The benchmark scripts keep working: tiny sizes, nothing about time."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from kipp_desktop.exchange import activation
from tests.benchmarks import frozen_start, key_press, merging, pages, painted, printing, ranking, run, start
from tests.packaging.screen import missing_tools

BASELINES = sorted(Path(__file__).parent.glob("baseline_*.py"))


def test_each_benchmark_measures_both_sides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activation, "COST", activation.COST)  # one of the samples lowers it
    for name in ("start", "press", "painted", "merge", "pages"):
        (tmp_path / name).mkdir()
    found = [
        start.measure(1, tmp_path / "start"),
        key_press.measure(1, tmp_path / "press", presses=3),
        painted.measure(1, tmp_path / "painted", presses=3),
        merging.measure(1, tmp_path / "merge", files=3, entries=4),
        ranking.measure(1, entries=12, jurors=3, criteria=4),
        printing.measure(1, entries=40),
        pages.measure(1, tmp_path / "pages", entries=12, jurors=4),
    ]
    assert all(one.ours_s > 0 and one.baseline_s > 0 for one in found)
    table = run.report(found)
    assert all(one.name in table for one in found)


def test_the_report_is_written_as_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = {"rank": lambda repetitions, folder: ranking.measure(repetitions, 5, 2, 3)}
    monkeypatch.setattr(run, "ALL", small)
    assert run.main(["--repetitions", "1", "--json", str(tmp_path / "out.json")]) == 0
    said = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert said["results"][0]["name"] == "ranking"
    assert said["machine"]["python"]


@pytest.mark.skipif(bool(missing_tools()), reason=f"windows need {', '.join(missing_tools())}")
def test_windows_are_timed_to_their_page_in_turns(tmp_path: Path) -> None:
    """What freezes is left out: the same window stands for both programs."""
    window = [sys.executable, frozen_start.BARE]
    ours, bare = frozen_start.start_in_turns(window, window, 1, tmp_path)
    assert ours > 0 and bare > 0


@pytest.mark.parametrize("baseline", BASELINES, ids=lambda path: path.stem)
def test_a_baseline_is_at_most_forty_lines(baseline: Path) -> None:
    assert len(baseline.read_text(encoding="utf-8").splitlines()) <= 40


def test_every_target_has_its_baseline() -> None:
    assert len(BASELINES) == len(run.ALL) + len(run.ON_REQUEST) == 8
