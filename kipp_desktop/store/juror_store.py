"""A juror's own scores: one SQLite file per competition and juror, on the juror's laptop."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.log import Event
from kipp_desktop.store import juror_tables as t
from kipp_desktop.store.engine import Database, remove_database, sync_folder
from kipp_desktop.store.log import Encode, EventLog, LogTables, utc_now

_LOG = LogTables(t.juror_event, t.juror_log_head)

# What every key-press asks and writes is put together once.
_META = select(t.juror_meta.c.value).where(t.juror_meta.c.key == bindparam("key"))
_SHEET_CELLS = select(t.cell.c.criterion, t.cell.c.rev, t.cell.c.value).where(
    t.cell.c.stage == bindparam("stage"), t.cell.c.entry == bindparam("entry")
)
_STATE = select(t.sheet_state.c.state, t.sheet_state.c.reason).where(
    t.sheet_state.c.stage == bindparam("stage"), t.sheet_state.c.entry == bindparam("entry")
)
_DECLARATIONS = select(t.declaration)
_COMMENTS = select(t.comment).where(t.comment.c.text != "")
_SHEET_COMMENTS = _COMMENTS.where(
    t.comment.c.stage == bindparam("stage"), t.comment.c.entry == bindparam("entry")
)
_CELL = upsert(t.cell)
_PUT_CELL = _CELL.on_conflict_do_update(
    index_elements=["stage", "entry", "criterion"],
    set_={"rev": _CELL.excluded.rev, "value": _CELL.excluded.value},
)

FILE_NAME = "nilai.kipp-juri"
HALF_NAME = ".nilai.kipp-juri.baru"
SheetKey = tuple[str, str]


class StoredPackage(NamedTuple):
    """A package as it was received."""

    version: int
    digest: str
    file: str


class StoredExport(NamedTuple):
    """A payload this store wrote, or took over from the juror's other laptop."""

    digest: str
    envelope: Mapping[str, Any]
    comments: Mapping[str, Any] | None
    at: str
    path: str


class StoredDeclaration(NamedTuple):
    """The juror's word on a stage."""

    declared: bool
    text: str
    typed_by: str | None


class Difference(NamedTuple):
    """A place where the juror's two laptops disagree; criterion '' is the sheet's state.

    Values as JSON text.
    """

    other: str
    stage: str
    entry: str
    criterion: str
    mine: str | None
    theirs: str | None


class StoredReceipt(NamedTuple):
    """A receipt of the organiser; `position` counts their arrivals."""

    digest: str
    position: int
    file: str
    at: str


class JurorTransaction:
    """What can be read and written inside `JurorStore.begin()`."""

    def __init__(self, connection: Connection, encode: Encode) -> None:
        self._connection = connection
        self.log = EventLog(connection, _LOG, encode)

    def append(self, type_: str, data: Mapping[str, Any]) -> Event:
        """Log what the juror did."""
        return self.log.append(self.meta("juror") or "", type_, data)

    def meta(self, key: str) -> str | None:
        """A fact about this store, or None."""
        return self._connection.execute(_META, {"key": key}).scalar()

    def set_meta(self, key: str, value: str) -> None:
        """Note a fact about this store."""
        statement = upsert(t.juror_meta).values(key=key, value=value)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["key"], set_={"value": value})
        )

    def add_package(self, version: int, digest: str, file: str) -> None:
        """Keep a package version."""
        self._connection.execute(
            insert(t.juror_package).values(version=version, digest=digest, file=file, received_at=utc_now())
        )

    def newest_package(self) -> StoredPackage:
        """The package in force. Raises UserError("store.damaged") when there is none."""
        row = self._connection.execute(
            select(t.juror_package).order_by(t.juror_package.c.version.desc())
        ).first()
        if row is None:
            raise UserError("store.damaged", file=FILE_NAME)
        return StoredPackage(row.version, row.digest, row.file)

    def packages(self) -> list[StoredPackage]:
        """Every version held, oldest first."""
        rows = self._connection.execute(select(t.juror_package).order_by(t.juror_package.c.version))
        return [StoredPackage(row.version, row.digest, row.file) for row in rows]

    def package(self, digest: str) -> StoredPackage | None:
        """A package version by its digest, None when this store never had it."""
        row = self._connection.execute(
            select(t.juror_package).where(t.juror_package.c.digest == digest)
        ).first()
        return None if row is None else StoredPackage(row.version, row.digest, row.file)

    def cells(self) -> dict[SheetKey, dict[str, tuple[int, int | None]]]:
        """Every touched cell: (stage, entry) → criterion → (rev, value); None = cleared."""
        cells: dict[SheetKey, dict[str, tuple[int, int | None]]] = defaultdict(dict)
        for row in self._connection.execute(select(t.cell)):
            cells[row.stage, row.entry][row.criterion] = (row.rev, row.value)
        return cells

    def sheet_cells(self, stage: str, entry: str) -> dict[str, tuple[int, int | None]]:
        """The touched cells of one sheet."""
        rows = self._connection.execute(_SHEET_CELLS, {"stage": stage, "entry": entry})
        return {criterion: (rev, value) for criterion, rev, value in rows}

    def put_cell(self, stage: str, entry: str, criterion: str, rev: int, value: int | None) -> None:
        """Write a cell."""
        cell = {"stage": stage, "entry": entry, "criterion": criterion, "rev": rev, "value": value}
        self._connection.execute(_PUT_CELL, cell)

    def states(self) -> dict[SheetKey, tuple[str, str | None]]:
        """State and reason of every sheet that has one."""
        rows = self._connection.execute(select(t.sheet_state))
        return {(row.stage, row.entry): (row.state, row.reason) for row in rows}

    def state(self, stage: str, entry: str) -> tuple[str, str | None]:
        """State and reason of a sheet, draft when it has none."""
        row = self._connection.execute(_STATE, {"stage": stage, "entry": entry}).first()
        return ("draft", None) if row is None else (row.state, row.reason)

    def put_state(self, stage: str, entry: str, state: str, reason: str | None) -> None:
        """Write a sheet's state."""
        statement = upsert(t.sheet_state).values(stage=stage, entry=entry, state=state, reason=reason)
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["stage", "entry"], set_={"state": state, "reason": reason}
            )
        )

    def comments(self) -> dict[tuple[str, str, str, str], str]:
        """(stage, entry, criterion or '', kind) → text."""
        rows = self._connection.execute(_COMMENTS)
        return {(row.stage, row.entry, row.criterion, row.kind): row.text for row in rows}

    def sheet_comments(self, stage: str, entry: str) -> dict[tuple[str, str], str]:
        """(criterion or '', kind) → text, of one sheet."""
        rows = self._connection.execute(_SHEET_COMMENTS, {"stage": stage, "entry": entry})
        return {(row.criterion, row.kind): row.text for row in rows}

    def put_comment(self, stage: str, entry: str, criterion: str, kind: str, text: str) -> None:
        """Write a comment; an empty one counts as none."""
        values = {"stage": stage, "entry": entry, "criterion": criterion, "kind": kind, "text": text}
        self._connection.execute(
            upsert(t.comment)
            .values(**values)
            .on_conflict_do_update(
                index_elements=["stage", "entry", "criterion", "kind"], set_={"text": text}
            )
        )

    def declarations(self) -> dict[str, StoredDeclaration]:
        """Stage → declaration."""
        rows = self._connection.execute(_DECLARATIONS)
        return {row.stage: StoredDeclaration(bool(row.declared), row.text, row.typed_by) for row in rows}

    def put_declaration(self, stage: str, declaration: StoredDeclaration) -> None:
        """Write a stage's declaration."""
        values = {
            "declared": int(declaration.declared),
            "text": declaration.text,
            "typed_by": declaration.typed_by,
        }
        self._connection.execute(
            upsert(t.declaration)
            .values(stage=stage, **values)
            .on_conflict_do_update(index_elements=["stage"], set_=values)
        )

    def exports(self) -> list[StoredExport]:
        """Everything written or taken over, oldest first."""
        rows = self._connection.execute(select(t.export).order_by(t.export.c.position))
        return [
            StoredExport(
                row.digest,
                json.loads(row.envelope),
                None if row.comments is None else json.loads(row.comments),
                row.at,
                row.path,
            )
            for row in rows
        ]

    def add_export(self, digest: str, envelope: str, comments: str | None, path: str) -> None:
        """Keep a payload."""
        position = self._count(t.export) + 1
        values = {
            "digest": digest,
            "position": position,
            "envelope": envelope,
            "comments": comments,
            "at": utc_now(),
            "path": path,
        }
        self._connection.execute(upsert(t.export).values(**values).on_conflict_do_nothing())

    def ancestors(self) -> list[str]:
        """Digests that the present state supersedes, sorted."""
        return sorted(self._connection.execute(select(t.ancestor.c.digest)).scalars())

    def add_ancestors(self, digests: Iterable[str]) -> None:
        """Note that the present state supersedes these."""
        for digest in digests:
            self._connection.execute(upsert(t.ancestor).values(digest=digest).on_conflict_do_nothing())

    def differences(self) -> list[Difference]:
        """What is open between this laptop and the other."""
        order = (t.difference.c.stage, t.difference.c.entry, t.difference.c.criterion)
        rows = self._connection.execute(select(t.difference).order_by(*order))
        return [
            Difference(row.other, row.stage, row.entry, row.criterion, row.mine, row.theirs) for row in rows
        ]

    def put_differences(self, differences: Sequence[Difference]) -> None:
        """Replace the open differences."""
        self._connection.execute(delete(t.difference))
        for one in differences:
            self._connection.execute(
                insert(t.difference).values(
                    other=one.other,
                    stage=one.stage,
                    entry=one.entry,
                    criterion=one.criterion,
                    mine=one.mine,
                    theirs=one.theirs,
                )
            )

    def add_receipt(self, digest: str, file: str) -> None:
        """Keep a receipt."""
        position = self._count(t.juror_receipt) + 1
        statement = upsert(t.juror_receipt).values(digest=digest, position=position, file=file, at=utc_now())
        self._connection.execute(statement.on_conflict_do_nothing())

    def receipts(self) -> list[StoredReceipt]:
        """Every receipt, in the order of arrival."""
        rows = self._connection.execute(select(t.juror_receipt).order_by(t.juror_receipt.c.position))
        return [StoredReceipt(row.digest, row.position, row.file, row.at) for row in rows]

    def _count(self, table: Table) -> int:
        return self._connection.execute(select(func.count()).select_from(table)).scalar_one()


class JurorStore:
    """An open juror store."""

    def __init__(self, database: Database, encode: Encode) -> None:
        self.database = database
        self._encode = encode

    @classmethod
    def create(cls, folder: Path, encode: Encode, first: Callable[[JurorTransaction], None]) -> JurorStore:
        """Make a new store in `folder` with what `first` writes; it gets its name only once that is in.

        Raises UserError: store.exists, store.cannot_create, …
        """
        path, half = folder / FILE_NAME, folder / HALF_NAME
        if path.exists():
            raise UserError("store.exists", file=str(path))
        try:
            remove_database(half)
            store = cls(Database.create(half, t.JUROR), encode)
            try:
                with store.begin() as tx:
                    tx.log.start()
                    first(tx)
            finally:
                store.close()
            half.replace(path)
            sync_folder(folder)
        except OSError as error:
            raise UserError(
                "store.cannot_create", file=path.name, why=error.strerror or str(error)
            ) from error
        finally:
            with suppress(OSError):
                remove_database(half)
        return cls.open(folder, encode)

    @classmethod
    def open(cls, folder: Path, encode: Encode) -> JurorStore:
        """Open the store in `folder`."""
        return cls(Database(folder / FILE_NAME, t.JUROR), encode)

    @contextmanager
    def begin(self) -> Generator[JurorTransaction]:
        """The unit of work."""
        with self.database.begin() as connection:
            yield JurorTransaction(connection, self._encode)

    @contextmanager
    def look(self) -> Generator[JurorTransaction]:
        """The same for reading only: it goes on where the disk takes nothing more."""
        with self.database.begin(looking=True) as connection:
            yield JurorTransaction(connection, self._encode)

    @property
    def folder(self) -> Path:
        """Where the store is."""
        return self.database.path.parent

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()
