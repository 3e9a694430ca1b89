"""Care of MASTER.kunci: protect, back up, restore, rotate."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import decoding, key_file, package, sealing
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.services.masters import Master


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """What the key page shows."""

    file: Path
    protected: bool
    signing_public: str
    rotations: int
    restore_tried: bool


def status(master: Master) -> KeyStatus:
    """State of the key file. Raises UserError: key.missing, key.protected, key.wrong_passphrase."""
    key = master.key()
    with master.store.begin() as tx:
        rotations = len(tx.key_statements())
        tried = bool(tx.settings().get("key_restore_tried"))
    return KeyStatus(
        master.key_path, key_file.is_protected(master.key_path), key.signing.public, rotations, tried
    )


def protect(master: Master, passphrase: str | None = None) -> str:
    """Put the key file under a passphrase (a generated one by default); the passphrase,
    to be written down.
    """
    key = master.key()
    chosen = passphrase or sealing.new_passphrase()
    key_file.save(key, master.key_path, chosen)
    master.passphrase = chosen
    master.key()
    with master.store.begin() as tx:
        tx.append("key_protected", {})
    return chosen


def backup(master: Master, target: Path) -> None:
    """Copy the key file, protected or not as it is, and read the copy back."""
    master.key()
    safe_write(target, decoding.read_capped(master.key_path), private=True)
    with master.store.begin() as tx:
        tx.append("key_backed_up", {"file": target.name})


def restore(master: Master, source: Path) -> None:
    """Put a copy of the key file in place, once it is shown to be this competition's and readable."""
    data = decoding.read_capped(source)
    key = key_file.load(source, master.passphrase)
    with master.store.begin() as tx:
        settings = tx.settings()
        if key.competition != settings["id"]:
            raise UserError("key.other_competition", file=source.name)
        statements = tx.key_statements()
        if statements and package.last_of_chain(statements) != key.signing.public:
            raise UserError("key.before_rotation", file=source.name)
    safe_write(master.key_path, data, private=True)
    with master.store.begin() as tx:
        tx.set_setting("key_restore_tried", True)
        tx.append("key_restored", {"file": source.name})


def rotate(master: Master) -> str:
    """Make new keys, signed for by the preceding one; they stand in the next package version.

    The new public key.
    """
    old = master.key()
    new = old.rotated()
    statement = package.rotation_statement(old.competition, old.signing, new.signing, new.recipient)
    try:
        with master.store.begin() as tx:
            tx.add_key_statement(statement)
            tx.append("key_rotated", {"to": new.signing.public})
            master.save_key(new)
    except BaseException:
        master.save_key(old)  # the statement was not kept: the old key signs on
        raise
    return new.signing.public
