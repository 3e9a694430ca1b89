"""The organiser's secrets as text that survives paper: one string for a QR code, numbered lines for a person.

The bytes are deflated MessagePack [competition, seed, identities, codes] in Crockford base 32. A line is
`07  XXXX … XXXX  CC`: its number, up to eight groups of four signs, and two check signs, so that a slip of
the pen is found in its line. Rotation statements stay out: they are no secret and every package has them.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib

import msgspec

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation
from kipp_desktop.exchange.canonical import CROCKFORD
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
    packed = msgspec.msgpack.encode([key.competition, key.signing.seed, identities, codes])
    return base64.b32encode(zlib.compress(packed, 9)).decode("ascii").rstrip("=").translate(_TO_CROCKFORD)


def _decode(signs: str) -> OrganiserKey:
    """Raises UserError("card.damaged") for anything that isn't whole; deflate's own checksum says so."""
    try:
        padded = signs.translate(_FROM_CROCKFORD) + "=" * (-len(signs) % 8)
        inflate = zlib.decompressobj()
        packed = inflate.decompress(base64.b32decode(padded), LARGEST)
        if not inflate.eof:
            raise ValueError("not whole")
        kind = tuple[str, bytes, tuple[str, ...], dict[str, str]]
        competition, seed, identities, codes = msgspec.msgpack.decode(packed, type=kind)
        if len(seed) != 32 or not identities:
            raise ValueError("no key")
    except (ValueError, zlib.error, msgspec.MsgspecError) as error:
        raise UserError("card.damaged") from error
    named = {juror: activation.show_code(code) for juror, code in codes.items()}
    whole = tuple(_IDENTITY + identity for identity in identities)
    return OrganiserKey(competition, SigningKey(seed), whole, named)
