"""Step 3, Terima: files and board first, then laptops, differences, late files and paper, each on a tab."""

from __future__ import annotations

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.pages.organiser_contests import ContestsPage
from kipp_desktop.gui.pages.organiser_laptops import LaptopsPage
from kipp_desktop.gui.pages.organiser_late import LatePage
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_papers import PapersPage
from kipp_desktop.gui.pages.organiser_receive import ReceivePage
from kipp_desktop.gui.pages.organiser_tabs import TabbedStep


class IntakePage(TabbedStep):
    """Five pages under tabs that say how many things wait there."""

    def __init__(self, office: OrganiserOffice) -> None:
        self.receive = ReceivePage(office)
        self.laptops = LaptopsPage(office)
        self.contests = ContestsPage(office)
        self.late = LatePage(office)
        self.papers = PapersPage(office)
        super().__init__(office, self.receive, self.laptops, self.contests, self.late, self.papers)
        self.start()

    def show_overview(self, overview: Overview) -> None:
        """Count on the tabs what waits for people."""
        seen = overview.intake
        waiting = sum(one.state == "waiting" for one in seen.laptops)
        differing = sum(one.open for one in seen.contests)
        typing = sum(one.state != "entered" for one in seen.papers)
        names = (
            (translate("IntakePage", "&Laptop"), waiting),
            (translate("IntakePage", "&Beda"), differing),
            (translate("IntakePage", "Terla&mbat"), len(seen.late)),
            (translate("IntakePage", "K&ertas"), typing),
        )
        for at, (name, count) in enumerate(names, 1):
            self.tabs.setTabText(at, f"{name} ({count})" if count else name)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.tabs.setTabText(0, translate("IntakePage", "Berkas &dan papan"))
        self.tabs.setAccessibleName(translate("IntakePage", "Bagian penerimaan"))
