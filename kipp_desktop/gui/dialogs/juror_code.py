"""Asks for the code of the juror's slip, or for the PIN that the juror set."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.recents import PIN_LENGTHS

CODE_LENGTH = 9


class CodeDialog(QDialog):
    """A question and a field; the button wakes up with the ninth sign, or with a PIN where that will do."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        question: str,
        confirm: str,
        parent: QWidget | None = None,
        with_pin: bool = False,
    ) -> None:
        super().__init__(parent)
        self._with_pin = with_pin
        self.setWindowTitle(title)
        self.setMinimumWidth(min(theme.px(460), 1000))
        self.code = QLineEdit()
        self.code.setMaxLength(24)
        self.code.setProperty("role", "value")
        name = (
            translate("CodeDialog", "PIN atau kode") if with_pin else translate("CodeDialog", "Kode aktivasi")
        )
        self.code.setAccessibleName(name)
        self.code.textChanged.connect(self._look)
        self.confirm = Button(confirm, "primary")
        self.confirm.setDefault(True)
        box = QDialogButtonBox()
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(Button(translate("CodeDialog", "Batal")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        words = translate("CodeDialog", "Kode dari slip, sembilan tanda seperti K7QM-2XRD-C")
        if with_pin:
            words = translate("CodeDialog", "PIN Anda, 4 sampai 8 angka, atau kode dari slip")
            self.code.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        label = Text(words, "second", "soft")
        label.setBuddy(self.code)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Text(title, "heading").wrapped())
        column.addWidget(Text(question, "body", "soft").wrapped())
        column.addSpacing(4)
        column.addWidget(label)
        column.addWidget(self.code)
        column.addSpacing(8)
        column.addWidget(box)
        self._look()

    def _look(self) -> None:
        typed = self.code.text()
        signs = [sign for sign in typed if sign.isalnum()]
        pin = self._with_pin and typed.isdecimal() and len(typed) in PIN_LENGTHS
        self.confirm.setEnabled(pin or len(signs) == CODE_LENGTH)
