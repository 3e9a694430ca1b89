"""What stands above a juror's sheets from the first paint on: it loads next to nothing."""

from __future__ import annotations

from typing import NamedTuple

from kipp_desktop.services.alarms import Alarm, alarms
from kipp_desktop.services.jurors import JurorDesk

_SENT = ("score", "sheet", "comment", "declared", "declaration_withdrawn", "difference_resolved")


class Pressing(NamedTuple):
    """What the juror must not lose sight of: alarms, how many differences are open, and what no file holds.

    `unsent` counts what was done since the last file was written; `sent_at` is when that was (RFC 3339).
    """

    alarms: tuple[Alarm, ...]
    differences: int
    unsent: int
    sent_at: str | None


def pressing(desk: JurorDesk) -> Pressing:
    """Read it from the store; quick, for the screen."""
    with desk.store.look() as tx:
        differences = len(tx.differences())
        last = tx.log.last("exported")
        unsent = tx.log.count(_SENT, 0 if last is None else last.seq)
    return Pressing(tuple(alarms(desk)), differences, unsent, None if last is None else last.at)


def is_fresh(desk: JurorDesk) -> bool:
    """Whether nothing has happened in this store but that it was made."""
    with desk.store.look() as tx:
        return tx.log.head()[0] == 1
