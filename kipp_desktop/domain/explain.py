"""Why an entry has its place: the score taken apart to the cell, the neighbours, what parted them, and the
smallest single change that would swap them.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kipp_desktop.domain.bonus import bonus_points
from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derivation import StagePart, Term, stage_part
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.numbers import round_half_up
from kipp_desktop.domain.ranking import GroupRanking, Row
from kipp_desktop.domain.rulings import Rulings, Succession
from kipp_desktop.domain.scores import EntryScore, stage_scores, weighing_stages
from kipp_desktop.domain.swaps import Swap, smallest_swap
from kipp_desktop.domain.tie_values import TieValues

BY_SCORE = "score"
BY_NOTHING = "joint"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The row above or below. `margin` is the higher row's score less the lower one's.

    `parted_by` is `score`, a link of the tie chain (with the two values compared), `plenary`, `lot`, or
    `joint` where nothing parts the two.
    """

    row: Row
    margin: Fraction
    parted_by: str
    own: Fraction | None
    theirs: Fraction | None
    swap: Swap | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A place, taken apart: the parts of the stages that weigh, in their order, and the bonus add up to the
    score. `above` and `below` are None at the ends and beside rows without a place.
    """

    row: Row
    parts: tuple[StagePart, ...]
    ruled_bonus: Fraction
    decided_bonus: Fraction
    above: Neighbour | None
    below: Neighbour | None
    successions: tuple[Succession, ...] = ()  # whose place it took, and who took its
    kept: int = 0  # sheets with scores that count no more, of an entry that was replaced

    @property
    def terms(self) -> tuple[Term, ...]:
        """The cells of the last stage that weighs."""
        return self.parts[-1].terms if self.parts else ()

    @property
    def swap(self) -> Swap | None:
        """The smallest change that swaps the entry with the row above, at the top with the row below."""
        neighbour = self.above or self.below
        return neighbour.swap if neighbour else None

    @property
    def margin_above(self) -> Fraction | None:
        """How much higher the row above is."""
        return self.above.margin if self.above else None

    @property
    def margin_below(self) -> Fraction | None:
        """How much lower the row below is."""
        return self.below.margin if self.below else None


def explain(
    competition: Competition, table: ScoreTable, rulings: Rulings, ranking: GroupRanking, entry: str
) -> Explanation:
    """Explain an entry's row of a ranking, or why it was replaced.

    Raises KeyError for an entry that never was in it.
    """
    positions = {row.entry: position for position, row in enumerate(ranking.rows)}
    about = tuple(one for one in rulings.successions if entry in (one.leaving, one.coming))
    if entry not in positions and any(one.leaving == entry for one in about):
        gone = Row(None, entry, None, 0, 0, out=rulings.out[entry][0])
        kept = sum(sheet.scored > 0 for sheet in table.of(ranking.stage, entry))
        return Explanation(gone, (), Fraction(0), Fraction(0), None, None, about, kept)
    position = positions[entry]
    row = ranking.rows[position]
    if row.score is None:
        return Explanation(row, (), Fraction(0), Fraction(0), None, None, about)
    last = ranking.stage == competition.stages[-1].id
    stages = weighing_stages(competition) if last else [(competition.stage_by_id[ranking.stage], 10000)]
    parts = [stage_part(competition, table, rulings, stage, entry, share) for stage, share in stages]
    decided = rulings.bonuses.get(entry, 0) if last else 0
    bonus = bonus_points(competition, rulings, competition.entry_by_id[entry]) if last else 0
    beside = _Beside(competition, table, rulings, ranking)
    return Explanation(
        row,
        tuple(part for part in parts if part is not None),
        Fraction(bonus - decided, 100),
        Fraction(decided, 100),
        beside.neighbour(row, position - 1),
        beside.neighbour(row, position + 1),
        about,
    )


@dataclass(frozen=True)
class _Beside:
    """What lies between two rows of a ranking."""

    competition: Competition
    table: ScoreTable
    rulings: Rulings
    ranking: GroupRanking

    def neighbour(self, row: Row, position: int) -> Neighbour | None:
        """The row at `position` seen from `row`."""
        rows = self.ranking.rows
        other = rows[position] if 0 <= position < len(rows) else None
        if other is None or other.score is None or row.score is None:
            return None
        difference = other.score - row.score
        parted_by, own, theirs = self._parted(row, other)
        swap = smallest_swap(self.competition, self.table, self.rulings, self.ranking, row, other)
        above = position < rows.index(row)
        return Neighbour(other, difference if above else -difference, parted_by, own, theirs, swap)

    def _parted(self, row: Row, other: Row) -> tuple[str, Fraction | None, Fraction | None]:
        """What put the two in order, with the values that a link of the chain compared."""
        if self._rank_key(row) != self._rank_key(other):
            return BY_SCORE, None, None
        values = self._tie_values()
        for link in self.competition.rule.ties:
            own, theirs = values.of(link, row.entry), values.of(link, other.entry)
            if own != theirs:
                return link, own, theirs
        for event in self.ranking.tie_decisions:
            if {row.entry, other.entry} <= set(event.data["order"]):
                return event.data["method"], None, None
        return BY_NOTHING, None, None

    def _rank_key(self, row: Row) -> Fraction | int:
        """What the rule ranks on: the exact score, or the score as published."""
        score, rule = row.score or Fraction(0), self.competition.rule
        return score if rule.rank_on == "exact" else round_half_up(score, rule.published_decimals)

    def _tie_values(self) -> TieValues:
        stage = self.competition.stage_by_id[self.ranking.stage]
        members = [row.entry for row in self.ranking.rows if row.place is not None]
        own = stage_scores(self.competition, self.table, self.rulings, stage, members)
        unscored = {entry: EntryScore(entry, 0, 1, (), 0) for entry in members}
        return TieValues(self.competition, self.table, self.rulings, stage, {**unscored, **own}, members)
