"""States as shapes: told apart in black and white, with a colour for those who see it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.palette import Palette
from kipp_desktop.gui.theme import Theme


class State(StrEnum):
    """How far something is: a sheet, a juror, a step, a file."""

    LOCKED = "locked"
    COMPLETE = "complete"
    PARTIAL = "partial"
    EMPTY = "empty"
    ABSTAINED = "abstained"
    CONFLICT = "conflict"
    RESCORE = "rescore"
    ABSENT = "absent"
    RECUSED = "recused"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    LAPSED = "lapsed"


def state_words(state: State) -> str:
    """The state in a word or two, in the language of the screen."""
    words = {
        State.LOCKED: translate("State", "terkunci"),
        State.COMPLETE: translate("State", "lengkap"),
        State.PARTIAL: translate("State", "sebagian"),
        State.EMPTY: translate("State", "belum"),
        State.ABSTAINED: translate("State", "abstain"),
        State.CONFLICT: translate("State", "perlu keputusan"),
        State.RESCORE: translate("State", "nilai ulang"),
        State.ABSENT: translate("State", "tidak hadir"),
        State.RECUSED: translate("State", "tidak menilai"),
        State.WITHDRAWN: translate("State", "mengundurkan diri"),
        State.REFUSED: translate("State", "ditolak"),
        State.LAPSED: translate("State", "tidak berlaku lagi"),
    }
    return words[state]


def paint_state(painter: QPainter, rect: QRectF, state: State, palette: Palette) -> None:
    """Draw the mark of a state as large as fits in the middle of `rect`; 16 px is its natural size."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(side / 16, side / 16)  # the shapes below live on a field of 16 × 16 around (0, 0)
    draw, token = _SHAPES[state]
    draw(painter, palette.color(token), palette)
    painter.restore()


class StateMark(QWidget):
    """One state mark with its word as accessible name and tooltip."""

    def __init__(self, theme: Theme, state: State = State.EMPTY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state)
        theme.changed.connect(self._dress)

    @property
    def state(self) -> State:
        """The state that is shown."""
        return self._state

    def set_state(self, state: State) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(state_words(state))
        self.setToolTip(state_words(state))
        self.update()

    def sizeHint(self) -> QSize:
        """18 pixels at 100 %."""
        return QSize(self._theme.px(18), self._theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark with a pixel of air."""
        painter = QPainter(self)
        paint_state(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._state, self._theme.palette)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def _pen(color: QColor, width: float = 1.5) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _ring(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 6.5, 6.5)


def _cross(painter: QPainter, color: QColor, reach: float, width: float) -> None:
    painter.setPen(_pen(color, width))
    painter.drawLine(QPointF(-reach, -reach), QPointF(reach, reach))
    painter.drawLine(QPointF(-reach, reach), QPointF(reach, -reach))


def _locked(painter: QPainter, color: QColor, palette: Palette) -> None:
    """A disc with a tick."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(0, 0), 8, 8)
    painter.setPen(_pen(palette.color("panel"), 1.8))
    painter.drawPolyline(QPolygonF([QPointF(-3.4, 0.3), QPointF(-1, 2.8), QPointF(3.4, -2.8)]))


def _complete(painter: QPainter, color: QColor, palette: Palette) -> None:
    """A ring with a dot."""
    _ring(painter, color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(0, 0), 3.3, 3.3)


def _partial(painter: QPainter, color: QColor, palette: Palette) -> None:
    """A ring with its right half filled."""
    _ring(painter, color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPie(QRectF(-6.5, -6.5, 13, 13), -90 * 16, 180 * 16)


def _empty(painter: QPainter, color: QColor, palette: Palette) -> None:
    """An empty ring."""
    _ring(painter, color)


def _abstained(painter: QPainter, color: QColor, palette: Palette) -> None:
    """A ring with a stroke through it."""
    _ring(painter, color)
    painter.drawLine(QPointF(-4.4, 4.4), QPointF(4.4, -4.4))


def _conflict(painter: QPainter, color: QColor, palette: Palette) -> None:
    """A filled triangle with an exclamation mark."""
    painter.setPen(_pen(color))
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(0, -6.6), QPointF(7.2, 6), QPointF(-7.2, 6)]))
    painter.setPen(_pen(palette.color("panel"), 1.7))
    painter.drawLine(QPointF(0, -2.2), QPointF(0, 1.6))
    painter.drawPoint(QPointF(0, 4.1))


def _rescore(painter: QPainter, color: QColor, palette: Palette) -> None:
    """An open ring with an arrow head: once more."""
    painter.setPen(_pen(color, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(-5.6, -5.6, 11.2, 11.2), 60 * 16, 290 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(1.2, -8), QPointF(7.4, -4.4), QPointF(1.4, -1.2)]))


def _absent(painter: QPainter, color: QColor, palette: Palette) -> None:
    """A ring of dots: nobody there."""
    pen = QPen(color, 1.8, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2.26])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 6.5, 6.5)


def _recused(painter: QPainter, color: QColor, palette: Palette) -> None:
    """A ring with a level bar: no entry."""
    _ring(painter, color)
    painter.setPen(_pen(color, 2.4))
    painter.drawLine(QPointF(-3, 0), QPointF(3, 0))


def _withdrawn(painter: QPainter, color: QColor, palette: Palette) -> None:
    """An open square with a cross."""
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(-6.3, -6.3, 12.6, 12.6), 1.5, 1.5)
    _cross(painter, color, 2.7, 1.5)


def _refused(painter: QPainter, color: QColor, palette: Palette) -> None:
    """A filled octagon with a cross."""
    painter.setPen(_pen(color, 1))
    painter.setBrush(color)
    near, far = 3.1, 7.4
    corners = [(-near, -far), (near, -far), (far, -near), (far, near)]
    corners += [(-x, -y) for x, y in corners]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    _cross(painter, palette.color("panel"), 2.7, 1.9)


def _lapsed(painter: QPainter, color: QColor, palette: Palette) -> None:
    """An open diamond with a stroke through it."""
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([QPointF(0, -7), QPointF(7, 0), QPointF(0, 7), QPointF(-7, 0)]))
    painter.drawLine(QPointF(-3.6, 3.6), QPointF(3.6, -3.6))


_SHAPES: dict[State, tuple[Callable[[QPainter, QColor, Palette], None], str]] = {
    State.LOCKED: (_locked, "ok"),
    State.COMPLETE: (_complete, "accent"),
    State.PARTIAL: (_partial, "warn"),
    State.EMPTY: (_empty, "mark"),
    State.ABSTAINED: (_abstained, "soft"),
    State.CONFLICT: (_conflict, "bad"),
    State.RESCORE: (_rescore, "warn"),
    State.ABSENT: (_absent, "soft"),
    State.RECUSED: (_recused, "soft"),
    State.WITHDRAWN: (_withdrawn, "soft"),
    State.REFUSED: (_refused, "warn"),
    State.LAPSED: (_lapsed, "soft"),
}
