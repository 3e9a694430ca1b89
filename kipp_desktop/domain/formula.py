"""How a rubric makes a sheet's total out of its values: exact, over one denominator.

A sheet total is (offset + Σ coefficient·value) / denominator points, all integers, so that a whole panel adds
up without a fraction being made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kipp_desktop.domain.rubric import Criterion, Rubric


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


def formula_of(rubric: Rubric) -> SheetFormula:
    """The formula of a rubric, worked out; `Rubric.formula` keeps it.

    >>> from kipp_desktop.domain.rubric import Criterion, Rubric, Scale, Text
    >>> halves = (Criterion("a", Text("A"), 5000), Criterion("b", Text("B"), 5000))
    >>> Rubric("umum", halves).formula.total((8500, 9000))        # 0.5·85 + 0.5·90
    Fraction(175, 2)
    >>> ten = tuple(Criterion(c.id, c.name, 5000, Scale(max=1000)) for c in halves)
    >>> Rubric("sepuluh", ten, normalise="max").formula.total((850, 900))      # of 10, brought to 100
    Fraction(175, 2)
    >>> six = tuple(Criterion(c.id, c.name, 5000, Scale(min=600, max=1000, step=10)) for c in halves)
    >>> Rubric("6-10", six, normalise="range").formula.total((600, 1000))      # foot 0, top 100
    Fraction(50, 1)
    >>> Rubric("poin", ten, total="points").formula.total((850, 900))          # 8.5 + 9
    Fraction(35, 2)
    >>> shown = (*halves, Criterion("c", Text("C"), 0))
    >>> Rubric("nol", shown).formula.total((8500, 9000, 100))                  # weight 0: not counted
    Fraction(175, 2)
    """
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
