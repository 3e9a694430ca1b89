"""Masa sanggah: until when objections are taken, and the register of those that came, with their answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.moments import day_of
from kipp_desktop.domain.rulings import Event
from kipp_desktop.services.guards import known_entry, need_reason
from kipp_desktop.services.masters import Master, load_state
from kipp_desktop.services.particulars import particulars
from kipp_desktop.services.words import plain_text, said
from kipp_desktop.store.master_store import MasterTransaction

MOST = 4000  # characters of an objection or its answer


@dataclass(frozen=True, slots=True)
class Objection:
    """One line of the register. `number` counts from 1; `at` and `answered_at` are times of the log (UTC)."""

    number: int
    entry: str
    text: str
    at: str
    in_time: bool
    answer: str = ""
    answered_at: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Every objection in the order of arrival, and the last day on which they are taken, if one was set."""

    until: date | None
    objections: tuple[Objection, ...]

    @property
    def open(self) -> int:
        """How many have no answer yet."""
        return sum(not one.answer for one in self.objections)


def open_period(master: Master, until: date, reason: str) -> None:
    """Set the last day of the objection period. Raises UserError: reason.needed, objection.not_final."""
    need_reason(reason)
    with master.store.begin() as tx:
        if load_state(tx).rulings.finalised is None:
            raise UserError("objection.not_final")
        tx.append("objection_period", {"until": until.isoformat(), "reason": reason})


def object_to(master: Master, entry: str, text: str, answer: str = "") -> Objection:
    """Enter an objection of an entry; one that comes after the period is entered too, and said to be late.

    With an answer it is settled at once; the answer of one that waits is given by the same text again.
    Raises UserError: entry.unknown, objection.not_final, objection.answered, reason.needed, text.not_plain.
    """
    text, answer = text.strip(), answer.strip()
    plain_text(said(text), MOST)
    plain_text(answer, MOST)
    with master.store.begin() as tx:
        known_entry(load_state(tx), entry)
        if not tx.log.events(("finalised",)):
            raise UserError("objection.not_final")
        same = [one for one in _register(tx).objections if (one.entry, one.text) == (entry, text)]
        if any(one.answer for one in same) or (same and not answer):
            raise UserError("objection.answered" if same[-1].answer else "objection.twice", entry=entry)
        tx.append("objection", {"entry": entry, "text": text, "answer": answer or None})
        held = _register(tx).objections
    return next(one for one in held if (one.entry, one.text) == (entry, text))


def register(master: Master) -> Register:
    """The register as it stands."""
    with master.store.begin() as tx:
        return _register(tx)


def register_of(events: Iterable[Event], zone: str) -> Register:
    """The same from a log, its days by the clock of `zone`. An answer names its objection by entry and
    text.
    """
    until: date | None = None
    found: dict[tuple[str, str], Objection] = {}
    for event in events:
        if event.type == "objection_period":
            until = date.fromisoformat(event.data["until"])
        elif event.type == "objection":
            key = (str(event.data["entry"]), str(event.data["text"]))
            if key not in found:
                came = day_of(event.at, zone)
                found[key] = Objection(len(found) + 1, *key, event.at, until is None or came <= until)
            if event.data.get("answer"):
                found[key] = replace(found[key], answer=str(event.data["answer"]), answered_at=event.at)
    return Register(until, tuple(found.values()))


def _register(tx: MasterTransaction) -> Register:
    return register_of(tx.log.events(("objection", "objection_period")), particulars(tx).zone)
