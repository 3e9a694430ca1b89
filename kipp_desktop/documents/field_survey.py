"""Berita Acara Survei Lapangan: one location, what was looked at, signed by the team and its host."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.imprint import Imprint, stage_line
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.signing import Signature, ended, officials_block, signing_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words

FINDING_HEIGHT = 15 * mm


@dataclass(frozen=True, slots=True)
class FieldSurvey:
    """Everything the minutes of one visit print; findings are written in by hand."""

    imprint: Imprint
    stage: str
    number: str
    title: str
    institution: str
    venue: str
    criteria: tuple[str, ...]
    team: tuple[Signature, ...]


def field_survey(visits: tuple[FieldSurvey, ...]) -> bytes:
    """The minutes of at least one visit as PDF. Same facts, same bytes."""
    first = visits[0]
    words = first.imprint.words(TEXTS)
    page = first.imprint.page(f"{words('survey')} – {first.stage}")
    return compose(page, lambda: blocks.paged(_story(page, words, one) for one in visits))


def _story(page: Page, words: Words, facts: FieldSurvey) -> list[Block]:
    imprint = facts.imprint
    title = [words("survey"), stage_line(words, facts.stage), imprint.competition]
    story = imprint.titled(page, title, numbered=True)
    day = words.on_this_day(imprint.day) if imprint.day else words("on_a_day")
    venue = facts.venue or words("blank")
    story.append(blocks.paragraph(words("visited", day=day, venue=venue, body=imprint.body)))
    rows = [
        (words("entry_number"), facts.number),
        (words("entry_title"), facts.title),
        (words("institution"), facts.institution),
    ]
    story += [ts.Spacer(0, 2 * mm), blocks.facts_table(page, rows), blocks.paragraph("", "note")]
    narrow = 10 * mm
    rest = page.text_width - narrow
    columns = [
        Column(words("number"), narrow, "centre"),
        Column(words("seen"), rest * 0.36),
        Column(words("finding"), rest * 0.64),
    ]
    lines = [*facts.criteria, words("documents_seen"), words("people_met")]
    cells = [[Cell(str(at)), Cell(line), Cell("")] for at, line in enumerate(lines, start=1)]
    story.append(ruled.table(page, columns, cells, FINDING_HEIGHT))
    story.append(blocks.paragraph(words("so_made")))
    host = Signature(words("host"), "")
    signing = signing_block(page, imprint.dated, words("team"), facts.team)
    return ended(page, story, [*signing, *officials_block(page, "", host)])


TEXTS: Texts = {
    "survey": ("Berita Acara Survei Lapangan", "Minutes of a field survey"),
    "visited": (
        "{day}, bertempat di {venue}, tim {body} mengunjungi lokasi inovasi berikut.",
        "{day}, at {venue}, a team of the {body} visited the site of this innovation.",
    ),
    "seen": ("Yang diperiksa", "What was looked at"),
    "finding": ("Temuan di lapangan", "What was found"),
    "documents_seen": ("Dokumen dan bukti yang dilihat", "Documents and evidence seen"),
    "people_met": ("Narasumber yang ditemui", "People met"),
    "so_made": (
        "Demikian berita acara ini dibuat di lokasi dan ditandatangani tim bersama pihak yang dikunjungi. "
        "Berita acara ini tidak memuat nilai.",
        "Drawn up on site and signed by the team and its host. These minutes hold no scores.",
    ),
    "team": ("Tim survei", "The team"),
    "host": ("Pihak yang dikunjungi,", "For the host,"),
}
