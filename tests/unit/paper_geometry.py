"""Where every piece of text of a PDF stands, and what must never be true of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdf

from kipp_desktop.documents.typeset import mm, text_width

EDGE = 7 * mm  # nothing is printed nearer to the edge of the paper: printers can't


@dataclass(frozen=True)
class Piece:
    """A run of text on one line: left, right and baseline in points."""

    left: float
    right: float
    low: float
    size: float
    text: str


def pages_of(data: bytes) -> list[str]:
    """The text of every page."""
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def flat(data: bytes) -> str:
    """The text of all pages without line breaks."""
    return " ".join(" ".join(pages_of(data)).split())


def pieces_of(page: Any) -> list[Piece]:
    """Every upright piece of text. Raised marks are passed over: pypdf does not know their place."""
    found: list[Piece] = []

    def visit(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        shown = text.strip("\n").rstrip()
        turned = abs(cm[1]) > 0.01 or abs(tm[1]) > 0.01
        if not shown.strip() or font is None or turned or re.fullmatch(r"[\d) ]+\)", shown.strip()):
            return
        left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        low = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        name = str(font["/BaseFont"]).split("+")[-1]
        found.append(Piece(left, left + text_width(shown, name, size), low, size, shown))

    page.extract_text(visitor_text=visit)
    return found


def faults(data: bytes) -> Iterator[str]:
    """Text that leaves the paper, or two pieces that stand on each other."""
    for number, page in enumerate(pypdf.PdfReader(BytesIO(data)).pages, start=1):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        pieces = sorted(pieces_of(page), key=lambda one: (-one.low, one.left))
        for one in pieces:
            if one.left < EDGE or one.right > width - EDGE or not EDGE <= one.low <= height - EDGE:
                yield f"page {number}: outside the paper: {one}"
        for at, one in enumerate(pieces):
            for other in pieces[at + 1 :]:
                if one.low - other.low > 0.6 * min(one.size, other.size):
                    break
                if min(one.right, other.right) - max(one.left, other.left) > 1.5:
                    yield f"page {number}: {one} on {other}"


def above(data: bytes, words: str) -> list[list[Piece]]:
    """For each time these words stand on a page: the pieces above them, watermark and footer apart."""
    found: list[list[Piece]] = []
    for page in pypdf.PdfReader(BytesIO(data)).pages:
        pieces = pieces_of(page)
        for one in pieces:
            if words in one.text:
                found.append([other for other in pieces if other.low > one.low + 1])
    return found
