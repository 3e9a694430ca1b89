"""Below a sheet: the sum so far, what to do next, and the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import number, translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services.scoring import OwnSheet

_NARROW = 600  # below this many pixels at 100 % the buttons take two lines


class SumCard(Card):
    """The sum of what is scored: "sementara" until every criterion has a value. A checklist is counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="accent", parent=parent)
        self._name = Text("", "second", "soft")
        self._facts = ElidedText("", "small", "soft")
        self._sum = Text("", "sum", "accent")
        self._texts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._texts.setSpacing(2)
        self._texts.addWidget(self._name)
        self._texts.addWidget(self._facts, 1)
        row = QHBoxLayout()
        row.addLayout(self._texts, 1)
        row.addWidget(self._sum)
        self.body.addLayout(row)
        self.set_short(False)

    def set_short(self, short: bool) -> None:
        """Stand on one line where the window is low."""
        directions = QBoxLayout.Direction
        self._texts.setDirection(directions.LeftToRight if short else directions.TopToBottom)
        self._texts.setSpacing(12 if short else 2)
        self.body.setContentsMargins(18, *((2, 18, 2) if short else (8, 18, 8)))

    def show_sheet(self, own: OwnSheet, place: tuple[int, int] | None) -> None:
        """Show the sum of a sheet and its place among the own ones (place, of how many complete).

        Nothing scored yet is a dash, never a zero.
        """
        is_checklist = all(criterion.scale.check for criterion in own.rubric.criterion)
        name, total, facts = _checked(own) if is_checklist else _summed(own, place)
        self._name.setText(name)
        self._facts.setText(facts)
        self._sum.setText(total)
        self.setAccessibleName(f"{name} {total}, {facts}")


def _summed(own: OwnSheet, place: tuple[int, int] | None) -> tuple[str, str, str]:
    """Name, sum and facts of a sheet with points."""
    scored = translate("Sum", "{scored} dari {all} kriteria dinilai")
    facts = [scored.format(scored=own.scored, all=len(own.values))]
    if own.total is None:
        name = translate("Sum", "Jumlah sementara")
        if own.scored:
            most = translate("Sum", "paling banyak {points}")
            facts.append(most.format(points=number(own.points_so_far)))
    else:
        name = translate("Sum", "Jumlah")
    if place is not None:
        words = translate("Sum", "tempat {place} dari {all} lembar lengkap Anda")
        facts.append(words.format(place=place[0], all=place[1]))
    return name, number(own.running_total) if own.scored else "–", "  ·  ".join(facts)


def _checked(own: OwnSheet) -> tuple[str, str, str]:
    """Name, count and facts of a checklist."""
    yes, no = sum(value == 100 for value in own.values), own.values.count(0)
    words = translate("Sum", "ya {yes}  ·  tidak {no}  ·  belum {left}")
    facts = words.format(yes=yes, no=no, left=own.values.count(None))
    return translate("Sum", "Butir terpenuhi"), f"{yes} / {len(own.values)}" if own.scored else "–", facts


class Foot(QWidget):
    """Buttons under a sheet. It only says what was pressed."""

    previous = Signal()
    abstain = Signal()
    absent = Signal()
    lock = Signal()
    following = Signal()
    rearranged = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.previous_button, self.abstain_button = Button(), Button()
        self.absent_button, self.lock_button = Button(), Button()
        self.next_button = Button("", "primary")
        self._keys = ElidedText("", "small", "soft")
        self._keys.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(10)
        self._wide: bool | None = None
        self._short = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._buttons)
        column.addWidget(self._keys)
        for button, signal in self._pairs():
            button.clicked.connect(signal)
        self._arrange(True)
        self._retranslate()

    def show_sheet(self, own: OwnSheet, is_open: bool) -> None:
        """Let only those buttons be pressed that do something."""
        self.abstain_button.setEnabled(is_open)
        self.absent_button.setEnabled(is_open)
        self.lock_button.setEnabled(is_open and own.look == "complete")
        left = len(own.values) - own.scored
        words = translate("Foot", "Bisa dikunci setelah %n kriteria lagi dinilai", "", left)
        self.lock_button.setToolTip(words if is_open and left else "")

    def in_order(self) -> list[Button]:
        """The buttons as they stand, line by line."""
        first, *others, last = (button for button, _ in self._pairs())
        return [first, *others, last] if self._wide else [*others, first, last]

    def set_ends(self, first: bool, last: bool) -> None:
        """Whether the sheet is the first or the last one."""
        self.previous_button.setEnabled(not first)
        self.next_button.setEnabled(not last)

    def set_short(self, short: bool) -> None:
        """Leave the line of keys away where the window is low; it goes where it is narrow, too."""
        self._short = short
        self._show_keys()

    def minimumSizeHint(self) -> QSize:
        """As narrow as when the buttons take two lines."""
        return QSize(self._theme.px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line of buttons or two."""
        self._arrange(event.size().width() >= self._theme.px(_NARROW))
        self._show_keys()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _pairs(self) -> tuple[tuple[Button, SignalInstance], ...]:
        return (
            (self.previous_button, self.previous),
            (self.abstain_button, self.abstain),
            (self.absent_button, self.absent),
            (self.lock_button, self.lock),
            (self.next_button, self.following),
        )

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        places = (
            [(0, 0), (0, 1), (0, 2), (0, 3), (0, 5)] if wide else [(1, 0), (0, 0), (0, 1), (0, 2), (1, 1)]
        )
        for (button, _), (row, column) in zip(self._pairs(), places, strict=True):
            self._buttons.removeWidget(button)
            span = 2 if (row, column) == (1, 1) else 1
            self._buttons.addWidget(button, row, column, 1, span)
        self.rearranged.emit()
        for column in range(6):
            self._buttons.setColumnStretch(column, 1 if wide == (column == 4) and (wide or column < 3) else 0)

    def _show_keys(self) -> None:
        """Half a line of keys helps nobody."""
        self._keys.setVisible(not self._short and self.width() >= self._keys.sizeHint().width())

    def _retranslate(self) -> None:
        self.previous_button.setText(translate("Foot", "‹  Sebelumnya"))
        self.abstain_button.setText(translate("Foot", "Abstain …"))
        self.absent_button.setText(translate("Foot", "Tidak hadir …"))
        self.lock_button.setText(translate("Foot", "Tinjau && kunci …"))
        self.next_button.setText(translate("Foot", "Berikutnya  ›"))
        keys = (
            translate("Foot", "Enter: kriteria berikut"),
            translate("Foot", "Ctrl+Enter: peserta berikut"),
            translate("Foot", "Ctrl+Z: urungkan"),
            translate("Foot", "F1: bantuan"),
        )
        self._keys.setText("     ".join(keys))
