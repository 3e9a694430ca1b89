"""The tables of both databases. A change here needs a migration in db/ and a new fixture database."""

from __future__ import annotations

from sqlalchemy import DDL, CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text, event

from kipp_desktop.store.engine import Kind

JUROR_SCHEMA = 1
MASTER_SCHEMA = 2

_HEX64 = "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*'"


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True, nullable=False)


def _text(name: str, default: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


def _maybe(name: str) -> Column[str]:
    return Column(name, Text, nullable=True)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _table(name: str, metadata: MetaData, *columns: Column[str] | Column[int] | CheckConstraint) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


def _event_log(metadata: MetaData) -> tuple[Table, Table]:
    """The append-only log and the one row that every append takes hold of."""
    log = _table(
        "event",
        metadata,
        Column("seq", Integer, primary_key=True, autoincrement=False),
        _text("type"),
        _text("body"),
        _text("hash"),
        CheckConstraint(_HEX64.format("hash"), name="event_hash"),
    )
    for verb in ("UPDATE", "DELETE"):
        trigger = DDL(
            f"CREATE TRIGGER event_no_{verb.lower()} BEFORE {verb} ON event "
            "BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END"
        )
        event.listen(log, "after_create", trigger.execute_if(dialect="sqlite"))
    head = _table(
        "log_head",
        metadata,
        Column("id", Integer, primary_key=True),
        _whole("seq"),
        _text("hash"),
        CheckConstraint("id = 1", name="one_head"),
    )
    return log, head


juror_metadata = MetaData()
juror_event, juror_log_head = _event_log(juror_metadata)
juror_meta = _table("meta", juror_metadata, _key("key"), _text("value"))
juror_package = _table(
    "package",
    juror_metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    _text("digest"),
    _text("file"),
    _text("received_at"),
)
cell = _table(
    "cell",
    juror_metadata,
    _key("stage"),
    _key("entry"),
    _key("criterion"),
    _whole("rev"),
    Column("value", Integer, nullable=True),
    CheckConstraint("value IS NULL OR value BETWEEN 0 AND 1000000", name="cell_value"),
    CheckConstraint("rev >= 1", name="cell_rev"),
)
sheet_state = _table(
    "sheet",
    juror_metadata,
    _key("stage"),
    _key("entry"),
    _text("state"),
    _maybe("reason"),
    CheckConstraint("state IN ('draft', 'locked', 'abstained', 'absent')", name="sheet_state"),
)
comment = _table(
    "comment",
    juror_metadata,
    _key("stage"),
    _key("entry"),
    _key("criterion"),  # '' = the whole sheet
    _key("kind"),
    _text("text"),
    CheckConstraint("kind IN ('praise', 'improve', 'private')", name="comment_kind"),
)
declaration = _table(
    "declaration",
    juror_metadata,
    _key("stage"),
    _whole("declared"),
    _text("text"),
    _maybe("typed_by"),
    CheckConstraint("declared IN (0, 1)", name="declared"),
)
export = _table(
    "export",
    juror_metadata,
    _key("digest"),
    _whole("position"),
    _text("envelope"),
    _maybe("comments"),
    _text("at"),
    _text("path"),
)
ancestor = _table("ancestor", juror_metadata, _key("digest"))
difference = _table(
    "difference",
    juror_metadata,
    _key("other"),
    _key("stage"),
    _key("entry"),
    _key("criterion"),  # '' = the sheet's state
    _maybe("mine"),
    _maybe("theirs"),
)
juror_receipt = _table(
    "receipt", juror_metadata, _key("digest"), _whole("position"), _text("file"), _text("at")
)
JUROR = Kind("juror", 0x4B49504A, JUROR_SCHEMA, juror_metadata)  # "KIPJ"

master_metadata = MetaData()
master_event, master_log_head = _event_log(master_metadata)
setting = _table("setting", master_metadata, _key("key"), _text("value"))
stage = _table("stage", master_metadata, _key("id"), _whole("position"), _text("body"))
rubric = _table("rubric", master_metadata, _key("id"), _whole("position"), _text("body"))
entry = _table(
    "entry",
    master_metadata,
    _key("id"),
    _whole("position"),
    _text("title"),
    _text("institution"),
    _text("type"),
    _text("category"),
    _text("group_name"),
    _maybe("started_on"),
    _text("maturity"),
    _text("proposer"),
    _text("attachments", "[]"),
)
juror = _table(
    "juror",
    master_metadata,
    _key("id"),
    _whole("position"),
    _text("name"),
    _text("title"),
    _text("institution"),
    _text("background"),
    _text("panel"),
    _text("role"),
    _whole("spare"),
    CheckConstraint("spare IN (0, 1)", name="spare"),
)
seat = _table(
    "seat",
    master_metadata,
    Column("juror", Text, ForeignKey("juror.id"), primary_key=True, nullable=False),
    _text("person_salt"),
    _text("salt"),
    _text("invite_pub"),
    _text("invite"),
)
assignment = _table(
    "assignment",
    master_metadata,
    _key("juror"),
    _key("stage"),
    _key("entry"),
    _text("state"),
    _maybe("reason"),
    CheckConstraint("state IN ('assigned', 'recused')", name="assignment_state"),
)
package = _table(
    "package",
    master_metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    _text("digest"),
    _text("envelope"),
    _text("people"),
    _text("at"),
)
payload = _table(
    "payload",
    master_metadata,
    _key("digest"),
    _text("juror"),
    _text("package"),
    _text("envelope"),
    _maybe("comments"),
    _text("received_at"),
    _text("file"),
    CheckConstraint(_HEX64.format("digest"), name="payload_digest"),
)
quarantine = _table(
    "quarantine", master_metadata, _key("digest"), _text("file"), _text("data"), _text("why"), _text("at")
)
key_statement = _table(
    "key_statement",
    master_metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("envelope"),
)
checkpoint = _table("checkpoint", master_metadata, _key("digest"), _whole("size"), _text("envelope"))
result = _table("result", master_metadata, _key("digest"), _text("envelope"), _text("at"))
juror_cache = _table("juror_cache", master_metadata, _key("juror"), _text("body"))
MASTER = Kind("master", 0x4B49504D, MASTER_SCHEMA, master_metadata)  # "KIPM"
