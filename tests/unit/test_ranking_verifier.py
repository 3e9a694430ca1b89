"""The program and the independent verifier say the same of any competition."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kipp_desktop import verifier
from kipp_desktop.domain import ranking
from tests.unit.random_bundles import RandomEvent


def verified(event: RandomEvent) -> verifier.Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "acak.hasil"
        path.write_bytes(event.bundle())
        return verifier.verify(path)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**9))
def test_ranking_equals_the_verifiers_over_random_competitions(seed: int) -> None:
    report = verified(RandomEvent(Random(seed)))
    assert [(step.name, step.detail_en) for step in report.steps if not step.ok] == []


def test_the_comparison_catches_a_ranking_that_forgets_the_bonus(monkeypatch: pytest.MonkeyPatch) -> None:
    """A planted fault: were the two to agree whatever happens, agreeing would say nothing."""
    monkeypatch.setattr(ranking, "bonus_points", lambda *_: 0)
    faults = [
        step.name for seed in range(60) for step in verified(RandomEvent(Random(seed))).steps if not step.ok
    ]
    assert "ranking" in faults
