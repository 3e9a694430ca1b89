"""The smallest change of a single value that would change the places of two neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from kipp_desktop.domain.competition import Competition, GroupKind, Rule, Stage
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.numbers import round_half_up
from kipp_desktop.domain.ranking import GroupRanking, Row, rank_stage
from kipp_desktop.domain.rubric import Scale
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import (
    ORGANISER,
    partial_jurors,
    sheet_counts,
    stage_scores,
    unit_totals,
    weighing_stages,
)
from kipp_desktop.domain.standings import Standing, standing_of


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
    """Two neighbours and everything that ranks them; `alone` is the competition with just the two."""

    competition: Competition
    alone: Competition
    table: ScoreTable
    rulings: Rulings
    ranking: GroupRanking
    row: Row
    other: Row

    @property
    def rises(self) -> bool:
        """Whether `row` would have to come out ahead (else behind); of a shared place, ahead."""
        return (self.row.place or 0) >= (self.other.place or 0)

    @cached_property
    def standings(self) -> Mapping[str, tuple[int, Standing]]:
        """What the jurors' orders say of the two, by stage, with the stage's share: under rank sums."""
        both = (self.row.entry, self.other.entry)
        return {
            stage.id: (share, standing_of(self.competition, self.table, self.rulings, stage, both))
            for stage, share in _shares(self.competition, self.ranking.stage)
            if stage.panel != ORGANISER
        }


def smallest_swap(
    competition: Competition, table: ScoreTable, rulings: Rulings, ranking: GroupRanking, row: Row, other: Row
) -> Swap | None:
    """The smallest change of one juror's value, on a sheet of either, that puts `row` strictly on the other
    side of `other`; None where no single value does. Of equal changes, one of `row`'s own sheets.

    Values that the organiser entered are not looked at.
    """
    wide, alone, counted = _narrowed(competition, table, rulings, ranking, row, other)
    pair = _Pair(wide, alone, counted, rulings, ranking, row, other)
    best: Swap | None = None
    for sheet, position in _cells(pair):
        found = _first_that_swaps(pair, sheet, position, best.size if best else None)
        best = found or best
    return best


def _narrowed(
    competition: Competition, table: ScoreTable, rulings: Rulings, ranking: GroupRanking, row: Row, other: Row
) -> tuple[Competition, Competition, ScoreTable]:
    """The competition with the one list and whoever has a say about the two, the same with just the two, and
    the sheets that count.

    Jurors who are left out stay so whatever is changed: no sheet becomes complete by another value.
    """
    kind: GroupKind = ranking.group.partition(":")[0]  # pyright: ignore[reportAssignmentType]
    left = {one.id: partial_jurors(competition, table, rulings, one) for one in competition.stages}
    sheets = {
        stage: {
            entry: [sheet for sheet in found if sheet.juror not in left[stage]]
            for entry, found in by_entry.items()
        }
        for stage, by_entry in table.sheets.items()
        if stage in left
    }
    wide = replace(competition, rule=replace(competition.rule, groups=(kind,), partial_jurors="count"))
    both = {row.entry, other.entry}
    alone = replace(wide, entries=tuple(entry for entry in competition.entries if entry.id in both))
    if competition.rule.panel_method.kind != "rank_sum":
        heard = both | _favourites(competition, table, rulings, ranking, both)
        wide = replace(wide, entries=tuple(entry for entry in competition.entries if entry.id in heard))
    return wide, alone, ScoreTable(sheets, table.jurors)


def _favourites(
    competition: Competition, table: ScoreTable, rulings: Rulings, ranking: GroupRanking, both: set[str]
) -> set[str]:
    """For each juror one entry of the list, besides the two, with the highest total: more of them would
    change nothing about the first places of the two.
    """
    if "first_places" not in competition.rule.ties:
        return set()
    stage = competition.stage_by_id[ranking.stage]
    members = [row.entry for row in ranking.rows if row.place is not None and row.entry not in both]
    scores = stage_scores(competition, table, rulings, stage, members)
    totals, _ = unit_totals(competition, stage, {entry: one.counted for entry, one in scores.items()})
    best: dict[str, tuple[int, str]] = {}
    for entry, given in totals.items():
        for juror, total in given:
            best[juror] = max(best.get(juror, (total, entry)), (total, entry))
    return {entry for _, entry in best.values()}


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


def _shares(competition: Competition, ranked: str) -> list[tuple[Stage, int]]:
    """The stages whose scores make what is ranked, with their shares."""
    stage = competition.stage_by_id[ranked]
    return weighing_stages(competition) if stage is competition.stages[-1] else [(stage, 10000)]


def _stages(competition: Competition, ranked: str) -> list[Stage]:
    """The stages whose values may move the ranking, the ranked one first."""
    stage = competition.stage_by_id[ranked]
    return [stage, *(one for one, _ in _shares(competition, ranked) if one is not stage)]


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
    """Whether the entry is strictly past its neighbour once the sheet says something else.

    The two alone decide, except where the others have a say: in rank sums, and in a tie by first places.
    """
    rule = pair.competition.rule
    if rule.panel_method.kind == "rank_sum":
        own, other = (_rank_key(rule, score) for score in _ranked_scores(pair, changed))
    elif "first_places" in rule.ties:
        rows = _ranked_again(pair, pair.alone, changed)
        own, other = (
            _rank_key(rule, rows[entry].score or Fraction(0)) for entry in (pair.row.entry, pair.other.entry)
        )
    else:
        return _past(pair, pair.alone, changed)
    if own == other:
        return _past(pair, pair.competition, changed)
    return own > other if pair.rises else own < other


def _past(pair: _Pair, competition: Competition, changed: Sheet) -> bool:
    rows = _ranked_again(pair, competition, changed)
    own, other = rows[pair.row.entry].place or 0, rows[pair.other.entry].place or 0
    return own < other if pair.rises else own > other


def _ranked_again(pair: _Pair, competition: Competition, changed: Sheet) -> dict[str, Row]:
    """The rows of the list, were the sheet another."""
    of_entry = [
        changed if other.juror == changed.juror else other
        for other in pair.table.of(changed.stage, changed.entry)
    ]
    of_stage = {**pair.table.sheets[changed.stage], changed.entry: of_entry}
    table = ScoreTable({**pair.table.sheets, changed.stage: of_stage}, pair.table.jurors)
    again = rank_stage(competition, table, pair.rulings, pair.ranking.stage)
    (group,) = [one for one in again if one.group == pair.ranking.group]
    return {row.entry: row for row in group.rows}


def _ranked_scores(pair: _Pair, changed: Sheet) -> Iterator[Fraction]:
    """What the two scores would be under rank sums, without ranking everybody again."""
    if changed.stage not in pair.standings:  # a stage that doesn't weigh can only break a tie
        yield from (pair.row.score or Fraction(0), pair.other.score or Fraction(0))
        return
    share, standing = pair.standings[changed.stage]
    rubric = pair.competition.rubric_for(changed.stage, pair.competition.entry_by_id[changed.entry])
    total = rubric.formula.total([value or 0 for value in changed.values])
    after = standing.with_total(changed.entry, changed.juror, total)
    for row in (pair.row, pair.other):
        moved = after.score(row.entry) - standing.score(row.entry)
        yield (row.score or Fraction(0)) + moved * Fraction(share, 10000)


def _rank_key(rule: Rule, score: Fraction) -> Fraction | int:
    return score if rule.rank_on == "exact" else round_half_up(score, rule.published_decimals)
