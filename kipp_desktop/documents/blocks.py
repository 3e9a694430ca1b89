"""The parts documents are made of: letterhead, titles, paragraphs, tables, QR codes.

Every text is escaped here, so what people typed is printed as they typed it and never read as markup.
"""

from __future__ import annotations

import unicodedata
from base64 import b64decode
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.page import Block, Page, draw_qr
from kipp_desktop.documents.ruled import RuledTable
from kipp_desktop.documents.typeset import Untyped, mm
from kipp_desktop.domain.errors import UserError

LOGO_SIDE = 20 * mm
LARGEST_LOGO_PX = 4000
ROOM_BELOW = 30 * mm  # a table's head and two rows, or a few lines


def markup(text: str, marks: Sequence[int] = ()) -> str:
    """A text as reportlab's paragraphs want it, with its footnote marks."""
    plain = escape(unicodedata.normalize("NFC", text)).replace("\n", "<br/>")
    if not marks:
        return plain
    raised = " ".join(f"{mark})" for mark in marks)
    return f"{plain}{' ' if plain else ''}<super rise='3' size='6.5'>{raised}</super>"


def paragraph(text: str, style: str = "body", marks: Sequence[int] = ()) -> Block:
    """A paragraph in one of the styles of `typeset`."""
    return ts.Paragraph(markup(text, marks), ts.style(style))


def numbered(texts: Sequence[str]) -> list[Block]:
    """A list of numbered sentences; one sentence stands without a number."""
    if len(texts) < 2:
        return [paragraph(text) for text in texts]
    return [
        ts.Paragraph(markup(text), ts.style("item"), bulletText=f"{number}.")
        for number, text in enumerate(texts, start=1)
    ]


def footnote(number: int, text: str) -> Block:
    """A note under a table, with the mark that refers to it."""
    return ts.Paragraph(f"<super rise='3' size='6.5'>{number})</super> {markup(text)}", ts.style("note"))


class _Bookmarked(ts.Paragraph):
    """A heading that is also an entry of the PDF's outline.

    It asks for the room of what follows too, so that it never ends a page; a table below it may still split.
    """

    def mark(self, title: str, level: int) -> _Bookmarked:
        """Give the outline's text; level 0 stands at the top."""
        self.outline = title, level
        return self

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Say how much room the heading takes; more than there is where too little would be left below it."""
        _, own = ts.Paragraph.wrap(self, width, height)
        standing_free = hasattr(self, "_frame")  # set while a page is filled, not inside a table's cell
        crowded = standing_free and own + ROOM_BELOW > height
        return width, max(own, height + 1) if crowded else own

    def split(self, _width: float, _height: float) -> list[Block]:
        """A heading goes to the next page whole."""
        return []

    def draw(self) -> None:
        """Draw the heading and put its entry into the outline."""
        canvas: Any = self.canv
        title, level = self.outline
        key = f"p{canvas.getPageNumber()}-{round(canvas.absolutePosition(0, 0)[1])}"
        canvas.bookmarkHorizontal(key, 0, self.height)
        # reportlab refuses a level without one above it; a document may begin with a heading and no title
        canvas.addOutlineEntry(title, key, min(level, canvas._doc.outline.currentlevel + 1))
        ts.Paragraph.draw(self)


def heading(text: str, style: str = "heading", level: int = 1, outline: str = "") -> Block:
    """A heading that also stands in the PDF's outline."""
    return _Bookmarked(markup(text), ts.style(style)).mark(outline or text, level)


def title_block(lines: Sequence[str], under: Sequence[str] = ()) -> list[Block]:
    """The document's title in capitals, and lines below it (number, status)."""
    blocks: list[Block] = [ts.Spacer(0, 5 * mm)]
    outline = " – ".join(line for line in lines if line)
    for position, line in enumerate(line for line in lines if line):
        capitals = line.upper()
        blocks.append(
            heading(capitals, "title", 0, outline) if position == 0 else paragraph(capitals, "title")
        )
    blocks += [paragraph(line, "under_title") for line in under]
    return [*blocks, ts.Spacer(0, 5 * mm)]


# letterhead


def letterhead(lines: Sequence[str], logo_png: str | None, width: float) -> list[Block]:
    """The kop: arms at the left, agency lines in capitals, the last one larger, address, double rule."""
    lines = [line.strip() for line in lines if line.strip()]
    if not lines:
        return []
    agency = _agency_lines(lines)
    blocks: list[Block] = [paragraph(line.upper(), "agency") for line in lines[: agency - 1]]
    blocks.append(paragraph(lines[agency - 1].upper(), "unit"))
    blocks += [ts.Spacer(0, 3), *(paragraph(line, "address") for line in lines[agency:])]
    side = LOGO_SIDE + 2 * mm if logo_png else 0
    logo = _Logo(logo_png) if logo_png else ""
    # Some room at the right too, so that the lines stand nearly centred on the page.
    right = side * 0.4
    table = ts.Table([[logo, blocks, ""]], colWidths=[side or None, width - side - right, right or None])
    if not logo_png:
        table = ts.Table([[blocks]], colWidths=[width])
    table.setStyle(
        [
            ts.TABLE_FONT,
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ]
    )
    return [table, _DoubleRule(width)]


def _agency_lines(lines: Sequence[str]) -> int:
    """How many leading lines name the agency: those typed in capitals, else the first two."""
    typed = 0
    while typed < len(lines) and lines[typed].isupper() and not any(sign.isdigit() for sign in lines[typed]):
        typed += 1
    return min(typed or 2, len(lines))


class _Logo(ts.Flowable):
    """The coat of arms, fitted into its square."""

    def __init__(self, png_base64: str) -> None:
        ts.Flowable.__init__(self)
        self.image = read_logo(png_base64)
        width, height = self.image.getSize()
        self.scale = LOGO_SIDE / max(width, height)
        self.width, self.height = width * self.scale, height * self.scale

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how much room the arms take."""
        return LOGO_SIDE, self.height

    def draw(self) -> None:
        """Draw the arms in the middle of their square."""
        canvas: Any = self.canv
        canvas.drawImage(
            self.image, (LOGO_SIDE - self.width) / 2, 0, width=self.width, height=self.height, mask="auto"
        )


def read_logo(png_base64: str) -> Untyped:
    """The picture of a letterhead; UserError("document.logo_unreadable") for anything but a sane PNG."""
    try:
        data = b64decode(png_base64, validate=True)
        # Width and height of a PNG stand in its first chunk: looked at before anything is unpacked.
        width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
        sane = min(width, height) > 0 and max(width, height) <= LARGEST_LOGO_PX
        if not data.startswith(b"\x89PNG\r\n") or not sane:
            raise ValueError("not a PNG of reasonable size")
        image = ts.ImageReader(BytesIO(data))
        image.getRGBData()
    except Exception as error:
        raise UserError("document.logo_unreadable") from error
    return image


class _DoubleRule(ts.Flowable):
    """A thick line over a thin one, as wide as the text."""

    def __init__(self, width: float) -> None:
        ts.Flowable.__init__(self)
        self.width, self.height = width, 5.0

    def draw(self) -> None:
        """Draw both lines."""
        canvas: Any = self.canv
        canvas.setLineWidth(1.8)
        canvas.line(0, 4, self.width, 4)
        canvas.setLineWidth(0.6)
        canvas.line(0, 1, self.width, 1)


def is_text(block: Block) -> bool:
    """Whether a block is a paragraph of running text, not a note below a table."""
    return isinstance(block, ts.Paragraph) and block.style.name in ("body", "item")


def is_heading(block: Block) -> bool:
    """Whether a block is a heading."""
    return isinstance(block, _Bookmarked)


def is_table(block: Block) -> bool:
    """Whether a block is a table of rows."""
    return isinstance(block, RuledTable)


# side by side, and codes to scan


def bare() -> list[tuple[Any, ...]]:
    """The style of a table that only puts things side by side."""
    sides = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return [ts.TABLE_FONT, *sides, ("VALIGN", (0, 0), (-1, -1), "TOP")]


def beside(cells: Sequence[tuple[Any, float]]) -> Block:
    """Blocks next to each other without lines: (block or blocks, width in points)."""
    placed = ts.Table([[cell for cell, _ in cells]], colWidths=[width for _, width in cells])
    placed.setStyle(bare())
    return placed


def facts_table(
    page: Page, rows: Sequence[tuple[str, str]], name: float = 42 * mm, width: float = 0
) -> Block:
    """Lines of "name : value", as in the head of a form; the widths, of the names and of all, in points."""
    cells = [[paragraph(text, "fact") for text in (key, ":", value)] for key, value in rows]
    value = (width or page.text_width) - name - 4 * mm
    lines = ts.Table(cells, colWidths=[name, 4 * mm, value], hAlign="LEFT")
    lines.setStyle([*bare(), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])
    return lines


def paged(stories: Iterable[list[Block]]) -> list[Block]:
    """Several stories, each beginning on a page of its own."""
    built: list[Block] = []
    for position, story in enumerate(stories):
        built += [ts.PageBreak(), *story] if position else story
    return built


class Qr(ts.Flowable):
    """A QR code in its square."""

    def __init__(self, text: str, side: float) -> None:
        ts.Flowable.__init__(self)
        self.text = text
        self.width = self.height = side

    def draw(self) -> None:
        """Draw the dark squares."""
        canvas: Untyped = self.canv
        canvas.setFillColor(ts.black)
        draw_qr(canvas, self.text, 0, 0, self.width)
