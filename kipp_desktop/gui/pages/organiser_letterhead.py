"""The letterhead as it will be printed, drawn anew while it is typed, and its coat of arms."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPixmap, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSizePolicy

from kipp_desktop.domain.competition import Letterhead, Paper
from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.services import letterheads
from kipp_desktop.services.masters import Master

_PATIENCE = 400  # milliseconds of quiet before it is drawn
_SIDES = (900, 600, 400, 256)  # the longer side a picture is shrunk to until it is small enough
_PART = (0.1, 0.06, 0.82, 0.13)  # left, top, width, height of what is shown, as shares of the page


class LetterheadCard(Card):
    """`logo` is what was chosen, not yet written; `changed` tells that it is another."""

    changed = Signal()

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__()
        self._office, self._notice = office, notice
        self.logo: str | None = None
        self._wanted: tuple[Letterhead, Paper] = (Letterhead(), "f4")
        self._drawn = QImage()
        self.picture = QLabel()
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.choose, self.drop = Button("", "ghost"), Button("", "ghost")
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.drop)
        row.addStretch(1)
        self.body.addWidget(self.picture)
        self.body.addLayout(row)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_PATIENCE)
        self._quiet.timeout.connect(self._ask)
        self.choose.clicked.connect(self._on_choose)
        self.drop.clicked.connect(self._on_drop)

    def show_letterhead(self, lines: list[str], paper: Paper) -> None:
        """Draw these lines and the chosen arms, once typing pauses."""
        wanted = (Letterhead(tuple(lines), self.logo), paper)
        self.drop.setVisible(self.logo is not None)
        if wanted != self._wanted or self._drawn.isNull():
            self._wanted = wanted
            self._quiet.start()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.set_caption(translate("LetterheadCard", "Kop surat di kertas"))
        self.picture.setAccessibleName(translate("LetterheadCard", "Kop surat seperti dicetak"))
        self.choose.setText(translate("LetterheadCard", "Pilih &lambang …"))
        self.drop.setText(translate("LetterheadCard", "Tanpa la&mbang"))

    def use_picture(self, path: Path) -> None:
        """Take a picture of any usual kind as the coat of arms."""
        try:
            self.logo = letterheads.logo_from(_as_png(path))
        except UserError as error:
            self._notice.show_error(error)
            return
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into another width."""
        super().resizeEvent(event)
        self._fit()

    def _ask(self) -> None:
        wanted, paper = self._wanted

        def draw(master: Master) -> bytes:
            return letterheads.preview(wanted, paper)

        what = translate("LetterheadCard", "Menggambar kop surat")
        self._office.look_up(what, draw, self._on_drawn, self._notice.show_error)

    def _on_drawn(self, data: bytes) -> None:
        buffer, document = QBuffer(), QPdfDocument(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        size = document.pagePointSize(0)
        whole = document.render(0, QSize(round(size.width() * 2), round(size.height() * 2)))
        document.close()
        document.deleteLater()
        self._drawn = _on_white(whole)
        self._fit()

    def _fit(self) -> None:
        if self._drawn.isNull() or self.width() < 60:
            return
        width = self.width() - 44
        ratio = self.devicePixelRatioF()
        shown = self._drawn.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(QPixmap.fromImage(shown))
        self.picture.setFixedHeight(round(shown.height() / ratio))

    def _on_choose(self) -> None:
        title = translate("LetterheadCard", "Lambang daerah")
        kinds = translate("LetterheadCard", "Gambar (*.png *.jpg *.jpeg *.bmp)")
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.use_picture(Path(path))

    def _on_drop(self) -> None:
        self.logo = None
        self.changed.emit()


def _on_white(page: QImage) -> QImage:
    """The part of a page that bears the letterhead, on white as on paper."""
    left, top, width, height = _PART
    part = QRect(
        round(page.width() * left),
        round(page.height() * top),
        round(page.width() * width),
        round(page.height() * height),
    )
    ground = QImage(part.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(QPoint(0, 0), page, part)
    painter.end()
    return ground


def _as_png(path: Path) -> bytes:
    """The picture as a PNG that fits the letterhead. Raises UserError("document.logo_unreadable")."""
    image = QImage(str(path))
    if image.isNull():
        raise UserError("document.logo_unreadable")
    data = QByteArray()
    for side in _SIDES:
        if max(image.width(), image.height()) > side:
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(QSize(side, side), keep, smooth)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        data = buffer.data()
        if data.size() <= letterheads.LOGO_CAP:
            break
    return bytes(data.data())
