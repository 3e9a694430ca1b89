"""Whether entries may take part, by the conditions that the template or the organiser set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from kipp_desktop.domain.bounds import check_date
from kipp_desktop.domain.competition import Entry, plain
from kipp_desktop.domain.eligibility import Eligibility, Finding, findings
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import decoding
from kipp_desktop.services.masters import Master
from kipp_desktop.store.master_store import MasterTransaction

RULES, DAY = "eligibility", "eligibility_on"

Findings = Callable[[Sequence[Entry]], Sequence[Finding]]


def conditions(tx: MasterTransaction) -> tuple[Eligibility, ...]:
    """The conditions as they are set."""
    return decoding.convert(tx.settings().get(RULES, []), tuple[Eligibility, ...])


def day_of(tx: MasterTransaction) -> str:
    """The day ages are counted on: the one that was set, else today on this machine's clock."""
    return str(tx.settings().get(DAY) or date.today().isoformat())  # noqa: DTZ011 - a day, no moment


def look(master: Master, on: str | None = None) -> tuple[str, list[Finding]]:
    """The day counted on, and everything that speaks against the entries on the list.

    Raises UserError("set.bad_value").
    """
    with master.store.begin() as tx:
        day = checked_day(on) if on else day_of(tx)
        return day, findings_in(tx, tx.entries(), day)


def findings_in(tx: MasterTransaction, entries: Sequence[Entry], on: str | None = None) -> list[Finding]:
    """Everything that speaks against these entries, by the conditions that are set."""
    return findings(entries, conditions(tx), on or day_of(tx))


def of_list(tx: MasterTransaction, replacing: bool = False) -> Findings:
    """Judges the entries of a list beside those that the master holds already, unless it replaces them."""
    held, rules, day = [] if replacing else tx.entries(), conditions(tx), day_of(tx)

    def judged(entries: Sequence[Entry]) -> Sequence[Finding]:
        new = {entry.id for entry in entries}
        together = [*(entry for entry in held if entry.id not in new), *entries]
        return [one for one in findings(together, rules, day) if one.entry in new]

    return judged


def held(master: Master) -> tuple[tuple[Eligibility, ...], str]:
    """The conditions that are set, and the day that was set for them ("" = today)."""
    with master.store.begin() as tx:
        return conditions(tx), str(tx.settings().get(DAY, ""))


def set_conditions(master: Master, rules: Sequence[Eligibility], on: str | None = None) -> None:
    """Set the conditions and, if given, the day that ages are counted on ("" = today).

    Raises UserError("set.bad_value").
    """
    shape: list[Any] = plain(tuple(rules))
    with master.store.begin() as tx:
        tx.set_setting(RULES, shape)
        if on is not None:
            tx.set_setting(DAY, checked_day(on) if on else "")
        tx.append("settings_changed", {"changes": {RULES: shape, DAY: on or ""}})


def checked_day(text: str) -> str:
    """A day as 2024-10-24. Raises UserError("set.bad_value")."""
    try:
        check_date(text, "day")
    except ValueError as error:
        raise UserError("set.bad_value", key=text, why="YYYY-MM-DD") from error
    return text
