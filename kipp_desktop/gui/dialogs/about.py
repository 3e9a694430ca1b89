"""What the program is: version, parts and licences to copy, and the folders where data and logs are."""

from __future__ import annotations

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kipp_desktop import paths
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.facts import Facts
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import about


class AboutDialog(QDialog):
    """Read-only; all of it can be copied in one go."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = translate("About", "Tentang KIPP Desktop")
        self.setWindowTitle(title)
        self.resize(min(theme.px(640), 1040), min(theme.px(520), 570))
        facts = Facts()
        facts.set_facts(
            [
                *about.system(),
                ("Qt", qVersion()),
                (translate("About", "Lisensi"), about.LICENCE),
                (translate("About", "Data"), str(paths.data_folder())),
                (translate("About", "Catatan program"), str(paths.log_folder())),
            ]
        )
        self.parts = QPlainTextEdit()
        self.parts.setReadOnly(True)
        lines = [f"{one.name} {one.version} · {one.licence}" for one in about.components()]
        self.parts.setPlainText("\n".join(lines))
        self.parts.setAccessibleName(translate("About", "Bagian dan lisensinya"))
        self.copy = Button(translate("About", "Salin semua"))
        self.copy.clicked.connect(self._on_copy)
        self.logs = Button(translate("About", "Buka folder catatan"))
        self.logs.clicked.connect(self._on_logs)
        close = Button(translate("About", "Tutup"), "primary")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.logs)
        buttons.addStretch(1)
        buttons.addWidget(close)
        words = translate("About", "Program ini tidak mengirim apa pun ke mana pun.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Text(title, "heading"))
        column.addWidget(Text(words, "second", "soft").wrapped())
        column.addWidget(facts)
        column.addWidget(Text(self.parts.accessibleName(), "second", "soft"))
        column.addWidget(self.parts, 1)
        column.addLayout(buttons)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{about.report()}\nQt {qVersion()}")

    def _on_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_folder())))
