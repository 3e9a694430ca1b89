"""What stands between a ranking and FINAL: every gap, named,
so that people decide and nothing is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kipp_desktop.domain.competition import ORGANISER, Competition
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.faults import late_news
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import participants, sheet_counts

if TYPE_CHECKING:  # a juror's laptop checks references and never ranks
    from kipp_desktop.domain.ranking import GroupRanking

GapKind = Literal[
    "missing",
    "partial",
    "unlocked",
    "conflict",
    "outdated",
    "waiting",
    "tie",
    "no_score",
    "undeclared",
    "late",
    "advance_outdated",
    "plenary_void",
]
BoardState = Literal["none", "partial", "locked", "conflict", "abstained", "absent", "recused"]
NOTES: tuple[GapKind, ...] = ("undeclared", "late")


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing. Notes are shown, gaps need a recorded reason before FINAL."""

    kind: GapKind
    stage: str
    juror: str | None = None
    entry: str | None = None
    detail: str = ""

    @property
    def is_note(self) -> bool:
        """Whether it may stand without a reason."""
        return self.kind in NOTES


def check_rankable(competition: Competition) -> None:
    """Raise UserError("rule.unusable") for a shape that no ranking could be made with."""
    rule = competition.rule
    weights = [stage.weight_bp for stage in competition.stages if stage.form == "scored"]
    flat = [
        rubric.id
        for rubric in competition.rubrics
        for criterion in rubric.criterion
        if (rubric.normalise == "range" and criterion.scale.lowest == criterion.scale.highest)
        or (rubric.normalise == "max" and criterion.scale.highest == 0)
    ]
    last = competition.stages[-1]
    strangers = sorted((rule.panel_method.juror_weight_bp or {}).keys() - competition.juror_by_id.keys())
    wrong = {
        f"juror_weight_bp: {', '.join(strangers)}": bool(strangers),
        "bonus.applies": any(one.applies not in ("final", last.id) for one in competition.bonus),
        "groups": not rule.groups or len(set(rule.groups)) != len(rule.groups),
        "weight_bp": bool(any(weights)) and sum(weights) != 10000,
        "form": competition.stages[-1].form != "scored",
        f"normalise: {', '.join(flat)}": bool(flat),
    }
    found = [what for what, is_wrong in wrong.items() if is_wrong]
    if found:
        raise UserError("rule.unusable", what=found[0])


def board_state(sheet: Sheet) -> BoardState:
    """A derived sheet as the juror × entry board shows it."""
    if sheet.state in ("draft", "reopened", "none"):
        return "partial" if sheet.scored else "none"
    return sheet.state  # pyright: ignore[reportReturnType]


def gaps(
    competition: Competition,
    table: ScoreTable,
    rulings: Rulings,
    rankings: Sequence[GroupRanking],
    stage: str,
) -> list[Gap]:
    """Everything missing at a stage, sheets first, in entry order.

    An entry without a score is told of where none of its sheets says why: all of its jurors abstained, say.
    """
    found: list[Gap] = []
    explained: set[str] = set()
    for entry in participants(competition, rulings, stage):
        if entry in rulings.out:
            continue
        rubric = competition.rubric_for(stage, competition.entry_by_id[entry])
        sheets = [(one, sheet_counts(competition, rubric, one)) for one in table.of(stage, entry)]
        of_entry = [gap for sheet, counts in sheets for gap in _sheet_gaps(sheet, counts)]
        found += of_entry
        if of_entry and not any(counts for _, counts in sheets):
            explained.add(entry)
    last = stage == competition.stages[-1].id
    found += _juror_gaps(competition, table, rulings, stage, last)
    scoreless: dict[str, None] = {}
    for ranking in rankings:
        if ranking.stage != stage:
            continue
        if last and competition.rule.after_ties == "plenary":
            found += [Gap("tie", stage, entry=", ".join(tie), detail=ranking.group) for tie in ranking.ties]
        scoreless |= dict.fromkeys(row.entry for row in ranking.rows if row.out == "no_score")
    return found + [Gap("no_score", stage, entry=entry) for entry in scoreless if entry not in explained]


def _sheet_gaps(sheet: Sheet, counts: bool) -> list[Gap]:
    place = {"stage": sheet.stage, "juror": sheet.juror, "entry": sheet.entry}
    outdated = ", ".join(trouble.criterion for trouble in sheet.troubles if trouble.kind == "outdated")
    if sheet.state == "conflict":
        cells = ", ".join(trouble.criterion for trouble in sheet.troubles if trouble.kind == "conflict")
        return [Gap("conflict", **place, detail=cells)]
    if outdated:
        return [Gap("outdated", **place, detail=outdated)]
    if sheet.state not in ("none", "draft", "reopened") and (counts or sheet.state != "locked"):
        return []
    if sheet.scored == 0:
        return [Gap("missing", **place)]
    scored = f"{sheet.scored}/{len(sheet.values)}"
    return [Gap("unlocked" if None not in sheet.values else "partial", **place, detail=scored)]


def _juror_gaps(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage: str, last: bool
) -> list[Gap]:
    """Files that don't count, and jurors who haven't declared.

    A late file is told at every stage of which it says something new. Of the unseated the last stage tells.
    """
    found: list[Gap] = []
    for juror, own in table.jurors.items():
        standing = own.standing.get(stage, {})
        unseated = not own.sheets and juror not in rulings.replaced
        worths = ("waiting", "head") if unseated else ("waiting",)
        digests = sorted(digest for digest, worth in standing.items() if worth in worths)
        found += [Gap("waiting", stage, juror, detail=digest) for digest in digests if last or own.sheets]
        found += [Gap("late", stage, juror, detail=digest) for digest in late_news(own.faults, stage)]
        owes = any(sheet.stage == stage and sheet.state != "recused" for sheet in own.sheets)
        if owes and stage not in own.declared and competition.stage_by_id[stage].panel != ORGANISER:
            found.append(Gap("undeclared", stage, juror))
    return found
