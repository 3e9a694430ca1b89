"""From files and events to the score table: a pure function of sets, in which nothing is chosen silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipp_desktop.domain import derive as deriving
from kipp_desktop.domain.competition import Assignment, Competition, Juror
from kipp_desktop.domain.derive import (
    JurorTable,
    ScoreTable,
    Sheet,
    Snapshot,
    assemble,
    derive,
    derive_juror,
    expected_sheets,
)
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.domain.rulings import Rulings, rulings_of
from tests.unit.domain_samples import contest, criteria, derived, file, log, ranked
from tests.unit.random_bundles import RandomEvent

ONE = contest(2, 1)


def sheet(files: Iterable[Snapshot], *events: tuple, entry: str = "01", of: Competition = ONE) -> Sheet:
    (found,) = derived(of, files, *events).of("final", entry)
    return found


def standing(files: Iterable[Snapshot], *events: tuple) -> dict[str, str]:
    return dict(derived(ONE, files, *events).jurors["J-01"].standing["final"])


def confirmed(device: str) -> tuple:
    return ("device_confirmed", {"juror": "J-01", "device": device})


def revoked(device: str, *keep: Snapshot) -> tuple:
    digests = [one.digest for one in keep]
    return ("device_revoked", {"juror": "J-01", "device": device, "keep": digests, "reason": "hilang"})


def closed(*received: Snapshot) -> tuple:
    return ("intake_closed", {"stage": "final", "received": [one.digest for one in received]})


def reopened(*files: Snapshot) -> tuple:
    return (
        "intake_reopened",
        {"stage": "final", "digests": [one.digest for one in files], "reason": "macet"},
    )


def decided(criterion: str | None, choice: object, *basis: Snapshot) -> tuple:
    place = {"juror": "J-01", "stage": "final", "entry": "01"}
    heads = sorted(one.digest for one in basis)
    return ("conflict_decided", {**place, "criterion": criterion, "choice": choice, "basis": heads})


# — order, number and grouping of arrivals —


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**9), st.randoms(use_true_random=False))
def test_any_permutation_and_duplication_derives_the_same(seed: int, random: Random) -> None:
    event = RandomEvent(Random(seed))
    state = event.state()
    files = [*event.snapshots, *(one for one in event.snapshots if random.random() < 0.5)]
    random.shuffle(files)
    assert told(derive(state.competition, files, state.rulings)) == told(state.table)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**9), st.randoms(use_true_random=False))
def test_any_split_into_merges_derives_the_same(seed: int, random: Random) -> None:
    """Merging in groups re-derives one juror at a time, as the master does; the end is the same."""
    event = RandomEvent(Random(seed))
    state = event.state()
    seats = expected_sheets(state.competition, state.rulings)
    held: dict[str, list[Snapshot]] = {}
    tables: dict[str, JurorTable] = {table.juror: table for table in state.table.jurors.values()}
    files = random.sample(event.snapshots, len(event.snapshots))
    for one in files:
        held.setdefault(one.juror, []).append(one)
        tables[one.juror] = derive_juror(
            state.competition, one.juror, held[one.juror], state.rulings, seats.get(one.juror, {})
        )
    assert told(assemble(tables.values())) == told(state.table)


def test_the_short_way_of_a_plain_sheet_says_what_the_long_way_says(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, taken = deriving._plain_sheet, [0, 0]
    events = [RandomEvent(Random(seed)) for seed in range(60)]

    def counted(*sheet: Any) -> Sheet | None:
        found = plain(*sheet)
        taken[found is not None] += 1
        return found

    monkeypatch.setattr(deriving, "_plain_sheet", counted)
    short = [told(event.state().table) for event in events]
    assert min(taken) > 100, "one of the two ways was hardly taken"
    monkeypatch.setattr(deriving, "_plain_sheet", lambda *_: None)
    assert [told(event.state().table) for event in events] == short


Derivation = Callable[[Competition, Sequence[Snapshot], Rulings], ScoreTable]


def last_write_wins(competition: Competition, files: Sequence[Snapshot], rulings: Rulings) -> ScoreTable:
    """A planted fault: of several files of a juror, the one that came last is taken."""
    return derive(competition, list({one.juror: one for one in files}.values()), rulings)


def first_device_wins(competition: Competition, files: Sequence[Snapshot], rulings: Rulings) -> ScoreTable:
    """A planted fault: the device that came first is trusted, the others are not."""
    first: dict[str, str] = {}
    for one in files:
        first.setdefault(one.juror, one.device)
    return derive(competition, [one for one in files if one.device == first[one.juror]], rulings)


def superseded_by_anything(
    competition: Competition, files: Sequence[Snapshot], rulings: Rulings
) -> ScoreTable:
    """A planted fault: a file takes away what was there before, counted or not."""
    held: dict[str, Snapshot] = {}
    for one in files:
        held = {digest: other for digest, other in held.items() if digest not in one.ancestors}
        held[one.digest] = one
    return derive(competition, list(held.values()), rulings)


def any_order_is_the_same(derivation: Derivation, files: list[Snapshot], *events: tuple) -> bool:
    """The property of this page's first test, on one set of files."""
    rulings = rulings_of(log(*events))
    return len({repr(told(derivation(ONE, order, rulings))) for order in permutations(files)}) == 1


def counts_the_uncovered(derivation: Derivation, files: list[Snapshot], *events: tuple) -> bool:
    """Whether what does not count supersedes nothing."""
    rulings = rulings_of(log(*events))
    return told(derivation(ONE, files, rulings)) == told(derive(ONE, files, rulings))


@pytest.mark.parametrize("derivation", [last_write_wins, first_device_wins])
def test_the_order_property_catches_a_derivation_that_looks_at_the_clock(derivation: Derivation) -> None:
    two = [file("J-01", {"01": (8000, 8000)}), file("J-01", {"01": (9000, 9000)}, device="lain")]
    assert any_order_is_the_same(derive, two)
    assert not any_order_is_the_same(derivation, two)


def test_the_supersession_property_catches_a_derivation_that_forgets_what_counts() -> None:
    first = file("J-01", {"01": (8000, 8000)})
    foreign = file("J-01", {"01": (0, 0)}, first, device="penyusup")
    assert counts_the_uncovered(derive, [first, foreign], confirmed("laptop"))
    assert not counts_the_uncovered(superseded_by_anything, [first, foreign], confirmed("laptop"))


# — heads —


def test_a_newer_file_supersedes_the_one_it_names() -> None:
    first = file("J-01", {"01": (8000, 8000)})
    second = file("J-01", {"01": (9000, 9000)}, first)
    for order in ([first, second], [second, first]):
        assert sheet(order).values == (9000, 9000)
        assert standing(order) == {first.digest: "superseded", second.digest: "head"}


def test_ancestors_reach_over_a_file_that_never_arrived() -> None:
    first = file("J-01", {"01": (8000, 8000)})
    lost = file("J-01", {"01": (8500, 8500)}, first)
    third = file("J-01", {"01": (9000, 9000)}, lost)
    assert standing([first, third]) == {first.digest: "superseded", third.digest: "head"}


def test_two_laptops_with_different_cells_are_united() -> None:
    left = file("J-01", {"01": (8000,)}, state="draft")
    right = file("J-01", {"02": (7000, 7000)}, state="draft", note="kanan")
    assert sheet([left, right]).values == (8000, None)
    assert sheet([left, right], entry="02").values == (7000, 7000)


def test_equal_values_from_two_laptops_agree() -> None:
    pair = [file("J-01", {"01": (8000, 8000)}, note=note) for note in ("kiri", "kanan")]
    assert (sheet(pair).state, sheet(pair).values) == ("locked", (8000, 8000))


def test_differing_values_are_a_conflict_in_which_none_is_chosen() -> None:
    pair = [file("J-01", {"01": (8000, value)}) for value in (7000, 9000)]
    found = sheet(pair)
    assert (found.state, found.values) == ("conflict", (8000, None))
    (trouble,) = found.troubles
    assert trouble.kind == "conflict"
    assert dict(trouble.values) == {pair[0].digest: 7000, pair[1].digest: 9000}
    assert ranked(ONE, pair)[0].place is None


def test_clearing_against_a_value_is_a_conflict_too() -> None:
    cleared = file("J-01", {"01": (8000, None)}, state="draft")
    valued = file("J-01", {"01": (8000, 7000)}, state="draft")
    assert sheet([cleared, valued]).state == "conflict"


def test_clearing_on_the_same_laptop_is_just_not_scored() -> None:
    first = file("J-01", {"01": (8000, 7000)}, state="draft")
    found = sheet([first, file("J-01", {"01": (8000, None)}, first, state="draft")])
    assert (found.state, found.values, found.troubles) == ("draft", (8000, None), ())


def test_locked_against_draft_is_a_conflict_even_over_equal_values() -> None:
    pair = [file("J-01", {"01": (8000, 8000)}, state=state) for state in ("locked", "draft")]
    assert sheet(pair).state == "conflict"


def test_union_that_nobody_locked_is_reopened() -> None:
    left = file("J-01", {"01": (8000,)})
    right = replace(file("J-01", {"01": (None, 7000)}), cells={("final", "01"): {"b": (1, 7000)}})
    assert (sheet([left, right]).state, sheet([left, right]).values) == ("reopened", (8000, 7000))


def test_an_abstention_has_no_values_whatever_cells_stand_in_it() -> None:
    abstained = file("J-01", {"01": (8000, 8000)}, state="abstained")
    assert (sheet([abstained]).state, sheet([abstained]).values) == ("abstained", (None, None))


def test_cells_without_a_state_are_a_draft() -> None:
    one = replace(file("J-01", {"01": (8000, 8000)}), states={})
    assert sheet([one]).state == "draft"


def test_two_reasons_for_one_abstention_do_not_depend_on_arrival() -> None:
    key = ("final", "01")
    pair = [
        replace(file("J-01", {"01": "abstained"}, note=reason), states={key: ("abstained", reason)})
        for reason in ("satu instansi", "keluarga")
    ]
    assert sheet(pair) == sheet(pair[::-1])
    assert sheet(pair).reason in ("satu instansi", "keluarga")


# — decisions —


def conflicting() -> list[Snapshot]:
    return [file("J-01", {"01": (8000, value)}) for value in (7000, 9000)]


def test_a_cell_decision_settles_it_while_its_basis_stands() -> None:
    pair = conflicting()
    settled = sheet(pair, decided("b", 9000, *pair))
    assert (settled.state, settled.values) == ("locked", (8000, 9000))


def test_a_sheet_decision_takes_the_chosen_file_whole() -> None:
    pair = [file("J-01", {"01": (8000, 7000)}), file("J-01", {"01": (6000, 9000)}, state="draft")]
    settled = sheet(pair, decided(None, pair[1].digest, *pair))
    assert (settled.state, settled.values) == ("draft", (6000, 9000))


def test_the_last_decision_of_the_same_basis_rules() -> None:
    pair = conflicting()
    assert sheet(pair, decided("b", 9000, *pair), decided("b", 7000, *pair)).values == (8000, 7000)


def test_a_new_head_makes_the_decision_void() -> None:
    pair = conflicting()
    third = file("J-01", {"01": (8000, 9500)}, note="ketiga")
    assert sheet([*pair, third], decided("b", 9000, *pair)).state == "conflict"


def test_the_jurors_own_choice_overtakes_the_decision() -> None:
    pair = conflicting()
    chosen = file("J-01", {"01": (8000, 7500)}, *pair)
    assert sheet([*pair, chosen], decided("b", 9000, *pair)).values == (8000, 7500)


def test_a_value_nobody_gave_cannot_be_decided() -> None:
    pair = conflicting()
    assert sheet(pair, decided("b", 8500, *pair)).state == "conflict"


def test_a_cell_may_be_decided_to_be_cleared() -> None:
    pair = [file("J-01", {"01": (8000, value)}, state="draft") for value in (None, 9000)]
    settled = sheet(pair, decided("b", None, *pair))
    assert (settled.state, settled.values) == ("draft", (8000, None))


# — devices —


def test_the_only_device_counts_without_ado() -> None:
    assert standing([file("J-01", {"01": (8000, 8000)})])
    assert set(standing([file("J-01", {"01": (8000, 8000)})]).values()) == {"head"}


def test_with_two_devices_none_counts_until_one_is_confirmed() -> None:
    pair = [file("J-01", {"01": (8000, 8000)}, device=device) for device in ("laptop", "lain")]
    for order in (pair, pair[::-1]):
        assert set(standing(order).values()) == {"waiting"}
        assert sheet(order).state == "none"
    assert sheet(pair, confirmed("lain")).opinions == (pair[1].digest,)
    assert standing(pair, confirmed("lain"))[pair[0].digest] == "waiting"


def test_a_waiting_file_supersedes_nothing() -> None:
    first = file("J-01", {"01": (8000, 8000)})
    stranger = file("J-01", {"01": (0, 0)}, first, device="penyusup")
    assert sheet([first, stranger], confirmed("laptop")).values == (8000, 8000)


def test_a_single_device_that_was_never_confirmed_waits_once_another_was() -> None:
    only = file("J-01", {"01": (8000, 8000)}, device="lain")
    assert standing([only], confirmed("laptop")) == {only.digest: "waiting"}


def test_revoking_keeps_exactly_the_listed_files() -> None:
    first = file("J-01", {"01": (8000, 8000)})
    second = file("J-01", {"01": (9000, 9000)}, first)
    files = [first, second]
    assert standing(files, revoked("laptop")) == dict.fromkeys((first.digest, second.digest), "revoked")
    assert sheet(files, revoked("laptop", first)).values == (8000, 8000)
    assert sheet(files, confirmed("laptop"), revoked("laptop", first)).values == (8000, 8000)
    assert sheet(files, revoked("laptop"), revoked("laptop", first, second)).values == (9000, 9000)


def test_a_revocation_leaves_another_juror_alone() -> None:
    other = ("device_revoked", {"juror": "J-02", "device": "laptop", "keep": [], "reason": ""})
    assert sheet([file("J-01", {"01": (8000, 8000)})], other).state == "locked"


def test_a_head_that_stands_on_revoked_files_is_pointed_out() -> None:
    first = file("J-01", {"01": (8000, 8000)}, device="hilang")
    second = file("J-01", {"01": (8000, 8000)}, first)
    table = derived(ONE, [first, second], confirmed("laptop"), revoked("hilang"))
    assert table.jurors["J-01"].faults == (("on_revoked", second.digest),)


def test_a_dropped_cell_is_pointed_out() -> None:
    first = file("J-01", {"01": (8000, 8000)}, state="draft")
    second = file("J-01", {"01": (8000,)}, first, state="draft")
    assert derived(ONE, [first, second]).jurors["J-01"].faults == (("dropped_cell", second.digest),)


# — closing and reopening —


def test_a_late_file_is_archived_and_counts_only_when_named() -> None:
    first = file("J-01", {"01": (8000, 8000)})
    late = file("J-01", {"01": (9000, 9000)}, first)
    files = [first, late]
    assert sheet(files, closed(first)).values == (8000, 8000)
    assert standing(files, closed(first)) == {first.digest: "head", late.digest: "late"}
    assert sheet(files, closed(first), reopened(late)).values == (9000, 9000)


def test_a_late_file_makes_no_device_known() -> None:
    first = file("J-01", {"01": (8000, 8000)})
    late = file("J-01", {"01": (9000, 9000)}, device="lain")
    assert sheet([first, late], closed(first)).values == (8000, 8000)


def test_closing_again_changes_nothing() -> None:
    first = file("J-01", {"01": (8000, 8000)})
    late = file("J-01", {"01": (9000, 9000)}, first)
    assert sheet([first, late], closed(first), closed(first, late)).values == (8000, 8000)


def test_reopening_before_closing_has_no_meaning() -> None:
    first = file("J-01", {"01": (8000, 8000)})
    late = file("J-01", {"01": (9000, 9000)}, first)
    assert sheet([first, late], reopened(late), closed(first)).values == (8000, 8000)


# — a criterion whose meaning changed —


def renewed() -> Competition:
    first, second = criteria(5000, 5000)
    return contest(2, 1, rubric=Rubric("umum", (replace(first, rev=2), second)))


def test_a_cell_of_an_older_meaning_is_to_be_scored_again() -> None:
    old = file("J-01", {"01": (8000, 7000)})
    found = sheet([old], of=renewed())
    assert (found.state, found.values) == ("reopened", (None, 7000))
    assert [(trouble.criterion, trouble.kind) for trouble in found.troubles] == [("a", "outdated")]


def test_scored_again_it_counts() -> None:
    old = file("J-01", {"01": (8000, 7000)})
    new = replace(
        file("J-01", {"01": (9000, 7000)}, old), cells={("final", "01"): {"a": (2, 9000), "b": (1, 7000)}}
    )
    assert (sheet([old, new], of=renewed()).state, sheet([old, new], of=renewed()).values) == (
        "locked",
        (9000, 7000),
    )


def test_of_two_laptops_only_the_present_meaning_is_compared() -> None:
    old = file("J-01", {"01": (8000, 7000)})
    new = replace(
        file("J-01", {"01": (9000, 7000)}), cells={("final", "01"): {"a": (2, 9000), "b": (1, 7000)}}
    )
    assert sheet([old, new], of=renewed()).values == (9000, 7000)


# — declarations —


def test_a_declaration_holds_for_what_its_own_file_shows() -> None:
    whole = {"01": (8000, 8000), "02": (7000, 7000)}
    first = file("J-01", whole, declared=True)
    assert derived(ONE, [first]).jurors["J-01"].declared == {"final"}
    other = file("J-01", {**whole, "02": (7100, 7100)}, first)
    assert derived(ONE, [first, other]).jurors["J-01"].declared == frozenset()


def test_a_conflict_undoes_the_declaration() -> None:
    first = file("J-01", {"01": (8000, 8000), "02": (7000, 7000)}, declared=True)
    second = file("J-01", {"01": (8100, 8000), "02": (7000, 7000)}, declared=True)
    assert derived(ONE, [first, second]).jurors["J-01"].declared == frozenset()


# — paper —


def paper(value: int) -> tuple:
    cells = [["a", 1, value], ["b", 1, value]]
    return ("paper_entered", {"juror": "J-01", "stage": "final", "entry": "01", "cells": cells})


def test_paper_counts_like_a_locked_file_and_conflicts_with_a_differing_one() -> None:
    assert (sheet([], paper(8000)).state, sheet([], paper(8000)).paper) == ("locked", True)
    digital = file("J-01", {"01": (9000, 9000)})
    assert sheet([digital], paper(8000)).state == "conflict"
    assert sheet([digital], paper(9000)).state == "locked"


def test_only_a_withdrawal_takes_paper_back() -> None:
    (entered,) = log(paper(8000))
    digital = file("J-01", {"01": (9000, 9000)})
    withdrawn = ("paper_withdrawn", {"paper": entered.hash, "reason": "salah lembar"})
    assert sheet([digital], paper(8000), withdrawn).values == (9000, 9000)


# — who owes what —


def owed(competition: Competition, *events: tuple) -> dict[str, dict[str, str]]:
    seats = expected_sheets(competition, rulings_of(log(*events)))
    return {
        juror: {entry: state for (_, entry), state in sheets.items()}
        for juror, sheets in seats.items()
        if sheets
    }


SPARE = contest(
    2,
    [Juror("J-01"), Juror("J-02"), Juror("J-91", spare=True), Juror("J-92", spare=True)],
    assignments=[
        Assignment("J-01", "final", "01"),
        Assignment("J-01", "final", "02", "recused"),
        Assignment("J-02", "final", "02"),
    ],
)
NAMED: Any = ("juror_named", {"juror": "J-91", "who": "0" * 64, "letter": "ST/1"})


def swapped(old: str, new: str) -> tuple:
    return ("juror_replaced", {"from": old, "to": new, "reason": "sakit"})


def test_a_spare_seat_owes_nothing_until_somebody_is_named() -> None:
    assert "J-91" not in owed(SPARE)
    assert owed(SPARE, NAMED)["J-91"] == {"01": "assigned", "02": "assigned"}


def test_a_successor_owes_what_the_other_owed_besides_its_own() -> None:
    assert owed(SPARE, swapped("J-01", "J-02")) == {"J-02": {"01": "assigned", "02": "assigned"}}
    assert owed(SPARE, swapped("J-02", "J-91"))["J-91"] == {"02": "assigned"}


def test_a_substitute_who_was_named_and_replaces_somebody_owes_both() -> None:
    for order in ((NAMED, swapped("J-02", "J-91")), (swapped("J-02", "J-91"), NAMED)):
        assert owed(SPARE, *order)["J-91"] == {"01": "assigned", "02": "assigned"}


def test_a_substitute_can_be_replaced_in_turn() -> None:
    assert owed(SPARE, NAMED, swapped("J-91", "J-92"))["J-92"] == {"01": "assigned", "02": "assigned"}
    chain = (swapped("J-01", "J-91"), swapped("J-91", "J-92"))
    assert owed(SPARE, *chain)["J-92"] == {"01": "assigned", "02": "assigned"}


def test_a_replaced_jurors_files_do_not_count() -> None:
    competition = contest(1, 2)
    files = [file("J-01", {"01": (2000, 2000)}), file("J-02", {"01": (8000, 8000)})]
    (row,) = ranked(competition, files, swapped("J-01", "J-02"))
    assert (row.exact, row.jurors_counted, row.jurors_expected) == ("80/1", 1, 1)


def test_recusing_from_a_sheet_that_is_not_owed_has_no_effect() -> None:
    recusal = ("recused", {"juror": "J-02", "stage": "final", "entry": "01", "reason": "keluarga"})
    assert owed(SPARE, recusal) == owed(SPARE)


def told(table: ScoreTable) -> object:
    """A score table as a value: sheets by place, and what every file is worth."""
    sheets = sorted(
        repr(one) for by_entry in table.sheets.values() for sheets in by_entry.values() for one in sheets
    )
    jurors = {
        juror: (
            sorted(own.declared),
            sorted(own.faults),
            {stage: sorted(worth.items()) for stage, worth in own.standing.items()},
        )
        for juror, own in table.jurors.items()
    }
    return sheets, sorted(jurors.items())
