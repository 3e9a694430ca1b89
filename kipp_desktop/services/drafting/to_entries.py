"""Letters to one entry: the answer to its objection, and what the jury would have it know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kipp_desktop.documents.feedback import Feedback, Standing, feedback
from kipp_desktop.documents.objection_answer import ObjectionAnswer, objection_answer
from kipp_desktop.documents.ranking_facts import Edition, ranking_sheet_from
from kipp_desktop.documents.rule_words import rule_sentences
from kipp_desktop.domain.competition import Entry
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.scores import EntryScore, participants, stage_scores
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
    score = _scores(source).get(entry.id)
    edition = Edition(status=source.found.status, language=source.wanted.language, places_of_all=True)
    sheet = ranking_sheet_from(competition, [ranking], source.table, source.rulings, edition)
    printed = next((one for one in sheet.sections[0].ranked if one.number == entry.id), None)
    marks = () if printed is None else (*printed.juror_marks, *printed.tie_marks)
    notes = [sheet.sections[0].footnotes[mark - 1] for mark in dict.fromkeys(marks)]
    jurors = words("jurors_counted", n=row.jurors_counted, m=row.jurors_expected)
    score_said = _with_words(source, printed.score, row.score) if printed else "–"
    return objection_answer(
        ObjectionAnswer(
            source.imprint(result=True), source.stage_name, entry.id, entry.title, entry.institution,
            tuple((one.text, one.answer) for one in answered),
            str(row.place) if row.place else words("unplaced"), score_said, jurors,
            tuple(_criteria(source, entry, score)),
            (rule_sentences(competition, source.stage, words), *notes), source.found.digest,
            source.signer("signer"),
        )
    )  # fmt: skip


def _with_words(source: Source, shown: str, score: Fraction | None) -> str:
    """71,80 (tujuh puluh satu koma delapan nol), with as many decimals as the ranking sheet shows."""
    places = len(shown.partition(source.words.mark)[2])
    return f"{shown} ({source.words.decimal_in_words(score or Fraction(0), places)})"


def _criteria(source: Source, entry: Entry, score: EntryScore | None) -> list[tuple[str, str, str]]:
    words = source.words
    rubric = source.competition.rubric_for(source.stage.id, entry)
    found: list[tuple[str, str, str]] = []
    for criterion in rubric.criterion:
        weight = f"{words.centi(criterion.weight_bp)} %" if rubric.total == "weighted" else "–"
        mean = "–"
        if score is not None and score.counted:
            mean = words.decimal(criterion_mean(source.competition, score, source.stage.id, criterion.id), 2)
        found.append((criterion.name.in_language(source.wanted.language), weight, mean))
    return found


def _scores(source: Source) -> Mapping[str, EntryScore]:
    taking_part = participants(source.competition, source.rulings, source.stage.id)
    in_it = [entry for entry in taking_part if entry not in source.rulings.out]
    return stage_scores(source.competition, source.table, source.rulings, source.stage, in_it)


def draft_feedback(source: Source) -> bytes:
    """Umpan balik of one entry or of all. Raises UserError: rank.shut, entry.unknown, rank.nothing."""
    check_stage(source.state, source.wanted.stage)
    source.check_open()
    entries = source.running if source.wanted.entry is None else [source.entry()]
    if not entries:
        raise UserError("rank.nothing", stage=source.stage.id)
    scores = _scores(source)
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
