"""Piagam: one landscape page for each awarded entry, its wording free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kipp_desktop.documents import blocks
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.awards import Award
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.signing import Signature, officials_block, stacked
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words

MARGIN = 9 * mm
MOST_AIR = 16 * mm  # above the title and above the signature, where the texts are short
WORDING = "atas inovasi “{judul}” dalam {kompetisi}"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Everything the certificates print; `filled` says what the wording may name."""

    imprint: Imprint
    awards: tuple[Award, ...]
    wording: str = ""
    signer: Signature | None = None


def certificate(facts: Certificate) -> bytes:
    """The certificates as PDF. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(words("certificate"), landscape=True, footer=False)
    return compose(page, lambda: _story(page, words, facts), frame=_frame)


def filled(wording: str, award: Award, competition: str) -> str:
    """The wording with its blanks filled; other braces stay as they were typed."""
    facts = {
        "judul": award.title,
        "instansi": award.institution,
        "penghargaan": award.label,
        "kompetisi": competition,
        "nomor": award.number,
    }
    for name, text in facts.items():
        wording = wording.replace("{" + name + "}", text)
    return wording


def _story(page: Page, words: Words, facts: Certificate) -> list[Block]:
    if not facts.awards:
        return [blocks.paragraph(words("nobody_awarded"))]
    return blocks.paged(_one(page, words, facts, award) for award in facts.awards)


def _one(page: Page, words: Words, facts: Certificate, award: Award) -> list[Block]:
    imprint = facts.imprint
    text = filled(facts.wording or WORDING, award, imprint.competition)
    number = [blocks.paragraph(imprint.numbered, "under_title")]
    story: list[Block] = [
        ts.Spacer(0, 9 * mm),
        blocks.heading(words("certificate").upper(), "certificate", 0, f"{award.number} {award.label}"),
        *number,
        ts.Spacer(0, 4 * mm),
        blocks.paragraph(words("given_to"), "under_title"),
        blocks.paragraph(award.institution, "certificate_name"),
        blocks.paragraph(words("as"), "under_title"),
        blocks.paragraph(award.label.upper(), "certificate_award"),
        ts.Spacer(0, 2 * mm),
        blocks.paragraph(text, "under_title"),
    ]
    signing = officials_block(page, imprint.dated, facts.signer or Signature(words("blank"), ""))
    kop = imprint.kop(page)
    spare = page.text_height - stacked([*kop, *story, *signing], page.text_width)
    if spare < 0:  # names of the longest kind: all of it smaller, for nobody signs a page of its own
        whole = [*kop, *story, *signing]
        return [ts.KeepInFrame(page.text_width, page.text_height, whole, mode="shrink")]
    air = ts.Spacer(0, min(MOST_AIR, spare / 3))
    return [*kop, air, *story, air, *signing]


def _frame(canvas: Any, page: Page) -> None:  # noqa: ANN401 - reportlab's canvas is untyped
    """Draw a double frame near the edge of the paper."""
    width, height = page.size
    canvas.saveState()
    for inset, line in ((MARGIN, 2.2), (MARGIN + 1.6 * mm, 0.7)):
        canvas.setLineWidth(line)
        canvas.rect(inset, inset, width - 2 * inset, height - 2 * inset)
    canvas.restoreState()


TEXTS: Texts = {
    "certificate": ("Piagam penghargaan", ""),
    "given_to": ("diberikan kepada", ""),
    "as": ("sebagai", ""),
}
