"""From the score table to one exact score per entry: which sheets count, and what they add up to."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple, cast

from kipp_desktop.domain.competition import ORGANISER, Competition, Entry, PanelMethod, Rule, Stage
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.panels import Panel, needs_whole_panel, panel_of, scores_of_panel
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.domain.rulings import Rulings

_AT_ONCE = 64
"""So many entries are scored pass by pass. Most of the time goes into waiting for memory: each pass reads one
kind of thing, and what all of them read together fits the processor's cache.
"""


class EntryScore(NamedTuple):
    """An entry's score at a stage before it has a place.

    The score is numerator/denominator points, not reduced.
    """

    entry: str
    numerator: int
    denominator: int
    counted: Sequence[Sheet]
    expected: int

    @property
    def score(self) -> Fraction:
        """The exact score in points."""
        return Fraction(self.numerator, self.denominator)


def participants(competition: Competition, rulings: Rulings, stage_id: str) -> list[str]:
    """Who takes part in a stage: everybody in the first, later those whom `stage_advanced` named,
    in entry order.
    """
    before = competition.stage_before(stage_id)
    everybody = [entry.id for entry in competition.entries]
    if before is None or before.id not in rulings.advanced:
        return everybody
    chosen = set(rulings.advanced[before.id].data["entries"])
    return [entry for entry in everybody if entry in chosen]


def weighing_stages(competition: Competition) -> list[tuple[Stage, int]]:
    """The stages of the final score with their shares in basis points; the last alone when none weighs.

    Sulawesi Selatan 2022: presentation and interview 30 %, substance 70 %.

    >>> from kipp_desktop.domain.rubric import Text
    >>> def stage(name, share):
    ...     return Stage(name, Text(name), rubric={"default": "umum"}, weight_bp=share)
    >>> both = (stage("presentasi", 3000), stage("substansi", 7000))
    >>> [(one.id, share) for one, share in weighing_stages(Competition("X", "X", both, (), Rule()))]
    [('presentasi', 3000), ('substansi', 7000)]
    >>> alone = (stage("proposal", 0), stage("final", 0))
    >>> [(one.id, share) for one, share in weighing_stages(Competition("X", "X", alone, (), Rule()))]
    [('final', 10000)]
    """
    weighing = [(one, one.weight_bp) for one in competition.stages if one.weight_bp and one.form == "scored"]
    return weighing or [(competition.stages[-1], 10000)]


def result_stages(competition: Competition, stage: Stage) -> list[Stage]:
    """The stages whose scores the ranking of a stage is made of: itself; of the last one those that weigh."""
    if stage is not competition.stages[-1]:
        return [stage]
    weighing = [one for one, _ in weighing_stages(competition)]
    return weighing if stage in weighing else [*weighing, stage]


def judged_stages(competition: Competition, stage: Stage) -> list[Stage]:
    """The stage itself, and the others that its ranking is made of as far as jurors score them."""
    return [one for one in result_stages(competition, stage) if one is stage or one.panel != ORGANISER]


def stage_scores(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage, entries: Iterable[str]
) -> dict[str, EntryScore]:
    """Score every entry that has at least one counting sheet; the others are absent from the answer."""
    if needs_whole_panel(competition.rule.panel_method) and stage.panel != ORGANISER:
        return _scores_of_whole_panel(competition, table, rulings, stage, entries)
    asked = [*entries]
    excluded = partial_jurors(competition, table, rulings, stage)
    states = _counting_states(competition.rule)
    ways = _ways(competition, stage, asked)
    scores: dict[str, EntryScore] = {}
    for first in range(0, len(asked), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        sheets_of = _sheets_of(competition, table, rulings, stage, asked[some])
        values_of = [[sheet.values for sheet in sheets if sheet.state == "locked"] for sheets in sheets_of]
        counted_of = [*sheets_of]
        for at, (sheets, values) in enumerate(zip(sheets_of, values_of, strict=True)):
            if excluded or len(values) < len(sheets):
                counted_of[at] = [one for one in sheets if one.state in states and one.juror not in excluded]
                values_of[at] = [one.values for one in counted_of[at]]
        sums = [_added_up(way.panel, values) for way, values in zip(ways[some], values_of, strict=True)]
        for entry, way, sheets, counted, added in zip(
            asked[some], ways[some], sheets_of, counted_of, sums, strict=True
        ):
            score = _entry_score(entry, way, sheets, counted, added)
            if score is not None:
                scores[entry] = score
    return scores


def _entry_score(
    entry: str, way: _Way, sheets: Sequence[Sheet], counted: Sequence[Sheet], added: tuple[int, int] | None
) -> EntryScore | None:
    """The score that counting sheets were added up to; where there are gaps, that of the usable ones."""
    if added is None:
        counted = [sheet for sheet in counted if _usable(way.rubric, sheet)]
        if not counted:
            return None
        added = way.panel([[value or 0 for value in sheet.values] for sheet in counted])
    numerator, divisor = added
    expected = len(sheets) if counted is sheets else expected_jurors(sheets)
    return EntryScore(entry, numerator, way.denominator * divisor, counted, expected)


class _Way(NamedTuple):
    """How the sheets of an entry become one score of so many parts of a point."""

    rubric: Rubric
    panel: Panel
    denominator: int


def _ways(competition: Competition, stage: Stage, entries: Sequence[str]) -> list[_Way]:
    """The way of each entry; those of a group share a rubric."""
    groups = [competition.entry_by_id[entry].group for entry in entries]
    one_of = dict(zip(groups, entries, strict=True))
    ways = {group: _way(competition, stage, competition.entry_by_id[one_of[group]]) for group in one_of}
    return [ways[group] for group in groups]


def _way(competition: Competition, stage: Stage, entry: Entry) -> _Way:
    rubric = competition.rubric_for(stage.id, entry)
    by = rubric.formula
    method = competition.rule.panel_method
    if needs_whole_panel(method):  # what the organiser entered is no panel
        method = PanelMethod()
    return _Way(rubric, panel_of(method, by), by.denominator)


def _sheets_of(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage, entries: Sequence[str]
) -> list[Sequence[Sheet]]:
    """The sheets of each entry at the stage."""
    if stage.panel == ORGANISER:
        rubric_of = competition.rubric_of
        return [sheets_at(table, rulings, stage, entry, rubric_of[stage.id, entry]) for entry in entries]
    of_stage = table.sheets.get(stage.id, {})
    return [of_stage.get(entry, ()) for entry in entries]


def _added_up(panel: Panel, values: Sequence[Sequence[int | None]]) -> tuple[int, int] | None:
    """The panel's score, or None where there is a gap, which can't be added up, or nothing at all."""
    try:
        return panel(cast("Sequence[Sequence[int]]", values)) if values else None
    except TypeError:
        return None


def _scores_of_whole_panel(
    competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage, entries: Iterable[str]
) -> dict[str, EntryScore]:
    """Scores by a method that asks who gave a total, or what the same juror gave to other entries.

    Ranks are taken among all entries still running at the stage: an entry has one score in every list.
    """
    method, asked = competition.rule.panel_method, list(entries)
    field = asked
    if method.kind == "rank_sum":
        field = [one for one in participants(competition, rulings, stage.id) if one not in rulings.out]
    excluded = partial_jurors(competition, table, rulings, stage)
    counted = {entry: counted_sheets(competition, table, stage, entry, excluded) for entry in field}
    jurors = competition.juror_by_id
    scores = scores_of_panel(
        method, *unit_totals(competition, stage, counted), lambda juror: method.weight(jurors.get(juror))
    )
    return {
        entry: EntryScore(
            entry,
            scores[entry].numerator,
            scores[entry].denominator,
            counted[entry],
            expected_jurors(table.of(stage.id, entry)),
        )
        for entry in asked
        if entry in scores
    }


def counted_sheets(
    competition: Competition, table: ScoreTable, stage: Stage, entry: str, excluded: Container[str]
) -> list[Sheet]:
    """An entry's sheets that count, without those of excluded jurors: what `stage_scores` does at speed."""
    rubric, states = competition.rubric_of[stage.id, entry], _counting_states(competition.rule)
    return [
        sheet
        for sheet in table.of(stage.id, entry)
        if sheet.state in states and _usable(rubric, sheet) and sheet.juror not in excluded
    ]


def unit_totals(
    competition: Competition, stage: Stage, counted: Mapping[str, Iterable[Sheet]]
) -> tuple[dict[str, list[tuple[str, int]]], int]:
    """Entry → (juror, total) of its counting sheets in one unit, and how many make a point; what is missing
    on them is zero by the rule.
    """
    rubrics = {competition.rubric_of[stage.id, entry].id for entry in counted}
    ways = {one.id: one.formula for one in competition.rubrics if one.id in rubrics}
    unit = lcm(*(by.denominator for by in ways.values()))
    totals: dict[str, list[tuple[str, int]]] = {}
    for entry, sheets in counted.items():
        by = ways[competition.rubric_of[stage.id, entry].id]
        factor = unit // by.denominator
        totals[entry] = [
            (one.juror, factor * by.numerator([value or 0 for value in one.values])) for one in sheets
        ]
    return totals, unit


def sheet_totals(
    competition: Competition, stage: Stage, counted: Mapping[str, Iterable[Sheet]]
) -> dict[str, list[tuple[str, Fraction]]]:
    """Entry → (juror, total in points) of its counting sheets."""
    totals, unit = unit_totals(competition, stage, counted)
    return {
        entry: [(juror, Fraction(total, unit)) for juror, total in given] for entry, given in totals.items()
    }


def sheet_counts(competition: Competition, rubric: Rubric, sheet: Sheet) -> bool:
    """Whether a sheet enters the score: locked (or a draft, where the rule says so) and without a gap.

    What was not scored is no zero, unless the rubric says `missing_as_zero`.

    >>> from kipp_desktop.domain.rubric import Criterion, Text
    >>> two = (Criterion("a", Text("A"), 5000), Criterion("b", Text("B"), 5000))
    >>> strict, zeros = Rubric("umum", two), Rubric("umum", two, incomplete="missing_as_zero")
    >>> locked, drafts = (Competition("X", "X", (), (), Rule(counts=kind)) for kind in ("locked", "drafts"))
    >>> whole = Sheet("J-01", "final", "01", "locked", (8000, 7000))
    >>> gap, draft = whole._replace(values=(8000, None)), whole._replace(state="draft")
    >>> [sheet_counts(locked, strict, sheet) for sheet in (whole, gap, draft)]
    [True, False, False]
    >>> sheet_counts(locked, zeros, gap), sheet_counts(drafts, strict, draft)
    (True, True)
    """
    return sheet.state in _counting_states(competition.rule) and _usable(rubric, sheet)


def _counting_states(rule: Rule) -> tuple[str, ...]:
    return ("locked",) if rule.counts == "locked" else ("locked", "draft", "reopened")


def _usable(rubric: Rubric, sheet: Sheet) -> bool:
    if rubric.incomplete == "missing_as_zero":
        return not sheet.troubles and sheet.scored > 0
    return None not in sheet.values


def expected_jurors(sheets: Sequence[Sheet]) -> int:
    """How many jurors owe a sheet: assigned − recused. Who abstained stays expected.

    >>> states = ("locked", "abstained", "recused", "none")
    >>> expected_jurors([Sheet(f"J-0{at}", "final", "01", state, ()) for at, state in enumerate(states)])
    3
    """
    return len(sheets) - [sheet.state for sheet in sheets].count("recused")


def sheets_at(
    table: ScoreTable, rulings: Rulings, stage: Stage, entry: str, rubric: Rubric
) -> Sequence[Sheet]:
    """The sheets of an entry at a stage; on the organiser's own stage, what was entered, as one sheet."""
    if stage.panel != ORGANISER:
        return table.of(stage.id, entry)
    gate = rulings.gates.get((stage.id, entry), {})
    if not any(criterion.id in gate for criterion in rubric.criterion):
        return ()
    values = tuple(gate.get(criterion.id, (None, ""))[0] for criterion in rubric.criterion)
    return (Sheet(ORGANISER, stage.id, entry, "locked", values),)


def partial_jurors(competition: Competition, table: ScoreTable, rulings: Rulings, stage: Stage) -> set[str]:
    """Jurors whom `partial_jurors = "exclude"` leaves out: those who owe a sheet of the stage and gave
    none.
    """
    if competition.rule.partial_jurors == "count":
        return set()
    left: set[str] = set()
    running = set(participants(competition, rulings, stage.id)) - rulings.out.keys()
    for entry_id, sheets in table.sheets.get(stage.id, {}).items():
        if entry_id not in running:
            continue
        rubric = competition.rubric_of[stage.id, entry_id]
        left |= {
            sheet.juror
            for sheet in sheets
            if sheet.state not in ("abstained", "absent", "recused")
            and not sheet_counts(competition, rubric, sheet)
        }
    return left
