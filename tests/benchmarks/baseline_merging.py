"""Baseline: decrypt, verify and parse a score file, and nothing else."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def read_all(files: Iterable[Path], identity: str) -> list[Any]:
    """The payloads of all files."""
    key = pyrage.x25519.Identity.from_str(identity)
    return [_read(path, key) for path in files]


def _read(path: Path, key: pyrage.x25519.Identity) -> Any:
    outside = json.loads(path.read_bytes())
    inside = json.loads(pyrage.decrypt(outside["sealed"].encode(), [key]))
    envelope = inside["dsse"]
    payload = base64.b64decode(envelope["payload"], validate=True)
    said = json.loads(payload)
    name = envelope["payloadType"].encode()
    signed = b"DSSEv1 %d %s %d %s" % (len(name), name, len(payload), payload)
    device = Ed25519PublicKey.from_public_bytes(base64.b64decode(said["device"]))
    device.verify(base64.b64decode(envelope["signatures"][0]["sig"]), signed)
    return said
