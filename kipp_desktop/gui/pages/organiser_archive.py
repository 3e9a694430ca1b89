"""Step 6, Cetak & arsip: paper first, then files for the archive, then checking a result."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.organiser_files import FilesTab
from kipp_desktop.gui.pages.organiser_log import LogTab
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPage, flat_tabs
from kipp_desktop.gui.pages.organiser_print import PrintTab
from kipp_desktop.gui.pages.verify import VerifyPanel


class ArchivePage(OrganiserPage):
    """Four tabs: printing, files, checking, the log."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, scrolls=False)
        self.printing = PrintTab(office, self.notice)
        self.files = FilesTab(office, self.notice)
        self.verify = VerifyPanel(office.theme, office.languages, office.tasks, self.notice)
        self.tabs = flat_tabs()
        self.log = LogTab(office, self.notice)
        for tab in (self.printing, self.files, self.verify, self.log):
            self.tabs.addTab(tab, "")
        self.content.addWidget(self.tabs, 1)
        self.start()

    def reading(self) -> Sequence[QWidget]:
        """Checking a result touches no master."""
        return (self.verify,)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("ArchivePage", "Cetak & arsip"))
        self.lead.setText(
            translate(
                "ArchivePage", "Lembar untuk ditandatangani, berkas untuk arsip, dan pemeriksaan mandiri."
            )
        )
        self.tabs.setTabText(0, translate("ArchivePage", "Cetak"))
        self.tabs.setTabText(1, translate("ArchivePage", "Berkas arsip"))
        self.tabs.setTabText(2, translate("ArchivePage", "Periksa hasil"))
        self.tabs.setTabText(3, translate("ArchivePage", "Catatan peristiwa"))
        self.tabs.setAccessibleName(translate("ArchivePage", "Cetak, arsip, periksa"))
