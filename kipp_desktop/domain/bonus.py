"""Extra points: by rule for an innovation that has run long enough, or by recorded decision."""

from __future__ import annotations

from kipp_desktop.domain.competition import Bonus, Competition, Entry
from kipp_desktop.domain.rulings import Rulings


def bonus_points(competition: Competition, rulings: Rulings, entry: Entry) -> int:
    """Points (hundredths) added to an entry's final score: every rule that holds, within its cap,
    and decisions.
    """
    by_rule = sum(min(bonus.points, bonus.cap) for bonus in competition.bonus if _has_run(bonus, entry))
    return by_rule + rulings.bonuses.get(entry.id, 0)


def _has_run(bonus: Bonus, entry: Entry) -> bool:
    """Whether the innovation had run the full years on the day; the anniversary itself counts."""
    if entry.started_on is None:
        return False
    year, month, day = (int(part) for part in entry.started_on.split("-"))
    on = tuple(int(part) for part in bonus.on.split("-"))
    return (year + bonus.years, month, day) <= on
