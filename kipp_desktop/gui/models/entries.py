"""Participants as rows, and the rows and problems of a list that is about to be imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.gui.languages import date_short, translate
from kipp_desktop.gui.models.board import background_words
from kipp_desktop.gui.models.jurors import role_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.ranking import out_words
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.services.importing import CellProblem

SentenceOf = Callable[[str, Mapping[str, object]], str]


def entry_rows(overview: Overview) -> list[Row]:
    """No. and title with institution, type, category, since when, and whether it is out."""
    out = overview.result.state.rulings.out
    rows: list[Row] = []
    for entry in overview.draft.entries:
        how = out_words(out[entry.id][0]) if entry.id in out else ""
        rows.append(
            Row(
                entry.id,
                (
                    Cell(entry.title, entry.institution, lead=entry.id, tip=f"{entry.id} {entry.title}"),
                    Cell(entry.type, role="second", tip=entry.type),
                    Cell(entry.category, role="second", tip=entry.category),
                    Cell(how, state=State.WITHDRAWN if how else None, role="second", tone="soft"),
                ),
            )
        )
    return rows


def imported_rows(rows: Sequence[object]) -> list[Row]:
    """What would be written, as it was read: entries or jurors."""
    found: list[Row] = []
    for row in rows:
        if isinstance(row, Entry):
            since = date_short(date.fromisoformat(row.started_on)) if row.started_on else ""
            cells = (
                row.id,
                row.title,
                row.institution,
                "  ·  ".join(x for x in (row.type, row.category, since) if x),
            )
            found.append(Row(row.id, tuple(Cell(text, role="second", tip=text) for text in cells)))
        elif isinstance(row, Juror):
            extra = "  ·  ".join((background_words(row.background), role_words(row.role)))
            cells = (row.id, row.name, row.institution, extra)
            found.append(Row(row.id, tuple(Cell(text, role="second", tip=text) for text in cells)))
    return found


def problem_rows(problems: Sequence[CellProblem], sentence_of: SentenceOf) -> list[Row]:
    """Every problem in place: row, column, the sentence. Errors first, then what is only worth a look."""
    ordered = sorted(problems, key=lambda one: (one.severity != "error", one.row, one.column))
    rows: list[Row] = []
    for at, one in enumerate(ordered):
        error = one.severity == "error"
        facts = one.facts
        if one.code == "import.cell_missing":
            facts = {**facts, "detail": field_words(one.detail)}
        words = sentence_of(one.code, facts)
        rows.append(
            Row(
                at,
                (
                    Cell(
                        str(one.row) if one.row else "–",
                        state=State.CONFLICT if error else State.PARTIAL,
                        tip=translate("Import", "salah") if error else translate("Import", "periksa"),
                    ),
                    Cell(one.column or "–", role="strong"),
                    Cell(words, tip=words, tone="ink" if error else "soft"),
                ),
            )
        )
    return rows


def field_words(field: str) -> str:
    """The field of a list in words."""
    words = {
        "number": translate("Import", "nomor"),
        "title": translate("Import", "judul"),
        "institution": translate("Import", "instansi"),
        "name": translate("Import", "nama"),
        "entry": translate("Import", "peserta"),
        "juror": translate("Import", "juri"),
        "stage": translate("Import", "tahap"),
        "criterion": translate("Import", "kriteria"),
        "value": translate("Import", "nilai"),
    }
    return words.get(field, field)
