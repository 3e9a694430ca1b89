"""A PDF on the screen, on paper and in a file: the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.printers import printer_for
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Card


class PdfPreview(Card):
    """Shows one PDF; keeps its bytes for saving and printing."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self.data = b""
        self._others: Sequence[bytes] = ()
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setAccessibleName(name)
        self.view.setDocument(self._document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.body.setContentsMargins(2, 2, 2, 2)
        self.body.addWidget(self.view)
        self._dress()
        theme.changed.connect(self._dress)

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return self._document.pageCount()

    def show_pdf(self, data: bytes) -> None:
        """Show these bytes; none empties the view."""
        self._document.close()
        self._buffer.close()
        self.data = data
        if data:
            self._buffer.setData(QByteArray(data))
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)

    def text(self) -> str:
        """The text of all pages, for tests and for copying."""
        return "\n".join(self._document.getAllText(page).text() for page in range(self.pages))

    def ask_printer(self, name: str = "") -> QPrinter | None:
        """Ask for a printer and which pages, the one called `name` first. None: nothing is to be printed."""
        printer = printer_for(self._document.pagePointSize(0), name)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(translate("PdfPreview", "Cetak"))
        dialog.setMinMax(1, max(1, self.pages))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if agreed else None

    def print_on_paper(self) -> bool:
        """Ask for a printer and print; whether it was sent."""
        printer = self.ask_printer()
        return printer is not None and self.render_on(printer)

    def look_on(self, printer: QPrinter, others: Sequence[bytes] = ()) -> bool:
        """Show the pages as they will stand on the printer's paper; whether they were printed there."""
        dialog = QPrintPreviewDialog(printer, self)
        dialog.setWindowTitle(translate("PdfPreview", "Pratinjau di kertas printer"))
        self._others = others
        dialog.paintRequested.connect(self._on_paint)
        sent = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return sent

    def render_on(self, printer: QPrinter, others: Sequence[bytes] = ()) -> bool:
        """Paint the pages that were asked for onto a printer, whole, shrunk where the paper is smaller.

        Pages that were picked are those of what is shown; then the others stay out.
        """
        first = max(1, printer.fromPage()) - 1
        last = (printer.toPage() or self.pages) - 1
        painter = QPainter()
        if not painter.begin(printer):
            return False
        for page in range(first, min(last, self.pages - 1) + 1):
            if page > first:
                printer.newPage()
            _paint(painter, printer, self._document, page)
        for data in others if printer.printRange() == QPrinter.PrintRange.AllPages else ():
            self._paint_other(painter, printer, data)
        return painter.end()

    def _on_paint(self, printer: QPrinter) -> None:
        self.render_on(printer, self._others)

    def _paint_other(self, painter: QPainter, printer: QPrinter, data: bytes) -> None:
        buffer, document = QBuffer(), QPdfDocument(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        for page in range(document.pageCount()):
            printer.newPage()
            _paint(painter, printer, document, page)
        document.close()
        document.deleteLater()

    def _dress(self) -> None:
        """Lay the pages on the ground of the window."""
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, self._theme.color("track"))
        self.view.setPalette(palette)


class PreviewDialog(QDialog):
    """A PDF in a window of its own; the page that opens it decides about the buttons in `row`."""

    def __init__(self, theme: Theme, title: str, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 680)
        self.preview = PdfPreview(theme, title)
        self.preview.show_pdf(data)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.preview, 1)
        self.column = column


def _paint(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    whole = printer.paperRect(QPrinter.Unit.DevicePixel)
    per_point = printer.resolution() / 72
    natural = QSizeF(points.width() * per_point, points.height() * per_point)
    shrunk = min(1.0, whole.width() / natural.width(), whole.height() / natural.height())
    target = QSize(round(natural.width() * shrunk), round(natural.height() * shrunk))
    image = document.render(page, target)
    left = round((whole.width() - target.width()) / 2)
    painter.fillRect(left, 0, target.width(), target.height(), Qt.GlobalColor.white)
    painter.drawImage(left, 0, image)
