"""From tables to entries, jurors, assignments, scores, gate results; problems are named and stop nobody else.

Columns: docs of `kipp import`. Rows with an error are left out of what is returned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, get_args

from kipp_desktop.domain.bounds import ID
from kipp_desktop.domain.competition import Assignment, AssignmentState, Background, Entry, Juror, Role
from kipp_desktop.domain.eligibility import Finding
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Scale
from kipp_desktop.domain.scoring import parse_value, scale_text
from kipp_desktop.exchange.workbooks import columns
from kipp_desktop.exchange.workbooks.columns import CellProblem, ListReader
from kipp_desktop.exchange.workbooks.tables import Table, TableRow

Word = TypeVar("Word", bound=str)
Judge = Callable[[Sequence[Entry]], Iterable[Finding]]

LONGEST_TEXT = 500
CHECK = Scale(check=True)
MONTHS = {
    name[:3]: number
    for names in (
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), start=1)
} | {"agt": 8, "nop": 11}
ROLES: Mapping[str, Role] = {
    "": "anggota",
    "ketua merangkap anggota": "ketua",
    "sekretaris merangkap anggota": "sekretaris",
    **{role: role for role in get_args(Role)},
}
BACKGROUNDS: Mapping[str, Background] = {"": "lain", **{name: name for name in get_args(Background)}}
STATES: Mapping[str, AssignmentState] = {
    "": "assigned",
    "assigned": "assigned",
    "ditugaskan": "assigned",
    "recused": "recused",
    "tidak menilai": "recused",
}


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One line of an assignment list; `reason` is why a juror doesn't judge the entry."""

    row: int
    assignment: Assignment
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One value as typed. Whether it stands on its scale is for whoever knows the rubric."""

    row: int
    stage: str
    entry: str
    criterion: str
    value: str


@dataclass(frozen=True, slots=True)
class GateRow:
    """A result of the organiser's own stage in hundredths; criterion None = the entry as a whole."""

    row: int
    entry: str
    criterion: str | None
    value: int
    reason: str = ""


def number_key(number: str) -> str:
    """What numbers that people take for one share: 1 and 01, a-1 and A-1."""
    return number.lstrip("0") or "0" if number.isdigit() else number.casefold()


def read_entries(
    table: Table,
    mapping: Mapping[str, str] | None = None,
    categories: Collection[str] = (),
    judged: Judge | None = None,
) -> tuple[list[Entry], list[CellProblem]]:
    """Entries of a list. `categories`: those the template lists; empty: any. `judged`: who may take part."""
    reader = ListReader(table, columns.ENTRIES, mapping or {})
    if not reader.require("number", "title", "institution"):
        return [], reader.sorted_problems()
    listed = {category.casefold(): category for category in categories}
    numbers: dict[str, int] = {}
    same: dict[tuple[str, str], int] = {}
    entries: list[Entry] = []
    rows: dict[str, TableRow] = {}
    for row in table.rows:
        _check_id(reader, row, "number", "import.number", numbers)
        _check_texts(reader, row, ("title", "institution"))
        category = _choice(reader, row, "category", listed, "import.category_unknown") if listed else ""
        started = _date(reader, row, "started_on")
        _warn_same(reader, row, ("title", "institution"), "import.entry_same", same)
        if row.number not in reader.bad:
            rows[reader.get(row, "number")] = row
            entries.append(
                Entry(
                    id=reader.get(row, "number"),
                    title=reader.get(row, "title"),
                    institution=reader.get(row, "institution"),
                    type=reader.get(row, "type"),
                    category=category or reader.get(row, "category"),
                    group=reader.get(row, "group") or "umum",
                    started_on=started,
                    maturity=reader.get(row, "maturity"),
                    proposer=reader.get(row, "proposer"),
                )
            )
    for finding in judged(entries) if judged is not None else ():
        _report_finding(reader, rows[finding.entry], finding)
    kept = [entry for entry in entries if rows[entry.id].number not in reader.bad]
    return kept, reader.sorted_problems()


def _report_finding(reader: ListReader, row: TableRow, finding: Finding) -> None:
    """Say in its cell why an entry may not take part; evidence comes later than the list."""
    if finding.kind == "no_evidence":
        return
    column = {"type": "type", "quota": "proposer"}.get(finding.kind, "started_on")
    if column == "proposer" and not reader.get(row, "proposer"):
        column = "institution"
    severity = "error" if finding.bars else "warning"
    reader.report(row, column, f"import.{finding.kind}", severity, finding.detail)


def read_jurors(
    table: Table, mapping: Mapping[str, str] | None = None
) -> tuple[list[Juror], list[CellProblem]]:
    """Jurors of a list; those without an id get J-01, J-02 … around the ids that are taken."""
    reader = ListReader(table, columns.JURORS, mapping or {})
    if not reader.require("name"):
        return [], reader.sorted_problems()
    free = _free_ids({reader.get(row, "id") for row in table.rows})
    ids: dict[str, int] = {}
    same: dict[tuple[str, str], int] = {}
    jurors: list[Juror] = []
    for row in table.rows:
        if reader.get(row, "id"):
            _check_id(reader, row, "id", "import.juror_id", ids)
        _check_texts(reader, row, ("name",))
        background = _choice(reader, row, "background", BACKGROUNDS, "import.background_unknown")
        role = _choice(reader, row, "role", ROLES, "import.role_unknown")
        panel = reader.get(row, "panel") or "juri"
        if ID.fullmatch(panel) is None:
            reader.report(row, "panel", "import.panel_bad")
        _warn_same(reader, row, ("name", "institution"), "import.juror_same", same)
        if row.number not in reader.bad:
            jurors.append(
                Juror(
                    id=reader.get(row, "id") or next(free),
                    name=reader.get(row, "name"),
                    title=reader.get(row, "title"),
                    institution=reader.get(row, "institution"),
                    background=background or "lain",
                    panel=panel,
                    role=role or "anggota",
                )
            )
    return jurors, reader.sorted_problems()


def read_assignments(
    table: Table,
    jurors: Collection[str],
    entries: Collection[str],
    stages: Collection[str],
    mapping: Mapping[str, str] | None = None,
) -> tuple[list[AssignmentRow], list[CellProblem]]:
    """Who judges what, and who has recused."""
    reader = ListReader(table, columns.ASSIGNMENTS, mapping or {})
    if not reader.require("juror", "entry", "stage"):
        return [], reader.sorted_problems()
    known = {"juror": _Ids(jurors), "entry": _Ids(entries), "stage": _Ids(stages)}
    seen: dict[tuple[str, ...], int] = {}
    rows: list[AssignmentRow] = []
    for row in table.rows:
        found = {
            name: _known(reader, row, name, ids, f"import.{name}_unknown") for name, ids in known.items()
        }
        state = _choice(reader, row, "state", STATES, "import.state_unknown") or "assigned"
        _check_twice(reader, row, "entry", tuple(found.values()), seen)
        if row.number not in reader.bad:
            assignment = Assignment(**found, state=state)
            rows.append(AssignmentRow(row.number, assignment, reader.get(row, "reason")))
    return rows, reader.sorted_problems()


def read_scores(
    table: Table, mapping: Mapping[str, str] | None = None
) -> tuple[list[ScoreRow], list[CellProblem]]:
    """Values as typed. An empty value is a warning and no row: not scored isn't zero."""
    reader = ListReader(table, columns.SCORES, mapping or {})
    if not reader.require("stage", "entry", "criterion", "value"):
        return [], reader.sorted_problems()
    seen: dict[tuple[str, ...], int] = {}
    rows: list[ScoreRow] = []
    for row in table.rows:
        stage, entry, criterion = (reader.get(row, name) for name in ("stage", "entry", "criterion"))
        for name in ("stage", "entry", "criterion"):
            if not reader.get(row, name):
                reader.report(row, name, "import.cell_missing", detail=name)
        _check_twice(reader, row, "criterion", (stage, number_key(entry), criterion), seen)
        value = reader.get(row, "value")
        if not value:
            reader.report(row, "value", "import.value_empty", "warning")
        elif row.number not in reader.bad:
            rows.append(ScoreRow(row.number, stage, entry, criterion, value))
    return rows, reader.sorted_problems()


def read_gate(
    table: Table,
    entries: Collection[str],
    scales: Mapping[str, Scale],
    mapping: Mapping[str, str] | None = None,
) -> tuple[list[GateRow], list[CellProblem]]:
    """Results of the organiser's own stage: per criterion (`scales` by id), or one result per entry."""
    reader = ListReader(table, columns.GATE, mapping or {})
    whole = "result" in reader.position
    if not reader.require("entry", *(() if whole else ("criterion", "value"))):
        return [], reader.sorted_problems()
    known, criteria = _Ids(entries), _Ids(scales)
    seen: dict[tuple[str, ...], int] = {}
    rows: list[GateRow] = []
    for row in table.rows:
        entry = _known(reader, row, "entry", known, "import.entry_unknown")
        criterion = "" if whole else _known(reader, row, "criterion", criteria, "import.criterion_unknown")
        name = "result" if whole else "value"
        value = _value(reader, row, name, scales.get(criterion, CHECK))
        _check_twice(reader, row, "entry", (entry, criterion), seen)
        reason = reader.get(row, "reason")
        if value == 0 and not reason:
            reader.report(row, "reason", "import.reason_missing", "warning")
        if row.number not in reader.bad and value is not None:
            rows.append(GateRow(row.number, entry, criterion or None, value, reason))
    return rows, reader.sorted_problems()


# cells


def _check_id(reader: ListReader, row: TableRow, name: str, code: str, seen: dict[str, int]) -> None:
    text = reader.get(row, name)
    key = number_key(text)
    if not text:
        reader.report(row, name, f"{code}_missing")
    elif ID.fullmatch(text) is None:
        reader.report(row, name, f"{code}_bad")
    elif key in seen:
        reader.report(row, name, f"{code}_twice", detail=str(seen[key]))
    else:
        seen[key] = row.number


def _check_texts(reader: ListReader, row: TableRow, required: Sequence[str]) -> None:
    for name in required:
        if not reader.get(row, name):
            reader.report(row, name, "import.cell_missing", detail=name)
    for name in reader.position:
        if len(reader.get(row, name)) > LONGEST_TEXT:
            reader.report(row, name, "import.text_too_long", detail=str(LONGEST_TEXT))


def _check_twice(
    reader: ListReader, row: TableRow, name: str, key: tuple[str, ...], seen: dict[tuple[str, ...], int]
) -> None:
    if row.number in reader.bad:
        return
    if key in seen:
        reader.report(row, name, "import.row_twice", detail=str(seen[key]))
    seen.setdefault(key, row.number)


def _warn_same(
    reader: ListReader, row: TableRow, names: tuple[str, str], code: str, seen: dict[tuple[str, str], int]
) -> None:
    first, second = (columns.header_key(reader.get(row, name)) for name in names)
    if not first:
        return
    if (first, second) in seen:
        reader.report(row, names[0], code, "warning", str(seen[first, second]))
    seen.setdefault((first, second), row.number)


def _choice(
    reader: ListReader, row: TableRow, name: str, allowed: Mapping[str, Word], code: str
) -> Word | None:
    word = allowed.get(" ".join(reader.get(row, name).casefold().split()))
    if word is None and reader.get(row, name):
        reader.report(row, name, code, detail=", ".join(dict.fromkeys(allowed.values())))
    return word


def _known(reader: ListReader, row: TableRow, name: str, ids: _Ids, code: str) -> str:
    text = reader.get(row, name)
    found = ids.find(text)
    if not text:
        reader.report(row, name, "import.cell_missing", detail=name)
    elif found is None:
        reader.report(row, name, code)
    return found or ""


def _value(reader: ListReader, row: TableRow, name: str, scale: Scale) -> int | None:
    try:
        return parse_value(reader.get(row, name), scale)
    except UserError:
        allowed = "lulus/tidak lulus, ya/tidak, 1/0" if scale.check else scale_text(scale)
        reader.report(row, name, "import.value_bad", detail=allowed)
        return None


def _date(reader: ListReader, row: TableRow, name: str) -> str | None:
    text = reader.get(row, name)
    if not text:
        return None
    found = parse_date(text)
    if found is None:
        reader.report(row, name, "import.date_bad")
    return found


def parse_date(text: str) -> str | None:
    """A date as people write it, day first (10/1/2022, 10 Januari 2022), in ISO form; None: not a date."""
    parts = re.split(r"[\s/.,-]+", text.strip().casefold())
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = parts
    number = MONTHS.get(month[:3]) if month.isalpha() else int(month) if month.isdecimal() else None
    if number is None or not day.isdecimal() or not year.isdecimal() or len(year) != 4:
        return None
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _free_ids(taken: Collection[str]) -> Iterator[str]:
    keys = {number_key(juror) for juror in taken}
    number = 0
    while True:
        number += 1
        if number_key(f"J-{number:02d}") not in keys:
            yield f"J-{number:02d}"


class _Ids:
    """Known ids, found also as a spreadsheet mangles them: 1 for 01."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = set(ids)
        self.by_key: dict[str, list[str]] = {}
        for known in self.ids:
            self.by_key.setdefault(number_key(known), []).append(known)

    def find(self, text: str) -> str | None:
        """The id meant, or None when it is unknown or could be two."""
        if text in self.ids:
            return text
        similar = self.by_key.get(number_key(text), [])
        return similar[0] if len(similar) == 1 else None
