"""An objection enters the register, is answered, and until when objections are taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QPlainTextEdit, QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.objecting import Objection

USUAL_DAYS = 5


class ObjectionDialog(ActDialog):
    """Whose objection, in the words of the letter."""

    def __init__(
        self, theme: Theme, entries: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("ObjectionDialog", "Catat keberatan"),
            translate(
                "ObjectionDialog",
                "Masuk buku keberatan dengan waktu diterima. Hasil tidak berubah karenanya; bila pleno "
                "mengabulkan, batalkan final dengan alasan dan catat keputusannya.",
            ),
            translate("ObjectionDialog", "Catat keberatan"),
            parent,
            reason=False,
        )
        self._entries = tuple(entries)
        self.entry = Choice()
        self.entry.addItems([words for _, words in entries])
        self.text = _words(self)
        self.add_field(translate("ObjectionDialog", "&Peserta"), self.entry)
        self.add_field(translate("ObjectionDialog", "&Isi keberatan"), self.text)
        self.setMinimumWidth(theme.px(600))

    def chosen(self) -> str:
        """The entry."""
        return self._entries[self.entry.currentIndex()][0]

    def words(self) -> str:
        """The objection on one line."""
        return " ".join(self.text.toPlainText().split())

    def ready(self) -> bool:
        """Something was said."""
        return bool(self.words())

    def first_field(self) -> QWidget | None:
        """The entry."""
        return self.entry


class AnswerDialog(ActDialog):
    """The answer to one objection; it is given once."""

    def __init__(self, theme: Theme, who: str, objection: Objection, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("ObjectionDialog", "Jawab keberatan {n}").format(n=objection.number),
            translate(
                "ObjectionDialog", "{who}. Jawaban dicatat sekali dan tidak diganti; suratnya dicetak."
            ).format(who=who),
            translate("ObjectionDialog", "Catat jawaban"),
            parent,
            reason=False,
        )
        self.fields.addWidget(Text(f"“{objection.text}”", "body").wrapped())
        self.text = _words(self)
        self.add_field(translate("ObjectionDialog", "&Jawaban"), self.text)
        self.setMinimumWidth(theme.px(600))

    def words(self) -> str:
        """The answer on one line."""
        return " ".join(self.text.toPlainText().split())

    def ready(self) -> bool:
        """Something was answered."""
        return bool(self.words())

    def first_field(self) -> QWidget | None:
        """The answer."""
        return self.text


class PeriodDialog(ActDialog):
    """The last day on which objections are taken."""

    def __init__(self, until: date | None, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("ObjectionDialog", "Masa sanggah"),
            translate(
                "ObjectionDialog",
                "Keberatan yang datang sesudah hari ini tetap dicatat, dengan tanda di luar masa sanggah.",
            ),
            translate("ObjectionDialog", "&Tetapkan"),
            parent,
        )
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        usual = QDate.currentDate().addDays(USUAL_DAYS)
        self.date.setDate(QDate(until.year, until.month, until.day) if until else usual)
        self.add_field(translate("ObjectionDialog", "&Sampai"), self.date)

    def until(self) -> date:
        """The day chosen."""
        chosen = self.date.date()
        return date(chosen.year(), chosen.month(), chosen.day())


def _words(dialog: ActDialog) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().height() * 6)
    field.textChanged.connect(dialog.look)
    return field
