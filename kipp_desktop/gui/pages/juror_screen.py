"""Where everything stands on the juror's screen, and what gives way when there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QStackedWidget, QVBoxLayout, QWidget

from kipp_desktop.domain.competition import Juror
from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.receptions import receipt_words
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.juror_list import ParticipantList
from kipp_desktop.gui.pages.juror_sheet import SheetPage
from kipp_desktop.gui.pages.juror_side import SideColumn
from kipp_desktop.gui.pages.juror_standing import StandingLines
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.widgets.card import Pill
from kipp_desktop.gui.widgets.header_bar import HeaderBar
from kipp_desktop.gui.widgets.task_strip import TaskStrip
from kipp_desktop.services import assisting

if TYPE_CHECKING:
    from kipp_desktop.gui.pages.juror_overview import OverviewPage
    from kipp_desktop.services.receipts import ReceiptNote

_LIST, _SIDE = 330, 330  # widths at 100 %
_LIST_SHARE = 0.28  # of a narrow window
_WIDE = 1200  # below this many pixels at 100 % the right column is shut
_ROOMY = 700  # below this many pixels at 100 % the header keeps only what is nowhere else


class Gap(QSplitterHandle):
    """What one pulls to resize a column: room, and no line."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""


class Columns(QSplitter):
    """A splitter whose parts stand apart without lines."""

    def createHandle(self) -> QSplitterHandle:
        """A gap."""
        return Gap(self.orientation(), self)


class JurorScreen(QWidget):
    """Header, notice, three columns, task strip."""

    def __init__(self, around: Surroundings, book: ScoreBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = around.theme
        self._around = around
        self._book = book
        self._note: ReceiptNote | None = None
        self._note_read = False
        self._side_wanted: bool | None = None  # None: by the width of the window
        self.header = HeaderBar(theme, self)
        self._practice = Pill()
        self._practice.setVisible(book.desk.competition.practice)
        self.overview_button = IconButton(theme, "table", "")
        self.side_button = IconButton(theme, "clock", "")
        self.side_button.clicked.connect(self._on_side)
        self.menu_button = IconButton(theme, "more", "")
        for widget in (self._practice, self.overview_button, self.side_button, self.menu_button):
            self.header.add(widget)
        self.notice = NoticeBar(theme, around.notices, self)
        self.standing = StandingLines(theme, self)
        # Whoever is made inside its place is dressed once; every move into another place dresses it again.
        self._splitter = Columns(Qt.Orientation.Horizontal, self)
        self.list = ParticipantList(theme, around.languages, book, self._splitter)
        self.pages = QStackedWidget(self._splitter)
        self.sheet = SheetPage(theme, around.languages, self.pages)
        self.overview: OverviewPage | None = None  # made when it is first wanted
        self.side = SideColumn(theme, book, self._splitter)
        self.pages.addWidget(self.sheet)
        self._strip = TaskStrip(theme, around.tasks, self)
        self._assistant: str | None = None
        self._lay_out()
        self.read_assistant()
        theme.changed.connect(self.arrange)

    def retranslate(self) -> None:
        """Say header and buttons in the present language."""
        desk, language = self._book.desk, self._around.languages.current
        stage = desk.competition.stage_by_id.get(self._book.stage)
        juror = translate("JurorScreen", "Juri: {name}").format(name=juror_name(desk.juror))
        parts = [stage.name.in_language(language) if stage else "", juror]
        if self._assistant is not None:
            parts.append(translate("JurorScreen", "diketik oleh {name}").format(name=self._assistant))
        self.header.set_title(desk.competition.title, "  ·  ".join(part for part in parts if part))
        self._practice.show_words(translate("JurorScreen", "CONTOH"), "warn")
        self.side_button.set_name(translate("JurorScreen", "Tampilkan atau tutup waktu dan dokumen"))
        self.overview_button.set_name(translate("JurorScreen", "Semua lembar saya"))
        self.menu_button.set_name(translate("JurorScreen", "Menu"))
        self._say_receipt()

    def read_assistant(self) -> None:
        """Look who types."""
        self._assistant = assisting.assistant(self._book.desk)
        self.retranslate()

    def read_receipt(self) -> None:
        """Look what the organiser has confirmed."""
        from kipp_desktop.services import receipts

        self._note, self._note_read = receipts.last_receipt(self._book.desk), True
        self._say_receipt()

    def _say_receipt(self) -> None:
        if self._note_read:
            self.header.set_receipt(*receipt_words(self._note))

    def arrange(self) -> None:
        """Give the columns their widths; shut the right one where there is no room, unless it is wanted."""
        px, width = self._around.theme.px, self.width()
        shown = width >= px(_WIDE) if self._side_wanted is None else self._side_wanted
        on_sheet = self.pages.currentWidget() is self.sheet
        self.list.setVisible(on_sheet)
        self.side.setVisible(shown and on_sheet)
        self.side_button.setVisible(on_sheet)
        self.overview_button.setVisible(width >= px(_ROOMY))
        left = min(px(_LIST), round(width * _LIST_SHARE))
        right = min(px(_SIDE), width // 3)
        self.list.setMinimumWidth(min(left, px(140)))
        self.side.setMinimumWidth(min(right, px(220)))
        self._splitter.setSizes([left, width - left - (right if shown else 0), right])

    def make_overview(self) -> OverviewPage:
        """Make the table of all own sheets."""
        from kipp_desktop.gui.pages.juror_overview import OverviewPage

        self.overview = OverviewPage(self._around.theme, self._around.languages, self._book)
        self.pages.addWidget(self.overview)
        return self.overview

    def show_page(self, page: QWidget) -> None:
        """Show the sheet or the overview."""
        self.pages.setCurrentWidget(page)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        for part in (self.list, self.pages, self.side):
            self._splitter.addWidget(part)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(6)
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.standing)
        column.addWidget(self.notice)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._strip)

    def _on_side(self) -> None:
        self._side_wanted = self.side.isHidden()
        self.arrange()


def juror_name(juror: Juror) -> str:
    """A juror as the header names them: "Dr. Siti Rahmawati (akademisi)"."""
    words = {
        "kementerian": translate("JurorName", "kementerian"),
        "akademisi": translate("JurorName", "akademisi"),
        "praktisi": translate("JurorName", "praktisi"),
        "pemda": translate("JurorName", "pemda"),
        "media": translate("JurorName", "media"),
    }
    name = juror.name or juror.id
    return f"{name} ({words[juror.background]})" if juror.background in words else name
