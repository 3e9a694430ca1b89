"""Times of the log as they are read here."""

from __future__ import annotations

from datetime import datetime

from kipp_desktop.gui.languages import date_short, time_words


def when_words(at_text: str) -> str:
    """A time of the log, in the time of this machine."""
    try:
        at = datetime.fromisoformat(at_text).astimezone()
    except ValueError:
        return at_text
    return f"{date_short(at.date())} {time_words(at, seconds=False)}"


def clock_words(at_text: str) -> str:
    """The same, without the date where it is today's."""
    words, today = when_words(at_text), date_short(datetime.now().astimezone().date())
    return words.removeprefix(today).strip()
