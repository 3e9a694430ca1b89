"""The ranking as a workbook: numbers are numbers, and what people typed is text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from typing import Any

from kipp_desktop.domain.competition import Competition, Entry
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.moments import moment_words
from kipp_desktop.domain.openings import ScoreChange
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.domain.result import Status
from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.domain.rulings import Event, Rulings
from kipp_desktop.exchange.workbooks.sheets import A4, FOLIO, cell_string, new_workbook, set_up_paper

CellValue = str | int | Fraction | None

STATES = {
    "none": "belum dinilai",
    "draft": "belum dikunci",
    "locked": "terkunci",
    "reopened": "dibuka kembali",
    "abstained": "abstain",
    "absent": "tidak hadir",
    "recused": "tidak menilai",
    "conflict": "nilai berselisih",
}
OUT = {"withdrawn": "mengundurkan diri", "disqualified": "didiskualifikasi", "no_score": "belum ada nilai"}
DECISIONS = {
    "tie_decided": "nilai sama diputuskan",
    "plenary_decided": "penghargaan ditetapkan pleno",
    "conflict_decided": "nilai berselisih diputuskan",
    "entry_withdrawn": "peserta mengundurkan diri",
    "entry_disqualified": "peserta didiskualifikasi",
    "entries_curated": "peserta dipilih",
    "stage_advanced": "peserta maju ke tahap berikutnya",
    "bonus_decided": "tambahan atau pengurangan nilai",
    "recused": "juri tidak menilai",
    "juror_replaced": "juri diganti",
    "juror_unavailable": "juri berhalangan",
    "intake_closed": "penerimaan nilai ditutup",
    "intake_reopened": "penerimaan nilai dibuka kembali",
    "ranking_opened": "peringkat dibuka",
    "finalised": "hasil difinalkan",
    "unfinalised": "finalisasi dibatalkan",
}


@dataclass(frozen=True, slots=True)
class _Column:
    head: str
    width: int
    decimals: int | None = None  # None: text or whole number


def write_ranking_workbook(
    competition: Competition,
    rankings: Sequence[GroupRanking],
    table: ScoreTable,
    rulings: Rulings,
    status: Status,
    decisions: Iterable[Event] = (),
    changes: Sequence[ScoreChange] = (),
    zone: str = "",
) -> bytes:
    """The rankings of one stage and all they stand on, as XLSX. Same input, same bytes.

    `decisions` are the events of the log worth reading; those that are not decisions are passed over.
    `changes` are the scores that changed after the ranking could be seen; moments are said by the clock of
    `zone`.
    """
    file = BytesIO()
    writer = _Writer(new_workbook(file), A4 if competition.paper == "a4" else FOLIO)
    stage = rankings[0].stage
    shown = [competition.entry_by_id[entry] for entry in _entries(rankings)]
    places = _ranking_rows(competition, rankings, rulings, status)
    writer.sheet("Peringkat", _ranking_columns(competition), places)
    jurors = sorted({sheet.juror for entry in shown for sheet in table.of(stage, entry.id)})
    columns, rows = _recap(competition, rankings[0], table, shown, jurors)
    writer.sheet("Rekap", columns, rows)
    writer.sheet("Nilai", _CELL_COLUMNS, _cells(competition, table, stage, shown))
    writer.sheet("Juri", _JUROR_COLUMNS, _jurors(competition, rulings, zone))
    writer.sheet("Keputusan", _DECISION_COLUMNS, _decisions(decisions))
    writer.sheet("Sesudah dibuka", _CHANGE_COLUMNS, _changed(competition, changes))
    writer.book.close()
    return file.getvalue()


class _Writer:
    """Writes sheets of rows into a workbook, each value as what it is."""

    def __init__(self, book: Any, paper: int) -> None:  # noqa: ANN401  (untyped library)
        self.book, self.paper = book, paper
        self.head = book.add_format({"bold": True, "bg_color": "#EEEEEE", "border": 1, "text_wrap": True})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.whole = book.add_format({"num_format": "0", "valign": "top", "align": "center"})
        self.decimal = {
            places: book.add_format({"num_format": f"0.{'0' * places}" if places else "0", "valign": "top"})
            for places in range(7)
        }

    def sheet(self, name: str, columns: Sequence[_Column], rows: Iterable[Sequence[CellValue]]) -> None:
        """Write a sheet with a frozen header row."""
        sheet = self.book.add_worksheet(name)
        for position, column in enumerate(columns):
            sheet.set_column(position, position, column.width)
            sheet.write_string(0, position, cell_string(column.head), self.head)
        last = 0
        for last, row in enumerate(rows, start=1):
            for position, (column, value) in enumerate(zip(columns, row, strict=True)):
                self._write(sheet, last, position, column, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
        set_up_paper(sheet, landscape=True, paper=self.paper)

    def _write(self, sheet: Any, row: int, position: int, column: _Column, value: CellValue) -> None:  # noqa: ANN401
        if value is None:
            return
        if isinstance(value, str):
            sheet.write_string(row, position, cell_string(value), self.text)
        elif isinstance(value, int):
            sheet.write_number(row, position, value, self.whole)
        else:
            sheet.write_number(row, position, float(value), self.decimal[column.decimals or 0])


def _entries(rankings: Sequence[GroupRanking]) -> list[str]:
    return sorted({row.entry for ranking in rankings for row in ranking.rows})


def _group_name(group: str) -> str:
    kind, _, name = group.partition(":")
    return "Keseluruhan" if kind == "overall" else name or "(tidak diisi)"


def _ranking_columns(competition: Competition) -> list[_Column]:
    return [
        _Column("Kelompok peringkat", 18),
        _Column("Peringkat", 10),
        _Column("No. peserta", 11),
        _Column("Judul inovasi", 44),
        _Column("Instansi", 36),
        _Column("Nilai", 12, competition.rule.published_decimals),
        _Column("Nilai tepat", 16),
        _Column("Juri menilai", 9),
        _Column("Juri seharusnya", 11),
        _Column("Penghargaan", 16),
        _Column("Urutan nilai sama oleh", 20),
        _Column("Keterangan", 34),
        _Column("Status", 13),
    ]


def _ranking_rows(
    competition: Competition, rankings: Sequence[GroupRanking], rulings: Rulings, status: Status
) -> Iterable[Sequence[CellValue]]:
    for ranking in rankings:
        for row in ranking.rows:
            entry = competition.entry_by_id[row.entry]
            remark = ": ".join(
                part for part in (OUT.get(row.out or "", ""), rulings.out.get(row.entry, ("", ""))[1]) if part
            )
            yield (
                _group_name(ranking.group),
                row.place,
                entry.id,
                entry.title,
                entry.institution,
                row.score,
                row.exact,
                row.jurors_counted,
                row.jurors_expected,
                row.label,
                row.tie_broken_by,
                remark or None,
                status,
            )


def _recap(
    competition: Competition,
    ranking: GroupRanking,
    table: ScoreTable,
    shown: Sequence[Entry],
    jurors: Sequence[str],
) -> tuple[list[_Column], list[Sequence[CellValue]]]:
    """Totals by entry and juror, what is missing in words, and the spread between the jurors."""
    places = competition.rule.published_decimals
    columns = [_Column("No. peserta", 11), _Column("Judul inovasi", 44), _Column("Instansi", 36)]
    columns += [_Column(juror, 12, places) for juror in jurors]
    columns += [_Column("Nilai", 12, places), _Column("Selisih tertinggi–terendah", 14, places)]
    scores = {row.entry: row.score for row in ranking.rows}
    rows: list[Sequence[CellValue]] = []
    for entry in shown:
        sheets = {sheet.juror: sheet for sheet in table.of(ranking.stage, entry.id)}
        totals = [_total(competition, sheets.get(juror)) for juror in jurors]
        numbers = [total for total in totals if isinstance(total, Fraction)]
        spread = max(numbers) - min(numbers) if len(numbers) > 1 else None
        rows.append((entry.id, entry.title, entry.institution, *totals, scores.get(entry.id), spread))
    return columns, rows


def _total(competition: Competition, sheet: Sheet | None) -> CellValue:
    """The total of a complete sheet that counts as given, else its state in words: never a zero for a gap."""
    if sheet is None:
        return "tidak ditugaskan"
    values = [value for value in sheet.values if value is not None]
    if sheet.state not in ("locked", "draft", "reopened") or len(values) < len(sheet.values):
        return STATES[sheet.state] if sheet.state != "locked" else "tidak lengkap"
    rubric = competition.rubric_for(sheet.stage, competition.entry_by_id[sheet.entry])
    return rubric.formula.total(values)


_CELL_COLUMNS = (
    _Column("Tahap", 16),
    _Column("No. peserta", 11),
    _Column("Judul inovasi", 44),
    _Column("Instansi", 36),
    _Column("Juri", 10),
    _Column("Kriteria", 26),
    _Column("Bobot %", 9, 2),
    _Column("Nilai", 10, 2),
    _Column("Lembar", 16),
    _Column("Alasan", 34),
)


def _cells(
    competition: Competition, table: ScoreTable, stage: str, shown: Sequence[Entry]
) -> Iterable[Sequence[CellValue]]:
    name = competition.stage_by_id[stage].name.id
    for entry in shown:
        criteria = competition.rubric_for(stage, entry).criterion
        for sheet in table.of(stage, entry.id):
            for criterion, value in zip(criteria, sheet.values, strict=True):
                yield _cell(name, entry, sheet, criterion, value)


def _cell(
    stage: str, entry: Entry, sheet: Sheet, criterion: Criterion, value: int | None
) -> Sequence[CellValue]:
    given = None if value is None else Fraction(value, 100)
    weight = Fraction(criterion.weight_bp, 100)
    state = STATES[sheet.state]
    who = (stage, entry.id, entry.title, entry.institution, sheet.juror)
    return (*who, criterion.name.id, weight, given, state, sheet.reason)


_JUROR_COLUMNS = (
    _Column("Juri", 10),
    _Column("Nama", 40),
    _Column("Jabatan", 28),
    _Column("Instansi", 40),
    _Column("Unsur", 14),
    _Column("Kedudukan", 12),
    _Column("Panel", 10),
    _Column("Keterangan", 40),
)


def _jurors(competition: Competition, rulings: Rulings, zone: str) -> Iterable[Sequence[CellValue]]:
    for juror in competition.jurors:
        if juror.spare and juror.id not in rulings.named:
            continue
        remarks: list[str] = []
        if juror.id in rulings.replaced:
            remarks.append(f"diganti {rulings.replaced[juror.id]}")
        if juror.id in rulings.unavailable:
            since = moment_words(rulings.left_at[juror.id], zone)
            remarks.append(f"berhalangan sejak {since}: {rulings.unavailable[juror.id]}".rstrip(": "))
        place = (juror.background, juror.role, juror.panel)
        yield (juror.id, juror.name, juror.title, juror.institution, *place, "; ".join(remarks) or None)


_CHANGE_COLUMNS = (
    _Column("No. peserta", 11),
    _Column("Judul inovasi", 44),
    _Column("Juri", 10),
    _Column("Kriteria", 26),
    _Column("Nilai semula", 12, 2),
    _Column("Nilai sekarang", 12, 2),
    _Column("Lembar semula", 16),
    _Column("Lembar sekarang", 16),
)


def _changed(competition: Competition, changes: Iterable[ScoreChange]) -> Iterable[Sequence[CellValue]]:
    for change in changes:
        entry = competition.entry_by_id[change.entry]
        criterion = competition.rubric_for(change.stage, entry).find(change.criterion or "")
        name = criterion.name.id if criterion else change.criterion
        old, new = (None if value is None else Fraction(value, 100) for value in (change.old, change.new))
        states = (STATES[change.before], STATES[change.now])
        yield (entry.id, entry.title, change.juror, name, old, new, *states)


_DECISION_COLUMNS = (
    _Column("Catatan ke-", 11),
    _Column("Waktu (UTC)", 22),
    _Column("Keputusan", 34),
    _Column("Tahap", 16),
    _Column("Tentang", 40),
    _Column("Alasan", 50),
    _Column("Hadir", 40),
)


def _decisions(decisions: Iterable[Event]) -> Iterable[Sequence[CellValue]]:
    for event in decisions:
        if event.type not in DECISIONS:
            continue
        data = event.data
        subject = [str(data[name]) for name in ("juror", "from", "to", "entry", "group") if data.get(name)]
        listed = data.get("order") or data.get("entries") or ()
        present = data.get("present") or data.get("by") or ""
        yield (
            event.seq,
            event.at,
            DECISIONS[event.type],
            str(data.get("stage", "")),
            "; ".join([*subject, ", ".join(str(entry) for entry in listed)]).strip("; "),
            str(data.get("reason") or ""),
            present if isinstance(present, str) else "; ".join(str(name) for name in present),
        )
