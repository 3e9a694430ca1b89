"""What a master keeps, as dataclasses, and how rows become them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Row

from kipp_desktop.domain.competition import Attachment, Entry, plain
from kipp_desktop.domain.derive import CellTrouble, JurorTable, Sheet


@dataclass(frozen=True, slots=True)
class Seat:
    """A juror's invite, made once and copied into every package version."""

    juror: str
    person_salt: str
    salt: str
    invite_pub: str
    invite: str


@dataclass(frozen=True, slots=True)
class StoredPackage:
    """An issued version."""

    version: int
    digest: str
    envelope: Mapping[str, Any]
    people: Mapping[str, Any]
    at: str


@dataclass(frozen=True, slots=True)
class StoredPayload:
    """An accepted score file."""

    digest: str
    juror: str
    package: str
    envelope: Mapping[str, Any]
    comments: Mapping[str, Any] | None
    received_at: str
    file: str


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file of a future version, kept verbatim until an upgrade can read it."""

    digest: str
    file: str
    data: str
    why: str


def entry_of(row: Row[Any]) -> Entry:
    """An entry from its row."""
    attachments = tuple(Attachment(**one) for one in json.loads(row.attachments))
    return Entry(
        row.id,
        row.title,
        row.institution,
        row.type,
        row.category,
        row.group_name,
        row.started_on,
        row.maturity,
        row.proposer,
        attachments,
    )


def entry_values(entry: Entry) -> dict[str, Any]:
    """The columns of an entry, its id left out."""
    return {
        "title": entry.title,
        "institution": entry.institution,
        "type": entry.type,
        "category": entry.category,
        "group_name": entry.group,
        "started_on": entry.started_on,
        "maturity": entry.maturity,
        "proposer": entry.proposer,
        "attachments": json.dumps(plain(entry.attachments)),
    }


def table_body(table: JurorTable) -> str:
    """What is cached of a juror, as JSON."""
    body = [table.sheets, table.standing, sorted(table.declared), table.faults]
    return msgspec.json.encode(body).decode()


def table_of(row: Row[Any]) -> JurorTable:
    """A juror's score table from its row."""
    sheets, standing, declared, faults = json.loads(row.body)
    faulty = tuple((kind, digest) for kind, digest in faults)
    return JurorTable(row.juror, tuple(map(_sheet_of, sheets)), standing, frozenset(declared), faulty)


def _sheet_of(held: list[Any]) -> Sheet:
    juror, stage, entry, state, values, reason, troubles, opinions, paper = held
    found = tuple(CellTrouble(*trouble) for trouble in troubles)
    return Sheet(juror, stage, entry, state, tuple(values), reason, found, tuple(opinions), paper)
