"""In which order participants present, and when: lots drawn on the record, slots by the clock."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from kipp_desktop.domain.assigning import drawn
from kipp_desktop.domain.competition import Competition, plain
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import DERIVED_FROM, Rulings, rulings_of
from kipp_desktop.domain.scores import participants
from kipp_desktop.domain.timetable import Slot, Timetable, slots
from kipp_desktop.exchange import decoding
from kipp_desktop.services.attendance import ids_of
from kipp_desktop.services.guards import need_present, need_reason
from kipp_desktop.services.masters import Master, set_up
from kipp_desktop.store.master_store import MasterTransaction

SETTING = "timetables"


@dataclass(frozen=True)
class Programme:
    """A stage's order of presentation and its slots; without a frame there are no times yet."""

    stage: str
    order: tuple[str, ...]
    frame: Timetable | None
    slots: tuple[Slot, ...]


def draw(master: Master, stage: str, present: Sequence[str], seed: str = "") -> tuple[str, list[str]]:
    """Draw lots for the order of presentation before witnesses; the seed used and the order.

    An own seed may be given, such as the numbers somebody in the hall calls out: the same seed gives the same
    order. Raises UserError: rank.unknown_stage, present.needed, order.nobody.
    """
    need_present(present)
    used = seed.strip() or secrets.token_hex(8)
    need_reason(used)
    with master.store.begin() as tx:
        _, wanted = _stage(tx, stage)
        order = drawn(wanted, used)
        _write(tx, order)
        data = {"stage": stage, "seed": used, "order": order, "present": ids_of(tx, present)}
        tx.append("running_order_drawn", data)
    return used, order


def arrange(master: Master, stage: str, order: Sequence[str], reason: str) -> None:
    """Set the order by hand, with a reason. Raises UserError("order.incomplete")."""
    need_reason(reason)
    with master.store.begin() as tx:
        _, wanted = _stage(tx, stage)
        if sorted(order) != sorted(wanted):
            differing = sorted(set(order) ^ set(wanted)) or sorted(
                {one for one in order if order.count(one) > 1}
            )
            raise UserError("order.incomplete", entries=", ".join(differing))
        _write(tx, order)
        tx.append("running_order_set", {"stage": stage, "order": list(order), "reason": reason})


def give_slot(tx: MasterTransaction, stage: str, leaving: str, coming: str) -> None:
    """Give the slot of an entry at a stage to the one that replaces it there, if an order is set."""
    held = tx.settings().get("running_order", [])
    if leaving not in held:
        return
    changed = [coming if one == leaving else one for one in held if one != coming]
    tx.set_setting("running_order", [*changed, leaving])
    _, order = _stage(tx, stage)
    _write(tx, order)
    reason = f"Peserta {coming} menggantikan peserta {leaving}"
    tx.append("running_order_set", {"stage": stage, "order": order, "reason": reason})


def set_timetable(master: Master, frame: Timetable) -> Programme:
    """Set the frame of a stage's schedule.

    Raises UserError: rank.unknown_stage, timetable.too_short.
    """
    with master.store.begin() as tx:
        competition, order = _stage(tx, frame.stage)
        made = _programme(competition, frame.stage, order, frame)
        held = {**tx.settings().get(SETTING, {}), frame.stage: plain(frame)}
        tx.set_setting(SETTING, held)
        tx.append("settings_changed", {"changes": {SETTING: plain(frame)}})
    return made


def programme(master: Master, stage: str | None = None) -> Programme:
    """The order and schedule of a stage, the last one by default.

    A frame that has become too short for everybody is shown without times.
    """
    with master.store.begin() as tx:
        return programme_of(tx, stage)


def programme_of(tx: MasterTransaction, stage: str | None = None) -> Programme:
    """See `programme`."""
    rulings = rulings_of(tx.log.events(DERIVED_FROM))
    competition = set_up(tx)
    wanted = stage or competition.stages[-1].id
    order = _in_order(competition, rulings, wanted)
    held = tx.settings().get(SETTING, {}).get(wanted)
    if held is None:
        return Programme(wanted, tuple(order), None, ())
    frame = decoding.convert(held, Timetable)
    try:
        return _programme(competition, wanted, order, frame)
    except UserError:
        return Programme(wanted, tuple(order), frame, ())


def _programme(competition: Competition, stage: str, order: Sequence[str], frame: Timetable) -> Programme:
    seconds = sum(length for _, length in competition.stage_by_id[stage].segments)
    try:
        found = slots(frame, order, seconds)
    except ValueError as error:
        raise UserError("timetable.too_short", why=str(error).partition(": ")[2]) from error
    return Programme(stage, tuple(order), frame, tuple(found))


def _stage(tx: MasterTransaction, stage: str) -> tuple[Competition, list[str]]:
    rulings = rulings_of(tx.log.events(DERIVED_FROM))
    competition = set_up(tx)
    order = _in_order(competition, rulings, stage)
    if not order:
        raise UserError("order.nobody", stage=competition.stage_by_id[stage].name.id)
    return competition, order


def _in_order(competition: Competition, rulings: Rulings, stage: str) -> list[str]:
    """Who takes part, in the running order, newcomers last."""
    if stage not in competition.stage_by_id:
        raise UserError("rank.unknown_stage", stage=stage, known=", ".join(competition.stage_by_id))
    taking_part = [one for one in participants(competition, rulings, stage) if one not in rulings.out]
    place = {entry: at for at, entry in enumerate(competition.running_order)}
    return sorted(taking_part, key=lambda one: place.get(one, len(place)))


def _write(tx: MasterTransaction, order: Sequence[str]) -> None:
    """The running order that the next package carries: this stage's first, then whoever else had a place."""
    held = tx.settings().get("running_order", [])
    tx.set_setting("running_order", [*order, *(one for one in held if one not in set(order))])
