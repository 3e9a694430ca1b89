"""From the score table to ranks: exact integers all the way, each row with what it takes to explain it.

Sources of the rules: docs/formats.md (rule) and the regulation's terms in the README's glossary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from math import lcm
from typing import NamedTuple

from kipp_desktop.domain.bonus import bonus_points
from kipp_desktop.domain.competition import Competition, Entry, GroupKind, Rule, Stage
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.numbers import decimal_text, round_half_up
from kipp_desktop.domain.rulings import Event, Rulings
from kipp_desktop.domain.scores import (
    EntryScore,
    expected_jurors,
    participants,
    sheets_at,
    stage_scores,
    weighing_stages,
)
from kipp_desktop.domain.tie_values import TieValues
from kipp_desktop.domain.ties import Bracket, break_tie, decided_order, exact_text, split


class Row(NamedTuple):
    """One line of a ranking. `place` and `score` are None for an entry that is not ranked; `out` says why."""

    place: int | None
    entry: str
    score: Fraction | None
    jurors_counted: int
    jurors_expected: int
    tie_broken_by: str | None = None
    label: str | None = None
    out: str | None = None  # withdrawn, disqualified, no_score

    @property
    def exact(self) -> str | None:
        """The score as a reduced fraction, "339/4"."""
        return None if self.score is None else exact_text(self.score)


@dataclass(frozen=True, slots=True)
class GroupRanking:
    """The rows of one ranking group, best first; `ties` lists the joint places nothing parted."""

    stage: str
    group: str
    rows: tuple[Row, ...]
    ties: tuple[tuple[str, ...], ...] = ()
    tie_decisions: tuple[Event, ...] = ()


@dataclass
class _Sources:
    """What ranking one stage needs at hand."""

    competition: Competition
    table: ScoreTable
    rulings: Rulings
    stage: Stage
    scores: dict[str, EntryScore] = field(default_factory=dict[str, EntryScore])
    earlier: dict[str, dict[str, EntryScore]] = field(default_factory=dict[str, dict[str, EntryScore]])


def rank_stage(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage_id: str
) -> tuple[GroupRanking, ...]:
    """Rank a scored stage in every group of the rule.

    The last stage is ranked by the final score (stage scores by weight, plus bonus); an earlier one by its
    own.
    """
    stage = competition.stage_by_id[stage_id]
    sources = _Sources(competition, table, rulings, stage)
    entries = participants(competition, rulings, stage_id)
    running = [entry for entry in entries if entry not in rulings.out]
    own = stage_scores(competition, table, rulings, stage, running)
    sources.scores = _final_scores(sources, own, running) if stage is competition.stages[-1] else own
    return tuple(_rank_group(sources, group, members) for group, members in _groups(competition, entries))


def _final_scores(
    sources: _Sources, own: dict[str, EntryScore], entries: Sequence[str]
) -> dict[str, EntryScore]:
    """Weighted sum of the stages that weigh, plus bonus; an entry without a score in one of them has none."""
    competition = sources.competition
    weighing = weighing_stages(competition)
    bonuses = _bonuses(sources, entries)
    if weighing == [(sources.stage, 10000)] and not any(bonuses.values()):
        return own
    sources.earlier = {
        stage.id: own
        if stage is sources.stage
        else stage_scores(competition, sources.table, sources.rulings, stage, entries)
        for stage, _ in weighing
    }
    final: dict[str, EntryScore] = {}
    for entry in entries:
        parts = [(share, sources.earlier[stage.id].get(entry)) for stage, share in weighing]
        if any(part is None for _, part in parts):
            continue
        total = Fraction(bonuses.get(entry, 0), 100) + sum(
            (part.score * Fraction(share, 10000) for share, part in parts if part), Fraction(0)
        )
        score = own.get(entry) or EntryScore(entry, 0, 1, (), expected_jurors(_own_sheets(sources, entry)))
        final[entry] = score._replace(numerator=total.numerator, denominator=total.denominator)
    return final


def _bonuses(sources: _Sources, entries: Sequence[str]) -> dict[str, int]:
    """Extra points by entry, where there is a rule or a decision that gives any."""
    competition, rulings = sources.competition, sources.rulings
    if not competition.bonus and not rulings.bonuses:
        return {}
    return {entry: bonus_points(competition, rulings, competition.entry_by_id[entry]) for entry in entries}


def _groups(competition: Competition, entries: list[str]) -> list[tuple[str, list[str]]]:
    """(name, members) of each ranking group: "overall", then e.g. "category:Kesehatan"."""
    groups: list[tuple[str, list[str]]] = []
    for kind in competition.rule.groups:
        if kind == "overall":
            groups.append(("overall", entries))
            continue
        names = sorted({group_of(competition.entry_by_id[entry], kind) for entry in entries})
        for name in names:
            members = [entry for entry in entries if group_of(competition.entry_by_id[entry], kind) == name]
            groups.append((f"{kind}:{name}", members))
    return groups


def group_of(entry: Entry, kind: GroupKind) -> str:
    """The name of an entry's group of one kind: a list of its own for each name.

    >>> puskesmas = Entry("01", "Antre", "Puskesmas 1", type="Puskesmas", category="Kesehatan", group="umum")
    >>> [group_of(puskesmas, kind) for kind in ("overall", "category", "group", "type")]
    ['', 'Kesehatan', 'umum', 'Puskesmas']
    """
    return {"overall": "", "category": entry.category, "group": entry.group, "type": entry.type}[kind]


def _rank_group(sources: _Sources, group: str, members: list[str]) -> GroupRanking:
    rule = sources.competition.rule
    scored = [entry for entry in members if entry in sources.scores]
    rows: list[Row] = []
    ties: list[tuple[str, ...]] = []
    decisions: list[Event] = []
    place = 1
    for brackets, decided in _brackets(sources, group, scored):
        decisions += decided
        for entries, broken_by in brackets:
            for entry in entries:
                _, numerator, denominator, counted, expected = sources.scores[entry]
                score = Fraction(numerator, denominator)
                rows.append(Row(place, entry, score, len(counted), expected, broken_by))
            if len(entries) > 1:
                ties.append(entries)
            place = place_after(place, len(entries), rule.after_ties)
    if sources.stage is sources.competition.stages[-1]:
        rows = _labelled(sources.competition, rows)
    rows += [_unranked(sources, entry) for entry in members if entry not in sources.scores]
    return GroupRanking(sources.stage.id, group, tuple(rows), tuple(ties), tuple(decisions))


def place_after(place: int, sharing: int, after_ties: str) -> int:
    """The place that follows one that so many share: joint 1, 1, 3; dense 1, 1, 2.

    `plenary` is joint until people have decided.

    >>> place_after(1, 2, "joint"), place_after(1, 2, "dense"), place_after(1, 2, "plenary")
    (3, 2, 3)
    """
    return place + (1 if after_ties == "dense" else sharing)


def _brackets(
    sources: _Sources, group: str, scored: list[str]
) -> Iterator[tuple[Sequence[Bracket], Sequence[Event]]]:
    """Score by score, the highest first: entries by place, ties broken by the chain and then by a decision in
    force; and those decisions.
    """
    chain = sources.competition.rule.ties
    keys = _sort_keys(sources.competition, {entry: sources.scores[entry] for entry in scored})
    tie_key = _tie_keys(sources, scored).__getitem__
    for equal in split(scored, keys.__getitem__):
        if len(equal) == 1:
            yield (Bracket((equal[0],), None),), ()
            continue
        brackets: list[Bracket] = []
        decisions: list[Event] = []
        for bracket in break_tie(equal, chain, tie_key):
            decision = _decision(sources, group, bracket)
            if decision is None:
                brackets.append(bracket)
            else:
                decisions.append(decision)
                brackets += [Bracket((entry,), decision.data["method"]) for entry in decision.data["order"]]
        yield brackets, decisions


def tie_values(sources: _Sources, scored: Sequence[str]) -> TieValues:
    """What the chain compares among the scored entries of a list."""
    return TieValues(
        sources.competition,
        sources.table,
        sources.rulings,
        sources.stage,
        sources.scores,
        scored,
        sources.earlier,
    )


def _decision(sources: _Sources, group: str, bracket: Bracket) -> Event | None:
    """The decision in force about entries that nothing else parts."""
    if len(bracket.entries) == 1:
        return None
    exact = {entry: sources.scores[entry].score for entry in bracket.entries}
    return decided_order(exact, sources.stage.id, group, sources.rulings.tie_orders)


def _sort_keys(competition: Competition, scores: Mapping[str, EntryScore]) -> dict[str, int]:
    """One integer per entry that orders like its score: over a common denominator, or as published.

    87.495 and 87.50 are two scores and one published score.

    >>> scores = {"01": EntryScore("01", 17499, 200, (), 1), "02": EntryScore("02", 8750, 100, (), 1)}
    >>> _sort_keys(Competition("X", "X", (), (), Rule()), scores)
    {'01': 17499, '02': 17500}
    >>> _sort_keys(Competition("X", "X", (), (), Rule(rank_on="published")), scores)
    {'01': 8750, '02': 8750}
    """
    if competition.rule.rank_on == "published":
        places = competition.rule.published_decimals
        return {entry: round_half_up(score.score, places) for entry, score in scores.items()}
    common = lcm(*{score.denominator for score in scores.values()})
    return {entry: score.numerator * (common // score.denominator) for entry, score in scores.items()}


def _tie_keys(sources: _Sources, scored: Sequence[str]) -> dict[str, Callable[[str], Fraction | int]]:
    """For each link of the chain the value of an entry, as something that orders; −1 where there is none.

    The mean of a criterion, which nearly every chain asks for, is compared in integers; the rest as it is.
    """
    rule, values = sources.competition.rule, tie_values(sources, scored)
    jurors = lcm(*{len(score.counted) or 1 for score in sources.scores.values()})
    keys: dict[str, Callable[[str], Fraction | int]] = {}
    for link in rule.ties:
        kind, _, name = link.partition(":")
        in_integers = kind == "criterion" and not rule.panel_method.is_weighed
        keys[link] = (
            _criterion_key(sources, name, jurors) if in_integers else partial(_tie_value, values, link)
        )
    return keys


def _tie_value(values: TieValues, link: str, entry: str) -> Fraction:
    value = values.of(link, entry)
    return Fraction(-1) if value is None else value


def _criterion_key(sources: _Sources, criterion: str, jurors: int) -> Callable[[str], int]:
    """An integer for each entry that orders like `criterion_mean`; every count of jurors divides `jurors`."""
    scores, rubric_of, stage = sources.scores, sources.competition.rubric_of, sources.stage.id

    def key(entry: str) -> int:
        counted = scores[entry].counted
        position = rubric_of[stage, entry].position_of.get(criterion)
        if position is None or not counted:
            return -1
        return sum([sheet.values[position] or 0 for sheet in counted]) * (jurors // len(counted))

    return key


def _unranked(sources: _Sources, entry: str) -> Row:
    out = sources.rulings.out.get(entry, ("no_score", ""))[0]
    return Row(None, entry, None, 0, expected_jurors(_own_sheets(sources, entry)), out=out)


def _own_sheets(sources: _Sources, entry: str) -> Sequence[Sheet]:
    """The sheets of an entry at the stage that is being ranked."""
    rubric = sources.competition.rubric_of[sources.stage.id, entry]
    return sheets_at(sources.table, sources.rulings, sources.stage, entry, rubric)


def _labelled(competition: Competition, rows: list[Row]) -> list[Row]:
    """Give the awards of the last stage: by place (1, 1, 3: no second label) or in order; then Top N."""
    labelled = list(rows)
    for position, row in enumerate(rows):
        label = label_of(competition.rule, row.place or 0, position)
        if label is None:
            break  # places only rise from here, and with them the awards are used up
        labelled[position] = row._replace(label=label)
    return labelled


def label_of(rule: Rule, place: int, position: int) -> str | None:
    """The award of a place (from 1) or of a position in the list (from 0), as the rule has it; then Top N.

    Two entries share place 1, one is third: by place nobody is Juara II, in order everybody has an award.

    >>> from kipp_desktop.domain.competition import TopN
    >>> places = [(1, 0), (1, 1), (3, 2), (4, 3), (5, 4)]
    >>> awards = ("Juara I", "Juara II", "Juara III")
    >>> by_place = Rule(labels=awards, top_n=TopN(4, "Top 4"))
    >>> [label_of(by_place, *one) for one in places]
    ['Juara I', 'Juara I', 'Juara III', 'Top 4', None]
    >>> [label_of(Rule(labels=awards, labels_follow="order"), *one) for one in places]
    ['Juara I', 'Juara II', 'Juara III', None, None]

    Terbaik I–III, Terpuji and Nominasi are labels and Top N under other names.

    >>> [label_of(Rule(labels=("Terbaik I",), top_n=TopN(3, "Nominasi")), *one) for one in places]
    ['Terbaik I', 'Terbaik I', 'Nominasi', None, None]
    """
    index = place - 1 if rule.labels_follow == "place" else position
    if index < len(rule.labels):
        return rule.labels[index]
    return rule.top_n.name if rule.top_n is not None and place <= rule.top_n.n else None


def published(competition: Competition, score: Fraction) -> str:
    """A score at the published precision, with a dot."""
    return decimal_text(score, competition.rule.published_decimals)
