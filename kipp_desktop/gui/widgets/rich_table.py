"""Tables that are painted, not built of widgets: rows of people, of files, boards of marks."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kipp_desktop.gui.theme import Role, Theme
from kipp_desktop.gui.widgets.lazy_rows import LazyRows
from kipp_desktop.gui.widgets.rows import CELL_ROLE, CUT_ROLE, Cell, Column, Row, RowsModel
from kipp_desktop.gui.widgets.state_mark import paint_state
from kipp_desktop.gui.widgets.text import Tone

PEOPLE_ROW, FILE_ROW = 56, 34
PAD, MARK, _STAR_GAP = 12, 17, 2
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignHCenter
_WORDS = 150  # least width at 100 % of a column that takes what is left, beside columns with a width
_SQUEEZE = 0.7  # the others give way down to this part of their width; after that the table scrolls
_TONES: dict[Tone, str] = {"warn": "warn_text"}


class CellDelegate(QStyledItemDelegate):
    """Paints a Cell: mark, lead, flag, one or two lines; the selected row on the accent tint."""

    def __init__(self, theme: Theme, ruled: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ruled = ruled

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground and content; nothing for an index that holds no Cell."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        self._paint_cell(painter, option, cell, Qt.AlignmentFlag(align))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Wide enough for the first line; heights belong to the table."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return super().sizeHint(option, index)
        px = self._theme.px
        mark = px(MARK + 8) if cell.state else 0
        text = self._theme.metrics(cell.role).horizontalAdvance(cell.text)
        return QSize(2 * px(PAD) + mark + max(text, self._second_width(cell)), px(FILE_ROW))

    def _second_width(self, cell: Cell) -> int:
        return self._theme.metrics("small").horizontalAdvance(cell.second)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, view = option.rect, option.widget
        whole = QRectF(rect)
        by_row = _by_row(view)
        if isinstance(view, QTableView) and by_row:
            whole = QRectF(0, rect.y(), view.viewport().width(), rect.height())
        painter.setClipRect(rect)
        if self._ruled and index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRectF(rect.x(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 8, 8)
            if by_row:
                painter.setBrush(self._theme.color("accent"))
                painter.drawRoundedRect(QRectF(1, whole.y() + 9, 3, whole.height() - 18), 1.5, 1.5)
        if index.data(CUT_ROLE):
            painter.fillRect(
                QRectF(rect.x(), rect.bottom() - 1, rect.width(), 2), self._theme.color("accent")
            )
        if not by_row and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(2, 2, -2, -2), 6, 6)

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell, align: Qt.AlignmentFlag
    ) -> None:
        px = self._theme.px
        near = px(4)  # towards the neighbour that the words do not lean on
        left_pad = near if align & Qt.AlignmentFlag.AlignRight else px(PAD)
        right_pad = px(PAD) if align & Qt.AlignmentFlag.AlignRight else near
        rest = option.rect.adjusted(left_pad, 0, -right_pad, 0)
        if cell.state is not None:
            middle = rest.y() + (rest.height() - px(MARK)) / 2
            centred = bool(align & Qt.AlignmentFlag.AlignHCenter) or not (
                cell.text or cell.lead or cell.second
            )
            left = option.rect.x() + (option.rect.width() - px(MARK)) // 2 if centred else rest.x()
            paint_state(painter, QRectF(left, middle, px(MARK), px(MARK)), cell.state, self._theme.palette)
            rest.setLeft(left + px(MARK + (_STAR_GAP if centred else 10)))
            if centred:  # marks stay in line; what follows, such as a star, stands beside them
                align = Qt.AlignmentFlag.AlignLeft
        first, second = self._lines(rest, bool(cell.second))
        if cell.lead:
            self._write(painter, first, cell.lead, "second", "soft", Qt.AlignmentFlag.AlignLeft)
            indent = max(px(28), self._theme.metrics("second").horizontalAdvance(cell.lead + "  "))
            first.setLeft(first.left() + indent)
            second.setLeft(first.left())
        chosen = option.state & QStyle.StateFlag.State_Selected and _by_row(option.widget)
        role: Role = "strong" if chosen and cell.role == "body" else cell.role
        self._write(painter, first, cell.text, role, cell.tone, align)
        self._write(painter, second, cell.second, "small", "soft", align)
        if cell.flag:
            self._paint_flag(painter, first, cell, align)

    def _lines(self, rest: QRect, two: bool) -> tuple[QRect, QRect]:
        """Where the first and the second line go; both are the whole cell if there is one line only."""
        if not two:
            return QRect(rest), QRect(rest)
        upper, lower = self._theme.metrics("body").height(), self._theme.metrics("small").height()
        gap = self._theme.px(2)
        top = rest.y() + (rest.height() - upper - gap - lower) // 2
        return (
            QRect(rest.x(), top, rest.width(), upper),
            QRect(rest.x(), top + upper + gap, rest.width(), lower),
        )

    def _write(
        self, painter: QPainter, line: QRect, text: str, role: Role, tone: Tone, align: Qt.AlignmentFlag
    ) -> None:
        if not text:
            return
        painter.setFont(self._theme.font(role))
        painter.setPen(self._color(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        flags = (align & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, flags | Qt.TextFlag.TextSingleLine, shown)

    def _paint_flag(self, painter: QPainter, line: QRect, cell: Cell, align: Qt.AlignmentFlag) -> None:
        """A small square before the words: two of the same, look here."""
        side = self._theme.px(6)
        width = self._theme.metrics(cell.role).horizontalAdvance(cell.text)
        right = line.right() - width if align & Qt.AlignmentFlag.AlignRight else line.left()
        top = line.y() + (line.height() - side) / 2
        painter.fillRect(QRectF(right - self._theme.px(18), top, side, side), self._theme.color("warn"))

    def _color(self, tone: Tone) -> QColor:
        return self._theme.color(_TONES.get(tone, tone))


def _by_row(view: QWidget) -> bool:
    rows = QAbstractItemView.SelectionBehavior.SelectRows
    return isinstance(view, QTableView) and view.selectionBehavior() == rows


def _viewport() -> QWidget:
    """What a table paints on, as Qt makes it, but known to Python. To hand out Qt's own, PySide sets up every
    class of widgets there is, for which the start would wait.
    """
    made = QWidget()
    made.setObjectName("qt_scrollarea_viewport")
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    return made


class RichTable(QTableView):
    """A table of Cells. `chosen` follows the current row, `opened` is Enter or a double click."""

    chosen = Signal(object)  # key of the row
    opened = Signal(object)  # key of the row

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[Column],
        row_height: int = FILE_ROW,
        ruled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setViewport(_viewport())
        self._theme = theme
        self._row_height = row_height
        self.least_words = _WORDS  # at 100 %; less for a table that never scrolls to the side
        self.rows = RowsModel(columns, self)
        self.setAccessibleName(name)
        self.setProperty("rich", True)
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(theme, ruled, self))
        self._behave()
        self._dress()
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)
        self.rows.headerDataChanged.connect(self._dress)
        theme.changed.connect(self._dress)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows and stay on the current key if it is still there."""
        key = self.current_key()
        if isinstance(rows, LazyRows):
            self.rows.show(rows, rows.keys)
        else:
            self.rows.set_rows(rows)
        if key is not None and self.current_key() != key:
            self.choose(key)

    def current_key(self) -> Hashable | None:
        """The key of the current row, or None."""
        index = self.currentIndex()
        return self.rows.key_at(index.row()) if index.isValid() else None

    def choose(self, key: Hashable) -> None:
        """Go to the row of a key; does nothing if there is none."""
        row = self.rows.row_of(key)
        if row < 0:
            return
        index = self.rows.index(row, max(0, self.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        by_cell = self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectItems
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect if by_cell else flags
        )
        self.scrollTo(index)

    def select_cells(self) -> None:
        """Walk cell by cell instead of row by row, as on a board of jurors and participants."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def set_row_height(self, height: int) -> None:
        """Give the rows another height, in pixels at 100 %."""
        if height != self._row_height:
            self._row_height = height
            self._dress()

    def full_height(self) -> int:
        """Pixels that show every row without scrolling, for short tables in a card."""
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        return header + self.rows.rowCount() * self._theme.px(self._row_height) + 2 * self.frameWidth() + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first arrow goes to the first row: that the keys came here has chosen none."""
        arrows = (Qt.Key.Key_Down, Qt.Key.Key_Up)
        if event.key() in arrows and _by_row(self) and not self.selectionModel().hasSelection():
            self.selectRow(0)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.share_room()

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def _dress(self) -> None:
        """Give rows and columns their sizes at the present zoom."""
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self._theme.px(self._row_height))
        columns.setMinimumSectionSize(self._theme.px(32))
        for at, column in enumerate(self.rows.columns):
            mode = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            columns.setSectionResizeMode(at, mode)
            if column.width:
                columns.resizeSection(at, self._theme.px(column.width))
        self.share_room()
        self.viewport().update()

    def share_room(self) -> None:
        """Give columns their widths.

        Where words would be crushed, other words give way a little; numbers never do. After that the table
        scrolls.
        """
        px, header = self._theme.px, self.horizontalHeader()
        columns = [(at, one) for at, one in enumerate(self.rows.columns) if not self.isColumnHidden(at)]
        sharing = [at for at, one in columns if not one.width]
        rigid = sum(px(one.width) for _, one in columns if one.align & _NUMBERS)
        supple = {at: px(one.width) for at, one in columns if one.width and not one.align & _NUMBERS}
        room = self.viewport().width() - rigid - px(self.least_words) * len(sharing)
        asked = sum(supple.values())
        part = min(1.0, max(_SQUEEZE, room / asked)) if asked and sharing else 1.0
        crushed = len(sharing) < len(columns) and room < round(asked * part)
        mode = QHeaderView.ResizeMode.Interactive if crushed else QHeaderView.ResizeMode.Stretch
        for at in sharing:
            header.setSectionResizeMode(at, mode)
            if crushed:
                header.resizeSection(at, px(self.least_words))
        for at, width in supple.items():
            header.resizeSection(at, int(width * part))

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and (not previous.isValid() or current.row() != previous.row()):
            self.chosen.emit(self.rows.key_at(current.row()))

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.key_at(index.row()))
