"""All own sheets side by side: to compare, to find what is missing, to see what is equal."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.gui.languages import Languages, number, translate
from kipp_desktop.gui.models.participants import state_of
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import state_words
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.scoring import OwnSheet

_RIGHT = Qt.AlignmentFlag.AlignRight
_FEW = 8  # with more criteria the table shows no column for each
_NARROWEST, _WIDEST = 84, 150


class OverviewPage(QWidget):
    """The juror's own sheets as a table, sorted by the title that is clicked. Nobody else's numbers."""

    opened = Signal(str)  # entry
    left = Signal()

    def __init__(
        self, theme: Theme, languages: Languages, book: ScoreBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._languages = languages
        self._book = book
        self._title = Text("", "title")
        self._hint = Text("", "second", "soft").wrapped()
        self.back_button = Button("", "secondary")
        self.back_button.clicked.connect(self.left)
        self.table = RichTable(theme, "", self._columns(), PEOPLE_ROW)
        self.table.opened.connect(self._on_opened)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self.table.rows.sort)
        self._lay_out()
        book.changed.connect(self._on_changed)
        book.reloaded.connect(self.show_book)
        self._retranslate()

    def show_book(self) -> None:
        """Show every sheet, in the order that was chosen."""
        self.table.rows.set_columns(self._columns())
        tied = self._book.tied()
        self.table.set_rows([self._row(own, own.entry in tied) for own in self._book.sheets])
        header = self.table.horizontalHeader()
        self.table.rows.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._title)
        texts.addWidget(self._hint)
        top = QHBoxLayout()
        top.addLayout(texts, 1)
        top.addWidget(self.back_button)
        card = Card()
        card.body.setContentsMargins(8, 6, 8, 6)
        card.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(card, 1)

    def _columns(self) -> list[Column]:
        columns = [Column(translate("Overview", "Peserta"))]
        columns += [Column(name, self._width_of(name), _RIGHT) for _, name in self._criteria()]
        columns.append(Column(translate("Overview", "Jumlah"), 110, _RIGHT))
        columns.append(Column(translate("Overview", "Keadaan"), 150))
        return columns

    def _width_of(self, title: str) -> int:
        """Room for a title, in pixels at 100 %."""
        text = self._theme.metrics("strong").horizontalAdvance(title) * 100 // self._theme.zoom
        return max(_NARROWEST, min(_WIDEST, text + 24))

    def _criteria(self) -> list[tuple[str, str]]:
        """Ids and names of the criteria, if all sheets share a rubric that is not too long."""
        rubrics = {own.rubric.id: own.rubric for own in self._book.sheets}
        if len(rubrics) != 1:
            return []
        (rubric,) = rubrics.values()
        if len(rubric.criterion) > _FEW:
            return []
        language = self._languages.current
        return [(one.id, one.name.in_language(language)) for one in rubric.criterion]

    def _row(self, own: OwnSheet, tied: bool) -> Row:
        entry = self._book.desk.entry(own.entry)
        at = self._book.entries.index(own.entry)
        cells = [Cell(entry.title, entry.institution, entry.id, state_of(own), sort=at)]
        values = dict(zip((one.id for one in own.rubric.criterion), own.values, strict=True))
        cells += [_value_cell(values[criterion]) for criterion, _ in self._criteria()]
        flag = translate("Overview", "nilai sama") if tied else ""
        total = "–" if own.total is None else number(own.total)
        cells.append(Cell(total, role="strong", flag=flag, sort=-1 if own.total is None else own.total))
        words = translate("Overview", "nilai ulang") if own.outdated else state_words(state_of(own))
        cells.append(Cell(words, own.reason or "", role="second", tone="soft", tip=own.reason or words))
        return Row(own.entry, tuple(cells))

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
        self.back_button.setText(translate("Overview", "‹  Kembali ke lembar"))
        self.table.setAccessibleName(self._title.text())
        self.show_book()


def _value_cell(value: int | None) -> Cell:
    """A value, or a quiet word where there is none: never a blank that could be a zero."""
    if value is None:
        return Cell(translate("Overview", "belum"), tone="soft", role="small", sort=-1)
    return Cell(centi_text(value), sort=value)
