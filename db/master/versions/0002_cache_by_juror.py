"""The score table is cached in one row per juror (docs/adr/0002)."""

import json
from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    cache_by_juror()


def cache_by_juror() -> None:
    connection = op.get_bind()
    sheets: dict[str, list[Any]] = defaultdict(list)
    for juror, stage, entry, state, body in connection.execute(
        sa.text("SELECT juror, stage, entry, state, body FROM sheet")
    ):
        sheets[juror].append([juror, stage, entry, state, *json.loads(body)])
    for juror, body in connection.execute(sa.text("SELECT juror, body FROM juror_cache")).all():
        whole = json.dumps([sheets[juror], *json.loads(body)])
        connection.execute(
            sa.text("UPDATE juror_cache SET body = :body WHERE juror = :juror"),
            {"body": whole, "juror": juror},
        )
    op.drop_table("sheet")
