"""The tables of a juror's store. A change here needs a migration in db/ and a new fixture database."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, MetaData

from kipp_desktop.store.columns import event_log, key, maybe, table, text, whole
from kipp_desktop.store.engine import Kind

JUROR_SCHEMA = 1

juror_metadata = MetaData()
juror_event, juror_log_head = event_log(juror_metadata)
juror_meta = table("meta", juror_metadata, key("key"), text("value"))
juror_package = table(
    "package",
    juror_metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    text("digest"),
    text("file"),
    text("received_at"),
)
cell = table(
    "cell",
    juror_metadata,
    key("stage"),
    key("entry"),
    key("criterion"),
    whole("rev"),
    Column("value", Integer, nullable=True),
    CheckConstraint("value IS NULL OR value BETWEEN 0 AND 1000000", name="cell_value"),
    CheckConstraint("rev >= 1", name="cell_rev"),
)
sheet_state = table(
    "sheet",
    juror_metadata,
    key("stage"),
    key("entry"),
    text("state"),
    maybe("reason"),
    CheckConstraint("state IN ('draft', 'locked', 'abstained', 'absent')", name="sheet_state"),
)
comment = table(
    "comment",
    juror_metadata,
    key("stage"),
    key("entry"),
    key("criterion"),  # '' = the whole sheet
    key("kind"),
    text("text"),
    CheckConstraint("kind IN ('praise', 'improve', 'private')", name="comment_kind"),
)
declaration = table(
    "declaration",
    juror_metadata,
    key("stage"),
    whole("declared"),
    text("text"),
    maybe("typed_by"),
    CheckConstraint("declared IN (0, 1)", name="declared"),
)
export = table(
    "export",
    juror_metadata,
    key("digest"),
    whole("position"),
    text("envelope"),
    maybe("comments"),
    text("at"),
    text("path"),
)
ancestor = table("ancestor", juror_metadata, key("digest"))
difference = table(
    "difference",
    juror_metadata,
    key("other"),
    key("stage"),
    key("entry"),
    key("criterion"),  # '' = the sheet's state
    maybe("mine"),
    maybe("theirs"),
)
juror_receipt = table("receipt", juror_metadata, key("digest"), whole("position"), text("file"), text("at"))
JUROR = Kind("juror", 0x4B49504A, JUROR_SCHEMA, juror_metadata)  # "KIPJ"
