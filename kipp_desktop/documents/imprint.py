"""What every official document shows of who issues it, where and when, and what its numbers are tied to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from kipp_desktop.documents import blocks
from kipp_desktop.documents.page import Block, CheckCode, Page
from kipp_desktop.documents.words import Language, Texts, Words
from kipp_desktop.domain.competition import Letterhead, Paper
from kipp_desktop.domain.result import Status


@dataclass(frozen=True, slots=True)
class Imprint:
    """The frame of a document.

    `status` None: the document holds no result. `edition` numbers the SEMENTARA prints of a document. An
    empty number, place or day is a dotted line: the agenda number often comes after printing. `turned` is
    told of each page that is set, and may raise to stop.
    """

    competition: str
    body: str = "Dewan Juri"
    letterhead: Letterhead = field(default_factory=Letterhead)
    status: Status | None = None
    status_text: str = ""
    edition: int = 1
    practice: bool = False
    number: str = ""
    place: str = ""
    day: date | None = None
    code: CheckCode | None = None
    paper: Paper = "f4"
    language: Language = "id"
    turned: Callable[[int], None] | None = field(default=None, compare=False)

    def words(self, own: Texts) -> Words:
        """The words of the document's language, with those of its own."""
        return Words(self.language, own)

    def page(self, title: str, landscape: bool = False, initials: bool = True, footer: bool = True) -> Page:
        """The pages of a document called `title`."""
        words = Words(self.language)
        status = ""
        if self.status is not None:
            status = self.status_text or words("final" if self.status == "FINAL" else "provisional")
        return Page(
            title=f"{title} – {self.competition}",
            paper=self.paper,
            language=self.language,
            author=" – ".join(line for line in (self.body, *self.letterhead.lines[:2]) if line),
            code=self.code,
            status=status,
            watermark=self._watermark(words),
            initials=initials,
            landscape=landscape,
            footer=footer,
            turned=self.turned,
        )

    def kop(self, page: Page) -> list[Block]:
        """The letterhead, as wide as the text."""
        return blocks.letterhead(self.letterhead.lines, self.letterhead.logo_png, page.text_width)

    def titled(self, page: Page, lines: Sequence[str], numbered: bool = False) -> list[Block]:
        """Letterhead and title; below it the number, and while it is provisional that it is."""
        words = Words(self.language)
        under = [self.numbered] if numbered else []
        if self.status is not None:
            under.append(words("status_line", status=self._status(words)))
        return [*self.kop(page), *blocks.title_block(lines, under)]

    @property
    def numbered(self) -> str:
        """Nomor: as given, or a line to write it on."""
        words = Words(self.language)
        return words("numbered", number=self.number or words("unnumbered"))

    @property
    def dated(self) -> str:
        """Place and day over the signatures; what is unknown is a dotted line."""
        words = Words(self.language)
        day = words.date(self.day) if self.day else words("undated_day")
        return f"{self.place or words('undated_place')}, {day}"

    def _status(self, words: Words) -> str:
        if self.status == "FINAL":
            return words("status_final", body=self.body)
        return words("status_provisional", number=self.edition)

    def _watermark(self, words: Words) -> str:
        if self.practice:
            return words("practice")
        provisional = self.status == "SEMENTARA"
        return words("provisional_mark", number=self.edition) if provisional else ""


def stage_line(words: Words, stage: str) -> str:
    """Put "Tahap" before the stage, unless the stage's name says so already."""
    opening = words("stage", stage="").strip(": ").lower()
    return stage if not stage or stage.lower().startswith(opening) else words("stage", stage=stage)
