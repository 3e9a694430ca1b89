"""Documents of the participants: matched from a folder, listed by digest, handed out beside the package."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kipp_desktop.domain.competition import Attachment, Entry
from kipp_desktop.domain.documents import Clue, Owners
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.decoding import check_plain_file, read_capped
from kipp_desktop.exchange.safe_write import make_folder, safe_write
from kipp_desktop.services.attachments import DOCUMENT_CAP, FOLDER, KINDS
from kipp_desktop.services.masters import Master
from kipp_desktop.services.words import plain_text
from kipp_desktop.store.master_store import MasterTransaction

MOST_FILES = 20_000
PATHS = "attachment_paths"  # setting: digest → where the file was found on the organiser's machine
Step = Callable[[int, int, str], None]


def silent(done: int, total: int, what: str) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the folder and whose it seems to be; entry "" = nobody's yet."""

    path: Path
    entry: str
    clue: Clue


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many documents stand beside the package, and which are not where they were found."""

    written: int
    missing: tuple[str, ...]


def match(master: Master, folder: Path) -> list[Found]:
    """Every document in a folder and the folders in it, with its owner; reads no content.

    Raises UserError: attach.no_folder, attach.too_many.
    """
    if not folder.is_dir():
        raise UserError("attach.no_folder", folder=str(folder))
    with master.store.begin() as tx:
        owners = Owners(tx.entries())
    found: list[Found] = []
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if any(part.startswith((".", "~$")) for part in parts) or path.suffix.lower() not in KINDS:
            continue
        if len(found) == MOST_FILES:
            raise UserError("attach.too_many", most=MOST_FILES, folder=folder.name)
        owner = owners.of(parts)
        found.append(Found(path, owner.entry, owner.clue))
    return found


def attach(master: Master, files: Sequence[tuple[Path, str]], step: Step = silent) -> int:
    """List documents (path, entry) in the set-up; one of the same name is replaced. How many were listed.

    Nothing is kept when one is refused: entry.unknown, file.unreadable, file.no_plain_file, file.too_large.
    """
    described: list[tuple[Attachment, str, Path]] = []
    for done, (path, entry) in enumerate(files):
        step(done, len(files), path.name)
        described.append((_described(path), entry, path))
    with master.store.begin() as tx:
        held = {entry.id: entry for entry in tx.entries()}
        paths = dict(tx.settings().get(PATHS, {}))
        for attachment, entry_id, path in described:
            if entry_id not in held:
                raise UserError("entry.unknown", entry=entry_id)
            held[entry_id] = _with(held[entry_id], attachment)
            paths[attachment.sha256] = str(path.absolute())
        touched = dict.fromkeys(entry for _, entry, _ in described)
        tx.put_entries(held[entry] for entry in touched)
        tx.set_setting(PATHS, paths)
        rows = [[entry, attachment.name, attachment.sha256] for attachment, entry, _ in described]
        tx.append("attachments_listed", {"rows": rows})
    return len(described)


def detach(master: Master, entry_id: str, name: str) -> None:
    """Take a document off an entry's list. Raises UserError: entry.unknown, attach.unknown."""
    with master.store.begin() as tx:
        entry = {entry.id: entry for entry in tx.entries()}.get(entry_id)
        if entry is None:
            raise UserError("entry.unknown", entry=entry_id)
        kept = tuple(one for one in entry.attachments if one.name != name)
        if len(kept) == len(entry.attachments):
            raise UserError("attach.unknown", file=name, entry=entry_id)
        tx.put_entries([replace(entry, attachments=kept)])
        tx.append("attachment_removed", {"entry": entry_id, "file": name})


def deliver(master: Master, folder: Path, step: Step = silent) -> Delivered:
    """Copy the listed documents beside the package: dokumen/No. peserta/name. Copies there already are kept.

    A file that is no longer where it was found, or has another content now, is named and left out.
    """
    with master.store.begin() as tx:
        wanted, paths = _listed(tx)
    written, missing = 0, list[str]()
    for done, (entry, listed) in enumerate(wanted):
        step(done, len(wanted), listed.name)
        place = folder / FOLDER / entry / listed.name
        if place.is_file() and _described(place).sha256 == listed.sha256:
            written += 1
            continue
        data = _content(Path(paths.get(listed.sha256, "")), listed)
        if data is None:
            missing.append(f"{entry}/{listed.name}")
            continue
        make_folder(place.parent)
        safe_write(place, data)
        written += 1
    return Delivered(written, tuple(missing))


def _listed(tx: MasterTransaction) -> tuple[list[tuple[str, Attachment]], dict[str, str]]:
    wanted = [(entry.id, one) for entry in tx.entries() for one in entry.attachments]
    return wanted, tx.settings().get(PATHS, {})


def _content(path: Path, listed: Attachment) -> bytes | None:
    try:
        data = read_capped(path, DOCUMENT_CAP)
    except UserError:
        return None
    return data if hashlib.sha256(data).hexdigest() == listed.sha256 else None


def _described(path: Path) -> Attachment:
    plain_text(path.name, 200)
    try:
        check_plain_file(path)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
    except OSError as error:
        raise UserError("file.unreadable", file=path.name, why=error.strerror or "") from error
    if size > DOCUMENT_CAP:
        raise UserError("file.too_large", file=path.name)
    return Attachment(path.name, digest, size)


def _with(entry: Entry, attachment: Attachment) -> Entry:
    others = tuple(one for one in entry.attachments if one.name != attachment.name)
    return replace(entry, attachments=(*others, attachment))


def same_names(files: Sequence[tuple[Path, str]]) -> list[tuple[str, str]]:
    """(entry, name) that two of these files would share: only one of them could be listed."""
    counted = Counter((entry, path.name) for path, entry in files)
    return [place for place, count in counted.items() if count > 1]
