"""What became of recorded decisions: which hold no more, and why. What is not listed stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Literal

from kipp_desktop.domain.rulings import DERIVED_FROM, Event
from kipp_desktop.services.conflicts import Contest, contests_in
from kipp_desktop.services.masters import Master
from kipp_desktop.services.results import Result, result_of

Fate = Literal["void", "overruled", "taken_back", "outdated"]
"""`void`: what it stood on has changed; `overruled`: decided again since; `taken_back`: by an act of its own;
`outdated`: what it stood on has changed, and yet it holds until people decide again (an advance).
"""


def fates(master: Master) -> dict[int, Fate]:
    """Number of the event → why it holds no more."""
    with master.store.begin() as tx:
        found = result_of(tx)
        return fates_of(found, contests_in(tx, found.state), tx.log.events(DERIVED_FROM))


def fates_of(found: Result, contests: Iterable[Contest], events: Iterable[Event]) -> dict[int, Fate]:
    """The same from what was read before: pure. `events` in the order of the log."""
    told: dict[int, Fate] = {}
    last: dict[Hashable, Event] = {}
    for event in events:
        if event.type == "unfinalised" and (_FINAL in last):
            told[last.pop(_FINAL).seq] = "taken_back"
        if event.type == "paper_withdrawn" and event.data["paper"] in last:
            told[last.pop(event.data["paper"]).seq] = "taken_back"
        subject = _subject(event)
        if subject is None:
            continue
        if subject in last:
            told[last[subject].seq] = "overruled"
        last[subject] = event
    standing = {event.seq for event in found.decisions}
    for event in last.values():
        fate = _fate(found, event, standing)
        if fate is not None:
            told[event.seq] = fate
    told = {seq: fate for seq, fate in told.items() if seq not in standing}
    return told | _of_conflicts(contests)


_FINAL = "finalised"


def _subject(event: Event) -> Hashable | None:
    """What a decision is about: a later one about the same takes its place."""
    data = event.data
    subjects: Mapping[str, Hashable] = {
        "tie_decided": (event.type, data.get("stage"), data.get("group"), frozenset(data.get("order", ()))),
        "plenary_decided": (event.type, data.get("stage"), data.get("group")),
        "entries_curated": (event.type, data.get("stage")),
        "stage_advanced": (event.type, data.get("stage")),
        "finalised": _FINAL,
        "paper_entered": event.hash,
    }
    return subjects.get(event.type)


def _fate(found: Result, event: Event, standing: set[int]) -> Fate | None:
    """Why the last decision about something holds no more, or None where it does."""
    if event.type in ("tie_decided", "plenary_decided"):
        return None if event.seq in standing else "void"
    if event.type == "stage_advanced":
        outdated = {gap.stage for gap in found.gaps if gap.kind == "advance_outdated"}
        return "outdated" if event.data["stage"] in outdated else None
    return "void" if event.type == _FINAL and event.data["basis"] != found.basis else None


def _of_conflicts(contests: Iterable[Contest]) -> dict[int, Fate]:
    return {
        ruling.event.seq: ruling.state
        for contest in contests
        for ruling in contest.rulings
        if ruling.state != "in_force"
    }
