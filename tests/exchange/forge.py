"""Forged material: score files, packages and receipts that are right but for one thing."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from kipp_desktop.exchange import (
    activation,
    canonical,
    key_file,
    package,
    receipt,
    sealing,
    signing,
)
from kipp_desktop.exchange.activation import Invite
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.package import Package
from kipp_desktop.exchange.score_file import ScorePayload
from kipp_desktop.exchange.signing import SigningKey
from tests.conftest import STAGE, ReadyEvent

DEVICE = SigningKey(b"d" * 32)
STRANGER = SigningKey(b"x" * 32)
VECTORS = Path(__file__).parents[1] / "data/vectors/age.json"
Plain = dict[str, Any]


@dataclass(frozen=True)
class Forge:
    """What an insider with every key could make."""

    event: ReadyEvent
    key: OrganiserKey
    package: Package
    invites: dict[str, Invite]

    @classmethod
    def of(cls, event: ReadyEvent) -> Forge:
        """Open the event's secrets."""
        opened = package.read(event.package.read_bytes())
        invites = {}
        for juror, code in event.codes.items():
            seat = opened.seat(juror)
            invites[juror] = activation.open_invite(
                seat.invite, code, unb64(seat.salt), opened.payload.competition, juror, opened.first_key
            )
        return cls(event, key_file.load(event.folder / "lomba.kunci"), opened, invites)

    @property
    def competition(self) -> str:
        """The competition's id."""
        return self.package.payload.competition

    # — score files —

    def payload(self, juror: str = "J-01", device: SigningKey = DEVICE, **changes: Any) -> Plain:
        """A good payload with one cell, as plain data, changed as asked."""
        enrol = activation.enrol(self.invites[juror], self.competition, juror, device.public)
        good = ScorePayload(
            "kipp-score/1", self.competition, self.package.digest, juror, device.public, enrol, (),
            ((STAGE, "01", "kebaruan", 1, 8000),), ((STAGE, "01", "draft", None),), {}, None, None,
        )  # fmt: skip
        return {**msgspec.to_builtins(good), **changes}

    def envelope(self, payload: bytes, device: SigningKey = DEVICE) -> Plain:
        """The envelope of payload bytes, whatever they are."""
        return signing.sign_payload("score", payload, device)

    def sealed(self, inside: bytes, recipients: list[str] | None = None) -> str:
        """Anything sealed to the organiser."""
        return sealing.seal(inside, recipients or [self.key.recipient])

    def outside(self, sealed: str, juror: str = "J-01", **about: Any) -> bytes:
        """A file around a seal."""
        said = {"competition": self.competition, "title": "Contoh", "juror": juror, "app": "1.0.0", **about}
        return json.dumps({"fmt": "kipp-score", "v": 1, "about": said, "sealed": sealed}).encode("ascii")

    def score(self, **changes: Any) -> bytes:
        """A score file whose payload is changed as asked, signed and sealed as if it were good."""
        return self.score_of(_dumped(self.payload(**changes)), juror=changes.get("juror", "J-01"))

    def score_of(self, payload: bytes, juror: str = "J-01", device: SigningKey = DEVICE) -> bytes:
        """A score file around payload bytes."""
        return self.score_in(self.envelope(payload, device), juror)

    def score_in(self, envelope: Plain, juror: str = "J-01", comments: Plain | None = None) -> bytes:
        """A score file around an envelope."""
        return self.outside(self.sealed(_dumped({"comments": comments, "dsse": envelope})), juror)

    def cells(self, *cells: list[Any]) -> bytes:
        """A score file with these cells."""
        return self.score(cells=[[STAGE, *cell] for cell in cells])

    def raw(self, old: bytes, new: bytes) -> bytes:
        """A score file in whose payload bytes something was replaced before signing."""
        payload = _dumped(self.payload())
        assert old in payload
        return self.score_of(payload.replace(old, new))

    def with_envelope(self, change: Callable[[Plain], Plain]) -> bytes:
        """A score file whose envelope was changed after signing."""
        return self.score_in(change(self.envelope(_dumped(self.payload()))))

    def under_passphrase(self) -> bytes:
        """A score file sealed under a passphrase instead of to the organiser (a test vector of age's)."""
        vector = base64.b64decode(json.loads(VECTORS.read_text("ascii"))["armor_scrypt"])
        return self.outside(vector.partition(b"\n\n")[2].decode("ascii"))

    # — packages —

    def packaged(self, signer: SigningKey | None = None, **changes: Any) -> bytes:
        """A second version whose payload is changed as asked."""
        plain = json.loads(unb64(self.package.envelope["payload"]))
        plain |= {"version": 2, "history": [self.package.digest], **changes}
        signer = signer or self.key.signing
        if signer is not self.key.signing:
            plain["organiser"] = {**plain["organiser"], "signing": signer.public}
        return self.package_of(_dumped(plain), signer)

    def package_of(self, payload: bytes, signer: SigningKey | None = None) -> bytes:
        """A package around payload bytes."""
        envelope = signing.sign_payload("package", payload, signer or self.key.signing)
        return package.write(envelope, self.package.people)

    @property
    def packaged_plain(self) -> Plain:
        """The first version's payload as plain data."""
        return json.loads(unb64(self.package.envelope["payload"]))

    # — receipts —

    def receipt(
        self, signer: SigningKey | None = None, point: SigningKey | None = None, **changes: Any
    ) -> bytes:
        """A receipt changed as asked."""
        signer = signer or self.key.signing
        checkpoint = receipt.Checkpoint(
            "kipp-checkpoint/1", self.competition, 3, "0" * 64, self.package.digest, None
        )
        plain = {
            "format": "kipp-receipt/1",
            "competition": self.competition,
            "juror": "J-01",
            "accepted": ["a" * 64],
            "counts": {"assigned": 3, "locked": 3, "abstained": 0, "missing": 0},
            "checkpoint": receipt.sign_checkpoint(checkpoint, point or signer),
            **changes,
        }
        return self.receipt_of(_dumped(plain), signer)

    def receipt_of(self, payload: bytes, signer: SigningKey | None = None) -> bytes:
        """A receipt around payload bytes."""
        envelope = signing.sign_payload("receipt", payload, signer or self.key.signing)
        return json.dumps({"fmt": "kipp-receipt", "v": 1, "dsse": envelope}).encode("ascii")


def _dumped(plain: object) -> bytes:
    """Canonical bytes; also of what RFC 8785 has no bytes for, as a careless program would write it."""
    try:
        return canonical.dumps(plain)
    except Exception:
        return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")
