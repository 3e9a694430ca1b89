"""All own sheets side by side: to compare, to find what is missing, to see what is equal."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.gui.languages import Languages, translate
from kipp_desktop.gui.models.own_overview import (
    STATE_WIDTH,
    TOTAL_WIDTH,
    common_criteria,
    overview_columns,
    overview_rows,
    spread_words,
)
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.dot_strip import DotStrip
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.text import ElidedText, Text

_NARROWEST, _WIDEST = 84, 150
_TITLES = 150  # what the participants need beside the criteria, at 100 %
_LOW = 420  # below this height at 100 % the spread and the hint give way to the table


class OverviewPage(QWidget):
    """The juror's own sheets as a table, sorted as chosen. Nobody else's numbers."""

    opened = Signal(str)  # entry
    left = Signal()

    def __init__(
        self, theme: Theme, languages: Languages, book: ScoreBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._languages = languages
        self._book = book
        self._criteria: list[Criterion] = []
        self._title = ElidedText("", "title")
        self._hint = Text("", "second", "soft").wrapped()
        self.sorting = QComboBox()
        self.sorting.setMinimumContentsLength(12)
        self.sorting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sorting.activated.connect(self._on_sorting)
        self.back_button = Button("", "secondary")
        self.back_button.clicked.connect(self.left)
        self.table = RichTable(theme, "", overview_columns([]), PEOPLE_ROW)
        self.table.opened.connect(self._on_opened)
        self.spread = DotStrip(theme)
        self._spread_words = ElidedText("", "small", "soft")
        self._spread_card = Card()
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._on_header)
        self._lay_out()
        book.changed.connect(self._on_changed)
        book.reloaded.connect(self.show_book)
        self._retranslate()

    def show_book(self) -> None:
        """Show every sheet, in the order that was chosen."""
        criteria = common_criteria(self._book.sheets)
        self._criteria = criteria if self._have_room(criteria) else []
        language = self._languages.current
        named = [one.name.in_language(language) for one in self._criteria]
        current = self.table.current_key()  # other columns empty the table first
        self.table.rows.set_columns(overview_columns([(name, self._width_of(name)) for name in named]))
        self.table.set_rows(overview_rows(self._book, self._criteria, language))
        if current is not None:
            self.table.choose(current)
        self._name_sorting()
        self._sort()
        complete = [own for own in self._book.sheets if own.total is not None]
        words = spread_words(self._book.sheets)
        title = translate("Overview", "Sebaran jumlah saya")
        self._spread_words.setText(f"{title}:  {words}")
        self.spread.show_dots([(own.entry, own.running_total) for own in complete], words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the criteria give way, where it is low the spread."""
        super().resizeEvent(event)
        low = event.size().height() < self._theme.px(_LOW)
        self._spread_card.setVisible(not low)
        self._hint.setVisible(not low)
        if bool(self._criteria) != self._have_room(common_criteria(self._book.sheets)):
            self.show_book()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top = QGridLayout()
        top.setHorizontalSpacing(12)
        top.setVerticalSpacing(4)
        top.addWidget(self._title, 0, 0)
        top.addWidget(self.sorting, 0, 1)
        top.addWidget(self.back_button, 0, 2)
        top.addWidget(self._hint, 1, 0, 1, 3)
        top.setColumnStretch(0, 1)
        card = Card()
        card.body.setContentsMargins(8, 6, 8, 6)
        card.body.addWidget(self.table)
        self._spread_card.body.setContentsMargins(20, 6, 20, 8)
        self._spread_card.body.setSpacing(2)
        self._spread_card.body.addWidget(self.spread)
        self._spread_card.body.addWidget(self._spread_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 12, 26, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(card, 1)
        column.addWidget(self._spread_card)

    def _have_room(self, criteria: list[Criterion]) -> bool:
        language = self._languages.current
        needed = sum(self._width_of(one.name.in_language(language)) for one in criteria)
        needed += TOTAL_WIDTH + STATE_WIDTH + _TITLES
        return bool(criteria) and self._theme.px(needed) <= self.width() - 80

    def _width_of(self, title: str) -> int:
        """Room for a title, in pixels at 100 %."""
        text = self._theme.metrics("strong").horizontalAdvance(title) * 100 // self._theme.zoom
        return max(_NARROWEST, min(_WIDEST, text + 24))

    def _name_sorting(self) -> None:
        """The same choices as clicking a title, for keys and fingers."""
        self.sorting.clear()
        last = len(self.table.rows.columns) - 1
        for at, column in enumerate(self.table.rows.columns):
            words = translate("Overview", "Urut: {what}").format(what=column.title.lower())
            if 0 < at < last:
                words = translate("Overview", "Urut: {what}, tertinggi dulu").format(
                    what=column.title.lower()
                )
            self.sorting.addItem(words, at)
        header = self.table.horizontalHeader()
        if header.sortIndicatorSection() > last:
            header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.sorting.setCurrentIndex(header.sortIndicatorSection())

    def _sort(self) -> None:
        header = self.table.horizontalHeader()
        self.table.rows.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def _on_sorting(self, index: int) -> None:
        down = 0 < index < len(self.table.rows.columns) - 1
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(index, order)

    def _on_header(self, section: int, order: Qt.SortOrder) -> None:
        self.sorting.setCurrentIndex(section)
        self._sort()

    def _on_changed(self, entry: str) -> None:
        self.show_book()

    def _on_opened(self, entry: str) -> None:
        self.opened.emit(entry)

    def _retranslate(self) -> None:
        self._title.setText(translate("Overview", "Semua lembar saya"))
        self._hint.setText(
            translate(
                "Overview",
                "Hanya nilai Anda sendiri. Klik judul kolom untuk mengurutkan, klik dua kali peserta untuk "
                "membuka lembarnya. Tanda ▪ berarti jumlahnya sama dengan peserta lain.",
            )
        )
        self.sorting.setAccessibleName(translate("Overview", "Urutan tabel"))
        self.back_button.setText(translate("Overview", "‹  Kembali ke lembar"))
        self.table.setAccessibleName(self._title.text())
        self.show_book()
