"""Replacing an entry that leaves after the cut: the line is read, people choose, all is recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kipp_desktop.domain.succession import Line, place_of
from kipp_desktop.gui.dialogs.organiser_replace import SuccessorDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.services import succession
from kipp_desktop.services.masters import Master
from kipp_desktop.services.succession import Leaving, Replaced


class Replacing(QWidget):
    """Asks in front of a page and says what was done. Never shown itself."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._notice = notice
        self._said = ("", "")
        self.hide()

    def begin(self, entry: str) -> None:
        """Read who may take the place of an entry, and ask."""

        def job(master: Master, progress: Progress) -> Line:
            return succession.line_for(master, entry)

        what = translate("Replacing", "Membaca urutan berikutnya")
        self._office.act(what, job, self._notice, self._on_line, writes=False)

    def replace(self, leaving: Leaving, coming: str) -> None:
        """Record it."""
        self._said = (leaving.entry, coming)

        def job(master: Master, progress: Progress) -> Replaced:
            return succession.replace_entry(master, leaving, coming)

        what = translate("Replacing", "Mencatat penggantian")
        self._office.act(what, job, self._notice, self._on_replaced)

    def _on_line(self, line: Line) -> None:
        overview = self._office.overview
        if overview is None:
            return
        competition = overview.competition
        tied = (row.entry for one in line.candidates for row in one.tied)
        shown = dict.fromkeys((line.leaving, *(one.entry for one in line.candidates), *tied))
        entries = [overview.entry(entry) for entry in shown]
        dialog = SuccessorDialog(
            self._office.theme,
            line,
            entries,
            competition.stage_by_id[line.stage].name.in_language(self._office.languages.current),
            competition.rule.published_decimals,
            line.leaving in overview.result.state.rulings.out,
            0,
            self.window(),
        )
        if dialog.agreed():
            coming = dialog.coming()
            if coming is not None:
                self.replace(dialog.leaving(), coming.entry)
        dialog.deleteLater()

    def _on_replaced(self, done: Replaced) -> None:
        overview = self._office.overview
        leaving, coming = self._said
        words = translate(
            "Replacing",
            "Peserta {coming} menggantikan peserta {leaving}. Juri perlu menilainya: terbitkan paket "
            "versi {n} di langkah Bagikan.",
        )
        version = 1 if overview is None else overview.version + 1
        said = words.format(coming=coming, leaving=leaving, n=version)
        if overview is not None and done.same_house:
            house = translate(
                "Replacing",
                " Dari instansi yang sama: {jurors}. Bila tidak boleh menilainya, catat dulu di tab "
                "Penugasan.",
            )
            said += house.format(jurors=", ".join(map(overview.juror_name, done.same_house)))
        self._notice.show_words(said, "warn" if done.same_house else "ok")


def can_be_replaced(overview: Overview, entry: str) -> bool:
    """Whether an entry holds a place beyond a cut that somebody else may take."""
    state = overview.result.state
    stage = place_of(state.competition, state.rulings, entry)
    return stage is not None and state.competition.stage_by_id[stage].advance.kind in ("curated", "top")
