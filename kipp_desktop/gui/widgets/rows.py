"""The model behind the tables: rows of cells that know their words, second line and state."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kipp_desktop.gui.theme import Role
from kipp_desktop.gui.widgets.state_mark import State, state_words
from kipp_desktop.gui.widgets.text import Tone

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
KEY_ROLE = Qt.ItemDataRole.UserRole + 2
CUT_ROLE = Qt.ItemDataRole.UserRole + 3
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows."""

    text: str = ""
    second: str = ""  # a smaller line below
    lead: str = ""  # a number before the text, quieter
    state: State | None = None
    flag: str = ""  # words of a small square before the text, such as "nilai sama"
    tone: Tone = "ink"
    role: Role = "body"
    sort: Any = None  # what to sort by; the text if None
    tip: str = ""
    said: str = ""  # read aloud instead of both lines, where one is a sign such as "*"

    def words(self) -> str:
        """Everything the cell says, for a screen reader."""
        state = state_words(self.state) if self.state else ""
        lines = (self.said,) if self.said else (self.text, self.second)
        parts = (self.lead, *lines, state, self.flag)
        return ", ".join(dict.fromkeys(part for part in parts if part))


class Column(NamedTuple):
    """Title and shape of a column. `width` is in pixels at 100 %; 0 shares the room that is left."""

    title: str
    width: int = 0
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


class Row(NamedTuple):
    """The cells of one row, and the key by which the page knows it."""

    key: Hashable
    cells: tuple[Cell, ...]
    cut: bool = False  # a line below: here ends who goes on


class RowsModel(QAbstractTableModel):
    """Rows for a RichTable. New rows with the same keys in the same order keep selection and scrolling."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: Sequence[Row] = []
        self._keys: Sequence[Hashable] | None = None  # of rows that are made when they are seen

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Write the titles in another language, or show other columns (empties the rows)."""
        if len(columns) == len(self.columns):
            self.columns = tuple(columns)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            return
        self.beginResetModel()
        self.columns, self._rows, self._keys = tuple(columns), [], None
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; each has as many cells as there are columns."""
        if self._keys is None and [row.key for row in rows] == [row.key for row in self._rows]:
            before, self._rows = self._rows, list(rows)
            for at, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new:
                    self._say_changed(at, old, new)
            return
        self.beginResetModel()
        self._rows, self._keys = list(rows), None
        self.endResetModel()

    def _say_changed(self, at: int, old: Row, new: Row) -> None:
        """From the first cell that is another to the last; for several Qt paints the row below too."""
        places = range(len(self.columns))
        if old.cut == new.cut:
            places = [place for place in places if old.cells[place] != new.cells[place]]
        self.dataChanged.emit(self.index(at, places[0]), self.index(at, places[-1]))

    def show(self, rows: Sequence[Row], keys: Sequence[Hashable] | None = None) -> None:
        """Show other rows without looking at each: for long lists whose rows are made when they are seen.

        With the same `keys` in the same order as before, selection and scrolling stay.
        """
        if keys is not None and keys == self._keys and self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows, self._keys = rows, keys
        self.endResetModel()

    def key_at(self, row: int) -> Hashable:
        """The key of a row."""
        return self._rows[row].key if self._keys is None else self._keys[row]

    def row_of(self, key: Hashable) -> int:
        """The place of a key, or -1."""
        if self._keys is not None:
            return next((at for at, one in enumerate(self._keys) if one == key), -1)
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows; nothing hangs below a cell."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell, or the part of it that a role asks for."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        cell = row.cells[index.column()]
        if role == CELL_ROLE:
            return cell
        if role == KEY_ROLE:
            return row.key
        if role == CUT_ROLE:
            return row.cut
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.words()
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or cell.flag or (state_words(cell.state) if cell.state else "") or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[index.column()].align | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles of the columns; rows have none."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; rows that are equal keep their order."""
        if not 0 <= column < len(self.columns):
            return
        self.layoutAboutToBeChanged.emit()
        before = [row.key for row in self._rows]
        self._keys = None
        down = order == Qt.SortOrder.DescendingOrder
        self._rows = sorted(self._rows, key=lambda row: _sort_key(row.cells[column]), reverse=down)
        place = {row.key: at for at, row in enumerate(self._rows)}
        old = self.persistentIndexList()
        self.changePersistentIndexList(old, [self.index(place[before[i.row()]], i.column()) for i in old])
        self.layoutChanged.emit()


def _sort_key(cell: Cell) -> Any:  # noqa: ANN401 - whatever the page sorts by
    return cell.text.casefold() if cell.sort is None else cell.sort
