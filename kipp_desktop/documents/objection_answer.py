"""Jawaban keberatan: a numbered letter to one entry, with its place, its own scores and how to check them."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.letters import letter_head
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.signing import Signature, ended, officials_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.verification_annex import in_groups
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class ObjectionAnswer:
    """Everything the letter prints. `criteria`: name, weight, mean over the jurors who count, as printed."""

    imprint: Imprint
    stage: str
    number: str
    title: str
    institution: str
    objections: tuple[tuple[str, str], ...]  # what was objected, and the answer, "" while there is none
    place: str
    score: str
    jurors: str
    criteria: tuple[tuple[str, str, str], ...]
    reasons: tuple[str, ...]  # how the rank came about
    result: str
    signer: Signature | None = None


def objection_answer(facts: ObjectionAnswer) -> bytes:
    """The letter as PDF. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(f"{words('answer')} – {facts.number}")
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: ObjectionAnswer) -> list[Block]:
    subject = words("answer")
    recipient = (facts.institution, words("about_entry", number=facts.number, title=facts.title))
    story = letter_head(page, words, facts.imprint, subject, recipient, "–")
    story.append(blocks.paragraph(words("opening", body=facts.imprint.body)))
    for objection, answer in facts.objections:
        story += [blocks.heading(words("objection")), blocks.paragraph(objection)]
        story += [blocks.heading(words("our_answer")), blocks.paragraph(answer or words("blank"))]
    story.append(blocks.heading(words("place_and_scores")))
    told = words("place_line", place=facts.place, score=facts.score, jurors=facts.jurors, stage=facts.stage)
    story += [blocks.paragraph(told), blocks.paragraph("", "note"), _criteria(page, words, facts)]
    if facts.reasons:
        story += [blocks.heading(words("how_ranked")), *blocks.numbered(facts.reasons)]
    story.append(blocks.heading(words("how_to_check")))
    digest = in_groups(facts.result).replace("\n", " ")
    story += [blocks.paragraph(words("check", digest=digest)), blocks.paragraph(words("closing"))]
    signer = facts.signer or Signature(words("chair", body=facts.imprint.body), "")
    return ended(page, story, officials_block(page, "", signer))


def _criteria(page: Page, words: Words, facts: ObjectionAnswer) -> Block:
    width = 28 * mm
    columns = [
        Column(words("criterion"), page.text_width - 2 * width),
        Column(words("weight"), width, "right"),
        Column(words("mean"), width, "right"),
    ]
    return ruled.table(page, columns, [[Cell(text) for text in row] for row in facts.criteria])


LETTER: Texts = {
    "letter.number": ("Nomor", "Number"),
    "letter.enclosure": ("Lampiran", "Enclosure"),
    "letter.subject": ("Hal", "Subject"),
    "letter.to": ("Kepada Yth.", "To"),
}

TEXTS: Texts = {
    **LETTER,
    "answer": ("Jawaban keberatan", "Answer to an objection"),
    "about_entry": ("(peserta nomor {number}, {title})", "(entry no. {number}, {title})"),
    "opening": (
        "Menjawab keberatan Saudara atas hasil penilaian, bersama ini kami sampaikan penjelasan {body}.",
        "In reply to your objection to the result, the {body} explains as follows.",
    ),
    "objection": ("Keberatan yang diajukan", "The objection"),
    "our_answer": ("Jawaban", "Answer"),
    "place_and_scores": ("Peringkat dan nilai peserta", "Place and scores of the entry"),
    "place_line": (
        "Pada {stage}, peserta berada pada peringkat {place} dengan nilai {score} dari penilaian {jurors}.",
        "At {stage} the entry holds place {place} with a score of {score} from {jurors}.",
    ),
    "mean": ("Rata-rata nilai", "Mean score"),
    "how_ranked": ("Bagaimana peringkat diperoleh", "How the rank came about"),
    "how_to_check": ("Cara memeriksa sendiri", "How to check it yourself"),
    "check": (
        "Bundel hasil untuk umum dapat diminta kepada panitia dan diperiksa di komputer mana pun dengan "
        "perintah kipp verify. Digest hasil yang harus muncul: {digest}.",
        "The public result bundle may be had from the organiser and checked on any computer with kipp "
        "verify. The result digest that has to appear: {digest}.",
    ),
    "closing": (
        "Demikian kami sampaikan. Atas perhatian Saudara kami ucapkan terima kasih.",
        "We thank you for your attention.",
    ),
    "chair": ("Ketua {body},", "Chair of the {body},"),
}
