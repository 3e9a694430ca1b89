"""Slips with the jurors' activation codes (Slip kode aktivasi), to cut apart and hand over."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.page import Block, Page, compose, draw_qr, handout
from kipp_desktop.documents.typeset import Untyped, mm
from kipp_desktop.documents.words import Language, Texts, Words
from kipp_desktop.domain.competition import Paper

HEIGHT = 45.5 * mm  # six on F4 and Folio, five on A4
PADDING = 3.5 * mm
QR_SIDE = 24 * mm
CODE_SIZE = 28.0


@dataclass(frozen=True, slots=True)
class Slip:
    """One juror's slip. `qr` is what a QR code beside the code holds; empty: no QR code."""

    juror: str
    name: str
    code: str
    title: str = ""
    institution: str = ""
    qr: str = ""


@dataclass(frozen=True, slots=True)
class Slips:
    """All slips of an issue."""

    competition: str
    slips: tuple[Slip, ...]
    paper: Paper = "f4"
    language: Language = "id"


def slips(issue: Slips) -> bytes:
    """The slips as PDF, with dashed lines to cut along. Same slips, same bytes."""
    words = Words(issue.language, TEXTS)
    page = handout(words("slip"), issue.competition, issue.paper, issue.language, footer=False)
    return compose(page, lambda: _story(page, words, issue))


def _story(page: Page, words: Words, issue: Slips) -> list[Block]:
    if not issue.slips:
        return [blocks.paragraph(words("slip.nobody"))]
    return [_SlipBlock(page, words, issue.competition, slip) for slip in issue.slips]


class _SlipBlock(ts.Flowable):
    """One slip as wide as the text and as high as its texts need, with the lines to cut along."""

    def __init__(self, page: Page, words: Words, competition: str, slip: Slip) -> None:
        ts.Flowable.__init__(self)
        self.slip = slip
        self.width = page.text_width
        self.inner = self.width - 2 * PADDING
        self.beside = self.inner - (QR_SIDE + 4 * mm if slip.qr else 0)
        self.head = blocks.beside(
            [
                (blocks.paragraph(competition, "slip_small"), self.inner * 0.68),
                (blocks.paragraph(words("slip.secret"), "slip_side"), self.inner * 0.32),
            ]
        )
        who = ", ".join(part for part in (slip.title, slip.institution) if part)
        juror = words("slip.juror", juror=slip.juror)
        self.above = [
            blocks.paragraph(slip.name or words("nameless"), "slip_name"),
            blocks.paragraph(f"{juror} · {who}" if who else juror, "slip_small"),
        ]
        self.below = blocks.paragraph(words("slip.instruction"), "slip_small")

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how much room the slip takes."""
        texts = self.head.wrap(self.inner, 1000)[1] + self.below.wrap(self.beside, 1000)[1]
        texts += sum(block.wrap(self.beside, 1000)[1] for block in self.above)
        self.height = max(HEIGHT, texts + CODE_SIZE + 6.5 * mm + 2 * PADDING)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the slip from its upper edge down, the instruction at its lower edge."""
        canvas: Untyped = self.canv
        _cut_lines(canvas, self.width, self.height)
        down = self.height - PADDING
        down -= self.head.wrap(self.inner, 1000)[1]
        self.head.drawOn(canvas, PADDING, down)
        down -= 2 * mm
        for block in self.above:
            down -= block.wrap(self.beside, 1000)[1]
            block.drawOn(canvas, PADDING, down)
        low = PADDING + self.below.wrap(self.beside, 1000)[1]
        self.below.drawOn(canvas, PADDING, PADDING)
        canvas.setFillColor(ts.black)
        canvas.setFont(ts.MONO_BOLD, CODE_SIZE)
        canvas.drawString(PADDING, low + (down - low) / 2 - CODE_SIZE * 0.31, self.slip.code)
        if self.slip.qr:
            draw_qr(canvas, self.slip.qr, self.width - PADDING - QR_SIDE, PADDING, QR_SIDE)


def _cut_lines(canvas: Untyped, width: float, height: float) -> None:
    canvas.saveState()
    canvas.setDash(3, 3)
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(ts.shade(0.35))
    for down in (0, height):  # both from the left: where slips touch, the dashes of one lie on the other's
        canvas.line(0, down, width, down)
    for left in (0, width):
        canvas.line(left, 0, left, height)
    canvas.restoreState()


TEXTS: Texts = {
    "slip": ("Slip kode aktivasi juri", "Juror's activation code"),
    "slip.juror": ("Juri {juror}", "Juror {juror}"),
    "slip.secret": ("Rahasia – hanya untuk juri ini", "Secret – for this juror only"),
    "slip.instruction": (
        "Buka berkas paket dengan KIPP Desktop di laptop Anda, pilih nama Anda, lalu ketik kode ini. "
        "Simpan slip ini sampai penilaian selesai dan jangan perlihatkan kepada orang lain.",
        "Open the package file with KIPP Desktop on your laptop, choose your name and type this code. "
        "Keep this slip until the assessment is over and show it to nobody.",
    ),
    "slip.nobody": ("Belum ada juri dalam kompetisi ini.", "There are no jurors in this competition yet."),
}
