"""A thin bar: how much of something is done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kipp_desktop.gui.theme import Theme


class ThinBar(QProgressBar):
    """A flat bar of 6 pixels without a number; give it an accessible name, and say the number beside it."""

    def __init__(self, theme: Theme, name: str, token: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token = token
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.set_share(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_share(self, done: int, total: int) -> None:
        """Fill done / total of the bar; total 0 leaves it empty."""
        self.setMaximum(max(total, 1))
        self.setValue(max(0, min(done, total)))

    def set_token(self, token: str) -> None:
        """Fill with another colour of the palette, as a timer does in its last minute."""
        self._token = token
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room, 6 pixels high at 100 %."""
        return QSize(120, self._theme.px(6))

    def minimumSizeHint(self) -> QSize:
        """Never thinner than the bar."""
        return QSize(24, self._theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and the filled part, both with round ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height = min(self._theme.px(6), self.height())
        whole = QRectF(0, (self.height() - height) / 2, self.width(), height)
        paint_bar(painter, whole, self.value() / max(self.maximum(), 1), self._theme, self._token)


def paint_bar(painter: QPainter, whole: QRectF, share: float, theme: Theme, token: str = "accent") -> None:
    """Paint a bar with round ends; a share above nothing is never thinner than a dot."""
    radius = whole.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("track"))
    painter.drawRoundedRect(whole, radius, radius)
    if share > 0:
        filled = QRectF(whole)
        filled.setWidth(max(whole.height(), whole.width() * min(share, 1.0)))
        painter.setBrush(theme.color(token))
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()
