"""What a juror must never lose sight of: two packages of one version, a rewritten log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.store.juror_store import JurorTransaction

_TYPE = "alarm"


class Alarm(NamedTuple):
    """`code` and `facts` name its sentence; `at` is when it was first seen."""

    code: str
    facts: Mapping[str, Any]
    at: str


def raise_alarm(tx: JurorTransaction, code: str, facts: Mapping[str, Any]) -> None:
    """Log an alarm; the same one again is no news."""
    known = {"code": code, "facts": dict(facts)}
    if all(event.data != known for event in tx.log.events((_TYPE,))):
        tx.append(_TYPE, known)


def alarms(desk: JurorDesk) -> list[Alarm]:
    """Every alarm of this store, oldest first. None ever goes away: it is for the organiser to explain."""
    with desk.store.look() as tx:
        return [Alarm(event.data["code"], event.data["facts"], event.at) for event in tx.log.events((_TYPE,))]
