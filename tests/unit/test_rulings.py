"""Reading the organiser's log."""

from __future__ import annotations

from kipp_desktop.domain.rulings import DERIVED_FROM, rulings_of
from tests.unit.domain_samples import log


def test_what_nothing_is_derived_from_is_passed_over() -> None:
    assert rulings_of(log(("printed", {}), ("receipts_written", {"jurors": []}))) == rulings_of([])


def test_a_finalisation_stands_until_it_is_taken_back() -> None:
    final = ("finalised", {"basis": "b", "gaps": [], "reason": None})
    assert rulings_of(log(final)).finalised is not None
    assert rulings_of(log(final, ("unfinalised", {"reason": "salah"}))).finalised is None
    again = rulings_of(log(final, ("unfinalised", {"reason": "salah"}), final)).finalised
    assert again is not None
    assert again.seq == 3


def test_the_last_value_at_a_gate_rules_and_bonuses_add_up() -> None:
    gate = {"stage": "gate", "entry": "01", "criterion": "a", "reason": "r"}
    bonus = {"entry": "01", "reason": "r"}
    rulings = rulings_of(
        log(
            ("gate_entered", {**gate, "value": 0}),
            ("gate_entered", {**gate, "value": 100}),
            ("bonus_decided", {**bonus, "points": 100}),
            ("bonus_decided", {**bonus, "points": -30}),
        )
    )
    assert rulings.gates["gate", "01"] == {"a": (100, "r")}
    assert rulings.bonuses == {"01": 70}


def test_the_public_bundle_shows_every_event_that_is_read() -> None:
    named = {
        "device_confirmed", "device_revoked", "intake_closed", "intake_reopened", "recused", "juror_replaced",
        "conflict_decided", "paper_entered", "paper_withdrawn", "gate_entered", "bonus_decided",
        "entry_withdrawn", "entry_disqualified", "tie_decided", "plenary_decided", "stage_advanced",
        "juror_named", "juror_unavailable", "criterion_changed", "entries_curated", "ranking_opened",
        "objection", "rule_changed", "finalised", "unfinalised", "code_renewed",
        "backup_restored",
    }  # fmt: skip
    assert set(DERIVED_FROM) == named
