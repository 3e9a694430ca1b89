"""Scores are integers in hundredths; results are fractions; this is the only place that rounds."""

from __future__ import annotations

import re
from fractions import Fraction

from kipp_desktop.domain.errors import UserError

_TYPED = re.compile(r"(\d{1,6})(?:[.,](\d{0,2}))?", re.ASCII)


def parse_centi(text: str) -> int:
    """Read a typed number ("87", "87,5", "87.50") as hundredths (8700, 8750, 8750).

    Raises UserError("value.not_a_number") for anything else: signs, exponents, thousands marks, three
    decimals.
    """
    match = _TYPED.fullmatch(text.strip())
    if match is None:
        raise UserError("value.not_a_number", text=text)
    whole, decimals = match.group(1), match.group(2) or ""
    return int(whole) * 100 + int(decimals.ljust(2, "0"))


def parse_points(text: str) -> int:
    """Read points that may be taken away ("2", "+1,5", "-0.25") as hundredths.

    Raises UserError("value.not_a_number").
    """
    typed = text.strip()
    return -parse_centi(typed[1:]) if typed.startswith(("-", "−")) else parse_centi(typed.removeprefix("+"))


def centi_text(value: int, mark: str = ",") -> str:
    """Write hundredths as people do: 8750 → "87,50", 8700 → "87"."""
    sign, value = ("-", -value) if value < 0 else ("", value)
    whole, decimals = divmod(value, 100)
    return f"{sign}{whole}{mark}{decimals:02d}" if decimals else f"{sign}{whole}"


def round_half_up(value: Fraction, places: int) -> int:
    """Round to `places` decimals, halves up, as an integer in units of the last place."""
    scaled = value * 10**places
    return (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)


def decimal_text(value: Fraction, places: int, mark: str = ".") -> str:
    """Write a fraction with exactly `places` decimals, halves up: 339/4 → "84.75"."""
    units = round_half_up(value, places)
    sign, units = ("-", -units) if units < 0 else ("", units)
    if places == 0:
        return f"{sign}{units}"
    whole, decimals = divmod(units, 10**places)
    return f"{sign}{whole}{mark}{decimals:0{places}d}"


def places_that_separate(values: list[Fraction], places: int, limit: int = 12) -> list[int]:
    """Decimals for each of a ranked list, so that neighbours which differ also look different.

    1/3-like neighbours keep getting decimals until they differ or `limit` is reached.
    """
    shown = [places] * len(values)
    for index in range(len(values) - 1):
        first, second = values[index], values[index + 1]
        if first == second:
            continue
        wanted = places
        while wanted < limit and round_half_up(first, wanted) == round_half_up(second, wanted):
            wanted += 1
        if wanted > places:
            shown[index] = max(shown[index], wanted)
            shown[index + 1] = max(shown[index + 1], wanted)
    return shown
