"""Who scored at each stage that a result is made of, from the sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kipp_desktop.documents.missing_notes import MissingNotes
from kipp_desktop.documents.panels import StagePanel
from kipp_desktop.domain.competition import ORGANISER, Stage
from kipp_desktop.domain.scores import participants, result_stages, stage_scores
from kipp_desktop.services.drafting.source import Source


def stage_panels(source: Source) -> tuple[StagePanel, ...]:
    """The panels behind the stage's result, about the entries that take part in it; where there are several,
    with who did not score.
    """
    entries = participants(source.competition, source.rulings, source.stage.id)
    panels = [
        (stage, _stage_panel(source, stage, entries))
        for stage in result_stages(source.competition, source.stage)
    ]
    if len(panels) == 1:
        return (panels[0][1],)
    return tuple(replace(panel, missing=_missing(source, stage, entries)) for stage, panel in panels)


def _stage_panel(source: Source, stage: Stage, entries: Sequence[str]) -> StagePanel:
    name = stage.name.in_language(source.wanted.language)
    if stage.panel == ORGANISER and stage is not source.stage:
        return StagePanel(name, stage.weight_bp, by_organiser=True)
    sheets = [one for entry in entries for one in source.table.of(stage.id, entry)]
    owed = dict.fromkeys(one.juror for one in sheets)
    gave = {one.juror for one in sheets if one.state == "locked" and one.scored}
    named = tuple(source.jurors.get(juror, juror) for juror in sorted(owed) if juror in gave)
    return StagePanel(name, stage.weight_bp, named, len(owed))


def _missing(source: Source, stage: Stage, entries: Sequence[str]) -> tuple[str, ...]:
    running = [entry for entry in entries if entry not in source.rulings.out]
    scores = stage_scores(source.competition, source.table, source.rulings, stage, running)
    teller = MissingNotes(source.table, source.rulings, source.words, source.jurors)
    notes = teller.of(stage.id, scores, running, most_named=len(running))
    return tuple(dict.fromkeys(note for of_entry in notes.values() for note in of_entry))
