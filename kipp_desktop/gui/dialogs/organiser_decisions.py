"""Decisions of the plenary: an order for a tie, a value of a conflict, final with its gaps, opening early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QVBoxLayout, QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.form_area import FormArea
from kipp_desktop.gui.widgets.order_list import OrderList
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column, Row
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.gui.widgets.vote_fields import VoteFields
from kipp_desktop.services.voting import Vote

_MOST_GAPS, _MOST_ORDERS = 7, 4


class TieDialog(ActDialog):
    """Puts entries of one joint place in order."""

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[tuple[str, str]],
        members: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("TieDialog", "Urutan nilai yang sama"),
            translate(
                "TieDialog",
                "Susun dari yang terbaik. Nilai yang dihitung tidak berubah; keputusan dan alasannya "
                "dicetak.",
            ),
            translate("TieDialog", "Catat keputusan"),
            parent,
            present=True,
        )
        lines = [(entry, f"{entry} · {words}") for entry, words in entries]
        self.order_list = OrderList(theme, lines, translate("TieDialog", "Urutan peserta"))
        self.votes = VoteFields(members)
        self.method = QComboBox()
        self.method.addItem(translate("TieDialog", "Keputusan pleno"), "plenary")
        self.method.addItem(translate("TieDialog", "Undian"), "lot")
        self.method.setAccessibleName(translate("TieDialog", "Cara memutuskan"))
        self.fields.addWidget(self.order_list)
        self.fields.addWidget(self.method)
        self.fields.addWidget(self.votes)
        self.setMinimumWidth(theme.px(640))
        self.votes.changed.connect(self.look)
        self.method.currentIndexChanged.connect(self._on_method)

    def ready(self) -> bool:
        """A reason, who was there, and votes that carry it."""
        return super().ready() and (self.vote() is None or self.votes.problem() is None)

    def first_field(self) -> QWidget | None:
        """The list."""
        return self.order_list.list

    def order(self) -> list[str]:
        """The entries as they were put."""
        return self.order_list.order()

    def vote(self) -> Vote | None:
        """The votes; a lot has none."""
        return None if self.how() == "lot" else self.votes.vote()

    def how(self) -> Literal["plenary", "lot"]:
        """By vote or by lot."""
        return "lot" if self.method.currentData() == "lot" else "plenary"

    def _on_method(self) -> None:
        self.votes.setEnabled(self.how() == "plenary")
        self.look()


@dataclass(frozen=True, slots=True)
class ConflictChoice:
    """One way to settle a conflict: a whole sheet (criterion None, choice a digest) or a value of a cell."""

    words: str
    criterion: str | None
    choice: str | int | None


class ConflictDialog(ActDialog):
    """Offers what the laptops say; exactly one is chosen."""

    def __init__(
        self, theme: Theme, where: str, choices: Sequence[ConflictChoice], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("ConflictDialog", "Nilai berbeda antara dua laptop"),
            translate(
                "ConflictDialog", "{where}. Tanyakan kepada juri mana yang benar; keduanya tetap tersimpan."
            ).format(where=where),
            translate("ConflictDialog", "Catat keputusan"),
            parent,
            present=True,
        )
        self._choices = tuple(choices)
        self.buttons = QButtonGroup(self)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for at, choice in enumerate(choices):
            button = QRadioButton(choice.words.replace("&", "&&"))
            self.buttons.addButton(button, at)
            column.addWidget(button)
        self.fields.addWidget(FormArea(inside, theme.px(240)))
        self.buttons.buttonToggled.connect(self._on_toggled)

    def ready(self) -> bool:
        """A choice, a reason and who was there."""
        return super().ready() and self.buttons.checkedId() >= 0

    def first_field(self) -> QWidget | None:
        """The first choice."""
        return self.buttons.button(0)

    def chosen(self) -> ConflictChoice:
        """What was chosen."""
        return self._choices[self.buttons.checkedId()]

    def _on_toggled(self) -> None:
        self.look()


class FinaliseDialog(ActDialog):
    """Lists what is missing; with gaps a reason is needed, and both are printed."""

    def __init__(
        self,
        theme: Theme,
        gaps: Sequence[Row],
        blocking: int,
        orders: Sequence[Row] = (),
        parent: QWidget | None = None,
    ) -> None:
        if blocking:
            question = translate(
                "FinaliseDialog",
                "{n} hal belum beres. Hasil boleh dinyatakan final dengan alasan; "
                "daftar ini dan alasannya dicetak pada berita acara.",
            ).format(n=blocking)
        else:
            question = translate(
                "FinaliseDialog",
                "Semua lembar lengkap. Peringkat dibekukan dan penerimaan yang masih terbuka ditutup; "
                "berkas yang datang kemudian dicatat sebagai terlambat.",
            )
        super().__init__(
            translate("FinaliseDialog", "Nyatakan final"),
            question,
            translate("FinaliseDialog", "Nyatakan final"),
            parent,
            reason=blocking > 0,
        )
        if gaps:
            table = RichTable(
                theme,
                translate("FinaliseDialog", "Yang belum beres"),
                [Column("", 216), Column(""), Column("", 150)],
            )
            table.horizontalHeader().hide()
            table.set_rows(gaps)
            table.setFixedHeight(theme.px(34) * min(len(gaps), _MOST_GAPS) + 8)
            self.setMinimumWidth(theme.px(800))
            self.fields.addWidget(table)
        if orders:
            self._show_orders(theme, orders)

    def _show_orders(self, theme: Theme, orders: Sequence[Row]) -> None:
        """What hangs on the rule about jurors who left early."""
        words = translate(
            "FinaliseDialog",
            "Ada juri yang tidak menilai semua peserta. Aturan yang disegel menentukan urutan pertama; "
            "tanpa aturan itu urutannya menjadi yang kedua.",
        )
        columns = order_columns()
        table = RichTable(theme, translate("FinaliseDialog", "Dua urutan"), columns)
        table.set_rows(orders)
        header = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(header + theme.px(34) * min(len(orders), _MOST_ORDERS) + 8)
        self.fields.addWidget(Text(words, "second", "soft").wrapped())
        self.fields.addWidget(table)

    def first_field(self) -> QWidget | None:
        """The reason, where one is needed."""
        return self.reason_field if self._reason else None


class OpenRankingDialog(ActDialog):
    """Opening the ranking before intake is closed takes two people, by name."""

    def __init__(self, stage: str, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("OpenRankingDialog", "Buka peringkat lebih awal: {stage}").format(stage=stage),
            translate(
                "OpenRankingDialog",
                "Pembukaan dicatat dan dihitung dalam berita acara. Nilai yang berubah sesudahnya "
                "dicetak sebagai “sesudah peringkat dibuka”.",
            ),
            translate("OpenRankingDialog", "Buka peringkat"),
            parent,
            reason=False,
        )
        self.organiser = self.add_line(translate("OpenRankingDialog", "Nama &panitia"))
        self.chair = self.add_line(translate("OpenRankingDialog", "Nama &ketua dewan juri"))

    def ready(self) -> bool:
        """Both names."""
        return bool(self.organiser.text().strip() and self.chair.text().strip())

    def by(self) -> list[str]:
        """The two who open it."""
        return [self.organiser.text().strip(), self.chair.text().strip()]


def order_columns() -> list[Column]:
    """Entry, place as sealed, place under the other choice."""
    right = Qt.AlignmentFlag.AlignRight
    return [
        Column(translate("FinaliseDialog", "Peserta")),
        Column(translate("FinaliseDialog", "Menurut aturan"), 140, right),
        Column(translate("FinaliseDialog", "Bila sebaliknya"), 140, right),
    ]
