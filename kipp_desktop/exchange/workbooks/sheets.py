"""How every workbook of the program is made: text stays text, the same content gives the same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

TEXT_ONLY = "@"
FOLIO = 14  # Excel's 8.5 × 13 in: F4 and Folio to the millimetre that printers keep
A4 = 9
LONGEST_CELL = 32_000  # Excel's own limit is 32,767
MADE = datetime(2000, 1, 1)  # noqa: DTZ001  (the format knows no zone; fixed, so that files can be compared)


def new_workbook(file: BytesIO) -> Any:  # noqa: ANN401  (untyped library)
    """A workbook in which no text of a user becomes a formula, a number or a link."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": False,
    }
    book: Any = xlsxwriter.Workbook(file, options)
    book.set_properties({"created": MADE, "author": "KIPP Desktop"})
    return book


def set_up_paper(sheet: Any, landscape: bool = False, paper: int = FOLIO) -> None:  # noqa: ANN401
    """One page wide, header row repeated, page numbers."""
    sheet.set_paper(paper)
    if landscape:
        sheet.set_landscape()
    sheet.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&RHalaman &P dari &N")


def cell_string(text: str) -> str:
    """A text that a cell can hold."""
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}…"
