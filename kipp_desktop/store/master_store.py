"""The organiser's master: set-up, accepted payloads verbatim, the event log,
and the score table as a cache.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, func, insert, literal_column, select
from sqlalchemy.dialects.sqlite import insert as upsert

from kipp_desktop.domain.competition import Assignment, Entry, Juror, plain
from kipp_desktop.domain.derive import JurorTable
from kipp_desktop.domain.log import Event
from kipp_desktop.store import master_tables as t
from kipp_desktop.store.engine import Database
from kipp_desktop.store.log import Encode, EventLog, LogTables, utc_now
from kipp_desktop.store.master_records import (
    Quarantined,
    Seat,
    StoredPackage,
    StoredPayload,
    entry_of,
    entry_values,
    table_body,
    table_of,
)

__all__ = ["MasterStore", "MasterTransaction", "Quarantined", "Seat", "StoredPackage", "StoredPayload"]

_LOG = LogTables(t.master_event, t.master_log_head)
_ADD_PAYLOAD = insert(t.payload)
_PUT_TABLE = upsert(t.juror_cache).on_conflict_do_update(
    index_elements=["juror"], set_={"body": literal_column("excluded.body")}
)


class MasterTransaction:
    """What can be read and written inside `MasterStore.begin()`."""

    def __init__(self, connection: Connection, encode: Encode) -> None:
        self._connection = connection
        self.log = EventLog(connection, _LOG, encode)

    def append(self, type_: str, data: Mapping[str, Any], actor: str = "panitia") -> Event:
        """Log an act of the organiser."""
        return self.log.append(actor, type_, data)

    # — set-up —

    def settings(self) -> dict[str, Any]:
        """All settings, decoded."""
        return {row.key: json.loads(row.value) for row in self._connection.execute(select(t.setting))}

    def set_setting(self, key: str, value: object) -> None:
        """Write a setting as JSON."""
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        statement = upsert(t.setting).values(key=key, value=text)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["key"], set_={"value": text})
        )

    def documents(self, kind: str) -> list[Any]:
        """Stages or rubrics as plain data, in order."""
        table = {"stage": t.stage, "rubric": t.rubric}[kind]
        rows = self._connection.execute(select(table.c.body).order_by(table.c.position))
        return [json.loads(row.body) for row in rows]

    def put_documents(self, kind: str, documents: Sequence[Mapping[str, Any]]) -> None:
        """Replace all stages or rubrics."""
        table = {"stage": t.stage, "rubric": t.rubric}[kind]
        self._connection.execute(delete(table))
        for position, document in enumerate(documents):
            body = json.dumps(document, ensure_ascii=False, sort_keys=True)
            self._connection.execute(insert(table).values(id=document["id"], position=position, body=body))

    def entries(self) -> list[Entry]:
        """Entries in order."""
        rows = self._connection.execute(select(t.entry).order_by(t.entry.c.position))
        return [entry_of(row) for row in rows]

    def put_entries(self, entries: Iterable[Entry]) -> None:
        """Add entries, or change those with the same number."""
        first = self._next_position(t.entry)
        rows = [
            {"id": one.id, "position": position, **entry_values(one)}
            for position, one in enumerate(entries, first)
        ]
        self._put(t.entry, rows, ("id",), ("position",))

    def remove_entries(self, ids: Iterable[str]) -> None:
        """Take entries off the list, with what is assigned of them."""
        for entry in ids:
            self._connection.execute(delete(t.assignment).where(t.assignment.c.entry == entry))
            self._connection.execute(delete(t.entry).where(t.entry.c.id == entry))

    def jurors(self) -> list[Juror]:
        """Jurors in order, spare seats included."""
        rows = self._connection.execute(select(t.juror).order_by(t.juror.c.spare, t.juror.c.position))
        return [
            Juror(
                row.id,
                row.name,
                row.title,
                row.institution,
                row.background,
                row.panel,
                row.role,
                bool(row.spare),
            )
            for row in rows
        ]

    def put_jurors(self, jurors: Iterable[Juror]) -> None:
        """Add jurors, or change those with the same id."""
        first = self._next_position(t.juror)
        rows = [
            {**plain(juror), "position": position, "spare": int(juror.spare)}
            for position, juror in enumerate(jurors, first)
        ]
        self._put(t.juror, rows, ("id",), ("position",))

    def remove_jurors(self, ids: Iterable[str]) -> None:
        """Take jurors off the list, with what is assigned to them and an invite that went to nobody."""
        for juror in ids:
            self._connection.execute(delete(t.assignment).where(t.assignment.c.juror == juror))
            self._connection.execute(delete(t.seat).where(t.seat.c.juror == juror))
            self._connection.execute(delete(t.juror).where(t.juror.c.id == juror))

    def assignments(self) -> list[tuple[Assignment, str | None]]:
        """Explicit assignments with the reason of a recusal."""
        rows = self._connection.execute(select(t.assignment))
        return [(Assignment(row.juror, row.stage, row.entry, row.state), row.reason) for row in rows]

    def put_assignments(self, assignments: Iterable[tuple[Assignment, str | None]]) -> None:
        """Add or change explicit assignments."""
        rows = [{**plain(row), "reason": reason} for row, reason in assignments]
        self._put(t.assignment, rows, ("juror", "stage", "entry"))

    def remove_assigned(self, stage: str) -> None:
        """Forget who is assigned at a stage; recusals stay."""
        held = t.assignment.c
        self._connection.execute(delete(t.assignment).where(held.stage == stage, held.state == "assigned"))

    def _next_position(self, table: Table) -> int:
        highest = self._connection.execute(select(func.max(table.c.position))).scalar_one()
        return 0 if highest is None else highest + 1

    def _put(
        self, table: Table, rows: list[dict[str, Any]], key: tuple[str, ...], once: tuple[str, ...] = ()
    ) -> None:
        """Write rows in one go; where the key is known its other columns change, except those set `once`."""
        if not rows:
            return
        statement = upsert(table)
        changed = {name: statement.excluded[name] for name in rows[0] if name not in {*key, *once}}
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=list(key), set_=changed), rows
        )

    # — what was issued —

    def seats(self) -> dict[str, Seat]:
        """Invites by juror."""
        rows = self._connection.execute(select(t.seat))
        return {
            row.juror: Seat(row.juror, row.person_salt, row.salt, row.invite_pub, row.invite) for row in rows
        }

    def put_seat(self, seat: Seat) -> None:
        """Keep a juror's invite."""
        values = {
            "person_salt": seat.person_salt,
            "salt": seat.salt,
            "invite_pub": seat.invite_pub,
            "invite": seat.invite,
        }
        self._connection.execute(
            upsert(t.seat)
            .values(juror=seat.juror, **values)
            .on_conflict_do_update(index_elements=["juror"], set_=values)
        )

    def packages(self) -> list[StoredPackage]:
        """Issued versions in order."""
        rows = self._connection.execute(select(t.package).order_by(t.package.c.version))
        return [
            StoredPackage(row.version, row.digest, json.loads(row.envelope), json.loads(row.people), row.at)
            for row in rows
        ]

    def add_package(
        self, version: int, digest: str, envelope: Mapping[str, Any], people: Mapping[str, Any]
    ) -> None:
        """Keep an issued version."""
        self._connection.execute(
            insert(t.package).values(
                version=version,
                digest=digest,
                envelope=json.dumps(envelope),
                people=json.dumps(people, ensure_ascii=False),
                at=utc_now(),
            )
        )

    def key_statements(self) -> list[Mapping[str, Any]]:
        """Rotation statements, oldest first."""
        rows = self._connection.execute(
            select(t.key_statement.c.envelope).order_by(t.key_statement.c.position)
        )
        return [json.loads(row.envelope) for row in rows]

    def add_key_statement(self, envelope: Mapping[str, Any]) -> None:
        """Keep a rotation statement."""
        position = len(self.key_statements()) + 1
        self._connection.execute(
            insert(t.key_statement).values(position=position, envelope=json.dumps(envelope))
        )

    # — what came in —

    def payload_jurors(self) -> set[str]:
        """Jurors of whom something was accepted."""
        return set(self._connection.execute(select(t.payload.c.juror).distinct()).scalars())

    def payload_digests(self) -> set[str]:
        """Digests of all accepted payloads."""
        return set(self._connection.execute(select(t.payload.c.digest)).scalars())

    def payloads(self, juror: str | None = None) -> list[StoredPayload]:
        """Accepted payloads by digest, of one juror or all."""
        query = select(t.payload).order_by(t.payload.c.digest)
        if juror is not None:
            query = query.where(t.payload.c.juror == juror)
        return [
            StoredPayload(
                row.digest,
                row.juror,
                row.package,
                json.loads(row.envelope),
                None if row.comments is None else json.loads(row.comments),
                row.received_at,
                row.file,
            )
            for row in self._connection.execute(query)
        ]

    def add_payload(self, stored: StoredPayload) -> None:
        """Keep an accepted payload verbatim."""
        comments = None if stored.comments is None else json.dumps(stored.comments, ensure_ascii=False)
        self._connection.execute(
            _ADD_PAYLOAD,
            {
                "digest": stored.digest,
                "juror": stored.juror,
                "package": stored.package,
                "envelope": msgspec.json.encode(
                    stored.envelope
                ).decode(),  # 50 kB: json takes ten times as long
                "comments": comments,
                "received_at": stored.received_at,
                "file": stored.file,
            },
        )

    def quarantined(self) -> list[Quarantined]:
        """Files kept for a later version of the program."""
        rows = self._connection.execute(
            select(t.quarantine).order_by(t.quarantine.c.at, t.quarantine.c.digest)
        )
        return [Quarantined(row.digest, row.file, row.data, row.why) for row in rows]

    def add_quarantined(self, one: Quarantined) -> None:
        """Keep a file that can't be read yet."""
        self._connection.execute(
            upsert(t.quarantine)
            .values(digest=one.digest, file=one.file, data=one.data, why=one.why, at=utc_now())
            .on_conflict_do_nothing()
        )

    def remove_quarantined(self, digest: str) -> None:
        """Forget a quarantined file that has been merged."""
        self._connection.execute(delete(t.quarantine).where(t.quarantine.c.digest == digest))

    # — what was signed —

    def add_checkpoint(self, digest: str, size: int, envelope: Mapping[str, Any]) -> None:
        """Keep a signed checkpoint."""
        statement = upsert(t.checkpoint).values(digest=digest, size=size, envelope=json.dumps(envelope))
        self._connection.execute(statement.on_conflict_do_nothing())

    def checkpoints(self) -> dict[str, Mapping[str, Any]]:
        """Every checkpoint signed, by size; digest → envelope."""
        rows = self._connection.execute(
            select(t.checkpoint).order_by(t.checkpoint.c.size, t.checkpoint.c.digest)
        )
        return {row.digest: json.loads(row.envelope) for row in rows}

    def add_result(self, digest: str, envelope: Mapping[str, Any]) -> None:
        """Keep a signed result."""
        statement = upsert(t.result).values(digest=digest, envelope=json.dumps(envelope), at=utc_now())
        self._connection.execute(statement.on_conflict_do_nothing())

    def results(self) -> list[tuple[str, Mapping[str, Any]]]:
        """Every result signed, with the digest it is kept under."""
        rows = self._connection.execute(select(t.result).order_by(t.result.c.at, t.result.c.digest))
        return [(row.digest, json.loads(row.envelope)) for row in rows]

    # — the score table, a cache of `derive` —

    def put_juror_table(self, table: JurorTable) -> None:
        """Replace what is cached of one juror."""
        self._connection.execute(_PUT_TABLE, {"juror": table.juror, "body": table_body(table)})

    def drop_cache(self) -> None:
        """Forget the score table; it can be rebuilt from payloads and events."""
        self._connection.execute(delete(t.juror_cache))

    def juror_tables(self) -> list[JurorTable]:
        """The cached score table, by juror; sheets in the order of stage and entry they were derived in."""
        rows = self._connection.execute(select(t.juror_cache).order_by(t.juror_cache.c.juror))
        return [table_of(row) for row in rows]


class MasterStore:
    """An open master."""

    def __init__(self, database: Database, encode: Encode) -> None:
        self.database = database
        self._encode = encode

    @classmethod
    def create(cls, path: Path, encode: Encode) -> MasterStore:
        """Make a new, empty master."""
        store = cls(Database.create(path, t.MASTER), encode)
        with store.begin() as tx:
            tx.log.start()
        return store

    @classmethod
    def open(
        cls,
        path: Path,
        encode: Encode,
        prove: Callable[[MasterTransaction], None] | None = None,
        read_only: bool = False,
    ) -> MasterStore:
        """Open a master; `read_only` for a copy that is only looked at.

        `prove` is asked before a migration is committed: is it still the same competition?
        """

        def proven(connection: Connection) -> None:
            if prove is not None:
                prove(MasterTransaction(connection, encode))

        return cls(Database(path, t.MASTER, proven, read_only), encode)

    @contextmanager
    def begin(self) -> Generator[MasterTransaction]:
        """The unit of work."""
        with self.database.begin() as connection:
            yield MasterTransaction(connection, self._encode)

    @property
    def path(self) -> Path:
        """The master's file."""
        return self.database.path

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()
