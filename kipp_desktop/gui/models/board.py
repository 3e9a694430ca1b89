"""The juror × participant board: from derived sheets to marks, counts and the line about who is late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kipp_desktop.domain.checks import BoardState
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.lazy_rows import LazyRows
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.gui.widgets.state_mark import State, state_words
from kipp_desktop.gui.widgets.text import Tone
from kipp_desktop.services.results import Board, BoardCell

_STATES: dict[BoardState, State] = {
    "none": State.EMPTY,
    "partial": State.PARTIAL,
    "locked": State.LOCKED,
    "conflict": State.CONFLICT,
    "abstained": State.ABSTAINED,
    "absent": State.ABSENT,
    "recused": State.RECUSED,
}
_NOTHING = Cell()
_NOT_OWED: tuple[BoardState, ...] = ("abstained", "absent", "recused")
LEGEND = (State.LOCKED, State.COMPLETE, State.PARTIAL, State.EMPTY, State.ABSTAINED, State.CONFLICT)


@dataclass(frozen=True, slots=True)
class JurorStanding:
    """How far one juror is: sheets done of those owed, and the entries still open."""

    juror: str
    name: str
    background: str
    done: int
    owed: int
    open_entries: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.done == self.owed


def cell_state(cell: BoardCell) -> State:
    """The mark of a cell; a sheet with every value that isn't locked yet has one of its own."""
    if cell.state == "partial" and cell.scored == cell.of:
        return State.COMPLETE
    return _STATES[cell.state]


def standings(board: Board) -> list[JurorStanding]:
    """Every juror of the board, in its order."""
    owed: dict[str, list[BoardCell]] = {juror: [] for juror in board.jurors}
    for cell in board.cells:
        if cell.state not in _NOT_OWED:
            owed[cell.juror].append(cell)
    found: list[JurorStanding] = []
    for juror, cells in owed.items():
        open_ = tuple(cell.entry for cell in cells if cell.state != "locked")
        seat = board.competition.juror_by_id[juror]
        words = background_words(seat.background)
        found.append(
            JurorStanding(juror, seat.name or juror, words, len(cells) - len(open_), len(cells), open_)
        )
    return found


def name_rows(found: list[JurorStanding], typed_by: Mapping[str, str]) -> list[Row]:
    """The frozen column at the left; `typed_by` names the assistants of jurors."""
    rows: list[Row] = []
    for one in found:
        assistant = typed_by.get(one.juror)
        said = one.background
        if assistant:
            said = translate("Board", "diketik oleh {name}").format(name=assistant)
        rows.append(Row(one.juror, (Cell(one.name, said, tip=f"{one.name}, {said}"),)))
    return rows


def mark_rows(board: Board) -> LazyRows:
    """One mark per juror and entry; the tip says who, which entry, which state."""
    of_juror: dict[str, dict[str, BoardCell]] = {juror: {} for juror in board.jurors}
    for cell in board.cells:
        of_juror[cell.juror][cell.entry] = cell
    entries = board.competition.entry_by_id

    def make(at: int) -> Row:
        juror = board.jurors[at]
        name = board.competition.juror_by_id[juror].name or juror
        cells = [_NOTHING] * len(board.entries)
        for place, entry in enumerate(board.entries):
            cell = of_juror[juror].get(entry)
            if cell is not None:
                tip = f"{name} · {entry} {entries[entry].title}: {_said(cell)}"
                star, said = ("*", from_paper()) if cell.paper else ("", "")
                cells[place] = Cell(star, state=cell_state(cell), tip=tip, said=said)
        return Row(juror, tuple(cells))

    return LazyRows(board.jurors, make)


def done_rows(found: list[JurorStanding]) -> list[Row]:
    """The frozen column at the right: "10/10", in the warning tone while something is open."""
    tones: dict[bool, Tone] = {True: "ink", False: "warn"}
    return [
        Row(one.juror, (Cell(f"{one.done}/{one.owed}", role="strong", tone=tones[one.complete]),))
        for one in found
    ]


def late_line(found: list[JurorStanding]) -> str:
    """Who is late, in one line; empty when nobody is."""
    begun = [one for one in found if not one.complete and one.done]
    parts = [
        translate("Board", "{name} belum lengkap: {entries}").format(
            name=one.name, entries=", ".join(one.open_entries)
        )
        for one in begun
    ]
    silent = [one for one in found if one.owed and not one.done]
    if len(silent) == 1:
        parts.append(translate("Board", "{name} belum ada nilai terkunci").format(name=silent[0].name))
    elif silent:
        parts.append(translate("Board", "{n} juri belum ada nilai terkunci").format(n=len(silent)))
    return "  ·  ".join(parts)


def reminder(board: Board, found: list[JurorStanding]) -> str:
    """A message for the group of jurors, one paragraph for each who is late. Always Indonesian."""
    title = board.competition.title
    stage = board.competition.stage_by_id[board.stage].name.id
    return "\n\n".join(
        f"Yth. {one.name}, nilai {stage} {title} yang kami terima belum lengkap untuk peserta "
        f"{', '.join(one.open_entries)}. Mohon dilengkapi, dikunci, lalu diekspor dan dikirim lagi "
        "sebagai dokumen. Terima kasih."
        for one in found
        if not one.complete
    )


def background_words(background: str) -> str:
    """Where a juror comes from, as people say it."""
    words = {
        "kementerian": translate("Board", "kementerian"),
        "akademisi": translate("Board", "akademisi"),
        "praktisi": translate("Board", "praktisi"),
        "pemda": translate("Board", "pemerintah daerah"),
        "media": translate("Board", "media"),
        "lain": translate("Board", "unsur lain"),
    }
    return words.get(background, background)


def _said(cell: BoardCell) -> str:
    words = state_words(cell_state(cell))
    if cell.state == "partial":
        words = f"{words} {cell.scored}/{cell.of}"
    return f"{words} · {from_paper()}" if cell.paper else words


def from_paper() -> str:
    """What a star means, read aloud."""
    return translate("Board", "dari lembar kertas")
