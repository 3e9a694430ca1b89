"""The middle of the juror's screen: one participant's sheet."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kipp_desktop.domain.competition import Entry
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.gui.languages import LanguageCode, Languages, date_words, translate
from kipp_desktop.gui.pages.juror_comments import Comments
from kipp_desktop.gui.pages.juror_criterion import CriterionCard
from kipp_desktop.gui.pages.juror_foot import Foot, SumCard
from kipp_desktop.gui.pages.juror_pad import ScorePad
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.scoring import OwnSheet

_SHORT, _LOW = 600, 440  # below so many pixels at 100 % the line of keys, then the buttons give way
_ROOMY = 560  # from so many pixels at 100 % the sum and its facts fit on one line


class StandingCard(Card):
    """Why a sheet can only be read, and the way to open it again."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="warn", parent=parent)
        self._words = Text("", "body").wrapped()
        self.button = Button()
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.body.setContentsMargins(18, 8, 12, 8)
        self.body.addLayout(row)

    def show_standing(self, own: OwnSheet, declared: bool, language: LanguageCode) -> None:
        """Say it, or be gone when values may be given."""
        self.setVisible(declared or own.state != "draft" or bool(own.outdated))
        if declared:
            words = translate("Standing", "Nilai tahap ini sudah dinyatakan final.")
            button = translate("Standing", "Tarik pernyataan …")
        elif own.state == "draft":
            changed = (one for one in own.rubric.criterion if one.id in own.outdated)
            names = ", ".join(one.name.in_language(language) for one in changed)
            words = translate(
                "Standing",
                "Arti kriteria berubah dalam paket baru: {names}. Nilai lama tidak dipakai; nilai ulang.",
            ).format(names=names)
            button = ""
        else:
            words, button = _state_words(own), translate("Standing", "Buka kembali …")
        self._words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.set_kind("accent" if own.state == "locked" or declared else "warn")


class SheetPage(QWidget):
    """Title, criteria, comments in a scroll area; the sum and the buttons stay in sight below."""

    committed = Signal(str, object, int)  # criterion, value in hundredths or None, visit
    commented = Signal(str, str)  # kind, text
    visited = Signal(str)  # criterion that the keys go to
    standing_asked = Signal()  # open again, or take the declaration back

    def __init__(self, theme: Theme, languages: Languages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._languages = languages
        self._rubric: tuple[Rubric, str] | None = None
        self.entry = ""
        self._title = Text("", "title").wrapped()
        self._about = Text("", "second", "soft").wrapped()
        self.standing = StandingCard()
        self.standing.asked.connect(self.standing_asked)
        self.cards: dict[str, CriterionCard] = {}
        self._card_column = QVBoxLayout()
        self._card_column.setSpacing(8)
        self.comments = Comments(theme)
        self.comments.written.connect(self.commented)
        self.sum = SumCard(self)
        self.foot = Foot(theme, self)
        self.foot.rearranged.connect(self._order_focus)
        self._low = False
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.timeout.connect(self._show_focused)
        self._scroll = QScrollArea(self)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._reveal_again)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it holds brings itself into sight
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._contents())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(10)
        column.addWidget(self._scroll, 1)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(26, 0, 26, 0)
        self._below.setSpacing(10)
        self._below.addWidget(self.sum)
        self._below.addWidget(self.foot)
        column.addLayout(self._below)
        self.pad = ScorePad(theme, self)
        theme.changed.connect(self._fit)

    def show_sheet(
        self,
        own: OwnSheet,
        entry: Entry,
        declared: bool,
        place: tuple[int, int] | None = None,
        unsaved: Collection[str] = (),
    ) -> None:
        """Show a sheet: its place among the own complete ones, and the criteria that the disk refused."""
        if own.entry != self.entry:
            self._let_go()
            self.entry = own.entry
            self._scroll.verticalScrollBar().setValue(0)
        self._use_rubric(own.rubric)
        self._title.setText(f"{entry.id}   {entry.title}")
        self._about.setText(_about(entry))
        is_open = not declared and own.state == "draft"
        for card, value in zip(self.cards.values(), own.values, strict=True):
            card.show_value(value, not is_open, card.criterion.id in unsaved)
        self.comments.show_sheet(own, not is_open)
        self.standing.show_standing(own, declared, self._languages.current)
        self.sum.show_sheet(own, place)
        self.foot.show_sheet(own, is_open)

    def settle(self) -> bool:
        """Hand on what is still being typed; False, with the keys there, if a text cannot be taken."""
        self.comments.settle()
        wrong = [card for card in self.cards.values() if not card.input.settle()]
        if wrong:
            wrong[0].focus()
        return not wrong

    def focus_criterion(self, criterion: str) -> None:
        """Let the keys go to a criterion, and show it."""
        card = self.cards.get(criterion)
        if card is not None:
            card.focus()
            self._reveal.start()

    def focus_first_empty(self, own: OwnSheet) -> None:
        """Let the keys go to the first criterion without a value, else to the first."""
        ids = [one.id for one in own.rubric.criterion]
        empty = [one for one, value in zip(ids, own.values, strict=True) if value is None]
        self.focus_criterion((empty or ids)[0])

    def open_pad(self, criterion: str) -> None:
        """Show levels and figures for a criterion; where they are shown already, take them away."""
        card = self.cards[criterion]
        if self.pad.is_for(card.input):
            self.pad.hide()
        else:
            self._scroll.ensureWidgetVisible(card, 0, self._theme.px(8))
            self.pad.open_for(card, card.input, card.criterion, self._languages.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the best of the height."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """In a low window the buttons come after the criteria; only the sum stays in sight."""
        px, height = self._theme.px, self.height()
        self.foot.set_short(height < px(_SHORT))
        self.sum.set_short(height < px(_SHORT) and self.width() >= px(_ROOMY))
        low = height < px(_LOW)
        if low != self._low:
            self._low = low
            (self._column if low else self._below).addWidget(self.foot)
            self.foot.show()  # at once; Qt would show what it moved a little later
            self._order_focus()

    def _contents(self) -> QWidget:
        contents = QWidget(self._scroll)
        column = QVBoxLayout(contents)
        column.setContentsMargins(26, 16, 26, 4)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.standing)
        column.addSpacing(2)
        column.addLayout(self._card_column)
        column.addSpacing(4)
        column.addWidget(self.comments, 20)
        column.addStretch(1)
        self._column = column
        return contents

    def _use_rubric(self, rubric: Rubric) -> None:
        """Make the cards of a rubric, unless they stand there."""
        language = self._languages.current
        if self._rubric == (rubric, language):
            return
        self._rubric = (rubric, language)
        for card in self.cards.values():
            self._card_column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        for criterion in rubric.criterion:
            card = CriterionCard(self._theme, rubric, criterion, language)
            card.committed.connect(self.committed)
            card.entered.connect(self._on_entered)
            card.visited.connect(self.visited)
            card.pad_wanted.connect(self.open_pad)
            card.pad_left.connect(self.pad.hide)
            self._card_column.addWidget(card)
            self.cards[criterion.id] = card
        self._order_focus()

    def _order_focus(self) -> None:
        """From criterion to criterion, then the comments, then the buttons."""
        chain: list[QWidget] = [self.standing.button]
        chain += [card.input for card in self.cards.values()]
        chain += [*self.comments.boxes.values(), *self.foot.in_order()]
        for before, after in itertools.pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _reveal_again(self, _lowest: int, _highest: int) -> None:
        """A new sheet is laid out only after the keys have gone to it."""
        self._reveal.start()

    def _show_focused(self) -> None:
        """Scroll to where the keys go, once all has its place; the first criterion brings the title."""
        cards = [*self.cards.values()]
        focused = [card for card in cards if card.input.hasFocus()]
        if focused and focused[0] is cards[0]:
            self._scroll.verticalScrollBar().setValue(0)
        for card in focused:
            self._scroll.ensureWidgetVisible(card, 0, self._theme.px(8))

    def _let_go(self) -> None:
        for card in self.cards.values():
            card.input.let_go()
        self.comments.let_go()

    def _on_entered(self, criterion: str) -> None:
        """Enter goes to the next criterion; after the last to the strengths, where they are shown."""
        ids = list(self.cards)
        at = ids.index(criterion) + 1
        padded = self.pad.isVisible()
        if at < len(ids):
            self.focus_criterion(ids[at])
            if padded:
                self.open_pad(ids[at])
        elif self.comments.isHidden():
            self.foot.next_button.setFocus()
        else:
            self.comments.boxes["praise"].setFocus()
            self._scroll.ensureWidgetVisible(self.comments)


def _about(entry: Entry) -> str:
    parts = [entry.institution, entry.category]
    if entry.started_on:
        since = translate("Sheet", "berjalan sejak {date}")
        parts.append(since.format(date=date_words(date.fromisoformat(entry.started_on))))
    return "  ·  ".join(part for part in parts if part)


def _state_words(own: OwnSheet) -> str:
    if own.state == "abstained":
        words = translate("Standing", "Anda abstain: {reason}.")
    elif own.state == "absent":
        words = translate("Standing", "Peserta tidak hadir: {reason}.")
    else:
        return translate("Standing", "Lembar ini terkunci. Nilainya hanya dapat dibaca.")
    return words.format(reason=(own.reason or "–").rstrip("."))
