"""The first schema of a juror's store."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

HEX64 = "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*'"


def key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True, nullable=False)


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def maybe(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=True)


def whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def table(name: str, *parts: sa.Column[str] | sa.Column[int] | sa.CheckConstraint) -> None:
    op.create_table(name, *parts, sqlite_strict=True)


def upgrade() -> None:
    event_log()
    table("meta", key("key"), text("value"))
    table("package", number("version"), text("digest"), text("file"), text("received_at"))
    sheets()
    table(
        "declaration",
        key("stage"),
        whole("declared"),
        text("text"),
        maybe("typed_by"),
        sa.CheckConstraint("declared IN (0, 1)", name="declared"),
    )
    table(
        "export",
        key("digest"),
        whole("position"),
        text("envelope"),
        maybe("comments"),
        text("at"),
        text("path"),
    )
    table("ancestor", key("digest"))
    table(
        "difference",
        key("other"),
        key("stage"),
        key("entry"),
        key("criterion"),
        maybe("mine"),
        maybe("theirs"),
    )
    table("receipt", key("digest"), whole("position"), text("file"), text("at"))


def event_log() -> None:
    table(
        "event",
        number("seq"),
        text("type"),
        text("body"),
        text("hash"),
        sa.CheckConstraint(HEX64.format("hash"), name="event_hash"),
    )
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER event_no_{verb.lower()} BEFORE {verb} ON event "
            "BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END"
        )
    table(
        "log_head",
        sa.Column("id", sa.Integer, primary_key=True),
        whole("seq"),
        text("hash"),
        sa.CheckConstraint("id = 1", name="one_head"),
    )


def sheets() -> None:
    table(
        "cell",
        key("stage"),
        key("entry"),
        key("criterion"),
        whole("rev"),
        sa.Column("value", sa.Integer, nullable=True),
        sa.CheckConstraint("value IS NULL OR value BETWEEN 0 AND 1000000", name="cell_value"),
        sa.CheckConstraint("rev >= 1", name="cell_rev"),
    )
    table(
        "sheet",
        key("stage"),
        key("entry"),
        text("state"),
        maybe("reason"),
        sa.CheckConstraint("state IN ('draft', 'locked', 'abstained', 'absent')", name="sheet_state"),
    )
    table(
        "comment",
        key("stage"),
        key("entry"),
        key("criterion"),
        key("kind"),
        text("text"),
        sa.CheckConstraint("kind IN ('praise', 'improve', 'private')", name="comment_kind"),
    )
