"""Files that came after a stage's intake was closed: what each would change, and letting named ones in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kipp_desktop.domain.derive import Snapshot
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.faults import late_news
from kipp_desktop.exchange import score_file
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.services.guards import need_reason, record
from kipp_desktop.services.laptops import meant_by
from kipp_desktop.services.masters import Master, MasterState, load_state, rebuild
from kipp_desktop.services.received import Received, received_in
from kipp_desktop.services.results import check_stage
from kipp_desktop.store.master_store import MasterTransaction


@dataclass(frozen=True, slots=True)
class LateCell:
    """A value (hundredths, None = none) that a late file has otherwise than it counts now."""

    entry: str
    criterion: str
    counted: int | None
    late: int | None


@dataclass(frozen=True, slots=True)
class LateFile:
    """A late file at one stage, and the cells it differs in; a state alone may differ too.

    `strange`: it came from another laptop than the juror's files that were in time, whose code was never
    compared: let in, it waits, and those may wait with it.
    """

    received: Received
    stage: str
    changes: tuple[LateCell, ...]
    strange: bool = False


def late(master: Master, stage: str | None = None) -> list[LateFile]:
    """Late files that say something new of a stage, or of every stage."""
    with master.store.begin() as tx:
        state = load_state(tx)
        wanted = None if stage is None else check_stage(state, stage)
        return [one for one in late_in(tx, state, received_in(tx, state)) if wanted in (None, one.stage)]


def late_files(master: Master, stage: str | None = None) -> list[str]:
    """Digests of the files that are late at a stage, the last by default."""
    with master.store.begin() as tx:
        state = load_state(tx)
    wanted = check_stage(state, stage)
    return [digest for table in state.table.jurors.values() for digest in late_news(table.faults, wanted)]


def meant(master: Master, given: Sequence[str], every: bool, stage: str | None = None) -> list[LateFile]:
    """The late files at a stage that are named by digest or ten-character code: with `every` all of them,
    without a name the only one.

    Raises UserError: close.not_closed, reopen.nothing, reopen.which, reopen.unknown_file, reopen.not_late.
    """
    with master.store.begin() as tx:
        state = load_state(tx)
        wanted = check_stage(state, stage)
        if wanted not in state.rulings.closed:
            raise UserError("close.not_closed", stage=wanted)
        found = [one for one in late_in(tx, state, received_in(tx, state)) if one.stage == wanted]
        stored = tx.payload_digests()
    if given:
        return _named(found, given, stored, wanted)
    if not found:
        raise UserError("reopen.nothing", stage=wanted)
    if len(found) > 1 and not every:
        files = "; ".join(
            f"{short_code(one.received.digest)} {one.received.juror} {one.received.file}" for one in found
        )
        raise UserError("reopen.which", stage=wanted, count=len(found), files=files)
    return found


def _named(
    late: Sequence[LateFile], given: Sequence[str], stored: Collection[str], stage: str
) -> list[LateFile]:
    """The late files of these digests or codes, each once."""
    digests = meant_by(given, stored)
    unknown = [name for name, digest in digests.items() if digest is None]
    if unknown:
        raise UserError("reopen.unknown_file", digests=", ".join(unknown))
    by_digest = {one.received.digest: one for one in late}
    other = [name for name, digest in digests.items() if digest not in by_digest]
    if other:
        raise UserError("reopen.not_late", stage=stage, digests=", ".join(other))
    return [one for one in late if one.received.digest in digests.values()]


def late_in(tx: MasterTransaction, state: MasterState, files: Sequence[Received]) -> list[LateFile]:
    """The same inside a transaction."""
    found: list[LateFile] = []
    for one in files:
        faults = state.table.jurors[one.juror].faults
        stages = [stage for stage in one.standing if one.digest in late_news(faults, stage)]
        if stages:
            snapshot = _snapshot(tx, one)
            found += [
                LateFile(
                    one, stage, tuple(_changes(state, snapshot, stage)), _is_strange(state, one, stage, files)
                )
                for stage in stages
            ]
    return found


def reopen_intake(master: Master, digests: Sequence[str], reason: str, stage: str | None = None) -> None:
    """Let named late files count after all, with a reason.

    Raises UserError: reason.needed, close.not_closed, reopen.nothing, reopen.unknown_file.
    """
    need_reason(reason)
    with master.store.begin() as tx:
        state = load_state(tx)
        wanted = check_stage(state, stage)
        if wanted not in state.rulings.closed:
            raise UserError("close.not_closed", stage=wanted)
        if not digests:
            raise UserError("reopen.nothing", stage=wanted)
        unknown = set(digests) - tx.payload_digests()
        if unknown:
            raise UserError("reopen.unknown_file", digests=", ".join(sorted(unknown)))
        record(tx, "intake_reopened", {"stage": wanted, "digests": sorted(digests), "reason": reason})
        rebuild(tx)


def _is_strange(state: MasterState, late: Received, stage: str, files: Sequence[Received]) -> bool:
    """See `LateFile.strange`."""
    timely = {
        one.device for one in files if one.juror == late.juror and one.standing.get(stage, "late") != "late"
    }
    confirmed = (late.juror, late.device) in state.rulings.confirmed
    return bool(timely) and late.device not in timely and not confirmed


def _snapshot(tx: MasterTransaction, one: Received) -> Snapshot:
    stored = next(held for held in tx.payloads(one.juror) if held.digest == one.digest)
    return score_file.reopen(stored.envelope).snapshot


def _changes(state: MasterState, snapshot: Snapshot, stage: str) -> list[LateCell]:
    found: list[LateCell] = []
    for sheet in state.table.jurors[snapshot.juror].sheets:
        key = (sheet.stage, sheet.entry)
        if sheet.stage != stage or sheet.state == "recused" or not snapshot.holds(key):
            continue
        rubric = state.competition.rubric_for(stage, state.competition.entry_by_id[sheet.entry])
        for criterion, counted in zip(rubric.criterion, sheet.values, strict=True):
            rev, value = snapshot.cells.get(key, {}).get(criterion.id, (criterion.rev, None))
            if rev == criterion.rev and value != counted:
                found.append(LateCell(sheet.entry, criterion.id, counted, value))
    return found
