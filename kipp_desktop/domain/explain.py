"""Why an entry has its place: every term, the margins,
and the smallest single change that would swap neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derivation import Term, stage_part
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.ranking import GroupRanking, Row, rank_stage
from kipp_desktop.domain.rubric import Scale
from kipp_desktop.domain.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Swap:
    """A single cell that, changed from → to (hundredths), changes places with a neighbour."""

    juror: str
    criterion: str
    from_: int
    to: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """A place, taken apart. Margins are to the next different row above and below, None at the ends."""

    row: Row
    terms: tuple[Term, ...]
    margin_above: Fraction | None
    margin_below: Fraction | None
    swap: Swap | None


def explain(
    competition: Competition, table: ScoreTable, rulings: Rulings, ranking: GroupRanking, entry: str
) -> Explanation:
    """Explain an entry's row of a ranking; raises KeyError for an entry that isn't in it."""
    rows = {row.entry: position for position, row in enumerate(ranking.rows)}
    position = rows[entry]
    row = ranking.rows[position]
    stage = competition.stage_by_id[ranking.stage]
    part = stage_part(competition, table, rulings, stage, entry, 10000)
    above = ranking.rows[position - 1] if position else None
    below = ranking.rows[position + 1] if position + 1 < len(ranking.rows) else None
    neighbour = above if above is not None else below
    swap = None
    if row.score is not None and neighbour is not None and neighbour.score is not None:
        pair = _only_two(competition, table, ranking, row, neighbour)
        swap = _smallest_swap(*pair, rulings, ranking, row, neighbour)
    return Explanation(
        row,
        part.terms if part else (),
        _margin(above, row),
        _margin(row, below),
        swap,
    )


def _only_two(
    competition: Competition, table: ScoreTable, ranking: GroupRanking, row: Row, other: Row
) -> tuple[Competition, ScoreTable]:
    """The competition with just the two neighbours, who swap or not whatever the others do.

    Where jurors who left early are excluded, or rank the entries, the whole stage decides: everything stays.
    """
    if competition.rule.partial_jurors == "exclude" or competition.rule.panel_method.kind == "rank_sum":
        return competition, table
    both = (row.entry, other.entry)
    entries = tuple(entry for entry in competition.entries if entry.id in both)
    sheets = {
        stage: {entry: found for entry, found in by_entry.items() if entry in both}
        for stage, by_entry in table.sheets.items()
    }
    return replace(competition, entries=entries), ScoreTable(sheets, table.jurors)


def _margin(higher: Row | None, lower: Row | None) -> Fraction | None:
    if higher is None or lower is None or higher.score is None or lower.score is None:
        return None
    return higher.score - lower.score


def _smallest_swap(
    competition: Competition, table: ScoreTable, rulings: Rulings, ranking: GroupRanking, row: Row, other: Row
) -> Swap | None:
    """The change of one cell of `row` with the least difference that puts it on the other side of `other`."""
    up = (row.place or 0) >= (other.place or 0)
    rubric = competition.rubric_for(ranking.stage, competition.entry_by_id[row.entry])
    best: tuple[int, Swap] | None = None
    for sheet in table.of(ranking.stage, row.entry):
        if sheet.state != "locked" or None in sheet.values:
            continue
        for position, criterion in enumerate(rubric.criterion):
            held = sheet.values[position]
            if held is None or criterion.weight_bp == 0:
                continue
            limit = best[0] if best else None
            to = _first_value_that_swaps(
                competition,
                table,
                rulings,
                ranking,
                (sheet, position),
                criterion.scale,
                (row, other),
                up,
                limit,
            )
            if to is not None:
                best = (abs(to - held), Swap(sheet.juror, criterion.id, held, to))
    return best[1] if best else None


def _first_value_that_swaps(
    competition: Competition,
    table: ScoreTable,
    rulings: Rulings,
    ranking: GroupRanking,
    cell: tuple[Sheet, int],
    scale: Scale,
    rows: tuple[Row, Row],
    up: bool,
    limit: int | None,
) -> int | None:
    """Walk the scale away from the present value, by halving,
    to the first value that swaps the two places.
    """
    sheet, position = cell
    held = sheet.values[position]
    assert held is not None
    steps = [value for value in _scale_values(scale) if (value > held if up else value < held)]
    if not up:
        steps.reverse()
    if limit is not None:
        steps = [value for value in steps if abs(value - held) < limit]
    if not steps:
        return None

    def swaps(value: int) -> bool:
        return _swapped(competition, table, rulings, ranking, _changed(sheet, position, value), rows, up)

    if not swaps(steps[-1]):
        return None
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if swaps(steps[middle]) else (middle + 1, high)
    return steps[low]


def _scale_values(scale: Scale) -> list[int]:
    if scale.check:
        return [0, 100]
    return list(scale.values) if scale.values else list(range(scale.min, scale.max + 1, scale.step))


def _changed(sheet: Sheet, position: int, value: int) -> Sheet:
    return sheet._replace(values=(*sheet.values[:position], value, *sheet.values[position + 1 :]))


def _swapped(
    competition: Competition,
    table: ScoreTable,
    rulings: Rulings,
    ranking: GroupRanking,
    changed: Sheet,
    rows: tuple[Row, Row],
    up: bool,
) -> bool:
    """Whether the entry is strictly past its neighbour once the sheet says something else."""
    of_entry = [
        changed if other.juror == changed.juror else other for other in table.of(ranking.stage, changed.entry)
    ]
    sheets = {**table.sheets, ranking.stage: {**table.sheets[ranking.stage], changed.entry: of_entry}}
    again = rank_stage(competition, ScoreTable(sheets, table.jurors), rulings, ranking.stage)
    (group,) = [one for one in again if one.group == ranking.group]
    places = {row.entry: row.place or 0 for row in group.rows}
    own, other = places[rows[0].entry], places[rows[1].entry]
    return own < other if up else own > other
