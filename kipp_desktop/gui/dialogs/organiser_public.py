"""Before a public bundle is written: everything of people's own words that it will show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import log_words
from kipp_desktop.services.publishing import PublicWord

_MOST_ROWS, _WIDEST = 7, 1000


class PublicDialog(ActDialog):
    """A list to be read, and a button that goes on."""

    def __init__(self, theme: Theme, words: Sequence[PublicWord], language: str, parent: QWidget) -> None:
        super().__init__(
            translate("PublicDialog", "Yang ikut terbuka dalam bundel umum"),
            translate(
                "PublicDialog",
                "Bundel umum memuat nilai tiap kursi juri dan kata-kata berikut, tanpa nama juri dan "
                "tanpa catatan untuk peserta. Alasan sudah tercatat dan tidak dapat diubah; bila ada yang "
                "tidak patut dibuka, jangan bagikan bundel umum.",
            ),
            translate("PublicDialog", "&Lanjut menulis …"),
            parent,
            reason=False,
        )
        self.setMinimumWidth(min(theme.px(760), _WIDEST))
        self._words = tuple(words)
        columns = [
            Column(translate("PublicDialog", "Di mana"), 90),
            Column(translate("PublicDialog", "Jenis"), 200),
            Column(translate("PublicDialog", "Kata-kata")),
        ]
        self.table = RichTable(theme, translate("PublicDialog", "Kata-kata yang ikut terbuka"), columns)
        self.table.set_rows([_row(at, word, language) for at, word in enumerate(words)])
        rows = min(max(len(words), 1), _MOST_ROWS)
        self.table.setFixedHeight(self.table.full_height() * (rows + 1) // (len(words) + 1))
        self.fields.addWidget(self.table)
        self.whole = Text("", "body").wrapped()
        self.fields.addWidget(self.whole)
        self.table.chosen.connect(self._on_chosen)
        self.table.choose(0)

    def _on_chosen(self, at: object) -> None:
        """Say the words of a row in full; its cell may cut them."""
        if isinstance(at, int):
            self.whole.setText(self._words[at].text)


def _row(at: int, word: PublicWord, language: str) -> Row:
    kind = log_words.kind_words(word.kind, language)
    return Row(at, (Cell(word.where, tone="soft", role="second"), Cell(kind), Cell(word.text, tip=word.text)))
