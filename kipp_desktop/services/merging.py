"""Score files into the master: judge each (plan), then take it in (apply), one transaction per file.

Files in = outcomes out. A bad file never stops the others, and a refused one changes not one byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import msgspec

from kipp_desktop.domain.competition import AssignmentState, Competition
from kipp_desktop.domain.derive import (
    Cells,
    JurorTable,
    Sheet,
    SheetKey,
    Snapshot,
    derive_juror,
    expected_sheets,
)
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, decoding, receipt, score_file
from kipp_desktop.exchange.package import Package
from kipp_desktop.exchange.score_file import ScoreFile
from kipp_desktop.services import readmitting, safekeeping
from kipp_desktop.services.masters import Master, MasterState, load_state, open_package
from kipp_desktop.store.log import utc_now
from kipp_desktop.store.master_store import MasterTransaction, Quarantined, StoredPayload

OutcomeKind = Literal["accepted", "known", "superseded", "waiting", "late", "quarantined", "refused"]
Report = Callable[[int, int, str], None]
STOPPING = ("store.full", "store.in_use", "store.read_only", "store.damaged", "store.failed")
"""What is wrong with the master, not with a file: the next file would fare no better."""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What a file does (plan) or did (apply). `code` and `facts` name the sentence that says why."""

    file: Path
    outcome: OutcomeKind
    code: str
    facts: Mapping[str, object] = field(default_factory=dict[str, object])
    juror: str | None = None
    cells_new: int = 0
    cells_same: int = 0
    conflicts: int = 0
    notes: tuple[str, ...] = ()


def plan(master: Master, files: Iterable[Path], report: Report | None = None) -> list[FileOutcome]:
    """What each file would do, in this order; writes nothing."""
    intake = _Intake(master)
    return [_judged(intake, path, done, report).outcome for done, path in enumerate(files)]


def apply(master: Master, files: Iterable[Path], report: Report | None = None) -> list[FileOutcome]:
    """Merge files, one transaction each, after a backup of the master."""
    safekeeping.back_up(master, safekeeping.BEFORE_MERGE)
    intake = _Intake(master)
    outcomes: list[FileOutcome] = []
    for done, path in enumerate(files):
        outcomes.append(intake.keep(_judged(intake, path, done, report)))
    return outcomes


def retry_quarantined(master: Master, scratch: Path) -> list[FileOutcome]:
    """Merge what an earlier version of the program had to set aside."""
    with master.store.begin() as tx:
        held = tx.quarantined()
    outcomes: list[FileOutcome] = []
    for one in held:
        path = scratch / one.file
        path.write_text(one.data, encoding="utf-8")
        (outcome,) = apply(master, [path])
        if outcome.outcome not in ("quarantined", "refused"):
            with master.store.begin() as tx:
                tx.remove_quarantined(one.digest)
        outcomes.append(outcome)
    return outcomes


@dataclass(frozen=True)
class _Judgement:
    outcome: FileOutcome
    data: bytes = b""
    file: ScoreFile | None = None
    table: JurorTable | None = None
    package: Package | None = None


def _judged(intake: _Intake, path: Path, done: int, report: Report | None) -> _Judgement:
    if report is not None:
        report(done, 0, path.name)
    try:
        return _judged_bytes(intake, path, decoding.read_capped(path))
    except UserError as error:
        return _Judgement(FileOutcome(path, "refused", error.code, error.facts))


def _judged_bytes(intake: _Intake, path: Path, data: bytes) -> _Judgement:
    try:
        return intake.judge(path, data)
    except UserError as error:
        kind: OutcomeKind = "quarantined" if error.code == "file.newer_version" else "refused"
        return _Judgement(FileOutcome(path, kind, error.code, error.facts), data)


class _Intake:
    """The master's view while files are judged one after another; each judged file counts for the next."""

    def __init__(self, master: Master) -> None:
        self._master = master
        self._key = master.key()
        self._snapshots: dict[str, dict[str, Snapshot]] = {}
        self._tables: dict[str, JurorTable] = {}
        with master.store.begin() as tx:
            self._load(tx)

    def _load(self, tx: MasterTransaction) -> None:
        self._state: MasterState = load_state(tx)
        self._digests = tx.payload_digests()
        self._jurors = tx.payload_jurors()
        self._packages: dict[str, Package] = {stored.digest: open_package(stored) for stored in tx.packages()}
        self._seats: Mapping[str, Mapping[SheetKey, AssignmentState]] = expected_sheets(
            self._state.competition, self._state.rulings
        )
        self._snapshots.clear()
        self._tables = dict(self._state.table.jurors)
        self._log_head = tx.log.head()

    def judge(self, path: Path, data: bytes) -> _Judgement:
        """Everything that can be said of a file without writing. Raises UserError for one that is refused."""
        if readmitting.is_package(data):
            return self._judge_package(path, data)
        outside = score_file.read_outside(data)
        competition = self._state.competition
        if outside.about.competition != competition.id:
            raise UserError("file.other_competition", title=outside.about.title)
        file = score_file.open_sealed(outside, list(self._key.identities))
        payload = file.payload
        if file.digest in self._digests:
            return _Judgement(FileOutcome(path, "known", "merge.known", juror=payload.juror), data)
        sealed = self._packages.get(payload.package)
        if sealed is None:
            raise UserError("file.unknown_package")
        score_file.check(file, sealed)
        before = self._tables.get(payload.juror)
        snapshots = self._snapshots_of(payload.juror)
        snapshots[file.digest] = file.snapshot
        self._digests.add(file.digest)
        table = derive_juror(
            competition,
            payload.juror,
            list(snapshots.values()),
            self._state.rulings,
            self._seats.get(payload.juror, {}),
        )
        self._tables[payload.juror] = table
        notes = tuple(kind for kind, digest in table.faults if digest == file.digest)
        outcome = _outcome(path, file, table, before, competition, payload.juror in self._seats)
        return _Judgement(replace(outcome, notes=notes + self._seen_notes(file)), data, file, table)

    def _judge_package(self, path: Path, data: bytes) -> _Judgement:
        """A package of our own that this master lost; score files judged after it find it."""
        competition, rulings = self._state.competition, self._state.rulings
        sealed = readmitting.judged(data, self._key, list(self._packages.values()), competition.id)
        facts = {"version": sealed.version}
        if sealed.digest in self._packages:
            return _Judgement(FileOutcome(path, "known", "merge.package_known", facts), data)
        self._packages[sealed.digest] = sealed
        self._state = replace(self._state, competition=sealed.competition)
        self._seats = expected_sheets(sealed.competition, rulings)
        return _Judgement(FileOutcome(path, "accepted", "merge.package", facts), data, package=sealed)

    def keep(self, judged: _Judgement) -> FileOutcome:
        """Write what was judged, in one transaction.

        When the master has changed since judging, look again with what it says now.
        """
        outcome = judged.outcome
        if outcome.outcome in ("refused", "known"):
            return outcome
        try:
            return self._kept(judged)
        except UserError as error:
            if error.code in STOPPING:
                raise
            refused = FileOutcome(outcome.file, "refused", error.code, error.facts)
        with self._master.store.begin() as tx:
            self._load(tx)  # what was judged counts no more
        return refused

    def _kept(self, judged: _Judgement) -> FileOutcome:
        outcome = judged.outcome
        with self._master.store.begin() as tx:
            unchanged = tx.log.head() == self._log_head
            if unchanged:
                self._write(tx, judged)
                self._log_head = tx.log.head()
            else:
                self._load(tx)
        return outcome if unchanged else self.keep(_judged_bytes(self, outcome.file, judged.data))

    def _write(self, tx: MasterTransaction, judged: _Judgement) -> None:
        if judged.outcome.outcome == "quarantined":
            self._quarantine(tx, judged)
        elif judged.package is not None:
            readmitting.readmit(tx, judged.package)
            self._load(tx)
        else:
            self._accept(tx, judged)

    def _accept(self, tx: MasterTransaction, judged: _Judgement) -> None:
        file, table = judged.file, judged.table
        assert file is not None and table is not None
        tx.add_payload(
            StoredPayload(
                file.digest,
                file.payload.juror,
                file.payload.package,
                file.envelope,
                None if file.comments is None else msgspec.to_builtins(file.comments),
                utc_now(),
                _name(judged.outcome.file),
            )
        )
        tx.put_juror_table(table)
        tx.append(
            "score_accepted",
            {"digest": file.digest, "juror": file.payload.juror, "outcome": judged.outcome.outcome},
        )

    def _quarantine(self, tx: MasterTransaction, judged: _Judgement) -> None:
        digest = canonical.sha256(judged.data)
        if digest in {one.digest for one in tx.quarantined()}:
            return
        name = _name(judged.outcome.file)
        text = judged.data.decode("utf-8", errors="replace")
        tx.add_quarantined(Quarantined(digest, name, text, judged.outcome.code))
        tx.append("quarantined", {"file": name, "digest": digest})

    def _snapshots_of(self, juror: str) -> dict[str, Snapshot]:
        if juror not in self._snapshots and juror not in self._jurors:
            self._snapshots[juror] = {}
        if juror not in self._snapshots:
            with self._master.store.begin() as tx:
                stored = tx.payloads(juror)
            self._snapshots[juror] = {one.digest: score_file.reopen(one.envelope).snapshot for one in stored}
        return self._snapshots[juror]

    def _seen_notes(self, file: ScoreFile) -> tuple[str, ...]:
        """Whether the checkpoint that the juror saw still lies on our log;
        a rewritten log is named, never hidden.
        """
        if file.payload.seen is None:
            return ()
        try:
            seen = _open_seen(file.payload.seen, self._packages.values())
        except UserError:
            return ("seen_not_ours",)
        with self._master.store.begin() as tx:
            size, held = tx.log.head()[0], tx.log.hash_at(seen.size)
        if seen.size > size:
            return ("seen_beyond_log",)
        return () if held == seen.head else ("log_rewritten",)


def _name(path: Path) -> str:
    """A file's name as text; some sticks hold names that are none."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def _open_seen(envelope: Mapping[str, Any], packages: Iterable[Package]) -> receipt.Checkpoint:
    keys = {package.payload.organiser.signing for package in packages}
    for key in keys:
        try:
            return receipt.open_checkpoint(envelope, key)
        except UserError:
            continue
    raise UserError("file.bad_signature")


def _outcome(
    path: Path,
    file: ScoreFile,
    table: JurorTable,
    before: JurorTable | None,
    competition: Competition,
    seated: bool,
) -> FileOutcome:
    snapshot = file.snapshot
    kind = _kind(snapshot, table) if seated else "waiting"
    held = {} if before is None else {(sheet.stage, sheet.entry): sheet for sheet in before.sheets}
    same = sum(_same_cells(cells, held.get(key), competition) for key, cells in snapshot.cells.items())
    total = sum(map(len, snapshot.cells.values()))
    conflicts = _conflicts(table) - (0 if before is None else _conflicts(before))
    code = _code(kind, snapshot, table) if seated else "merge.seat_unnamed"
    facts = {"juror": snapshot.juror, "cells": total - same, "conflicts": max(0, conflicts)}
    return FileOutcome(path, kind, code, facts, snapshot.juror, total - same, same, max(0, conflicts))


def _kind(snapshot: Snapshot, table: JurorTable) -> OutcomeKind:
    stages = {stage for stage, _ in (*snapshot.cells, *snapshot.states)} or set(table.standing)
    standings = {table.standing[stage][snapshot.digest] for stage in stages if stage in table.standing}
    if "head" in standings:
        return "accepted"
    if "superseded" in standings:
        return "superseded"
    return "waiting" if standings & {"waiting", "revoked"} else "late"


def _code(kind: OutcomeKind, snapshot: Snapshot, table: JurorTable) -> str:
    worth = {standing[snapshot.digest] for standing in table.standing.values()}
    return "merge.revoked" if kind == "waiting" and "waiting" not in worth else f"merge.{kind}"


def _same_cells(cells: Cells, held: Sheet | None, competition: Competition) -> int:
    """How many cells say what the master already says."""
    if held is None:
        return 0
    rubric = competition.rubric_for(held.stage, competition.entry_by_id[held.entry])
    known = {criterion.id: value for criterion, value in zip(rubric.criterion, held.values, strict=True)}
    return sum(known.get(criterion, -1) == value for criterion, (_, value) in cells.items())


def _conflicts(table: JurorTable) -> int:
    """Cells in conflict, and sheets in conflict over their state alone."""
    count = 0
    for sheet in table.sheets:
        cells = sum(trouble.kind == "conflict" for trouble in sheet.troubles)
        count += cells if cells else sheet.state == "conflict"
    return count
