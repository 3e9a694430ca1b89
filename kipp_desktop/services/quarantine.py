"""Files of a later format, kept verbatim: tried again when a newer program opens the master."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from kipp_desktop import __version__
from kipp_desktop.services import merging
from kipp_desktop.services.file_outcomes import FileOutcome
from kipp_desktop.services.masters import Master
from kipp_desktop.services.merging import Report
from kipp_desktop.store.master_store import MasterTransaction, Quarantined


def held(master: Master) -> list[Quarantined]:
    """The files set aside, oldest first."""
    with master.store.begin() as tx:
        return tx.quarantined()


def is_due(tx: MasterTransaction) -> bool:
    """Whether files are set aside that this version of the program has not looked at yet."""
    if not tx.quarantined():
        return False
    looks = tx.log.events(("quarantined", "quarantine_retried"))
    return not looks or looks[-1].data.get("app") != __version__


def retry(master: Master, report: Report | None = None) -> list[FileOutcome]:
    """Merge what an earlier version had to set aside; what can't be taken in yet stays where it is."""
    files = held(master)
    if not files:
        return []
    outcomes = merging.apply_read(
        master, [(Path(one.file), one.data.encode("utf-8")) for one in files], report
    )
    with master.store.begin() as tx:
        for outcome, one in zip(outcomes, files, strict=True):
            if outcome.outcome not in ("quarantined", "refused"):
                tx.remove_quarantined(one.digest)
        counts = Counter(outcome.outcome for outcome in outcomes)
        tx.append("quarantine_retried", {"app": __version__, "outcomes": dict(sorted(counts.items()))})
    return outcomes
