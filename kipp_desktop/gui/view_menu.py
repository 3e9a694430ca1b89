"""Language, theme and zoom: the part of the menu that every window has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.surroundings import Surroundings


def key(text: str) -> QKeySequence:
    """A shortcut by its English name: in Indonesian "Enter" would be read as what English calls "Return"."""
    return QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText)


def pop_up(menu: QMenu, button: QWidget) -> None:
    """Open a menu below a button, its right side under the button's."""
    menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height())))


class ViewMenu(QObject):
    """Its shortcuts work in the whole window it was made for."""

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self.languages = QMenu(window)
        self.themes = QMenu(window)
        preferences = around.preferences
        self._zoom = (
            self._make(preferences.zoom_in, "Ctrl++", "Ctrl+="),
            self._make(preferences.zoom_out, "Ctrl+-"),
            self._make(preferences.zoom_reset, "Ctrl+0"),
        )
        self._language_of = self._choices(self.languages, ("id", "en"), self._on_language)
        self._theme_of = self._choices(self.themes, ("light", "dark", "system"), self._on_theme)
        self.themes.addSeparator()
        self.themes.addActions(list(self._zoom))
        window.installEventFilter(self)
        self.retranslate()

    def add_to(self, menu: QMenu) -> None:
        """Put everything into a menu."""
        menu.addMenu(self.languages)
        menu.addMenu(self.themes)
        menu.aboutToShow.connect(self.retranslate)

    def retranslate(self) -> None:
        """Say it in the present language, and mark what is chosen."""
        self.languages.setTitle(translate("ViewMenu", "Bahasa"))
        self.themes.setTitle(translate("ViewMenu", "Tampilan"))
        words = (
            translate("ViewMenu", "Perbesar tulisan"),
            translate("ViewMenu", "Perkecil tulisan"),
            translate("ViewMenu", "Ukuran tulisan semula"),
        )
        for action, text in zip(self._zoom, words, strict=True):
            action.setText(text)
        self._language_of["id"].setText("Bahasa Indonesia")
        self._language_of["en"].setText("English")
        self._theme_of["light"].setText(translate("ViewMenu", "Terang"))
        self._theme_of["dark"].setText(translate("ViewMenu", "Gelap"))
        self._theme_of["system"].setText(translate("ViewMenu", "Ikut sistem"))
        self._language_of[self._around.languages.current].setChecked(True)
        self._theme_of[self._around.theme.name].setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)

    def _make(self, slot: Callable[[], None], *shortcuts: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([key(text) for text in shortcuts])
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

    def _on_language(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._around.preferences.use_language(action.data())

    def _on_theme(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._around.preferences.use_theme(action.data())
