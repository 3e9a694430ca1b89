"""The jurors behind a result: how many scored at each stage it is made of, and who signs for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kipp_desktop.documents.signing import Signature
from kipp_desktop.documents.words import Texts, Words
from kipp_desktop.domain.competition import Competition, Juror, Stage
from kipp_desktop.domain.names import bare
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import judged_stages


@dataclass(frozen=True, slots=True)
class StagePanel:
    """Who scored at a stage: those who gave scores by seat and name, of how many; `missing` says in sentences
    who did not and why. Of a stage that the organiser values nobody is named.
    """

    stage: str
    weight_bp: int
    gave: tuple[str, ...] = ()
    seats: int = 0
    missing: tuple[str, ...] = ()
    by_organiser: bool = False


def gave_words(panels: Sequence[StagePanel], words: Words) -> str:
    """How many jurors gave scores; of a result of several stages at each of them."""
    own = Words(words.language, TEXTS)
    said = [
        own("gave", present=words.number(len(one.gave)), seats=words.number(one.seats))
        + ("" if len(panels) == 1 else own("gave.at", stage=one.stage, weight=words.centi(one.weight_bp)))
        for one in panels
        if not one.by_organiser
    ]
    return words.listed(said)


def panel_sentences(panels: Sequence[StagePanel], words: Words) -> tuple[str, ...]:
    """By stage who scored and who did not; nothing where one stage alone makes the result."""
    own = Words(words.language, TEXTS)
    lines: list[str] = []
    for one in panels if len(panels) > 1 else ():
        line = own("stage", stage=one.stage, weight=words.centi(one.weight_bp))
        if one.by_organiser:
            line += own("by_organiser")
        else:
            line += own("scored", n=len(one.gave), m=one.seats)
            line += own("namely", jurors="; ".join(one.gave).rstrip(".")) if one.gave else "."
        lines.append(" ".join((line, *one.missing)))
    return tuple(lines)


def seated(competition: Competition, stage: Stage, rulings: Rulings) -> list[Juror]:
    """Who sits on a stage's panel now, in the order of the list: nobody replaced, no empty spare seat."""
    return [
        juror
        for juror in competition.jurors
        if juror.panel == stage.panel
        and juror.id not in rulings.replaced
        and (not juror.spare or juror.id in rulings.named)
    ]


def panel_signatures(
    competition: Competition, stage: Stage, rulings: Rulings, words: Words
) -> tuple[Signature, ...]:
    """Who sits on a stage's panel: chair, secretary, members."""
    order = {"ketua": 0, "sekretaris": 1, "anggota": 2}
    return tuple(
        Signature(words(f"role.{juror.role}"), juror.name or words("nameless"), juror.institution)
        for juror in sorted(
            seated(competition, stage, rulings), key=lambda juror: (order[juror.role], juror.id)
        )
    )


def result_signatures(
    competition: Competition, stage: Stage, rulings: Rulings, words: Words
) -> tuple[Signature, ...]:
    """Who signs for the ranking of a stage: the panel of every stage whose scores it is made of.

    Where there are several panels each place says for which stages; who sits on two of them signs once.
    """
    stages_of: dict[str, list[Stage]] = {}
    for one in judged_stages(competition, stage):
        stages_of.setdefault(one.panel, []).append(one)
    panels = [
        (_named(stages, words), panel_signatures(competition, stages[0], rulings, words))
        for stages in stages_of.values()
    ]
    if len(panels) == 1:
        return panels[0][1]
    signing: dict[tuple[str, str, str], Signature] = {}
    for stage_names, people in panels:
        for at, who in enumerate(people):
            role = f"{who.role} ({stage_names})"
            nobody = who.name == words("nameless")
            person = (bare(who.name), who.institution.casefold().strip(), f"{stage_names} {at}" * nobody)
            held = signing.get(person)
            signing[person] = replace(held or who, role=f"{held.role}\n{role}" if held else role)
    return tuple(signing.values())


def _named(stages: Sequence[Stage], words: Words) -> str:
    return words.listed([stage.name.in_language(words.language) for stage in stages])


TEXTS: Texts = {
    "gave": ("{present} dari {seats} orang", "{present} of {seats} jurors gave scores"),
    "gave.at": (" pada tahap {stage} (bobot {weight} %)", " at stage {stage} (weight {weight} %)"),
    "stage": ("{stage} (bobot {weight} %): ", "{stage} (weight {weight} %): "),
    "by_organiser": ("nilai dari panitia.", "valued by the organiser."),
    "scored": ("{n} dari {m} juri memberikan nilai", "{n} of {m} jurors gave scores"),
    "namely": (", yaitu {jurors}.", ", namely {jurors}."),
}
