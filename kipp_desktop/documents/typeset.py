"""reportlab and segno as this package knows them: cast here once, because neither is typed. Fonts and styles.

Only modules of `documents` take these names, and no other module imports the two libraries.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, cast

import reportlab.lib.colors as _colors
import reportlab.lib.styles as _styles
import reportlab.lib.units as _units
import reportlab.lib.utils as _utils
import reportlab.pdfbase.pdfmetrics as _metrics
import reportlab.pdfbase.ttfonts as _ttfonts
import reportlab.pdfgen.canvas as _canvas
import reportlab.platypus as _platypus
import segno as _segno

from kipp_desktop import paths

Untyped = Any
"""What reportlab and segno hand out."""

mm = cast(float, cast(Any, _units).mm)
BaseDocTemplate: Any = cast(Any, _platypus).BaseDocTemplate
Frame: Any = cast(Any, _platypus).Frame
PageTemplate: Any = cast(Any, _platypus).PageTemplate
PageBreak: Any = cast(Any, _platypus).PageBreak
CondPageBreak: Any = cast(Any, _platypus).CondPageBreak
KeepTogether: Any = cast(Any, _platypus).KeepTogether
KeepInFrame: Any = cast(Any, _platypus).KeepInFrame
Flowable: Any = cast(Any, _platypus).Flowable
Paragraph: Any = cast(Any, _platypus).Paragraph
Image: Any = cast(Any, _platypus).Image
Spacer: Any = cast(Any, _platypus).Spacer
Table: Any = cast(Any, _platypus).Table
ParagraphStyle: Any = cast(Any, _styles).ParagraphStyle
_Canvas: Any = cast(Any, _canvas).Canvas
ImageReader: Any = cast(Any, _utils).ImageReader
black: Any = cast(Any, _colors).black
grey: Any = cast(Any, _colors).Color

SANS, BOLD, ITALIC = "LiberationSans", "LiberationSans-Bold", "LiberationSans-Italic"
MONO, MONO_BOLD = "LiberationMono", "LiberationMono-Bold"
LEFT, CENTRE, RIGHT, JUSTIFIED = 0, 1, 2, 4
_FILES = {
    SANS: "LiberationSans-Regular.ttf",
    BOLD: "LiberationSans-Bold.ttf",
    ITALIC: "LiberationSans-Italic.ttf",
    MONO: "LiberationMono-Regular.ttf",
    MONO_BOLD: "LiberationMono-Bold.ttf",
}


@cache
def load_fonts() -> None:
    """Make the embedded fonts known to reportlab, once."""
    folder = paths.resources() / "fonts"
    for name, file in _FILES.items():
        cast(Any, _metrics).registerFont(cast(Any, _ttfonts).TTFont(name, str(folder / file)))
    cast(Any, _metrics).registerFontFamily(SANS, normal=SANS, bold=BOLD, italic=ITALIC, boldItalic=BOLD)


class FinishingCanvas(_Canvas):
    """A canvas whose first argument is called with it before the file is written."""

    def __init__(self, finish: Callable[[Any], None], *given: Untyped, **named: Untyped) -> None:
        _Canvas.__init__(self, *given, **named)
        self._finish = finish

    def save(self) -> None:
        """Finish, then write."""
        self._finish(self)
        _Canvas.save(self)


def text_width(text: str, font: str, size: float) -> float:
    """The width of a line in points."""
    load_fonts()
    return float(cast(Any, _metrics).stringWidth(text, font, size))


def lines_within(text: str, font: str, size: float, width: float) -> list[str]:
    """Break a text into lines no wider than `width` points."""
    load_fonts()
    return list(cast(Any, _utils).simpleSplit(text, font, size, width))


@lru_cache(maxsize=50_000)
def _word_width(word: str, font: str, size: float) -> float:
    return text_width(word, font, size)


def broken(text: str, font: str, size: float, width: float) -> list[str]:
    """Break a text into lines no wider than `width` points, at its own line ends and between words; a word
    that is wider is broken within. At least one line, which may be empty.

    The fonts are set without kerning: a line is as wide as its words and spaces together.
    """
    space = _word_width(" ", font, size)
    lines: list[str] = []
    for part in text.split("\n"):
        line, used = "", 0.0
        for word in filter(None, part.replace("\t", " ").split(" ")):  # a no-break space breaks no line
            long = _word_width(word, font, size)
            if line and used + space + long <= width:
                line, used = f"{line} {word}", used + space + long
                continue
            if line:
                lines.append(line)
            while long > width and len(word) > 1:
                taken = _fitting(word, font, size, width)
                lines.append(word[:taken])
                word = word[taken:]
                long = _word_width(word, font, size)
            line, used = word, long
        lines.append(line)
    return lines


def _fitting(word: str, font: str, size: float, width: float) -> int:
    """How many leading signs of a long word fit, at least one."""
    used = 0.0
    for at, sign in enumerate(word):
        used += _word_width(sign, font, size)
        if used > width:
            return max(1, at)
    return len(word)


TABLE_FONT = ("FONTNAME", (0, 0), (-1, -1), SANS)
"""For every table: empty cells set reportlab's own font otherwise, and that one is not embedded."""


def shade(level: float) -> Untyped:
    """A grey: 0 black, 1 white."""
    return grey(level, level, level)


@lru_cache(maxsize=4)  # the same code stands on every page
def qr_squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark squares of a QR code with medium error correction, row by row, without quiet zone."""
    code = cast(Any, _segno).make(text, error="m", micro=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)


def _style(name: str, font: str = SANS, size: float = 11, leading: float = 0, **more: Untyped) -> Untyped:
    more = {"bulletFontName": font, "bulletFontSize": size, **more}
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading or size * 1.25, **more)


@cache
def style(name: str) -> Untyped:
    """A paragraph style by its name."""
    load_fonts()
    return {
        "agency": _style("agency", BOLD, 12.5, 15, alignment=CENTRE),
        "unit": _style("unit", BOLD, 15, 18, alignment=CENTRE),
        "address": _style("address", SANS, 9, 11.5, alignment=CENTRE),
        "title": _style("title", BOLD, 12, 16.5, alignment=CENTRE),
        "under_title": _style("under_title", SANS, 11, 15, alignment=CENTRE, spaceBefore=3),
        "body": _style("body", SANS, 11, 16, alignment=JUSTIFIED, spaceBefore=6),
        "heading": _style("heading", BOLD, 11, 15, spaceBefore=12, spaceAfter=4),
        "minor_heading": _style("minor_heading", BOLD, 9.5, 13, spaceBefore=10, spaceAfter=3),
        "signers": _style("signers", BOLD, 11, 14, spaceBefore=4, spaceAfter=4),
        "note": _style("note", SANS, 9, 12, alignment=JUSTIFIED, spaceBefore=3),
        "place_date": _style("place_date", SANS, 11, 15, alignment=CENTRE, spaceBefore=10, spaceAfter=4),
        "signer": _style("signer", SANS, 11, 14, alignment=CENTRE),
        "signer_name": _style("signer_name", BOLD, 11, 14, alignment=CENTRE),
        "fact": _style("fact", SANS, 11, 15),
        "item": _style(
            "item", SANS, 11, 15.5, alignment=JUSTIFIED, spaceBefore=3, leftIndent=16, bulletIndent=0
        ),
        "right_line": _style("right_line", SANS, 11, 15, alignment=RIGHT),
        "grid_title": _style("grid_title", BOLD, 12, 16),
        "certificate": _style("certificate", BOLD, 24, 30, alignment=CENTRE, spaceBefore=4),
        "certificate_name": _style("certificate_name", BOLD, 17, 22, alignment=CENTRE, spaceBefore=5),
        "certificate_award": _style("certificate_award", BOLD, 20, 26, alignment=CENTRE, spaceBefore=3),
        "spoken": _style("spoken", SANS, 14, 20, spaceBefore=6),
        "spoken_head": _style("spoken_head", BOLD, 15, 20, spaceBefore=14),
        "spoken_title": _style("spoken_title", BOLD, 18, 23, spaceBefore=3),
        "head": _style("head", BOLD, 9, 11.5, alignment=CENTRE),
        "left": _style("left", SANS, 9, 11.5),
        "centre": _style("centre", SANS, 9, 11.5, alignment=CENTRE),
        "right": _style("right", SANS, 9, 11.5, alignment=RIGHT),
        "mono": _style("mono", MONO, 8, 10.5),
        "cut": _style("cut", ITALIC, 8.5, 10, alignment=CENTRE),
        "slip_name": _style("slip_name", BOLD, 11, 13.5),
        "slip_small": _style("slip_small", SANS, 8.5, 10.5),
        "guide_title": _style("guide_title", BOLD, 18, 23, spaceAfter=4),
        "large_chapter": _style("large_chapter", BOLD, 18, 23, spaceAfter=4),
        "large_heading": _style("large_heading", BOLD, 12, 16, spaceBefore=10, spaceAfter=2),
        "large_body": _style("large_body", SANS, 11, 15, spaceBefore=4),
        "large_item": _style("large_item", SANS, 11, 15, spaceBefore=3, leftIndent=17, bulletIndent=0),
        "guide_chapter": _style("guide_chapter", BOLD, 14, 18, spaceBefore=16, spaceAfter=2),
        "guide_heading": _style("guide_heading", BOLD, 10.5, 14, spaceBefore=9, spaceAfter=1),
        "guide_body": _style("guide_body", SANS, 9.5, 13, spaceBefore=3),
        "guide_item": _style("guide_item", SANS, 9.5, 13, spaceBefore=2, leftIndent=14, bulletIndent=0),
        "slip_side": _style("slip_side", SANS, 8.5, 10.5, alignment=RIGHT),
    }[name]
