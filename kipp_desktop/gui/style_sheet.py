"""The style sheet, written from the colours and the zoom."""

from __future__ import annotations

import re

from kipp_desktop.gui.palette import Palette

# $token is a colour, 14u a length at 100 % that grows with the zoom, 1px a hairline that does not.
_BASE = """
* { outline: none; }
QWidget { color: $ink; }
QMainWindow, QDialog, QWizard, QWidget[surface="background"] { background: $background; }
QWidget[surface="panel"] { background: $panel; }
QToolTip { color: $panel; background: $ink; border: none; padding: 4u 8u; font-size: 12u; }
QScrollArea, QStackedWidget, QAbstractScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QFrame[rule="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
"""

_TEXT = """
QLabel { background: transparent; border: none; padding: 0; }
QLabel[role="timer"] { font-size: 52u; font-weight: 600; }
QLabel[role="sum"] { font-size: 26u; font-weight: 600; }
QLabel[role="value"], QLabel[role="title"] { font-size: 22u; font-weight: 600; }
QLabel[role="heading"] { font-size: 16u; font-weight: 600; }
QLabel[role="strong"] { font-size: 14u; font-weight: 600; }
QLabel[role="body"] { font-size: 14u; }
QLabel[role="second"] { font-size: 13u; }
QLabel[role="small"] { font-size: 12u; }
QLabel[role="caption"] { font-size: 12u; font-weight: 600; }
QLabel[tone="soft"] { color: $soft; }
QLabel[tone="faint"] { color: $faint; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn_text; }
QLabel[tone="bad"] { color: $bad; }
QLabel[role="timer"][tone="warn"], QLabel[role="sum"][tone="warn"], QLabel[role="value"][tone="warn"] {
    color: $warn; }
QLabel:disabled { color: $faint; }
QLabel[pill] { border-radius: 14u; padding: 0 16u; min-height: 28u; font-size: 13u; font-weight: 600; }
QLabel[pill="soft"] { background: $hover; color: $soft; }
QLabel[pill="accent"] { background: $accent_soft; color: $accent; }
QLabel[pill="ok"] { background: $ok_soft; color: $ok; }
QLabel[pill="warn"] { background: $warn_soft; color: $warn_text; }
QLabel[pill="bad"] { background: $bad_soft; color: $bad; }
"""

_CARDS = """
QFrame[card="plain"] { background: $panel; border: 1px solid $line; border-radius: 8px; }
QFrame[card="plain"][active="true"] { border: 2px solid $accent; }
QFrame[card="plain"][pad="true"] { border: 2px solid $mark; }
QFrame[card="accent"] { background: $accent_soft; border: none; border-radius: 8px; }
QFrame[card="warn"] { background: $warn_soft; border: none; border-radius: 8px; }
QFrame[card="bad"] { background: $bad_soft; border: none; border-radius: 8px; }
QFrame[bar="top"] { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame[bar="bottom"] { background: $panel; border: none; border-top: 1px solid $line; }
QFrame[bar="left"] { background: $panel; border: none; border-right: 1px solid $line; }
QFrame[bar="right"] { background: $panel; border: none; border-left: 1px solid $line; }
QFrame[drop="true"] { background: $panel; border: 1px dashed $mark; border-radius: 8px; }
QFrame[drop="true"][over="true"] { background: $accent_soft; border: 2px dashed $accent; }
"""

_BUTTONS = """
QPushButton, QToolButton { min-height: 34u; padding: 0 15u; border: 1px solid $line; border-radius: 6px;
    background: $panel; color: $ink; font-size: 14u; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $track; }
QPushButton:checked, QToolButton:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 0 14u; min-height: 32u; }
QToolButton { min-height: 31u; }
QToolButton:focus { min-height: 29u; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: $background; }
QPushButton[kind="primary"], QMessageBox QPushButton:default { background: $accent; color: $on_accent;
    border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_pressed; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $accent; padding: 0 14u; }
QMessageBox QPushButton:default:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $track; color: $soft;
    border-color: $track; }
QPushButton[kind="ghost"], QToolButton[kind="ghost"] { background: transparent; border: 1px solid transparent;
    color: $accent; padding: 0 9u; }
QPushButton[kind="ghost"]:hover, QToolButton[kind="ghost"]:hover { background: $hover; }
QPushButton[kind="ghost"]:focus, QToolButton[kind="ghost"]:focus { border: 2px solid $accent; padding: 0 8u; }
QPushButton[kind="ghost"]:disabled, QToolButton[kind="ghost"]:disabled { color: $faint; }
QPushButton[kind="danger"], QPushButton[tone="bad"] { color: $bad; }
QPushButton[kind="clock"] { padding: 0 8u; }
QPushButton[kind="clock"]:focus { padding: 0 7u; }
QPushButton[tone="warn"] { color: $warn_text; }
QPushButton[tone="bad"], QPushButton[tone="warn"] { font-weight: 600; }
QToolButton[kind="icon"] { background: transparent; border: 1px solid transparent; padding: 0;
    min-width: 31u; }
QToolButton[kind="icon"]:hover { background: $hover; }
QToolButton[kind="icon"]:focus { border: 2px solid $accent; padding: 0; min-width: 29u; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: url(kippicons:sheet/down-$mode.svg);
    width: 12u; height: 12u; subcontrol-position: right center; right: 8u; }
QCommandLinkButton { text-align: left; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $field; color: $ink;
    border: 1px solid $field_line; border-radius: 6px; padding: 1px 9u; font-size: 14u;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 32u; }
QPlainTextEdit, QTextEdit { padding: 4u 7u; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: 0 8u; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3u 6u; }
QLineEdit:read-only, QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"] { background: $background;
    border-color: $line; color: $soft; }
QPlainTextEdit[words="true"] { background: transparent; border: none; padding: 0; color: $ink; }
QPlainTextEdit[words="true"]:focus { border: 2px solid $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $background; border-color: $line; color: $faint; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border: 2px solid $bad; padding: 0 8u; }
QLineEdit[role="value"] { font-size: 22u; font-weight: 600; min-height: 38u; max-height: 38u;
    placeholder-text-color: $soft; }
QLineEdit[role="value"][blank="true"] { font-size: 13u; font-weight: 400; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; min-height: 0;
    background: transparent; }
QAbstractSpinBox { min-height: 29u; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 28u; background: transparent; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url(kippicons:sheet/down-$mode.svg);
    width: 14u; height: 14u; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $ink; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent;
    width: 24u; }
QAbstractSpinBox::up-arrow { image: url(kippicons:sheet/up-$mode.svg); width: 12u; height: 12u; }
QAbstractSpinBox::down-arrow { image: url(kippicons:sheet/down-$mode.svg); width: 12u; height: 12u; }
QCheckBox, QRadioButton { background: transparent; spacing: 10u; min-height: 32u; padding: 0 4u;
    font-size: 14u; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator { width: 16u; height: 16u; background: $field;
    border: 1px solid $field_line; border-radius: 4px; }
QRadioButton::indicator { border-radius: $round_radio; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url(kippicons:sheet/check-$mode.svg); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent;
    image: url(kippicons:sheet/minus-$mode.svg); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
    image: url(kippicons:sheet/dot-$mode.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $track; border-color: $track; }
"""

_VIEWS = """
QTableView, QListView, QTreeView { background: $panel; alternate-background-color: $panel;
    border: 2px solid transparent; border-radius: 8px; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $ink; }
QTableView:focus, QListView:focus, QTreeView:focus { border-color: $accent; }
QTableView[rich="true"] { selection-background-color: transparent; }
QTableView[grid="true"]::item { padding: 0 8u; border: 2px solid transparent; }
QTableView[grid="true"]::item:selected { background: $accent_soft; color: $ink; }
QTableView[grid="true"]::item:focus { border: 2px solid $accent; }
QTableView[grid="true"] QLineEdit, QTableView[grid="true"] QComboBox { min-height: 0; padding: 0 6u;
    border-radius: 0; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $panel; color: $soft; border: none; border-bottom: 1px solid $line;
    padding: 0 12u; min-height: 34u; font-size: 13u; font-weight: 600; }
QTableView[narrow="true"] QHeaderView::section { padding: 0 1u; }
QTableCornerButton::section { background: $panel; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $mark; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""

_CHROME = """
QMenuBar { background: $panel; border-bottom: 1px solid $line; padding: 2px 8u; font-size: 13u; }
QMenuBar::item { background: transparent; padding: 6u 10u; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $panel; border: 1px solid $line; padding: 4u; font-size: 14u; }
QMenu::item { padding: 8u 28u 8u 16u; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4u 8u; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $soft; min-height: 34u; padding: 0 14u;
    border: 2px solid transparent; font-size: 14u; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected:focus { border: 2px solid $accent; border-radius: 4px; }
QTabBar::scroller { width: 56u; }
QTabBar QToolButton { background: $panel; border: 1px solid $line; border-radius: 4px; }
QTabBar QToolButton:hover { background: $hover; }
QTabBar QToolButton::left-arrow { image: url(kippicons:sheet/left-$mode.svg); width: 16u; height: 16u; }
QTabBar QToolButton::right-arrow { image: url(kippicons:sheet/right-$mode.svg); width: 16u; height: 16u; }
QGroupBox { border: 1px solid $line; border-radius: 8px; margin-top: 22u; padding: 8u; font-weight: 600; }
QGroupBox[plain="true"] { border: none; margin: 0; padding: 0; }
QGroupBox[plain="true"] QPushButton { padding: 0 8u; }
QGroupBox[plain="true"] QPushButton:checked { font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0 4u; color: $soft; }
QStatusBar { background: $panel; color: $soft; border-top: 1px solid $line; font-size: 12u; }
QMessageBox QLabel { font-size: 14u; }
QDialogButtonBox QPushButton { min-width: 88u; }
QCalendarWidget QWidget { background: $panel; }
"""

_LENGTH = re.compile(r"(\d+)u\b")
_TOKEN = re.compile(r"\$([a-z_]+)")


def style_sheet(palette: Palette, zoom_percent: int) -> str:
    """The whole sheet for one palette and one zoom."""
    radius = _scaled(16, zoom_percent) // 2 + 1
    derived = {"mode": "dark" if palette.dark else "light", "round_radio": f"{radius}px"}

    def token(found: re.Match[str]) -> str:
        return derived.get(found[1]) or getattr(palette, found[1])

    def length(found: re.Match[str]) -> str:
        return f"{_scaled(int(found[1]), zoom_percent)}px"

    text = "".join((_BASE, _TEXT, _CARDS, _BUTTONS, _INPUTS, _VIEWS, _CHROME))
    return _LENGTH.sub(length, _TOKEN.sub(token, text))


def _scaled(length: int, zoom_percent: int) -> int:
    return max(1, round(length * zoom_percent / 100)) if length else 0
