"""Which checkpoints off the log a restored backup explains: those that were on the branch it lost.

The event names them, read from the master that was put aside. Where that could not be read, any checkpoint
beyond the restored size may be one of them, unless its witness already knew something that came after.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, decoding, signing
from kipp_desktop.exchange.receipt import unverified_checkpoint
from kipp_desktop.store.master_store import MasterStore, MasterTransaction

RESTORED = "backup_restored"


def lost_with(aside: Path | None, tx: MasterTransaction) -> list[str] | None:
    """Digests of the checkpoints signed in the master that was put aside and off the restored log, with those
    that it had lost itself; None where it is gone or can't be read.
    """
    if aside is None:
        return None
    try:
        store = MasterStore.open(aside, canonical.dumps, read_only=True)
    except UserError:
        return None
    try:
        with store.begin() as there:
            restored = there.log.events((RESTORED,))
            signed = there.checkpoints()
    except (UserError, ValueError):
        return None
    finally:
        store.close()
    earlier = [event.data.get("lost") for event in restored if not tx.log.has(event.seq, event.hash)]
    if None in earlier:
        return None
    points = {digest: unverified_checkpoint(envelope) for digest, envelope in signed.items()}
    off = {digest for digest, point in points.items() if not tx.log.has(point.size, point.head)}
    return sorted(off.union(*filter(None, earlier)))


def is_explained(tx: MasterTransaction, envelope: Mapping[str, Any], after: int = 0) -> bool:
    """Whether a restored backup explains a checkpoint that isn't on the log.

    `after` is the furthest event of this log that is known to have been there before it was signed.
    """
    point = unverified_checkpoint(envelope)
    digest = canonical.sha256(signing.envelope_payload("checkpoint", envelope))
    for event in tx.log.events((RESTORED,)):
        lost = event.data.get("lost")
        if after < event.seq <= point.size if lost is None else digest in lost:
            return True
    return False


def known_before(tx: MasterTransaction, accepted: Iterable[str]) -> int:
    """The furthest checkpoint on this log that stands in a file which a receipt accepts: it was there before
    the receipt was.
    """
    wanted = frozenset(accepted)
    sizes = [0]
    for stored in tx.payloads():
        if stored.digest in wanted:
            signed = decoding.mapping(canonical.loads(signing.envelope_payload("score", stored.envelope)))
            point = None if signed.get("seen") is None else unverified_checkpoint(signed["seen"])
            sizes += [point.size] if point is not None and tx.log.has(point.size, point.head) else []
    return max(sizes)
