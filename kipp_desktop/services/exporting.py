"""Writing the score file: a full snapshot, signed, sealed, written and read back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from kipp_desktop import __version__
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, score_file
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.exchange.score_file import About, Comments, Declaration, ScorePayload
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services import scoring
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.store.juror_store import JurorTransaction, StoredExport

FINAL_WORDS = "Saya nyatakan nilai ini final"


@dataclass(frozen=True, slots=True)
class Exported:
    """A written file: where, which payload, and whether it is the one already written before."""

    path: Path
    digest: str
    unchanged: bool

    @property
    def code(self) -> str:
        """The short code to compare by voice."""
        return short_code(self.digest)


def export(desk: JurorDesk, path: Path) -> Exported:
    """Write the juror's scores to `path`.

    Unchanged since the last export → the stored payload again, a no-op to merge.

    Raises UserError: export.differences_open, and what `safe_write` raises.
    """
    secrets = desk.secrets()
    with desk.store.begin() as tx:
        if tx.differences():
            raise UserError("export.differences_open", count=len(tx.differences()))
        digest, envelope, comments, unchanged = _payload(tx, desk, secrets.device)
        about = About(desk.competition.id, desk.competition.title, desk.juror_id, __version__)
        recipients = [desk.package.payload.organiser.recipient, tx.meta("recovery") or ""]
        if not unchanged:
            text = None if comments is None else json.dumps(msgspec.to_builtins(comments), ensure_ascii=False)
            tx.add_export(digest, json.dumps(envelope), text, path.name)
            tx.add_ancestors([digest])
            tx.append("exported", {"digest": digest, "file": path.name})
    safe_write(path, score_file.write(envelope, comments, about, recipients))
    return Exported(path, digest, unchanged)


def finish(desk: JurorDesk, path: Path) -> Exported:
    """Lock everything complete, declare every owed stage final, export: the one button at the end.

    Raises UserError("declare.incomplete") when a sheet is neither complete nor abstained nor absent; what was
    complete stays locked.
    """
    for stage in desk.owed:
        if not scoring.declared(desk, stage):
            scoring.lock_complete(desk, stage)
            scoring.declare(desk, stage, FINAL_WORDS)
    return export(desk, path)


def _payload(
    tx: JurorTransaction, desk: JurorDesk, device: SigningKey
) -> tuple[str, dict[str, Any], Comments | None, bool]:
    """Digest, envelope and comments: the last export's when nothing has changed since, else new ones."""
    last = _last_own(tx)
    items = _comment_items(tx)
    ancestors = tuple(tx.ancestors())
    if last is not None:
        before = _reopened(last)
        same_comments = () if before.comments is None else before.comments.items
        base = _snapshot(tx, desk, before.payload.ancestors, before.payload.comments)
        base = msgspec.structs.replace(base, seen=before.payload.seen)  # a receipt alone is no news to send
        if (
            base == before.payload
            and tuple(items) == same_comments
            and {last.digest, *base.ancestors} == {*ancestors}
        ):
            return last.digest, dict(before.envelope), before.comments, True
    comments = score_file.comments_of(items)
    payload = _snapshot(tx, desk, ancestors, comments.digest() if comments else None)
    digest, envelope = score_file.sign(payload, device)
    return digest, envelope, comments, False


def _snapshot(
    tx: JurorTransaction, desk: JurorDesk, ancestors: tuple[str, ...], comments: str | None
) -> ScorePayload:
    cells = sorted(
        (stage, entry, criterion, rev, value)
        for (stage, entry), held in tx.cells().items()
        for criterion, (rev, value) in held.items()
    )
    sheets = sorted((stage, entry, state, reason) for (stage, entry), (state, reason) in tx.states().items())
    seen = tx.meta("seen")
    return ScorePayload(
        format="kipp-score/1",
        competition=desk.competition.id,
        package=desk.package.digest,
        juror=desk.juror_id,
        device=tx.meta("device") or "",
        enrol=tx.meta("enrol") or "",
        ancestors=ancestors,
        cells=tuple(cells),
        sheets=tuple(sheets),  # pyright: ignore[reportArgumentType]
        declarations={
            stage: Declaration(held.declared, held.text, held.typed_by)
            for stage, held in tx.declarations().items()
        },
        comments=comments,
        seen=None if seen is None else canonical.decode_json(seen.encode("utf-8")),
    )


def _comment_items(tx: JurorTransaction) -> list[Any]:
    items = [
        (stage, entry, criterion or None, kind, text)
        for (stage, entry, criterion, kind), text in tx.comments().items()
        if kind != "private"
    ]
    return sorted(items, key=str)


def _last_own(tx: JurorTransaction) -> StoredExport | None:
    device = tx.meta("device")
    for stored in reversed(tx.exports()):
        if _reopened(stored).payload.device == device:
            return stored
    return None


def _reopened(stored: StoredExport) -> score_file.ScoreFile:
    comments = None if stored.comments is None else msgspec.convert(stored.comments, Comments)
    return score_file.reopen(stored.envelope, comments)
