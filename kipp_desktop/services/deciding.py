"""Official acts: each with a reason, each an event, each re-deriving what it touches.

Here are gates, awards and ties; `closing`, `conflicts`, `laptops`, `lateness` and `seating` hold the rest,
and all of them are found under this name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kipp_desktop.domain.advancing import outcomes
from kipp_desktop.domain.competition import ORGANISER
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import Event
from kipp_desktop.domain.scores import participants
from kipp_desktop.domain.ties import tie_basis
from kipp_desktop.services.attendance import ids_of
from kipp_desktop.services.closing import (
    Finalised,
    close_intake,
    finalise,
    open_ranking,
    unfinalise,
)
from kipp_desktop.services.conflicts import decide_conflict
from kipp_desktop.services.guards import (
    known_entry,
    known_stage,
    need_present,
    need_reason,
    record,
)
from kipp_desktop.services.laptops import confirm_device, revoke_device
from kipp_desktop.services.lateness import late_files, reopen_intake
from kipp_desktop.services.masters import Master, MasterState, load_state, rebuild
from kipp_desktop.services.results import check_stage, outcome_basis, result_of
from kipp_desktop.services.seating import juror_left, name_juror, recuse, replace_juror
from kipp_desktop.services.voting import Vote, event_data
from kipp_desktop.services.words import plain_text

__all__ = [
    "Finalised",
    "GateLine",
    "advance",
    "close_intake",
    "confirm_device",
    "curate",
    "decide_bonus",
    "decide_conflict",
    "decide_plenary",
    "decide_tie",
    "enter_gate",
    "finalise",
    "juror_left",
    "late_files",
    "name_juror",
    "open_ranking",
    "recuse",
    "reopen_intake",
    "replace_juror",
    "revoke_device",
    "take_out",
    "unfinalise",
]


@dataclass(frozen=True, slots=True)
class GateLine:
    """One value the organiser enters at a stage of its own; criterion None = the result as a whole."""

    entry: str
    criterion: str | None
    value: int
    reason: str = ""


def enter_gate(master: Master, stage: str, lines: Sequence[GateLine]) -> int:
    """Enter the organiser's own values of a stage; how many were new.

    Nothing is written unless all are good.
    """
    with master.store.begin() as tx:
        state = load_state(tx)
        known_stage(state, stage)
        if state.competition.stage_by_id[stage].panel != ORGANISER:
            raise UserError("gate.not_organisers", stage=stage)
        taking_part = frozenset(participants(state.competition, state.rulings, stage))
        for line in lines:
            _check_gate_line(state, stage, line, taking_part)
        new = [line for line in lines if _gate_differs(state, stage, line)]
        for line in new[:-1]:
            tx.append("gate_entered", _gate_data(stage, line))
        for line in new[-1:]:  # a FINAL result falls once, with the last of them
            record(tx, "gate_entered", _gate_data(stage, line))
    return len(new)


def curate(
    master: Master,
    stage: str,
    entries: Sequence[str],
    reason: str,
    present: Sequence[str],
    left_out: Mapping[str, str] | None = None,
    vote: Vote | None = None,
) -> None:
    """Record whom the administration team chose at a curated cut, and why it left out others.

    Raises UserError: reason.needed, rank.unknown_stage, curate.not_curated, entry.unknown, curate.both.
    """
    need_reason(reason)
    votes = event_data(vote)
    reasons = {entry: text.strip() for entry, text in (left_out or {}).items() if text.strip()}
    for text in reasons.values():
        plain_text(text)
    with master.store.begin() as tx:
        state = load_state(tx)
        known_stage(state, stage)
        if state.competition.stage_by_id[stage].advance.kind != "curated":
            raise UserError("curate.not_curated", stage=stage)
        for entry in (*entries, *reasons):
            known_entry(state, entry)
        both = sorted(set(entries) & reasons.keys())
        if both:
            raise UserError("curate.both", entries=", ".join(both))
        data = {"stage": stage, "entries": list(entries), "reason": reason, "present": ids_of(tx, present)}
        record(tx, "entries_curated", {**data, **({"left_out": reasons} if reasons else {}), **votes})


def advance(master: Master, stage: str) -> list[str]:
    """Let those who pass a stage go on to the next. Raises UserError: advance.open, advance.last."""
    with master.store.begin() as tx:
        state = load_state(tx)
        known_stage(state, stage)
        if stage == state.last_stage:
            raise UserError("advance.last", stage=stage)
        found = outcomes(state.competition, state.table, state.rulings, stage)
        open_ = [one.entry for one in found if one.verdict == "open"]
        if open_:
            raise UserError("advance.open", stage=stage, entries=", ".join(open_))
        passing = [one.entry for one in found if one.verdict == "pass"]
        record(tx, "stage_advanced", {"stage": stage, "entries": passing, "basis": outcome_basis(found)})
        rebuild(tx)
    return passing


def take_out(master: Master, entry: str, how: Literal["withdrawn", "disqualified"], reason: str) -> None:
    """Withdraw or disqualify an entry: shown unranked, scores kept."""
    need_reason(reason)
    with master.store.begin() as tx:
        state = load_state(tx)
        known_entry(state, entry)
        if entry in state.rulings.out:
            raise UserError("entry.already_out", entry=entry)
        record(tx, f"entry_{how}", {"entry": entry, "reason": reason})


def decide_bonus(master: Master, entry: str, points: int, reason: str) -> None:
    """Add (or take) points in hundredths to an entry's final score, by decision."""
    need_reason(reason)
    with master.store.begin() as tx:
        known_entry(load_state(tx), entry)
        record(tx, "bonus_decided", {"entry": entry, "points": points, "reason": reason})


def decide_tie(
    master: Master,
    order: Sequence[str],
    method: Literal["plenary", "lot"],
    reason: str,
    present: Sequence[str],
    stage: str | None = None,
    group: str = "overall",
    vote: Vote | None = None,
) -> Event:
    """Put the entries of one joint place in order, by plenary vote or by lot."""
    need_reason(reason)
    need_present(present)
    votes = event_data(vote)
    with master.store.begin() as tx:
        found = result_of(tx)
        wanted = check_stage(found.state, stage)
        ranking = found.ranking(wanted, group)
        if set(order) not in [set(tie) for tie in ranking.ties] or len(set(order)) != len(order):
            raise UserError("tie.none", entries=", ".join(order))
        tied = [row for row in ranking.rows if row.entry in order]
        scores = {row.entry: row.score for row in tied if row.score is not None}
        return record(
            tx,
            "tie_decided",
            {
                "stage": wanted,
                "group": group,
                "order": list(order),
                "basis": tie_basis(scores),
                "method": method,
                "reason": reason,
                "present": ids_of(tx, present),
                **votes,
            },
        )


def decide_plenary(
    master: Master,
    reason: str,
    present: Sequence[str],
    order: Sequence[str] | None = None,
    labels: dict[str, str] | None = None,
    stage: str | None = None,
    group: str = "overall",
    vote: Vote | None = None,
) -> Event:
    """Give the awards in another order than computed;
    places and scores stay as they are and are shown beside it.
    """
    need_reason(reason)
    need_present(present)
    votes = event_data(vote)
    if order and len(set(order)) != len(order):
        raise UserError(
            "plenary.twice", entries=", ".join(sorted({one for one in order if order.count(one) > 1}))
        )
    empty = [entry for entry, label in (labels or {}).items() if not label.strip()]
    if empty:
        raise UserError("plenary.label_empty", entries=", ".join(empty))
    with master.store.begin() as tx:
        found = result_of(tx)
        wanted = check_stage(found.state, stage)
        known = {row.entry for row in found.ranking(wanted, group).rows if row.place is not None}
        chosen = set(order or ()) | set(labels or {})
        if not chosen or not chosen <= known:
            raise UserError("entry.unknown", entry=", ".join(sorted(chosen - known)))
        what: dict[str, Any] = {"order": list(order)} if order else {"labels": labels}
        return record(
            tx,
            "plenary_decided",
            {
                "stage": wanted,
                "group": group,
                **what,
                "basis": found.computed_basis,
                "reason": reason,
                "present": ids_of(tx, present),
                **votes,
            },
        )


def _gate_differs(state: MasterState, stage: str, line: GateLine) -> bool:
    held = state.rulings.gates.get((stage, line.entry), {}).get(line.criterion)
    return held != (line.value, line.reason)


def _gate_data(stage: str, line: GateLine) -> dict[str, Any]:
    return {
        "stage": stage,
        "entry": line.entry,
        "criterion": line.criterion,
        "value": line.value,
        "reason": line.reason,
    }


def _check_gate_line(state: MasterState, stage: str, line: GateLine, taking_part: Collection[str]) -> None:
    known_entry(state, line.entry)
    if line.entry not in taking_part:
        raise UserError("gate.not_participant", entry=line.entry, stage=stage)
    if line.criterion is None:
        return
    rubric = state.competition.rubric_for(stage, state.competition.entry_by_id[line.entry])
    criterion = rubric.find(line.criterion)
    if criterion is None:
        raise UserError("score.unknown_criterion", criterion=line.criterion)
    if not criterion.scale.allows(line.value):
        raise UserError("value.out_of_scale", text=str(line.value), allowed=criterion.name.id)
