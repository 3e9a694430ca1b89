"""A stage score taken apart: what each sheet and each cell brings to it, whatever the panel's method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kipp_desktop.domain.competition import ORGANISER, Competition, PanelMethod, Stage
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.panels import TRIMMED_FROM, Totals, rank_points
from kipp_desktop.domain.rubric import Criterion, Rubric
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import EntryScore, sheet_totals, stage_scores, unit_totals


@dataclass(frozen=True, slots=True)
class Term:
    """One cell's part of an entry's stage score, in points; a missing cell (None) counts as zero by the rule.

    Under rank sums, which totals only order, it is the cell's part of its sheet's total.
    """

    juror: str
    criterion: str
    value: int | None
    weight_bp: int
    contribution: Fraction


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet that counts: its total, and what it brings to the stage score.

    `kept` is false where the method leaves all of its values out (trimmed, or not in the middle of a median).
    `rank` (equal totals share it) of so many entries that the juror ranked: under rank sums only.
    """

    juror: str
    total: Fraction
    part: Fraction
    rank: Fraction | None = None
    ranked: int = 0
    kept: bool = True


@dataclass(frozen=True, slots=True)
class StagePart:
    """A stage's score of an entry, and what it brings to the score that is ranked.

    The sheets' parts add up to `score`.
    """

    stage: str
    weight_bp: int
    score: Fraction
    sheets: tuple[SheetPart, ...]
    terms: tuple[Term, ...]

    @property
    def part(self) -> Fraction:
        """What the stage brings, in points."""
        return self.score * Fraction(self.weight_bp, 10000)


def stage_part(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage, entry: str, weight_bp: int
) -> StagePart | None:
    """An entry's score at a stage, taken apart; None where it has none."""
    scores = stage_scores(competition, table, rulings, stage, _field(competition, stage, entry))
    if entry not in scores:
        return None
    score, method = scores[entry], _method(competition, stage)
    rubric = competition.rubric_for(stage.id, competition.entry_by_id[entry])
    weights = [method.weight(competition.juror_by_id.get(sheet.juror)) for sheet in score.counted]
    shares = _shares(method, rubric, score.counted, weights)
    terms = _terms(rubric, score.counted, shares)
    if method.kind == "rank_sum":
        totals, unit = unit_totals(competition, stage, {one: found.counted for one, found in scores.items()})
        sheets = _ranked_sheets(totals, unit, entry, weights)
    else:
        kept = {sheet.juror: any(of_sheet) for sheet, of_sheet in zip(score.counted, shares, strict=True)}
        sheets = _summed_sheets(competition, stage, score, terms, kept)
    return StagePart(stage.id, weight_bp, score.score, sheets, terms)


def _field(competition: Competition, stage: Stage, entry: str) -> list[str]:
    """The entries whose scores are needed: under rank sums those that the entry is compared with."""
    if _method(competition, stage).kind != "rank_sum":
        return [entry]
    return [one.id for one in competition.entries]


def _method(competition: Competition, stage: Stage) -> PanelMethod:
    """What the organiser entered is one sheet and no panel: its total is the score, whatever the method."""
    return PanelMethod() if stage.panel == ORGANISER else competition.rule.panel_method


def _terms(
    rubric: Rubric, counted: Sequence[Sheet], shares: Sequence[Sequence[Fraction]]
) -> tuple[Term, ...]:
    by = rubric.formula
    return tuple(
        Term(
            sheet.juror,
            criterion.id,
            value,
            criterion.weight_bp,
            share * Fraction(factor * ((value or 0) - _start(rubric, criterion)), by.denominator),
        )
        for sheet, of_sheet in zip(counted, shares, strict=True)
        for criterion, factor, value, share in zip(
            rubric.criterion, by.coefficients, sheet.values, of_sheet, strict=True
        )
    )


def _start(rubric: Rubric, criterion: Criterion) -> int:
    """Where a criterion's points begin: at the foot of its scale under `range`, else at zero."""
    return criterion.scale.lowest if rubric.normalise == "range" else 0


def _shares(
    method: PanelMethod, rubric: Rubric, counted: Sequence[Sheet], weights: Sequence[int]
) -> list[list[Fraction]]:
    """How much of each cell is in the stage score, sheet by sheet."""
    width = len(rubric.criterion)
    columns = [[sheet.values[position] or 0 for sheet in counted] for position in range(width)]
    if method.kind == "trimmed" and method.per == "criterion":
        by_criterion = [_kept(column, method.k or 0) for column in columns]
        return [[by_criterion[position][at] for position in range(width)] for at in range(len(counted))]
    by = rubric.formula
    totals = [by.total([value or 0 for value in sheet.values]) for sheet in counted]
    return [[share] * width for share in _sheet_shares(method, totals, weights)]


def _sheet_shares(
    method: PanelMethod, totals: Sequence[Fraction], weights: Sequence[int]
) -> Sequence[Fraction]:
    """How much of each sheet's total is in the score.

    >>> _sheet_shares(PanelMethod("median"), [Fraction(80), Fraction(90), Fraction(70)], [10000] * 3)
    [Fraction(1, 1), Fraction(0, 1), Fraction(0, 1)]
    """
    if method.kind == "rank_sum":
        return [Fraction(1)] * len(totals)
    if method.kind == "sum":
        return [Fraction(weight, 10000) for weight in weights]
    if method.kind == "trimmed":
        return _kept(totals, method.k or 0)
    if method.kind == "median":
        return _middle(totals, weights)
    return [Fraction(weight, sum(weights)) for weight in weights]


def _kept(values: Sequence[int] | Sequence[Fraction], k: int) -> list[Fraction]:
    """The share of each value in a trimmed mean: nothing for the k highest and k lowest."""
    dropped = k if len(values) >= TRIMMED_FROM and len(values) > 2 * k else 0
    rising = sorted(range(len(values)), key=values.__getitem__)
    kept = set(rising[dropped : len(values) - dropped])
    return [Fraction(at in kept, len(kept)) for at in range(len(values))]


def _middle(totals: Sequence[Fraction], weights: Sequence[int]) -> list[Fraction]:
    """The share of each total in the (weighed) median: the one in the middle, or half of each of two."""
    rising = sorted(range(len(totals)), key=totals.__getitem__)
    whole, below = sum(weights), 0
    for position, at in enumerate(rising):
        below += weights[at]
        if 2 * below >= whole:
            middle = [at] if 2 * below > whole else [at, rising[position + 1]]
            return [Fraction(one in middle, len(middle)) for one in range(len(totals))]
    return []


def _summed_sheets(
    competition: Competition,
    stage: Stage,
    score: EntryScore,
    terms: Sequence[Term],
    kept: Mapping[str, bool],
) -> tuple[SheetPart, ...]:
    """Sheets whose parts are those of their cells."""
    parts: dict[str, Fraction] = {}
    for term in terms:
        parts[term.juror] = parts.get(term.juror, Fraction(0)) + term.contribution
    totals = sheet_totals(competition, stage, {score.entry: score.counted})[score.entry]
    return tuple(SheetPart(juror, total, parts[juror], kept=kept[juror]) for juror, total in totals)


def _ranked_sheets(totals: Totals, unit: int, entry: str, weights: Sequence[int]) -> tuple[SheetPart, ...]:
    """Sheets by the rank that each gives the entry."""
    all_points, parts = rank_points(totals)
    points = {juror: Fraction(found, parts) for juror, found in all_points[entry]}
    ranked = Counter(juror for given in totals.values() for juror, _ in given)
    return tuple(
        SheetPart(
            juror,
            Fraction(total, unit),
            points[juror] * Fraction(weight, sum(weights)),
            ranked[juror] - points[juror] * (ranked[juror] - 1) / 100,
            ranked[juror],
        )
        for (juror, total), weight in zip(totals[entry], weights, strict=True)
    )
