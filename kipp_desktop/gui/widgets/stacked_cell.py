"""A row where a table is narrow: mark and number above, the title over two lines below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kipp_desktop.gui.theme import Role, Theme
from kipp_desktop.gui.widgets.rich_table import MARK, PAD, CellDelegate
from kipp_desktop.gui.widgets.rows import Cell
from kipp_desktop.gui.widgets.state_mark import paint_state

STACKED_ROW = 68
_LINES = 2
_LEFT = Qt.AlignmentFlag.AlignLeft


class StackedDelegate(CellDelegate):
    """Paints a Cell that has all the room of its row: nothing beside the title, so that it can be read."""

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell, align: Qt.AlignmentFlag
    ) -> None:
        """Mark, number and second line above, title below, whatever the column leans on."""
        px = self._theme.px
        rest = option.rect.adjusted(px(PAD), px(5), -px(4), -px(4))
        line = QRect(rest.x(), rest.y(), rest.width(), px(20))
        if cell.state is not None:
            top = line.y() + (line.height() - px(MARK)) / 2
            paint_state(painter, QRectF(line.x(), top, px(MARK), px(MARK)), cell.state, self._theme.palette)
            line.setLeft(line.x() + px(MARK + 8))
        self._write(painter, line, cell.lead, "strong", "ink", _LEFT)
        indent = self._theme.metrics("strong").horizontalAdvance(f"{cell.lead}  ")
        self._write(
            painter,
            line.adjusted(indent, 0, 0, 0),
            cell.second,
            "second",
            cell.tone,
            Qt.AlignmentFlag.AlignRight,
        )
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._write_title(painter, rest.adjusted(0, px(22), 0, 0), cell.text, "strong" if chosen else "body")

    def _write_title(self, painter: QPainter, box: QRect, text: str, role: Role) -> None:
        top, height = box.y(), self._theme.metrics(role).height()
        for words in title_lines(self._theme, text, role, box.width()):
            self._write(
                painter,
                QRect(box.x(), top, box.width(), height),
                words,
                role,
                "ink",
                Qt.AlignmentFlag.AlignLeft,
            )
            top += height


def title_lines(theme: Theme, text: str, role: Role, width: int) -> list[str]:
    """A text broken at words to a width; the last line holds the rest, to be elided by who paints it."""
    layout = QTextLayout(text, theme.font(role))
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < _LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        end = len(text) if len(lines) == _LINES - 1 else line.textStart() + line.textLength()
        lines.append(text[line.textStart() : end].strip())
    layout.endLayout()
    return lines
