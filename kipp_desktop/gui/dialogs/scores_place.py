"""A program that is carried about asks once where scores are kept: on this laptop, or beside the program."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop import paths
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.safe_write import write_error
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text


class ScoresPlaceDialog(QDialog):
    """Two choices and what each means; it is not left without one of them."""

    chosen = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        title = translate("ScoresPlace", "Di mana nilai disimpan?")
        self.setWindowTitle(title)
        self.setMinimumWidth(min(around.theme.px(620), 1040))
        self.on_laptop = Button(translate("ScoresPlace", "Di laptop ini"), "primary")
        self.on_stick = Button(translate("ScoresPlace", "Di flashdisk"))
        self.on_laptop.clicked.connect(self._on_laptop)
        self.on_stick.clicked.connect(self._on_stick)
        self._problem = Text("", "second", "bad").wrapped()
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(
            self._card(
                self.on_laptop,
                translate(
                    "ScoresPlace",
                    "Lebih cepat, dan aman bila flashdisk tercabut. Untuk laptop Anda sendiri, atau bila "
                    "Anda menilai di satu laptop saja.",
                ),
            ),
            1,
        )
        row.addWidget(
            self._card(
                self.on_stick,
                translate(
                    "ScoresPlace",
                    "Tidak ada yang tertinggal di laptop pinjaman. Jangan mencabut flashdisk selama program "
                    "terbuka, dan ekspor nilai setiap jeda.",
                ),
            ),
            1,
        )
        words = translate(
            "ScoresPlace", "Program ini dijalankan dari {folder}. Pilihan berlaku untuk laptop ini."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(title, "heading"))
        column.addWidget(Text(words.format(folder=paths.program_folder()), "second", "soft").wrapped())
        column.addLayout(row)
        column.addWidget(self._problem)
        self.on_laptop.setFocus()

    def reject(self) -> None:
        """Stay: scores have to be kept somewhere."""

    def _card(self, button: Button, words: str) -> Card:
        card = Card()
        card.body.addWidget(Text(words, "body").wrapped())
        card.body.addStretch(1)
        card.body.addWidget(button)
        button.setAccessibleDescription(words)
        return card

    def _on_laptop(self) -> None:
        self._choose(beside_program=False)

    def _on_stick(self) -> None:
        self._choose(beside_program=True)

    def _choose(self, beside_program: bool) -> None:
        try:
            paths.choose_place(beside_program)
        except OSError as error:
            self._say(write_error(error, paths.program_folder() / paths.PORTABLE_DATA))
            return
        self.accept()
        self.chosen.emit()

    def _say(self, error: UserError) -> None:
        self._problem.setText(self._around.notices.words(error))
        self._problem.show()
