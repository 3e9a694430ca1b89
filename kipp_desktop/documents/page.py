"""The page every document stands on: paper, margins, footer with check code, watermark, metadata, bookmarks.

Same page and same story give byte-identical files: nothing here looks at a clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from kipp_desktop import __version__
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.typeset import Untyped, mm
from kipp_desktop.documents.words import Language, Words
from kipp_desktop.domain.competition import PAPER_MM, Paper

TOP, BOTTOM, LEFT, RIGHT = 25 * mm, 30 * mm, 30 * mm, 25 * mm
QR_SIDE, QR_FOOT = 16 * mm, 11 * mm
FOOTER_SIZE, NUMBER_SIZE = 7.5, 8.0

Block = Untyped  # a reportlab flowable
Story = Callable[[], list[Block]]
Frame = Callable[[Untyped, "Page"], None]


@dataclass(frozen=True, slots=True)
class CheckCode:
    """What ties paper to data: the QR's text, a digest of which the beginning is printed, the log."""

    payload: str
    digest: str
    package_version: int
    log_size: int

    @property
    def short(self) -> str:
        """The first 16 hex digits in groups of four."""
        return " ".join(self.digest[start : start + 4] for start in range(0, 16, 4)).strip()


@dataclass(frozen=True, slots=True)
class Page:
    """How a document's pages look and what the file says of itself."""

    title: str
    paper: Paper = "f4"
    language: Language = "id"
    author: str = ""
    code: CheckCode | None = None
    status: str = ""
    watermark: str = ""
    initials: bool = True
    landscape: bool = False
    footer: bool = True
    turned: Callable[[int], None] | None = None  # told the number of each page that is set; may raise to stop

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        width, height = PAPER_MM[self.paper]
        return (height * mm, width * mm) if self.landscape else (width * mm, height * mm)

    @property
    def text_width(self) -> float:
        """What the margins leave, in points."""
        return self.size[0] - LEFT - RIGHT

    @property
    def text_height(self) -> float:
        """What the margins leave, in points."""
        return self.size[1] - TOP - BOTTOM


def handout(title: str, competition: str, paper: Paper, language: Language, footer: bool) -> Page:
    """The page of something that is handed over and not signed: no initials, no result, no status."""
    return Page(f"{title} – {competition}", paper, language, initials=False, footer=footer)


def compose(page: Page, story: Story, frame: Frame | None = None) -> bytes:
    """Set a story on pages; `frame` draws on each page first.

    How many pages there are is known at the end only: each page names a form of its own for its number, and
    the forms are drawn last.
    """
    ts.load_fonts()
    file = BytesIO()
    width, height = page.size
    document = ts.BaseDocTemplate(
        file,
        pagesize=page.size,
        invariant=1,
        pageCompression=1,
        title=page.title,
        author=page.author or "KIPP Desktop",
        subject=page.status,
        creator=f"KIPP Desktop {__version__}",
        lang=page.language,
        displayDocTitle=1,
        initialFontName=ts.SANS,  # else every page names Helvetica, which is not embedded
    )

    def begin(canvas: Untyped, _document: Untyped) -> None:
        if frame is not None:
            frame(canvas, page)
        if page.watermark:
            _draw_watermark(canvas, page)

    def end(canvas: Untyped, _document: Untyped) -> None:
        if page.footer:
            _draw_footer(canvas, page)
        if page.turned is not None:
            page.turned(canvas.getPageNumber())

    def finish(canvas: Untyped) -> None:
        if page.footer:
            _draw_page_numbers(canvas, page, int(document.page))

    whole = ts.Frame(
        LEFT, BOTTOM, width - LEFT - RIGHT, height - TOP - BOTTOM,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    document.addPageTemplates([ts.PageTemplate(frames=[whole], onPage=begin, onPageEnd=end)])
    document.build(story(), canvasmaker=partial(ts.FinishingCanvas, finish))
    return file.getvalue()


def _draw_watermark(canvas: Untyped, page: Page) -> None:
    """Write the watermark along the diagonal, light enough to read a table through it."""
    width, height = page.size
    diagonal = (width**2 + height**2) ** 0.5
    size = min(96.0, 96.0 * 0.72 * diagonal / ts.text_width(page.watermark, ts.BOLD, 96))
    canvas.saveState()
    canvas.setFont(ts.BOLD, size)
    canvas.setFillColor(ts.shade(0.92))
    canvas.translate(width / 2, height / 2)
    canvas.rotate(52 if height > width else 33)
    canvas.drawCentredString(0, -size / 3, page.watermark)
    canvas.restoreState()


def _draw_footer(canvas: Untyped, page: Page) -> None:
    words = Words(page.language)
    width, top = page.size[0], QR_FOOT + QR_SIDE
    right = width - RIGHT
    canvas.saveState()
    canvas.setFillColor(ts.black)
    left = LEFT
    if page.code is not None:
        draw_qr(canvas, page.code.payload, LEFT, QR_FOOT, QR_SIDE)
        left += QR_SIDE + 3 * mm
    canvas.setFont(ts.SANS, NUMBER_SIZE)
    if page.initials:
        canvas.drawRightString(right, top - 8, words("initials"))
    canvas.doForm(_number_form(canvas.getPageNumber()))
    _draw_code_lines(canvas, page, left, top, right - 36 * mm - left)
    canvas.restoreState()


def _draw_page_numbers(canvas: Untyped, page: Page, pages: int) -> None:
    """Draw the forms that the pages have named: Halaman x dari y."""
    words = Words(page.language)
    width, height = page.size
    for number in range(1, pages + 1):
        canvas.beginForm(_number_form(number), 0, 0, width, height)
        canvas.setFont(ts.SANS, NUMBER_SIZE)
        canvas.drawRightString(width - RIGHT, QR_FOOT + 4, words("page_of", page=number, pages=pages))
        canvas.endForm()


def _number_form(number: int) -> str:
    return f"number{number}"


def _draw_code_lines(canvas: Untyped, page: Page, left: float, top: float, width: float) -> None:
    """Write beside the QR what it is, the beginning of the digest, and where the log stood."""
    words = Words(page.language)
    canvas.setFont(ts.SANS, FOOTER_SIZE)
    status = page.status
    if page.code is not None:
        canvas.drawString(left, top - 8, words("check_code"))
        canvas.setFont(ts.MONO, 8.5)
        canvas.drawString(left, top - 19, page.code.short)
        facts = words("package_and_log", package=page.code.package_version, log=page.code.log_size)
        status = f"{facts} · {status}" if status else facts
    canvas.setFont(ts.SANS, FOOTER_SIZE)
    foot = top - 30
    for line in ts.lines_within(status, ts.SANS, FOOTER_SIZE, width)[:2]:
        canvas.drawString(left, foot, line)
        foot -= FOOTER_SIZE + 2


def draw_qr(canvas: Untyped, text: str, left: float, foot: float, side: float) -> None:
    """Draw a QR code as filled rectangles, runs of dark squares joined so that no hairlines show."""
    squares = ts.qr_squares(text)
    unit = side / len(squares)
    path = canvas.beginPath()
    for row, line in enumerate(squares):
        start = 0
        while start < len(line):
            end = start
            while end < len(line) and line[end]:
                end += 1
            if end > start:
                path.rect(left + start * unit, foot + side - (row + 1) * unit, (end - start) * unit, unit)
            start = end + 1
    canvas.drawPath(path, stroke=0, fill=1)
