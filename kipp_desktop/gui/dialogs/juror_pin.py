"""A PIN of the juror's own, for a laptop that several people use."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.recents import PIN_LENGTHS


class PinDialog(QDialog):
    """Sets a PIN, typed twice, or takes it away. It says what a PIN does not do."""

    given = Signal(str)
    removed = Signal()

    def __init__(self, theme: Theme, has_pin: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = translate("PinDialog", "PIN penilaian saya")
        self.setWindowTitle(title)
        self.setMinimumWidth(min(theme.px(500), 1000))
        self.pin = self._field(translate("PinDialog", "PIN, 4 sampai 8 angka"))
        self.again = self._field(translate("PinDialog", "PIN sekali lagi"))
        self.confirm = Button(translate("PinDialog", "Pakai PIN ini"), "primary")
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._on_confirm)
        self.remove = Button(translate("PinDialog", "Hapus PIN"))
        self.remove.setVisible(has_pin)
        self.remove.clicked.connect(self._on_remove)
        cancel = Button(translate("PinDialog", "Batal"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.confirm)
        words = translate(
            "PinDialog",
            "PIN ditanyakan setiap kali penilaian ini dibuka di laptop ini, supaya rekan tidak membukanya "
            "tanpa sengaja. PIN bukan sandi berkas: siapa yang dapat membaca isi laptop dapat membaca nilai "
            "di dalamnya. Bila PIN terlupa, kode dari slip tetap membukanya.",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Text(title, "heading"))
        column.addWidget(Text(words, "body", "soft").wrapped())
        for field in (self.pin, self.again):
            label = Text(field.accessibleName(), "second", "soft")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(8)
        column.addLayout(buttons)
        self._look()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        digits = QRegularExpression(rf"[0-9]{{0,{PIN_LENGTHS[-1]}}}")
        field.setValidator(QRegularExpressionValidator(digits, field))
        field.setAccessibleName(name)
        field.textChanged.connect(self._look)
        return field

    def _look(self) -> None:
        """The button wakes up with the same PIN in both fields."""
        fit = len(self.pin.text()) in PIN_LENGTHS
        self.confirm.setEnabled(fit and self.pin.text() == self.again.text())

    def _on_confirm(self) -> None:
        self.accept()
        self.given.emit(self.pin.text())

    def _on_remove(self) -> None:
        self.accept()
        self.removed.emit()
