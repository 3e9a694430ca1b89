"""Daftar hadir: who came, to be signed; the jury first, then empty lines for others."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.signing import ROW_HEIGHT, Signature, ended, officials_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words

EMPTY_LINES = 10


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """Everything the list prints. `signer` confirms it, where one is named."""

    imprint: Imprint
    stage: str
    venue: str
    people: tuple[Signature, ...]
    signer: Signature | None = None


def attendance_list(facts: AttendanceList) -> bytes:
    """The list as PDF. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(words("attendance"))
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: AttendanceList) -> list[Block]:
    imprint = facts.imprint
    story = imprint.titled(page, [words("attendance"), imprint.competition])
    day = words.day_and_date(imprint.day) if imprint.day else words("blank")
    rows = [
        (words("event"), facts.stage),
        (words("day"), day),
        (words("venue"), facts.venue or words("blank")),
    ]
    story += [blocks.facts_table(page, rows), blocks.paragraph("", "note"), _people(page, words, facts)]
    signing = officials_block(page, imprint.dated, facts.signer) if facts.signer else []
    return ended(page, story, signing)


def _people(page: Page, words: Words, facts: AttendanceList) -> Block:
    width = page.text_width
    number = 10 * mm
    columns = [
        Column(words("number"), number, "centre"),
        Column(words("name"), width * 0.28),
        Column(words("institution"), width * 0.25),
        Column(words("position"), width * 0.20),
        Column(words("signature"), width * 0.27 - number),
    ]
    named = [(one.name, one.institution, one.role) for one in facts.people]
    rows = [
        [Cell(str(at)), *(Cell(text) for text in who), Cell(f"{at}. ………………")]
        for at, who in enumerate([*named, *[("", "", "")] * EMPTY_LINES], start=1)
    ]
    return ruled.table(page, columns, rows, ROW_HEIGHT)


TEXTS: Texts = {
    "attendance": ("Daftar hadir", "Attendance list"),
    "event": ("Acara", "Event"),
    "day": ("Hari, tanggal", "Day"),
    "venue": ("Tempat", "Place"),
}
