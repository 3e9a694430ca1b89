"""Lampiran Keputusan: the awarded, as the annex of the decree that settles the result; without letterhead."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks
from kipp_desktop.documents.awards import AwardList, award_tables
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.signing import Signature, ended, officials_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class DecreeAnnex:
    """Everything the annex prints; `official` signs the decree ("Bupati Wonosobo"), `about` is its title."""

    imprint: Imprint
    official: str
    about: str
    lists: tuple[AwardList, ...]
    signer: Signature | None = None


def decree_annex(facts: DecreeAnnex) -> bytes:
    """The annex as PDF. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(words("annex"))
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: DecreeAnnex) -> list[Block]:
    imprint = facts.imprint
    width = 78 * mm
    about = facts.about or words("default_about", competition=imprint.competition)
    head = [
        blocks.paragraph(words("annex_of", official=facts.official.upper()), "fact"),
        blocks.paragraph(words("annex_number", number=imprint.number or words("unnumbered")), "fact"),
        blocks.paragraph(words("annex_about"), "fact"),
        blocks.paragraph(about.upper(), "fact"),
    ]
    story: list[Block] = [blocks.beside([("", page.text_width - width), (head, width)])]
    story += blocks.title_block([words("awarded"), imprint.competition])
    story += award_tables(page, words, facts.lists)
    signer = facts.signer or Signature(f"{facts.official},", "")
    return ended(page, story, officials_block(page, imprint.dated, signer))


TEXTS: Texts = {
    "annex": ("Lampiran Keputusan", ""),
    "annex_of": ("LAMPIRAN KEPUTUSAN {official}", ""),
    "annex_number": ("NOMOR {number}", ""),
    "annex_about": ("TENTANG", ""),
    "default_about": ("Penetapan penerima penghargaan {competition}", ""),
    "awarded": ("Daftar penerima penghargaan", ""),
}
