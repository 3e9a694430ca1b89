"""The juror's participants at the left: how far each sheet is, and the one button of the end."""

from __future__ import annotations

import textwrap

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import Languages, translate
from kipp_desktop.gui.models.participants import (
    is_done,
    is_wanted,
    participant_columns,
    participant_row,
    stacked_row,
)
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.pages.juror_list_tools import ListSearch, OrderMenu
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.view_menu import pop_up
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.movable_table import MovableTable
from kipp_desktop.gui.widgets.rich_table import CellDelegate
from kipp_desktop.gui.widgets.rows import Row
from kipp_desktop.gui.widgets.stacked_cell import STACKED_ROW, StackedDelegate
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.gui.widgets.thin_bar import ThinBar
from kipp_desktop.services.own_order import By, OwnOrder
from kipp_desktop.services.scoring import OwnSheet

_ROW = 54  # ten of them fit a screen of 768 pixels
_NARROW = 230  # below this many pixels at 100 % the titles get all of the width
_MANY = 12  # with more participants the search is always there
_LEAST_TITLE = 40  # pixels at 100 %: a list that is pulled narrow ends its titles in …, and never scrolls


class ParticipantList(QFrame):
    """Stage, progress, participants. It asks by signals and never changes a sheet."""

    chosen = Signal(str)  # entry
    opened = Signal(str)  # entry: Enter or a double click, the keys should go to its sheet
    stage_chosen = Signal(str)
    finish = Signal()

    def __init__(
        self, theme: Theme, languages: Languages, book: ScoreBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._languages = languages
        self._book = book
        self.setProperty("bar", "left")
        self.stages = QComboBox()
        self.stages.activated.connect(self._on_stage)
        self._heading = Text("", "second", "soft")
        self._done = Text("", "small", "soft")
        self._bar = ThinBar(theme, "")
        self.search = ListSearch(theme)
        self.search.changed.connect(self._show_sheets)
        self.search.left.connect(self._on_search_left)
        self.search.hide()
        self.search_button = IconButton(theme, "search", "")
        self.search_button.clicked.connect(self.toggle_search)
        self.order_menu = OrderMenu(self)
        self.order_menu.chosen.connect(self._on_order)
        self.order_button = IconButton(theme, "list", "")
        self.order_button.clicked.connect(self._on_order_button)
        self._stacked = False
        self._shown = ""
        self._made: dict[str, tuple[OwnSheet, bool, Row]] = {}  # what each row was made from
        self.table = MovableTable(theme, "", participant_columns(), _ROW, ruled=False)
        self.table.least_words = _LEAST_TITLE
        self.table.horizontalHeader().hide()
        self.table.moved.connect(book.move)
        self.order_menu.stepped.connect(self.table.step)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.clicked.connect(self._on_clicked)
        self._ties = ElidedText("", "small", "warn")
        self.finish_button = Button("", "secondary")
        self.finish_button.clicked.connect(self.finish)
        self.finish_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lay_out()
        book.changed.connect(self._on_changed)
        book.reloaded.connect(self.show_book)
        self._retranslate()

    def show_book(self) -> None:
        """Show the stages, and every sheet of the one in hand."""
        self._made = {}
        self.order_menu.show_order(self._book.order.by)
        self._show_stages()
        self._name_finish()
        self._show_sheets()

    def _show_sheets(self) -> None:
        tied, of = self._book.tied(), self._book.desk.entry
        text, wanted = self.search.text(), self.search.choice()
        shown = [
            own
            for own in self._book.sheets  # what is being scored is never filtered away under the hand
            if is_wanted(own, of(own.entry), text, "all" if own.entry == self._shown else wanted)
        ]
        self.table.set_rows([self._row(own, own.entry in tied) for own in shown])
        self._show_progress(len(tied), len(shown))

    def _row(self, own: OwnSheet, tied: bool) -> Row:
        """The row of a sheet: after a key-press nearly all are as they were."""
        held = self._made.get(own.entry)
        if held is not None and held[0] is own and held[1] == tied:
            return held[2]
        make = stacked_row if self._stacked else participant_row
        row = make(own, self._book.desk.entry(own.entry), tied)
        self._made[own.entry] = (own, tied, row)
        return row

    def toggle_search(self) -> None:
        """Show the search with the keys in it; a second time leave it and show everybody."""
        if self.search.isHidden() or not self.search.isAncestorOf(self.window().focusWidget()):
            self.search.show()
            self.search.words.setFocus()
            self.search.words.selectAll()
        else:
            self.search.clear()
            self._on_search_left()

    def choose(self, entry: str) -> None:
        """Mark the participant whose sheet is shown."""
        if entry != self._shown:
            self._shown = entry
            if self.search.is_on():
                self._show_sheets()
        self.table.choose(entry)

    def minimumSizeHint(self) -> QSize:
        """In a low window the table gives way, not the window."""
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), self._theme.px(110)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line or two on the last button."""
        super().resizeEvent(event)
        self._stack(event.size().width() < self._theme.px(_NARROW))
        self._name_finish()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self._done)
        top.addWidget(self.search_button)
        top.addWidget(self.order_button)
        top.setSpacing(2)
        inset = QVBoxLayout()
        inset.setContentsMargins(8, 0, 8, 0)
        inset.setSpacing(8)
        inset.addWidget(self.stages)
        inset.addLayout(top)
        inset.addWidget(self._bar)
        inset.addWidget(self.search)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(6)
        foot.addWidget(self.finish_button)
        self._ties.setAlignment(Qt.AlignmentFlag.AlignCenter)
        keeping = self._ties.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # a tie that comes or goes moves nothing
        self._ties.setSizePolicy(keeping)
        foot.addWidget(self._ties)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 12)
        column.setSpacing(8)
        column.addLayout(inset)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _show_stages(self) -> None:
        language, desk = self._languages.current, self._book.desk
        self.stages.clear()
        for stage in desk.owed:
            self.stages.addItem(desk.stage(stage).name.in_language(language), stage)
        self.stages.setCurrentIndex(self.stages.findData(self._book.stage))
        self.stages.setVisible(self.stages.count() > 1)

    def _show_progress(self, tied: int, shown: int) -> None:
        done = sum(is_done(own) for own in self._book.sheets)
        total = len(self._book.sheets)
        if total > _MANY:
            self.search.show()
        words = translate("ParticipantList", "{done} dari {total} selesai").format(done=done, total=total)
        self._done.setText(f"{done} / {total}" if self._stacked else words)
        self._done.setAccessibleName(words)
        self._bar.set_share(done, total)
        self._ties.setVisible(tied > 0 or shown < total)
        if shown < total:
            hidden = translate("ParticipantList", "%n peserta disembunyikan pencarian", "", total - shown)
            self._ties.setText(hidden)
        elif self._stacked:
            self._ties.setText(translate("ParticipantList", "▪ %n nilai sama", "", tied))
        else:
            self._ties.setText(translate("ParticipantList", "▪ %n peserta dengan nilai sama", "", tied))
        self.finish_button.set_kind("primary" if total and done == total else "secondary")

    def _stack(self, stacked: bool) -> None:
        """Where it is narrow, mark and number stand above the title instead of beside it."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self.table.setColumnHidden(1, stacked)
        self.table.share_room()
        self._heading.setHidden(stacked)
        self.search.set_narrow(stacked)
        delegate = StackedDelegate if stacked else CellDelegate
        self.table.setItemDelegate(delegate(self._theme, False, self.table))
        self.table.set_row_height(STACKED_ROW if stacked else _ROW)
        self.show_book()

    def _name_finish(self) -> None:
        """The words of the last button, on two lines where one is too narrow."""
        if self._book.declared:
            words = translate("ParticipantList", "Ekspor nilai final …")
        else:
            words = translate("ParticipantList", "Kunci semua, nyatakan final, ekspor")
        self.finish_button.setAccessibleName(words)
        metrics, room = self._theme.metrics("strong"), self.width() - self._theme.px(64)
        lines = [words]
        for count in range(2, 5):
            if max(metrics.horizontalAdvance(line) for line in lines) > room:
                lines = textwrap.wrap(words, len(words) // count + 4)
        if len(lines) > 2:
            lines = [translate("ParticipantList", "Selesaikan …")]
        self.finish_button.setText("\n".join(lines))
        self.finish_button.setMinimumHeight(len(lines) * metrics.height() + self._theme.px(20))

    def _on_changed(self, entry: str) -> None:
        self._show_sheets()

    def _on_chosen(self, entry: str) -> None:
        self.chosen.emit(entry)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.table.rows.key_at(index.row()))

    def _on_search_left(self) -> None:
        if not self.search.is_on() and len(self._book.entries) <= _MANY:
            self.search.hide()
        self.table.setFocus()

    def _on_order_button(self) -> None:
        pop_up(self.order_menu, self.order_button)

    def _on_order(self, by: By) -> None:
        held = self._book.order.entries or tuple(self._book.entries)
        self._book.use_order(OwnOrder(by, held))

    def _on_opened(self, entry: str) -> None:
        self.opened.emit(entry)

    def _on_stage(self, index: int) -> None:
        self.stage_chosen.emit(self.stages.itemData(index))

    def _retranslate(self) -> None:
        self._heading.setText(translate("ParticipantList", "Peserta"))
        self._bar.setAccessibleName(translate("ParticipantList", "Lembar yang selesai"))
        self.stages.setAccessibleName(translate("ParticipantList", "Tahap"))
        self.search_button.set_name(translate("ParticipantList", "Cari dan saring peserta (Ctrl+F)"))
        self.order_button.set_name(translate("ParticipantList", "Urutan daftar"))
        self.order_menu.retranslate()
        self.table.setAccessibleName(translate("ParticipantList", "Daftar peserta"))
        hint = translate("ParticipantList", "Alt dengan panah memindahkan peserta dalam urutan Anda sendiri")
        self.table.setAccessibleDescription(hint)
        self.table.rows.set_columns(participant_columns())
        self.show_book()
