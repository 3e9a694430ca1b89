"""Files that came after intake was closed and say something new: let in by name, with a reason."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QAbstractItemView

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.intake import late_rows, late_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.pages.organiser_intake_list import IntakeList
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPage
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.services import deciding
from kipp_desktop.services.lateness import LateFile
from kipp_desktop.services.masters import Master

_MOST_TOLD = 6  # files that the question names one by one


class LatePage(IntakeList):
    """One row a file and stage; several may be chosen."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, self._columns(), "clock")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.put_acts()
        self.start()

    def chosen(self) -> list[LateFile]:
        """The files that are chosen, of the stage of the first one."""
        late = () if self.overview is None else self.overview.intake.late
        found: dict[Hashable, LateFile] = {(one.stage, one.received.digest): one for one in late}
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        picked = [found[key] for row in rows if (key := self.table.rows.key_at(row)) in found]
        return [one for one in picked if one.stage == picked[0].stage]

    def show_overview(self, overview: Overview) -> None:
        """Draw the table."""
        self.show_rows(late_rows(overview, self.office.languages.current))

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("LatePage", "Berkas terlambat"))
        self.lead.setText(
            translate(
                "LatePage",
                "Datang setelah penerimaan ditutup dan membawa isi baru: disimpan, belum dihitung. "
                "Penerimaan dibuka kembali untuk berkas yang disebut saja, dengan alasan yang dicetak.",
            )
        )
        self.table.setAccessibleName(translate("LatePage", "Berkas terlambat"))
        self.table.rows.set_columns(self._columns())
        self.empty.set_words(
            translate("LatePage", "Tidak ada yang terlambat"),
            translate("LatePage", "Semua yang datang setelah penerimaan ditutup tidak membawa isi baru."),
        )
        self.look()

    def look(self) -> None:
        """Say how many would be let in."""
        count = len(self.chosen())
        self.primary.setText(translate("LatePage", "&Ikutkan {n} berkas …").format(n=count))
        self.primary.setEnabled(count > 0 and not self.office.busy)

    def act(self) -> None:
        """Reopen intake for the chosen files."""
        let_in(self, self.chosen())

    def _on_selection(self) -> None:
        self.look()

    def _columns(self) -> list[Column]:
        return [
            Column(translate("LatePage", "Juri dan tahap"), 250),
            Column(translate("LatePage", "Berkas"), 220),
            Column(translate("LatePage", "Yang akan berubah")),
        ]


def let_in(page: OrganiserPage, late: Sequence[LateFile]) -> None:
    """Let late files of one stage count after all: each is named, with what it changes."""
    overview = page.office.overview
    if overview is None or not late:
        return
    told = [
        f"{overview.juror_name(one.received.juror)}, {one.received.file}: {late_words(overview, one)}"
        for one in late[:_MOST_TOLD]
    ]
    more = len(late) - len(told)
    if more:
        told.append(translate("LatePage", "dan {n} berkas lagi yang dipilih").format(n=more))
    reason = ask_reason(
        page,
        translate("LatePage", "Ikutkan berkas yang terlambat"),
        translate("LatePage", "{files}. Hanya ini yang ikut dihitung; alasannya dicetak.").format(
            files=";\n".join(told)
        ),
        translate("LatePage", "Ikutkan"),
        [
            translate("LatePage", "Berkas tertahan di pengiriman"),
            translate("LatePage", "Flashdisk tertukar"),
        ],
    )
    if reason is None:
        return
    digests, stage = [one.received.digest for one in late], late[0].stage

    def job(master: Master, progress: Progress) -> None:
        deciding.reopen_intake(master, digests, reason, stage)

    page.office.act(translate("LatePage", "Mengikutkan berkas"), job, page.notice)
