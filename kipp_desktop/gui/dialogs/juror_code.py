"""Asks for the code of the juror's slip: on a laptop that jurors share, and to activate a laptop again."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text

CODE_LENGTH = 9


class CodeDialog(QDialog):
    """A question and a field; the button wakes up with the ninth sign."""

    def __init__(
        self, theme: Theme, title: str, question: str, confirm: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(theme.px(460), 1000))
        self.code = QLineEdit()
        self.code.setMaxLength(24)
        self.code.setProperty("role", "value")
        self.code.setAccessibleName(translate("CodeDialog", "Kode aktivasi"))
        self.code.textChanged.connect(self._look)
        self.confirm = Button(confirm, "primary")
        self.confirm.setDefault(True)
        box = QDialogButtonBox()
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(Button(translate("CodeDialog", "Batal")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        words = translate("CodeDialog", "Kode dari slip, sembilan tanda seperti K7QM-2XRD-C")
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
        signs = [sign for sign in self.code.text() if sign.isalnum()]
        self.confirm.setEnabled(len(signs) == CODE_LENGTH)
