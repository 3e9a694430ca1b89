"""The shape of a competition while it is being edited: stages, rubrics, rule, and what is still wrong.

A rubric being edited may have weights that don't sum up yet; everything else checks itself when it is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from kipp_desktop.domain.competition import ORGANISER, Bonus, Competition, Rule, Stage
from kipp_desktop.domain.rubric import Criterion, Rubric

WHOLE = 10000  # basis points


@dataclass(frozen=True)
class RubricDraft:
    """A rubric as it is being edited. `total`, `normalise`, `incomplete` as in Rubric."""

    id: str
    criterion: tuple[Criterion, ...] = ()
    total: Literal["weighted", "points"] = "weighted"
    normalise: Literal["none", "max", "range"] = "none"
    incomplete: Literal["not_counted", "missing_as_zero"] = "not_counted"

    @property
    def weight_bp(self) -> int:
        """What the weights add up to."""
        return sum(one.weight_bp for one in self.criterion)

    def finished(self) -> Rubric:
        """The rubric. Raises ValueError while something is missing."""
        return Rubric(self.id, self.criterion, self.total, self.normalise, self.incomplete)


@dataclass(frozen=True, slots=True)
class ShapeProblem:
    """One thing that stands in the way of saving; `code` names a sentence."""

    code: str
    facts: dict[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True)
class Shape:
    """Stages, rubrics and rule, side by side."""

    stages: tuple[Stage, ...]
    rubrics: tuple[RubricDraft, ...]
    rule: Rule
    bonus: tuple[Bonus, ...] = ()

    @classmethod
    def of(cls, competition: Competition) -> Shape:
        """The shape of a competition."""
        drafts = (
            RubricDraft(one.id, one.criterion, one.total, one.normalise, one.incomplete)
            for one in competition.rubrics
        )
        return cls(competition.stages, tuple(drafts), competition.rule, competition.bonus)

    def applied(self, competition: Competition) -> Competition:
        """The competition in this shape. Raises ValueError while there are problems."""
        rubrics = tuple(one.finished() for one in self.rubrics)
        return replace(
            competition, stages=self.stages, rubrics=rubrics, rule=self.rule, bonus=self.bonus, assignments=()
        )

    def rubric(self, rubric_id: str) -> RubricDraft | None:
        """A rubric by id, or None."""
        return next((one for one in self.rubrics if one.id == rubric_id), None)

    def with_stage(self, stage: Stage) -> Shape:
        """One stage replaced by the one with the same id."""
        return replace(self, stages=tuple(stage if one.id == stage.id else one for one in self.stages))

    def with_rubric(self, rubric: RubricDraft) -> Shape:
        """One rubric replaced by the one with the same id."""
        return replace(self, rubrics=tuple(rubric if one.id == rubric.id else one for one in self.rubrics))

    def problems(self) -> list[ShapeProblem]:
        """Everything that is wrong, in the order people look at it."""
        return [*self._of_stages(), *self._of_rubrics(), *self._of_ties()]

    def _of_stages(self) -> Iterator[ShapeProblem]:
        if not self.stages:
            yield ShapeProblem("shape.no_stage")
            return
        yield from (ShapeProblem("shape.stage_twice", {"id": one}) for one in _twice(self.stages))
        if self.stages[-1].form != "scored":
            yield ShapeProblem("shape.last_not_scored", {"name": self.stages[-1].name.id})
        weights = [one.weight_bp for one in self.stages if one.form == "scored"]
        if any(weights) and sum(weights) != WHOLE:
            yield ShapeProblem("shape.stage_weights", {"percent": percent_text(sum(weights))})
        for stage in self.stages:
            for rubric_id in stage.rubric.values():
                if self.rubric(rubric_id) is None:
                    facts: dict[str, object] = {"name": stage.name.id, "rubric": rubric_id}
                    yield ShapeProblem("shape.rubric_unknown", facts)
            if stage.form == "checklist" and stage.panel != ORGANISER:
                yield ShapeProblem("shape.checklist_panel", {"name": stage.name.id})

    def _of_rubrics(self) -> Iterator[ShapeProblem]:
        yield from (ShapeProblem("shape.rubric_twice", {"id": one}) for one in _twice(self.rubrics))
        for rubric in self.rubrics:
            if not rubric.criterion:
                yield ShapeProblem("shape.rubric_empty", {"id": rubric.id})
                continue
            for one in _twice(rubric.criterion):
                yield ShapeProblem("shape.criterion_twice", {"id": one, "rubric": rubric.id})
            if rubric.total == "weighted" and rubric.weight_bp != WHOLE:
                facts: dict[str, object] = {"id": rubric.id, "percent": percent_text(rubric.weight_bp)}
                yield ShapeProblem("shape.weights", facts)
            for criterion in rubric.criterion:
                scale = criterion.scale
                if any(
                    not scale.lowest <= one.from_ <= one.to <= scale.highest for one in criterion.descriptors
                ):
                    yield ShapeProblem("shape.descriptor", {"name": criterion.name.id, "rubric": rubric.id})

    def _of_ties(self) -> Iterator[ShapeProblem]:
        known = {
            "criterion": {one.id for rubric in self.rubrics for one in rubric.criterion},
            "stage": {stage.id for stage in self.stages},
        }
        for link in self.rule.ties:
            kind, _, name = link.partition(":")
            if kind in known and name not in known[kind]:
                yield ShapeProblem("shape.tie_unknown", {"link": name})


def percent_text(weight_bp: int) -> str:
    """Basis points as people write them: 12,5 for 1250."""
    whole, rest = divmod(weight_bp, 100)
    return f"{whole},{rest:02d}".rstrip("0").rstrip(",") if rest else str(whole)


def _twice(things: tuple[Stage, ...] | tuple[RubricDraft, ...] | tuple[Criterion, ...]) -> list[str]:
    return [one for one, count in Counter(thing.id for thing in things).items() if count > 1]
