"""What the sealed rule about jurors who left early changes: the same ranking under its other choice."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.ranking import GroupRanking, rank_stage
from kipp_desktop.domain.rulings import Rulings


@dataclass(frozen=True, slots=True)
class TwoOrders:
    """One ranking group whose places hang on the rule: (entry, place as sealed, place under the other)."""

    stage: str
    group: str
    places: tuple[tuple[str, int | None, int | None], ...]


def two_orders(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage_id: str
) -> tuple[TwoOrders, ...]:
    """Every group of a stage in which counting and leaving out such jurors give different places.

    The sealed rule decides; the other order is only shown, so that people close knowing what hangs on it.
    """
    rule = competition.rule
    other = replace(rule, partial_jurors="exclude" if rule.partial_jurors == "count" else "count")
    sealed = rank_stage(competition, table, rulings, stage_id)
    under_other = rank_stage(replace(competition, rule=other), table, rulings, stage_id)
    pairs = zip(sealed, under_other, strict=True)
    return tuple(found for one, two in pairs if (found := _compared(one, two)) is not None)


def _compared(sealed: GroupRanking, other: GroupRanking) -> TwoOrders | None:
    elsewhere = {row.entry: row.place for row in other.rows}
    places = tuple((row.entry, row.place, elsewhere[row.entry]) for row in sealed.rows)
    if all(place == under_other for _, place, under_other in places):
        return None
    return TwoOrders(sealed.stage, sealed.group, places)
