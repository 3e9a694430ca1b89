"""Decisions of the plenary: an order for a tie, a value of a conflict, final with its gaps, opening early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.form_area import FormArea
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column, Row

_MOST_GAPS = 7


class TieDialog(ActDialog):
    """Puts entries of one joint place in order."""

    def __init__(
        self, theme: Theme, entries: Sequence[tuple[str, str]], parent: QWidget | None = None
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
        self.list = QListWidget()
        self.list.setAccessibleName(translate("TieDialog", "Urutan peserta"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for entry, words in entries:
            item = QListWidgetItem(f"{entry} · {words}")
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setToolTip(words)
            item.setSizeHint(QSize(0, theme.px(36)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(theme.px(36) * max(2, min(len(entries), 6)) + 8)
        self.up = IconButton(theme, "chevron-up", translate("TieDialog", "Naikkan"))
        self.down = IconButton(theme, "chevron-down", translate("TieDialog", "Turunkan"))
        self.up.clicked.connect(self._raise)
        self.down.clicked.connect(self._lower)
        self.method = QComboBox()
        self.method.addItem(translate("TieDialog", "Keputusan pleno"), "plenary")
        self.method.addItem(translate("TieDialog", "Undian"), "lot")
        self.method.setAccessibleName(translate("TieDialog", "Cara memutuskan"))
        buttons = QVBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        self.fields.addLayout(row)
        self.fields.addWidget(self.method)

    def first_field(self) -> QWidget | None:
        """The list."""
        return self.list

    def order(self) -> list[str]:
        """The entries as they were put."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def how(self) -> Literal["plenary", "lot"]:
        """By vote or by lot."""
        return "lot" if self.method.currentData() == "lot" else "plenary"

    def _raise(self) -> None:
        self._move(-1)

    def _lower(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + step < self.list.count():
            item = self.list.takeItem(at)
            self.list.insertItem(at + step, item)
            self.list.setCurrentRow(at + step)


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
        self, theme: Theme, gaps: Sequence[Row], blocking: int, parent: QWidget | None = None
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
                [Column("", 196), Column(""), Column("", 92)],
            )
            table.horizontalHeader().hide()
            table.set_rows(gaps)
            table.setFixedHeight(theme.px(34) * min(len(gaps), _MOST_GAPS) + 8)
            self.setMinimumWidth(theme.px(800))
            self.fields.addWidget(table)

    def first_field(self) -> QWidget | None:
        """The reason, where one is needed."""
        return self.reason_field if self._reason else None


class OpenRankingDialog(ActDialog):
    """Opening the ranking before intake is closed takes two people, by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("OpenRankingDialog", "Buka peringkat lebih awal"),
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
