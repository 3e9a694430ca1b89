"""What the forked processes do: scoring through the real service, and saying so on a pipe."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from typing import Any

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import safe_write
from kipp_desktop.services import merging, scoring
from kipp_desktop.services.jurors import JurorDesk, open_desk
from kipp_desktop.services.masters import open_master
from kipp_desktop.store import engine
from kipp_desktop.store.master_store import MasterTransaction
from tests.faults import shim

STAGE = "final"
PYTHON_DEFAULT = ("journal_mode=DELETE", "synchronous=FULL")
"""Planted fault: what sqlite3 does by itself. Loses acknowledged commits when the power fails."""
NOT_FULL = ("locking_mode=EXCLUSIVE", "journal_mode=TRUNCATE", "synchronous=NORMAL")
"""Planted fault: one sync too few. Corrupts."""


def score_for_ever(said: int, folder: str, seed: int, acknowledge_first: bool = False) -> None:
    """Score at random until killed, saying each score after `enter_score` has returned (planted: before)."""
    desk = open_desk(Path(folder))
    os.write(said, b"open\n")
    for entry, criterion, value in changes(desk, random.Random(seed)):
        line = f"{entry} {criterion} {value}\n".encode()
        if acknowledge_first:
            os.write(said, line)
        scoring.enter_score(desk, STAGE, entry, criterion, value)
        if not acknowledge_first:
            os.write(said, line)


def record_scoring(said: int, folder: str, log: str, count: int, pragmas: list[str] | None = None) -> None:
    """Score `count` times under the recorder, acknowledging in the file ACK of the same recording."""
    if pragmas is not None:
        engine.PRAGMAS = tuple(pragmas)
    shim.record(folder, log)
    acknowledged = os.open(f"{folder}/ACK", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    desk = open_desk(Path(folder))
    for number, (entry, criterion, value) in enumerate(changes(desk, random.Random(count)), 1):
        scoring.enter_score(desk, STAGE, entry, criterion, value)
        os.write(acknowledged, b"%d\n" % number)
        if number == count:
            return


def record_writing(said: int, folder: str, log: str, count: int, sync: bool = True) -> None:
    """Replace one file `count` times by `safe_write` under the recorder (planted fault: without a sync)."""
    if not sync:
        os.fsync = lambda descriptor: None  # pyright: ignore
    shim.record(folder, log)
    acknowledged = os.open(f"{folder}/ACK", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for number in range(1, count + 1):
        safe_write.safe_write(Path(folder) / "J-01.nilai", version(number))
        os.write(acknowledged, b"%d\n" % number)


def version(number: int) -> bytes:
    """The whole content of the file's n-th version."""
    return (b"%d " % number) * (900 + 701 * (number % 5))


def score_through_errors(
    said: int, folder: str, nth: int, number: int, sticky: bool, count: int, seed: int
) -> None:
    """Score while the n-th change to the disk fails; say what was acknowledged and what was refused."""
    shim.fail(folder, nth, number, sticky)
    try:
        desk = open_desk(Path(folder))
    except UserError as error:
        os.write(said, f"refused {error.code}\n".encode())
        return
    source = changes(desk, random.Random(seed))
    for _ in range(count):
        entry, criterion, value = next(source)
        try:
            scoring.enter_score(desk, STAGE, entry, criterion, value)
        except UserError as error:
            os.write(said, f"refused {error.code}\n".encode())
        else:
            os.write(said, f"{entry} {criterion} {value}\n".encode())
    os.write(said, b"calls %d\n" % shim.calls())


def merge(said: int, master: str, files: list[str], torn: bool = False) -> None:
    """Merge files into a master until killed, saying so when `apply` has told what became of them.

    Each file's event is delayed, so that kills fall between it and the payload. Planted fault (`torn`):
    the payload is committed by itself.
    """
    append = MasterTransaction.append

    def late(tx: MasterTransaction, *event: Any) -> Any:
        if torn:
            for word in ("COMMIT", "BEGIN IMMEDIATE"):
                tx._connection.exec_driver_sql(word)
        time.sleep(0.002)
        return append(tx, *event)

    MasterTransaction.append = late
    opened = open_master(Path(master))
    os.write(said, b"open\n")
    merging.apply(opened, [Path(path) for path in files])
    os.write(said, b"merged\n")


def changes(desk: JurorDesk, chance: random.Random):
    """Endless (entry, criterion, value) that each differ from what the cell was last asked to hold."""
    held = {
        (own.entry, criterion.id): value
        for own in scoring.sheets(desk, STAGE)
        for criterion, value in zip(own.rubric.criterion, own.values, strict=True)
    }
    cells = sorted(held)
    while True:
        place = chance.choice(cells)
        value = chance.randrange(101) * 100
        if value != held[place]:
            held[place] = value
            yield *place, value
