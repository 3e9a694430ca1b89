"""Who judges what, and on which laptop: recusals, substitutes, spare seats, devices."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical
from kipp_desktop.exchange.activation import device_code
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.services.guards import (
    known_entry,
    known_juror,
    known_stage,
    need_reason,
    record,
    refresh_if_issued,
)
from kipp_desktop.services.masters import Master, load_state, rebuild
from kipp_desktop.services.setting_up import named_juror
from kipp_desktop.services.words import plain_text
from kipp_desktop.store.master_store import MasterTransaction

__all__ = [
    "confirm_device",
    "device_code",
    "devices",
    "juror_left",
    "name_juror",
    "recuse",
    "replace_juror",
    "revoke_device",
]


def recuse(master: Master, juror: str, entry: str, reason: str, stage: str | None = None) -> None:
    """Take a juror off an entry, with a reason."""
    need_reason(reason)
    with master.store.begin() as tx:
        state = load_state(tx)
        wanted = stage or state.last_stage
        known_stage(state, wanted)
        known_entry(state, entry)
        known_juror(state, juror)
        record(tx, "recused", {"juror": juror, "stage": wanted, "entry": entry, "reason": reason})
        refresh_if_issued(tx, juror)


def replace_juror(master: Master, old: str, new: str, reason: str) -> None:
    """Let `new` sit in for `old`: old owes nothing any more and does not count, new owes the same sheets."""
    need_reason(reason)
    with master.store.begin() as tx:
        state = load_state(tx)
        known_juror(state, old)
        known_juror(state, new)
        if old == new or {old, new} & state.rulings.replaced.keys():
            raise UserError("juror.cannot_replace", old=old, new=new)
        record(tx, "juror_replaced", {"from": old, "to": new, "reason": reason})
        rebuild(tx)


def name_juror(master: Master, seat: str, name: str, institution: str, letter: str, title: str = "") -> None:
    """Say who came to sit on a spare seat; from then on the seat's files count."""
    for text in (name, institution, letter, title):
        plain_text(text, 500)
    if not name.strip():
        raise UserError("text.not_plain", most=500)
    with master.store.begin() as tx:
        jurors = {juror.id: juror for juror in tx.jurors()}
        if seat not in jurors or not jurors[seat].spare:
            raise UserError("juror.not_spare", juror=seat)
        if jurors[seat].name:
            raise UserError("juror.already_named", juror=seat)
        held = tx.seats().get(seat)
        who = {"institution": institution, "name": name, "title": title}
        salt = b"" if held is None else unb64(held.person_salt)
        tx.put_jurors([named_juror(jurors[seat], name, institution, title)])
        digest = canonical.sha256(salt + canonical.dumps(who))
        record(tx, "juror_named", {"juror": seat, "who": digest, "letter": letter})
        rebuild(tx)


def juror_left(master: Master, juror: str, from_: str, reason: str) -> None:
    """Record that a juror left early; the sealed rule says what the sheets given so far are worth."""
    need_reason(reason)
    with master.store.begin() as tx:
        known_juror(load_state(tx), juror)
        tx.append("juror_unavailable", {"juror": juror, "from": from_, "reason": reason})


def confirm_device(master: Master, juror: str, device: str) -> None:
    """Say that a device's code was compared with the juror by voice."""
    with master.store.begin() as tx:
        _known_device(tx, juror, device)
        record(tx, "device_confirmed", {"juror": juror, "device": device})
        refresh_if_issued(tx, juror)


def revoke_device(master: Master, juror: str, device: str, keep: Sequence[str], reason: str) -> None:
    """Revoke a device; of its files only those on the keep list stay valid."""
    need_reason(reason)
    with master.store.begin() as tx:
        _known_device(tx, juror, device)
        strange = set(keep) - _sent_by(tx, juror, device)
        if strange:
            raise UserError("device.unknown_file", digests=", ".join(sorted(strange)))
        record(
            tx, "device_revoked", {"juror": juror, "device": device, "keep": sorted(keep), "reason": reason}
        )
        refresh_if_issued(tx, juror)


def devices(master: Master) -> list[tuple[str, str, list[str], str]]:
    """Every device known: juror, public key, digests of its files,
    and confirmed / revoked / only / waiting.
    """
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


def _known_device(tx: MasterTransaction, juror: str, device: str) -> None:
    if not _sent_by(tx, juror, device):
        raise UserError("device.unknown", juror=juror)


def _sent_by(tx: MasterTransaction, juror: str, device: str) -> set[str]:
    """Digests of the accepted files that a device wrote."""
    return {
        stored.digest
        for stored in tx.payloads(juror)
        if json.loads(unb64(stored.envelope["payload"]))["device"] == device
    }
