"""The ranking rule in sentences, as printed under every result."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from kipp_desktop.documents.words import Words, in_words
from kipp_desktop.domain.competition import WHOLE_LINKS, Competition, Stage
from kipp_desktop.domain.numbers import places_that_separate
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.domain.scores import result_stages


def rule_sentences(competition: Competition, stage: Stage, words: Words) -> str:
    """What the rule of the competition makes of the scores of a stage."""
    rule = competition.rule
    used = {rubric for one in result_stages(competition, stage) for rubric in one.rubric.values()}
    rubrics = [found for found in competition.rubrics if found.id in used]
    exact = rule.rank_on == "exact"
    precision = words("rule.exact") if exact else words("rule.published", n=rule.published_decimals)
    method, total = words(f"rule.{rule.panel_method.kind}"), _total(rubrics, words)
    sentences = [words("rule", method=method, total=total, precision=precision), *_panel(competition, words)]
    if any(rubric.incomplete == "missing_as_zero" for rubric in rubrics):
        sentences.append(words("rule.zeros"))
    if rule.counts == "drafts":
        sentences.append(words("rule.drafts"))
    if rule.partial_jurors == "exclude":
        sentences.append(words("rule.exclude"))
    if stage is competition.stages[-1]:
        sentences += _final_score(competition, words)
    return " ".join([*sentences, _ties(competition, words)])


def _panel(competition: Competition, words: Words) -> list[str]:
    """What the method leaves out or turns the totals into, and what jurors weigh."""
    method = competition.rule.panel_method
    sentences: list[str] = []
    if method.kind == "trimmed":
        sentences.append(words(f"rule.trimmed.{method.per or 'total'}", k=method.k))
    if method.kind == "rank_sum":
        sentences.append(words("rule.ranks"))
    if method.is_weighed:
        by_seat = dict(method.juror_weight_bp or {})
        weights = {juror: by_seat[juror] for juror in sorted(by_seat)}
        weights |= {
            words(f"background.{name}"): weight
            for name, weight in sorted((method.background_weight_bp or {}).items())
        }
        listed = [f"{name} {words.centi(weight // 100)}" for name, weight in weights.items()]
        sentences.append(words("rule.weights", weights=words.listed(listed)))
    return sentences


def _total(rubrics: list[Rubric], words: Words) -> str:
    """Weighted score or points of how many criteria; those of weight 0 are shown but not counted."""
    counts = {sum(criterion.weight_bp > 0 for criterion in rubric.criterion) for rubric in rubrics}
    kinds = {rubric.total for rubric in rubrics}
    if len(counts) != 1 or len(kinds) != 1:
        text = words("rule.weighted_any")
    else:
        text = words(f"rule.{kinds.pop()}", n=in_words(counts.pop(), words.language))
    normalised = all(rubric.normalise != "none" for rubric in rubrics)
    return text + (words("rule.normalised") if normalised else "")


def _final_score(competition: Competition, words: Words) -> list[str]:
    weighing = [stage for stage in competition.stages if stage.weight_bp]
    sentences: list[str] = []
    if len(weighing) > 1:
        parts = [
            f"{words.centi(stage.weight_bp)} % {stage.name.in_language(words.language)}" for stage in weighing
        ]
        sentences.append(words("rule.stages", parts=" + ".join(parts)))
    for bonus in competition.bonus:
        day = words.date(date.fromisoformat(bonus.on))
        points = words.centi(bonus.points)
        sentences.append(words("rule.bonus", day=day, years=bonus.years, points=points))
    return sentences


def _ties(competition: Competition, words: Words) -> str:
    rule = competition.rule
    after = words(f"rule.{rule.after_ties}")
    chain = [link_name(competition, link, words) for link in rule.ties]
    if not chain:
        return words("rule.no_ties", after=after)
    return words("rule.ties", chain=words.listed(chain), after=after)


def link_name(competition: Competition, link: str, words: Words) -> str:
    """The name of what a link of the tie chain compares."""
    kind, _, name = link.partition(":")
    if link in WHOLE_LINKS:
        return words(f"link.{link}")
    if kind == "stage":
        stage = competition.stage_by_id.get(name)
        return stage.name.in_language(words.language) if stage else name
    for rubric in competition.rubrics:
        criterion = rubric.find(name)
        if criterion is not None:
            return criterion.name.in_language(words.language)
    return name


def decimals(values: list[Fraction], places: int, separate: bool = True) -> dict[Fraction, int]:
    """Decimals for each value of a ranked list; equal values get equally many."""
    falling = sorted(set(values), reverse=True)
    if not separate:
        return dict.fromkeys(falling, places)
    return dict(zip(falling, places_that_separate(falling, places), strict=True))
