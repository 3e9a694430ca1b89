"""The same strings on a bare reportlab canvas: no wrapping, no lines, no head, no footer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

FONT, SIZE = "LiberationSans", 9
LEFT = (85, 125, 170, 300, 430, 470, 500)  # where the columns begin, in points
TOP, FOOT, STEP = 860, 90, 24


def draw(rows: Iterable[Sequence[str]]) -> bytes:
    """Every string of every row at the place of its column, a new page where one is full."""
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas: Any = Canvas(file, pagesize=(609.4, 935.4), pageCompression=1)
    canvas.setFont(FONT, SIZE)
    down = TOP
    for row in rows:
        for left, text in zip(LEFT, row, strict=True):
            canvas.drawString(left, down, text)
        down -= STEP
        if down < FOOT:
            canvas.showPage()
            canvas.setFont(FONT, SIZE)
            down = TOP
    canvas.save()
    return file.getvalue()
