"""Baseline: a bare QTableWidget, an edit of a cell, a raw commit, and the paint that follows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget

from tests.benchmarks.baseline_key_press import commit, connect


class Table(QTableWidget):
    def __init__(self, folder: Path) -> None:
        super().__init__(10, 5)
        self.presses, self.painted = 0, False
        self._raw = connect(folder / "raw.db")
        self.viewport().installEventFilter(self)
        self.cellChanged.connect(self._keep)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False

    def begin(self) -> None:
        self.presses += 1
        self.setCurrentCell(self.presses % 10, self.presses % 5)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.viewport(), text[0])  # opens the editor
        self.editor = self.focusWidget()
        QTest.keyClicks(self.editor, text[1:])

    def enter(self) -> None:
        self.painted = False
        QTest.keyClick(self.editor, Qt.Key.Key_Return)

    def _keep(self, row: int, column: int) -> None:
        commit(self._raw, self.presses, f"{row}", f"{column}", int(self.item(row, column).text()) * 100)
