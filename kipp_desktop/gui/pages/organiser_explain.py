"""Why an entry has its place: the terms, the margins, and what would swap it with its neighbour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kipp_desktop.domain.explain import Explanation
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.gui.languages import number, translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.ranking import (
    juror_key,
    margin_words,
    out_words,
    sentence_case,
    swap_words,
    term_columns,
    term_rows,
    tie_note,
)
from kipp_desktop.gui.pages.organiser_page import show_columns
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Card
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import Text


class ExplainPanel(Card):
    """The derivation of one row of a ranking."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._title = Text("", "heading").wrapped()
        self._institution = Text("", "second", "soft").wrapped()
        self._place = Text("", "body", "soft").wrapped()
        self._score = Text("", "sum", "accent")
        self.terms = RichTable(theme, "", [Column("")], 42, ruled=False)
        self._key = Text("", "small", "soft").wrapped()
        self._margins = Text("", "second").wrapped()
        self.swap = Text("", "second").wrapped()
        self._note = Text("", "second", "warn").wrapped()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for text in (self._title, self._institution, self._place):
            texts.addWidget(text)
        head.addLayout(texts, 1)
        head.addWidget(self._score, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for part in (self.terms, self._key, self._note, self._margins, self.swap):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.body.setContentsMargins(2, 2, 2, 2)
        self.body.addWidget(area)
        self.show_hint("")

    def show_hint(self, words: str) -> None:
        """Say what this place is for, while no row is chosen."""
        self._title.setText("")
        self._institution.setText(words)
        parts = (self._title, self._place, self._score, self.terms, self._key, self._note, self._margins)
        for part in (*parts, self.swap):
            part.setVisible(False)

    def show_explanation(
        self, overview: Overview, ranking: GroupRanking, found: Explanation, language: str
    ) -> None:
        """Show the derivation of a row."""
        row, competition = found.row, overview.competition
        entry = overview.entry(row.entry)
        places = competition.rule.published_decimals
        self._title.setText(f"{row.entry} · {entry.title}")
        self._institution.setText(entry.institution)
        self._place.setText(_place_words(found))
        self._score.setText("" if row.score is None else number(row.score, places))
        criteria = competition.rubric_for(ranking.stage, entry).criterion
        show_columns(self.terms, term_columns(found))
        self.terms.set_rows(term_rows(found, criteria, language, places + 1))
        self._key.setText(juror_key(overview, found))
        self.terms.setFixedHeight(self.terms.full_height() + 8)
        self.terms.setAccessibleName(translate("ExplainPanel", "Nilai tiap juri dan kriteria"))
        note = tie_note(overview, ranking, row.entry, row.tie_broken_by)
        self._note.setText(sentence_case(note))
        self._margins.setText(margin_words(found, places))
        self.swap.setText(swap_words(overview, found))
        scored = row.score is not None
        for part in (self._title, self._place):
            part.show()
        for part in (self._score, self.terms, self._key, self.swap):
            part.setVisible(scored)
        self._note.setVisible(bool(note))
        self._margins.setVisible(bool(self._margins.text()))


def _place_words(found: Explanation) -> str:
    row = found.row
    if row.place is None:
        return out_words(row.out or "")
    text = translate("ExplainPanel", "Peringkat {place}, nilai dari {n} di antara {m} juri").format(
        place=row.place, n=row.jurors_counted, m=row.jurors_expected
    )
    return f"{text} · {row.label}" if row.label else text
