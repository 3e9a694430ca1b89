"""The jurors: imported from a list; a spare seat is named when somebody comes to sit on it."""

from __future__ import annotations

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.jurors import juror_rows
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_entries import ListTab
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.services import deciding
from kipp_desktop.services.masters import Master


class JurorsTab(ListTab):
    """The panel."""

    kind = "jurors"

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office, notice, self._columns())
        self.name = Button("")
        self.action_row.addWidget(self.name)
        self.action_row.addStretch(1)
        self.action_row.addWidget(self.primary)
        self.name.clicked.connect(self._on_name)
        self.table.chosen.connect(self._on_chosen)
        self.start()

    def show_overview(self, overview: Overview) -> None:
        """Draw the table."""
        self.table.set_rows(juror_rows(overview))
        self.show_count(len(overview.jurors))

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.drop.set_words(
            translate("JurorsTab", "Seret daftar juri (.xlsx atau .csv) ke sini"),
            translate("JurorsTab", "Kolom yang perlu: nama. Kode J-01, J-02, … diberikan bila kosong."),
            translate("JurorsTab", "Daftar juri"),
        )
        self.table.setAccessibleName(translate("JurorsTab", "Juri"))
        self.table.rows.set_columns(self._columns())
        self.primary.setText(translate("JurorsTab", "&Impor daftar …"))
        self.name.setText(translate("JurorsTab", "Isi &kursi cadangan …"))

    def look(self) -> None:
        """Only a free spare seat can be named."""
        super().look()
        seat = self._seat()
        found = None if self.overview is None or seat is None else self.overview.draft.juror_by_id.get(seat)
        free = found is not None and found.spare and not found.name
        self.name.setEnabled(free and not self.office.busy)

    def name_seat(self, seat: str, name: str, institution: str, letter: str) -> None:
        """Say who came to sit on a spare seat."""

        def job(master: Master, progress: Progress) -> None:
            deciding.name_juror(master, seat, name, institution, letter)

        self.office.act(translate("JurorsTab", "Mencatat"), job, self.notice)

    def _seat(self) -> str | None:
        key = self.table.current_key()
        return None if key is None else str(key)

    def _columns(self) -> list[Column]:
        return [
            Column(translate("JurorsTab", "Kursi"), 80),
            Column(translate("JurorsTab", "Nama dan instansi")),
            Column(translate("JurorsTab", "Unsur"), 150),
            Column(translate("JurorsTab", "Kedudukan"), 120),
            Column(translate("JurorsTab", "Panel"), 90),
        ]

    def _on_chosen(self, key: object) -> None:
        self.look()

    def _on_name(self) -> None:
        seat = self._seat()
        if seat is None:
            return
        dialog = SeatDialog(seat, self)
        if dialog.agreed():
            texts = (field.text().strip() for field in (dialog.name, dialog.institution, dialog.letter))
            self.name_seat(seat, *texts)
        dialog.deleteLater()


class SeatDialog(ActDialog):
    """Who came, from where, with which letter of assignment."""

    def __init__(self, seat: str, parent: JurorsTab) -> None:
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
