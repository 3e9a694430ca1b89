"""Care of MASTER.kunci: protect, back up on a stick and on paper, try a copy, restore, rotate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import Event
from kipp_desktop.exchange import decoding, key_card, key_file, sealing
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.services.masters import Master, adopt_rotations, check_key, signing_key
from kipp_desktop.store.master_store import MasterTransaction

_CHANGES = ("key_rotated", "code_renewed")
_COPIES = ("key_backed_up", "key_card_made")
_PROOFS = ("key_copy_tried", "key_restored")

Source = Path | str
"""A copy of the key file, or a file with the recovery card's text; a str is that text itself."""


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """What can be said of the secrets without opening them.

    `copied` and `restore_tried` speak of what is in force now: a rotation, a renewed code or a new seat makes
    an older copy worth less, and the program reminds again.
    """

    file: Path
    present: bool
    protected: bool
    signing_public: str  # empty before the first package
    rotations: int
    copied: bool
    restore_tried: bool


def status(master: Master) -> KeyStatus:
    """State of the key file; asks for no passphrase. A file that can't be read is as good as none."""
    present, protected = _looked_at(master.key_path)
    with master.store.begin() as tx:
        seats = set(tx.seats())
        events = tx.log.events((*_CHANGES, *_COPIES, *_PROOFS))
        return KeyStatus(
            master.key_path,
            present,
            protected,
            signing_key(tx) or "",
            len(tx.key_statements()),
            covered(events, seats, _COPIES),
            covered(events, seats, _PROOFS),
        )


def _looked_at(path: Path) -> tuple[bool, bool]:
    """Whether a key file is there, and whether it asks for a passphrase."""
    try:
        return True, key_file.is_protected(path)
    except UserError:
        return False, False


def covered(events: Iterable[Event], seats: set[str], types: tuple[str, ...]) -> bool:
    """Whether an act of these types since the last change of the secrets was about every seat's code."""
    found = False
    for event in events:
        if event.type in _CHANGES:
            found = False
        elif event.type in types:
            found = found or seats <= set(event.data.get("seats", ()))
    return found


def new_passphrase() -> str:
    """A passphrase to be written down before `protect` is given it."""
    return sealing.new_passphrase()


def is_typed_back(typed: str, passphrase: str) -> bool:
    """Whether somebody who wrote a generated passphrase down can type it again."""
    return key_file.normal_passphrase(typed) == passphrase


def unlock(master: Master, passphrase: str) -> None:
    """Keep the passphrase for what needs the secrets until the master is closed.

    Raises UserError("key.wrong_passphrase"), and what `Master.key` raises; the one kept before stays.
    """
    before, master.passphrase = master.passphrase, passphrase
    try:
        master.key()
    except BaseException:
        master.passphrase = before
        raise


def protect(master: Master, passphrase: str | None = None) -> str:
    """Put the key file under a passphrase (a generated one by default), or under another one; the
    passphrase, to be written down.
    """
    key = master.key()
    chosen = passphrase or new_passphrase()
    key_file.save(key, master.key_path, chosen)
    master.passphrase = chosen
    master.key()
    with master.store.begin() as tx:
        tx.append("key_protected", {})
    return chosen


def backup(master: Master, target: Path) -> None:
    """Copy the key file, protected or not as it is, and read the copy back."""
    key = master.key()
    if target.absolute() == master.key_path.absolute():
        raise UserError("key.exists", file=target.name)
    safe_write(target, decoding.read_capped(master.key_path), private=True)
    with master.store.begin() as tx:
        tx.append("key_backed_up", {"file": target.name, "seats": sorted(key.codes)})


def try_copy(master: Master, source: Source, passphrase: str | None = None) -> None:
    """Open a copy and prove that it could take the key file's place today; nothing is replaced.

    Raises UserError: key.copy_protected, key.wrong_passphrase, key.other_competition, key.other_organiser,
    key.before_rotation, key.copy_outdated (`jurors` whose code is missing or an older one), card.line, …
    """
    tried = _read(source, passphrase or master.passphrase)
    own = master.key() if master.key_path.exists() else None
    with master.store.begin() as tx:
        check_key(tx, tried.key, tried.name)
        outdated = _outdated(tx, tried.key, own)
        if outdated:
            raise UserError("key.copy_outdated", file=tried.name, jurors=", ".join(outdated))
        tx.append("key_copy_tried", {"copy": tried.name, "seats": sorted(tried.key.codes)})


def restore(master: Master, source: Source, passphrase: str | None = None) -> tuple[str, ...]:
    """Put a copy in the key file's place, once it is shown to be this competition's and readable; jurors
    whose code it doesn't hold.

    The key file that stood there is kept aside. A new file from the recovery card is put under `passphrase`
    or the master's, where there is one. Raises what `try_copy` raises except key.copy_outdated.
    """
    copy = _read(source, passphrase or master.passphrase)
    with master.store.begin() as tx:
        check_key(tx, copy.key, copy.name)
        kept = tuple(tx.key_statements())
        missing = _outdated(tx, copy.key, None)
    key = replace(copy.key, statements=max(kept, copy.key.statements, key=len))
    if master.key_path.exists():
        safe_write(_aside(master.key_path), decoding.read_capped(master.key_path), private=True)
    key_file.save(key, master.key_path, copy.passphrase)
    master.passphrase = copy.passphrase
    with master.store.begin() as tx:
        adopt_rotations(tx, key)
        tx.append("key_restored", {"copy": copy.name, "seats": sorted(key.codes)})
    return tuple(missing)


def put_aside(path: Path) -> list[Path]:
    """Key files that were kept aside when another one was restored, oldest first."""
    return sorted(path.parent.glob(f"{path.stem}.disisihkan-*{path.suffix}"))


def rotate(master: Master) -> str:
    """Make new keys, signed for by the preceding one; they stand in the next package version.

    The new public key. The key file is written first and tells of the rotation itself: whenever the program
    is killed, either nothing happened or `Master.key` finishes it.
    """
    old = master.key()
    master.save_key(old.rotated())
    try:
        return master.key().signing.public
    except BaseException:
        master.save_key(old)  # the statement was not kept: the old key signs on
        raise


@dataclass(frozen=True, slots=True)
class _Copy:
    """Secrets that were read from somewhere; `passphrase` is what they were sealed with, or shall be."""

    key: OrganiserKey
    name: str
    passphrase: str | None


def _read(source: Source, passphrase: str | None) -> _Copy:
    if isinstance(source, str):
        return _Copy(key_card.read(source), "", passphrase)
    data = decoding.read_capped(source)
    if not data.lstrip().startswith(b"{"):
        return _Copy(key_card.read(data.decode("utf-8", errors="replace")), source.name, passphrase)
    try:
        key = key_file.decode(data, source.name, passphrase)
    except UserError as error:
        if error.code == "key.protected":  # the copy's own passphrase, not that of the key in use
            raise UserError("key.copy_protected", file=source.name) from error
        raise
    return _Copy(key, source.name, passphrase if key_file.is_protected(source) else None)


def _outdated(tx: MasterTransaction, copy: OrganiserKey, own: OrganiserKey | None) -> list[str]:
    """Jurors whose present code a copy doesn't hold."""
    held = copy.codes if own is None else own.codes
    return [one for one in sorted(tx.seats()) if one not in copy.codes or copy.codes[one] != held.get(one)]


def _aside(path: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return path.with_name(f"{path.stem}.disisihkan-{stamp}{path.suffix}")
