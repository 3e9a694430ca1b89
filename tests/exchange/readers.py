"""What each kind of file is read by, in a process with hard limits on work and memory."""

from __future__ import annotations

import json
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path

from kipp_desktop import verifier
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation, key_file, workbooks
from kipp_desktop.services import jurors, merging, receiving
from kipp_desktop.services.masters import open_master

SECONDS, MEGABYTES = 2, 300
BLOCKED_S = 20  # a reader that waits for ever is none: no measure of speed
Answer = list[str]

activation.COST = activation.KdfCost(memory_kib=8, iterations=1, lanes=1)


def read(said: int, kind: str, path: str, folder: str) -> None:
    """Read a file as `kind` and write what came of it as JSON: ["refused", code, …] or ["taken", …]."""
    _limit()
    try:
        answer = READERS[kind](Path(path), Path(folder))
    except UserError as error:
        answer = ["refused", error.code]
    os.write(said, json.dumps(answer).encode() + b"\n")


def _limit() -> None:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE") + MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(BLOCKED_S)


def _score(path: Path, folder: Path) -> Answer:
    master = open_master(folder / "lomba.kipp")
    (outcome,) = merging.plan(master, [path])
    kind = "refused" if outcome.outcome in ("refused", "quarantined") else "taken"
    master.close()
    return [kind, outcome.code, outcome.outcome]


def _desk(path: Path, folder: Path) -> Answer:
    desk = jurors.open_desk(folder / "J-01")
    try:
        return ["taken", receiving.receive(desk, path).kind]
    finally:
        desk.close()


def _first_package(path: Path, folder: Path) -> Answer:
    code = json.loads((folder / "codes.json").read_text("ascii"))["J-01"]
    try:
        jurors.enrol(path, "J-01", code, folder / "juri-baru").close()
    except UserError as error:
        left = "left a folder" if (folder / "juri-baru").exists() else "nothing left"
        return ["refused", error.code, left]
    return ["taken", "enrolled"]


def _bundle(path: Path, _: Path) -> Answer:
    report = verifier.verify(path)
    failed = next((step.name for step in report.steps if not step.ok), "")
    return ["refused" if failed else "taken", failed]


def _key(path: Path, _: Path) -> Answer:
    key = key_file.load(path, "frasa")
    return ["taken", key.recipient]


def _table(path: Path, _: Path) -> Answer:
    entries, problems = workbooks.read_entries(workbooks.read_table(path))
    if problems:
        return ["refused", *sorted({problem.code for problem in problems})]
    return ["taken", *(f"{entry.id}|{entry.title}|{entry.institution}" for entry in entries)]


def _store(path: Path, _: Path) -> Answer:
    open_master(path).close()
    return ["taken"]


READERS: dict[str, Callable[[Path, Path], Answer]] = {
    "score": _score,
    "desk": _desk,
    "first package": _first_package,
    "bundle": _bundle,
    "key": _key,
    "table": _table,
    "store": _store,
}
