"""Scales as people type them."""

from __future__ import annotations

import re

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import parse_centi
from kipp_desktop.domain.rubric import Scale

_RANGE = re.compile(r"([\d.,]+)\s*[–—-]\s*([\d.,]+)(?:\s*(?:\(|/)\s*([\d.,]+)\s*\)?)?")
_CHECK = ("ya/tidak", "yes/no")


def parse_scale(text: str) -> Scale:
    """Read what `scale_text` writes and what people write: "0–100", "6-10 (0,1)", "1,2,3,5", "ya/tidak".

    Raises UserError("scale.not_understood").
    """
    words = " ".join(text.casefold().split())
    try:
        if words.replace(" ", "") in _CHECK:
            return Scale(check=True)
        found = _RANGE.fullmatch(words)
        if found is not None:
            low, high, step = found.groups()
            return Scale(parse_centi(low), parse_centi(high), parse_centi(step) if step else 100)
        return Scale(values=tuple(parse_centi(one) for one in _listed(words)))
    except (UserError, ValueError) as error:
        raise UserError("scale.not_understood", text=text) from error


def _listed(words: str) -> list[str]:
    """The numbers of a list; a comma between digits is a decimal one unless every comma is."""
    if re.fullmatch(r"\d+(,\d+){2,}", words):
        return words.split(",")
    return re.split(r"\s*;\s*|,\s+", words)
