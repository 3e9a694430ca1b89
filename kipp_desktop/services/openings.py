"""Openings of a ranking, and every score that changed afterwards, from the log and the stored files alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derive import ScoreTable, derive
from kipp_desktop.domain.openings import Opening, ScoreChange, changes_between
from kipp_desktop.domain.rulings import DERIVED_FROM, Event, rulings_of
from kipp_desktop.exchange import score_file
from kipp_desktop.services.masters import Master, MasterState, issued_competition, load_state
from kipp_desktop.store.master_store import MasterTransaction

ISSUED = ("package_issued", "package_readmitted")
_READ = frozenset((*DERIVED_FROM, *ISSUED, "score_accepted"))
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
    events = tx.log.events(_READ) if log is None else [event for event in log if event.type in _READ]
    opened = _of(events, "ranking_opened", stage)
    closed = _of(events, "intake_closed", stage)[:1]
    first = min((*opened[:1], *closed), key=lambda event: event.seq, default=None)
    if first is None:
        return None
    early = tuple(event for event in opened if not closed or event.seq < closed[0].seq)
    later = [event for event in events if event.seq > first.seq and event.type not in _MOVE_NO_SCORE]
    changes = _changes(tx, state, events, first, stage) if later else ()
    return Opening(first, early, tuple(changes))


def _of(events: Iterable[Event], type_: str, stage: str) -> list[Event]:
    return [event for event in events if event.type == type_ and event.data["stage"] == stage]


def _changes(
    tx: MasterTransaction, state: MasterState, events: Sequence[Event], first: Event, stage: str
) -> Iterable[ScoreChange]:
    until = [event for event in events if event.seq <= first.seq]
    versions = [event.data["version"] for event in until if event.type in ISSUED]
    if not versions:
        return ()
    stored = {one.version: one for one in tx.packages()}[versions[-1]]
    then = issued_competition(tx, stored)
    return changes_between(then, _table(tx, until, then), state.competition, state.table, stage)


def _table(tx: MasterTransaction, until: Sequence[Event], then: Competition) -> ScoreTable:
    """The score table as it stood: the files accepted and the decisions taken until then."""
    accepted = {event.data["digest"] for event in until if event.type == "score_accepted"}
    snapshots = [score_file.reopen(one.envelope).snapshot for one in tx.payloads() if one.digest in accepted]
    return derive(then, snapshots, rulings_of(until))
