"""DSSE envelopes over Ed25519: only bytes that were verified are ever used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical
from kipp_desktop.exchange.canonical import b64, unb64

Kind = Literal["package", "score", "receipt", "checkpoint", "key", "result"]
Envelope = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 key pair, made from its 32-byte seed."""

    seed: bytes

    @classmethod
    def generate(cls) -> SigningKey:
        """Make a fresh key."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> str:
        """The public key, base64."""
        return b64(Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """The signature of `message`."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


def payload_type(kind: Kind) -> str:
    """The DSSE payload type of a file kind."""
    return f"application/vnd.kipp.{kind}.v1+json"


def pae(type_name: str, payload: bytes) -> bytes:
    """DSSE's pre-authentication encoding: what is really signed."""
    name = type_name.encode("utf-8")
    return b"DSSEv1 %d %s %d %s" % (len(name), name, len(payload), payload)


def sign_payload(kind: Kind, payload: bytes, key: SigningKey) -> dict[str, Any]:
    """Wrap canonical payload bytes in an envelope with one signature."""
    return enveloped(kind, payload, key.public, key.sign(pae(payload_type(kind), payload)))


def enveloped(kind: Kind, payload: bytes, public: str, signature: bytes) -> dict[str, Any]:
    """An envelope around payload bytes that `public` has signed; not verified here."""
    return {
        "payload": b64(payload),
        "payloadType": payload_type(kind),
        "signatures": [{"keyid": canonical.sha256(unb64(public))[:16], "sig": b64(signature)}],
    }


def envelope_payload(kind: Kind, envelope: object) -> bytes:
    """The payload bytes of an envelope of this kind, NOT yet verified. Raises UserError("file.damaged")."""
    held = _mapping(envelope)
    payload = held.get("payload")
    if not isinstance(payload, str) or held.get("payloadType") != payload_type(kind):
        raise UserError("file.damaged")
    return unb64(payload)


def verify(kind: Kind, envelope: object, public: str) -> bytes:
    """The payload of an envelope that `public` signed. Raises UserError("file.bad_signature") otherwise."""
    payload = envelope_payload(kind, envelope)
    verify_payload(kind, payload, envelope, public)
    return payload


def verify_payload(kind: Kind, payload: bytes, envelope: object, public: str) -> None:
    """Like `verify`, for bytes that `envelope_payload` gave because the signer's key stands in them."""
    signatures = _mapping(envelope).get("signatures")
    if not isinstance(signatures, list) or len(cast("list[object]", signatures)) != 1:
        raise UserError("file.damaged")
    (only,) = cast("list[object]", signatures)
    signature = _mapping(only).get("sig")
    if not isinstance(signature, str):
        raise UserError("file.damaged")
    check_signature(public, unb64(signature, 64), pae(payload_type(kind), payload))


def _mapping(thing: object) -> Mapping[str, object]:
    if not isinstance(thing, Mapping):
        raise UserError("file.damaged")
    return cast("Mapping[str, object]", thing)


def check_signature(public: str, signature: bytes, message: bytes) -> None:
    """Raise UserError("file.bad_signature") unless `public` made `signature` over `message`."""
    try:
        Ed25519PublicKey.from_public_bytes(unb64(public, 32)).verify(signature, message)
    except (InvalidSignature, ValueError) as error:
        raise UserError("file.bad_signature") from error
