"""Berita Acara Hasil Penilaian: what the jury's plenary found at one stage, and all that was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.imprint import Imprint, stage_line
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.panels import StagePanel, gave_words
from kipp_desktop.documents.ranking_sheet import RankingSection, number_width, sections_story
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.signing import Signature, ended, knowing_block, signing_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class Verdict:
    """One entry at a stage without a ranking: what became of it, in words."""

    number: str
    title: str
    institution: str
    verdict: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """What has to be said about one subject, a sentence or two each."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything the minutes print.

    `sections` of a ranked stage, else `verdicts`; `going_on` names who goes on to the next stage. `panels`
    are of the stages that the result is made of.
    """

    imprint: Imprint
    stage: str
    entries: int
    panels: tuple[StagePanel, ...]
    sections: tuple[RankingSection, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    going_on: tuple[str, ...] = ()
    venue: str = ""
    decree: str = ""
    legal_basis: tuple[str, ...] = ()
    rule: str = ""
    notes: tuple[NoteGroup, ...] = ()
    official: str = ""
    copies: int = 0
    annexes: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    known_by: Signature | None = None


def minutes(facts: Minutes) -> bytes:
    """The minutes as PDF. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(f"{words('minutes')} – {facts.stage}")
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: Minutes) -> list[Block]:
    imprint = facts.imprint
    lines = [words("minutes"), words("meeting", body=imprint.body), stage_line(words, facts.stage)]
    story = imprint.titled(page, [*lines, imprint.competition], numbered=True)
    story.append(blocks.paragraph(_opening(words, facts)))
    if facts.legal_basis:
        story.append(blocks.heading(words("basis")))
        story += blocks.numbered(facts.legal_basis)
    story += [blocks.heading(words("result")), *_result(page, words, facts)]
    if facts.rule:
        story.append(blocks.paragraph(facts.rule))
    story += [block for group in facts.notes for block in _group(group)]
    if facts.annexes:
        story += [blocks.heading(words("annexes")), *blocks.numbered(facts.annexes)]
    story += [blocks.paragraph(text) for text in _closing(words, facts)]
    signing = signing_block(page, imprint.dated, imprint.body, facts.signatures)
    if signing:
        signing += [blocks.paragraph(words("absent"), "note"), *knowing_block(page, facts.known_by, words)]
    return ended(page, story, signing)


def _opening(words: Words, facts: Minutes) -> str:
    day = facts.imprint.day
    return words(
        "opening",
        day=words.on_this_day(day) if day else words("on_a_day"),
        venue=facts.venue or words("blank"),
        body=facts.imprint.body,
        decree=words("by_decree", decree=facts.decree) if facts.decree else "",
        entries=words.number(facts.entries),
        gave=gave_words(facts.panels, words),
    )


def _result(page: Page, words: Words, facts: Minutes) -> list[Block]:
    if facts.sections or not facts.verdicts:
        story = sections_story(page, words, facts.sections)
    else:
        story = [_verdicts(page, words, facts.verdicts)]
    if facts.going_on:
        going = words("going_on", n=words.number(len(facts.going_on)), entries=words.listed(facts.going_on))
        story.append(blocks.paragraph(going))
    return story


def _verdicts(page: Page, words: Words, rows: Sequence[Verdict]) -> Block:
    number = number_width(words, [row.number for row in rows])
    verdict = ruled.widest(words("verdict"), [row.verdict for row in rows], 18 * mm, 30 * mm)
    rest = page.text_width - number - verdict
    columns = [
        Column(words("entry_number"), number, "centre"),
        Column(words("entry_title"), rest * 0.40),
        Column(words("institution"), rest * 0.32),
        Column(words("verdict"), verdict),
        Column(words("reason"), rest * 0.28),
    ]
    cells = [
        [Cell(text) for text in (row.number, row.title, row.institution, row.verdict, row.reason)]
        for row in rows
    ]
    return ruled.table(page, columns, cells)


def _group(group: NoteGroup) -> list[Block]:
    return [blocks.heading(group.heading), *blocks.numbered(group.lines)]


def _closing(words: Words, facts: Minutes) -> list[str]:
    closing = [words("proposed", official=facts.official)] if facts.official else []
    copies = words("in_copies", n=words.number(facts.copies)) if facts.copies else ""
    return [*closing, words("so_made", copies=copies)]


TEXTS: Texts = {
    "minutes": ("Berita Acara Hasil Penilaian", "Minutes of the assessment"),
    "meeting": ("Rapat Pleno {body}", "Plenary meeting of the {body}"),
    "opening": (
        "{day}, bertempat di {venue}, {body}{decree} telah menilai {entries} peserta dan mengadakan rapat "
        "pleno. Juri yang memberikan nilai {gave}, dengan hasil sebagai berikut.",
        "{day}, at {venue}, the {body}{decree} assessed {entries} entries and met in plenary. {gave}. "
        "The outcome is stated below.",
    ),
    "by_decree": (" yang ditetapkan dengan {decree}", ", appointed by {decree},"),
    "basis": ("Dasar", "Legal basis"),
    "result": ("Hasil penilaian", "Result"),
    "verdict": ("Hasil", "Outcome"),
    "going_on": (
        "Peserta yang maju ke tahap berikutnya {n}: nomor {entries}.",
        "Entries that go on to the next stage, {n}: no. {entries}.",
    ),
    "annexes": ("Lampiran", "Annexes"),
    "proposed": (
        "Hasil penilaian ini diajukan kepada {official} untuk ditetapkan dengan Keputusan.",
        "This result is submitted to {official}, to be settled by decree.",
    ),
    "so_made": (
        "Demikian berita acara ini dibuat dengan sebenarnya{copies} untuk dipergunakan sebagaimana mestinya.",
        "These minutes were truthfully drawn up{copies} to be used as is proper.",
    ),
    "in_copies": (" dalam rangkap {n}", " in {n} copies"),
    "absent": (
        "Tidak hadir atau tidak bersedia menandatangani: ……………………………  Alasan: ………………………………",
        "Absent or unwilling to sign: ……………………………………  Reason: ………………………………………",
    ),
}
