"""The juror's two laptops disagree: cell by cell, mine or the other's. Nothing is chosen by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text

Place = tuple[str, str, str]  # stage, entry, criterion ('' = the sheet's state)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference in words."""

    place: Place
    entry: str
    what: str
    mine: str
    theirs: str


class DifferenceLine(Card):
    """One difference with its two sides as buttons."""

    settled = Signal(object, str)  # place, "mine" or "theirs"

    def __init__(self, one: Disagreement, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._place = one.place
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Text(one.what, "strong").wrapped())
        texts.addWidget(Text(one.entry, "small", "soft").wrapped())
        self.mine = Button(translate("Differences", "Laptop ini: {value}").format(value=one.mine))
        self.theirs = Button(translate("Differences", "Laptop lain: {value}").format(value=one.theirs))
        for button in (self.mine, self.theirs):
            button.setAccessibleDescription(f"{one.what}, {one.entry}")
        self.mine.clicked.connect(self._on_mine)
        self.theirs.clicked.connect(self._on_theirs)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(texts, 1)
        row.addWidget(self.mine)
        row.addWidget(self.theirs)
        self.body.setContentsMargins(16, 8, 12, 8)
        self.body.addLayout(row)

    def _on_mine(self) -> None:
        self.settled.emit(self._place, "mine")

    def _on_theirs(self) -> None:
        self.settled.emit(self._place, "theirs")


class DifferencesDialog(QDialog):
    """Lists what is open; closes itself when nothing is."""

    settled = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = translate("Differences", "Dua laptop, nilai berbeda")
        self.setWindowTitle(title)
        self.resize(min(theme.px(720), 1040), min(theme.px(480), 560))
        words = translate(
            "Differences",
            "Berkas dari laptop Anda yang lain berbeda di tempat berikut. Pilih nilai yang Anda maksud. "
            "Selama belum dipilih, nilai laptop ini tetap berlaku dan ekspor menunggu.",
        )
        self.lines: list[DifferenceLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        contents = QWidget()
        contents.setLayout(self._column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(contents)
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        box.addButton(Button(translate("Differences", "Nanti saja")), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Text(title, "heading").wrapped())
        column.addWidget(Text(words, "body", "soft").wrapped())
        column.addWidget(scroll, 1)
        column.addWidget(box)

    def show_differences(self, differences: Sequence[Disagreement]) -> None:
        """List these; none closes the dialog."""
        if not differences:
            self.accept()
            return
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = [DifferenceLine(one) for one in differences]
        for line in self.lines:
            line.settled.connect(self.settled)
            self._column.addWidget(line)
        self._column.addStretch(1)
