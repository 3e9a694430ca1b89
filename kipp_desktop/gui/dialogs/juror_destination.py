"""Where a file goes: a stick that is plugged in, the folder used last, or another."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from kipp_desktop import paths
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.card import Button

_STICK_ROOTS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


def sticks() -> list[tuple[str, Path]]:
    """Name and folder of every writable volume that looks like a stick; first the one we run from."""
    found: list[tuple[str, Path]] = []
    for volume in QStorageInfo.mountedVolumes():
        if volume.isReady() and not volume.isReadOnly() and not volume.isRoot() and _looks_like_stick(volume):
            found.append((volume.displayName(), Path(volume.rootPath())))
    running = paths.program_folder()
    return sorted(found, key=lambda stick: not running.is_relative_to(stick[1]))


def _looks_like_stick(volume: QStorageInfo) -> bool:
    if sys.platform == "win32":
        return not volume.rootPath().upper().startswith("C:")
    return volume.rootPath().startswith(_STICK_ROOTS)


class Destination(QWidget):
    """A choice of folders, sticks first, and a button for any other."""

    def __init__(self, last_folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = QComboBox()
        self._choice.setMinimumContentsLength(24)
        self._other = Button(translate("Destination", "Folder lain …"))
        self._other.clicked.connect(self._on_other)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._choice, 1)
        row.addWidget(self._other)
        self._choice.setAccessibleName(translate("Destination", "Simpan ke"))
        self._fill(last_folder)

    def folder(self) -> Path:
        """The folder chosen."""
        return Path(self._choice.currentData())

    def set_folder(self, folder: Path) -> None:
        """Choose a folder, listed or not."""
        at = self._choice.findData(str(folder))
        if at < 0:
            self._choice.insertItem(0, str(folder), str(folder))
            at = 0
        self._choice.setCurrentIndex(at)

    def _fill(self, last_folder: str) -> None:
        for name, path in sticks():
            self._choice.addItem(translate("Destination", "Flashdisk {name}").format(name=name), str(path))
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        for folder in (last_folder, documents):
            if folder and Path(folder).is_dir() and self._choice.findData(folder) < 0:
                self._choice.addItem(folder, folder)
        if not self._choice.count():
            self._choice.addItem(str(Path.home()), str(Path.home()))

    def _on_other(self) -> None:
        title = translate("Destination", "Pilih folder")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self.folder()))
        if chosen:
            self.set_folder(Path(chosen))
