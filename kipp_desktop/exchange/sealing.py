"""Encryption with age: to public recipients, or under a passphrase."""

from __future__ import annotations

import secrets

import pyrage

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.canonical import CROCKFORD

ARMOUR = "-----BEGIN AGE ENCRYPTED FILE-----"


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

    Raises UserError("file.not_for_this_key") when none fits or it was altered.
    """
    keys = [_identity(identity) for identity in identities]
    try:
        return pyrage.decrypt(text.encode("utf-8"), keys)
    except pyrage.DecryptError as error:
        raise UserError("file.not_for_this_key") from error


def seal_with_passphrase(data: bytes, passphrase: str) -> str:
    """Encrypt under a passphrase, as ASCII text."""
    return pyrage.passphrase.encrypt(data, passphrase, armored=True).decode("ascii")


def unseal_with_passphrase(text: str, passphrase: str) -> bytes:
    """Decrypt. Raises UserError("key.wrong_passphrase")."""
    try:
        return pyrage.passphrase.decrypt(text.encode("utf-8"), passphrase)
    except pyrage.DecryptError as error:
        raise UserError("key.wrong_passphrase") from error


def new_passphrase() -> str:
    """Sixteen random base-32 characters (80 bits) in groups of four."""
    signs = "".join(secrets.choice(CROCKFORD) for _ in range(16))
    return "-".join(signs[start : start + 4] for start in range(0, 16, 4))


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        raise UserError("file.damaged") from error
