"""A list that people put in order, by dragging or with two buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme

_ROW = 36


class OrderList(QWidget):
    """Things by key, the best first; what has no room in a line ends in … and is the tooltip."""

    moved = Signal()

    def __init__(self, theme: Theme, things: Sequence[tuple[str, str]], name: str, most: int = 6) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for key, words in things:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(words)
            item.setSizeHint(QSize(0, theme.px(_ROW)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(theme.px(_ROW) * max(2, min(len(things), most)) + 8)
        self.up = IconButton(theme, "chevron-up", translate("OrderList", "Naikkan"))
        self.down = IconButton(theme, "chevron-down", translate("OrderList", "Turunkan"))
        buttons = QVBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        self.setFocusProxy(self.list)
        self.up.clicked.connect(self._raise)
        self.down.clicked.connect(self._lower)
        self.list.model().rowsMoved.connect(self.moved)

    def order(self) -> list[str]:
        """The keys as they were put."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def _raise(self) -> None:
        self._move(-1)

    def _lower(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + step < self.list.count():
            item = self.list.takeItem(at)
            self.list.insertItem(at + step, item)
            self.list.setCurrentRow(at + step)
            self.moved.emit()
