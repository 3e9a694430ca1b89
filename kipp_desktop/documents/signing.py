"""The end of a document: place and date, who signs, and what must not be torn from it by a page break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.blocks import bare, is_heading, is_table, is_text, paragraph
from kipp_desktop.documents.page import Block, Page
from kipp_desktop.documents.ruled import Cell, Column, table
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Words

ROW_HEIGHT = 9 * mm
STAMP_HEIGHT = 21 * mm  # room for a signature with a stamp on it
LEAST_ROWS = 2  # rows of the last table that stay with the signatures
TIGHTEST = 1.4 * mm  # what a row may lose so that everything stands on one page,
BREATH = 2 * mm  # with so much left below it
ROOMIEST = 8 * mm  # what a row may gain where the rows before the last ones leave their page half empty
LEAST_TEXT = 2  # paragraphs of running text that do so in its place


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs. Rank and NIP belong to officials and stay empty for practitioners."""

    role: str
    name: str
    institution: str = ""
    rank: str = ""
    nip: str = ""


class WithEnding(ts.Flowable):
    """A table and what must not stand without at least its last rows: notes, place and date, signatures.

    Where even a whole page can't hold both, the notes flow on freely and only the last blocks stay together.
    """

    def __init__(
        self, page: Page, rows: Block, notes: list[Block], signing: list[Block], ending: float | None = None
    ) -> None:
        ts.Flowable.__init__(self)
        self.page, self.rows, self.notes, self.signing = page, rows, notes, signing
        self.ending = stacked(self._after(), page.text_width) if ending is None else ending

    @property
    def whole(self) -> bool:
        """Whether the table has too few rows to leave any behind."""
        return len(self.rows.rows) <= LEAST_ROWS

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Say how much room everything takes together."""
        self.width = width
        self.height = self.rows.wrap(width, 10_000)[1] + self.ending
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Block]:
        """Take from every row a little where that keeps all on this page; else leave the last rows with the
        ending; nothing when not one row fits, so that a new page begins.
        """
        over = self.rows.wrap(width, 10_000)[1] + self.ending + BREATH - height
        share = over / len(self.rows.rows)
        if share <= TIGHTEST:
            tight = self.rows.roomier(-share)
            return [WithEnding(self.page, tight, self.notes, self.signing, self.ending)]
        heights: list[float] = self.rows.heights
        kept = sum(heights[:1]) + sum(heights[1:][-LEAST_ROWS:])
        if kept + self.ending > self.page.text_height:
            rows = [self.rows] if self.rows.height <= height else self.rows.split(width, height)
            after = [*self.notes[:-1], ts.KeepTogether([*self.notes[-1:], *self.signing])]
            return [*rows, *after] if rows else []
        if self.whole:
            return []
        before = sum(heights[:-LEAST_ROWS])
        parts = self.rows.split(width, min(height, before + 0.01))
        if len(parts) < 2:
            return []
        left, last = self._filling(parts[0], parts[1], height) if before <= height else parts
        return [left, ts.PageBreak(), WithEnding(self.page, last, self.notes, self.signing, self.ending)]

    def _filling(self, left: Block, last: Block, height: float) -> tuple[Block, Block]:
        """Rows that fill the page they are left on, each at most by `ROOMIEST`; the last ones as far as
        the ending leaves room.
        """
        share = min(ROOMIEST, (height - left.height) / len(left.rows))
        room = (self.page.text_height - self.ending - last.height) / len(last.rows)
        return left.roomier(share), last.roomier(max(0.0, min(share, room)))

    def draw(self) -> None:
        """Draw the table and the ending below it."""
        canvas: Any = self.canv
        below = self.height
        for position, block in enumerate([self.rows, *self._after()]):
            height = block.wrap(self.width, 10_000)[1]
            below -= height + (block.getSpaceBefore() if position else 0)
            block.drawOn(canvas, 0, below)
            below -= block.getSpaceAfter() if position else 0

    def _after(self) -> list[Block]:
        return [*self.notes, *self.signing]


def stacked(blocks: Sequence[Block], width: float) -> float:
    """How high blocks stand one below the other, in points."""
    return sum(
        block.getSpaceBefore() + block.wrap(width, 10_000)[1] + block.getSpaceAfter() for block in blocks
    )


def ended(page: Page, story: list[Block], signing: list[Block]) -> list[Block]:
    """Bind the last table, or the last paragraphs after it, to the signatures: nobody signs an empty page."""
    if not signing:
        return story
    at = max((position for position, block in enumerate(story) if is_table(block)), default=-1)
    text = [block for block in story[at + 1 :] if is_text(block)]
    if at < 0 or len(text) >= LEAST_TEXT:
        kept = LEAST_TEXT if len(text) >= LEAST_TEXT else 1
        kept += len(story) > kept and is_heading(story[-kept - 1])
        return [*story[:-kept], ts.KeepTogether([*story[-kept:], *signing])]
    bound = WithEnding(page, story[at], story[at + 1 :], signing)
    if at and is_heading(story[at - 1]) and bound.whole:
        return [*story[: at - 1], ts.KeepTogether([story[at - 1], bound])]
    return [*story[:at], bound]


def signing_block(page: Page, place_date: str, body: str, signatures: Sequence[Signature]) -> list[Block]:
    """Place and date at the right, then the panel in a numbered table with room to sign."""
    words = Words(page.language)
    if not signatures:
        return []
    width = page.text_width
    dated = ts.Table([["", paragraph(place_date, "place_date")]], colWidths=[width * 0.5, width * 0.5])
    padding = [("TOPPADDING", (0, 0), (-1, -1), 6), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
    dated.setStyle([ts.TABLE_FONT, *padding])
    columns = [
        Column(words("number"), 10 * mm, "centre"),
        Column(words("name"), width * 0.27),
        Column(words("institution"), width * 0.23),
        Column(words("position"), width * 0.21),
        Column(words("signature"), width - 10 * mm - width * 0.71),
    ]
    rows = [
        [Cell(text) for text in (str(number), who.name, who.institution, who.role, f"{number}. ……………………")]
        for number, who in enumerate(signatures, start=1)
    ]
    signed = table(page, columns, rows, ROW_HEIGHT)
    return [dated, paragraph(body, "signers"), signed]


def officials_block(page: Page, dated: str, right: Signature, left: Signature | None = None) -> list[Block]:
    """An official signing at the right under place and date; at the left, in line, who has seen it."""
    width = page.text_width
    sides = [[] if left is None else _official("", left), _official(dated, right)]
    block = ts.Table([sides], colWidths=[width * 0.48, width * 0.52])
    block.setStyle([*bare(), ("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("TOPPADDING", (0, 0), (-1, -1), 12)])
    return [block]


def knowing_block(page: Page, known_by: Signature | None, words: Words) -> list[Block]:
    """Mengetahui: the official who takes note of a document, below those who made it."""
    if known_by is None:
        return []
    return [*officials_block(page, words("known_by"), known_by)]


def _official(dated: str, who: Signature) -> list[Block]:
    lines = [paragraph(dated, "signer")] if dated else []
    lines += [paragraph(part, "signer") for part in (who.role, who.institution) if part]
    lines += [ts.Spacer(0, STAMP_HEIGHT), paragraph(who.name or Words()("nameless"), "signer_name")]
    lines += [paragraph(part, "signer") for part in (who.rank, f"NIP {who.nip}" if who.nip else "") if part]
    return lines
