"""The passphrase of the organiser's key: asked for when a job needs it, shown once when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import set_property
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import keys

if TYPE_CHECKING:
    from kipp_desktop.gui.pages.organiser_office import OrganiserOffice


class PassphraseDialog(QDialog):
    """Asks until the key opens or the person gives up; a wrong one is answered under the field."""

    def __init__(self, office: OrganiserOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        title = translate("PassphraseDialog", "Frasa sandi kunci panitia")
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self.field = QLineEdit()
        self.problem = Text("", "second", "bad").wrapped()
        self.shown = QCheckBox(translate("PassphraseDialog", "&Tampilkan tulisannya"))
        self.confirm = Button(translate("PassphraseDialog", "&Buka"), "primary")
        column = _column(self, title)
        asked = translate(
            "PassphraseDialog",
            "Pekerjaan ini memakai kunci panitia, yang dilindungi frasa sandi. "
            "Setelah dibuka, kunci tetap terbuka sampai salinan induk ditutup.",
        )
        column.addWidget(Text(asked, "body", "soft").wrapped())
        _add_field(column, translate("PassphraseDialog", "&Frasa sandi"), self.field)
        column.addWidget(self.problem)
        column.addWidget(self.shown)
        column.addWidget(_buttons(self, self.confirm))
        self.problem.hide()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self.confirm.click)
        self.shown.toggled.connect(self._on_shown)
        self.confirm.clicked.connect(self._on_confirm)
        self._look()
        self.field.setFocus()

    def _look(self) -> None:
        self.confirm.setEnabled(bool(self.field.text().strip()))

    def _on_shown(self, on: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _on_confirm(self) -> None:
        self.confirm.setEnabled(False)
        self._office.unlock(self.field.text().strip(), self._on_open, self._on_refused)

    def _on_open(self, _: None) -> None:
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        self.problem.setText(self._office.notices.words(error))
        self.problem.show()
        self.field.setAccessibleDescription(self.problem.text())
        set_property(self.field, "invalid", True)
        self.field.setFocus()
        self.field.selectAll()
        self._look()


class NewPassphraseDialog(QDialog):
    """Shows a passphrase once and goes on only when it was typed back from the paper."""

    def __init__(self, passphrase: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passphrase = passphrase
        title = translate("NewPassphraseDialog", "Lindungi kunci panitia")
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self.words = Text(passphrase, "title")
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setAccessibleName(
            translate("NewPassphraseDialog", "Frasa sandi baru: {words}").format(words=passphrase)
        )
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field = QLineEdit()
        self.confirm = Button(translate("NewPassphraseDialog", "&Lindungi"), "primary")
        column = _column(self, title)
        told = translate(
            "NewPassphraseDialog",
            "Tulis frasa sandi ini di kertas sekarang; ia tidak ditampilkan lagi dan tidak disimpan "
            "di mana pun. Simpan terpisah dari laptop. Tanpa frasa ini kunci hanya dapat dibuka dari kartu "
            "pemulihan.",
        )
        column.addWidget(Text(told, "body", "soft").wrapped())
        card = Card(kind="accent")
        card.body.addWidget(self.words)
        column.addWidget(card)
        label = translate("NewPassphraseDialog", "&Ketik ulang dari kertas Anda")
        _add_field(column, label, self.field)
        column.addWidget(_buttons(self, self.confirm))
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self.confirm.click)
        self.confirm.clicked.connect(self.accept)
        self._look()
        self.field.setFocus()

    def _look(self) -> None:
        self.confirm.setEnabled(keys.is_typed_back(self.field.text(), self.passphrase))


def _column(dialog: QDialog, title: str) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(8)
    column.addWidget(Text(title, "heading").wrapped())
    return column


def _add_field(column: QVBoxLayout, name: str, field: QLineEdit) -> None:
    label = Text(name, "second", "soft")
    label.setTextFormat(Qt.TextFormat.AutoText)  # so that & marks the letter to press with Alt
    label.setBuddy(field)
    field.setAccessibleName(name.replace("&", ""))
    column.addSpacing(4)
    column.addWidget(label)
    column.addWidget(field)


def _buttons(dialog: QDialog, confirm: Button) -> QDialogButtonBox:
    box = QDialogButtonBox(Qt.Orientation.Horizontal)
    box.addButton(confirm, QDialogButtonBox.ButtonRole.ActionRole)
    box.addButton(Button(translate("PassphraseDialog", "Batal")), QDialogButtonBox.ButtonRole.RejectRole)
    box.rejected.connect(dialog.reject)
    return box
