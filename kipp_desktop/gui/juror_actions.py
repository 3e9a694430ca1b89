"""Everything a juror can do by key or from the menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.surroundings import Surroundings

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
        self.language_menu, self.theme_menu = QMenu(self.menu), QMenu(self.menu)
        make = self._make
        self.undo = make(window.undo, "Ctrl+Z")
        self.redo = make(window.redo, "Ctrl+Y", "Ctrl+Shift+Z")
        self.following = make(window.go_next, "Ctrl+Return", "Ctrl+Enter")
        self.previous = make(window.go_previous, "Ctrl+Shift+Return", "Ctrl+Shift+Enter")
        self.overview = make(window.show_overview, "Ctrl+T")
        self.export = make(window.files.export, "Ctrl+E")
        self.receive = make(window.files.choose_import, "Ctrl+I")
        self.zoom_in = make(around.preferences.zoom_in, "Ctrl++", "Ctrl+=")
        self.zoom_out = make(around.preferences.zoom_out, "Ctrl+-")
        self.zoom_reset = make(around.preferences.zoom_reset, "Ctrl+0")
        self.help = make(window.show_help, "F1")
        self.home = make(window.go_home)
        for number in range(1, _JUMPS + 1):
            make(self._jump, f"Ctrl+{number}").setData(number)
        self._languages = self._choices(self.language_menu, ("id", "en"), self._on_language)
        self._themes = self._choices(self.theme_menu, ("light", "dark", "system"), self._on_theme)
        self._fill_menu()
        self.menu.aboutToShow.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words, the names of what can be undone among them."""
        named = (
            (self.overview, translate("JurorMenu", "Semua lembar saya")),
            (self.export, translate("JurorMenu", "Ekspor nilai …")),
            (self.receive, translate("JurorMenu", "Impor berkas …")),
            (self.following, translate("JurorMenu", "Peserta berikutnya")),
            (self.previous, translate("JurorMenu", "Peserta sebelumnya")),
            (self.zoom_in, translate("JurorMenu", "Perbesar tulisan")),
            (self.zoom_out, translate("JurorMenu", "Perkecil tulisan")),
            (self.zoom_reset, translate("JurorMenu", "Ukuran tulisan semula")),
            (self.help, translate("JurorMenu", "Bantuan")),
            (self.home, translate("JurorMenu", "Kembali ke halaman awal")),
            (self._themes["light"], translate("JurorMenu", "Terang")),
            (self._themes["dark"], translate("JurorMenu", "Gelap")),
            (self._themes["system"], translate("JurorMenu", "Ikut sistem")),
            (self._languages["id"], "Bahasa Indonesia"),
            (self._languages["en"], "English"),
        )
        for action, words in named:
            action.setText(words)
        self.language_menu.setTitle(translate("JurorMenu", "Bahasa"))
        self.theme_menu.setTitle(translate("JurorMenu", "Tampilan"))
        self._languages[self._around.languages.current].setChecked(True)
        self._themes[self._around.theme.name].setChecked(True)
        self._name_undo()

    def _name_undo(self) -> None:
        stack = self._window.undo_stack()
        undo, redo = translate("JurorMenu", "Urungkan"), translate("JurorMenu", "Ulangi")
        can_undo = stack is not None and stack.canUndo()
        can_redo = stack is not None and stack.canRedo()
        self.undo.setText(f"{undo}: {stack.undoText()}" if stack and can_undo else undo)
        self.redo.setText(f"{redo}: {stack.redoText()}" if stack and can_redo else redo)

    def _make(self, slot: Callable[[], None], *shortcuts: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(text) for text in shortcuts])
        action.triggered.connect(slot)
        self._window.addAction(action)
        return action

    def _choices(self, menu: QMenu, names: tuple[str, ...], slot: Callable[[], None]) -> dict[str, QAction]:
        group = QActionGroup(self)
        made: dict[str, QAction] = {}
        for name in names:
            action = QAction(self)
            action.setCheckable(True)
            action.setData(name)
            action.triggered.connect(slot)
            group.addAction(action)
            menu.addAction(action)
            made[name] = action
        return made

    def _fill_menu(self) -> None:
        menu = self.menu
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        menu.addActions([self.following, self.previous, self.overview])
        menu.addSeparator()
        menu.addActions([self.export, self.receive])
        menu.addSeparator()
        menu.addMenu(self.language_menu)
        menu.addMenu(self.theme_menu)
        menu.addActions([self.zoom_in, self.zoom_out, self.zoom_reset])
        menu.addSeparator()
        menu.addActions([self.help, self.home])

    def _jump(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.go_to_number(action.data())

    def _on_language(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._around.preferences.use_language(action.data())

    def _on_theme(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._around.preferences.use_theme(action.data())
