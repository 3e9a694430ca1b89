"""The recovery card on paper: a scanner reads the QR code, a person the lines, and both give the key back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from kipp_desktop.documents.recovery_card import RecoveryCard, recovery_card
from kipp_desktop.exchange import activation, key_card
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.services import keys, printing
from tests.conftest import ReadyEvent
from tests.unit.paper_scanner import scanned


def card_of(seats: int, paper: str = "f4", language: str = "id") -> tuple[OrganiserKey, RecoveryCard]:
    key = OrganiserKey.generate("01JABCDEFGHJKMNPQRSTVWXYZ0")
    for seat in range(1, seats + 1):
        key = key.with_code(f"J-{seat:02d}", activation.new_code())
    lines = tuple(key_card.lines(key))
    seats_named = tuple(sorted(key.codes))
    return key, RecoveryCard(
        "Kompetisi Inovasi Pelayanan Publik Kabupaten Contoh Tahun 2024",
        *(key.competition, "BDAKC-5B4BV", seats_named, key_card.one_string(key), lines),
        *(paper, language),  # type: ignore[arg-type]
    )


def typed(data: bytes) -> str:
    """The numbered lines as they stand on the pages."""
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)
    lines = [line.strip() for line in text.splitlines()]
    return "\n".join(line for line in lines if line[:2].isdigit() and line[2:3] == " ")


@pytest.mark.parametrize(("seats", "paper"), [(0, "a4"), (7, "f4"), (22, "a4"), (60, "folio")])
def test_the_printed_card_gives_the_key_back(qapp: object, seats: int, paper: str) -> None:
    key, card = card_of(seats, paper)
    data = recovery_card(card)
    (qr,) = scanned(data)
    for text in (qr, typed(data)):
        back = key_card.read(text)
        assert (back.signing, back.identities, back.codes) == (key.signing, key.identities, key.codes)


@pytest.mark.parametrize(
    ("language", "words"), [("id", ("RAHASIA", "membaca semua nilai")), ("en", ("SECRET",))]
)
def test_the_card_says_what_it_is_worth_to_a_thief(language: str, words: tuple[str, ...]) -> None:
    text = pypdf.PdfReader(BytesIO(recovery_card(card_of(7, language=language)[1]))).pages[0].extract_text()
    assert all(word in " ".join(text.split()) for word in words)


def test_a_usual_card_is_one_page_and_always_the_same() -> None:
    _, card = card_of(9, "a4")
    assert len(pypdf.PdfReader(BytesIO(recovery_card(card))).pages) == 1
    assert recovery_card(card) == recovery_card(card)


def test_the_card_of_a_master_restores_its_key(issued: ReadyEvent, qapp: object) -> None:
    master = issued.master()
    (qr,) = scanned(printing.pdf(master, printing.Wanted("kartu-pemulihan")))
    assert keys.status(master).copied
    scan = Path(issued.folder / "pindaian.txt")
    scan.write_text(qr + "\n", encoding="utf-8")
    master.key_path.unlink()
    assert keys.restore(master, scan) == ()
    assert master.key().codes == issued.codes
