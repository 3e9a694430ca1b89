"""Paper and spreadsheets from the present result.

Each print carries the checkpoint that stood before its own event.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from kipp_desktop.documents import AVAILABLE, PLANNED
from kipp_desktop.documents.page import CheckCode
from kipp_desktop.documents.ranking_facts import Edition, ranking_sheet_from
from kipp_desktop.documents.ranking_sheet import ranking_sheet
from kipp_desktop.documents.recovery_card import RecoveryCard, recovery_card
from kipp_desktop.documents.slips import Slip, Slips, slips
from kipp_desktop.domain.competition import Paper
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import DERIVED_FROM
from kipp_desktop.exchange import canonical, key_card
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.services import issuing
from kipp_desktop.services.attendance import names_of, with_names
from kipp_desktop.services.masters import Master, rebuild
from kipp_desktop.services.openings import opening_of
from kipp_desktop.services.publishing import anchor
from kipp_desktop.services.results import check_stage, check_visible, result_of

Language = Literal["id", "en"]
ENGLISH = {"ranking": "peringkat", "slips": "slip", "recovery-card": "kartu-pemulihan"}
"""What an English speaker calls a document."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to print and how; None = as the competition says."""

    document: str
    stage: str | None = None
    group: str | None = None
    paper: Paper | None = None
    language: Language = "id"
    place: str = ""
    day: date | None = None


def documents(language: Language = "id") -> tuple[dict[str, str], dict[str, str]]:
    """Documents there are and documents still to come: name → title."""
    position = 0 if language == "id" else 1
    return (
        {name: titles[position] for name, titles in AVAILABLE.items()},
        {name: titles[position] for name, titles in PLANNED.items()},
    )


def pdf(master: Master, wanted: Wanted) -> bytes:
    """A document as PDF. Raises UserError: print.not_yet, print.unknown, and what the ranking raises."""
    document = ENGLISH.get(wanted.document, wanted.document)
    if document == "peringkat":
        return _ranking_sheet(master, wanted)
    if document == "slip":
        return slips_pdf(master, wanted.paper, wanted.language)
    if document == "kartu-pemulihan":
        return recovery_card_pdf(master, wanted.paper, wanted.language)
    if document in PLANNED:
        raise UserError("print.not_yet", document=PLANNED[document][0])
    raise UserError("print.unknown", document=wanted.document, known=", ".join(AVAILABLE))


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
        found = result_of(tx)
        wanted = check_stage(found.state, stage)
        check_visible(found.state, wanted)
        decisions = with_names(tx.log.events(DERIVED_FROM), names_of(tx))
        opened = opening_of(tx, found.state, wanted)
    rankings = [one for one in found.rankings if one.stage == wanted]
    if not rankings:
        raise UserError("rank.nothing", stage=wanted)
    state = found.state
    return write_ranking_workbook(
        state.competition, rankings, state.table, state.rulings, found.status, decisions,
        opened.changes if opened else (),
    )  # fmt: skip


def save(data: bytes, path: Path) -> None:
    """Write a finished document or workbook."""
    safe_write(path, data)


def _ranking_sheet(master: Master, wanted: Wanted) -> bytes:
    key = master.key()
    with master.store.begin() as tx:
        rebuild(tx)
        found = result_of(tx)
        stage = check_stage(found.state, wanted.stage)
        check_visible(found.state, stage)
        rankings = [one for one in found.rankings if one.stage == stage]
        rankings = [one for one in rankings if wanted.group in (None, one.group)]
        if not rankings:
            raise UserError("rank.nothing", stage=stage)
        printed = [event for event in tx.log.events(["printed"]) if event.data["document"] == "peringkat"]
        code = None
        if found.state.package is not None:
            stamp = anchor(tx, key, found.digest)
            code = CheckCode(stamp.qr_text, found.digest, found.state.package.version, stamp.checkpoint.size)
        edition = Edition(
            status=found.status,
            number=1 + sum(event.data["status"] == "SEMENTARA" for event in printed),
            place=wanted.place,
            day=wanted.day,
            code=code,
            language=wanted.language,
            paper=wanted.paper,
            plenary=tuple(event for event in found.decisions if event.type == "plenary_decided"),
            opening=opening_of(tx, found.state, stage),
        )
        sheet = ranking_sheet_from(
            found.state.competition, rankings, found.state.table, found.state.rulings, edition
        )
        data = ranking_sheet(sheet)
        tx.append(
            "printed",
            {"document": "peringkat", "stage": stage, "status": found.status, "result": found.digest},
        )
    return data
