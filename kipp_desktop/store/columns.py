"""What the tables of both databases are made of, and the event log that both have."""

from __future__ import annotations

from sqlalchemy import DDL, CheckConstraint, Column, Integer, MetaData, Table, Text, event

HEX64 = "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*'"


def key(name: str) -> Column[str]:
    """A text of the primary key."""
    return Column(name, Text, primary_key=True, nullable=False)


def text(name: str, default: str | None = None) -> Column[str]:
    """A text that is always there."""
    return Column(name, Text, nullable=False, server_default=default)


def maybe(name: str) -> Column[str]:
    """A text that may be missing."""
    return Column(name, Text, nullable=True)


def whole(name: str) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=False)


def table(name: str, metadata: MetaData, *columns: Column[str] | Column[int] | CheckConstraint) -> Table:
    """A table that keeps its column types."""
    return Table(name, metadata, *columns, sqlite_strict=True)


def event_log(metadata: MetaData) -> tuple[Table, Table]:
    """The append-only log and the one row that every append takes hold of."""
    log = table(
        "event",
        metadata,
        Column("seq", Integer, primary_key=True, autoincrement=False),
        text("type"),
        text("body"),
        text("hash"),
        CheckConstraint(HEX64.format("hash"), name="event_hash"),
    )
    for verb in ("UPDATE", "DELETE"):
        trigger = DDL(
            f"CREATE TRIGGER event_no_{verb.lower()} BEFORE {verb} ON event "
            "BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END"
        )
        event.listen(log, "after_create", trigger.execute_if(dialect="sqlite"))
    head = table(
        "log_head",
        metadata,
        Column("id", Integer, primary_key=True),
        whole("seq"),
        text("hash"),
        CheckConstraint("id = 1", name="one_head"),
    )
    return log, head
