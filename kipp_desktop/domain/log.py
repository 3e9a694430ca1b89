"""The hash chain of the event log (docs/formats.md): a body can be left out and the chain still verifies."""

from __future__ import annotations

import hashlib

DOMAIN = b"kipp-event/1"
START = "0" * 64


def event_hash(prev: str, body: bytes) -> str:
    """The hash of an event whose predecessor has the hash `prev`."""
    return hashlib.sha256(DOMAIN + bytes.fromhex(prev) + hashlib.sha256(body).digest()).hexdigest()
