"""Who goes on from a stage: gate, threshold, curated list or the first n. Proposes; people advance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kipp_desktop.domain.competition import Competition, Stage
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.ranking import GroupRanking, group_of, rank_stage
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import participants, stage_scores

Verdict = Literal["pass", "fail", "open", "out"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rule says of one entry at a stage.

    `open`: nothing decided yet; `why` is a reason given or a rule.
    """

    entry: str
    verdict: Verdict
    why: str = ""
    score: Fraction | None = None


def outcomes(competition: Competition, table: ScoreTable, rulings: Rulings, stage_id: str) -> list[Outcome]:
    """The outcome of every participant of a stage, in entry order."""
    stage = competition.stage_by_id[stage_id]
    entries = participants(competition, rulings, stage_id)
    scores = stage_scores(competition, table, rulings, stage, entries) if stage.form == "scored" else {}
    passing = _passing(competition, table, rulings, stage)
    found: list[Outcome] = []
    for entry in entries:
        score = scores[entry].score if entry in scores else None
        if entry in rulings.out:
            found.append(Outcome(entry, "out", rulings.out[entry][1], score))
            continue
        verdict, why = _verdict(competition, rulings, stage, entry, score, passing)
        found.append(Outcome(entry, verdict, why, score))
    return found


def _verdict(
    competition: Competition,
    rulings: Rulings,
    stage: Stage,
    entry: str,
    score: Fraction | None,
    passing: set[str] | None,
) -> tuple[Verdict, str]:
    kind = stage.advance.kind
    if kind == "pass":
        return gate_verdict(competition, rulings, stage, entry)
    if kind == "threshold":
        if score is None:
            return "open", ""
        return ("pass" if score >= Fraction(stage.advance.min or 0, 100) else "fail"), ""
    if passing is None:
        return "open", ""
    if entry in passing:
        return "pass", ""
    return "fail", rulings.left_out.get(stage.id, {}).get(entry, "") if kind == "curated" else ""


def _passing(competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage) -> set[str] | None:
    """The entries that the stage's cut lets through, or None while it is open or not of that kind."""
    if stage.advance.kind == "curated":
        return set(rulings.curated[stage.id]) if stage.id in rulings.curated else None
    if stage.advance.kind == "all":
        return set(participants(competition, rulings, stage.id))
    if stage.advance.kind != "top":
        return None
    passing: set[str] = set()
    for ranking in _cut_groups(competition, table, rulings, stage):
        inside, crossing = cut(ranking, stage.advance.n or 0)
        if crossing and stage.advance.at_tie == "plenary":
            return None
        passing |= {*inside, *crossing}
    return passing


def crossing(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage_id: str
) -> list[tuple[str, tuple[str, ...]]]:
    """(group, entries) of every tie across the stage's cut that people have to settle first."""
    stage = competition.stage_by_id[stage_id]
    if stage.advance.kind != "top" or stage.advance.at_tie != "plenary":
        return []
    found = [
        (ranking.group, tuple(cut(ranking, stage.advance.n or 0)[1]))
        for ranking in _cut_groups(competition, table, rulings, stage)
    ]
    return [(group, entries) for group, entries in found if entries]


def cut(ranking: GroupRanking, n: int) -> tuple[list[str], list[str]]:
    """The entries safely among the first n, and those tied across the cut."""
    inside: list[str] = []
    placed = [row for row in ranking.rows if row.place is not None]
    while placed and len(inside) < n:
        equal = [row.entry for row in placed if row.place == placed[0].place]
        if len(inside) + len(equal) > n:
            return inside, equal
        inside += equal
        placed = placed[len(equal) :]
    return inside, []


def _cut_groups(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage
) -> Sequence[GroupRanking]:
    """The stage ranked in the groups its cut speaks of."""
    per = stage.advance.per or "overall"
    ranked = rank_stage(competition, table, rulings, stage.id)
    named = [ranking for ranking in ranked if ranking.group.partition(":")[0] == per]
    if named or not ranked:
        return named
    overall = ranked[0]
    names = sorted({group_of(competition.entry_by_id[row.entry], per) for row in overall.rows})
    return [
        GroupRanking(
            stage.id,
            f"{per}:{name}",
            tuple(row for row in overall.rows if group_of(competition.entry_by_id[row.entry], per) == name),
        )
        for name in names
    ]


def gate_verdict(competition: Competition, rulings: Rulings, stage: Stage, entry: str) -> tuple[Verdict, str]:
    """Pass or fail of an entry at the organiser's gate: a result as a whole,
    else every item of the checklist.
    """
    items = rulings.gates.get((stage.id, entry), {})
    reasons = "; ".join(reason for _, reason in items.values() if reason)
    if None in items:
        return ("pass" if items[None][0] else "fail"), reasons
    rubric = competition.rubric_for(stage.id, competition.entry_by_id[entry])
    values = [items.get(criterion.id, (None, ""))[0] for criterion in rubric.criterion]
    if any(value == 0 for value in values):
        return "fail", reasons
    return ("open" if None in values else "pass"), reasons
