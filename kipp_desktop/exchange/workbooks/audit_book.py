"""The audit workbook: the same numbers with live formulas from the cell to the place.

An inspector changes a cell of "Nilai" in any spreadsheet and sees the total, the score and the places move.
What people decided (points added or taken off, an order settled in plenary or by lot) is no formula's to
find: it stands there as a number, yellow and with an asterisk. Formulas are made of addresses only; whatever
people typed is text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO

from xlsxwriter.utility import xl_rowcol_to_cell  # pyright: ignore[reportMissingTypeStubs]

from kipp_desktop.domain.bonus import bonus_points
from kipp_desktop.domain.competition import Competition, Stage
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.numbers import round_half_up
from kipp_desktop.domain.ranking import GroupRanking, Row
from kipp_desktop.domain.result import Status
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import EntryScore, weighing_stages
from kipp_desktop.domain.tie_values import TieValues
from kipp_desktop.exchange.workbooks.audit_cells import ALIKE, CELLS, PLACES, SHEETS, AuditBook, Evidence
from kipp_desktop.exchange.workbooks.sheets import A4, FOLIO, new_workbook, set_up_paper

NOTHING = Fraction(-1)  # comes after every value that there is
_LEGEND = (
    "{status}. Kuning dan bertanda *: angka dari program, bukan rumus – poin tambahan, keputusan, dan −1 "
    "di mana tidak ada yang dibandingkan. Beda dengan program:"
)


def write_audit_workbook(
    competition: Competition,
    rankings: Sequence[GroupRanking],
    table: ScoreTable,
    rulings: Rulings,
    status: Status,
) -> bytes:
    """The rankings of one stage as formulas, as XLSX. Same input, same bytes."""
    file = BytesIO()
    book = AuditBook(new_workbook(file), A4 if competition.paper == "a4" else FOLIO)
    stage = competition.stage_by_id[rankings[0].stage]
    evidence = Evidence(competition, table, rulings, book)
    for name in (PLACES, CELLS, SHEETS):  # the places first, because they are what is looked at
        book.sheet(name)
    audit = _Audit(evidence, stage)
    evidence.write(audit.stages)
    audit.write_places(rankings, status)
    for name, sheet in book.sheets.items():
        sheet.freeze_panes(2 if name == PLACES else 1, 0)
        set_up_paper(sheet, landscape=True, paper=book.paper)
    book.book.close()
    return file.getvalue()


@dataclass
class _Audit:
    """The sheet of places of one stage."""

    evidence: Evidence
    stage: Stage

    def __post_init__(self) -> None:
        self.competition = self.evidence.competition
        self.last = self.stage is self.competition.stages[-1]
        self.weighing = weighing_stages(self.competition) if self.last else [(self.stage, 10000)]

    @property
    def stages(self) -> list[Stage]:
        """The stages whose cells are needed: those that weigh, the ranked one, those of the tie chain."""
        linked = {link.partition(":")[2] for link in self.competition.rule.ties if link.startswith("stage:")}
        needed = {stage.id for stage, _ in self.weighing} | {self.stage.id} | linked
        return [one for one in self.competition.stages if one.id in needed and one.form == "scored"]

    def write_places(self, rankings: Sequence[GroupRanking], status: Status) -> None:
        """Scores, tie values and places of every group; beside them the places of the program."""
        book, sheet = self.evidence.book, self.evidence.book.sheet(PLACES)
        links = self.competition.rule.ties
        heads = ["Kelompok", "No. peserta", "Judul inovasi", "Instansi"]
        heads += [f"Nilai {stage.name.id}" for stage, _ in self.weighing]
        heads += ["Tambahan", "Nilai akhir", "Kunci", *links, "Keputusan", "Peringkat", "Program", "Cocok"]
        book.heads(sheet, 1, heads)
        row = 2
        for ranking in rankings:
            placed = [one for one in ranking.rows if one.place is not None]
            group = _Group(self, ranking, (row, row + len(placed) - 1))
            for one in placed:
                group.write(row, one)
                row += 1
        sheet.set_row(0, 32)
        sheet.merge_range(0, 0, 0, 3, _LEGEND.format(status=status), book.head)
        match = xl_rowcol_to_cell(2, len(heads) - 1), xl_rowcol_to_cell(max(row - 1, 2), len(heads) - 1)
        sheet.write_formula(0, 4, f'=COUNTIF({match[0]}:{match[1]},"BEDA")', book.head, 0)


@dataclass
class _Group:
    """One ranking group on the sheet of places: its rows are ranked among themselves."""

    audit: _Audit
    ranking: GroupRanking
    rows: tuple[int, int]

    def __post_init__(self) -> None:
        audit, evidence = self.audit, self.audit.evidence
        self.book, self.sheet = evidence.book, evidence.book.sheet(PLACES)
        own = evidence.scores.get(audit.stage.id, {})
        members = [row.entry for row in self.ranking.rows if row.place is not None]
        counted = {entry: own.get(entry, EntryScore(entry, 0, 1, (), 0)) for entry in members}
        self.values = TieValues(
            audit.competition,
            evidence.table,
            evidence.rulings,
            audit.stage,
            counted,
            members,
            evidence.scores,
        )
        scored = [entry for entry in members if entry in own]
        ranks_jurors = "first_places" in audit.competition.rule.ties and scored
        self.block = evidence.juror_block(audit.stage, scored, self.name) if ranks_jurors else None
        orders = [event.data["order"] for event in self.ranking.tie_decisions]
        self.decided: Mapping[str, int] = {
            entry: len(order) - at for order in orders for at, entry in enumerate(order)
        }

    @property
    def name(self) -> str:
        """The group's own name."""
        kind, _, name = self.ranking.group.partition(":")
        return name or kind

    def write(self, row: int, one: Row) -> None:
        """One entry's line."""
        audit, evidence = self.audit, self.audit.evidence
        entry = audit.competition.entry_by_id[one.entry]
        self.book.texts(self.sheet, row, (self.name, entry.id, entry.title, entry.institution))
        column = 4
        for stage, _ in audit.weighing:
            score = evidence.scores[stage.id].get(one.entry)
            live = evidence.score(stage.id, one.entry) if score else None
            self._put(row, column, live, score.score if score else Fraction(0))
            column += 1
        bonus = bonus_points(audit.competition, evidence.rulings, entry) if audit.last else 0
        self._put(row, column, None, Fraction(bonus, 100))
        shares = [share / 10000 for _, share in audit.weighing]
        parts = [f"{xl_rowcol_to_cell(row, 4 + at)}*{share}" for at, share in enumerate(shares)]
        final = "+".join([*parts, xl_rowcol_to_cell(row, column)])
        self._put(row, column + 1, final, one.score or Fraction(0))
        rule = audit.competition.rule
        places = rule.published_decimals if rule.rank_on == "published" else ALIKE
        key = f"ROUND({xl_rowcol_to_cell(row, column + 1)},{places})"
        self._put(row, column + 2, key, Fraction(round_half_up(one.score or Fraction(0), places), 10**places))
        self._write_ties(row, column + 3, one)

    def _write_ties(self, row: int, column: int, one: Row) -> None:
        keys = [column - 1]
        for link in self.audit.competition.rule.ties:
            value = self.values.of(link, one.entry)
            live = self.audit.evidence.link(link, self.audit.stage.id, one.entry, self.block)
            rounded = live and f"ROUND({live},{ALIKE})"
            self._put(row, column, rounded, NOTHING if value is None else value)
            keys.append(column)
            column += 1
        self._put(row, column, None, Fraction(self.decided.get(one.entry, 0)))
        place = self._place(row, [*keys, column])
        self.sheet.write_formula(row, column + 1, place, None, one.place)
        self.sheet.write_number(row, column + 2, one.place)
        cells = xl_rowcol_to_cell(row, column + 1), xl_rowcol_to_cell(row, column + 2)
        self.sheet.write_formula(row, column + 3, f'=IF({cells[0]}={cells[1]},"cocok","BEDA")', None, "cocok")

    def _place(self, row: int, keys: Sequence[int]) -> str:
        """1 + how many of the group are ahead: a larger key, or equal ones and a larger next."""
        ahead: list[str] = []
        equal = ""
        for column in keys:
            area, own = self._area(column), xl_rowcol_to_cell(row, column)
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
            self.sheet.write_formula(row, column, f"={live}", self.book.number, float(value))
