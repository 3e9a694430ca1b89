"""Naskah pembawa acara: the awards in the order in which they are read out, the last place first."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.awards import Award, AwardList
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class AnnouncerScript:
    """Everything the script prints; the lists hold the first first and are read from the end."""

    imprint: Imprint
    lists: tuple[AwardList, ...]
    presenters: tuple[str, ...] = ()


def announcer_script(facts: AnnouncerScript) -> bytes:
    """The script as PDF, in large type. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(words("script"), initials=False)
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: AnnouncerScript) -> list[Block]:
    imprint = facts.imprint
    story = blocks.title_block([words("script"), imprint.competition])
    if imprint.status == "SEMENTARA":
        story.append(blocks.paragraph(words("not_final"), "spoken"))
    story.append(blocks.paragraph(words("opening", competition=imprint.competition), "spoken"))
    for one in facts.lists:
        if len(facts.lists) > 1:
            story.append(blocks.heading(one.heading, "spoken_head"))
        for award in reversed(one.awards):  # the first is named last
            story.append(_award(words, award))
    if not facts.lists:
        story.append(blocks.paragraph(words("nobody_awarded"), "spoken"))
    if facts.presenters:
        handed = words("presenters", people=words.listed(facts.presenters))
        story.append(blocks.paragraph(handed, "spoken"))
    return [*story, blocks.paragraph(words("closing"), "spoken")]


def _award(words: Words, award: Award) -> Block:
    lines = [
        blocks.heading(award.label, "spoken_head", 1, f"{award.label} – {award.number}"),
        blocks.paragraph(words("number_said", number=award.number), "spoken"),
        blocks.paragraph(award.title, "spoken_title"),
        blocks.paragraph(words("from", institution=award.institution), "spoken"),
        ts.Spacer(0, 2 * mm),
    ]
    return ts.KeepTogether(lines)


TEXTS: Texts = {
    "script": ("Naskah pembawa acara", ""),
    "not_final": ("BELUM FINAL. Jangan dibacakan sebelum hasil difinalkan.", ""),
    "opening": (
        "Hadirin yang kami hormati, tibalah saat pengumuman penerima penghargaan {competition}.",
        "",
    ),
    "number_said": ("Nomor peserta {number}", ""),
    "from": ("dari {institution}", ""),
    "presenters": ("Piagam dan penghargaan diserahkan oleh {people}.", ""),
    "closing": ("Selamat kepada para penerima penghargaan.", ""),
}
