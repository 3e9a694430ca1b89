"""Sheets on which files of one juror, or a file and the paper, differ: shown whole, settled by decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kipp_desktop.domain.derive import Sheet
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Cells, Rubric
from kipp_desktop.domain.rulings import Event
from kipp_desktop.exchange import score_file
from kipp_desktop.exchange.activation import device_code
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.services.attendance import ids_of, names_of, with_names
from kipp_desktop.services.guards import need_present, need_reason, record, refresh_if_issued
from kipp_desktop.services.masters import Master, MasterState, load_state
from kipp_desktop.store.master_store import MasterTransaction

DecisionState = Literal["in_force", "overruled", "void"]
"""`void`: the heads it was made on are not the present ones."""


@dataclass(frozen=True, slots=True)
class View:
    """What one head says of a sheet; `cells` holds what it has under the criteria's present revisions."""

    head: str
    laptop: str | None  # ten characters; None = typed from paper
    file: str
    received_at: str
    state: str
    reason: str | None
    cells: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A recorded decision and whether it still stands."""

    event: Event
    state: DecisionState

    @property
    def criterion(self) -> str | None:
        """The criterion it speaks of; None = the whole sheet."""
        return self.event.data["criterion"]


@dataclass(frozen=True, slots=True)
class Contest:
    """One sheet that differs, or was decided on."""

    sheet: Sheet
    rubric: Rubric
    views: tuple[View, ...]
    rulings: tuple[Ruling, ...]

    @property
    def open(self) -> bool:
        """Whether something is still to be decided."""
        return self.sheet.state == "conflict"

    @property
    def states_differ(self) -> bool:
        """Locked against draft, abstained against scored: only the whole sheet can be chosen."""
        return len({view.state for view in self.views}) > 1

    @property
    def place(self) -> tuple[str, str, str]:
        """Juror, stage, entry."""
        return self.sheet.juror, self.sheet.stage, self.sheet.entry

    def differing(self) -> list[str]:
        """Criteria with more than one value."""
        return [one.id for one in self.rubric.criterion if len(set(self.held(one.id).values())) > 1]

    def held(self, criterion: str) -> dict[str, int | None]:
        """Head → value, of the heads that hold the cell."""
        return {view.head: view.cells[criterion] for view in self.views if criterion in view.cells}


def contests(master: Master) -> list[Contest]:
    """Every sheet on which heads differ or a decision was recorded, by stage, entry and juror."""
    with master.store.begin() as tx:
        return contests_in(tx, load_state(tx))


def contests_in(tx: MasterTransaction, state: MasterState) -> list[Contest]:
    """The same inside a transaction."""
    decided: dict[tuple[str, str, str], list[Event]] = {}
    for event in tx.log.events(("conflict_decided",)):
        data = event.data
        decided.setdefault((data["juror"], data["stage"], data["entry"]), []).append(event)
    found: list[Contest] = []
    for stage in state.competition.stages:
        for sheets in state.table.sheets.get(stage.id, {}).values():
            for sheet in sheets:
                place = (sheet.juror, sheet.stage, sheet.entry)
                if len(sheet.opinions) > 1 or place in decided:
                    contest = _contest(tx, state, sheet, decided.get(place, []))
                    if contest.rulings or contest.states_differ or contest.differing():
                        found.append(contest)
    return found


def decide_conflict(
    master: Master,
    juror: str,
    stage: str,
    entry: str,
    criterion: str | None,
    choice: str | int | None,
    reason: str,
    present: Sequence[str],
) -> None:
    """Choose between the differing opinions on a cell (one of their values) or a sheet (one of the heads).

    Raises UserError: conflict.none, conflict.bad_choice, conflict.sheet_decided, reason.needed,
    present.needed.
    """
    need_reason(reason)
    need_present(present)
    with master.store.begin() as tx:
        state = load_state(tx)
        place = f"{juror}/{stage}/{entry}"
        contest = next((one for one in contests_in(tx, state) if one.place == (juror, stage, entry)), None)
        if contest is None:
            raise UserError("conflict.none", place=place)
        basis = _basis(contest, criterion, choice, place)
        record(
            tx,
            "conflict_decided",
            {
                "juror": juror,
                "stage": stage,
                "entry": entry,
                "criterion": criterion,
                "choice": choice,
                "basis": sorted(basis),
                "reason": reason,
                "present": ids_of(tx, present),
            },
        )
        refresh_if_issued(tx, juror)


def head_with_code(master: Master, place: tuple[str, str, str], code: str) -> str:
    """The head of a sheet by its digest or its ten characters; what was typed where there is none such."""
    views = [view for one in contests(master) if one.place == place for view in one.views]
    return next((view.head for view in views if short_code(view.head) == code.upper()), code)


def _basis(contest: Contest, criterion: str | None, choice: str | int | None, place: str) -> Iterable[str]:
    """The heads that a choice stands on, if it is one."""
    if criterion is None:
        heads = [view.head for view in contest.views]
        if len(heads) < 2:
            raise UserError("conflict.none", place=place)
        if choice not in heads:
            raise UserError("conflict.bad_choice", choice=choice)
        return heads
    if criterion not in contest.differing():
        raise UserError("conflict.none", place=f"{place}/{criterion}")
    if any(one.criterion is None and one.state == "in_force" for one in contest.rulings):
        raise UserError("conflict.sheet_decided", place=place)
    held = contest.held(criterion)
    if choice not in held.values():
        raise UserError("conflict.bad_choice", choice=choice)
    return held


def _contest(tx: MasterTransaction, state: MasterState, sheet: Sheet, decided: Sequence[Event]) -> Contest:
    rubric = state.competition.rubric_for(sheet.stage, state.competition.entry_by_id[sheet.entry])
    views = [*_files(tx, sheet, rubric), *_papers(tx, state, sheet, rubric)]
    contest = Contest(sheet, rubric, tuple(views), ())
    last: dict[str | None, int] = {}
    standing: list[tuple[Event, bool]] = []
    for event in decided:
        criterion: str | None = event.data["criterion"]
        heads = [view.head for view in views] if criterion is None else contest.held(criterion)
        stands = len(views) > 1 and set(event.data["basis"]) == set(heads)
        standing.append((event, stands))
        if stands:
            last[criterion] = event.seq
    rulings = tuple(Ruling(event, _standing(event, stands, last)) for event, stands in standing)
    return Contest(sheet, rubric, contest.views, rulings)


def _standing(event: Event, stands: bool, last: Mapping[str | None, int]) -> DecisionState:
    if not stands:
        return "void"
    of_sheet = event.data["criterion"] is not None and None in last
    return "in_force" if last[event.data["criterion"]] == event.seq and not of_sheet else "overruled"


def _files(tx: MasterTransaction, sheet: Sheet, rubric: Rubric) -> list[View]:
    found: list[View] = []
    for stored in tx.payloads(sheet.juror):
        if stored.digest not in sheet.opinions:
            continue
        snapshot = score_file.reopen(stored.envelope).snapshot
        key = (sheet.stage, sheet.entry)
        reason = snapshot.states[key][1] if key in snapshot.states else None
        cells = _present(rubric, snapshot.cells.get(key, {}))
        found.append(
            View(
                stored.digest,
                device_code(snapshot.device),
                stored.file,
                stored.received_at,
                snapshot.state(key),
                reason,
                cells,
            )
        )
    return sorted(found, key=lambda view: (view.received_at, view.head))


def _papers(tx: MasterTransaction, state: MasterState, sheet: Sheet, rubric: Rubric) -> list[View]:
    papers = state.rulings.papers.get((sheet.juror, sheet.stage, sheet.entry), ())
    if not papers:
        return []
    events = with_names(tx.log.events(("paper_entered",)), names_of(tx))
    entered = {event.hash: event for event in events}
    return [
        View(
            paper.hash,
            None,
            ", ".join(entered[paper.hash].data["operators"]),
            entered[paper.hash].at,
            "locked",
            None,
            _present(rubric, {criterion: (rev, value) for criterion, rev, value in paper.cells}),
        )
        for paper in papers
        if paper.hash in sheet.opinions
    ]


def _present(rubric: Rubric, cells: Cells) -> dict[str, int | None]:
    """What a head holds under the present revisions."""
    revs = {criterion.id: criterion.rev for criterion in rubric.criterion}
    return {criterion: value for criterion, (rev, value) in cells.items() if revs.get(criterion) == rev}
