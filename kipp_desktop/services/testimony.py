"""What receipts and prints in other people's hands say about this master's log.

A restored backup leaves witnesses of pages the log no longer has: a fork that `backup_restored` explains
(`forks`), and that is told, never hidden. Any other is a log that was cut or rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import decoding, receipt
from kipp_desktop.services.forks import known_before
from kipp_desktop.services.masters import Master, organiser_keys
from kipp_desktop.services.witnesses import SeenNote, seen_note
from kipp_desktop.store.master_store import MasterTransaction


@dataclass(frozen=True, slots=True)
class Testimony:
    """One witness: where the checkpoint stands, what is wrong with it, and files that were accepted and are
    not here.
    """

    source: str
    size: int
    note: SeenNote | None
    missing: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing contradicts the log; an explained fork doesn't."""
        return self.note in (None, "seen_before_restore") and not self.missing


def hear(master: Master, receipts: Iterable[Path] = (), prints: Iterable[str] = ()) -> list[Testimony]:
    """Compare jurors' receipts, and QR texts of prints, with the log.

    Raises UserError for what can't be read: file.damaged, file.other_kind, print.unreadable, …
    """
    with master.store.begin() as tx:
        keys = organiser_keys(tx)
        held = tx.payload_digests()
        heard = [_receipt(tx, path, keys, held) for path in receipts]
        for text in prints:
            envelope = receipt.checkpoint_of_print(text)
            size, note = receipt.unverified_checkpoint(envelope).size, seen_note(tx, envelope, keys)
            heard.append(Testimony(text.strip()[:32], size, note))
    return heard


def _receipt(tx: MasterTransaction, path: Path, keys: list[str], held: set[str]) -> Testimony:
    data = decoding.read_capped(path)
    for key in keys:
        try:
            found = receipt.read(data, key)
        except UserError as error:
            if error.code != "receipt.other_organiser":
                raise
            continue
        missing = tuple(digest for digest in found.payload.accepted if digest not in held)
        known = known_before(tx, found.payload.accepted)
        note = seen_note(tx, found.payload.checkpoint, keys, known)
        return Testimony(path.name, found.checkpoint.size, note, missing)
    return Testimony(path.name, 0, "seen_not_ours")
