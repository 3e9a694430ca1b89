"""Canonical JSON (RFC 8785) in and out, and the digests that identify what it says."""

from __future__ import annotations

import base64
import binascii
import hashlib
from functools import lru_cache
from typing import Any, NoReturn, TypeVar

import msgspec
import rfc8785

from kipp_desktop.domain.errors import UserError

T = TypeVar("T")
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def dumps(thing: object) -> bytes:
    """Canonical bytes of plain data.

    Raises UserError("file.not_canonical") for what JSON can't say exactly.
    """
    try:
        return rfc8785.dumps(thing)  # pyright: ignore[reportArgumentType]
    except (rfc8785.CanonicalizationError, RecursionError) as error:
        raise UserError("file.not_canonical") from error


def loads(payload: bytes) -> Any:  # noqa: ANN401 - foreign data, typed by `decoding`
    """Decode a payload and insist that it is its own canonical form: no duplicate keys, no floats,
    no spare bytes.
    """
    thing = decode_json(payload)
    if not _plainly(thing, payload) and dumps(thing) != payload:
        raise UserError("file.not_canonical")
    return thing


def decoded_at_once(payload: bytes, kind: type[T]) -> T | None:
    """The typed content of a payload that is plainly canonical; None when `loads` has to look closely."""
    try:
        thing: T = _decoder(kind).decode(payload)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, ValueError):
        return None
    return thing if _plainly(thing, payload) else None


@lru_cache(maxsize=16)
def _decoder(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind, float_hook=_no_floats)


def _plainly(thing: object, payload: bytes) -> bool:
    """Whether that is certain without RFC 8785 in full, which takes ten times as long; False = not certain.

    In ASCII without escapes and integers near 2**53, sorted keys and no spaces are all there is to it.
    """
    long_number = _LONG_NUMBER in payload.translate(_NUMBERS_ALIKE) or payload[:1] not in (b"{", b"[")
    plain = payload.isascii() and b"\\" not in payload and not long_number
    return plain and msgspec.json.encode(thing, order="sorted") == payload


def decode_json(data: bytes) -> Any:  # noqa: ANN401 - foreign data, typed by `decoding`
    """Decode JSON of integers only.

    Raises UserError("file.damaged") on anything else, nesting bombs included.
    """
    try:
        return _DECODER.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, ValueError) as error:
        raise UserError("file.damaged") from error


def _no_floats(text: str) -> NoReturn:
    raise ValueError(f"not an integer: {text[:20]}")


_NUMBERS_ALIKE = bytes.maketrans(b"123456789[:-", b"000000000,,,")
_LONG_NUMBER = b"," + b"0" * 16  # digests hold such runs too, but not behind what a number stands behind
_DECODER = msgspec.json.Decoder(float_hook=_no_floats)


def sha256(data: bytes) -> str:
    """SHA-256 in lower-case hex: the identity of a payload."""
    return hashlib.sha256(data).hexdigest()


def digest_of(thing: object) -> str:
    """Identity of plain data: SHA-256 of its canonical bytes."""
    return sha256(dumps(thing))


def b64(data: bytes) -> str:
    """Standard base64 with padding."""
    return base64.b64encode(data).decode("ascii")


def unb64(text: str, length: int | None = None) -> bytes:
    """What `b64` wrote. Raises UserError("file.damaged") for any other text, or another length."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise UserError("file.damaged") from error
    if b64(data) != text or (length is not None and len(data) != length):
        raise UserError("file.damaged")
    return data


def short_code(digest: str) -> str:
    """The first 50 bits of a digest as ten base-32 characters, for comparing by voice: "9F3C5-1AB7K"."""
    bits = int(digest[:16], 16) >> 14
    text = "".join(CROCKFORD[bits >> shift & 31] for shift in range(45, -1, -5))
    return f"{text[:5]}-{text[5:]}"


def digest_groups(digest: str) -> list[str]:
    """A digest in full, as 16 groups of 4 hex digits."""
    return [digest[start : start + 4] for start in range(0, 64, 4)]
