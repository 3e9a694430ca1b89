"""Everything about a juror's laptop at a glance: device, package, receipts, alarms, what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kipp_desktop.domain.rulings import Event
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.services import assisting, own_files, receipts, renewing
from kipp_desktop.services.alarms import Alarm, alarms
from kipp_desktop.services.device_keys import Keeping
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.receipts import HeldReceipt, ReceiptNote
from kipp_desktop.services.renewing import Cell


@dataclass(frozen=True, slots=True)
class ExportNote:
    """A file that this laptop wrote, and whether a receipt of the organiser names it."""

    at: str
    file: str
    code: str
    received: bool


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """`typed_by` is who types now; `rescore` are cells that a newer package asks to score again."""

    folder: Path  # where the scores are
    device_code: str
    keeping: Keeping
    package_version: int
    package_code: str
    typed_by: str | None
    receipt: ReceiptNote | None
    receipts: tuple[HeldReceipt, ...]
    alarms: tuple[Alarm, ...]
    differences: int
    rescore: tuple[Cell, ...]
    exports: tuple[ExportNote, ...]


def desk_status(desk: JurorDesk) -> DeskStatus:
    """Read it all from the store."""
    with desk.store.begin() as tx:
        rescore = tuple(renewing.outdated(tx, desk))
        written = tx.log.events(("exported",))
    accepted = receipts.accepted(desk)
    return DeskStatus(
        folder=desk.store.folder,
        device_code=desk.device_code,
        keeping=desk.keeping,
        package_version=desk.package.version,
        package_code=short_code(desk.package.digest),
        typed_by=assisting.assistant(desk),
        receipt=receipts.last_receipt(desk),
        receipts=tuple(receipts.held_receipts(desk)),
        alarms=tuple(alarms(desk)),
        differences=len(own_files.open_differences(desk)),
        rescore=rescore,
        exports=tuple(_note(event, accepted) for event in reversed(written)),
    )


def _note(event: Event, accepted: frozenset[str]) -> ExportNote:
    digest = event.data["digest"]
    return ExportNote(event.at, event.data["file"], short_code(digest), digest in accepted)
