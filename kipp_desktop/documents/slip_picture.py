"""One juror's slip as a picture, for somebody who is called and has no paper. Drawn with Pillow, which
reportlab brings along.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from kipp_desktop import paths
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.slips import TEXTS, Slip
from kipp_desktop.documents.words import Language, Words

WIDTH, HEIGHT, MARGIN = 1080, 620, 48
QR = 250


def slip_picture(slip: Slip, competition: str, language: Language = "id") -> bytes:
    """A PNG. Same slip, same bytes."""
    words = Words(language, TEXTS)
    picture = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((8, 8, WIDTH - 9, HEIGHT - 9), outline=150, width=2)
    room = WIDTH - 2 * MARGIN
    down = _lines(draw, competition, _font("Sans-Bold", 30), MARGIN, room, 2)
    down = _lines(draw, words("slip.secret"), _font("Sans-Regular", 24), down + 4, room, 1)
    who = ", ".join(part for part in (slip.title, slip.institution) if part)
    juror = words("slip.juror", juror=slip.juror)
    beside = room - QR - 24 if slip.qr else room
    down = _lines(draw, slip.name or juror, _font("Sans-Bold", 36), down + 26, beside, 2)
    down = _lines(draw, f"{juror} · {who}" if who else juror, _font("Sans-Regular", 24), down + 2, beside, 2)
    draw.text((MARGIN, down + 28), slip.code, fill=0, font=_font("Mono-Bold", 76))
    _lines(draw, words("slip.instruction"), _font("Sans-Regular", 22), HEIGHT - 138, room, 4)
    if slip.qr:
        _draw_qr(draw, slip.qr, WIDTH - MARGIN - QR, 160)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(paths.resources() / "fonts" / f"Liberation{name}.ttf"), size)


def _lines(
    draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, top: int, room: int, most: int
) -> int:
    """Write text over so many lines, the last one cut short; where it ends."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if draw.textlength(longer, font=font) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    height = round(font.size * 1.25)
    for at, line in enumerate(lines):
        draw.text((MARGIN, top + at * height), line, fill=0, font=font)
    return top + len(lines) * height


def _draw_qr(draw: ImageDraw.ImageDraw, text: str, left: int, top: int) -> None:
    squares = ts.qr_squares(text)
    unit = QR // len(squares)
    for row, line in enumerate(squares):
        for column, dark in enumerate(line):
            if dark:
                corner = (left + column * unit, top + row * unit)
                draw.rectangle((*corner, corner[0] + unit - 1, corner[1] + unit - 1), fill=0)
