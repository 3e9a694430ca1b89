"""Points that no juror gave, by rule or by decision: on the papers whose figures add up only with them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kipp_desktop.documents.recap import RecapRow, RecapTable
from kipp_desktop.domain.bonus import bonus_points
from kipp_desktop.domain.competition import Entry
from kipp_desktop.domain.scores import stage_scores, weighing_stages
from kipp_desktop.services.drafting.source import Source

WHOLE = 10000
"""A stage's share of the final score when nothing else weighs, in basis points."""


def point_sentences(source: Source, entry: Entry) -> list[str]:
    """What was added to an entry's final score or taken off it, and why; nothing where there is none."""
    words, total = source.words, _points(source, entry)
    if not (total or entry.id in source.rulings.bonuses) or _final_score(source, entry) is None:
        return []
    decided = [one for one in source.events(("bonus_decided",)) if one.data["entry"] == entry.id]
    by_rule = total - sum(one.data["points"] for one in decided)
    told = [words("points.ruled", entry=entry.id, points=_size(source, by_rule))] if by_rule else []
    for one in decided:
        points, reason = one.data["points"], str(one.data["reason"]).rstrip(". ")
        how = "points.added" if points > 0 else "points.taken"
        told.append(words(how, entry=entry.id, points=_size(source, points), reason=reason))
    return told


def final_sentences(source: Source, entry: Entry) -> list[str]:
    """The points of an entry and the final score that they lead to; nothing where there are none."""
    told, score = point_sentences(source, entry), _final_score(source, entry)
    if not told or score is None:
        return []
    places = source.competition.rule.published_decimals
    return [*told, source.words("points.final_is", score=source.words.decimal(score, places))]


def points_table(source: Source, entries: Sequence[Entry]) -> list[RecapTable]:
    """What the stages bring, the points and the final score: of every entry where several stages weigh, else
    of each that has points.
    """
    words, competition = source.words, source.competition
    places = competition.rule.published_decimals
    weighing = weighing_stages(competition)
    ranked = [entry for entry in entries if _final_score(source, entry) is not None]
    moved = [entry for entry in ranked if point_sentences(source, entry)]
    told = ranked if len(weighing) > 1 else moved
    if not told:
        return []
    names = [entry.id for entry in told]
    scores = [stage_scores(competition, source.table, source.rulings, stage, names) for stage, _ in weighing]
    rows: list[RecapRow] = []
    for entry in told:
        parts = [words.decimal(of_stage[entry.id].score, places) for of_stage in scores]
        final = words.decimal(_final_score(source, entry) or Fraction(0), places)
        points = (_signed(source, _points(source, entry)),) if moved else ()
        figures = (*parts, *points, final)
        rows.append(RecapRow(entry.id, entry.title, entry.institution, figures))
    heads = [
        stage.name.in_language(source.wanted.language)
        + (f" ({words.centi(share)}\u00a0%)" if share != WHOLE else "")
        for stage, share in weighing
    ]
    heads += [words("points.head")] if moved else []
    heads.append(words("points.final_head"))
    notes = tuple(line for entry in moved for line in point_sentences(source, entry))
    title = words("points.stages" if len(weighing) > 1 else "points.table")
    return [RecapTable(title, tuple(heads), tuple(rows), notes=notes)]


def _points(source: Source, entry: Entry) -> int:
    """Hundredths; the last stage alone leads to a final score."""
    if source.stage.id != source.state.last_stage:
        return 0
    return bonus_points(source.competition, source.rulings, entry)


def _final_score(source: Source, entry: Entry) -> Fraction | None:
    """The score that the last stage's ranking holds; None elsewhere and for an entry without a place."""
    if source.stage.id != source.state.last_stage:
        return None
    of_stage = (one for one in source.found.rankings if one.stage == source.stage.id)
    return next((row.score for one in of_stage for row in one.rows if row.entry == entry.id), None)


def _size(source: Source, points: int) -> str:
    return source.words.decimal(Fraction(abs(points), 100), 2)


def _signed(source: Source, points: int) -> str:
    return f"{'+' if points >= 0 else '−'}{_size(source, points)}"
