#!/usr/bin/env python3
"""Check a KIPP result bundle (.hasil) without trusting the program that wrote it.

    python verifier.py OUT.hasil [--witness FILE.terima]... [--expect DIGEST | --ask] [--json] [--lang en]

Needs Python 3.11 and the library `cryptography`, nothing else; copy this one file to any machine. It is one
file on purpose, although that makes it the longest of the program: an auditor can read it in an evening, top
to bottom, in the order in which a bundle is checked:

    1  reading: size, lines, JSON, signed envelopes
    2  organiser's keys and packages
    3  jurors' files
    4  log, checkpoints, witnesses
    5  derivation: from files and decisions to the score table
    6  ranking, result, status
    7  report and command line

It shares no code with the program, was written from the format descriptions only, and computes in fractions.

What PASS means: the ranking follows from files that the jurors' devices signed and from the organiser's log.
Whoever owns the organiser's first key could still have made up *all* of it; so compare the result digest with
the signed paper (--expect), and give receipts that jurors were handed (--witness).
Exit code: 0 all steps pass, 1 a step fails, 2 the bundle cannot be read, 141 nobody read the report on.
"""

from __future__ import annotations

import argparse
import base64
import errno
import hashlib
import json
import os
import re
import secrets
import sys
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias, TypeVar, cast

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MAX_BUNDLE = 512 * 1024 * 1024
MAX_WITNESS = 5 * 1024 * 1024
MAX_LINE = 16 * 1024 * 1024
MAX_LINES = 2_000_000
MAX_DEPTH = 32
MAX_INTEGER = 2**53 - 1
MAX_DECIMALS = 12
NO_HASH = "0" * 64
READER_GONE = 141

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"
Object: TypeAlias = "dict[str, Json]"
Said: TypeAlias = tuple[str, str]  # one sentence in Indonesian and in English
Place: TypeAlias = tuple[str, str, str]  # juror, stage, entry: one sheet
T = TypeVar("T")

STEPS: dict[str, Said] = {
    "read": ("Baca berkas dan kepala", "Read the file and its header"),
    "canonical": ("JSON kanonik", "Canonical JSON"),
    "keys": ("Rantai kunci panitia", "Organiser's key chain"),
    "packages": ("Paket dan riwayatnya", "Packages and their history"),
    "enrolments": ("Pendaftaran perangkat juri", "Enrolment of jurors' devices"),
    "signatures": ("Tanda tangan juri", "Jurors' signatures"),
    "scores": ("Isi berkas nilai", "Contents of the score files"),
    "log": ("Rantai catatan peristiwa", "Event log chain"),
    "checkpoints": ("Titik periksa panitia", "Organiser's checkpoints"),
    "witnesses": ("Saksi: tanda terima", "Witnesses: receipts"),
    "derivation": ("Penurunan tabel nilai", "Derivation of the score table"),
    "ranking": ("Peringkat dihitung ulang", "Ranking computed again"),
    "result": ("Sidik hasil", "Result digest"),
    "status": ("Status", "Status"),
    "expect": ("Sidik dari kertas", "Digest from paper"),
}


@dataclass(frozen=True)
class Step:
    name: str  # a key of STEPS
    ok: bool
    detail: str
    detail_en: str


@dataclass(frozen=True)
class Row:
    place: int | None  # None: listed unranked
    entry: str  # No. peserta
    title: str
    score: Fraction | None  # points, exact
    jurors_counted: int
    jurors_expected: int
    tie_broken_by: str | None
    label: str | None


@dataclass(frozen=True)
class Group:
    stage: str
    group: str
    rows: tuple[Row, ...]
    decimals: int  # published precision, for showing only


@dataclass(frozen=True)
class Report:
    steps: tuple[Step, ...]
    title: str = ""
    practice: bool = False
    status: str | None = None  # as computed here
    result_digest: str | None = None  # of the signed result
    groups: tuple[Group, ...] = ()  # as computed here
    unknown_lines: int = 0
    readable: bool = True

    @property
    def ok(self) -> bool:
        return self.readable and all(step.ok for step in self.steps)

    @property
    def exit_code(self) -> int:
        return 0 if self.ok else 1 if self.readable else 2


class BadDataError(Exception):
    """Something in the file is not as the formats demand; says what, in both languages."""

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(english)
        self.said: Said = (indonesian, english)


@dataclass
class Findings:
    """What one step found: any fault makes it FAIL; the note is shown either way."""

    faults: list[Said] = field(default_factory=lambda: list[Said]())
    note: Said = ("", "")

    def fault(self, indonesian: str, english: str) -> None:
        self.faults.append((indonesian, english))

    @contextmanager
    def about(self, what: str) -> Generator[None]:
        """Turn bad data met inside into a fault that begins with `what`, and go on after the block."""
        try:
            yield
        except BadDataError as bad:
            self.fault(f"{what}: {bad.said[0]}", f"{what}: {bad.said[1]}")

    def detail(self, language: int) -> str:
        shown = [fault[language] for fault in self.faults[:5]]
        if len(self.faults) > 5:
            shown.append((f"dan {len(self.faults) - 5} lagi", f"and {len(self.faults) - 5} more")[language])
        return "; ".join(part for part in (self.note[language], *shown) if part)


@dataclass
class Protocol:
    """The steps done so far. A step that breaks off is a FAIL and yields None; later steps still run."""

    steps: list[Step] = field(default_factory=lambda: list[Step]())

    def run(self, name: str, job: Callable[[Findings], T]) -> T | None:
        findings, value = Findings(), None
        try:
            value = job(findings)
        except BadDataError as bad:
            findings.fault(*bad.said)
        except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as hole:
            reason = type(hole).__name__  # a hole in the checks above must not look like a pass
            findings.fault(f"data di luar dugaan ({reason})", f"unforeseen data ({reason})")
        self.steps.append(Step(name, not findings.faults, findings.detail(0), findings.detail(1)))
        return value


def verify(path: str | Path, witnesses: Sequence[str | Path] = (), expect: str | None = None) -> Report:
    """Run every step on the bundle at `path`; never raises for what a file contains."""
    protocol = Protocol()
    opening = Findings()
    bundle = protocol.run("read", lambda findings: read_bundle(Path(path), findings, opening))
    if bundle is None:
        return Report(tuple(protocol.steps), readable=False)
    protocol.run("canonical", lambda findings: canonical_step(bundle, opening, findings))
    chain = protocol.run("keys", lambda findings: key_chain(bundle, findings)) or ()
    packages = protocol.run("packages", lambda findings: check_packages(bundle, chain, findings)) or []
    enrolled = (
        protocol.run("enrolments", lambda findings: check_enrolments(bundle, packages, findings)) or set()
    )
    signed = protocol.run("signatures", lambda findings: check_signatures(bundle, findings)) or set()
    scores = protocol.run("scores", lambda findings: check_scores(bundle, packages, findings)) or []
    log = protocol.run("log", lambda findings: check_log(bundle, findings)) or Log({}, [NO_HASH])
    trust = Trust(bundle.competition, chain, {package.digest: package for package in packages}, log)
    protocol.run("checkpoints", lambda findings: check_checkpoints(bundle, trust, findings))
    protocol.run("witnesses", lambda findings: check_witnesses(bundle, witnesses, trust, findings))
    good = [score for score in scores if score.digest in enrolled and score.digest in signed]
    contest = protocol.run("derivation", lambda findings: derive(packages, good, log, bundle, findings))
    result = bundle.signed["result"][0] if len(bundle.signed["result"]) == 1 else None
    outcome = protocol.run("ranking", lambda findings: check_ranking(contest, result, findings))
    protocol.run("result", lambda findings: check_result(outcome, result, trust, findings))
    protocol.run("status", lambda findings: check_status(outcome, result, findings))
    report = Report(
        steps=tuple(protocol.steps),
        title=packages[-1].title if packages else bundle.title,
        practice=any(package.practice for package in packages),
        status=outcome.status if outcome else None,
        result_digest=result.digest if result else None,
        groups=tuple(outcome.groups) if outcome else (),
        unknown_lines=bundle.unknown,
    )
    return report if expect is None else with_expected(report, expect)


def with_expected(report: Report, expect: str) -> Report:
    """Add the step that compares the result digest with what was typed from paper."""
    protocol = Protocol([step for step in report.steps if step.name != "expect"])
    protocol.run("expect", lambda findings: check_expected(report.result_digest, expect, findings))
    return replace(report, steps=tuple(protocol.steps))


# ---- 1  reading ------------------------------------------------------------------------------------------


def parse_json(data: bytes | str) -> Json:
    """Parse strictly: no duplicate key, float, big integer, lone surrogate or deep nesting."""
    try:
        value = cast(
            Json,
            json.loads(
                data.decode("utf-8") if isinstance(data, bytes) else data,
                object_pairs_hook=unique_keys,
                parse_int=bounded_integer,
                parse_float=no_float,
                parse_constant=no_float,
            ),
        )
        check_tree(value)
    except (ValueError, RecursionError):
        raise BadDataError("bukan JSON yang sah", "not valid JSON") from None
    return value


def unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadDataError("kunci JSON ganda", "duplicate JSON key")
    return found


def bounded_integer(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > MAX_INTEGER:
        raise BadDataError("bilangan terlalu besar", "integer too large")
    return int(digits)


def no_float(digits: str) -> None:
    raise BadDataError("bilangan pecahan tidak diizinkan", "floating-point number not allowed")


def check_tree(value: Json) -> None:
    """Raise for a tree deeper than MAX_DEPTH and, as UnicodeEncodeError, for text with a lone surrogate."""
    level: list[Json] = [value]
    for _ in range(MAX_DEPTH):
        below: list[Json] = []
        for item in level:
            if isinstance(item, dict):
                below.extend(item.keys())
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
            elif isinstance(item, str) and not item.isascii():
                item.encode("utf-8")
        level = below
        if not level:
            return
    raise BadDataError("JSON bersarang terlalu dalam", "JSON nested too deeply")


def canonical(value: Json) -> bytes:
    """RFC 8785 for objects, arrays, text, bounded integers, booleans and null."""
    return json.dumps(in_order(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def in_order(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: in_order(value[key]) for key in sorted(value, key=lambda key: key.encode("utf-16-be"))}
    if isinstance(value, list):
        return [in_order(item) for item in value]
    return value


def parse_canonical(data: bytes) -> Object:
    value = as_object(parse_json(data))
    if canonical(value) != data:
        raise BadDataError("JSON tidak kanonik", "JSON is not canonical")
    return value


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def base64_bytes(value: Json, length: int | None = None) -> bytes:
    try:
        data = base64.b64decode(as_text(value), validate=True)
    except ValueError:
        raise BadDataError("base64 salah", "bad base64") from None
    if base64.b64encode(data).decode() != value or (length is not None and len(data) != length):
        raise BadDataError("base64 salah", "bad base64")
    return data


def wrong(what: str) -> BadDataError:
    return BadDataError(f"isian salah: {what}", f"bad field: {what}")


def as_object(value: Json, what: str = "{}") -> Object:
    if not isinstance(value, dict):
        raise wrong(what)
    return value


def as_list(value: Json, what: str = "[]") -> list[Json]:
    if not isinstance(value, list):
        raise wrong(what)
    return value


def as_text(value: Json, what: str = "text") -> str:
    if not isinstance(value, str):
        raise wrong(what)
    return value


def as_integer(value: Json, what: str = "integer") -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong(what)
    return value


def object_of(body: Object, key: str, default: Object | None = None) -> Object:
    return as_object(body.get(key, default), key)


def list_of(body: Object, key: str, default: list[Json] | None = None) -> list[Json]:
    return as_list(body.get(key, default), key)


def text_of(body: Object, key: str, default: str | None = None) -> str:
    return as_text(body.get(key, default), key)


def integer_of(body: Object, key: str, default: int | None = None) -> int:
    return as_integer(body.get(key, default), key)


def texts_of(body: Object, key: str, default: list[Json] | None = None) -> list[str]:
    return [as_text(item, key) for item in list_of(body, key, default)]


def digest_of(body: Object, key: str) -> str:
    return check_digest(text_of(body, key), key)


def check_digest(value: str, what: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise wrong(what)
    return value


def check_format(body: Object, wanted: str, competition: str) -> None:
    if text_of(body, "format") != wanted:
        raise BadDataError(f"bukan {wanted}", f"not {wanted}")
    if text_of(body, "competition") != competition:
        raise BadDataError("milik kompetisi lain", "belongs to another competition")


@dataclass(frozen=True)
class Signed:
    """An opened DSSE envelope. Its signature has *not* been checked yet."""

    kind: str
    payload: bytes
    signature: bytes
    body: Object  # the payload, parsed and known to be canonical
    digest: str

    def is_signed_by(self, key: str) -> bool:
        """Tell whether `key` (base64 Ed25519) signed the payload: DSSE pre-authentication encoding."""
        name = payload_type(self.kind).encode()
        head = b"DSSEv1 %d %s %d " % (len(name), name, len(self.payload))
        return signature_holds(key, self.signature, head + self.payload)


def payload_type(kind: str) -> str:
    return f"application/vnd.kipp.{kind}.v1+json"


def signature_holds(key: str, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(base64_bytes(key, 32)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def open_envelope(value: Json, kind: str) -> Signed:
    envelope = as_object(value)
    signatures = list_of(envelope, "signatures")
    if envelope.keys() != {"payload", "payloadType", "signatures"} or len(signatures) != 1:
        raise BadDataError("amplop DSSE salah bentuk", "malformed DSSE envelope")
    if text_of(envelope, "payloadType") != payload_type(kind):
        raise BadDataError(f"jenis amplop bukan {kind}", f"envelope is not of type {kind}")
    payload = base64_bytes(envelope.get("payload"))
    signature = base64_bytes(as_object(signatures[0]).get("sig"), 64)
    return Signed(kind, payload, signature, parse_canonical(payload), sha256(payload))


@dataclass(frozen=True)
class Event:
    seq: int
    hash: str
    digest: str  # SHA-256 of the body
    body: Object | None  # None: left out of a public bundle


def open_event(value: Json) -> Event:
    line = as_object(value)
    digest = digest_of(line, "digest")
    body = None
    if "body" in line:
        data = text_of(line, "body").encode("utf-8")
        body = parse_canonical(data)
        if sha256(data) != digest:
            raise BadDataError("sidik isi peristiwa salah", "digest of the event body is wrong")
    return Event(integer_of(line, "seq"), digest_of(line, "hash"), digest, body)


@dataclass
class Bundle:
    competition: str
    title: str
    people: Object | None = None
    signed: dict[str, list[Signed]] = field(default_factory=lambda: defaultdict[str, list[Signed]](list))
    events: list[Event] = field(default_factory=lambda: list[Event]())
    unknown: int = 0


def read_bundle(path: Path, findings: Findings, opening: Findings) -> Bundle:
    """Read all lines. What a line's envelope or event body has wrong goes to `opening`, the next step."""
    lines = read_lines(path)
    kind, header = next(lines, ("", None))
    if kind != "header":
        raise BadDataError("baris pertama bukan kepala", "the first line is no header")
    if text_of(as_object(header), "format") != "kipp-bundle/1":
        raise BadDataError("versi berkas tidak dikenal", "unknown version of the file")
    bundle = Bundle(text_of(as_object(header), "competition"), text_of(as_object(header), "title"))
    for number, (kind, body) in enumerate(lines, start=2):
        with opening.about(f"{kind} ({number})"):
            take_line(bundle, kind, body)
    findings.note = (
        f"{bundle.title}; {bundle.unknown} baris tak dikenal",
        f"{bundle.title}; {bundle.unknown} unknown lines",
    )
    return bundle


def read_lines(path: Path) -> Iterator[tuple[str, Json]]:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BUNDLE:
            raise BadDataError("berkas tidak ada atau terlalu besar", "file missing or too large")
        with path.open("rb") as file:
            for number in range(1, MAX_LINES + 2):
                line = file.readline(MAX_LINE + 1)
                if not line:
                    return
                if len(line) > MAX_LINE or number > MAX_LINES:
                    raise BadDataError(
                        f"baris {number} terlalu panjang", f"line {number} is too long or one too many"
                    )
                yield read_line(line, number)
    except (OSError, ValueError) as error:
        raise BadDataError(f"tidak terbaca: {error}", f"cannot be read: {error}") from None


def read_line(line: bytes, number: int) -> tuple[str, Json]:
    try:
        content = as_object(parse_json(line))
        if content.keys() != {"kind", "body"}:
            raise wrong("kind, body")
        return text_of(content, "kind"), content["body"]
    except BadDataError as bad:
        raise BadDataError(f"baris {number}: {bad.said[0]}", f"line {number}: {bad.said[1]}") from None


def take_line(bundle: Bundle, kind: str, body: Json) -> None:
    if kind in ("key", "package", "score", "checkpoint", "result"):
        bundle.signed[kind].append(open_envelope(body, kind))
    elif kind == "event":
        bundle.events.append(open_event(body))
    elif kind == "people" and bundle.people is None:
        bundle.people = as_object(body)
    elif kind in ("header", "people"):
        raise BadDataError("baris ganda", "line given twice")
    else:
        bundle.unknown += 1


def canonical_step(bundle: Bundle, opening: Findings, findings: Findings) -> None:
    findings.faults = opening.faults
    count = sum(len(lines) for lines in bundle.signed.values()) + len(bundle.events)
    findings.note = (f"{count} isi terbuka", f"{count} contents opened")


# ---- 2  organiser's keys and packages --------------------------------------------------------------------


def key_chain(bundle: Bundle, findings: Findings) -> tuple[str, ...]:
    """Return the organiser's signing keys, oldest first; each names the next in a statement it signed."""
    packages = sorted(bundle.signed["package"], key=lambda signed: integer_of(signed.body, "version"))
    if not packages:
        raise BadDataError("tidak ada paket", "there is no package")
    statements = bundle.signed["key"]
    first = statements[0].body if statements else object_of(packages[0].body, "organiser")
    chain = [text_of(first, "from" if statements else "signing")]
    base64_bytes(chain[0], 32)
    for number, statement in enumerate(statements, start=1):
        with findings.about(f"pergantian {number}"):
            check_format(statement.body, "kipp-key/1", bundle.competition)
            successor = text_of(statement.body, "to")
            base64_bytes(successor, 32)
            if text_of(statement.body, "from") != chain[-1] or successor in chain:
                raise BadDataError("tidak menyambung rantai", "does not continue the chain")
            if not statement.is_signed_by(chain[-1]):
                raise BadDataError("tidak ditandatangani kunci sebelumnya", "not signed by the preceding key")
            chain.append(successor)
    anchor = sha256(base64_bytes(chain[0]))[:16]
    findings.note = (f"kunci pertama {anchor}, {len(chain)} kunci", f"first key {anchor}, {len(chain)} keys")
    return tuple(chain)


@dataclass(frozen=True)
class Criterion:
    id: str
    rev: int
    weight_bp: int | None
    low: int  # hundredths
    high: int
    step: int
    values: tuple[int, ...]  # not empty: only these

    def allows(self, value: int) -> bool:
        if self.values:
            return value in self.values
        return self.low <= value <= self.high and (value - self.low) % self.step == 0


@dataclass(frozen=True)
class Rubric:
    body: Object  # for the ranking rules: total, normalise, incomplete
    criteria: dict[str, Criterion]


@dataclass(frozen=True)
class Stage:
    id: str
    scored: bool
    panel: str
    rubrics: dict[str, str]  # entry's group, or "default" → rubric
    weight_bp: int
    advance: Object  # who goes on


@dataclass(frozen=True)
class Entry:
    id: str
    title: str
    kinds: dict[str, str]  # category, group, type
    started_on: str


@dataclass(frozen=True)
class Juror:
    who: str
    panel: str
    spare: bool
    invite_pub: str
    background: str


@dataclass(frozen=True)
class Package:
    digest: str
    version: int
    title: str
    practice: bool
    key_index: int  # which key of the chain signs it
    stages: tuple[Stage, ...]
    rubrics: dict[str, Rubric]
    entries: dict[str, Entry]
    jurors: dict[str, Juror]
    assignments: dict[Place, str]  # assigned | recused
    rule: Object
    bonus: list[Json]

    def rubric_of(self, stage: Stage, entry: str) -> Rubric:
        group = self.entries[entry].kinds.get("group", "default")
        name = stage.rubrics.get(group, stage.rubrics.get("default"))
        return self.rubrics[name] if name is not None else Rubric({}, {})


def check_packages(bundle: Bundle, chain: Sequence[str], findings: Findings) -> list[Package]:
    """Return the packages that hold, in order of version."""
    packages: list[Package] = []
    history: list[Json] = []
    for signed in sorted(bundle.signed["package"], key=lambda signed: integer_of(signed.body, "version")):
        with findings.about(f"v{signed.body.get('version')}"):
            check_package_signature(bundle, signed, chain)
            package = read_package(signed)
            if package.version != len(history) + 1 or list_of(signed.body, "history") != history:
                raise BadDataError("riwayat versi tidak bersambung", "history of versions is not continuous")
            packages.append(package)
        history.append(signed.digest)
    check_unchanged(packages, findings)
    if packages and bundle.title != packages[-1].title:  # nobody signs the header
        findings.fault(
            "kepala: judulnya bukan judul paket terbaru",
            "header: its title is not that of the newest package",
        )
    if packages and bundle.people is not None:
        check_people(bundle.people, packages[-1], bundle.events, findings)
    findings.note = package_note(packages)
    return packages


def package_note(packages: Sequence[Package]) -> Said:
    """Count the versions; a rule that changed after its first issue is legal but never passes in silence."""
    changed = [
        str(after.version)
        for before, after in pairwise(packages)
        if (before.rule, before.bonus, before.stages) != (after.rule, after.bonus, after.stages)
        or rubric_rules(before) != rubric_rules(after)
    ]
    count, versions = len(packages), ", ".join(changed)
    if not changed:
        return f"{count} versi", f"{count} versions"
    return (
        f"{count} versi; PERHATIAN: aturan berubah pada versi {versions}",
        f"{count} versions; NOTE: the rule changed in version {versions}",
    )


def rubric_rules(package: Package) -> Object:
    rubrics = package.rubrics.items()
    return {
        name: [
            rubric.body.get("total"),
            rubric.body.get("normalise"),
            rubric.body.get("incomplete"),
            *([item.id, item.weight_bp, item.low, item.high] for item in rubric.criteria.values()),
        ]
        for name, rubric in rubrics
    }


def check_package_signature(bundle: Bundle, signed: Signed, chain: Sequence[str]) -> None:
    check_format(signed.body, "kipp-package/1", bundle.competition)
    statements = [open_envelope(item, "key").digest for item in list_of(signed.body, "keys")]
    if statements != [statement.digest for statement in bundle.signed["key"]][: len(statements)]:
        raise BadDataError("pernyataan kunci berbeda", "its key statements differ")
    key = text_of(object_of(signed.body, "organiser"), "signing")
    if len(statements) >= len(chain) or key != chain[len(statements)]:
        raise BadDataError("kunci di luar rantai", "its key is not the one of the chain")
    if not signed.is_signed_by(key):
        raise BadDataError("tanda tangan panitia salah", "organiser's signature is wrong")


def read_package(signed: Signed) -> Package:
    body = signed.body
    rubrics = {text_of(item, "id"): read_rubric(item) for item in map(as_object, list_of(body, "rubrics"))}
    stages = tuple(read_stage(as_object(item), rubrics) for item in list_of(body, "stages"))
    entries = {text_of(item, "id"): read_entry(item) for item in map(as_object, list_of(body, "entries"))}
    jurors = {text_of(item, "id"): read_juror(item) for item in map(as_object, list_of(body, "jurors"))}
    if len(entries) != len(list_of(body, "entries")) or len(jurors) != len(list_of(body, "jurors")):
        raise BadDataError("peserta atau juri ganda", "an entry or juror is listed twice")
    known = {stage.id for stage in stages}
    if len(known) != len(stages) or not known or len(rubrics) != len(list_of(body, "rubrics")):
        raise BadDataError("tahap atau rubrik ganda", "a stage or rubric is listed twice")
    assignments: dict[Place, str] = {}
    for row in list_of(body, "assignments"):
        juror, stage, entry, state = four_texts(row)
        if (
            juror not in jurors
            or stage not in known
            or entry not in entries
            or state not in ("assigned", "recused")
        ):
            raise wrong("assignments")
        assignments[juror, stage, entry] = state
    return Package(
        digest=signed.digest, version=integer_of(body, "version"), title=text_of(body, "title"),
        practice=body.get("practice") is True, key_index=len(list_of(body, "keys")), stages=stages,
        rubrics=rubrics, entries=entries, jurors=jurors, assignments=assignments,
        rule=object_of(body, "rule"), bonus=list_of(body, "bonus", []),
    )  # fmt: skip


def four_texts(row: Json) -> tuple[str, str, str, str]:
    values = [as_text(item) for item in as_list(row)]
    if len(values) != 4:
        raise wrong("row")
    return values[0], values[1], values[2], values[3]


def read_stage(body: Object, rubrics: Mapping[str, Rubric]) -> Stage:
    chosen = {key: as_text(value) for key, value in object_of(body, "rubric", {}).items()}
    form = text_of(body, "form", "scored")
    if not set(chosen.values()) <= rubrics.keys() or (form == "scored" and "default" not in chosen):
        raise wrong("stage.rubric")
    if form not in ("scored", "checklist"):
        raise wrong("stage.form")
    for rubric in (rubrics[name] for name in chosen.values() if form == "scored"):
        weights = sum(criterion.weight_bp or 0 for criterion in rubric.criteria.values())
        if text_of(rubric.body, "total", "weighted") == "weighted" and weights != 10000:
            raise BadDataError("jumlah bobot bukan 100 %", "weights do not sum to 100 %")
    panel = text_of(body, "panel", "juri")
    advance = object_of(body, "advance", {})
    return Stage(
        text_of(body, "id"), form == "scored", panel, chosen, integer_of(body, "weight_bp", 0), advance
    )


def read_rubric(body: Object) -> Rubric:
    listed = list_of(body, "criterion")
    criteria = {text_of(item, "id"): read_criterion(item) for item in map(as_object, listed)}
    if len(criteria) != len(listed):
        raise BadDataError("kriteria ganda", "a criterion is listed twice")
    return Rubric(body, criteria)


def read_criterion(body: Object) -> Criterion:
    scale = object_of(body, "scale")
    values: tuple[int, ...] = ()
    if scale.get("check") is True:
        values = (0, 100)
    elif "values" in scale:
        values = tuple(as_integer(value) for value in list_of(scale, "values"))
    low = min(values) if values else integer_of(scale, "min")
    high = max(values) if values else integer_of(scale, "max")
    step = integer_of(scale, "step", 1)
    weight = integer_of(body, "weight_bp") if "weight_bp" in body else None
    rev = integer_of(body, "rev")
    if step < 1 or low > high or rev < 1 or (weight is not None and weight < 0):
        raise wrong("criterion")
    return Criterion(text_of(body, "id"), rev, weight, low, high, step, values)


def read_entry(body: Object) -> Entry:
    kinds = {key: text_of(body, key) for key in ("category", "group", "type") if key in body}
    return Entry(text_of(body, "id"), text_of(body, "title"), kinds, text_of(body, "started_on", ""))


def read_juror(body: Object) -> Juror:
    base64_bytes(body.get("invite_pub"), 32)
    spare = body.get("spare") is True
    background = text_of(body, "background", "lain")
    return Juror(
        digest_of(body, "who"), text_of(body, "panel", "juri"), spare, text_of(body, "invite_pub"), background
    )


def check_unchanged(packages: Sequence[Package], findings: Findings) -> None:
    """Practice stays practice, and a juror's invite key is copied unchanged from version to version."""
    for before, after in pairwise(packages):
        for name in before.jurors.keys() & after.jurors.keys():
            if before.jurors[name].invite_pub != after.jurors[name].invite_pub:
                findings.fault(f"kunci undangan {name} berganti", f"invite key of {name} was exchanged")
        if before.practice != after.practice:
            findings.fault("gladi dan sungguhan tercampur", "practice and real are mixed")


def check_people(people: Object, package: Package, events: Sequence[Event], findings: Findings) -> None:
    """Compare names with their salted digests: of the latest package, or of a substitute named later.

    Who was present at a decision and is no juror has an id that is itself such a digest.
    """
    accepted = {name: {juror.who} for name, juror in package.jurors.items()}
    for event in events:
        data = event.body.get("data") if event.body and event.body.get("type") == "juror_named" else None
        if isinstance(data, dict):
            accepted.setdefault(str(data.get("juror")), set()).add(str(data.get("who")))
    for name, value in people.items():
        with findings.about(name):
            person = as_object(value)
            keys = ("institution", "name", "title") if name in accepted else ("name",)
            shown: Object = {key: text_of(person, key) for key in keys}
            found = sha256(base64_bytes(person.get("salt")) + canonical(shown))
            if found not in accepted.get(name, ()) and name != f"W-{found[:32]}":
                raise BadDataError("nama tidak cocok dengan paket", "name does not match the package")
    for name in sorted(package.jurors.keys() - people.keys()):
        findings.fault(f"{name}: nama tidak ada", f"{name}: name is missing")


# ---- 3  jurors' files ------------------------------------------------------------------------------------


def check_enrolments(bundle: Bundle, packages: Sequence[Package], findings: Findings) -> set[str]:
    """Return the digests of the score files whose device was enrolled with the juror's own invite."""
    known = {package.digest: package for package in packages}
    good: set[str] = set()
    for signed in bundle.signed["score"]:
        with findings.about(short(signed)):
            juror, device = text_of(signed.body, "juror"), text_of(signed.body, "device")
            package = known.get(text_of(signed.body, "package"))
            if package is None or juror not in package.jurors:
                raise BadDataError("paket atau juri tidak dikenal", "unknown package or juror")
            message: Object = {
                "competition": bundle.competition, "device": device, "juror": juror, "type": "enrol/1",
            }  # fmt: skip
            signature = base64_bytes(signed.body.get("enrol"), 64)
            if not signature_holds(package.jurors[juror].invite_pub, signature, canonical(message)):
                raise BadDataError(
                    "perangkat tidak didaftarkan juri ini", "device was not enrolled by this juror"
                )
            good.add(signed.digest)
    findings.note = (f"{len(good)} berkas", f"{len(good)} files")
    return good


def check_signatures(bundle: Bundle, findings: Findings) -> set[str]:
    """Return the digests of the score files that the device they name has signed."""
    good: set[str] = set()
    for signed in bundle.signed["score"]:
        with findings.about(short(signed)):
            if not signed.is_signed_by(text_of(signed.body, "device")):
                raise BadDataError("tanda tangan juri salah", "juror's signature is wrong")
            good.add(signed.digest)
    findings.note = (f"{len(good)} berkas", f"{len(good)} files")
    return good


def short(signed: Signed) -> str:
    return f"{signed.body.get('juror')} {signed.digest[:8]}"


@dataclass(frozen=True)
class Score:
    """One accepted score file: a full snapshot of what a juror has written."""

    digest: str
    juror: str
    device: str
    ancestors: frozenset[str]
    cells: dict[tuple[str, str], dict[str, tuple[int, int | None]]]  # stage, entry → criterion → rev, value
    states: dict[tuple[str, str], str]  # stage, entry → state


def check_scores(bundle: Bundle, packages: Sequence[Package], findings: Findings) -> list[Score]:
    known = {package.digest: package for package in packages}
    scores: dict[str, Score] = {}
    for signed in bundle.signed["score"]:
        with findings.about(short(signed)):
            check_format(signed.body, "kipp-score/1", bundle.competition)
            package = known.get(digest_of(signed.body, "package"))
            if package is None:
                raise BadDataError("paket tidak dikenal", "unknown package")
            scores[signed.digest] = read_score(signed, package)
    findings.note = (f"{len(scores)} berkas", f"{len(scores)} files")
    return list(scores.values())


def read_score(signed: Signed, package: Package) -> Score:
    """Check against the package version that the file itself names."""
    body = signed.body
    ancestors = [check_digest(item, "ancestors") for item in texts_of(body, "ancestors")]
    cells: dict[tuple[str, str], dict[str, tuple[int, int | None]]] = defaultdict(dict)
    order: list[tuple[str, ...]] = []
    for row in list_of(body, "cells"):
        stage, entry, criterion, rev, value = read_cell(row, package)
        cells[stage, entry][criterion] = (rev, value)
        order.append((stage, entry, criterion))
    states: dict[tuple[str, str], str] = {}
    for row in map(as_list, list_of(body, "sheets")):
        if len(row) != 4 or row[2] not in ("draft", "locked", "abstained", "absent"):
            raise wrong("sheets")
        stage, entry = as_text(row[0]), as_text(row[1])
        stage_and_entry(package, stage, entry)
        states[stage, entry] = as_text(row[2])
    sheet_order = [as_list(row)[:2] for row in list_of(body, "sheets")]
    if (
        order != sorted(set(order))
        or ancestors != sorted(set(ancestors))
        or sheet_order != [list(place) for place in sorted(states)]
    ):
        raise BadDataError("baris ganda atau tidak terurut", "rows are repeated or not sorted")
    juror, device = text_of(body, "juror"), text_of(body, "device")
    return Score(signed.digest, juror, device, frozenset(ancestors), dict(cells), states)


def read_cell(row: Json, package: Package) -> tuple[str, str, str, int, int | None]:
    cell = as_list(row)
    if len(cell) != 5:
        raise wrong("cells")
    stage, entry, name = as_text(cell[0]), as_text(cell[1]), as_text(cell[2])
    rev, value = as_integer(cell[3]), None if cell[4] is None else as_integer(cell[4])
    criterion = package.rubric_of(stage_and_entry(package, stage, entry), entry).criteria.get(name)
    if criterion is None or not 1 <= rev <= criterion.rev:
        raise BadDataError(
            f"kriteria tak dikenal: {stage}/{entry}/{name}", f"unknown criterion: {stage}/{entry}/{name}"
        )
    if value is not None and rev == criterion.rev and not criterion.allows(value):
        raise BadDataError(
            f"nilai di luar skala: {stage}/{entry}/{name}", f"value off scale: {stage}/{entry}/{name}"
        )
    return stage, entry, name, rev, value


def stage_and_entry(package: Package, stage: str, entry: str) -> Stage:
    found = next((known for known in package.stages if known.id == stage), None)
    if found is None or entry not in package.entries:
        raise BadDataError(
            f"tahap atau peserta tak dikenal: {stage}/{entry}", f"unknown stage or entry: {stage}/{entry}"
        )
    return found


# ---- 4  log, checkpoints, witnesses ----------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """An event whose body is in the bundle."""

    seq: int
    hash: str
    type: str
    data: Object


@dataclass(frozen=True)
class Log:
    told: dict[str, list[Told]]  # by type, in log order
    hashes: list[str]  # hashes[n] = head of a log of n events

    def of(self, *types: str) -> list[Told]:
        """Return the events of these types in log order."""
        return sorted(
            (event for name in types for event in self.told.get(name, ())), key=lambda event: event.seq
        )


def check_log(bundle: Bundle, findings: Findings) -> Log:
    """Follow the chain from the first event to the last; events with a fault still tell what they say."""
    told: dict[str, list[Told]] = defaultdict(list)
    hashes, hidden = [NO_HASH], 0
    for seq, event in enumerate(bundle.events, start=1):
        with findings.about(f"#{event.seq}"):
            hidden += event.body is None
            if event.body is not None:
                kind, data = text_of(event.body, "type"), object_of(event.body, "data")
                told[kind].append(Told(event.seq, event.hash, kind, data))
            check_link(event, seq, hashes[-1])
        hashes.append(event.hash)
    if hidden and bundle.people is not None:
        findings.fault(
            f"{hidden} peristiwa tanpa isi", f"{hidden} events without a body in an auditor's bundle"
        )
    findings.note = (
        f"{len(hashes) - 1} peristiwa, {hidden} tertutup",
        f"{len(hashes) - 1} events, {hidden} hidden",
    )
    return Log(dict(told), hashes)


def check_link(event: Event, seq: int, previous: str) -> None:
    if event.seq != seq:
        raise BadDataError(f"nomor seharusnya {seq}", f"should be number {seq}")
    chained = b"kipp-event/1" + bytes.fromhex(previous) + bytes.fromhex(event.digest)
    if sha256(chained) != event.hash:
        raise BadDataError("rantai putus", "the chain is broken")
    body = event.body
    if body is None:
        return
    if body.keys() != {"actor", "at", "data", "prev", "seq", "type"}:
        raise wrong("event")
    if body["seq"] != seq or body["prev"] != previous:
        raise BadDataError("isi tidak cocok dengan rantai", "body does not agree with the chain")


@dataclass(frozen=True)
class Trust:
    """Whose signature counts, and the log that a checkpoint must lie on."""

    competition: str
    chain: tuple[str, ...]
    packages: dict[str, Package]
    log: Log

    def check_organiser(self, signed: Signed, package: Package | None = None) -> None:
        """Raise unless a key of the chain signed, not older than the key of the package concerned."""
        if not any(signed.is_signed_by(key) for key in self.chain[package.key_index if package else 0 :]):
            raise BadDataError("tanda tangan panitia salah", "organiser's signature is wrong")

    def restore_behind(self, checkpoint: Signed, after: int = 0) -> Told | None:
        """Return None for a checkpoint on the log, and for a fork the restored backup that explains it.

        Anything worse is raised. `after` is the furthest event of this log that is known to be older than it.
        """
        body = checkpoint.body
        check_format(body, "kipp-checkpoint/1", self.competition)
        package = self.packages.get(digest_of(body, "package"))
        if package is None:
            raise BadDataError("paket tidak dikenal", "unknown package")
        self.check_organiser(checkpoint, package)
        if body.get("result") is not None:
            digest_of(body, "result")
        size, head = integer_of(body, "size"), digest_of(body, "head")
        if 0 <= size < len(self.log.hashes) and self.log.hashes[size] == head:
            return None
        for event in reversed(self.log.of("backup_restored")):
            if explains(event, checkpoint.digest, size, after):
                return event
        end = len(self.log.hashes) - 1
        if size > end:
            raise BadDataError(
                f"titik {size} tidak ada pada catatan, yang berakhir pada {end}: dipotong, atau lebih lama",
                f"point {size} is not on the log, which ends at {end}: it was cut, or is older",
            )
        raise BadDataError(f"titik {size} tidak ada pada catatan", f"point {size} is not on the log")


def explains(restored: Told, digest: str, size: int, after: int) -> bool:
    """Tell whether a restored backup can have put a checkpoint off the log: those it lost are listed.

    Where the master it replaced could not be read, any beyond the restored size can be one of them, except
    one that was signed after something that came later than the restore.
    """
    if restored.data.get("lost") is None:
        return after < restored.seq <= size
    return digest in texts_of(restored.data, "lost")


def check_checkpoints(bundle: Bundle, trust: Trust, findings: Findings) -> None:
    """Those of the bundle, and those that jurors saw and signed with their scores."""
    checkpoints = {signed.digest: signed for signed in bundle.signed["checkpoint"]}
    for score in bundle.signed["score"]:
        if score.body.get("seen") is not None:
            with findings.about(f"{short(score)} seen"):
                seen = open_envelope(score.body["seen"], "checkpoint")
                checkpoints[seen.digest] = seen
    behind: list[Told | None] = []
    for checkpoint in checkpoints.values():
        with findings.about(f"@{checkpoint.body.get('size')}"):
            behind.append(trust.restore_behind(checkpoint))
    findings.note = checkpoint_note(len(checkpoints), behind)


def checkpoint_note(count: int, behind: Sequence[Told | None]) -> Said:
    """Say how many were checked, and which restored backups explain those off the log."""
    restored = {event.seq: event for event in behind if event is not None}
    if not restored:
        return f"{count} diperiksa", f"{count} checked"
    forks = sum(event is not None for event in behind)
    mute = any(event.data.get("lost") is None for event in restored.values())
    named = ", ".join(f"#{seq}" for seq in sorted(restored))
    return (
        f"{count} diperiksa; PERHATIAN: {forks} di luar catatan, dijelaskan oleh pemulihan cadangan {named}"
        + (", yang tidak menyebut apa yang hilang" if mute else ""),
        f"{count} checked; NOTE: {forks} off the log, explained by a restored backup {named}"
        + (", which does not say what it lost" if mute else ""),
    )


def check_witnesses(bundle: Bundle, paths: Sequence[str | Path], trust: Trust, findings: Findings) -> None:
    present = {signed.digest: signed for signed in bundle.signed["score"]}
    behind: list[Told | None] = []
    for path in map(Path, paths):
        with findings.about(path.name):
            receipt = read_witness(path)
            check_format(receipt.body, "kipp-receipt/1", trust.competition)
            checkpoint = open_envelope(receipt.body.get("checkpoint"), "checkpoint")
            trust.check_organiser(receipt, trust.packages.get(str(checkpoint.body.get("package"))))
            accepted = texts_of(receipt.body, "accepted")
            missing = [digest for digest in accepted if digest not in present]
            if missing:
                juror = receipt.body.get("juror")
                raise BadDataError(
                    f"berkas {juror} yang diterima tidak ada: {missing[0][:8]}",
                    f"accepted file of {juror} is missing: {missing[0][:8]}",
                )
            known = known_before([present[digest] for digest in accepted], trust.log)
            restored = trust.restore_behind(checkpoint, known)
            behind.append(restored)
            check_left_out(
                receipt, trust.log, restored.seq if restored else integer_of(checkpoint.body, "size")
            )
    findings.note = checkpoint_note(len(paths), behind)


def known_before(accepted: Sequence[Signed], log: Log) -> int:
    """Return the furthest point of this log that a file saw before a receipt could accept it."""
    sizes = [0]
    for score in accepted:
        if score.body.get("seen") is not None:
            body = open_envelope(score.body["seen"], "checkpoint").body
            size = integer_of(body, "size")
            if 0 <= size < len(log.hashes) and log.hashes[size] == body.get("head"):
                sizes.append(size)
    return max(sizes)


def check_left_out(receipt: Signed, log: Log, since: int) -> None:
    """Raise when an intake that was closed after the receipt was given does not count a file it names.

    Without this, a file could stay in the bundle and be left off the list of those received in time. `since`
    is the last event that the log shares with the receipt's branch, or a later one.
    """
    for event in log.of("intake_closed"):
        stage, juror = text_of(event.data, "stage"), receipt.body.get("juror")
        timely = timely_digests(stage, log) or set()
        left_out = [digest for digest in texts_of(receipt.body, "accepted") if digest not in timely]
        if event.seq > since and left_out:
            raise BadDataError(
                f"berkas {juror} yang sudah diterima dianggap terlambat: {left_out[0][:8]} (#{event.seq})",
                f"file of {juror} that was accepted is treated as late: {left_out[0][:8]} (#{event.seq})",
            )


def read_witness(path: Path) -> Signed:
    try:
        if not path.is_file() or path.stat().st_size > MAX_WITNESS:
            raise BadDataError("berkas tidak ada atau terlalu besar", "file missing or too large")
        value = as_object(parse_json(path.read_bytes()))
    except (OSError, ValueError) as error:
        raise BadDataError(f"tidak terbaca: {error}", f"cannot be read: {error}") from None
    return open_envelope(value.get("dsse", value), "receipt")


# ---- 5  derivation: from files and decisions to the score table ------------------------------------------


@dataclass(frozen=True)
class Opinion:
    """What one head, or one paper entry, says about one sheet."""

    digest: str
    state: str
    cells: Mapping[str, tuple[int, int | None]]


@dataclass(frozen=True)
class Sheet:
    state: str  # none | draft | locked | reopened | conflict | abstained | absent
    values: dict[str, int]  # present values only, hundredths
    trouble: bool = False  # a cell in conflict or outdated


@dataclass(frozen=True)
class Contest:
    """All that the ranking needs: the latest package, the log, and the score table."""

    competition: str
    package: Package
    log: Log
    sheets: dict[Place, Sheet]  # every sheet owed and not recused


def derive(
    packages: Sequence[Package], scores: Sequence[Score], log: Log, bundle: Bundle, findings: Findings
) -> Contest:
    if not packages:
        raise BadDataError("tidak ada paket", "there is no package")
    package = packages[-1]
    check_received(log, {signed.digest for signed in bundle.signed["score"]}, findings)
    papers, decisions = paper_entries(log, findings), conflict_decisions(log)
    by_juror: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        by_juror[score.juror].append(score)
    heads: dict[tuple[str, str], list[Score]] = {}
    sheets: dict[Place, Sheet] = {}
    for juror, stage, entry in owed_sheets(package, log):
        if (juror, stage) not in heads:
            heads[juror, stage] = heads_of(by_juror[juror], juror, stage, log)
        opinions = [opinion_of(head, stage, entry) for head in heads[juror, stage]]
        found = [opinion for opinion in opinions if opinion] + papers[juror, stage, entry]
        criteria = package.rubric_of(stage_and_entry(package, stage, entry), entry).criteria
        sheets[juror, stage, entry] = derive_sheet(found, criteria, decisions[juror, stage, entry])
    conflicts = sum(sheet.state == "conflict" for sheet in sheets.values())
    findings.note = (
        f"{len(sheets)} lembar, {conflicts} konflik",
        f"{len(sheets)} sheets, {conflicts} in conflict",
    )
    return Contest(bundle.competition, package, log, sheets)


def check_received(log: Log, present: set[str], findings: Findings) -> None:
    """What a closing lists as received must be in the bundle, and what was accepted before be listed."""
    for event in log.of("intake_closed"):
        for digest in texts_of(event.data, "received"):
            if digest not in present:
                findings.fault(
                    f"berkas {digest[:8]} hilang (#{event.seq})",
                    f"file {digest[:8]} is missing (#{event.seq})",
                )
        accepted = {
            text_of(one.data, "digest") for one in log.of("score_accepted") if one.seq < event.seq
        }  # an auditor's bundle alone shows these events
        for digest in sorted(accepted - set(texts_of(event.data, "received"))):
            findings.fault(
                f"berkas {digest[:8]} diterima sebelum penutupan tetapi tidak terdaftar (#{event.seq})",
                f"file {digest[:8]} was accepted before the closing, which does not list it (#{event.seq})",
            )


def owed_sheets(package: Package, log: Log) -> list[Place]:
    """List the sheets that jurors owe and are not recused from, after replacements and substitutes."""
    spare = {name for name, juror in package.jurors.items() if juror.spare}
    owed = dict.fromkeys(place for place in package.assignments if place[0] not in spare)
    for event in log.of("juror_named", "juror_replaced"):
        if event.type == "juror_named":
            juror = text_of(event.data, "juror")
            panel = package.jurors[juror].panel if juror in package.jurors else None
            colleagues = [place for place in package.assignments if package.jurors[place[0]].panel == panel]
            owed.update(dict.fromkeys((juror, stage, entry) for _, stage, entry in colleagues))
        else:
            leaving, coming = text_of(event.data, "from"), text_of(event.data, "to")
            owed.update(
                dict.fromkeys((coming, place[1], place[2]) for place in list(owed) if place[0] == leaving)
            )
            owed = dict.fromkeys(place for place in owed if place[0] != leaving)
    recused = {place for place, state in package.assignments.items() if state == "recused"}
    for event in log.of("recused"):
        recused.add(
            (text_of(event.data, "juror"), text_of(event.data, "stage"), text_of(event.data, "entry"))
        )
    return [place for place in owed if place not in recused]


def heads_of(scores: Iterable[Score], juror: str, stage: str, log: Log) -> list[Score]:
    """Return the juror's files that count for the stage and that no other counting file supersedes."""
    timely = timely_digests(stage, log)
    known = [score for score in scores if timely is None or score.digest in timely]
    confirmed = {
        text_of(event.data, "device")
        for event in log.of("device_confirmed")
        if event.data.get("juror") == juror
    }
    revoked = {
        text_of(event.data, "device"): set(texts_of(event.data, "keep"))
        for event in log.of("device_revoked")
        if event.data.get("juror") == juror
    }  # the last list of a device rules
    alone = len({score.device for score in known}) == 1 and not confirmed and not revoked
    counted = [
        score
        for score in known
        if (
            score.digest in revoked[score.device]
            if score.device in revoked
            else alone or score.device in confirmed
        )
    ]
    superseded = frozenset[str]().union(*(score.ancestors for score in counted))
    return [score for score in counted if score.digest not in superseded]


def timely_digests(stage: str, log: Log) -> set[str] | None:
    """Return what was there at the first closing and what a reopening names; None while intake is open."""
    closed = next((event for event in log.of("intake_closed") if event.data.get("stage") == stage), None)
    if closed is None:
        return None
    timely = set(texts_of(closed.data, "received"))
    for event in log.of("intake_reopened"):
        if event.data.get("stage") == stage:
            timely.update(texts_of(event.data, "digests"))
    return timely


def opinion_of(head: Score, stage: str, entry: str) -> Opinion | None:
    cells, state = head.cells.get((stage, entry)), head.states.get((stage, entry))
    if cells is None and state is None:
        return None
    return Opinion(head.digest, state or "draft", cells or {})


def paper_entries(log: Log, findings: Findings) -> dict[Place, list[Opinion]]:
    """Paper sheets typed in by two operators: heads that only a withdrawal removes.

    One that stands on a single person's word counts as the program counts it, but is a fault.
    """
    withdrawn = {text_of(event.data, "paper") for event in log.of("paper_withdrawn")}
    papers: dict[Place, list[Opinion]] = defaultdict(list)
    for event in log.of("paper_entered"):
        if event.hash in withdrawn:
            continue
        if len(set(texts_of(event.data, "operators", []))) < 2:
            findings.fault(
                f"lembar kertas tidak diketik dua orang (#{event.seq})",
                f"paper sheet was not typed by two people (#{event.seq})",
            )
        cells: dict[str, tuple[int, int | None]] = {}
        for row in map(as_list, list_of(event.data, "cells")):
            if len(row) != 3:
                raise wrong("paper_entered.cells")
            cells[as_text(row[0])] = (as_integer(row[1]), None if row[2] is None else as_integer(row[2]))
        place = text_of(event.data, "juror"), text_of(event.data, "stage"), text_of(event.data, "entry")
        papers[place].append(Opinion(event.hash, "locked", cells))
    return papers


def conflict_decisions(log: Log) -> dict[Place, list[Object]]:
    decisions: dict[Place, list[Object]] = defaultdict(list)
    for event in log.of("conflict_decided"):
        place = text_of(event.data, "juror"), text_of(event.data, "stage"), text_of(event.data, "entry")
        decisions[place].append(event.data)
    return decisions


def derive_sheet(
    opinions: Sequence[Opinion], criteria: Mapping[str, Criterion], decisions: Sequence[Object]
) -> Sheet:
    chosen = decided_head(opinions, decisions)
    if chosen:
        opinions, decisions = [chosen], []
    states = {opinion.state for opinion in opinions}
    if len(states) != 1:
        return Sheet("conflict" if states else "none", {}, bool(states))
    state = states.pop()
    if state in ("abstained", "absent"):
        return Sheet(state, {})
    views = [{name: value_under(opinion, item) for name, item in criteria.items()} for opinion in opinions]
    values: dict[str, int] = {}
    outdated = False
    for name, criterion in criteria.items():
        held = [opinion for opinion in opinions if name in opinion.cells]
        present = [opinion for opinion in held if opinion.cells[name][0] == criterion.rev]
        found = {opinion.cells[name][1] for opinion in present}
        if len(found) > 1:
            found = decided_value(name, present, found, decisions)
            if not found:
                return Sheet("conflict", {}, True)
        outdated = outdated or (bool(held) and not present)
        value = found.pop() if found else None
        if value is not None:
            values[name] = value
    if state == "locked" and (outdated or {name: values.get(name) for name in criteria} not in views):
        state = "reopened"  # nobody locked exactly these values
    return Sheet(state, values, outdated)


def value_under(opinion: Opinion, criterion: Criterion) -> int | None:
    rev, value = opinion.cells.get(criterion.id, (criterion.rev, None))
    return value if rev == criterion.rev else None


def decided_head(opinions: Sequence[Opinion], decisions: Sequence[Object]) -> Opinion | None:
    """Return the head chosen by the last decision on the whole sheet whose basis is the present one."""
    present = {opinion.digest: opinion for opinion in opinions}
    chosen = None
    for decision in decisions:
        if decision.get("criterion") is None and set(texts_of(decision, "basis")) == present.keys():
            chosen = present.get(str(decision.get("choice")), chosen)
    return chosen


def decided_value(
    name: str, holders: Sequence[Opinion], found: set[int | None], decisions: Sequence[Object]
) -> set[int | None]:
    """Return the one value chosen by the last decision in force on this cell, else nothing."""
    present = {opinion.digest for opinion in holders}
    chosen: set[int | None] = set()
    for decision in decisions:
        if decision.get("criterion") == name and set(texts_of(decision, "basis")) == present:
            choice = None if decision.get("choice") is None else integer_of(decision, "choice")
            chosen = {choice} if choice in found else chosen
    return chosen


# ---- 6  ranking, result, status --------------------------------------------------------------------------


@dataclass(frozen=True)
class Rule:
    method: str
    trim: int
    trim_per: str
    weights: dict[str, int]  # juror → basis points, where they weigh differently
    drafts: bool
    exclude_partial: bool
    ties: tuple[str, ...]
    dense: bool
    groups: tuple[str, ...]
    decimals: int
    on_published: bool
    labels: tuple[str, ...]
    labels_by_order: bool
    top: tuple[int, str] | None


def choice(body: Object, key: str, known: Sequence[str]) -> str:
    """Return one of the known settings, the first when none is given."""
    value = text_of(body, key, known[0])
    if value not in known:
        raise BadDataError(f"aturan tidak dikenal: {key} = {value}", f"rule not known: {key} = {value}")
    return value


def read_rule(package: Package) -> Rule:
    body = package.rule
    method = object_of(body, "panel_method", {"kind": "mean"})
    unknown = sorted(method.keys() - {"kind", "k", "per", "juror_weight_bp", "background_weight_bp"})
    ties = texts_of(body, "ties", [])
    whole = ("highest_weight", "median", "first_places")
    unknown += [
        link for link in ties if link.partition(":")[0] not in ("criterion", "stage") and link not in whole
    ]
    groups = texts_of(body, "groups", ["overall"])
    unknown += sorted(set(groups) - {"overall", "category", "group", "type"})
    if unknown:
        raise BadDataError(f"aturan tidak dikenal: {unknown[0]}", f"rule not known: {unknown[0]}")
    top = object_of(body, "top_n") if "top_n" in body else None
    decimals = integer_of(body, "published_decimals", 2)
    if not 0 <= decimals <= MAX_DECIMALS:
        raise wrong("published_decimals")
    kind = choice(method, "kind", ("mean", "sum", "median", "trimmed", "rank_sum"))
    weights = read_weights(method, package)
    trim = integer_of(method, "k") if kind == "trimmed" else 0
    if kind == "trimmed" and (not 1 <= trim <= 100 or weights):
        raise wrong("panel_method")
    return Rule(
        method=kind,
        trim=trim,
        trim_per=choice(method, "per", ("total", "criterion")),
        weights=weights,
        drafts=choice(body, "counts", ("locked", "drafts")) == "drafts",
        exclude_partial=choice(body, "partial_jurors", ("count", "exclude")) == "exclude",
        ties=tuple(ties),
        dense=choice(body, "after_ties", ("joint", "dense", "plenary")) == "dense",
        groups=tuple(groups),
        decimals=decimals,
        on_published=choice(body, "rank_on", ("exact", "published")) == "published",
        labels=tuple(texts_of(body, "labels", [])),
        labels_by_order=choice(body, "labels_follow", ("place", "order")) == "order",
        top=(integer_of(top, "n"), text_of(top, "name")) if top else None,
    )


def read_weights(method: Object, package: Package) -> dict[str, int]:
    """What each juror weighs, by seat or by background; whoever isn't named weighs 10000."""
    by_seat = object_of(method, "juror_weight_bp", {})
    by_background = object_of(method, "background_weight_bp", {})
    backgrounds = {"kementerian", "akademisi", "praktisi", "pemda", "media", "lain"}
    weights = [as_integer(weight) for weight in (*by_seat.values(), *by_background.values())]
    if (
        (by_seat and by_background)
        or not by_seat.keys() <= package.jurors.keys()
        or not by_background.keys() <= backgrounds
        or not all(1 <= weight <= 1_000_000 for weight in weights)
    ):
        raise BadDataError("bobot juri salah", "jurors' weights are wrong")
    if not weights:
        return {}
    return {
        name: as_integer(by_seat.get(name, by_background.get(juror.background, 10000)))
        for name, juror in package.jurors.items()
    }


def sheet_total(rubric: Rubric, values: Mapping[str, Fraction]) -> Fraction:
    """Combine one sheet's values (hundredths) into points."""
    weighted = choice(rubric.body, "total", ("weighted", "points")) == "weighted"
    normalise = choice(rubric.body, "normalise", ("none", "max", "range"))
    if weighted:
        return sum(
            (
                Fraction(item.weight_bp or 0, 10000) * scaled(values[name], item.low, item.high, normalise)
                for name, item in rubric.criteria.items()
                if item.weight_bp
            ),
            Fraction(0),
        )
    counted = [item for item in rubric.criteria.values() if item.weight_bp is None or item.weight_bp > 0]
    value = sum((values[item.id] for item in counted), Fraction(0))
    return scaled(value, sum(item.low for item in counted), sum(item.high for item in counted), normalise)


def scaled(value: Fraction, low: int, high: int, normalise: str) -> Fraction:
    if normalise == "none":
        return value / 100
    base = low if normalise == "range" else 0
    if high == base:
        raise BadDataError("skala tanpa rentang", "scale without a range")
    return 100 * (value - base) / (high - base)


@dataclass(frozen=True)
class Voice:
    """A sheet that counts."""

    juror: str
    weight: int
    values: dict[str, Fraction]  # complete


def panel_score(rule: Rule, rubric: Rubric, voices: Sequence[Voice]) -> Fraction:
    """Combine the sheets that count."""
    if rule.method == "trimmed" and rule.trim_per == "criterion":
        names = rubric.criteria.keys()
        return sheet_total(
            rubric, {name: trimmed([voice.values[name] for voice in voices], rule.trim) for name in names}
        )
    return combine(rule, [(voice.weight, sheet_total(rubric, voice.values)) for voice in voices])


def combine(rule: Rule, totals: Sequence[tuple[int, Fraction]]) -> Fraction:
    """Combine totals, each with the weight of who gave it."""
    if rule.method == "trimmed":
        return trimmed([total for _, total in totals], rule.trim)
    whole = sum(weight for weight, _ in totals)
    if rule.method == "median":
        lower = min(at for _, at in totals if 2 * sum(w for w, total in totals if total <= at) >= whole)
        upper = max(at for _, at in totals if 2 * sum(w for w, total in totals if total >= at) >= whole)
        return (lower + upper) / 2
    total = sum((weight * total for weight, total in totals), Fraction(0))
    return total / 10000 if rule.method == "sum" else total / whole


def rank_points(totals: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """What one juror's order gives each entry: the first 100, the last 0, equal ones share their ranks."""
    falling = sorted(totals.values(), reverse=True)
    if len(falling) == 1:
        return dict.fromkeys(totals, Fraction(50))
    seats: dict[Fraction, list[int]] = defaultdict(list)
    for rank, total in enumerate(falling, start=1):
        seats[total].append(rank)
    return {
        entry: Fraction(100, len(falling) - 1) * (len(falling) - Fraction(sum(ranks), len(ranks)))
        for entry, total in totals.items()
        for ranks in [seats[total]]
    }


def rank_scores(
    rule: Rule, rubric_of: Callable[[str], Rubric], voices: Mapping[str, Sequence[Voice]]
) -> dict[str, Fraction]:
    """Score entries by the ranks that each juror gave them among these entries."""
    orders: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for entry, heard in voices.items():
        for voice in heard:
            orders[voice.juror][entry] = sheet_total(rubric_of(entry), voice.values)
    points = {juror: rank_points(totals) for juror, totals in orders.items()}
    return {
        entry: combine(rule, [(voice.weight, points[voice.juror][entry]) for voice in heard])
        for entry, heard in voices.items()
    }


def trimmed(values: Sequence[Fraction], k: int) -> Fraction:
    """Return the mean without the k highest and k lowest; the plain mean below five values."""
    kept = sorted(values)[k : len(values) - k] if len(values) >= 5 and len(values) > 2 * k else values
    return sum(kept, Fraction(0)) / len(kept)


@dataclass(frozen=True)
class StageResult:
    voices: dict[str, list[Voice]]  # entry → each sheet that counts
    expected: dict[str, int]
    scores: dict[str, Fraction]  # entry → points; an entry without a counting sheet is absent


def counting_values(sheet: Sheet, rubric: Rubric, rule: Rule) -> dict[str, Fraction] | None:
    """Return all values of a sheet that counts, else None."""
    states = ("locked", "draft", "reopened") if rule.drafts else ("locked",)
    zero = choice(rubric.body, "incomplete", ("not_counted", "missing_as_zero")) == "missing_as_zero"
    if sheet.state not in states or not sheet.values or sheet.trouble:
        return None
    if sheet.values.keys() != rubric.criteria.keys() and not zero:
        return None
    return {name: Fraction(sheet.values.get(name, 0)) for name in rubric.criteria}


def stage_result(contest: Contest, rule: Rule, stage: Stage, running: set[str]) -> StageResult:
    """Score a stage for the entries still running in it."""
    voices: dict[str, list[Voice]] = defaultdict(list)
    expected: dict[str, int] = defaultdict(int)
    counted: list[tuple[str, str, dict[str, Fraction]]] = []
    partial: set[str] = set()
    organisers = stage.panel == "panitia"
    table = gate_sheets(contest, stage) if organisers else contest.sheets
    for (juror, where, entry), sheet in table.items():
        if where != stage.id:
            continue
        expected[entry] += 1
        values = counting_values(sheet, contest.package.rubric_of(stage, entry), rule)
        if values is not None:
            counted.append((juror, entry, values))
        elif entry in running and sheet.state not in ("abstained", "absent"):
            partial.add(juror)
    for juror, entry, values in counted:
        if not (rule.exclude_partial and juror in partial and not organisers):
            voices[entry].append(Voice(juror, rule.weights.get(juror, 10000), values))

    def rubric_of(entry: str) -> Rubric:
        return contest.package.rubric_of(stage, entry)

    if rule.method == "rank_sum" and not organisers:
        ranked = {entry: heard for entry, heard in voices.items() if entry in running}
        return StageResult(voices, expected, rank_scores(rule, rubric_of, ranked))
    scores = {entry: panel_score(rule, rubric_of(entry), heard) for entry, heard in voices.items()}
    return StageResult(voices, expected, scores)


def gate_sheets(contest: Contest, stage: Stage) -> dict[Place, Sheet]:
    """What the organiser entered for a scored stage: one locked sheet an entry, the last value rules."""
    values: dict[str, dict[str, int]] = defaultdict(dict)
    for event in contest.log.of("gate_entered"):
        entry, name = text_of(event.data, "entry"), event.data.get("criterion")
        if (
            event.data.get("stage") != stage.id
            or not isinstance(name, str)
            or entry not in contest.package.entries
        ):
            continue
        criterion = contest.package.rubric_of(stage, entry).criteria.get(name)
        value = integer_of(event.data, "value")
        if criterion is None or not criterion.allows(value):
            raise BadDataError(
                f"nilai panitia salah (#{event.seq})", f"organiser's value is wrong (#{event.seq})"
            )
        values[entry][name] = value
    return {("panitia", stage.id, entry): Sheet("locked", found) for entry, found in values.items()}


def participants(contest: Contest, index: int) -> list[str]:
    entries = list(contest.package.entries)
    if index == 0:
        return entries
    before = contest.package.stages[index - 1].id
    advanced = [told for told in contest.log.of("stage_advanced") if told.data.get("stage") == before]
    if not advanced:
        return entries
    named = set(texts_of(advanced[-1].data, "entries"))
    return [entry for entry in entries if entry in named]


def final_scores(contest: Contest, results: Mapping[str, StageResult]) -> dict[str, Fraction]:
    """Weigh the stages and add bonus points; an entry lacking a weighing stage has no final score."""
    last = contest.package.stages[-1]
    weights = {
        stage.id: stage.weight_bp for stage in contest.package.stages if stage.weight_bp and stage.scored
    }
    weights = weights or {last.id: 10000}
    decided: dict[str, int] = defaultdict(int)
    for event in contest.log.of("bonus_decided"):
        decided[text_of(event.data, "entry")] += integer_of(event.data, "points")
    finals: dict[str, Fraction] = {}
    for name, entry in contest.package.entries.items():
        if all(name in results[stage].scores for stage in weights):
            points = Fraction(decided[name] + ruled_bonus(contest.package, entry), 100)
            finals[name] = points + sum(
                Fraction(bp, 10000) * results[stage].scores[name] for stage, bp in weights.items()
            )
    return finals


def ruled_bonus(package: Package, entry: Entry) -> int:
    """Return the bonus by rule, in hundredths: implemented for so many years on a given date."""
    points = 0
    for rule in map(as_object, package.bonus):
        choice(rule, "kind", ("implemented",))
        choice(rule, "applies", ("final", package.stages[-1].id))
        if not entry.started_on:
            continue
        year, month, day = date_triple(entry.started_on)
        if (year + integer_of(rule, "years"), month, day) <= date_triple(text_of(rule, "on")):
            points += min(integer_of(rule, "points"), integer_of(rule, "cap", MAX_INTEGER))
    return points


def date_triple(date: str) -> tuple[int, int, int]:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", date):
        raise wrong(date)
    return int(date[:4]), int(date[5:7]), int(date[8:])


@dataclass(frozen=True)
class Ranker:
    """Ranks one stage: by its own scores, or the last one by the final scores."""

    contest: Contest
    rule: Rule
    stage: Stage
    results: Mapping[str, StageResult]
    scores: Mapping[str, Fraction]
    out: frozenset[str]  # withdrawn or disqualified
    awards: bool  # the last stage gives the labels

    def rank(self, group: str, members: Sequence[str]) -> tuple[Group, list[int]]:
        """Return the ranked group and the seq of each tie decision in force, best place first."""
        ranked = {entry: None for entry in members if entry in self.scores and entry not in self.out}
        brackets, broken_by = self.brackets(list(ranked))
        brackets, decided = self.decide_ties(group, brackets, broken_by)
        rows: list[Row] = []
        for index, bracket in enumerate(brackets):
            place = index + 1 if self.rule.dense else len(rows) + 1
            rows += [
                self.row(entry, place, len(rows) + n, broken_by.get(entry)) for n, entry in enumerate(bracket)
            ]
        rows += [self.row(entry, None, 0, None) for entry in members if entry not in ranked]
        return Group(self.stage.id, group, tuple(rows), self.rule.decimals), decided

    def row(self, entry: str, place: int | None, position: int, broken_by: str | None) -> Row:
        result = self.results[self.stage.id]
        return Row(
            place=place,
            entry=entry,
            title=self.contest.package.entries[entry].title,
            score=None if place is None else self.scores[entry],
            jurors_counted=0 if place is None else len(result.voices.get(entry, ())),
            jurors_expected=result.expected.get(entry, 0),
            tie_broken_by=broken_by,
            label=label_of(self.rule, place, position) if self.awards else None,
        )

    def brackets(self, ranked: list[str]) -> tuple[list[list[str]], dict[str, str]]:
        """Split by score, then by each link of the tie chain; say which link parted each entry last."""
        broken_by: dict[str, str] = {}
        brackets = split(ranked, lambda entry: self.comparable(self.scores[entry]))
        for link in self.rule.ties:
            finer: list[list[str]] = []
            for bracket in brackets:
                parts = split(bracket, lambda entry, link=link: self.measure(link, entry, ranked))
                if len(parts) > 1:
                    broken_by.update(dict.fromkeys(bracket, link))
                finer += parts
            brackets = finer
        return brackets, broken_by

    def comparable(self, score: Fraction) -> Fraction:
        return Fraction(half_up(score, self.rule.decimals)) if self.rule.on_published else score

    def measure(self, link: str, entry: str, ranked: Sequence[str]) -> Fraction:
        kind, _, name = link.partition(":")
        if kind == "stage":
            result = self.results.get(name)
            return result.scores.get(entry, Fraction(-1)) if result else Fraction(-1)
        heard = self.results[self.stage.id].voices.get(entry, ())
        if not heard:
            return Fraction(-1)
        rubric = self.contest.package.rubric_of(self.stage, entry)
        if kind == "median":
            by_median = replace(self.rule, method="median")
            return panel_score(by_median, rubric, heard)
        if kind == "first_places":
            return Fraction(sum(entry in self.favourites(voice.juror, ranked) for voice in heard))
        names = [name] if kind == "criterion" else weightiest(rubric)
        if not rubric.criteria.keys() >= set(names):
            return Fraction(-1)
        weighed = sum((voice.weight * voice.values[one] for voice in heard for one in names), Fraction(0))
        return weighed / (len(names) * sum(voice.weight for voice in heard))

    def favourites(self, juror: str, ranked: Sequence[str]) -> set[str]:
        """The entries of a list to which a juror gave the highest total."""
        totals = {
            entry: sheet_total(self.contest.package.rubric_of(self.stage, entry), voice.values)
            for entry in ranked
            for voice in self.results[self.stage.id].voices.get(entry, ())
            if voice.juror == juror
        }
        return {entry for entry, total in totals.items() if total == max(totals.values())}

    def decide_ties(
        self, group: str, brackets: list[list[str]], broken_by: dict[str, str]
    ) -> tuple[list[list[str]], list[int]]:
        """Open each bracket for which a decision has exactly these entries and scores as its basis."""
        where = {"stage": self.stage.id, "group": group}
        rulings = [told for told in self.contest.log.of("tie_decided") if told.data.items() >= where.items()]
        after: list[list[str]] = []
        decided: list[int] = []
        for bracket in brackets:
            basis: list[Json] = [[entry, exact(self.scores[entry])] for entry in sorted(bracket)]
            ruling = None
            for event in rulings if len(bracket) > 1 else ():
                if event.data.get("basis") == basis and sorted(texts_of(event.data, "order")) == sorted(
                    bracket
                ):
                    ruling = event  # the last one rules
            if ruling is None:
                after.append(bracket)
                continue
            decided.append(ruling.seq)
            after += [[entry] for entry in texts_of(ruling.data, "order")]
            broken_by.update(dict.fromkeys(bracket, choice(ruling.data, "method", ("plenary", "lot"))))
        return after, decided


def weightiest(rubric: Rubric) -> list[str]:
    """The criteria with the highest weight, or in a rubric of points with the highest maximum."""
    weighted = choice(rubric.body, "total", ("weighted", "points")) == "weighted"
    criteria = list(rubric.criteria.values())
    counted = [item for item in criteria if item.weight_bp is None or item.weight_bp > 0] or criteria
    weights = {item.id: (item.weight_bp or 0) if weighted else item.high for item in counted}
    return [name for name, weight in weights.items() if weight == max(weights.values())]


def split(entries: Sequence[str], key: Callable[[str], Fraction]) -> list[list[str]]:
    """Group by key, highest first; the order within a group is kept."""
    groups: dict[Fraction, list[str]] = defaultdict(list)
    for entry in entries:
        groups[key(entry)].append(entry)
    return [groups[value] for value in sorted(groups, reverse=True)]


def half_up(score: Fraction, decimals: int) -> int:
    """Round to units of the last decimal, halves upwards."""
    return (2 * score * 10**decimals + 1) // 2


def exact(score: Fraction) -> str:
    return f"{score.numerator}/{score.denominator}"


def label_of(rule: Rule, place: int | None, position: int) -> str | None:
    if place is None:
        return None
    index = position if rule.labels_by_order else place - 1
    if index < len(rule.labels):
        return rule.labels[index]
    return rule.top[1] if rule.top and place <= rule.top[0] else None


@dataclass(frozen=True)
class Outcome:
    status: str
    groups: list[Group]
    payload: Object

    @property
    def digest(self) -> str:
        return sha256(canonical(self.payload))


def check_ranking(contest: Contest | None, result: Signed | None, findings: Findings) -> Outcome:
    """Rank again, and compare row by row with the signed result."""
    if contest is None:
        raise BadDataError("tidak dapat dihitung", "cannot be computed")
    outcome = compute_outcome(contest)
    if result is not None:
        with findings.about("result"):
            compare(outcome.payload["groups"], result.body.get("groups"), findings)
        if outcome.payload["decisions"] != result.body.get("decisions"):
            findings.fault("keputusan yang berlaku berbeda", "the decisions in force differ")
    findings.note = ranking_note(
        len(outcome.groups), check_advances(contest, read_rule(contest.package), findings)
    )
    return outcome


def ranking_note(lists: int, outdated: int) -> Said:
    if not outdated:
        return f"{lists} daftar", f"{lists} lists"
    return (
        f"{lists} daftar; PERHATIAN: {outdated} penetapan yang maju berdasar hasil yang sudah berubah",
        f"{lists} lists; NOTE: {outdated} advances stand on results that have changed",
    )


def compare(ours: Json, signed: Json, findings: Findings) -> None:
    def rows(groups: Json) -> Iterator[tuple[str, Json]]:
        for group in map(as_object, as_list(groups, "groups")):
            for number, row in enumerate(map(as_object, list_of(group, "rows")), start=1):
                yield f"{text_of(group, 'stage')}/{text_of(group, 'group')} {number}", row

    theirs = dict(rows(signed))
    for where, row in rows(ours):
        other = theirs.pop(where, None)
        if other != row:
            computed, claimed = canonical(row).decode(), canonical(other).decode()
            findings.fault(
                f"{where}: dihitung {computed}, tertulis {claimed}",
                f"{where}: computed {computed}, signed {claimed}",
            )
    for where in theirs:
        findings.fault(f"{where}: tidak ada pada hitungan", f"{where}: not in the computation")


def compute_outcome(contest: Contest) -> Outcome:
    rule = read_rule(contest.package)
    groups, ties = rank_all(contest, rule)
    basis = sha256(canonical(result_payload(contest, "SEMENTARA", groups, ties)))
    plenary: dict[tuple[str, str], Told] = {}  # the last one in force rules its list
    for event in contest.log.of("plenary_decided"):
        if event.data.get("basis") == basis:
            plenary[text_of(event.data, "stage"), text_of(event.data, "group")] = event
    decisions = list(ties)
    for index, group in enumerate(groups):
        event = plenary.get((group.stage, group.group))
        if event is not None:
            groups[index] = apply_plenary(group, event, rule)
            decisions.append((event.seq, event.type))
    present = sha256(canonical(result_payload(contest, "SEMENTARA", groups, decisions)))
    freezes = contest.log.of("finalised", "unfinalised")
    frozen = bool(freezes) and freezes[-1].type == "finalised" and freezes[-1].data.get("basis") == present
    status = "FINAL" if frozen and not rule.drafts else "SEMENTARA"
    return Outcome(status, groups, result_payload(contest, status, groups, decisions))


def rank_all(contest: Contest, rule: Rule) -> tuple[list[Group], list[tuple[int, str]]]:
    """Rank every scored stage that has something to show, in every ranking group."""
    stages = contest.package.stages
    out = taken_out(contest)
    present, results = stage_results(contest, rule, out)
    groups: list[Group] = []
    decided: list[tuple[int, str]] = []
    for stage in stages:
        if not stage.scored or not present[stage.id]:
            continue
        last = stage is stages[-1]
        ranker = ranker_of(contest, rule, stage, results, out)
        ranked = [ranker.rank(*named) for named in named_groups(contest.package, rule, present[stage.id])]
        if last or any(row.place for group, _ in ranked for row in group.rows):
            groups += [group for group, _ in ranked]
            decided += [(seq, "tie_decided") for _, seqs in ranked for seq in seqs]
    return groups, decided


def taken_out(contest: Contest) -> frozenset[str]:
    """Who was withdrawn or disqualified."""
    gone = contest.log.of("entry_withdrawn", "entry_disqualified")
    return frozenset(text_of(event.data, "entry") for event in gone)


def stage_results(
    contest: Contest, rule: Rule, out: frozenset[str]
) -> tuple[dict[str, list[str]], dict[str, StageResult]]:
    """Who takes part in each stage, and the scores of the scored ones."""
    stages = contest.package.stages
    present = {stage.id: participants(contest, index) for index, stage in enumerate(stages)}
    results = {
        stage.id: stage_result(contest, rule, stage, set(present[stage.id]) - out)
        for stage in stages
        if stage.scored
    }
    return present, results


def ranker_of(
    contest: Contest, rule: Rule, stage: Stage, results: Mapping[str, StageResult], out: frozenset[str]
) -> Ranker:
    last = stage is contest.package.stages[-1]
    scores = final_scores(contest, results) if last else results[stage.id].scores
    return Ranker(contest, rule, stage, results, scores, out, awards=last)


def check_advances(contest: Contest, rule: Rule, findings: Findings) -> int:
    """Count the advances whose stage has other results now; those that stand must name who passes."""
    latest = {text_of(event.data, "stage"): event for event in contest.log.of("stage_advanced")}
    outdated = 0
    for stage in contest.package.stages:
        event = latest.get(stage.id)
        if event is None:
            continue
        went_on = texts_of(event.data, "entries")
        verdicts = stage_verdicts(contest, rule, stage, taken_out(contest) - set(went_on))
        basis: list[Json] = [
            [entry, verdict, None if score is None else exact(score)] for entry, verdict, score in verdicts
        ]
        if sha256(canonical(basis)) != event.data.get("basis"):
            outdated += 1
        elif went_on != [entry for entry, verdict, _ in verdicts if verdict == "pass"]:
            findings.fault(
                f"#{event.seq}: yang maju bukan yang lulus {stage.id}",
                f"#{event.seq}: who went on is not who passed {stage.id}",
            )
    return outdated


def stage_verdicts(
    contest: Contest, rule: Rule, stage: Stage, out: frozenset[str]
) -> list[tuple[str, str, Fraction | None]]:
    """(entry, verdict, score) of every participant of a stage: pass, fail, open or out."""
    present, results = stage_results(contest, rule, out)
    scores = results[stage.id].scores if stage.scored else {}
    kind = choice(stage.advance, "kind", ("all", "pass", "threshold", "curated", "top"))
    passing: set[str] | None = None
    if kind == "all":
        passing = set(present[stage.id])
    elif kind == "curated":
        lists = [told for told in contest.log.of("entries_curated") if told.data.get("stage") == stage.id]
        passing = set(texts_of(lists[-1].data, "entries")) if lists else None
    elif kind == "top":
        running = set(present[stage.id]) - out
        ranked = (
            results if stage.scored else {**results, stage.id: stage_result(contest, rule, stage, running)}
        )
        passing = first_n(ranker_of(contest, rule, stage, ranked, out), present[stage.id])

    def verdict(entry: str) -> str:
        if entry in out:
            return "out"
        if kind == "pass":
            return gate_verdict(contest, stage, entry)
        if kind == "threshold":
            score = scores.get(entry)
            reached = None if score is None else 100 * score >= integer_of(stage.advance, "min")
        else:
            reached = None if passing is None else entry in passing
        return "open" if reached is None else "pass" if reached else "fail"

    return [(entry, verdict(entry), scores.get(entry)) for entry in present[stage.id]]


def gate_verdict(contest: Contest, stage: Stage, entry: str) -> str:
    """What the organiser entered: for the whole, else for every item of the checklist."""
    entered: dict[Json, int] = {}
    for event in contest.log.of("gate_entered"):
        if event.data.get("stage") == stage.id and event.data.get("entry") == entry:
            name = event.data.get("criterion")
            entered[None if name is None else as_text(name)] = integer_of(event.data, "value")
    if None in entered:
        return "pass" if entered[None] else "fail"
    items = contest.package.rubric_of(stage, entry).criteria.keys()
    if any(entered.get(item) == 0 for item in items):
        return "fail"
    return "pass" if entered.keys() >= items else "open"


def first_n(ranker: Ranker, entries: Sequence[str]) -> set[str] | None:
    """Who is among the first n, overall or of each group; None while the plenary has to settle a tie."""
    n, advance, package = integer_of(ranker.stage.advance, "n"), ranker.stage.advance, ranker.contest.package
    per = choice(advance, "per", ("overall", "category", "group", "type"))
    waits = choice(advance, "at_tie", ("all", "plenary")) == "plenary"
    by_group = per in ranker.rule.groups
    lists: dict[str, list[Row]] = defaultdict(list)
    if by_group:
        for name, members in named_groups(package, replace(ranker.rule, groups=(per,)), entries):
            lists[name] = list(ranker.rank(name, members)[0].rows)
    else:
        for row in ranker.rank("overall", entries)[0].rows:
            lists[package.entries[row.entry].kinds.get(per, "")].append(row)
    passing: set[str] = set()
    for rows in lists.values():
        placed = [(row.place, row.entry) for row in rows if row.place is not None]
        inside = {entry for place, entry in placed if sum(other <= place for other, _ in placed) <= n}
        after = [place for place, entry in placed if entry not in inside]
        room = after and len(inside) < n
        crossing = {entry for place, entry in placed if room and place == after[0]}
        if crossing and waits:
            return None
        passing |= inside | crossing
    return passing


def named_groups(package: Package, rule: Rule, entries: Sequence[str]) -> list[tuple[str, list[str]]]:
    groups: list[tuple[str, list[str]]] = []
    for kind in rule.groups:
        if kind == "overall":
            groups.append(("overall", list(entries)))
            continue
        members: dict[str, list[str]] = defaultdict(list)
        for entry in entries:
            if kind in package.entries[entry].kinds:
                members[package.entries[entry].kinds[kind]].append(entry)
        groups += [(f"{kind}:{name}", members[name]) for name in sorted(members)]
    return groups


def apply_plenary(group: Group, event: Told, rule: Rule) -> Group:
    """Give the awards anew, all of them; computed places and scores stay as they are beside them."""
    ranked = {row.entry for row in group.rows if row.place is not None}
    order = texts_of(event.data, "order", [])
    awards: dict[str, str | None] = {entry: label_of(rule, n + 1, n) for n, entry in enumerate(order)}
    for entry, label in object_of(event.data, "labels", {}).items():
        awards[entry] = as_text(label)
    if len(set(order)) != len(order) or not awards.keys() <= ranked:
        raise BadDataError(
            f"keputusan pleno salah (#{event.seq})", f"plenary decision is wrong (#{event.seq})"
        )
    return replace(group, rows=tuple(replace(row, label=awards.get(row.entry)) for row in group.rows))


def result_payload(
    contest: Contest, status: str, groups: Sequence[Group], decisions: Sequence[tuple[int, str]]
) -> Object:
    return {
        "format": "kipp-result/1",
        "competition": contest.competition,
        "package": contest.package.digest,
        "status": status,
        "groups": [
            {"stage": group.stage, "group": group.group, "rows": [row_payload(row) for row in group.rows]}
            for group in groups
        ],
        "decisions": [{"seq": seq, "type": kind} for seq, kind in decisions],
    }


def row_payload(row: Row) -> Object:
    return {
        "place": row.place,
        "entry": row.entry,
        "score": None if row.score is None else exact(row.score),
        "jurors_counted": row.jurors_counted,
        "jurors_expected": row.jurors_expected,
        "tie_broken_by": row.tie_broken_by,
        "label": row.label,
    }


def check_result(outcome: Outcome | None, result: Signed | None, trust: Trust, findings: Findings) -> None:
    """Check the organiser's signature on the result, and that its bytes are those computed here."""
    if result is None:
        raise BadDataError("hasil tidak ada atau lebih dari satu", "no result, or more than one")
    findings.note = (grouped(result.digest), grouped(result.digest))
    with findings.about("result"):
        check_format(result.body, "kipp-result/1", trust.competition)
        if not trust.chain or not result.is_signed_by(trust.chain[-1]):
            raise BadDataError("tanda tangan panitia salah", "organiser's signature is wrong")
    if outcome is None or outcome.digest != result.digest:
        ours = grouped(outcome.digest) if outcome else "-"
        findings.fault(f"sidik hitungan lain: {ours}", f"computed digest differs: {ours}")


def check_status(outcome: Outcome | None, result: Signed | None, findings: Findings) -> None:
    signed = str(result.body.get("status")) if result else "-"
    computed = outcome.status if outcome else "-"
    findings.note = (computed, computed)
    if signed != computed or result is None:
        findings.fault(f"tertulis {signed}", f"signed as {signed}")


def grouped(digest: str) -> str:
    return " ".join(digest[start : start + 4] for start in range(0, 64, 4))


def blanked(digest: str, places: Sequence[int]) -> list[str]:
    """The 16 groups of a digest with those at these places (from 0) left out, for a witness to fill in."""
    return ["____" if at in places else group for at, group in enumerate(grouped(digest).split())]


def check_expected(result: str | None, expect: str, findings: Findings) -> None:
    """Compare with what a witness types from paper: the whole digest, or two or more groups as 3:9f3c."""
    if result is None:
        raise BadDataError("tidak ada hasil", "there is no result")
    typed = expect.lower().split()
    whole = "".join(typed)
    if re.fullmatch(r"[0-9a-f]{64}", whole):
        agrees = whole == result
    elif all(re.fullmatch(r"(1[0-6]|[1-9]):[0-9a-f]{4}", part) for part in typed) and len(set(typed)) >= 2:
        groups = grouped(result).split()
        agrees = all(groups[int(part.split(":")[0]) - 1] == part.split(":")[1] for part in typed)
    else:
        raise BadDataError(
            "tulis seluruh sidik, atau sedikitnya dua kelompok seperti 3:9f3c 11:51ab",
            "type the whole digest, or at least two groups like 3:9f3c 11:51ab",
        )
    findings.note = (" ".join(typed), " ".join(typed))
    if not agrees:
        findings.fault("tidak cocok dengan sidik hasil", "does not match the result digest")


# ---- 7  report and command line --------------------------------------------------------------------------


def as_json(report: Report, language: int) -> str:
    steps = [
        {"name": step.name, "ok": step.ok, "detail": (step.detail, step.detail_en)[language]}
        for step in report.steps
    ]
    groups = [
        {
            "stage": group.stage,
            "group": group.group,
            "rows": [{**row_payload(row), "title": row.title} for row in group.rows],
        }
        for group in report.groups
    ]
    content = {
        "ok": report.ok, "exit": report.exit_code, "title": report.title, "practice": report.practice,
        "status": report.status, "result": report.result_digest, "unknown_lines": report.unknown_lines,
        "steps": steps, "groups": groups,
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=True, indent=1)


def as_lines(report: Report, language: int) -> Iterator[str]:
    for step in report.steps:
        detail = (step.detail, step.detail_en)[language]
        name = STEPS[step.name][language] + (f" — {detail}" if detail else "")
        yield printable(f"{'PASS' if step.ok else 'FAIL'}  {name}")
    for group in report.groups:
        yield ""
        yield printable(f"{group.stage} · {group.group} · {report.status}")
        for row in group.rows:
            yield printable(row_line(row, group.decimals, language))
    yield ""
    if report.practice:
        yield ("CONTOH: kompetisi gladi, bukan hasil sungguhan", "PRACTICE: not a real result")[language]
    if report.ok:
        yield ("Semua langkah lulus.", "All steps pass.")[language]
    else:
        failed = ", ".join(STEPS[step.name][language] for step in report.steps if not step.ok)
        yield (f"TIDAK LULUS: {failed}", f"FAILED: {failed}")[language]


def row_line(row: Row, decimals: int, language: int) -> str:
    place = "–" if row.place is None else str(row.place)
    counted = f"{row.jurors_counted} {('dari', 'of')[language]} {row.jurors_expected}"
    tie = f"  [{row.tie_broken_by}]" if row.tie_broken_by else ""
    label = f"  {row.label}" if row.label else ""
    score = shown(row.score, decimals, language)
    return f"{place:>4}  {row.entry:<6} {score:<24} {counted:<10} {row.title}{label}{tie}"


def shown(score: Fraction | None, decimals: int, language: int) -> str:
    """Write a score at the published precision, with the exact fraction beside it."""
    if score is None:
        return "–"
    units = half_up(score, decimals)
    digits = f"{abs(units):0{decimals + 1}d}"
    point = (",", ".")[language] if decimals else ""
    number = digits[: len(digits) - decimals] + point + digits[len(digits) - decimals :]
    return f"{'-' if units < 0 else ''}{number} ({exact(score)})"


def printable(line: str) -> str:
    """Keep control characters of a hostile file away from the terminal."""
    return "".join(character if character.isprintable() else "�" for character in line)


def asked(digest: str, language: int) -> str:
    """Show the digest with two groups left out, and ask a witness to type them from the signed paper."""
    places = sorted(secrets.SystemRandom().sample(range(16), 2))
    shown = " ".join(blanked(digest, places))
    question = ("Dua kelompok yang kosong, dari kertas", "The two blank groups, from the paper")[language]
    sys.stderr.write(f"{shown}\n{question}: ")
    sys.stderr.flush()
    typed = sys.stdin.readline().split()
    return " ".join(f"{place + 1}:{group}" for place, group in zip(places, typed, strict=False))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="verifier.py", description="Periksa berkas hasil KIPP / check a KIPP result bundle"
    )
    parser.add_argument("bundle", metavar="OUT.hasil")
    parser.add_argument("--witness", action="append", default=[], metavar="FILE.terima")
    parser.add_argument("--expect", metavar="DIGEST")
    parser.add_argument("--ask", action="store_true", help="ketik dua kelompok dari kertas / type two groups")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    options = parser.parse_args(arguments)
    report = verify(options.bundle, options.witness, options.expect)
    language = ("id", "en").index(options.lang)
    if options.ask and report.result_digest is not None:
        report = with_expected(report, asked(report.result_digest, language))
    text = as_json(report, language) if options.json else "\n".join(as_lines(report, language))
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    return report.exit_code


def run_alone() -> int:
    """Run main; when whoever read the report has gone (`… | head`), end quietly, and not with a verdict."""
    try:
        code = main()
        sys.stdout.flush()  # what waits in the buffer may meet a closed pipe, too
    except OSError as error:
        if not (
            isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)
        ):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python tries once more at its end
        return READER_GONE
    return code


if __name__ == "__main__":
    sys.exit(run_alone())
