"""Rekapitulasi nilai: entry × juror, then entry × criterion; what is missing stands there as a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.imprint import Imprint, stage_line
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ranking_sheet import number_width
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.signing import Signature, ended, signing_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words

NARROWEST = 13 * mm
NAMES = 52 * mm  # what titles and institutions keep, however many columns there are


@dataclass(frozen=True, slots=True)
class RecapRow:
    """An entry and its figures, already in words or digits, one a column."""

    number: str
    title: str
    institution: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecapTable:
    """One table: what its columns are called and its rows; with `boxes` the figures are blank.

    `notes` stand below it.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[RecapRow, ...]
    boxes: tuple[tuple[int, int], ...] = ()  # to write figures in by hand, one a column
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recap:
    """Everything the recapitulation prints."""

    imprint: Imprint
    stage: str
    tables: tuple[RecapTable, ...]
    legend: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()


def recap(facts: Recap) -> bytes:
    """The recapitulation as PDF, landscape. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(f"{words('recap')} – {facts.stage}", landscape=True)
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: Recap) -> list[Block]:
    lines = [words("recap"), stage_line(words, facts.stage), facts.imprint.competition]
    story: list[Block] = facts.imprint.titled(page, lines)
    if not any(one.rows for one in facts.tables):
        story.append(blocks.paragraph(words("nobody")))
    for one in facts.tables:
        if one.rows:
            story += [blocks.heading(one.heading), recap_table(page, words, one)]
            story += [blocks.paragraph(line, "note") for line in one.notes]
    story += [blocks.paragraph(line, "note") for line in facts.legend]
    return ended(page, story, signing_block(page, facts.imprint.dated, facts.imprint.body, facts.signatures))


def recap_table(page: Page, words: Words, one: RecapTable) -> Block:
    """Number, title with institution, and the figures in columns as wide as they need."""
    number = number_width(words, [row.number for row in one.rows])
    figures = [_width(one, at) for at in range(len(one.columns))]
    rest = page.text_width - number
    share = min(1.0, (rest - NAMES) / sum(figures)) if figures else 1.0
    figures = [width * share for width in figures]
    columns = [
        Column(words("entry_number"), number, "centre"),
        Column(words("entry_and_institution"), rest - sum(figures)),
        *(Column(head, width, "right") for head, width in zip(one.columns, figures, strict=True)),
    ]
    return ruled.table(page, columns, [_cells(row, one.boxes) for row in one.rows])


def _width(one: RecapTable, at: int) -> float:
    """What a column of figures needs, in points."""
    boxed = ruled.boxes_width(one.boxes[at]) if one.boxes else 0
    texts = [] if one.boxes else [row.figures[at] for row in one.rows]
    return max(boxed, ruled.widest(one.columns[at], texts, NARROWEST, 22 * mm))


def _cells(row: RecapRow, boxes: Sequence[tuple[int, int]]) -> Sequence[Cell]:
    who = f"{row.title}\n{row.institution}" if row.institution else row.title
    blank = [Cell("", boxes=one) for one in boxes]
    return [Cell(row.number), Cell(who), *(blank or (Cell(figure) for figure in row.figures))]


TEXTS: Texts = {
    "recap": ("Rekapitulasi nilai", "Recapitulation of scores"),
    "entry_and_institution": ("Judul inovasi dan instansi", "Innovation and institution"),
}
