"""Every document of the list: on every paper, in both languages, crowded and empty; no text on another's."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import cycle
from typing import Any

import pypdf
import pytest

from kipp_desktop.documents import AVAILABLE, INDONESIAN_ONLY
from kipp_desktop.domain.errors import UserError
from kipp_desktop.sentences import sentence
from kipp_desktop.services import (
    assisting,
    deciding,
    exporting,
    issuing,
    merging,
    paper,
    printing,
    setting_up,
)
from kipp_desktop.services.drafting.source import Wanted
from tests.conftest import CRITERIA, score_all
from tests.unit import paper_events
from tests.unit.paper_events import LETTERS, LONG, crowded, empty
from tests.unit.paper_geometry import above, faults, flat, pages_of, pieces_of
from tests.unit.paper_golden import paper as golden_paper
from tests.unit.paper_scanner import scanned

PAPERS = ("f4", "folio", "a4")
OTHERS = ("slip", "kartu-pemulihan")  # they have tests of their own
DOCUMENTS = tuple(name for name in AVAILABLE if name not in OTHERS)
SIGNED = tuple(one for one in DOCUMENTS if one not in ("naskah", "lampiran-verifikasi", "jadwal"))
ON_DAY = {"day": "2024-10-24", "number": "100.3.3.2/41/2024"}
ONE = {"jawaban-keberatan": "002", "survei": "003", "umpan-balik": "002"}  # document → entry
OF_ONE_JUROR = ("lembar-juri", "grid-juri", "lembar-kosong")


@pytest.fixture(scope="module")
def ramai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """60 entries × 9 jurors × 10 criteria, finalised twice, every name 120 signs long."""
    master = crowded(tmp_path_factory.mktemp("ramai"))
    yield master
    master.close()


@pytest.fixture(scope="module")
def berdua(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Three entries and one juror."""
    master = crowded(tmp_path_factory.mktemp("berdua"), entries=3, jurors=1)
    yield master
    master.close()


def printed(master: Any, document: str, paper: str = "f4", language: str = "id", **more: Any) -> bytes:
    """A document with day and number, of one entry or juror where a whole set would only be long."""
    juror = "J-01" if document in OF_ONE_JUROR else None
    wanted = Wanted(
        document, paper=paper, language=language, entry=ONE.get(document), juror=juror,
        given=ON_DAY, **more,
    )  # type: ignore[arg-type]  # fmt: skip
    return printing.pdf(master, wanted)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_sixty_entries_and_nine_jurors_with_long_names_print_on_every_sheet(
    ramai: Any, document: str
) -> None:
    paper = dict(zip(DOCUMENTS, cycle(PAPERS), strict=False))[document]
    data = printed(ramai, document, paper)
    assert list(faults(data)) == []
    for page in pages_of(data):
        assert len(page.split()) > 12, "a page with next to nothing on it"
    if document in SIGNED:
        by_hand = document in ("grid-juri", "lembar-kosong")
        found = above(data, "Tanda tangan: …" if by_hand else "Contoh, 24 Oktober 2024")
        assert found, "no place to sign"
        assert all(len(pieces) >= 2 for pieces in found), "nobody signs a page on which nothing stands"


@pytest.mark.parametrize("document", [one for one in DOCUMENTS if one not in INDONESIAN_ONLY])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_small_competition_prints_on_every_paper_in_english(berdua: Any, document: str, paper: str) -> None:
    data = printed(berdua, document, paper, "en")
    assert list(faults(data)) == []
    assert pypdf.PdfReader(BytesIO(data)).trailer["/Root"]["/Lang"] == "en"


@pytest.mark.parametrize("document", sorted(INDONESIAN_ONLY))
def test_what_no_juror_signs_is_refused_in_english(berdua: Any, document: str) -> None:
    with pytest.raises(UserError, match=r"print\.only_indonesian"):
        printed(berdua, document, language="en")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_empty_competition_prints_or_says_why_not(tmp_path: Any, document: str) -> None:
    master = empty(tmp_path)
    try:
        data = printing.pdf(master, Wanted(document, given=ON_DAY))
    except UserError as error:
        assert error.code in (
            "rank.nothing", "rank.shut", "package.none", "print.no_jurors", "print.entry_needed",
            "correction.nothing",
        )  # fmt: skip
    else:
        assert list(faults(data)) == []
    finally:
        master.close()


def test_nobody_without_an_award_gets_a_framed_empty_certificate(scored: Any) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    assert "PIAGAM PENGHARGAAN" in flat(printing.pdf(master, Wanted("piagam", entry="01")))
    deciding.take_out(master, "01", "withdrawn", "Mundur")
    with pytest.raises(UserError, match=r"print\.no_award") as refused:
        printing.pdf(master, Wanted("piagam", entry="01"))
    for language, said in (("id", "tidak menerima penghargaan"), ("en", "has no award")):
        assert said in sentence(refused.value, language)


def test_the_line_for_who_is_absent_stays_on_one_line(berdua: Any) -> None:
    for sheet, language in ((sheet, language) for sheet in PAPERS for language in ("id", "en")):
        for page in pages_of(printed(berdua, "berita-acara", sheet, language)):
            assert "…" not in [line.strip()[:1] for line in page.splitlines()]


def test_names_print_whole_with_all_their_letters(berdua: Any) -> None:
    for document in ("berita-acara", "rekapitulasi", "lembar-juri", "jadwal", "piagam"):
        text = flat(printed(berdua, document))
        assert paper_events._name(LONG, 1) in text.replace("“", "")
        assert all(letter in text.casefold() for letter in LETTERS)


def test_the_minutes_say_when_where_who_and_what_was_decided(ramai: Any) -> None:
    text = flat(printed(ramai, "berita-acara"))
    for expected in (
        "Nomor: 100.3.3.2/41/2024",
        "Pada hari ini Kamis tanggal dua puluh empat bulan Oktober tahun dua ribu dua puluh empat",
        "bertempat di Ruang Rapat Utama",
        "yang ditetapkan dengan Keputusan Bupati Contoh Nomor 100.3.3.2/412/2024",
        "60 (enam puluh) peserta",
        "9 (sembilan) dari 9 (sembilan) orang",
        "Sudah berjalan dua tahun lebih",
        "Peringkat tidak dibuka sebelum penerimaan nilai ditutup.",
        "dalam rangkap 3 (tiga)",
        "Ketua merangkap anggota",
        "Tidak hadir atau tidak bersedia menandatangani",
        "Mengetahui,",
        "NIP 1968",
    ):
        assert expected in text


def test_the_head_of_a_table_stands_on_each_of_its_pages(ramai: Any) -> None:
    pages = pages_of(printed(ramai, "peringkat"))
    assert len(pages) > 5
    assert all("Judul inovasi" in page for page in pages if "SIMPATI" in page)


def test_a_correction_shows_the_places_that_differ_and_says_a_decree_has_to_be_amended(berdua: Any) -> None:
    text = flat(printed(berdua, "perbaikan"))
    assert "Semula" in text and "Menjadi" in text
    assert "harus diubah sesuai dengan berita acara ini" in text
    assert "Sudah berjalan dua tahun lebih" in text
    assert text.count("Digest hasil") == 2


def test_without_an_earlier_final_result_there_is_nothing_to_correct(scored: Any) -> None:
    with pytest.raises(UserError, match=r"correction\.nothing"):
        printing.pdf(scored.master(), Wanted("perbaikan"))


def test_the_same_document_of_the_same_result_has_the_same_bytes(berdua: Any) -> None:
    blank = [printed(berdua, "lembar-kosong") for _ in range(2)]
    assert blank[0] == blank[1]


def test_a_document_is_logged_with_what_it_was_made_from(berdua: Any) -> None:
    printed(berdua, "umpan-balik")
    with berdua.store.begin() as tx:
        last = tx.log.events(["printed"])[-1]
    assert last.data["document"] == "umpan-balik" and last.data["entry"] == "002"
    assert len(last.data["result"]) == 64


@pytest.mark.parametrize("document", ["berita-acara", "lampiran-verifikasi", "peringkat", "rekapitulasi"])
def test_a_scanner_reads_the_checkpoint_from_the_paper(berdua: Any, document: str) -> None:
    with berdua.store.begin() as tx:
        size = tx.log.head()[0]
    data = printed(berdua, document, "a4")
    codes = scanned(data)
    assert codes and len(set(codes)) == 1
    kind, competition, logged, *digests = codes[0].split(":")
    assert (kind, len(digests)) == ("KIPP1", 4)
    with berdua.store.begin() as tx:
        assert competition == tx.settings()["id"]
    assert int(logged) == size, "the checkpoint stood before the print's own event"


def test_the_annex_prints_every_digest_in_sixteen_groups(berdua: Any) -> None:
    text = flat(printed(berdua, "lampiran-verifikasi"))
    with berdua.store.begin() as tx:
        digests = [*tx.payload_digests(), tx.packages()[-1].digest]
    for digest in digests:
        groups = [digest[start : start + 4] for start in range(0, 64, 4)]
        assert " ".join(groups) in text


def test_a_blank_sheet_says_to_a_scanner_whose_it_is(berdua: Any) -> None:
    codes = scanned(printed(berdua, "lembar-kosong"))
    assert [code.split(":")[0::2] for code in codes] == [["KIPPL1", "final", "1"]]
    assert codes[0].split(":")[3] == "J-01"


def test_a_long_document_tells_of_each_page_and_can_be_stopped(ramai: Any) -> None:
    turned: list[int] = []
    data = printing.pdf(ramai, Wanted("peringkat"), turned.append)
    assert turned == list(range(1, len(pages_of(data)) + 1))

    def stop(page: int) -> None:
        if page == 3:
            raise KeyboardInterrupt

    with ramai.store.begin() as tx:
        before = tx.log.head()
    with pytest.raises(KeyboardInterrupt):
        printing.pdf(ramai, Wanted("peringkat"), stop)
    with ramai.store.begin() as tx:
        assert tx.log.head() == before


def test_sheets_from_paper_are_starred_and_named_with_who_keyed_them(scored: Any) -> None:
    master = scored.master()
    merging.apply(master, [scored.file(juror) for juror in ("J-01", "J-02")])
    place = ("J-03", "final", "01")
    typed = dict.fromkeys(CRITERIA, "70")
    for operator in ("Rina Kusumawati", "Bambang Suryanto"):
        paper.key_in(master, place, operator, typed)
    minutes = flat(printing.pdf(master, Wanted("berita-acara", given=ON_DAY)))
    assert "Lembar juri J-03 Juri J-03 untuk peserta 01 dari kertas, diketik Rina Kusumawati dan" in minutes
    assert "SEMENTARA 1" in minutes and "3/5*" in minutes
    sheet = flat(printing.pdf(master, Wanted("lembar-juri", juror="J-03", given=ON_DAY)))
    assert "01 * – Inovasi 01" in sheet and "* Nilai dari lembar kertas yang diketik dua kali" in sheet
    assert "70,00*" in flat(printing.pdf(master, Wanted("rekapitulasi", given=ON_DAY)))
    annex = flat(printing.pdf(master, Wanted("lampiran-verifikasi", given=ON_DAY)))
    assert "kertas 01" in annex and "5 / 0" in annex


def test_what_an_assistant_typed_is_said_on_every_paper_that_shows_it(issued: Any) -> None:
    master, desk = issued.master(), issued.desk("J-01")
    assisting.begin(desk, "Dewi Lestari")
    score_all(desk)
    file = exporting.finish(desk, issued.folder / "diketik.nilai").path
    merging.apply(master, [file])
    said = {
        "lembar-juri": "diketik oleh Dewi Lestari dan telah saya periksa",
        "grid-juri": "Diketik oleh Dewi Lestari.",
        "berita-acara": "Nilai juri J-01 Juri J-01 diketik oleh Dewi Lestari",
        "lampiran-verifikasi": "Diketik oleh pendamping: J-01 (Dewi Lestari)",
    }
    for document, words in said.items():
        juror = "J-01" if document.endswith("juri") else None
        assert words in flat(printing.pdf(master, Wanted(document, juror=juror, given=ON_DAY))), document


def test_every_provisional_print_has_a_number_of_its_own(scored: Any) -> None:
    master = scored.master()
    merging.apply(master, [scored.file("J-01")])
    numbers = [flat(printing.pdf(master, Wanted("rekapitulasi"))).count(f"SEMENTARA {n}") for n in (1, 2)]
    assert all(numbers)


def test_all_sheets_at_once_are_as_shut_as_the_ranking_and_one_jurors_own_are_not(scored: Any) -> None:
    master = scored.master()
    setting_up.change_settings(master, {"ranking_visible": "after_close"})
    issuing.issue(master, scored.folder)
    merging.apply(master, [scored.file("J-01")])
    for document in ("lembar-juri", "grid-juri", "rekapitulasi", "berita-acara", "pengumuman"):
        with pytest.raises(UserError, match=r"rank\.shut"):
            printing.pdf(master, Wanted(document))
    assert "Inovasi 01" in flat(printing.pdf(master, Wanted("lembar-juri", juror="J-01")))


def test_the_minutes_of_a_gate_say_who_passed_and_why_not(tmp_path: Any) -> None:
    text = flat(golden_paper("berita-acara", tmp_path, stage="administrasi"))
    assert "TAHAP SELEKSI ADMINISTRASI" in text and "Berkas pendukung belum lengkap" in text
    assert text.count("Tidak lulus") == 9 and "24 (dua puluh empat)" in text


@pytest.mark.parametrize("sheet", PAPERS)
def test_a_certificate_fills_its_frame_and_stays_one_page(scored: Any, berdua: Any, sheet: str) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    (page,) = pypdf.PdfReader(BytesIO(printing.pdf(master, Wanted("piagam", entry="01", paper=sheet)))).pages  # type: ignore[arg-type]
    lowest = min(piece.low for piece in pieces_of(page))
    assert lowest < float(page.mediabox.height) * 0.3, "the lower third does not stay empty"
    assert len(pages_of(printed(berdua, "piagam", sheet))) == 3, "long names: a page each all the same"
