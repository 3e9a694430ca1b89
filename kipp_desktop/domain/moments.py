"""Moments that people state: as they type them, as they are kept (RFC 3339, UTC), as they are read."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])", re.ASCII)
_READ = "%d-%m-%Y %H.%M"


def kept_moment(text: str, now: datetime) -> str:
    """A moment as it is kept: nothing means now, "11.30" today by this machine's clock, "2024-10-24 11.30" a
    day's; RFC 3339 is taken as it is. Raises ValueError.

    >>> noon = datetime(2024, 10, 24, 12, 0, tzinfo=UTC)
    >>> kept_moment("2024-10-24T11:30:00+07:00", noon), kept_moment(" ", noon)
    ('2024-10-24T04:30:00Z', '2024-10-24T12:00:00Z')
    """
    day, _, clock = text.strip().rpartition(" ")
    told = _CLOCK.fullmatch(clock)
    if not text.strip():
        at = now
    elif told is None:
        at = datetime.fromisoformat(text.strip())
    else:
        on = datetime.fromisoformat(day).date() if day else now.astimezone().date()
        at = datetime.combine(on, time(int(told[1]), int(told[2])))
    try:
        return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError as error:  # of the year 1 or 9999, where another time zone has no such day
        raise ValueError(text) from error


def moment_words(kept: str) -> str:
    """A kept moment by this machine's clock: 24-10-2024 11.30; what is none, as older events hold, as it is.

    >>> moment_words("siang")
    'siang'
    """
    try:
        return datetime.fromisoformat(kept).astimezone().strftime(_READ)
    except ValueError:
        return kept
