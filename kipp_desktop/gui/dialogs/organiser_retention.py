"""Until when a competition is kept: a date and a reason."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import date_words, translate
from kipp_desktop.services.erasing import YEARS, Retention


class RetentionDialog(ActDialog):
    """Offers the date in force; nothing earlier than today can be chosen."""

    def __init__(self, retention: Retention, parent: QWidget) -> None:
        now = translate("RetentionDialog", "Sekarang sampai {day}.")
        held = now.format(day=date_words(retention.until)) if retention.until else ""
        words = translate(
            "RetentionDialog",
            "Sebelum tanggal ini kompetisi tidak dapat dihapus. Tanpa tanggal lain: {years} tahun sesudah "
            "hasilnya final. Ikuti jadwal retensi arsip daerah.",
        ).format(years=YEARS)
        super().__init__(
            translate("RetentionDialog", "Masa simpan"),
            f"{words} {held}".strip(),
            translate("RetentionDialog", "&Tetapkan"),
            parent,
        )
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.setMinimumDate(QDate.currentDate())
        self.date.setDate(_qt(retention.until) if retention.until else QDate.currentDate().addYears(YEARS))
        self.add_field(translate("RetentionDialog", "&Simpan sampai"), self.date)

    def until(self) -> date:
        """The date chosen."""
        chosen = self.date.date()
        return date(chosen.year(), chosen.month(), chosen.day())


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
