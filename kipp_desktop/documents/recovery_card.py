"""The organiser's recovery card (Kartu pemulihan panitia): the secrets as a QR code and as lines to type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kipp_desktop.documents import blocks
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.page import Block, Page, compose, draw_qr
from kipp_desktop.documents.typeset import Untyped, mm
from kipp_desktop.documents.words import Language, Words
from kipp_desktop.domain.competition import Paper

QR_SIDE = 58 * mm
LINE_SIZE = 10.5


@dataclass(frozen=True, slots=True)
class RecoveryCard:
    """What stands on the card. `qr` and `lines` hold the secrets, the others tell which."""

    competition: str
    competition_id: str
    fingerprint: str
    seats: tuple[str, ...]
    qr: str
    lines: tuple[str, ...]
    paper: Paper = "f4"
    language: Language = "id"


def recovery_card(card: RecoveryCard) -> bytes:
    """The card as PDF. Same secrets, same bytes."""
    words = Words(card.language)
    page = Page(
        title=f"{words('card')} – {card.competition}",
        paper=card.paper,
        language=card.language,
        initials=False,
    )
    return compose(page, lambda: _story(page, words, card))


def _story(page: Page, words: Words, card: RecoveryCard) -> list[Block]:
    seats = ", ".join(card.seats) or words("card.no_seats")
    facts = [
        blocks.paragraph(words("card.id", id=card.competition_id), "left"),
        blocks.paragraph(words("card.fingerprint", code=card.fingerprint), "left"),
        blocks.paragraph(words("card.seats", seats=seats), "left"),
    ]
    steps = [blocks.paragraph(words(f"card.step{number}"), "left") for number in (1, 2, 3, 4)]
    return [
        *blocks.title_block([words("card")], card.competition),
        ts.Spacer(0, 3 * mm),
        _boxed(
            page,
            [blocks.paragraph(words("card.worth"), "body"), blocks.paragraph(words("card.keep"), "note")],
        ),
        ts.Spacer(0, 5 * mm),
        _beside(page, card.qr, [*facts, ts.Spacer(0, 3 * mm), *_spaced(steps)]),
        blocks.heading(words("card.typed")),
        blocks.paragraph(words("card.how_typed"), "note"),
        ts.Spacer(0, 2 * mm),
        _typed(card.lines),
        ts.Spacer(0, 6 * mm),
        blocks.paragraph(words("card.made"), "left"),
    ]


def _spaced(steps: Sequence[Block]) -> list[Block]:
    return [part for step in steps for part in (step, ts.Spacer(0, 1.5 * mm))]


def _boxed(page: Page, inside: list[Block]) -> Block:
    table = ts.Table([[inside]], colWidths=[page.text_width])
    sides = [(f"{side}PADDING", (0, 0), (-1, -1), 8) for side in ("LEFT", "RIGHT", "BOTTOM")]
    table.setStyle(
        [ts.TABLE_FONT, *sides, ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOX", (0, 0), (-1, -1), 1.2, ts.black)]
    )
    return table


def _beside(page: Page, qr: str, facts: list[Block]) -> Block:
    gap = 6 * mm
    table = ts.Table([[_Qr(qr), facts]], colWidths=[QR_SIDE + gap, page.text_width - QR_SIDE - gap])
    sides = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    table.setStyle([ts.TABLE_FONT, *sides, ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table


def _typed(lines: Sequence[str]) -> Block:
    """The lines one below the other, every second one shaded so that the eye keeps its line."""
    table = ts.Table([[line] for line in lines], hAlign="LEFT")
    shaded = [("BACKGROUND", (0, row), (-1, row), ts.shade(0.93)) for row in range(1, len(lines), 2)]
    table.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), ts.MONO, LINE_SIZE, LINE_SIZE + 3),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            *shaded,
        ]
    )
    return table


class _Qr(ts.Flowable):
    """The QR code in its square."""

    def __init__(self, text: str) -> None:
        ts.Flowable.__init__(self)
        self.text = text
        self.width = self.height = QR_SIDE

    def draw(self) -> None:
        """Draw the dark squares."""
        canvas: Untyped = self.canv
        canvas.setFillColor(ts.black)
        draw_qr(canvas, self.text, 0, 0, QR_SIDE)
