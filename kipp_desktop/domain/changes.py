"""What a newer package version changes: spelling, meaning, or the rule (EXCHANGE's three classes)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from kipp_desktop.domain.competition import Competition, Entry, Stage
from kipp_desktop.domain.rubric import Criterion, Rubric, Text

ChangeClass = Literal["ejaan", "makna", "bobot"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `what` is criterion, rubric, entry, stage or rule; `id` and `name` say which."""

    kind: ChangeClass
    what: Literal["criterion", "rubric", "entry", "stage", "rule"]
    id: str
    name: Text


def changes(old: Competition, new: Competition) -> list[Change]:
    """What differs in what both versions have, and criteria that are new or gone.

    Entries and jurors that only one version has are no change of what a score means.
    """
    found: list[Change] = []
    before = {rubric.id: rubric for rubric in old.rubrics}
    for rubric in new.rubrics:
        if rubric.id in before:
            found += _of_rubric(before[rubric.id], rubric)
    for entry in new.entries:
        if entry.id in old.entry_by_id:
            found += _of_entry(old, new, old.entry_by_id[entry.id], entry)
    for stage in new.stages:
        if stage.id in old.stage_by_id:
            found += _of_stage(old.stage_by_id[stage.id], stage)
    if (old.rule, old.bonus) != (new.rule, new.bonus):
        found.append(Change("bobot", "rule", "", Text("")))
    return found


def _of_rubric(old: Rubric, new: Rubric) -> Iterable[Change]:
    for criterion in new.criterion:
        held = old.find(criterion.id)
        for kind in ("makna",) if held is None else _of_criterion(held, criterion):
            yield Change(kind, "criterion", criterion.id, criterion.name)
    for criterion in old.criterion:
        if new.find(criterion.id) is None:
            yield Change("bobot", "criterion", criterion.id, criterion.name)
    if replace(old, criterion=new.criterion) != new:
        yield Change("bobot", "rubric", new.id, Text(new.id))


def _of_criterion(old: Criterion, new: Criterion) -> Iterable[ChangeClass]:
    """A new rev or another scale is another meaning; without one only the words were mended."""
    if new.rev != old.rev or new.scale != old.scale:
        yield "makna"
    elif (new.name, new.descriptors) != (old.name, old.descriptors):
        yield "ejaan"
    if new.weight_bp != old.weight_bp:
        yield "bobot"


def _of_stage(old: Stage, new: Stage) -> Iterable[Change]:
    if new.name != old.name:
        yield Change("ejaan", "stage", new.id, new.name)
    if (new.weight_bp, new.advance, dict(new.rubric)) != (old.weight_bp, old.advance, dict(old.rubric)):
        yield Change("bobot", "stage", new.id, new.name)


def _of_entry(before: Competition, after: Competition, old: Entry, new: Entry) -> Iterable[Change]:
    """Other words are spelling, another rubric is meaning, other points or groups are the rule."""
    name = Text(new.title)
    if (new.title, new.institution) != (old.title, old.institution):
        yield Change("ejaan", "entry", new.id, name)
    if new.group != old.group and _rubrics(after, new.group) != _rubrics(before, old.group):
        yield Change("makna", "entry", new.id, name)
    grouped = {*after.rule.groups, *(stage.advance.per for stage in after.stages)}
    kinds = ("category", "group", "type")
    moved = any(kind in grouped and getattr(old, kind) != getattr(new, kind) for kind in kinds)
    if moved or (after.bonus and new.started_on != old.started_on):
        yield Change("bobot", "entry", new.id, name)


def _rubrics(competition: Competition, group: str) -> list[str]:
    return [stage.rubric.get(group, stage.rubric["default"]) for stage in competition.stages]
