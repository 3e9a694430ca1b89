"""One page of entries × criteria for a juror: filled in, to sign before leaving; or blank."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.recap import TEXTS as RECAP_TEXTS
from kipp_desktop.documents.recap import RecapTable, recap_table
from kipp_desktop.documents.score_sheets import juror_facts
from kipp_desktop.documents.signing import Signature, ended, officials_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words

QR_SIDE = 20 * mm
BOX_HEIGHT = 11 * mm  # room for a hand-written number


@dataclass(frozen=True, slots=True)
class JurorGrid:
    """One juror's grid. `code` is what the QR code of a blank grid holds; `scale` says what may be given."""

    imprint: Imprint
    stage: str
    juror: str
    name: str
    institution: str
    table: RecapTable
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

    def story() -> list[Block]:
        built: list[Block] = []
        for position, grid in enumerate(grids):
            built += [ts.PageBreak()] if position else []
            built += _of_juror(page, words, grid)
        return built

    return compose(page, story)


def _of_juror(page: Page, words: Words, grid: JurorGrid) -> list[Block]:
    title = words("blank_sheet" if grid.blank else "grid")
    story: list[Block] = list(blocks.title_block([title, grid.imprint.competition]))
    story.append(_head(page, words, grid))
    story.append(ts.Spacer(0, 3 * mm))
    if not grid.table.rows:
        story.append(blocks.paragraph(words("nobody")))
    else:
        story.append(recap_table(page, words, grid.table, BOX_HEIGHT if grid.blank else 0))
    notes = [words("how_to_fill")] if grid.blank else [words("checked")]
    notes += [words("typed_by", name=grid.typed_by)] if grid.typed_by else []
    notes += [words("paper_star")] if grid.starred else []
    story += [blocks.paragraph(note, "note") for note in notes]
    signer = Signature(words("juror"), grid.name)
    return ended(page, story, officials_block(page, grid.imprint.dated, signer))


def _head(page: Page, words: Words, grid: JurorGrid) -> Block:
    facts = [juror_facts(page, words, grid.stage, grid.juror, grid.name, grid.institution)]
    facts += [blocks.paragraph(grid.scale, "note")] if grid.scale else []
    if not grid.code:
        return blocks.beside([(facts, page.text_width)])
    return blocks.beside([(facts, page.text_width - QR_SIDE), (blocks.Qr(grid.code, QR_SIDE), QR_SIDE)])


TEXTS: Texts = {
    **RECAP_TEXTS,
    "blank_sheet": ("Lembar penilaian (diisi tangan)", "Score sheet (to fill in by hand)"),
    "grid": ("Nilai juri dalam satu lembar", "A juror's scores on one sheet"),
    "how_to_fill": (
        "Tulis angka dengan jelas di dalam kotak. Kotak yang dikosongkan berarti belum dinilai, bukan "
        "nol. Bila tidak menilai seorang peserta, coret barisnya dan tulis alasannya. Koreksi: coret, "
        "tulis ulang, paraf.",
        "Write figures clearly inside the boxes. An empty box means not scored, not zero. To leave out an "
        "entry, cross out its row and write why. To correct: cross out, write anew, initial.",
    ),
    "checked": (
        "Saya telah memeriksa nilai di atas; nilai itu adalah penilaian saya sendiri.",
        "I have checked the scores above; they are my own judgement.",
    ),
    "typed_by": ("Diketik oleh {name}.", "Typed by {name}."),
}
