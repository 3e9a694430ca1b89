"""Text that people give and that is kept, signed and printed."""

from __future__ import annotations

from kipp_desktop.domain.bounds import LONGEST_TEXT, check_text
from kipp_desktop.domain.errors import UserError


def plain_text(text: str, longest: int = LONGEST_TEXT) -> None:
    """Raise UserError("text.not_plain") for what is too long or no printable text."""
    try:
        check_text(text, "text", longest)
        text.encode("utf-8")
    except ValueError as error:
        raise UserError("text.not_plain", most=longest) from error


def said(reason: str | None) -> str:
    """A reason that was really given. Raises UserError("reason.needed") for none and for blanks."""
    if not reason or not reason.strip():
        raise UserError("reason.needed")
    return reason
