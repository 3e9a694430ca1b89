"""Where a ranking is cut: who goes on, who stands on the line, and below which row the line is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from kipp_desktop.domain.advancing import cut
from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.gui.languages import translate


@dataclass(frozen=True, slots=True)
class CutLine:
    """`below`: the last entry above the line, or None where there is no line; `words` by entry."""

    below: str | None = None
    words: Mapping[str, str] = field(default_factory=dict[str, str])


def cut_line(competition: Competition, ranking: GroupRanking) -> CutLine:
    """The line of a stage's rule, or of the last stage's Top N."""
    stage = competition.stage_by_id[ranking.stage]
    placed = [row for row in ranking.rows if row.place is not None]
    inside: list[str] = []
    crossing: list[str] = []
    top = competition.rule.top_n if stage is competition.stages[-1] else None
    if top is not None:
        inside = [row.entry for row in placed if row.place is not None and row.place <= top.n]
    elif stage.advance.kind == "threshold":
        least = Fraction(stage.advance.min or 0, 100)
        inside = [row.entry for row in placed if row.score is not None and row.score >= least]
    elif stage.advance.kind == "top" and ranking.group.partition(":")[0] == (stage.advance.per or "overall"):
        inside, crossing = cut(ranking, stage.advance.n or 0)
        if stage.advance.at_tie != "plenary":
            inside, crossing = [*inside, *crossing], []
    if not inside and not crossing:
        return CutLine()
    goes_on = "" if top is not None else translate("Ranking", "lanjut")  # an award says it already
    words = dict.fromkeys(inside, goes_on)
    words |= dict.fromkeys(crossing, translate("Ranking", "di garis batas, diputuskan pleno"))
    last = inside[-1] if inside else None
    return CutLine(last if len(inside) < len(placed) else None, words)
