"""The jurors' laptops: which count, which wait for their code to be compared, which were revoked."""

from __future__ import annotations

from kipp_desktop.gui.dialogs.organiser_laptops import RevokeDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.intake import laptop_rows
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.pages.organiser_acts import OrganiserActs
from kipp_desktop.gui.pages.organiser_intake_list import IntakeList
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.services import laptops
from kipp_desktop.services.laptops import Laptop
from kipp_desktop.services.masters import Master


class LaptopsPage(IntakeList):
    """One row a laptop."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, self._columns(), "laptop")
        self.acts = OrganiserActs(self)
        self.revoke = Button("")
        self.revoke.clicked.connect(self._on_revoke)
        self.put_acts(self.revoke)
        self.start()

    def laptop(self) -> Laptop | None:
        """The one that is chosen."""
        key = self.table.current_key()
        found = self.overview.intake.laptops if self.overview is not None else ()
        return next((one for one in found if (one.juror, one.key) == key), None)

    def show_overview(self, overview: Overview) -> None:
        """Draw the table."""
        self.show_rows(laptop_rows(overview))

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("LaptopsPage", "Laptop juri"))
        self.lead.setText(
            translate(
                "LaptopsPage",
                "Laptop pertama seorang juri langsung dihitung. Bila ada laptop kedua, tidak satu pun "
                "dihitung sampai kodenya dicocokkan lewat suara, berkas mana pun yang datang lebih dulu.",
            )
        )
        self.table.setAccessibleName(translate("LaptopsPage", "Laptop juri"))
        self.table.rows.set_columns(self._columns())
        self.empty.set_words(
            translate("LaptopsPage", "Belum ada laptop"),
            translate("LaptopsPage", "Laptop muncul di sini setelah berkas nilainya digabung."),
        )
        self.revoke.setText(translate("LaptopsPage", "Cab&ut laptop …"))
        self.primary.setText(translate("LaptopsPage", "&Cocokkan kode …"))

    def look(self) -> None:
        """Only what can be done with the chosen laptop."""
        chosen, busy = self.laptop(), self.office.busy
        state = None if chosen is None else chosen.state
        self.primary.setEnabled(state in ("waiting", "only", "late") and not busy)
        self.revoke.setEnabled(chosen is not None and not busy)

    def act(self) -> None:
        """Compare the code."""
        chosen = self.laptop()
        if chosen is not None:
            self.acts.confirm_device(chosen)

    def _on_revoke(self) -> None:
        chosen, overview = self.laptop(), self.overview
        if chosen is None or overview is None:
            return
        dialog = RevokeDialog(self.office.theme, overview.juror_name(chosen.juror), chosen, self)
        if dialog.agreed():
            keep, reason = dialog.keep(), dialog.reason()

            def job(master: Master, progress: Progress) -> None:
                laptops.revoke_device(master, chosen.juror, chosen.key, keep, reason)

            self.office.act(translate("LaptopsPage", "Mencabut laptop"), job, self.notice)
        dialog.deleteLater()

    def _columns(self) -> list[Column]:
        return [
            Column(translate("LaptopsPage", "Juri")),
            Column(translate("LaptopsPage", "Kode laptop"), 136),
            Column(translate("LaptopsPage", "Keadaan"), 230),
        ]
