"""The ranking rule and the criteria in words, for people who set a competition up."""

from __future__ import annotations

from kipp_desktop.domain.competition import ORGANISER, Competition
from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.ranking import link_words


def rule_words(competition: Competition, language: str) -> str:
    """What the rule makes of the scores, one sentence a line."""
    rule = competition.rule
    method = {
        "mean": translate("Rule", "rata-rata juri yang menilai"),
        "sum": translate("Rule", "jumlah nilai juri"),
        "median": translate("Rule", "nilai tengah juri"),
        "trimmed": translate("Rule", "rata-rata juri tanpa {k} nilai tertinggi dan {k} terendah").format(
            k=rule.panel_method.k
        ),
        "rank_sum": translate("Rule", "jumlah peringkat dari tiap juri, dijadikan angka 0–100"),
    }[rule.panel_method.kind]
    sentences = [translate("Rule", "Nilai peserta adalah {method}.").format(method=method)]
    if rule.panel_method.is_weighed:
        sentences.append(translate("Rule", "Bobot juri tidak sama."))
    if rule.counts == "locked":
        sentences.append(translate("Rule", "Hanya lembar terkunci yang dihitung."))
    if rule.partial_jurors == "exclude":
        sentences.append(translate("Rule", "Juri yang tidak menilai semua peserta tidak dihitung."))
    sentences.append(_ties(competition))
    if rule.ranking_visible == "after_close":
        sentences.append(translate("Rule", "Peringkat terbuka setelah penerimaan ditutup."))
    if rule.labels:
        labels = ", ".join(rule.labels)
        sentences.append(translate("Rule", "Predikat: {labels}.").format(labels=labels))
    weighing = [stage for stage in competition.stages if stage.weight_bp]
    if len(weighing) > 1:
        parts = " + ".join(
            f"{centi_text(stage.weight_bp)} % {stage.name.in_language(language)}" for stage in weighing
        )
        sentences.append(translate("Rule", "Nilai akhir: {parts}.").format(parts=parts))
    return "\n".join(sentences)


def criteria_facts(competition: Competition, language: str) -> list[tuple[str, str]]:
    """Criterion → weight and scale, of the rubrics the jury uses."""
    wanted = {
        rubric for stage in competition.stages if stage.panel != ORGANISER for rubric in stage.rubric.values()
    }
    return [
        (f"{centi_text(one.weight_bp)} %", f"{one.name.in_language(language)}  ·  {scale_words(one)}")
        for rubric in competition.rubrics
        if rubric.id in wanted
        for one in rubric.criterion
    ]


def scale_words(criterion: Criterion) -> str:
    """What may be given: "0–100"."""
    scale = criterion.scale
    if scale.check:
        return translate("Rule", "ya/tidak")
    if scale.values is not None:
        return ", ".join(centi_text(value) for value in scale.values)
    return f"{centi_text(scale.min)}–{centi_text(scale.max)}"


def _ties(competition: Competition) -> str:
    rule = competition.rule
    after = {
        "joint": translate("Rule", "peringkat bersama"),
        "dense": translate("Rule", "peringkat bersama tanpa jeda"),
        "plenary": translate("Rule", "diputuskan pleno"),
    }[rule.after_ties]
    if not rule.ties:
        return translate("Rule", "Nilai sama: {after}.").format(after=after)
    chain = ", ".join(link_words(competition, link) for link in rule.ties)
    return translate("Rule", "Nilai sama: unggul pada {chain}, lalu {after}.").format(
        chain=chain, after=after
    )
