"""The organiser's button Siapkan flashdisk juri, and what it leads through."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.services import juror_stick
from kipp_desktop.services.juror_stick import Prepared
from kipp_desktop.services.masters import Master


class StickMaker(QObject):
    """Asks for the stick, and for the program where it runs from its source; then copies and compares."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar, page: QWidget) -> None:
        super().__init__(page)
        self._office = office
        self._notice = notice
        self._page = page
        self.button = Button("")
        self.button.clicked.connect(self.ask)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the button's words."""
        self.button.setText(translate("StickMaker", "Siapkan &flashdisk juri …"))

    def ask(self) -> None:
        """Ask where to, then begin."""
        target = QFileDialog.getExistingDirectory(
            self._page, translate("StickMaker", "Flashdisk atau folder")
        )
        if not target:
            return
        program = juror_stick.own_program()
        if program is None:
            title = translate("StickMaker", "Folder program untuk laptop juri (berisi kipp-desktop)")
            chosen = QFileDialog.getExistingDirectory(self._page, title)
            program = Path(chosen) if chosen else None
        if program is not None:
            self.prepare(Path(target), program)

    def prepare(self, target: Path, program: Path) -> None:
        """Write everything into a folder on the stick and compare it."""
        language = self._office.languages.current

        def job(master: Master, progress: Progress) -> Prepared:
            return juror_stick.prepare(master, target, program, language, progress.step)

        what = translate("StickMaker", "Menyiapkan flashdisk juri")
        self._office.act(what, job, self._notice, self._on_prepared, writes=False)

    def _on_prepared(self, done: Prepared) -> None:
        words = translate(
            "StickMaker",
            "{n} berkas ({size} MB) ada di {folder}; semua dibaca kembali dan cocok. Flashdisk boleh "
            "dicabut. Kode tidak ikut: serahkan slip langsung kepada juri.",
        )
        text = words.format(n=done.files, size=max(1, done.bytes // 1_000_000), folder=done.folder)
        if done.missing:
            lost = translate("StickMaker", " Dokumen yang tidak ditemukan: {files}.")
            text += lost.format(files=", ".join(done.missing))
        self._notice.show_words(text, "warn" if done.missing else "ok")
