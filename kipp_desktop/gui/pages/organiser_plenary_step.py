"""Step 5, Pleno: decisions and FINAL first, then the register of objections."""

from __future__ import annotations

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.pages.organiser_objections import ObjectionsPage
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_plenary import PlenaryPage
from kipp_desktop.gui.pages.organiser_tabs import TabbedStep


class PlenaryStep(TabbedStep):
    """Two pages; the second says how many objections wait for an answer."""

    def __init__(self, office: OrganiserOffice) -> None:
        self.plenary = PlenaryPage(office)
        self.objections = ObjectionsPage(office)
        super().__init__(office, self.plenary, self.objections)
        self.start()

    def show_overview(self, overview: Overview) -> None:
        """Count what waits."""
        name, count = translate("PlenaryStep", "Ke&beratan"), overview.register.open
        self.tabs.setTabText(1, f"{name} ({count})" if count else name)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.tabs.setTabText(0, translate("PlenaryStep", "Keputusan &dan final"))
        self.tabs.setTabText(1, translate("PlenaryStep", "Ke&beratan"))
        self.tabs.setAccessibleName(translate("PlenaryStep", "Bagian pleno"))
