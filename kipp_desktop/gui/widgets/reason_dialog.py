"""A question that wants a reason before something official happens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text


class ReasonDialog(QDialog):
    """Asks for a reason; the confirming button wakes up only when there is one.

    With common reasons one of them is chosen, or "Alasan lain" with words of one's own.
    """

    def __init__(
        self,
        title: str,
        question: str,
        confirm: str,
        reasons: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._reasons = tuple(reasons)
        self._choices = QButtonGroup(self)
        self._words = QPlainTextEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Text(title, "heading").wrapped())
        column.addWidget(Text(question, "body", "soft").wrapped())
        column.addSpacing(8)
        self._fields = QVBoxLayout()  # what else is asked, above the reasons
        column.addLayout(self._fields)
        self._add_reasons(column)
        column.addWidget(self._label_of_words(bool(reasons)))
        column.addWidget(self._words)
        column.addSpacing(8)
        column.addWidget(self._buttons(confirm))
        self._words.setTabChangesFocus(True)
        self._words.setMinimumHeight(self.fontMetrics().height() * 3)
        self._words.setMaximumHeight(self.fontMetrics().height() * 6)
        self._words.textChanged.connect(self._look)
        self._choices.buttonToggled.connect(self._look)
        self._look()
        if not reasons:
            self._words.setFocus()

    def reason(self) -> str:
        """What was chosen and written, on one line; empty while there is no reason yet."""
        words = " ".join(self._words.toPlainText().split())
        if not self._reasons:
            return words
        number = self._choices.checkedId()
        if number < 0:
            return ""
        if number == len(self._reasons):  # "Alasan lain"
            return words
        return f"{self._reasons[number]}: {words}" if words else self._reasons[number]

    def add_field(self, label: str, field: QWidget) -> None:
        """Another field with its label, above the reasons."""
        text = Text(label, "second", "soft")
        text.setTextFormat(Qt.TextFormat.AutoText)
        text.setBuddy(field)
        field.setAccessibleName(label.replace("&", ""))
        self._fields.addWidget(text)
        self._fields.addWidget(field)
        self._fields.addSpacing(8)

    def _add_reasons(self, column: QVBoxLayout) -> None:
        if not self._reasons:
            return
        group = QVBoxLayout()
        group.setSpacing(0)
        column.addLayout(group)
        for number, text in enumerate([*self._reasons, translate("ReasonDialog", "Alasan lain")]):
            choice = QRadioButton(text.replace("&", "&&"))
            self._choices.addButton(choice, number)
            group.addWidget(choice)

    def _label_of_words(self, with_reasons: bool) -> Text:
        alone = translate("ReasonDialog", "Alasan")
        text = translate("ReasonDialog", "Keterangan") if with_reasons else alone
        label = Text(text, "second", "soft")
        label.setBuddy(self._words)
        self._words.setAccessibleName(text)
        return label

    def _buttons(self, confirm: str) -> QDialogButtonBox:
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        self._confirm = Button(confirm, "primary")
        box.addButton(self._confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(Button(translate("ReasonDialog", "Batal")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _look(self) -> None:
        self._confirm.setEnabled(bool(self.reason()))


def ask_reason(
    parent: QWidget, title: str, question: str, confirm: str, reasons: Sequence[str] = ()
) -> str | None:
    """Ask and wait; the reason, or None if the person thought better of it."""
    dialog = ReasonDialog(title, question, confirm, reasons, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.reason() if accepted else None
