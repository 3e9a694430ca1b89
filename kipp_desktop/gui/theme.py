"""Colours, fonts and sizes of the running program, and the one place that changes them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kipp_desktop.gui.palette import DARK, LIGHT, Palette
from kipp_desktop.gui.style_sheet import style_sheet

ThemeName = Literal["light", "dark", "system"]
Role = Literal["timer", "sum", "value", "title", "heading", "strong", "body", "second", "small", "caption"]

ZOOM_MIN, ZOOM_MAX = 80, 200
SPACE = 4  # every margin and gap is a multiple of this

ROLES: dict[Role, tuple[int, QFont.Weight]] = {
    "timer": (52, QFont.Weight.DemiBold),
    "sum": (26, QFont.Weight.DemiBold),
    "value": (22, QFont.Weight.DemiBold),
    "title": (22, QFont.Weight.DemiBold),  # what the screen is about
    "heading": (16, QFont.Weight.DemiBold),  # a criterion, a section
    "strong": (14, QFont.Weight.DemiBold),
    "body": (14, QFont.Weight.Normal),
    "second": (13, QFont.Weight.Normal),
    "small": (12, QFont.Weight.Normal),
    "caption": (12, QFont.Weight.DemiBold),
}

_BUNDLED_FAMILY = "Liberation Sans"
_ALIASES = {"", "Sans Serif", "Sans", "Serif", "Monospace"}  # names of fontconfig, not of a font
_ON_PALETTE: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "panel",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "mark",
    QPalette.ColorRole.Shadow: "line",
}


class Theme(QObject):
    """What widgets ask for colours, fonts and scaled pixels. Lives as long as the program."""

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__(app)
        self._app = app
        self.name: ThemeName = "light"
        self.zoom = 100  # per cent
        self.palette: Palette = LIGHT
        self.family = _choose_family(resources / "fonts")
        self.icons = resources / "icons"
        QDir.setSearchPaths("kippicons", [str(self.icons)])
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def apply(self, name: ThemeName, zoom_percent: int) -> None:
        """Paint the whole program anew; a zoom outside 80–200 % is brought back to the nearest end."""
        self.name = name
        self.zoom = max(ZOOM_MIN, min(ZOOM_MAX, zoom_percent))
        _tell_system(name)
        self.palette = DARK if self._is_dark() else LIGHT
        self._app.setStyle("Fusion")
        self._app.setPalette(_qt_palette(self.palette))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(style_sheet(self.palette, self.zoom))
        self.changed.emit()

    def px(self, length: float) -> int:
        """A length at 100 % in pixels at the present zoom."""
        return max(1, round(length * self.zoom / 100)) if length else 0

    def font(self, role: Role) -> QFont:
        """The font of a role at the present zoom, with figures of equal width."""
        size, weight = ROLES[role]
        font = QFont(self.family)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def metrics(self, role: Role) -> QFontMetrics:
        """Measures of the font of a role."""
        return QFontMetrics(self.font(role))

    def color(self, token: str) -> QColor:
        """The present colour of a token."""
        return self.palette.color(token)

    def _is_dark(self) -> bool:
        if self.name == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.name == "dark"

    def _follow_system(self) -> None:
        if self.name == "system" and self._is_dark() != self.palette.dark:
            self.apply(self.name, self.zoom)


def apply_theme(app: QApplication, name: ThemeName, zoom_percent: int, resources: Path) -> Theme:
    """Make the theme of the program and paint with it; call once, then `Theme.apply` to change."""
    theme = Theme(app, resources)
    theme.apply(name, zoom_percent)
    return theme


def set_property(widget: QWidget, name: str, value: str | bool) -> None:
    """Give a widget a property that the style sheet looks at, and let it show."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it is dressed when it is first shown
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _tell_system(name: ThemeName) -> None:
    """Let native parts (title bar, file dialog) follow; has no effect where the platform cannot."""
    hints = QGuiApplication.styleHints()
    if name == "system":
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if name == "dark" else Qt.ColorScheme.Light)


def _choose_family(fonts: Path) -> str:
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if family not in _ALIASES and (family.startswith(".") or QFontDatabase.hasFamily(family)):
        return family
    if not QFontDatabase.hasFamily(_BUNDLED_FAMILY):
        for path in sorted(fonts.glob("LiberationSans-*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
    return _BUNDLED_FAMILY if QFontDatabase.hasFamily(_BUNDLED_FAMILY) else family


def _qt_palette(palette: Palette) -> QPalette:
    made = QPalette()
    for role, token in _ON_PALETTE.items():
        made.setColor(role, palette.color(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, palette.color("faint"))
    return made
