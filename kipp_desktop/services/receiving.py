"""What arrives on a juror's laptop: a newer package, a receipt, the own file of the other laptop."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from kipp_desktop.domain.derive import Cells, SheetKey
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, decoding, package, receipt, score_file
from kipp_desktop.exchange.receipt import Counts, Receipt
from kipp_desktop.exchange.score_file import ScoreFile
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.store.juror_store import Difference, JurorTransaction, StoredDeclaration

OTHER_LAPTOP = "[laptop lain] "
Received = Literal["package", "receipt", "own_file", "known"]


@dataclass(frozen=True, slots=True)
class Reception:
    """What came in and what it changed. `taken` cells were adopted, `differences` wait for the juror."""

    kind: Received
    taken: int = 0
    differences: int = 0


@dataclass(frozen=True, slots=True)
class ReceiptNote:
    """The last receipt as the header shows it; `covers` = it accepts the newest export."""

    counts: Counts
    at: str
    covers: bool


def receive(desk: JurorDesk, path: Path) -> Reception:
    """Take in a file of any kind a juror may get. A file that is refused changes nothing."""
    data = decoding.read_capped(path)
    fmt = decoding.mapping(canonical.decode_json(data)).get("fmt")
    if fmt == package.FMT:
        return Reception("package" if desk.accept_package(data) else "known")
    if fmt == receipt.FMT:
        return _receive_receipt(desk, data)
    if fmt == score_file.FMT:
        return _receive_own_file(desk, data, path.name)
    raise UserError("file.other_kind", file=path.name)


def last_receipt(desk: JurorDesk) -> ReceiptNote | None:
    """The last receipt, if any came."""
    with desk.store.begin() as tx:
        stored, exports = tx.last_receipt(), tx.exports()
    if stored is None:
        return None
    opened = _reopened(stored.file.encode("ascii"), desk.package.signing_keys)
    newest = exports[-1].digest if exports else None
    return ReceiptNote(opened.payload.counts, stored.at, newest in opened.payload.accepted)


def resolve(
    desk: JurorDesk, stage: str, entry: str, criterion: str, choice: Literal["mine", "theirs"]
) -> int:
    """Settle one difference between the two laptops; how many are still open.

    '' as criterion = the sheet's state.
    """
    with desk.store.begin() as tx:
        differences = tx.differences()
        found = [
            one for one in differences if (one.stage, one.entry, one.criterion) == (stage, entry, criterion)
        ]
        if not found:
            raise UserError("resolve.no_difference", place=f"{stage}/{entry}/{criterion}")
        one = found[0]
        taken = _take(tx, one) if choice == "theirs" else []
        theirs = json.loads(one.theirs or "null")
        states = [[stage, entry, *theirs]] if choice == "theirs" and not criterion else []
        left = [other for other in differences if other is not one]
        tx.put_differences(left)
        tx.append(
            "difference_resolved",
            {
                "stage": stage,
                "entry": entry,
                "criterion": criterion,
                "choice": choice,
                "other": one.other,
                "taken": taken,
                "states": states,
            },
        )
        if choice == "theirs":
            _drop_declarations(tx, {stage}, one.other)
        if not left:
            tx.add_ancestors(_pending_ancestors(tx))
            tx.set_meta("pending_ancestors", "[]")
    return len(left)


def _receive_receipt(desk: JurorDesk, data: bytes) -> Reception:
    opened = _reopened(data, desk.package.signing_keys)
    if opened.payload.competition != desk.competition.id:
        raise UserError("file.other_competition", title=opened.payload.competition)
    if opened.payload.juror != desk.juror_id:
        raise UserError("receipt.other_juror", juror=opened.payload.juror)
    digest = canonical.digest_of(msgspec.to_builtins(opened.payload))
    with desk.store.begin() as tx:
        tx.add_receipt(digest, data.decode("ascii"))
        tx.set_meta("seen", canonical.dumps(opened.payload.checkpoint).decode("utf-8"))
        tx.append("receipt_received", {"digest": digest, "size": opened.checkpoint.size})
    return Reception("receipt")


def _reopened(data: bytes, keys: Sequence[str]) -> Receipt:
    """A receipt by any key of the organiser's chain: a new key may have followed since it was signed."""
    for key in keys[:-1]:
        try:
            return receipt.read(data, key)
        except UserError:
            continue
    return receipt.read(data, keys[-1])


def _receive_own_file(desk: JurorDesk, data: bytes, name: str) -> Reception:
    outside = score_file.read_outside(data)
    if outside.about.competition != desk.competition.id:
        raise UserError("file.other_competition", title=outside.about.title)
    if outside.about.juror != desk.juror_id:
        raise UserError("file.other_juror", juror=outside.about.juror)
    file = score_file.open_sealed(outside, [desk.secrets().identity])
    if file.payload.juror != desk.juror_id or file.payload.competition != desk.competition.id:
        raise UserError("file.about_differs")
    with desk.store.begin() as tx:
        held = tx.package(file.payload.package)
        if held is None:
            raise UserError("own_file.package_not_here")
        score_file.check(file, package.read(held.file.encode("ascii")))
        if file.digest in tx.ancestors():
            return Reception("known")
        if tx.differences():
            raise UserError("export.differences_open", count=len(tx.differences()))
        return _merge(tx, file, name)


def _merge(tx: JurorTransaction, file: ScoreFile, name: str) -> Reception:
    """Union of both laptops; where they differ nothing is chosen,
    unless the other file already knew all of ours.

    A stage that changes by it is no longer declared final here, unless that file declares it and knew all.
    """
    snapshot = file.snapshot
    forward = _nothing_new_here(tx, snapshot.ancestors)
    mine = {key: dict(held) for key, held in tx.cells().items()}
    states = tx.states()
    taken: list[list[object]] = []
    taken_states: list[list[object]] = []
    differences: list[Difference] = []
    for key, cells in snapshot.cells.items():
        adopted, differing = _merge_cells(tx, key, mine.get(key, {}), cells, forward, file.digest)
        taken += adopted
        differences += differing
    for key, (state, reason) in snapshot.states.items():
        held = states.get(key, ("draft", None) if key in mine else None)
        if held == (state, reason):
            continue
        if held is None or forward:
            tx.put_state(*key, state, reason)
            taken_states.append([*key, state, reason])
        elif held[0] != state:
            differences.append(
                Difference(file.digest, *key, "", json.dumps(list(held)), json.dumps([state, reason]))
            )
    taken_comments = _adopt_comments(tx, file, forward)
    tx.add_export(
        file.digest,
        json.dumps(file.envelope),
        None if file.comments is None else json.dumps(msgspec.to_builtins(file.comments), ensure_ascii=False),
        name,
    )
    tx.append(
        "own_file_received",
        {
            "digest": file.digest,
            "taken": taken,
            "states": taken_states,
            "comments": taken_comments,
            "differences": len(differences),
        },
    )
    declared = file.payload.declarations if forward else {}
    for stage, word in declared.items():
        tx.put_declaration(stage, StoredDeclaration(word.declared, word.text, word.typed_by))
    changed = {str(row[0]) for row in (*taken, *taken_states, *taken_comments)}
    _drop_declarations(tx, changed - declared.keys(), file.digest)
    if differences:
        tx.put_differences(differences)
        tx.set_meta("pending_ancestors", json.dumps(sorted({file.digest, *snapshot.ancestors})))
    else:
        tx.add_ancestors({file.digest, *snapshot.ancestors})
    return Reception("own_file", len(taken), len(differences))


def _merge_cells(
    tx: JurorTransaction, key: SheetKey, mine: Cells, theirs: Cells, forward: bool, digest: str
) -> tuple[list[list[object]], list[Difference]]:
    taken: list[list[object]] = []
    differences: list[Difference] = []
    for criterion, (rev, value) in theirs.items():
        held = mine.get(criterion)
        if held == (rev, value) or (held is not None and held[0] > rev):
            continue
        if held is None or forward or held[0] < rev:
            tx.put_cell(*key, criterion, rev, value)
            taken.append([*key, criterion, rev, value])
        else:
            differences.append(
                Difference(digest, *key, criterion, json.dumps(held), json.dumps([rev, value]))
            )
    return taken, differences


def _nothing_new_here(tx: JurorTransaction, ancestors: frozenset[str]) -> bool:
    """Whether the other file supersedes everything this laptop has: its last export,
    and no key pressed since.
    """
    own = {stored.digest for stored in tx.exports()}
    touched = (
        *("score", "sheet", "comment", "declared", "declaration_withdrawn"),
        *("difference_resolved", "exported"),
    )
    events = tx.log.events(touched)
    untouched = not events or events[-1].type == "exported"
    return untouched and own <= ancestors


def _adopt_comments(tx: JurorTransaction, file: ScoreFile, forward: bool) -> list[list[str]]:
    """Take over the other laptop's comments, keeping both texts where they differ; what is written now."""
    held = tx.comments()
    taken: list[list[str]] = []
    for stage, entry, criterion, kind, text in file.comments.items if file.comments else ():
        key = (stage, entry, criterion or "", kind)
        mine = held.get(key, "")
        both = text if forward else _both(mine, text)
        if len(both) > score_file.COMMENT_CAP:  # too long to export: theirs is kept as a private note
            key = (stage, entry, "", "private")
            mine, both = held.get(key, ""), _both(held.get(key, ""), text)
        if both != mine:
            tx.put_comment(*key, both)
            held[key] = both
            taken.append([*key, both])
    return taken


def _both(mine: str, theirs: str) -> str:
    if theirs in mine:
        return mine
    return theirs if mine in theirs else f"{mine}\n{OTHER_LAPTOP}{theirs}"


def _drop_declarations(tx: JurorTransaction, stages: Iterable[str], other: str) -> None:
    """What was declared final has changed by what came from the other laptop: the juror declares again."""
    held = tx.declarations()
    for stage in sorted(stages):
        if stage in held and held[stage].declared:
            tx.put_declaration(stage, StoredDeclaration(False, held[stage].text, held[stage].typed_by))
            tx.append("declaration_dropped", {"stage": stage, "other": other})


def _take(tx: JurorTransaction, one: Difference) -> list[list[object]]:
    """Adopt the other laptop's side; the cells taken."""
    theirs = json.loads(one.theirs or "null")
    if not one.criterion:
        tx.put_state(one.stage, one.entry, *theirs)
        return []
    tx.put_cell(one.stage, one.entry, one.criterion, *theirs)
    return [[one.stage, one.entry, one.criterion, *theirs]]


def _pending_ancestors(tx: JurorTransaction) -> list[str]:
    return json.loads(tx.meta("pending_ancestors") or "[]")
