"""Above the juror's list: a search with a filter, and the menu of its order."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QMenu, QWidget

from kipp_desktop.gui.icons import icon
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.participants import Wanted
from kipp_desktop.gui.theme import Theme
from kipp_desktop.services.own_order import By


class ListSearch(QWidget):
    """Words of number, title or institution; all, those to do, or those done. Escape shows all again."""

    changed = Signal()
    left = Signal()  # Enter or Escape: the keys should go to the list

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self._glass = self.words.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.wanted = QComboBox()
        self.wanted.setMinimumContentsLength(6)
        for choice in ("all", "todo", "done"):
            self.wanted.addItem("", choice)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._grid.addWidget(self.words, 0, 0)
        self._grid.addWidget(self.wanted, 0, 1)
        self._grid.setColumnStretch(0, 1)
        self.words.textChanged.connect(self.changed)
        self.words.returnPressed.connect(self.left)
        self.wanted.currentIndexChanged.connect(self.changed)
        theme.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def text(self) -> str:
        """What is searched for."""
        return self.words.text()

    def choice(self) -> Wanted:
        """Which sheets are wanted."""
        return cast(Wanted, self.wanted.currentData())

    def is_on(self) -> bool:
        """Whether anybody may be hidden."""
        return bool(self.text().strip()) or self.choice() != "all"

    def clear(self) -> None:
        """Show everybody."""
        self.words.clear()
        self.wanted.setCurrentIndex(0)

    def set_narrow(self, narrow: bool) -> None:
        """Put the filter below the words, or beside them."""
        self._grid.addWidget(self.wanted, int(narrow), int(not narrow))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the search."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write the words."""
        search = translate("ListSearch", "Cari peserta")
        self.words.setPlaceholderText(search)
        self.words.setAccessibleName(search)
        self.wanted.setAccessibleName(translate("ListSearch", "Tampilkan"))
        texts = (
            translate("ListSearch", "Semua"),
            translate("ListSearch", "Belum selesai"),
            translate("ListSearch", "Selesai"),
        )
        for at, text in enumerate(texts):
            self.wanted.setItemText(at, text)

    def _dress(self) -> None:
        self._glass.setIcon(icon(self._theme, "search", "soft"))


class OrderMenu(QMenu):
    """How the list is sorted, and moving the current participant."""

    chosen = Signal(str)  # By
    stepped = Signal(bool)  # up

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        self._ways: dict[By, QAction] = {}
        for by in ("running", "number", "own"):
            action = group.addAction(QAction(self))
            action.setCheckable(True)
            action.setData(by)
            action.triggered.connect(self._on_way)
            self._ways[by] = action
        self.up, self.down = QAction(self), QAction(self)
        self.up.triggered.connect(self._on_up)
        self.down.triggered.connect(self._on_down)
        self.addActions([*self._ways.values()])
        self.addSeparator()
        self.addActions([self.up, self.down])
        self.retranslate()

    def show_order(self, by: By) -> None:
        """Mark the order that rules."""
        self._ways[by].setChecked(True)

    def retranslate(self) -> None:
        """Write the words."""
        self._ways["running"].setText(translate("OrderMenu", "Urutan tampil"))
        self._ways["number"].setText(translate("OrderMenu", "No. peserta"))
        self._ways["own"].setText(translate("OrderMenu", "Urutan saya sendiri"))
        self.up.setText(translate("OrderMenu", "Naikkan peserta ini (Alt+↑)"))
        self.down.setText(translate("OrderMenu", "Turunkan peserta ini (Alt+↓)"))

    def _on_way(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())

    def _on_up(self) -> None:
        self.stepped.emit(True)

    def _on_down(self) -> None:
        self.stepped.emit(False)
