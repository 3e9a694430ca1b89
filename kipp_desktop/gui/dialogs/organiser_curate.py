"""Choosing by hand: who goes on from a curated cut; and the problems of a list that was refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kipp_desktop.domain.competition import Entry
from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.entries import SentenceOf, problem_rows
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.importing import CellProblem


class CurateDialog(ActDialog):
    """Ticks entries; says how many are chosen."""

    def __init__(
        self, theme: Theme, entries: Sequence[Entry], chosen: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("CurateDialog", "Pilih peserta yang lanjut"),
            translate(
                "CurateDialog", "Centang dengan Spasi. Pilihan, alasan, dan yang hadir dicatat dan dicetak."
            ),
            translate("CurateDialog", "Catat pilihan"),
            parent,
            present=True,
        )
        self.list = QListWidget()
        self.list.setAccessibleName(translate("CurateDialog", "Peserta"))
        for entry in entries:
            item = QListWidgetItem(f"{entry.id}   {entry.title}")
            item.setToolTip(f"{entry.title}\n{entry.institution}")
            item.setData(Qt.ItemDataRole.UserRole, entry.id)
            item.setSizeHint(QSize(0, theme.px(34)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if entry.id in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(theme.px(250))
        self.list.setStyleSheet(_tick_style(theme))
        self.setMinimumWidth(theme.px(620))
        self.count = Text("", "second", "soft")
        self.fields.addWidget(self.list)
        self.fields.addWidget(self.count)
        self.list.itemChanged.connect(self._on_changed)

    def chosen(self) -> list[str]:
        """The ticked entries in entry order."""
        items = (self.list.item(at) for at in range(self.list.count()))
        ticked = (item for item in items if item.checkState() == Qt.CheckState.Checked)
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked]

    def ready(self) -> bool:
        """At least one entry, a reason, who was there."""
        return super().ready() and bool(self.chosen())

    def look(self) -> None:
        """Count, and wake the button up."""
        words = translate("CurateDialog", "{n} dari {all} dipilih")
        self.count.setText(words.format(n=len(self.chosen()), all=self.list.count()))
        super().look()

    def _on_changed(self, item: QListWidgetItem) -> None:
        self.look()


def _tick_style(theme: Theme) -> str:
    """Ticks of a list as those of a check box; the program's sheet dresses check boxes only."""
    palette, side = theme.palette, theme.px(16)
    mode = "dark" if palette.dark else "light"
    return (
        f"QListWidget::indicator {{ width: {side}px; height: {side}px; background: {palette.field};"
        f" border: 1px solid {palette.field_line}; border-radius: 4px; margin-left: {theme.px(6)}px; }}"
        f"QListWidget::indicator:checked {{ background: {palette.accent}; border-color: {palette.accent};"
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
