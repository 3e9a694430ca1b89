"""Room for a page: it scrolls where the window is too small for it, so that no page makes a window grow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class PageArea(QScrollArea):
    """Gives a widget all the room there is, and scrolls below what it needs at least.

    Qt's own resizing takes the height that wrapped texts would like for the least, and scrolls too early.
    """

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """Next to nothing: the window decides."""
        return QSize(160, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into another room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page anew when its parts ask for another size."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        least = self._least(room.width())
        if least.width() > room.width():
            room -= QSize(0, bar)
        if least.height() > room.height():
            room -= QSize(bar, 0)
            least = self._least(room.width())
        self._inside.resize(room.expandedTo(least))

    def _least(self, width: int) -> QSize:
        """What the page needs where it is given this width."""
        least, layout = self._inside.minimumSizeHint(), self._inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            least.setHeight(layout.minimumHeightForWidth(max(width, least.width())))
        return least
