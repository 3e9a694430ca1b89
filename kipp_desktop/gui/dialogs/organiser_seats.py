"""Who sits where: a successor for a juror, somebody on a spare seat."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.widgets.reason_dialog import ReasonDialog


class ReplaceDialog(ActDialog):
    """Who sits in for a juror, and why."""

    def __init__(self, juror: str, others: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(
            translate("ReplaceDialog", "Gantikan {juror}").format(juror=juror),
            translate(
                "ReplaceDialog",
                "Penggantinya menilai lembar yang sama. Nilai {juror} disimpan dan tidak dihitung lagi.",
            ).format(juror=juror),
            translate("ReplaceDialog", "Gantikan"),
            parent,
        )
        self.choice = Choice()
        self.choice.setAccessibleName(translate("ReplaceDialog", "Pengganti"))
        for seat, name in others:
            self.choice.addItem(seat if name == seat else f"{seat}  {name}", seat)
        self.fields.addWidget(self.choice)

    def successor(self) -> str:
        """The seat that takes over."""
        return str(self.choice.currentData())


class LeaveDialog(ReasonDialog):
    """Since when a juror is away, and why."""

    def __init__(self, juror: str, parent: QWidget) -> None:
        super().__init__(
            translate("JurorsTab", "{juror} pulang lebih awal").format(juror=juror),
            translate(
                "JurorsTab",
                "Nilai yang sudah diberikan tetap. Apa yang dihitung ditentukan aturan yang disegel; "
                "catatan ini dicetak.",
            ),
            translate("JurorsTab", "Catat"),
            [translate("JurorsTab", "Sakit"), translate("JurorsTab", "Tugas lain")],
            parent,
        )
        self.at = QDateTimeEdit(QDateTime.currentDateTime())
        self.at.setCalendarPopup(True)
        self.at.setDisplayFormat("dd/MM/yyyy HH.mm")
        self.at.setCurrentSection(QDateTimeEdit.Section.HourSection)
        self.add_field(translate("LeaveDialog", "&Sejak pukul"), self.at)

    def since(self) -> str:
        """The moment by this machine's clock, as the service takes it: RFC 3339."""
        return self.at.dateTime().toUTC().toString(Qt.DateFormat.ISODate)


class SeatDialog(ActDialog):
    """Who came, from where, with which letter of assignment."""

    def __init__(self, seat: str, parent: QWidget) -> None:
        super().__init__(
            translate("SeatDialog", "Isi kursi cadangan {seat}").format(seat=seat),
            translate("SeatDialog", "Nilainya dihitung sejak kursi ini diberi nama. Surat tugas dicetak."),
            translate("SeatDialog", "Catat"),
            parent,
            reason=False,
        )
        self.name = self.add_line(translate("SeatDialog", "&Nama lengkap"))
        self.institution = self.add_line(translate("SeatDialog", "&Instansi"))
        self.letter = self.add_line(translate("SeatDialog", "Nomor &surat tugas"))

    def ready(self) -> bool:
        """Everything is needed."""
        return all(field.text().strip() for field in (self.name, self.institution, self.letter))
