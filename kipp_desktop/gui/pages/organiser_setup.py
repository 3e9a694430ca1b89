"""Step 1, Siapkan: identity, participants, jurors, stages, rubrics, each on a tab of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.shape_book import ShapeBook
from kipp_desktop.gui.pages.organiser_assignments import AssignmentsTab
from kipp_desktop.gui.pages.organiser_entries import EntriesTab
from kipp_desktop.gui.pages.organiser_identity import IdentityTab
from kipp_desktop.gui.pages.organiser_jurors import JurorsTab
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPage, flat_tabs
from kipp_desktop.gui.pages.organiser_programme import ProgrammeTab
from kipp_desktop.gui.pages.organiser_rubrics import RubricsTab
from kipp_desktop.gui.pages.organiser_rule import RuleTab
from kipp_desktop.gui.pages.organiser_stage_forms import StageFormsTab
from kipp_desktop.gui.pages.organiser_stages import StagesTab


class SetupPage(OrganiserPage):
    """Tabs; each does one thing."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, scrolls=False)
        self.identity = IdentityTab(office, self.notice)
        self.entries = EntriesTab(office, self.notice)
        self.jurors = JurorsTab(office, self.notice)
        self.shape = ShapeBook(self)
        self.forms = StageFormsTab(office, self.shape, self.notice)
        self.rubrics = RubricsTab(office, self.shape, self.notice)
        self.rule = RuleTab(office, self.shape, self.notice)
        self.assignments = AssignmentsTab(office, self.notice)
        self.programme = ProgrammeTab(office, self.notice)
        self.stages = StagesTab(office, self.notice)
        self.tabs = flat_tabs()
        for tab in (
            *(self.identity, self.entries, self.jurors, self.forms, self.rubrics, self.rule),
            *(self.assignments, self.programme, self.stages),
        ):
            self.tabs.addTab(tab, "")
        self.content.addWidget(self.tabs, 1)
        self.start()

    def show_overview(self, overview: Overview) -> None:
        """Say on the tabs how many there are."""
        draft = overview.draft
        self._name(self.entries, translate("SetupPage", "Peserta ({n})").format(n=len(draft.entries)))
        self._name(self.jurors, translate("SetupPage", "Juri ({n})").format(n=len(overview.jurors)))
        self._name(self.forms, translate("SetupPage", "Tahap ({n})").format(n=len(draft.stages)))
        self._name(self.rubrics, translate("SetupPage", "Rubrik ({n})").format(n=len(draft.rubrics)))

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("SetupPage", "Siapkan kompetisi"))
        self.lead.setText(
            translate(
                "SetupPage",
                "Isi sebelum membagikan paket. Perubahan sesudahnya ikut pada versi paket berikutnya.",
            )
        )
        self._name(self.identity, translate("SetupPage", "Identitas"))
        self._name(self.rule, translate("SetupPage", "Aturan"))
        self._name(self.assignments, translate("SetupPage", "Penugasan"))
        self._name(self.programme, translate("SetupPage", "Urutan dan jadwal"))
        self._name(self.stages, translate("SetupPage", "Hasil tahap"))
        self.tabs.setAccessibleName(translate("SetupPage", "Bagian persiapan"))

    def _name(self, tab: QWidget, words: str) -> None:
        self.tabs.setTabText(self.tabs.indexOf(tab), words)
