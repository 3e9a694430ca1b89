"""The audit workbook: the same numbers with live formulas from the cell to the place.

An inspector changes a cell of "Nilai" in any spreadsheet and sees the total, the score and the places move.
What a formula can't say (rank sums, trimming by criterion, a decision) stands there as a number and is
marked. Formulas are made of addresses only; whatever people typed is text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from io import BytesIO
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell  # pyright: ignore[reportMissingTypeStubs]

from kipp_desktop.domain.bonus import bonus_points
from kipp_desktop.domain.competition import Competition, Stage
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.numbers import round_half_up
from kipp_desktop.domain.panels import TRIMMED_FROM
from kipp_desktop.domain.ranking import GroupRanking, Row
from kipp_desktop.domain.result import Status
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import EntryScore, stage_scores, weighing_stages
from kipp_desktop.domain.tie_values import TieValues
from kipp_desktop.exchange.workbooks.sheets import A4, FOLIO, cell_string, new_workbook, set_up_paper

CELLS, SHEETS, PLACES = "Nilai", "Lembar", "Peringkat"
ALIKE = 9  # decimals to which a spreadsheet's floating point can be told apart
NOTHING = Fraction(-1)  # comes after every value that there is
_CELL_HEADS = ("Tahap", "No. peserta", "Juri", "Kriteria", "Nilai", "Dikurangi", "Faktor", "Sumbangan")
_SHEET_HEADS = ("Tahap", "No. peserta", "Juri", "Bobot juri", "Jumlah lembar")


def write_audit_workbook(
    competition: Competition,
    rankings: Sequence[GroupRanking],
    table: ScoreTable,
    rulings: Rulings,
    status: Status,
) -> bytes:
    """The rankings of one stage as formulas, as XLSX. Same input, same bytes."""
    file = BytesIO()
    book = _Book(new_workbook(file), A4 if competition.paper == "a4" else FOLIO)
    stage = competition.stage_by_id[rankings[0].stage]
    last = stage is competition.stages[-1]
    weighing = weighing_stages(competition) if last else [(stage, 10000)]
    audit = _Audit(competition, table, rulings, stage, weighing)
    places = book.sheet(PLACES)  # first, because it is what is looked at
    audit.write_cells(book.sheet(CELLS), book.sheet(SHEETS), book)
    audit.write_places(places, rankings, status, last, book)
    for name, sheet in book.sheets.items():
        sheet.freeze_panes(2 if name == PLACES else 1, 0)
        set_up_paper(sheet, landscape=True, paper=book.paper)
    book.book.close()
    return file.getvalue()


@dataclass
class _Book:
    """The workbook and its formats."""

    book: Any
    paper: int
    sheets: dict[str, Any] = field(default_factory=dict[str, Any])

    def __post_init__(self) -> None:
        add = self.book.add_format
        self.head = add({"bold": True, "bg_color": "#EEEEEE", "border": 1, "text_wrap": True})
        self.number = add({"num_format": "0.00####"})
        self.typed = add({"num_format": "0.00####", "bg_color": "#FFF4D6"})

    def sheet(self, name: str) -> Any:  # noqa: ANN401 - untyped library
        """A new sheet."""
        self.sheets[name] = self.book.add_worksheet(name)
        return self.sheets[name]

    def heads(self, sheet: Any, row: int, heads: Sequence[str]) -> None:  # noqa: ANN401
        """A row of heads, wide enough."""
        for at, head in enumerate(heads):
            sheet.write_string(row, at, cell_string(head), self.head)
            sheet.set_column(at, at, 40 if head in ("Judul inovasi", "Instansi") else max(11, len(head) + 2))


@dataclass
class _Audit:
    """Where every sheet and cell of the counted sheets stands, so that formulas can name it."""

    competition: Competition
    table: ScoreTable
    rulings: Rulings
    stage: Stage
    weighing: Sequence[tuple[Stage, int]]
    scores: dict[str, dict[str, EntryScore]] = field(default_factory=dict[str, dict[str, EntryScore]])
    sheet_rows: dict[tuple[str, str], tuple[int, int]] = field(
        default_factory=dict[tuple[str, str], tuple[int, int]]
    )
    cell_rows: dict[tuple[str, str, str], list[int]] = field(
        default_factory=dict[tuple[str, str, str], list[int]]
    )

    def write_cells(self, cells: Any, sheets: Any, book: _Book) -> None:  # noqa: ANN401 - untyped library
        """Every counted cell, and every counted sheet as the sum of its cells."""
        book.heads(cells, 0, _CELL_HEADS)
        book.heads(sheets, 0, _SHEET_HEADS)
        entries = [entry.id for entry in self.competition.entries if entry.id not in self.rulings.out]
        at, row = 1, 1
        for stage, _ in self.weighing:
            found = stage_scores(self.competition, self.table, self.rulings, stage, entries)
            self.scores[stage.id] = found
            for entry, score in found.items():
                rubric = self.competition.rubric_for(stage.id, self.competition.entry_by_id[entry])
                self.sheet_rows[stage.id, entry] = (row, row + len(score.counted) - 1)
                for sheet in score.counted:
                    at = self._write_sheet(cells, at, rubric, sheet, book)
                    self._write_total(sheets, row, (at - len(rubric.criterion), at - 1), rubric, sheet, book)
                    row += 1

    def _write_sheet(self, cells: Any, at: int, rubric: Rubric, sheet: Sheet, book: _Book) -> int:  # noqa: ANN401
        by = rubric.formula
        for criterion, factor, value in zip(rubric.criterion, by.coefficients, sheet.values, strict=True):
            start = criterion.scale.lowest if rubric.normalise == "range" else 0
            share = Fraction(factor * 100, by.denominator)
            for column, text in enumerate((sheet.stage, sheet.entry, sheet.juror, criterion.name.id)):
                cells.write_string(at, column, cell_string(text))
            cells.write_number(at, 4, (value or 0) / 100, book.number)
            cells.write_number(at, 5, start / 100, book.number)
            cells.write_number(at, 6, float(share), book.number)
            part = float(share * Fraction((value or 0) - start, 100))
            cells.write_formula(at, 7, f"=(E{at + 1}-F{at + 1})*G{at + 1}", book.number, part)
            self.cell_rows.setdefault((sheet.stage, sheet.entry, criterion.id), []).append(at)
            at += 1
        return at

    def _write_total(
        self,
        sheets: Any,  # noqa: ANN401
        row: int,
        cells: tuple[int, int],
        rubric: Rubric,
        sheet: Sheet,
        book: _Book,
    ) -> None:
        weight = self.competition.rule.panel_method.weight(self.competition.juror_by_id.get(sheet.juror))
        for column, text in enumerate((sheet.stage, sheet.entry, sheet.juror)):
            sheets.write_string(row, column, cell_string(text))
        sheets.write_number(row, 3, weight / 10000, book.number)
        total = float(rubric.formula.total([value or 0 for value in sheet.values]))
        address = f"={CELLS}!H{cells[0] + 1}:H{cells[1] + 1}"
        sheets.write_formula(row, 4, f"=SUM({address[1:]})", book.number, total)

    def score_formula(self, stage: str, entry: str) -> str | None:
        """The panel's method over the totals of an entry's sheets; None where no formula can say it."""
        first, last = self.sheet_rows[stage, entry]
        totals, weights = (f"{SHEETS}!{column}{first + 1}:{column}{last + 1}" for column in "ED")
        method, count = self.competition.rule.panel_method, last - first + 1
        if method.kind == "mean":
            return f"=SUMPRODUCT({totals},{weights})/SUM({weights})"
        if method.kind == "sum":
            return f"=SUMPRODUCT({totals},{weights})"
        k = method.k or 0
        trims = method.kind == "trimmed" and method.per != "criterion"
        if trims and count >= TRIMMED_FROM and count > 2 * k:
            ends = "".join(f"-LARGE({totals},{n})-SMALL({totals},{n})" for n in range(1, k + 1))
            return f"=(SUM({totals}){ends})/{count - 2 * k}"
        if trims:
            return f"=AVERAGE({totals})"
        if method.kind == "median" and not method.is_weighed:
            return f"=MEDIAN({totals})"
        return None

    def link_formula(self, link: str, entry: str) -> str | None:
        """What a link of the tie chain compares, where it is the plain mean of a criterion."""
        kind, _, name = link.partition(":")
        rows = self.cell_rows.get((self.stage.id, entry, name), [])
        if kind != "criterion" or not rows or self.competition.rule.panel_method.is_weighed:
            return None
        return f"=AVERAGE({','.join(f'{CELLS}!E{row + 1}' for row in rows)})"

    def write_places(
        self,
        sheet: Any,  # noqa: ANN401
        rankings: Sequence[GroupRanking],
        status: Status,
        last: bool,
        book: _Book,
    ) -> None:
        """Scores, tie values and places of every group; beside them the places of the program."""
        links = self.competition.rule.ties
        heads = ["Kelompok", "No. peserta", "Judul inovasi", "Instansi"]
        heads += [f"Nilai {stage.name.id}" for stage, _ in self.weighing]
        heads += ["Tambahan", "Nilai akhir", "Kunci", *links, "Keputusan", "Peringkat", "Program", "Cocok"]
        book.heads(sheet, 1, heads)
        row = 2
        for ranking in rankings:
            placed = [one for one in ranking.rows if one.place is not None]
            group = _Group(self, book, sheet, ranking, heads, (row, row + len(placed) - 1), last)
            for one in placed:
                group.write(row, one)
                row += 1
        told = f"{status}. Kuning: angka dari program, bukan rumus. Beda dengan program:"
        sheet.write_string(0, 0, told, book.head)
        match = xl_rowcol_to_cell(2, len(heads) - 1), xl_rowcol_to_cell(max(row - 1, 2), len(heads) - 1)
        sheet.write_formula(0, 4, f'=COUNTIF({match[0]}:{match[1]},"BEDA")', book.head, 0)


@dataclass
class _Group:
    """One ranking group on the sheet of places: its rows are ranked among themselves."""

    audit: _Audit
    book: _Book
    sheet: Any
    ranking: GroupRanking
    heads: Sequence[str]
    rows: tuple[int, int]
    last: bool

    def __post_init__(self) -> None:
        audit = self.audit
        own = audit.scores.get(audit.stage.id, {})
        members = [row.entry for row in self.ranking.rows if row.place is not None]
        counted = {entry: own[entry] for entry in members if entry in own}
        self.values = TieValues(
            audit.competition, audit.table, audit.rulings, audit.stage, counted, list(counted)
        )
        orders = [event.data["order"] for event in self.ranking.tie_decisions]
        self.decided: Mapping[str, int] = {
            entry: len(order) - at for order in orders for at, entry in enumerate(order)
        }

    def write(self, row: int, one: Row) -> None:
        """One entry's line."""
        audit, entry = self.audit, self.audit.competition.entry_by_id[one.entry]
        kind, _, name = self.ranking.group.partition(":")
        for column, text in enumerate((name or kind, entry.id, entry.title, entry.institution)):
            self.sheet.write_string(row, column, cell_string(text))
        column = 4
        for stage, _ in audit.weighing:
            score = audit.scores[stage.id].get(one.entry)
            live = audit.score_formula(stage.id, one.entry) if score else None
            self._put(row, column, live, score.score if score else Fraction(0))
            column += 1
        bonus = bonus_points(audit.competition, audit.rulings, entry) if self.last else 0
        self._put(row, column, None, Fraction(bonus, 100))
        shares = [share / 10000 for _, share in audit.weighing]
        parts = [f"{xl_rowcol_to_cell(row, 4 + at)}*{share}" for at, share in enumerate(shares)]
        final = "+".join([*parts, xl_rowcol_to_cell(row, column)])
        self._put(row, column + 1, f"={final}", one.score or Fraction(0))
        rule = audit.competition.rule
        places = rule.published_decimals if rule.rank_on == "published" else ALIKE
        key = f"=ROUND({xl_rowcol_to_cell(row, column + 1)},{places})"
        self._put(row, column + 2, key, Fraction(round_half_up(one.score or Fraction(0), places), 10**places))
        self._write_ties(row, column + 3, one)

    def _write_ties(self, row: int, column: int, one: Row) -> None:
        keys = [column - 1]
        for link in self.audit.competition.rule.ties:
            value = self.values.of(link, one.entry)
            live = self.audit.link_formula(link, one.entry)
            self._put(row, column, live, NOTHING if value is None else value)
            keys.append(column)
            column += 1
        self._put(row, column, None, Fraction(self.decided.get(one.entry, 0)))
        place = self._place(row, [*keys, column])
        self.sheet.write_formula(row, column + 1, place, self.book.number, one.place)
        self.sheet.write_number(row, column + 2, one.place)
        cells = xl_rowcol_to_cell(row, column + 1), xl_rowcol_to_cell(row, column + 2)
        self.sheet.write_formula(row, column + 3, f'=IF({cells[0]}={cells[1]},"cocok","BEDA")', None, "cocok")

    def _place(self, row: int, keys: Sequence[int]) -> str:
        """1 + how many of the group are ahead: a larger key, or equal ones and a larger next."""
        ahead: list[str] = []
        equal = ""
        for at, column in enumerate(keys):
            area, own = self._area(column), xl_rowcol_to_cell(row, column)
            if at:
                area, own = f"ROUND({area},{ALIKE})", f"ROUND({own},{ALIKE})"
            ahead.append(f"{equal}({area}>{own})")
            equal += f"({area}={own})*"
        better = "+".join(ahead)
        if self.audit.competition.rule.after_ties != "dense":
            return f"=1+SUMPRODUCT({better})"
        same = [self._area(column) for column in keys]
        alike = ",".join(f"{area},{area}" for area in same)
        return f"=1+SUMPRODUCT(({better})/COUNTIFS({alike}))"

    def _area(self, column: int) -> str:
        first = xl_rowcol_to_cell(self.rows[0], column, row_abs=True)
        return f"{first}:{xl_rowcol_to_cell(self.rows[1], column, row_abs=True)}"

    def _put(self, row: int, column: int, live: str | None, value: Fraction) -> None:
        """A formula with the value it gives; or a number, marked as one that no formula made."""
        if live is None:
            self.sheet.write_number(row, column, float(value), self.book.typed)
        else:
            self.sheet.write_formula(row, column, live, self.book.number, float(value))
