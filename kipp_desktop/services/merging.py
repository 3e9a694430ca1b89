"""Score files into the master: judge each (plan), then take it in (apply), a handful to a transaction.

Files in = outcomes out. A bad file never stops the others, and a refused one changes not one byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import msgspec

from kipp_desktop import __version__
from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derive import JurorTable, Snapshot, derive_juror, expected_sheets
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.faults import without_late
from kipp_desktop.exchange import canonical, decoding, score_file
from kipp_desktop.exchange.package import Package
from kipp_desktop.exchange.people import Named
from kipp_desktop.exchange.score_file import About, ScoreFile
from kipp_desktop.services import attendance, readmitting, safekeeping
from kipp_desktop.services.file_outcomes import FileOutcome, outcome_of
from kipp_desktop.services.masters import Master, in_force, open_package
from kipp_desktop.services.witnesses import seen_note
from kipp_desktop.store.log import utc_now
from kipp_desktop.store.master_store import MasterTransaction, Quarantined, StoredPayload

Report = Callable[[int, int, str], None]
STOPPING = ("store.full", "store.in_use", "store.read_only", "store.damaged", "store.failed")
"""What is wrong with the master, not with a file: the next file would fare no better."""
HANDFUL = 16
"""So many files share a commit: each costs four trips to the disk, which on a stick are the whole merge."""


def plan(master: Master, files: Iterable[Path], report: Report | None = None) -> list[FileOutcome]:
    """What each file would do, in this order; writes nothing."""
    return [judged.outcome for judged in _judged(_Intake(master), _unread(files), report)]


def apply(master: Master, files: Iterable[Path], report: Report | None = None) -> list[FileOutcome]:
    """Merge files after a backup of the master. What is told of a file is told once it is on the disk."""
    return _merged(master, _unread(files), report)


def apply_read(
    master: Master, files: Iterable[tuple[Path, bytes]], report: Report | None = None
) -> list[FileOutcome]:
    """The same for files whose bytes are at hand; the path is only their name."""
    return _merged(master, files, report)


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
    """What a file does, and what is to be written for it. Its payload's cells are not held any longer."""

    outcome: FileOutcome
    data: bytes
    write: Callable[[MasterTransaction], None] | None = None
    last: bool = False  # of its handful: what comes after it is judged by the master that has taken it in


_Given = tuple[Path, bytes | None]  # None: still to be read


def _unread(files: Iterable[Path]) -> Iterator[_Given]:
    return ((path, None) for path in files)


def _merged(master: Master, files: Iterable[_Given], report: Report | None) -> list[FileOutcome]:
    safekeeping.back_up(master, safekeeping.BEFORE_MERGE)
    intake = _Intake(master)
    outcomes: list[FileOutcome] = []
    waiting: list[_Judgement] = []
    try:
        for one in _judged(intake, files, report):
            waiting.append(one)
            if len(waiting) == HANDFUL or one.last:
                outcomes += intake.keep(_emptied(waiting))
    finally:  # whatever stops the looking at files, those before it are taken in
        outcomes += intake.keep(_emptied(waiting))
    return outcomes


def _emptied(waiting: list[_Judgement]) -> list[_Judgement]:
    handful = waiting.copy()
    waiting.clear()
    return handful


def _judged(intake: _Intake, files: Iterable[_Given], report: Report | None) -> Iterator[_Judgement]:
    """One file after another; those before it count for each."""
    for done, (path, data) in enumerate(files):
        if report is not None:
            report(done, 0, path.name)
        yield intake.judge(intake.read(path) if data is None else intake.look(path, data))


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
            if error.code in STOPPING:
                raise
            refused = _refused(found.path, error)
        if refused.code != "file.newer_version":
            return _Judgement(refused, found.data)
        aside = replace(refused, outcome="quarantined")
        return _Judgement(aside, found.data, partial(_set_aside, aside, found.data))

    def _judge_scores(self, found: _Found, file: ScoreFile) -> _Judgement:
        payload, competition = file.payload, self._now.competition
        if file.digest in self._digests:
            known = FileOutcome(found.path, "known", "merge.known", juror=payload.juror)
            return _Judgement(known, found.data)
        sealed = self._packages.get(payload.package)
        if sealed is None:
            raise UserError("file.unknown_package")
        score_file.check(file, sealed)
        before, seen = self._table_of(payload.juror), self._seen_notes(file)
        self._snapshots_of(payload.juror)[file.digest] = file.snapshot  # from here on it counts for the next
        self._digests.add(file.digest)
        table = self._tables[payload.juror] = self._derived(payload.juror)
        outcome = outcome_of(found.path, file, table, before, competition, payload.juror in self._seats)
        notes = tuple(kind for kind, digest in without_late(table.faults) if digest == file.digest)
        outcome = replace(outcome, notes=notes + seen)
        stored = _stored(file, found.path)
        return _Judgement(outcome, found.data, partial(_accept, outcome, stored, file.people, table))

    def _judge_package(self, found: _Found) -> _Judgement:
        """A package of our own that this master lost; score files judged after it find it."""
        held = list(self._packages.values())
        sealed = readmitting.judged(found.data, self._key, held, self._key.competition)
        facts = {"version": sealed.version}
        if sealed.digest in self._packages:
            return _Judgement(FileOutcome(found.path, "known", "merge.package_known", facts), found.data)
        self._packages[sealed.digest] = sealed
        self._now = replace(self._now, competition=sealed.competition)
        self._seats = expected_sheets(sealed.competition, self._now.rulings)
        self._tables.clear()
        outcome = FileOutcome(found.path, "accepted", "merge.package", facts)
        return _Judgement(outcome, found.data, partial(self._readmit, sealed), last=True)

    def _readmit(self, sealed: Package, tx: MasterTransaction) -> None:
        readmitting.readmit(tx, sealed)
        self._load(tx)

    def keep(self, handful: Sequence[_Judgement]) -> list[FileOutcome]:
        """Write what was judged, in one transaction; where anything is amiss, file by file."""
        try:
            if self._written(handful):
                return [judged.outcome for judged in handful]
        except UserError:
            self._reload()
        return [self._kept_alone(judged) for judged in handful]

    def _kept_alone(self, judged: _Judgement) -> FileOutcome:
        """Look at a file again, with what the master says now, and write it."""
        path = judged.outcome.file
        if not judged.data:
            return judged.outcome
        again = self.judge(self.look(path, judged.data))
        try:
            return again.outcome if self._written([again]) else self._kept_alone(again)
        except UserError as error:
            if error.code in STOPPING:
                raise
            refused = _refused(path, error)
        self._reload()
        return refused

    def _written(self, handful: Sequence[_Judgement]) -> bool:
        """Whether all were written. None was when the master has changed since judging."""
        writes = [judged.write for judged in handful if judged.write is not None]
        if not writes:
            return True
        with self._master.store.begin() as tx:
            if tx.log.head() != self._log_head:
                self._load(tx)
                return False
            for write in writes:
                write(tx)
            self._log_head = tx.log.head()
        self._forget_all_but(handful[-1].outcome.juror)
        return True

    def _reload(self) -> None:
        """Nothing that was judged counts any more."""
        with self._master.store.begin() as tx:
            self._load(tx)

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

    def _forget_all_but(self, juror: str | None) -> None:
        """The store has it all, and a whole country's files don't grow on us.

        What one juror said is kept: the next file may be that juror's too.
        """
        self._jurors |= self._snapshots.keys()
        self._snapshots = {one: said for one, said in self._snapshots.items() if one == juror}
        self._tables = {one: table for one, table in self._tables.items() if one == juror}

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


def _refused(path: Path, error: UserError) -> FileOutcome:
    return FileOutcome(path, "refused", error.code, error.facts)


def _stored(file: ScoreFile, path: Path) -> StoredPayload:
    payload = file.payload
    comments = None if file.comments is None else msgspec.to_builtins(file.comments)
    return StoredPayload(
        file.digest, payload.juror, payload.package, file.envelope, comments, utc_now(), _name(path)
    )


def _accept(
    outcome: FileOutcome,
    stored: StoredPayload,
    people: tuple[Named, ...],
    table: JurorTable,
    tx: MasterTransaction,
) -> None:
    tx.add_payload(stored)
    attendance.keep(tx, people)
    tx.put_juror_table(table)
    tx.append("score_accepted", {"digest": stored.digest, "juror": stored.juror, "outcome": outcome.outcome})


def _set_aside(outcome: FileOutcome, data: bytes, tx: MasterTransaction) -> None:
    """Keep a file of a later format, once."""
    digest = canonical.sha256(data)
    if digest in {one.digest for one in tx.quarantined()}:
        return
    name = _name(outcome.file)
    tx.add_quarantined(Quarantined(digest, name, data.decode("utf-8", errors="replace"), outcome.code))
    tx.append("quarantined", {"file": name, "digest": digest, "app": __version__})
