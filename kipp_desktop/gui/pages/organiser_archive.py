"""Step 6, Cetak & arsip: paper first, then files for the archive, then checking a result."""

from __future__ import annotations

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.organiser_files import FilesTab
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPage, flat_tabs
from kipp_desktop.gui.pages.organiser_print import PrintTab
from kipp_desktop.gui.pages.organiser_verify import VerifyTab


class ArchivePage(OrganiserPage):
    """Three tabs: printing, files, checking."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, scrolls=False)
        self.printing = PrintTab(office, self.notice)
        self.files = FilesTab(office, self.notice)
        self.verify = VerifyTab(office, self.notice)
        self.tabs = flat_tabs()
        for tab in (self.printing, self.files, self.verify):
            self.tabs.addTab(tab, "")
        self.content.addWidget(self.tabs, 1)
        self.start()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("ArchivePage", "Cetak & arsip"))
        self.lead.setText(
            translate(
                "ArchivePage", "Lembar untuk ditandatangani, berkas untuk arsip, dan pemeriksaan mandiri."
            )
        )
        self.tabs.setTabText(0, translate("ArchivePage", "Lembar peringkat"))
        self.tabs.setTabText(1, translate("ArchivePage", "Berkas arsip"))
        self.tabs.setTabText(2, translate("ArchivePage", "Periksa hasil"))
        self.tabs.setAccessibleName(translate("ArchivePage", "Cetak, arsip, periksa"))
