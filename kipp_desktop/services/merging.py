"""Score files into the master: judge each (plan), then take it in (apply), one transaction per file.

Files in = outcomes out. A bad file never stops the others, and a refused one changes not one byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import eq
from pathlib import Path
from typing import Literal

import msgspec

from kipp_desktop import __version__
from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derive import JurorTable, Sheet, Snapshot, derive_juror, expected_sheets
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.faults import without_late
from kipp_desktop.domain.rubric import Cells
from kipp_desktop.exchange import canonical, decoding, score_file
from kipp_desktop.exchange.package import Package
from kipp_desktop.exchange.score_file import About, ScoreFile
from kipp_desktop.services import attendance, readmitting, safekeeping
from kipp_desktop.services.masters import Master, in_force, open_package
from kipp_desktop.services.witnesses import seen_note
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
    return [judged.outcome for judged in _judged(intake, files, report)]


def apply(master: Master, files: Iterable[Path], report: Report | None = None) -> list[FileOutcome]:
    """Merge files, one transaction each, after a backup of the master."""
    safekeeping.back_up(master, safekeeping.BEFORE_MERGE)
    intake = _Intake(master)
    return [intake.keep(judged) for judged in _judged(intake, files, report)]


def apply_read(
    master: Master, files: Iterable[tuple[Path, bytes]], report: Report | None = None
) -> list[FileOutcome]:
    """The same for files whose bytes are at hand; the path is only their name."""
    safekeeping.back_up(master, safekeeping.BEFORE_MERGE)
    intake = _Intake(master)
    outcomes: list[FileOutcome] = []
    for done, (path, data) in enumerate(files):
        if report is not None:
            report(done, 0, path.name)
        outcomes.append(intake.keep(intake.judge(intake.look(path, data))))
    return outcomes


@dataclass(frozen=True)
class _Found:
    """What a file holds, or why it is refused, whatever the master says of its scores.

    Neither a score file nor an error: a package.
    """

    path: Path
    data: bytes = b""
    file: ScoreFile | None = None
    error: UserError | None = None


@dataclass(frozen=True)
class _Judgement:
    found: _Found
    outcome: FileOutcome
    table: JurorTable | None = None
    package: Package | None = None


def _judged(intake: _Intake, files: Iterable[Path], report: Report | None) -> Iterator[_Judgement]:
    """One file after another; each next one is judged when what became of this one is known."""
    for done, path in enumerate(files):
        if report is not None:
            report(done, 0, path.name)
        yield intake.judge(intake.read(path))


class _Intake:
    """The master's view while files are judged one after another; each judged file counts for the next."""

    def __init__(self, master: Master) -> None:
        self._master = master
        self._key = master.key()
        self._snapshots: dict[str, dict[str, Snapshot]] = {}
        self._tables: dict[str, JurorTable | None] = {}
        with master.store.begin() as tx:
            self._load(tx)

    def _load(self, tx: MasterTransaction) -> None:
        self._now = in_force(tx)
        self._digests = tx.payload_digests()
        self._jurors = tx.payload_jurors()
        self._packages: dict[str, Package] = {stored.digest: open_package(stored) for stored in tx.packages()}
        self._seats = expected_sheets(self._now.competition, self._now.rulings)
        self._on_paper = {juror for juror, *_ in self._now.rulings.papers}
        self._snapshots.clear()
        self._tables.clear()
        self._log_head = tx.log.head()

    def read(self, path: Path) -> _Found:
        """Decrypt a file and check all that needs only the competition's id and keys."""
        try:
            data = decoding.read_capped(path)
        except UserError as error:
            return _Found(path, error=error)
        return self.look(path, data)

    def look(self, path: Path, data: bytes) -> _Found:
        """The same for a file whose bytes are at hand."""
        try:
            if readmitting.is_package(data):
                return _Found(path, data)
            outside = score_file.read_outside(data)
            _check_competition(outside.about, self._now.competition)
            return _Found(path, data, score_file.open_sealed(outside, list(self._key.identities)))
        except UserError as error:
            return _Found(path, data, error=error)

    def judge(self, found: _Found) -> _Judgement:
        """Everything that can be said of a file without writing."""
        try:
            if found.error is not None:
                raise found.error
            return self._judge_package(found) if found.file is None else self._judge_scores(found, found.file)
        except UserError as error:
            kind: OutcomeKind = "quarantined" if error.code == "file.newer_version" else "refused"
            return _Judgement(found, FileOutcome(found.path, kind, error.code, error.facts))

    def _judge_scores(self, found: _Found, file: ScoreFile) -> _Judgement:
        payload, competition = file.payload, self._now.competition
        if file.digest in self._digests:
            return _Judgement(found, FileOutcome(found.path, "known", "merge.known", juror=payload.juror))
        sealed = self._packages.get(payload.package)
        if sealed is None:
            raise UserError("file.unknown_package")
        score_file.check(file, sealed)
        before = self._table_of(payload.juror)
        self._snapshots_of(payload.juror)[file.digest] = file.snapshot
        self._digests.add(file.digest)
        table = self._tables[payload.juror] = self._derived(payload.juror)
        notes = tuple(kind for kind, digest in without_late(table.faults) if digest == file.digest)
        outcome = _outcome(found.path, file, table, before, competition, payload.juror in self._seats)
        return _Judgement(found, replace(outcome, notes=notes + self._seen_notes(file)), table)

    def _judge_package(self, found: _Found) -> _Judgement:
        """A package of our own that this master lost; score files judged after it find it."""
        held = list(self._packages.values())
        sealed = readmitting.judged(found.data, self._key, held, self._key.competition)
        facts = {"version": sealed.version}
        if sealed.digest in self._packages:
            return _Judgement(found, FileOutcome(found.path, "known", "merge.package_known", facts))
        self._packages[sealed.digest] = sealed
        self._now = replace(self._now, competition=sealed.competition)
        self._seats = expected_sheets(sealed.competition, self._now.rulings)
        self._tables.clear()
        outcome = FileOutcome(found.path, "accepted", "merge.package", facts)
        return _Judgement(found, outcome, package=sealed)

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
        return outcome if unchanged else self.keep(self.judge(judged.found))

    def _write(self, tx: MasterTransaction, judged: _Judgement) -> None:
        if judged.outcome.outcome == "quarantined":
            self._quarantine(tx, judged)
        elif judged.package is not None:
            readmitting.readmit(tx, judged.package)
            self._load(tx)
        else:
            self._accept(tx, judged)

    def _accept(self, tx: MasterTransaction, judged: _Judgement) -> None:
        file, table = judged.found.file, judged.table
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
        attendance.keep(tx, file.people)
        tx.put_juror_table(table)
        tx.append(
            "score_accepted",
            {"digest": file.digest, "juror": file.payload.juror, "outcome": judged.outcome.outcome},
        )

    def _quarantine(self, tx: MasterTransaction, judged: _Judgement) -> None:
        digest = canonical.sha256(judged.found.data)
        if digest in {one.digest for one in tx.quarantined()}:
            return
        name = _name(judged.outcome.file)
        text = judged.found.data.decode("utf-8", errors="replace")
        tx.add_quarantined(Quarantined(digest, name, text, judged.outcome.code))
        tx.append("quarantined", {"file": name, "digest": digest, "app": __version__})

    def _table_of(self, juror: str) -> JurorTable | None:
        """A juror's sheets before the file at hand, or None where nobody has said anything yet."""
        if juror not in self._tables:
            spoken = self._snapshots_of(juror) or juror in self._on_paper
            self._tables[juror] = self._derived(juror) if spoken else None
        return self._tables[juror]

    def _derived(self, juror: str) -> JurorTable:
        now, seat = self._now, self._seats.get(juror, {})
        return derive_juror(now.competition, juror, [*self._snapshots_of(juror).values()], now.rulings, seat)

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
        keys = {package.payload.organiser.signing for package in self._packages.values()}
        with self._master.store.begin() as tx:
            note = seen_note(tx, file.payload.seen, keys)
        return () if note is None else (note,)


def _check_competition(about: About, competition: Competition) -> None:
    """Raise UserError: file.practice_in_real, file.real_in_practice, file.other_competition.

    What stands outside is a hint that only chooses the sentence: the key decides.
    """
    if about.competition == competition.id:
        return
    if about.practice != competition.practice:
        raise UserError(
            "file.practice_in_real" if about.practice else "file.real_in_practice", title=about.title
        )
    raise UserError("file.other_competition", title=about.title)


def _name(path: Path) -> str:
    """A file's name as text; some sticks hold names that are none."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


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
    same, total = _same(file, before, competition), len(file.payload.cells)
    conflicts = _conflicts(table) - (0 if before is None else _conflicts(before))
    code = _code(kind, snapshot, table) if seated else "merge.seat_unnamed"
    facts = {"juror": snapshot.juror, "cells": total - same, "conflicts": max(0, conflicts)}
    held_up = _waiting(table) - _waiting(before) - {snapshot.digest}
    if code == "merge.waiting" and held_up:
        code, facts = "merge.all_waiting", {**facts, "waiting": len(held_up)}
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


def _waiting(table: JurorTable | None) -> set[str]:
    """Files that wait for their device to be confirmed: those of the first too, once a second is known."""
    standings = () if table is None else table.standing.values()
    return {digest for standing in standings for digest, worth in standing.items() if worth == "waiting"}


def _same(file: ScoreFile, before: JurorTable | None, competition: Competition) -> int:
    """How many cells say what the master already says; where it says nothing, those that are empty."""
    if before is None:
        return [cell[4] for cell in file.payload.cells].count(None)
    held = {(sheet.stage, sheet.entry): sheet for sheet in before.sheets}
    return sum(_same_cells(cells, held.get(key), competition) for key, cells in file.snapshot.cells.items())


def _same_cells(cells: Cells, held: Sheet | None, competition: Competition) -> int:
    if held is None:
        return [value for _, value in cells.values()].count(None)
    rubric = competition.rubric_of[held.stage, held.entry]
    said = rubric.whole(cells) or [cells.get(criterion, (0, -1))[1] for criterion in rubric.criterion_by_id]
    return sum(map(eq, said, held.values))


def _conflicts(table: JurorTable) -> int:
    """Cells in conflict, and sheets in conflict over their state alone."""
    conflicts = [sheet for sheet in table.sheets if sheet.state == "conflict"]
    return sum(max(1, sum(trouble.kind == "conflict" for trouble in one.troubles)) for one in conflicts)
