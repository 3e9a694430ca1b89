"""Lembar penilaian juri: one juror's sheets, one entry after the other, to be checked and signed."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.signing import Signature, ended, officials_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.verification_annex import in_groups
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion: weight, value and weighted value as printed; a value that is missing is a word."""

    criterion: str
    weight: str
    value: str
    weighted: str


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """One entry's sheet. `state` is a word unless the sheet is locked and whole; `star` marks paper."""

    number: str
    title: str
    institution: str
    lines: tuple[Line, ...]
    total: str
    state: str = ""
    reason: str = ""
    star: bool = False
    praise: tuple[str, ...] = ()
    improve: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JurorSheets:
    """Everything one juror's print holds; `files`: laptop and digest of what counts."""

    imprint: Imprint
    stage: str
    juror: str
    name: str
    institution: str
    sheets: tuple[EntrySheet, ...]
    files: tuple[tuple[str, str], ...] = ()
    typed_by: str = ""


def score_sheets(jurors: tuple[JurorSheets, ...]) -> bytes:
    """The sheets of at least one juror as PDF, each juror on pages of their own. Same facts, same bytes."""
    first = jurors[0]
    words = first.imprint.words(TEXTS)
    page = first.imprint.page(f"{words('sheets')} – {first.stage}")

    return compose(page, lambda: blocks.paged(_of_juror(page, words, one) for one in jurors))


def _of_juror(page: Page, words: Words, one: JurorSheets) -> list[Block]:
    story: list[Block] = one.imprint.titled(page, [words("sheets"), one.imprint.competition])
    rows = [
        (words("stage_name"), one.stage),
        (words("juror"), f"{one.juror} – {one.name}" if one.name else one.juror),
        (words("institution"), one.institution or words("blank")),
    ]
    story.append(blocks.facts_table(page, rows))
    for sheet in one.sheets:
        story += _sheet(page, words, sheet)
    if any(sheet.star for sheet in one.sheets):
        story.append(blocks.paragraph(words("paper_star"), "note"))
    if not one.sheets:
        story.append(blocks.paragraph(words("nothing_owed")))
    story += _file(words, one)
    signer = Signature(words("juror"), one.name, "")
    return ended(page, story, officials_block(page, one.imprint.dated, signer))


def _sheet(page: Page, words: Words, sheet: EntrySheet) -> list[Block]:
    star = " *" if sheet.star else ""
    title = f"{sheet.number}{star} – {sheet.title} – {sheet.institution}"
    numbers = 24 * mm
    columns = [
        Column(words("criterion"), page.text_width - 3 * numbers),
        Column(words("weight"), numbers, "right"),
        Column(words("value"), numbers, "right"),
        Column(words("weighted"), numbers, "right"),
    ]
    rows = [
        [Cell(text) for text in (line.criterion, line.weight, line.value, line.weighted)]
        for line in sheet.lines
    ]
    total = sheet.state or sheet.total
    rows.append([Cell(words("total")), Cell(""), Cell(""), Cell(total)])
    story: list[Block] = [blocks.heading(title), ruled.table(page, columns, rows)]
    if sheet.reason:
        story.append(blocks.paragraph(f"{words('reason')}: {sheet.reason}", "note"))
    for key, texts in (("praise", sheet.praise), ("improve", sheet.improve)):
        story += [blocks.paragraph(f"{words(key)}: {text}", "note") for text in texts]
    return story


def _file(words: Words, one: JurorSheets) -> list[Block]:
    """What ties the paper to the juror's file, and who typed it."""
    story: list[Block] = []
    for laptop, whole in one.files:
        digest = in_groups(whole).replace("\n", " ")
        story.append(blocks.paragraph(words("file", laptop=laptop, digest=digest), "note"))
    if one.typed_by:
        story.append(blocks.paragraph(words("typed_by", name=one.typed_by), "body"))
    story.append(blocks.paragraph(words("sworn")))
    return story


TEXTS: Texts = {
    "sheets": ("Lembar penilaian juri", "Juror's score sheets"),
    "value": ("Nilai", "Value"),
    "weighted": ("Nilai terbobot", "Weighted"),
    "total": ("Jumlah", "Total"),
    "praise": ("Keunggulan", "Strengths"),
    "improve": ("Rekomendasi", "Recommendations"),
    "nothing_owed": (
        "Juri ini tidak ditugaskan menilai peserta pada tahap ini.",
        "This juror has no entries to judge at this stage.",
    ),
    "file": (
        "Berkas nilai dari laptop {laptop}, digest {digest}.",
        "Score file from laptop {laptop}, digest {digest}.",
    ),
    "typed_by": (
        "Nilai ini diketik oleh {name} dan telah saya periksa pada cetakan ini.",
        "These scores were typed by {name}, and I have checked them on this print.",
    ),
    "sworn": (
        "Saya menyatakan nilai di atas adalah penilaian saya sendiri.",
        "I declare that the scores above are my own judgement.",
    ),
}
