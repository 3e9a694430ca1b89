"""Cadangan: what there is, the stick that gets copies, and putting one back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.care import backup_rows
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card, TableCard
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services import safekeeping
from kipp_desktop.services.masters import Master
from kipp_desktop.services.safekeeping import StickCopy


class BackupsDialog(QDialog):
    """Restoring closes the master: whoever opened this dialog listens to `restore_wanted`."""

    restore_wanted = Signal(object)  # Path of the backup

    def __init__(self, office: OrganiserOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.notice = NoticeBar(office.theme, office.notices)
        self.table = RichTable(office.theme, "", self._columns())
        self._heading, self._lead = Text("", "title"), Text("", "second", "soft").wrapped()
        self._stick_name, self.stick = Text("", "strong"), ElidedText("", "second", "soft")
        self.choosing, self.forgetting = Button(""), Button("", "ghost")
        self.making, self.restoring, self.other = Button(""), Button("", "danger"), Button("", "ghost")
        self.closing = Button("")
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

    def make(self) -> None:
        """Make one now."""

        def job(master: Master, progress: Progress) -> StickCopy:
            safekeeping.back_up(master, safekeeping.ASKED_FOR)
            return safekeeping.copy_to_stick(master, safekeeping.ASKED_FOR)

        self.office.act(translate("BackupsDialog", "Membuat cadangan"), job, self.notice, self._on_made)

    def use_stick(self, folder: Path | None) -> None:
        """Copy to this folder from now on; None = no more."""

        def job(master: Master, progress: Progress) -> StickCopy:
            return safekeeping.choose_stick(master, folder)

        self.office.act(translate("BackupsDialog", "Menyalin cadangan"), job, self.notice, self._on_made)

    def ask_restore(self, backup: Path) -> None:
        """Say what restoring means, and ask."""
        title = translate("BackupsDialog", "Pulihkan cadangan")
        question = translate(
            "BackupsDialog",
            "Salinan induk kembali seperti pada cadangan {file}. Yang terbuka sekarang disisihkan, tidak "
            "dihapus. Pemulihan dicatat dan diketahui saksi. Sesudahnya gabungkan lagi semua berkas nilai, "
            "dan paket (.paket) yang terbit sesudah cadangan itu.",
        ).format(file=backup.name)
        dialog = ActDialog(title, question, translate("BackupsDialog", "Pulihkan"), self, reason=False)
        if dialog.agreed():
            self.accept()
            self.restore_wanted.emit(backup)
        dialog.deleteLater()

    # parts

    def _arrange(self) -> None:
        px = self.office.theme.px
        self.resize(px(700), px(520))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addWidget(self.notice)
        stick = QHBoxLayout()
        stick.setSpacing(12)
        stick.addWidget(self._stick_name)
        stick.addWidget(self.stick, 1)
        stick.addWidget(self.forgetting)
        stick.addWidget(self.choosing)
        card = Card()
        card.body.setContentsMargins(16, 10, 16, 10)
        card.body.addLayout(stick)
        column.addWidget(card)
        table = TableCard(self.table)
        column.addWidget(table, 1)
        row = QHBoxLayout()
        row.addWidget(self.restoring)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.making)
        row.addWidget(self.closing)
        column.addLayout(row)

    def _connect(self) -> None:
        self.office.changed.connect(self._show)
        self.office.busy_changed.connect(self._look)
        self.table.chosen.connect(self._look)
        self.making.clicked.connect(self.make)
        self.choosing.clicked.connect(self._on_choose)
        self.forgetting.clicked.connect(self._on_forget)
        self.restoring.clicked.connect(self._on_restore)
        self.other.clicked.connect(self._on_other)
        self.closing.clicked.connect(self.accept)

    def _columns(self) -> list[Column]:
        return [
            Column(translate("BackupsDialog", "Waktu"), 170),
            Column(translate("BackupsDialog", "Kejadian")),
            Column(translate("BackupsDialog", "Ukuran"), 110),
        ]

    def _retranslate(self) -> None:
        title = translate("BackupsDialog", "Cadangan dan pemulihan")
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._lead.setText(
            translate(
                "BackupsDialog",
                "Cadangan dibuat sendiri saat salinan induk dibuka, sebelum menggabungkan, dan tiap sepuluh "
                "menit bila ada perubahan. Kunci panitia tidak ikut: urus di Kunci panitia.",
            )
        )
        self._stick_name.setText(translate("BackupsDialog", "Flashdisk"))
        self.choosing.setText(translate("BackupsDialog", "Pilih &flashdisk …"))
        self.forgetting.setText(translate("BackupsDialog", "&Lepas"))
        self.making.setText(translate("BackupsDialog", "&Buat sekarang"))
        self.restoring.setText(translate("BackupsDialog", "&Pulihkan …"))
        self.other.setText(translate("BackupsDialog", "Pulihkan dari berkas &lain …"))
        self.closing.setText(translate("BackupsDialog", "&Tutup"))
        self.table.setAccessibleName(translate("BackupsDialog", "Cadangan"))
        self.table.rows.set_columns(self._columns())

    def _show(self) -> None:
        overview = self.office.overview
        self.table.set_rows(backup_rows(safekeeping.listed(self.office.master.path)))
        stick = None if overview is None else overview.care.stick
        none = translate("BackupsDialog", "belum dipilih: cadangan hanya ada di laptop ini")
        self.stick.setText(none if stick is None else str(stick))
        self.forgetting.setVisible(stick is not None)
        self._look()

    def _look(self) -> None:
        ready = not self.office.busy
        own = ready and self.office.master.copy is None
        for button in (self.making, self.choosing, self.forgetting, self.other):
            button.setEnabled(own)
        self.restoring.setEnabled(own and self.table.current_key() is not None)

    def _on_made(self, copied: StickCopy) -> None:
        if copied.problem is not None:
            self.notice.show_error(copied.problem)
        elif copied.path is not None:
            words = translate("BackupsDialog", "Cadangan diperiksa dan disalin ke {folder}.")
            self.notice.show_words(words.format(folder=copied.path.parent), "ok")

    def _on_choose(self) -> None:
        title = translate("BackupsDialog", "Folder di flashdisk")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self.use_stick(Path(folder))

    def _on_forget(self) -> None:
        self.use_stick(None)

    def _on_restore(self) -> None:
        self.ask_restore(Path(str(self.table.current_key())))

    def _on_other(self) -> None:
        kinds = translate("BackupsDialog", "Cadangan")
        title = translate("BackupsDialog", "Pilih cadangan")
        name, _ = QFileDialog.getOpenFileName(self, title, "", f"{kinds} (*.kipp)")
        if name:
            self.ask_restore(Path(name))
