"""Extra points: by rule for an innovation that has run long enough, or by recorded decision."""

from __future__ import annotations

from kipp_desktop.domain.competition import Bonus, Competition, Entry
from kipp_desktop.domain.rulings import Rulings


def bonus_points(competition: Competition, rulings: Rulings, entry: Entry) -> int:
    """Points (hundredths) added to an entry's final score: every rule that holds, within its cap,
    and decisions, which may take points away.

    Running two years on 24 October 2024 brings 2 points, at most 1.5; half a point goes for time overrun.

    >>> from kipp_desktop.domain.competition import Rule
    >>> rule = Bonus("implemented", years=2, on="2024-10-24", points=200, cap=150)
    >>> competition = Competition("X", "X", (), (), Rule(), bonus=(rule,))
    >>> old, new = (Entry("01", "A", "B", started_on=day) for day in ("2022-10-24", "2022-10-25"))
    >>> bonus_points(competition, Rulings(), old), bonus_points(competition, Rulings(), new)
    (150, 0)
    >>> bonus_points(competition, Rulings(bonuses={"01": -50}), old)
    100
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
