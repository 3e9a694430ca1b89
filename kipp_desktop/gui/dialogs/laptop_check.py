"""Cek laptop saya: what was looked at, how it stands in shape, colour and words, and what one can do."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kipp_desktop.gui.dialogs.juror_destination import Destination, sticks
from kipp_desktop.gui.icons import icon_pixmap
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import laptop_check
from kipp_desktop.services.laptop_check import Finding, Standing

_MARKS: dict[Standing, tuple[str, str]] = {  # icon, colour
    "ok": ("check", "ok"),
    "warn": ("info", "warn"),
    "bad": ("warning", "bad"),
}


class LaptopCheckDialog(QDialog):
    """Looks at once, and again when asked: with another stick, or after something was mended."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.findings: list[Finding] = []
        title = translate("LaptopCheck", "Cek laptop saya")
        self.setWindowTitle(title)
        self.setMinimumWidth(min(around.theme.px(680), 1040))
        self.destination = Destination("")
        self.again = Button(translate("LaptopCheck", "Periksa lagi"))
        self.again.clicked.connect(self.look)
        close = Button(translate("LaptopCheck", "Tutup"), "primary")
        close.clicked.connect(self.accept)
        self._card = Card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(2, 1)
        self._card.body.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Text(title, "heading"))
        words = translate(
            "LaptopCheck",
            "Berkas percobaan ditulis, dibaca kembali, dan dihapus. Tidak ada yang lain diubah.",
        )
        column.addWidget(Text(words, "second", "soft").wrapped())
        column.addWidget(self._card)
        label = Text(translate("LaptopCheck", "Flashdisk atau folder yang dicoba"), "second", "soft")
        label.setBuddy(self.destination)
        column.addWidget(label)
        column.addWidget(self.destination)
        buttons = QHBoxLayout()
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column.addSpacing(6)
        column.addLayout(buttons)
        self._tried = bool(sticks())  # without a stick nothing is written anywhere before it is asked for
        self._start()

    def look(self) -> None:
        """Look again, at the stick or folder that is chosen."""
        self._tried = True
        self._start()

    def _start(self) -> None:
        self.again.setEnabled(False)
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableSize()
        stick = self.destination.folder() if self._tried else None

        def job(progress: Progress) -> list[Finding]:
            now = datetime.now().astimezone()
            return laptop_check.check((room.width(), room.height()), stick, printers(), now)

        what = translate("LaptopCheck", "Memeriksa laptop")
        self._around.tasks.run(job, self._on_found, self._on_failed, what)

    def _on_found(self, findings: list[Finding]) -> None:
        self.findings = findings
        self.again.setEnabled(True)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, finding in enumerate(findings):
            self._add(row, finding)
        QTimer.singleShot(0, self.adjustSize)  # once the new lines are shown

    def _on_failed(self, error: Exception) -> None:
        self.again.setEnabled(True)
        self._around.notices.tell(self, error)

    def _add(self, row: int, finding: Finding) -> None:
        theme = self._around.theme
        icon, color = _MARKS[finding.standing]
        mark = QLabel()
        mark.setPixmap(icon_pixmap(theme, icon, color, theme.px(20), self.devicePixelRatioF()))
        mark.setAccessibleName(_standing_words(finding.standing))
        words = self._around.notices.sentence_of(finding.code, finding.facts)
        said = Text(words, "second").wrapped()
        said.setAccessibleName(f"{_about_words(finding)}, {_standing_words(finding.standing)}: {words}")
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(mark, row, 0, top)
        self._grid.addWidget(Text(_about_words(finding), "strong"), row, 1, top)
        self._grid.addWidget(said, row, 2, top)


def printers() -> list[str]:
    """Names of the printers that the system knows."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return [str(name) for name in QPrinterInfo.availablePrinterNames()]


def _standing_words(standing: Standing) -> str:
    return {
        "ok": translate("LaptopCheck", "baik"),
        "warn": translate("LaptopCheck", "perlu dilihat"),
        "bad": translate("LaptopCheck", "perlu diperbaiki"),
    }[standing]


def _about_words(finding: Finding) -> str:
    return {
        "display": translate("LaptopCheck", "Layar"),
        "room": translate("LaptopCheck", "Ruang di laptop"),
        "store": translate("LaptopCheck", "Tempat nilai"),
        "stick": translate("LaptopCheck", "Flashdisk"),
        "clock": translate("LaptopCheck", "Jam"),
        "printer": translate("LaptopCheck", "Printer"),
    }[finding.about]
