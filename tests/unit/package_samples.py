"""Packages as an organiser, or somebody who isn't one, would issue them: any version with any change."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kipp_desktop.exchange import canonical, key_file, package, signing
from kipp_desktop.exchange.signing import SigningKey
from tests.conftest import ReadyEvent

Change = Callable[[dict[str, Any]], None]


def nothing(payload: dict[str, Any]) -> None:
    """The same again."""


def reissued(
    event: ReadyEvent, name: str, change: Change = nothing, version: int = 2, signer: SigningKey | None = None
) -> Path:
    """The event's first package as another version, with a change, by its organiser or by `signer`."""
    key = signer or key_file.load(event.folder / "lomba.kunci").signing
    return reissued_file(event.package, key, event.folder / name, change, version)


def reissued_file(first: Path, key: SigningKey, path: Path, change: Change, version: int = 2) -> Path:
    """A first package as another version, with a change, signed by `key`."""
    data = json.loads(first.read_bytes())
    old = signing.envelope_payload("package", data["dsse"])
    payload = canonical.loads(old)
    payload["version"] = version
    payload["history"] = [canonical.sha256(old)] if version > 1 else []
    change(payload)
    payload["organiser"]["signing"] = key.public
    envelope = signing.sign_payload("package", canonical.dumps(payload), key)
    path.write_bytes(package.write(envelope, package.read(first.read_bytes()).people))
    return path


def criterion(payload: dict[str, Any], id_: str) -> dict[str, Any]:
    """A criterion of the only rubric, to be changed."""
    return next(one for one in payload["rubrics"][0]["criterion"] if one["id"] == id_)
