"""The slips with activation codes: look, print, save. They hold secrets and are shown only when asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.organiser_preview import PreviewDialog
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text


class SlipsDialog(PreviewDialog):
    """A preview of the slips with print and save."""

    save_wanted = Signal(object)  # Path

    def __init__(self, theme: Theme, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__(theme, translate("SlipsDialog", "Slip kode juri"), data, parent)
        warning = translate(
            "SlipsDialog",
            "Tiap slip berisi kode rahasia satu juri. Gunting, serahkan langsung, jangan difoto bersama.",
        )
        self.column.insertWidget(0, Text(warning, "second", "soft").wrapped())
        self.printing = Button(translate("SlipsDialog", "&Cetak …"), "primary")
        self.saving = Button(translate("SlipsDialog", "&Simpan PDF …"))
        self.closing = Button(translate("SlipsDialog", "&Tutup"))
        row = QHBoxLayout()
        row.addWidget(self.saving)
        row.addStretch(1)
        row.addWidget(self.closing)
        row.addWidget(self.printing)
        self.column.addLayout(row)
        self.printing.clicked.connect(self._print)
        self.saving.clicked.connect(self._save)
        self.closing.clicked.connect(self.reject)

    def _print(self) -> None:
        self.preview.print_on_paper()

    def _save(self) -> None:
        title = translate("SlipsDialog", "Simpan slip")
        name, _ = QFileDialog.getSaveFileName(self, title, "slip-juri.pdf", "PDF (*.pdf)")
        if name:
            self.save_wanted.emit(Path(name))
