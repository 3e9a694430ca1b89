"""Decisions of the plenary about the result itself: awards in another order, points added or taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import parse_points
from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.order_list import OrderList
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.gui.widgets.vote_fields import VoteFields


class AwardDialog(ActDialog):
    """Puts the entries in the order in which awards are given; the computed places stay as they are.

    `lapsed` tells of a decision that is void: then any order is a decision, the computed one too.
    """

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[tuple[str, str]],
        members: int,
        parent: QWidget | None = None,
        lapsed: str = "",
    ) -> None:
        super().__init__(
            translate("AwardDialog", "Urutan penghargaan"),
            translate(
                "AwardDialog",
                "Penghargaan diberikan menurut urutan ini. Nilai dan peringkat yang dihitung tidak berubah "
                "dan tetap dicetak di sebelahnya, bersama alasannya.",
            ),
            translate("AwardDialog", "Catat keputusan"),
            parent,
            present=True,
        )
        self._before = [] if lapsed else [entry for entry, _ in entries]
        if lapsed:
            self.fields.addWidget(Text(lapsed, "second", "warn").wrapped())
        self.order_list = OrderList(theme, entries, translate("AwardDialog", "Urutan penghargaan"))
        self.votes = VoteFields(members)
        self.fields.addWidget(self.order_list)
        self.fields.addWidget(self.votes)
        self.setMinimumWidth(theme.px(680))
        self.order_list.moved.connect(self.look)
        self.votes.changed.connect(self.look)

    def order(self) -> list[str]:
        """The entries as they were put."""
        return self.order_list.order()

    def ready(self) -> bool:
        """Another order than the computed one (any, after a lapsed one), a reason, who was there, votes."""
        return super().ready() and self.order() != self._before and self.votes.problem() is None

    def first_field(self) -> QWidget | None:
        """The list."""
        return self.order_list.list


class BonusDialog(ActDialog):
    """Points by decision, added to an entry's final score or taken from it."""

    def __init__(
        self, theme: Theme, entries: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("BonusDialog", "Nilai tambah atau pengurangan"),
            translate(
                "BonusDialog",
                "Ditambahkan pada nilai akhir peserta. Keputusan ini dan alasannya dicetak; yang dicatat "
                "kemudian menambah yang sudah ada.",
            ),
            translate("BonusDialog", "Catat keputusan"),
            parent,
        )
        self._entries = tuple(entries)
        self.entry = Choice()
        self.entry.addItems([words for _, words in entries])
        self.points = QLineEdit()
        self.points.setPlaceholderText(translate("BonusDialog", "misalnya 2 atau -1,5"))
        self.points.textChanged.connect(self.look)
        self._note = Text("", "second", "bad").wrapped()
        self.add_field(translate("BonusDialog", "&Peserta"), self.entry)
        self.add_field(translate("BonusDialog", "&Poin"), self.points)
        self.fields.addWidget(self._note)
        self.setMinimumWidth(theme.px(560))

    def chosen(self) -> str:
        """The entry."""
        return self._entries[self.entry.currentIndex()][0]

    def centi(self) -> int | None:
        """The points in hundredths; None while they are no number, or nothing."""
        try:
            return parse_points(self.points.text()) or None
        except UserError:
            return None

    def ready(self) -> bool:
        """Points other than nothing, and a reason."""
        typed = bool(self.points.text().strip())
        wrong = typed and self.centi() is None
        self._note.setText(translate("BonusDialog", "Isi poin dengan angka selain nol.") if wrong else "")
        return super().ready() and self.centi() is not None

    def first_field(self) -> QWidget | None:
        """The entry."""
        return self.entry
