"""The juror's two laptops disagree: place by place, this laptop's, the other's, or both.

Nothing is chosen by itself, and nothing is written before the juror applies the choices.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.view_menu import key
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.gui.widgets.text import Text, Tone
from kipp_desktop.services.own_files import Choice, Place

Choices = dict[Place, Choice]
_LINES = 3  # of a remark in sight; more can be scrolled


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference in words; only a written remark may keep both."""

    place: Place
    entry: str
    what: str
    mine: str
    theirs: str
    can_keep_both: bool = False


class Side(Card):
    """What one laptop says in full, and the button that takes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("-", parent=parent)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setProperty("words", True)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(theme.px(_LINES * 20))
        self.take = Button()
        self.take.setCheckable(True)
        self.body.setContentsMargins(14, 10, 14, 12)
        self.body.addWidget(self.words)
        self.body.addWidget(self.take)


class DifferencesDialog(QDialog):
    """A table of what is open, both sides of the present line, and the choices so far."""

    applied = Signal(object)  # Choices

    def __init__(
        self, theme: Theme, differences: Sequence[Disagreement], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._differences = {one.place: one for one in differences}
        self._past: list[Choices] = []
        self.choices: Choices = {}
        self.table = RichTable(theme, translate("Differences", "Perbedaan"), _columns(), PEOPLE_ROW)
        self.mine, self.theirs = Side(theme), Side(theme)
        self.both = Button(translate("Differences", "Simpan keduanya"))
        self.all_mine = Button(translate("Differences", "Semua dari laptop ini"), "ghost")
        self.all_theirs = Button(translate("Differences", "Semua dari laptop lain"), "ghost")
        self.undo = Button(translate("Differences", "Urungkan pilihan"), "ghost")
        self.later = Button(translate("Differences", "Nanti saja"))
        self.apply = Button("", "primary")
        self.setWindowTitle(translate("Differences", "Dua laptop, isi berbeda"))
        self.resize(min(theme.px(900), 1060), min(theme.px(600), 580))
        self._lay_out()
        self._connect()
        self._show()
        self.table.choose(next(iter(self._differences)))
        self.table.setFocus()

    def choose(self, choice: Choice) -> None:
        """Choose for the present line and go to the next that is open."""
        place = self._place()
        if choice == "both" and not self._differences[place].can_keep_both:
            return
        self._put({**self.choices, place: choice})
        open_ = [one for one in self._differences if one not in self.choices]
        if open_:
            order = list(self._differences)
            after = [one for one in open_ if order.index(one) > order.index(place)]
            self.table.choose((after or open_)[0])

    def take_back(self) -> None:
        """Undo the last choice, or all that were made at once."""
        if self._past:
            self.choices = self._past.pop()
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """← this laptop, → the other, B both, Delete open again: on the table."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by_key: dict[int, Choice] = {
                Qt.Key.Key_Left: "mine",
                Qt.Key.Key_Right: "theirs",
                Qt.Key.Key_B: "both",
            }
            choice = by_key.get(event.key())
            if choice is not None:
                self.choose(choice)
                return True
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._put({place: held for place, held in self.choices.items() if place != self._place()})
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> Place:
        place = self.table.current_key()
        assert isinstance(place, tuple)
        return place

    def _put(self, choices: Choices) -> None:
        if choices != self.choices:
            self._past.append(self.choices)
            self.choices = choices
        self._show()

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.table.chosen.connect(self._show_sides)
        self.mine.take.clicked.connect(self._on_mine)
        self.theirs.take.clicked.connect(self._on_theirs)
        self.both.clicked.connect(self._on_both)
        self.all_mine.clicked.connect(self._on_all_mine)
        self.all_theirs.clicked.connect(self._on_all_theirs)
        self.undo.clicked.connect(self.take_back)
        QShortcut(key("Ctrl+Z"), self).activated.connect(self.take_back)
        self.later.clicked.connect(self.reject)
        self.apply.clicked.connect(self._on_apply)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(8)
        column.addWidget(Text(self.windowTitle(), "heading"))
        words = translate(
            "Differences",
            "Berkas dari laptop Anda yang lain berbeda di tempat berikut. Pilih yang Anda maksud: tombol "
            "panah kiri untuk laptop ini, panah kanan untuk laptop lain. Belum ada yang berubah sampai Anda "
            "menerapkannya; yang belum dipilih tetap terdaftar dan ekspor menunggu.",
        )
        column.addWidget(Text(words, "second", "soft").wrapped())
        column.addWidget(self.table, 1)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self.mine)
        sides.addWidget(self.theirs)
        column.addLayout(sides)
        column.addLayout(self._row(self.all_mine, self.all_theirs, self.undo, end=(self.both,)))
        column.addLayout(self._row(end=(self.later, self.apply)))

    def _row(self, *start: QWidget, end: Sequence[QWidget] = ()) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in start:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in end:
            row.addWidget(widget)
        return row

    def _show(self) -> None:
        """Write the choices into the table and the buttons."""
        self.table.set_rows([_row(one, self.choices.get(one.place)) for one in self._differences.values()])
        count = len(self.choices)
        words = translate("Differences", "Terapkan %n pilihan", "", count)
        self.apply.setText(words if count else translate("Differences", "Terapkan pilihan"))
        self.apply.setEnabled(bool(count))
        self.undo.setEnabled(bool(self._past))
        self.both.setVisible(any(one.can_keep_both for one in self._differences.values()))
        if self.table.current_key() is not None:
            self._show_sides(self._place())

    def _show_sides(self, place: Place) -> None:
        one, chosen = self._differences[place], self.choices.get(place)
        names = translate("Differences", "Laptop ini"), translate("Differences", "Laptop lain")
        takes = (
            translate("Differences", "Pakai laptop ini  ←"),
            translate("Differences", "Pakai laptop lain  →"),
        )
        texts, which = (one.mine, one.theirs), ("mine", "theirs")
        for side, name, take, text, choice in zip(
            (self.mine, self.theirs), names, takes, texts, which, strict=True
        ):
            side.set_caption(name)
            side.words.setPlainText(text)
            side.words.setAccessibleName(f"{name}: {one.what}, {one.entry}: {text}")
            side.take.setText(take)
            side.take.setChecked(chosen == choice)
            side.take.setAccessibleDescription(f"{one.what}, {one.entry}: {text}")
            side.set_active(chosen in (choice, "both"))
        self.both.setEnabled(one.can_keep_both)

    def _all(self, choice: Choice) -> None:
        self._put(dict.fromkeys(self._differences, choice))

    def _on_mine(self) -> None:
        self.choose("mine")

    def _on_theirs(self) -> None:
        self.choose("theirs")

    def _on_both(self) -> None:
        self.choose("both")

    def _on_all_mine(self) -> None:
        self._all("mine")

    def _on_all_theirs(self) -> None:
        self._all("theirs")

    def _on_apply(self) -> None:
        self.applied.emit(dict(self.choices))
        self.accept()


def _columns() -> list[Column]:
    return [
        Column(translate("Differences", "Tempat")),
        Column(translate("Differences", "Laptop ini"), 150),
        Column(translate("Differences", "Laptop lain"), 150),
        Column(translate("Differences", "Pilihan Anda"), 150),
    ]


def _row(one: Disagreement, choice: Choice | None) -> Row:
    """Open is a triangle and a word, chosen a tick and a word; the side that is left is written quieter."""
    words = {
        None: translate("Differences", "belum dipilih"),
        "mine": translate("Differences", "laptop ini"),
        "theirs": translate("Differences", "laptop lain"),
        "both": translate("Differences", "keduanya"),
    }
    sides = [_side_cell(one.mine, "mine", choice), _side_cell(one.theirs, "theirs", choice)]
    state = State.CONFLICT if choice is None else State.LOCKED
    standing = Cell(words[choice], state=state, tone="warn" if choice is None else "ok", role="small")
    return Row(one.place, (Cell(one.what, one.entry, role="strong", tip=one.entry), *sides, standing))


def _side_cell(text: str, side: Choice, choice: Choice | None) -> Cell:
    taken = choice in (side, "both")
    tone: Tone = "ink" if taken or choice is None else "soft"
    return Cell(" ".join(text.split()), role="strong" if taken else "body", tone=tone, tip=text)
