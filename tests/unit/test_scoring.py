"""From values to a sheet's total and a panel's score: exact."""

from __future__ import annotations

import doctest
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipp_desktop.domain import (
    advancing,
    bonus,
    competition,
    derivation,
    eligibility,
    formula,
    panels,
    ranking,
    result,
    rubric,
    scores,
    tie_values,
    ties,
)
from kipp_desktop.domain.competition import PanelMethod
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.panels import panel_score
from kipp_desktop.domain.rubric import Rubric, Scale
from kipp_desktop.domain.scoring import parse_value, scale_text
from kipp_desktop.services import panel_settings
from tests.unit.domain_samples import contest, criteria, panel, places, ranked

WORKED_EXAMPLES = (
    *(advancing, bonus, competition, derivation, eligibility, formula, panel_settings, panels),
    *(ranking, result, rubric, scores, tie_values, ties),
)


@pytest.mark.parametrize("module", WORKED_EXAMPLES, ids=lambda module: module.__name__)
def test_worked_examples_in_the_docstrings_hold(module: object) -> None:
    outcome = doctest.testmod(module)  # pyright: ignore[reportArgumentType]
    assert outcome.attempted > 0
    assert outcome.failed == 0


TEN = Scale(max=1000, step=10)
SIX_TO_TEN = Scale(min=600, max=1000, step=50)


@pytest.mark.parametrize(
    ("rubric", "values", "total"),
    [
        (Rubric("r", criteria(5000, 5000)), (8500, 9000), Fraction(175, 2)),
        (Rubric("r", criteria(3334, 3333, 3333)), (10000, 0, 0), Fraction(3334, 100)),
        (Rubric("r", criteria(5000, 5000, scale=TEN), normalise="max"), (850, 900), Fraction(175, 2)),
        (Rubric("r", criteria(5000, 5000, scale=SIX_TO_TEN), normalise="range"), (600, 1000), Fraction(50)),
        (Rubric("r", criteria(10000, 10000, scale=TEN), total="points"), (850, 900), Fraction(35, 2)),
        (
            Rubric("r", criteria(10000, 10000, scale=TEN), total="points", normalise="max"),
            (850, 900),
            Fraction(175, 2),
        ),
        (
            Rubric("r", criteria(10000, 10000, scale=SIX_TO_TEN), total="points", normalise="range"),
            (600, 800),
            Fraction(25),
        ),
        (Rubric("r", criteria(10000, 0, 10000), total="points"), (100, 9900, 200), Fraction(3)),
        (Rubric("r", criteria(10000, 0), total="weighted"), (7000, 100), Fraction(70)),
    ],
)
def test_sheet_total_as_the_rubric_says(rubric: Rubric, values: tuple[int, ...], total: Fraction) -> None:
    assert rubric.formula.total(values) == total


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=9))
def test_panel_scores_are_mean_sum_and_median(totals: list[int]) -> None:
    rising = sorted(totals)
    middle = len(rising) // 2
    median = Fraction(rising[middle] + rising[-1 - middle], 2)
    wanted = {"mean": Fraction(sum(totals), len(totals)), "sum": Fraction(sum(totals)), "median": median}
    for kind, score in wanted.items():
        assert Fraction(*panel_score(PanelMethod(kind), totals)) == score  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("typed", "value"), [("ya", 100), ("TIDAK", 0), ("1", 100), ("lulus", 100), ("no", 0)]
)
def test_yes_and_no_are_understood_in_both_languages(typed: str, value: int) -> None:
    assert parse_value(typed, Scale(check=True)) == value


@pytest.mark.parametrize(
    ("typed", "scale", "code"),
    [
        ("101", Scale(), "value.out_of_scale"),
        ("87,5", Scale(), "value.out_of_scale"),
        ("4", Scale(values=(100, 200)), "value.out_of_scale"),
        ("mungkin", Scale(check=True), "value.out_of_scale"),
        ("delapan", Scale(), "value.not_a_number"),
    ],
)
def test_a_value_off_the_scale_is_refused_with_what_is_allowed(typed: str, scale: Scale, code: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_value(typed, scale)
    assert refused.value.code == code
    if code == "value.out_of_scale":
        assert refused.value.facts["allowed"] == scale_text(scale)


def test_a_scale_is_described_as_a_juror_reads_it() -> None:
    scales = (Scale(), Scale(min=600, max=1000, step=10), Scale(values=(100, 250)), Scale(check=True))
    assert [scale_text(one) for one in scales] == ["0–100", "6–10 (0,10)", "1, 2,50", "ya/tidak"]


def test_missing_is_never_zero_unless_the_rubric_says_so_on_purpose() -> None:
    files = panel({"01": (8000, 8000), "02": (9000,)})
    shown = ranked(contest(2, 1), files)
    assert places(shown) == [(1, "01"), (None, "02")]
    assert shown[1].score is None
    zeros = contest(2, 1, rubric=Rubric("umum", criteria(5000, 5000), incomplete="missing_as_zero"))
    assert [row.score for row in ranked(zeros, files)] == [Fraction(80), Fraction(45)]


def test_a_sheet_without_any_value_counts_nowhere() -> None:
    zeros = contest(1, 2, rubric=Rubric("umum", criteria(5000, 5000), incomplete="missing_as_zero"))
    (row,) = ranked(zeros, panel({"01": (8000, 8000)}, {"01": (None, None)}))
    assert (row.score, row.jurors_counted, row.jurors_expected) == (Fraction(80), 1, 2)


def test_a_zero_given_is_a_score() -> None:
    (row,) = ranked(contest(1, 2), panel({"01": (10000, 10000)}, {"01": (0, 0)}))
    assert (row.score, row.jurors_counted) == (Fraction(50), 2)
