"""The board juror × participant: names and counts stay in place while the marks scroll between them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.board import done_rows, mark_rows, name_rows, standings
from kipp_desktop.gui.pages.organiser_page import show_columns
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Card
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.services.results import Board

_MOST_ROWS = 12  # above that the board scrolls inside
_NAMES, _DONE, _NARROWEST = 250, 84, 40
_RIGHT, _CENTER = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


class BoardView(Card):
    """Three tables that scroll as one. Only the middle one takes the keyboard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._board: Board | None = None
        self.names = RichTable(theme, "", [Column("")], PEOPLE_ROW)
        self.marks = RichTable(theme, "", [Column("")], PEOPLE_ROW)
        self.done = RichTable(theme, "", [Column("", 0, _RIGHT)], PEOPLE_ROW)
        self.body.setContentsMargins(8, 4, 8, 4)
        row = QHBoxLayout()
        row.setSpacing(0)
        for table in (self.names, self.marks, self.done):
            row.addWidget(table, 1 if table is self.marks else 0, Qt.AlignmentFlag.AlignTop)
            table.verticalScrollBar().valueChanged.connect(self._scroll)
        self.body.addLayout(row)
        self._behave()
        theme.changed.connect(self._fit)
        self._retranslate()

    def show_board(self, board: Board, typed_by: Mapping[str, str]) -> None:
        """Show a board; one of the same jurors and entries keeps its place."""
        before, self._board = self._board, board
        found = standings(board)
        width = 0 if len(board.entries) <= 16 else _NARROWEST + 4
        columns = [Column(entry, width, _CENTER) for entry in board.entries]
        if before is None or before.entries != board.entries:
            show_columns(self.marks, columns or [Column("")])
        self.names.set_rows(name_rows(found, typed_by))
        self.marks.set_rows(mark_rows(board) if columns else [])
        self.done.set_rows(done_rows(found))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QEvent) -> None:
        """Give names less room in a narrow window."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _behave(self) -> None:
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        for table in (self.names, self.done):
            table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
            table.setHorizontalScrollBarPolicy(off)
            table.setVerticalScrollBarPolicy(off)
        self.marks.setVerticalScrollBarPolicy(off)
        self.marks.setProperty("narrow", True)  # numbers of entries stay whole in columns of a mark's width
        self.marks.select_cells()
        self.setAccessibleName("")

    def _retranslate(self) -> None:
        self.names.setAccessibleName(translate("Board", "Nama juri"))
        self.marks.setAccessibleName(translate("Board", "Papan juri dan peserta"))
        self.done.setAccessibleName(translate("Board", "Lembar lengkap tiap juri"))
        self.done.rows.set_columns([Column(translate("Board", "lengkap"), 0, _RIGHT)])
        self.names.rows.set_columns([Column(translate("Board", "juri"))])

    def _fit(self) -> None:
        px = self._theme.px
        self.names.setFixedWidth(min(px(_NAMES), max(px(140), self.width() // 3)))
        self.done.setFixedWidth(px(_DONE))
        count = self.marks.rows.columnCount()
        room = self.width() - self.names.width() - self.done.width() - 32
        scrolls = count > 16 and count * px(_NARROWEST + 4) > room
        header = max(t.horizontalHeader().sizeHint().height() for t in (self.names, self.marks, self.done))
        for table in (self.names, self.marks, self.done):
            table.horizontalHeader().setFixedHeight(header)
        rows = min(self.names.rows.rowCount(), _MOST_ROWS)
        height = header + rows * px(PEOPLE_ROW) + 2 * self.names.frameWidth() + 4
        for table in (self.names, self.marks, self.done):
            table.setFixedHeight(height + (14 if scrolls and table is self.marks else 0))

    def _scroll(self, value: int) -> None:
        for table in (self.names, self.marks, self.done):
            if table.verticalScrollBar().value() != value:
                table.verticalScrollBar().setValue(value)
