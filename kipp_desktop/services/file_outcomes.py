"""What a file does (plan) or did (apply) to the master, as it is told to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import eq
from pathlib import Path
from typing import Literal

from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derive import JurorTable, Sheet, Snapshot
from kipp_desktop.domain.rubric import Cells
from kipp_desktop.exchange.score_file import ScoreFile

OutcomeKind = Literal["accepted", "known", "superseded", "waiting", "late", "quarantined", "refused"]


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What a file does (plan) or did (apply). `code` and `facts` name the sentence that says why."""

    file: Path
    outcome: OutcomeKind
    code: str
    facts: Mapping[str, object] = field(default_factory=dict[str, object])
    juror: str | None = None
    cells_new: int = 0
    cells_same: int = 0
    conflicts: int = 0
    notes: tuple[str, ...] = ()


def outcome_of(
    path: Path,
    file: ScoreFile,
    table: JurorTable,
    before: JurorTable | None,
    competition: Competition,
    seated: bool,
) -> FileOutcome:
    """What a checked file does to its juror's table: `before` is the one without it, None where nobody has
    said anything, `table` the one with it. `seated`: the juror owes sheets.
    """
    snapshot = file.snapshot
    kind = _kind(snapshot, table) if seated else "waiting"
    same, total = _same(file, before, competition), len(file.payload.cells)
    conflicts = _conflicts(table) - (0 if before is None else _conflicts(before))
    code = _code(kind, snapshot, table) if seated else "merge.seat_unnamed"
    facts = {"juror": snapshot.juror, "cells": total - same, "conflicts": max(0, conflicts)}
    held_up = _waiting(table) - _waiting(before) - {snapshot.digest}
    if code == "merge.waiting" and held_up:
        code, facts = "merge.all_waiting", {**facts, "waiting": len(held_up)}
    return FileOutcome(path, kind, code, facts, snapshot.juror, total - same, same, max(0, conflicts))


def _kind(snapshot: Snapshot, table: JurorTable) -> OutcomeKind:
    stages = {stage for stage, _ in (*snapshot.cells, *snapshot.states)} or set(table.standing)
    standings = {table.standing[stage][snapshot.digest] for stage in stages if stage in table.standing}
    if "head" in standings:
        return "accepted"
    if "superseded" in standings:
        return "superseded"
    return "waiting" if standings & {"waiting", "revoked"} else "late"


def _code(kind: OutcomeKind, snapshot: Snapshot, table: JurorTable) -> str:
    worth = {standing[snapshot.digest] for standing in table.standing.values()}
    return "merge.revoked" if kind == "waiting" and "waiting" not in worth else f"merge.{kind}"


def _waiting(table: JurorTable | None) -> set[str]:
    """Files that wait for their device to be confirmed: those of the first too, once a second is known."""
    standings = () if table is None else table.standing.values()
    return {digest for standing in standings for digest, worth in standing.items() if worth == "waiting"}


def _same(file: ScoreFile, before: JurorTable | None, competition: Competition) -> int:
    """How many cells say what the master already says; where it says nothing, those that are empty."""
    if before is None:
        return [cell[4] for cell in file.payload.cells].count(None)
    held = {(sheet.stage, sheet.entry): sheet for sheet in before.sheets}
    return sum(_same_cells(cells, held.get(key), competition) for key, cells in file.snapshot.cells.items())


def _same_cells(cells: Cells, held: Sheet | None, competition: Competition) -> int:
    if held is None:
        return [value for _, value in cells.values()].count(None)
    rubric = competition.rubric_of[held.stage, held.entry]
    said = rubric.whole(cells) or [cells.get(criterion, (0, -1))[1] for criterion in rubric.criterion_by_id]
    return sum(map(eq, said, held.values))


def _conflicts(table: JurorTable) -> int:
    """Cells in conflict, and sheets in conflict over their state alone."""
    conflicts = [sheet for sheet in table.sheets if sheet.state == "conflict"]
    return sum(max(1, sum(trouble.kind == "conflict" for trouble in one.troubles)) for one in conflicts)
