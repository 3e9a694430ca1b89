"""Opening a master and knowing what it says right now."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from kipp_desktop.domain.competition import ORGANISER, Assignment, AssignmentState, Competition, Juror
from kipp_desktop.domain.derive import JurorTable, ScoreTable, assemble, derive, derive_juror, expected_sheets
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.references import check_references
from kipp_desktop.domain.rulings import DERIVED_FROM, Event, Rulings, rulings_of
from kipp_desktop.domain.scores import participants
from kipp_desktop.exchange import canonical, decoding, key_file, package, score_file
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.package import Package
from kipp_desktop.store.master_store import MasterStore, MasterTransaction, StoredPackage

SETTINGS = (
    *("id", "title", "theme", "level", "body", "legal_basis", "paper", "letterhead", "practice"),
    *("rule", "bonus", "running_order"),
)


class Master:
    """An open master and where its secrets are.

    `key()` reads them each time; nothing secret stays in memory.
    """

    def __init__(
        self,
        store: MasterStore,
        key_path: Path,
        passphrase: str | None = None,
        copy: BackupCopy | None = None,
    ) -> None:
        self.store = store
        self.key_path = key_path
        self.passphrase = passphrase
        self.copy = copy  # what is looked at instead of the master, which somebody else has open

    @property
    def path(self) -> Path:
        """The master's file."""
        return self.store.path if self.copy is None else self.copy.of

    def key(self) -> OrganiserKey:
        """The organiser's secrets; a rotation that was cut short is finished first.

        Raises UserError: key.missing, key.protected, key.wrong_passphrase, key.other_competition,
        key.before_rotation.
        """
        key = key_file.load(self.key_path, self.passphrase)
        with self.store.begin() as tx:
            check_key(tx, key, self.key_path.name)
            adopt_rotations(tx, key)
        return key

    def save_key(self, key: OrganiserKey) -> None:
        """Write the secrets back, protected as they were."""
        protected = self.key_path.exists() and key_file.is_protected(self.key_path)
        key_file.save(key, self.key_path, self.passphrase if protected else None)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()
        if self.copy is not None:
            shutil.rmtree(self.copy.folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """A copy of a backup that is only read: of which master, made when, and the folder that goes with it."""

    of: Path
    at: datetime
    folder: Path


def check_key(tx: MasterTransaction, key: OrganiserKey, file: str) -> None:
    """Raise UserError unless these secrets are this master's: key.other_competition, key.before_rotation."""
    if key.competition != tx.settings()["id"]:
        raise UserError("key.other_competition", file=file)
    kept = tx.key_statements()
    if _not_kept(kept, key):
        return
    if signing_key(tx) not in (None, key.signing.public):
        raise UserError("key.before_rotation" if kept else "key.other_organiser", file=file)


def signing_key(tx: MasterTransaction) -> str | None:
    """The organiser's present signing key as the master knows it; None before the first package."""
    kept = tx.key_statements()
    if kept:
        return package.last_of_chain(kept)
    issued = tx.packages()
    return open_package(issued[-1]).payload.organiser.signing if issued else None


def adopt_rotations(tx: MasterTransaction, key: OrganiserKey) -> None:
    """Keep the rotations that the key file tells of and the master doesn't: the program was killed between
    the two, or the master was restored from a backup made before. The key file is always written first.
    """
    missing = _not_kept(tx.key_statements(), key)
    if missing:
        package.first_of_chain(key.statements)  # links and signatures hold
    for statement in missing:
        tx.add_key_statement(statement)
        tx.append("key_rotated", {"to": package.last_of_chain([statement])})


def _not_kept(kept: Sequence[Mapping[str, Any]], key: OrganiserKey) -> tuple[Mapping[str, Any], ...]:
    """Statements of the key file that go on where the master's end."""
    known = len(kept)
    return key.statements[known:] if tuple(kept) == key.statements[:known] else ()


@dataclass(frozen=True)
class InForce:
    """What files are judged by: the competition of the newest package if one was issued, and the rulings."""

    competition: Competition
    package: StoredPackage | None
    rulings: Rulings

    @property
    def last_stage(self) -> str:
        """The stage whose ranking is the result."""
        return self.competition.stages[-1].id


@dataclass(frozen=True)
class MasterState(InForce):
    """What the master says: what is in force, and the score table under it."""

    table: ScoreTable


def open_master(path: Path, key_path: Path | None = None, passphrase: str | None = None) -> Master:
    """Open a master. Raises UserError: store.missing, store.in_use, store.not_a_store, store.newer_schema."""
    if str(path).startswith(("postgresql:", "postgres:")):
        raise UserError("not_yet", what="PostgreSQL")
    store = MasterStore.open(path, canonical.dumps, prove_derived)
    return Master(store, key_path or key_file.path_beside(path), passphrase)


def load_state(tx: MasterTransaction, log: Iterable[Event] | None = None) -> MasterState:
    """Read the present state; `log` holds the log's events where they were read before."""
    now = in_force(tx, log)
    table = cached_table(tx, now.competition, now.rulings)
    return MasterState(now.competition, now.package, now.rulings, table)


def in_force(tx: MasterTransaction, log: Iterable[Event] | None = None) -> InForce:
    """Read what is in force without the score table: before the first package, the set-up as it stands."""
    rulings = rulings_of(tx.log.events(DERIVED_FROM) if log is None else log)
    issued = tx.packages()
    newest = issued[-1] if issued else None
    competition = draft_competition(tx, rulings) if newest is None else issued_competition(tx, newest)
    return InForce(competition, newest, rulings)


def cached_table(tx: MasterTransaction, competition: Competition, rulings: Rulings) -> ScoreTable:
    """The score table from the cache; a juror who isn't cached yet owes empty sheets."""
    tables = {table.juror: table for table in tx.juror_tables()}
    for juror, seat in expected_sheets(competition, rulings).items():
        if juror not in tables:
            tables[juror] = derive_juror(competition, juror, [], rulings, seat)
    return assemble([tables[juror] for juror in sorted(tables)])


def prove_derived(tx: MasterTransaction) -> None:
    """Whether a master says after a migration what it said before: the payloads give the score table
    that is cached.

    Raises UserError("store.migration_failed").
    """
    state = load_state(tx)
    if state.package is None:
        return
    derived = derive_from_payloads(tx, state.competition, state.rulings)
    for juror, table in derived.jurors.items():
        if _said(state.table.jurors[juror]) != _said(table):
            raise UserError("store.migration_failed", file="", why=f"derive: {juror}")


def _said(table: JurorTable) -> tuple[list[str], frozenset[str]]:
    return sorted(map(repr, table.sheets)), table.declared


def rebuild(tx: MasterTransaction) -> ScoreTable:
    """Drop the cache and derive everything again from payloads and events;
    after every act that derive reads.
    """
    rulings = rulings_of(tx.log.events(DERIVED_FROM))
    issued = tx.packages()
    tx.drop_cache()
    if not issued:
        return assemble([])
    competition = issued_competition(tx, issued[-1])
    table = derive_from_payloads(tx, competition, rulings)
    for juror_table in table.jurors.values():
        tx.put_juror_table(juror_table)
    return table


def refresh(tx: MasterTransaction, juror: str) -> JurorTable:
    """Derive one juror again and cache it."""
    state = load_state(tx)
    snapshots = [score_file.reopen(stored.envelope).snapshot for stored in tx.payloads(juror)]
    seat = expected_sheets(state.competition, state.rulings).get(juror, {})
    table = derive_juror(state.competition, juror, snapshots, state.rulings, seat)
    tx.put_juror_table(table)
    return table


def derive_from_payloads(tx: MasterTransaction, competition: Competition, rulings: Rulings) -> ScoreTable:
    """The score table, derived from every stored payload without looking at the cache."""
    snapshots = [score_file.reopen(stored.envelope).snapshot for stored in tx.payloads()]
    return derive(competition, snapshots, rulings)


def issued_competition(tx: MasterTransaction, stored: StoredPackage) -> Competition:
    """The competition of an issued version, with the people now sitting on its seats."""
    competition = open_package(stored).competition
    people = {juror.id: juror for juror in tx.jurors()}
    seats = tuple(_seated(seat, people.get(seat.id, seat)) for seat in competition.jurors)
    return replace(competition, jurors=seats)


def _seated(seat: Juror, person: Juror) -> Juror:
    """The sealed seat with who sits on it now; panel, role and background change by a new version only."""
    return replace(seat, name=person.name, title=person.title, institution=person.institution)


def open_package(stored: StoredPackage) -> Package:
    """An issued package, verified again."""
    return _open_package(stored.digest, msgspec.json.encode([stored.envelope, stored.people]))


def open_signed(stored: StoredPackage) -> Package:
    """The same as its signature holds it, without the names beside it: they may have been altered."""
    return _open_package(stored.digest, msgspec.json.encode([stored.envelope, {}]))


def organiser_keys(tx: MasterTransaction) -> list[str]:
    """Every signing key of ours that a package names, the newest first: most witnesses hold that one.

    A package that somebody has altered names none.
    """
    chain: list[str] = []
    for stored in tx.packages():
        with suppress(UserError):
            chain += open_signed(stored).signing_keys
    return list(dict.fromkeys(reversed(chain)))


@lru_cache(maxsize=8)
def _open_package(_digest: str, text: bytes) -> Package:
    envelope, people = msgspec.json.decode(text)
    return package.open_envelope(envelope, decoding.convert(people, dict[str, package.Person]))


def draft_competition(tx: MasterTransaction, rulings: Rulings) -> Competition:
    """The competition as set up now, with explicit assignments for the stages that are open."""
    competition = set_up(tx)
    return replace(competition, assignments=tuple(_assignments(tx, competition, rulings)))


def set_up(tx: MasterTransaction) -> Competition:
    """The competition as its tables say, without who judges what."""
    settings = tx.settings()
    plain: Mapping[str, Any] = {
        **{name: settings[name] for name in SETTINGS if name in settings},
        "stages": tx.documents("stage"),
        "rubrics": tx.documents("rubric"),
    }
    competition = replace(decoding.competition(plain), entries=tuple(tx.entries()), jurors=tuple(tx.jurors()))
    check_references(competition)
    return competition


def open_stages(competition: Competition, rulings: Rulings) -> list[str]:
    """Juror stages whose participants are settled: the first,
    and those whose preceding stage was advanced.
    """
    open_: list[str] = []
    for stage in competition.stages:
        before = competition.stage_before(stage.id)
        if stage.panel != ORGANISER and (before is None or before.id in rulings.advanced):
            open_.append(stage.id)
    return open_


def _assignments(tx: MasterTransaction, competition: Competition, rulings: Rulings) -> Sequence[Assignment]:
    """Everybody of the panel scores everything, unless the stage has assignments of its own;
    recusals apply.

    Whoever was asked to score an entry keeps the sheet when the entry is taken out, and keeps it marked when
    the juror is recused: files that hold it stay valid. Of an entry that was replaced only those keep it who
    have said something of it, or of whom a file still waits; the others need not do so any more.
    """
    issued = tx.packages()
    held = open_signed(issued[-1]).competition.assignments if issued else ()
    before = {(row.juror, row.stage, row.entry) for row in held}
    explicit: dict[tuple[str, str, str], AssignmentState] = {
        (row.juror, row.stage, row.entry): row.state for row, _ in tx.assignments()
    }
    own = {stage for (_, stage, _), state in explicit.items() if state == "assigned"}
    rows: list[Assignment] = []
    for stage_id in open_stages(competition, rulings):
        panel = competition.stage_by_id[stage_id].panel
        entries = participants(competition, rulings, stage_id)
        replaced = {one.leaving for one in rulings.successions} - set(entries)
        judged = _have_judged(tx, replaced) if replaced else set[str]()
        for juror in competition.jurors:
            if juror.panel != panel or juror.spare:
                continue
            for entry in (*entries, *(sorted(replaced) if juror.id in judged else ())):
                default: AssignmentState | None = None if stage_id in own else "assigned"
                state = explicit.get((juror.id, stage_id, entry)) or default
                place = (juror.id, stage_id, entry)
                if state is not None and (entry not in rulings.out or place in before):
                    rows.append(Assignment(*place, state))
    present = {(row.juror, row.stage, row.entry) for row in rows}
    left = [place for place in rulings.recused if place in before and place not in present]
    return [*rows, *(Assignment(*place, "recused") for place in left)]


def _have_judged(tx: MasterTransaction, replaced: Collection[str]) -> set[str]:
    """Jurors with a sheet of an entry of these, by file or on paper, or with a file that may hold one."""
    return {
        table.juror
        for table in tx.juror_tables()
        if any(one.entry in replaced and one.state not in ("none", "recused") for one in table.sheets)
        or any({*worth.values()} - {"head", "superseded"} for worth in table.standing.values())
    }
