"""Why an entry has its place: terms that add up, margins, and the smallest change that would swap places."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipp_desktop.domain.competition import Competition, PanelMethod
from kipp_desktop.domain.derive import ScoreTable, Snapshot
from kipp_desktop.domain.explain import Explanation, explain
from kipp_desktop.domain.ranking import rank_stage
from kipp_desktop.domain.rubric import Rubric, Scale
from kipp_desktop.domain.rulings import rulings_of
from tests.unit.domain_samples import contest, criteria, derived, file, panel

COARSE = Scale(min=6000, max=10000, step=1000)


def explained(competition: Competition, files: list[Snapshot], entry: str) -> Explanation:
    table, rulings = derived(competition, files), rulings_of([])
    (ranking,) = rank_stage(competition, table, rulings, "final")
    return explain(competition, table, rulings, ranking, entry)


cells = st.sampled_from((6000, 7000, 8000, 9000, 10000))
tables = st.lists(
    st.lists(st.tuples(cells, cells), min_size=3, max_size=3), min_size=1, max_size=3
)  # juror → entry


def files_of(table: list[list[tuple[int, int]]]) -> list[Snapshot]:
    return panel(*[{f"{n:02}": row[n - 1] for n in (1, 2, 3)} for row in table])


METHODS = (
    PanelMethod("mean"),
    PanelMethod("sum"),
    PanelMethod("median"),
    PanelMethod("trimmed", 1),
    PanelMethod("trimmed", 2, "criterion"),
    PanelMethod("mean", juror_weight_bp={"J-01": 25000}),
    PanelMethod("sum", juror_weight_bp={"J-02": 15000}),
    PanelMethod("median", juror_weight_bp={"J-01": 20000}),
)
panels = st.lists(st.lists(st.tuples(cells, cells), min_size=3, max_size=3), min_size=1, max_size=6)


@settings(max_examples=60)
@given(panels, st.sampled_from(METHODS), st.sampled_from(("none", "max", "range")))
def test_the_terms_sum_to_the_score(
    table: list[list[tuple[int, int]]], method: PanelMethod, normalise: str
) -> None:
    for total, weights in (("weighted", (4000, 6000)), ("points", (10000, 10000))):
        rubric = Rubric("umum", criteria(*weights, scale=COARSE), total, normalise)  # pyright: ignore
        competition = contest(3, len(table), rubric=rubric, panel_method=method)
        for entry in ("01", "02", "03"):
            found = explained(competition, files_of(table), entry)
            assert sum(term.contribution for term in found.terms) == found.row.score


def test_each_term_names_its_cell() -> None:
    found = explained(contest(1, 2), panel({"01": (8000, 9000)}, {"01": (7000, 6000)}), "01")
    assert [
        (one.juror, one.criterion, one.value, one.weight_bp, one.contribution) for one in found.terms
    ] == [
        ("J-01", "a", 8000, 5000, Fraction(20)),
        ("J-01", "b", 9000, 5000, Fraction(45, 2)),
        ("J-02", "a", 7000, 5000, Fraction(35, 2)),
        ("J-02", "b", 6000, 5000, Fraction(15)),
    ]


def test_margins_are_to_the_rows_above_and_below() -> None:
    files = panel({"01": (9000, 9000), "02": (8000, 8500), "03": (8000, 8000)})
    margins = [explained(contest(3, 1), files, entry) for entry in ("01", "02", "03")]
    assert [(one.margin_above, one.margin_below) for one in margins] == [
        (None, Fraction(15, 2)),
        (Fraction(15, 2), Fraction(5, 2)),
        (Fraction(5, 2), None),
    ]


def swaps_by_trying(competition: Competition, files: list[Snapshot], entry: str) -> set[int]:
    """The differences, in hundredths, of every single cell change that puts the entry past its neighbour."""
    table, rulings = derived(competition, files), rulings_of([])
    (ranking,) = rank_stage(competition, table, rulings, "final")
    order = [row.entry for row in ranking.rows if row.place is not None]
    position = order.index(entry)
    neighbour = order[position - 1] if position else order[1]
    places = {row.entry: row.place or 0 for row in ranking.rows}
    up = places[entry] >= places[neighbour]
    found: set[int] = set()
    for sheet in table.of("final", entry):
        for index, held in enumerate(sheet.values):
            for value in range(COARSE.min, COARSE.max + 1, COARSE.step):
                if held is None or value == held:
                    continue
                changed = sheet._replace(values=(*sheet.values[:index], value, *sheet.values[index + 1 :]))
                others = [changed if one is sheet else one for one in table.of("final", entry)]
                sheets = {"final": {**table.sheets["final"], entry: others}}
                (again,) = rank_stage(competition, ScoreTable(sheets), rulings, "final")
                now = {row.entry: row.place or 0 for row in again.rows}
                if (now[entry] < now[neighbour]) if up else (now[entry] > now[neighbour]):
                    found.add(abs(value - held))
    return found


@settings(max_examples=40, deadline=None)
@given(tables, st.sampled_from(((), ("criterion:b",))), st.sampled_from(("count", "exclude")))
def test_the_swap_found_swaps_and_no_smaller_change_does(
    table: list[list[tuple[int, int]]], ties: tuple[str, ...], partial: str
) -> None:
    rubric = Rubric("umum", criteria(7000, 3000, scale=COARSE))
    competition = contest(3, len(table), rubric=rubric, ties=ties, partial_jurors=partial)
    for entry in ("01", "02", "03"):
        found = explained(competition, files_of(table), entry).swap
        tried = swaps_by_trying(competition, files_of(table), entry)
        assert (None if found is None else abs(found.to - found.from_)) == min(tried, default=None)


def test_a_criterion_that_is_not_counted_swaps_nothing() -> None:
    rubric = Rubric("umum", criteria(10000, 0, scale=COARSE))
    found = explained(contest(2, 1, rubric=rubric), panel({"01": (9000, 6000), "02": (8000, 6000)}), "02")
    assert found.swap is not None
    assert (found.swap.criterion, found.swap.from_, found.swap.to) == ("a", 8000, 10000)


def test_an_entry_without_a_place_has_neither_margins_nor_a_swap() -> None:
    found = explained(contest(2, 1), [file("J-01", {"01": (8000, 8000)})], "02")
    assert (found.row.place, found.terms, found.margin_above, found.swap) == (None, (), None, None)


def test_an_entry_that_is_not_listed_is_no_guess() -> None:
    with pytest.raises(KeyError):
        explained(contest(2, 1), [], "99")


def test_neighbours_margins_agree() -> None:
    files = panel({"01": (9000, 9000), "02": (8000, 8500), "03": (8000, 8000)})
    for upper, lower in pairwise(("01", "02", "03")):
        above, below = (explained(contest(3, 1), files, one) for one in (upper, lower))
        assert above.margin_below == below.margin_above
