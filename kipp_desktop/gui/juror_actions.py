"""Everything a juror can do by key or from the menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kipp_desktop.gui.help_menu import HelpMenu
from kipp_desktop.gui.juror_panels import JurorPanels
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.steps import step_words
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.view_menu import ViewMenu, key

if TYPE_CHECKING:
    from kipp_desktop.gui.juror_window import JurorWindow

_JUMPS = 9


class JurorActions(QObject):
    """The window's actions and its menu. Words only here; what is done is in the window."""

    def __init__(self, around: Surroundings, window: JurorWindow) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self.menu = QMenu(window)
        make = self._make
        self.undo = make(window.undo, "Ctrl+Z")
        self.redo = make(window.redo, "Ctrl+Y", "Ctrl+Shift+Z")
        self.following = make(window.go_next, "Ctrl+Return", "Ctrl+Enter")
        self.previous = make(window.go_previous, "Ctrl+Shift+Return", "Ctrl+Shift+Enter")
        self.overview = make(window.show_overview, "Ctrl+T")
        self.search = make(window.list.toggle_search, "Ctrl+F")
        self.finish = make(window.finish)
        self.export = make(window.export, "Ctrl+E")
        self.receive = make(window.choose_import, "Ctrl+I")
        self.differences = make(window.laptop.settle_differences)
        self.assistant = make(window.laptop.ask_assistant)
        self.status = make(window.laptop.show_status)
        self.pin = make(window.laptop.ask_pin)
        self.home = make(window.go_home)
        for number in range(1, _JUMPS + 1):
            make(self._jump, f"Ctrl+{number}").setData(number)
        self.panels = JurorPanels(around.preferences, window.screen_, window.documents, window)
        self.view = ViewMenu(around, window)
        self.help = HelpMenu(around, window, window.help_topic)
        self._fill_menu()
        self.menu.aboutToShow.connect(self.name_steps)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words. What can be undone is named when the menu opens."""
        named = (
            (self.undo, translate("JurorMenu", "Urungkan")),
            (self.redo, translate("JurorMenu", "Ulangi")),
            (self.overview, translate("JurorMenu", "Semua lembar saya")),
            (self.search, translate("JurorMenu", "Cari peserta")),
            (self.finish, translate("JurorMenu", "Kunci semua, nyatakan final, ekspor …")),
            (self.export, translate("JurorMenu", "Ekspor nilai …")),
            (self.receive, translate("JurorMenu", "Impor berkas …")),
            (self.differences, translate("JurorMenu", "Perbedaan dua laptop …")),
            (self.assistant, translate("JurorMenu", "Pendamping mengetik …")),
            (self.status, translate("JurorMenu", "Laptop dan berkas saya …")),
            (self.pin, translate("JurorMenu", "PIN penilaian saya …")),
            (self.following, translate("JurorMenu", "Peserta berikutnya")),
            (self.previous, translate("JurorMenu", "Peserta sebelumnya")),
            (self.home, translate("JurorMenu", "Tutup penilaian ini, ke halaman awal")),
        )
        for action, words in named:
            action.setText(words)
        self.panels.retranslate()

    def name_steps(self) -> None:
        """Say what undo and redo would change."""
        window = self._window
        history = window.book.history(window.entry) if window.entry else None
        for action, name, step in (
            (self.undo, translate("JurorMenu", "Urungkan"), history and history.undoable),
            (self.redo, translate("JurorMenu", "Ulangi"), history and history.redoable),
        ):
            rubric = window.book.sheet(window.entry).rubric if step else None
            words = step_words(step, rubric, self._around.languages.current) if rubric else ""
            action.setText(f"{name}: {words}" if words else name)

    def _make(self, slot: Callable[[], None], *shortcuts: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([key(text) for text in shortcuts])
        action.triggered.connect(slot)
        self._window.addAction(action)
        return action

    def _fill_menu(self) -> None:
        menu = self.menu
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        menu.addActions([self.following, self.previous, self.search, self.overview])
        menu.addSeparator()
        menu.addActions([self.finish, self.export, self.receive])
        menu.addSeparator()
        menu.addActions([self.differences, self.assistant, self.status, self.pin])
        menu.addSeparator()
        self.panels.add_to(menu)
        self.view.add_to(menu)
        menu.addSeparator()
        self.help.add_to(menu)
        menu.addSeparator()
        menu.addActions([self.home])

    def _jump(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.go_to_number(action.data())
