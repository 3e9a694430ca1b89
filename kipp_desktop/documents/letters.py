"""The frame of a letter: number, enclosure and subject at the left, place and day at the right, addressee."""

from __future__ import annotations

from collections.abc import Sequence

from kipp_desktop.documents import blocks
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import Block, Page
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Words


def letter_head(
    page: Page, words: Words, imprint: Imprint, subject: str, recipient: Sequence[str], enclosure: str
) -> list[Block]:
    """Letterhead, the letter's particulars and to whom it goes. `words` knows letter.* of the texts."""
    particulars = [
        (words("letter.number"), imprint.number or words("unnumbered")),
        (words("letter.enclosure"), enclosure),
        (words("letter.subject"), subject),
    ]
    right = 62 * mm
    lines = blocks.facts_table(page, particulars, 24 * mm, page.text_width - right)
    dated = [blocks.paragraph(imprint.dated, "right_line")]
    to = [blocks.paragraph(line, "fact") for line in (words("letter.to"), *recipient)]
    return [
        *imprint.kop(page),
        blocks.paragraph("", "note"),
        blocks.beside([(lines, page.text_width - right), (dated, right)]),
        blocks.paragraph("", "note"),
        *to,
        blocks.paragraph("", "note"),
    ]
