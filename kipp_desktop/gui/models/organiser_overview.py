"""What the organiser's pages show, read in one go: set-up, result, boards, outcomes, official acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kipp_desktop.domain.advancing import Outcome
from kipp_desktop.domain.competition import Competition, Entry, Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.openings import Opening
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.domain.rulings import Event, rulings_of
from kipp_desktop.domain.scores import ORGANISER
from kipp_desktop.gui.models.care import Care, read_care
from kipp_desktop.services import attendance, intake, masters, openings, results
from kipp_desktop.services.intake import Intake
from kipp_desktop.services.masters import Master, MasterState
from kipp_desktop.services.results import Board, Result


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
    openings: Mapping[str, Opening]  # stages whose ranking could be seen, and what changed since

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

    def board_stage(self) -> str | None:
        """The jury stage that is being judged now: the last one with sheets."""
        return list(self.boards)[-1] if self.boards else None

    def last(self, type_: str) -> Event | None:
        """The newest event of a type, or None."""
        return next((event for event in reversed(self.events) if event.type == type_), None)


def read_overview(master: Master) -> Overview:
    """Read everything the pages show. For the worker: a large master takes a while."""
    with master.store.begin() as tx:
        events = tuple(tx.log.events())
        draft = masters.draft_competition(tx, rulings_of(events))
        files = len(tx.payload_digests())
        people = attendance.names_of(tx)
    found = results.result(master)
    state = found.state
    juried = [stage.id for stage in state.competition.stages if stage.panel != ORGANISER]
    with_sheets = [stage for stage in juried if state.table.sheets.get(stage)]
    return Overview(
        draft,
        found,
        state.package.version if state.package else 0,
        files,
        read_care(master),
        {stage: results.board(master, stage) for stage in with_sheets},
        {stage.id: tuple(results.stage_outcomes(master, stage.id)[1]) for stage in state.competition.stages},
        intake.look(master),
        events,
        people,
        _openings(master, state, events),
    )


def _openings(master: Master, state: MasterState, events: Iterable[Event]) -> dict[str, Opening]:
    scored = [stage.id for stage in state.competition.stages if stage.form == "scored"]
    with master.store.begin() as tx:
        found = {stage: openings.opening_of(tx, state, stage, events) for stage in scored}
    return {stage: opening for stage, opening in found.items() if opening is not None}
