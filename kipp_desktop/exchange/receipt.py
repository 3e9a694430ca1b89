"""The receipt and the checkpoint: the organiser's signed word of what was accepted and how far the log
went.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, decoding, signing
from kipp_desktop.exchange.score_file import Digest, Id
from kipp_desktop.exchange.signing import Envelope, SigningKey

FMT = "kipp-receipt"


class Counts(msgspec.Struct, frozen=True):
    """How many sheets the organiser has of a juror."""

    assigned: int
    locked: int
    abstained: int
    missing: int


class Checkpoint(msgspec.Struct, frozen=True):
    """A log size and what stood there."""

    format: Literal["kipp-checkpoint/1"]
    competition: Id
    size: int
    head: Digest
    package: Digest
    result: Digest | None


class ReceiptPayload(msgspec.Struct, frozen=True):
    """The signed payload of a `.terima`."""

    format: Literal["kipp-receipt/1"]
    competition: Id
    juror: Id
    accepted: tuple[Digest, ...]
    counts: Counts
    checkpoint: dict[str, Any]


@dataclass(frozen=True)
class Receipt:
    """A receipt that the organiser's key signed."""

    payload: ReceiptPayload
    checkpoint: Checkpoint
    envelope: Envelope


def sign_checkpoint(checkpoint: Checkpoint, key: SigningKey) -> dict[str, Any]:
    """A checkpoint's envelope."""
    return signing.sign_payload("checkpoint", canonical.dumps(msgspec.to_builtins(checkpoint)), key)


def open_checkpoint(envelope: object, organiser: str) -> Checkpoint:
    """Verify and decode a checkpoint."""
    return decoding.payload(signing.verify("checkpoint", envelope, organiser), Checkpoint)


def checkpoint_of_print(text: str) -> Envelope:
    """The checkpoint's envelope from the text of a print's QR code (docs/formats.md), not yet verified.

    Raises UserError("print.unreadable").
    """
    try:
        mark, competition, size, head, package, result, signature = text.strip().split(":")
        if mark != "KIPP1":
            raise ValueError(mark)
        point = Checkpoint(
            "kipp-checkpoint/1", competition, int(size), _hex(head), _hex(package), _hex(result) or None
        )
        payload = canonical.dumps(msgspec.to_builtins(point))
        decoding.payload(payload, Checkpoint)
        return {
            "payload": canonical.b64(payload),
            "payloadType": signing.payload_type("checkpoint"),
            "signatures": [{"keyid": "", "sig": canonical.b64(_unb32(signature))}],
        }
    except (ValueError, UserError) as error:
        raise UserError("print.unreadable") from error


def unverified_checkpoint(envelope: Mapping[str, Any]) -> Checkpoint:
    """What a checkpoint says, whoever signed it."""
    return decoding.payload(signing.envelope_payload("checkpoint", envelope), Checkpoint)


def _hex(digest: str) -> str:
    return _unb32(digest).hex()


def _unb32(text: str) -> bytes:
    return base64.b32decode(text + "=" * (-len(text) % 8))


def build(payload: ReceiptPayload, key: SigningKey) -> bytes:
    """The bytes of a `.terima` file."""
    envelope = signing.sign_payload("receipt", canonical.dumps(msgspec.to_builtins(payload)), key)
    return json.dumps({"fmt": FMT, "v": 1, "dsse": envelope}, ensure_ascii=True, indent=1).encode("ascii")


def read(data: bytes, organiser: str) -> Receipt:
    """Verify and decode a `.terima`.

    Raises UserError("receipt.other_organiser") when another key signed it.
    """
    whole = decoding.wrapper(data, FMT)
    try:
        verified = signing.verify("receipt", whole.get("dsse"), organiser)
    except UserError as error:
        raise UserError("receipt.other_organiser") from error
    payload = decoding.payload(verified, ReceiptPayload)
    return Receipt(payload, open_checkpoint(payload.checkpoint, organiser), whole["dsse"])
