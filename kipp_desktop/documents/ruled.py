"""Ruled tables: a head on every page, rows that are not split, thousands of rows without waiting.

reportlab's own table lays every cell out as a document of its own and copies what is left with each page;
here a cell is the lines it breaks into, and a page takes a slice of the rows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile
from typing import Any, Literal

from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.page import Block, Page
from kipp_desktop.documents.typeset import Untyped, mm

Align = Literal["left", "centre", "right", "mono"]

LINE, THICK = 0.6, 1.8
SIDE, ABOVE, BELOW, BAR_PADDING = 4.0, 3.0, 4.0, 3.0  # in points
RAISED, MARK_SIZE = 3.0, 6.5
BOX, COMMA = (5.2 * mm, 7.2 * mm), 2 * mm  # a box for a digit, and the comma between them


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, width in points and how its cells stand."""

    head: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text and the footnotes it refers to; or boxes to write digits in, before and after a comma."""

    text: str
    marks: tuple[int, ...] = ()
    boxes: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Bar:
    """A row across the whole table that says something about the row above it, such as a cut."""

    text: str


@dataclass(frozen=True, slots=True)
class _Type:
    """How a cell is set: font, size and leading in points, and where its lines stand."""

    font: str
    size: float
    leading: float
    align: Align


_TYPES = {
    "left": _Type(ts.SANS, 9, 11.5, "left"),
    "centre": _Type(ts.SANS, 9, 11.5, "centre"),
    "right": _Type(ts.SANS, 9, 11.5, "right"),
    "mono": _Type(ts.MONO, 8, 10.5, "left"),
    "head": _Type(ts.BOLD, 9, 11.5, "centre"),
    "bar": _Type(ts.ITALIC, 8.5, 10, "centre"),
}


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell broken into lines, with its type; `marks` stand raised behind the last line."""

    lines: tuple[str, ...]
    type: _Type
    marks: str = ""
    boxes: tuple[int, int] = (0, 0)

    @property
    def height(self) -> float:
        """Without padding, in points."""
        return max(len(self.lines) * self.type.leading, BOX[1] if sum(self.boxes) else 0)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of set cells, one a column; of a bar, one in all. The height is in points, with padding."""

    cells: tuple[_Set, ...]
    height: float
    is_bar: bool = False

    @classmethod
    def of(cls, cells: tuple[_Set, ...], least: float = 0, is_bar: bool = False) -> _Row:
        """A row as high as its cells need, and at least so high."""
        padding = BAR_PADDING if is_bar else ABOVE + BELOW
        return cls(cells, max(least, max((cell.height for cell in cells), default=0) + padding), is_bar)


def table(
    page: Page, columns: Sequence[Column], rows: Sequence[Sequence[Cell] | Bar], least: float = 0
) -> RuledTable:
    """A table with its head on every page and rows at least so high.

    Rows are not split unless one is taller than a page.
    """
    heads = tuple(_set(Cell(column.head), "head", column.width) for column in columns)
    whole = sum(column.width for column in columns)
    placed = [_row(columns, row, whole, least) for row in rows]
    return RuledTable(page, tuple(column.width for column in columns), _Row.of(heads), placed)


def widest(head: str, texts: Sequence[str], least: float, most: float) -> float:
    """A column width that holds the words of the head and the widest text, within bounds in points."""
    words = [ts.text_width(word, ts.BOLD, 9) + 9 for word in head.split()]
    return max([*words, min(most, max([least, *(ts.text_width(text, ts.SANS, 9) + 9 for text in texts)]))])


def boxes_width(boxes: tuple[int, int]) -> float:
    """The width of a column of boxes, in points."""
    return sum(boxes) * BOX[0] + (COMMA if boxes[1] else 0) + 9


def _row(columns: Sequence[Column], row: Sequence[Cell] | Bar, whole: float, least: float) -> _Row:
    if isinstance(row, Bar):
        return _Row.of((_set(Cell(row.text), "bar", whole),), is_bar=True)
    cells = tuple(_set(cell, one.align, one.width) for one, cell in zip(columns, row, strict=True))
    return _Row.of(cells, least)


def _set(cell: Cell, kind: str, width: float) -> _Set:
    type_ = _TYPES[kind]
    marks = " ".join(f"{mark})" for mark in cell.marks)
    room = width - 2 * SIDE
    lines = ts.broken(unicodedata.normalize("NFC", cell.text), type_.font, type_.size, room)
    if marks and ts.text_width(lines[-1], type_.font, type_.size) + _marks_width(marks) > room and lines[-1]:
        lines = [*lines, ""]
    return _Set(tuple(lines), type_, marks, cell.boxes)


def _marks_width(marks: str) -> float:
    return ts.text_width(f" {marks}", ts.SANS, MARK_SIZE)


class RuledTable(ts.Flowable):
    """The rows of a table under a head; what doesn't fit goes on under the same head on the next page."""

    def __init__(self, page: Page, widths: tuple[float, ...], head: _Row, rows: Sequence[_Row]) -> None:
        ts.Flowable.__init__(self)
        self.page, self.widths, self.head, self.rows = page, widths, head, rows
        self.width = sum(widths)
        self.heights = [head.height, *(row.height for row in rows)]
        self.height = sum(self.heights)
        self.hAlign = "LEFT"

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how much room the table takes."""
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Block]:
        """The rows that fit, and the others; a row taller than a page is cut between its lines."""
        fitting = sum(1 for _ in takewhile((height + 0.01).__ge__, accumulate(self.heights))) - 1
        if 0 < fitting < len(self.rows) and self.rows[fitting].is_bar:
            fitting -= 1  # a bar stays below its row
        if fitting > 0:
            return [self.part(0, fitting), self.part(fitting, len(self.rows))]
        if not self.rows or self.heights[1] + self.heights[0] <= self.page.text_height:
            return []
        return self._cut_first(height - self.heights[0])

    def part(self, first: int, last: int) -> RuledTable:
        """The rows from `first` up to `last`, under the same head."""
        return RuledTable(self.page, self.widths, self.head, self.rows[first:last])

    def roomier(self, share: float) -> RuledTable:
        """The same rows, each higher by so many points; bars stay as they are."""
        rows = [row if row.is_bar else replace(row, height=row.height + share) for row in self.rows]
        return RuledTable(self.page, self.widths, self.head, rows)

    def _cut_first(self, height: float) -> list[Block]:
        row = self.rows[0]
        lines = [int((height - ABOVE - BELOW) // cell.type.leading) for cell in row.cells]
        if min(lines) < 2:
            return []
        upper = tuple(_Set(one.lines[:n], one.type) for one, n in zip(row.cells, lines, strict=True))
        lower = tuple(
            _Set(one.lines[n:], one.type, one.marks) for one, n in zip(row.cells, lines, strict=True)
        )
        rest = [_Row.of(lower), *self.rows[1:]]
        pieces = ([_Row.of(upper)], rest)
        return [RuledTable(self.page, self.widths, self.head, rows) for rows in pieces]

    def draw(self) -> None:
        """Draw head, rows and lines."""
        canvas: Untyped = self.canv
        top = self.height
        canvas.setFillColor(ts.shade(0.93))
        canvas.rect(0, top - self.heights[0], self.width, self.heights[0], stroke=0, fill=1)
        canvas.setFillColor(ts.black)
        bars: list[tuple[float, float]] = []
        for row, height in zip((self.head, *self.rows), self.heights, strict=True):
            if row.is_bar:
                bars.append((top, height))
            _draw_row(canvas, row, self.widths, top, height)
            top -= height
        self._draw_lines(canvas, bars)

    def _draw_lines(self, canvas: Untyped, bars: Sequence[tuple[float, float]]) -> None:
        """Lines between rows, thick above a bar; lines between columns, which a bar interrupts."""
        canvas.setLineWidth(LINE)
        canvas.setStrokeColor(ts.black)
        edges = [self.height, *(self.height - down for down in accumulate(self.heights))]
        lines = [(0, edge, self.width, edge) for edge in edges]
        spans = [self.height, *(edge for top, height in bars for edge in (top, top - height)), 0]
        for at, left in enumerate((0, *accumulate(self.widths))):
            outer = at in (0, len(self.widths))
            cuts = [self.height, 0] if outer else spans
            lines += [(left, high, left, low) for high, low in zip(cuts[::2], cuts[1::2], strict=True)]
        canvas.lines(lines)
        canvas.setLineWidth(THICK)
        canvas.lines([(0, top, self.width, top) for top, _ in bars])


def _draw_row(canvas: Untyped, row: _Row, widths: Sequence[float], top: float, height: float) -> None:
    left = 0.0
    places = (sum(widths),) if row.is_bar else widths
    for cell, width in zip(row.cells, places, strict=True):
        if sum(cell.boxes):
            _draw_boxes(canvas, cell.boxes, left, width, top - (height + BOX[1]) / 2)
        else:
            _draw_text(
                canvas, cell, left, width, top - (height - cell.height + BELOW - ABOVE) / 2 + ABOVE / 2
            )
        left += width


def _draw_text(canvas: Untyped, cell: _Set, left: float, width: float, top: float) -> None:
    """Write the lines of a cell, the first one's upper edge at `top`."""
    type_ = cell.type
    canvas.setFont(type_.font, type_.size)
    low = top - type_.leading + (type_.leading - type_.size) / 2 + type_.size * 0.12
    if type_.align == "left" and not cell.marks:
        text = canvas.beginText(left + SIDE, low)  # all lines at once: less work than one by one
        text.setLeading(type_.leading)
        for line in cell.lines:
            text.textLine(line)
        canvas.drawText(text)
        return
    last = len(cell.lines) - 1
    for at, line in enumerate(cell.lines):
        marks = cell.marks if at == last else ""
        if line or marks:
            _draw_line(canvas, cell, line, marks, left, width, low)
        low -= type_.leading


def _draw_line(
    canvas: Untyped, cell: _Set, line: str, marks: str, left: float, width: float, low: float
) -> None:
    type_ = cell.type
    start = left + SIDE
    if type_.align != "left" or marks:
        long = ts.text_width(line, type_.font, type_.size)
        free = width - 2 * SIDE - long - (_marks_width(marks) if marks else 0)
        start += {"left": 0, "mono": 0, "right": free, "centre": free / 2}[type_.align]
        if marks:
            canvas.setFont(ts.SANS, MARK_SIZE)
            canvas.drawString(start + long, low + RAISED, f" {marks}" if line else marks)
            canvas.setFont(type_.font, type_.size)
    if line:
        canvas.drawString(start, low, line)


def _draw_boxes(canvas: Any, boxes: tuple[int, int], left: float, width: float, low: float) -> None:  # noqa: ANN401 - untyped
    """Draw a box a digit in the middle of a column, and the comma."""
    whole, decimals = boxes
    left += max(0.0, (width - boxes_width(boxes) + 9) / 2)
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(ts.shade(0.45))
    for digit in range(whole + decimals):
        start = left + digit * BOX[0] + (COMMA if digit >= whole else 0)
        canvas.rect(start, low, BOX[0] - 1, BOX[1])
    if decimals:
        canvas.setFont(ts.BOLD, 12)
        canvas.drawString(left + whole * BOX[0], low + 1, ",")
