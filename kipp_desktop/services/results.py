"""Board, ranking, result: what the master's files and decisions come to right now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kipp_desktop.domain.advancing import Outcome, outcomes
from kipp_desktop.domain.checks import BoardState, Gap, board_state, gaps
from kipp_desktop.domain.competition import ORGANISER, Competition
from kipp_desktop.domain.derive import Sheet
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.explain import Explanation, explain
from kipp_desktop.domain.ranking import GroupRanking, rank_stage
from kipp_desktop.domain.result import Status, plenary_labels, result_payload
from kipp_desktop.domain.rulings import Event
from kipp_desktop.domain.scores import participants
from kipp_desktop.exchange import canonical
from kipp_desktop.services.masters import Master, MasterState, load_state
from kipp_desktop.store.master_store import MasterTransaction


@dataclass(frozen=True)
class Result:
    """The ranking of every scored stage, its status, and the digests that decisions stand on."""

    state: MasterState
    rankings: tuple[GroupRanking, ...]
    decisions: tuple[Event, ...]
    status: Status
    gaps: tuple[Gap, ...]
    computed_basis: str  # without plenary decisions: what a plenary decision names
    basis: str  # with them: what `finalised` names
    payload: bytes

    @property
    def digest(self) -> str:
        """The result digest."""
        return canonical.sha256(self.payload)

    def ranking(self, stage: str, group: str = "overall") -> GroupRanking:
        """One group's ranking. Raises UserError("rank.unknown_group")."""
        for one in self.rankings:
            if (one.stage, one.group) == (stage, group):
                return one
        raise UserError("rank.unknown_group", stage=stage, group=group)


@dataclass(frozen=True, slots=True)
class BoardCell:
    """One juror's sheet of one entry."""

    juror: str
    entry: str
    state: BoardState
    scored: int
    of: int
    paper: bool = False  # typed from a sheet of paper: starred wherever it is shown


@dataclass(frozen=True)
class Board:
    """Juror × entry at a stage."""

    stage: str
    competition: Competition
    jurors: tuple[str, ...]
    entries: tuple[str, ...]
    cells: tuple[BoardCell, ...]
    sheets: tuple[Sheet, ...]


def result(master: Master) -> Result:
    """The present result."""
    with master.store.begin() as tx:
        return result_of(tx)


def result_of(tx: MasterTransaction) -> Result:
    """The present result, inside a transaction."""
    return result_from(load_state(tx))


def result_from(state: MasterState) -> Result:
    """The result that a master's state comes to: pure."""
    ranked = _rankings(state)
    ties = list({event.seq: event for ranking in ranked for event in ranking.tie_decisions}.values())
    package = state.package.digest if state.package else ""
    competition_id = state.competition.id
    computed = canonical.digest_of(result_payload(competition_id, package, "SEMENTARA", ranked, ties))
    labelled, plenary = plenary_labels(ranked, state.competition.rule, state.rulings, computed)
    decisions = (*ties, *plenary)
    basis = canonical.digest_of(result_payload(competition_id, package, "SEMENTARA", labelled, decisions))
    frozen = state.rulings.finalised is not None and state.rulings.finalised.data["basis"] == basis
    final = frozen and state.competition.rule.counts != "drafts"
    status: Status = "FINAL" if final else "SEMENTARA"
    return Result(
        state,
        tuple(labelled),
        decisions,
        status,
        (*_all_gaps(state, labelled), *_void_plenaries(state, labelled, plenary)),
        computed,
        basis,
        canonical.dumps(result_payload(competition_id, package, status, labelled, decisions)),
    )


def _all_gaps(state: MasterState, rankings: Sequence[GroupRanking]) -> list[Gap]:
    """The gaps of every scored stage with a jury, the last one's first, then advances that stand no more."""
    competition, rulings = state.competition, state.rulings
    earlier = [
        stage.id
        for stage in competition.stages[:-1]
        if stage.form == "scored" and stage.panel != ORGANISER and state.table.sheets.get(stage.id)
    ]
    found: list[Gap] = []
    for stage in (state.last_stage, *earlier):
        found += gaps(competition, state.table, rulings, rankings, stage)
    return found + [Gap("advance_outdated", stage) for stage in rulings.advanced if _outdated(state, stage)]


def _void_plenaries(
    state: MasterState, rankings: Sequence[GroupRanking], in_force: Sequence[Event]
) -> list[Gap]:
    """Lists whose awards were decided on another result, and not again on this one."""
    decided, standing = (
        {(event.data["stage"], event.data["group"]) for event in events}
        for events in (state.rulings.plenary, in_force)
    )
    lists = {(one.stage, one.group) for one in rankings} & decided - standing
    return [Gap("plenary_void", stage, detail=group) for stage, group in sorted(lists)]


def _outdated(state: MasterState, stage: str) -> bool:
    """Whether the verdicts that an advance stood on have changed.

    An entry that went on and was taken out later changes nothing about who went on.
    """
    event = state.rulings.advanced[stage]
    out = {entry: how for entry, how in state.rulings.out.items() if entry not in event.data["entries"]}
    found = outcomes(state.competition, state.table, replace(state.rulings, out=out), stage)
    return outcome_basis(found) != event.data["basis"]


def ranking(
    master: Master, stage: str | None = None, group: str | None = None
) -> tuple[Result, GroupRanking]:
    """A ranking to look at.

    Raises UserError: rank.shut, rank.unknown_stage, rank.not_scored, rank.unknown_group.
    """
    found = result(master)
    wanted = check_stage(found.state, stage)
    check_visible(found.state, wanted)
    groups = [one.group for one in found.rankings if one.stage == wanted]
    return found, found.ranking(wanted, group or next(iter(groups), "overall"))


def check_stage(state: MasterState, stage: str | None) -> str:
    """The stage meant: the last one by default, which must be scored."""
    wanted = stage or state.last_stage
    if wanted not in state.competition.stage_by_id:
        raise UserError("rank.unknown_stage", stage=wanted, known=", ".join(state.competition.stage_by_id))
    if state.competition.stage_by_id[wanted].form != "scored":
        raise UserError("rank.not_scored", stage=wanted)
    return wanted


def check_visible(state: MasterState, stage: str) -> None:
    """Raise UserError("rank.shut") while a ranking may not be seen."""
    if not is_visible(state, stage):
        raise UserError("rank.shut", stage=stage)


def is_visible(state: MasterState, stage: str) -> bool:
    """Whether a stage's ranking may be seen; only what a jury scores is ever shut."""
    meant, rulings = state.competition.stage_by_id[stage], state.rulings
    if state.competition.rule.ranking_visible == "always" or stage in rulings.closed:
        return True
    if meant.panel == ORGANISER or meant.form != "scored":
        return True
    return any(event.data["stage"] == stage for event in rulings.openings)


def has_begun(state: MasterState, stage: str) -> bool:
    """Whether it is settled who takes part in a stage and, where a jury scores it, it was given to jurors."""
    before = state.competition.stage_before(stage)
    settled = before is None or before.id in state.rulings.advanced
    organisers = state.competition.stage_by_id[stage].panel == ORGANISER
    return settled and (organisers or bool(state.table.sheets.get(stage)))


def explained(master: Master, entry: str, stage: str | None = None, group: str | None = None) -> Explanation:
    """Why an entry has its place. Raises UserError("entry.unknown") and what `ranking` raises."""
    return explained_in(*ranking(master, stage, group), entry)


def explained_in(found: Result, ranked: GroupRanking, entry: str) -> Explanation:
    """Why an entry has its place in a ranking of a result. Raises UserError("entry.unknown")."""
    state = found.state
    replaced = {one.leaving for one in state.rulings.successions}
    if entry not in {row.entry for row in ranked.rows} | replaced:
        raise UserError("entry.unknown", entry=entry)
    return explain(state.competition, state.table, state.rulings, ranked, entry)


def board(master: Master, stage: str | None = None) -> Board:
    """Who has delivered what at a stage; the last stage with a jury by default."""
    with master.store.begin() as tx:
        return board_of(load_state(tx), stage)


def board_of(state: MasterState, stage: str | None = None) -> Board:
    """The same from a master's state: pure."""
    wanted = stage or _board_stage(state)
    if wanted not in state.competition.stage_by_id:
        raise UserError("rank.unknown_stage", stage=wanted, known=", ".join(state.competition.stage_by_id))
    entries = [
        entry
        for entry in participants(state.competition, state.rulings, wanted)
        if entry not in state.rulings.out
    ]
    sheets = [sheet for entry in entries for sheet in state.table.of(wanted, entry)]
    seat = {juror.id: at for at, juror in enumerate(state.competition.jurors)}
    line = {entry: at for at, entry in enumerate(entries)}
    jurors = sorted({sheet.juror for sheet in sheets}, key=seat.__getitem__)
    sheets.sort(key=lambda sheet: (seat[sheet.juror], line[sheet.entry]))
    cells = [
        BoardCell(sheet.juror, sheet.entry, board_state(sheet), sheet.scored, len(sheet.values), sheet.paper)
        for sheet in sheets
    ]
    return Board(wanted, state.competition, tuple(jurors), tuple(entries), tuple(cells), tuple(sheets))


def stage_outcomes(master: Master, stage: str) -> tuple[MasterState, list[Outcome]]:
    """Who passes a stage by its rule; while its ranking is shut, nobody is told.

    Raises UserError("rank.unknown_stage").
    """
    with master.store.begin() as tx:
        state = load_state(tx)
    if stage not in state.competition.stage_by_id:
        raise UserError("rank.unknown_stage", stage=stage, known=", ".join(state.competition.stage_by_id))
    return state, outcomes_of(state, stage)


def outcomes_of(state: MasterState, stage: str) -> list[Outcome]:
    """The same from a master's state: pure."""
    found = outcomes(state.competition, state.table, state.rulings, stage)
    if is_visible(state, stage):
        return found
    return [Outcome(one.entry, "out" if one.verdict == "out" else "open", one.why) for one in found]


def outcome_basis(found: Sequence[Outcome]) -> str:
    """What `stage_advanced` stands on (docs/formats.md)."""
    return canonical.digest_of([[one.entry, one.verdict, _exact(one.score)] for one in found])


def _exact(score: Fraction | None) -> str | None:
    return None if score is None else f"{score.numerator}/{score.denominator}"


def _rankings(state: MasterState) -> list[GroupRanking]:
    """Scored stages that have participants: the last one, and earlier ones with at least one ranked row."""
    competition = state.competition
    found: list[GroupRanking] = []
    for stage in competition.stages:
        if stage.form != "scored" or not participants(competition, state.rulings, stage.id):
            continue
        ranked = rank_stage(competition, state.table, state.rulings, stage.id)
        if stage is competition.stages[-1] or any(row.place for one in ranked for row in one.rows):
            found += ranked
    return found


def _board_stage(state: MasterState) -> str:
    with_sheets = [stage.id for stage in state.competition.stages if state.table.sheets.get(stage.id)]
    return with_sheets[-1] if with_sheets else state.last_stage
