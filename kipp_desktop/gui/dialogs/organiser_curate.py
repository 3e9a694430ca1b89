"""Choosing by hand: who goes on from a curated cut; and the problems of a list that was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from kipp_desktop.domain.competition import Entry
from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.entries import SentenceOf, problem_rows
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.gui.widgets.vote_fields import VoteFields
from kipp_desktop.services.importing import CellProblem
from kipp_desktop.services.voting import Vote


class CurateDialog(ActDialog):
    """Ticks entries; says how many are chosen."""

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[Entry],
        chosen: Sequence[str],
        left_out: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("CurateDialog", "Pilih peserta yang lanjut"),
            translate(
                "CurateDialog",
                "Centang dengan Spasi. Yang tidak dipilih boleh diberi alasan sendiri (F2). "
                "Pilihan, alasan, dan yang hadir dicatat dan dicetak.",
            ),
            translate("CurateDialog", "Catat pilihan"),
            parent,
            present=True,
        )
        self.list = QTreeWidget()
        self.list.setAccessibleName(translate("CurateDialog", "Peserta"))
        self.list.setHeaderLabels(
            [translate("CurateDialog", "Peserta"), translate("CurateDialog", "Alasan bila tidak dipilih")]
        )
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        for entry in entries:
            item = QTreeWidgetItem([f"{entry.id}   {entry.title}", left_out.get(entry.id, "")])
            item.setToolTip(0, f"{entry.title}\n{entry.institution}")
            item.setData(0, Qt.ItemDataRole.UserRole, entry.id)
            item.setSizeHint(0, QSize(0, theme.px(34)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
            checked = Qt.CheckState.Checked if entry.id in chosen else Qt.CheckState.Unchecked
            item.setCheckState(0, checked)
            self.list.addTopLevelItem(item)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.header().resizeSection(0, theme.px(400))
        self.list.setMinimumHeight(theme.px(250))
        self.list.setStyleSheet(_tick_style(theme))
        self.list.itemDoubleClicked.connect(self._on_reason)
        reason = QShortcut(QKeySequence(Qt.Key.Key_F2), self.list)
        reason.setContext(Qt.ShortcutContext.WidgetShortcut)
        reason.activated.connect(self._on_key)
        self.setMinimumWidth(theme.px(760))
        self.count = Text("", "second", "soft")
        self.fields.addWidget(self.list)
        self.fields.addWidget(self.count)
        self.votes = VoteFields(0)
        self.fields.addWidget(self.votes)
        self.votes.changed.connect(self.look)
        self.list.itemChanged.connect(self._on_changed)

    def chosen(self) -> list[str]:
        """The ticked entries in entry order."""
        return [entry for entry, item in self._items() if item.checkState(0) == Qt.CheckState.Checked]

    def left_out(self) -> dict[str, str]:
        """Entry → reason, of those that are not ticked and were given one."""
        plain = Qt.CheckState.Unchecked
        found = (
            (entry, item.text(1).strip()) for entry, item in self._items() if item.checkState(0) == plain
        )
        return {entry: reason for entry, reason in found if reason}

    def vote(self) -> Vote | None:
        """The votes."""
        return self.votes.vote()

    def ready(self) -> bool:
        """At least one entry, a reason, who was there."""
        return super().ready() and bool(self.chosen()) and self.votes.problem() is None

    def look(self) -> None:
        """Count, and wake the button up."""
        words = translate("CurateDialog", "{n} dari {all} dipilih")
        self.count.setText(words.format(n=len(self.chosen()), all=self.list.topLevelItemCount()))
        super().look()

    def _items(self) -> list[tuple[str, QTreeWidgetItem]]:
        found = [item for at in range(self.list.topLevelItemCount()) if (item := self.list.topLevelItem(at))]
        return [(str(item.data(0, Qt.ItemDataRole.UserRole)), item) for item in found]

    def _on_reason(self, item: QTreeWidgetItem, column: int) -> None:
        self.list.editItem(item, 1)

    def _on_key(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item, 1)

    def _on_changed(self, item: QTreeWidgetItem) -> None:
        self.look()


def _tick_style(theme: Theme) -> str:
    """Ticks of a list as those of a check box; the program's sheet dresses check boxes only."""
    palette, side = theme.palette, theme.px(16)
    mode = "dark" if palette.dark else "light"
    return (
        f"QTreeWidget::indicator {{ width: {side}px; height: {side}px; background: {palette.field};"
        f" border: 1px solid {palette.field_line}; border-radius: 4px; margin-left: {theme.px(6)}px; }}"
        f"QTreeWidget::indicator:checked {{ background: {palette.accent}; border-color: {palette.accent};"
        f" image: url(kippicons:sheet/check-{mode}.svg); }}"
    )


class ProblemsDialog(ActDialog):
    """Every problem of a list that was not imported; the good rows may be taken all the same."""

    def __init__(
        self,
        theme: Theme,
        file: str,
        problems: Sequence[CellProblem],
        sentence_of: SentenceOf,
        parent: QWidget | None = None,
    ) -> None:
        bad = sum(one.severity == "error" for one in problems)
        super().__init__(
            file,
            translate(
                "ProblemsDialog",
                "{n} masalah. Belum ada yang ditulis. Betulkan di Excel lalu impor lagi, "
                "atau lewati baris yang bermasalah.",
            ).format(n=bad),
            translate("ProblemsDialog", "Lewati baris bermasalah"),
            parent,
            reason=False,
        )
        self.problems = RichTable(
            theme,
            translate("ProblemsDialog", "Masalah"),
            [
                Column(translate("ProblemsDialog", "Baris"), 84),
                Column(translate("ProblemsDialog", "Kolom"), 76),
                Column(translate("ProblemsDialog", "Masalah")),
            ],
        )
        self.problems.set_rows(problem_rows(problems, sentence_of))
        self.problems.setMinimumHeight(theme.px(240))
        self.setMinimumWidth(theme.px(760))
        self.fields.addWidget(self.problems)
