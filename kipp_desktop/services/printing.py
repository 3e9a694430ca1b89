"""Paper and spreadsheets from the present result.

Each print carries the checkpoint that stood before its own event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kipp_desktop.documents import AVAILABLE, INDONESIAN_ONLY
from kipp_desktop.documents.recovery_card import RecoveryCard, recovery_card
from kipp_desktop.documents.slips import Slip, Slips, slips
from kipp_desktop.domain.competition import Paper
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.domain.rulings import DERIVED_FROM
from kipp_desktop.exchange import canonical, key_card
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.services import issuing
from kipp_desktop.services.attendance import names_of, with_names
from kipp_desktop.services.drafting import corrections, honours, outcome, people, sheets, to_entries
from kipp_desktop.services.drafting.source import Language, Source, Wanted
from kipp_desktop.services.masters import Master
from kipp_desktop.services.openings import opening_of
from kipp_desktop.services.particulars import particulars
from kipp_desktop.services.results import Result, check_stage, check_visible, result_of
from kipp_desktop.store.master_store import MasterTransaction

ENGLISH = {
    "ranking": "peringkat",
    "slips": "slip",
    "recovery-card": "kartu-pemulihan",
    "minutes": "berita-acara",
    "verification-annex": "lampiran-verifikasi",
    "recap": "rekapitulasi",
    "score-sheets": "lembar-juri",
    "score-grid": "grid-juri",
    "blank-sheet": "lembar-kosong",
    "correction": "perbaikan",
    "field-survey": "survei",
    "attendance": "daftar-hadir",
    "integrity-pact": "pakta-integritas",
    "interests": "benturan-kepentingan",
    "schedule": "jadwal",
    "objection-answer": "jawaban-keberatan",
    "feedback": "umpan-balik",
    "announcement": "pengumuman",
    "decree-annex": "lampiran-keputusan",
    "covering-letter": "surat-pengantar",
    "certificates": "piagam",
    "script": "naskah",
    "first-print": "cetakan-pertama",
}
"""What an English speaker calls a document."""


@dataclass(frozen=True, slots=True)
class _Maker:
    """How a document is made; `signed`: it bears a checkpoint."""

    draft: Callable[[Source], bytes]
    signed: bool = True


_MAKERS: Mapping[str, _Maker] = {
    "peringkat": _Maker(outcome.draft_ranking_sheet),
    "berita-acara": _Maker(outcome.draft_minutes),
    "lampiran-verifikasi": _Maker(outcome.draft_annex),
    "rekapitulasi": _Maker(outcome.draft_recap),
    "lembar-juri": _Maker(sheets.draft_score_sheets),
    "grid-juri": _Maker(sheets.draft_grid),
    "lembar-kosong": _Maker(sheets.draft_blank_grid, signed=False),
    "perbaikan": _Maker(corrections.draft_correction),
    "survei": _Maker(people.draft_survey, signed=False),
    "daftar-hadir": _Maker(people.draft_attendance, signed=False),
    "pakta-integritas": _Maker(people.draft_pledge, signed=False),
    "benturan-kepentingan": _Maker(people.draft_interests, signed=False),
    "jadwal": _Maker(people.draft_schedule, signed=False),
    "jawaban-keberatan": _Maker(to_entries.draft_objection_answer),
    "umpan-balik": _Maker(to_entries.draft_feedback),
    "pengumuman": _Maker(honours.draft_announcement),
    "lampiran-keputusan": _Maker(honours.draft_decree_annex),
    "surat-pengantar": _Maker(honours.draft_covering_letter),
    "piagam": _Maker(honours.draft_certificates),
    "naskah": _Maker(honours.draft_script),
}


FIRST = "cetakan-pertama"
"""What the plenary needs at once: minutes to sign and the announcer's script."""
_FIRST_PRINT = ("berita-acara", "naskah")


@dataclass(frozen=True, slots=True)
class Printed:
    """A document that was made: its name on the command line, its title, its bytes."""

    document: str
    title: str
    data: bytes


def prints(master: Master, wanted: Wanted, turned: Callable[[int], None] | None = None) -> list[Printed]:
    """The documents of one wish; `FIRST` is two of them. `turned` and what is raised: see `pdf`."""
    document = ENGLISH.get(wanted.document, wanted.document)
    names = _FIRST_PRINT if document == FIRST else (document,)
    found: list[Printed] = []
    for name in names:
        language: Language = "id" if document == FIRST and name in INDONESIAN_ONLY else wanted.language
        data = pdf(master, replace(wanted, document=name, language=language), turned)
        found.append(Printed(name, documents(language)[name], data))
    return found


def documents(language: Language = "id") -> dict[str, str]:
    """Documents there are: name → title."""
    position = 0 if language == "id" else 1
    return {name: titles[position] for name, titles in AVAILABLE.items()}


def pdf(master: Master, wanted: Wanted, turned: Callable[[int], None] | None = None) -> bytes:
    """A document as PDF; `turned` is told the number of each page that is set, and may raise to stop: then
    nothing is logged.

    Raises UserError: print.unknown, print.only_indonesian, and what its facts raise.
    """
    document = ENGLISH.get(wanted.document, wanted.document)
    if document not in AVAILABLE:
        raise UserError("print.unknown", document=wanted.document, known=", ".join(AVAILABLE))
    if document in INDONESIAN_ONLY and wanted.language != "id":
        raise UserError("print.only_indonesian", document=AVAILABLE[document][0])
    if document == "slip":
        return slips_pdf(master, wanted.paper, wanted.language, wanted.juror)
    if document == "kartu-pemulihan":
        return recovery_card_pdf(master, wanted.paper, wanted.language)
    maker = _MAKERS[document]
    key = master.key() if maker.signed else None
    with master.store.begin() as tx:
        source = Source.of(tx, key, wanted, document, turned)
        data = maker.draft(source)
        source.log()
    return data


def ranking_sheet_pdf(
    master: Master,
    stage: str | None = None,
    group: str | None = None,
    paper: Paper | None = None,
    language: Language = "id",
) -> bytes:
    """The ranking sheet of a stage."""
    return pdf(master, Wanted("peringkat", stage, group, paper, language))


def slips_pdf(
    master: Master, paper: Paper | None = None, language: Language = "id", seat: str | None = None
) -> bytes:
    """The activation-code slips of every seat, or of one."""
    held = [one for one in issuing.codes(master) if seat in (None, one[0].id)]
    with master.store.begin() as tx:
        settings = tx.settings()
    rows = tuple(
        Slip(juror.id, juror.name, code, juror.title, juror.institution, qr=code) for juror, code in held
    )
    return slips(Slips(settings["title"], rows, paper or settings.get("paper", "f4"), language))


def slip_png(master: Master, seat: str, language: Language = "id") -> bytes:
    """One seat's slip as a picture. Raises UserError("package.unknown_juror")."""
    from kipp_desktop.documents.slip_picture import slip_picture

    found = [one for one in issuing.codes(master) if one[0].id == seat]
    if not found:
        raise UserError("package.unknown_juror", juror=seat)
    juror, code = found[0]
    with master.store.begin() as tx:
        title = tx.settings()["title"]
    slip = Slip(juror.id, juror.name, code, juror.title, juror.institution, qr=code)
    return slip_picture(slip, title, language)


def recovery_card_pdf(master: Master, paper: Paper | None = None, language: Language = "id") -> bytes:
    """The organiser's secrets on a page, to be kept under lock; logged as made."""
    key = master.key()
    with master.store.begin() as tx:
        settings = tx.settings()
        card = RecoveryCard(
            settings["title"],
            key.competition,
            key_fingerprint(key.signing.public),
            tuple(sorted(key.codes)),
            key_card.one_string(key),
            tuple(key_card.lines(key)),
            paper or settings.get("paper", "f4"),
            language,
        )
        data = recovery_card(card)
        tx.append("key_card_made", {"seats": sorted(key.codes)})
    return data


def key_fingerprint(public: str) -> str:
    """Ten characters of a public key, to compare a card with what the program shows."""
    return canonical.short_code(canonical.sha256(unb64(public)))


def ranking_workbook(master: Master, stage: str | None = None) -> bytes:
    """The workbook with the ranking and all it stands on."""
    from kipp_desktop.exchange.workbooks import write_ranking_workbook

    with master.store.begin() as tx:
        found, rankings = _to_write(tx, stage)
        decisions = with_names(tx.log.events(DERIVED_FROM), names_of(tx))
        opened, zone = opening_of(tx, found.state, rankings[0].stage), particulars(tx).zone
    state = found.state
    return write_ranking_workbook(
        state.competition, rankings, state.table, state.rulings, found.status, decisions,
        opened.changes if opened else (), zone,
    )  # fmt: skip


def audit_workbook(master: Master, stage: str | None = None) -> bytes:
    """The same numbers with live formulas from the cell to the place."""
    from kipp_desktop.exchange.workbooks import write_audit_workbook

    with master.store.begin() as tx:
        found, rankings = _to_write(tx, stage)
    state = found.state
    return write_audit_workbook(state.competition, rankings, state.table, state.rulings, found.status)


def _to_write(tx: MasterTransaction, stage: str | None) -> tuple[Result, list[GroupRanking]]:
    """The result and the rankings of a stage that may be seen."""
    found = result_of(tx)
    wanted = check_stage(found.state, stage)
    check_visible(found.state, wanted)
    rankings = [one for one in found.rankings if one.stage == wanted]
    if not rankings:
        raise UserError("rank.nothing", stage=wanted)
    return found, rankings


def save(data: bytes, path: Path) -> None:
    """Write a finished document or workbook."""
    safe_write(path, data)
