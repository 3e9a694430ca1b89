"""Is a juror's store what it says it is?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kipp_desktop.exchange import canonical, decoding, package, receipt, score_file
from kipp_desktop.services.checking.answers import Check, asked, fails, faulty, stated
from kipp_desktop.services.checking.either import comments, log_checks, signed_by
from kipp_desktop.services.jurors import JurorDesk, open_desk
from kipp_desktop.store.juror_store import FILE_NAME, JurorTransaction, StoredExport, StoredReceipt
from kipp_desktop.store.juror_store import StoredPackage as HeldPackage


def check_juror(desk: JurorDesk) -> list[Check]:
    """All checks of a juror's store."""
    checks = [stated("integrity", desk.store.database.integrity)]
    with desk.store.begin() as tx:
        checks += log_checks(tx.log)
        checks.append(asked("packages", lambda: _held_packages(tx)))
        checks.append(asked("receipts", lambda: _held_receipts(tx, desk.package.signing_keys)))
        checks.append(asked("exports", lambda: _exports(tx)))
        checks.append(asked("comments", lambda: comments(tx.exports())))
        checks.append(asked("cells", lambda: _cells(tx)))
    checks.append(asked("secrets", lambda: fails(desk.secrets)))
    return checks


def open_juror_folder(path: Path) -> JurorDesk | None:
    """The juror's desk when `path` is a store folder, else None."""
    return open_desk(path) if (path / FILE_NAME).exists() else None


# — a juror's store —


def _held_packages(tx: JurorTransaction) -> list[str]:
    """Every version held is signed, canonical, and kept under its own digest and number."""

    def holds(stored: HeldPackage) -> bool:
        opened = package.read(stored.file.encode("ascii"))
        return (opened.digest, opened.version) == (stored.digest, stored.version)

    return faulty(((f"v{stored.version}", stored) for stored in tx.packages()), holds)


def _held_receipts(tx: JurorTransaction, keys: Sequence[str]) -> list[str]:
    """Every receipt is signed by a key of the organiser and kept under its own digest."""

    verified = signed_by(keys)

    def holds(stored: StoredReceipt) -> bool:
        envelope = decoding.wrapper(stored.file.encode("ascii"), receipt.FMT)["dsse"]
        return canonical.sha256(verified("receipt", envelope)) == stored.digest

    return faulty(((stored.digest, stored) for stored in tx.receipts()), holds)


def _exports(tx: JurorTransaction) -> list[str]:
    """Every export is canonical, signed by its device, and kept under its own digest."""

    def holds(one: StoredExport) -> bool:
        return score_file.reopen(one.envelope).digest == one.digest

    return faulty(((one.digest, one) for one in tx.exports()), holds)


def _cells(tx: JurorTransaction) -> list[str]:
    """Replaying the log gives exactly the table: every score,
    and what was taken over from the other laptop.
    """
    replayed: dict[tuple[str, str, str], int | None] = {}
    for event in tx.log.events(("score", "own_file_received", "difference_resolved")):
        data = event.data
        if event.type == "score":
            replayed[data["stage"], data["entry"], data["criterion"]] = data["new"]
        else:
            replayed |= {
                (stage, entry, criterion): value for stage, entry, criterion, _, value in data["taken"]
            }
    held = {
        (*key, criterion): value
        for key, cells in tx.cells().items()
        for criterion, (_, value) in cells.items()
    }
    return sorted({"/".join(place) for place, _ in held.items() ^ replayed.items()})
