"""The frame of the tabs beside the board: a table with acts at the foot, or what there is to know without."""

from __future__ import annotations

from collections.abc import Sequence

from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPage
from kipp_desktop.gui.widgets.card import Button, TableCard
from kipp_desktop.gui.widgets.empty_state import EmptyState
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Column, Row

_MOST_ROWS = 8


class IntakeList(OrganiserPage):
    """Subclasses give columns, rows and acts; `primary` stands last at the foot."""

    def __init__(self, office: OrganiserOffice, columns: Sequence[Column], icon: str) -> None:
        super().__init__(office)
        self.table = RichTable(office.theme, "", columns, PEOPLE_ROW)
        self.empty = EmptyState(office.theme, icon)
        self.primary = Button("", "primary")
        self.card = TableCard(self.table)
        self.content.addWidget(self.card)
        self.content.addWidget(self.empty)
        self.table.chosen.connect(self._on_chosen)
        self.primary.clicked.connect(self.act)
        self.table.opened.connect(self._on_opened)

    def act(self) -> None:
        """What the primary button does."""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, or the empty state."""
        self.table.set_rows(rows)
        header = self.table.horizontalHeader().sizeHint().height()
        shown = min(len(rows), _MOST_ROWS) * self.office.theme.px(PEOPLE_ROW)
        self.table.setFixedHeight(header + shown + 2 * self.table.frameWidth() + 4)
        self.card.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def put_acts(self, *others: Button) -> None:
        """Put the acts at the foot, the primary one last."""
        self.content.addStretch(1)
        for button in others:
            self.footer.addWidget(button)
        self.footer.addStretch(1)
        self.footer.addWidget(self.primary)
        self.use_footer()

    def _on_chosen(self, key: object) -> None:
        self.look()

    def _on_opened(self, key: object) -> None:
        if self.primary.isEnabled():
            self.act()
