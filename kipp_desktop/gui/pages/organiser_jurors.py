"""The jurors: imported from a list; a spare seat is named when somebody comes to sit on it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from kipp_desktop.gui.dialogs.organiser_seats import LeaveDialog, ReplaceDialog, SeatDialog
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
        self.replace = Button("")
        self.leave = Button("")
        for button in (self.name, self.replace, self.leave):
            self.seat_row.addWidget(button)
        self.seat_row.addStretch(1)
        self.action_row.addStretch(1)
        for button in (self.paste, self.edit, self.primary):
            self.action_row.addWidget(button)
        self.name.clicked.connect(self._on_name)
        self.replace.clicked.connect(self._on_replace)
        self.leave.clicked.connect(self._on_leave)
        self.table.chosen.connect(self._on_chosen)
        self.start()

    def show_overview(self, overview: Overview) -> None:
        """Draw the table."""
        self.table.set_rows(juror_rows(overview))
        self.show_count(len(overview.jurors))

    def retranslate(self) -> None:
        """Write the fixed texts."""
        super().retranslate()
        self.drop.set_words(
            translate("JurorsTab", "Seret daftar juri (.xlsx atau .csv) ke sini"),
            translate("JurorsTab", "Kolom yang perlu: nama. Kode J-01, J-02, … diberikan bila kosong."),
            translate("JurorsTab", "Daftar juri"),
        )
        self.table.setAccessibleName(translate("JurorsTab", "Juri"))
        self.table.rows.set_columns(self._columns())
        self.name.setText(translate("JurorsTab", "Isi &kursi cadangan …"))
        self.replace.setText(translate("JurorsTab", "&Gantikan juri …"))
        self.leave.setText(translate("JurorsTab", "&Pulang lebih awal …"))

    def look(self) -> None:
        """Only a free spare seat can be named."""
        super().look()
        seat = self._seat()
        found = None if self.overview is None or seat is None else self.overview.draft.juror_by_id.get(seat)
        free = found is not None and found.spare and not found.name
        self.name.setEnabled(free and not self.office.busy)
        seated = seat in self._seated() and not self.office.busy
        self.replace.setEnabled(seated and len(self._seated()) > 1)
        self.leave.setEnabled(seated)

    def name_seat(self, seat: str, name: str, institution: str, letter: str) -> None:
        """Say who came to sit on a spare seat."""

        def job(master: Master, progress: Progress) -> None:
            deciding.name_juror(master, seat, name, institution, letter)

        self.office.act(translate("JurorsTab", "Mencatat"), job, self.notice)

    def replace_juror(self, old: str, new: str, reason: str) -> None:
        """Let another seat take over what a juror owes."""

        def job(master: Master, progress: Progress) -> None:
            deciding.replace_juror(master, old, new, reason)

        self.office.act(translate("JurorsTab", "Mencatat"), job, self.notice)

    def let_go(self, juror: str, since: str, reason: str) -> None:
        """Record since when a juror is away."""

        def job(master: Master, progress: Progress) -> None:
            deciding.juror_left(master, juror, since, reason)

        self.office.act(translate("JurorsTab", "Mencatat"), job, self.notice)

    def _on_replace(self) -> None:
        overview, seat = self.overview, self._seat()
        if overview is None or seat is None:
            return
        others = [(one, overview.juror_name(one)) for one in self._successors() if one != seat]
        dialog = ReplaceDialog(overview.juror_name(seat), others, self)
        if dialog.agreed():
            self.replace_juror(seat, dialog.successor(), dialog.reason())
        dialog.deleteLater()

    def _on_leave(self) -> None:
        overview, seat = self.overview, self._seat()
        if overview is None or seat is None:
            return
        dialog = LeaveDialog(overview.juror_name(seat), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.let_go(seat, dialog.since(), dialog.reason())
        dialog.deleteLater()

    def _seated(self) -> list[str]:
        """Jurors of an issued package who were not replaced."""
        overview = self.overview
        if overview is None or not overview.version:
            return []
        gone = overview.result.state.rulings.replaced
        return [one.id for one in overview.jurors if one.id not in gone]

    def _successors(self) -> list[str]:
        """Who may sit in for somebody: those seated, and spare seats nobody was named for yet."""
        free = [] if self.overview is None else [one.id for one in self.overview.draft.jurors if one.spare]
        return list(dict.fromkeys([*free, *self._seated()]))

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
