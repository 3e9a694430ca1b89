"""Text on a page: labels by role and tone."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from kipp_desktop.gui.theme import Role, set_property

Tone = Literal["ink", "soft", "faint", "accent", "ok", "warn", "bad"]


class Text(QLabel):
    """A label whose size comes from its role and whose colour from its tone. Plain text, never markup."""

    def __init__(
        self, text: str = "", role: Role = "body", tone: Tone = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another colour."""
        set_property(self, "tone", tone)

    def wrapped(self) -> Text:
        """Let long text go over several lines, and return the label."""
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        return self


class ElidedText(Text):
    """A label of one line that ends in … when there is no room; the whole text is its tooltip."""

    def __init__(
        self, text: str = "", role: Role = "body", tone: Tone = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, tone, parent)
        self.setToolTip(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        return QSize(self.fontMetrics().horizontalAdvance("MMM…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), int(self.alignment()) | Qt.TextFlag.TextSingleLine, text)


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline across the page."""
    line = QFrame(parent)
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line
