"""The event log's lines and their hash chain (docs/formats.md): a body can be left out and the chain still
verifies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DOMAIN = b"kipp-event/1"
START = "0" * 64


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log. `data` is the body's payload as written; `hash` links it to all before it."""

    seq: int
    at: str
    actor: str
    type: str
    data: Mapping[str, Any]
    hash: str = ""


def event_hash(prev: str, body: bytes) -> str:
    """The hash of an event whose predecessor has the hash `prev`."""
    return hashlib.sha256(DOMAIN + bytes.fromhex(prev) + hashlib.sha256(body).digest()).hexdigest()
