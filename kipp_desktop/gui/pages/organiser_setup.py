"""Step 1, Siapkan: identity and rule, participants, jurors, stages, each on a tab."""

from __future__ import annotations

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.pages.organiser_entries import EntriesTab
from kipp_desktop.gui.pages.organiser_identity import IdentityTab
from kipp_desktop.gui.pages.organiser_jurors import JurorsTab
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPage, flat_tabs
from kipp_desktop.gui.pages.organiser_stages import StagesTab


class SetupPage(OrganiserPage):
    """Four tabs; each does one thing."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, scrolls=False)
        self.identity = IdentityTab(office, self.notice)
        self.entries = EntriesTab(office, self.notice)
        self.jurors = JurorsTab(office, self.notice)
        self.stages = StagesTab(office, self.notice)
        self.tabs = flat_tabs()
        for tab in (self.identity, self.entries, self.jurors, self.stages):
            self.tabs.addTab(tab, "")
        self.content.addWidget(self.tabs, 1)
        self.start()

    def show_overview(self, overview: Overview) -> None:
        """Say on the tabs how many there are."""
        named = translate("SetupPage", "Peserta ({n})").format(n=len(overview.draft.entries))
        self.tabs.setTabText(1, named)
        self.tabs.setTabText(2, translate("SetupPage", "Juri ({n})").format(n=len(overview.jurors)))
        self.tabs.setTabText(3, translate("SetupPage", "Tahap ({n})").format(n=len(overview.draft.stages)))

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("SetupPage", "Siapkan kompetisi"))
        self.lead.setText(
            translate(
                "SetupPage",
                "Isi sebelum membagikan paket. Perubahan sesudahnya ikut pada versi paket berikutnya.",
            )
        )
        self.tabs.setTabText(0, translate("SetupPage", "Identitas dan aturan"))
        self.tabs.setAccessibleName(translate("SetupPage", "Bagian persiapan"))
