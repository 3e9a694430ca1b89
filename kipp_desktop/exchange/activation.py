"""The code on a juror's slip and the invite it opens.

A package forged by somebody else can't carry an invite that the code opens: the first organiser key is bound
in.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, sealing
from kipp_desktop.exchange.canonical import CROCKFORD, b64, unb64
from kipp_desktop.exchange.signing import SigningKey, check_signature

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

CODE_LENGTH = 8
SALT_LENGTH = 16
_NONCE = 12


@dataclass(frozen=True, slots=True)
class KdfCost:
    """Argon2id's cost. Fixed by the format version; only tests make another."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4


COST = KdfCost()


@dataclass(frozen=True, slots=True)
class Invite:
    """What a juror's code opens: the key that enrols devices and the identity that reads the juror's
    own files.
    """

    seed: bytes
    identity: str

    @classmethod
    def generate(cls) -> Invite:
        """Make a fresh invite."""
        return cls(SigningKey.generate().seed, sealing.new_identity())

    @property
    def key(self) -> SigningKey:
        """The invite key."""
        return SigningKey(self.seed)


def new_code() -> str:
    """Eight random characters and a check character: "K7QM-2XRD-C"."""
    signs = "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LENGTH))
    return show_code(signs + _check_sign(signs))


def show_code(signs: str) -> str:
    """Nine characters as they stand on the slip."""
    return f"{signs[:4]}-{signs[4:8]}-{signs[8:]}"


_DASHES = "-\u2010\u2011–"


def read_code(typed: str) -> str:
    """Nine characters from what was typed: any case, any dashes, O is 0, I and L are 1.

    Raises UserError("code.mistyped") when the check character doesn't fit.
    """
    signs = "".join(sign for sign in typed.upper() if not (sign.isspace() or sign in _DASHES)).translate(
        str.maketrans("OIL", "011")
    )
    valid = len(signs) == CODE_LENGTH + 1 and all(sign in CROCKFORD for sign in signs)
    if not valid or _check_sign(signs[:CODE_LENGTH]) != signs[CODE_LENGTH]:
        raise UserError("code.mistyped")
    return signs


def seal_invite(invite: Invite, code: str, salt: bytes, competition: str, juror: str, organiser: str) -> str:
    """Close an invite with a code; `organiser` is the first signing key of the competition."""
    nonce = secrets.token_bytes(_NONCE)
    secret = canonical.dumps({"identity": invite.identity, "seed": b64(invite.seed)})
    cipher = _cipher(code, salt)
    return b64(nonce + cipher.encrypt(nonce, secret, _bound(competition, juror, organiser)))


def open_invite(sealed: str, code: str, salt: bytes, competition: str, juror: str, organiser: str) -> Invite:
    """Open an invite. Raises UserError: code.mistyped, code.does_not_open, file.damaged."""
    if len(salt) != SALT_LENGTH:
        raise UserError("file.damaged")
    data = unb64(sealed)
    cipher = _cipher(code, salt)
    try:
        secret = cipher.decrypt(data[:_NONCE], data[_NONCE:], _bound(competition, juror, organiser))
    except (InvalidTag, ValueError) as error:
        raise UserError("code.does_not_open", juror=juror) from error
    opened = canonical.loads(secret)
    return Invite(unb64(opened["seed"], 32), opened["identity"])


def enrol(invite: Invite, competition: str, juror: str, device: str) -> str:
    """The invite key's word that `device` (public key) is the juror's."""
    return b64(invite.key.sign(_enrolment(competition, juror, device)))


def device_code(device: str) -> str:
    """Ten characters of a device's public key, to compare between juror and organiser by voice."""
    return canonical.short_code(canonical.sha256(unb64(device)))


def check_enrolment(enrolment: str, invite_pub: str, competition: str, juror: str, device: str) -> None:
    """Raise UserError("file.bad_enrolment") unless the juror's invite key enrolled the device."""
    try:
        check_signature(invite_pub, unb64(enrolment, 64), _enrolment(competition, juror, device))
    except UserError as error:
        raise UserError("file.bad_enrolment") from error


def _enrolment(competition: str, juror: str, device: str) -> bytes:
    return canonical.dumps({"competition": competition, "device": device, "juror": juror, "type": "enrol/1"})


def _bound(competition: str, juror: str, organiser: str) -> bytes:
    return canonical.dumps({"competition": competition, "juror": juror, "organiser": organiser})


def _cipher(code: str, salt: bytes) -> ChaCha20Poly1305:
    """What a code opens. Only here are these loaded: a juror who has enrolled starts without them."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(
        salt=salt, length=32, iterations=COST.iterations, lanes=COST.lanes, memory_cost=COST.memory_kib
    )
    return ChaCha20Poly1305(kdf.derive(read_code(code).encode("ascii")))


def _check_sign(signs: str) -> str:
    return CROCKFORD[hashlib.sha256(signs.encode("ascii")).digest()[0] >> 3]
