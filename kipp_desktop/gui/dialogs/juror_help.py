"""The help of the juror's screen: the shipped page if there is one, else the keys."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from kipp_desktop import paths
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.facts import Facts
from kipp_desktop.gui.widgets.text import Text

_PAGE = "juror.md"


class JurorHelp(QDialog):
    """Offline, in the language of the screen."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = translate("JurorHelp", "Bantuan: lembar penilaian")
        self.setWindowTitle(title)
        self.resize(min(around.theme.px(560), 1000), min(around.theme.px(480), 560))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(title, "heading"))
        column.addWidget(self._page(around.languages.current), 1)
        box = QDialogButtonBox()
        box.addButton(
            Button(translate("JurorHelp", "Tutup"), "primary"), QDialogButtonBox.ButtonRole.RejectRole
        )
        box.rejected.connect(self.reject)
        column.addWidget(box)

    def _page(self, language: str) -> QWidget:
        file = paths.resources() / "help" / language / _PAGE
        if file.is_file():
            browser = QTextBrowser()
            browser.setMarkdown(file.read_text(encoding="utf-8"))
            return browser
        facts = Facts()
        facts.set_facts(
            [
                ("Enter, Tab", translate("JurorHelp", "simpan dan ke kriteria berikutnya")),
                ("↑ ↓", translate("JurorHelp", "naik atau turun satu langkah skala")),
                ("Esc", translate("JurorHelp", "kembali ke nilai yang tersimpan")),
                ("Ctrl+Enter", translate("JurorHelp", "peserta berikutnya")),
                ("Ctrl+1 … 9", translate("JurorHelp", "langsung ke peserta ke-1 sampai ke-9 dalam daftar")),
                ("Ctrl+Z, Ctrl+Y", translate("JurorHelp", "urungkan dan ulangi nilai pada lembar ini")),
                ("Ctrl+T", translate("JurorHelp", "semua lembar saya dalam satu tabel")),
                ("Ctrl+E", translate("JurorHelp", "ekspor nilai")),
                ("Ctrl+I", translate("JurorHelp", "impor paket baru atau tanda terima")),
                ("Ctrl+D, F11", translate("JurorHelp", "dokumen peserta di samping lembar, selebar jendela")),
                ("Ctrl+Page Up/Down", translate("JurorHelp", "halaman dokumen sebelum dan sesudahnya")),
                ("Ctrl+Shift+F, F3", translate("JurorHelp", "cari dalam dokumen, temuan berikutnya")),
                ("F5, F6", translate("JurorHelp", "waktu: mulai atau jeda, segmen berikut")),
                ("Ctrl + dan Ctrl −", translate("JurorHelp", "tulisan lebih besar atau lebih kecil")),
            ]
        )
        return facts
