"""The menu bar of the organiser's window: key, backups, the first page, language, theme, zoom, help."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from kipp_desktop.gui.help_menu import HelpMenu
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.view_menu import ViewMenu


class MasterMenu(QObject):
    """Fills the empty menu bar of the window it is made for."""

    home_wanted = Signal()
    erase_wanted = Signal()
    retention_wanted = Signal()
    key_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, around: Surroundings, window: QMainWindow, topic: Callable[[], str]) -> None:
        super().__init__(window)
        self._file, self._view, self._explains = QMenu(window), QMenu(window), QMenu(window)
        self._home = QAction(self)
        self._home.triggered.connect(self.home_wanted)
        self._erase = QAction(self)
        self._erase.triggered.connect(self.erase_wanted)
        self._retention = QAction(self)
        self._retention.triggered.connect(self.retention_wanted)
        self._key, self._backups = QAction(self), QAction(self)
        self._key.triggered.connect(self.key_wanted)
        self._backups.triggered.connect(self.backups_wanted)
        self._file.addActions([self._key, self._backups])
        self._file.addSeparator()
        self._file.addAction(self._home)
        self._file.addSeparator()
        self._file.addActions([self._retention, self._erase])
        ViewMenu(around, window).add_to(self._view)
        window.menuBar().addMenu(self._file)
        window.menuBar().addMenu(self._view)
        self.help = HelpMenu(around, window, topic)
        self.help.add_to(self._explains)
        window.menuBar().addMenu(self._explains)
        window.installEventFilter(self)
        self._retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return super().eventFilter(watched, event)

    def _retranslate(self) -> None:
        self._file.setTitle(translate("MasterMenu", "Kompetisi"))
        self._view.setTitle(translate("MasterMenu", "Tampilan"))
        self._explains.setTitle(translate("MasterMenu", "Bantuan"))
        self._key.setText(translate("MasterMenu", "Kunci panitia …"))
        self._backups.setText(translate("MasterMenu", "Cadangan dan pemulihan …"))
        self._home.setText(translate("MasterMenu", "Kembali ke halaman awal"))
        self._retention.setText(translate("MasterMenu", "Masa simpan …"))
        self._erase.setText(translate("MasterMenu", "Hapus kompetisi yang selesai …"))
