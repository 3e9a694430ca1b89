"""Pengumuman: who is awarded, under a number of its own."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks
from kipp_desktop.documents.awards import AwardList, award_tables
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.signing import Signature, ended, officials_block
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class Announcement:
    """Everything the announcement prints; `objections` says until when they are taken."""

    imprint: Imprint
    lists: tuple[AwardList, ...]
    basis: str = ""
    objections: str = ""
    signer: Signature | None = None


def announcement(facts: Announcement) -> bytes:
    """The announcement as PDF. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(words("announcement"))
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: Announcement) -> list[Block]:
    imprint = facts.imprint
    title = [words("announcement"), words("about"), imprint.competition]
    story = imprint.titled(page, title, numbered=True)
    basis = facts.basis or words("on_the_minutes", body=imprint.body)
    story += [blocks.paragraph(words("opening", basis=basis)), blocks.paragraph("", "note")]
    story += award_tables(page, words, facts.lists)
    if facts.objections:
        story.append(blocks.paragraph(words("objections", until=facts.objections)))
    story.append(blocks.paragraph(words("closing")))
    signer = facts.signer or Signature(words("organiser"), "")
    return ended(page, story, officials_block(page, imprint.dated, signer))


TEXTS: Texts = {
    "announcement": ("Pengumuman", ""),
    "about": ("Hasil penilaian", ""),
    "on_the_minutes": ("Berita Acara Hasil Penilaian {body}", ""),
    "opening": ("Berdasarkan {basis}, dengan ini diumumkan penerima penghargaan sebagai berikut.", ""),
    "objections": (
        "Keberatan atas hasil ini dapat disampaikan secara tertulis kepada panitia sampai dengan {until}.",
        "",
    ),
    "closing": ("Demikian pengumuman ini disampaikan untuk diketahui.", ""),
    "organiser": ("Panitia,", ""),
}
