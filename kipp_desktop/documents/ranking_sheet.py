"""The ranking sheet (Peringkat): places, or a list by number, of every ranking group of a stage.

It prints a `RankingSheet` and decides nothing; `ranking_facts` makes one from a ranking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kipp_desktop.documents import blocks
from kipp_desktop.documents.blocks import Bar, Cell, Column, Signature
from kipp_desktop.documents.page import Block, CheckCode, Page, compose
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Language, Words
from kipp_desktop.domain.competition import Letterhead, Paper
from kipp_desktop.domain.result import Status


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One entry with its place. The marks are numbers of the section's footnotes."""

    place: str
    number: str
    title: str
    institution: str
    score: str
    jurors: str
    label: str = ""
    juror_marks: tuple[int, ...] = ()
    tie_marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainRow:
    """One entry without place or score; `remark` says why, where there is a reason."""

    number: str
    title: str
    institution: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class NumberList:
    """Entries by No. peserta: a Top N award, or those beside it."""

    name: str
    rows: tuple[PlainRow, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """The line between who goes on and who doesn't, below the first `after` ranked rows."""

    after: int
    text: str


@dataclass(frozen=True, slots=True)
class RankingSection:
    """One ranking group."""

    heading: str
    ranked: tuple[RankedRow, ...] = ()
    lists: tuple[NumberList, ...] = ()
    unranked: tuple[PlainRow, ...] = ()
    footnotes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    cut: Cut | None = None


@dataclass(frozen=True, slots=True)
class RankingSheet:
    """Everything the sheet prints. `edition` numbers the SEMENTARA sheets; unknown place or day: dots."""

    competition: str
    stage: str
    status: Status
    sections: tuple[RankingSection, ...]
    letterhead: Letterhead = field(default_factory=Letterhead)
    body: str = "Dewan Juri"
    rule: str = ""
    status_text: str = ""
    edition: int = 1
    practice: bool = False
    place: str = ""
    day: date | None = None
    signatures: tuple[Signature, ...] = ()
    code: CheckCode | None = None
    paper: Paper = "f4"
    language: Language = "id"


def ranking_sheet(sheet: RankingSheet) -> bytes:
    """The sheet as PDF. Same sheet, same bytes."""
    words = Words(sheet.language)
    title = f"{words('ranking')} – {sheet.stage} – {sheet.competition}"
    author = " – ".join(line for line in (sheet.body, *sheet.letterhead.lines[:2]) if line)
    page = Page(
        title=title,
        paper=sheet.paper,
        language=sheet.language,
        author=author,
        code=sheet.code,
        status=sheet.status_text or words("final" if sheet.status == "FINAL" else "provisional"),
        watermark=_watermark(words, sheet),
    )
    return compose(page, lambda: _story(page, words, sheet))


def _watermark(words: Words, sheet: RankingSheet) -> str:
    if sheet.practice:
        return words("practice")
    return "" if sheet.status == "FINAL" else words("provisional_mark", number=sheet.edition)


def _story(page: Page, words: Words, sheet: RankingSheet) -> list[Block]:
    final = sheet.status == "FINAL"
    status = (
        words("status_final", body=sheet.body) if final else words("status_provisional", number=sheet.edition)
    )
    story = blocks.letterhead(sheet.letterhead.lines, sheet.letterhead.logo_png, page.text_width)
    story += blocks.title_block(
        [words("ranking"), _stage_line(words, sheet.stage), sheet.competition],
        words("status_line", status=status),
    )
    several = len(sheet.sections) > 1
    for section in sheet.sections[:-1]:
        story += _section(page, words, section, several)
    last = _section(page, words, sheet.sections[-1], several) if sheet.sections else []
    if not any(section.ranked or section.lists or section.unranked for section in sheet.sections):
        last = [blocks.paragraph(words("nobody"))]
    return [*story, *_ended(page, last, _closing(sheet), _signing(page, words, sheet))]


def _stage_line(words: Words, stage: str) -> str:
    """Put "Tahap" before the stage, unless the stage's name says so already."""
    opening = words("stage", stage="").strip(": ").lower()
    return stage if not stage or stage.lower().startswith(opening) else words("stage", stage=stage)


def _closing(sheet: RankingSheet) -> list[Block]:
    return [blocks.paragraph(sheet.rule)] if sheet.rule else []


def _signing(page: Page, words: Words, sheet: RankingSheet) -> list[Block]:
    dated = f"{sheet.place}, {words.date(sheet.day)}" if sheet.place and sheet.day else words("undated")
    return blocks.signing_block(page, dated, sheet.body, sheet.signatures)


def _ended(page: Page, last: list[Block], closing: list[Block], signing: list[Block]) -> list[Block]:
    """Bind the last table to what follows it, so that nobody signs a page without a result on it."""
    tables = [position for position, block in enumerate(last) if blocks.is_table(block)]
    if not tables:
        return [*last, *closing, *signing]
    at = tables[-1]
    return [*last[:at], blocks.WithEnding(page, last[at], [*last[at + 1 :], *closing], signing)]


def _section(page: Page, words: Words, section: RankingSection, several: bool) -> list[Block]:
    story: list[Block] = [blocks.heading(section.heading)] if several and section.heading else []
    story += [blocks.paragraph(remark, "note") for remark in section.remarks]
    if section.ranked:
        story.append(_ranked_table(page, words, section))
    elif not section.lists:
        story.append(blocks.paragraph(words("nobody_ranked"), "note"))
    story += [blocks.footnote(number, text) for number, text in enumerate(section.footnotes, start=1)]
    for plain in section.lists:
        story.append(blocks.heading(plain.name, "minor_heading", 2 if several else 1))
        story.append(_plain_table(page, words, plain.rows))
    if section.unranked:
        story.append(blocks.heading(words("unranked"), "minor_heading", 2 if several else 1))
        story.append(_plain_table(page, words, section.unranked))
    return story


def _ranked_table(page: Page, words: Words, section: RankingSection) -> Block:
    rows: list[Sequence[Cell] | Bar] = [
        (
            Cell(row.place),
            Cell(row.number),
            Cell(row.title),
            Cell(row.institution),
            Cell(row.score),
            Cell(row.jurors, row.juror_marks),
            Cell(row.label, row.tie_marks),
        )
        for row in section.ranked
    ]
    if section.cut is not None and section.cut.after:
        rows.insert(section.cut.after, Bar(section.cut.text))
    return blocks.table(page, _ranked_columns(page, words, section.ranked), rows)


def _ranked_columns(page: Page, words: Words, ranked: Sequence[RankedRow]) -> list[Column]:
    """Narrow columns as wide as their texts; what is left is shared by title and institution."""
    place = blocks.widest(words("place"), [], 14 * mm, 20 * mm)
    number = _number_width(words, [row.number for row in ranked])
    score = blocks.widest(words("score"), [row.score for row in ranked], 14 * mm, 30 * mm)
    judged = [row.jurors + " 1)" * len(row.juror_marks) for row in ranked]
    jurors = blocks.widest(words("jurors"), judged, 12 * mm, 18 * mm)
    labels = [row.label + " 1)" * len(row.tie_marks) for row in ranked]
    label = blocks.widest(words("remark"), labels, 20 * mm, 30 * mm)
    rest = page.text_width - place - number - score - jurors - label
    return [
        Column(words("place"), place, "centre"),
        Column(words("entry_number"), number, "centre"),
        Column(words("entry_title"), rest * 0.52),
        Column(words("institution"), rest * 0.48),
        Column(words("score"), score, "right"),
        Column(words("jurors"), jurors, "centre"),
        Column(words("remark"), label),
    ]


def _plain_table(page: Page, words: Words, rows: Sequence[PlainRow]) -> Block:
    """Number, title and institution, and a reason where any row has one."""
    number = _number_width(words, [row.number for row in rows])
    reasons = any(row.remark for row in rows)
    rest = page.text_width - number
    shares = (0.38, 0.32, 0.30) if reasons else (0.54, 0.46)
    heads = ("entry_title", "institution", "reason")[: len(shares)]
    columns = [Column(words("entry_number"), number, "centre")]
    columns += [Column(words(head), rest * share) for head, share in zip(heads, shares, strict=True)]
    return blocks.table(
        page,
        columns,
        [
            [Cell(text) for text in (row.number, row.title, row.institution, row.remark)[: len(columns)]]
            for row in rows
        ],
    )


def _number_width(words: Words, numbers: Sequence[str]) -> float:
    return blocks.widest(words("entry_number"), numbers, 14.5 * mm, 26 * mm)
