"""The organiser's secrets as text that survives paper: one string for a QR code, numbered lines for a person.

The bytes are deflated MessagePack [competition, seed, identities, codes, rotations] in Crockford base 32, a
rotation being its signer's public key and the signature: the rest of the statement follows from the keys, so
that a master restored from before the rotation learns of it from the card too. A line is
`07  XXXX … XXXX  CC`: its number, up to eight groups of four signs, and two check signs, so that a slip of
the pen is found in its line.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib

import msgspec

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation, package, sealing, signing
from kipp_desktop.exchange.canonical import CROCKFORD, b64, unb64
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.signing import SigningKey

PREFIX = "KIPP-KUNCI1:"
GROUP, GROUPS = 4, 8
LINE = GROUP * GROUPS
LARGEST = 64 * 1024  # bytes inflated: the codes of a thousand jurors

_RFC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TO_CROCKFORD = str.maketrans(_RFC, CROCKFORD)
_FROM_CROCKFORD = str.maketrans(CROCKFORD, _RFC)
_AS_TYPED = str.maketrans("OIL", "011")
_IDENTITY = "AGE-SECRET-KEY-1"


def one_string(key: OrganiserKey) -> str:
    """The secrets as a QR code holds them, in signs that make a small one."""
    return PREFIX + _encode(key)


def lines(key: OrganiserKey) -> list[str]:
    """The secrets as a person can type them, line by line."""
    signs = _encode(key)
    parts = [signs[start : start + LINE] for start in range(0, len(signs), LINE)]
    return [f"{at:02d}  {_grouped(part)}  {_check(at, part)}" for at, part in enumerate(parts, 1)]


def read(text: str) -> OrganiserKey:
    """The secrets in a scanned string or in typed lines; case, spaces and dashes don't matter, O is 0, I and
    L are 1.

    Raises UserError: card.line (`line`: its number), card.missing_line, card.damaged.
    """
    plain = text.strip()
    if plain.upper().startswith(PREFIX):
        return _decode(_signs(plain[len(PREFIX) :]))
    typed = [signs for line in plain.splitlines() if (signs := _signs(line))]
    return _decode("".join(_line(at, signs) for at, signs in enumerate(typed, 1)))


def _line(at: int, signs: str) -> str:
    """What a typed line holds between its number and its check signs."""
    number, part, check = signs[:2], signs[2:-2], signs[-2:]
    if number != f"{at:02d}" and number.isdigit() and part and check == _check(int(number), part):
        raise UserError("card.missing_line", line=at)
    if number != f"{at:02d}" or not 0 < len(part) <= LINE or check != _check(at, part):
        raise UserError("card.line", line=at)
    return part


def _signs(typed: str) -> str:
    return re.sub(r"[\s\-–.·]+", "", typed.upper()).translate(_AS_TYPED)


def _grouped(part: str) -> str:
    return " ".join(part[start : start + GROUP] for start in range(0, len(part), GROUP))


def _check(at: int, part: str) -> str:
    digest = hashlib.sha256(f"kipp-card/1 {at} {part}".encode()).digest()
    return CROCKFORD[digest[0] & 31] + CROCKFORD[digest[1] & 31]


def _encode(key: OrganiserKey) -> str:
    identities = [identity.removeprefix(_IDENTITY) for identity in key.identities]
    codes = {juror: code.replace("-", "") for juror, code in sorted(key.codes.items())}
    packed = msgspec.msgpack.encode(
        [key.competition, key.signing.seed, identities, codes, [_rotation(one) for one in key.statements]]
    )
    return base64.b32encode(zlib.compress(packed, 9)).decode("ascii").rstrip("=").translate(_TO_CROCKFORD)


def _decode(signs: str) -> OrganiserKey:
    """Raises UserError("card.damaged") for anything that isn't whole; deflate's own checksum says so."""
    try:
        padded = signs.translate(_FROM_CROCKFORD) + "=" * (-len(signs) % 8)
        inflate = zlib.decompressobj()
        packed = inflate.decompress(base64.b32decode(padded), LARGEST)
        if not inflate.eof:
            raise ValueError("not whole")
        held = msgspec.msgpack.decode(packed, type=_Held)
        if len(held.seed) != 32 or not held.identities:
            raise ValueError("no key")
        return _key(held)
    except (ValueError, LookupError, zlib.error, msgspec.MsgspecError, UserError) as error:
        raise UserError("card.damaged") from error


class _Held(msgspec.Struct, array_like=True):
    """What the text holds."""

    competition: str
    seed: bytes
    identities: tuple[str, ...]
    codes: dict[str, str]
    rotations: tuple[tuple[bytes, bytes], ...]


def _key(held: _Held) -> OrganiserKey:
    signs, identities = SigningKey(held.seed), tuple(_IDENTITY + one for one in held.identities)
    codes = {juror: activation.show_code(code) for juror, code in held.codes.items()}
    signers = [b64(public) for public, _ in held.rotations] + [signs.public]
    recipients = [sealing.recipient_of(one) for one in identities[::-1]]
    statements: list[signing.Envelope] = []
    for at, (_, signature) in enumerate(held.rotations):
        payload = package.rotation_payload(held.competition, signers[at], signers[at + 1], recipients[at + 1])
        statements.append(signing.enveloped("key", payload, signers[at], signature))
    package.first_of_chain(statements)  # linked and signed
    return OrganiserKey(held.competition, signs, identities, codes, tuple(statements))


def _rotation(statement: signing.Envelope) -> tuple[bytes, bytes]:
    signer = package.first_of_chain([statement]) or ""
    return unb64(signer), unb64(statement["signatures"][0]["sig"])
