"""A master that can't be opened: who has it, and its newest backup to be looked at or put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.care import moment_words
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import safekeeping


class ShutOutDialog(QDialog):
    """Looking changes nothing; putting back is offered only for a master that is spoilt."""

    look_wanted = Signal(object)  # Path of the master
    restore_wanted = Signal(object, object)  # Path of the master, Path of the backup

    def __init__(
        self, around: Surroundings, path: Path, error: UserError, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._newest = next(iter(safekeeping.listed(path)), None)
        spoilt = error.code == "store.damaged"
        title = translate("ShutOutDialog", "Salinan induk belum dapat dibuka")
        self.setWindowTitle(title)
        self.setMinimumWidth(around.theme.px(540))
        self.words = Text(around.notices.words(error), "body").wrapped()
        self.backup = Text(self._backup_words(), "second", "soft").wrapped()
        self.look = Button(translate("ShutOutDialog", "&Lihat cadangan"), "primary")
        self.restore = Button(translate("ShutOutDialog", "&Pulihkan cadangan ini"), "danger")
        self.closing = Button(translate("ShutOutDialog", "&Tutup"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for part in (Text(title, "heading").wrapped(), self.words, self.backup):
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(self.closing)
        row.addWidget(self.look)
        column.addLayout(row)
        self.look.setVisible(self._newest is not None)
        self.restore.setVisible(spoilt and self._newest is not None)
        self.look.clicked.connect(self._on_look)
        self.restore.clicked.connect(self._on_restore)
        self.closing.clicked.connect(self.reject)
        (self.closing if self._newest is None else self.look).setFocus()

    def _backup_words(self) -> str:
        if self._newest is None:
            return translate("ShutOutDialog", "Tidak ada cadangan di samping salinan induk ini.")
        words = translate(
            "ShutOutDialog",
            "Cadangan terbaru bertanggal {at}. Ia dapat dilihat tanpa mengubah apa pun; yang terjadi "
            "sesudahnya tidak tampak di sana.",
        )
        return words.format(at=moment_words(self._newest.at))

    def _on_look(self) -> None:
        self.accept()
        self.look_wanted.emit(self._path)

    def _on_restore(self) -> None:
        if self._newest is not None:
            self.accept()
            self.restore_wanted.emit(self._path, self._newest.path)
