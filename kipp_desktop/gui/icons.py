"""Our own line icons: one stroke width, drawn in a colour of the palette."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton, QWidget

from kipp_desktop.gui.theme import Theme, set_property

ICON = 20  # pixels at 100 %


def icon_pixmap(theme: Theme, name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon of `size` logical pixels (not zoomed) on a transparent ground."""
    # Before there is a painter: one that an exception leaves open takes the process down with it.
    renderer = _renderer(theme.icons, name, theme.color(token).name())
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def icon(theme: Theme, name: str, token: str = "ink") -> QIcon:
    """An icon for a button or an action in the present colours; make it anew after `Theme.changed`."""
    made, size = QIcon(), theme.px(ICON)
    for mode, shade in ((QIcon.Mode.Normal, token), (QIcon.Mode.Disabled, "faint")):
        for each in (size, 2 * size):  # the larger for a screen of fine pixels
            made.addPixmap(icon_pixmap(theme, name, shade, each), mode)
    return made


class IconButton(QToolButton):
    """A square button with an icon only; its name is spoken and shown as a tooltip."""

    def __init__(self, theme: Theme, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        set_property(self, "kind", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)
        self._dress()
        theme.changed.connect(self._dress)

    def set_name(self, name: str) -> None:
        """Say what the button does, for the tooltip and for screen readers."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Look pressable or not."""
        if event.type() == QEvent.Type.EnabledChange:
            self._dress()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Be sharp on another screen, too."""
        if self.devicePixelRatioF() != self._ratio:
            self._dress()
        super().paintEvent(event)

    def _dress(self) -> None:
        """Draw what is shown now: a window has a dozen such buttons, and waits for them when it starts."""
        enabled, size, made = self.isEnabled(), self._theme.px(ICON), QIcon()
        token, mode = ("ink", QIcon.Mode.Normal) if enabled else ("faint", QIcon.Mode.Disabled)
        self._ratio = self.devicePixelRatioF()
        made.addPixmap(icon_pixmap(self._theme, self._icon_name, token, size, self._ratio), mode)
        self.setIcon(made)
        self.setIconSize(QSize(size, size))


def _renderer(folder: Path, name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(folder, name).replace("currentColor", color).encode()))


@lru_cache(maxsize=128)
def _source(folder: Path, name: str) -> str:
    return (folder / f"{name}.svg").read_text(encoding="utf-8")
