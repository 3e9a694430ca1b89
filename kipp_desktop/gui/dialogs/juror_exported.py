"""After the file was written and read back: its name, its code, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.facts import Facts
from kipp_desktop.gui.widgets.state_mark import State, StateMark
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.exporting import Exported


class ExportedDialog(QDialog):
    """Says that the stick may be pulled, and how the file gets to the organiser."""

    def __init__(self, theme: Theme, exported: Exported, device: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exported = exported
        self._device = device
        title = translate("Exported", "Berkas nilai sudah ditulis")
        self.setWindowTitle(title)
        self.setMinimumWidth(min(theme.px(520), 1000))
        mark = StateMark(theme, State.LOCKED)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(mark)
        head.addWidget(Text(title, "heading").wrapped(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(Text(self._safe_words(), "body").wrapped())
        column.addWidget(self._code_card())
        column.addWidget(Text(_next_words(), "body", "soft").wrapped())
        column.addSpacing(8)
        column.addLayout(self._buttons())
        self.close_button.setFocus()

    def _safe_words(self) -> str:
        words = translate(
            "Exported",
            "Berkas sudah dibaca ulang dan cocok. Bila tujuannya flashdisk, flashdisk boleh dicabut.",
        )
        if self._exported.unchanged:
            same = translate("Exported", "Isinya sama dengan ekspor sebelumnya.")
            return f"{words} {same}"
        return words

    def _code_card(self) -> Card:
        card = Card(kind="accent")
        card.body.setContentsMargins(18, 12, 18, 12)
        card.body.addWidget(Text(translate("Exported", "Kode periksa"), "second", "soft"))
        code = Text(self._exported.code, "sum", "accent")
        code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        code.setAccessibleName(f"{translate('Exported', 'Kode periksa')} {self._exported.code}")
        card.body.addWidget(code)
        facts = Facts()
        facts.set_facts(
            [
                (translate("Exported", "Kode laptop"), self._device),
                (translate("Exported", "Berkas"), self._exported.path.name),
                (translate("Exported", "Folder"), str(self._exported.path.parent)),
            ]
        )
        card.body.addWidget(facts)
        return card

    def _buttons(self) -> QHBoxLayout:
        folder, code = (
            Button(translate("Exported", "Buka folder")),
            Button(translate("Exported", "Salin kode")),
        )
        self.close_button = Button(translate("Exported", "Selesai"), "primary")
        self.close_button.setDefault(True)
        folder.clicked.connect(self._on_folder)
        code.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(folder)
        row.addWidget(code)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._exported.path.parent)))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._exported.code)


def _next_words() -> str:
    return translate(
        "Exported",
        "Serahkan flashdisk kepada panitia, atau kirim berkas ini lewat WhatsApp sebagai dokumen. "
        "Bacakan kode di atas bila panitia memintanya. Setelah diterima, panitia mengirim tanda terima "
        "yang Anda buka lewat menu Impor berkas.",
    )
