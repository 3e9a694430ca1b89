"""Issuing a package version: invites made once, codes kept in MASTER.kunci,
everything sealed and written safely.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kipp_desktop.domain.changes import Change, changes
from kipp_desktop.domain.checks import check_rankable
from kipp_desktop.domain.competition import Competition, Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import DERIVED_FROM, rulings_of
from kipp_desktop.exchange import activation, package, score_file
from kipp_desktop.exchange.activation import Invite
from kipp_desktop.exchange.canonical import b64, unb64
from kipp_desktop.exchange.decoding import FILE_CAP
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.package import Issue, Organiser
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.services.guards import need_reason, record
from kipp_desktop.services.masters import Master, draft_competition, open_package, rebuild
from kipp_desktop.services.setting_up import weighed_after_scores
from kipp_desktop.store.master_store import MasterTransaction, Seat


@dataclass(frozen=True, slots=True)
class Issued:
    """What was issued and where it is. `codes` are (juror id, code) of every seat."""

    version: int
    digest: str
    package: Path
    codes: tuple[tuple[Juror, str], ...]
    competition: Competition


def issue(master: Master, folder: Path) -> Issued:
    """Issue the next version into `folder`.

    Raises UserError: issue.no_entries, issue.no_jurors, issue.would_drop, issue.too_large,
    set.reason_needed, set.too_late, and what `safe_write` raises.
    """
    key = master.key()
    with master.store.begin() as tx:
        competition = draft_competition(tx, rulings_of(tx.log.events(DERIVED_FROM)))
        _check_ready(competition)
        _check_kept(tx, competition)
        _check_rule(tx, competition)
        seats = tx.seats()
    key, new_seats = _invite(competition, key, seats, _first_key(master, key))
    master.save_key(key)  # before the package: a code that is on no slip harms nobody, a lost code does
    with master.store.begin() as tx:
        for seat in new_seats:
            tx.put_seat(seat)
        data = _build(tx, competition, key)
        if len(data) > FILE_CAP:
            raise UserError("issue.too_large", most=FILE_CAP // 1024**2)
        sealed = package.read(data)
        path = folder / f"{slug(competition.title)}-v{sealed.version}.paket"
        people = msgspec.to_builtins(dict(sealed.people))
        tx.add_package(sealed.version, sealed.digest, sealed.envelope, people)
        record(tx, "package_issued", {"version": sealed.version, "digest": sealed.digest})
        rebuild(tx)
        safe_write(path, data)  # last: what is on the disk is what was kept
    codes = tuple((juror, key.codes[juror.id]) for juror in competition.jurors)
    return Issued(sealed.version, sealed.digest, path, codes, competition)


@dataclass(frozen=True, slots=True)
class News:
    """What the next version would change since the newest one (0: none yet). Sheets are juror × entry."""

    version: int
    changes: tuple[Change, ...] = ()
    entries_added: tuple[str, ...] = ()
    entries_gone: tuple[str, ...] = ()
    jurors_added: tuple[str, ...] = ()
    sheets_added: int = 0
    sheets_gone: int = 0
    documents_changed: tuple[str, ...] = ()  # entries whose documents are others
    words_changed: tuple[str, ...] = ()  # title, theme, letterhead …: what is printed and read


def news(master: Master) -> News:
    """What the next version would change."""
    with master.store.begin() as tx:
        draft = draft_competition(tx, rulings_of(tx.log.events(DERIVED_FROM)))
        issued = tx.packages()
        held = open_package(issued[-1]).competition if issued else None
    return News(0) if held is None else news_of(len(issued), held, draft)


def news_of(version: int, held: Competition, draft: Competition) -> News:
    """What a set-up changes since an issued version."""
    before = {(row.juror, row.stage, row.entry): row.state for row in held.assignments}
    after = {(row.juror, row.stage, row.entry): row.state for row in draft.assignments}
    words = ("title", "theme", "level", "body", "legal_basis", "paper", "letterhead")
    return News(
        version,
        tuple(changes(held, draft)),
        tuple(one.id for one in draft.entries if one.id not in held.entry_by_id),
        tuple(one.id for one in held.entries if one.id not in draft.entry_by_id),
        tuple(one.id for one in draft.jurors if one.id not in held.juror_by_id),
        len(after.keys() - before.keys()),
        len(before.keys() - after.keys()),
        tuple(
            one.id
            for one in draft.entries
            if one.attachments and held.entry_by_id.get(one.id, one).attachments != one.attachments
        ),
        tuple(name for name in words if getattr(held, name) != getattr(draft, name)),
    )


def codes(master: Master) -> tuple[tuple[Juror, str], ...]:
    """Every seat's code, for the slips."""
    held = master.key().codes
    with master.store.begin() as tx:
        return tuple((juror, held[juror.id]) for juror in tx.jurors() if juror.id in held)


def renew_code(master: Master, juror_id: str, reason: str) -> str:
    """Give a juror a new code; enrolled devices stay valid,
    the next package version carries the new invite.

    The old code goes on opening older packages: a laptop that it enrols waits until it is confirmed.
    """
    need_reason(reason)
    key = master.key()
    first = _first_key(master, key)
    with master.store.begin() as tx:
        seat = tx.seats().get(juror_id)
        if seat is None:
            raise UserError("package.unknown_juror", juror=juror_id)
        opened = activation.open_invite(
            seat.invite, key.codes[juror_id], unb64(seat.salt), key.competition, juror_id, first
        )
        code, salt = activation.new_code(), secrets.token_bytes(16)
        sealed = activation.seal_invite(opened, code, salt, key.competition, juror_id, first)
        tx.put_seat(Seat(juror_id, seat.person_salt, b64(salt), seat.invite_pub, sealed))
        tx.append("code_renewed", {"juror": juror_id, "reason": reason})
        master.save_key(key.with_code(juror_id, code))  # before the seat is committed: no code is ever lost
    return code


def slug(title: str) -> str:
    """A title as a file name that every system takes."""
    words = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60].strip("-")
    return f"kompetisi-{words}" if _RESERVED.fullmatch(words) else words or "kompetisi"


_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that Windows keeps for devices, whatever ending follows."""


def _check_ready(competition: Competition) -> None:
    check_rankable(competition)
    if not competition.entries:
        raise UserError("issue.no_entries")
    if all(juror.spare for juror in competition.jurors):
        raise UserError("issue.no_jurors")


def _check_kept(tx: MasterTransaction, competition: Competition) -> None:
    """Raise UserError("issue.would_drop") when a juror would lose a sheet that an accepted file holds."""
    issued = tx.packages()
    if not issued:
        return
    kept = {(row.juror, row.stage, row.entry) for row in competition.assignments}
    before = open_package(issued[-1]).competition.assignments
    lost = [row for row in before if (row.juror, row.stage, row.entry) not in kept]
    for juror in sorted({row.juror for row in lost}):
        files = [score_file.reopen(stored.envelope).snapshot for stored in tx.payloads(juror)]
        for row in lost:
            if row.juror == juror and any(file.holds((row.stage, row.entry)) for file in files):
                raise UserError("issue.would_drop", juror=juror, stage=row.stage, entry=row.entry)


def _check_rule(tx: MasterTransaction, competition: Competition) -> None:
    """A rule that is no longer the one scored under was changed with a reason, before anybody could look."""
    if weighed_after_scores(tx, competition, ["rule"]):
        since = tx.log.events(("package_issued", "package_readmitted", "rule_changed"))
        if since[-1].type != "rule_changed":
            raise UserError("set.reason_needed")


def _first_key(master: Master, key: OrganiserKey) -> str:
    """The organiser's first signing key, which every invite is bound to."""
    with master.store.begin() as tx:
        return package.first_of_chain(tx.key_statements()) or key.signing.public


def _invite(
    competition: Competition, key: OrganiserKey, seats: dict[str, Seat], first: str
) -> tuple[OrganiserKey, list[Seat]]:
    """Make invites for the jurors who have none."""
    made: list[Seat] = []
    for juror in competition.jurors:
        if juror.id in seats:
            continue
        invite, code, salt = Invite.generate(), activation.new_code(), secrets.token_bytes(16)
        sealed = activation.seal_invite(invite, code, salt, competition.id, juror.id, first)
        made.append(Seat(juror.id, b64(secrets.token_bytes(16)), b64(salt), invite.key.public, sealed))
        key = key.with_code(juror.id, code)
    return key, made


def _build(tx: MasterTransaction, competition: Competition, key: OrganiserKey) -> bytes:
    issued = tx.packages()
    seats = tx.seats()
    plan = Issue(
        version=len(issued) + 1,
        history=tuple(stored.digest for stored in issued),
        organiser=Organiser(key.signing.public, key.recipient),
        keys=tuple(tx.key_statements()),
        seats={
            seat.juror: {"salt": seat.salt, "invite_pub": seat.invite_pub, "invite": seat.invite}
            for seat in seats.values()
        },
        salts={seat.juror: seat.person_salt for seat in seats.values()},
    )
    return package.build(competition, plan, key.signing)
