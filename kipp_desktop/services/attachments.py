"""The participants' documents on a juror's laptop: which are here, whose they are, and taking more in.

A document is known by SHA-256 and size, whatever its file is called. One that the package lists is kept under
its digest, so that a list of documents reads no file; its digest is compared each time it is opened.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from kipp_desktop.domain.competition import Attachment, Competition, Entry
from kipp_desktop.domain.documents import Owners
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.decoding import check_plain_file, read_capped
from kipp_desktop.exchange.safe_write import make_folder, safe_write
from kipp_desktop.services.jurors import JurorDesk

FOLDER = "dokumen"  # beside the package, and in a juror's store
OTHERS = "lain"  # in there: what no package lists, in a folder for each participant
KINDS = (".pdf", ".pptx", ".ppt", ".odp", ".docx", ".doc", ".odt", ".xlsx", ".jpg", ".jpeg", ".png", ".mp4")
DOCUMENT_CAP = 256 * 1024 * 1024
MOST_FILES = 2000
_PAGES, _PAGES_KEPT = "pages", 400
_LONGEST_NAME = 60  # with a digest and the folders above it must fit the 260 signs of Windows

Standing = Literal["listed", "missing", "unlisted", "differs"]
Step = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a participant. `differs`: it has a listed one's name, and another content.

    `key` is what its page is remembered by; `path` is None for one that is missing.
    """

    name: str
    standing: Standing
    key: str
    path: Path | None = None
    sha256: str = ""

    @property
    def is_pdf(self) -> bool:
        """Whether it can be read beside the sheet."""
        return self.name.lower().endswith(".pdf")


class TakenDocuments(NamedTuple):
    """How many files were new and listed, new and not listed, here before, and which could not be read."""

    listed: int = 0
    unlisted: int = 0
    known: int = 0
    refused: tuple[tuple[str, UserError], ...] = ()


def of_entry(desk: JurorDesk, entry: Entry) -> tuple[Document, ...]:
    """Those the package lists, in its order, then those it doesn't."""
    others = {path.name: path for path in _files(_others(desk) / entry.id)}
    found: list[Document] = []
    for listed in entry.attachments:
        path = _place(desk, listed)
        if path.is_file():
            found.append(Document(listed.name, "listed", listed.sha256, path, listed.sha256))
        elif (other := others.pop(_plain_name(listed.name), None)) is not None:
            found.append(Document(listed.name, "differs", f"{entry.id}/{other.name}", other))
        else:
            found.append(Document(listed.name, "missing", listed.sha256))
    found += [Document(name, "unlisted", f"{entry.id}/{name}", path) for name, path in others.items()]
    return tuple(found)


def of_nobody(desk: JurorDesk) -> tuple[Document, ...]:
    """Documents that no package lists and whose name doesn't say whose they are."""
    return tuple(
        Document(path.name, "unlisted", f"/{path.name}", path)
        for path in _files(_others(desk))
        if path.is_file()
    )


def check(document: Document) -> Path:
    """Where a document is, its digest being what the package says.

    Raises UserError: document.missing, document.altered, file.unreadable.
    """
    path = document.path
    if path is None or not path.is_file():
        raise UserError("document.missing", file=document.name)
    if document.sha256:
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise UserError("file.unreadable", file=document.name, why=error.strerror or "") from error
        if digest != document.sha256:
            raise UserError("document.altered", file=document.name)
    return path


def take_in(desk: JurorDesk, paths: Iterable[Path], entry: str, step: Step) -> TakenDocuments:
    """Copy documents, and those in folders, into the juror's store; those known are left alone.

    What the package lists goes to its participant. Of the others, one whose name or folder tells whose it is
    goes there (see `Owners`), else to `entry`; "" keeps it for nobody. One that can't be read stops no other.
    Raises UserError("document.too_many") for a folder that is no folder of documents.
    """
    return _take(desk, [file for path in paths for file in _found(path)], entry, step)


def take_in_beside(desk: JurorDesk, package: Path, step: Step) -> TakenDocuments:
    """Take in the folder of documents beside a package, and what it lists of the files right beside it."""
    sizes = {size for size, _ in _listed(desk.competition)}
    right_beside = [_File(path, package.parent, False) for path in _files(package.parent)]
    wanted = [file for file in right_beside if _size(file.path) in sizes]
    folder = package.parent / FOLDER
    return _take(desk, [*wanted, *(_found(folder) if folder.is_dir() else [])], "", step)


def list_anew(desk: JurorDesk) -> TakenDocuments:
    """After a newer package: give its participants what it lists of the documents that none listed before."""
    return take_in(desk, [_others(desk)], "", _silent) if _others(desk).is_dir() else TakenDocuments()


def page(desk: JurorDesk, key: str) -> int:
    """The page a document was left at, counted from 0."""
    return _pages(desk).get(key, 0)


def remember_page(desk: JurorDesk, key: str, page: int) -> None:
    """Note the page a document is left at."""
    pages = {other: at for other, at in _pages(desk).items() if other != key}
    kept = [*pages.items(), (key, page)][-_PAGES_KEPT:]
    with desk.store.begin() as tx:
        tx.set_meta(_PAGES, json.dumps(dict(kept)))


def _pages(desk: JurorDesk) -> dict[str, int]:
    with desk.store.begin() as tx:
        return json.loads(tx.meta(_PAGES) or "{}")


class _File(NamedTuple):
    """A file, the folder that was given, and whether it is wanted although no package lists it."""

    path: Path
    root: Path
    unlisted_too: bool = True


def _take(desk: JurorDesk, files: Sequence[_File], entry: str, step: Step) -> TakenDocuments:
    counts = {"listed": 0, "unlisted": 0, "known": 0, "": 0}
    refused: list[tuple[str, UserError]] = []
    for at, file in enumerate(files):
        step(at, len(files), file.path.name)
        try:
            counts[_take_one(desk, file, entry)] += 1
        except UserError as error:
            refused.append((file.path.name, error))
    return TakenDocuments(counts["listed"], counts["unlisted"], counts["known"], tuple(refused))


def _take_one(desk: JurorDesk, file: _File, entry: str) -> Literal["listed", "unlisted", "known", ""]:
    """What became of it; "" for a file that is no document."""
    data = read_capped(file.path, DOCUMENT_CAP)
    listed = _listed(desk.competition).get((len(data), hashlib.sha256(data).hexdigest()))
    if listed is not None:
        place = _place(desk, listed)
    elif file.unlisted_too and file.path.suffix.lower() in KINDS:
        owner = _owner(file, desk.competition) or entry
        place = _free(_others(desk) / owner / _plain_name(file.path.name), data)
    else:
        return ""
    if _holds(place, data):
        return "known"
    make_folder(place.parent)
    safe_write(place, data)
    if listed is not None and file.root == _others(desk):
        file.path.unlink(missing_ok=True)
    return "unlisted" if listed is None else "listed"


def _found(given: Path) -> list[_File]:
    """A file, or the files in a folder."""
    if not given.is_dir():
        return [_File(given, given.parent)]
    found: list[_File] = []
    for path in given.rglob("[!.]*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(given).parts):
            found.append(_File(path, given))
        if len(found) > MOST_FILES:
            raise UserError("document.too_many", most=MOST_FILES, folder=given.name)
    return sorted(found, key=_path_of)


def _path_of(file: _File) -> Path:
    return file.path


def _silent(done: int, total: int, what: str) -> None:
    """Nobody watches."""


def _listed(competition: Competition) -> dict[tuple[int, str], Attachment]:
    return {(one.size, one.sha256): one for entry in competition.entries for one in entry.attachments}


def _owner(file: _File, competition: Competition) -> str:
    """The participant that the names of file and folders tell, or whose document alone has that very name."""
    told = Owners(competition.entries).of(file.path.relative_to(file.root).parts).entry
    named = {
        entry.id for entry in competition.entries for one in entry.attachments if one.name == file.path.name
    }
    return told or (named.pop() if len(named) == 1 else "")


def _place(desk: JurorDesk, attachment: Attachment) -> Path:
    return desk.store.folder / FOLDER / attachment.sha256[:16] / _plain_name(attachment.name)


def _others(desk: JurorDesk) -> Path:
    return desk.store.folder / FOLDER / OTHERS


def _plain_name(name: str) -> str:
    """A name that every system takes and that leaves no folder."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "_", name).strip(" .") or "dokumen"
    stem, suffix = Path(plain).stem, Path(plain).suffix[:8]
    return f"{stem[: _LONGEST_NAME - len(suffix)]}{suffix}"


def _free(place: Path, data: bytes) -> Path:
    """Where another file of the same name is already: "Foto (2).jpg" beside it, for nobody listed either."""
    number, free = 1, place
    while free.exists() and not _holds(free, data):
        number += 1
        free = place.with_name(f"{place.stem} ({number}){place.suffix}")
    return free


def _holds(place: Path, data: bytes) -> bool:
    try:
        check_plain_file(place)
        return place.stat().st_size == len(data) and place.read_bytes() == data
    except OSError:
        return False


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError:
        return []


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
