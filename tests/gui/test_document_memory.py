"""A long proposal costs a juror's laptop little memory: a hard limit, measured from end to end."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from kipp_desktop.services import attachments
from tests.gui import juror_desks

pytest_plugins = ["tests.gui.juror_around"]
ROOT = Path(__file__).resolve().parents[2]
PAGES, MOST_MB = 300, 80


def photo(seed: int) -> bytes:
    """A photograph of 1000×700 pixels that compresses as badly as a real one."""
    width, height = 1000, 700
    noise = bytes((at * 2654435761 * (seed + 1) >> 13) & 0xFF for at in range(width * height))
    image = QImage(noise, width, height, width, QImage.Format.Format_Grayscale8)
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(held, "JPG", 85)
    return bytes(held.data().data())


def proposal() -> bytes:
    """300 pages of text, with a photograph on every third."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    photos = [ImageReader(io.BytesIO(photo(seed))) for seed in range(4)]
    made = io.BytesIO()
    canvas = Canvas(made)
    for page in range(PAGES):
        text = canvas.beginText(60, 780)
        for line in range(20 if page % 3 == 0 else 50):
            text.textLine(
                f"{page + 1}.{line + 1}  Kader mengunjungi setiap lansia dan mencatat kesehatannya."
            )
        text.textLine("Data kunjungan terhubung dengan posyandu dan puskesmas.")
        canvas.drawText(text)
        if page % 3 == 0:
            canvas.drawImage(photos[page // 3 % 4], 60, 80, 480, 336)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_three_hundred_pages_add_at_most_eighty_megabytes(home):
    desk = juror_desks.desk(home / "acara")
    (home / "03 Proposal lengkap.pdf").write_bytes(proposal())
    attachments.take_in(desk, [home / "03 Proposal lengkap.pdf"], "", _silent)
    folder = desk.store.folder
    desk.close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "gui" / "document_memory.py", folder, home],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr[-800:]
    pages, hits, _, added = done.stdout.split()
    assert (int(pages), int(hits)) == (PAGES, PAGES)
    assert float(added) <= MOST_MB


def _silent(done: int, total: int, what: str) -> None:
    """Nobody watches."""
