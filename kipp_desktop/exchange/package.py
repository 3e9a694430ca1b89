"""The package: everything a juror's laptop needs, one identical file for all, signed by the organiser."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, NamedTuple

import msgspec

from kipp_desktop.domain import competition as c
from kipp_desktop.domain.competition import Competition, Juror, plain
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.references import check_references
from kipp_desktop.exchange import canonical, decoding, signing
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.exchange.signing import Envelope, SigningKey

FMT = "kipp-package"
FORMAT = "kipp-package/1"
MIN_APP = "1.0"


class JurorSeat(msgspec.Struct, frozen=True):
    """A juror as the signed payload shows it: who sits there only as a digest."""

    id: str
    who: str
    background: c.Background
    panel: str
    role: c.Role
    spare: bool
    salt: str
    invite_pub: str
    invite: str


class Organiser(msgspec.Struct, frozen=True):
    """The organiser's public keys: signing (Ed25519, base64) and recipient (age)."""

    signing: str
    recipient: str


class PackagePayload(msgspec.Struct, frozen=True):
    """The signed payload."""

    format: str
    competition: str
    practice: bool
    version: int
    history: tuple[str, ...]
    min_app: str
    title: str
    theme: str
    level: c.Level
    body: str
    legal_basis: tuple[str, ...]
    paper: c.Paper
    letterhead: c.Letterhead
    organiser: Organiser
    keys: tuple[dict[str, Any], ...]
    stages: tuple[c.Stage, ...]
    rubrics: tuple[c.Rubric, ...]
    rule: c.Rule
    bonus: tuple[c.Bonus, ...]
    entries: tuple[c.Entry, ...]
    jurors: tuple[JurorSeat, ...]
    assignments: tuple[tuple[str, str, str, c.AssignmentState], ...]
    running_order: tuple[str, ...]


class Person(msgspec.Struct, frozen=True):
    """Who sits on a seat, beside the signature so that a public bundle can leave it out."""

    salt: str
    name: str = ""
    title: str = ""
    institution: str = ""


@dataclass(frozen=True)
class Package:
    """A verified package: its payload, the competition it seals, and the envelope as received."""

    digest: str
    payload: PackagePayload
    competition: Competition
    people: Mapping[str, Person]
    envelope: Envelope

    @property
    def version(self) -> int:
        """1, 2, …"""
        return self.payload.version

    @property
    def signing_keys(self) -> tuple[str, ...]:
        """Every signing key the organiser has had, the present one last."""
        return (
            *(_statement(envelope).from_ for envelope in self.payload.keys),
            self.payload.organiser.signing,
        )

    @property
    def first_key(self) -> str:
        """The organiser's first signing key: the anchor that invites are bound to."""
        return first_key(self.payload)

    def seat(self, juror: str) -> JurorSeat:
        """A juror's seat. Raises UserError("package.unknown_juror")."""
        for seat in self.payload.jurors:
            if seat.id == juror:
                return seat
        raise UserError("package.unknown_juror", juror=juror)


class Issue(NamedTuple):
    """What a new version needs besides the competition.

    `seats` hold salt, invite_pub and invite, made once.
    """

    version: int
    history: tuple[str, ...]
    organiser: Organiser
    keys: tuple[Envelope, ...]
    seats: Mapping[str, Mapping[str, str]]
    salts: Mapping[str, str]  # juror → salt of the person


def build(competition: Competition, issue: Issue, key: SigningKey) -> bytes:
    """The bytes of a `.paket` file."""
    people = {juror.id: _person(juror, issue.salts[juror.id]) for juror in competition.jurors}
    payload = canonical.dumps(_payload(competition, issue, people))
    return write(signing.sign_payload("package", payload, key), people)


def write(envelope: Envelope, people: Mapping[str, Person]) -> bytes:
    """An envelope and the people beside it, as a file's text."""
    whole = {"fmt": FMT, "v": 1, "dsse": envelope, "people": msgspec.to_builtins(people)}
    return json.dumps(whole, ensure_ascii=True, indent=1).encode("ascii")


def read(data: bytes) -> Package:
    """Check and decode a `.paket`: signature by its own organiser key, key chain, who is who, what
    spans fields.

    That the organiser is the right one is shown by the juror's code (see `activation`) or by `continues`.
    """
    whole = decoding.wrapper(data, FMT)
    people = decoding.convert(whole.get("people"), dict[str, Person])
    return open_envelope(whole.get("dsse"), people)


def open_envelope(envelope: object, people: Mapping[str, Person]) -> Package:
    """Check and decode a package's envelope."""
    unverified = signing.envelope_payload("package", envelope)
    payload = _decode(canonical.loads(unverified))
    signing.verify("package", envelope, payload.organiser.signing)
    first_key(payload)
    for seat in payload.jurors:
        person = people.get(seat.id)
        if person is not None and _who(person) != seat.who:
            raise UserError("package.other_person", juror=seat.id)
    held = decoding.mapping(envelope)
    return Package(canonical.sha256(unverified), payload, _competition(payload, people), people, held)


def first_key(payload: PackagePayload) -> str:
    """The organiser's first signing key, through the rotation statements.

    Raises UserError("package.key_chain").
    """
    if any(_statement(envelope).competition != payload.competition for envelope in payload.keys):
        raise UserError("package.key_chain")
    first = first_of_chain(payload.keys)
    if first is None:
        return payload.organiser.signing
    if last_of_chain(payload.keys) != payload.organiser.signing:
        raise UserError("package.key_chain")
    return first


def first_of_chain(statements: Sequence[Envelope]) -> str | None:
    """The key that a chain of rotation statements starts from, None for an empty one."""
    stated = [_statement(envelope) for envelope in statements]
    for earlier, later in pairwise(stated):
        if earlier.to != later.from_:
            raise UserError("package.key_chain")
    return stated[0].from_ if stated else None


def keys_of_chain(statements: Sequence[Envelope]) -> tuple[str, ...]:
    """Every key that a chain of rotation statements names, the first one first."""
    first = first_of_chain(statements)
    return () if first is None else (first, *(_statement(envelope).to for envelope in statements))


def last_of_chain(statements: Sequence[Envelope]) -> str:
    """The key that a chain of rotation statements ends on."""
    return _statement(statements[-1]).to


def continues(newer: Package, held: Package) -> None:
    """Raise UserError unless `newer` may replace `held` on a juror's laptop.

    package.practice_mixed, package.other_competition, package.other_organiser, package.older,
    package.same_version_differs, package.not_a_successor, package.key_chain (the older key statements must
    all be there still).
    """
    if newer.payload.practice != held.payload.practice:
        raise UserError("package.practice_mixed")
    if newer.payload.competition != held.payload.competition:
        raise UserError("package.other_competition", title=newer.payload.title)
    if newer.first_key != held.first_key:
        raise UserError("package.other_organiser")
    if newer.version < held.version:
        raise UserError("package.older", version=newer.version, held=held.version)
    if newer.version == held.version and newer.digest != held.digest:
        raise UserError("package.same_version_differs", version=newer.version)
    if newer.version > held.version and held.digest not in newer.payload.history:
        raise UserError("package.not_a_successor", version=newer.version)
    if newer.payload.keys[: len(held.payload.keys)] != held.payload.keys:
        raise UserError("package.key_chain")


def rotation_statement(competition: str, old: SigningKey, new: SigningKey, recipient: str) -> dict[str, Any]:
    """The preceding key's word that `new` follows it."""
    payload = rotation_payload(competition, old.public, new.public, recipient)
    return signing.sign_payload("key", payload, old)


def rotation_payload(competition: str, old: str, new: str, recipient: str) -> bytes:
    """What a rotation statement signs, of public keys."""
    payload = {
        "format": "kipp-key/1",
        "competition": competition,
        "from": old,
        "to": new,
        "recipient": recipient,
    }
    return canonical.dumps(payload)


class _Statement(msgspec.Struct, frozen=True):
    """One key's word that another follows it."""

    format: Literal["kipp-key/1"]
    competition: str
    from_: str = msgspec.field(name="from")
    to: str
    recipient: str


def _statement(envelope: object) -> _Statement:
    stated = decoding.payload(signing.envelope_payload("key", envelope), _Statement)
    signing.verify("key", envelope, stated.from_)
    return stated


def _person(juror: Juror, salt: str) -> Person:
    return Person(salt, juror.name, juror.title, juror.institution)


def _who(person: Person) -> str:
    named = {"institution": person.institution, "name": person.name, "title": person.title}
    return canonical.sha256(unb64(person.salt) + canonical.dumps(named))


def _payload(competition: Competition, issue: Issue, people: Mapping[str, Person]) -> dict[str, Any]:
    seats = [
        {
            "id": juror.id,
            "who": _who(people[juror.id]),
            "background": juror.background,
            "panel": juror.panel,
            "role": juror.role,
            "spare": juror.spare,
            **issue.seats[juror.id],
        }
        for juror in competition.jurors
    ]
    sealed = ("title", "theme", "level", "body", "legal_basis", "paper", "letterhead", "practice")
    ranked = ("stages", "rubrics", "rule", "bonus", "entries", "running_order")
    return {
        "format": FORMAT,
        "competition": competition.id,
        "version": issue.version,
        "history": list(issue.history),
        "min_app": MIN_APP,
        "organiser": msgspec.to_builtins(issue.organiser),
        "keys": [dict(envelope) for envelope in issue.keys],
        "jurors": seats,
        "assignments": sorted(
            [row.juror, row.stage, row.entry, row.state] for row in competition.assignments
        ),
        **{name: plain(getattr(competition, name)) for name in (*sealed, *ranked)},
    }


def _decode(plain_payload: object) -> PackagePayload:
    whole = decoding.mapping(plain_payload)
    if whole.get("format") != FORMAT:
        raise UserError("file.newer_version", version="?")
    rubrics = decoding.rubrics(whole.get("rubrics"))
    payload = decoding.convert({**whole, "rubrics": []}, PackagePayload)
    return msgspec.structs.replace(payload, rubrics=rubrics)


def _competition(payload: PackagePayload, people: Mapping[str, Person]) -> Competition:
    shared = {name: getattr(payload, name) for name in _SHARED}
    assignments = tuple(c.Assignment(*row) for row in payload.assignments)
    try:
        jurors = tuple(_juror(seat, people.get(seat.id)) for seat in payload.jurors)
    except ValueError as error:
        raise UserError("file.bad_field", why=str(error)) from error
    competition = Competition(id=payload.competition, jurors=jurors, assignments=assignments, **shared)
    check_references(competition)
    return competition


def _juror(seat: JurorSeat, person: Person | None) -> Juror:
    name, title, institution = (
        ("", "", "") if person is None else (person.name, person.title, person.institution)
    )
    return Juror(seat.id, name, title, institution, seat.background, seat.panel, seat.role, seat.spare)


_SHARED = (
    *("title", "theme", "level", "body", "legal_basis", "paper", "letterhead", "practice"),
    *("stages", "rubrics", "rule", "bonus", "entries", "running_order"),
)
"""Fields that the payload and the competition have under one name."""
