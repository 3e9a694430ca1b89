"""Who judges what: recusals, substitutes, spare seats."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.moments import kept_moment
from kipp_desktop.exchange import canonical
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
from kipp_desktop.services.particulars import particulars
from kipp_desktop.services.setting_up import named_juror
from kipp_desktop.services.words import plain_text


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
        salt = secrets.token_bytes(16) if held is None else unb64(held.person_salt)  # bare, it can be guessed
        tx.put_jurors([named_juror(jurors[seat], name, institution, title)])
        digest = canonical.sha256(salt + canonical.dumps(who))
        record(tx, "juror_named", {"juror": seat, "who": digest, "letter": letter})
        rebuild(tx)


def juror_left(master: Master, juror: str, from_: str, reason: str) -> None:
    """Record since when a juror is away ("" = now); the sealed rule says what the sheets so far are worth.

    Raises UserError: reason.needed, left.bad_time, package.unknown_juror.
    """
    need_reason(reason)
    with master.store.begin() as tx:
        try:
            at = kept_moment(from_, datetime.now(UTC), particulars(tx).zone)
        except ValueError as error:
            raise UserError("left.bad_time", text=from_) from error
        known_juror(load_state(tx), juror)
        tx.append("juror_unavailable", {"juror": juror, "from": at, "reason": reason})
