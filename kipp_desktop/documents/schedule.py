"""Jadwal tampil: the running order with clock times."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks
from kipp_desktop.documents.blocks import Bar, Cell, Column
from kipp_desktop.documents.imprint import Imprint, stage_line
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ranking_sheet import number_width
from kipp_desktop.documents.signing import Signature, ended, officials_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class Slot:
    """One turn. `time` is "08.00–08.20", or empty where no start is known."""

    turn: int
    time: str
    number: str
    title: str
    institution: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything the schedule prints; `pause` stands below the turn after which it falls."""

    imprint: Imprint
    stage: str
    venue: str
    slots: tuple[Slot, ...]
    segments: tuple[str, ...] = ()
    pause_after: int = 0
    pause: str = ""
    signer: Signature | None = None


def schedule(facts: Schedule) -> bytes:
    """The schedule as PDF. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(words("schedule"), initials=False)
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: Schedule) -> list[Block]:
    imprint = facts.imprint
    title = [words("schedule"), stage_line(words, facts.stage), imprint.competition]
    story = imprint.titled(page, title)
    day = words.day_and_date(imprint.day) if imprint.day else words("blank")
    rows = [(words("day"), day), (words("venue"), facts.venue or words("blank"))]
    if facts.segments:
        rows.append((words("segments"), "; ".join(facts.segments)))
    story += [blocks.facts_table(page, rows), blocks.paragraph("", "note")]
    story.append(_slots(page, words, facts) if facts.slots else blocks.paragraph(words("nobody")))
    signing = officials_block(page, imprint.dated, facts.signer) if facts.signer else []
    return ended(page, story, signing)


def _slots(page: Page, words: Words, facts: Schedule) -> Block:
    number = number_width(words, [slot.number for slot in facts.slots])
    turn, time = 14 * mm, 27 * mm
    rest = page.text_width - number - turn - time
    columns = [
        Column(words("turn"), turn, "centre"),
        Column(words("time"), time, "centre"),
        Column(words("entry_number"), number, "centre"),
        Column(words("entry_title"), rest * 0.54),
        Column(words("institution"), rest * 0.46),
    ]
    rows: list[list[Cell] | Bar] = [
        [Cell(text) for text in (str(slot.turn), slot.time, slot.number, slot.title, slot.institution)]
        for slot in facts.slots
    ]
    if facts.pause and 0 < facts.pause_after < len(rows):
        rows.insert(facts.pause_after, Bar(words("pause", time=facts.pause)))
    return blocks.table(page, columns, rows)


TEXTS: Texts = {
    "schedule": ("Jadwal tampil", "Running order"),
    "day": ("Hari, tanggal", "Day"),
    "venue": ("Tempat", "Place"),
    "segments": ("Tiap peserta", "Each entry"),
    "turn": ("Urutan", "Turn"),
    "time": ("Waktu", "Time"),
    "pause": ("Istirahat {time}", "Break {time}"),
}
