"""The juror's participants as rows of a table."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kipp_desktop.domain.competition import Entry
from kipp_desktop.gui.languages import number, translate
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.services.scoring import OwnSheet

_STATES: dict[str, State] = {
    "none": State.EMPTY,
    "partial": State.PARTIAL,
    "complete": State.COMPLETE,
    "locked": State.LOCKED,
    "abstained": State.ABSTAINED,
    "absent": State.ABSENT,
    "rescore": State.CONFLICT,
}


def state_of(own: OwnSheet) -> State:
    """The mark of a sheet."""
    return _STATES[own.look]


def participant_columns() -> list[Column]:
    """Who, and how far."""
    return [
        Column(translate("Participants", "Peserta")),
        Column(translate("Participants", "Nilai"), 76, Qt.AlignmentFlag.AlignRight),
    ]


def participant_row(own: OwnSheet, entry: Entry, tied: bool) -> Row:
    """A participant with state, total or progress, and whether another has the same total."""
    who = Cell(
        entry.title,
        entry.institution,
        entry.id,
        state_of(own),
        tip=f"{entry.id}  {entry.title}\n{entry.institution}",
    )
    return Row(own.entry, (who, _progress(own, tied)))


def _progress(own: OwnSheet, tied: bool) -> Cell:
    if own.state == "abstained":
        return Cell(translate("Participants", "abstain"), tone="soft", role="small", tip=own.reason or "")
    if own.state == "absent":
        return Cell(translate("Participants", "tidak hadir"), tone="soft", role="small", tip=own.reason or "")
    if own.outdated:
        return Cell(translate("Participants", "nilai ulang"), tone="warn", role="small")
    if own.total is not None:
        flag = translate("Participants", "nilai sama") if tied else ""
        return Cell(number(own.total), role="strong", flag=flag, sort=own.total)
    if not own.scored:
        return Cell()
    text = f"{own.scored} / {len(own.values)}"
    spoken = translate("Participants", "{scored} dari {all} kriteria").format(
        scored=own.scored, all=len(own.values)
    )
    return Cell(text, tone="soft", role="small", tip=spoken)
