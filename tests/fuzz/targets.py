"""The readers that are fuzzed. Each takes bytes and raises nothing but UserError.

Where a signature stands before the interesting part, the target signs what the fuzzer made, like an insider.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kipp_desktop import verifier
from kipp_desktop.domain.checks import check_rankable
from kipp_desktop.domain.competition import Juror
from kipp_desktop.domain.derive import derive
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import rulings_of
from kipp_desktop.exchange import (
    canonical,
    decoding,
    key_file,
    package,
    receipt,
    score_file,
    signing,
    workbooks,
)
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.exchange.signing import SigningKey
from tests.conftest import cheap_codes
from tests.exchange import hostile_tables
from tests.unit import exchange_samples as samples
from tests.unit.domain_samples import contest
from tests.unit.verifier_bundles import Contest, Key, jcs, payload, row

DEVICE, ORGANISER = SigningKey(b"d" * 32), SigningKey(b"o" * 32)


@dataclass(frozen=True)
class Target:
    """A reader and good samples of what it reads."""

    reader: Callable[[bytes], object]
    samples: Sequence[bytes]

    def read(self, data: bytes) -> None:
        """Read; anything but a refusal or success escapes."""
        with suppress(UserError):
            self.reader(data)


with cheap_codes():
    MADE = samples.organisation(competition=contest(2, [Juror("J-01", "Juri Satu")]))
PEOPLE = MADE.package.people


def wrapper(data: bytes) -> None:
    """The outermost text of every kind, and what a score file says outside."""
    for fmt in ("kipp-package", "kipp-receipt", "kipp-key"):
        with suppress(UserError):
            decoding.wrapper(data, fmt)
    samples.opened(MADE, data)


def score_payload(data: bytes) -> None:
    """A score payload under a good signature, up to the score table."""
    file = score_file.reopen(signing.sign_payload("score", data, DEVICE))
    score_file.check(file, MADE.package)
    derive(MADE.competition, [file.snapshot], rulings_of([]))


def sealed_package(data: bytes) -> None:
    """A package file as it is, and package payload under a good signature."""
    with suppress(UserError):
        package.read(data)
    opened = package.open_envelope(signing.sign_payload("package", data, MADE.key.signing), PEOPLE)
    package.continues(opened, MADE.package)
    check_rankable(opened.competition)
    for juror in opened.competition.jurors:
        score_file.known_criteria(opened.competition, juror.id)


def signed_receipt(data: bytes) -> None:
    """A receipt file as it is, and a receipt payload under a good signature."""
    with suppress(UserError):
        receipt.read(data, ORGANISER.public)
    envelope = signing.sign_payload("receipt", data, ORGANISER)
    receipt.read(json.dumps({"fmt": "kipp-receipt", "v": 1, "dsse": envelope}).encode(), ORGANISER.public)


def bundle(data: bytes) -> None:
    """A bundle as it is, and one whose lines hold bare payloads, signed here by whom they ask for."""
    for made in (data, signed_lines(data)):
        path = scratch("hasil")
        path.write_bytes(made)
        report = verifier.verify(path)
        holes = [step.detail_en for step in report.steps if "unforeseen" in step.detail_en]
        if holes:
            raise AssertionError(f"the verifier came upon {holes}")
        assert report.exit_code in (0, 1, 2)


def signed_lines(data: bytes) -> bytes:
    """Sign the bare payloads of `package`, `score`, `checkpoint`, `result`; chain the bare events."""
    lines: list[bytes] = []
    log = Contest(1, 1)
    for line in data.splitlines():
        try:
            thing = json.loads(line)
            kind, body = thing["kind"], thing["body"]
            key = Key("J-01 laptop") if kind == "score" else Key("organiser")
            if kind in ("package", "score", "checkpoint", "result"):
                body = key.dsse(kind, body)
            elif kind == "event":
                log.tell(body["type"], **body["data"])
                body = log.events[-1]
            lines.append(jcs({"kind": kind, "body": body}))
        except (ValueError, TypeError, KeyError, RecursionError):
            lines.append(line)
    return b"\n".join(lines) + b"\n"


def workbook(data: bytes) -> None:
    """A list as a file of its own, and as the sheet of a workbook."""
    for made in (data, hostile_tables.book(data)):
        path = scratch("xlsx")
        path.write_bytes(made)
        with suppress(UserError):
            workbooks.read_entries(workbooks.read_table(path))
        with suppress(UserError):
            workbooks.read_jurors(workbooks.read_table(path))


def keys(data: bytes) -> None:
    """A key file."""
    path = scratch("kunci")
    path.write_bytes(data)
    key_file.load(path, "frasa")


@lru_cache(maxsize=8)
def scratch(suffix: str) -> Path:
    """A file to write over and over."""
    return Path(tempfile.mkdtemp(prefix="kipp-fuzz-")) / f"a.{suffix}"


def bare_bundle() -> bytes:
    """A good bundle with bare payloads and events."""
    made = Contest(2, 1)
    digest = made.score("J-01", {"01": [8000] * 3, "02": [7000] * 3})
    made.tell("intake_closed", stage="final", received=[digest], reason=None)
    made.tell("bonus_decided", entry="01", points=100, reason="pleno")
    made.checkpoint()
    result = made.result([row(1, "01", "81", 1, 1), row(2, "02", "70", 1, 1)])
    lines: list[dict[str, Any]] = []
    for line in made.lines(result, public=True):
        body = line["body"]
        if line["kind"] in ("package", "score", "checkpoint", "result"):
            body = payload(body)
        elif line["kind"] == "event":
            body = json.loads(body["body"])
        lines.append({"kind": line["kind"], "body": body})
    return b"\n".join(map(jcs, lines))


def key_sample() -> bytes:
    path = scratch("contoh")
    key_file.save(MADE.key.with_code("J-01", MADE.code), path)
    return path.read_bytes()


def receipt_sample() -> bytes:
    point = receipt.Checkpoint("kipp-checkpoint/1", "01J", 4, "a" * 64, "b" * 64, None)
    return canonical.dumps({
        "format": "kipp-receipt/1", "competition": "01J", "juror": "J-01", "accepted": ["c" * 64],
        "counts": {"assigned": 1, "locked": 1, "abstained": 0, "missing": 0},
        "checkpoint": receipt.sign_checkpoint(point, ORGANISER),
    })  # fmt: skip


SCORE = samples.score_bytes(MADE, DEVICE)
SCORE_PAYLOAD = unb64(str(samples.opened(MADE, SCORE).envelope["payload"]))
PACKAGE_PAYLOAD = unb64(str(MADE.package.envelope["payload"]))
CSV = hostile_tables.csv(
    hostile_tables.HEADER, "01;Antre Tanpa Menunggu;Dinas Kesehatan", "02;Posyandu;Puskesmas"
)

TARGETS: Mapping[str, Target] = {
    "wrapper": Target(wrapper, [SCORE, MADE.package_bytes]),
    "payload": Target(score_payload, [SCORE_PAYLOAD]),
    "package": Target(sealed_package, [MADE.package_bytes, PACKAGE_PAYLOAD, PACKAGE_PAYLOAD]),
    "receipt": Target(signed_receipt, [receipt_sample()]),
    "bundle": Target(bundle, [bare_bundle()]),
    "workbook": Target(workbook, [hostile_tables.book(), hostile_tables.GOOD.encode(), CSV]),
    "key": Target(keys, [key_sample()]),
}
