"""The event log in words: every event as a sentence, with who, when, why, and whom it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.moments import moment_words
from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.domain.rulings import Event
from kipp_desktop.exchange.activation import device_code
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.sentences import catalogue, sentence_of
from kipp_desktop.services import attendance
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.masters import Master, draft_competition, load_state
from kipp_desktop.services.particulars import particulars

COLUMNS = ("number", "at", "actor", "kind", "what", "reason", "people", "data", "hash")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event in one language; `data` is its body's data as written."""

    seq: int
    at: str  # RFC 3339, UTC
    actor: str
    type: str
    what: str
    reason: str
    people: str  # who was present, by name
    jurors: frozenset[str]
    entries: frozenset[str]
    data: Mapping[str, Any]
    hash: str
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put together what a search looks at here, on the worker, and not with every key that is typed."""
        parts = (str(self.seq), self.at, self.type, self.what, self.reason, self.people, self.hash)
        object.__setattr__(self, "text", " ".join(parts).casefold())

    def mentions(self, words: Sequence[str]) -> bool:
        """Whether all of these words, given without case, stand somewhere in the line."""
        return all(word in self.text for word in words)


def lines_of_master(master: Master, language: str = "id") -> list[LogLine]:
    """The whole log of a master, oldest first. For the worker: it takes a second for 50,000 events."""
    with master.store.begin() as tx:
        events = tx.log.events()
        state = load_state(tx)
        competition = state.competition if state.package is None else draft_competition(tx, state.rulings)
        names, zone = attendance.names_of(tx), particulars(tx).zone
    return lines_of(events, competition, names, language, zone)


def lines_of_desk(desk: JurorDesk, language: str = "id") -> list[LogLine]:
    """The whole log of a juror's store, oldest first."""
    with desk.store.begin() as tx:
        events = tx.log.events()
    names = {juror.id: juror.name for juror in desk.competition.jurors if juror.name}
    return lines_of(events, desk.competition, names, language, "")


def body_of(master: Master, seq: int) -> tuple[str, str]:
    """Body and hash of an event as they stand in the log. Raises UserError("log.no_event")."""
    with master.store.begin() as tx:
        found = tx.log.row(seq)
    if found is None:
        raise UserError("log.no_event", seq=seq)
    return found


def table_of(lines: Sequence[LogLine], path: Path, language: str = "id") -> bytes:
    """The lines as a file to keep: CSV where `path` ends so, else XLSX."""
    from kipp_desktop.exchange import canonical
    from kipp_desktop.exchange.workbooks import write_log_csv, write_log_workbook

    heads = [sentence_of(f"column.{name}", {}, language) for name in COLUMNS]
    rows = [
        (
            *(str(line.seq), line.at, line.actor, kind_words(line.type, language), line.what),
            *(line.reason, line.people, canonical.dumps(line.data).decode("utf-8"), line.hash),
        )
        for line in lines
    ]
    return (write_log_csv if path.suffix.lower() == ".csv" else write_log_workbook)(heads, rows)


def kind_words(type_: str, language: str = "id") -> str:
    """A short name for a type of event."""
    known = f"kind.{type_}" in catalogue()
    return sentence_of(f"kind.{type_}" if known else "kind.other", {}, language)


def lines_of(
    events: Sequence[Event], competition: Competition, names: Mapping[str, str], language: str, zone: str
) -> list[LogLine]:
    """Some events of a log in words; `names` are those of the people in them, by id, and moments that people
    stated are said by the clock of `zone`.
    """
    words = _Words(competition, names, language, zone)
    return [words.line(event) for event in events]


class _Words:
    """Turns events of one competition into lines of one language."""

    def __init__(self, competition: Competition, names: Mapping[str, str], language: str, zone: str) -> None:
        self._language, self._zone = language, zone
        self._mark = "," if language == "id" else "."
        roles = {role: self._word(role) for role in (attendance.ORGANISER, attendance.CHAIR)}
        self._people = {**names, **roles}
        self._jurors = {
            juror.id: f"{juror.id} {names.get(juror.id, '')}".strip() for juror in competition.jurors
        }
        self._entries = {entry.id: f"{entry.id} {entry.title}" for entry in competition.entries}
        self._stages = {stage.id: stage.name.in_language(language) for stage in competition.stages}
        self._criteria = {
            criterion.id: criterion.name.in_language(language)
            for rubric in competition.rubrics
            for criterion in rubric.criterion
        }
        self._facts: dict[str, Callable[[Any], str]] = {
            **dict.fromkeys(("juror", "to"), lambda id_: self._jurors.get(str(id_), str(id_))),
            "entry": lambda id_: self._entries.get(str(id_), str(id_)),
            "stage": lambda id_: self._stages.get(str(id_), str(id_)),
            "device": lambda key: device_code(str(key)),
            "points": lambda value: centi_text(abs(value), self._mark),
            "method": self._word,
            "code": self._word,
            "order": _listed,
            "entries": _listed,
            "changes": _listed,
            "outcome": lambda kind: sentence_of(f"outcome.{kind}", {}, language),
            "public": lambda public: self._word("public" if public else "auditor"),
            "labels": lambda labels: ", ".join(f"{entry} {label}" for entry, label in labels.items()),
        }

    def line(self, event: Event) -> LogLine:
        """The line of an event; one that this version doesn't know is shown by its type and what it holds."""
        data = event.data
        known = f"event.{event.type}" in catalogue()
        facts = self._said(event)
        people = [one for key in attendance.PEOPLE for one in data.get(key) or ()]
        people += [data["operator"]] if data.get("operator") else []
        return LogLine(
            event.seq,
            event.at,
            self._people.get(event.actor, event.actor),
            event.type,
            sentence_of(_sentence(event) if known else "event.other", facts, self._language),
            self._reason(event),
            ", ".join(attendance.spoken(people, self._people)),
            frozenset(str(data[key]) for key in ("juror", "from", "to") if data.get(key)),
            frozenset(_entries_of(data)),
            data,
            event.hash,
        )

    def _said(self, event: Event) -> dict[str, str]:
        """What the blanks of the sentences are filled with."""
        data = event.data
        given = {key: value for key, value in data.items() if value is not None}
        facts: dict[str, str] = {key: self._facts.get(key, str)(value) for key, value in given.items()}
        if event.type == "juror_unavailable":
            facts["from"] = moment_words(data.get("from") or event.at, self._zone)
        if event.type == "juror_replaced":
            facts["from"] = self._facts["juror"](data["from"])
        facts |= {"type": event.type, "order": facts.get("order", ""), "labels": facts.get("labels", "")}
        facts["count"] = str(_count(data))
        if "criterion" in data:
            facts |= self._cell(event)
        if event.type == "sheet":
            facts |= {key: self._word(str(data[key])) for key in ("old", "new")}
        return facts

    def _cell(self, event: Event) -> dict[str, str]:
        """Criterion and values of an event about a cell, or about a whole sheet or result."""
        data, criterion = event.data, event.data["criterion"]
        values = {key: self._value(data[key]) for key in ("value", "old", "new", "choice") if key in data}
        if criterion:
            return {"criterion": self._criteria.get(criterion, str(criterion)), **values}
        if event.type == "gate_entered":
            return {
                "criterion": self._word("result"),
                "value": self._word("pass" if data["value"] else "fail"),
            }
        return {"criterion": self._word("sheet"), **values}

    def _value(self, value: object) -> str:
        if value is None:
            return self._word("empty")
        if isinstance(value, int):
            return centi_text(value, self._mark)
        text = str(value)
        return short_code(text) if len(text) == 64 else self._word(text)

    def _reason(self, event: Event) -> str:
        """The reason given; of a finalisation that an act took back, the act."""
        reason = str(event.data.get("reason") or "")
        if event.type == "unfinalised" and f"kind.{reason}" in catalogue():
            return kind_words(reason, self._language)
        return reason

    def _word(self, word: str) -> str:
        return sentence_of(f"word.{word}", {}, self._language) if f"word.{word}" in catalogue() else word


def _sentence(event: Event) -> str:
    """The key of what is said of a known event; points may have been taken away."""
    taken = event.type == "bonus_decided" and event.data["points"] < 0
    return "event.bonus_decided.taken" if taken else f"event.{event.type}"


_COUNTED = ("entries", "jurors", "rows", "received", "digests", "keep", "gaps", "differences")
"""What a sentence tells the number of: a list, or a number already."""


def _count(data: Mapping[str, Any]) -> int:
    counted = next((data[key] for key in _COUNTED if key in data), ())
    return counted if isinstance(counted, int) else len(counted)


def _listed(things: object) -> str:
    return ", ".join(map(str, cast("Sequence[object]", things)))


def _entries_of(data: Mapping[str, Any]) -> Iterator[str]:
    """The entries an event is about: by number, or as they were imported."""
    for key in ("entries", "order", "labels"):
        for one in data.get(key) or ():
            yield str(cast("Mapping[str, Any]", one)["id"] if isinstance(one, dict) else one)
    if data.get("entry"):
        yield str(data["entry"])
