"""What holds under every rule: order of writing, raising a value, scaling weights, exact ties, n of m; and
answers that others have published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipp_desktop.domain.competition import Competition, PanelMethod
from kipp_desktop.domain.rubric import Rubric, Scale
from tests.unit.domain_samples import contest, criteria, file, panel, places, ranked

FINE = Scale(min=0, max=10000, step=1)
FIVE = Scale(min=100, max=500, step=100)
UNWEIGHED = (
    PanelMethod("mean"),
    PanelMethod("sum"),
    PanelMethod("median"),
    PanelMethod("trimmed", 1),
    PanelMethod("trimmed", 2, "criterion"),
    PanelMethod("rank_sum"),
)
WEIGHED = tuple(
    PanelMethod(kind, juror_weight_bp={"J-01": 20000, "J-03": 5000})  # pyright: ignore[reportArgumentType]
    for kind in ("mean", "sum", "median", "rank_sum")
)
CHAINS = (
    (),
    ("criterion:b", "criterion:a"),
    ("highest_weight",),
    ("median", "first_places"),
    ("first_places", "criterion:a"),
)

Table = list[list[tuple[int, int]]]  # juror → entry → (a, b)

methods = st.sampled_from(UNWEIGHED + WEIGHED)
values = st.integers(1, 5).map(lambda value: value * 100)
tables = st.integers(1, 7).flatmap(
    lambda jurors: st.lists(
        st.lists(st.tuples(values, values), min_size=4, max_size=4), min_size=jurors, max_size=jurors
    )
)
rubrics = st.builds(
    lambda shape, normalise: Rubric("umum", criteria(*shape[1], scale=FIVE), shape[0], normalise),  # pyright: ignore
    st.sampled_from((("weighted", (6000, 4000)), ("weighted", (3333, 6667)), ("points", (1, 1)))),
    st.sampled_from(("none", "max", "range")),
)
rules = st.fixed_dictionaries(
    {
        "panel_method": methods,
        "ties": st.sampled_from(CHAINS),
        "after_ties": st.sampled_from(("joint", "dense")),
        "rank_on": st.sampled_from(("exact", "published")),
        "published_decimals": st.integers(0, 2),
    }
)


def files_of(table: Table) -> list:
    return panel(*[{f"{n:02}": cells for n, cells in enumerate(row, 1)} for row in table])


@settings(max_examples=150, deadline=None)
@given(tables, rubrics, rules, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_written_down_changes_nothing(
    table: Table, rubric: Rubric, rule: dict, random: Random
) -> None:
    competition = contest(4, len(table), rubric=rubric, **rule)
    rows = ranked(competition, files_of(table))
    shuffled = replace(
        competition,
        jurors=tuple(random.sample(competition.jurors, len(table))),
        entries=tuple(random.sample(competition.entries, 4)),
        assignments=tuple(random.sample(competition.assignments, len(competition.assignments))),
    )
    files = files_of(table)
    random.shuffle(files)
    assert {row.entry: row for row in ranked(shuffled, files)} == {row.entry: row for row in rows}


@settings(max_examples=100, deadline=None)
@given(tables, rubrics, rules, st.sampled_from(UNWEIGHED), st.randoms(use_true_random=False))
def test_who_of_the_jurors_gave_a_sheet_changes_nothing_where_they_weigh_alike(
    table: Table, rubric: Rubric, rule: dict, method: PanelMethod, random: Random
) -> None:
    competition = contest(4, len(table), rubric=rubric, **{**rule, "panel_method": method})
    seats_changed = random.sample(table, len(table))
    assert ranked(competition, files_of(seats_changed)) == ranked(competition, files_of(table))


@settings(max_examples=150, deadline=None)
@given(tables, rubrics, rules, st.data())
def test_raising_one_value_never_lowers_its_entry(
    table: Table, rubric: Rubric, rule: dict, data: st.DataObject
) -> None:
    juror = data.draw(st.integers(0, len(table) - 1))
    entry, criterion = data.draw(st.integers(0, 3)), data.draw(st.integers(0, 1))
    raised = [list(row) for row in table]
    cells = list(raised[juror][entry])
    cells[criterion] = data.draw(st.integers(cells[criterion] // 100, 5)) * 100
    raised[juror][entry] = (cells[0], cells[1])
    competition, name = contest(4, len(table), rubric=rubric, **rule), f"{entry + 1:02}"
    (before,) = [row for row in ranked(competition, files_of(table)) if row.entry == name]
    (after,) = [row for row in ranked(competition, files_of(raised)) if row.entry == name]
    assert (after.place or 0) <= (before.place or 0)
    assert (after.score or 0) >= (before.score or 0)


@settings(max_examples=100, deadline=None)
@given(tables, rules, st.sampled_from(WEIGHED), st.integers(2, 9))
def test_jurors_weights_scaled_alike_give_the_same_ranking(
    table: Table, rule: dict, method: PanelMethod, factor: int
) -> None:
    def rows(scale: int) -> list:
        weights = {juror.id: 5000 for juror in competition.jurors} | dict(method.juror_weight_bp or {})
        scaled = replace(method, juror_weight_bp={juror: scale * bp for juror, bp in weights.items()})
        changed = replace(competition, rule=replace(competition.rule, panel_method=scaled))
        found = ranked(changed, files_of(table))
        return [(row.place, row.entry, None if method.kind == "sum" else row.score) for row in found]

    competition = contest(4, len(table), **{**rule, "rank_on": "exact"})
    assert rows(1) == rows(factor)


@settings(max_examples=60, deadline=None)
@given(tables)
def test_jurors_who_all_weigh_alike_are_a_panel_without_weights(table: Table) -> None:
    for kind in ("mean", "sum", "median", "rank_sum"):
        plain = contest(4, len(table), panel_method=PanelMethod(kind))  # pyright: ignore[reportArgumentType]
        once = PanelMethod(kind, background_weight_bp={"lain": 10000})  # pyright: ignore[reportArgumentType]
        weighed = contest(4, len(table), panel_method=once, ties=())
        assert ranked(weighed, files_of(table)) == ranked(plain, files_of(table))


STATES = ("locked", "locked", "draft", "abstained", "absent", "recused", "nothing")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(STATES), min_size=3, max_size=3), min_size=1, max_size=6),
    methods,
    st.sampled_from(("locked", "drafts")),
)
def test_n_of_m_is_right_whoever_abstained_recused_or_did_not_finish(
    states: list[list[str]], method: PanelMethod, counts: str
) -> None:
    names = ("01", "02", "03")
    files = [
        file(
            f"J-{number:02}",
            {
                entry: state if state in ("abstained", "absent") else (8000, 7000)
                for entry, state in zip(names, row, strict=True)
                if state not in ("nothing", "draft")
            },
        )
        for number, row in enumerate(states, 1)
    ]
    drafts = [
        file(f"J-{number:02}", {names[at]: (8000, 7000)}, state="draft")
        for number, row in enumerate(states, 1)
        for at in range(3)
        if row[at] == "draft"
    ]
    competition = contest(
        3,
        len(states),
        recused=[
            (f"J-{number:02}", names[at])
            for number, row in enumerate(states, 1)
            for at in range(3)
            if row[at] == "recused"
        ],
        counts=counts,
        panel_method=method,
    )
    counted = ("locked", "draft") if counts == "drafts" else ("locked",)
    for row in ranked(competition, [*files, *drafts]):
        own = [given[names.index(row.entry)] for given in states]
        assert row.jurors_expected == sum(state != "recused" for state in own)
        assert row.jurors_counted == sum(state in counted for state in own)
        assert (row.place is None) == (row.jurors_counted == 0)


def one_criterion(jurors: int, method: PanelMethod) -> Competition:
    return contest(2, jurors, rubric=Rubric("umum", criteria(10000, scale=FINE)), panel_method=method)


@pytest.mark.parametrize("method", [PanelMethod("mean"), PanelMethod("sum"), PanelMethod("trimmed", 1)])
def test_three_hundredths_in_one_sheet_or_in_three_are_equal(method: PanelMethod) -> None:
    """0.01 + 0.01 + 0.01 = 0.03 + 0 + 0: floating point parts them."""
    files = panel({"01": (1,), "02": (3,)}, {"01": (1,), "02": (0,)}, {"01": (1,), "02": (0,)})
    assert places(ranked(one_criterion(3, method), files)) == [(1, "01"), (1, "02")]


def test_a_third_twice_and_two_thirds_once_are_equal_under_weights() -> None:
    method = PanelMethod("mean", juror_weight_bp={"J-02": 20000})
    rows = ranked(one_criterion(2, method), panel({"01": (200,), "02": (0,)}, {"01": (0,), "02": (100,)}))
    assert [(row.place, row.exact) for row in rows] == [(1, "2/3"), (1, "2/3")]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(values, values), min_size=1, max_size=7), st.sampled_from(UNWEIGHED[:-1]), st.data()
)
def test_the_same_sheets_from_other_jurors_are_a_tie(
    sheets: list[tuple[int, int]], method: PanelMethod, data: st.DataObject
) -> None:
    turned = data.draw(st.permutations(sheets))
    files = panel(*[{"01": one, "02": other} for one, other in zip(sheets, turned, strict=True)])
    competition = contest(2, len(sheets), rubric=Rubric("umum", criteria(3333, 6667)), panel_method=method)
    assert [row.place for row in ranked(competition, files)] == [1, 1]


# — what others have published —


def test_the_trimmed_mean_of_diving() -> None:
    """World Aquatics: seven judges, two high and two low dropped, the rest added up, times the difficulty."""
    marks = (750, 700, 750, 700, 750, 800, 650)
    competition = one_criterion(7, PanelMethod("trimmed", 2))
    (row, _) = ranked(competition, panel(*[{"01": (mark,)} for mark in marks]))
    assert row.score is not None
    assert row.score * 3 == 22
    assert row.score * 3 * 3 == 66


WINE_126 = (
    (3, 6, 1, 8, 5, 7, 4, 2),
    (6, 7, 4, 2, 1, 8, 3, 5),
    (1, 6, 4, 2, 5, 8, 3, 7),
    (1, 5, 2, 4, 8, 6, 3, 7),
    (5, 7, 1, 6, 4, 8, 3, 2),
    (3, 2, 6, 5, 4, 8, 7, 1),
    (4, 7, 3, 5, 1, 6, 8, 2),
)


def test_the_rank_sums_of_a_wine_panel() -> None:
    """R. Quandt, liquidasset.com, report 126: seven judges, eight wines, published rank sums."""
    published = {"01": 23, "02": 40, "03": 21, "04": 32, "05": 28, "06": 51, "07": 31, "08": 26}
    files = panel(
        *[{f"{n:02}": ((9 - rank) * 100,) for n, rank in enumerate(judge, 1)} for judge in WINE_126]
    )
    rubric = Rubric("umum", criteria(10000, scale=FINE))
    rows = ranked(contest(8, 7, rubric=rubric, panel_method=PanelMethod("rank_sum")), files)
    assert [row.entry for row in rows] == sorted(published, key=published.__getitem__)
    assert {row.entry: row.score for row in rows} == {
        wine: Fraction(100 * (7 * 8 - rank_sum), 7 * 7) for wine, rank_sum in published.items()
    }


def ranks(totals: Sequence[int]) -> list[Fraction]:
    """Ranks, equal ones shared."""
    return [
        Fraction(2 * sum(other > own for other in totals) + sum(other == own for other in totals) + 1, 2)
        for own in totals
    ]


@given(st.lists(st.lists(values, min_size=4, max_size=4), min_size=1, max_size=5))
def test_where_everybody_scored_everything_the_order_is_that_of_the_rank_sums(table: list[list[int]]) -> None:
    files = panel(*[{f"{n:02}": (value,) for n, value in enumerate(row, 1)} for row in table])
    rubric = Rubric("umum", criteria(10000))
    rows = ranked(contest(4, len(table), rubric=rubric, panel_method=PanelMethod("rank_sum")), files)
    sums = [sum(column) for column in zip(*map(ranks, table), strict=True)]
    wanted = {f"{n:02}": 1 + sum(other < own for other in sums) for n, own in enumerate(sums, 1)}
    assert {row.entry: row.place for row in rows} == wanted
