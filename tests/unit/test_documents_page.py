import base64
import struct
import zlib
from io import BytesIO

import pypdf
import pytest

from kipp_desktop.documents import blocks
from kipp_desktop.documents.page import CheckCode, Page, compose
from kipp_desktop.documents.ruled import Bar, Cell, Column, table
from kipp_desktop.documents.signing import Signature, WithEnding, signing_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.domain.competition import PAPER_MM
from kipp_desktop.domain.errors import UserError

DIGEST = "9f3c51ab77de0c12" * 4
CODE = CheckCode("kipp-checkpoint/1 01J 41 " + DIGEST, DIGEST, 2, 41)


def rows(count, text="Sistem Pelayanan Terpadu"):
    return [[Cell(f"{number}"), Cell(f"{text} {number}")] for number in range(1, count + 1)]


def columns(page):
    return [Column("No.", 20 * mm, "centre"), Column("Judul inovasi", page.text_width - 20 * mm)]


def read(data):
    return pypdf.PdfReader(BytesIO(data))


def texts(data):
    return [page.extract_text() for page in read(data).pages]


def png(width=40, height=50, header_width=None):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    lines = b"".join(b"\0" + b"\x10\x70\x70" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", header_width or width, height, 8, 2, 0, 0, 0)
    data = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )
    return base64.b64encode(data).decode()


@pytest.mark.parametrize("paper", PAPER_MM)
@pytest.mark.parametrize("landscape", [False, True])
def test_pages_have_the_size_of_their_paper(paper, landscape):
    page = Page("Uji", paper, landscape=landscape)
    box = read(compose(page, lambda: [blocks.paragraph("Isi")])).pages[0].mediabox
    expected = PAPER_MM[paper][::-1] if landscape else PAPER_MM[paper]
    assert (float(box.width) / mm, float(box.height) / mm) == pytest.approx(expected, abs=0.01)


def test_the_file_says_its_title_author_and_language():
    reader = read(
        compose(
            Page("Peringkat – Final", author="Dewan Juri", language="id"), lambda: [blocks.heading("Satu")]
        )
    )
    assert reader.metadata.title == "Peringkat – Final"
    assert reader.metadata.author == "Dewan Juri"
    assert reader.trailer["/Root"]["/Lang"] == "id"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_same_page_and_story_give_the_same_bytes():
    page = Page("Uji", code=CODE, status="FINAL", watermark="CONTOH")

    def story():
        return [
            *blocks.letterhead(("PEMERINTAH KABUPATEN", "Jalan"), png(), page.text_width),
            table(page, columns(page), rows(90)),
        ]

    assert compose(page, story) == compose(page, story)


def test_every_font_is_embedded():
    page = Page("Uji", code=CODE, watermark="CONTOH")

    def story():
        signing = signing_block(page, "Contoh", "Dewan Juri", [Signature("Ketua", "A", "B")])
        kop = blocks.letterhead(("PEMERINTAH", "Jalan 1"), png(), page.text_width)
        listed = table(page, columns(page), [*rows(2), Bar("Batas")])
        return [*kop, *blocks.title_block(["Judul"]), WithEnding(page, listed, [], signing)]

    fonts = fonts_of(compose(page, story))
    assert any("LiberationSans-Bold" in name for name in fonts)
    assert any("LiberationMono" in name for name in fonts)
    assert [name for name, descriptor in fonts.items() if "/FontFile2" not in descriptor] == []


def fonts_of(data):
    found = {}
    for page in read(data).pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            found[font["/BaseFont"]] = font.get("/FontDescriptor", {})
    return found


def test_the_footer_stands_on_every_page():
    page = Page("Uji", code=CODE, status="FINAL Dewan Juri")
    pages = texts(compose(page, lambda: [table(page, columns(page), rows(100))]))
    assert len(pages) == 3
    for number, text in enumerate(pages, start=1):
        assert f"Halaman {number} dari 3" in text
        assert "Kode periksa – bukan tanda tangan elektronik" in text
        assert "9f3c 51ab 77de 0c12" in text
        assert "Paket versi 2 · catatan ke-41 · FINAL Dewan Juri" in text
        assert "paraf:" in text


def test_head_rows_repeat_and_no_row_is_lost():
    page = Page("Uji")
    pages = texts(compose(page, lambda: [table(page, columns(page), rows(100))]))
    assert all("Judul inovasi" in text for text in pages)
    lines = [line for text in pages for line in text.splitlines() if line.startswith("Sistem Pelayanan")]
    assert lines == [f"Sistem Pelayanan Terpadu {number}" for number in range(1, 101)]


def test_a_row_is_not_split_across_pages():
    page = Page("Uji")
    long = [[Cell(str(number)), Cell(" ".join([f"baris{number}x"] * 60))] for number in range(30)]
    pages = texts(compose(page, lambda: [table(page, columns(page), long)]))
    for number in range(30):
        assert sum(f"baris{number}x" in text for text in pages) == 1


def test_a_row_taller_than_a_page_still_prints_whole():
    page = Page("Uji")
    pages = texts(compose(page, lambda: [table(page, columns(page), [[Cell("1"), Cell("kata " * 3000)]])]))
    assert sum(text.count("kata") for text in pages) == 3000


def test_text_stays_inside_the_margins():
    page = Page("Uji", "a4", code=CODE, status="FINAL " + "Dewan Juri Kompetisi Inovasi " * 6)
    name = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3
    data = compose(page, lambda: [table(page, columns(page), [[Cell("1234567890" * 4), Cell(name)]])])
    for left, right, low in extents(data):
        assert left >= 30 * mm - 1
        assert right <= page.size[0] - 25 * mm + 1
        assert low >= 8 * mm


def extents(data):
    """Left, right and baseline of every piece of text, measured with the embedded fonts' own widths."""
    from kipp_desktop.documents.typeset import text_width

    found = []

    def visit(text, cm, tm, font, size):
        clean = text.strip()
        if clean and font is not None:
            name = str(font["/BaseFont"]).split("+")[-1]
            left, low = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append((left, left + text_width(clean, name, size), low))

    for page in read(data).pages:
        page.extract_text(visitor_text=visit)
    return found


def test_markup_in_a_name_is_printed_as_typed():
    page = Page("Uji")
    typed = "Kartu <b>Tani</b> & Nelayan &amp; <font size=99>x"
    assert typed in " ".join(texts(compose(page, lambda: [blocks.paragraph(typed)]))[0].split())


@pytest.mark.parametrize(
    "typed", ["🙂 emoji", "漢字 dan ꦗꦮ", "dua\nbaris", "tab\there", "", " ", "a" * 500, "\u202eabc"]
)
def test_whatever_people_type_prints(typed):
    page = Page(f"Uji {typed}", author=typed, code=CODE, status=typed)
    assert texts(
        compose(page, lambda: [blocks.heading(typed), table(page, columns(page), [[Cell("1"), Cell(typed)]])])
    )


def test_the_watermark_is_on_every_page():
    page = Page("Uji", watermark="SEMENTARA 3")
    assert all(
        "SEMENTARA 3" in text for text in texts(compose(page, lambda: [table(page, columns(page), rows(60))]))
    )


@pytest.mark.parametrize("count", [*range(1, 8), *range(30, 46), 77, 78, 79, 80])
def test_signatures_never_stand_without_rows_of_the_result(count):
    page = Page("Uji")
    signers = [Signature("Anggota", f"Juri {number}", "Instansi") for number in range(1, 6)]

    def story():
        signing = signing_block(page, "Contoh, 24 Oktober 2024", "Dewan Juri", signers)
        return [
            WithEnding(page, table(page, columns(page), rows(count)), [blocks.paragraph("Aturan")], signing)
        ]

    pages = texts(compose(page, story))
    last = pages[-1]
    assert all(f"Juri {number}" in last for number in range(1, 6)) and "Contoh, 24 Oktober 2024" in last
    assert last.count("Sistem Pelayanan Terpadu") >= min(2, count)
    assert sum(text.count("Sistem Pelayanan Terpadu") for text in pages) == count
    assert all(text.count("Sistem Pelayanan Terpadu") for text in pages)


def test_a_panel_too_large_for_one_page_signs_on_several_with_repeated_head():
    page = Page("Uji")
    signers = [Signature("Anggota", f"Juri {number}", "Instansi") for number in range(1, 41)]

    def story():
        signing = signing_block(page, "Contoh, 24 Oktober 2024", "Dewan Juri", signers)
        return [WithEnding(page, table(page, columns(page), rows(3)), [], signing)]

    pages = texts(compose(page, story))
    assert [f"Juri {number}\n" in "\n".join(pages) for number in range(1, 41)] == [True] * 40
    assert all("Tanda tangan" in text for text in pages if "Juri " in text)


def test_a_bar_stays_below_its_row():
    page = Page("Uji")
    for count in range(36, 44):
        listed = rows(60)
        listed.insert(count, Bar("Batas 10 besar"))
        pages = texts(compose(page, lambda listed=listed: [table(page, columns(page), listed)]))
        holding = next(text for text in pages if "Batas" in text)
        assert f"Sistem Pelayanan Terpadu {count}\n" in holding


def test_the_letterhead_sets_agency_lines_in_capitals_and_draws_the_arms():
    page = Page("Uji")
    lines = ("Pemerintah Kabupaten Contoh", "Sekretariat Daerah", "Jalan Merdeka Nomor 1")
    data = compose(page, lambda: blocks.letterhead(lines, png(), page.text_width))
    text = texts(data)[0]
    assert "PEMERINTAH KABUPATEN CONTOH" in text and "SEKRETARIAT DAERAH" in text and "Jalan Merdeka" in text
    assert len(read(data).pages[0].images) == 1
    assert compose(page, lambda: [*blocks.letterhead((), None, page.text_width), blocks.paragraph("Isi")])


def test_three_lines_typed_in_capitals_are_all_agency():
    page = Page("Uji")
    lines = ("PEMERINTAH KABUPATEN CONTOH", "DINAS KESEHATAN", "PUSKESMAS KARANG KIDUL", "Jalan Merdeka 1")
    text = texts(compose(page, lambda: blocks.letterhead(lines, None, page.text_width)))[0]
    assert "PUSKESMAS KARANG KIDUL" in text and "Jalan Merdeka 1" in text


@pytest.mark.parametrize(
    "logo", ["", "x", "AAAA", png()[:80], png(header_width=60_000), base64.b64encode(b"GIF89a").decode()]
)
def test_arms_that_are_no_sane_png_are_refused(logo):
    with pytest.raises(UserError, match=r"document\.logo_unreadable"):
        blocks.read_logo(logo)


def test_headings_stand_in_the_outline():
    page = Page("Uji")
    story = [
        [
            blocks.heading("Kategori Kesehatan"),
            table(page, columns(page), rows(70)),
            blocks.heading("Kategori Sosial"),
        ]
    ]
    reader = read(
        compose(
            page, lambda: [*blocks.title_block(["Peringkat"]), *[block for part in story for block in part]]
        )
    )
    titles = str(reader.outline)
    assert "Peringkat" in titles and "Kategori Kesehatan" in titles and "Kategori Sosial" in titles


def test_the_code_is_short_on_the_page():
    assert CODE.short == "9f3c 51ab 77de 0c12"
    assert CheckCode("", "", 1, 0).short == ""


def test_a_long_capacity_makes_its_row_higher_instead_of_running_into_the_next():
    page = Page("Uji")
    signers = [Signature(" ".join([word] * 30), "Nama", "Instansi") for word in ("atas", "bawah")]
    heights = {"atas": [], "bawah": []}

    def visit(text, cm, tm, _font, _size):
        for word, found in heights.items():
            if word in text:
                found.append(tm[5] + cm[5])

    data = compose(page, lambda: signing_block(page, "Contoh", "Dewan Juri", signers))
    read(data).pages[0].extract_text(visitor_text=visit)
    assert len(heights["atas"]) > 3
    assert min(heights["atas"]) > max(heights["bawah"]) + 11
