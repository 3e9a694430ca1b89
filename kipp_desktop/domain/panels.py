"""From the totals of a panel of jurors to one score: exact, whatever the method.

All work on integers: methods that only need the values of the sheets over the rubric's denominator
(`panel_of`), those that ask who gave a total, or what the same juror gave to others, in one unit for all
entries (`scores_of_panel`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from operator import mul

from kipp_desktop.domain.competition import PanelMethod
from kipp_desktop.domain.formula import SheetFormula

TRIMMED_FROM = 5
"""A trimmed mean drops nobody where fewer jurors count: from four, two would remain."""

ONCE = 10000
"""The weight of a juror of whom the rule says nothing, in basis points."""

Panel = Callable[[Sequence[Sequence[int]]], tuple[int, int]]
"""Complete sheets, at least one → their score as numerator and divisor in the formula's unit."""

Totals = Mapping[str, Sequence[tuple[str, int]]]
"""Entry → (juror, total) of each sheet that counts, in one unit for all."""


def panel_of(method: PanelMethod, by: SheetFormula) -> Panel:
    """How several sheets become one score. Where totals are added up, each criterion is weighed only once.

    >>> mean = panel_of(PanelMethod("mean"), SheetFormula((2, 3), 10, 1))
    >>> mean([(1, 1), (5, 7)])        # 2·(1+5) + 3·(1+7) + 2·10
    (56, 2)
    >>> panel_of(PanelMethod("sum"), SheetFormula((1, 1), 0, 1))([(40, 40), (40, 50), (45, 40)])
    (255, 1)
    """
    coefficients, offset = by.coefficients, by.offset

    def mean(sheets: Sequence[Sequence[int]]) -> tuple[int, int]:
        by_criterion = map(sum, zip(*sheets))  # noqa: B905 - each sheet is as long as the rubric
        return sum(map(mul, coefficients, by_criterion)) + offset * len(sheets), len(sheets)

    def total(sheets: Sequence[Sequence[int]]) -> tuple[int, int]:
        return mean(sheets)[0], 1

    def by_totals(sheets: Sequence[Sequence[int]]) -> tuple[int, int]:
        return panel_score(method, [by.numerator(values) for values in sheets])

    def by_criteria(sheets: Sequence[Sequence[int]]) -> tuple[int, int]:
        kept = [kept_of(column, method.k or 0) for column in zip(*sheets, strict=True)]
        return mean(list(zip(*kept, strict=True)))

    if method.kind == "trimmed":
        return by_criteria if method.per == "criterion" else by_totals
    return {"mean": mean, "sum": total}.get(method.kind, by_totals)


def panel_score(method: PanelMethod, numerators: Sequence[int]) -> tuple[int, int]:
    """One score from the totals of at least one sheet, as numerator and divisor in the totals' own unit.

    >>> panel_score(PanelMethod("mean"), [80, 90, 85])
    (255, 3)
    >>> panel_score(PanelMethod("sum"), [80, 90, 85])
    (255, 1)
    >>> panel_score(PanelMethod("median"), [80, 90, 85, 100])
    (175, 2)

    Trimmed, in tenths, as in diving: of seven judges the two highest and the two lowest marks are dropped and
    22.0 is kept (World Aquatics, diving: the middle three marks are added up).

    >>> panel_score(PanelMethod("trimmed", k=2), [75, 70, 75, 70, 75, 80, 65])
    (220, 3)
    """
    if method.kind == "mean":
        return sum(numerators), len(numerators)
    if method.kind == "sum":
        return sum(numerators), 1
    if method.kind == "median":
        rising, middle = sorted(numerators), len(numerators) // 2
        return (rising[middle], 1) if len(rising) % 2 else (rising[middle - 1] + rising[middle], 2)
    if method.kind == "trimmed":
        kept = kept_of(numerators, method.k or 0)
        return sum(kept), len(kept)
    raise ValueError("rank sums need the sheets of all entries: see scores_of_panel")


def kept_of(values: Sequence[int], k: int) -> Sequence[int]:
    """The values without the k highest and the k lowest; all of them where fewer than five jurors count or
    nothing would be left.

    >>> kept_of([90, 60, 85, 100, 80], 1)
    [80, 85, 90]
    >>> kept_of([90, 60, 85, 100], 1)        # four jurors: nobody is dropped
    [90, 60, 85, 100]
    """
    if len(values) < TRIMMED_FROM or len(values) <= 2 * k:
        return values
    return sorted(values)[k : len(values) - k]


def needs_whole_panel(method: PanelMethod) -> bool:
    """Whether a score depends on who gave a total or on what a juror gave to other entries."""
    return method.kind == "rank_sum" or method.is_weighed


def scores_of_panel(
    method: PanelMethod, totals: Totals, unit: int = 1, weight: Callable[[str], int] = lambda juror: ONCE
) -> dict[str, Fraction]:
    """The score in points of every entry with at least one sheet; `unit` totals make a point, `weight` is a
    juror's, in basis points.

    Jurors' weights: the chair counts twice, (2·90 + 70 + 80) / 4.

    >>> given = {"01": [("ketua", 90), ("B", 70), ("C", 80)]}
    >>> twice = {"ketua": 20000, "B": 10000, "C": 10000}.__getitem__
    >>> scores_of_panel(PanelMethod("mean"), given, weight=twice)
    {'01': Fraction(165, 2)}
    >>> scores_of_panel(PanelMethod("sum"), given, weight=twice)
    {'01': Fraction(330, 1)}

    Rank sum: A and B put 01 first, C last of three. Its rank sum is 1 + 1 + 3 = 5; the places bring 100, 100
    and 0 points.

    >>> order = {"A": (90, 80, 70), "B": (75, 60, 55), "C": (60, 90, 80)}
    >>> totals = {f"0{n + 1}": [(one, given[n]) for one, given in order.items()] for n in range(3)}
    >>> scores_of_panel(PanelMethod("rank_sum"), totals)
    {'01': Fraction(200, 3), '02': Fraction(200, 3), '03': Fraction(50, 3)}
    """
    if method.kind == "rank_sum":
        totals, unit = rank_points(totals)
    weights = {juror: weight(juror) for juror in {juror for given in totals.values() for juror, _ in given}}
    return {
        entry: _weighed(method, [(weights[juror], total) for juror, total in given], unit)
        for entry, given in totals.items()
        if given
    }


def rank_points(totals: Totals) -> tuple[Totals, int]:
    """Borda's points in place of totals, from 0 to 100, and how many make a point: of the other entries that
    the juror scored, the share that this one is ahead of; an equal one counts half. Of a juror who scored no
    other it is half.

    Where j jurors scored all n entries the order is that of the rank sums r: the mean of the points is
    100·(j·n − r) / (j·(n − 1)) (J.-C. de Borda, Mémoire sur les élections au scrutin, 1781; equal entries
    share their ranks).

    >>> rank_points({"01": [("A", 9)], "02": [("A", 9)], "03": [("A", 8)]})        # 75, 75, 0
    ({'01': [('A', 150)], '02': [('A', 150)], '03': [('A', 0)]}, 2)
    """
    of_juror: dict[str, list[int]] = defaultdict(list)
    for given in totals.values():
        for juror, total in given:
            of_juror[juror].append(total)
    unit = lcm(*(len(rising) - 1 or 1 for rising in of_juror.values()))
    points = {juror: _points_by_total(sorted(found), unit) for juror, found in of_juror.items()}
    return {
        entry: [(juror, points[juror][total]) for juror, total in given] for entry, given in totals.items()
    }, unit


def _points_by_total(rising: Sequence[int], unit: int) -> dict[int, int]:
    """What each total of a juror brings, in parts of a point."""
    others = len(rising) - 1
    each: dict[int, int] = {}
    for total in rising:
        if total not in each:
            below, up_to_equal = bisect_left(rising, total), bisect_right(rising, total)
            each[total] = int(borda(below, up_to_equal - below - 1, others) * unit)
    return each


def borda(below: int, equal: int, others: int) -> Fraction:
    """Points from 0 to 100 for an entry that is ahead of `below` of the `others` and level with `equal`.

    >>> borda(6, 1, 7), borda(0, 0, 0)
    (Fraction(650, 7), Fraction(50, 1))
    """
    return Fraction(50 * (2 * below + equal), others) if others else Fraction(50)


def _weighed(method: PanelMethod, given: Sequence[tuple[int, int]], unit: int) -> Fraction:
    if method.kind == "median":
        return weighed_median(given) / unit
    total = sum([weight * value for weight, value in given])
    return Fraction(total, unit * (ONCE if method.kind == "sum" else sum([weight for weight, _ in given])))


def weighed_median(given: Sequence[tuple[int, int]] | Sequence[tuple[int, Fraction]]) -> Fraction:
    """The value with at most half of the weight below it and at most half above; where two values are, their
    mean.

    >>> weighed_median([(1, 60), (1, 70), (3, 90)])
    Fraction(90, 1)
    >>> weighed_median([(1, 60), (1, 70), (2, 90)])
    Fraction(80, 1)
    """
    rising = sorted(given, key=lambda one: one[1])
    half = Fraction(sum(weight for weight, _ in rising), 2)
    below = 0
    for position, (weight, value) in enumerate(rising):
        below += weight
        if below > half:
            return Fraction(value)
        if below == half:
            return Fraction(value + rising[position + 1][1]) / 2
    raise ValueError("nothing to take the middle of")
