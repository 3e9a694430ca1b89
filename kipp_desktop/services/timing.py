"""Where a juror's own timer stood, so that a laptop that fell asleep or out of power goes on with it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from kipp_desktop.services.jurors import JurorDesk

_TIMER = "timer"
_GOES_ON = timedelta(hours=1)  # a presentation that began longer ago is over
_KEPT = timedelta(hours=12)  # a paused timer is of today


class TimerStand(NamedTuple):
    """A segment by its place, how many seconds of it are over, and whether it goes on."""

    segment: int
    spent: float
    going: bool


def remember_timer(desk: JurorDesk, stage: str, stand: TimerStand, now: datetime) -> None:
    """Note where the timer of a stage stands."""
    held = [stage, stand.segment, stand.spent, stand.going, now.astimezone(UTC).isoformat()]
    with desk.store.begin() as tx:
        tx.set_meta(_TIMER, json.dumps(held))


def remembered_timer(desk: JurorDesk, stage: str, now: datetime) -> TimerStand | None:
    """Where the timer of a stage stands now, the time in between counted when it was going.

    None when it is too long ago, of another stage, or when the clock of the laptop was set back.
    """
    with desk.store.begin() as tx:
        held = tx.meta(_TIMER)
    if held is None:
        return None
    of, segment, spent, going, at = json.loads(held)
    since = now - datetime.fromisoformat(at)
    if of != stage or not timedelta(0) <= since <= (_GOES_ON if going else _KEPT):
        return None
    return TimerStand(segment, spent + since.total_seconds() * going, going)
