"""What stands above a juror's sheets from the first paint on: it loads next to nothing."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.services.alarms import Alarm, alarms
from kipp_desktop.services.jurors import JurorDesk


@dataclass(frozen=True, slots=True)
class Pressing:
    """What the juror must not lose sight of: alarms, and how many differences are open."""

    alarms: tuple[Alarm, ...]
    differences: int


def pressing(desk: JurorDesk) -> Pressing:
    """Read it from the store; quick, for the screen."""
    with desk.store.begin() as tx:
        differences = len(tx.differences())
    return Pressing(tuple(alarms(desk)), differences)


def is_fresh(desk: JurorDesk) -> bool:
    """Whether nothing has happened in this store but that it was made."""
    with desk.store.begin() as tx:
        return tx.log.head()[0] == 1
