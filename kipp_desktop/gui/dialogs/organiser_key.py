"""Kunci panitia: under a passphrase, on paper and on a stick, proven once; restored and renewed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.dialogs.organiser_key_copy import CopyDialog
from kipp_desktop.gui.dialogs.organiser_passphrase import NewPassphraseDialog
from kipp_desktop.gui.dialogs.organiser_slips import SecretPaperDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.facts import Facts
from kipp_desktop.gui.widgets.state_mark import State, StateMark
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import keys, printing
from kipp_desktop.services.keys import KeyStatus
from kipp_desktop.services.masters import Master

CARD_NAME = "kartu-pemulihan.pdf"


class KeyDialog(QDialog):
    """Three things to do once, in this order, and two for bad days. Drawn from the office's overview."""

    def __init__(self, office: OrganiserOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.notice = NoticeBar(office.theme, office.notices)
        self.facts = Facts()
        self._heading, self._lead = Text("", "title"), Text("", "second", "soft").wrapped()
        self.protecting = Button("")
        self.card, self.copying, self.trying = Button(""), Button(""), Button("")
        self.restoring, self.renewing, self.closing = Button("", "ghost"), Button("", "ghost"), Button("")
        self.steps = [
            _Step(office.theme, [self.protecting]),
            _Step(office.theme, [self.card, self.copying]),
            _Step(office.theme, [self.trying]),
        ]
        self._arrange()
        self._connect()
        self._retranslate()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)

    # what people do

    def protect(self, passphrase: str) -> None:
        """Put the key under a passphrase that was written down."""

        def job(master: Master, progress: Progress) -> str:
            return keys.protect(master, passphrase)

        self.office.act(translate("KeyDialog", "Melindungi kunci"), job, self.notice, self._on_protected)

    def make_card(self) -> None:
        """Make the recovery card and show it."""
        language = self.office.languages.current

        def job(master: Master, progress: Progress) -> bytes:
            return printing.recovery_card_pdf(master, language=language)

        self.office.act(translate("KeyDialog", "Menyusun kartu"), job, self.notice, self._on_card)

    def copy_to(self, path: Path) -> None:
        """Copy the key file and read the copy back."""

        def job(master: Master, progress: Progress) -> Path:
            keys.backup(master, path)
            return path

        self.office.act(translate("KeyDialog", "Menyalin kunci"), job, self.notice, self._on_written)

    def renew(self) -> None:
        """New keys, signed for by the present ones."""

        def job(master: Master, progress: Progress) -> str:
            return keys.rotate(master)

        self.office.act(translate("KeyDialog", "Mengganti kunci"), job, self.notice, self._on_renewed)

    # parts

    def _arrange(self) -> None:
        self.setMinimumWidth(self.office.theme.px(680))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addWidget(self.notice)
        for step in self.steps:
            column.addWidget(step)
        column.addWidget(self.facts)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.restoring)
        row.addWidget(self.renewing)
        row.addStretch(1)
        row.addWidget(self.closing)
        column.addLayout(row)

    def _connect(self) -> None:
        self.office.changed.connect(self._show)
        self.office.busy_changed.connect(self._show)
        self.protecting.clicked.connect(self._on_protect)
        self.card.clicked.connect(self.make_card)
        self.copying.clicked.connect(self._on_copy)
        self.trying.clicked.connect(self._on_try)
        self.restoring.clicked.connect(self._on_restore)
        self.renewing.clicked.connect(self._on_renew)
        self.closing.clicked.connect(self.accept)

    def _retranslate(self) -> None:
        title = translate("KeyDialog", "Kunci panitia")
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._lead.setText(
            translate(
                "KeyDialog",
                "Kunci ini membaca berkas nilai dan menandatangani paket, tanda terima, dan hasil. "
                "Bila hilang tanpa salinan, berkas nilai tidak dapat dibaca lagi oleh siapa pun.",
            )
        )
        self.card.setText(translate("KeyDialog", "&Kartu (PDF) …"))
        self.copying.setText(translate("KeyDialog", "&Salin ke flashdisk …"))
        self.trying.setText(translate("KeyDialog", "&Coba salinan …"))
        self.restoring.setText(translate("KeyDialog", "&Pulihkan …"))
        self.renewing.setText(translate("KeyDialog", "&Ganti kunci …"))
        self.closing.setText(translate("KeyDialog", "&Tutup"))

    def _show(self) -> None:
        overview = self.office.overview
        ready = overview is not None and not self.office.busy and self.office.master.copy is None
        for button in (self.protecting, self.card, self.copying, self.trying, self.restoring, self.renewing):
            button.setEnabled(ready)
        if overview is None:
            return
        key = overview.care.key
        for button in (self.protecting, self.card, self.copying, self.renewing):
            button.setEnabled(ready and key.present)
        self._show_steps(key)
        self.facts.set_facts(_facts(key))

    def _show_steps(self, key: KeyStatus) -> None:
        protect, copies, proof = self.steps
        again = translate("KeyDialog", "Ganti &frasa sandi …")
        self.protecting.setText(again if key.protected else translate("KeyDialog", "&Lindungi …"))
        protect.say(key.protected, translate("KeyDialog", "1  Frasa sandi"), _protected_words(key))
        copies.say(key.copied, translate("KeyDialog", "2  Kartu dan salinan"), _copied_words(key))
        proof.say(key.restore_tried, translate("KeyDialog", "3  Uji pemulihan"), _tried_words(key))

    def _on_protect(self) -> None:
        dialog = NewPassphraseDialog(keys.new_passphrase(), self)
        dialog.accepted.connect(self._on_written_down)
        dialog.finished.connect(dialog.deleteLater)
        self._new = dialog
        dialog.open()

    def _on_written_down(self) -> None:
        self.protect(self._new.passphrase)

    def _on_protected(self, passphrase: str) -> None:
        self.notice.show_words(_protected, "ok")

    def _on_card(self, data: bytes) -> None:
        self._paper = data
        warning = translate(
            "KeyDialog",
            "Kartu ini adalah kunci panitia itu sendiri. Cetak satu lembar, simpan dalam amplop di tempat "
            "terkunci, dan hapus berkas PDF bila disimpan sementara.",
        )
        title = translate("KeyDialog", "Kartu pemulihan panitia")
        dialog = SecretPaperDialog(self.office.theme, title, warning, CARD_NAME, data, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.save_wanted.connect(self._on_save_card)
        dialog.open()

    def _on_save_card(self, path: Path) -> None:
        data = self._paper

        def job(master: Master, progress: Progress) -> Path:
            printing.save(data, path)
            return path

        what = translate("KeyDialog", "Menyimpan kartu")
        self.office.act(what, job, self.notice, self._on_written, writes=False)

    def _on_copy(self) -> None:
        title = translate("KeyDialog", "Salin kunci ke")
        name, _ = QFileDialog.getSaveFileName(self, title, self.office.master.key_path.name, "*.kunci")
        if name:
            self.copy_to(Path(name))

    def _on_written(self, path: Path) -> None:
        self.notice.show_words(
            translate("KeyDialog", "Ditulis dan dibaca ulang: {file}").format(file=path), "ok"
        )

    def _on_try(self) -> None:
        self._open_copy(restore=False)

    def _on_restore(self) -> None:
        self._open_copy(restore=True)

    def _open_copy(self, restore: bool) -> None:
        self.copy_dialog = CopyDialog(self.office, restore, self)
        self.copy_dialog.done_with.connect(self._on_copy_read)
        self.copy_dialog.finished.connect(self.copy_dialog.deleteLater)
        self.copy_dialog.open()

    def _on_copy_read(self, words: str) -> None:
        self.notice.show_words(words, "ok")

    def _on_renew(self) -> None:
        title = translate("KeyDialog", "Ganti kunci panitia")
        question = translate(
            "KeyDialog",
            "Kunci baru dibuat dan ditandatangani kunci yang sekarang. Terbitkan versi paket berikutnya agar "
            "laptop juri mengenalnya; berkas nilai yang tersegel untuk kunci lama tetap dapat dibaca. Kartu "
            "dan salinan yang ada tidak berlaku lagi.",
        )
        dialog = ActDialog(title, question, translate("KeyDialog", "Ganti kunci"), self, reason=False)
        if dialog.agreed():
            self.renew()
        dialog.deleteLater()

    def _on_renewed(self, public: str) -> None:
        self.notice.show_words(_renewed, "ok")


class _Step(Card):
    """One thing to do: a mark, what it is, how it stands, its buttons."""

    def __init__(self, theme: Theme, buttons: list[Button]) -> None:
        super().__init__()
        self._mark = StateMark(theme)
        self._name, self.words = Text("", "strong"), Text("", "second", "soft").wrapped()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._name)
        texts.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addLayout(texts, 1)
        for button in buttons:
            row.addWidget(button)
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.addLayout(row)

    def say(self, done: bool, name: str, words: str) -> None:
        """Write it anew."""
        self._mark.set_state(State.LOCKED if done else State.EMPTY)
        self._mark.setAccessibleName(_done() if done else _not_done())
        self._name.setText(name)
        self.words.setText(words)
        self.setAccessibleName(f"{name}: {words}")


def _facts(key: KeyStatus) -> list[tuple[str, str]]:
    facts = [(translate("KeyDialog", "Berkas kunci"), str(key.file))]
    if key.signing_public:
        code = printing.key_fingerprint(key.signing_public)
        facts.append((translate("KeyDialog", "Kode kunci"), code))
    if key.rotations:
        facts.append((translate("KeyDialog", "Pernah diganti"), str(key.rotations)))
    return facts


def _protected_words(key: KeyStatus) -> str:
    if not key.present:
        return translate(
            "KeyDialog", "Berkas kunci tidak ada di tempatnya. Pulihkan dari kartu atau salinan."
        )
    if key.protected:
        return translate("KeyDialog", "Terlindungi. Frasa sandi diminta saat kunci dipakai.")
    return translate("KeyDialog", "Belum: siapa pun yang menyalin laptop ini mendapat kuncinya.")


def _copied_words(key: KeyStatus) -> str:
    if key.copied:
        return translate("KeyDialog", "Ada, untuk kunci dan kode yang berlaku sekarang.")
    return translate("KeyDialog", "Belum ada untuk kunci dan kode yang berlaku sekarang.")


def _tried_words(key: KeyStatus) -> str:
    if key.restore_tried:
        return translate("KeyDialog", "Sebuah salinan sudah terbukti membuka rahasia kompetisi ini.")
    return translate(
        "KeyDialog", "Belum: buktikan sekali bahwa kartu atau salinan terbaca. Tidak ada yang diganti."
    )


def _protected() -> str:
    return translate(
        "KeyDialog", "Kunci panitia terlindungi. Simpan frasa sandinya terpisah dari laptop ini."
    )


def _renewed() -> str:
    return translate(
        "KeyDialog",
        "Kunci panitia diganti. Terbitkan versi paket berikutnya, lalu buat kartu dan salinan baru.",
    )


def _done() -> str:
    return translate("KeyDialog", "selesai")


def _not_done() -> str:
    return translate("KeyDialog", "belum")
