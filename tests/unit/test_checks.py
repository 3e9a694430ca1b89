"""Every gap before FINAL is named, each once, with who and what."""

from __future__ import annotations

from typing import Any

import pytest

from kipp_desktop.domain.checks import Gap, board_state, gaps
from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derive import Sheet, Snapshot
from kipp_desktop.domain.ranking import rank_stage
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.domain.rulings import rulings_of
from tests.unit.domain_samples import contest, criteria, derived, file, log


def found(competition: Competition, files: list[Snapshot], *events: tuple) -> list[Gap]:
    rulings = rulings_of(log(*events))
    table = derived(competition, files, *events)
    ranked = rank_stage(competition, table, rulings, "final")
    return gaps(competition, table, rulings, ranked, "final")


def kinds(*args: Any) -> list[tuple[str, str | None, str | None, str]]:
    return [(gap.kind, gap.juror, gap.entry, gap.detail) for gap in found(*args)]


DONE: dict[str, Any] = {"01": (8000, 8000), "02": (7000, 7000)}


def test_nothing_is_missing_when_all_is_locked_and_declared() -> None:
    assert found(contest(2, 1), [file("J-01", DONE, declared=True)]) == []


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ([file("J-01", {"01": (8000, 8000)}, declared=True)], ("missing", "J-01", "02", "")),
        ([file("J-01", {**DONE, "02": (7000,)}, declared=True)], ("partial", "J-01", "02", "1/2")),
        ([file("J-01", {**DONE, "02": (None, None)}, declared=True)], ("missing", "J-01", "02", "")),
    ],
)
def test_a_sheet_that_is_not_done_is_named(files: list[Snapshot], wanted: tuple) -> None:
    assert kinds(contest(2, 1), files) == [wanted, ("no_score", None, "02", "")]


def test_a_locked_sheet_with_a_gap_in_it_is_named_unless_missing_is_zero_on_purpose() -> None:
    files = [file("J-01", DONE, declared=True), file("J-02", {**DONE, "02": (7000,)}, declared=True)]
    assert kinds(contest(2, 2), files) == [("partial", "J-02", "02", "1/2")]
    zeros = Rubric("umum", criteria(5000, 5000), incomplete="missing_as_zero")
    assert kinds(contest(2, 2, rubric=zeros), files) == []


def test_a_complete_draft_is_unlocked_not_missing() -> None:
    assert ("unlocked", "J-01", "01", "2/2") in kinds(contest(2, 1), [file("J-01", DONE, state="draft")])


def test_a_conflict_names_its_criteria() -> None:
    pair = [file("J-01", {**DONE, "01": (value, 8000)}, declared=True) for value in (8000, 9000)]
    assert kinds(contest(2, 1), pair) == [
        ("conflict", "J-01", "01", "a"),
        ("undeclared", "J-01", None, ""),
        ("no_score", None, "01", ""),
    ]


def test_waiting_and_late_files_are_named_by_their_digest() -> None:
    first = file("J-01", DONE, declared=True)
    other = file("J-01", DONE, device="lain")
    assert ("waiting", "J-01", None, other.digest) in kinds(contest(2, 1), [first, other])
    closing = ("intake_closed", {"stage": "final", "received": [first.digest]})
    late = file("J-01", {**DONE, "01": (9000, 9000)}, first)
    assert kinds(contest(2, 1), [first, late], closing) == [("late", "J-01", None, late.digest)]


def test_late_and_undeclared_are_notes_all_others_need_a_reason() -> None:
    notes = {kind: Gap(kind, "final").is_note for kind in ("late", "undeclared", "missing", "waiting", "tie")}
    assert notes == {"late": True, "undeclared": True, "missing": False, "waiting": False, "tie": False}


def test_an_undecided_tie_is_a_gap_only_where_the_plenary_decides() -> None:
    tied = [file("J-01", {"01": (8000, 7000), "02": (7000, 8000)}, declared=True)]
    assert kinds(contest(2, 1), tied) == []
    assert kinds(contest(2, 1, after_ties="plenary"), tied) == [("tie", None, "01, 02", "overall")]


def test_a_withdrawn_entry_leaves_no_gap() -> None:
    out = ("entry_withdrawn", {"entry": "02", "reason": "mundur"})
    assert found(contest(2, 1), [file("J-01", {"01": (8000, 8000)})], out) == [
        Gap("undeclared", "final", "J-01")
    ]


def test_a_recused_juror_owes_no_declaration() -> None:
    competition = contest(1, 2, recused=[("J-02", "01")])
    assert kinds(competition, [file("J-01", {"01": (8000, 8000)}, declared=True)]) == []


@pytest.mark.parametrize(
    ("state", "values", "shown"),
    [
        ("none", (None, None), "none"),
        ("draft", (None, None), "none"),
        ("draft", (8000, None), "partial"),
        ("reopened", (8000, 8000), "partial"),
        ("locked", (8000, 8000), "locked"),
        ("conflict", (None, None), "conflict"),
        ("recused", (None, None), "recused"),
        ("abstained", (None, None), "abstained"),
    ],
)
def test_the_board_shows_seven_states(state: Any, values: tuple, shown: str) -> None:
    assert board_state(Sheet("J-01", "final", "01", state, values)) == shown
