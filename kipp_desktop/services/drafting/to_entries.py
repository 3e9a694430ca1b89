"""Letters to one entry: the answer to its objection, and what the jury would have it know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from kipp_desktop.documents.feedback import Feedback, Standing, feedback
from kipp_desktop.documents.objection_answer import ObjectionAnswer, objection_answer
from kipp_desktop.documents.ranking_facts import Edition, ranking_sheet_from
from kipp_desktop.documents.rule_words import rule_sentences
from kipp_desktop.domain.competition import Entry, Stage
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.ranking import Row
from kipp_desktop.domain.scores import EntryScore, judged_stages, participants, stage_scores
from kipp_desktop.domain.tie_values import criterion_mean
from kipp_desktop.services.drafting.points import final_sentences
from kipp_desktop.services.drafting.sheets import comments_of
from kipp_desktop.services.drafting.source import Source
from kipp_desktop.services.results import check_stage


def draft_objection_answer(source: Source) -> bytes:
    """Jawaban keberatan. Raises UserError: print.entry_needed, entry.unknown, rank.shut, rank.nothing."""
    check_stage(source.state, source.wanted.stage)
    source.check_open()
    entry = source.entry()
    if not source.rankings:
        raise UserError("rank.nothing", stage=source.stage.id)
    ranking = next((one for one in source.rankings if entry.id in {row.entry for row in one.rows}), None)
    if ranking is None:
        raise UserError("entry.unknown", entry=entry.id)
    objections = [one for one in source.objections.objections if one.entry == entry.id]
    answered = [one for one in objections if one.answer] or objections[-1:]
    words, competition = source.words, source.competition
    row = next(row for row in ranking.rows if row.entry == entry.id)
    edition = Edition(status=source.found.status, language=source.wanted.language, places_of_all=True)
    sheet = ranking_sheet_from(competition, [ranking], source.table, source.rulings, edition)
    printed = next((one for one in sheet.sections[0].ranked if one.number == entry.id), None)
    marks = () if printed is None else (*printed.juror_marks, *printed.tie_marks)
    notes = [sheet.sections[0].footnotes[mark - 1] for mark in dict.fromkeys(marks)]
    score_said = _with_words(source, printed.score, row.score) if printed else "–"
    return objection_answer(
        ObjectionAnswer(
            source.imprint(result=True), source.stage_name, entry.id, entry.title, entry.institution,
            tuple((one.text, one.answer) for one in answered),
            str(row.place) if row.place else words("unplaced"), score_said, _jurors(source, row),
            tuple(_criteria(source, entry)),
            (rule_sentences(competition, source.stage, words), *notes), source.found.digest,
            source.signer("signer"),
        )
    )  # fmt: skip


def _with_words(source: Source, shown: str, score: Fraction | None) -> str:
    """71,80 (tujuh puluh satu koma delapan nol), with as many decimals as the ranking sheet shows."""
    places = len(shown.partition(source.words.mark)[2])
    return f"{shown} ({source.words.decimal_in_words(score or Fraction(0), places)})"


def _jurors(source: Source, row: Row) -> str:
    """How many of how many jurors count, at each stage that the score is made of."""
    words = source.words
    told: list[str] = []
    stages = judged_stages(source.competition, source.stage)
    for stage in stages:
        n, m = row.jurors_counted, row.jurors_expected
        if stage is not source.stage:
            score = _scores(source, stage).get(row.entry)
            n, m = (0, 0) if score is None else (len(score.counted), score.expected)
        counted = words("jurors_counted", n=n, m=m)
        told.append(counted if len(stages) == 1 else f"{counted} ({_name(source, stage)})")
    return words.listed(told)


def _criteria(source: Source, entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Name, weight and mean of every criterion; of a score of several stages each with its stage."""
    words, competition = source.words, source.competition
    stages = judged_stages(competition, source.stage)
    for stage in stages:
        score, rubric = _scores(source, stage).get(entry.id), competition.rubric_for(stage.id, entry)
        for criterion in rubric.criterion:
            name = criterion.name.in_language(source.wanted.language)
            weight = f"{words.centi(criterion.weight_bp)} %" if rubric.total == "weighted" else "–"
            mean = "–"
            if score is not None and score.counted:
                mean = words.decimal(criterion_mean(competition, score, stage.id, criterion.id), 2)
            yield name if len(stages) == 1 else f"{_name(source, stage)}: {name}", weight, mean


def _name(source: Source, stage: Stage) -> str:
    return stage.name.in_language(source.wanted.language)


def _scores(source: Source, stage: Stage) -> Mapping[str, EntryScore]:
    taking_part = participants(source.competition, source.rulings, stage.id)
    in_it = [entry for entry in taking_part if entry not in source.rulings.out]
    return stage_scores(source.competition, source.table, source.rulings, stage, in_it)


def draft_feedback(source: Source) -> bytes:
    """Umpan balik of one entry or of all. Raises UserError: rank.shut, entry.unknown, rank.nothing."""
    check_stage(source.state, source.wanted.stage)
    source.check_open()
    entries = source.running if source.wanted.entry is None else [source.entry()]
    if not entries:
        raise UserError("rank.nothing", stage=source.stage.id)
    scores = _scores(source, source.stage)
    heads = [one.digest for one in source.files if one.standing.get(source.stage.id) == "head"]
    comments = comments_of(source, heads)
    return feedback(tuple(_feedback(source, entry, scores, comments) for entry in entries))


def _feedback(
    source: Source,
    entry: Entry,
    scores: Mapping[str, EntryScore],
    comments: Mapping[tuple[str, str], Sequence[str]],
) -> Feedback:
    competition, stage, words = source.competition, source.stage.id, source.words
    rubric = competition.rubric_for(stage, entry)
    alike = [one for key, one in scores.items()
             if competition.rubric_for(stage, competition.entry_by_id[key]) is rubric]  # fmt: skip
    own = scores.get(entry.id)
    criteria: list[Standing] = []
    if own is not None and own.counted:
        for one in rubric.criterion:
            means = [criterion_mean(competition, score, stage, one.id) for score in alike if score.counted]
            name = one.name.in_language(source.wanted.language)
            criteria.append(_standing(source, name, criterion_mean(competition, own, stage, one.id), means))
    total = None
    if own is not None and own.counted:
        total = _standing(source, words("score"), own.score, [score.score for score in alike])
    return Feedback(
        source.imprint(result=True), source.stage_name, entry.id, entry.title, entry.institution, total,
        tuple(criteria), tuple(comments.get((entry.id, "praise"), ())),
        tuple(comments.get((entry.id, "improve"), ())), source.signer("signer"),
        tuple(final_sentences(source, entry)),
    )  # fmt: skip


def _standing(source: Source, name: str, own: Fraction, field: Sequence[Fraction]) -> Standing:
    rising = sorted(field)
    half = len(rising) // 2
    middle = rising[half] if len(rising) % 2 else (rising[half - 1] + rising[half]) / 2
    shown = [source.words.decimal(value, 2) for value in (own, rising[0], middle, rising[-1])]
    return Standing(name, *shown)
