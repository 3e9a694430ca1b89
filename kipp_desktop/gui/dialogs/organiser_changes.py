"""Every score that changed after the ranking could be seen, with its old and its new value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from kipp_desktop.domain.openings import Opening, ScoreChange
from kipp_desktop.gui.languages import centi, translate
from kipp_desktop.gui.models.moments import when_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.text import Text


class ChangesDialog(QDialog):
    """To be read; the same stands on the ranking sheet and in the workbook."""

    def __init__(
        self, theme: Theme, overview: Overview, opening: Opening, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ChangesDialog", "Sesudah peringkat dibuka"))
        self.setMinimumSize(theme.px(820), theme.px(420))
        right = Qt.AlignmentFlag.AlignRight
        columns = [
            Column(translate("ChangesDialog", "Peserta")),
            Column(translate("ChangesDialog", "Juri"), 190),
            Column(translate("ChangesDialog", "Kriteria"), 170),
            Column(translate("ChangesDialog", "Semula"), 90, right),
            Column(translate("ChangesDialog", "Sekarang"), 90, right),
        ]
        self.table = RichTable(theme, translate("ChangesDialog", "Nilai yang berubah"), columns)
        self.table.set_rows(_rows(overview, opening.changes, language))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        title = translate("ChangesDialog", "Nilai yang berubah sesudah peringkat dibuka")
        column.addWidget(Text(title, "heading"))
        column.addWidget(Text(_since(opening), "body", "soft").wrapped())
        column.addWidget(self.table, 1)
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        self.confirm = Button(translate("ChangesDialog", "&Tutup"), "primary")
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.accepted.connect(self.accept)
        column.addWidget(box)


def _since(opening: Opening) -> str:
    when = when_words(opening.first.at)
    if not opening.early:
        return translate(
            "ChangesDialog", "Peringkat terbuka sejak penerimaan ditutup, {when}. Semua ini tercetak."
        ).format(when=when)
    return translate(
        "ChangesDialog",
        "Panitia dan ketua membuka peringkat {n} kali sebelum penerimaan ditutup, pertama {when}. "
        "Semua ini tercetak.",
    ).format(n=len(opening.early), when=when)


def _rows(overview: Overview, changes: Sequence[ScoreChange], language: str) -> list[Row]:
    return [Row(at, _cells(overview, change, language)) for at, change in enumerate(changes)]


def _cells(overview: Overview, change: ScoreChange, language: str) -> tuple[Cell, ...]:
    entry = overview.entry(change.entry)
    title = Cell(entry.title, lead=entry.id, tip=entry.title)
    juror = Cell(overview.juror_name(change.juror), tip=change.juror)
    if change.criterion is None:
        what = Cell(translate("ChangesDialog", "seluruh lembar"), tone="soft")
        counts, rests = translate("ChangesDialog", "dihitung"), translate("ChangesDialog", "tidak")
        old, new = (rests, counts) if change.now == "locked" else (counts, rests)
        return title, juror, what, Cell(old, tone="soft"), Cell(new, role="strong")
    found = overview.competition.rubric_for(change.stage, entry).find(change.criterion)
    name = found.name.in_language(language) if found else change.criterion
    old, new = ("–" if value is None else centi(value) for value in (change.old, change.new))
    return title, juror, Cell(name, tip=name), Cell(old, tone="soft"), Cell(new, role="strong")
