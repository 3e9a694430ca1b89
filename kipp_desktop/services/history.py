"""The master as it stood at an earlier event, from its log and the stored files alone."""

from __future__ import annotations

from collections.abc import Iterable

from kipp_desktop.domain.derive import derive
from kipp_desktop.domain.rulings import DERIVED_FROM, Event, rulings_of
from kipp_desktop.exchange import score_file
from kipp_desktop.services.masters import MasterState, issued_competition
from kipp_desktop.store.master_store import MasterTransaction

ISSUED = ("package_issued", "package_readmitted")
READ = frozenset((*DERIVED_FROM, *ISSUED, "score_accepted"))
"""What has to be known of the log to go back in it."""


def state_at(tx: MasterTransaction, seq: int, events: Iterable[Event]) -> MasterState | None:
    """What the master said right after event `seq`; None while no package was issued. `events` hold READ."""
    until = [event for event in events if event.seq <= seq]
    versions = [event.data["version"] for event in until if event.type in ISSUED]
    if not versions:
        return None
    stored = {one.version: one for one in tx.packages()}[versions[-1]]
    accepted = {event.data["digest"] for event in until if event.type == "score_accepted"}
    snapshots = [score_file.reopen(one.envelope).snapshot for one in tx.payloads() if one.digest in accepted]
    competition, rulings = issued_competition(tx, stored), rulings_of(until)
    return MasterState(competition, stored, rulings, derive(competition, snapshots, rulings))
