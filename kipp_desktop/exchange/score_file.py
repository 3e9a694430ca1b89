"""The score file: a juror's full snapshot, signed by the device, sealed to the organiser and to the juror."""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import lt
from typing import Annotated, Any, Literal

import msgspec

from kipp_desktop.domain.competition import Competition, Stage
from kipp_desktop.domain.derive import SheetKey, Snapshot, spare_sheets
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation, canonical, decoding, sealing, signing
from kipp_desktop.exchange.canonical import b64, unb64
from kipp_desktop.exchange.package import Package
from kipp_desktop.exchange.signing import Envelope, SigningKey

FMT = "kipp-score"
FORMAT = "kipp-score/1"
PLAINTEXT_CAP = decoding.FILE_CAP

Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
Id = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9._-]{1,40}\Z")]
Value = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Rev = Annotated[int, msgspec.Meta(ge=1, le=10_000)]
REASON_CAP = 2000
COMMENT_CAP = 4000
Reason = Annotated[str, msgspec.Meta(max_length=REASON_CAP)]
State = Literal["draft", "locked", "abstained", "absent"]
Cell = tuple[Id, Id, Id, Rev, Value | None]
SheetLine = tuple[Id, Id, State, Reason | None]
CommentKind = Literal["praise", "improve"]
CommentItem = tuple[Id, Id, Id | None, CommentKind, Annotated[str, msgspec.Meta(max_length=COMMENT_CAP)]]


class Declaration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A juror's word that the stage is final."""

    declared: bool
    text: Reason = ""
    typed_by: Annotated[str, msgspec.Meta(max_length=200)] | None = None


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


class About(msgspec.Struct, frozen=True):
    """What anybody may read on the outside."""

    competition: str
    title: str
    juror: str
    app: str


class Outside(msgspec.Struct, frozen=True):
    """The file before it is opened."""

    about: About
    sealed: str


class Inside(msgspec.Struct, frozen=True):
    """The file after decryption."""

    dsse: dict[str, Any]
    comments: Comments | None = None


@dataclass(frozen=True)
class ScoreFile:
    """A decrypted file whose signature, enrolment and cells were checked against its own package version."""

    digest: str
    payload: ScorePayload
    envelope: Envelope
    comments: Comments | None

    @cached_property
    def snapshot(self) -> Snapshot:
        """What `derive` needs of it."""
        return snapshot_of(self.digest, self.payload)


def comments_of(items: Sequence[CommentItem]) -> Comments | None:
    """Comments under a fresh salt, or None when there are none."""
    return Comments(b64(secrets.token_bytes(16)), tuple(sorted(items, key=str))) if items else None


def sign(payload: ScorePayload, device: SigningKey) -> tuple[str, dict[str, Any]]:
    """Digest and envelope of a payload."""
    data = canonical.dumps(msgspec.to_builtins(payload))
    return canonical.sha256(data), signing.sign_payload("score", data, device)


def write(envelope: Envelope, comments: Comments | None, about: About, recipients: list[str]) -> bytes:
    """The bytes of a `.nilai` file."""
    inside = canonical.dumps({"dsse": dict(envelope), "comments": msgspec.to_builtins(comments)})
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
    signing.verify("score", inside.dsse, payload.device)
    _check_comments(payload, inside.comments)
    if (outside.about.competition, outside.about.juror) != (payload.competition, payload.juror):
        raise UserError("file.about_differs")
    return ScoreFile(canonical.sha256(data), payload, inside.dsse, inside.comments)


def reopen(envelope: Envelope, comments: Comments | None = None) -> ScoreFile:
    """A file that was accepted before, from its stored envelope, verified again."""
    data = signing.envelope_payload("score", envelope)
    payload = _payload(data)
    signing.verify("score", envelope, payload.device)
    return ScoreFile(canonical.sha256(data), payload, envelope, comments)


def check(file: ScoreFile, package: Package) -> None:
    """Check a file against its own package version.

    Raises UserError: package.unknown_juror, file.bad_enrolment, file.bad_cell.
    """
    payload, competition = file.payload, package.competition
    seat = package.seat(payload.juror)
    activation.check_enrolment(
        payload.enrol, seat.invite_pub, payload.competition, payload.juror, payload.device
    )
    _check_order(payload)
    owed = owed_sheets(competition, payload.juror)
    scales = _scales(competition, owed)
    for stage, entry, criterion, rev, value in payload.cells:
        scale = scales.get((stage, entry), {}).get(criterion)
        if (
            scale is None
            or rev > scale[0]
            or (rev == scale[0] and value is not None and not scale[1].allows(value))
        ):
            raise UserError("file.bad_cell", cell=f"{stage}/{entry}/{criterion}")
    for stage, entry, *_ in payload.sheets:
        if (stage, entry) not in owed:
            raise UserError("file.bad_cell", cell=f"{stage}/{entry}")
    if not set(payload.declarations) <= competition.stage_by_id.keys():
        raise UserError("file.bad_cell", cell="declarations")
    for stage, entry, criterion, *_ in file.comments.items if file.comments else ():
        known = scales.get((stage, entry))
        if known is None or (criterion is not None and criterion not in known):
            raise UserError("file.bad_cell", cell=f"{stage}/{entry}/{criterion or ''}")


def known_criteria(competition: Competition, juror: str) -> dict[SheetKey, frozenset[str]]:
    """The criteria of every sheet that `check` accepts cells of."""
    scales = _scales(competition, owed_sheets(competition, juror))
    return {key: frozenset(of_sheet) for key, of_sheet in scales.items()}


def owed_sheets(competition: Competition, juror: str) -> set[SheetKey]:
    """The sheets a juror may fill under a package: those assigned or recused,
    on a spare seat those of the panel.
    """
    if competition.juror_by_id[juror].spare:
        return set(spare_sheets(competition, juror))
    return {(row.stage, row.entry) for row in competition.assignments_of.get(juror, ())}


def snapshot_of(digest: str, payload: ScorePayload) -> Snapshot:
    """A payload as `derive` reads it."""
    cells: dict[SheetKey, dict[str, tuple[int, int | None]]] = defaultdict(dict)
    for stage, entry, criterion, rev, value in payload.cells:
        cells[stage, entry][criterion] = (rev, value)
    states = {(stage, entry): (state, reason) for stage, entry, state, reason in payload.sheets}
    declared = frozenset(stage for stage, word in payload.declarations.items() if word.declared)
    return Snapshot(
        digest, payload.juror, payload.device, frozenset(payload.ancestors), cells, states, declared
    )


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


def _scales(
    competition: Competition, owed: set[SheetKey]
) -> Mapping[SheetKey, Mapping[str, tuple[int, Any]]]:
    by_rubric = {
        rubric.id: {criterion.id: (criterion.rev, criterion.scale) for criterion in rubric.criterion}
        for rubric in competition.rubrics
    }
    stages: Mapping[str, Stage] = competition.stage_by_id
    return {
        (stage, entry): by_rubric[competition.rubric_for(stages[stage].id, competition.entry_by_id[entry]).id]
        for stage, entry in owed
    }


def _check_comments(payload: ScorePayload, comments: Comments | None) -> None:
    held = comments.digest() if comments is not None else None
    if held != payload.comments:
        raise UserError("file.damaged")


def _check_order(payload: ScorePayload) -> None:
    """Arrays are sorted and name each place once."""
    cells = [cell[:3] for cell in payload.cells]
    sheets = [sheet[:2] for sheet in payload.sheets]
    if not (_rising(cells) and _rising(sheets) and _rising(payload.ancestors)):
        raise UserError("file.damaged")


def _rising(items: Sequence[Any]) -> bool:
    return all(map(lt, items, items[1:]))
