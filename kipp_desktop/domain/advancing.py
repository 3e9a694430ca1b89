"""Who goes on from a stage: gate, threshold, curated list or the first n. Proposes; people advance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from kipp_desktop.domain.competition import Competition, Stage
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.ranking import GroupRanking, Row, group_of, rank_stage
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
        return threshold_verdict(score, stage.advance.min or 0), ""
    if passing is None:
        return "open", ""
    if entry in passing:
        return "pass", ""
    return "fail", rulings.left_out.get(stage.id, {}).get(entry, "") if kind == "curated" else ""


def threshold_verdict(score: Fraction | None, least: int) -> Verdict:
    """Whether an exact score (points) reaches `least` (hundredths); open without a score.

    >>> threshold_verdict(Fraction(85), 8500), threshold_verdict(Fraction(16999, 200), 8500)     # 85; 84.995
    ('pass', 'fail')
    >>> threshold_verdict(None, 8500)
    'open'
    """
    if score is None:
        return "open"
    return "pass" if score >= Fraction(least, 100) else "fail"


def _passing(competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage) -> set[str] | None:
    """The entries that the stage's cut lets through, or None while it is open or not of that kind."""
    if stage.advance.kind == "curated":
        return set(rulings.curated[stage.id]) if stage.id in rulings.curated else None
    if stage.advance.kind == "all":
        return set(participants(competition, rulings, stage.id))
    if stage.advance.kind != "top":
        return None
    passing: set[str] = set()
    for ranking in cut_groups(competition, table, rulings, stage):
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
        tied_list(competition, table, rulings, stage, ranking, entries)
        for ranking in cut_groups(competition, table, rulings, stage)
        if (entries := cut(ranking, stage.advance.n or 0)[1])
    ]
    return [(group, tuple(row.entry for row in rows)) for group, rows in found]


def cut(ranking: GroupRanking, n: int) -> tuple[list[str], list[str]]:
    """The entries safely among the first n, and those tied across the cut.

    `at_tie = all` takes those too; `plenary` waits for a decision of the tie.

    >>> from kipp_desktop.domain.ranking import Row
    >>> rows = [Row(1, "01", None, 1, 1), Row(2, "02", None, 1, 1), Row(2, "03", None, 1, 1)]
    >>> ranking = GroupRanking("awal", "overall", (*rows, Row(4, "04", None, 1, 1)))
    >>> cut(ranking, 2), cut(ranking, 3)
    ((['01'], ['02', '03']), (['01', '02', '03'], []))
    """
    inside: list[str] = []
    placed = [row for row in ranking.rows if row.place is not None]
    while placed and len(inside) < n:
        equal = [row.entry for row in placed if row.place == placed[0].place]
        if len(inside) + len(equal) > n:
            return inside, equal
        inside += equal
        placed = placed[len(equal) :]
    return inside, []


def cut_groups(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage
) -> Sequence[GroupRanking]:
    """The stage ranked in the groups its cut speaks of."""
    per = stage.advance.per or "overall"
    ranked = rank_stage(competition, table, rulings, stage.id)
    named = [ranking for ranking in ranked if ranking.group.partition(":")[0] == per]
    if named or not ranked:
        return named
    overall = overall_list(competition, table, rulings, stage)
    if per == "overall":
        return [overall]
    names = sorted({group_of(competition.entry_by_id[row.entry], per) for row in overall.rows})
    return [
        GroupRanking(
            stage.id,
            f"{per}:{name}",
            tuple(row for row in overall.rows if group_of(competition.entry_by_id[row.entry], per) == name),
        )
        for name in names
    ]


def overall_list(competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage) -> GroupRanking:
    """The stage ranked as one list, whether or not the rule ranks so."""
    alone = replace(competition, rule=replace(competition.rule, groups=("overall",)))
    (overall,) = rank_stage(alone, table, rulings, stage.id)
    return overall


def tied_list(
    competition: Competition,
    table: ScoreTable,
    rulings: Rulings,
    stage: Stage,
    ranking: GroupRanking,
    crossing: Sequence[str],
) -> tuple[str, tuple[Row, ...]]:
    """The list in which people decide a tie across the cut, and everybody who shares that place in it.

    A cut of each category is taken from the overall list where the rule ranks by no category: there a tie is
    decided, of all categories at once.
    """
    own = ranking if ranking.ties else overall_list(competition, table, rulings, stage)
    shared = next(tie for tie in own.ties if set(crossing) <= set(tie))
    return own.group, tuple(row for row in own.rows if row.entry in shared)


def gate_verdict(competition: Competition, rulings: Rulings, stage: Stage, entry: str) -> tuple[Verdict, str]:
    """Pass or fail of an entry at the organiser's gate, with the reasons given."""
    items = rulings.gates.get((stage.id, entry), {})
    rubric = competition.rubric_for(stage.id, competition.entry_by_id[entry])
    given = {item: value for item, (value, _) in items.items()}
    reasons = "; ".join(reason for _, reason in items.values() if reason)
    return checklist_verdict(given, [criterion.id for criterion in rubric.criterion]), reasons


def checklist_verdict(given: Mapping[str | None, int | None], items: Sequence[str]) -> Verdict:
    """A result as a whole (item None) rules; else one item that fails fails all, and all must be entered.

    >>> checklist_verdict({"kelengkapan": 100, "tema": 100}, ["kelengkapan", "tema"])
    'pass'
    >>> checklist_verdict({"kelengkapan": 100, "tema": 0}, ["kelengkapan", "tema"])
    'fail'
    >>> checklist_verdict({"kelengkapan": 100}, ["kelengkapan", "tema"])
    'open'
    >>> checklist_verdict({"kelengkapan": 0, None: 100}, ["kelengkapan", "tema"])
    'pass'
    """
    if None in given:
        return "pass" if given[None] else "fail"
    values = [given.get(item) for item in items]
    if any(value == 0 for value in values):
        return "fail"
    return "open" if None in values else "pass"
