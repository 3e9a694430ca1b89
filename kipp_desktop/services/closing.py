"""The end of a stage and of the whole: closing intake, opening a ranking early, FINAL and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kipp_desktop.domain.advancing import crossing
from kipp_desktop.domain.checks import Gap
from kipp_desktop.domain.competition import ORGANISER
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.ranking import rank_stage
from kipp_desktop.domain.result import Status
from kipp_desktop.domain.scores import participants
from kipp_desktop.services.attendance import ids_of
from kipp_desktop.services.guards import need_reason
from kipp_desktop.services.masters import Master, MasterState, load_state, rebuild
from kipp_desktop.services.results import Result, check_stage, has_begun, is_visible, result_of
from kipp_desktop.services.words import plain_text
from kipp_desktop.store.master_store import MasterTransaction


@dataclass(frozen=True, slots=True)
class Finalised:
    """What finalising found and did."""

    status: Status
    gaps: tuple[Gap, ...]
    closed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenTie:
    """Entries that share a place: at the last stage for its award, at an earlier one across its cut."""

    stage: str
    group: str
    entries: tuple[str, ...]
    crosses_cut: bool


def open_ties(state: MasterState) -> tuple[OpenTie, ...]:
    """Ties that people may settle (a joint place of the result) or must (across a cut); none that is shut."""
    competition, table, rulings = state.competition, state.table, state.rulings
    found: list[OpenTie] = []
    for stage in competition.stages[:-1]:
        if stage.id not in rulings.advanced and is_visible(state, stage.id):
            crossed = crossing(competition, table, rulings, stage.id)
            found += [OpenTie(stage.id, group, entries, True) for group, entries in crossed]
    last = state.last_stage
    if competition.stage_by_id[last].form == "scored" and is_visible(state, last):
        ranked = rank_stage(competition, table, rulings, last)
        found += [OpenTie(last, one.group, tie, False) for one in ranked for tie in one.ties]
    return tuple(found)


def close_intake(master: Master, stage: str | None = None, reason: str | None = None) -> list[str]:
    """Close the intake of a stage (the last by default), listing every file received; digests received."""
    with master.store.begin() as tx:
        state = load_state(tx)
        wanted = check_stage(state, stage)
        if wanted in state.rulings.closed:
            raise UserError("close.already", stage=wanted)
        if state.package is None or not state.table.sheets.get(wanted):
            raise UserError("close.nothing", stage=wanted)
        return _close(tx, wanted, reason)


def open_ranking(master: Master, by: Sequence[str], stage: str | None = None) -> None:
    """Open a ranking before its intake is closed: the organiser and the chair,
    logged and counted in the minutes.
    """
    for name in by:
        plain_text(name)
    with master.store.begin() as tx:
        wanted = check_stage(load_state(tx), stage)
        people = ids_of(tx, by)
        if len(people) < 2:
            raise UserError("open_ranking.two_needed")
        tx.append("ranking_opened", {"stage": wanted, "by": people})


def finalise(master: Master, reason: str | None = None) -> Finalised:
    """Freeze the present result.

    With gaps it needs a reason, which is printed. Closes what intake is still open.

    Raises UserError: finalise.gaps, finalise.nothing, finalise.already, finalise.drafts, finalise.not_begun.
    """
    with master.store.begin() as tx:
        rebuild(tx)
        found = result_of(tx)
        if found.state.competition.rule.counts == "drafts":
            raise UserError("finalise.drafts")
        if found.status == "FINAL":
            raise UserError("finalise.already")
        competition, last = found.state.competition, found.state.last_stage
        if len(competition.stages) > 1 and not has_begun(found.state, last):
            raise UserError("finalise.not_begun", stage=last)
        if not any(row.place for ranking in found.rankings for row in ranking.rows):
            raise UserError("finalise.nothing")
        blocking = [gap for gap in found.gaps if not gap.is_note]
        if blocking and not (reason and reason.strip()):
            raise UserError("finalise.gaps", count=len(blocking))
        closed = [stage for stage in _jury_stages(found) if stage not in found.state.rulings.closed]
        for stage in closed:
            _close(tx, stage, None)
        basis = result_of(tx).basis
        gaps = [[gap.kind, gap.stage, gap.juror, gap.entry, gap.detail] for gap in found.gaps]
        tx.append("finalised", {"basis": basis, "gaps": gaps, "reason": reason})
        status = result_of(tx).status
    return Finalised(status, found.gaps, tuple(closed))


def unfinalise(master: Master, reason: str) -> None:
    """Take a finalisation back, with a reason."""
    need_reason(reason)
    with master.store.begin() as tx:
        if load_state(tx).rulings.finalised is None:
            raise UserError("unfinalise.not_final")
        tx.append("unfinalised", {"reason": reason})


def _jury_stages(found: Result) -> list[str]:
    competition = found.state.competition
    with_jury = [stage.id for stage in competition.stages if stage.panel != ORGANISER]
    return [stage for stage in with_jury if participants(competition, found.state.rulings, stage)]


def _close(tx: MasterTransaction, stage: str, reason: str | None) -> list[str]:
    received = sorted(tx.payload_digests())
    tx.append("intake_closed", {"stage": stage, "received": received, "reason": reason})
    rebuild(tx)
    return received
