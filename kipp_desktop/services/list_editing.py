"""A list of entries or jurors as a table that people correct before it is written: read, mapped, judged."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, cast

from kipp_desktop import paths
from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import workbooks
from kipp_desktop.exchange.safe_write import make_folder, safe_write
from kipp_desktop.exchange.workbooks import CellProblem, ListReader, Table, TableRow
from kipp_desktop.services import importing, setting_up
from kipp_desktop.services.importing import ListPlan
from kipp_desktop.services.masters import Master

Kind = Literal["entries", "jurors"]
FIELDS = {"entries": workbooks.ENTRIES, "jurors": workbooks.JURORS}
NUMBER = {"entries": "number", "jurors": "id"}
MEMORY = "columns.json"
MOST_KEPT = 200  # headers that are remembered


@dataclass(frozen=True)
class Sheet:
    """A list being edited: its table, which header means what, and whether it stands for the whole list."""

    kind: Kind
    table: Table
    mapping: Mapping[str, str]
    replacing: bool = False

    @property
    def fields(self) -> dict[int, str]:
        """Column → the field it is read as; other columns are passed over."""
        reader = ListReader(self.table, FIELDS[self.kind], self.mapping)
        return {position: field for field, position in reader.position.items()}

    def with_cells(self, cells: Mapping[tuple[int, int], str]) -> Sheet:
        """Other words in some cells, by (row, column); rows below the last are added."""
        rows = [list(row.cells) for row in self.table.rows]
        numbers = [row.number for row in self.table.rows]
        width = len(self.table.headers)
        for (row, column), text in cells.items():
            while row >= len(rows):
                rows.append([""] * width)
                numbers.append(max(numbers, default=self.table.header_row) + 1)
            if column < width:
                rows[row][column] = text
        made = (TableRow(number, tuple(row)) for number, row in zip(numbers, rows, strict=True))
        return replace(self, table=replace(self.table, rows=tuple(made)))

    def without_rows(self, gone: Collection[int]) -> Sheet:
        """Some rows fewer."""
        kept = (row for at, row in enumerate(self.table.rows) if at not in gone)
        return replace(self, table=replace(self.table, rows=tuple(kept)))

    def meaning(self, column: int, field: str) -> Sheet:
        """A column read as another field; "" passes it over."""
        header = self.table.headers[column]
        others = {name: one for name, one in self.mapping.items() if one != field or not field}
        now = {other: self.table.headers[at] for at, other in self.fields.items()}
        if field and field in now and now[field] != header:
            others[now[field]] = ""
        return replace(self, mapping={**others, header: field})


def from_file(kind: Kind, path: Path) -> Sheet:
    """Read a list from a file, with the meanings that its headers had the last time."""
    table = workbooks.read_table(path, recalled(kind))
    return _meant(kind, table)


def from_rows(kind: Kind, name: str, rows: Sequence[Sequence[str]]) -> Sheet:
    """A list from the clipboard."""
    return _meant(kind, workbooks.table_of(name, rows, [names[0] for names in FIELDS[kind].values()]))


def present(master: Master, kind: Kind) -> Sheet:
    """The list as the master holds it, to be changed in place; spare seats stay out of it."""
    with master.store.begin() as tx:
        if kind == "entries":
            rows = [_entry_cells(entry) for entry in tx.entries()]
        else:
            rows = [_juror_cells(juror) for juror in tx.jurors() if not juror.spare]
    headers = tuple(names[0] for names in FIELDS[kind].values())
    letters = tuple(workbooks.column_letters(at) for at in range(len(headers)))
    made = tuple(TableRow(number, cells) for number, cells in enumerate(rows, start=1))
    return Sheet(kind, Table("", 0, headers, letters, made), {}, replacing=True)


def judge(master: Master, sheet: Sheet) -> ListPlan[Any]:
    """The good rows and every problem, by row and column."""
    filled = tuple(row for row in sheet.table.rows if any(row.cells))
    table = replace(sheet.table, rows=filled)
    if sheet.kind == "entries":
        return importing.entries_of(master, table, sheet.mapping, sheet.replacing)
    plan = importing.jurors_of(table, sheet.mapping)
    with master.store.begin() as tx:
        spares = {juror.id for juror in tx.jurors() if juror.spare}
    return ListPlan(plan.rows, (*plan.problems, *_on_spare_seats(plan.rows, spares)))


def write(
    master: Master,
    sheet: Sheet,
    plan: ListPlan[Any],
    skip_bad: bool = False,
    reason: str | None = None,
    step: Callable[[int, int, str], None] | None = None,
) -> int:
    """Write what changed; of a sheet that stands for the whole list, what is gone is taken off it.

    How many rows were new or other. Raises ProblemsError, and what `put_entries` and `put_jurors` raise.
    """
    if plan.errors and not skip_bad:
        raise importing.ProblemsError(plan.problems)
    if sheet.replacing and plan.errors:  # a row that can't be read is not a row that was deleted
        raise importing.ProblemsError(plan.problems)
    if step is not None:
        step(0, len(plan.rows), "")
    with master.store.begin() as tx:
        held: dict[str, Any] = {
            one.id: one for one in (tx.entries() if sheet.kind == "entries" else tx.jurors())
        }
        spare = {juror.id for juror in tx.jurors() if juror.spare}
    changed = [one for one in plan.rows if held.get(one.id) != one]
    kept = {one.id for one in plan.rows}
    removed = [one for one in held if one not in kept and one not in spare] if sheet.replacing else []
    if changed or removed:
        if sheet.kind == "entries":
            setting_up.put_entries(master, cast("list[Entry]", changed), removed, reason)
        else:
            setting_up.put_jurors(master, cast("list[Juror]", changed), removed)
    remember(sheet)
    return len(changed) + len(removed)


def remember(sheet: Sheet) -> None:
    """Keep what the headers of this list meant, for the next one; a list without own headers teaches nothing.

    That they could not be kept interrupts nobody.
    """
    if sheet.replacing or not sheet.mapping:
        return
    whole = _memory()
    own = {workbooks.header_key(header): field for header, field in sheet.mapping.items()}
    whole[sheet.kind] = dict([*whole.get(sheet.kind, {}).items(), *own.items()][-MOST_KEPT:])
    path = paths.config_folder() / MEMORY
    try:
        make_folder(path.parent)
        safe_write(path, json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8"))
    except UserError:
        return


def recalled(kind: Kind) -> dict[str, str]:
    """Header → field, as people said it before on this machine."""
    return _memory().get(kind, {})


def _memory() -> dict[str, dict[str, str]]:
    try:
        whole = json.loads((paths.config_folder() / MEMORY).read_text(encoding="utf-8"))
        return {
            kind: {str(header): str(field) for header, field in whole.get(kind, {}).items()}
            for kind in FIELDS
        }
    except (OSError, ValueError, AttributeError):
        return {}


def _meant(kind: Kind, table: Table) -> Sheet:
    """A table with the meanings its headers had before; a field has one column."""
    known, mapping = recalled(kind), dict[str, str]()
    for header in table.headers:
        field = known.get(workbooks.header_key(header))
        if field is not None and header and (not field or field not in mapping.values()):
            mapping[header] = field
    return Sheet(kind, table, mapping)


def _on_spare_seats(rows: Sequence[Juror], spares: Collection[str]) -> list[CellProblem]:
    return [CellProblem(0, "", "import.spare_seat", one.id) for one in rows if one.id in spares]


def _entry_cells(entry: Entry) -> tuple[str, ...]:
    return (
        *(entry.id, entry.title, entry.institution, entry.type, entry.category, entry.group),
        *(entry.started_on or "", entry.maturity, entry.proposer),
    )


def _juror_cells(juror: Juror) -> tuple[str, ...]:
    return (
        *(juror.id, juror.name, juror.institution, juror.background, juror.title, juror.role, juror.panel),
    )
