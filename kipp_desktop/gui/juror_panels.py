"""Panels, documents and timer by menu and by key. The keys work while one types; none is a digit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kipp_desktop.gui.juror_documents import JurorDocuments
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.juror_screen import JurorScreen
from kipp_desktop.gui.pages.juror_side import SIDE_PANELS
from kipp_desktop.gui.preferences import Preferences
from kipp_desktop.gui.view_menu import key

_PANEL_KEYS = {
    "list": "Ctrl+Shift+P",
    "comments": "Ctrl+Shift+K",
    "side": "Ctrl+Shift+S",
    "timer": "Ctrl+Shift+W",
    "documents": "Ctrl+Shift+D",
    "own": "Ctrl+Shift+N",
}


class JurorPanels(QObject):
    """Three menus. What a panel is and where it stands is the screen's."""

    def __init__(
        self, preferences: Preferences, screen: JurorScreen, documents: JurorDocuments, window: QWidget
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._screen = screen
        self._documents = documents
        self._window = window
        self.panels, self.reading, self.timing = QMenu(window), QMenu(window), QMenu(window)
        self._panel_of = {name: self._make(self._toggle, keys) for name, keys in _PANEL_KEYS.items()}
        for name, action in self._panel_of.items():
            action.setData(name)
            action.setCheckable(True)
        self._arranging = self._make_all(
            (self._wider, "Alt+Shift+Left"),
            (self._narrower, "Alt+Shift+Right"),
            (preferences.reset_panels, ""),
        )
        self._documenting = self._make_all(
            (documents.toggle, "Ctrl+D"),
            (documents.toggle_full, "F11"),
            (self._previous_page, "Ctrl+PgUp"),
            (self._next_page, "Ctrl+PgDown"),
            (documents.zoom_in, ""),
            (documents.zoom_out, ""),
            (documents.fit_width, ""),
            (documents.find, "Ctrl+Shift+F"),
            (self._next_hit, "F3"),
            (self._previous_hit, "Shift+F3"),
            (documents.choose_folder, ""),
        )
        timer = screen.side.timer
        self._timing = self._make_all(
            (timer.toggle, "F5"), (timer.next_segment, "F6"), (timer.reset, "Shift+F5")
        )
        self.sound = self._make(self._on_sound, "")
        self.sound.setCheckable(True)
        self.panels.addActions([*self._panel_of.values()])
        self.panels.addSeparator()
        self.panels.addActions(self._arranging)
        self.reading.addActions(self._documenting)
        self.timing.addActions([*self._timing, self.sound])
        self.panels.aboutToShow.connect(self._mark)
        self.timing.aboutToShow.connect(self._mark)
        self.retranslate()

    def add_to(self, menu: QMenu) -> None:
        """Put the three menus into a menu."""
        for one in (self.panels, self.reading, self.timing):
            menu.addMenu(one)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.panels.setTitle(translate("JurorPanels", "Panel"))
        self.reading.setTitle(translate("JurorPanels", "Dokumen"))
        self.timing.setTitle(translate("JurorPanels", "Waktu"))
        names = {
            "list": translate("JurorPanels", "Daftar peserta"),
            "comments": translate("JurorPanels", "Komentar"),
            "side": translate("JurorPanels", "Kolom kanan"),
            "timer": translate("JurorPanels", "Waktu"),
            "documents": translate("JurorPanels", "Daftar dokumen"),
            "own": translate("JurorPanels", "Nilai saya"),
        }
        for name, action in self._panel_of.items():
            action.setText(names[name])
        arranging = (
            translate("JurorPanels", "Perlebar kolom kanan"),
            translate("JurorPanels", "Persempit kolom kanan"),
            translate("JurorPanels", "Tata letak semula"),
        )
        documenting = (
            translate("JurorPanels", "Baca di samping lembar"),
            translate("JurorPanels", "Baca selebar jendela"),
            translate("JurorPanels", "Halaman sebelumnya"),
            translate("JurorPanels", "Halaman berikutnya"),
            translate("JurorPanels", "Perbesar halaman"),
            translate("JurorPanels", "Perkecil halaman"),
            translate("JurorPanels", "Halaman selebar panel"),
            translate("JurorPanels", "Cari dalam dokumen"),
            translate("JurorPanels", "Temuan berikutnya"),
            translate("JurorPanels", "Temuan sebelumnya"),
            translate("JurorPanels", "Ambil dokumen dari folder …"),
        )
        timing = (
            translate("JurorPanels", "Mulai atau jeda"),
            translate("JurorPanels", "Segmen berikut"),
            translate("JurorPanels", "Ulangi segmen"),
        )
        for actions, words in (
            (self._arranging, arranging),
            (self._documenting, documenting),
            (self._timing, timing),
        ):
            for action, text in zip(actions, words, strict=True):
                action.setText(text)
        self.sound.setText(translate("JurorPanels", "Bunyi saat menit terakhir dan waktu habis"))

    def _make(self, slot: Callable[[], None], keys: str) -> QAction:
        action = QAction(self)
        if keys:
            action.setShortcut(key(keys))
        action.triggered.connect(slot)
        self._window.addAction(action)
        return action

    def _make_all(self, *pairs: tuple[Callable[[], None], str]) -> list[QAction]:
        return [self._make(slot, keys) for slot, keys in pairs]

    def _is_seen(self, name: str) -> bool:
        in_side = name in SIDE_PANELS and not self._screen.reading
        return self._screen.is_shown(name) and (not in_side or self._screen.is_shown("side"))

    def _mark(self) -> None:
        for name, action in self._panel_of.items():
            action.setChecked(self._is_seen(name))
            action.setEnabled(not self._screen.reading or name in ("list", "comments"))
        self.sound.setChecked(self._preferences.settings.timer_sound)

    def _toggle(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        name = action.data()
        shown = not self._is_seen(name)
        if shown and name in SIDE_PANELS:
            self._preferences.show_panel("side", True)
        self._preferences.show_panel(name, shown)

    def _wider(self) -> None:
        self._screen.columns.widen_right(1)

    def _narrower(self) -> None:
        self._screen.columns.widen_right(-1)

    def _previous_page(self) -> None:
        self._documents.turn(-1)

    def _next_page(self) -> None:
        self._documents.turn(1)

    def _next_hit(self) -> None:
        self._documents.find_next(1)

    def _previous_hit(self) -> None:
        self._documents.find_next(-1)

    def _on_sound(self) -> None:
        self._preferences.use_timer_sound(not self._preferences.settings.timer_sound)
