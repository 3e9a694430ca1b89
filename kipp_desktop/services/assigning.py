"""Who judges what at a stage: proposed, looked at, written; and who should not judge an entry."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kipp_desktop.domain.assigning import Pair, SameHouse, balanced, by_category, in_teams, same_house
from kipp_desktop.domain.competition import ORGANISER, Assignment, Competition, Entry, Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import DERIVED_FROM, Rulings, rulings_of
from kipp_desktop.domain.scores import participants
from kipp_desktop.services.guards import need_reason, record
from kipp_desktop.services.masters import Master, rebuild, set_up
from kipp_desktop.store.master_store import MasterTransaction

Method = Literal["all", "category", "field", "teams", "balanced"]


@dataclass(frozen=True)
class Wish:
    """How a stage is to be assigned.

    `of`: for "category" category → juror ids; for "field" category → institutions whose jurors judge it.
    `each`: jurors for every entry (teams: size of a team). `seed` "" = one is drawn.
    """

    stage: str
    method: Method
    of: Mapping[str, Collection[str]] = field(default_factory=dict[str, Collection[str]])
    each: int = 2
    seed: str = ""


@dataclass(frozen=True)
class AssignmentPlan:
    """What would be written. `rows` None = everybody judges everything."""

    wish: Wish
    rows: tuple[Pair, ...] | None
    loads: Mapping[str, int]  # juror → entries
    alone: tuple[str, ...]  # entries that nobody would judge


def propose(master: Master, wish: Wish) -> AssignmentPlan:
    """Work an assignment out; writes nothing.

    Raises UserError: rank.unknown_stage, assign.organisers_stage, assign.nobody, assign.too_few.
    """
    with master.store.begin() as tx:
        rulings = rulings_of(tx.log.events(DERIVED_FROM))
        jurors, entries = _panel(rulings, set_up(tx), wish.stage)
        barred = _barred(tx, rulings, wish.stage)
    if wish.method in ("teams", "balanced") and not wish.seed:
        wish = Wish(wish.stage, wish.method, wish.of, wish.each, secrets.token_hex(4))
    rows = _pairs(wish, jurors, entries, barred)
    counted = rows if rows is not None else [(one.id, entry.id) for one in jurors for entry in entries]
    kept = [pair for pair in counted if pair not in barred]
    loads = Counter(juror for juror, _ in kept)
    judged = {entry for _, entry in kept}
    alone = tuple(entry.id for entry in entries if entry.id not in judged)
    return AssignmentPlan(
        wish, None if rows is None else tuple(rows), {one.id: loads[one.id] for one in jurors}, alone
    )


def write(master: Master, plan: AssignmentPlan) -> int:
    """Replace who is assigned at the stage; recusals stay. How many rows were written.

    Seed and method go into the log: the draw can be repeated. Raises UserError("assign.nobody_left").
    """
    stage = plan.wish.stage
    with master.store.begin() as tx:
        barred = {(row.juror, row.entry) for row, _ in tx.assignments() if _recuses(row, stage)}
        tx.remove_assigned(stage)
        rows = [
            Assignment(juror, stage, entry)
            for juror, entry in plan.rows or ()
            if (juror, entry) not in barred
        ]
        if plan.rows is not None and not rows:
            raise UserError("assign.nobody_left")
        tx.put_assignments((row, None) for row in rows)
        data = {
            "stage": stage,
            "method": plan.wish.method,
            "each": plan.wish.each,
            "seed": plan.wish.seed,
            "rows": [[row.juror, row.entry] for row in rows],
        }
        tx.append("assignments_made", data)
    return len(rows)


def put(master: Master, stage: str, places: Collection[Pair], assigned: bool) -> int:
    """Assign single (juror, entry) places, or take them off; how many changed.

    Where everybody judged everything, that is written out first, so that one place can be taken off.
    """
    with master.store.begin() as tx:
        rulings = rulings_of(tx.log.events(DERIVED_FROM))
        jurors, entries = _panel(rulings, set_up(tx), stage)
        everywhere = {(one.id, entry.id) for one in jurors for entry in entries}
        held = {(row.juror, row.entry): row.state for row, _ in tx.assignments() if row.stage == stage}
        explicit = {place for place, how in held.items() if how == "assigned"}
        now = explicit or everywhere - held.keys()
        barred = _barred(tx, rulings, stage)
        wanted = (now | set(places) & everywhere if assigned else now - set(places)) - barred
        if wanted == now:
            return 0
        if not wanted:  # no rows would mean that everybody judges everything
            raise UserError("assign.nobody_left")
        tx.remove_assigned(stage)
        if wanted != everywhere - barred:
            tx.put_assignments((Assignment(juror, stage, entry), None) for juror, entry in sorted(wanted))
        rows = [[juror, entry] for juror, entry in sorted(wanted ^ now)]
        tx.append("assignments_changed", {"stage": stage, "assigned": assigned, "rows": rows})
    return len(wanted ^ now)


def conflicts_of_interest(master: Master, stage: str) -> list[SameHouse]:
    """Jurors who would judge an entry of their own institution and have not been recused."""
    with master.store.begin() as tx:
        rulings = rulings_of(tx.log.events(DERIVED_FROM))
        jurors, entries = _panel(rulings, set_up(tx), stage)
        barred = _barred(tx, rulings, stage)
    return [one for one in same_house(jurors, entries) if (one.juror, one.entry) not in barred]


def of_own_house(tx: MasterTransaction, stage: str, entry: str) -> list[str]:
    """Jurors of a stage who would judge this entry of their own institution and have not been recused."""
    draft = set_up(tx)
    panel = draft.stage_by_id[stage].panel
    jurors = [one for one in draft.jurors if one.panel == panel and not one.spare]
    barred = _barred(tx, rulings_of(tx.log.events(DERIVED_FROM)), stage)
    found = same_house(jurors, [draft.entry_by_id[entry]])
    return [one.juror for one in found if (one.juror, entry) not in barred]


def recuse(master: Master, stage: str, places: Sequence[Pair], reason: str) -> None:
    """Keep jurors from judging entries, with a reason; before and after the package was issued alike."""
    need_reason(reason)
    with master.store.begin() as tx:
        draft = set_up(tx)
        for juror, entry in places:
            if juror not in draft.juror_by_id:
                raise UserError("package.unknown_juror", juror=juror)
            if entry not in draft.entry_by_id:
                raise UserError("entry.unknown", entry=entry)
        _known(draft, stage)
        tx.put_assignments((Assignment(juror, stage, entry, "recused"), reason) for juror, entry in places)
        for juror, entry in places:
            record(tx, "recused", {"juror": juror, "stage": stage, "entry": entry, "reason": reason})
        if tx.packages():
            rebuild(tx)


def hand_over(tx: MasterTransaction, stage: str, leaving: str, coming: str) -> None:
    """Whoever was picked to judge an entry judges the one that replaces it, unless recused from that one.

    Nothing is written where everybody judges everything.
    """
    barred = _barred(tx, rulings_of(tx.log.events(DERIVED_FROM)), stage)
    picked = [
        row.juror
        for row, _ in tx.assignments()
        if (row.stage, row.entry) == (stage, leaving)
        and row.state == "assigned"
        and (row.juror, coming) not in barred
    ]
    if picked:
        tx.put_assignments((Assignment(juror, stage, coming), None) for juror in picked)
        rows = [[juror, coming] for juror in sorted(picked)]
        tx.append("assignments_changed", {"stage": stage, "assigned": True, "rows": rows})


def _known(draft: Competition, stage: str) -> None:
    if stage not in draft.stage_by_id:
        raise UserError("rank.unknown_stage", stage=stage, known=", ".join(draft.stage_by_id))
    if draft.stage_by_id[stage].panel == ORGANISER:
        raise UserError("assign.organisers_stage", stage=draft.stage_by_id[stage].name.id)


def _panel(rulings: Rulings, draft: Competition, stage: str) -> tuple[list[Juror], list[Entry]]:
    """The jurors of a stage's panel and the entries that take part, as they stand now."""
    _known(draft, stage)
    panel = draft.stage_by_id[stage].panel
    jurors = [one for one in draft.jurors if one.panel == panel and not one.spare]
    taking_part = set(participants(draft, rulings, stage)) - rulings.out.keys()
    entries = [entry for entry in draft.entries if entry.id in taking_part]
    if not jurors or not entries:
        raise UserError("assign.nobody", stage=draft.stage_by_id[stage].name.id, panel=panel)
    return jurors, entries


def _barred(tx: MasterTransaction, rulings: Rulings, stage: str) -> set[Pair]:
    by_list = {(row.juror, row.entry) for row, _ in tx.assignments() if _recuses(row, stage)}
    by_event = {(juror, entry) for juror, at, entry in rulings.recused if at == stage}
    return by_list | by_event


def _recuses(row: Assignment, stage: str) -> bool:
    return row.stage == stage and row.state == "recused"


def _pairs(
    wish: Wish, jurors: Sequence[Juror], entries: Sequence[Entry], barred: Collection[Pair]
) -> list[Pair] | None:
    ids = [one.id for one in jurors]
    numbers = [entry.id for entry in entries]
    try:
        if wish.method == "category":
            return by_category(_jurors_only(wish.of, ids), entries)
        if wish.method == "field":
            return by_category(_by_institution(wish.of, jurors), entries)
        if wish.method == "teams":
            return in_teams(ids, numbers, wish.each, wish.seed, barred)
        if wish.method == "balanced":
            return balanced(ids, numbers, wish.each, wish.seed, barred)
    except ValueError as error:
        raise UserError("assign.too_few", each=wish.each, jurors=len(ids)) from error
    return None


def _jurors_only(of: Mapping[str, Collection[str]], ids: Collection[str]) -> dict[str, Collection[str]]:
    unknown = sorted({juror for named in of.values() for juror in named} - set(ids))
    if unknown:
        raise UserError("package.unknown_juror", juror=", ".join(unknown))
    return dict(of)


def _by_institution(of: Mapping[str, Collection[str]], jurors: Sequence[Juror]) -> dict[str, Collection[str]]:
    """Category → the jurors of its institutions: each ministry judges its own field."""
    houses: dict[str, list[str]] = {}
    for one in jurors:
        houses.setdefault(" ".join(one.institution.casefold().split()), []).append(one.id)
    return {
        category: [juror for name in named for juror in houses.get(" ".join(name.casefold().split()), ())]
        for category, named in of.items()
    }
