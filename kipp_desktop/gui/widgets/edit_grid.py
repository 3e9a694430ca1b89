"""A table that is typed into, as in a spreadsheet: cells with their problems in place, copy and paste."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.state_mark import State, paint_state

Index = QModelIndex | QPersistentModelIndex
Spot = tuple[int, int]  # row, column
_NOWHERE = QModelIndex()
_ROW, _MARK = 34, 15
MARK_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: title, width at 100 % (0 takes what is left), what is offered, whether it is typed."""

    title: str
    width: int = 0
    choices: tuple[str, ...] = ()
    typed: bool = True
    right: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What is wrong with a cell, in words."""

    kind: Literal["error", "warning"]
    words: str


class GridModel(QAbstractTableModel):
    """Rows of text. Typing changes nothing here: `edited` tells whoever keeps the rows, who sets new ones."""

    edited = Signal(int, int, str)

    def __init__(self, columns: Sequence[GridColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: Sequence[Sequence[str]] = ()
        self._names: Sequence[str] = ()
        self._marks: Mapping[Spot, Mark] = {}

    def set_columns(self, columns: Sequence[GridColumn]) -> None:
        """Show other columns; rows follow."""
        if tuple(columns) == self.columns:
            return
        same = len(columns) == len(self.columns)
        if same:
            self.columns = tuple(columns)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
        else:
            self.beginResetModel()
            self.columns, self._rows, self._names = tuple(columns), (), ()
            self.endResetModel()

    def set_rows(self, rows: Sequence[Sequence[str]], names: Sequence[str] = ()) -> None:
        """Show these rows; `names` stand before them, numbers from 1 without."""
        if len(rows) == len(self._rows):
            self._rows, self._names = rows, names
            self._tell_all()
            return
        self.beginResetModel()
        self._rows, self._names, self._marks = rows, names, {}
        self.endResetModel()

    def set_marks(self, marks: Mapping[Spot, Mark]) -> None:
        """Show what is wrong where."""
        if marks != self._marks:
            self._marks = marks
            self._tell_all()

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        return self._rows[row][column]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows; nothing hangs below a cell."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, and what is wrong with it as a tooltip and for a screen reader."""
        if not index.isValid():
            return None
        spot = (index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._rows[spot[0]][spot[1]]
        mark = self._marks.get(spot)
        if role == MARK_ROLE:
            return mark
        if role == Qt.ItemDataRole.ToolTipRole:
            return mark.words if mark else self._rows[spot[0]][spot[1]] or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._rows[spot[0]][spot[1]]} – {mark.words}" if mark else self._rows[spot[0]][spot[1]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[spot[1]].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that something else was typed."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        text = str(value).strip()
        if text != self._rows[index.row()][index.column()]:
            self.edited.emit(index.row(), index.column(), text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Typed into where the column is."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = index.isValid() and self.columns[index.column()].typed
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles of columns, names of rows."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title if section < len(self.columns) else None
        return self._names[section] if section < len(self._names) else str(section + 1)

    def _tell_all(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)


class GridDelegate(QStyledItemDelegate):
    """Paints a mark before the words of a cell that is wrong; offers choices where a column has some."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, mark, words."""
        mark = index.data(MARK_ROLE)
        if not isinstance(mark, Mark):
            super().paint(painter, option, index)
            return
        error = mark.kind == "error"
        painter.fillRect(option.rect, self._theme.color("bad_soft" if error else "warn_soft"))
        side = self._theme.px(_MARK)
        top = option.rect.y() + (option.rect.height() - side) / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect.x() + 6, top, side, side)
        paint_state(painter, box, State.CONFLICT if error else State.PARTIAL, self._theme.palette)
        painter.restore()
        moved = QStyleOptionViewItem(option)
        moved.rect = option.rect.adjusted(side + 6, 0, 0, 0)
        super().paint(painter, moved, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line, or a line with a list."""
        model = index.model()
        choices = model.columns[index.column()].choices if isinstance(model, GridModel) else ()
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.setEditable(True)
        box.addItems(choices)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell says."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()
            return
        super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed or chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
            return
        super().setModelData(editor, model, index)


class EditGrid(QTableView):
    """The view. F2 or typing changes a cell, Del empties the chosen ones, Ctrl+C and Ctrl+V as everywhere."""

    pasted = Signal(int, int, object)  # row, column, list of rows of texts
    cleared = Signal(object)  # list of (row, column)
    chosen = Signal(int, int)  # row, column

    def __init__(
        self, theme: Theme, name: str, columns: Sequence[GridColumn], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.grid = GridModel(columns, self)
        self.setAccessibleName(name)
        self.setProperty("grid", True)
        self.setModel(self.grid)
        self.setItemDelegate(GridDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self._dress()
        self.grid.modelReset.connect(self._dress)
        self.grid.headerDataChanged.connect(self._on_headers)
        theme.changed.connect(self._dress)
        self.selectionModel().currentChanged.connect(self._on_current)

    def rows_chosen(self) -> list[int]:
        """Rows with a chosen cell, from above."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and show it."""
        index = self.grid.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, empty; Enter opens the cell; Tab leaves the table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.cleared.emit([(index.row(), index.column()) for index in self.selectedIndexes()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._may_edit():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Hand over what the clipboard holds, from the current cell on."""
        lines = clipboard_rows()
        if lines:
            current = self.currentIndex()
            self.pasted.emit(max(0, current.row()), max(0, current.column()), lines)

    def _may_edit(self) -> bool:
        """Whether Enter opens the cell: while one is open, it shuts that."""
        index = self.currentIndex()
        typed = bool(self.grid.flags(index) & Qt.ItemFlag.ItemIsEditable)
        return index.isValid() and typed and self.state() != QAbstractItemView.State.EditingState

    def _copy(self) -> None:
        spots = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        if not spots:
            return
        rows: dict[int, list[str]] = {}
        for row, column in spots:
            rows.setdefault(row, []).append(self.grid.text(row, column))
        QGuiApplication.clipboard().setText("\n".join("\t".join(texts) for texts in rows.values()))

    def _on_current(self, index: QModelIndex, before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row(), index.column())

    def _on_headers(self, orientation: Qt.Orientation, first: int, last: int) -> None:
        if orientation == Qt.Orientation.Horizontal:
            self._dress()

    def _dress(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self._theme.px(_ROW))
        columns.setMinimumSectionSize(self._theme.px(48))
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, column in enumerate(self.grid.columns):
            mode = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            columns.setSectionResizeMode(at, mode)
            if column.width:
                columns.resizeSection(at, self._theme.px(column.width))


def clipboard_rows() -> list[list[str]]:
    """What the clipboard holds as rows of cells, as a spreadsheet puts them there."""
    text = QGuiApplication.clipboard().text()
    try:
        rows = [
            [cell.strip() for cell in row] for row in csv.reader(StringIO(text, newline=""), delimiter="\t")
        ]
    except csv.Error:
        return []
    while rows and not any(rows[-1]):
        rows.pop()
    return rows if any(any(row) for row in rows) else []
