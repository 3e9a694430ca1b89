"""Receipts on a juror's laptop: what the organiser has, what it lacks, and whether its log is still the same.

The juror is a witness: the checkpoint in a receipt is echoed in later files, and one that contradicts an
earlier one is named and kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, receipt
from kipp_desktop.exchange.receipt import Checkpoint, Counts, Receipt
from kipp_desktop.services import exporting
from kipp_desktop.services.alarms import raise_alarm
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.store.juror_store import JurorTransaction

Lie = Literal["", "older", "rewritten"]
"""How a checkpoint lies to those seen before: on or beyond them; behind them; on another log."""
_SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Uncovered:
    """What changed after the export that a receipt accepts: how many of each, and where (STAGE/ENTRY/…)."""

    cells: int
    sheets: int
    comments: int
    declarations: int
    places: tuple[str, ...] = field(default=(), compare=False)

    @property
    def count(self) -> int:
        """All of them."""
        return self.cells + self.sheets + self.comments + self.declarations


@dataclass(frozen=True, slots=True)
class ReceiptNote:
    """The receipt that stands furthest in the organiser's log, against what this laptop holds now.

    `uncovered` is None when it accepts no file that this laptop knows. `unknown` are digests that it
    accepts and this laptop never saw: another laptop's, or a later one from before a restored backup.
    """

    counts: Counts
    at: str
    size: int
    uncovered: Uncovered | None
    unknown: tuple[str, ...]

    @property
    def covers(self) -> bool:
        """Whether the organiser has everything that is here."""
        return self.uncovered is not None and self.uncovered.count == 0


@dataclass(frozen=True, slots=True)
class HeldReceipt:
    """One line of the list of receipts."""

    at: str
    size: int
    head: str
    lie: Lie


def take_in(desk: JurorDesk, data: bytes) -> Lie | None:
    """Keep a receipt; how its checkpoint lies to those seen before, None for one that is kept already.

    One on another log raises an alarm. Both are kept: hiding them would help nobody.
    Raises UserError: receipt.other_organiser, file.other_competition, receipt.other_juror, file.….
    """
    keys = desk.package.signing_keys
    opened = _reopened(data, keys)
    if opened.payload.competition != desk.competition.id:
        raise UserError("file.other_competition", title=opened.payload.competition)
    if opened.payload.juror != desk.juror_id:
        raise UserError("receipt.other_juror", juror=opened.payload.juror)
    digest = canonical.digest_of(msgspec.to_builtins(opened.payload))
    with desk.store.begin() as tx:
        if any(one.digest == digest for one in tx.receipts()):
            return None
        lie = _lie(tx, opened, keys)
        tx.add_receipt(digest, data.decode("ascii"))
        note_seen(tx, opened.payload.checkpoint, keys)
        if lie == "rewritten":
            _alarm(tx, opened.checkpoint, keys)
        tx.append("receipt_received", {"digest": digest, "size": opened.checkpoint.size, "lie": lie})
    return lie


def note_seen(tx: JurorTransaction, envelope: Mapping[str, Any], keys: Sequence[str]) -> None:
    """Remember the furthest checkpoint, from a receipt or from the other laptop's file, to be echoed.

    One of the same size on another log raises the alarm; what was seen first is what is echoed.
    """
    try:
        new = _checkpoint(envelope, keys)
    except UserError:
        return  # another organiser's word is for the master to name, not for this laptop to spread
    old = _seen(tx, keys)
    if old is None or new.size > old.size:
        tx.set_meta(_SEEN, canonical.dumps(dict(envelope)).decode("utf-8"))
    elif new.size == old.size and new.head != old.head:
        _alarm(tx, new, keys)


def last_receipt(desk: JurorDesk) -> ReceiptNote | None:
    """The receipt that stands furthest in the organiser's log, if any came."""
    keys = desk.package.signing_keys
    with desk.store.look() as tx:
        held = [(_reopened(one.file.encode("ascii"), keys), one) for one in tx.receipts()]
        if not held:
            return None
        opened, stored = max(held, key=lambda pair: (pair[0].checkpoint.size, pair[1].position))
        accepted = set(opened.payload.accepted)
        exports = tx.exports()
        known = {*tx.ancestors(), *(one.digest for one in exports)}
        mine = [one for one in exports if one.digest in accepted]
        uncovered = None if not mine else _uncovered(*exporting.differing(tx, desk, mine[-1]))
    unknown = tuple(sorted(accepted - known))
    return ReceiptNote(opened.payload.counts, stored.at, opened.checkpoint.size, uncovered, unknown)


def accepted(desk: JurorDesk) -> frozenset[str]:
    """Digests that any receipt names as accepted."""
    keys = desk.package.signing_keys
    with desk.store.look() as tx:
        held = [_reopened(one.file.encode("ascii"), keys) for one in tx.receipts()]
    return frozenset(digest for one in held for digest in one.payload.accepted)


def _uncovered(*kinds: exporting.Places) -> Uncovered:
    places = tuple("/".join(place) for kind in kinds for place in kind)
    cells, sheets, comments, declarations = map(len, kinds)
    return Uncovered(cells, sheets, comments, declarations, places)


def held_receipts(desk: JurorDesk) -> list[HeldReceipt]:
    """Every receipt in the order of arrival; none is ever hidden."""
    keys = desk.package.signing_keys
    with desk.store.begin() as tx:
        lies = {event.data["digest"]: event.data for event in tx.log.events(("receipt_received",))}
        found: list[HeldReceipt] = []
        for one in tx.receipts():
            point = _reopened(one.file.encode("ascii"), keys).checkpoint
            found.append(HeldReceipt(one.at, point.size, point.head, lies.get(one.digest, {}).get("lie", "")))
    return found


def _lie(tx: JurorTransaction, new: Receipt, keys: Sequence[str]) -> Lie:
    """Behind an earlier one is an old receipt or a restored backup; it is proof of another log only when it
    accepts a file that was written here after the further receipt had come.
    """
    exported = {event.data["digest"]: event.seq for event in tx.log.events(("exported",))}
    arrived = {event.data["digest"]: event.seq for event in tx.log.events(("receipt_received",))}
    held = [(_reopened(one.file.encode("ascii"), keys).checkpoint, one.digest) for one in tx.receipts()]
    seen = _seen(tx, keys)
    points = [point for point, _ in held] + ([] if seen is None else [seen])
    if any(point.size == new.checkpoint.size and point.head != new.checkpoint.head for point in points):
        return "rewritten"
    further = [arrived.get(digest, 0) for point, digest in held if point.size > new.checkpoint.size]
    if any(exported.get(digest, 0) > since for since in further for digest in new.payload.accepted):
        return "rewritten"
    return "older" if any(point.size > new.checkpoint.size for point in points) else ""


def _alarm(tx: JurorTransaction, new: Checkpoint, keys: Sequence[str]) -> None:
    seen = _seen(tx, keys) or new
    facts = {
        "size": new.size,
        "code": canonical.short_code(new.head),
        "seen_size": seen.size,
        "seen_code": canonical.short_code(seen.head),
    }
    raise_alarm(tx, "alarm.log_rewritten", facts)


def _seen(tx: JurorTransaction, keys: Sequence[str]) -> Checkpoint | None:
    held = tx.meta(_SEEN)
    return None if held is None else _checkpoint(canonical.decode_json(held.encode("utf-8")), keys)


def _checkpoint(envelope: Mapping[str, Any], keys: Sequence[str]) -> Checkpoint:
    """A checkpoint by any key of the organiser's chain."""
    for key in keys[:-1]:
        try:
            return receipt.open_checkpoint(envelope, key)
        except UserError:
            continue
    return receipt.open_checkpoint(envelope, keys[-1])


def _reopened(data: bytes, keys: Sequence[str]) -> Receipt:
    """A receipt by any key of the organiser's chain: a new key may have followed since it was signed."""
    for key in keys[:-1]:
        try:
            return receipt.read(data, key)
        except UserError:
            continue
    return receipt.read(data, keys[-1])
