"""Participants as rows, and the rows and problems of a list that is about to be imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kipp_desktop.domain.eligibility import Finding
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.ranking import out_words
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.services.importing import CellProblem

SentenceOf = Callable[[str, Mapping[str, object]], str]


def entry_rows(overview: Overview) -> list[Row]:
    """No. and title with institution, type, category, kelompok where there are several, documents, and
    whether it is out.
    """
    several = len({entry.group for entry in overview.draft.entries}) > 1
    out = overview.result.state.rulings.out
    found: dict[str, Finding] = {}
    for one in overview.findings:
        if one.entry not in found or one.bars:
            found[one.entry] = one
    rows: list[Row] = []
    for entry in overview.draft.entries:
        how, instead = out_words(out[entry.id][0]) if entry.id in out else "", _instead(overview, entry.id)
        documents = ", ".join(one.name for one in entry.attachments)
        rows.append(
            Row(
                entry.id,
                (
                    Cell(entry.title, entry.institution, lead=entry.id, tip=f"{entry.id} {entry.title}"),
                    Cell(entry.type, role="second", tip=entry.type),
                    Cell(entry.category, role="second", tip=entry.category),
                    Cell(entry.group if several else "", role="second", tip=entry.group),
                    Cell(str(len(entry.attachments) or ""), role="second", tip=documents),
                    Cell(how, instead, state=State.WITHDRAWN, role="second", tone="soft")
                    if how
                    else _finding_cell(found.get(entry.id), instead),
                ),
            )
        )
    return rows


def _instead(overview: Overview, entry: str) -> str:
    """Who took the place of an entry, or whose place it took."""
    for one in reversed(overview.result.state.rulings.successions):
        if entry == one.leaving:
            return translate("Entries", "digantikan {entry}").format(entry=one.coming)
        if entry == one.coming:
            return translate("Entries", "menggantikan {entry}").format(entry=one.leaving)
    return ""


def _finding_cell(finding: Finding | None, instead: str = "") -> Cell:
    """What speaks against an entry, or whose place it took, or nothing."""
    if finding is None:
        return Cell(instead, role="second", tip=instead)
    words = {
        "type": translate("Eligibility", "jenis instansi tidak boleh ikut"),
        "too_young": translate("Eligibility", "belum genap {n} bulan"),
        "no_start": translate("Eligibility", "tanggal mulai belum diisi"),
        "no_evidence": translate("Eligibility", "belum ada bukti mulai"),
        "quota": translate("Eligibility", "melampaui kuota {n}"),
    }[finding.kind].format(n=finding.detail)
    state = State.CONFLICT if finding.bars else State.PARTIAL
    return Cell(words, instead, state=state, role="second", tip=words)


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
        "position": translate("Import", "jabatan"),
        "number": translate("Import", "nomor"),
        "title": translate("Import", "judul"),
        "institution": translate("Import", "instansi"),
        "type": translate("Import", "jenis instansi"),
        "category": translate("Import", "kategori"),
        "group": translate("Import", "kelompok"),
        "started_on": translate("Import", "mulai berjalan"),
        "maturity": translate("Import", "tahap inovasi"),
        "proposer": translate("Import", "pengusul"),
        "id": translate("Import", "kode"),
        "name": translate("Import", "nama"),
        "background": translate("Import", "unsur"),
        "role": translate("Import", "kedudukan"),
        "panel": translate("Import", "panel"),
        "entry": translate("Import", "peserta"),
        "juror": translate("Import", "juri"),
        "stage": translate("Import", "tahap"),
        "criterion": translate("Import", "kriteria"),
        "value": translate("Import", "nilai"),
    }
    return words.get(field, field)
