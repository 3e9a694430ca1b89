"""What the organiser's pages show, read in one go: set-up, result, boards, outcomes, official acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kipp_desktop.domain.advancing import Outcome
from kipp_desktop.domain.checks import Gap
from kipp_desktop.domain.competition import ORGANISER, Competition, Entry, Juror
from kipp_desktop.domain.eligibility import Finding
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.openings import Opening
from kipp_desktop.domain.partial import TwoOrders, two_orders
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.domain.rulings import Event
from kipp_desktop.gui.models.care import Care, read_care
from kipp_desktop.services import (
    attendance,
    closing,
    intake,
    masters,
    objecting,
    openings,
    particulars,
    qualifying,
    results,
)
from kipp_desktop.services.closing import OpenTie
from kipp_desktop.services.fates import Fate, fates_of
from kipp_desktop.services.intake import Intake
from kipp_desktop.services.log_reading import LogReading
from kipp_desktop.services.masters import Master, MasterState, load_state
from kipp_desktop.services.objecting import Register
from kipp_desktop.services.results import Board, Result
from kipp_desktop.store.master_store import MasterTransaction


@dataclass(frozen=True)
class Overview:
    """The master as it stood at one moment. Pages are drawn from this and never ask the store themselves."""

    draft: Competition  # the set-up, which the next package version will carry
    result: Result
    version: int  # of the newest package; 0 = none issued
    files: int  # score files received
    care: Care  # of the key, and of backups
    boards: Mapping[str, Board]  # jury stages with sheets
    outcomes: Mapping[str, tuple[Outcome, ...]]
    intake: Intake
    events: tuple[Event, ...]
    people: Mapping[str, str]  # id → name of whoever may stand in an event
    findings: tuple[Finding, ...]  # what speaks against entries taking part
    openings: Mapping[str, Opening]  # stages whose ranking could be seen, and what changed since
    ties: tuple[OpenTie, ...]  # that people may or must settle, where the ranking may be seen
    orders: tuple[TwoOrders, ...]  # groups whose places hang on the rule about jurors who left early
    register: Register  # of objections
    fates: Mapping[int, Fate]  # decisions that hold no more, by the number of their event, and why

    @property
    def competition(self) -> Competition:
        """The competition in force: the newest package, or the set-up while there is none."""
        return self.result.state.competition

    @property
    def outdated(self) -> bool:
        """Whether the set-up has moved on since the newest package.

        The running order may be drawn in the morning; it is no reason for another package.
        """
        shared = {"jurors": self.draft.jurors, "running_order": self.draft.running_order}
        return self.version > 0 and replace(self.competition, **shared) != self.draft

    @property
    def final(self) -> bool:
        """Whether the present result is frozen."""
        return self.result.status == "FINAL"

    @property
    def jurors(self) -> list[Juror]:
        """Everybody who sits on a panel; spare seats only once somebody was named for them."""
        return [juror for juror in self.draft.jurors if not juror.spare or juror.name]

    def entry(self, entry: str) -> Entry:
        """An entry by No. peserta, newly added ones included."""
        return self.competition.entry_by_id.get(entry) or self.draft.entry_by_id[entry]

    def juror_name(self, juror: str) -> str:
        """The name of a juror, or the seat where nobody is known."""
        found = self.draft.juror_by_id.get(juror)
        return found.name if found and found.name else juror

    @property
    def result_begun(self) -> bool:
        """Whether the stage whose ranking is the result has begun."""
        state = self.result.state
        return results.has_begun(state, state.last_stage)

    @property
    def gaps(self) -> list[Gap]:
        """What is open now: nobody is without a score in a stage that has not begun."""
        return [one for one in self.result.gaps if one.kind != "no_score" or self.result_begun]

    def is_visible(self, stage: str) -> bool:
        """Whether the ranking of a stage may be seen now."""
        try:
            results.check_visible(self.result.state, stage)
        except UserError:
            return False
        return True

    def is_closed(self, stage: str) -> bool:
        """Whether the intake of a stage was closed."""
        return stage in self.result.state.rulings.closed

    def rankings(self) -> list[GroupRanking]:
        """Rankings that exist and may be seen, the last stage first."""
        order = [stage.id for stage in self.competition.stages]
        seen = [one for one in self.result.rankings if self.is_visible(one.stage)]
        return sorted(seen, key=lambda one: -order.index(one.stage))

    def members(self, stage: str) -> int:
        """How many sit on the body that decides about a stage."""
        return len(self.boards[stage].jurors) if stage in self.boards else len(self.jurors)

    def board_stage(self) -> str | None:
        """The jury stage that is being judged now: the last one with sheets."""
        return list(self.boards)[-1] if self.boards else None

    def awaited_stage(self) -> str | None:
        """The jury stage whose scores are awaited: the first that is judged and not closed, or None."""
        scored = (one for one in self.boards if self.competition.stage_by_id[one].form == "scored")
        return next((stage for stage in scored if not self.is_closed(stage)), None)

    def last(self, type_: str) -> Event | None:
        """The newest event of a type, or None."""
        return next((event for event in reversed(self.events) if event.type == type_), None)


def read_overview(master: Master, log: LogReading | None = None) -> Overview:
    """Read everything the pages show. For the worker: a large master takes a while.

    `log` is what was read of the log before; from there on it is read further.
    """
    with master.store.begin() as tx:
        events = (log or LogReading()).events(tx)
        state = load_state(tx, events)
        found = results.result_from(state)
        draft = masters.draft_competition(tx, state.rulings)
        files = len(tx.payload_digests())
        people = attendance.names_of(tx)
        findings = tuple(qualifying.findings_in(tx, draft.entries))
        seen = intake.look_in(tx, state)
        opened = _openings(tx, state, events)
        zone = particulars.particulars(tx).zone
    stages = state.competition.stages
    with_sheets = [one.id for one in stages if one.panel != ORGANISER and state.table.sheets.get(one.id)]
    return Overview(
        draft,
        found,
        state.package.version if state.package else 0,
        files,
        read_care(master),
        {stage: results.board_of(state, stage) for stage in with_sheets},
        {stage.id: tuple(results.outcomes_of(state, stage.id)) for stage in stages},
        seen,
        events,
        people,
        findings,
        opened,
        closing.open_ties(state),
        _orders(state),
        objecting.register_of(events, zone),
        fates_of(found, seen.contests, events),
    )


def _openings(tx: MasterTransaction, state: MasterState, events: Iterable[Event]) -> dict[str, Opening]:
    scored = [stage.id for stage in state.competition.stages if stage.form == "scored"]
    found = {stage: openings.opening_of(tx, state, stage, events) for stage in scored}
    return {stage: opening for stage, opening in found.items() if opening is not None}


def _orders(state: MasterState) -> tuple[TwoOrders, ...]:
    """Where the rule about jurors who left early changes places of the result; nothing while it is shut."""
    if not results.is_visible(state, state.last_stage):
        return ()
    return two_orders(state.competition, state.table, state.rulings, state.last_stage)
