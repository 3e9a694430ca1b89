"""What every official act asks first: a reason, and that what it names is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import Event, rulings_of
from kipp_desktop.services.masters import MasterState, refresh
from kipp_desktop.services.words import plain_text, said
from kipp_desktop.store.master_store import MasterTransaction


def need_reason(reason: str | None) -> None:
    """Raise UserError: reason.needed, text.not_plain."""
    plain_text(said(reason))


def known_stage(state: MasterState, stage: str) -> None:
    """Raise UserError("rank.unknown_stage") for a stage the competition doesn't have."""
    if stage not in state.competition.stage_by_id:
        raise UserError("rank.unknown_stage", stage=stage, known=", ".join(state.competition.stage_by_id))


def known_entry(state: MasterState, entry: str) -> None:
    """Raise UserError("entry.unknown") for an entry the competition doesn't have."""
    if entry not in state.competition.entry_by_id:
        raise UserError("entry.unknown", entry=entry)


def known_juror(state: MasterState, juror: str) -> None:
    """Raise UserError("package.unknown_juror") for a juror the competition doesn't have."""
    if juror not in state.competition.juror_by_id:
        raise UserError("package.unknown_juror", juror=juror)


def need_present(present: Sequence[str]) -> None:
    """Raise UserError("present.needed") unless somebody was there when a decision fell."""
    if not any(name.strip() for name in present):
        raise UserError("present.needed")
    for name in present:
        plain_text(name)


def record(tx: MasterTransaction, type_: str, data: Mapping[str, Any]) -> Event:
    """Log an act that scores or ranks stand on; a FINAL result is taken back in the log with it."""
    event = tx.append(type_, data)
    if rulings_of(tx.log.events(("finalised", "unfinalised"))).finalised is not None:
        tx.append("unfinalised", {"reason": type_})
    return event


def refresh_if_issued(tx: MasterTransaction, juror: str) -> None:
    """Derive a juror again, once there is a package to derive from."""
    if tx.packages():
        refresh(tx, juror)
