"""The right column: timer, documents, and how the juror's own totals lie."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import number, translate
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.pages.juror_documents_card import DocumentsCard
from kipp_desktop.gui.pages.juror_timer import TimerCard
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.thin_bar import paint_bar
from kipp_desktop.services.scoring import OwnSheet

_BAR_ROW = 28
SIDE_PANELS = ("timer", "documents", "own")


class OwnBars(QWidget):
    """The juror's own totals, highest first: number, bar, total. Painted, and read aloud as one text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheets: list[OwnSheet] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_sheets(self, sheets: list[OwnSheet]) -> None:
        """Show the sheets that have a total."""
        complete = [own for own in sheets if own.total is not None]
        self._sheets = sorted(complete, key=lambda own: own.running_total, reverse=True)
        said = ", ".join(f"{own.entry}: {number(own.running_total)}" for own in self._sheets)
        self.setAccessibleName(said or translate("OwnBars", "belum ada lembar yang lengkap"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each; one line for the sentence when there is none."""
        return QSize(self._theme.px(200), self._theme.px(_BAR_ROW) * max(1, len(self._sheets)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that are in sight."""
        painter = QPainter(self)
        if not self._sheets:
            painter.setFont(self._theme.font("second"))
            painter.setPen(self._theme.color("soft"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.accessibleName())
            return
        height = self._theme.px(_BAR_ROW)
        for at, own in enumerate(self._sheets):
            line = QRect(0, at * height, self.width(), height)
            if line.intersects(event.rect()):
                self._paint_line(painter, line, own)

    def _paint_line(self, painter: QPainter, line: QRect, own: OwnSheet) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font("second"))
        painter.setPen(self._theme.color("soft"))
        lead = max(px(30), painter.fontMetrics().horizontalAdvance(own.entry) + px(10))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, own.entry)
        bar = line.adjusted(lead, 0, -px(64), 0)
        whole = bar.toRectF().adjusted(0, (bar.height() - px(8)) / 2, 0, -(bar.height() - px(8)) / 2)
        share = float(own.running_total / own.points_so_far) if own.points_so_far else 0.0
        paint_bar(painter, whole, share, self._theme)
        painter.setFont(self._theme.font("strong"))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, number(own.running_total))


class SideColumn(QScrollArea):
    """Timer, documents, own totals, one below the other."""

    def __init__(self, theme: Theme, book: ScoreBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        stage = book.desk.competition.stage_by_id.get(book.stage)
        self.timer = TimerCard(theme, stage.segments if stage else ())
        self.documents = DocumentsCard(theme)
        self._own = Card("-")
        self._bars = OwnBars(theme)
        self.overview_button = Button("", "ghost")
        self._own.body.addWidget(self._bars)
        self._own.body.addWidget(self.overview_button, 0, Qt.AlignmentFlag.AlignLeft)
        contents = QWidget()
        column = QVBoxLayout(contents)
        column.setContentsMargins(0, 18, 16, 16)
        column.setSpacing(14)
        cards: tuple[QWidget, ...] = (self.timer, self.documents, self._own)
        self._panels = dict(zip(SIDE_PANELS, cards, strict=True))
        self._hidden: frozenset[str] = frozenset()
        for card in self._panels.values():
            column.addWidget(card)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it holds brings itself into sight
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(contents)
        book.changed.connect(self._on_changed)
        book.reloaded.connect(self._show_book)
        self._show_book()

    def hide_panels(self, names: frozenset[str]) -> None:
        """Hide these of SIDE_PANELS and show the others; the timer only where there is something to time."""
        self._hidden = names
        for name, panel in self._panels.items():
            panel.setVisible(name not in names and (name != "timer" or self.timer.counts))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_book()
        super().changeEvent(event)

    def _on_changed(self, entry: str) -> None:
        self._bars.show_sheets(self._book.sheets)

    def _show_book(self) -> None:
        stage = self._book.desk.competition.stage_by_id.get(self._book.stage)
        self.timer.set_segments(stage.segments if stage else ())
        self.overview_button.setText(translate("Side", "Semua lembar saya"))
        self._own.set_caption(translate("Side", "Nilai saya"))
        self._bars.show_sheets(self._book.sheets)
        self.hide_panels(self._hidden)
