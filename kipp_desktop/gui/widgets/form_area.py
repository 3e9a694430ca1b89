"""Room for a form: as high as what is in it, and scrolling where the screen is lower than that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

_BAR = 10  # the scroll bar beside the form, in pixels


class FormArea(QScrollArea):
    """Asks for the height of `inside` at its present width, and for no more than `most` pixels."""

    def __init__(self, inside: QWidget, most: int) -> None:
        super().__init__()
        self._inside, self._most = inside, most
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if inside.hasHeightForWidth():  # else Qt takes the height of the narrowest form for its least
            inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setWidget(inside)

    def set_most(self, most: int) -> None:
        """Allow another height."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All of the form, or the most."""
        inside = self._inside
        width = max(self.width(), inside.minimumSizeHint().width())
        high = inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return QSize(inside.sizeHint().width() + _BAR, min(max(high, 1), self._most))

    def minimumSizeHint(self) -> QSize:
        """The form is not squeezed below what it asks for."""
        wide = self._inside.minimumSizeHint().width() + _BAR
        return QSize(wide, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The form has changed."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
