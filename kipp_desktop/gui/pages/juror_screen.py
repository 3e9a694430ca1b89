"""Where everything stands on the juror's screen, and what gives way when there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kipp_desktop.domain.competition import Juror
from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.receptions import receipt_words
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.juror_columns import WIDE, Columns
from kipp_desktop.gui.pages.juror_header_clock import HeaderClock
from kipp_desktop.gui.pages.juror_list import ParticipantList
from kipp_desktop.gui.pages.juror_sheet import SheetPage
from kipp_desktop.gui.pages.juror_side import SIDE_PANELS, SideColumn
from kipp_desktop.gui.pages.juror_standing import StandingLines
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.widgets.card import Pill
from kipp_desktop.gui.widgets.header_bar import HeaderBar
from kipp_desktop.gui.widgets.task_strip import TaskStrip
from kipp_desktop.services import assisting, recents

if TYPE_CHECKING:
    from kipp_desktop.gui.pages.juror_overview import OverviewPage
    from kipp_desktop.services.receipts import ReceiptNote

_LOW = 500  # below this many pixels at 100 % one line above the sheet is enough
_ROOMY = 700  # below this many pixels at 100 % the header keeps only what is nowhere else


class JurorScreen(QWidget):
    """Header, notice, three columns, task strip."""

    def __init__(self, around: Surroundings, book: ScoreBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = around.theme
        self._around = around
        self._book = book
        self._note: ReceiptNote | None = None
        self._note_read = False
        self.reader: QWidget | None = None  # the document pane, made when it is first wanted
        self.reading = False
        self.full = False  # the pane has the whole width
        self.header = HeaderBar(theme, self)
        self._practice = Pill()
        self._practice.setVisible(book.desk.competition.practice)
        self.overview_button = IconButton(theme, "table", "")
        self.reader_button = IconButton(theme, "document", "")
        self.side_button = IconButton(theme, "clock", "")
        self.side_button.clicked.connect(self.toggle_side)
        self.menu_button = IconButton(theme, "more", "")
        self.notice = NoticeBar(theme, around.notices, self)
        self.standing = StandingLines(theme, self)
        # Whoever is made inside its place is dressed once; every move into another place dresses it again.
        self.columns = Columns(theme, around.preferences, self)
        self.list = ParticipantList(theme, around.languages, book, self.columns)
        self.pages = QStackedWidget(self.columns)
        self.sheet = SheetPage(theme, around.languages, self.pages)
        self.overview: OverviewPage | None = None  # made when it is first wanted
        self.side = SideColumn(theme, book, self.columns)
        self.pages.addWidget(self.sheet)
        self.clock = HeaderClock(theme, self.side.timer, self.header)
        self._strip = TaskStrip(theme, around.tasks, self)
        self._assistant: str | None = None
        self._lay_out()
        self.read_assistant()
        theme.changed.connect(self.arrange)
        theme.changed.connect(self._fit)
        around.preferences.panels_changed.connect(self.arrange)

    def retranslate(self) -> None:
        """Say header and buttons in the present language."""
        desk, language = self._book.desk, self._around.languages.current
        stage = desk.competition.stage_by_id.get(self._book.stage)
        seat = translate("JurorScreen", "Juri: {name}")
        if desk.juror.panel != "juri":  # a visiting team shares one seat and one sheet
            seat = translate("JurorScreen", "Tim: {name}")
        juror = seat.format(name=juror_name(desk.juror))
        parts = [stage.name.in_language(language) if stage else "", juror]
        if self._assistant is not None:
            parts.append(translate("JurorScreen", "diketik oleh {name}").format(name=self._assistant))
        self.header.set_title(desk.competition.title, "  ·  ".join(part for part in parts if part))
        rehearsal = desk.competition.title.startswith(recents.REHEARSAL)
        words = translate("JurorScreen", "GLADI") if rehearsal else translate("JurorScreen", "CONTOH")
        self._practice.show_words(words, "warn")
        self.side_button.set_name(translate("JurorScreen", "Tampilkan atau tutup waktu dan dokumen"))
        self.reader_button.set_name(translate("JurorScreen", "Baca dokumen di samping lembar"))
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
        """Show the panels that are wanted, as far as there is room, at the widths they were left at."""
        width, on_sheet = self.width(), self.pages.currentWidget() is self.sheet
        reading = self.reading and on_sheet
        shown = {"reader"} if reading and self.full else {"middle"}
        if on_sheet and "middle" in shown:
            shown |= {name for name in ("list", "side") if self.is_shown(name)}
            shown |= {"reader"} if reading else set()
        self.side.hide_panels(frozenset(name for name in SIDE_PANELS if not self.is_shown(name)))
        self.sheet.comments.setVisible(self.is_shown("comments"))
        self.clock.place(self.is_shown("timer") and "side" not in shown)
        roomy = width >= self._around.theme.px(_ROOMY)
        self.side_button.setVisible(on_sheet and not reading and roomy)
        self.reader_button.setVisible(on_sheet)
        self.overview_button.setVisible(roomy)
        self.columns.place(shown, reading)

    def is_shown(self, name: str) -> bool:
        """Whether a panel is wanted; one nobody has said anything about gives way where there is no room."""
        wanted = self._around.preferences.panel(name)
        roomy = self.width() >= self._around.theme.px(WIDE)
        match name:
            case "side":
                return not self.reading and (roomy if wanted is None else wanted)
            case "list":
                return (roomy or not self.reading) if wanted is None else wanted
            case _:
                return wanted is not False

    def toggle_side(self) -> None:
        """Show or shut the right column."""
        self._around.preferences.show_panel("side", not self.is_shown("side"))

    def show_reader(self, reader: QWidget | None, full: bool = False) -> None:
        """Read a document beside the sheet, or alone; None shuts the pane."""
        if reader is not None and self.reader is None:
            self.reader = reader
            self.columns.put_reader(reader)
        self.reading, self.full = reader is not None, full
        self.arrange()

    def make_overview(self) -> OverviewPage:
        """Make the table of all own sheets."""
        from kipp_desktop.gui.pages.juror_overview import OverviewPage

        self.overview = OverviewPage(self._around.theme, self._around.languages, self._book)
        self.pages.addWidget(self.overview)
        return self.overview

    def show_page(self, page: QWidget) -> None:
        """Show the sheet or the overview; only what is shown asks for room."""
        ignored, preferred = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for one in (self.sheet, self.overview):
            if one is not None:
                policy = preferred if one is page else ignored
                one.setSizePolicy(policy, policy)
        self.pages.setCurrentWidget(page)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew when the width changed; in a low window less stands above the sheet."""
        super().resizeEvent(event)
        self._fit()
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _fit(self) -> None:
        self.standing.set_low(self.height() < self._around.theme.px(_LOW))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        for widget in (
            self._practice,
            self.clock,
            self.overview_button,
            self.reader_button,
            self.side_button,
            self.menu_button,
        ):
            self.header.add(widget)
        for name, part in (("list", self.list), ("middle", self.pages), ("side", self.side)):
            self.columns.put(name, part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.standing)
        column.addWidget(self.notice)
        column.addWidget(self.columns, 1)
        column.addWidget(self._strip)


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
