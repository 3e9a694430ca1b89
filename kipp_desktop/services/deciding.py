"""Official acts: each with a reason, each an event, each re-deriving what it touches."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kipp_desktop.domain.advancing import outcomes
from kipp_desktop.domain.checks import Gap
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.ranking import ORGANISER, participants
from kipp_desktop.domain.result import Status
from kipp_desktop.domain.rulings import Event
from kipp_desktop.domain.ties import tie_basis
from kipp_desktop.exchange import canonical
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.services.masters import Master, MasterState, load_state, rebuild, refresh
from kipp_desktop.services.results import Result, check_stage, outcome_basis, result_of
from kipp_desktop.services.setting_up import named_juror
from kipp_desktop.store.master_store import MasterTransaction


@dataclass(frozen=True, slots=True)
class GateLine:
    """One value the organiser enters at a stage of its own; criterion None = the result as a whole."""

    entry: str
    criterion: str | None
    value: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finalised:
    """What finalising found and did."""

    status: Status
    gaps: tuple[Gap, ...]
    closed: tuple[str, ...]


def enter_gate(master: Master, stage: str, lines: Sequence[GateLine]) -> int:
    """Enter the organiser's own values of a stage; how many were new. Nothing is written unless all are good."""
    with master.store.begin() as tx:
        state = load_state(tx)
        _known_stage(state, stage)
        if state.competition.stage_by_id[stage].panel != ORGANISER:
            raise UserError("gate.not_organisers", stage=stage)
        for line in lines:
            _check_gate_line(state, stage, line)
        new = [line for line in lines if _gate_differs(state, stage, line)]
        for line in new:
            tx.append(
                "gate_entered",
                {
                    "stage": stage,
                    "entry": line.entry,
                    "criterion": line.criterion,
                    "value": line.value,
                    "reason": line.reason,
                },
            )
    return len(new)


def curate(master: Master, stage: str, entries: Sequence[str], reason: str, present: Sequence[str]) -> None:
    """Record whom the administration team chose at a curated cut."""
    _need(reason)
    with master.store.begin() as tx:
        state = load_state(tx)
        _known_stage(state, stage)
        for entry in entries:
            _known_entry(state, entry)
        data = {"stage": stage, "entries": list(entries), "reason": reason, "present": list(present)}
        tx.append("entries_curated", data)


def advance(master: Master, stage: str) -> list[str]:
    """Let those who pass a stage go on to the next. Raises UserError: advance.open, advance.last."""
    with master.store.begin() as tx:
        state = load_state(tx)
        _known_stage(state, stage)
        if stage == state.last_stage:
            raise UserError("advance.last", stage=stage)
        found = outcomes(state.competition, state.table, state.rulings, stage)
        open_ = [one.entry for one in found if one.verdict == "open"]
        if open_:
            raise UserError("advance.open", stage=stage, entries=", ".join(open_))
        passing = [one.entry for one in found if one.verdict == "pass"]
        tx.append("stage_advanced", {"stage": stage, "entries": passing, "basis": outcome_basis(found)})
        rebuild(tx)
    return passing


def close_intake(master: Master, stage: str | None = None, reason: str | None = None) -> list[str]:
    """Close the intake of a stage (the last by default), listing every file received; digests received."""
    with master.store.begin() as tx:
        state = load_state(tx)
        wanted = check_stage(state, stage)
        if wanted in state.rulings.closed:
            raise UserError("close.already", stage=wanted)
        return _close(tx, wanted, reason)


def reopen_intake(master: Master, digests: Sequence[str], reason: str, stage: str | None = None) -> None:
    """Let named late files count after all, with a reason."""
    _need(reason)
    with master.store.begin() as tx:
        state = load_state(tx)
        wanted = check_stage(state, stage)
        if wanted not in state.rulings.closed:
            raise UserError("close.not_closed", stage=wanted)
        unknown = set(digests) - tx.payload_digests()
        if unknown or not digests:
            raise UserError("reopen.unknown_file", digests=", ".join(sorted(unknown)))
        tx.append("intake_reopened", {"stage": wanted, "digests": sorted(digests), "reason": reason})
        rebuild(tx)


def late_files(master: Master, stage: str | None = None) -> list[str]:
    """Digests of the files that came after a stage's intake was closed."""
    with master.store.begin() as tx:
        state = load_state(tx)
        wanted = check_stage(state, stage)
        tables = state.table.jurors.values()
        return sorted(
            digest
            for table in tables
            for digest, standing in table.standing.get(wanted, {}).items()
            if standing == "late"
        )


def open_ranking(master: Master, by: Sequence[str], stage: str | None = None) -> None:
    """Open a ranking before its intake is closed: the organiser and the chair, logged and counted in the minutes."""
    if len([name for name in by if name.strip()]) < 2:
        raise UserError("open_ranking.two_needed")
    with master.store.begin() as tx:
        wanted = check_stage(load_state(tx), stage)
        tx.append("ranking_opened", {"stage": wanted, "by": [name.strip() for name in by]})


def recuse(master: Master, juror: str, entry: str, reason: str, stage: str | None = None) -> None:
    """Take a juror off an entry, with a reason."""
    _need(reason)
    with master.store.begin() as tx:
        state = load_state(tx)
        wanted = stage or state.last_stage
        _known_stage(state, wanted)
        _known_entry(state, entry)
        _known_juror(state, juror)
        tx.append("recused", {"juror": juror, "stage": wanted, "entry": entry, "reason": reason})
        _refresh(tx, juror)


def take_out(master: Master, entry: str, how: Literal["withdrawn", "disqualified"], reason: str) -> None:
    """Withdraw or disqualify an entry: shown unranked, scores kept."""
    _need(reason)
    with master.store.begin() as tx:
        state = load_state(tx)
        _known_entry(state, entry)
        if entry in state.rulings.out:
            raise UserError("entry.already_out", entry=entry)
        tx.append(f"entry_{how}", {"entry": entry, "reason": reason})


def replace_juror(master: Master, old: str, new: str, reason: str) -> None:
    """Let `new` sit in for `old`: old owes nothing any more and does not count, new owes the same sheets."""
    _need(reason)
    with master.store.begin() as tx:
        state = load_state(tx)
        _known_juror(state, old)
        _known_juror(state, new)
        if old == new or old in state.rulings.replaced:
            raise UserError("juror.cannot_replace", old=old, new=new)
        tx.append("juror_replaced", {"from": old, "to": new, "reason": reason})
        rebuild(tx)


def name_juror(master: Master, seat: str, name: str, institution: str, letter: str, title: str = "") -> None:
    """Say who came to sit on a spare seat; from then on the seat's files count."""
    with master.store.begin() as tx:
        jurors = {juror.id: juror for juror in tx.jurors()}
        if seat not in jurors or not jurors[seat].spare:
            raise UserError("juror.not_spare", juror=seat)
        held = tx.seats().get(seat)
        who = {"institution": institution, "name": name, "title": title}
        salt = b"" if held is None else unb64(held.person_salt)
        tx.put_jurors([named_juror(jurors[seat], name, institution, title)])
        digest = canonical.sha256(salt + canonical.dumps(who))
        tx.append("juror_named", {"juror": seat, "who": digest, "letter": letter})
        rebuild(tx)


def juror_left(master: Master, juror: str, from_: str, reason: str) -> None:
    """Record that a juror left early; the sealed rule says what the sheets given so far are worth."""
    _need(reason)
    with master.store.begin() as tx:
        _known_juror(load_state(tx), juror)
        tx.append("juror_unavailable", {"juror": juror, "from": from_, "reason": reason})


def decide_bonus(master: Master, entry: str, points: int, reason: str) -> None:
    """Add (or take) points in hundredths to an entry's final score, by decision."""
    _need(reason)
    with master.store.begin() as tx:
        _known_entry(load_state(tx), entry)
        tx.append("bonus_decided", {"entry": entry, "points": points, "reason": reason})


def confirm_device(master: Master, juror: str, device: str) -> None:
    """Say that a device's code was compared with the juror by voice."""
    with master.store.begin() as tx:
        _known_device(tx, juror, device)
        tx.append("device_confirmed", {"juror": juror, "device": device})
        _refresh(tx, juror)


def revoke_device(master: Master, juror: str, device: str, keep: Sequence[str], reason: str) -> None:
    """Revoke a device; of its files only those on the keep list stay valid."""
    _need(reason)
    with master.store.begin() as tx:
        _known_device(tx, juror, device)
        tx.append(
            "device_revoked", {"juror": juror, "device": device, "keep": sorted(keep), "reason": reason}
        )
        _refresh(tx, juror)


def devices(master: Master) -> list[tuple[str, str, list[str], str]]:
    """Every device known: juror, public key, digests of its files, and confirmed / revoked / only / waiting."""
    with master.store.begin() as tx:
        state = load_state(tx)
        by_device: dict[tuple[str, str], list[str]] = {}
        for stored in tx.payloads():
            payload = json.loads(unb64(stored.envelope["payload"]))
            by_device.setdefault((stored.juror, payload["device"]), []).append(stored.digest)
    found: list[tuple[str, str, list[str], str]] = []
    for (juror, device), digests in sorted(by_device.items()):
        others = [owner for owner, _ in by_device if owner == juror]
        state_ = "only" if len(others) == 1 else "waiting"
        if (juror, device) in state.rulings.confirmed:
            state_ = "confirmed"
        if (juror, device) in state.rulings.kept:
            state_ = "revoked"
        found.append((juror, device, digests, state_))
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
    """Choose between the differing opinions on a cell (one of their values) or a sheet (one of the heads)."""
    _need(reason)
    with master.store.begin() as tx:
        state = load_state(tx)
        sheets = [sheet for sheet in state.table.of(stage, entry) if sheet.juror == juror]
        if not sheets:
            raise UserError("conflict.none", place=f"{juror}/{stage}/{entry}")
        basis = _conflict_basis(sheets[0].troubles, sheets[0].opinions, criterion, choice)
        tx.append(
            "conflict_decided",
            {
                "juror": juror,
                "stage": stage,
                "entry": entry,
                "criterion": criterion,
                "choice": choice,
                "basis": sorted(basis),
                "reason": reason,
                "present": list(present),
            },
        )
        _refresh(tx, juror)


def decide_tie(
    master: Master,
    order: Sequence[str],
    method: Literal["plenary", "lot"],
    reason: str,
    present: Sequence[str],
    stage: str | None = None,
    group: str = "overall",
) -> Event:
    """Put the entries of one joint place in order, by plenary vote or by lot."""
    _need(reason)
    with master.store.begin() as tx:
        found = result_of(tx)
        wanted = check_stage(found.state, stage)
        ranking = found.ranking(wanted, group)
        if set(order) not in [set(tie) for tie in ranking.ties] or len(set(order)) != len(order):
            raise UserError("tie.none", entries=", ".join(order))
        score = next(row.score for row in ranking.rows if row.entry == order[0])
        assert score is not None
        return tx.append(
            "tie_decided",
            {
                "stage": wanted,
                "group": group,
                "order": list(order),
                "basis": tie_basis(order, score),
                "method": method,
                "reason": reason,
                "present": list(present),
            },
        )


def decide_plenary(
    master: Master,
    reason: str,
    present: Sequence[str],
    order: Sequence[str] | None = None,
    labels: dict[str, str] | None = None,
    stage: str | None = None,
    group: str = "overall",
) -> Event:
    """Give the awards in another order than computed; places and scores stay as they are and are shown beside it."""
    _need(reason)
    with master.store.begin() as tx:
        found = result_of(tx)
        wanted = check_stage(found.state, stage)
        known = {row.entry for row in found.ranking(wanted, group).rows if row.place is not None}
        chosen = set(order or ()) | set(labels or {})
        if not chosen or not chosen <= known:
            raise UserError("entry.unknown", entry=", ".join(sorted(chosen - known)))
        what: dict[str, Any] = {"order": list(order)} if order else {"labels": labels}
        return tx.append(
            "plenary_decided",
            {
                "stage": wanted,
                "group": group,
                **what,
                "basis": found.computed_basis,
                "reason": reason,
                "present": list(present),
            },
        )


def finalise(master: Master, reason: str | None = None) -> Finalised:
    """Freeze the present result. With gaps it needs a reason, which is printed. Closes what intake is still open.

    Raises UserError: finalise.gaps, finalise.nothing, finalise.already.
    """
    with master.store.begin() as tx:
        found = result_of(tx)
        if found.status == "FINAL":
            raise UserError("finalise.already")
        if not any(row.place for ranking in found.rankings for row in ranking.rows):
            raise UserError("finalise.nothing")
        blocking = [gap for gap in found.gaps if not gap.is_note]
        if blocking and not reason:
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
    _need(reason)
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


def _conflict_basis(
    troubles: Sequence[Any], opinions: Sequence[str], criterion: str | None, choice: str | int | None
) -> Sequence[str]:
    if criterion is None:
        if choice not in opinions:
            raise UserError("conflict.bad_choice", choice=choice)
        return opinions
    for trouble in troubles:
        if trouble.criterion == criterion and trouble.kind == "conflict":
            if choice not in trouble.values.values():
                raise UserError("conflict.bad_choice", choice=choice)
            return sorted(trouble.values)
    raise UserError("conflict.none", place=criterion)


def _gate_differs(state: MasterState, stage: str, line: GateLine) -> bool:
    held = state.rulings.gates.get((stage, line.entry), {}).get(line.criterion)
    return held != (line.value, line.reason)


def _check_gate_line(state: MasterState, stage: str, line: GateLine) -> None:
    _known_entry(state, line.entry)
    if line.entry not in participants(state.competition, state.rulings, stage):
        raise UserError("gate.not_participant", entry=line.entry, stage=stage)
    if line.criterion is None:
        return
    rubric = state.competition.rubric_for(stage, state.competition.entry_by_id[line.entry])
    criterion = rubric.find(line.criterion)
    if criterion is None:
        raise UserError("score.unknown_criterion", criterion=line.criterion)
    if not criterion.scale.allows(line.value):
        raise UserError("value.out_of_scale", text=str(line.value), allowed=criterion.name.id)


def _refresh(tx: MasterTransaction, juror: str) -> None:
    if tx.packages():
        refresh(tx, juror)


def _need(reason: str | None) -> None:
    if not reason or not reason.strip():
        raise UserError("reason.needed")


def _known_stage(state: MasterState, stage: str) -> None:
    if stage not in state.competition.stage_by_id:
        raise UserError("rank.unknown_stage", stage=stage, known=", ".join(state.competition.stage_by_id))


def _known_entry(state: MasterState, entry: str) -> None:
    if entry not in state.competition.entry_by_id:
        raise UserError("entry.unknown", entry=entry)


def _known_juror(state: MasterState, juror: str) -> None:
    if juror not in state.competition.juror_by_id:
        raise UserError("package.unknown_juror", juror=juror)


def _known_device(tx: MasterTransaction, juror: str, device: str) -> None:
    known = {json.loads(unb64(stored.envelope["payload"]))["device"] for stored in tx.payloads(juror)}
    if device not in known:
        raise UserError("device.unknown", juror=juror)
