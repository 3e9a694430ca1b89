"""Who is awarded what: the list that announcement, decree, covering letter, certificate and script share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.page import Block, Page
from kipp_desktop.documents.ranking_sheet import number_width
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Words


@dataclass(frozen=True, slots=True)
class Award:
    """One award. `score` is empty where it is not to be shown, as in a list by No. peserta."""

    label: str
    number: str
    title: str
    institution: str
    score: str = ""


@dataclass(frozen=True, slots=True)
class AwardList:
    """The awards of one ranking group, the first first."""

    heading: str
    awards: tuple[Award, ...]


def award_tables(page: Page, words: Words, lists: Sequence[AwardList]) -> list[Block]:
    """A table a group, under its heading where there are several."""
    story: list[Block] = []
    for one in lists:
        if len(lists) > 1:
            story.append(blocks.heading(one.heading))
        story.append(_table(page, words, one.awards))
    return story or [blocks.paragraph(words("nobody_awarded"))]


def _table(page: Page, words: Words, awards: Sequence[Award]) -> Block:
    number = number_width(words, [award.number for award in awards])
    line = 10 * mm
    label = ruled.widest(words("award"), [award.label for award in awards], 22 * mm, 40 * mm)
    scores = any(award.score for award in awards)
    score = ruled.widest(words("score"), [award.score for award in awards], 15 * mm, 30 * mm) if scores else 0
    rest = page.text_width - number - line - label - score
    columns = [
        Column(words("number"), line, "centre"),
        Column(words("entry_number"), number, "centre"),
        Column(words("entry_title"), rest * 0.54),
        Column(words("institution"), rest * 0.46),
        *([Column(words("score"), score, "right")] if scores else []),
        Column(words("award"), label),
    ]
    rows = [
        [Cell(text) for text in _cells(position, award, scores)]
        for position, award in enumerate(awards, start=1)
    ]
    return ruled.table(page, columns, rows)


def _cells(position: int, award: Award, scores: bool) -> list[str]:
    who = [f"{position}", award.number, award.title, award.institution]
    return [*who, *([award.score] if scores else []), award.label]
