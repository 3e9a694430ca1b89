"""Help, check of the laptop, what the program is: the part of the menu that explains, in every window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.view_menu import key


class HelpMenu(QObject):
    """F1 opens the help at the topic of the page that is shown. Nothing is loaded before it is asked for."""

    def __init__(self, around: Surroundings, window: QWidget, topic: Callable[[], str]) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._topic = topic
        self.help_window: QWidget | None = None
        self.dialog: QDialog | None = None
        self.help = self._make(self.show_help)
        self.help.setShortcut(key("F1"))
        self.laptop = self._make(self.check_laptop)
        self.about = self._make(self.show_about)
        window.installEventFilter(self)
        self.retranslate()

    def add_to(self, menu: QMenu) -> None:
        """Put everything into a menu."""
        menu.addActions([self.help, self.laptop, self.about])

    def show_help(self) -> None:
        """Open the help beside the window."""
        from kipp_desktop.gui.help_window import HelpWindow

        if not isinstance(self.help_window, HelpWindow):
            self.help_window = HelpWindow(self._around, self._window)
        self.help_window.open_at(self._topic())

    def check_laptop(self) -> None:
        """Look at display, disk, stick, clock and printer."""
        from kipp_desktop.gui.dialogs.laptop_check import LaptopCheckDialog

        self._open(LaptopCheckDialog(self._around, self._window))

    def show_about(self) -> None:
        """Say what the program is, under which licences, and where its folders are."""
        from kipp_desktop.gui.dialogs.about import AboutDialog

        self._open(AboutDialog(self._around.theme, self._window))

    def retranslate(self) -> None:
        """Write the words."""
        self.help.setText(translate("HelpMenu", "Bantuan"))
        self.laptop.setText(translate("HelpMenu", "Cek laptop saya …"))
        self.about.setText(translate("HelpMenu", "Tentang program …"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self, slot: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.triggered.connect(slot)
        self._window.addAction(action)
        return action
