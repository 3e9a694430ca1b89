"""Paper as a scanner sees it: pages rendered by Qt, codes read by a decoder that knows nothing of us."""

from __future__ import annotations

import numpy
import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument


def rendered(data: bytes, page: int = 0, dots: int = 150) -> numpy.ndarray:
    """A page in shades of grey, `dots` to the inch."""
    held, buffer, document = QByteArray(data), QBuffer(), QPdfDocument()
    buffer.setData(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    size = document.pagePointSize(page) * (dots / 72)
    drawn = document.render(page, QSize(round(size.width()), round(size.height())))
    sheet = QImage(drawn.size(), QImage.Format.Format_Grayscale8)
    sheet.fill(255)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, drawn)
    painter.end()
    rows = numpy.frombuffer(sheet.constBits(), numpy.uint8).reshape(sheet.height(), sheet.bytesPerLine())
    document.close()
    return rows[:, : sheet.width()].copy()


def scanned(data: bytes, page: int = 0) -> list[str]:
    """What a QR reader sees on a page at 150 dots per inch."""
    return [found.text for found in zxingcpp.read_barcodes(rendered(data, page))]
