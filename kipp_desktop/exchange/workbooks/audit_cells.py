"""The counted cells and sheets of an audit workbook, and the formulas over them: scores and tie values.

Formulas are made of addresses only and use what every spreadsheet since Excel 2010 and LibreOffice knows:
SUMPRODUCT, RANK, LARGE, SMALL, MEDIAN; no array formulas, no macros.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from xlsxwriter.utility import (  # pyright: ignore[reportMissingTypeStubs]
    xl_col_to_name,
    xl_rowcol_to_cell,
)

from kipp_desktop.domain.competition import ORGANISER, Competition, PanelMethod, Stage
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.panels import (
    TRIMMED_FROM,
    kept_of,
    needs_whole_panel,
    rank_points,
)
from kipp_desktop.domain.rubric import Criterion, Rubric
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import EntryScore, stage_scores, unit_totals
from kipp_desktop.domain.tie_values import weightiest
from kipp_desktop.exchange.workbooks.sheets import cell_string

PLACES, CELLS, SHEETS, CRITERIA, JURORS = "Peringkat", "Nilai", "Lembar", "Kriteria", "Juri"
ALIKE = 9  # decimals to which a spreadsheet's floating point can be told apart
_CELL_HEADS = ("Tahap", "No. peserta", "Juri", "Kriteria", "Nilai", "Dikurangi", "Faktor", "Sumbangan")
_SHEET_HEADS = ("Tahap", "No. peserta", "Juri", "Bobot juri", "Jumlah lembar")
_TOTAL, _WEIGHT, _POINTS = "E", "D", "F"  # columns of the sheet of sheets

Rows = tuple[int, int]
"""The first and the last row of something, counted from 0."""


@dataclass
class AuditBook:
    """The workbook and its formats."""

    book: Any
    paper: int
    sheets: dict[str, Any] = field(default_factory=dict[str, Any])

    def __post_init__(self) -> None:
        add = self.book.add_format
        self.head = add({"bold": True, "bg_color": "#EEEEEE", "border": 1, "text_wrap": True})
        self.number = add({"num_format": "0.00####"})
        self.typed = add({"num_format": '0.00####" *"', "bg_color": "#FFF4D6"})

    def sheet(self, name: str) -> Any:  # noqa: ANN401 - untyped library
        """The sheet of this name, new where there is none."""
        if name not in self.sheets:
            self.sheets[name] = self.book.add_worksheet(name)
        return self.sheets[name]

    def heads(self, sheet: Any, row: int, heads: Sequence[str]) -> None:  # noqa: ANN401
        """A row of heads, wide enough."""
        for at, head in enumerate(heads):
            sheet.write_string(row, at, cell_string(head), self.head)
            sheet.set_column(at, at, 40 if head in ("Judul inovasi", "Instansi") else max(11, len(head) + 2))

    def texts(self, sheet: Any, row: int, texts: Iterable[str]) -> None:  # noqa: ANN401
        """Texts from the first column on, never read as formulas."""
        for column, text in enumerate(texts):
            sheet.write_string(row, column, cell_string(text))


@dataclass(frozen=True, slots=True)
class JurorBlock:
    """Totals of sheets, an entry a row and a juror a column; under them each juror's highest."""

    rows: dict[str, int]
    columns: dict[str, int]
    highest: int  # row

    def column_area(self, juror: str) -> str:
        """All totals of a juror, on the same sheet or named from another."""
        first, last = min(self.rows.values()), max(self.rows.values())
        return f"{JURORS}!{_area(first, self.columns[juror], last, self.columns[juror])}"

    def cell(self, entry: str, juror: str) -> str:
        """The total of one sheet."""
        return f"{JURORS}!{xl_rowcol_to_cell(self.rows[entry], self.columns[juror])}"

    def first_places(self, entry: str) -> str:
        """How many jurors gave no other entry of the block more."""
        left, right = min(self.columns.values()), max(self.columns.values())
        own, best = (f"{JURORS}!{_area(row, left, row, right)}" for row in (self.rows[entry], self.highest))
        return f"SUMPRODUCT(({own}={best})*ISNUMBER({own}))"


@dataclass
class Evidence:
    """Where every cell and sheet that counts stands, so that formulas can name it."""

    competition: Competition
    table: ScoreTable
    rulings: Rulings
    book: AuditBook
    scores: dict[str, dict[str, EntryScore]] = field(default_factory=dict[str, dict[str, EntryScore]])
    sheet_rows: dict[tuple[str, str], Rows] = field(default_factory=dict[tuple[str, str], Rows])
    cell_rows: dict[tuple[str, str], Rows] = field(default_factory=dict[tuple[str, str], Rows])
    criterion_rows: dict[tuple[str, str], Rows] = field(default_factory=dict[tuple[str, str], Rows])
    _used: dict[str, int] = field(default_factory=dict[str, int])  # sheet → its next free row

    @property
    def rule_method(self) -> PanelMethod:
        """How the rule makes one score of several sheets."""
        return self.competition.rule.panel_method

    def method_at(self, stage: Stage) -> PanelMethod:
        """The method of a stage: what the organiser entered is no panel that could be ranked."""
        alone = stage.panel == ORGANISER and needs_whole_panel(self.rule_method)
        return PanelMethod() if alone else self.rule_method

    # what is written

    def write(self, stages: Sequence[Stage]) -> None:
        """Every counted cell, every counted sheet as the sum of its cells, and what the method needs."""
        self.book.heads(self.book.sheet(CELLS), 0, [*_CELL_HEADS, *self._weight_head()])
        self.book.heads(self.book.sheet(SHEETS), 0, [*_SHEET_HEADS, *self._sheet_heads()])
        self._used = {CELLS: 1, SHEETS: 1, CRITERIA: 0, JURORS: 0}
        running = [entry.id for entry in self.competition.entries if entry.id not in self.rulings.out]
        for stage in stages:
            found = stage_scores(self.competition, self.table, self.rulings, stage, running)
            self.scores[stage.id] = found
            for score in found.values():
                self._write_entry(stage, score)
            method = self.method_at(stage)
            if method.kind == "rank_sum" and found:
                self._write_rank_points(stage)
            if method.kind == "trimmed" and method.per == "criterion" and found:
                self._write_criteria(stage)

    def _weight_head(self) -> list[str]:
        return ["Bobot juri"] if self.rule_method.is_weighed else []

    def _sheet_heads(self) -> list[str]:
        points = ["Nilai urutan"] if self.rule_method.kind == "rank_sum" else []
        return [*points, "Tengah"] if self._has_middles else points

    @property
    def _has_middles(self) -> bool:
        """Whether a weighted median is asked for, by the method or by the tie chain."""
        asked = self.rule_method.kind == "median" or "median" in self.competition.rule.ties
        return asked and self.rule_method.is_weighed

    @property
    def _middle_column(self) -> int:
        """Where a weighted median marks its sheets: after the points of ranks, if there are any."""
        return 6 if self.rule_method.kind == "rank_sum" else 5

    def _write_entry(self, stage: Stage, score: EntryScore) -> None:
        rubric = self.competition.rubric_for(stage.id, self.competition.entry_by_id[score.entry])
        place, first_cell, first = (stage.id, score.entry), self._used[CELLS], self._used[SHEETS]
        self.sheet_rows[place] = first, first + len(score.counted) - 1
        self.cell_rows[place] = first_cell, first_cell + len(score.counted) * len(rubric.criterion) - 1
        for sheet in score.counted:
            self._write_sheet(rubric, sheet, place)

    def _write_sheet(self, rubric: Rubric, sheet: Sheet, place: tuple[str, str]) -> None:
        cells, sheets = self.book.sheet(CELLS), self.book.sheet(SHEETS)
        row, at = self._used[SHEETS], self._used[CELLS]
        weight = self._weight(sheet.juror)
        for position in range(len(rubric.criterion)):
            self._write_cell(cells, at + position, rubric, sheet, position)
            if self.rule_method.is_weighed:
                cells.write_formula(at + position, 8, f"={SHEETS}!D{row + 1}", self.book.number, weight)
        self.book.texts(sheets, row, (sheet.stage, sheet.entry, sheet.juror))
        sheets.write_number(row, 3, weight, self.book.number)
        area = f"{CELLS}!H{at + 1}:H{at + len(rubric.criterion)}"
        sheets.write_formula(row, 4, f"=SUM({area})", self.book.number, float(_total(rubric, sheet)))
        if self._has_middles:
            live, value = self._middle(row, rubric, sheet, place)
            sheets.write_formula(row, self._middle_column, live, self.book.number, value)
        self._used[CELLS], self._used[SHEETS] = at + len(rubric.criterion), row + 1

    def _write_cell(self, cells: Any, at: int, rubric: Rubric, sheet: Sheet, position: int) -> None:  # noqa: ANN401
        criterion, by = rubric.criterion[position], rubric.formula
        value = sheet.values[position] or 0
        start = criterion.scale.lowest if rubric.normalise == "range" else 0
        share = Fraction(by.coefficients[position] * 100, by.denominator)
        self.book.texts(cells, at, (sheet.stage, sheet.entry, sheet.juror, _named(rubric, criterion)))
        cells.write_number(at, 4, value / 100, self.book.number)
        cells.write_number(at, 5, start / 100, self.book.number)
        cells.write_number(at, 6, float(share), self.book.number)
        part = float(share * Fraction(value - start, 100))
        cells.write_formula(at, 7, f"=(E{at + 1}-F{at + 1})*G{at + 1}", self.book.number, part)

    def _weight(self, juror: str) -> float:
        return self.rule_method.weight(self.competition.juror_by_id.get(juror)) / 10000

    def _middle(
        self, row: int, rubric: Rubric, sheet: Sheet, place: tuple[str, str]
    ) -> tuple[str, float | str]:
        """A sheet's total where at most half of the weight is below and at most half above, else nothing."""
        first, last = (one + 1 for one in self.sheet_rows[place])
        totals = f"ROUND({_TOTAL}${first}:{_TOTAL}${last},{ALIKE})"
        weights, own = f"{_WEIGHT}${first}:{_WEIGHT}${last}", f"ROUND({_TOTAL}{row + 1},{ALIKE})"
        halves = ",".join(
            f"ROUND(2*SUMPRODUCT(({totals}{sign}{own})*{weights})-SUM({weights}),{ALIKE})<=0" for sign in "<>"
        )
        given = [
            (self._weight_bp(one), _total(rubric, one)) for one in self.scores[place[0]][place[1]].counted
        ]
        total, half = _total(rubric, sheet), sum(weight for weight, _ in given)
        below, above = (
            2 * sum(weight for weight, other in given if (other < total if low else other > total))
            for low in (True, False)
        )
        live = f'=IF(AND({halves}),{_TOTAL}{row + 1},"")'
        return live, float(total) if below <= half and above <= half else ""

    def _weight_bp(self, sheet: Sheet) -> int:
        return self.rule_method.weight(self.competition.juror_by_id.get(sheet.juror))

    def _write_rank_points(self, stage: Stage) -> None:
        """Borda's points of every sheet, by the ranks its juror gave: from 0 for the last to 100."""
        found = self.scores[stage.id]
        block = self.juror_block(stage, list(found), stage.name.id)
        points, unit = rank_points(self._unit_totals(stage, list(found)))
        sheets = self.book.sheet(SHEETS)
        for entry, given in points.items():
            for row, (juror, value) in enumerate(given, start=self.sheet_rows[stage.id, entry][0]):
                area, own = block.column_area(juror), block.cell(entry, juror)
                ranks = f"RANK({own},{area},1)-RANK({own},{area},0)"
                live = f"=IF(COUNT({area})=1,50,50*(COUNT({area})-1+{ranks})/(COUNT({area})-1))"
                sheets.write_formula(row, 5, live, self.book.number, value / unit)

    def _unit_totals(self, stage: Stage, entries: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
        found = self.scores[stage.id]
        return unit_totals(self.competition, stage, {entry: found[entry].counted for entry in entries})[0]

    def juror_block(self, stage: Stage, entries: Sequence[str], heading: str) -> JurorBlock:
        """Write the totals of these entries' sheets side by side, a juror a column."""
        found, sheet = self.scores[stage.id], self.book.sheet(JURORS)
        jurors = sorted({one.juror for entry in entries for one in found[entry].counted})
        top = self._used[JURORS]
        self.book.heads(sheet, top, [heading, "No. peserta", *jurors])
        sheet.set_column(0, 0, 40)
        rows = {entry: top + 1 + at for at, entry in enumerate(entries)}
        block = JurorBlock(rows, {one: 2 + at for at, one in enumerate(jurors)}, top + 1 + len(rows))
        best: dict[str, Fraction] = {}
        for entry, row in rows.items():
            self.book.texts(sheet, row, ("", entry))
            rubric = self.competition.rubric_of[stage.id, entry]
            for at, one in enumerate(found[entry].counted, start=self.sheet_rows[stage.id, entry][0]):
                total = _total(rubric, one)
                best[one.juror] = max(total, best.get(one.juror, total))
                live = f"=ROUND({SHEETS}!{_TOTAL}{at + 1},{ALIKE})"
                sheet.write_formula(row, block.columns[one.juror], live, self.book.number, float(total))
        self.book.texts(sheet, block.highest, ("Tertinggi", ""))
        for juror, column in block.columns.items():
            live = f"=MAX({_area(top + 1, column, block.highest - 1, column)})"
            sheet.write_formula(block.highest, column, live, self.book.number, float(best[juror]))
        self._used[JURORS] = block.highest + 2
        return block

    def _write_criteria(self, stage: Stage) -> None:
        """What each criterion brings without its own highest and lowest values, a juror a column."""
        found, sheet = self.scores[stage.id], self.book.sheet(CRITERIA)
        most = max(len(score.counted) for score in found.values())
        if self._used[CRITERIA] == 0:
            heads = ["Tahap", "No. peserta", "Kriteria", "Sesudah dipangkas"]
            widest = max(most, len(self.competition.jurors))
            self.book.heads(sheet, 0, [*heads, *(f"Juri {at + 1}" for at in range(widest))])
            self._used[CRITERIA] = 1
        for entry, score in found.items():
            rubric = self.competition.rubric_of[stage.id, entry]
            first = self._used[CRITERIA]
            for position in range(len(rubric.criterion)):
                self._write_criterion(first + position, (stage.id, entry), rubric, score.counted, position)
            self._used[CRITERIA] = first + len(rubric.criterion)
            self.criterion_rows[stage.id, entry] = first, self._used[CRITERIA] - 1

    def _write_criterion(
        self, row: int, place: tuple[str, str], rubric: Rubric, counted: Sequence[Sheet], position: int
    ) -> None:
        sheet, criterion, by = self.book.sheet(CRITERIA), rubric.criterion[position], rubric.formula
        start = criterion.scale.lowest if rubric.normalise == "range" else 0
        parts = [by.coefficients[position] * ((one.values[position] or 0) - start) for one in counted]
        self.book.texts(sheet, row, (*place, _named(rubric, criterion)))
        for at, part in enumerate(parts):
            cell = self.cell_rows[place][0] + at * len(rubric.criterion) + position
            value = part / by.denominator
            sheet.write_formula(row, 4 + at, f"={CELLS}!H{cell + 1}", self.book.number, value)
        kept = kept_of(parts, self.rule_method.k or 0)
        live = "=" + self._trimmed(_area(row, 4, row, 3 + len(parts)), len(parts))
        sheet.write_formula(row, 3, live, self.book.number, sum(kept) / len(kept) / by.denominator)

    def _trimmed(self, area: str, count: int) -> str:
        """The mean without the k highest and k lowest; of all where fewer than five count."""
        k = self.rule_method.k or 0
        if count < TRIMMED_FROM or count <= 2 * k:
            return f"AVERAGE({area})"
        ends = "".join(f"-LARGE({area},{n})-SMALL({area},{n})" for n in range(1, k + 1))
        return f"(SUM({area}){ends})/{count - 2 * k}"

    # formulas over it

    def score(self, stage: str, entry: str) -> str | None:
        """The panel's method over an entry's sheets; None where no sheet of it counts at the stage."""
        if (stage, entry) not in self.sheet_rows:
            return None
        method = self.method_at(self.competition.stage_by_id[stage])
        first, last = self.sheet_rows[stage, entry]
        totals, weights, points = (self._sheets(stage, entry, one) for one in (_TOTAL, _WEIGHT, _POINTS))
        if method.kind == "mean":
            return f"SUMPRODUCT({totals},{weights})/SUM({weights})"
        if method.kind == "sum":
            return f"SUMPRODUCT({totals},{weights})"
        if method.kind == "rank_sum":
            return f"SUMPRODUCT({points},{weights})/SUM({weights})"
        if method.kind == "median":
            return self._median(stage, entry)
        if method.per == "criterion":
            rows = self.criterion_rows[stage, entry]
            return f"SUM({CRITERIA}!D{rows[0] + 1}:D{rows[1] + 1})"
        return self._trimmed(totals, last - first + 1)

    def _sheets(self, stage: str, entry: str, column: str) -> str:
        first, last = self.sheet_rows[stage, entry]
        return f"{SHEETS}!{column}{first + 1}:{column}{last + 1}"

    def _median(self, stage: str, entry: str) -> str:
        """Of the totals of the entry's sheets; where jurors weigh differently, the middle of the weight."""
        if not self.rule_method.is_weighed:
            return f"MEDIAN({self._sheets(stage, entry, _TOTAL)})"
        middles = self._sheets(stage, entry, xl_col_to_name(self._middle_column))
        return f"(MIN({middles})+MAX({middles}))/2"

    def link(self, link: str, stage: str, entry: str, block: JurorBlock | None) -> str | None:
        """What a link of the tie chain compares; None where the entry has nothing to compare.

        `block` holds the totals of the entries that a first place is one among.
        """
        kind, _, name = link.partition(":")
        if kind == "stage":
            return self.score(name, entry)
        if (stage, entry) not in self.sheet_rows:
            return None
        if kind == "median":
            return self._median(stage, entry)
        if kind == "first_places":
            return block.first_places(entry) if block else None
        rubric = self.competition.rubric_of[stage, entry]
        names = [one.id for one in weightiest(rubric)] if kind == "highest_weight" else [name]
        found = [rubric.position_of[one] for one in names if one in rubric.position_of]
        return self._criterion_means(stage, entry, found) if found else None

    def _criterion_means(self, stage: str, entry: str, positions: Sequence[int]) -> str:
        """The mean over the jurors, weighed as they weigh, of the values of one criterion or of several."""
        first, last = (one + 1 for one in self.cell_rows[stage, entry])
        names, values, weights = (f"{CELLS}!{column}{first}:{column}{last}" for column in "DEI")
        weighed = f"*{weights}" if self.rule_method.is_weighed else ""
        parts = [
            f"SUMPRODUCT(({names}={CELLS}!D{first + position})*{values}{weighed})" for position in positions
        ]
        divisor = f"SUM({self._sheets(stage, entry, _WEIGHT)})"
        many = f"/{len(positions)}" if len(positions) > 1 else ""
        return f"({'+'.join(parts)})/{divisor}{many}"


def _named(rubric: Rubric, criterion: Criterion) -> str:
    """A criterion's name, by which formulas find its cells: with its id where the rubric has the name twice.

    Spreadsheets take small and large letters for the same.
    """
    names = [one.name.id.casefold() for one in rubric.criterion]
    once = names.count(criterion.name.id.casefold()) == 1
    return criterion.name.id if once else f"{criterion.name.id} ({criterion.id})"


def _total(rubric: Rubric, sheet: Sheet) -> Fraction:
    return rubric.formula.total([value or 0 for value in sheet.values])


def _area(first: int, left: int, last: int, right: int) -> str:
    cells = (xl_rowcol_to_cell(row, column, True, True) for row, column in ((first, left), (last, right)))
    return ":".join(cells)
