"""Why an entry has its place: where the score comes from, the neighbours, and what would swap them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.domain.derivation import StagePart
from kipp_desktop.domain.explain import Explanation
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.gui.languages import number, translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.ranking import juror_key, out_words, term_columns, term_rows
from kipp_desktop.gui.pages.organiser_page import show_columns
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Card
from kipp_desktop.gui.widgets.page_area import PageArea
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.explaining import Teller


class ExplainPanel(Card):
    """The derivation of one row of a ranking."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._title = Text("", "heading").wrapped()
        self._institution = Text("", "second", "soft").wrapped()
        self._place = Text("", "body", "soft").wrapped()
        self._score = Text("", "sum", "accent")
        self.derivation = Text("", "second").wrapped()
        self.above = Text("", "second").wrapped()
        self.below = Text("", "second").wrapped()
        self.tables: list[RichTable] = []  # one a stage that weighs, made as they are needed
        self._keys: list[Text] = []
        self._tables = QVBoxLayout()
        self._tables.setSpacing(8)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(8)
        column.addLayout(self._head())
        for part in (self.derivation, self.above, self.below):
            column.addWidget(part)
        column.addLayout(self._tables)
        column.addStretch(1)
        self.body.setContentsMargins(2, 2, 2, 2)
        self.body.addWidget(PageArea(inside))
        self.show_hint("")

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for text in (self._title, self._institution, self._place):
            texts.addWidget(text)
        head.addLayout(texts, 1)
        head.addWidget(self._score, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def show_waiting(self, what: str) -> None:
        """Say what is being read; a row that is explained stays until it is."""
        if self.derivation.isHidden():
            self.show_hint(f"{what} …")

    def show_hint(self, words: str) -> None:
        """Say what this place is for, while no row is chosen."""
        self._institution.setText(words)
        parts = (self._title, self._place, self._score, self.derivation, self.above, self.below)
        for part in (*parts, *self.tables, *self._keys):
            part.hide()

    def show_explanation(
        self, overview: Overview, ranking: GroupRanking, found: Explanation, language: str
    ) -> None:
        """Show the derivation of a row."""
        row, competition = found.row, overview.competition
        entry = overview.entry(row.entry)
        account = Teller(competition, language, name_of=overview.juror_name).account(found)
        self._title.setText(f"{row.entry} · {entry.title}")
        self._institution.setText(entry.institution)
        self._place.setText(_place_words(found))
        self._score.setText(
            "" if row.score is None else number(row.score, competition.rule.published_decimals)
        )
        for at, part in enumerate(found.parts):
            self._show_part(at, part, overview, row.entry, language)
        for text, sentences in (
            (self.derivation, account.derivation),
            (self.above, account.above),
            (self.below, account.below),
        ):
            text.setText(" ".join(sentences))
            text.setVisible(bool(sentences))
        for at, (table, key) in enumerate(zip(self.tables, self._keys, strict=True)):
            table.setVisible(at < len(found.parts))
            key.setVisible(at < len(found.parts))
        for part in (self._title, self._place):
            part.show()
        self._score.setVisible(row.score is not None)

    def _show_part(self, at: int, part: StagePart, overview: Overview, entry: str, language: str) -> None:
        """The cells of a stage, in the table of that position."""
        competition = overview.competition
        if at == len(self.tables):
            self.tables.append(RichTable(self._theme, "", [Column("")], 42, ruled=False))
            self._keys.append(Text("", "small", "soft").wrapped())
            self._tables.addWidget(self.tables[at])
            self._tables.addWidget(self._keys[at])
        table = self.tables[at]
        stage = competition.stage_by_id[part.stage].name.in_language(language)
        criteria = competition.rubric_for(part.stage, competition.entry_by_id[entry]).criterion
        show_columns(table, term_columns(part))
        table.set_rows(term_rows(part, criteria, language, competition.rule.published_decimals + 1))
        table.setFixedHeight(table.full_height() + 8)
        table.setAccessibleName(
            translate("ExplainPanel", "Nilai tiap juri dan kriteria, {stage}").format(stage=stage)
        )
        self._keys[at].setText(juror_key(overview, part))


def _place_words(found: Explanation) -> str:
    row = found.row
    if row.place is None:
        return out_words(row.out or "")
    text = translate("ExplainPanel", "Peringkat {place}, nilai dari {n} di antara {m} juri").format(
        place=row.place, n=row.jurors_counted, m=row.jurors_expected
    )
    return f"{text} · {row.label}" if row.label else text
