"""The ranking sheet (Peringkat): places, or a list by number, of every ranking group of a stage.

It prints a `RankingSheet` and decides nothing; `ranking_facts` makes one from a ranking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.imprint import Imprint, stage_line
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ruled import Bar, Cell, Column
from kipp_desktop.documents.signing import Signature, ended, signing_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Words


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
    """Everything the sheet prints."""

    imprint: Imprint
    stage: str
    sections: tuple[RankingSection, ...]
    rule: str = ""
    signatures: tuple[Signature, ...] = ()


def ranking_sheet(sheet: RankingSheet) -> bytes:
    """The sheet as PDF. Same sheet, same bytes."""
    words = Words(sheet.imprint.language)
    page = sheet.imprint.page(f"{words('ranking')} – {sheet.stage}")
    return compose(page, lambda: _story(page, words, sheet))


def _story(page: Page, words: Words, sheet: RankingSheet) -> list[Block]:
    imprint = sheet.imprint
    lines = [words("ranking"), stage_line(words, sheet.stage), imprint.competition]
    story = [*imprint.titled(page, lines), *sections_story(page, words, sheet.sections)]
    story += [blocks.paragraph(sheet.rule)] if sheet.rule else []
    return ended(page, story, signing_block(page, imprint.dated, imprint.body, sheet.signatures))


def sections_story(page: Page, words: Words, sections: Sequence[RankingSection]) -> list[Block]:
    """The tables of all ranking groups, or that there is nobody to rank."""
    if not any(section.ranked or section.lists or section.unranked for section in sections):
        return [blocks.paragraph(words("nobody"))]
    several = len(sections) > 1
    return [block for section in sections for block in _section(page, words, section, several)]


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
    return ruled.table(page, _ranked_columns(page, words, section.ranked), rows)


def _ranked_columns(page: Page, words: Words, ranked: Sequence[RankedRow]) -> list[Column]:
    """Narrow columns as wide as their texts; what is left is shared by title and institution."""
    place = ruled.widest(words("place"), [], 14 * mm, 20 * mm)
    number = number_width(words, [row.number for row in ranked])
    score = ruled.widest(words("score"), [row.score for row in ranked], 14 * mm, 30 * mm)
    judged = [row.jurors + " 1)" * len(row.juror_marks) for row in ranked]
    jurors = ruled.widest(words("jurors"), judged, 12 * mm, 18 * mm)
    labels = [row.label + " 1)" * len(row.tie_marks) for row in ranked]
    label = ruled.widest(words("remark"), labels, 20 * mm, 30 * mm)
    rest = page.text_width - place - number - score - jurors - label
    titles = sum(len(row.title) for row in ranked)
    institutions = sum(len(row.institution) for row in ranked)
    share = min(0.56, max(0.44, titles / (titles + institutions or 1)))
    return [
        Column(words("place"), place, "centre"),
        Column(words("entry_number"), number, "centre"),
        Column(words("entry_title"), rest * share),
        Column(words("institution"), rest * (1 - share)),
        Column(words("score"), score, "right"),
        Column(words("jurors"), jurors, "centre"),
        Column(words("remark"), label),
    ]


def _plain_table(page: Page, words: Words, rows: Sequence[PlainRow]) -> Block:
    """Number, title and institution, and a reason where any row has one."""
    number = number_width(words, [row.number for row in rows])
    reasons = any(row.remark for row in rows)
    rest = page.text_width - number
    shares = (0.38, 0.32, 0.30) if reasons else (0.54, 0.46)
    heads = ("entry_title", "institution", "reason")[: len(shares)]
    columns = [Column(words("entry_number"), number, "centre")]
    columns += [Column(words(head), rest * share) for head, share in zip(heads, shares, strict=True)]
    return ruled.table(
        page,
        columns,
        [
            [Cell(text) for text in (row.number, row.title, row.institution, row.remark)[: len(columns)]]
            for row in rows
        ],
    )


def number_width(words: Words, numbers: Sequence[str]) -> float:
    """The width of the column with the entries' numbers, in points."""
    return ruled.widest(words("entry_number"), numbers, 14.5 * mm, 26 * mm)
