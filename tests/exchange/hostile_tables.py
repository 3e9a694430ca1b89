"""Hostile lists by name: spreadsheets that unpack to gigabytes, CSV that is none, formulas in names."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="{office}/{kind}" Target="{target}"{more}/>{extra}</Relationships>'
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOOK = (
    f'<?xml version="1.0"?><workbook {MAIN} xmlns:r="{OFFICE}">'
    '<sheets><sheet name="Peserta" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
HEADERS = ("No. peserta", "Judul", "Instansi")


def relations(kind: str, target: str, more: str = "", extra: str = "") -> str:
    return RELATIONS.format(office=OFFICE, kind=kind, target=target, more=more, extra=extra)


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def rows(*lines: tuple[str, ...]) -> str:
    """Rows of a sheet."""
    return "".join(
        f'<row r="{number}">'
        + "".join(cell(f"{'ABC'[at]}{number}", text) for at, text in enumerate(line))
        + "</row>"
        for number, line in enumerate(lines, start=1)
    )


def sheet(inside: str, before: str = "", after: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{before}<worksheet {MAIN}><sheetData>{inside}</sheetData>{after}</worksheet>'
    )


GOOD = sheet(rows(HEADERS, ("01", "Antre Tanpa Menunggu", "Dinas Kesehatan")))


def book(of_sheet: str | bytes = GOOD, **more: str | bytes) -> bytes:
    """A workbook of one sheet; `more` are further members, `__` for a slash."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": of_sheet,
    }
    members |= {name.replace("__", "/").replace("_dot_", "."): data for name, data in more.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def bomb(megabytes: int) -> bytes:
    """A sheet of spaces that unpacks to this size."""
    return book(sheet(" " * (megabytes << 20)))


def lying_bomb(checksum: int) -> bytes:
    """A good sheet with 700 MB of spaces behind it, of which the zip directory says nothing."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    good = squeeze.compress(GOOD.encode()) + squeeze.flush(zlib.Z_FULL_FLUSH)
    spaces = squeeze.compress(b" " * (1 << 20)) + squeeze.flush(zlib.Z_FULL_FLUSH)
    target = io.BytesIO(book())
    with zipfile.ZipFile(target, "a") as archive:
        archive.filelist = [one for one in archive.filelist if one.filename != "xl/worksheets/sheet1.xml"]
        archive.NameToInfo = {one.filename: one for one in archive.filelist}
        archive.writestr("xl/worksheets/sheet1.xml", good + spaces * 700 + squeeze.flush())
        said = archive.filelist[-1]
        said.compress_type, said.file_size, said.CRC = zipfile.ZIP_DEFLATED, len(GOOD.encode()), checksum
    return target.getvalue()


def packed(how: int) -> bytes:
    """A small workbook compressed in a way that spreadsheets don't."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as good, zipfile.ZipFile(target, "w", how) as archive:
        for name in good.namelist():
            archive.writestr(name, good.read(name))
    return target.getvalue()


def laughs() -> bytes:
    """Entities that would expand to gigabytes."""
    entities = ['<!ENTITY a0 "ha">']
    entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11)]
    return book(sheet(rows(HEADERS, ("01", "&a10;", "x")), before=f"<!DOCTYPE x [{''.join(entities)}]>"))


def outside_entity() -> bytes:
    """An entity that would read a file of the computer."""
    before = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return book(sheet(rows(HEADERS, ("01", "&a;", "x")), before=before))


def external_link() -> bytes:
    """Links to other workbooks and to the network."""
    links = relations("externalLinkPath", "http://contoh.invalid/x.xlsx", ' TargetMode="External"')
    after = f'<hyperlinks xmlns:r="{OFFICE}"><hyperlink ref="B2" r:id="rId1"/></hyperlinks>'
    return book(
        sheet(rows(HEADERS, ("01", "Antre", "Dinas")), after=after),
        xl__worksheets___rels__sheet1_dot_xml_dot_rels=links,
    )


def elsewhere() -> bytes:
    """A sheet with a far cell, in a part that has another name than sheets have."""
    far = sheet(f'<row r="1048576">{cell("XFD1048576", "x")}</row>')
    return book(
        xl___rels__workbook_dot_xml_dot_rels=relations("worksheet", "lain/isi.dat"), xl__lain__isi_dot_dat=far
    )


def many_members() -> bytes:
    """Tens of thousands of empty members."""
    target = io.BytesIO(book())
    with zipfile.ZipFile(target, "a") as archive:
        for number in range(30_000):
            archive.writestr(f"{number}", b"")
    return target.getvalue()


def csv(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


HEADER = ";".join(HEADERS)
TABLES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "kosong": (lambda: b"", "file.table_empty"),
    "bom-zip-65-mb": (lambda: bomb(65), "file.table_too_long"),
    "bom-zip-130-mb": (lambda: bomb(130), "file.table_too_long"),
    "bom-zip-berbohong": (lambda: lying_bomb(0), "file.not_a_table"),
    "bom-bzip2": (lambda: packed(zipfile.ZIP_BZIP2), "file.not_a_table"),
    "bom-lzma": (lambda: packed(zipfile.ZIP_LZMA), "file.not_a_table"),
    "sejuta-tawa": (laughs, "file.not_a_table"),
    "jenis-dokumen": (lambda: book(sheet(rows(HEADERS), before="<!DOCTYPE x>")), "file.not_a_table"),
    "entitas-luar": (outside_entity, "file.not_a_table"),
    "zip-tanpa-buku": (lambda: zipped({"a": b"x"}), "file.not_a_table"),
    "zip-terpotong": (lambda: book()[:-40], "file.not_a_table"),
    "zip-isi-rusak": (lambda: book().replace(b"PK\x03\x04", b"PK\x03\x05", 2), "file.not_a_table"),
    "tiga-puluh-ribu-anggota": (many_members, "file.table_too_long"),
    "sel-terjauh": (lambda: book(sheet(rows(HEADERS) + f'<row r="1048576">{cell("XFD1048576", "x")}</row>')),
                    "file.table_too_long"),
    "kolom-10000": (lambda: book(sheet(f'<row r="1">{cell("NTP1", "x")}</row>')), "file.table_too_long"),
    "baris-nomor-raksasa": (
        lambda: book(sheet(f'<row r="{"9" * 5000}"><c r="A{"9" * 5000}"><v>1</v></c></row>')),
        "file.not_a_table",
    ),
    "sel-dua-tempat": (
        lambda: book(sheet(rows(HEADERS) + '<row r="2"><c r="B2" r="XFD1048576"><v>1</v></c></row>')),
        "file.not_a_table",
    ),
    "sel-di-sudut": (lambda: book(sheet(rows(HEADERS) + f'<row r="20000">{cell("IV20000", "x")}</row>')),
                     "file.table_too_long"),
    "sel-tanpa-tempat-juta": (lambda: book(sheet("<row>" + "<c><v>1</v></c>" * 1_000_000 + "</row>")),
                              "file.table_too_long"),
    "lembar-di-tempat-lain": (elsewhere, "file.table_too_long"),
    "ods-di-dalam": (lambda: book(content_dot_xml="<a/>"), "file.not_a_table"),
    "xlsb-di-dalam": (lambda: book(xl__workbook_dot_bin=b"x"), "file.not_a_table"),
    "lembar-bukan-xml": (lambda: book("bukan xml"), "file.not_a_table"),
    "lembar-100000-tingkat": (lambda: book(sheet("<a>" * 100_000 + "</a>" * 100_000)), "file.table_empty"),
    "ole-bersandi": (
        lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "file.table_password",
    ),
    "ole-lama": (lambda: b"\xd0\xcf\x11\xe0" + bytes(4096), "file.not_a_table"),
    "csv-nul": (lambda: csv(HEADER, "01;Antre\0;Dinas"), "file.not_a_table"),
    "csv-utf-16-tanpa-tanda": (lambda: csv(HEADER, encoding="utf-16-le"), "file.not_a_table"),
    "csv-utf-16-ganjil": (lambda: b"\xff\xfe" + csv(HEADER, encoding="utf-16-le") + b"x", "file.not_a_table"),
    "csv-sejuta-kolom": (lambda: csv(";".join(["x"] * 1_000_000)), "file.table_too_long"),
    "csv-sejuta-baris": (lambda: csv(HEADER, *["1;a;b"] * 700_000), "file.table_too_long"),
    "csv-satu-sel-4-mb": (lambda: csv(HEADER, "1;" + "x" * 4_000_000 + ";b"), "file.not_a_table"),
    "csv-kutip-tak-ditutup": (lambda: csv(HEADER, '1;"' + "x;y\n" * 60_000), "file.not_a_table"),
    "csv-hanya-pemisah": (lambda: b";" * 4_000_000, "file.table_too_long"),
    "csv-baris-kosong-juta": (lambda: b"\n" * 5_000_000, "file.table_too_long"),
    "csv-enam-mb": (lambda: b"x" * 6_000_000, "file.too_large_for_a_table"),
    "csv-koma-desimal": (lambda: csv("No. peserta,Judul,Instansi", "1,a,b,5"), "file.row_too_wide"),
}  # fmt: skip

TAKEN: Mapping[str, Callable[[], bytes]] = {
    "bom-zip-berbohong-rapi": lambda: lying_bomb(zlib.crc32(GOOD.encode())),
    "tautan-luar": external_link,
    "rumus-dalam-nama": lambda: csv(HEADER, '01;"=HYPERLINK(""http://x"";""y"")";+62 Dinas'),
    "nama-kanan-ke-kiri": lambda: csv(HEADER, "01;\u202egnilaP\u202c Inovasi;Dinas\u200b Kesehatan"),
}
"""Lists of which only the plain part counts, and comes through as visible text."""


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip archive that is no workbook."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()
