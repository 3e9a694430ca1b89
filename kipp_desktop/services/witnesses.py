"""What jurors' files say about the organiser's log, and what else about them should not pass in silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.faults import without_late
from kipp_desktop.exchange import receipt
from kipp_desktop.exchange.receipt import Checkpoint
from kipp_desktop.services import forks
from kipp_desktop.services.masters import Master, MasterState, load_state, organiser_keys
from kipp_desktop.services.received import Received, received_in
from kipp_desktop.store.master_store import MasterTransaction

SeenNote = Literal["seen_not_ours", "seen_beyond_log", "log_rewritten", "seen_before_restore"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about an accepted file that people have to look at. `kind` names the sentence note.KIND."""

    kind: str
    juror: str
    file: str
    digest: str


def findings(master: Master) -> list[Finding]:
    """Dropped cells, heads on revoked files, values on sheets that aren't owed, checkpoints off the log."""
    with master.store.begin() as tx:
        state = load_state(tx)
        return findings_in(tx, state, received_in(tx, state))


def findings_in(tx: MasterTransaction, state: MasterState, files: Sequence[Received]) -> list[Finding]:
    """The same inside a transaction, by juror."""
    by_digest = {one.digest: one for one in files}
    found = [
        (kind, by_digest[digest])
        for table in state.table.jurors.values()
        for kind, digest in without_late(table.faults)
        if digest in by_digest
    ]
    keys = organiser_keys(tx)
    for one in files:
        note = None if one.seen is None else seen_note(tx, one.seen, keys)
        if note is not None:
            found.append((note, one))
    return sorted(
        (Finding(kind, one.juror, one.file, one.digest) for kind, one in found),
        key=lambda one: (one.juror, one.kind, one.digest),
    )


def seen_note(
    tx: MasterTransaction, seen: Mapping[str, Any], keys: Iterable[str], after: int = 0
) -> SeenNote | None:
    """What is wrong with the checkpoint that a witness saw; None when it lies on the log.

    `after` is the furthest event of the log that the witness knew before.
    """
    checkpoint = _opened(seen, keys)
    if checkpoint is None:
        return "seen_not_ours"
    if tx.log.has(checkpoint.size, checkpoint.head):
        return None
    if forks.is_explained(tx, seen, after):
        return "seen_before_restore"
    return "seen_beyond_log" if checkpoint.size > tx.log.head()[0] else "log_rewritten"


def _opened(envelope: Mapping[str, Any], keys: Iterable[str]) -> Checkpoint | None:
    for key in keys:
        try:
            return receipt.open_checkpoint(envelope, key)
        except UserError:
            continue
    return None
