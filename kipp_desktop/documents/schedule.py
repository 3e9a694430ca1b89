"""Jadwal tampil: the running order with clock times, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.imprint import Imprint, stage_line
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ranking_sheet import number_width
from kipp_desktop.documents.ruled import Bar, Cell, Column
from kipp_desktop.documents.signing import Signature, ended, officials_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class Turn:
    """One line: an entry, or a break with its time and name. `time` is empty where no timetable was set."""

    turn: int
    time: str
    number: str
    title: str = ""
    institution: str = ""
    day: str = ""
    pause: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything the schedule prints, day by day; an unknown day is a dotted line."""

    imprint: Imprint
    stage: str
    venue: str
    days: tuple[tuple[date | None, tuple[Turn, ...]], ...]
    segments: tuple[str, ...] = ()
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
    rows = [(words("venue"), facts.venue or words("blank"))]
    if facts.segments:
        rows.append((words("segments"), "; ".join(facts.segments)))
    story.append(blocks.facts_table(page, rows))
    for day, turns in facts.days:
        story.append(blocks.heading(words.day_and_date(day) if day else words("undated")))
        story.append(_turns(page, words, turns))
    if not facts.days:
        story.append(blocks.paragraph(words("nobody")))
    signing = officials_block(page, imprint.dated, facts.signer) if facts.signer else []
    return ended(page, story, signing)


def _turns(page: Page, words: Words, turns: Sequence[Turn]) -> Block:
    number = number_width(words, [one.number for one in turns])
    turn, time = 14 * mm, 27 * mm
    rest = page.text_width - number - turn - time
    columns = [
        Column(words("turn"), turn, "centre"),
        Column(words("time"), time, "centre"),
        Column(words("entry_number"), number, "centre"),
        Column(words("entry_title"), rest * 0.54),
        Column(words("institution"), rest * 0.46),
    ]
    rows = [
        Bar(one.time)
        if one.pause
        else [Cell(text) for text in (str(one.turn), one.time, one.number, one.title, one.institution)]
        for one in turns
    ]
    return ruled.table(page, columns, rows)


TEXTS: Texts = {
    "schedule": ("Jadwal tampil", "Running order"),
    "undated": ("Hari, tanggal: ……………………………", "Day: ……………………………"),
    "venue": ("Tempat", "Place"),
    "segments": ("Tiap peserta", "Each entry"),
    "turn": ("Urutan", "Turn"),
    "time": ("Waktu", "Time"),
}
