import random
import zipfile
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.workbooks import import_template, read_table
from kipp_desktop.exchange.workbooks.tables import LARGEST_FILE, MOST_ROWS, column_letters

LIST = [["nomor", "judul", "instansi"], ["01", "Antrean Sehat", "Dinas Kesehatan"]]


def xlsx(tmp_path, rows, name="daftar.xlsx", prepare=None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if prepare:
        prepare(book)
    path = tmp_path / name
    book.save(path)
    return path


def text_file(tmp_path, text, encoding="utf-8", name="daftar.csv"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def cells(table):
    return [list(row.cells) for row in table.rows]


def test_cells_come_as_people_see_them(tmp_path):
    row = [
        1,
        "01",
        87.5,
        0.1 + 0.2,
        date(2022, 1, 10),
        datetime(2022, 1, 10, 13, 5),  # noqa: DTZ001  (spreadsheets know no zone)
        time(13, 5),
        True,
        None,
        "  ruang\u00a0",
    ]
    table = read_table(xlsx(tmp_path, [["nomor", "judul", *"cdefghij"], row]))
    assert cells(table) == [
        ["1", "01", "87.5", "0.3", "2022-01-10", "2022-01-10 13:05:00", "13:05:00", "true", "", "ruang"]
    ]


def test_names_are_composed(tmp_path):
    table = read_table(xlsx(tmp_path, [LIST[0], ["1", "Cafe\u0301 \u015fifa", "x"]]))
    assert table.rows[0].cells[1] == "Café şifa"


def test_titles_above_the_header_row_are_passed_over_and_rows_keep_their_numbers(tmp_path):
    rows = [
        ["DAFTAR PESERTA"],
        ["Kompetisi Inovasi Pelayanan Publik", None, 2024],
        [],
        *LIST,
        [],
        ["02", "Kebun", "SD"],
    ]
    table = read_table(xlsx(tmp_path, rows))
    assert (table.header_row, table.headers, table.columns) == (
        4,
        ("nomor", "judul", "instansi"),
        ("A", "B", "C"),
    )
    assert [row.number for row in table.rows] == [5, 7]


def test_a_table_may_begin_anywhere_on_its_sheet(tmp_path):
    table = read_table(xlsx(tmp_path, [[], [None, None, *LIST[0]], [None, None, *LIST[1]]]))
    assert table.header_row == 2 and table.headers == ("", "", "nomor", "judul", "instansi")
    assert table.columns[2:] == ("C", "D", "E")


def test_headers_of_its_own_are_found_when_expected(tmp_path):
    rows = [["Laporan", "Bulanan", "Panitia", "x"], ["Nama Peserta", "Urut"], ["Antrean", 1]]
    assert read_table(xlsx(tmp_path, rows), ["Nama Peserta", "Urut"]).header_row == 2


def test_the_first_visible_sheet_with_content_is_read(tmp_path):
    def prepare(book):
        hidden = book.create_sheet("Lama", 0)
        hidden.append(["nomor", "judul"])
        hidden.sheet_state = "hidden"
        book.create_sheet("Kosong", 1)
        book.active = 2

    assert cells(read_table(xlsx(tmp_path, LIST, prepare=prepare))) == [LIST[1]]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_whatever_separates_it(tmp_path, separator, encoding):
    text = "\r\n".join(
        separator.join(f'"{cell}"' for cell in row) for row in [LIST[0], ["01", "Jaʼfar; a, b", "é"]]
    )
    table = read_table(text_file(tmp_path, text, encoding))
    assert cells(table) == [["01", "Jaʼfar; a, b", "é"]]


def test_csv_of_an_older_excel_and_its_note_on_the_separator(tmp_path):
    table = read_table(text_file(tmp_path, "sep=;\r\nnomor;judul;instansi\r\n1;Señal;Café\r\n", "cp1252"))
    assert cells(table) == [["1", "Señal", "Café"]]
    assert table.rows[0].number == 3


def test_semicolons_win_over_commas_inside_the_cells(tmp_path):
    text = "nomor;judul;instansi\n1;Cepat, tepat, hemat, aman;Dinas Pendidikan, Pemuda, dan Olahraga\n"
    assert len(cells(read_table(text_file(tmp_path, text)))[0]) == 3


def test_a_quoted_line_break_stays_in_its_cell(tmp_path):
    table = read_table(text_file(tmp_path, 'nomor,judul,instansi\n1,"dua\nbaris",x\n2,y,z\n'))
    assert cells(table)[0][1] == "dua\nbaris" and table.rows[1].number == 3


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0",
        b"PK\x03\x04rusak",
        b"%PDF-1.4\x00\x01",
        b"\xd0\xcf\x11\xe0" + bytes(600),
        bytes(range(256)),
    ],
)
@pytest.mark.parametrize("name", ["daftar.xlsx", "daftar.csv"])
def test_other_files_are_refused(tmp_path, content, name):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"file\.not_a_table"):
        read_table(path)


def test_a_word_document_is_no_table(tmp_path):
    path = tmp_path / "surat.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(UserError, match=r"file\.not_a_table"):
        read_table(path)


def test_broken_workbooks_are_refused_and_never_crash(tmp_path):
    good, chance = import_template("entries"), random.Random(7)
    path = tmp_path / "daftar.xlsx"
    for _ in range(120):
        path.write_bytes(_damaged(good, chance))
        try:
            read_table(path)
        except UserError as error:
            assert error.code.startswith("file.")


def _damaged(good, chance):
    if chance.random() < 0.4:
        return good[: chance.randrange(len(good))]
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(good)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            data = bytearray(old.read(name))
            if chance.random() < 0.3:
                data[chance.randrange(len(data))] = chance.randrange(256)
            new.writestr(name, bytes(data))
    return file.getvalue()


def test_a_password_is_named(tmp_path):
    path = tmp_path / "rahasia.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(100) + "EncryptedPackage".encode("utf-16-le") + bytes(100))
    with pytest.raises(UserError, match=r"file\.table_password"):
        read_table(path)


def test_empty_files_say_so(tmp_path):
    for path in (text_file(tmp_path, ""), text_file(tmp_path, "\n;;\n"), xlsx(tmp_path, [])):
        with pytest.raises(UserError, match=r"file\.table_empty"):
            read_table(path)


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(UserError, match=r"file\.not_readable"):
        read_table(tmp_path / "tidak-ada.xlsx")


def test_files_beyond_the_bounds_are_refused(tmp_path):
    large = tmp_path / "besar.csv"
    large.write_bytes(b"nomor;judul\n" + b"x" * LARGEST_FILE)
    with pytest.raises(UserError, match=r"file\.too_large_for_a_table"):
        read_table(large)
    with pytest.raises(UserError, match=r"file\.table_too_long"):
        read_table(text_file(tmp_path, "nomor,judul\n" + "1,x\n" * (MOST_ROWS + 1)))


@pytest.mark.parametrize(("row", "column"), [(1_048_576, 1), (2, 16_384), (2, 400), (30_000, 30)])
def test_one_cell_far_out_does_not_fill_the_memory(tmp_path, row, column):
    def prepare(book):
        book.worksheets[0].cell(row, column, "x")

    with pytest.raises(UserError, match=r"file\.table_too_long"):
        read_table(xlsx(tmp_path, LIST, prepare=prepare))


def test_a_format_far_out_is_no_content(tmp_path):
    def prepare(book):
        book.worksheets[0].cell(100_000, 300).font = openpyxl.styles.Font(bold=True)

    assert cells(read_table(xlsx(tmp_path, LIST, prepare=prepare))) == [LIST[1]]


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path):
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sharedStrings.xml", bytes(65 * 1024 * 1024))
    with pytest.raises(UserError, match=r"file\.table_too_long"):
        read_table(path)


def test_column_letters():
    assert [column_letters(position) for position in (0, 25, 26, 51, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "ZZ",
        "AAA",
    ]


def test_an_unquoted_decimal_comma_is_refused_and_never_loses_its_decimals(tmp_path):
    path = text_file(tmp_path, "stage,entry,criterion,value\nfinal,01,kebaruan,80\nfinal,02,kebaruan,87,5\n")
    with pytest.raises(UserError) as refused:
        read_table(path)
    assert (refused.value.code, refused.value.facts["row"]) == ("file.row_too_wide", 3)
    quoted = text_file(tmp_path, 'stage,entry,criterion,value\nfinal,02,kebaruan,"87,5"\n')
    assert read_table(quoted).rows[0].cells[-1] == "87,5"
