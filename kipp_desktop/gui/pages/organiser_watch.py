"""Watching a folder or stick on Terima: the button, what is said, and files that wait to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kipp_desktop.gui.folder_watch import FolderWatch
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.card import Button


class FolderIntake(QObject):
    """Files that arrive while something runs are kept until `take`."""

    waiting = Signal()  # there is something to take
    changed = Signal()  # `words` are others

    def __init__(self, suffixes: Sequence[str], page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._arrived: list[Path] = []
        self.watch = FolderWatch(suffixes, self)
        self.button = Button("")
        self.button.clicked.connect(self._on_clicked)
        self.watch.arrived.connect(self._on_arrived)
        self.watch.here.connect(self._on_here)
        self.retranslate()

    def start(self, folder: Path | None) -> None:
        """Watch this folder from now on, what lies in it included; None ends it."""
        self.watch.watch(folder)
        self.retranslate()

    def stop(self) -> None:
        """Watch nothing any more."""
        self.start(None)

    def take(self) -> list[Path]:
        """What has arrived since it was last asked for."""
        paths, self._arrived = self._arrived, []
        return paths

    def words(self) -> str:
        """What happens with files."""
        folder = self.watch.folder
        if folder is None:
            return translate(
                "ReceivePage",
                "Seret berkas ke sini atau pilih. Setiap berkas diperiksa dulu; "
                "tidak ada yang berubah sebelum Anda menekan Gabungkan.",
            )
        watched = translate(
            "ReceivePage",
            "Folder {folder} dipantau: berkas yang baru langsung diperiksa; "
            "tidak ada yang berubah sebelum Anda menekan Gabungkan.",
        )
        gone = translate(
            "ReceivePage", "Folder {folder} tidak terjangkau. Pemantauan berlanjut begitu terpasang lagi."
        )
        return (watched if self.watch.is_here else gone).format(folder=folder.name or folder)

    def retranslate(self) -> None:
        """Write the button in the present language."""
        watched = self.watch.folder is not None
        start, stop = (
            translate("ReceivePage", "&Pantau folder …"),
            translate("ReceivePage", "Berhenti &memantau"),
        )
        self.button.setText(stop if watched else start)
        self.changed.emit()

    def _on_clicked(self) -> None:
        if self.watch.folder is not None:
            self.stop()
            return
        title = translate("ReceivePage", "Folder atau flashdisk yang dipantau")
        folder = QFileDialog.getExistingDirectory(self._page, title)
        if folder:
            self.start(Path(folder))

    def _on_arrived(self, paths: list[Path]) -> None:
        self._arrived += paths
        self.waiting.emit()

    def _on_here(self, here: bool) -> None:
        self.changed.emit()
