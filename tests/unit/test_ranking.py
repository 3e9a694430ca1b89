"""Places: exact, joint where nothing parts, and the same whatever the order things are written down in."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipp_desktop.domain import scores
from kipp_desktop.domain.competition import Bonus, Entry, PanelMethod, TopN
from kipp_desktop.domain.derive import derive
from kipp_desktop.domain.ranking import published, rank_stage
from kipp_desktop.domain.rubric import Rubric, Scale
from kipp_desktop.domain.rulings import rulings_of
from tests.unit.domain_samples import contest, criteria, file, panel, places, ranked, rankings, stage
from tests.unit.random_bundles import RandomEvent

FINE = Scale(min=0, max=10000, step=1)
ONE = Rubric("umum", criteria(10000, scale=FINE))
HALVES = Rubric("umum", criteria(5000, 5000, scale=FINE))

values = st.integers(0, 100).map(lambda value: value * 100)
tables = st.lists(
    st.lists(st.tuples(values, values), min_size=4, max_size=4), min_size=1, max_size=5
)  # juror → entry → (a, b)


def files_of(table: list[list[tuple[int, int]]]) -> list:
    return panel(*[{f"{n:02}": cells for n, cells in enumerate(row, 1)} for row in table])


@given(tables, st.randoms(use_true_random=False))
def test_order_of_jurors_and_entries_changes_nothing(
    table: list[list[tuple[int, int]]], random: Random
) -> None:
    competition = contest(4, len(table), ties=("criterion:a",))
    rows = ranked(competition, files_of(table))
    shuffled = replace(
        competition,
        jurors=tuple(random.sample(competition.jurors, len(table))),
        assignments=tuple(random.sample(competition.assignments, len(competition.assignments))),
    )
    files = files_of(table)
    random.shuffle(files)
    assert ranked(shuffled, files) == rows
    entries = replace(competition, entries=tuple(random.sample(competition.entries, 4)))
    assert {row.entry: row for row in ranked(entries, files)} == {row.entry: row for row in rows}


@given(tables, st.integers(0, 3), st.integers(0, 1), st.integers(1, 100))
def test_raising_one_cell_never_lowers_its_entry(
    table: list[list[tuple[int, int]]], entry: int, criterion: int, by: int
) -> None:
    for method in ("mean", "median", "sum"):
        competition = contest(4, len(table), panel_method=PanelMethod(method))
        before = {row.entry: row.place for row in ranked(competition, files_of(table))}
        raised = [list(row) for row in table]
        cells = list(raised[0][entry])
        cells[criterion] = min(10000, cells[criterion] + 100 * by)
        raised[0][entry] = (cells[0], cells[1])
        after = {row.entry: row.place for row in ranked(competition, files_of(raised))}
        name = f"{entry + 1:02}"
        assert (after[name] or 0) <= (before[name] or 0)
        others = before.keys() - {name}
        assert all((after[one] or 0) >= (before[one] or 0) for one in others)


@given(tables, st.integers(1, 4))
def test_points_scaled_alike_rank_alike(table: list[list[tuple[int, int]]], factor: int) -> None:
    """A rubric of `points` with every value and scale multiplied gives the same places."""
    small = [[(a // 4, b // 4) for a, b in row] for row in table]
    scaled = [[(a * factor, b * factor) for a, b in row] for row in small]
    rubric = Rubric("umum", criteria(10000, 10000, scale=FINE), total="points")
    competition = contest(4, len(table), rubric=rubric)
    assert places(ranked(competition, files_of(small))) == places(ranked(competition, files_of(scaled)))


@given(tables)
def test_stage_weights_scaled_alike_rank_alike(table: list[list[tuple[int, int]]]) -> None:
    def rows(first: int, last: int) -> list:
        two = [stage("awal", weight_bp=first), stage("final", weight_bp=last)]
        competition = contest(4, len(table), stages=two)
        early = [replace_stage(one, "awal") for one in files_of(table)]
        joined = [join(one, other) for one, other in zip(early, files_of(table[::-1]), strict=True)]
        return places(ranked(competition, joined))

    assert rows(4000, 6000) == rows(2000, 3000)


def replace_stage(snapshot, name: str):
    """The same file, about another stage."""
    move = {key: (name, key[1]) for key in snapshot.cells}
    return replace(
        snapshot,
        cells={move[key]: cells for key, cells in snapshot.cells.items()},
        states={move[key]: state for key, state in snapshot.states.items()},
    )


def join(early, late):
    """One file that speaks of both stages."""
    return replace(late, cells={**early.cells, **late.cells}, states={**early.states, **late.states})


def test_three_hundredths_split_three_ways_are_equal() -> None:
    """0.03 as 0.01 + 0.01 + 0.01 and as 0.03 + 0 + 0: floating point parts them, we do not."""
    files = panel({"01": (1,), "02": (3,)}, {"01": (1,), "02": (0,)}, {"01": (1,), "02": (0,)})
    rows = ranked(contest(2, 3, rubric=ONE), files)
    assert places(rows) == [(1, "01"), (1, "02")]
    assert rows[0].exact == "1/100"


def test_thirds_are_exact() -> None:
    files = panel({"01": (100,), "02": (0,)}, {"01": (0,), "02": (100,)}, {"01": (0,), "02": (0,)})
    rows = ranked(contest(2, 3, rubric=ONE), files)
    assert [row.exact for row in rows] == ["1/3", "1/3"]
    assert [row.place for row in rows] == [1, 1]


def test_87_495_and_87_50_are_apart_exactly_and_equal_as_published() -> None:
    files = panel({"01": (8749, 8750), "02": (8750, 8750)})
    exact = contest(2, 1, rubric=HALVES)
    assert places(ranked(exact, files)) == [(1, "02"), (2, "01")]
    as_published = contest(2, 1, rubric=HALVES, rank_on="published")
    rows = ranked(as_published, files)
    assert places(rows) == [(1, "01"), (1, "02")]
    assert {published(as_published, row.score) for row in rows if row.score} == {"87.50"}


def test_n_of_m_counts_who_abstained_and_not_who_recused() -> None:
    files = [
        *panel({"01": (8000, 8000)}, {"01": (9000, 9000)}),
        file("J-03", {"01": "abstained"}),
        file("J-04", {"01": (0, 0)}),
    ]
    competition = contest(1, 4, recused=[("J-04", "01")])
    (row,) = ranked(competition, files)
    assert (row.jurors_counted, row.jurors_expected, row.score) == (2, 3, Fraction(85))


def test_recused_juror_counts_for_nothing_whatever_the_file_says() -> None:
    with_scores = panel({"01": (8000, 8000)}, {"01": (0, 0)})
    recusal = ("recused", {"juror": "J-02", "stage": "final", "entry": "01", "reason": "keluarga"})
    (row,) = ranked(contest(1, 2), with_scores, recusal)
    assert (row.score, row.jurors_counted, row.jurors_expected) == (Fraction(80), 1, 1)


def test_drafts_count_only_where_the_rule_says_so() -> None:
    files = [file("J-01", {"01": (8000, 8000)}, state="draft")]
    assert ranked(contest(1, 1), files)[0].place is None
    assert ranked(contest(1, 1, counts="drafts"), files)[0].place == 1


def test_juror_who_left_early_is_counted_or_left_out_as_the_rule_says() -> None:
    files = panel({"01": (8000, 8000), "02": (7000, 7000)}, {"01": (6000, 6000)})
    assert [row.exact for row in ranked(contest(2, 2), files)] == ["70/1", "70/1"]
    excluded = ranked(contest(2, 2, partial_jurors="exclude"), files)
    assert [(row.exact, row.jurors_counted) for row in excluded] == [("80/1", 1), ("70/1", 1)]


def test_juror_is_not_left_out_over_an_entry_that_was_withdrawn() -> None:
    files = panel({"01": (8000, 8000), "02": (7000, 7000)}, {"01": (6000, 6000)})
    withdrawn = ("entry_withdrawn", {"entry": "02", "reason": "mundur"})
    rows = ranked(contest(2, 2, partial_jurors="exclude"), files, withdrawn)
    assert (rows[0].exact, rows[0].jurors_counted) == ("70/1", 2)


def test_abstaining_is_not_leaving_early() -> None:
    files = [
        *panel({"01": (8000, 8000), "02": (7000, 7000)}),
        file("J-02", {"01": (6000, 6000), "02": "absent"}, state="locked"),
    ]
    rows = ranked(contest(2, 2, partial_jurors="exclude"), files)
    assert [(row.entry, row.exact, row.jurors_counted) for row in rows] == [
        ("01", "70/1", 2),
        ("02", "70/1", 1),
    ]


def tied_at_top() -> list:
    """01 and 02 equal, 03 below."""
    return panel({"01": (9000, 8000), "02": (8000, 9000), "03": (7000, 7000)})


@pytest.mark.parametrize(
    ("after", "wanted"), [("joint", [1, 1, 3]), ("dense", [1, 1, 2]), ("plenary", [1, 1, 3])]
)
def test_what_nothing_parts_shares_a_place(after: str, wanted: list[int]) -> None:
    rows = ranked(contest(3, 1, after_ties=after), tied_at_top())
    assert [row.place for row in rows] == wanted
    assert {row.tie_broken_by for row in rows} == {None}


def test_the_chain_parts_in_its_order_and_says_by_what() -> None:
    rows = ranked(contest(3, 1, ties=("criterion:b", "criterion:a")), tied_at_top())
    assert [(row.place, row.entry, row.tie_broken_by) for row in rows] == [
        (1, "02", "criterion:b"),
        (2, "01", "criterion:b"),
        (3, "03", None),
    ]


def test_the_criterion_mean_is_over_the_jurors_who_count() -> None:
    """J-02's sheet of 01 isn't locked: neither its total nor its criterion a enters."""
    files = [
        *panel({"01": (9000, 7000), "02": (8500, 7500)}),
        file("J-02", {"01": (0, 0)}, state="draft"),
    ]
    rows = ranked(contest(2, 2, ties=("criterion:a",)), files)
    assert places(rows) == [(1, "01"), (2, "02")]


def test_an_entry_whose_rubric_lacks_the_criterion_comes_after() -> None:
    other = Rubric("r2", (replace(criteria(10000)[0], id="z"),))
    both = stage("final", rubric={"default": "umum", "replikasi": "r2"}, weight_bp=10000)
    entries = [Entry("01", "A", "D", group="replikasi"), Entry("02", "B", "D")]
    competition = contest(entries, 1, stages=[both], rubrics=[other], ties=("criterion:a",))
    files = [replace(file("J-01", {"01": (0,), "02": (0, 0)}), cells={
        ("final", "01"): {"z": (1, 0)}, ("final", "02"): {"a": (1, 0), "b": (1, 0)}
    })]  # fmt: skip
    assert places(ranked(competition, files)) == [(1, "02"), (2, "01")]


def test_a_tie_by_lot_gives_single_places_and_says_so() -> None:
    lot = ("tie_decided", {
        "stage": "final", "group": "overall", "order": ["02", "01"], "method": "lot",
        "basis": [["01", "85/1"], ["02", "85/1"]], "reason": "undian", "present": [],
    })  # fmt: skip
    rows = ranked(contest(3, 1), tied_at_top(), lot)
    assert [(row.place, row.entry, row.tie_broken_by) for row in rows] == [
        (1, "02", "lot"),
        (2, "01", "lot"),
        (3, "03", None),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"basis": [["01", "85/1"], ["02", "84/1"]]},
        {"basis": [["01", "85/1"]]},
        {"group": "category:Kesehatan"},
        {"stage": "awal"},
    ],
)
def test_a_tie_decision_on_another_basis_has_no_force(change: dict) -> None:
    said = {
        "stage": "final", "group": "overall", "order": ["02", "01"], "method": "lot",
        "basis": [["01", "85/1"], ["02", "85/1"]], "reason": "undian", "present": [],
    }  # fmt: skip
    rows = ranked(contest(3, 1), tied_at_top(), ("tie_decided", {**said, **change}))
    assert [row.place for row in rows] == [1, 1, 3]


def test_a_tie_on_published_scores_names_each_exact_score() -> None:
    files = panel({"01": (8749, 8750), "02": (8750, 8750)})
    competition = contest(2, 1, rubric=HALVES, rank_on="published")
    basis = [["01", "17499/200"], ["02", "175/2"]]
    said = {"stage": "final", "group": "overall", "order": ["01", "02"], "method": "plenary", "basis": basis}
    rows = ranked(competition, files, ("tie_decided", said))
    assert [(row.place, row.entry) for row in rows] == [(1, "01"), (2, "02")]


def test_labels_by_place_skip_what_a_shared_place_takes() -> None:
    labels = ("Juara I", "Juara II", "Juara III")
    by_place = ranked(contest(3, 1, labels=labels), tied_at_top())
    assert [row.label for row in by_place] == ["Juara I", "Juara I", "Juara III"]
    by_order = ranked(contest(3, 1, labels=labels, labels_follow="order"), tied_at_top())
    assert [row.label for row in by_order] == ["Juara I", "Juara II", "Juara III"]


def test_top_n_goes_to_everybody_up_to_that_place() -> None:
    rows = ranked(contest(3, 1, labels=("Juara I",), top_n=TopN(2, "Top 2")), tied_at_top())
    assert [row.label for row in rows] == ["Juara I", "Juara I", None]


def test_withdrawn_and_disqualified_entries_are_listed_without_a_place() -> None:
    rows = ranked(
        contest(3, 1),
        tied_at_top(),
        ("entry_withdrawn", {"entry": "01", "reason": "mundur"}),
        ("entry_disqualified", {"entry": "03", "reason": "data"}),
    )
    assert [(row.place, row.entry, row.out, row.jurors_expected) for row in rows] == [
        (1, "02", None, 1),
        (None, "01", "withdrawn", 1),
        (None, "03", "disqualified", 1),
    ]


def test_groups_are_ranked_alone() -> None:
    entries = [
        Entry("01", "A", "D", category="Kesehatan"),
        Entry("02", "B", "D", category="Pendidikan"),
        Entry("03", "C", "D", category="Kesehatan"),
    ]
    found = rankings(contest(entries, 1, groups=("overall", "category")), tied_at_top())
    assert [(one.group, places(one.rows)) for one in found] == [
        ("overall", [(1, "01"), (1, "02"), (3, "03")]),
        ("category:Kesehatan", [(1, "01"), (2, "03")]),
        ("category:Pendidikan", [(1, "02")]),
    ]


TWO = [stage("awal", weight_bp=4000), stage("final", weight_bp=6000)]


def test_the_last_stage_is_ranked_by_the_weighted_sum() -> None:
    early = replace_stage(file("J-01", {"01": (10000, 10000), "02": (5000, 5000)}), "awal")
    files = [join(early, file("J-01", {"01": (5000, 5000), "02": (8000, 8000)}))]
    competition = contest(2, 1, stages=TWO)
    assert [row.exact for row in ranked(competition, files)] == ["70/1", "68/1"]
    assert [row.exact for row in rankings(competition, files, stage="awal")[0].rows] == ["100/1", "50/1"]


def test_an_entry_without_a_score_in_a_weighing_stage_has_none() -> None:
    early = replace_stage(file("J-01", {"01": (10000, 10000)}), "awal")
    files = [join(early, file("J-01", {"01": (5000, 5000), "02": (8000, 8000)}))]
    rows = ranked(contest(2, 1, stages=TWO), files)
    assert [(row.place, row.entry, row.out) for row in rows] == [(1, "01", None), (None, "02", "no_score")]


def test_a_last_stage_that_does_not_weigh_needs_no_score_of_its_own() -> None:
    weights = [stage("awal", weight_bp=10000), stage("final", weight_bp=0)]
    files = [replace_stage(file("J-01", {"01": (9000, 9000), "02": (5000, 5000)}), "awal")]
    rows = ranked(contest(2, 1, stages=weights), files)
    assert [(row.place, row.entry, row.exact, row.jurors_counted) for row in rows] == [
        (1, "01", "90/1", 0),
        (2, "02", "50/1", 0),
    ]


def test_a_tie_link_on_a_checklist_parts_nobody() -> None:
    gate = stage("gate", form="checklist", panel="panitia", rubric={"default": "cek"})
    checklist = Rubric("cek", criteria(10000, scale=Scale(check=True)), total="points")
    competition = contest(2, 1, stages=[gate, TWO[1]], rubrics=[checklist], ties=("stage:gate",))
    item = ("gate_entered", {"stage": "gate", "entry": "01", "criterion": "a", "value": 100, "reason": ""})
    whole = ("gate_entered", {"stage": "gate", "entry": "02", "criterion": None, "value": 100, "reason": ""})
    rows = ranked(competition, panel({"01": (8000, 8000), "02": (8000, 8000)}), item, whole)
    assert [row.place for row in rows] == [1, 1]


def test_the_organisers_own_score_counts_as_one_sheet() -> None:
    own = [stage("kurasi", panel="panitia", weight_bp=10000)]
    competition = contest(2, 1, stages=own)
    said = [
        ("gate_entered", {"stage": "kurasi", "entry": "01", "criterion": name, "value": value, "reason": ""})
        for name, value in (("a", 5000), ("a", 8000), ("b", 6000))
    ]
    half = ("gate_entered", {"stage": "kurasi", "entry": "02", "criterion": "a", "value": 9000, "reason": ""})
    (ranking,) = rankings(competition, [], *said, half, stage="kurasi")
    assert [(row.place, row.exact, row.jurors_counted, row.jurors_expected) for row in ranking.rows] == [
        (1, "70/1", 1, 1),
        (None, None, 0, 1),
    ]


@pytest.mark.parametrize(
    ("started", "points"),
    [("2022-10-24", 2), ("2022-10-25", 0), ("2021-12-31", 2), ("2020-02-29", 2), (None, 0)],
)
def test_bonus_counts_from_the_anniversary_itself(started: str | None, points: int) -> None:
    bonus = [Bonus("implemented", 2, "2024-10-24", 300, 200)]
    competition = contest([Entry("01", "A", "D", started_on=started)], 1, bonus=bonus)
    (row,) = ranked(competition, panel({"01": (8000, 8000)}))
    assert row.score == 80 + points


def test_a_leap_days_anniversary_is_compared_as_written() -> None:
    leap = [Entry("01", "A", "D", started_on="2020-02-29")]
    for on, points in (("2022-02-28", 0), ("2022-03-01", 1)):
        competition = contest(leap, 1, bonus=[Bonus("implemented", 2, on, 100, 100)])
        (row,) = ranked(competition, panel({"01": (8000, 8000)}))
        assert row.score == 80 + points


def test_decided_points_add_up_and_may_take_away() -> None:
    decided = [("bonus_decided", {"entry": "01", "points": one, "reason": "pleno"}) for one in (150, -400)]
    (row,) = ranked(contest(1, 1), panel({"01": (8000, 8000)}), *decided)
    assert row.exact == "155/2"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.randoms(use_true_random=False))
def test_arrival_order_of_files_never_shows_in_a_ranking(seed: int, random: Random) -> None:
    event = RandomEvent(Random(seed))
    state = event.state()
    files = event.snapshots * 2
    random.shuffle(files)
    table = derive(state.competition, files, state.rulings)
    for one in state.competition.stages:
        if one.form == "scored":
            again = rank_stage(state.competition, table, rulings_of(line for line, _ in event.log), one.id)
            assert again == rank_stage(state.competition, state.table, state.rulings, one.id)


def test_a_criterion_of_weight_zero_is_shown_and_not_counted() -> None:
    shown_only = Rubric("umum", criteria(10000, 0))
    rows = ranked(contest(2, 1, rubric=shown_only), panel({"01": (8000, 0), "02": (8000, 10000)}))
    assert [row.place for row in rows] == [1, 1]


@pytest.mark.parametrize("at_once", [1, 2])
def test_how_many_entries_are_scored_at_once_changes_nothing(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = [RandomEvent(Random(seed)) for seed in range(40)]
    before = [event.result().payload for event in events]
    monkeypatch.setattr(scores, "_AT_ONCE", at_once)
    assert [event.result().payload for event in events] == before
    assert max(len(event.competition.entries) for event in events) > 2 * at_once
