"""The tables of a master. A change here needs a migration in db/ and a new fixture database."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Text

from kipp_desktop.store.columns import HEX64, event_log, key, maybe, table, text, whole
from kipp_desktop.store.engine import Kind

MASTER_SCHEMA = 2

master_metadata = MetaData()
master_event, master_log_head = event_log(master_metadata)
setting = table("setting", master_metadata, key("key"), text("value"))
stage = table("stage", master_metadata, key("id"), whole("position"), text("body"))
rubric = table("rubric", master_metadata, key("id"), whole("position"), text("body"))
entry = table(
    "entry",
    master_metadata,
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
juror = table(
    "juror",
    master_metadata,
    key("id"),
    whole("position"),
    text("name"),
    text("title"),
    text("institution"),
    text("background"),
    text("panel"),
    text("role"),
    whole("spare"),
    CheckConstraint("spare IN (0, 1)", name="spare"),
)
seat = table(
    "seat",
    master_metadata,
    Column("juror", Text, ForeignKey("juror.id"), primary_key=True, nullable=False),
    text("person_salt"),
    text("salt"),
    text("invite_pub"),
    text("invite"),
)
assignment = table(
    "assignment",
    master_metadata,
    key("juror"),
    key("stage"),
    key("entry"),
    text("state"),
    maybe("reason"),
    CheckConstraint("state IN ('assigned', 'recused')", name="assignment_state"),
)
package = table(
    "package",
    master_metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    text("digest"),
    text("envelope"),
    text("people"),
    text("at"),
)
payload = table(
    "payload",
    master_metadata,
    key("digest"),
    text("juror"),
    text("package"),
    text("envelope"),
    maybe("comments"),
    text("received_at"),
    text("file"),
    CheckConstraint(HEX64.format("digest"), name="payload_digest"),
)
quarantine = table(
    "quarantine", master_metadata, key("digest"), text("file"), text("data"), text("why"), text("at")
)
key_statement = table(
    "key_statement",
    master_metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    text("envelope"),
)
checkpoint = table("checkpoint", master_metadata, key("digest"), whole("size"), text("envelope"))
result = table("result", master_metadata, key("digest"), text("envelope"), text("at"))
juror_cache = table("juror_cache", master_metadata, key("juror"), text("body"))
MASTER = Kind("master", 0x4B49504D, MASTER_SCHEMA, master_metadata)  # "KIPM"
