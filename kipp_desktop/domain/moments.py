"""Moments that people state: as they type them, as they are kept (RFC 3339, UTC), as they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone

ZONES: Mapping[str, int] = {"WIB": 7, "WITA": 8, "WIT": 9}
"""The time zones of Indonesia, in hours east of UTC; none of them has another time in summer."""

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])", re.ASCII)
_READ = "%d-%m-%Y %H.%M"


def zone_here(now: datetime) -> str:
    """The Indonesian time zone of this machine's clock; "" where it is none."""
    offset = now.astimezone().utcoffset()
    return next((name for name, hours in ZONES.items() if offset == timedelta(hours=hours)), "")


def kept_moment(text: str, now: datetime, zone: str = "") -> str:
    """A moment as it is kept: nothing means now, "11.30" today by the clock of a zone (this machine's where
    it is ""), "2024-10-24 11.30" a day's; RFC 3339 is taken as it is. Raises ValueError.

    >>> noon = datetime(2024, 10, 24, 12, 0, tzinfo=UTC)
    >>> kept_moment("2024-10-24T11:30:00+07:00", noon), kept_moment(" ", noon)
    ('2024-10-24T04:30:00Z', '2024-10-24T12:00:00Z')
    >>> kept_moment("11.30", noon, "WITA")
    '2024-10-24T03:30:00Z'
    """
    clock_of = _offset(zone) if zone else None
    day, _, clock = text.strip().rpartition(" ")
    told = _CLOCK.fullmatch(clock)
    if not text.strip():
        at = now
    elif told is None:
        at = datetime.fromisoformat(text.strip())
    else:
        on = datetime.fromisoformat(day).date() if day else now.astimezone(clock_of).date()
        at = datetime.combine(on, time(int(told[1]), int(told[2])), clock_of)
    try:
        return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError as error:  # of the year 1 or 9999, where another time zone has no such day
        raise ValueError(text) from error


def moment_words(kept: str, zone: str) -> str:
    """A kept moment by the clock of a zone, UTC where it is "", which is named: every machine says the same.
    What is no moment, as older events hold, as it is.

    >>> moment_words("2024-10-24T04:30:00Z", "WIB"), moment_words("2024-10-24T04:30:00Z", "")
    ('24-10-2024 11.30 WIB', '24-10-2024 04.30 UTC')
    >>> moment_words("siang", "WIB")
    'siang'
    """
    try:
        at = datetime.fromisoformat(kept).astimezone(_offset(zone))
    except ValueError:
        return kept
    return f"{at.strftime(_READ)} {zone or 'UTC'}"


def day_of(kept: str, zone: str) -> date:
    """The day of a kept moment in a zone; in UTC where it is "". Raises ValueError."""
    return datetime.fromisoformat(kept).astimezone(_offset(zone)).date()


def _offset(zone: str) -> timezone:
    return timezone(timedelta(hours=ZONES.get(zone, 0)))
