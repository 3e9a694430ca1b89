"""When each participant presents: slots by the clock, with breaks, over one day or several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kipp_desktop.domain.bounds import check_date, check_range, check_text

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])", re.ASCII)
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Pause:
    """A break: from when (13.00), how many minutes, what for."""

    at: str
    minutes: int
    name: str = ""

    def __post_init__(self) -> None:
        minute_of(self.at)
        check_range(self.minutes, 1, DAY, "pause")
        check_text(self.name, "pause", 200)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The frame of a stage's presentations. `until`: no slot ends later; then the next day begins."""

    stage: str
    days: tuple[str, ...]
    start: str
    until: str = "24.00"
    slot_minutes: int = 0  # 0 = what the stage's segments add up to
    gap_minutes: int = 0  # between two participants
    pauses: tuple[Pause, ...] = ()
    place: str = ""

    def __post_init__(self) -> None:
        for day in self.days:
            check_date(day, "timetable")
        if list(self.days) != sorted(set(self.days)) or not self.days:
            raise ValueError("timetable: the days must rise")
        minute_of(self.start)
        if self.until != "24.00":
            minute_of(self.until)
        check_range(self.slot_minutes, 0, DAY, "slot")
        check_range(self.gap_minutes, 0, DAY, "gap")
        check_text(self.place, "place", 500)


@dataclass(frozen=True, slots=True)
class Slot:
    """One line: a participant, or a break (`entry` None). Times as people write them: 09.20."""

    day: str
    start: str
    end: str
    entry: str | None
    name: str = ""


def slots(frame: Timetable, order: Sequence[str], segment_seconds: int = 0) -> list[Slot]:
    """Give every entry of `order` its time.

    Raises ValueError where slots have no length, or the days are too short for everybody.
    """
    length = frame.slot_minutes or -(-segment_seconds // 60)
    if length < 1:
        raise ValueError("timetable: a slot needs minutes")
    closing = DAY if frame.until == "24.00" else minute_of(frame.until)
    waiting = list(order)
    found: list[Slot] = []
    for day in frame.days:
        clock = minute_of(frame.start)
        pauses = sorted(frame.pauses, key=lambda pause: minute_of(pause.at))
        while waiting:
            due = pauses[0] if pauses and clock + length > minute_of(pauses[0].at) else None
            if due is not None:
                begin = max(clock, minute_of(due.at))
                found.append(Slot(day, clock_of(begin), clock_of(begin + due.minutes), None, due.name))
                clock = begin + due.minutes
                pauses.pop(0)
                continue
            if clock + length > closing:
                break
            found.append(Slot(day, clock_of(clock), clock_of(clock + length), waiting.pop(0)))
            clock += length + frame.gap_minutes
    if waiting:
        raise ValueError(f"timetable: no time left for {', '.join(waiting)}")
    return found


def minute_of(clock: str) -> int:
    """Minutes since midnight of 09.20 (or 9:20). Raises ValueError."""
    found = _CLOCK.fullmatch(clock)
    if found is None:
        raise ValueError(f"timetable: {clock} is no time")
    return int(found[1]) * 60 + int(found[2])


def clock_of(minute: int) -> str:
    """A minute of the day as people write it."""
    return f"{minute // 60:02d}.{minute % 60:02d}"
