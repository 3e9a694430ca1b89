"""The score file: a juror's full snapshot, signed by the device, sealed to the organiser and to the juror."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter, lt
from typing import Annotated, Any, Literal

import msgspec

from kipp_desktop.domain.bounds import COMMENT_CAP, REASON_CAP, check_text
from kipp_desktop.domain.competition import Competition, SheetKey, owed_sheets
from kipp_desktop.domain.derive import GivenState, Snapshot
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import SheetCells
from kipp_desktop.exchange import activation, canonical, decoding, sealing, signing
from kipp_desktop.exchange.canonical import b64, unb64
from kipp_desktop.exchange.package import Package
from kipp_desktop.exchange.people import AND, TYPISTS_CAP, Named
from kipp_desktop.exchange.signing import Envelope, SigningKey

FMT = "kipp-score"
FORMAT = "kipp-score/1"
PLAINTEXT_CAP = decoding.FILE_CAP

Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
Id = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9._-]{1,40}\Z")]
Value = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Rev = Annotated[int, msgspec.Meta(ge=1, le=10_000)]
Reason = Annotated[str, msgspec.Meta(max_length=REASON_CAP)]
Cell = tuple[str, str, str, Rev, Value | None]
"""Stage, entry, criterion, rev, value. `check` looks every name up, so none needs a pattern."""
SheetLine = tuple[str, str, GivenState, Reason | None]
CommentKind = Literal["praise", "improve"]
CommentItem = tuple[Id, Id, Id | None, CommentKind, Annotated[str, msgspec.Meta(max_length=COMMENT_CAP)]]


class Declaration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A juror's word that the stage is final."""

    declared: bool
    text: Reason = ""
    typed_by: Annotated[str, msgspec.Meta(max_length=TYPISTS_CAP)] | None = None

    @property
    def typists(self) -> list[str]:
        """The ids of those who typed; in files of earlier versions their names."""
        return (self.typed_by or "").split(AND) if self.typed_by else []


class ScorePayload(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The signed payload."""

    format: Literal["kipp-score/1"]
    competition: Id
    package: Digest
    juror: Id
    device: str
    enrol: str
    ancestors: tuple[Digest, ...]
    cells: tuple[Cell, ...]
    sheets: tuple[SheetLine, ...]
    declarations: dict[str, Declaration]
    comments: Digest | None
    seen: dict[str, Any] | None


class _Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    keyid: str
    sig: str


class _Seen(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """The shape of a checkpoint's envelope; whose word it is, the merge looks at."""

    payload: str
    payload_type: Literal["application/vnd.kipp.checkpoint.v1+json"]
    signatures: tuple[_Signature]


class Comments(msgspec.Struct, frozen=True):
    """Remarks for the participants, beside the signature and bound to it by a salted digest."""

    salt: str
    items: tuple[CommentItem, ...]

    def digest(self) -> str:
        """What the payload holds of them."""
        return canonical.sha256(unb64(self.salt) + canonical.dumps(msgspec.to_builtins(self.items)))


class About(msgspec.Struct, frozen=True, omit_defaults=True):
    """What anybody may read on the outside. `practice` is written for a rehearsal only."""

    competition: Id
    title: Annotated[str, msgspec.Meta(max_length=500)]
    juror: Id
    app: Annotated[str, msgspec.Meta(max_length=40)]
    practice: bool = False

    def __post_init__(self) -> None:
        check_text(self.title, "title")
        check_text(self.app, "app")


class Outside(msgspec.Struct, frozen=True):
    """The file before it is opened."""

    about: About
    sealed: str


class Inside(msgspec.Struct, frozen=True):
    """The file after decryption."""

    dsse: dict[str, Any]
    comments: Comments | None = None
    people: dict[str, Named] = {}


@dataclass(frozen=True)
class ScoreFile:
    """A decrypted file whose signature, enrolment and cells were checked against its own package version."""

    digest: str
    payload: ScorePayload
    envelope: Envelope
    comments: Comments | None
    people: tuple[Named, ...] = ()  # those who typed for the juror

    @cached_property
    def snapshot(self) -> Snapshot:
        """What `derive` needs of it. Raises UserError("file.damaged") where the arrays don't rise."""
        return snapshot_of(self.digest, self.payload)


def comments_of(items: Sequence[CommentItem]) -> Comments | None:
    """Comments under a fresh salt, or None when there are none."""
    return Comments(b64(secrets.token_bytes(16)), tuple(sorted(items, key=str))) if items else None


def sign(payload: ScorePayload, device: SigningKey) -> tuple[str, dict[str, Any]]:
    """Digest and envelope of a payload."""
    data = canonical.dumps(msgspec.to_builtins(payload))
    return canonical.sha256(data), signing.sign_payload("score", data, device)


def write(
    envelope: Envelope,
    comments: Comments | None,
    about: About,
    recipients: list[str],
    people: Iterable[Named] = (),
) -> bytes:
    """The bytes of a `.nilai` file. `people` are those who typed for the juror."""
    named = {one.id: msgspec.to_builtins(one) for one in people}
    whole_inside = {"dsse": dict(envelope), "comments": msgspec.to_builtins(comments)}
    inside = canonical.dumps(whole_inside | ({"people": named} if named else {}))
    whole = {
        "fmt": FMT,
        "v": 1,
        "about": msgspec.to_builtins(about),
        "sealed": sealing.seal(inside, recipients),
    }
    return json.dumps(whole, ensure_ascii=True, indent=1).encode("ascii")


def read_outside(data: bytes) -> Outside:
    """What a file says before it is opened. Nothing of it is to be trusted."""
    whole = decoding.wrapper(data, FMT)
    outside = decoding.convert({"about": whole.get("about"), "sealed": whole.get("sealed")}, Outside)
    if not outside.sealed.startswith(sealing.ARMOUR):
        raise UserError("file.damaged")
    return outside


def open_sealed(outside: Outside, identities: list[str]) -> ScoreFile:
    """Decrypt and check all that needs no package: canonical form, device signature, comments,
    the outside's word.
    """
    plaintext = sealing.unseal(outside.sealed, identities)
    if len(plaintext) > PLAINTEXT_CAP:
        raise UserError("file.too_large", file="")
    inside = decoding.payload(plaintext, Inside)
    data = signing.envelope_payload("score", inside.dsse)
    payload = _payload(data)
    signing.verify_payload("score", data, inside.dsse, payload.device)
    _check_comments(payload, inside.comments)
    _check_people(payload, inside.people)
    if (outside.about.competition, outside.about.juror) != (payload.competition, payload.juror):
        raise UserError("file.about_differs")
    return ScoreFile(
        canonical.sha256(data), payload, inside.dsse, inside.comments, (*inside.people.values(),)
    )


def reopen(envelope: Envelope, comments: Comments | None = None) -> ScoreFile:
    """A file that was accepted before, from its stored envelope, verified again."""
    data = signing.envelope_payload("score", envelope)
    payload = _payload(data)
    signing.verify_payload("score", data, envelope, payload.device)
    return ScoreFile(canonical.sha256(data), payload, envelope, comments)


def check(file: ScoreFile, package: Package) -> None:
    """Check a file against its own package version.

    Raises UserError: file.unknown_juror, file.bad_enrolment, file.bad_cell.
    """
    payload, competition = file.payload, package.competition
    if payload.juror not in competition.juror_by_id:
        raise UserError("file.unknown_juror", juror=payload.juror)
    seat = package.seat(payload.juror)
    activation.check_enrolment(
        payload.enrol, seat.invite_pub, payload.competition, payload.juror, payload.device
    )
    owed = owed_sheets(competition, payload.juror)
    for key, cells in file.snapshot.cells.items():
        stranger = competition.rubric_of[key].stranger(cells) if key in owed else ""
        if stranger is not None:
            raise UserError("file.bad_cell", cell="/".join((*key, stranger)))
    for key in file.snapshot.states:
        if key not in owed:
            raise UserError("file.bad_cell", cell="/".join(key))
    if not set(payload.declarations) <= competition.stage_by_id.keys():
        raise UserError("file.bad_cell", cell="declarations")
    known = known_criteria(competition, payload.juror) if file.comments else {}
    for stage, entry, criterion, *_ in file.comments.items if file.comments else ():
        of_sheet = known.get((stage, entry))
        if of_sheet is None or (criterion is not None and criterion not in of_sheet):
            raise UserError("file.bad_cell", cell=f"{stage}/{entry}/{criterion or ''}")


def known_criteria(competition: Competition, juror: str) -> dict[SheetKey, Collection[str]]:
    """The criteria of every sheet that `check` accepts cells of."""
    owed = owed_sheets(competition, juror)
    return {key: competition.rubric_of[key].criterion_by_id.keys() for key in owed}


def snapshot_of(digest: str, payload: ScorePayload) -> Snapshot:
    """A payload as `derive` reads it.

    Raises UserError("file.damaged") unless its arrays are sorted and name each place once.
    """
    states: dict[SheetKey, tuple[GivenState, str | None]] = {
        (stage, entry): (state, reason) for stage, entry, state, reason in payload.sheets
    }
    if not (_rising([*states]) and len(states) == len(payload.sheets) and _rising(payload.ancestors)):
        raise UserError("file.damaged")
    declared = frozenset(stage for stage, word in payload.declarations.items() if word.declared)
    ancestors = frozenset(payload.ancestors)
    cells = _by_sheet(payload.cells)
    return Snapshot(digest, payload.juror, payload.device, ancestors, cells, states, declared)


def _by_sheet(cells: Sequence[Cell]) -> dict[SheetKey, SheetCells]:
    """Cells by sheet and criterion. Sheets rise, and so do the criteria of each: none stands twice."""
    sheets: dict[SheetKey, SheetCells] = {}
    for key, of_sheet in groupby(cells, itemgetter(0, 1)):
        _, _, criteria, revs, values = zip(*of_sheet, strict=True)
        if not _rising(criteria):
            raise UserError("file.damaged")
        sheets[key] = SheetCells(criteria, revs, values)
    if not _rising([*sheets]) or sum(map(len, sheets.values())) != len(cells):
        raise UserError("file.damaged")
    return sheets


def _rising(items: Sequence[Any]) -> bool:
    return all(map(lt, items, items[1:]))


def _payload(data: bytes) -> ScorePayload:
    """Decode a payload. Raises UserError("file.newer_version") for one of a later format."""
    try:
        payload = decoding.payload(data, ScorePayload)
    except UserError as error:
        version = _later_format(data)
        if error.code != "file.bad_field" or version is None:
            raise
        raise UserError("file.newer_version", version=version) from error
    if payload.seen is not None:
        decoding.convert(payload.seen, _Seen)
    return payload


def _later_format(data: bytes) -> int | None:
    name = str(decoding.mapping(canonical.decode_json(data)).get("format"))
    version = name.removeprefix(f"{FMT}/")
    later = name.startswith(f"{FMT}/") and version.isascii() and version.isdigit() and len(version) < 5
    return int(version) if later and int(version) > 1 else None


def _check_comments(payload: ScorePayload, comments: Comments | None) -> None:
    held = comments.digest() if comments is not None else None
    if held != payload.comments:
        raise UserError("file.damaged")


def _check_people(payload: ScorePayload, people: Mapping[str, Named]) -> None:
    """Raise UserError("file.damaged") unless each is who the payload commits to."""
    signed = {typist for word in payload.declarations.values() for typist in word.typists}
    if any(id_ != one.id or id_ not in signed for id_, one in people.items()):
        raise UserError("file.damaged")
