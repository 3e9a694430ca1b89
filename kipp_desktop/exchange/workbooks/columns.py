"""The columns of the lists people import, by every name they go under, and the problems found in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kipp_desktop.exchange.workbooks.tables import Table, TableRow

Severity = Literal["error", "warning"]
Fields = Mapping[str, tuple[str, ...]]

# Field → names of its column, the surest first; the field's own name always counts.
ENTRIES: Fields = {
    "number": ("nomor", "no peserta", "nomor peserta", "no"),
    "title": ("judul", "judul inovasi", "nama inovasi"),
    "institution": ("instansi", "perangkat daerah", "unit kerja", "opd"),
    "type": ("jenis", "jenis instansi"),
    "category": ("kategori",),
    "group": ("kelompok",),
    "started_on": ("mulai", "tanggal mulai"),
    "maturity": ("tahap inovasi",),
    "proposer": ("pengusul",),
}
JURORS: Fields = {
    "id": ("kode", "id juri"),
    "name": ("nama", "nama juri"),
    "institution": ("instansi",),
    "background": ("latar belakang", "unsur"),
    "title": ("jabatan", "gelar"),
    "role": ("peran", "kedudukan"),
    "panel": ("tim",),
}
ASSIGNMENTS: Fields = {
    "juror": ("juri",),
    "entry": ("peserta", "no peserta", "nomor"),
    "stage": ("tahap",),
    "state": ("keadaan", "status"),
    "reason": ("alasan",),
}
SCORES: Fields = {
    "stage": ("tahap",),
    "entry": ("peserta", "no peserta", "nomor"),
    "criterion": ("kriteria",),
    "value": ("nilai",),
}
GATE: Fields = {
    "entry": ("peserta", "no peserta", "nomor"),
    "criterion": ("kriteria", "butir"),
    "value": ("nilai",),
    "result": ("hasil",),
    "reason": ("alasan", "catatan"),
}


def header_key(header: str) -> str:
    """What two spellings of one header share: "No. Peserta" and "no_peserta" are "no peserta"."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", header).casefold()).strip()


KNOWN_HEADERS = frozenset(
    header_key(name)
    for fields in (ENTRIES, JURORS, ASSIGNMENTS, SCORES, GATE)
    for key, names in fields.items()
    for name in (key, *names)
)


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing wrong in a list. `code` names a sentence; `detail` is what was allowed or the other row.

    An error keeps its row out; a warning doesn't. Column "" speaks of the row or the file as a whole.
    """

    row: int
    column: str
    code: str
    value: str = ""
    severity: Severity = "error"
    detail: str = ""

    @property
    def facts(self) -> dict[str, object]:
        """What fills the blanks of its sentence."""
        return {"row": self.row, "column": self.column, "value": self.value, "detail": self.detail}


@dataclass
class ListReader:
    """A table read by field, gathering problems; `bad` are the rows that have an error."""

    table: Table
    fields: Fields
    mapping: Mapping[str, str]
    problems: list[CellProblem] = field(default_factory=list[CellProblem])
    bad: set[int] = field(default_factory=set[int])
    position: dict[str, int] = field(default_factory=dict[str, int])

    def __post_init__(self) -> None:
        keys = [header_key(header) for header in self.table.headers]
        taken = self._map(keys)
        for name, others in self.fields.items():
            for key in (header_key(name), *others):
                if name not in self.position and key in keys and keys.index(key) not in taken:
                    self.position[name] = keys.index(key)
                    taken.add(keys.index(key))
        for index, header in enumerate(self.table.headers):
            if index not in taken and header:
                self._about_header(self.table.columns[index], "import.column_unused", header, "warning")

    def _map(self, keys: Sequence[str]) -> set[int]:
        """Take the columns that the person named; a column mapped to nothing is passed over."""
        taken: set[int] = set()
        for header, name in self.mapping.items():
            key = header_key(header)
            if key not in keys:
                self._about_header("", "import.column_not_found", header)
                continue
            taken.add(keys.index(key))
            if name in self.fields:
                self.position[name] = keys.index(key)
            elif name:
                letter = self.table.columns[keys.index(key)]
                self._about_header(letter, "import.field_unknown", name, detail=", ".join(self.fields))
        return taken

    def _about_header(
        self, column: str, code: str, value: str, severity: Severity = "error", detail: str = ""
    ) -> None:
        self.problems.append(CellProblem(self.table.header_row, column, code, value, severity, detail))

    def require(self, *names: str) -> bool:
        """Say which of these columns are missing; True when none is."""
        missing = [name for name in names if name not in self.position]
        for name in missing:
            other = self.fields[name][0]
            self._about_header("", "import.column_missing", name, detail=other)
        return not missing

    def get(self, row: TableRow, name: str) -> str:
        """The text of a field, empty where there is no such column."""
        position = self.position.get(name)
        return "" if position is None else row.cells[position]

    def report(
        self, row: TableRow, name: str, code: str, severity: Severity = "error", detail: str = ""
    ) -> None:
        """Note a problem of a cell."""
        position = self.position.get(name)
        column = "" if position is None else self.table.columns[position]
        self.problems.append(CellProblem(row.number, column, code, self.get(row, name), severity, detail))
        if severity == "error":
            self.bad.add(row.number)

    def sorted_problems(self) -> list[CellProblem]:
        """All problems in the order of the file."""
        return sorted(self.problems, key=lambda problem: (problem.row, len(problem.column), problem.column))
