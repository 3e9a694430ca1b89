"""The smallest change of a single value that would change the places of two neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kipp_desktop.domain.competition import Competition, GroupKind, Stage
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.ranking import GroupRanking, Row, rank_stage
from kipp_desktop.domain.rubric import Scale
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import partial_jurors, sheet_counts, weighing_stages


@dataclass(frozen=True, slots=True)
class Swap:
    """A single cell that, changed from → to (hundredths), swaps an entry and its neighbour."""

    stage: str
    entry: str
    juror: str
    criterion: str
    from_: int
    to: int

    @property
    def size(self) -> int:
        """How large the change is, in hundredths."""
        return abs(self.to - self.from_)


@dataclass(frozen=True)
class _Pair:
    """Two neighbours and everything that ranks them."""

    competition: Competition
    table: ScoreTable
    rulings: Rulings
    ranking: GroupRanking
    row: Row
    other: Row

    @property
    def rises(self) -> bool:
        """Whether `row` would have to come out ahead (else behind); of a shared place, ahead."""
        return (self.row.place or 0) >= (self.other.place or 0)


def smallest_swap(
    competition: Competition, table: ScoreTable, rulings: Rulings, ranking: GroupRanking, row: Row, other: Row
) -> Swap | None:
    """The smallest change of one juror's value, on a sheet of either, that puts `row` strictly on the other
    side of `other`; None where no single value does. Of equal changes, one of `row`'s own sheets.

    Values that the organiser entered are not looked at.
    """
    pair = _Pair(*_narrowed(competition, table, rulings, ranking, row, other), rulings, ranking, row, other)
    best: Swap | None = None
    for sheet, position in _cells(pair):
        found = _first_that_swaps(pair, sheet, position, best.size if best else None)
        best = found or best
    return best


def _narrowed(
    competition: Competition, table: ScoreTable, rulings: Rulings, ranking: GroupRanking, row: Row, other: Row
) -> tuple[Competition, ScoreTable]:
    """The competition with just the two neighbours and the one list, where the others change nothing.

    Under rank sums and first places they do. Jurors who are left out stay so whatever is changed: no sheet
    becomes complete by another value.
    """
    rule = competition.rule
    kind: GroupKind = ranking.group.partition(":")[0]  # pyright: ignore[reportAssignmentType]
    if rule.panel_method.kind == "rank_sum" or "first_places" in rule.ties:
        return replace(competition, rule=replace(rule, groups=(kind,))), table
    both = (row.entry, other.entry)
    left = {one.id: partial_jurors(competition, table, rulings, one) for one in competition.stages}
    sheets = {
        stage: {
            entry: [sheet for sheet in found if sheet.juror not in left[stage]]
            for entry, found in by_entry.items()
            if entry in both
        }
        for stage, by_entry in table.sheets.items()
        if stage in left
    }
    entries = tuple(entry for entry in competition.entries if entry.id in both)
    rule = replace(rule, groups=(kind,), partial_jurors="count")
    return replace(competition, entries=entries, rule=rule), ScoreTable(sheets, table.jurors)


def _cells(pair: _Pair) -> Iterator[tuple[Sheet, int]]:
    """The cells that count for either entry, the row's own first."""
    competition = pair.competition
    for entry in (pair.row.entry, pair.other.entry):
        for stage in _stages(competition, pair.ranking.stage):
            rubric = competition.rubric_for(stage.id, competition.entry_by_id[entry])
            for sheet in pair.table.of(stage.id, entry):
                if not sheet_counts(competition, rubric, sheet):
                    continue
                for position, criterion in enumerate(rubric.criterion):
                    if sheet.values[position] is not None and criterion.weight_bp:
                        yield sheet, position


def _stages(competition: Competition, ranked: str) -> list[Stage]:
    """The stages whose scores make what is ranked, that one first."""
    stage = competition.stage_by_id[ranked]
    if stage is not competition.stages[-1]:
        return [stage]
    return [stage, *(one for one, _ in weighing_stages(competition) if one is not stage)]


def _first_that_swaps(pair: _Pair, sheet: Sheet, position: int, limit: int | None) -> Swap | None:
    """Walk the scale away from the present value, by halving, to the first value that swaps the two places;
    only changes smaller than `limit`.
    """
    held = sheet.values[position]
    assert held is not None
    competition = pair.competition
    rubric = competition.rubric_for(sheet.stage, competition.entry_by_id[sheet.entry])
    criterion = rubric.criterion[position]
    up = pair.rises == (sheet.entry == pair.row.entry)
    steps = [value for value in _scale_values(criterion.scale) if (value > held if up else value < held)]
    if not up:
        steps.reverse()
    if limit is not None:
        steps = [value for value in steps if abs(value - held) < limit]
    if not steps or not _swapped(pair, _changed(sheet, position, steps[-1])):
        return None
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        swapped = _swapped(pair, _changed(sheet, position, steps[middle]))
        low, high = (low, middle) if swapped else (middle + 1, high)
    return Swap(sheet.stage, sheet.entry, sheet.juror, criterion.id, held, steps[low])


def _scale_values(scale: Scale) -> list[int]:
    if scale.check:
        return [0, 100]
    return list(scale.values) if scale.values else list(range(scale.min, scale.max + 1, scale.step))


def _changed(sheet: Sheet, position: int, value: int) -> Sheet:
    return sheet._replace(values=(*sheet.values[:position], value, *sheet.values[position + 1 :]))


def _swapped(pair: _Pair, changed: Sheet) -> bool:
    """Whether the entry is strictly past its neighbour once the sheet says something else."""
    of_entry = [
        changed if other.juror == changed.juror else other
        for other in pair.table.of(changed.stage, changed.entry)
    ]
    of_stage = {**pair.table.sheets[changed.stage], changed.entry: of_entry}
    table = ScoreTable({**pair.table.sheets, changed.stage: of_stage}, pair.table.jurors)
    again = rank_stage(pair.competition, table, pair.rulings, pair.ranking.stage)
    (group,) = [one for one in again if one.group == pair.ranking.group]
    places = {row.entry: row.place or 0 for row in group.rows}
    own, other = places[pair.row.entry], places[pair.other.entry]
    return own < other if pair.rises else own > other
