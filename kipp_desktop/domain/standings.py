"""Two entries in the orders of the jurors: what their rank sums would be, were one total another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kipp_desktop.domain.competition import Competition, Stage
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.panels import borda
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import sheet_totals, stage_scores


@dataclass(frozen=True)
class Standing:
    """What each juror gave at a stage to either of two entries, and, rising, to all others."""

    totals: Mapping[str, Mapping[str, Fraction]]  # entry → juror → total
    others: Mapping[str, Sequence[Fraction]]  # by juror
    weight: Callable[[str], int]

    def with_total(self, entry: str, juror: str, total: Fraction) -> Standing:
        """The same, were one total another."""
        return replace(self, totals={**self.totals, entry: {**self.totals[entry], juror: total}})

    def score(self, entry: str) -> Fraction:
        """The entry's score at the stage under rank sums."""
        (rival,) = [self.totals[other] for other in self.totals if other != entry]
        given = [
            (self.weight(juror), self._points(juror, total, rival.get(juror)))
            for juror, total in self.totals[entry].items()
        ]
        return sum((weight * points for weight, points in given), Fraction(0)) / sum(
            weight for weight, _ in given
        )

    def _points(self, juror: str, total: Fraction, rival: Fraction | None) -> Fraction:
        others = self.others.get(juror, ())
        below = bisect_left(others, total)
        equal = bisect_right(others, total) - below
        if rival is None:
            return borda(below, equal, len(others))
        return borda(below + (rival < total), equal + (rival == total), len(others) + 1)


def standing_of(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage, both: Sequence[str]
) -> Standing:
    """The standing of two scored entries at a stage."""
    field = [entry.id for entry in competition.entries]
    scores = stage_scores(competition, table, rulings, stage, field)
    totals = sheet_totals(competition, stage, {entry: one.counted for entry, one in scores.items()})
    others: dict[str, list[Fraction]] = defaultdict(list)
    for entry, given in totals.items():
        for juror, total in given if entry not in both else ():
            others[juror].append(total)
    for given_by in others.values():
        given_by.sort()
    method, jurors = competition.rule.panel_method, competition.juror_by_id
    return Standing(
        {entry: dict(totals[entry]) for entry in both},
        others,
        lambda juror: method.weight(jurors.get(juror)),
    )
