"""What the links of a tie chain compare, exactly: the larger value comes first.

`criterion:X`, `stage:X`, `highest_weight`, `median`, `first_places`. A list of a ranking compares its own
entries: a first place is one among them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from operator import mul

from kipp_desktop.domain.competition import Competition, Stage
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.panels import Totals, weighed_median
from kipp_desktop.domain.rubric import Criterion, Rubric
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import EntryScore, sheet_totals, stage_scores, unit_totals


@dataclass(frozen=True)
class TieValues:
    """The values that put the equal entries of one list in order.

    `scores` are those that the list ranks; the sheets they count are compared. `members` are the list's
    scored entries. `stages` keeps the scores of other stages, once computed.
    """

    competition: Competition
    table: ScoreTable
    rulings: Rulings
    stage: Stage
    scores: Mapping[str, EntryScore]
    members: Sequence[str]
    stages: dict[str, dict[str, EntryScore]] = field(default_factory=dict[str, dict[str, EntryScore]])

    def of(self, link: str, entry: str) -> Fraction | None:
        """An entry's value under a link; None, which comes last, where there is nothing to compare."""
        kind, _, name = link.partition(":")
        if kind == "stage":
            return self._stage_score(name, entry)
        if entry not in self.scores or not self.scores[entry].counted:
            return None
        if kind == "first_places":
            return Fraction(self._first_places.get(entry, 0))
        if kind == "median":
            return self._median(entry)
        if kind == "highest_weight":
            return self._highest_weight(entry)
        return self._criterion(name, entry)

    def _criterion(self, name: str, entry: str) -> Fraction | None:
        mean = criterion_mean(self.competition, self.scores[entry], self.stage.id, name)
        return None if mean < 0 else mean

    def _highest_weight(self, entry: str) -> Fraction:
        """The mean of the criteria that weigh most in the entry's rubric."""
        rubric = self.competition.rubric_of[self.stage.id, entry]
        names = [one.id for one in weightiest(rubric)]
        score = self.scores[entry]
        means = [criterion_mean(self.competition, score, self.stage.id, name) for name in names]
        return sum(means, Fraction(0)) / len(means)

    def _median(self, entry: str) -> Fraction:
        """The median of the totals of the entry's sheets, jurors weighed as they weigh."""
        method, jurors = self.competition.rule.panel_method, self.competition.juror_by_id
        totals = sheet_totals(self.competition, self.stage, {entry: self.scores[entry].counted})
        return weighed_median([(method.weight(jurors.get(juror)), total) for juror, total in totals[entry]])

    @cached_property
    def _first_places(self) -> Mapping[str, int]:
        counted = {entry: self.scores[entry].counted for entry in self.members}
        return first_places(unit_totals(self.competition, self.stage, counted)[0])

    def _stage_score(self, stage_id: str, entry: str) -> Fraction | None:
        stage = self.competition.stage_by_id.get(stage_id)
        if stage is None or stage.form != "scored":
            return None
        if stage_id not in self.stages:
            self.stages[stage_id] = stage_scores(
                self.competition, self.table, self.rulings, stage, self.scores
            )
        score = self.stages[stage_id].get(entry)
        return None if score is None else score.score


def criterion_mean(competition: Competition, score: EntryScore, stage_id: str, criterion_id: str) -> Fraction:
    """Mean of one criterion in points over the jurors who count for the entry, weighed as they weigh;
    −1 where its rubric lacks it or no sheet counts.
    """
    position = competition.rubric_of[stage_id, score.entry].position_of.get(criterion_id)
    if position is None or not score.counted:
        return Fraction(-1)
    method = competition.rule.panel_method
    weights = [method.weight(competition.juror_by_id.get(sheet.juror)) for sheet in score.counted]
    values = [sheet.values[position] or 0 for sheet in score.counted]
    return Fraction(sum(map(mul, weights, values)), 100 * sum(weights))


def weightiest(rubric: Rubric) -> list[Criterion]:
    """The criteria with the highest weight; of a rubric of points those with the highest maximum.

    >>> from kipp_desktop.domain.rubric import Text
    >>> iga = {"kebaharuan": 3000, "kemanfaatan": 2500, "kolaborasi": 1500, "replikasi": 2000, "sajian": 1000}
    >>> rubric = Rubric("iga", tuple(Criterion(name, Text(name), share) for name, share in iga.items()))
    >>> [one.id for one in weightiest(rubric)]        # Kemendagri, Innovative Government Award 2023
    ['kebaharuan']
    """
    counted = [one for one in rubric.criterion if one.weight_bp] or list(rubric.criterion)

    def weight(one: Criterion) -> int:
        return one.weight_bp if rubric.total == "weighted" else one.scale.highest

    most = max(map(weight, counted))
    return [one for one in counted if weight(one) == most]


def first_places(totals: Totals) -> dict[str, int]:
    """How many jurors gave no other entry a higher total; equal first places count for each.

    >>> first_places({"01": [("A", 90), ("B", 80)], "02": [("A", 85), ("B", 80)]})
    {'01': 2, '02': 1}
    """
    best: dict[str, int] = {}
    for given in totals.values():
        for juror, total in given:
            best[juror] = max(total, best.get(juror, total))
    return {entry: sum(total == best[juror] for juror, total in given) for entry, given in totals.items()}
