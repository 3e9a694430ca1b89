"""Lists from Excel or CSV into the master.

Read and judged first; written only when every row is good, or bad ones are skipped on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Generic, Literal, TypeVar

from kipp_desktop.domain.competition import Assignment, Entry, Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Scale
from kipp_desktop.domain.scoring import parse_value
from kipp_desktop.exchange import workbooks
from kipp_desktop.exchange.workbooks import CellProblem, GateRow, Table
from kipp_desktop.services import deciding, qualifying, scoring, setting_up
from kipp_desktop.services.deciding import GateLine
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.masters import Master, load_state
from kipp_desktop.services.scoring import NewScore

Kind = Literal["entries", "jurors", "assignments"]
T = TypeVar("T")
AssignmentLine = tuple[Assignment, str | None]


@dataclass(frozen=True)
class ListPlan(Generic[T]):
    """What a list holds: the good rows, and every problem by row and column."""

    rows: tuple[T, ...]
    problems: tuple[CellProblem, ...]

    @property
    def errors(self) -> tuple[CellProblem, ...]:
        """Problems that keep a row out; the others are warnings."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def read_entries(master: Master, path: Path, mapping: Mapping[str, str] | None = None) -> ListPlan[Entry]:
    """Read a list of entries; `mapping` is column header → field."""
    return entries_of(master, workbooks.read_table(path), mapping)


def entries_of(
    master: Master, table: Table, mapping: Mapping[str, str] | None = None, replacing: bool = False
) -> ListPlan[Entry]:
    """Judge a table of entries. `replacing`: it stands for the whole list, not for what is added to it."""
    with master.store.begin() as tx:
        categories = tx.settings().get("categories", ())
        present = {entry.id: entry for entry in tx.entries()}
        judged = qualifying.of_list(tx, replacing)
    entries, problems = workbooks.read_entries(table, mapping, categories, judged)
    held = {} if replacing else {workbooks.number_key(one): one for one in present}
    clashing = [entry for entry in entries if held.get(workbooks.number_key(entry.id), entry.id) != entry.id]
    problems += [
        CellProblem(0, "", "import.number_twice", entry.id, "error", held[workbooks.number_key(entry.id)])
        for entry in clashing
    ]
    kept = (_with_documents(entry, present) for entry in entries if entry not in clashing)
    return ListPlan(tuple(kept), tuple(problems))


def _with_documents(entry: Entry, present: Mapping[str, Entry]) -> Entry:
    """A list says nothing of documents: those that an entry has stay."""
    return replace(entry, attachments=present[entry.id].attachments) if entry.id in present else entry


def read_jurors(master: Master, path: Path, mapping: Mapping[str, str] | None = None) -> ListPlan[Juror]:
    """Read a list of jurors."""
    return jurors_of(workbooks.read_table(path), mapping)


def jurors_of(table: Table, mapping: Mapping[str, str] | None = None) -> ListPlan[Juror]:
    """Judge a table of jurors."""
    jurors, problems = workbooks.read_jurors(table, mapping)
    return ListPlan(tuple(jurors), tuple(problems))


def read_assignments(
    master: Master, path: Path, mapping: Mapping[str, str] | None = None
) -> ListPlan[AssignmentLine]:
    """Read who judges what, and who has recused."""
    with master.store.begin() as tx:
        jurors = [juror.id for juror in tx.jurors()]
        entries = [entry.id for entry in tx.entries()]
        stages = [stage["id"] for stage in tx.documents("stage")]
    table = workbooks.read_table(path)
    rows, problems = workbooks.read_assignments(table, jurors, entries, stages, mapping)
    return ListPlan(tuple((row.assignment, row.reason or None) for row in rows), tuple(problems))


def import_list(
    master: Master,
    kind: Kind,
    path: Path,
    mapping: Mapping[str, str] | None = None,
    skip_bad: bool = False,
    reason: str | None = None,
) -> tuple[int, tuple[CellProblem, ...]]:
    """Read and write a list; how many rows, and all problems. `reason`: see `setting_up.put_entries`.

    Raises UserError("import.problems") and writes nothing when a row is bad and `skip_bad` isn't said.
    """
    if kind == "entries":
        put = partial(setting_up.put_entries, reason=reason)
        return _write(master, read_entries(master, path, mapping), put, skip_bad)
    if kind == "jurors":
        return _write(master, read_jurors(master, path, mapping), setting_up.put_jurors, skip_bad)
    return _write(master, read_assignments(master, path, mapping), setting_up.put_assignments, skip_bad)


class ProblemsError(UserError):
    """A list with bad rows; `problems` has every one of them."""

    def __init__(self, problems: Sequence[CellProblem]) -> None:
        super().__init__("import.problems", count=len(problems))
        self.problems = tuple(problems)


def _write(
    master: Master, plan: ListPlan[T], put: Callable[[Master, Sequence[T]], int], skip_bad: bool
) -> tuple[int, tuple[CellProblem, ...]]:
    if plan.errors and not skip_bad:
        raise ProblemsError(plan.problems)
    return put(master, plan.rows), plan.problems


def import_gate(
    master: Master, stage: str, path: Path, skip_bad: bool = False
) -> tuple[int, tuple[CellProblem, ...]]:
    """Read the organiser's own values of a stage and enter them; how many were new."""
    with master.store.begin() as tx:
        state = load_state(tx)
    competition = state.competition
    if stage not in competition.stage_by_id:
        raise UserError("rank.unknown_stage", stage=stage, known=", ".join(competition.stage_by_id))
    scales: dict[str, Scale] = {}
    for entry in competition.entries:
        rubric = competition.rubric_for(stage, entry)
        scales |= {criterion.id: criterion.scale for criterion in rubric.criterion}
    rows, problems = workbooks.read_gate(workbooks.read_table(path), list(competition.entry_by_id), scales)
    plan: ListPlan[GateRow] = ListPlan(tuple(rows), tuple(problems))
    if plan.errors and not skip_bad:
        raise ProblemsError(plan.problems)
    lines = [GateLine(row.entry, row.criterion, row.value, row.reason) for row in plan.rows]
    return deciding.enter_gate(master, stage, lines), plan.problems


def import_scores(desk: JurorDesk, path: Path) -> int:
    """Enter scores from a list into a juror's store; how many. All rows are good, or nothing is written."""
    return len(scoring.enter_scores(desk, read_scores(desk, path)))


def read_scores(desk: JurorDesk, path: Path) -> list[NewScore]:
    """The values of a list, each one the juror's to give."""
    rows, problems = workbooks.read_scores(workbooks.read_table(path))
    if any(problem.severity == "error" for problem in problems):
        raise ProblemsError(problems)
    values: list[NewScore] = []
    for row in rows:
        criterion = desk.rubric(row.stage, row.entry).find(row.criterion)
        if criterion is None:
            raise UserError("score.unknown_criterion", criterion=row.criterion)
        values.append((row.stage, row.entry, row.criterion, parse_value(row.value, criterion.scale)))
    return values
