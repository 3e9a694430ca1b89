"""Siapkan flashdisk juri: program, package, documents and a half-page guide in one folder that runs as it is.

No code ever goes there. The folder may be prepared again with a newer package: what is the same is left
alone, and what jurors keep in it is never touched.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kipp_desktop import paths
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import package
from kipp_desktop.exchange.safe_write import make_folder, safe_write, write_error
from kipp_desktop.services import attaching, attachments, helping
from kipp_desktop.services.helping import Language
from kipp_desktop.services.issuing import slug
from kipp_desktop.services.masters import Master, open_package

FOLDER = "KIPP-Juri"
GUIDE = "BACA-DULU.pdf"
UNFINISHED = "BELUM-SELESAI.txt"
DIGESTS = "isi.sha256"
PROGRAMS = ("kipp-desktop", "kipp-desktop.exe", "kipp-desktop.app")
_NOT_THE_PROGRAM = (paths.PORTABLE_DATA, paths.PORTABLE_MARK, attachments.FOLDER, GUIDE, DIGESTS)
_FILES_OF_PEOPLE = (".paket", ".nilai", ".kipp", ".kunci", ".terima", ".hasil")
_SPARE_BYTES = 20_000_000  # for what jurors export
Step = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A folder whose every file was read back, and documents that are not where they were found."""

    folder: Path
    files: int
    bytes: int
    missing: tuple[str, ...]


def own_program() -> Path | None:
    """The folder of the program that runs, if it can be carried about; None when run from its source."""
    folder = paths.program_folder()
    return folder if _is_program(folder) else None


def prepare(master: Master, target: Path, program: Path, language: Language, step: Step) -> Prepared:
    """Write, read back and compare everything a juror needs into `target`/KIPP-Juri.

    While it is not whole, a file in it says so. `step` may raise to stop.
    Raises UserError: stick.no_package, stick.no_program, stick.no_room, stick.differs, and what `safe_write`
    raises.
    """
    if not _is_program(program):
        raise UserError("stick.no_program", folder=str(program))
    name, sealed = _package(master)
    carried = list(_program_files(program))
    _check_room(target, carried)
    folder = target / FOLDER
    make_folder(folder)
    safe_write(folder / UNFINISHED, _UNFINISHED_WORDS[language].encode())
    digests = dict(_copied(carried, program, folder, step))
    for made, data in (
        (paths.PORTABLE_MARK, b""),
        (name, sealed),
        (GUIDE, helping.guide_pdf("flashdisk", language)),
    ):
        _put(folder / made, data)
        digests[made] = hashlib.sha256(data).hexdigest()
    delivered = attaching.deliver(master, folder, step)
    digests |= {path: _digest(folder / path) for path in _documents(folder)}
    size = _verify(folder, digests, step)
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    safe_write(folder / DIGESTS, lines.encode())
    try:
        (folder / UNFINISHED).unlink()
    except OSError as error:
        raise write_error(error, folder / UNFINISHED) from error
    return Prepared(folder, len(digests), size, delivered.missing)


_UNFINISHED_WORDS: dict[Language, str] = {
    "id": "Folder ini belum selesai disiapkan. Siapkan lagi dari langkah Bagikan.\r\n",
    "en": "This folder is not ready yet. Prepare it again from the step Share.\r\n",
}


def _is_program(folder: Path) -> bool:
    return any((folder / name).exists() for name in PROGRAMS)


def _package(master: Master) -> tuple[str, bytes]:
    """Name and content of the newest package, as it was issued."""
    with master.store.begin() as tx:
        issued = tx.packages()
    if not issued:
        raise UserError("stick.no_package")
    newest = issued[-1]
    opened = open_package(newest)
    data = package.write(opened.envelope, opened.people)
    return f"{slug(opened.competition.title)}-v{newest.version}.paket", data


def _program_files(program: Path) -> Iterator[Path]:
    """The program's own files; never what somebody keeps beside it."""
    for path in sorted(program.rglob("*")):
        top = path.relative_to(program).parts[0]
        if path.is_file() and top not in _NOT_THE_PROGRAM and not top.endswith(_FILES_OF_PEOPLE):
            yield path


def _check_room(target: Path, carried: list[Path]) -> None:
    try:
        free = shutil.disk_usage(target).free
    except OSError as error:
        raise write_error(error, target / FOLDER) from error
    there = target / FOLDER
    needed = sum(path.stat().st_size for path in carried) + _SPARE_BYTES
    if there.is_dir():
        needed -= sum(path.stat().st_size for path in there.rglob("*") if path.is_file())
    if free < needed:
        raise UserError("stick.no_room", needed=needed // 1_000_000, free=free // 1_000_000)


def _copied(files: list[Path], program: Path, folder: Path, step: Step) -> Iterator[tuple[str, str]]:
    """Copy the files; their names in the folder and their digests."""
    for done, path in enumerate(files):
        step(done, len(files), path.name)
        name = path.relative_to(program).as_posix()
        try:
            data, mode = path.read_bytes(), path.stat().st_mode
        except OSError as error:
            raise UserError("file.unreadable", file=path.name, why=error.strerror or "") from error
        place = folder / name
        make_folder(place.parent)
        _put(place, data)
        with contextlib.suppress(OSError):  # most sticks know no modes
            os.chmod(place, mode & 0o777)  # noqa: PTH101
        yield name, hashlib.sha256(data).hexdigest()


def _put(place: Path, data: bytes) -> None:
    """Write a file unless it is there already, byte for byte."""
    try:
        same = place.stat().st_size == len(data) and place.read_bytes() == data
    except OSError:
        same = False
    if not same:
        safe_write(place, data)


def _documents(folder: Path) -> list[str]:
    found = (folder / attachments.FOLDER).rglob("*")
    return [path.relative_to(folder).as_posix() for path in found if path.is_file()]


def _verify(folder: Path, digests: dict[str, str], step: Step) -> int:
    """Read everything once more; how many bytes it is. Raises UserError("stick.differs")."""
    size = 0
    for done, (name, digest) in enumerate(digests.items()):
        step(done, len(digests), name)
        if _digest(folder / name) != digest:
            raise UserError("stick.differs", file=name)
        size += (folder / name).stat().st_size
    return size


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UserError("stick.differs", file=path.name) from error
