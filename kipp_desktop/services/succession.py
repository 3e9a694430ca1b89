"""An entry that left after the cut is replaced: the next in line, or whoever is chosen, takes its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kipp_desktop.domain.advancing import outcomes
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import replacing
from kipp_desktop.domain.succession import Candidate, Line, line, place_of, without
from kipp_desktop.domain.ties import tie_basis
from kipp_desktop.services.assigning import hand_over, of_own_house
from kipp_desktop.services.attendance import ids_of
from kipp_desktop.services.guards import known_entry, need_present, need_reason, record
from kipp_desktop.services.masters import Master, MasterState, load_state, rebuild
from kipp_desktop.services.results import check_visible, outcome_basis
from kipp_desktop.services.scheduling import give_slot
from kipp_desktop.services.voting import Vote, event_data
from kipp_desktop.services.words import plain_text
from kipp_desktop.store.master_store import MasterTransaction


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who goes and how, why, before whom; `how` is passed over for an entry that is out already.

    `method` says how a tie for the place is decided, where there is one, and `order` in which order, where
    who comes in does not say it alone.
    """

    entry: str
    how: Literal["withdrawn", "disqualified"]
    reason: str
    present: tuple[str, ...]
    method: Literal["plenary", "lot"] = "plenary"
    vote: Vote | None = None
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Replaced:
    """Who goes on from the stage now, and the order of the tie that was recorded for it (none: no tie).

    `same_house`: jurors who would judge the one who came, of their own institution; people decide about them.
    """

    stage: str
    entries: tuple[str, ...]
    tie_order: tuple[str, ...]
    same_house: tuple[str, ...] = ()


def line_for(master: Master, entry: str) -> Line:
    """The line for an entry's place, to choose from; the ranking of its stage must be open.

    Raises UserError: replace.no_place, replace.no_line, rank.shut.
    """
    with master.store.begin() as tx:
        return line_in(load_state(tx), entry)


def line_in(state: MasterState, entry: str) -> Line:
    """The same from a master's state: pure."""
    stage = place_of(state.competition, state.rulings, entry)
    if stage is None:
        raise UserError("replace.no_place", entry=entry)
    check_visible(state, stage)
    found = line(state.competition, state.table, state.rulings, stage, entry)
    if not found.next:
        raise UserError("replace.no_line", entry=entry, stage=stage)
    return found


def replace_entry(master: Master, leaving: Leaving, coming: str) -> Replaced:
    """Take an entry out and let another into its place: all of it, or nothing.

    Raises UserError: reason.needed, present.needed, entry.unknown, rank.shut, replace.no_place,
    replace.no_line, replace.not_next, replace.order_needed, replace.bad_order, tie.none,
    replace.others_change, and what `voting.event_data` raises.
    """
    need_reason(leaving.reason)
    need_present(leaving.present)
    event_data(leaving.vote)
    plain_text(_why(leaving, coming))
    with master.store.begin() as tx:
        state = load_state(tx)
        known_entry(state, leaving.entry)
        found, chosen = _chosen(state, leaving.entry, coming)
        if leaving.entry not in state.rulings.out:
            reason = f"{leaving.reason} (digantikan peserta {coming})"
            record(tx, f"entry_{leaving.how}", {"entry": leaving.entry, "reason": reason})
        order = _decide(tx, found, chosen, leaving)
        entries = _choose(tx, state, found, coming, leaving)
        _advance(tx, found, entries)
        following = _following(state, found.stage)
        give_slot(tx, following, leaving.entry, coming)
        hand_over(tx, following, leaving.entry, coming)
        own_house = of_own_house(tx, following, coming)
        rebuild(tx)
    return Replaced(found.stage, entries, order, tuple(own_house))


def _chosen(state: MasterState, leaving: str, coming: str) -> tuple[Line, Candidate]:
    """The line and whom it gives the place to, or why it can't."""
    found = line_in(state, leaving)
    known_entry(state, coming)
    chosen = found.find(coming)
    if chosen is None or not chosen.eligible:
        raise UserError("replace.not_next", entry=coming, stage=found.stage, next=", ".join(found.next))
    return found, chosen


def _decide(tx: MasterTransaction, found: Line, chosen: Candidate, act: Leaving) -> tuple[str, ...]:
    """Record the order of the tie that stands across the cut, if one does: who comes in, before the rest."""
    order = _order(found, chosen, act.order)
    if order:
        data = {
            "stage": found.stage,
            "group": chosen.group,
            "order": list(order),
            "basis": tie_basis({row.entry: row.score for row in chosen.tied if row.score is not None}),
            "method": act.method,
            "reason": _why(act, chosen.entry),
            "present": ids_of(tx, act.present),
        }
        record(tx, "tie_decided", {**data, **(event_data(act.vote) if act.method == "plenary" else {})})
    return order


def _order(found: Line, chosen: Candidate, given: tuple[str, ...]) -> tuple[str, ...]:
    """The order of the tie as people gave it, or as their choice alone says it; none where there is no tie.

    Raises UserError: replace.order_needed, replace.bad_order, tie.none.
    """
    if given and not chosen.tied:
        raise UserError("tie.none", entries=", ".join(given))
    tied = ", ".join(row.entry for row in chosen.tied)
    if given and not chosen.takes(given, found.staying):
        raise UserError("replace.bad_order", entry=chosen.entry, entries=tied)
    if not given and chosen.leaves_open(found.staying):
        raise UserError("replace.order_needed", entry=chosen.entry, entries=tied)
    return given or chosen.tie_order(found.staying)


def _choose(
    tx: MasterTransaction, state: MasterState, found: Line, coming: str, act: Leaving
) -> tuple[str, ...]:
    """Record who goes on now, in entry order, with the reason and who was there."""
    going = {*found.staying, coming}
    entries = tuple(one.id for one in state.competition.entries if one.id in going)
    left_out = {
        entry: why for entry, why in state.rulings.left_out.get(found.stage, {}).items() if entry != coming
    }
    data = {
        "stage": found.stage,
        "entries": list(entries),
        "reason": _why(act, coming),
        "present": ids_of(tx, act.present),
        **({"left_out": left_out} if left_out else {}),
        **event_data(act.vote),
    }
    record(tx, "entries_curated", data)
    return entries


def _advance(tx: MasterTransaction, found: Line, entries: tuple[str, ...]) -> None:
    """Let them go on, if they are whom the rule lets through now.

    Raises UserError("replace.others_change") where the one who left changes the verdict on others too.
    """
    state = load_state(tx)
    seen = without(state.rulings, found.leaving, entries)
    now = outcomes(state.competition, state.table, seen, found.stage)
    passing = {one.entry for one in now if one.verdict == "pass"}
    if passing != set(entries):
        raise UserError(
            "replace.others_change", stage=found.stage, entries=", ".join(sorted(passing ^ set(entries)))
        )
    data = {"stage": found.stage, "entries": list(entries), "basis": outcome_basis(now)}
    record(tx, "stage_advanced", data)


def _following(state: MasterState, stage: str) -> str:
    stages = [one.id for one in state.competition.stages]
    return stages[stages.index(stage) + 1]


def _why(act: Leaving, coming: str) -> str:
    return replacing(coming, act.entry) + act.reason
