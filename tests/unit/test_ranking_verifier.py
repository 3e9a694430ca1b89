"""The program and the independent verifier say the same of any competition: same ranking, same digest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kipp_desktop import verifier
from kipp_desktop.domain import panels, ranking, scores, tie_values
from kipp_desktop.domain.advancing import outcomes
from kipp_desktop.domain.competition import PanelMethod
from kipp_desktop.services import results
from kipp_desktop.services.results import outcome_basis
from tests.unit.random_bundles import RandomEvent

SHARE = 250  # eight of them are the 2,000 competitions of the test command


def disagreements(seeds: Iterable[int], path: Path) -> list[tuple[int, Any]]:
    """Seeds of which program and verifier say something else, with the steps that fail."""
    found: list[tuple[int, Any]] = []
    for seed in seeds:
        event = RandomEvent(Random(seed))
        result = event.result()
        path.write_bytes(event.bundle(result))
        report = verifier.verify(path)
        failed = [(step.name, step.detail_en) for step in report.steps if not step.ok]
        same = report.result_digest == result.digest and report.status == result.status
        advances = outdated_advances(report) == [one.kind for one in result.gaps].count("advance_outdated")
        if failed or not same or not advances or rows(report) != program_rows(result):
            found.append((seed, failed or "digest, rows or advances"))
    return found


def outdated_advances(report: verifier.Report) -> int:
    """How many advances the verifier says stand on results that have changed."""
    (step,) = [step for step in report.steps if step.name == "ranking"]
    told = re.search(r"NOTE: (\d+) advances", step.detail_en)
    return int(told.group(1)) if told else 0


def rows(report: verifier.Report) -> list[Any]:
    """What the verifier computed, whatever the signed result says."""
    return [
        (group.stage, group.group, row.place, row.entry, row.score, row.tie_broken_by, row.label)
        for group in report.groups
        for row in group.rows
    ]


def program_rows(result: results.Result) -> list[Any]:
    return [
        (one.stage, one.group, row.place, row.entry, row.score, row.tie_broken_by, row.label)
        for one in result.rankings
        for row in one.rows
    ]


@pytest.mark.parametrize("share", range(8))
def test_ranking_and_digest_equal_the_verifiers_over_2000_random_competitions(
    share: int, tmp_path: Path
) -> None:
    assert disagreements(range(share * SHARE, (share + 1) * SHARE), tmp_path / "acak.hasil") == []


@pytest.mark.long
def test_ranking_and_digest_equal_the_verifiers_over_fresh_competitions(tmp_path: Path) -> None:
    fresh = Random().randrange(10**9)
    assert disagreements(range(fresh, fresh + 20_000), tmp_path / "acak.hasil") == []


def test_the_random_competitions_meet_every_rule_and_trouble() -> None:
    """Agreeing says something only where there is something to disagree about."""
    met: Counter[str] = Counter()
    for seed in range(400):
        result = RandomEvent(Random(seed)).result()
        rule = result.state.competition.rule
        method = rule.panel_method
        met["weighed"] += method.is_weighed
        met.update([result.status, method.kind, str(method.per), rule.after_ties, rule.counts])
        met[rule.partial_jurors] += 1
        met.update(event.type for event in result.decisions)
        met.update(f"advance {gap.kind}" for gap in result.gaps)
        stages = result.state.competition.stage_by_id
        met.update(f"cut {stages[stage].advance.kind}" for stage in result.state.rulings.advanced)
        states = {sheet.state for table in result.state.table.jurors.values() for sheet in table.sheets}
        met.update(f"sheet {state}" for state in states)
        met.update(f"broken {str(row[5]).partition(':')[0]}" for row in program_rows(result))
    wanted = [
        *("FINAL", "SEMENTARA", "joint", "dense", "plenary", "locked", "drafts"),
        *("mean", "sum", "median", "trimmed", "criterion", "rank_sum", "weighed"),
        *("count", "exclude", "tie_decided", "plenary_decided", "sheet conflict", "sheet reopened"),
        *("sheet abstained", "sheet absent", "sheet recused", "sheet none", "sheet draft"),
        *("broken criterion", "broken stage", "broken plenary", "broken lot"),
        *("advance advance_outdated", "cut all", "cut pass", "cut threshold", "cut curated", "cut top"),
        *("broken highest_weight", "broken median", "broken first_places"),
    ]
    assert [what for what in wanted if met[what] < 5] == []


def test_who_went_on_must_be_who_passed(tmp_path: Path) -> None:
    """On results that stand, an advance that leaves out somebody who passed fails the check of a bundle."""
    tried = 0
    for seed in range(60):
        event = RandomEvent(Random(seed))
        state, stage = event.state(), event.competition.stages[0].id
        found = outcomes(state.competition, state.table, state.rulings, stage)
        passing = [one.entry for one in found if one.verdict == "pass"]
        if len(event.competition.stages) == 1 or len(passing) < 2:
            continue
        event.append("stage_advanced", stage=stage, entries=passing[1:], basis=outcome_basis(found))
        path = tmp_path / "acak.hasil"
        path.write_bytes(event.bundle())
        failed = {step.name: step.detail_en for step in verifier.verify(path).steps if not step.ok}
        assert "is not who passed" in failed["ranking"]
        tried += 1
    assert tried > 5


PLANTED = {
    "first places are not counted": (tie_values, "first_places", lambda _: {}),
    "all criteria weigh most": (tie_values, "weightiest", lambda rubric: rubric.criterion),
    "nobody is trimmed": (panels, "kept_of", lambda values, _: values),
    "ranks are forgotten": (panels, "rank_points", lambda totals: (totals, 1)),
    "all jurors weigh alike": (PanelMethod, "weight", lambda *_: 10000),
    "the bonus is forgotten": (ranking, "bonus_points", lambda *_: 0),
    "jurors who left early count": (scores, "partial_jurors", lambda *_: set()),
    "decisions on ties are passed over": (ranking, "_decision", lambda *_: None),
    "recused jurors are expected too": (ranking, "expected_jurors", lambda sheets: len(sheets)),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_the_comparison_catches_a_program_that_computes_otherwise(
    fault: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Were the two to agree whatever happens, agreeing would say nothing."""
    monkeypatch.setattr(*PLANTED[fault])
    told = (
        "ranking" in dict(failed)
        for seed in range(400)  # the first one that tells is enough
        for _, failed in disagreements([seed], tmp_path / "acak.hasil")
        if isinstance(failed, list)
    )
    assert any(told), "400 competitions agree whatever the program computes"
