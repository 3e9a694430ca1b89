"""Writing the score file: a full snapshot, signed, sealed, written and read back."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from kipp_desktop import __version__
from kipp_desktop.domain.competition import SheetKey
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, decoding, score_file
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.exchange.score_file import About, Comments, Declaration, ScoreFile, ScorePayload
from kipp_desktop.exchange.signing import Envelope, SigningKey
from kipp_desktop.services import assisting, scoring
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.scoring import NewComment, NewScore
from kipp_desktop.store.juror_store import JurorTransaction, StoredExport

Known = Mapping[SheetKey, Collection[str]]


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

    Raises UserError: export.differences_open, what a merge would say of the file, and what `safe_write`
    raises. A payload that would be refused is not kept.
    """
    secrets = desk.secrets()
    with desk.store.begin() as tx:
        if tx.differences():
            raise UserError("export.differences_open", count=len(tx.differences()))
        digest, envelope, comments, unchanged = _payload(tx, desk, secrets.device)
        data = _sealed(tx, desk, envelope, comments)
        if not unchanged:
            _prove(desk, envelope, comments, len(data))
            text = None if comments is None else json.dumps(msgspec.to_builtins(comments), ensure_ascii=False)
            name = path.name.encode("utf-8", "replace").decode("utf-8")  # a file name may be no text at all
            tx.add_export(digest, json.dumps(envelope), text, name)
            tx.add_ancestors([digest])
            tx.append("exported", {"digest": digest, "file": name})
    safe_write(path, data)
    return Exported(path, digest, unchanged)


def finish(desk: JurorDesk, path: Path, incomplete_reason: str | None = None) -> Exported:
    """Lock everything complete, declare every owed stage final, export: the one button at the end.

    Raises UserError("declare.incomplete") when a sheet is neither complete nor abstained nor absent and no
    reason is given for it; what was complete stays locked.
    """
    for stage in desk.owed:
        if not scoring.declared(desk, stage):
            scoring.lock_complete(desk, stage)
            scoring.declare(desk, stage, scoring.FINAL_WORDS, incomplete_reason)
    return export(desk, path)


def rescue(desk: JurorDesk, path: Path, scores: Sequence[NewScore], texts: Sequence[NewComment]) -> Exported:
    """Write a score file of what is stored and of what the disk of the store would not take.

    The store, which cannot be written, notes nothing: taken in later, the file is that of another laptop.
    Raises what `export` raises, but open differences do not stop it.
    """
    secrets = desk.secrets()
    with desk.store.look() as tx:
        known = score_file.known_criteria(desk.competition, desk.juror_id)
        said = {tuple(item[:4]): item[4] for item in _comment_items(tx, known)}
        said |= {
            (stage, entry, criterion or None, kind): text for stage, entry, criterion, kind, text in texts
        }
        comments = score_file.comments_of([(*place, text) for place, text in said.items() if text])
        payload = _snapshot(tx, desk, known, tuple(tx.ancestors()), comments.digest() if comments else None)
        cells = {cell[:3]: cell for cell in payload.cells}
        for stage, entry, criterion, value in scores:
            rev = desk.rubric(stage, entry).criterion_by_id[criterion].rev
            cells[stage, entry, criterion] = (stage, entry, criterion, rev, value)
        payload = msgspec.structs.replace(payload, cells=tuple(cells[place] for place in sorted(cells)))
        digest, envelope = score_file.sign(payload, secrets.device)
        data = _sealed(tx, desk, envelope, comments)
    _prove(desk, envelope, comments, len(data))
    safe_write(path, data)
    return Exported(path, digest, False)


Places = list[tuple[str, ...]]


def differing(tx: JurorTransaction, desk: JurorDesk, stored: StoredExport) -> tuple[Places, ...]:
    """Which cells, sheet states, comments and declarations are not as an earlier payload has them."""
    before = _reopened(stored)
    known = score_file.known_criteria(desk.competition, desk.juror_id)
    now = _snapshot(tx, desk, known, (), None)
    said = () if before.comments is None else before.comments.items
    remarks = {*said} ^ {*_comment_items(tx, known)}
    return (
        sorted({place[:3] for place in {*before.payload.cells} ^ {*now.cells}}),
        sorted({place[:2] for place in {*before.payload.sheets} ^ {*now.sheets}}),
        sorted({(stage, entry, criterion or "", kind) for stage, entry, criterion, kind, _ in remarks}),
        sorted(
            {(stage,) for stage, _ in {*before.payload.declarations.items()} ^ {*now.declarations.items()}}
        ),
    )


def _sealed(tx: JurorTransaction, desk: JurorDesk, envelope: Envelope, comments: Comments | None) -> bytes:
    """The bytes of a score file, for the organiser and for the juror's own laptops."""
    competition = desk.competition
    about = About(
        competition.id, competition.title, desk.juror_id, __version__, practice=competition.practice
    )
    recipients = [desk.package.payload.organiser.recipient, tx.meta("recovery") or ""]
    declared = score_file.reopen(envelope).payload.declarations.values()
    people = assisting.people_of(tx, {typist for word in declared for typist in word.typists})
    return score_file.write(envelope, comments, about, recipients, people)


def _prove(desk: JurorDesk, envelope: Envelope, comments: Comments | None, size: int) -> None:
    """Look at a new file as the master will, before it becomes what later ones stand on."""
    held = None if comments is None else decoding.convert(msgspec.to_builtins(comments), Comments)
    score_file.check(score_file.reopen(envelope, held), desk.package)
    if size > decoding.FILE_CAP:
        raise UserError("file.too_large", file=desk.juror_id)


def _payload(
    tx: JurorTransaction, desk: JurorDesk, device: SigningKey
) -> tuple[str, dict[str, Any], Comments | None, bool]:
    """Digest, envelope and comments: the last export's when nothing has changed since, else new ones."""
    last = _last_own(tx)
    known = score_file.known_criteria(desk.competition, desk.juror_id)
    items = _comment_items(tx, known)
    ancestors = tuple(tx.ancestors())
    if last is not None:
        before = last
        same_comments = () if before.comments is None else before.comments.items
        base = _snapshot(tx, desk, known, before.payload.ancestors, before.payload.comments)
        base = msgspec.structs.replace(base, seen=before.payload.seen)  # a receipt alone is no news to send
        if (
            base == before.payload
            and tuple(items) == same_comments
            and {last.digest, *base.ancestors} == {*ancestors}
        ):
            return last.digest, dict(before.envelope), before.comments, True
    comments = score_file.comments_of(items)
    payload = _snapshot(tx, desk, known, ancestors, comments.digest() if comments else None)
    digest, envelope = score_file.sign(payload, device)
    return digest, envelope, comments, False


def _snapshot(
    tx: JurorTransaction, desk: JurorDesk, known: Known, ancestors: tuple[str, ...], comments: str | None
) -> ScorePayload:
    """All that the package in force has a place for.

    What a later package dropped stays in this store and in the earlier payloads.
    """
    cells = sorted(
        (stage, entry, criterion, rev, value)
        for (stage, entry), held in tx.cells().items()
        for criterion, (rev, value) in held.items()
        if criterion in known.get((stage, entry), ())
    )
    sheets = sorted((*key, state, reason) for key, (state, reason) in tx.states().items() if key in known)
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
            if stage in desk.competition.stage_by_id
        },
        comments=comments,
        seen=None if seen is None else canonical.decode_json(seen.encode("utf-8")),
    )


def _comment_items(tx: JurorTransaction, known: Known) -> list[Any]:
    items = [
        (stage, entry, criterion or None, kind, text)
        for (stage, entry, criterion, kind), text in tx.comments().items()
        if kind != "private" and criterion in {"", *known.get((stage, entry), ())} and (stage, entry) in known
    ]
    return sorted(items, key=str)


def _last_own(tx: JurorTransaction) -> ScoreFile | None:
    """This laptop's last export that can be read again."""
    device = tx.meta("device")
    for stored in reversed(tx.exports()):
        with suppress(UserError):
            file = _reopened(stored)
            if file.payload.device == device:
                return file
    return None


def _reopened(stored: StoredExport) -> ScoreFile:
    comments = None if stored.comments is None else decoding.convert(stored.comments, Comments)
    return score_file.reopen(stored.envelope, comments)
