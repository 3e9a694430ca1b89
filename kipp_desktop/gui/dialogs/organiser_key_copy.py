"""A copy of the key: tried, replacing nothing, or put in the key's place. A slip is answered in place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services import keys
from kipp_desktop.services.keys import Source
from kipp_desktop.services.masters import Master


class CopyDialog(QDialog):
    """Takes a file or the card's text, and stays until one is right or the person gives up."""

    done_with = Signal(str)  # what to say afterwards

    def __init__(self, office: OrganiserOffice, restore: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._restore = restore
        self._file: Path | None = None
        self.notice = NoticeBar(office.theme, office.notices)
        self._named = ElidedText("", "second")
        self.choose = Button(translate("CopyDialog", "Pilih &berkas …"))
        self.card = QPlainTextEdit()
        self.passphrase = QLineEdit()
        confirm = translate("CopyDialog", "&Pulihkan") if restore else translate("CopyDialog", "&Coba")
        self.confirm = Button(confirm, "primary")
        self._arrange()
        self.choose.clicked.connect(self._on_choose)
        self.card.textChanged.connect(self._on_typed)
        self.confirm.clicked.connect(self._on_confirm)
        office.busy_changed.connect(self._look)
        self._look()
        self.card.setFocus()

    def use_file(self, path: Path) -> None:
        """Take a file: a copy of the key, or the card's text."""
        self._file = path
        self._named.setText(str(path))
        self.card.clear()
        self._look()

    def _arrange(self) -> None:
        title = translate("CopyDialog", "Coba salinan kunci")
        told = translate(
            "CopyDialog",
            "Salinan dibuka dan dicocokkan dengan kompetisi ini. Tidak ada yang diganti.",
        )
        if self._restore:
            title = translate("CopyDialog", "Pulihkan kunci panitia")
            told = translate(
                "CopyDialog",
                "Salinan dipasang sebagai kunci panitia. Berkas kunci yang ada sekarang disisihkan di "
                "sampingnya.",
            )
        self.setWindowTitle(title)
        self.setMinimumWidth(self._office.theme.px(620))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(Text(title, "heading").wrapped())
        column.addWidget(Text(told, "body", "soft").wrapped())
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self._named, 1)
        column.addLayout(row)
        self.card.setTabChangesFocus(True)
        self.card.setFixedHeight(self._office.theme.px(190))
        self.card.setPlaceholderText("01  XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX  XX")
        self._add(
            column,
            translate("CopyDialog", "Atau &isi kartu pemulihan: pindai kode QR, atau ketik barisnya"),
            self.card,
        )
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._add(column, translate("CopyDialog", "&Frasa sandi salinan, bila berbeda"), self.passphrase)
        column.addSpacing(8)
        column.addWidget(self._buttons())

    def _add(self, column: QVBoxLayout, name: str, field: QWidget) -> None:
        label = Text(name, "second", "soft")
        label.setTextFormat(Qt.TextFormat.AutoText)
        label.setBuddy(field)
        field.setAccessibleName(name.replace("&", ""))
        column.addSpacing(4)
        column.addWidget(label)
        column.addWidget(field)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(Button(translate("CopyDialog", "Batal")), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        return box

    def _source(self) -> Source | None:
        typed = self.card.toPlainText().strip()
        return typed or self._file

    def _look(self) -> None:
        self.confirm.setEnabled(self._source() is not None and not self._office.busy)

    def _on_typed(self) -> None:
        if self.card.toPlainText():
            self._file = None
            self._named.setText("")
        self._look()

    def _on_choose(self) -> None:
        kinds = translate("CopyDialog", "Salinan kunci")
        title = translate("CopyDialog", "Pilih salinan kunci")
        name, _ = QFileDialog.getOpenFileName(self, title, "", f"{kinds} (*.kunci *.txt)")
        if name:
            self.use_file(Path(name))

    def _on_confirm(self) -> None:
        source, passphrase, restore = self._source(), self.passphrase.text().strip() or None, self._restore
        if source is None:
            return

        def job(master: Master, progress: Progress) -> tuple[str, ...]:
            if restore:
                return keys.restore(master, source, passphrase)
            keys.try_copy(master, source, passphrase)
            return ()

        what = translate("CopyDialog", "Membuka salinan kunci")
        self._office.act(what, job, self.notice, self._on_right)

    def _on_right(self, missing: tuple[str, ...]) -> None:
        words = translate(
            "CopyDialog", "Salinan ini membuka rahasia kompetisi ini, lengkap dengan semua kode."
        )
        if self._restore:
            words = translate("CopyDialog", "Kunci panitia dipasang kembali.")
        if missing:
            lacking = translate("CopyDialog", "Kode juri {jurors} tidak ada dalam salinan ini.")
            words = f"{words} {lacking.format(jurors=', '.join(missing))}"
        self.done_with.emit(words)
        self.accept()
