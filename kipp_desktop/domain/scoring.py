"""From what a juror types to a value, and from a sheet's values to its total: exact, over one denominator.

A sheet total is (offset + Σ coefficient·value) / denominator points, all integers, so that a whole panel adds
up without a fraction being made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from operator import mul

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import centi_text, parse_centi
from kipp_desktop.domain.rubric import Criterion, Rubric, Scale

YES = ("1", "ya", "y", "yes", "lulus", "pass", "true")
NO = ("0", "tidak", "t", "no", "fail", "tidak lulus", "false")


@dataclass(frozen=True, slots=True)
class SheetFormula:
    """How a rubric makes a sheet's total out of values in hundredths."""

    coefficients: tuple[int, ...]
    offset: int
    denominator: int

    def numerator(self, values: Sequence[int]) -> int:
        """The total of a complete sheet, times `denominator`."""
        return sum(map(mul, self.coefficients, values)) + self.offset

    def total(self, values: Sequence[int]) -> Fraction:
        """The total of a complete sheet, in points."""
        return Fraction(self.numerator(values), self.denominator)


def formula(rubric: Rubric) -> SheetFormula:
    """The formula of a rubric.

    >>> from kipp_desktop.domain.competition import Text
    >>> halves = (Criterion("a", Text("A"), 5000), Criterion("b", Text("B"), 5000))
    >>> formula(Rubric("umum", halves)).total((8500, 9000))        # 0.5·85 + 0.5·90
    Fraction(175, 2)
    >>> ten = tuple(Criterion(c.id, c.name, 5000, Scale(max=1000)) for c in halves)
    >>> formula(Rubric("sepuluh", ten, normalise="max")).total((850, 900))      # of 10, brought to 100
    Fraction(175, 2)
    >>> six = tuple(Criterion(c.id, c.name, 5000, Scale(min=600, max=1000, step=10)) for c in halves)
    >>> formula(Rubric("6-10", six, normalise="range")).total((600, 1000))      # foot 0, top 100
    Fraction(50, 1)
    >>> formula(Rubric("poin", ten, total="points")).total((850, 900))          # 8.5 + 9
    Fraction(35, 2)
    >>> shown = (*halves, Criterion("c", Text("C"), 0))
    >>> formula(Rubric("nol", shown)).total((8500, 9000, 100))                  # weight 0: not counted
    Fraction(175, 2)
    """
    held: SheetFormula | None = rubric.__dict__.get("_formula")
    if held is None:  # worked out once and kept with the rubric, as a cached property of it would be
        held = rubric.__dict__["_formula"] = _worked_out(rubric)
    return held


def _worked_out(rubric: Rubric) -> SheetFormula:
    terms = [_term(rubric, criterion) for criterion in rubric.criterion]
    denominator = lcm(*(part.denominator for term in terms for part in term))
    coefficients = tuple(int(factor * denominator) for factor, _ in terms)
    return SheetFormula(coefficients, int(sum(constant for _, constant in terms) * denominator), denominator)


def _term(rubric: Rubric, criterion: Criterion) -> tuple[Fraction, Fraction]:
    """Points per hundredth of a criterion, and the constant it adds."""
    if criterion.weight_bp == 0:
        return Fraction(0), Fraction(0)
    if rubric.total == "weighted":
        share, lowest, highest = (
            Fraction(criterion.weight_bp, 10000),
            criterion.scale.lowest,
            criterion.scale.highest,
        )
        width = highest - lowest
    else:
        counted = [other.scale for other in rubric.criterion if other.weight_bp]
        share, lowest = Fraction(1), criterion.scale.lowest
        highest = sum(scale.highest for scale in counted)
        width = highest - sum(scale.lowest for scale in counted)
    if rubric.normalise == "none":
        return share / 100, Fraction(0)
    if rubric.normalise == "max":
        return share * Fraction(100, highest), Fraction(0)
    return share * Fraction(100, width), -share * Fraction(100 * lowest, width)


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
