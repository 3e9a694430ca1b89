"""Paper that holds secrets: look, print, save. Shown only when asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.organiser_preview import PreviewDialog
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text


class SecretPaperDialog(PreviewDialog):
    """A preview of a page that holds secrets, with a word of warning, print and save."""

    save_wanted = Signal(object)  # Path

    def __init__(
        self,
        theme: Theme,
        title: str,
        warning: str,
        file_name: str,
        data: bytes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, data, parent)
        self._title, self._file_name = title, file_name
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
        name, _ = QFileDialog.getSaveFileName(self, self._title, self._file_name, "PDF (*.pdf)")
        if name:
            self.save_wanted.emit(Path(name))


class SlipsDialog(SecretPaperDialog):
    """The slips with the jurors' codes."""

    def __init__(self, theme: Theme, data: bytes, parent: QWidget | None = None) -> None:
        warning = translate(
            "SlipsDialog",
            "Tiap slip berisi kode rahasia satu juri. Gunting, serahkan langsung, jangan difoto bersama.",
        )
        super().__init__(
            theme, translate("SlipsDialog", "Slip kode juri"), warning, "slip-juri.pdf", data, parent
        )
