"""MASTER.kunci: the organiser's secrets, beside the master and never in it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any

import msgspec

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation, canonical, decoding, package, sealing
from kipp_desktop.exchange.canonical import b64, unb64
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.exchange.signing import Envelope, SigningKey

FMT = "kipp-key"


@dataclass(frozen=True)
class OrganiserKey:
    """Signing seed, age identities (newest first), and each juror's activation code.

    `statements` are the rotations that led to this key, oldest first: no secret, but whoever has the file can
    show where its key comes from, even when the master lost its last pages.
    """

    competition: str
    signing: SigningKey
    identities: tuple[str, ...]
    codes: dict[str, str] = field(default_factory=dict[str, str])
    statements: tuple[Envelope, ...] = ()

    @classmethod
    def generate(cls, competition: str) -> OrganiserKey:
        """Fresh secrets for a competition."""
        return cls(competition, SigningKey.generate(), (sealing.new_identity(),))

    @property
    def recipient(self) -> str:
        """Where score files are sealed to."""
        return sealing.recipient_of(self.identities[0])

    def with_code(self, juror: str, code: str) -> OrganiserKey:
        """The secrets with a juror's code added or renewed."""
        return replace(self, codes={**self.codes, juror: code})

    def rotated(self) -> OrganiserKey:
        """New signing key and identity, signed for by this one; old identities still read files sealed to
        them.
        """
        signing, identity = SigningKey.generate(), sealing.new_identity()
        recipient = sealing.recipient_of(identity)
        stated = package.rotation_statement(self.competition, self.signing, signing, recipient)
        return replace(
            self,
            signing=signing,
            identities=(identity, *self.identities),
            statements=(*self.statements, stated),
        )


class _Secrets(msgspec.Struct, frozen=True):
    competition: str
    signing_seed: str
    identities: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    codes: dict[str, str]
    statements: tuple[dict[str, Any], ...] = ()


def path_beside(master: Path) -> Path:
    """Where a master's key file is looked for."""
    return master.with_suffix(".kunci")


def save(key: OrganiserKey, path: Path, passphrase: str | None = None) -> None:
    """Write the key file, readable by the owner only; under a passphrase when one is given."""
    inside = canonical.dumps(
        {
            "competition": key.competition,
            "signing_seed": b64(key.signing.seed),
            "identities": list(key.identities),
            "codes": key.codes,
            "statements": [dict(statement) for statement in key.statements],
        }
    )
    whole: dict[str, Any] = {"fmt": FMT, "v": 1, "protected": passphrase is not None}
    if passphrase is None:
        whole["secrets"] = canonical.loads(inside)
    else:
        whole["sealed"] = sealing.seal_with_passphrase(inside, normal_passphrase(passphrase))
    safe_write(path, json.dumps(whole, ensure_ascii=True, indent=1).encode("ascii"), private=True)


def load(path: Path, passphrase: str | None = None) -> OrganiserKey:
    """Read the key file. Raises UserError: key.missing, key.protected, key.wrong_passphrase, file.damaged."""
    if not path.exists():
        raise UserError("key.missing", file=path.name)
    return decode(decoding.read_capped(path), path.name, passphrase)


def decode(data: bytes, name: str, passphrase: str | None = None) -> OrganiserKey:
    """The secrets in the bytes of a key file called `name`. Raises what `load` raises."""
    whole = decoding.wrapper(data, FMT)
    if whole.get("protected"):
        if not passphrase:
            raise UserError("key.protected", file=name)
        inside = sealing.unseal_with_passphrase(str(whole.get("sealed")), normal_passphrase(passphrase))
        secrets = decoding.payload(inside, _Secrets)
    else:
        secrets = decoding.convert(whole.get("secrets"), _Secrets)
    signing = SigningKey(unb64(secrets.signing_seed, 32))
    return OrganiserKey(secrets.competition, signing, secrets.identities, secrets.codes, secrets.statements)


def is_protected(path: Path) -> bool:
    """Whether the key file asks for a passphrase."""
    return bool(decoding.wrapper(decoding.read_capped(path), FMT).get("protected"))


def normal_passphrase(typed: str) -> str:
    """A generated passphrase as typed in any case and with any dashes; another one as it stands."""
    signs = "".join(sign for sign in typed.upper() if sign not in " -–\t\n").translate(
        str.maketrans("OIL", "011")
    )
    generated = len(signs) == 16 and all(sign in activation.CROCKFORD for sign in signs)
    return "-".join(signs[start : start + 4] for start in range(0, 16, 4)) if generated else typed
