"""The order in which a juror wants the own list. A convenience of this laptop: no file carries it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal, NamedTuple

from kipp_desktop.services.jurors import JurorDesk

By = Literal["running", "number", "own"]
_KEPT = "own_order"


class OwnOrder(NamedTuple):
    """How the list of one stage is sorted; `entries`, the juror's own order, stays when another rules."""

    by: By = "running"
    entries: tuple[str, ...] = ()


def own_order(desk: JurorDesk, stage: str) -> OwnOrder:
    """What the juror chose for a stage; the running order where nothing was chosen."""
    with desk.store.look() as tx:
        held = json.loads(tx.meta(_KEPT) or "{}").get(stage)
    return OwnOrder() if held is None else OwnOrder(held["by"], tuple(held["entries"]))


def keep_order(desk: JurorDesk, stage: str, order: OwnOrder) -> None:
    """Remember it."""
    with desk.store.begin() as tx:
        held = json.loads(tx.meta(_KEPT) or "{}")
        tx.set_meta(_KEPT, json.dumps(held | {stage: order._asdict()}))


def arranged(order: OwnOrder, owed: Sequence[str]) -> list[str]:
    """The owed entries (in running order) as the juror wants them; those the own order lacks come last.

    >>> arranged(OwnOrder("own", ("03", "09", "01")), ["01", "02", "03"])
    ['03', '01', '02']
    >>> arranged(OwnOrder("number"), ["10", "2", "01"])
    ['01', '2', '10']
    """
    if order.by == "own":
        first = [entry for entry in order.entries if entry in owed]
        return [*first, *(entry for entry in owed if entry not in first)]
    if order.by == "number":
        return sorted(owed, key=_by_number)
    return [*owed]


def moved(entries: Sequence[str], entry: str, before: str | None) -> OwnOrder:
    """The own order after one entry was put before another, or at the end.

    >>> moved(["01", "02", "03"], "03", "01").entries
    ('03', '01', '02')
    """
    if before == entry:
        return OwnOrder("own", tuple(entries))
    rest = [one for one in entries if one != entry]
    at = len(rest) if before is None else rest.index(before)
    return OwnOrder("own", (*rest[:at], entry, *rest[at:]))


def _by_number(entry: str) -> tuple[int, int, str]:
    """Numbers by their value, before whatever is no number."""
    return (0, int(entry), entry) if entry.isdecimal() else (1, 0, entry)
