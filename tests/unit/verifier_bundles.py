"""Hand-made bundles for the verifier's tests, after docs/formats.md; uses nothing of the program."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

COMPETITION = "01JKIPPTEST0000000000000000"
CRITERIA = (("kebaruan", 5000), ("efektif", 3000), ("bermanfaat", 2000))
RULE: dict[str, Any] = {
    "panel_method": {"kind": "mean"},
    "counts": "locked",
    "partial_jurors": "count",
    "ties": ["criterion:kebaruan", "criterion:efektif", "criterion:bermanfaat"],
    "after_ties": "joint",
    "groups": ["overall"],
    "ranking_visible": "always",
    "published_decimals": 2,
    "rank_on": "exact",
    "labels": ["Juara I", "Juara II", "Juara III"],
    "labels_follow": "place",
}


def jcs(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


class Key:
    """A signing key made from a name, so that every run makes the same bytes."""

    def __init__(self, name: str) -> None:
        self.private = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(name.encode()).digest())
        self.raw = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.public = b64(self.raw)

    def dsse(self, kind: str, payload: Any) -> dict[str, Any]:
        data = payload if isinstance(payload, bytes) else jcs(payload)
        name = f"application/vnd.kipp.{kind}.v1+json"
        pae = f"DSSEv1 {len(name)} {name} {len(data)} ".encode() + data
        signature = {"keyid": sha(self.raw)[:16], "sig": b64(self.private.sign(pae))}
        return {"payload": b64(data), "payloadType": name, "signatures": [signature]}


def digest(envelope: dict[str, Any]) -> str:
    return sha(base64.b64decode(envelope["payload"]))


def payload(envelope: dict[str, Any]) -> Any:
    return json.loads(base64.b64decode(envelope["payload"]))


def criterion(name: str, weight: int | None, **scale: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"id": name, "name": {"id": name}, "rev": 1}
    found["scale"] = scale or {"min": 0, "max": 10000, "step": 100}
    if weight is not None:
        found["weight_bp"] = weight
    return found


def rubric(name: str, criteria: list[dict[str, Any]], **settings: Any) -> dict[str, Any]:
    base = {"id": name, "total": "weighted", "normalise": "none", "incomplete": "not_counted"}
    return {**base, "criterion": criteria, **settings}


def stage(name: str, **settings: Any) -> dict[str, Any]:
    base = {"id": name, "name": {"id": name}, "form": "scored", "panel": "juri", "weight_bp": 10000}
    return {**base, "rubric": {"default": "umum"}, "advance": {"kind": "all"}, **settings}


class Contest:
    """Builds a whole competition step by step; `lines()` gives the bundle."""

    def __init__(self, entries: int = 4, jurors: int = 3, **package: Any) -> None:
        self.organiser = Key("organiser")
        self.statements: list[dict[str, Any]] = []
        self.entry_ids = [f"{number:02}" for number in range(1, entries + 1)]
        self.juror_ids = [f"J-{number:02}" for number in range(1, jurors + 1)]
        self.packages: list[dict[str, Any]] = []
        self.scores: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.checkpoints: list[dict[str, Any]] = []
        self.hidden: set[str] = set()
        self.people: dict[str, Any] = {}
        self.body = self.package_body(package)
        self.issue()

    def package_body(self, changes: dict[str, Any]) -> dict[str, Any]:
        seats = [*self.juror_ids, "J-91"]
        self.people = {seat: self.person(seat) for seat in seats}
        body: dict[str, Any] = {
            "format": "kipp-package/1", "competition": COMPETITION, "practice": False, "min_app": "1.0",
            "title": "KIPP Kabupaten Contoh", "theme": "Pelayanan", "level": "kabupaten", "legal_basis": [],
            "paper": "f4", "body": "Dewan Juri", "letterhead": {"lines": ["Setda"]},
            "stages": [stage("final")],
            "rubrics": [rubric("umum", [criterion(name, weight) for name, weight in CRITERIA])],
            "rule": copy.deepcopy(RULE), "bonus": [],
            "entries": [
                {"id": entry, "title": f"Inovasi {entry}", "institution": f"Puskesmas {entry}",
                "attachments": []}
                for entry in self.entry_ids
            ],
            "jurors": [self.juror(seat) for seat in seats],
            "running_order": self.entry_ids,
        }  # fmt: skip
        body.update(changes)
        if "assignments" not in body:
            body["assignments"] = sorted(
                [juror, where["id"], entry, "assigned"]
                for juror in self.juror_ids
                for where in body["stages"]
                if where["panel"] == "juri" and where["form"] == "scored"
                for entry in self.entry_ids
            )
        return body

    def person(self, seat: str) -> dict[str, Any]:
        name = "" if seat == "J-91" else f"Dr. {seat}"
        return {"salt": b64(sha(seat.encode())[:16].encode()), "name": name, "title": "", "institution": ""}

    def juror(self, seat: str) -> dict[str, Any]:
        person = dict(self.people[seat])
        salt = base64.b64decode(person.pop("salt"))
        return {
            "id": seat, "who": sha(salt + jcs(person)), "background": "akademisi", "panel": "juri",
            "role": "anggota", "spare": seat == "J-91", "salt": b64(b"argon-salt-16byt"),
            "invite_pub": Key(f"invite {seat}").public, "invite": b64(b"sealed"),
        }  # fmt: skip

    def issue(self, **changes: Any) -> str:
        """Sign the next version of the package."""
        self.body.update(changes)
        self.body.update(
            version=len(self.packages) + 1,
            history=[digest(package) for package in self.packages],
            keys=copy.deepcopy(self.statements),
            organiser={"signing": self.organiser.public, "recipient": "age1test"},
        )
        self.packages.append(self.organiser.dsse("package", self.body))
        return digest(self.packages[-1])

    def rotate(self, name: str) -> None:
        new = Key(name)
        statement = {
            "format": "kipp-key/1", "competition": COMPETITION, "from": self.organiser.public,
            "to": new.public, "recipient": "age1new",
        }  # fmt: skip
        self.statements.append(self.organiser.dsse("key", statement))
        self.organiser = new

    def score(
        self,
        juror: str,
        values: dict[str, list[int | None]],
        *,
        device: str = "laptop",
        states: dict[str, str] | None = None,
        ancestors: list[str] | None = None,
        where: str = "final",
        names: list[str] | None = None,
        revs: dict[str, int] | None = None,
        **changes: Any,
    ) -> str:
        """Add a juror's file; `values` = entry → values in the order of the criteria, all sheets locked."""
        names = names or [name for name, _ in CRITERIA]
        cells = [
            [where, entry, name, (revs or {}).get(name, 1), value]
            for entry, row in values.items()
            for name, value in zip(names, row, strict=False)
        ]
        locked = dict.fromkeys(values, "locked") | (states or {})
        key = Key(f"{juror} {device}")
        enrol = jcs({"competition": COMPETITION, "device": key.public, "juror": juror, "type": "enrol/1"})
        content: dict[str, Any] = {
            "format": "kipp-score/1", "competition": COMPETITION, "package": digest(self.packages[-1]),
            "juror": juror, "device": key.public,
            "enrol": b64(Key(f"invite {juror}").private.sign(enrol)),
            "ancestors": sorted(ancestors or []), "cells": sorted(cells, key=lambda cell: cell[:3]),
            "sheets": sorted(([where, entry, state, None] for entry, state in locked.items())),
            "declarations": {where: {"declared": True, "text": "final", "typed_by": None}},
            "comments": None, "seen": None,
        }  # fmt: skip
        content.update(changes)
        self.scores.append(key.dsse("score", content))
        return digest(self.scores[-1])

    def tell(self, kind: str, **data: Any) -> str:
        """Append an event to the log; returns its hash."""
        previous = self.events[-1]["hash"] if self.events else "0" * 64
        seq = len(self.events) + 1
        body = jcs({"actor": "panitia", "at": "2024-10-24T08:00:00Z", "data": data,
                "prev": previous, "seq": seq,
                    "type": kind})  # fmt: skip
        chained = b"kipp-event/1" + bytes.fromhex(previous) + hashlib.sha256(body).digest()
        self.events.append({"seq": seq, "body": body.decode(), "digest": sha(body), "hash": sha(chained)})
        return self.events[-1]["hash"]

    def checkpoint(self) -> dict[str, Any]:
        head = self.events[-1]["hash"] if self.events else "0" * 64
        content = {
            "format": "kipp-checkpoint/1", "competition": COMPETITION, "size": len(self.events), "head": head,
            "package": digest(self.packages[-1]), "result": None,
        }  # fmt: skip
        self.checkpoints.append(self.organiser.dsse("checkpoint", content))
        return self.checkpoints[-1]

    def receipt(self, juror: str, accepted: list[str]) -> dict[str, Any]:
        counts = {"assigned": 4, "locked": 4, "abstained": 0, "missing": 0}
        content = {
            "format": "kipp-receipt/1", "competition": COMPETITION, "juror": juror,
            "accepted": sorted(accepted),
            "counts": counts, "checkpoint": self.checkpoint(),
        }  # fmt: skip
        return {"fmt": "kipp-receipt", "v": 1, "dsse": self.organiser.dsse("receipt", content)}

    def result(self, groups: Any, status: str = "SEMENTARA", decisions: Any = ()) -> dict[str, Any]:
        """The result payload. `groups`: rows of final/overall, or {(stage, group): rows}."""
        if isinstance(groups, list):
            groups = {("final", "overall"): groups}
        return {
            "format": "kipp-result/1", "competition": COMPETITION, "package": digest(self.packages[-1]),
            "status": status, "decisions": [{"seq": seq, "type": kind} for seq, kind in decisions],
            "groups": [
                {"stage": where, "group": group, "rows": rows} for (where, group), rows in groups.items()
            ],
        }  # fmt: skip

    def finalise(self, groups: Any, decisions: Any = ()) -> None:
        self.tell(
            "finalised", basis=sha(jcs(self.result(groups, decisions=decisions))), gaps=[], reason="selesai"
        )

    def lines(self, result: dict[str, Any], *, public: bool = False) -> list[dict[str, Any]]:
        def line(kind: str, body: Any) -> dict[str, Any]:
            return {"kind": kind, "body": body}

        events = copy.deepcopy(self.events)
        for event in events:
            if public and json.loads(event["body"])["type"] in self.hidden:
                del event["body"]
        header = {
            "format": "kipp-bundle/1",
            "competition": COMPETITION,
            "title": self.body["title"],
            "app": "1.0.0",
        }
        return [
            line("header", header),
            *([] if public else [line("people", self.people)]),
            *(line("key", statement) for statement in self.statements),
            *(line("package", package) for package in self.packages),
            *(line("score", score) for score in self.scores),
            *(line("event", event) for event in events),
            *(line("checkpoint", checkpoint) for checkpoint in self.checkpoints),
            line("result", self.organiser.dsse("result", result)),
        ]


def row(
    place: int | None, entry: str, score: str | None, counted: int = 3, expected: int = 3,
    tie: str | None = None, label: str | None = "",
) -> dict[str, Any]:  # fmt: skip
    """A row of the result; without a label given, the one of RULE for the place."""
    if label == "":
        label = (["Juara I", "Juara II", "Juara III"] + [None] * 20)[place - 1] if place else None
    if score is not None:
        number = Fraction(score)
        score = f"{number.numerator}/{number.denominator}"
    return {
        "place": place, "entry": entry, "score": score, "jurors_counted": counted,
        "jurors_expected": expected,
        "tie_broken_by": tie, "label": label,
    }  # fmt: skip


def unawarded(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of a stage that isn't the last: ranked, without labels."""
    return [{**line, "label": None} for line in rows]
