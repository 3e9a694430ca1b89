"""One page of entries × criteria for a juror: filled in, to sign before leaving; or blank."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.recap import TEXTS as RECAP_TEXTS
from kipp_desktop.documents.recap import RecapTable, recap_table
from kipp_desktop.documents.signing import ended
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words

QR_SIDE = 15 * mm


@dataclass(frozen=True, slots=True)
class JurorGrid:
    """One juror's grid. `code` is what the QR code of a blank grid holds; `scale` says what may be given."""

    imprint: Imprint
    stage: str
    juror: str
    name: str
    institution: str
    tables: tuple[RecapTable, ...]
    blank: bool
    code: str = ""
    scale: str = ""
    typed_by: str = ""
    starred: bool = False


def score_grid(grids: tuple[JurorGrid, ...]) -> bytes:
    """The grids of at least one juror as PDF, landscape. Same facts, same bytes."""
    first = grids[0]
    words = first.imprint.words(TEXTS)
    title = words("blank_sheet" if first.blank else "grid")
    page = first.imprint.page(f"{title} – {first.stage}", landscape=True)

    return compose(page, lambda: blocks.paged(_of_juror(page, words, one) for one in grids))


def _of_juror(page: Page, words: Words, grid: JurorGrid) -> list[Block]:
    story: list[Block] = [_head(page, words, grid), ts.Spacer(0, 2 * mm)]
    if not grid.tables:
        story.append(blocks.paragraph(words("nobody")))
    for one in grid.tables:
        story += [blocks.heading(one.heading)] if len(grid.tables) > 1 else []
        story.append(recap_table(page, words, one))
    notes = [words("how_to_fill")] if grid.blank else [words("checked")]
    notes += [words("typed_by", name=grid.typed_by)] if grid.typed_by else []
    notes += [words("paper_star")] if grid.starred else []
    story += [blocks.paragraph(note, "note") for note in notes]
    signed = words("signed", dated=grid.imprint.dated, name=grid.name or words("nameless"))
    return ended(page, story, [ts.Spacer(0, 6 * mm), blocks.paragraph(signed, "right_line")])


def _head(page: Page, words: Words, grid: JurorGrid) -> Block:
    """Title and who judges what, in as few lines as can be, so that a final fits one page."""
    title = words("blank_sheet" if grid.blank else "grid")
    juror = f"{grid.juror} – {grid.name}" if grid.name else grid.juror
    who = [words("juror_line", juror=juror), grid.institution, grid.stage]
    head = [
        blocks.heading(f"{title} – {grid.imprint.competition}", "grid_title", 0, f"{title} – {juror}"),
        blocks.paragraph(" · ".join(part for part in who if part), "fact"),
        *([blocks.paragraph(grid.scale, "left")] if grid.scale else []),
    ]
    if not grid.code:
        return blocks.beside([(head, page.text_width)])
    return blocks.beside([(head, page.text_width - QR_SIDE), (blocks.Qr(grid.code, QR_SIDE), QR_SIDE)])


TEXTS: Texts = {
    **RECAP_TEXTS,
    "blank_sheet": ("Lembar penilaian (diisi tangan)", "Score sheet (to fill in by hand)"),
    "grid": ("Nilai juri dalam satu lembar", "A juror's scores on one sheet"),
    "how_to_fill": (
        "Kotak kosong berarti belum dinilai, bukan nol. Tidak menilai: coret barisnya dan tulis alasannya. "
        "Koreksi: coret, tulis ulang, paraf.",
        "An empty box means not scored, not zero. Not judging: cross out the row and write why. To correct: "
        "cross out, write anew, initial.",
    ),
    "juror_line": ("Juri {juror}", "Juror {juror}"),
    "signed": (
        "{dated}  ·  Juri: {name}  ·  Tanda tangan: ……………………………………",
        "{dated}  ·  Juror: {name}  ·  Signature: ……………………………………",
    ),
    "checked": (
        "Saya telah memeriksa nilai di atas; nilai itu adalah penilaian saya sendiri.",
        "I have checked the scores above; they are my own judgement.",
    ),
    "typed_by": ("Diketik oleh {name}.", "Typed by {name}."),
}
