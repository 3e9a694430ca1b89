"""Who may come into the place of an entry that left after the cut: next in line by the rule, or by choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kipp_desktop.domain.advancing import cut, cut_groups, tied_list
from kipp_desktop.domain.competition import Competition, Stage
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.ranking import Row, rank_stage
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import participants

_Tie = tuple[str, tuple[Row, ...]]  # the list, and who shares the place at the cut in it
_ALONE: _Tie = ("", ())


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that did not go on, as its stage ranked it (place and score None where it is not ranked).

    `eligible`: the free place may be given to it. `tied`: the rows of everybody who shares the place at the
    cut, where people have to decide the order first, and `group` the list they share it in.
    """

    entry: str
    place: int | None
    score: Fraction | None
    eligible: bool
    group: str = ""
    tied: tuple[Row, ...] = ()

    def tie_order(self, staying: Sequence[str]) -> tuple[str, ...]:
        """The order of the tie in which this one goes on: whoever is in already, this one, all others.

        >>> tie = tuple(Row(10, entry, Fraction(81), 1, 1) for entry in ("08", "09", "12"))
        >>> Candidate("12", 10, Fraction(81), True, "overall", tie).tie_order(["08"])
        ('08', '12', '09')
        """
        inside, left = self._beside(staying)
        return (*inside, self.entry, *left) if self.tied else ()

    def leaves_open(self, staying: Sequence[str]) -> bool:
        """Whether who comes in leaves the order of others open, so that people have to say it too.

        >>> tie = tuple(Row(10, entry, Fraction(81), 1, 1) for entry in ("08", "09", "12"))
        >>> twelve = Candidate("12", 10, Fraction(81), True, "overall", tie)
        >>> twelve.leaves_open(["08"]), twelve.leaves_open([])
        (False, True)
        """
        return any(len(beside) > 1 for beside in self._beside(staying))

    def takes(self, order: Sequence[str], staying: Sequence[str]) -> bool:
        """Whether this order of the whole tie lets in whoever is in already and this one, and nobody else.

        >>> tie = tuple(Row(10, entry, Fraction(81), 1, 1) for entry in ("08", "09", "12"))
        >>> twelve = Candidate("12", 10, Fraction(81), True, "overall", tie)
        >>> twelve.takes(("12", "09", "08"), []), twelve.takes(("09", "12", "08"), [])
        (True, False)
        """
        inside, _ = self._beside(staying)
        everybody = sorted(row.entry for row in self.tied)
        return sorted(order) == everybody and {*order[: len(inside) + 1]} == {*inside, self.entry}

    def _beside(self, staying: Sequence[str]) -> tuple[list[str], list[str]]:
        """Those of the tie who are in already, and those who stay out."""
        others = [row.entry for row in self.tied if row.entry != self.entry]
        return [one for one in others if one in staying], [one for one in others if one not in staying]


@dataclass(frozen=True, slots=True)
class Line:
    """The line for an entry's place: the stage whose cut it passed, who stays, who may come, in order."""

    stage: str
    leaving: str
    staying: tuple[str, ...]
    candidates: tuple[Candidate, ...]

    def find(self, entry: str) -> Candidate | None:
        """A candidate by No. peserta."""
        return next((one for one in self.candidates if one.entry == entry), None)

    @property
    def next(self) -> tuple[str, ...]:
        """Those to whom the place may be given."""
        return tuple(one.entry for one in self.candidates if one.eligible)


def place_of(competition: Competition, rulings: Rulings, entry: str) -> str | None:
    """The last stage whose advance names the entry, or None: then it holds no place to be filled.

    Once the stage after it has been advanced too, its field is settled, and there is none either.
    """
    stages = [stage.id for stage in competition.stages]
    went_on = [stage for stage in stages if stage in rulings.advanced]
    last = went_on[-1] if went_on else None
    if last is None or entry not in rulings.advanced[last].data["entries"]:
        return None
    return last


def without(rulings: Rulings, leaving: str, staying: Sequence[str]) -> Rulings:
    """The rulings under which an advance of `staying` is judged: whoever left is out, they are not."""
    out = {entry: how for entry, how in rulings.out.items() if entry not in staying}
    return replace(rulings, out={**out, leaving: rulings.out.get(leaving, ("withdrawn", ""))})


def line(competition: Competition, table: ScoreTable, rulings: Rulings, stage_id: str, leaving: str) -> Line:
    """Who may follow an entry that passed the cut of a stage: all, where the cut is curated; next in line
    where it takes the first n; nobody under any other rule.
    """
    stage = competition.stage_by_id[stage_id]
    staying = tuple(entry for entry in rulings.advanced[stage_id].data["entries"] if entry != leaving)
    seen = without(rulings, leaving, staying)
    taken = {*staying, leaving, *rulings.out}
    waiting = [one for one in participants(competition, rulings, stage_id) if one not in taken]
    rows = _rows(competition, table, seen, stage)
    may = _may(competition, table, seen, stage, waiting)
    unranked = Row(None, "", None, 0, 0)
    found: list[Candidate] = []
    for entry in waiting:
        row = rows.get(entry, unranked)
        found.append(Candidate(entry, row.place, row.score, entry in may, *may.get(entry, _ALONE)))
    found.sort(key=lambda one: (not one.eligible, one.place is None, one.place or 0))
    return Line(stage_id, leaving, staying, tuple(found))


def _rows(competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage) -> Mapping[str, Row]:
    """Each entry's row in the first list of the stage that holds it."""
    if stage.form != "scored":
        return {}
    ranked = rank_stage(competition, table, rulings, stage.id)
    return {row.entry: row for one in reversed(ranked) for row in one.rows}


def _may(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage, waiting: Sequence[str]
) -> dict[str, _Tie]:
    """Who may come in, with the list and the tie that has to be decided for it, where one has to."""
    if stage.advance.kind == "curated":
        return dict.fromkeys(waiting, _ALONE)
    if stage.advance.kind != "top":
        return {}
    may: dict[str, _Tie] = {}
    for ranking in cut_groups(competition, table, rulings, stage):
        inside, crossing = cut(ranking, stage.advance.n or 0)
        may |= {entry: _ALONE for entry in inside if entry in waiting}
        if crossing:
            tie = tied_list(competition, table, rulings, stage, ranking, crossing)
            may |= {entry: tie for entry in crossing if entry in waiting}
    return may
