"""A step whose pages stand under tabs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPage, OrganiserPanel, flat_tabs


class TabbedStep(OrganiserPanel):
    """Subclasses write the tabs' names and call `start`."""

    step_wanted = Signal(int)  # index from 0

    def __init__(self, office: OrganiserOffice, *pages: OrganiserPage) -> None:
        super().__init__(office)
        self.pages = pages
        self.tabs = flat_tabs()
        for page in pages:
            self.tabs.addTab(page, "")
            page.step_wanted.connect(self.step_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.tabs)

    @property
    def notice(self) -> NoticeBar:
        """Where the page in front says things."""
        return self.pages[self.tabs.currentIndex()].notice

    def opened(self) -> None:
        """The page in front was brought to the front."""
        self.pages[self.tabs.currentIndex()].opened()

    def left(self) -> None:
        """Another step was brought to the front."""
        self.pages[self.tabs.currentIndex()].left()
