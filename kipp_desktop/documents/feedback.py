"""Umpan balik peserta: an entry's own scores against the field's range, strengths and recommendations."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.imprint import Imprint, stage_line
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.signing import Signature, ended, officials_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class Standing:
    """One criterion: the entry's mean, and the lowest, middle and highest mean of the field, as printed."""

    criterion: str
    own: str
    lowest: str
    middle: str
    highest: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """Everything one entry is told; no juror is named."""

    imprint: Imprint
    stage: str
    number: str
    title: str
    institution: str
    total: Standing | None
    criteria: tuple[Standing, ...]
    praise: tuple[str, ...] = ()
    improve: tuple[str, ...] = ()
    signer: Signature | None = None
    points: tuple[str, ...] = ()  # points that no juror gave, and the final score with them


def feedback(entries: tuple[Feedback, ...]) -> bytes:
    """The feedback of at least one entry as PDF, each on pages of its own. Same facts, same bytes."""
    first = entries[0]
    words = first.imprint.words(TEXTS)
    page = first.imprint.page(f"{words('feedback')} – {first.stage}")

    return compose(page, lambda: blocks.paged(_of_entry(page, words, one) for one in entries))


def _of_entry(page: Page, words: Words, one: Feedback) -> list[Block]:
    title = [words("feedback"), stage_line(words, one.stage), one.imprint.competition]
    story = one.imprint.titled(page, title)
    rows = [
        (words("entry_number"), one.number),
        (words("entry_title"), one.title),
        (words("institution"), one.institution),
    ]
    story.append(blocks.facts_table(page, rows))
    story.append(blocks.heading(words("scores")))
    story.append(_scores(page, words, one) if one.total else blocks.paragraph(words("no_scores")))
    story += [blocks.paragraph(" ".join(one.points))] if one.points else []
    for key, texts in (("praise", one.praise), ("improve", one.improve)):
        story += [blocks.heading(words(key)), *blocks.numbered(texts or (words("nothing_written"),))]
    story.append(blocks.paragraph(words("thanks")))
    signing = officials_block(page, one.imprint.dated, one.signer) if one.signer else []
    return ended(page, story, signing)


def _scores(page: Page, words: Words, one: Feedback) -> Block:
    width = 23 * mm
    heads = ("own", "lowest", "middle", "highest")
    columns = [
        Column(words("criterion"), page.text_width - 4 * width),
        *(Column(words(head), width, "right") for head in heads),
    ]
    lines = [*one.criteria, *([one.total] if one.total else [])]
    rows = [[Cell(text) for text in (line.criterion, line.own, line.lowest, line.middle, line.highest)]
            for line in lines]  # fmt: skip
    return ruled.table(page, columns, rows)


TEXTS: Texts = {
    "feedback": ("Umpan balik peserta", "Feedback to an entry"),
    "scores": ("Nilai peserta dan sebaran seluruh peserta", "The entry's scores and the whole field"),
    "no_scores": ("Belum ada nilai yang dihitung.", "No score counts yet."),
    "own": ("Nilai peserta", "This entry"),
    "lowest": ("Terendah", "Lowest"),
    "middle": ("Tengah", "Middle"),
    "highest": ("Tertinggi", "Highest"),
    "praise": ("Keunggulan", "Strengths"),
    "improve": ("Rekomendasi", "Recommendations"),
    "nothing_written": ("Juri tidak menulis catatan.", "The jurors wrote nothing."),
    "thanks": (
        "Nilai di atas adalah rata-rata juri yang menilai. Terima kasih atas keikutsertaan dan upaya Saudara "
        "memperbaiki pelayanan publik.",
        "The scores above are means over the jurors who scored. Thank you for taking part and for your work "
        "on better public service.",
    ),
}
