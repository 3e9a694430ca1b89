"""What changed after a ranking could first be seen: cell by cell, old value and new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derive import ScoreTable, Sheet, SheetState
from kipp_desktop.domain.rulings import Event


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """One cell whose value is another now, or with criterion None a sheet that began or ceased to count.

    Values are hundredths, None = not scored (or in conflict).
    """

    juror: str
    stage: str
    entry: str
    criterion: str | None
    old: int | None
    new: int | None
    before: SheetState
    now: SheetState


@dataclass(frozen=True, slots=True)
class Opening:
    """When a stage's ranking could first be seen, how often it was opened early, and what changed since."""

    first: Event  # ranking_opened, or intake_closed where nobody opened it earlier
    early: tuple[Event, ...]  # every ranking_opened before the intake was closed
    changes: tuple[ScoreChange, ...]
    bonuses: tuple[Event, ...] = ()  # bonus_decided since; at the last stage only, whose score they move


def changes_between(
    then: Competition, before: ScoreTable, now: Competition, after: ScoreTable, stage: str
) -> Iterator[ScoreChange]:
    """Every score of a stage that differs between two score tables, by entry and juror in their order."""
    for entry in now.entries:
        old = {sheet.juror: sheet for sheet in before.of(stage, entry.id)}
        new = {sheet.juror: sheet for sheet in after.of(stage, entry.id)}
        for juror in sorted({*old, *new}):
            yield from _changes(
                (juror, stage, entry.id),
                (old.get(juror), _values(then, old.get(juror))),
                (new.get(juror), _values(now, new.get(juror))),
            )


def _changes(
    place: tuple[str, str, str],
    old: tuple[Sheet | None, Mapping[str, int | None]],
    new: tuple[Sheet | None, Mapping[str, int | None]],
) -> Iterator[ScoreChange]:
    states = (_state(old[0]), _state(new[0]))
    differing = [one for one in {**new[1], **old[1]} if old[1].get(one) != new[1].get(one)]
    for criterion in differing:
        yield ScoreChange(*place, criterion, old[1].get(criterion), new[1].get(criterion), *states)
    if not differing and (states[0] == "locked") != (states[1] == "locked"):
        yield ScoreChange(*place, None, None, None, *states)


def _values(competition: Competition, sheet: Sheet | None) -> dict[str, int | None]:
    if sheet is None or sheet.entry not in competition.entry_by_id:
        return {}
    rubric = competition.rubric_for(sheet.stage, competition.entry_by_id[sheet.entry])
    return {one.id: value for one, value in zip(rubric.criterion, sheet.values, strict=True)}


def _state(sheet: Sheet | None) -> SheetState:
    return "none" if sheet is None else sheet.state
