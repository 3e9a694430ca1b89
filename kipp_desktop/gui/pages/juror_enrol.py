"""A juror on this laptop for the first time: the own name, and the code from the slip."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kipp_desktop.domain.competition import Juror
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme, set_property
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import recents

if TYPE_CHECKING:
    from kipp_desktop.exchange.package import Package

_WIDTH = 720
_CODE_LENGTH = 9


class EnrolPage(QScrollArea):
    """Names first, then the code; a juror who has been here needs none."""

    wanted = Signal(str, str)  # juror, code
    again_wanted = Signal(str)  # juror whose store is on this laptop
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.package: Package | None = None
        self.path = Path()
        self._title = Text("", "title").wrapped()
        self.practice = Text("", "body", "warn").wrapped()
        self._name_label = Text("", "heading")
        self.names = RichTable(theme, "", [Column(""), Column("", 150)], PEOPLE_ROW)
        self.names.horizontalHeader().hide()
        self.names.chosen.connect(self._on_chosen)
        self.names.opened.connect(self._on_opened)
        self._code_label = Text("", "heading")
        self._code_hint = Text("", "second", "soft").wrapped()
        self.code = QLineEdit()
        self.code.setMaxLength(24)
        self.code.setProperty("role", "value")
        self.code.textChanged.connect(self._look)
        self.code.returnPressed.connect(self._on_go)
        self.back, self.go = Button(), Button("", "primary")
        self.back.clicked.connect(self.left)
        self.go.clicked.connect(self._on_go)
        self._contents = QWidget()
        self._lay_out()
        self._retranslate()
        self._dress()
        theme.changed.connect(self._dress)

    def show_package(self, package: Package, path: Path) -> None:
        """Offer the names of a package."""
        self.package, self.path = package, path
        competition = package.competition
        self._title.setText(competition.title)
        self.practice.setVisible(competition.practice)
        jurors = sorted(competition.jurors, key=_last)
        self.names.set_rows([self._row(juror) for juror in jurors if juror.panel != "panitia"])
        self.code.clear()
        self._retranslate()
        self._dress()
        self.names.setFocus()
        self._look()

    def refuse_code(self) -> None:
        """Let the code be typed again; what was typed stays."""
        self.set_busy(False)
        set_property(self.code, "invalid", True)
        self.code.setFocus()
        self.code.selectAll()
        self.ensureWidgetVisible(self.code, 0, self._theme.px(40))

    def set_busy(self, busy: bool) -> None:
        """Nothing can be pressed while the code is checked."""
        for widget in (self.names, self.code, self.back):
            widget.setEnabled(not busy)
        self.go.setEnabled(not busy)
        if not busy:
            self._look()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        card = Card()
        card.body.setContentsMargins(8, 6, 8, 6)
        card.body.addWidget(self.names)
        column = QVBoxLayout(self._contents)
        column.setContentsMargins(24, 28, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.practice)
        column.addSpacing(8)
        column.addWidget(self._name_label)
        column.addWidget(card)
        column.addSpacing(8)
        column.addWidget(self._code_label)
        column.addWidget(self.code)
        column.addWidget(self._code_hint)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch(1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._contents, 100)
        row.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(middle)

    def _row(self, juror: Juror) -> Row:
        name = juror.name or translate("Enrol", "Kursi cadangan {seat}").format(seat=juror.id)
        here = translate("Enrol", "sudah di laptop ini") if self._is_here(juror.id) else ""
        return Row(
            juror.id, (Cell(name, juror.institution or juror.id, role="strong"), Cell(here, role="small"))
        )

    def _is_here(self, juror: str) -> bool:
        if self.package is None:
            return False
        return recents.is_desk(recents.desk_folder(self.package.competition.id, juror))

    def _juror(self) -> str:
        return str(self.names.current_key() or "")

    def _on_chosen(self, juror: str) -> None:
        self._look()

    def _on_opened(self, juror: str) -> None:
        if self._is_here(juror):
            self._on_go()
        else:
            self.code.setFocus()

    def _on_go(self) -> None:
        if not self.go.isEnabled():
            return
        if self._is_here(self._juror()):
            self.again_wanted.emit(self._juror())
        else:
            self.wanted.emit(self._juror(), self.code.text())

    def _look(self) -> None:
        """The button wakes up once there is a name and a whole code."""
        here = self._is_here(self._juror())
        set_property(self.code, "invalid", False)
        self.code.setEnabled(not here)
        signs = [sign for sign in self.code.text() if sign.isalnum()]
        self.go.setEnabled(bool(self._juror()) and (here or len(signs) == _CODE_LENGTH))
        self.go.setText(translate("Enrol", "Lanjutkan menilai") if here else translate("Enrol", "Buka"))

    def _retranslate(self) -> None:
        self.practice.setText(
            translate("Enrol", "Paket latihan: nilai di dalamnya tidak dapat masuk ke lomba yang sebenarnya.")
        )
        self._name_label.setText(translate("Enrol", "1  Pilih nama Anda"))
        self._code_label.setText(translate("Enrol", "2  Ketik kode dari slip"))
        self._code_hint.setText(
            translate(
                "Enrol",
                "Sembilan tanda, misalnya K7QM-2XRD-C. Huruf besar-kecil dan tanda hubung tidak berpengaruh.",
            )
        )
        self.names.setAccessibleName(translate("Enrol", "Nama juri"))
        self.code.setAccessibleName(translate("Enrol", "Kode aktivasi"))
        self.code.setAccessibleDescription(self._code_hint.text())
        self.back.setText(translate("Enrol", "‹  Kembali"))
        self._look()

    def _dress(self) -> None:
        self._contents.setMaximumWidth(self._theme.px(_WIDTH))
        self.names.setFixedHeight(self.names.full_height())
        self.code.setMaximumWidth(self._theme.px(280))


def _last(juror: Juror) -> bool:
    """Spare seats stand below those with a name."""
    return not juror.name
