"""Files made from fixed keys, without a store: a package, score files, what lies inside."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import msgspec

from kipp_desktop.domain.competition import Competition, Juror
from kipp_desktop.exchange import activation, package, score_file
from kipp_desktop.exchange.activation import Invite
from kipp_desktop.exchange.canonical import b64
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.package import Issue, Organiser, Package
from kipp_desktop.exchange.score_file import About, ScorePayload
from kipp_desktop.exchange.signing import SigningKey
from tests.unit.domain_samples import contest

SALT = b"s" * 16


@dataclass
class Organisation:
    """An organiser with one juror: keys, code, invite, and the package."""

    key: OrganiserKey
    code: str
    invite: Invite
    package_bytes: bytes
    competition: Competition

    @property
    def package(self) -> Package:
        """The package, read."""
        return package.read(self.package_bytes)


def organisation(
    code: str | None = None, competition: Competition | None = None, version: int = 1, **issue: Any
) -> Organisation:
    """Fresh keys and a package; needs `cheap_kdf`."""
    competition = competition or contest(2, [Juror("J-01", "Juri Satu", "Dr.", "Universitas")])
    key = OrganiserKey.generate(competition.id)
    code, invite = code or activation.new_code(), Invite.generate()
    data = build(
        competition, key, {"J-01": sealed(invite, code, competition.id, key.signing.public)}, version, **issue
    )
    return Organisation(key, code, invite, data, competition)


def sealed(invite: Invite, code: str, competition: str, first: str, juror: str = "J-01") -> dict[str, str]:
    """A seat's salt, invite_pub and invite."""
    shut = activation.seal_invite(invite, code, SALT, competition, juror, first)
    return {"salt": b64(SALT), "invite_pub": invite.key.public, "invite": shut}


def build(
    competition: Competition,
    key: OrganiserKey,
    seats: dict[str, dict[str, str]],
    version: int = 1,
    history: tuple[str, ...] = (),
    keys: tuple[Any, ...] = (),
) -> bytes:
    """A package's bytes."""
    organiser = Organiser(key.signing.public, key.recipient)
    salts = {juror.id: b64(SALT) for juror in competition.jurors}
    return package.build(competition, Issue(version, history, organiser, keys, seats, salts), key.signing)


CELLS = (("final", "01", "a", 1, 8000), ("final", "01", "b", 1, 8500))
SHEETS = (("final", "01", "locked", None),)


def payload(made: Organisation, signer: SigningKey, **changes: Any) -> ScorePayload:
    """A valid payload, changed as asked."""
    enrol = activation.enrol(made.invite, made.competition.id, "J-01", signer.public)
    base = ScorePayload(
        "kipp-score/1", made.competition.id, made.package.digest, "J-01", signer.public, enrol, (), CELLS,
        SHEETS, {}, None, None,
    )  # fmt: skip
    return msgspec.structs.replace(base, **changes)


def score_bytes(
    made: Organisation,
    signer: SigningKey | None = None,
    remarks: score_file.Comments | None = None,
    about: dict[str, str] | None = None,
    **changes: Any,
) -> bytes:
    """A `.nilai` with that payload."""
    signer = signer or SigningKey.generate()
    if remarks is not None:
        changes["comments"] = remarks.digest()
    _, envelope = score_file.sign(payload(made, signer, **changes), signer)
    said = {
        "competition": made.competition.id,
        "title": "Contoh",
        "juror": "J-01",
        "app": "1.0.0",
        **(about or {}),
    }
    return score_file.write(envelope, remarks, About(**said), [made.key.recipient])


def opened(made: Organisation, data: bytes) -> score_file.ScoreFile:
    """A score file through every check a merge makes."""
    found = score_file.open_sealed(score_file.read_outside(data), list(made.key.identities))
    score_file.check(found, made.package)
    return found


def changed(data: bytes, **fields: Any) -> bytes:
    """A file with fields of its outer object replaced."""
    return json.dumps({**json.loads(data), **fields}).encode("ascii")
