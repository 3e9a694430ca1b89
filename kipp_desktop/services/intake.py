"""Everything about what came in, read in one go: for the screens that stand beside the board."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.services.conflicts import Contest, contests_in
from kipp_desktop.services.laptops import Laptop, laptops_of
from kipp_desktop.services.lateness import LateFile, late_in
from kipp_desktop.services.masters import Master, MasterState, load_state
from kipp_desktop.services.paper import Paper, papers_in
from kipp_desktop.services.quarantine import is_due
from kipp_desktop.services.received import added_words, received_in, typed_for
from kipp_desktop.services.witnesses import Finding, findings_in
from kipp_desktop.store.master_store import MasterTransaction, Quarantined


@dataclass(frozen=True)
class Intake:
    """Laptops, sheets that differ, late files, paper, assistants, findings, files set aside."""

    laptops: tuple[Laptop, ...]
    contests: tuple[Contest, ...]
    late: tuple[LateFile, ...]
    papers: tuple[Paper, ...]
    typed_by: dict[tuple[str, str], str]  # (juror, stage) → the assistant
    added_words: dict[tuple[str, str], str]  # (juror, stage) → why it was declared with sheets missing
    findings: tuple[Finding, ...]
    set_aside: tuple[Quarantined, ...]
    retry_due: bool  # whether this version of the program has not looked at those yet


def look(master: Master) -> Intake:
    """Read it."""
    with master.store.begin() as tx:
        return look_in(tx, load_state(tx))


def look_in(tx: MasterTransaction, state: MasterState) -> Intake:
    """The same inside a transaction."""
    files = received_in(tx, state)
    return Intake(
        tuple(laptops_of(files, state.rulings)),
        tuple(contests_in(tx, state)),
        tuple(late_in(tx, state, files)),
        tuple(papers_in(tx, state)),
        typed_for(files, state),
        added_words(files, state),
        tuple(findings_in(tx, state, files)),
        tuple(tx.quarantined()),
        is_due(tx),
    )
