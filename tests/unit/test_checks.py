"""Every gap before FINAL is named, each once, with who and what."""

from __future__ import annotations

from typing import Any

import pytest

from kipp_desktop.domain.checks import Gap, board_state, check_rankable, gaps
from kipp_desktop.domain.competition import Bonus, Competition, PanelMethod
from kipp_desktop.domain.derive import Sheet, Snapshot
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.ranking import rank_stage
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.domain.rulings import rulings_of
from tests.unit.domain_samples import contest, criteria, derived, file, log, stage


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
    assert kinds(contest(2, 1), files) == [wanted]


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
    ]


def test_an_entry_without_a_score_is_told_of_where_no_sheet_says_why() -> None:
    abstained = [file("J-01", {"01": (8000, 8000), "02": "abstained"}, declared=True)]
    assert kinds(contest(2, 1), abstained) == [("no_score", None, "02", "")]
    assert [one for one in kinds(contest(2, 2), abstained) if one[2] == "02"] == [
        ("missing", "J-02", "02", "")
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


def test_a_bonus_for_an_earlier_stage_is_no_rule_of_ours() -> None:
    """It is added to the final score: one that says otherwise would be computed otherwise than it reads."""
    for applies in ("final", "awal"):
        bonus = Bonus("implemented", 2, "2024-10-24", 200, 200, applies)
        competition = contest(1, 1, stages=[stage("awal"), stage("final", weight_bp=10000)], bonus=[bonus])
        if applies == "final":
            check_rankable(competition)
            continue
        with pytest.raises(UserError) as refused:
            check_rankable(competition)
        assert (refused.value.code, refused.value.facts["what"]) == ("rule.unusable", "bonus.applies")


def test_a_weight_for_a_juror_who_is_not_there_is_refused() -> None:
    method = PanelMethod("mean", juror_weight_bp={"J-77": 20000})
    with pytest.raises(UserError) as refused:
        check_rankable(contest(1, 1, panel_method=method))
    assert (refused.value.code, refused.value.facts["what"]) == ("rule.unusable", "juror_weight_bp: J-77")


@pytest.mark.parametrize(
    "method",
    [
        {"kind": "trimmed"},
        {"kind": "trimmed", "k": 0},
        {"kind": "trimmed", "k": 1, "juror_weight_bp": {"J-01": 20000}},
        {"juror_weight_bp": {"J-01": 20000}, "background_weight_bp": {"media": 20000}},
        {"juror_weight_bp": {"J-01": 0}},
    ],
)
def test_a_panel_method_that_means_nothing_is_never_made(method: dict) -> None:
    with pytest.raises(ValueError, match="panel_method"):
        PanelMethod(**method)
