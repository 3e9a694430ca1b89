"""Openings of a ranking, and every score that changed afterwards, from the log and the stored files alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kipp_desktop.domain.openings import Opening, ScoreChange, changes_between
from kipp_desktop.domain.rulings import Event
from kipp_desktop.services.history import READ, state_at
from kipp_desktop.services.masters import Master, MasterState, load_state
from kipp_desktop.store.master_store import MasterTransaction

_MOVE_NO_SCORE = ("ranking_opened", "intake_closed", "finalised", "unfinalised", "objection", "code_renewed")


def opening(master: Master, stage: str) -> Opening | None:
    """When a stage's ranking could first be seen and what changed since; None while it is shut."""
    with master.store.begin() as tx:
        return opening_of(tx, load_state(tx), stage)


def opening_of(
    tx: MasterTransaction, state: MasterState, stage: str, log: Iterable[Event] | None = None
) -> Opening | None:
    """The same, inside a transaction; `log` holds its events where they were read before.

    A ranking is open from the first `ranking_opened` of its stage, else from its first `intake_closed`. What
    stood then is derived from the files that the log had accepted and the decisions it held until there.
    """
    events = tx.log.events(READ) if log is None else [event for event in log if event.type in READ]
    opened = _of(events, "ranking_opened", stage)
    closed = _of(events, "intake_closed", stage)[:1]
    first = min((*opened[:1], *closed), key=lambda event: event.seq, default=None)
    if first is None:
        return None
    early = tuple(event for event in opened if not closed or event.seq < closed[0].seq)
    later = [event for event in events if event.seq > first.seq and event.type not in _MOVE_NO_SCORE]
    changes = _changes(tx, state, events, first, stage) if later else ()
    moved = later if stage == state.last_stage else ()
    bonuses = tuple(event for event in moved if event.type == "bonus_decided")
    return Opening(first, early, tuple(changes), bonuses)


def _of(events: Iterable[Event], type_: str, stage: str) -> list[Event]:
    return [event for event in events if event.type == type_ and event.data["stage"] == stage]


def _changes(
    tx: MasterTransaction, state: MasterState, events: Sequence[Event], first: Event, stage: str
) -> Iterable[ScoreChange]:
    then = state_at(tx, first.seq, events)
    if then is None:
        return ()
    return changes_between(then.competition, then.table, state.competition, state.table, stage)
