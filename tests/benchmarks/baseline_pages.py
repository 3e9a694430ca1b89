"""Baseline: a bare QTableView on a model of as many marks; reset, shown, painted."""

from __future__ import annotations

import time

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView


class Marks(QAbstractTableModel):
    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._rows, self._columns = rows, columns

    def rowCount(self, parent: QModelIndex) -> int:
        return self._rows

    def columnCount(self, parent: QModelIndex) -> int:
        return self._columns

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return "●" if role == Qt.ItemDataRole.DisplayRole else None


def longest_block(view: QTableView, rows: int, columns: int) -> float:
    """Seconds until the table shows another model."""
    began = time.perf_counter()
    view.setModel(Marks(rows, columns))
    for column in range(columns):
        view.setColumnWidth(column, 44)
    QApplication.processEvents()
    return time.perf_counter() - began
