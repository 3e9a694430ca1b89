"""The laptop's disk takes nothing more: where should an emergency copy go."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from kipp_desktop.gui.dialogs.juror_destination import Destination
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text


class RescueDialog(QDialog):
    """Accepted means that the copy is to be written; `again` asks the disk once more."""

    def __init__(self, theme: Theme, count: int, last_folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = translate("Rescue", "Salinan darurat")
        self.setWindowTitle(title)
        self.setMinimumWidth(min(theme.px(600), 1000))
        self.destination = Destination(last_folder)
        self.confirm = Button(translate("Rescue", "Tulis salinan darurat"), "primary")
        self.again = Button(translate("Rescue", "Coba simpan lagi"))
        words = translate(
            "Rescue",
            "Laptop ini tidak dapat menyimpan: penyimpanannya penuh atau hanya dapat dibaca. %n isian "
            "terakhir hanya ada di layar. Salinan darurat adalah berkas nilai terkunci dengan semua nilai "
            "Anda, termasuk isian itu. Catatan pribadi tidak ikut.",
            "",
            count,
        )
        label = Text(translate("Rescue", "Tulis ke"), "second", "soft")
        label.setBuddy(self.destination)
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.again, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(Button(translate("Rescue", "Batal")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Text(title, "heading"))
        column.addWidget(Text(words, "body", "soft").wrapped())
        column.addWidget(label)
        column.addWidget(self.destination)
        column.addSpacing(8)
        column.addWidget(box)
