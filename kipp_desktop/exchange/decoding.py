"""Typed decoding with bounds: the only module that turns foreign data into our types."""

from __future__ import annotations

import stat
from collections.abc import Mapping, Sequence
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import msgspec

from kipp_desktop.domain.competition import Competition, Stage
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.exchange import canonical

if TYPE_CHECKING:
    from kipp_desktop.domain.shape import RubricDraft

T = TypeVar("T")

_PIECE = 256 * 1024
FILE_CAP = 5 * 1024 * 1024
BUNDLE_CAP = 512 * 1024 * 1024


def convert(thing: object, kind: type[T]) -> T:
    """Check plain data against a type.

    Raises UserError("file.bad_field") with the place and what is wrong there.
    """
    try:
        return msgspec.convert(thing, kind, strict=True)
    except (msgspec.ValidationError, ValueError) as error:
        raise UserError("file.bad_field", why=str(error)[:200]) from error


def mapping(thing: object) -> dict[str, Any]:
    """Decoded JSON as an object. Raises UserError("file.damaged") for anything else."""
    if not isinstance(thing, dict):
        raise UserError("file.damaged")
    return cast("dict[str, Any]", thing)


def payload(data: bytes, kind: type[T]) -> T:
    """Decode a canonical payload into its type."""
    try:
        at_once = canonical.decoded_at_once(data, kind)
        return convert(canonical.loads(data), kind) if at_once is None else at_once
    except RecursionError as error:
        raise UserError("file.damaged") from error


def rubrics(plain: object) -> tuple[Rubric, ...]:
    """Rubrics from plain data; `from` is a Python keyword, so descriptors say `from_` inside."""
    return convert(_renamed(plain), tuple[Rubric, ...])


def rubric_drafts(plain: object) -> tuple[RubricDraft, ...]:
    """Rubrics whose weights need not sum up yet, from plain data."""
    from kipp_desktop.domain.shape import RubricDraft  # no juror's start waits for it

    return convert(_renamed(plain), tuple[RubricDraft, ...])


def stages(plain: object) -> tuple[Stage, ...]:
    """Stages from plain data."""
    return convert(plain, tuple[Stage, ...])


def competition(plain: Mapping[str, Any]) -> Competition:
    """A whole competition from plain data with the fields of the dataclass."""
    return convert(_renamed(plain), Competition)


def _renamed(thing: object) -> object:
    if isinstance(thing, Mapping):
        held = cast("Mapping[object, object]", thing)
        return {("from_" if key == "from" else key): _renamed(value) for key, value in held.items()}
    if isinstance(thing, (list, tuple)):
        return [_renamed(value) for value in cast("Sequence[object]", thing)]
    return thing


def read_capped(path: Path, cap: int = FILE_CAP) -> bytes:
    """The bytes of a file no larger than `cap`.

    Raises UserError: file.unreadable, file.no_plain_file, file.too_large.
    """
    try:
        check_plain_file(path)
        with path.open("rb", buffering=0) as file:
            data = _read_up_to(file, cap + 1)
    except OSError as error:
        raise UserError("file.unreadable", file=path.name, why=error.strerror or "") from error
    if len(data) > cap:
        raise UserError("file.too_large", file=path.name)
    return data


def _read_up_to(file: FileIO, most: int) -> bytes:
    """At most so many bytes, in pieces: what is asked for at once is set aside at once."""
    pieces: list[bytes] = []
    while most > 0 and (piece := file.read(min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def check_plain_file(path: Path) -> None:
    """Raise UserError("file.no_plain_file") for a folder, a device, or a pipe, which would be waited for.

    Raises OSError when nothing is there.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise UserError("file.no_plain_file", file=path.name)


def wrapper(data: bytes, fmt: str) -> dict[str, Any]:
    """The outer object of a file of kind `fmt`.

    Raises UserError: file.damaged, file.other_kind, file.newer_version.
    """
    if not data.isascii():
        raise UserError("file.damaged")
    thing = mapping(canonical.decode_json(data))
    if thing.get("fmt") != fmt:
        raise UserError("file.other_kind") if "fmt" in thing else UserError("file.damaged")
    version = thing.get("v")
    if type(version) is not int or version < 1:  # True is no version
        raise UserError("file.damaged")
    if version > 1:
        raise UserError("file.newer_version", version=version)
    return thing
