"""The event log as a table to keep: XLSX or CSV, in which nothing that people typed is ever a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from kipp_desktop.exchange.workbooks.sheets import cell_string, new_workbook, set_up_paper

WIDTHS = (9, 21, 12, 24, 70, 40, 36, 60, 66)
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_log_workbook(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The log as XLSX; the first column holds numbers, all others text. Same rows, same bytes."""
    file = BytesIO()
    book = new_workbook(file)
    bold = book.add_format({"bold": True, "bg_color": "#EEEEEE", "border": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(heads[0])
    for at, (head, width) in enumerate(zip(heads, WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, bold)
    last = 0
    for last, row in enumerate(rows, start=1):
        sheet.write_number(last, 0, int(row[0]), plain)
        for at, text in enumerate(row[1:], start=1):
            sheet.write_string(last, at, cell_string(text), plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(heads) - 1)
    set_up_paper(sheet, landscape=True)
    book.close()
    return file.getvalue()


def write_log_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The log as CSV with semicolons and a BOM.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A CSV cell that no spreadsheet computes."""
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
