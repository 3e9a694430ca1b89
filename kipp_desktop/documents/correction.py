"""Berita Acara Perbaikan: what changed between two finalised results, why, and which places differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.imprint import Imprint, stage_line
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ranking_sheet import number_width
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.signing import Signature, ended, knowing_block, signing_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.verification_annex import in_groups
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class Moved:
    """One entry whose place, score or award differs; "–" where there is none."""

    number: str
    title: str
    institution: str
    before: tuple[str, str, str]  # place, score, award
    now: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Correction:
    """Everything the minutes of correction print. The digests are those of the two results."""

    imprint: Imprint
    stage: str
    venue: str
    reasons: tuple[str, ...]
    changes: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Moved, ...]], ...]
    digest_before: str
    digest_now: str
    copies: int = 0
    signatures: tuple[Signature, ...] = ()
    known_by: Signature | None = None


def correction(facts: Correction) -> bytes:
    """The minutes as PDF. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(f"{words('correction')} – {facts.stage}")
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: Correction) -> list[Block]:
    imprint = facts.imprint
    title = [words("correction"), stage_line(words, facts.stage), imprint.competition]
    story = imprint.titled(page, title, numbered=True)
    day = words.on_this_day(imprint.day) if imprint.day else words("on_a_day")
    venue = facts.venue or words("blank")
    story.append(blocks.paragraph(words("opening", day=day, venue=venue, body=imprint.body)))
    story += [blocks.heading(words("why")), *blocks.numbered(facts.reasons or (words("no_reason"),))]
    story += [blocks.heading(words("changed")), *blocks.numbered(facts.changes or (words("no_change"),))]
    for group, moved in facts.groups:
        story.append(blocks.heading(words("moved", group=group)))
        story.append(_moved(page, words, moved) if moved else blocks.paragraph(words("none_moved")))
    for key, digest in (("digest_before", facts.digest_before), ("digest_now", facts.digest_now)):
        story.append(blocks.paragraph(f"{words(key)}: {in_groups(digest)}".replace("\n", " "), "note"))
    story.append(blocks.paragraph(words("decree")))
    copies = words("in_copies", n=words.number(facts.copies)) if facts.copies else ""
    story.append(blocks.paragraph(words("so_made", copies=copies)))
    signing = signing_block(page, imprint.dated, imprint.body, facts.signatures)
    return ended(page, story, [*signing, *knowing_block(page, facts.known_by, words)] if signing else [])


def _moved(page: Page, words: Words, rows: Sequence[Moved]) -> Block:
    number = number_width(words, [row.number for row in rows])
    result = 36 * mm
    rest = page.text_width - number - 2 * result
    columns = [
        Column(words("entry_number"), number, "centre"),
        Column(words("entry_and_institution"), rest),
        Column(words("was"), result),
        Column(words("is"), result),
    ]
    cells = [
        [
            Cell(row.number),
            Cell(f"{row.title}\n{row.institution}"),
            *map(_result(words), (row.before, row.now)),
        ]
        for row in rows
    ]
    return ruled.table(page, columns, cells)


def _result(words: Words) -> Callable[[tuple[str, str, str]], Cell]:
    names = (words("place"), words("score"), words("award"))
    return lambda one: Cell("\n".join(f"{name} {said}" for name, said in zip(names, one, strict=True)))


TEXTS: Texts = {
    "correction": ("Berita Acara Perbaikan Hasil Penilaian", "Minutes of correction of the result"),
    "opening": (
        "{day}, bertempat di {venue}, {body} memperbaiki hasil penilaian yang telah difinalkan sebelumnya, "
        "dengan penjelasan sebagai berikut.",
        "{day}, at {venue}, the {body} corrected the result that had been declared final before, as follows.",
    ),
    "why": ("Alasan perbaikan", "Why"),
    "no_reason": ("Alasan tidak dicatat.", "No reason was recorded."),
    "changed": ("Yang berubah", "What changed"),
    "no_change": ("Tidak ada nilai juri yang berubah.", "No juror's score changed."),
    "moved": ("Perbedaan peringkat – {group}", "Differences of rank – {group}"),
    "none_moved": (
        "Peringkat, nilai, dan penghargaan semua peserta tetap sama.",
        "Places, scores and awards of all entries are the same.",
    ),
    "entry_and_institution": ("Judul inovasi dan instansi", "Innovation and institution"),
    "was": ("Semula", "Before"),
    "is": ("Menjadi", "Now"),
    "digest_before": ("Digest hasil semula", "Digest of the former result"),
    "digest_now": ("Digest hasil perbaikan", "Digest of the corrected result"),
    "decree": (
        "Hasil semula tidak berlaku lagi. Keputusan yang telah diterbitkan berdasarkan hasil semula harus "
        "diubah sesuai dengan berita acara ini.",
        "The former result is void. A decree already issued on its basis has to be amended accordingly.",
    ),
    "so_made": (
        "Demikian berita acara ini dibuat dengan sebenarnya{copies} untuk dipergunakan sebagaimana mestinya.",
        "These minutes were truthfully drawn up{copies} to be used as is proper.",
    ),
    "in_copies": (" dalam rangkap {n}", " in {n} copies"),
}
