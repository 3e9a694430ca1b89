from io import BytesIO

import pypdf
import pytest

from kipp_desktop.documents import AVAILABLE, INDONESIAN_ONLY
from kipp_desktop.documents.slips import Slip, Slips, slips

TITLE = "Kompetisi Inovasi Pelayanan Publik Kabupaten Contoh Tahun 2024"


def many(count, qr=""):
    return tuple(
        Slip(f"J-{number:02d}", f"Juri Nomor {number}", "K7QM-2XRD-C", "Dosen", "Universitas Contoh", qr)
        for number in range(1, count + 1)
    )


def texts(data):
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def test_a_slip_says_whose_it_is_and_what_to_do():
    text = texts(slips(Slips(TITLE, many(1))))[0]
    for expected in (
        TITLE,
        "Juri Nomor 1",
        "Juri J-01 · Dosen, Universitas Contoh",
        "K7QM-2XRD-C",
        "ketik kode ini",
        "Rahasia",
    ):
        assert expected in text


@pytest.mark.parametrize(("paper", "per_page"), [("f4", 6), ("folio", 6), ("a4", 5)])
def test_as_many_slips_as_fit_stand_on_a_page(paper, per_page):
    pages = texts(slips(Slips(TITLE, many(13, "kode"), paper)))
    assert [text.count("K7QM-2XRD-C") for text in pages][:-1] == [per_page] * (13 // per_page)
    assert sum(text.count("K7QM-2XRD-C") for text in pages) == 13


def test_the_longest_names_fit_their_slip():
    name = "Prof. Dr. H. Muhammad Abdurrahman Wahid Jaʼfar Şirin Núñez, S.H., M.Hum., Ph.D. " * 3
    slip = Slip("J-01", name.strip(), "K7QM-2XRD-C", "Kepala Pusat " * 8, "Badan Perencanaan " * 8, "kode")
    text = texts(slips(Slips(TITLE * 3, (slip,))))[0]
    assert name.strip() in " ".join(text.split())


def test_a_spare_seat_leaves_a_line_for_the_name():
    assert "…………" in texts(slips(Slips(TITLE, (Slip("J-91", "", "AAAA-BBBB-C"),))))[0]


def test_no_jurors_is_said():
    assert "Belum ada juri" in texts(slips(Slips(TITLE, ())))[0]


def test_same_slips_same_bytes():
    assert slips(Slips(TITLE, many(7, "x"), language="en")) == slips(
        Slips(TITLE, many(7, "x"), language="en")
    )


def test_slips_and_cards_are_among_the_documents_in_both_languages():
    assert {"peringkat", "slip", "kartu-pemulihan"} <= set(AVAILABLE) - INDONESIAN_ONLY
