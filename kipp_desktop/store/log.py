"""Appending to and reading an event log. Every append takes hold of the one log-head row."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.log import START, Event, event_hash

Encode = Callable[[object], bytes]
"""Canonical JSON; handed in because the store knows databases only."""


def utc_now() -> str:
    """The time as files write it: RFC 3339, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class LogTables:
    """The two tables of a log and what is asked of them, put together once."""

    def __init__(self, events: Table, head: Table) -> None:
        self.events = events
        self.start = insert(head).values(id=1, seq=0, hash=START)
        self.head = select(head.c.seq, head.c.hash).with_for_update()
        self.move_head = update(head)
        self.append = insert(events)


class EventLog:
    """A hash-chained log inside an open transaction."""

    def __init__(self, connection: Connection, tables: LogTables, encode: Encode) -> None:
        self._connection = connection
        self._tables = tables
        self._encode = encode
        self._held: tuple[int, str] | None = None

    def start(self) -> None:
        """Write the head of an empty log."""
        self._connection.execute(self._tables.start)

    def head(self) -> tuple[int, str]:
        """Size and hash of the log. Whoever asked holds the row until the transaction ends."""
        if self._held is None:
            row = self._connection.execute(self._tables.head).one()
            self._held = row.seq, row.hash
        return self._held

    def append(self, actor: str, type_: str, data: Mapping[str, Any]) -> Event:
        """Add one event and return it."""
        size, prev = self.head()
        at = utc_now()
        body = self._encode(
            {"seq": size + 1, "prev": prev, "at": at, "actor": actor, "type": type_, "data": data}
        )
        hash_ = event_hash(prev, body)
        line = {"seq": size + 1, "type": type_, "body": body.decode("utf-8"), "hash": hash_}
        self._connection.execute(self._tables.append, line)
        self._connection.execute(self._tables.move_head, {"seq": size + 1, "hash": hash_})
        self._held = size + 1, hash_
        return Event(size + 1, at, actor, type_, data, hash_)

    def hash_at(self, seq: int) -> str | None:
        """The hash of one event, or None where the log doesn't reach."""
        table = self._tables.events
        return self._connection.execute(select(table.c.hash).where(table.c.seq == seq)).scalar()

    def has(self, size: int, head: str) -> bool:
        """Whether the log had this head when it was so long."""
        return (self.hash_at(size) if size else START) == head

    def events(self, types: Iterable[str] | None = None) -> list[Event]:
        """Events in order, all or of some types."""
        return [_event(body, hash_) for _, _, body, hash_ in self.rows(types)]

    def events_after(self, seq: int) -> list[Event]:
        """Events that came after one, in order."""
        return [_event(body, hash_) for _, _, body, hash_ in self.rows(after=seq)]

    def rows(self, types: Iterable[str] | None = None, after: int = 0) -> Sequence[tuple[int, str, str, str]]:
        """(seq, type, body, hash) in order, all or those after an event."""
        table = self._tables.events
        query = select(table.c.seq, table.c.type, table.c.body, table.c.hash).order_by(table.c.seq)
        if after:
            query = query.where(table.c.seq > after)
        if types is not None:
            query = query.where(table.c.type.in_(list(types)))
        return [(row.seq, row.type, row.body, row.hash) for row in self._connection.execute(query)]

    def row(self, seq: int) -> tuple[str, str] | None:
        """Body and hash of one event, or None where the log doesn't reach."""
        table = self._tables.events
        found = self._connection.execute(select(table.c.body, table.c.hash).where(table.c.seq == seq)).first()
        return None if found is None else (found.body, found.hash)

    def last(self, type_: str) -> Event | None:
        """The newest event of a type."""
        table = self._tables.events
        query = select(table.c.body, table.c.hash).where(table.c.type == type_)
        found = self._connection.execute(query.order_by(table.c.seq.desc()).limit(1)).first()
        return None if found is None else _event(found.body, found.hash)

    def count(self, types: Iterable[str], after: int) -> int:
        """How many events of some types come after one."""
        table = self._tables.events
        wanted = table.c.type.in_(list(types)) & (table.c.seq > after)
        query = select(func.count()).select_from(table).where(wanted)
        return self._connection.execute(query).scalar_one()

    def verify(self) -> None:
        """Walk the chain to its head.

        Raises UserError("log.broken") naming the first event that doesn't fit.
        """
        size, last = self.walk()
        if self.head() != (size, last):
            raise UserError("log.broken", seq=size)

    def walk(self) -> tuple[int, str]:
        """Size and hash of the log as its events give them, without looking at the head row.

        Raises UserError("log.broken") naming the first event that doesn't fit.
        """
        expected, prev = 0, START
        for seq, type_, body, hash_ in self.rows():
            expected += 1
            decoded = json.loads(body)
            linked = (
                decoded["seq"] == seq == expected and decoded["prev"] == prev and decoded["type"] == type_
            )
            if not linked or event_hash(prev, body.encode("utf-8")) != hash_:
                raise UserError("log.broken", seq=seq)
            prev = hash_
        return expected, prev

    def is_append_only(self) -> bool:
        """Whether the database itself refuses to change and to remove an event.

        It is tried on the last one and taken back, so that a dropped trigger can't hide in the schema's text.
        """
        newest = self._connection.execute(select(func.max(self._tables.events.c.seq))).scalar()
        last = self._tables.events.c.seq == newest
        attempts = (
            update(self._tables.events).where(last).values(seq=newest),
            delete(self._tables.events).where(last),
        )
        for attempt in attempts if newest else ():
            savepoint = self._connection.begin_nested()
            try:
                self._connection.execute(attempt)
            except DBAPIError:
                continue
            finally:
                savepoint.rollback()
            return False
        return True


def _event(body: str, hash_: str) -> Event:
    decoded = json.loads(body)
    return Event(decoded["seq"], decoded["at"], decoded["actor"], decoded["type"], decoded["data"], hash_)
