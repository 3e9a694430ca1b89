"""Before the file is written: what is missing, the juror's word, and where the file goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from kipp_desktop.gui.dialogs.juror_destination import Destination
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.gui.widgets.text import Text

_MOST_ROWS = 4  # in sight at once


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """A sheet that keeps the juror from declaring, and the criteria it lacks."""

    stage: str
    entry: str
    title: str
    institution: str
    state: State
    lacking: tuple[str, ...]  # names
    criteria: int


class FinishDialog(QDialog):
    """Asks for the declaration and a folder; with sheets missing it lists them and leads there.

    A juror who has to leave declares in spite of them: `despite_wanted` asks for a reason, which is given to
    the dialog that then asks for the word and the folder.
    """

    sheet_wanted = Signal(str, str)  # stage, entry
    despite_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        missing: Sequence[OpenSheet],
        declare: bool,
        last_folder: str,
        reason: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._missing = list(missing)
        self._declare = declare
        self.reason = reason
        self.destination = Destination(last_folder)
        self.word = QCheckBox(translate("FinishDialog", "Saya nyatakan nilai ini final"))
        self.confirm = Button("", "primary")
        self.despite = Button(translate("FinishDialog", "Tetap nyatakan final …"))
        self._lay_out()
        self.word.toggled.connect(self._look)
        self._look()
        self.setMinimumWidth(min(theme.px(720 if self._missing else 560), 1000))

    def folder(self) -> Path:
        """Where the file goes."""
        return self.destination.folder()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        title, words = self._words()
        self.setWindowTitle(title)
        column.addWidget(Text(title, "heading").wrapped())
        column.addWidget(Text(words, "body", "soft").wrapped())
        if self._missing and self._declare:
            column.addWidget(self._missing_table())
        else:
            if self._declare:
                column.addWidget(self.word)
            label = Text(translate("FinishDialog", "Simpan berkas nilai ke"), "second", "soft")
            label.setBuddy(self.destination)
            column.addSpacing(4)
            column.addWidget(label)
            column.addWidget(self.destination)
        column.addSpacing(8)
        column.addWidget(self._buttons())

    def _words(self) -> tuple[str, str]:
        if not self._declare:
            return translate("FinishDialog", "Ekspor nilai"), translate(
                "FinishDialog",
                "Semua nilai Anda saat ini ditulis ke satu berkas terkunci yang hanya dapat dibuka panitia.",
            )
        if self._missing:
            return translate("FinishDialog", "Belum dapat dinyatakan final"), translate(
                "FinishDialog",
                "%n lembar belum lengkap. Lengkapi nilainya, atau tandai abstain atau tidak hadir. "
                "Nilai yang sudah ada tetap tersimpan.",
                "",
                len(self._missing),
            )
        if self.reason:
            return translate("FinishDialog", "Nyatakan final dan ekspor"), translate(
                "FinishDialog",
                "Yang lengkap dikunci. Yang belum dinilai tetap kosong, bukan nol, dan terlihat oleh panitia "
                "bersama alasan Anda: {reason}",
            ).format(reason=self.reason)
        return translate("FinishDialog", "Nyatakan final dan ekspor"), translate(
            "FinishDialog",
            "Semua lembar sudah lengkap. Lembar yang belum terkunci akan dikunci, lalu berkas nilai ditulis. "
            "Pernyataan ini dapat ditarik kembali dengan alasan.",
        )

    def _missing_table(self) -> RichTable:
        columns = [
            Column(translate("FinishDialog", "Peserta")),
            Column(translate("FinishDialog", "Belum dinilai"), 330),
        ]
        table = RichTable(self._theme, columns[1].title, columns, PEOPLE_ROW)
        table.set_rows(
            [
                Row(
                    (one.stage, one.entry),
                    (
                        Cell(one.title, one.institution, one.entry, one.state),
                        _lacking_cell(one),
                    ),
                )
                for one in self._missing
            ]
        )
        shown = min(table.full_height(), self._theme.px(34 + _MOST_ROWS * PEOPLE_ROW) + 8)
        table.setFixedHeight(min(shown, 560 - self._theme.px(170)))  # words and buttons need the rest
        table.opened.connect(self._on_opened)
        table.choose((self._missing[0].stage, self._missing[0].entry))
        self.table = table
        return table

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        if self._declare and self._missing:
            box.addButton(self.despite, QDialogButtonBox.ButtonRole.ActionRole)
            self.despite.clicked.connect(self._on_despite)
        box.addButton(Button(translate("FinishDialog", "Batal")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_confirmed)
        box.rejected.connect(self.reject)
        return box

    def _look(self) -> None:
        if self._declare and self._missing:
            self.confirm.setText(translate("FinishDialog", "Buka lembar ini"))
        elif self._declare:
            self.confirm.setText(
                translate("FinishDialog", "Kunci yang lengkap, nyatakan final, ekspor")
                if self.reason
                else translate("FinishDialog", "Kunci semua, nyatakan final, ekspor")
            )
            self.confirm.setEnabled(self.word.isChecked())
        else:
            self.confirm.setText(translate("FinishDialog", "Ekspor"))

    def _on_opened(self, key: tuple[str, str]) -> None:
        self.sheet_wanted.emit(*key)
        self.reject()

    def _on_despite(self) -> None:
        self.reject()
        self.despite_wanted.emit()

    def _on_confirmed(self) -> None:
        if self._declare and self._missing:
            key = self.table.current_key()
            if isinstance(key, tuple):
                self._on_opened(key)
        else:
            self.accept()


def _lacking_cell(one: OpenSheet) -> Cell:
    """How many criteria are missing, and below it which."""
    names = ", ".join(one.lacking)
    words = translate("FinishDialog", "{count} dari {all} kriteria")
    count = words.format(count=len(one.lacking), all=one.criteria)
    return Cell(count, names, role="second", tone="warn", tip=names)
