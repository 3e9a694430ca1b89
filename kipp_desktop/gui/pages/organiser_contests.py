"""Sheets that differ: between two laptops, a clone, a restored backup, or between a laptop and paper."""

from __future__ import annotations

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.intake import contest_rows, ruling_lines, view_columns, view_rows
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.pages.organiser_acts import OrganiserActs
from kipp_desktop.gui.pages.organiser_intake_list import IntakeList
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import show_columns
from kipp_desktop.gui.widgets.card import Card
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.conflicts import Contest

_ROW = 44


class ContestsPage(IntakeList):
    """The sheets above, what each head says of the chosen one below, cell by cell."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, self._columns(), "check")
        self.acts = OrganiserActs(self)
        self.views = RichTable(office.theme, "", [Column("")], _ROW)
        self._views_title = Text("", "heading")
        self._views_card = Card()
        self._views_card.body.setContentsMargins(8, 4, 8, 8)
        self._views_card.body.addWidget(self.views)
        self._rulings = Text("", "second", "soft").wrapped()
        self._views_card.body.addWidget(self._rulings)
        self.content.addWidget(self._views_title)
        self.content.addWidget(self._views_card)
        self.put_acts()
        self.start()

    def contest(self) -> Contest | None:
        """The sheet that is chosen."""
        key = self.table.current_key()
        found = self.overview.intake.contests if self.overview is not None else ()
        return next((one for one in found if one.place == key), None)

    def show_overview(self, overview: Overview) -> None:
        """Draw both tables; the first sheet is chosen where none is."""
        rows = contest_rows(overview)
        self.show_rows(rows)
        if rows and self.contest() is None:
            self.table.choose(rows[0].key)
        self._show_views()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("ContestsPage", "Lembar yang berbeda"))
        self.lead.setText(
            translate(
                "ContestsPage",
                "Semua nilai disimpan, tidak ada yang dipilih sendiri. Juri dapat menggabungkan di laptopnya "
                "lalu mengekspor lagi, atau keputusan dicatat di sini dengan alasan dan yang hadir. "
                "Jam hanya keterangan.",
            )
        )
        self.table.setAccessibleName(translate("ContestsPage", "Lembar yang berbeda"))
        self.views.setAccessibleName(translate("ContestsPage", "Isi menurut tiap berkas"))
        self.table.rows.set_columns(self._columns())
        self.empty.set_words(
            translate("ContestsPage", "Tidak ada yang berbeda"),
            translate("ContestsPage", "Lembar muncul di sini bila dua laptop atau kertas tidak sama isinya."),
        )
        self._views_title.setText(translate("ContestsPage", "Isi menurut tiap berkas"))
        self.primary.setText(translate("ContestsPage", "&Putuskan …"))

    def look(self) -> None:
        """Anything with two heads can be decided, and decided anew."""
        chosen = self.contest()
        self.primary.setEnabled(chosen is not None and len(chosen.views) > 1 and not self.office.busy)

    def act(self) -> None:
        """Record a decision."""
        chosen = self.contest()
        if chosen is not None:
            self.acts.decide_conflict(chosen.place)

    def _show_views(self) -> None:
        chosen, overview = self.contest(), self.overview
        shown = chosen is not None and overview is not None
        self._views_title.setVisible(shown)
        self._views_card.setVisible(shown)
        if chosen is None or overview is None:
            return
        show_columns(self.views, view_columns(chosen))
        self.views.set_rows(view_rows(overview, chosen))
        self.views.setFixedHeight(self.views.full_height())
        lines = ruling_lines(overview, chosen)
        self._rulings.setText(lines)
        self._rulings.setVisible(bool(lines))

    def _on_chosen(self, key: object) -> None:
        self._show_views()
        self.look()

    def _columns(self) -> list[Column]:
        return [
            Column(translate("ContestsPage", "Juri dan peserta")),
            Column(translate("ContestsPage", "Yang berbeda"), 260),
            Column(translate("ContestsPage", "Keadaan"), 220),
        ]
