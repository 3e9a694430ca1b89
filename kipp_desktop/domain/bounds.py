"""What an id, a text, a date and a number may be: everything that people or files say passes here."""

from __future__ import annotations

import re
from datetime import date

ID = re.compile(r"[A-Za-z0-9._-]{1,40}", re.ASCII)

LONGEST_TEXT = 4000
REASON_CAP = 2000
COMMENT_CAP = 4000

NOT_PLAIN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
"""Signs that nobody sees: control characters, zero width, turned direction of reading."""


def check_id(text: str, what: str) -> None:
    """Raise ValueError unless `text` is an id."""
    if ID.fullmatch(text) is None:
        raise ValueError(f"{what}: not an id")


def check_text(text: str, what: str, longest: int = LONGEST_TEXT) -> None:
    """Raise ValueError when `text` is longer than people write or holds signs that nobody sees."""
    if len(text) > longest or NOT_PLAIN.search(text):
        raise ValueError(f"{what}: too long or not plain text")


def check_date(text: str, what: str) -> None:
    """Raise ValueError unless `text` is a day as 2024-10-24."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII) is None:
        raise ValueError(f"{what}: not a date")
    date.fromisoformat(text)


def check_digest(text: str, what: str) -> None:
    """Raise ValueError unless `text` is a SHA-256 in small hexadecimal digits."""
    if re.fullmatch(r"[0-9a-f]{64}", text, re.ASCII) is None:
        raise ValueError(f"{what}: not a digest")


def check_range(value: int, low: int, high: int, what: str) -> None:
    """Raise ValueError unless low ≤ value ≤ high."""
    if not low <= value <= high:
        raise ValueError(f"{what}: outside {low}…{high}")
