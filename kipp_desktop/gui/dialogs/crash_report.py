"""The program stopped by itself the last time: what is safe, and the report that its owner may pass on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text


class CrashReportDialog(QDialog):
    """Shows a report that lies in the log folder. Nothing is sent from here."""

    def __init__(self, theme: Theme, report: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        title = translate("CrashReport", "Program berhenti tiba-tiba sebelumnya")
        self.setWindowTitle(title)
        self.resize(min(theme.px(620), 1040), min(theme.px(420), 560))
        words = translate(
            "CrashReport",
            "Nilai yang bertanda Tersimpan tetap aman. Laporan di bawah ini disimpan di laptop ini saja; "
            "tidak ada yang dikirim. Laporan memuat bagian program yang sedang berjalan, tanpa nilai dan "
            "tanpa nama. Bila Anda meminta bantuan, sertakan berkas ini: {file}",
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setPlainText(report.read_text(encoding="utf-8", errors="replace"))
        self.text.setAccessibleName(translate("CrashReport", "Isi laporan"))
        copy = Button(translate("CrashReport", "Salin laporan"))
        copy.clicked.connect(self._on_copy)
        folder = Button(translate("CrashReport", "Buka foldernya"))
        folder.clicked.connect(self._on_folder)
        close = Button(translate("CrashReport", "Lanjutkan"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(copy)
        buttons.addWidget(folder)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Text(title, "heading").wrapped())
        column.addWidget(Text(words.format(file=report), "body", "soft").wrapped())
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        close.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.parent)))
