"""From what a juror types to a value, and what a scale takes, in words."""

from __future__ import annotations

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import centi_text, parse_centi
from kipp_desktop.domain.rubric import Scale

YES = ("1", "ya", "y", "yes", "lulus", "pass", "true")
NO = ("0", "tidak", "t", "no", "fail", "tidak lulus", "false")


def parse_value(text: str, scale: Scale) -> int:
    """Read what a juror typed for a criterion, in hundredths.

    Raises UserError: value.not_a_number, value.out_of_scale.
    """
    if scale.check:
        word = text.strip().lower()
        if word in YES or word in NO:
            return 100 if word in YES else 0
        raise UserError("value.out_of_scale", text=text, allowed=scale_text(scale))
    value = parse_centi(text)
    if not scale.allows(value):
        raise UserError("value.out_of_scale", text=text, allowed=scale_text(scale))
    return value


def scale_text(scale: Scale) -> str:
    """The allowed values in words a juror reads beside the field: "0–100", "6–10 (0,1)", "1, 2, 3",
    "ya/tidak".
    """
    if scale.check:
        return "ya/tidak"
    if scale.values is not None:
        return ", ".join(centi_text(value) for value in scale.values)
    steps = "" if scale.step == 100 else f" ({centi_text(scale.step)})"
    return f"{centi_text(scale.min)}–{centi_text(scale.max)}{steps}"
