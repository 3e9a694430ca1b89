"""Each gap of the plenary with the act that settles it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kipp_desktop.domain.checks import Gap
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.pages.organiser_acts import OrganiserActs
from kipp_desktop.gui.pages.organiser_late import let_in
from kipp_desktop.gui.pages.organiser_page import OrganiserPage
from kipp_desktop.gui.pages.organiser_stage_work import StageWork


class Settling(QObject):
    """Knows which act fits a gap, and begins it in front of a page."""

    def __init__(self, page: OrganiserPage, acts: OrganiserActs, work: StageWork) -> None:
        super().__init__(page)
        self._page, self._acts, self._work = page, acts, work

    def words(self, gap: Gap | None, overview: Overview | None) -> str:
        """What the act is called; empty where nothing here settles the gap."""
        if gap is None or overview is None:
            return ""
        if gap.kind == "waiting" and _is_unnamed(overview, gap.juror):
            return translate("PlenaryPage", "Isi &kursi …")
        words = {
            "tie": translate("PlenaryPage", "&Putuskan urutan …"),
            "conflict": translate("PlenaryPage", "&Pilih nilai …"),
            "waiting": translate("PlenaryPage", "&Cocokkan kode …"),
            "late": translate("PlenaryPage", "&Ikutkan berkas …"),
            "missing": translate("PlenaryPage", "Catat tidak &menilai …"),
            "plenary_void": translate("PlenaryPage", "&Putuskan lagi …"),
            "advance_outdated": translate("PlenaryPage", "Lanjutkan &sekali lagi"),
        }
        return words.get(gap.kind, "")

    def settle(self, gap: Gap, overview: Overview) -> None:
        """Begin the act that fits; does nothing where none does."""
        acts = {
            "tie": self._tie,
            "conflict": self._conflict,
            "waiting": self._waiting,
            "late": self._late,
            "missing": self._missing,
            "plenary_void": self._plenary_void,
            "advance_outdated": self._advance_outdated,
        }
        act = acts.get(gap.kind)
        if act is not None:
            act(gap, overview)

    def _tie(self, gap: Gap, overview: Overview) -> None:
        self._acts.decide_tie(gap.stage, gap.detail, tuple((gap.entry or "").split(", ")))

    def _conflict(self, gap: Gap, overview: Overview) -> None:
        self._acts.decide_conflict((gap.juror or "", gap.stage, gap.entry or ""))

    def _waiting(self, gap: Gap, overview: Overview) -> None:
        if _is_unnamed(overview, gap.juror):
            self._acts.name_seat(gap.juror or "")
            return
        laptop = next((one for one in overview.intake.laptops if gap.detail in one.digests), None)
        if laptop is not None:
            self._acts.confirm_device(laptop)

    def _late(self, gap: Gap, overview: Overview) -> None:
        late = overview.intake.late
        here = (gap.stage, gap.detail)
        let_in(self._page, [one for one in late if (one.stage, one.received.digest) == here])

    def _missing(self, gap: Gap, overview: Overview) -> None:
        self._acts.recuse(gap)

    def _plenary_void(self, gap: Gap, overview: Overview) -> None:
        self._acts.decide_award(overview.result.ranking(gap.stage, gap.detail))

    def _advance_outdated(self, gap: Gap, overview: Overview) -> None:
        self._work.advance(gap.stage)


def _is_unnamed(overview: Overview, juror: str | None) -> bool:
    """Whether a seat is a spare one that nobody was named for yet."""
    seat = overview.draft.juror_by_id.get(juror or "")
    return seat is not None and seat.spare and not seat.name
