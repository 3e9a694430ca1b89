"""Encryption with age: to public recipients, or under a passphrase."""

from __future__ import annotations

import base64
import binascii
import re
import secrets

import pyrage

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.canonical import CROCKFORD

ARMOUR = "-----BEGIN AGE ENCRYPTED FILE-----"
MOST_WORK = 20
"""Scrypt's work factor, a power of two: 20 takes seconds and 1 GB, each one more doubles both. age chooses 18
or 19 on today's computers; a file that asks for more was made to stop the program.
"""
USUAL_HEADER = 1024  # the organiser and the juror: half of it
LONGEST_HEADER = 16 * 1024  # room for a hundred recipients; each one more costs a key exchange to try
_PASSPHRASE_HEADER = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d?)\n")
_NO_KEY = "No matching keys found"  # pyrage tells its refusals apart by their text only


def new_identity() -> str:
    """A fresh age secret key."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """The public recipient of a secret key."""
    return str(_identity(identity).to_public())


def seal(data: bytes, recipients: list[str]) -> str:
    """Encrypt to all `recipients`, as ASCII text."""
    try:
        keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    except pyrage.RecipientError as error:
        raise UserError("file.damaged") from error
    return pyrage.encrypt(data, keys, armored=True).decode("ascii")


def unseal(text: str, identities: list[str]) -> bytes:
    """Decrypt with any of `identities`.

    Raises UserError: file.not_for_this_key when none fits, file.altered for what isn't as it was written.
    """
    keys = [_identity(identity) for identity in identities]
    if _header(text) is None:
        raise UserError("file.altered")
    try:
        return pyrage.decrypt(text.encode("utf-8"), keys)
    except pyrage.DecryptError as error:
        raise UserError("file.not_for_this_key" if str(error) == _NO_KEY else "file.altered") from error


def seal_with_passphrase(data: bytes, passphrase: str) -> str:
    """Encrypt under a passphrase, as ASCII text that `unseal_with_passphrase` takes."""
    text = pyrage.passphrase.encrypt(data, passphrase, armored=True).decode("ascii")
    _check_work(text)
    return text


def unseal_with_passphrase(text: str, passphrase: str) -> bytes:
    """Decrypt. Raises UserError: key.wrong_passphrase, key.too_much_work."""
    _check_work(text)
    try:
        return pyrage.passphrase.decrypt(text.encode("utf-8"), passphrase)
    except pyrage.DecryptError as error:
        raise UserError("key.wrong_passphrase") from error


def _check_work(text: str) -> None:
    """Raise UserError before the work is done that a header asks for, when that is out of all proportion."""
    asked = _PASSPHRASE_HEADER.match(_header(text) or b"")
    if asked is None:
        raise UserError("key.wrong_passphrase")
    if int(asked[1]) > MOST_WORK:
        raise UserError("key.too_much_work")


def _header(text: str) -> bytes | None:
    """The header of armoured text; None when there is none or one that no program of ours writes."""
    if not text.startswith(ARMOUR):
        return None
    for longest in (USUAL_HEADER, LONGEST_HEADER):
        lines = text[: 2 * longest].splitlines()[1:-1]
        try:
            start = base64.b64decode("".join(lines)[: longest // 3 * 4])
        except (binascii.Error, ValueError):
            return None
        header, end, _ = start.partition(b"\n---")
        if end:
            return header + end
    return None


def new_passphrase() -> str:
    """Sixteen random base-32 characters (80 bits) in groups of four."""
    signs = "".join(secrets.choice(CROCKFORD) for _ in range(16))
    return "-".join(signs[start : start + 4] for start in range(0, 16, 4))


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        raise UserError("file.damaged") from error
