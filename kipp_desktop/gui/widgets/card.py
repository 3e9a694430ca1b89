"""Surfaces: cards, pills and buttons."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import set_property
from kipp_desktop.gui.widgets.text import Text

CardKind = Literal["plain", "accent", "warn", "bad"]
ButtonKind = Literal["primary", "secondary", "ghost", "danger"]
PillTone = Literal["soft", "accent", "ok", "warn", "bad"]


class Card(QFrame):
    """A white surface with a hairline; put things in `body`. A caption is written small and in capitals."""

    def __init__(self, caption: str = "", kind: CardKind = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)
        self.setProperty("active", False)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(8)
        self._caption = Text("", "caption", "soft")
        self.body.addWidget(self._caption)
        self.set_caption(caption)

    def set_caption(self, caption: str) -> None:
        """Write the caption anew; empty hides it."""
        self._caption.setText(caption.upper())
        self._caption.setVisible(bool(caption))
        if caption:
            self.setAccessibleName(caption)

    def set_active(self, active: bool) -> None:
        """Draw the accent ring around the whole card, as for the criterion that is being scored."""
        set_property(self, "active", active)

    def set_kind(self, kind: CardKind) -> None:
        """Change the surface."""
        set_property(self, "card", kind)


class TableCard(Card):
    """A card that a table fills."""

    def __init__(self, table: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(8, 4, 8, 4)
        self.body.addWidget(table)


class Pill(QLabel):
    """A short word on a rounded tint, such as SEMENTARA or FINAL."""

    def __init__(self, text: str = "", tone: PillTone = "soft", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("pill", tone)

    def show_words(self, text: str, tone: PillTone) -> None:
        """Show other words in a tone."""
        self.setText(text)
        set_property(self, "pill", tone)

    def show_standing(self, final: bool) -> None:
        """Show FINAL or SEMENTARA."""
        if final:
            self.show_words(translate("Pill", "FINAL"), "ok")
        else:
            self.show_words(translate("Pill", "SEMENTARA"), "warn")


class Button(QPushButton):
    """A button by its weight: one primary on a screen, secondary for the rest, ghost inside cards."""

    def __init__(self, text: str = "", kind: ButtonKind = "secondary", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self._forbidden = False

    def forbid(self, why: str) -> None:
        """Switch the button off for good, whatever is said later; the tooltip says why."""
        self._forbidden = True
        self.setEnabled(False)
        self.setToolTip(why)

    def setEnabled(self, enabled: bool) -> None:
        """Switch the button on or off, unless it was forbidden."""
        super().setEnabled(enabled and not self._forbidden)

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the weight."""
        set_property(self, "kind", kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the focus of a filled button inside it, where its ring can be seen."""
        super().paintEvent(event)
        if self.property("kind") != "primary" or not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QApplication.palette().color(QPalette.ColorRole.HighlightedText), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 4, 4)
