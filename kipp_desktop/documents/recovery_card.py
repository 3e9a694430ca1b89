"""The organiser's recovery card (Kartu pemulihan panitia): the secrets as a QR code and as lines to type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kipp_desktop.documents import blocks
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.page import Block, Page, compose, handout
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Language, Texts, Words
from kipp_desktop.domain.competition import Paper

QR_SIDE, GAP = 58 * mm, 6 * mm
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
    words = Words(card.language, TEXTS)
    page = handout(words("card"), card.competition, card.paper, card.language, footer=True)
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
        *blocks.title_block([words("card")], [card.competition]),
        ts.Spacer(0, 3 * mm),
        _boxed(
            page,
            [blocks.paragraph(words("card.worth"), "body"), blocks.paragraph(words("card.keep"), "note")],
        ),
        ts.Spacer(0, 5 * mm),
        blocks.beside(
            [
                (blocks.Qr(card.qr, QR_SIDE), QR_SIDE + GAP),
                ([*facts, ts.Spacer(0, 3 * mm), *_spaced(steps)], page.text_width - QR_SIDE - GAP),
            ]
        ),
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


TEXTS: Texts = {
    "card": ("Kartu pemulihan panitia", "Organiser's recovery card"),
    "card.worth": (
        "RAHASIA. Kartu ini adalah kunci panitia itu sendiri, tanpa frasa sandi. Siapa pun yang memegangnya "
        "dapat membaca semua nilai, menerbitkan paket, dan menandatangani tanda terima serta hasil atas nama "
        "panitia. Nilai yang sudah ditandatangani laptop juri tetap tidak dapat diubahnya.",
        "SECRET. This card is the organiser's key itself, without a passphrase. Whoever holds it can read "
        "every score, issue packages, and sign receipts and results in the organiser's name. Scores that "
        "jurors' laptops have signed can't be changed with it.",
    ),
    "card.keep": (
        "Simpan dalam amplop tertutup di tempat terkunci, terpisah dari laptop dan flashdisk panitia. "
        "Jangan difoto dan jangan dikirim. Bila hilang: ganti kunci, terbitkan paket baru, cetak kartu baru.",
        "Keep it in a sealed envelope under lock, apart from the organiser's laptop and stick. Don't "
        "photograph or send it. If it is lost: renew the key, issue a new package, print a new card.",
    ),
    "card.id": ("Kompetisi: {id}", "Competition: {id}"),
    "card.fingerprint": ("Kode kunci: {code}", "Code of the key: {code}"),
    "card.seats": ("Memuat kode kursi: {seats}", "Holds the codes of seats: {seats}"),
    "card.no_seats": ("belum ada", "none yet"),
    "card.step1": (
        "1. Buka salinan induk atau cadangannya dengan KIPP Desktop.",
        "1. Open the master or its backup with KIPP Desktop.",
    ),
    "card.step2": (
        "2. Pilih Kompetisi › Kunci panitia, lalu Pulihkan.",
        "2. Choose Competition › Organiser's key, then Restore.",
    ),
    "card.step3": (
        "3. Pindai kode QR dengan pembaca yang tidak memakai internet, atau ketik barisnya.",
        "3. Scan the QR code with a reader that uses no internet, or type the lines.",
    ),
    "card.step4": (
        "4. Coba sekali sebelum hari penilaian. Mencoba tidak mengganti apa pun.",
        "4. Try it once before the day. Trying replaces nothing.",
    ),
    "card.typed": ("Kunci dalam tulisan", "The key in writing"),
    "card.how_typed": (
        "Ketik setiap baris lengkap dengan nomor di depan dan dua tanda pemeriksa di ujungnya. Huruf besar "
        "atau kecil dan spasi tidak penting; O dibaca 0, I dan L dibaca 1. Baris yang salah disebutkan.",
        "Type every line with the number before it and the two check signs at its end. Case and spaces don't "
        "matter; O is read as 0, I and L as 1. A mistyped line is named by its number.",
    ),
    "card.made": (
        "Dicetak ………………………   Disimpan oleh …………………………………   Dicoba ………………………",
        "Printed ………………………   Kept by …………………………………   Tried ………………………",
    ),
}
