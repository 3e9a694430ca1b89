"""Whether the parts of a competition that name each other are all there."""

from __future__ import annotations

from kipp_desktop.domain.competition import WHOLE_LINKS, Competition
from kipp_desktop.domain.errors import UserError


def check_references(competition: Competition) -> None:
    """Raise UserError("package.bad_reference") where one part names another that isn't there, or an id
    twice.
    """
    rubrics = {rubric.id for rubric in competition.rubrics}
    for things in (competition.entries, competition.jurors, competition.stages, competition.rubrics):
        if len({thing.id for thing in things}) != len(things):
            raise UserError("package.bad_reference", what="id")
    if not competition.stages:
        raise UserError("package.bad_reference", what="stage")
    for stage in competition.stages:
        if not set(stage.rubric.values()) <= rubrics:
            raise UserError("package.bad_reference", what=stage.id)
    _check_links(competition)
    for row in competition.assignments:
        known = row.juror in competition.juror_by_id and row.stage in competition.stage_by_id
        if not known or row.entry not in competition.entry_by_id:
            raise UserError("package.bad_reference", what=f"{row.juror}/{row.stage}/{row.entry}")


def _check_links(competition: Competition) -> None:
    """The tie chain names criteria and stages that there are."""
    criteria = {criterion.id for rubric in competition.rubrics for criterion in rubric.criterion}
    for link in competition.rule.ties:
        kind, _, name = link.partition(":")
        if link not in WHOLE_LINKS and name not in (
            criteria if kind == "criterion" else competition.stage_by_id
        ):
            raise UserError("package.bad_reference", what=link)
