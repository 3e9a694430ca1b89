"""A spreadsheet or CSV file as rows of text, with the row numbers and column letters people see.

Nothing here knows what the columns mean. Files are looked at before they are unpacked: a small file may claim
millions of cells.
"""

from __future__ import annotations

import csv
import re
import unicodedata
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, cast
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import python_calamine
from python_calamine import SheetTypeEnum, SheetVisibleEnum

from kipp_desktop.domain.bounds import NOT_PLAIN
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import decoding
from kipp_desktop.exchange.workbooks.columns import KNOWN_HEADERS, header_key

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_UNPACKED = 64 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 256
MOST_MEMBERS = 5_000
MOST_CELLS = 1_000_000  # filled or not: they are held as one rectangle
OTHER_BOOKS = {"xl/workbook.bin", "content.xml", "mimetype"}  # kinds that are not looked at
HEADER_WITHIN = 10
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of a workbook saved with a password
_BROKEN_ARCHIVE = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that isn't empty: its number in the file, from 1, and a text per header."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below the header row. `columns` are the letters of the headers' columns."""

    file: str
    header_row: int
    headers: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


def read_table(path: Path, expected: Collection[str] = ()) -> Table:
    """Read the first sheet with content, or a CSV file. `expected`: headers beside the program's own.

    Raises UserError: file.not_readable, file.no_plain_file, file.too_large_for_a_table, file.not_a_table,
    file.table_password, file.table_too_long, file.table_empty, file.row_too_wide.
    """
    data = _read(path)
    if data.startswith(b"PK"):
        rows = _sheet_rows(path.name, data)
    elif data.startswith(b"\xd0\xcf\x11\xe0") and ENCRYPTED in data:
        raise UserError("file.table_password", file=path.name)
    else:
        rows = _csv_rows(path.name, data)
        filled = [(number, cells) for number, cells in rows if any(cells)]
        table = _table(path.name, filled, expected)
        _check_widths(table, filled)
        return table
    return _table(path.name, [(number, cells) for number, cells in rows if any(cells)], expected)


def table_of(file: str, rows: Sequence[Sequence[str]], headers: Sequence[str]) -> Table:
    """Rows of text that came from no file, such as a clipboard.

    Where their first rows hold no headers that are known, the cells stand in the order of `headers`.
    """
    numbered = [(number, [clean(cell) for cell in row]) for number, row in enumerate(rows, start=1)]
    filled = [(number, cells) for number, cells in numbered if any(cells)]
    first = [cells for _, cells in filled[:HEADER_WITHIN]]
    known = max((len({header_key(cell) for cell in cells} & KNOWN_HEADERS) for cells in first), default=0)
    if filled and known < 2:
        filled = [(0, [*headers, *[""] * (max(map(len, first)) - len(headers))]), *filled]
    return _table(file, filled, headers)


def _check_widths(table: Table, rows: Sequence[tuple[int, list[str]]]) -> None:
    """Refuse a CSV row with more cells than the header: an unquoted decimal comma would lose its decimals."""
    for number, cells in rows:
        if number > table.header_row and any(cells[len(table.headers) :]):
            raise UserError("file.row_too_wide", file=table.file, row=number)


def _read(path: Path) -> bytes:
    try:
        decoding.check_plain_file(path)
        if path.stat().st_size > LARGEST_FILE:
            raise UserError("file.too_large_for_a_table", file=path.name, most=LARGEST_FILE // 1024**2)
        return path.read_bytes()
    except OSError as error:
        raise UserError("file.not_readable", file=path.name, why=error.strerror or str(error)) from error


def _table(file: str, rows: Sequence[tuple[int, list[str]]], expected: Collection[str]) -> Table:
    if not rows:
        raise UserError("file.table_empty", file=file)
    top = _header_position(rows, {header_key(header) for header in expected})
    number, headers = rows[top]
    while headers and not headers[-1]:
        headers = headers[:-1]
    width = len(headers)
    letters = tuple(column_letters(position) for position in range(width))
    below = [(row, [*cells, *[""] * width][:width]) for row, cells in rows[top + 1 :]]
    body = [TableRow(row, tuple(cells)) for row, cells in below if any(cells)]
    if len(body) > MOST_ROWS:
        raise UserError("file.table_too_long", file=file, most=MOST_ROWS)
    return Table(file, number, tuple(headers), letters, tuple(body))


def _header_position(rows: Sequence[tuple[int, list[str]]], expected: Collection[str]) -> int:
    """The row with the most known headers; where none has two, the fullest row of words."""
    first = [cells for _, cells in rows[:HEADER_WITHIN]]
    known = [len({header_key(cell) for cell in cells} & {*KNOWN_HEADERS, *expected}) for cells in first]
    if max(known) >= 2:
        return known.index(max(known))
    words = [sum(bool(cell) and not cell.replace(".", "").isdigit() for cell in cells) for cells in first]
    return words.index(max(words))


def column_letters(position: int) -> str:
    """The letters of a column, from 0: 0 is A, 26 is AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


# XLSX


def _sheet_rows(file: str, data: bytes) -> list[tuple[int, list[str]]]:
    workbook = _looked_at(file, data)
    try:
        book = cast(Any, python_calamine).load_workbook(workbook)
        for known in book.sheets_metadata:
            if known.typ != SheetTypeEnum.WorkSheet or known.visible != SheetVisibleEnum.Visible:
                continue
            rows = book.get_sheet_by_name(known.name).to_python(skip_empty_area=False)
            found = [(number, [cell_text(cell) for cell in row]) for number, row in enumerate(rows, start=1)]
            if any(any(cells) for _, cells in found):
                return found
    except (python_calamine.CalamineError, python_calamine.PasswordError, ValueError, OSError) as error:
        raise UserError("file.not_a_table", file=file) from error
    return []


def _looked_at(file: str, data: bytes) -> BytesIO:
    """The workbook unpacked under our eyes and packed again, so that nothing else is read than was looked at.

    Refuses what isn't a workbook, unpacks to too much, or has a cell too far out for memory.
    """
    plain = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as archive, ZipFile(plain, "w") as copy:
            members = archive.infolist()
            names = {member.filename.lower() for member in members}
            if "xl/workbook.xml" not in names or names & OTHER_BOOKS:
                raise UserError("file.not_a_table", file=file)
            if sum(member.file_size for member in members) > LARGEST_UNPACKED or len(members) > MOST_MEMBERS:
                raise UserError("file.table_too_long", file=file, most=MOST_ROWS)
            for member in members:
                content = _unpacked(archive, member)
                if content.lstrip(_BEFORE_XML).startswith(b"<"):  # any part may turn out to be the sheet
                    _check_extent(file, content)
                copy.writestr(member.filename, content)
    except (*_BROKEN_ARCHIVE, expat.ExpatError) as error:
        raise UserError("file.not_a_table", file=file) from error
    plain.seek(0)
    return plain


def _unpacked(archive: ZipFile, member: ZipInfo) -> bytes:
    """A member, no longer than the archive says it is. Spreadsheets know one way to compress; others can't be
    held to a length.
    """
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile
    with archive.open(member) as stream:
        return stream.read(member.file_size + 1)


def _check_extent(file: str, part: bytes) -> None:
    """Refuse a part with a cell too far out, by a real parser: Rust's stops the program when memory is short.

    Raises ExpatError for what is no well-formed XML, and ValueError for declarations of entities.
    """
    row = column = last_row = last_column = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, last_row, last_column
        kind = name.rpartition(":")[2]
        reference = attributes.get("r", "")
        if kind == "row":
            row, column = int(reference) if reference else row + 1, 0
        elif kind == "c":
            column += 1
            if reference:
                column, row = _position(reference)
        elif kind in ("v", "is", "f"):  # a cell without is a format only, and Excel formats whole columns
            last_row, last_column = max(last_row, row), max(last_column, column)
            if last_row > MOST_ROWS + HEADER_WITHIN or last_column > MOST_COLUMNS:
                raise UserError("file.table_too_long", file=file, most=MOST_ROWS)

    def declared(*_: object) -> None:
        raise ValueError("a spreadsheet declares no document type")

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.StartDoctypeDeclHandler = declared
    parser.Parse(part, True)
    if last_row * last_column > MOST_CELLS:
        raise UserError("file.table_too_long", file=file, most=MOST_ROWS)


def _position(reference: str) -> tuple[int, int]:
    """Column and row of "B12", from 1. Raises ValueError for anything else."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError("not a cell")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return column, int(match[2])


def cell_text(value: object) -> str:
    """A cell as people would type it: whole numbers without decimals, ISO dates, text without margins."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return clean(str(value))


def clean(text: str) -> str:
    """NFC, without margins, signs that nobody sees, or spaces that only look like spaces."""
    text = unicodedata.normalize("NFC", text).replace("\u00a0", " ")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return NOT_PLAIN.sub("", text).strip()


# CSV


def _csv_rows(file: str, data: bytes) -> list[tuple[int, list[str]]]:
    text = _decoded(file, data)
    separator = ""
    if text[:5].lower().startswith("sep=") and len(text) > 4:  # Excel's own note on the separator
        separator, text = text[4], "\n" + text.partition("\n")[2]
    try:
        if separator:
            return _split(file, text, separator)
        split = [_split(file, text, sign) for sign in (";", ",", "\t")]
    except csv.Error as error:
        raise UserError("file.not_a_table", file=file) from error
    return max(split, key=_regularity)


def _decoded(file: str, data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or what an older Excel saves; with control characters it is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: Iterable[str] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not re.search(r"[\x00-\x08\x0b\x0e-\x1f]", text):
            return text
        break
    raise UserError("file.not_a_table", file=file)


def _split(file: str, text: str, separator: str) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator), start=1):
        if number > MOST_ROWS + HEADER_WITHIN or len(row) > MOST_COLUMNS:
            raise UserError("file.table_too_long", file=file, most=MOST_ROWS)
        rows.append((number, [clean(cell) for cell in row]))
    return rows


def _regularity(rows: Sequence[tuple[int, list[str]]]) -> tuple[int, int]:
    """How well a separator fits: known headers found in one row, then columns."""
    first = [cells for _, cells in rows[:HEADER_WITHIN]]
    known = max((len({header_key(cell) for cell in cells} & KNOWN_HEADERS) for cells in first), default=0)
    return known, max((len(cells) for cells in first), default=0)
