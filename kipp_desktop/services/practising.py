"""Gladi: a rehearsal with the same people and participants, whose files no real master takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from kipp_desktop.domain.competition import ORGANISER, Advance, Competition, Rule, Stage, plain
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.scores import participants
from kipp_desktop.exchange.safe_write import make_folder, safe_write
from kipp_desktop.services import issuing, printing, recents, setting_up
from kipp_desktop.services.issuing import Issued
from kipp_desktop.services.masters import Master, draft_competition, load_state

Language = Literal["id", "en"]
TITLE = recents.REHEARSAL
MASTER_NAME = "gladi.kipp"


@dataclass(frozen=True, slots=True)
class Practice:
    """A rehearsal: its own master, its package and its slips."""

    master: Path
    issued: Issued
    slips: Path


def rehearse(master: Master, folder: Path, language: Language = "id") -> Practice:
    """Make a rehearsal in `folder`: competition id, keys and codes of its own, one stage, everybody in it.

    The stage is the last one that a jury scores; gates and cuts before it are left out.
    Raises UserError: store.exists, practice.no_stage, issue.no_entries, issue.no_jurors.
    """
    with master.store.begin() as tx:
        state = load_state(tx)
        draft = draft_competition(tx, state.rulings)
    stage = _stage(draft)
    entries = [draft.entry_by_id[one] for one in participants(draft, state.rulings, stage.id)]
    make_folder(folder)
    made = setting_up.made_of(
        folder / MASTER_NAME, _shape(draft, stage), f"{TITLE} – {draft.title}"[:200], None, "gladi"
    )
    try:
        setting_up.put_entries(made, [replace(entry, attachments=()) for entry in entries])
        seats = [one for one in draft.jurors if one.panel == stage.panel and not one.spare]
        setting_up.put_jurors(made, seats)
        issued = issuing.issue(made, folder)
        slips = folder / "slip-kode-gladi.pdf"
        safe_write(slips, printing.slips_pdf(made, language=language))
    finally:
        made.close()
    return Practice(folder / MASTER_NAME, issued, slips)


def _stage(draft: Competition) -> Stage:
    scored = [stage for stage in draft.stages if stage.form == "scored" and stage.panel != ORGANISER]
    if not scored:
        raise UserError("practice.no_stage")
    return replace(scored[-1], weight_bp=10000, advance=Advance())


def _shape(draft: Competition, stage: Stage) -> dict[str, object]:
    """The competition reduced to one stage, as a template."""
    rubrics = [one for one in draft.rubrics if one.id in set(stage.rubric.values())]
    criteria = {one.id for rubric in rubrics for one in rubric.criterion}
    ties = tuple(link for link in draft.rule.ties if link.partition(":")[2] in criteria)
    rule: Rule = replace(draft.rule, ties=ties, ranking_visible="always")
    kept = ("theme", "level", "body", "paper", "legal_basis", "letterhead")
    return {
        "title": draft.title,
        "practice": True,
        **{name: plain(getattr(draft, name)) for name in kept},
        "stage": [plain(stage)],
        "rubric": [plain(one) for one in rubrics],
        "rule": plain(rule),
    }
