"""The juror's participants as rows of a table, and which of them a search or a filter leaves."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt

from kipp_desktop.domain.competition import Entry
from kipp_desktop.gui.languages import number, translate
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import State, state_words
from kipp_desktop.services.scoring import OwnSheet

Wanted = Literal["all", "todo", "done"]

_STATES: dict[str, State] = {
    "none": State.EMPTY,
    "partial": State.PARTIAL,
    "complete": State.COMPLETE,
    "locked": State.LOCKED,
    "abstained": State.ABSTAINED,
    "absent": State.ABSENT,
    "rescore": State.RESCORE,
}
_DONE = ("complete", "locked", "abstained", "absent")


def state_of(own: OwnSheet) -> State:
    """The mark of a sheet."""
    return _STATES[own.look]


def is_done(own: OwnSheet) -> bool:
    """Whether nothing is left to score on a sheet."""
    return own.look in _DONE


def is_wanted(own: OwnSheet, entry: Entry, text: str, wanted: Wanted) -> bool:
    """Whether a search for words in number, title or institution, and a filter, leave a sheet in the list."""
    if wanted != "all" and is_done(own) != (wanted == "done"):
        return False
    said = f"{entry.id} {entry.title} {entry.institution} {entry.category}".casefold()
    return all(word in said for word in text.casefold().split())


def participant_columns() -> list[Column]:
    """Who, and how far."""
    return [
        Column(translate("Participants", "Peserta")),
        Column(translate("Participants", "Nilai"), 86, Qt.AlignmentFlag.AlignRight),
    ]


def participant_row(own: OwnSheet, entry: Entry, tied: bool) -> Row:
    """A participant with state, total or progress, and whether another has the same total."""
    who = Cell(entry.title, entry.institution, entry.id, state_of(own), tip=_tip(own, entry))
    return Row(own.entry, (who, _progress(own, tied)))


def stacked_row(own: OwnSheet, entry: Entry, tied: bool) -> Row:
    """The same in one cell, for a list so narrow that the title needs all of it."""
    progress = _progress(own, tied)
    short = progress.text or progress.second
    equal = f"▪ {short}" if tied else short
    said = ", ".join((entry.title, entry.institution, progress.words()))
    who = Cell(entry.title, equal, entry.id, state_of(own), tip=_tip(own, entry), said=said)
    return Row(own.entry, (who, Cell()))


def _tip(own: OwnSheet, entry: Entry) -> str:
    lines = [f"{entry.id}  {entry.title}", entry.institution, state_words(state_of(own)), own.reason or ""]
    return "\n".join(line for line in lines if line)


def _progress(own: OwnSheet, tied: bool) -> Cell:
    """Total or progress, and below it the state in a word."""
    state = state_words(state_of(own))
    if own.look in ("abstained", "absent"):
        return Cell(state, tone="soft", role="small", tip=own.reason or "")
    if own.look == "rescore":
        return Cell(state, tone="warn", role="small")
    if own.total is not None:
        flag = translate("Participants", "nilai sama") if tied else ""
        return Cell(number(own.total), state, role="strong", flag=flag, sort=own.total)
    if not own.scored:
        return Cell(state, tone="soft", role="small")
    spoken = translate("Participants", "{scored} dari {all} kriteria").format(
        scored=own.scored, all=len(own.values)
    )
    return Cell(
        f"{own.scored} / {len(own.values)}", state, role="second", tip=spoken, said=f"{spoken}, {state}"
    )
