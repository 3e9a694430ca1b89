"""Guides to print (Panduan juri, Panduan panitia), made from the same texts as the help on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from kipp_desktop.documents import help_text
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.help_text import Part
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.texts import Texts
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Language, Words
from kipp_desktop.domain.competition import Paper

CODE = f"<font face='{ts.MONO}'>{{text}}</font>"
TALLEST_PICTURE = 78 * mm
OWN: Texts = {
    "guide.juri": ("Panduan juri", "The juror's guide"),
    "guide.flashdisk": ("Menilai dari flashdisk", "Judging from a stick"),
    "guide.panitia": ("Panduan panitia", "The organiser's guide"),
}
ROOM_FOR_A_CHAPTER = 60 * mm  # its title, its picture, some lines
KEYS_SHARE = 0.27  # of the width, for the left column of a table of keys


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide: its name, its chapters as help texts, and where their pictures are."""

    name: str
    chapters: tuple[str, ...]
    pictures: Path
    paper: Paper = "a4"
    language: Language = "id"

    @property
    def is_one_page(self) -> bool:
        """Whether it is one chapter, set large enough to be read beside the laptop."""
        return len(self.chapters) == 1


def guide(wanted: Guide) -> bytes:
    """The guide as PDF. One chapter alone begins with its own title; several stand under the guide's."""
    title = Words(wanted.language, OWN)(f"guide.{wanted.name}")
    page = Page(title=title, paper=wanted.paper, language=wanted.language, initials=False, status=title)
    return compose(page, lambda: _story(page, title, wanted))


def _story(page: Page, title: str, wanted: Guide) -> list[Block]:
    story: list[Block] = [] if wanted.is_one_page else [ts.Paragraph(title, ts.style("guide_title"))]
    for chapter in wanted.chapters:
        for part in help_text.parts(chapter):
            if part.kind == "title":
                story.append(ts.CondPageBreak(ROOM_FOR_A_CHAPTER))
            story += _blocks(part, page, wanted)
    return story


def _blocks(part: Part, page: Page, wanted: Guide) -> list[Block]:
    kind, size = part.kind, "large" if wanted.is_one_page else "guide"
    if kind == "picture":
        return _picture(part.texts[1], page, wanted)
    if kind == "keys":
        return [_keys(part, page)]
    if kind in ("bullets", "steps"):
        bullets = ("•" if kind == "bullets" else f"{number}." for number in range(1, len(part.texts) + 1))
        return [
            ts.Paragraph(_marked(text), ts.style(f"{size}_item"), bulletText=bullet)
            for text, bullet in zip(part.texts, bullets, strict=True)
        ]
    style = {"title": f"{size}_chapter", "heading": f"{size}_heading"}.get(kind, f"{size}_body")
    return [ts.Paragraph(_marked(part.texts[0]), ts.style(style))]


def _marked(text: str) -> str:
    return help_text.inline(text, CODE, lambda words, _target: f"<i>{words}</i>")


def _picture(name: str, page: Page, wanted: Guide) -> list[Block]:
    path = wanted.pictures / name
    width, height = cast(tuple[int, int], ts.ImageReader(str(path)).getSize())
    scale = min(page.text_width / width, TALLEST_PICTURE / height)
    framed = ts.Table([[ts.Image(str(path), width * scale, height * scale)]], colWidths=[width * scale])
    sides = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    framed.setStyle([ts.TABLE_FONT, *sides, ("BOX", (0, 0), (-1, -1), 0.4, ts.shade(0.7))])
    return [ts.Spacer(1, 6), framed, ts.Spacer(1, 6)]


def _keys(part: Part, page: Page) -> Block:
    left = ts.style("left")
    rows = [[ts.Paragraph(_marked(cell), left) for cell in help_text.cells(text)] for text in part.texts]
    table = ts.Table(rows, colWidths=[page.text_width * KEYS_SHARE, page.text_width * (1 - KEYS_SHARE)])
    flush, top = ("LEFTPADDING", (0, 0), (0, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP")
    table.setStyle([ts.TABLE_FONT, ("LINEBELOW", (0, 0), (-1, -1), 0.3, ts.shade(0.75)), top, flush])
    return table
