"""The frame of official acts: a question, fields, a reason, who was present."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.form_area import FormArea
from kipp_desktop.gui.widgets.text import Text

_SIDE, _FRAME = 24, 40  # margins at the sides; what the window system draws around a dialog
_ANY = 16_777_215


class ActDialog(QDialog):
    """Subclasses put fields into `fields`; the confirming button wakes up when `ready` says so."""

    def __init__(
        self,
        title: str,
        question: str,
        confirm: str,
        parent: QWidget | None = None,
        reason: bool = True,
        present: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self.reason_field = QPlainTextEdit()
        self.present_field = QLineEdit()
        self.fields = QVBoxLayout()
        self.fields.setSpacing(8)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(title, "heading").wrapped())
        column.addWidget(Text(question, "body", "soft").wrapped())
        column.addSpacing(4)
        column.addLayout(self.fields)
        if reason:
            self._add(column, translate("ActDialog", "&Alasan"), self.reason_field)
            self.reason_field.setTabChangesFocus(True)
            height = self.fontMetrics().height()
            self.reason_field.setFixedHeight(height * 4)
        if present:
            self._add(column, translate("ActDialog", "&Yang hadir"), self.present_field)
            self.present_field.setPlaceholderText(translate("ActDialog", "nama; nama; …"))
        column.addStretch(1)
        self._form = FormArea(inside, _ANY)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, 20, _SIDE, 20)
        whole.setSpacing(16)
        whole.addWidget(self._form, 1)
        whole.addWidget(self._buttons(confirm))
        self._reason, self._present = reason, present
        self.reason_field.textChanged.connect(self.look)
        self.present_field.textChanged.connect(self.look)

    def showEvent(self, event: QShowEvent) -> None:
        """Be exactly as high as the question, and never higher than the screen: the buttons stay in sight."""
        room = self.screen().availableGeometry().height() - _FRAME
        width = max(self.minimumWidth(), self.sizeHint().width())
        self._form.resize(width - 2 * _SIDE, self._form.height())
        self._form.updateGeometry()
        around = self.minimumSizeHint().height() - self._form.minimumSizeHint().height()
        self._form.set_most(room - around)
        self.resize(width, min(self.sizeHint().height(), room))
        super().showEvent(event)

    def reason(self) -> str:
        """The reason on one line."""
        return " ".join(self.reason_field.toPlainText().split())

    def present(self) -> list[str]:
        """Who was there; names apart by semicolons."""
        return [name.strip() for name in self.present_field.text().split(";") if name.strip()]

    def ready(self) -> bool:
        """Whether everything asked for is there."""
        return (not self._reason or bool(self.reason())) and (not self._present or bool(self.present()))

    def look(self) -> None:
        """Wake the confirming button up, or not."""
        self.confirm.setEnabled(self.ready())

    def agreed(self) -> bool:
        """Ask and wait."""
        self.look()
        first = self.first_field()
        if first is not None:
            first.setFocus()
        return self.exec() == QDialog.DialogCode.Accepted

    def first_field(self) -> QWidget | None:
        """Where the keyboard starts: the first field, else the reason."""
        for at in range(self.fields.count()):
            item = self.fields.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                return widget
        return self.reason_field if self._reason else None

    def add_line(self, label: str, placeholder: str = "") -> QLineEdit:
        """A line of text with its label, above the reason."""
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        field.textChanged.connect(self.look)
        self._add(self.fields, label, field)
        return field

    def add_field(self, label: str, field: QWidget) -> None:
        """A field of another kind with its label, above the reason."""
        self._add(self.fields, label, field)

    def _add(self, column: QVBoxLayout, label: str, field: QWidget) -> None:
        text = Text(label, "second", "soft")
        text.setTextFormat(Qt.TextFormat.AutoText)
        text.setBuddy(field)
        field.setAccessibleName(label.replace("&", ""))
        column.addWidget(text)
        column.addWidget(field)

    def _buttons(self, confirm: str) -> QDialogButtonBox:
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        self.confirm = Button(confirm, "primary")
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(Button(translate("ActDialog", "Batal")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
