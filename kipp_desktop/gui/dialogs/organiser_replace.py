"""An entry that leaves after the cut, and who takes its place: why, before whom, and a tie settled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from kipp_desktop.domain.competition import Entry
from kipp_desktop.domain.succession import Candidate, Line
from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import number, translate
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.order_list import OrderList
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.gui.widgets.vote_fields import VoteFields
from kipp_desktop.services.succession import Leaving
from kipp_desktop.services.voting import Vote

_MOST_ROWS = 4


class SuccessorDialog(ActDialog):
    """Shows the line in its order; only whoever may come is taken. `out`: the entry has left already."""

    def __init__(
        self,
        theme: Theme,
        line: Line,
        entries: Sequence[Entry],
        stage: str,
        decimals: int,
        out: bool,
        members: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        self._line, self._theme = line, theme
        self._entries = {entry.id: entry for entry in entries}
        leaving = self._entries[line.leaving]
        super().__init__(
            translate("SuccessorDialog", "Ganti peserta {entry}").format(entry=leaving.id),
            translate(
                "SuccessorDialog",
                "{title} keluar setelah tahap {stage}. Nilai yang sudah diberikan tersimpan dan tidak "
                "dihitung. Penggantinya menempati gilirannya dan perlu dinilai juri.",
            ).format(title=leaving.title, stage=stage),
            translate("SuccessorDialog", "Catat penggantian"),
            parent,
            present=True,
        )
        self.how = Choice()
        self.how.addItem(translate("SuccessorDialog", "Mengundurkan diri"), "withdrawn")
        self.how.addItem(translate("SuccessorDialog", "Didiskualifikasi"), "disqualified")
        self.table = self._table(theme, decimals)
        self.method = QComboBox()
        self.method.addItem(translate("SuccessorDialog", "Keputusan pleno"), "plenary")
        self.method.addItem(translate("SuccessorDialog", "Undian"), "lot")
        self.method.setAccessibleName(translate("SuccessorDialog", "Cara memutuskan nilai sama"))
        self.note = Text("", "second", "soft").wrapped()
        self.votes = VoteFields(members)
        self.order_list: OrderList | None = None
        self._ordered = QVBoxLayout()
        if not out:
            self.add_field(
                translate("SuccessorDialog", "Peserta {entry} &keluar karena").format(entry=leaving.id),
                self.how,
            )
        self.add_field(translate("SuccessorDialog", "&Pengganti"), self.table)
        self.fields.addWidget(self.note)
        self.fields.addLayout(self._ordered)
        self.fields.addWidget(self.method)
        self.fields.addWidget(self.votes)
        self.setMinimumWidth(theme.px(760))
        self.table.chosen.connect(self._on_chosen)
        self.table.choose(line.next[0] if len(line.next) == 1 else None)
        self.method.currentIndexChanged.connect(self._on_method)
        self.votes.changed.connect(self.look)

    def coming(self) -> Candidate | None:
        """Who is chosen, where the place may be given to it."""
        key = self.table.current_key()
        found = None if key is None else self._line.find(str(key))
        return found if found is not None and found.eligible else None

    def leaving(self) -> Leaving:
        """Who goes, how, why and before whom."""
        how: Literal["withdrawn", "disqualified"] = (
            "disqualified" if self.how.currentData() == "disqualified" else "withdrawn"
        )
        method: Literal["plenary", "lot"] = "lot" if self._by_lot() else "plenary"
        present = tuple(self.present())
        return Leaving(
            self._line.leaving, how, self.reason(), present, method, self._vote(), tuple(self._order())
        )

    def ready(self) -> bool:
        """Somebody who may come, in an order that lets it in, a reason, who was there, and votes."""
        coming, wrong = self.coming(), self._vote() is not None and self.votes.problem() is not None
        fits = coming is not None and (
            self.order_list is None or coming.takes(self._order(), self._line.staying)
        )
        return super().ready() and fits and not wrong

    def look(self) -> None:
        """Say what the choice means, and wake the button up."""
        coming = self.coming()
        self.note.setText(self._note_words(coming))
        self.note.setVisible(bool(self.note.text()))
        self.method.setVisible(coming is not None and bool(coming.tied))
        self.votes.setEnabled(not self._by_lot())
        super().look()

    def first_field(self) -> QWidget | None:
        """Who comes, where it has to be chosen; else the reason."""
        return self.reason_field if self.coming() is not None else self.table

    def _vote(self) -> Vote | None:
        return None if self._by_lot() else self.votes.vote()

    def _by_lot(self) -> bool:
        coming = self.coming()
        return coming is not None and bool(coming.tied) and self.method.currentData() == "lot"

    def _note_words(self, coming: Candidate | None) -> str:
        key = self.table.current_key()
        if coming is None and key is not None:
            return translate(
                "SuccessorDialog",
                "Bukan gilirannya. Bila peserta di atasnya tidak bersedia, catat dulu pengunduran dirinya.",
            )
        if coming is None:
            return translate("SuccessorDialog", "Pilih penggantinya.")
        order = coming.tie_order(self._line.staying)
        if not order:
            return ""
        if self.order_list is not None:
            words = translate(
                "SuccessorDialog",
                "Beberapa peserta bernilai sama untuk tempat ini. Susun semuanya dari yang terbaik; peserta "
                "{entry} sebelum yang tidak masuk.",
            )
            return words.format(entry=coming.entry)
        words = translate("SuccessorDialog", "Nilainya sama untuk tempat ini. Urutan yang dicatat: {order}.")
        return words.format(order=", ".join(order))

    def _table(self, theme: Theme, decimals: int) -> RichTable:
        right = Qt.AlignmentFlag.AlignRight
        ranked = any(one.place is not None for one in self._line.candidates)
        columns = [
            Column(translate("SuccessorDialog", "Peserta")),
            Column(translate("SuccessorDialog", "Peringkat"), 90, right),
            Column(translate("SuccessorDialog", "Nilai"), 80, right),
            Column(translate("SuccessorDialog", "Giliran"), 150),
        ]
        table = RichTable(theme, translate("SuccessorDialog", "Pengganti"), columns, PEOPLE_ROW)
        table.set_rows([self._row(one, decimals) for one in self._line.candidates])
        for column in (1, 2):
            table.setColumnHidden(column, not ranked)
        header = table.horizontalHeader().sizeHint().height()
        rows = max(2, min(len(self._line.candidates), _MOST_ROWS))
        table.setFixedHeight(header + rows * theme.px(PEOPLE_ROW) + 8)
        return table

    def _row(self, one: Candidate, decimals: int) -> Row:
        entry = self._entries[one.entry]
        if one.tied:
            turn = translate("SuccessorDialog", "nilai sama")
        elif not one.eligible:
            turn = translate("SuccessorDialog", "bukan gilirannya")
        else:
            alone = len(self._line.next) == 1
            free = translate("SuccessorDialog", "dapat dipilih")
            turn = translate("SuccessorDialog", "berikutnya") if alone else free
        tone = "ink" if one.eligible else "soft"
        cells = (
            Cell(entry.title, entry.institution, lead=one.entry, tone=tone, tip=f"{one.entry} {entry.title}"),
            Cell("–" if one.place is None else str(one.place), tone=tone),
            Cell("–" if one.score is None else number(one.score, decimals), role="strong", tone=tone),
            Cell(turn, role="second", tone=tone),
        )
        return Row(one.entry, cells)

    def _order(self) -> list[str]:
        """The order of the tie, where who comes in does not say it alone."""
        return [] if self.order_list is None else self.order_list.order()

    def _offer_order(self) -> None:
        """A list of all who share the place, where people have to put them in order."""
        if self.order_list is not None:
            self._ordered.removeWidget(self.order_list)
            self.order_list.deleteLater()
            self.order_list = None
        coming = self.coming()
        if coming is None or not coming.leaves_open(self._line.staying):
            return
        order = coming.tie_order(self._line.staying)
        things = [(entry, f"{entry} · {self._entries[entry].title}") for entry in order]
        self.order_list = OrderList(
            self._theme, things, translate("SuccessorDialog", "Urutan yang bernilai sama"), _MOST_ROWS
        )
        self.order_list.moved.connect(self.look)
        self._ordered.addWidget(self.order_list)

    def _on_chosen(self, key: object) -> None:
        self._offer_order()
        self.look()

    def _on_method(self) -> None:
        self.look()
