"""The frame of every page of the organiser: title, one line, a notice, the content, actions at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.widgets.card import Button, TableCard
from kipp_desktop.gui.widgets.file_drop import FileDropArea
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import ElidedText, Text

MARGIN = 26
_BAR = 12  # width of a scroll bar, which takes its room from the margin


class OrganiserPanel(QWidget):
    """A page or tab drawn from the overview. Subclasses fill `show_overview`, `retranslate` and `look`."""

    def __init__(self, office: OrganiserOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._outdated = False

    def start(self) -> None:
        """Write the texts and listen; call at the end of a subclass's constructor."""
        self.retranslate()
        if self.office.master.copy is not None:
            self._only_read()
        self.office.changed.connect(self._on_changed)
        self.office.busy_changed.connect(self._on_busy)
        if self.office.overview is not None:
            self._on_changed()
        else:
            self.look()

    @property
    def overview(self) -> Overview | None:
        """The last reading of the master; None before the first."""
        return self.office.overview

    def show_overview(self, overview: Overview) -> None:
        """Draw the page from a new reading."""

    def retranslate(self) -> None:
        """Write the fixed texts in the present language."""

    def look(self) -> None:
        """Switch the actions on or off."""

    def reading(self) -> Sequence[QWidget]:
        """Buttons, or parts with buttons, that only read: they work on a backup that is looked at, too."""
        return ()

    def opened(self) -> None:
        """The page was brought to the front."""

    def left(self) -> None:
        """Another page was brought to the front."""

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self.office.overview is not None:
                self._outdated = True
                self.catch_up()
        super().changeEvent(event)

    def _only_read(self) -> None:
        """Switch off whatever would write into a backup that is only looked at."""
        why = translate(
            "OrganiserPanel", "Ini cadangan yang hanya dibaca. Buka salinan induknya untuk bekerja."
        )
        reading = set(self.reading())
        for part in (*self.findChildren(Button), *self.findChildren(FileDropArea)):
            over = part.parentWidget()
            while over is not None and over not in reading and not isinstance(over, OrganiserPanel):
                over = over.parentWidget()
            if over is self and part not in reading:  # else another panel decides
                part.forbid(why)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was left for later."""
        if self._outdated:
            self.catch_up()
        super().showEvent(event)

    def _on_changed(self) -> None:
        """Draw now what is in sight; the rest waits until the window has nothing else to do."""
        self._outdated = True
        if self.isVisible():
            self.catch_up()
        else:
            self.office.draw_later(self)

    def catch_up(self) -> None:
        """Draw the last reading, unless that was done."""
        if not self._outdated:
            return
        self._outdated = False
        assert self.office.overview is not None
        self.show_overview(self.office.overview)
        self.look()

    def _on_busy(self, busy: bool) -> None:
        self.look()


class OrganiserPage(OrganiserPanel):
    """One step of the path. Content goes into `content`, actions into `footer`, the primary one last."""

    step_wanted = Signal(int)  # index from 0

    def __init__(self, office: OrganiserOffice, scrolls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.title = ElidedText("", "title")
        self.lead = Text("", "second", "soft").wrapped()
        self.notice = NoticeBar(office.theme, office.notices)
        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(12)
        self.title_row.addWidget(self.title, 1)
        inside = QWidget()
        self.content = QVBoxLayout(inside)
        self.content.setSpacing(12)
        self._footer_row = QWidget()
        self.footer = QHBoxLayout(self._footer_row)
        self.footer.setContentsMargins(MARGIN, 10, MARGIN, 16)
        self.footer.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.setSpacing(4)
        head.addLayout(self.title_row)
        head.addWidget(self.lead)
        head.addSpacing(8)
        head.addWidget(self.notice)
        column.addLayout(head)
        self.content.setContentsMargins(MARGIN, 6, MARGIN, 4)
        column.addWidget(self._scrolling(inside) if scrolls else inside, 1)
        column.addWidget(self._footer_row)
        self._footer_row.hide()

    def use_footer(self) -> None:
        """Show the foot; call once something is in it."""
        self._footer_row.show()

    def _scrolling(self, inside: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.verticalScrollBar().rangeChanged.connect(self._on_range)
        return area

    def _on_range(self, least: int, most: int) -> None:
        """Keep the right edge of the content where the title's is."""
        self.content.setContentsMargins(MARGIN, 6, MARGIN - (_BAR if most > least else 0), 4)


class Choice(QComboBox):
    """A list to choose from; what doesn't fit ends in …, the whole is the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.currentTextChanged.connect(self.setToolTip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint like any combo box, with the text cut to its room."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        cut = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, cut, field.width() - 8)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class _Tabs(QTabWidget):
    def hasHeightForWidth(self) -> bool:
        """The pages scroll inside; else Qt takes the height they would like for the least."""
        return False


def flat_tabs() -> QTabWidget:
    """Tabs on the page's own ground."""
    tabs = _Tabs()
    tabs.setDocumentMode(True)
    tabs.tabBar().setDrawBase(False)
    return tabs


def lay_out_table(
    panel: QWidget,
    head: Sequence[QWidget],
    table: QWidget,
    everyday: Sequence[QWidget],
    official: Sequence[QWidget],
) -> None:
    """Fill a tab with a table: above it `head`, whose last has the room; below what one does with the table,
    and at the far end what is recorded.
    """
    top, foot = QHBoxLayout(), QHBoxLayout()
    for row in (top, foot):
        row.setSpacing(12)
    for widget in head:
        top.addWidget(widget, 1 if widget is head[-1] else 0)
    for widget in everyday:
        foot.addWidget(widget)
    foot.addStretch(1)
    for widget in official:
        foot.addWidget(widget)
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 12, 0, 12)
    column.setSpacing(12)
    column.addLayout(top)
    column.addWidget(TableCard(table), 1)
    column.addLayout(foot)


def show_columns(table: RichTable, columns: Sequence[Column]) -> None:
    """Give a table other columns. Only naming the same number of them again makes it measure them."""
    table.rows.set_columns(columns)
    table.rows.set_columns(columns)
