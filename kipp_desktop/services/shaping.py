"""Stages, rubrics and rule, changed as a whole; what a change does to scores is said first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kipp_desktop.domain.changes import Change, changes
from kipp_desktop.domain.checks import check_rankable
from kipp_desktop.domain.competition import Competition, plain
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.references import check_references
from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.domain.shape import RubricDraft, Shape, ShapeProblem
from kipp_desktop.services.guards import need_reason
from kipp_desktop.services.masters import Master, MasterState, draft_competition, load_state, set_up
from kipp_desktop.services.setting_up import weighed_after_scores
from kipp_desktop.store.master_store import MasterTransaction

Place = tuple[str, str]  # rubric, criterion


class ShapeError(UserError):
    """A shape that can't be saved yet; `problems` has everything that is wrong with it."""

    def __init__(self, problems: Sequence[ShapeProblem]) -> None:
        super().__init__("shape.not_ready", count=len(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class ShapePlan:
    """What saving a shape would mean. Before the first package nothing is a change."""

    shape: Shape  # with the revs that changed meanings get
    changes: tuple[Change, ...]  # since the newest package
    rescored: int  # sheets received that would have cells to score again
    needs_reason: bool


def shape_of(master: Master) -> Shape:
    """The shape as it is set up now."""
    with master.store.begin() as tx:
        return Shape.of(set_up(tx))


def plan(master: Master, shape: Shape, meanings: Collection[Place] = ()) -> ShapePlan:
    """What saving would do; writes nothing. `meanings`: criteria whose new words mean something else.

    Raises ShapeError, and UserError: shape.stage_in_use, set.too_late, set.bad_value.
    """
    with master.store.begin() as tx:
        return _plan(tx, shape, meanings)


def save(
    master: Master, shape: Shape, meanings: Collection[Place] = (), reason: str | None = None
) -> ShapePlan:
    """Save a shape. What makes scores void or weighs them anew needs a reason, which is printed.

    Raises what `plan` raises, and UserError("set.reason_needed").
    """
    with master.store.begin() as tx:
        planned = _plan(tx, shape, meanings)
        if planned.needs_reason and not (reason or "").strip():
            raise UserError("set.reason_needed")
        if reason:
            need_reason(reason)
        _write(tx, planned.shape)
        for change in planned.changes:
            if change.what == "criterion":
                tx.append("criterion_changed", _said_of(planned.shape, change, reason or ""))
        if planned.needs_reason and any(change.kind == "bobot" for change in planned.changes):
            tx.append("rule_changed", {"reason": reason})
        ids = {"stages": [one.id for one in shape.stages], "rubrics": [one.id for one in shape.rubrics]}
        tx.append("settings_changed", {"changes": ids})
    return planned


def _plan(tx: MasterTransaction, shape: Shape, meanings: Collection[Place]) -> ShapePlan:
    problems = shape.problems()
    if problems:
        raise ShapeError(problems)
    state = load_state(tx)
    before = draft_competition(tx, state.rulings)
    if state.package is None:
        _checked(before, shape)
        return ShapePlan(shape, (), 0, False)
    issued = state.competition
    _check_stages(state, shape)
    raised = _with_revs(issued, shape, meanings)
    draft = _checked(before, raised)
    found = tuple(changes(issued, draft))
    again = _rescored(state, raised, {change.id for change in found if change.kind == "makna"})
    weighs = weighed_after_scores(tx, draft, ["rubric, stage, rule"])
    return ShapePlan(raised, found, again, again > 0 or weighs)


def _checked(before: Competition, shape: Shape) -> Competition:
    try:
        draft = shape.applied(before)
        check_references(draft)
        check_rankable(draft)
    except (ValueError, UserError) as error:
        why = str(error.facts.get("what", error.code)) if isinstance(error, UserError) else str(error)
        raise UserError("set.bad_value", key="", why=why) from error
    return draft


def _check_stages(state: MasterState, shape: Shape) -> None:
    """Raise UserError("shape.stage_in_use") where a stage that has scores, or was advanced, would be gone or
    be judged by others.
    """
    now = {stage.id: stage for stage in shape.stages}
    for stage in state.competition.stages:
        held = state.table.sheets.get(stage.id, {})
        used = stage.id in state.rulings.advanced or any(
            sheet.scored for sheets in held.values() for sheet in sheets
        )
        kept = now.get(stage.id)
        if used and (kept is None or (kept.form, kept.panel) != (stage.form, stage.panel)):
            raise UserError("shape.stage_in_use", name=stage.name.id)


def _with_revs(issued: Competition, shape: Shape, meanings: Collection[Place]) -> Shape:
    """A criterion with another scale, or another meaning, gets the rev after the issued one."""
    before = {(rubric.id, one.id): one for rubric in issued.rubrics for one in rubric.criterion}

    def raised(rubric: RubricDraft, one: Criterion) -> Criterion:
        held = before.get((rubric.id, one.id))
        if held is None:
            return one
        again = held.scale != one.scale or (rubric.id, one.id) in meanings
        return replace(one, rev=held.rev + again)

    rubrics = tuple(
        replace(rubric, criterion=tuple(raised(rubric, one) for one in rubric.criterion))
        for rubric in shape.rubrics
    )
    return replace(shape, rubrics=rubrics)


def _rescored(state: MasterState, shape: Shape, criteria: Collection[str]) -> int:
    """How many sheets with scores would lack one: a criterion changed its meaning, or is new."""
    if not criteria:
        return 0
    count = 0
    for stage in state.competition.stages:
        for entry, sheets in state.table.sheets.get(stage.id, {}).items():
            rubric = state.competition.rubric_for(stage.id, state.competition.entry_by_id[entry])
            now = shape.rubric(rubric.id)
            fresh = now is not None and any(rubric.find(one.id) is None for one in now.criterion)
            asked = [at for at, one in enumerate(rubric.criterion) if fresh or one.id in criteria]
            count += sum(any(sheet.values[at] is not None for at in asked) for sheet in sheets)
    return count


def _said_of(shape: Shape, change: Change, reason: str) -> dict[str, object]:
    revs = [one.rev for rubric in shape.rubrics for one in rubric.criterion if one.id == change.id]
    return {"criterion": change.id, "rev": max(revs, default=0), "class": change.kind, "reason": reason}


def _write(tx: MasterTransaction, shape: Shape) -> None:
    tx.put_documents("stage", plain(shape.stages))
    tx.put_documents("rubric", plain([one.finished() for one in shape.rubrics]))
    tx.set_setting("rule", plain(shape.rule))
    tx.set_setting("bonus", plain(shape.bonus))
