"""Printers: the one used last, the paper a sheet will land on, and what to do where that is another one."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMessageBox, QWidget

from kipp_desktop.domain.competition import PAPER_MM, Paper
from kipp_desktop.gui.languages import translate

_ALIKE = 1.5  # millimetres between what printers and rulers call the same paper

Answer = Literal["again", "look", "no"]


def printer_for(points: QSizeF, name: str = "") -> QPrinter:
    """A printer set to a page of this size in points; the one called `name` where it still is there."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
    upright = QSizeF(min(points.width(), points.height()), max(points.width(), points.height()))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))
    lying = points.width() > points.height()
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(orientation)
    printer.setFullPage(True)
    return printer


def paper_in(printer: QPrinter) -> Paper | None:
    """The paper a print will land on: as chosen where the printer takes it, else what the printer holds.

    None for a paper that documents are not made for.
    """
    chosen = printer.pageLayout().pageSize()
    info = QPrinterInfo(printer)
    if info.isNull() or info.supportsCustomPageSizes():
        return paper_of(chosen)
    taken = {paper_of(size) for size in info.supportedPageSizes()}
    return paper_of(chosen) if paper_of(chosen) in taken else paper_of(info.defaultPageSize())


def paper_of(size: QPageSize) -> Paper | None:
    """Which of our papers a size is, lying or upright."""
    held = size.size(QPageSize.Unit.Millimeter)
    short, long = sorted((held.width(), held.height()))
    for paper, (width, height) in PAPER_MM.items():
        if abs(short - width) < _ALIKE and abs(long - height) < _ALIKE:
            return paper
    return None


class OtherPaper(QMessageBox):
    """The printer holds another paper than the document was made for: nothing is shrunk silently."""

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = {"f4": "F4", "folio": "Folio", "a4": "A4"}[paper]
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(translate("OtherPaper", "Kertas printer berbeda"))
        self.setText(
            translate(
                "OtherPaper",
                "Printer ini memakai kertas {paper}; dokumen disusun untuk kertas lain. "
                "Belum ada yang dicetak.",
            ).format(paper=name)
        )
        action, reject = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole
        again = translate("OtherPaper", "&Susun untuk {paper}").format(paper=name)
        self.again = self.addButton(again, action)
        self.smaller = self.addButton(
            translate("OtherPaper", "&Lihat diperkecil …"), QMessageBox.ButtonRole.ActionRole
        )
        self.addButton(translate("OtherPaper", "&Batal"), reject)
        self.setDefaultButton(self.again)

    def answer(self) -> Answer:
        """Ask and wait."""
        self.exec()
        clicked = self.clickedButton()
        return "again" if clicked is self.again else "look" if clicked is self.smaller else "no"
