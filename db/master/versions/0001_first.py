"""The first schema of the organiser's master."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

HEX64 = "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*'"
STATES = "'none', 'draft', 'locked', 'reopened', 'abstained', 'absent', 'recused', 'conflict'"


def key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True, nullable=False)


def text(name: str, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


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
    set_up()
    issued()
    received()
    signed()
    score_table()


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


def set_up() -> None:
    table("setting", key("key"), text("value"))
    table("stage", key("id"), whole("position"), text("body"))
    table("rubric", key("id"), whole("position"), text("body"))
    table(
        "entry",
        key("id"),
        whole("position"),
        text("title"),
        text("institution"),
        text("type"),
        text("category"),
        text("group_name"),
        maybe("started_on"),
        text("maturity"),
        text("proposer"),
        text("attachments", "[]"),
    )
    table(
        "juror",
        key("id"),
        whole("position"),
        text("name"),
        text("title"),
        text("institution"),
        text("background"),
        text("panel"),
        text("role"),
        whole("spare"),
        sa.CheckConstraint("spare IN (0, 1)", name="spare"),
    )
    table(
        "assignment",
        key("juror"),
        key("stage"),
        key("entry"),
        text("state"),
        maybe("reason"),
        sa.CheckConstraint("state IN ('assigned', 'recused')", name="assignment_state"),
    )


def issued() -> None:
    table(
        "seat",
        sa.Column("juror", sa.Text, sa.ForeignKey("juror.id"), primary_key=True, nullable=False),
        text("person_salt"),
        text("salt"),
        text("invite_pub"),
        text("invite"),
    )
    table("package", number("version"), text("digest"), text("envelope"), text("people"), text("at"))
    table("key_statement", number("position"), text("envelope"))


def received() -> None:
    table(
        "payload",
        key("digest"),
        text("juror"),
        text("package"),
        text("envelope"),
        maybe("comments"),
        text("received_at"),
        text("file"),
        sa.CheckConstraint(HEX64.format("digest"), name="payload_digest"),
    )
    table("quarantine", key("digest"), text("file"), text("data"), text("why"), text("at"))


def signed() -> None:
    table("checkpoint", key("digest"), whole("size"), text("envelope"))
    table("result", key("digest"), text("envelope"), text("at"))


def score_table() -> None:
    table(
        "sheet",
        key("juror"),
        key("stage"),
        key("entry"),
        text("state"),
        text("body"),
        sa.CheckConstraint(f"state IN ({STATES})", name="derived_state"),
    )
    table("juror_cache", key("juror"), text("body"))
