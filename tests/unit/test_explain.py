"""Why an entry has its place: terms that add up, margins, and the smallest change that would swap places."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipp_desktop.domain.competition import Bonus, Competition, Entry, PanelMethod
from kipp_desktop.domain.derive import ScoreTable, Snapshot
from kipp_desktop.domain.explain import Explanation, explain
from kipp_desktop.domain.ranking import GroupRanking, rank_stage
from kipp_desktop.domain.rubric import Rubric, Scale
from kipp_desktop.domain.rulings import rulings_of
from tests.unit.domain_samples import contest, criteria, derived, file, log, panel, stage

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


def swaps_by_trying(
    competition: Competition, table: ScoreTable, ranking: GroupRanking, own: str, other: str
) -> list[int]:
    """The sizes, in hundredths, of every change of a single cell that puts `own` on the other side."""
    places = {row.entry: row.place or 0 for row in ranking.rows}
    up = places[own] >= places[other]
    found: list[int] = []
    for entry in (own, other):
        for sheet in table.of("final", entry):
            for index, held in enumerate(sheet.values):
                for value in range(COARSE.min, COARSE.max + 1, COARSE.step):
                    if held is None or value == held:
                        continue
                    changed = sheet._replace(
                        values=(*sheet.values[:index], value, *sheet.values[index + 1 :])
                    )
                    others = [changed if one is sheet else one for one in table.of("final", entry)]
                    sheets = {"final": {**table.sheets["final"], entry: others}}
                    (again,) = rank_stage(competition, ScoreTable(sheets), rulings_of([]), "final")
                    now = {row.entry: row.place or 0 for row in again.rows}
                    if (now[own] < now[other]) if up else (now[own] > now[other]):
                        found.append(abs(value - held))
    return found


@settings(max_examples=40, deadline=None)
@given(
    tables,
    st.sampled_from(((), ("criterion:b",), ("first_places", "median"))),
    st.sampled_from(("count", "exclude")),
    st.sampled_from((*METHODS, PanelMethod("rank_sum"))),
)
def test_the_swap_found_swaps_and_no_smaller_change_does(
    table: list[list[tuple[int, int]]], ties: tuple[str, ...], partial: str, method: PanelMethod
) -> None:
    rubric = Rubric("umum", criteria(7000, 3000, scale=COARSE))
    competition = contest(
        3, len(table), rubric=rubric, ties=ties, partial_jurors=partial, panel_method=method
    )
    derived_table, rulings = derived(competition, files_of(table)), rulings_of([])
    (ranking,) = rank_stage(competition, derived_table, rulings, "final")
    for entry in ("01", "02", "03"):
        found = explain(competition, derived_table, rulings, ranking, entry)
        for neighbour in filter(None, (found.above, found.below)):
            tried = swaps_by_trying(competition, derived_table, ranking, entry, neighbour.row.entry)
            assert (neighbour.swap.size if neighbour.swap else None) == min(tried, default=None)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(cells, min_size=5, max_size=5), min_size=2, max_size=3),
    st.sampled_from((PanelMethod("mean"), PanelMethod("rank_sum"), PanelMethod("median"))),
)
def test_the_smallest_swap_heeds_everybody_where_first_places_count(
    table: list[list[int]], method: PanelMethod
) -> None:
    rubric = Rubric("umum", criteria(10000, scale=COARSE))
    competition = contest(5, len(table), rubric=rubric, ties=("first_places",), panel_method=method)
    files = panel(*[{f"{n:02}": (value,) for n, value in enumerate(row, 1)} for row in table])
    held, rulings = derived(competition, files), rulings_of([])
    (ranking,) = rank_stage(competition, held, rulings, "final")
    for entry in ("01", "02"):
        found = explain(competition, held, rulings, ranking, entry)
        for neighbour in filter(None, (found.above, found.below)):
            tried = swaps_by_trying(competition, held, ranking, entry, neighbour.row.entry)
            assert (neighbour.swap.size if neighbour.swap else None) == min(tried, default=None)


def test_under_rank_sums_the_sheets_tell_their_ranks_and_sum_to_the_score() -> None:
    files = panel(
        {"01": (9000, 9000), "02": (8000, 8000), "03": (8000, 8000)},
        {"01": (6000, 6000), "02": (7000, 7000)},
    )
    competition = contest(3, 2, panel_method=PanelMethod("rank_sum"))
    (part,) = explained(competition, files, "01").parts
    assert [(one.juror, one.total, one.rank, one.ranked, one.part) for one in part.sheets] == [
        ("J-01", 90, 1, 3, 50),
        ("J-02", 60, 2, 2, 0),
    ]
    assert sum(one.part for one in part.sheets) == part.score == 50
    (shared,) = explained(competition, files, "03").parts
    assert [(one.rank, one.ranked, one.part) for one in shared.sheets] == [(Fraction(5, 2), 3, 25)]


def test_all_stages_that_weigh_and_the_bonus_make_the_score() -> None:
    gate = (
        "gate_entered",
        {"stage": "proposal", "entry": "01", "criterion": "a", "value": 8000, "reason": ""},
    )
    two = [
        stage("proposal", panel="panitia", rubric={"default": "satu"}, weight_bp=3000),
        stage("final", weight_bp=7000),
    ]
    one = Rubric("satu", criteria(10000))
    bonus = Bonus("implemented", 2, "2024-10-24", 200, 150)
    entries = [Entry("01", "Inovasi", "Dinas", started_on="2020-01-01"), Entry("02", "Lain", "Dinas")]
    competition = contest(entries, 2, stages=two, rubrics=[one], bonus=[bonus])
    events = log(gate, ("bonus_decided", {"entry": "01", "points": -50, "reason": "terlambat"}))
    files = panel({"01": (9000, 9000)}, {"01": (7000, 7000)})
    table, rulings = derived(competition, files, gate), rulings_of(events)
    (ranking,) = rank_stage(competition, table, rulings, "final")
    found = explain(competition, table, rulings, ranking, "01")
    assert [(part.stage, part.score, part.weight_bp, part.part) for part in found.parts] == [
        ("proposal", 80, 3000, 24),
        ("final", 80, 7000, 56),
    ]
    assert (found.ruled_bonus, found.decided_bonus) == (Fraction(3, 2), Fraction(-1, 2))
    assert sum(part.part for part in found.parts) + found.ruled_bonus + found.decided_bonus == found.row.score


def test_a_neighbour_tells_what_parted_the_two() -> None:
    files = panel({"01": (9000, 8000), "02": (8000, 9000), "03": (8000, 9000), "04": (5000, 5000)})
    competition = contest(4, 1, ties=("median", "criterion:a"))
    found = explained(competition, files, "02")
    assert found.above is not None
    assert found.below is not None
    assert (found.above.row.entry, found.above.parted_by) == ("01", "criterion:a")
    assert (found.above.own, found.above.theirs) == (80, 90)
    assert (found.below.row.entry, found.below.parted_by, found.below.margin) == ("03", "joint", 0)
    last = explained(competition, files, "04").above
    assert last is not None
    assert (last.parted_by, last.margin) == ("score", 35)


def test_a_lot_is_named_as_what_parted_the_two() -> None:
    lot = ("tie_decided", {
        "stage": "final", "group": "overall", "order": ["02", "01"], "method": "lot",
        "basis": [["01", "85/1"], ["02", "85/1"]], "reason": "undian", "present": [],
    })  # fmt: skip
    competition = contest(2, 1)
    table = derived(competition, panel({"01": (9000, 8000), "02": (8000, 9000)}), lot)
    rulings = rulings_of(log(lot))
    (ranking,) = rank_stage(competition, table, rulings, "final")
    found = explain(competition, table, rulings, ranking, "01")
    assert found.above is not None
    assert (found.above.row.entry, found.above.parted_by) == ("02", "lot")


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
