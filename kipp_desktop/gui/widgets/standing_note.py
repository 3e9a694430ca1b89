"""A note at the foot of the path that stays until what it says is done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text


class StandingNote(Card):
    """Heading, a few short lines, and at most one button. Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="warn", parent=parent)
        self._heading = Text("", "strong").wrapped()
        self._text = Text("", "second").wrapped()
        self.button = Button("", "secondary")
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setSpacing(6)
        for part in (self._heading, self._text, self.button):
            self.body.addWidget(part)
        self._roomy = True
        self.hide()

    def set_roomy(self, roomy: bool) -> None:
        """Where a window is low for its letters only heading and button stay; the lines are the tooltip."""
        self._roomy = roomy
        self._text.setVisible(roomy and bool(self._text.text()))

    def text(self) -> str:
        """What is said now; empty when hidden."""
        return "" if self.isHidden() else f"{self._heading.text()}\n{self._text.text()}"

    def say(self, heading: str, text: str, button: str = "") -> None:
        """Say something; nothing to say hides the note."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text) and self._roomy)
        self.setToolTip(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(f"{heading}: {text}")
        self.setVisible(bool(heading))
