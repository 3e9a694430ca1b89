"""What the organiser signs for others: checkpoints, receipts, the result bundle."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kipp_desktop import __version__
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import DERIVED_FROM, Event
from kipp_desktop.exchange import bundle, canonical, receipt, score_file, signing
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.receipt import Checkpoint, Counts, ReceiptPayload
from kipp_desktop.exchange.safe_write import make_folder, safe_write
from kipp_desktop.services import attendance
from kipp_desktop.services.masters import Master, load_state, rebuild
from kipp_desktop.services.results import check_visible, result_of
from kipp_desktop.store.master_store import MasterTransaction


@dataclass(frozen=True, slots=True)
class Anchor:
    """A signed checkpoint as it is printed and echoed."""

    checkpoint: Checkpoint
    digest: str
    envelope: dict[str, Any]

    @property
    def qr_text(self) -> str:
        """The checkpoint with its signature in signs that make a small QR code (docs/formats.md)."""
        point = self.checkpoint
        signature = unb64(self.envelope["signatures"][0]["sig"])
        digests = [bytes.fromhex(digest or "") for digest in (point.head, point.package, point.result)]
        parts = [base64.b32encode(part).decode("ascii").rstrip("=") for part in (*digests, signature)]
        return ":".join(["KIPP1", point.competition, str(point.size), *parts])


def anchor(tx: MasterTransaction, key: OrganiserKey, result: str | None) -> Anchor:
    """Sign a checkpoint over the log as it stands. Raises UserError("package.none")."""
    packages = tx.packages()
    if not packages:
        raise UserError("package.none")
    size, head = tx.log.head()
    settings = tx.settings()
    checkpoint = Checkpoint("kipp-checkpoint/1", settings["id"], size, head, packages[-1].digest, result)
    envelope = receipt.sign_checkpoint(checkpoint, key.signing)
    digest = canonical.sha256(signing.envelope_payload("checkpoint", envelope))
    tx.add_checkpoint(digest, size, envelope)
    return Anchor(checkpoint, digest, envelope)


@dataclass(frozen=True, slots=True)
class PublicWord:
    """Something people wrote that a public bundle shows: in which event, or in whose file."""

    where: str  # "#12" or a juror's id
    kind: str  # type of the event; "sheet" or "declared" of a file
    text: str


def public_words(master: Master) -> list[PublicWord]:
    """What of people's own words a public bundle shows, to be looked at before it is written.

    Reasons of acts, names typed into older events, and what jurors gave as reasons with their sheets.
    """
    with master.store.begin() as tx:
        found = [word for event in tx.log.events(DERIVED_FROM) for word in _words_of(tx, event)]
        for stored in tx.payloads():
            payload = score_file.reopen(stored.envelope).payload
            reasons = [PublicWord(payload.juror, "sheet", text) for *_, text in payload.sheets if text]
            said = [
                (word.text, *attendance.unhidden(tx, word.typists)) for word in payload.declarations.values()
            ]
            words = [PublicWord(payload.juror, "declared", text) for texts in said for text in texts if text]
            found += [*reasons, *words]
    return list(dict.fromkeys(found))


def _words_of(tx: MasterTransaction, event: Event) -> list[PublicWord]:
    texts = [event.data[key] for key in ("reason", "text", "answer", "letter") if event.data.get(key)]
    texts += [*event.data.get("dissent", ()), *event.data.get("left_out", {}).values()]
    for key in attendance.PEOPLE:
        texts += attendance.unhidden(tx, event.data.get(key) or ())
    return [PublicWord(f"#{event.seq}", event.type, str(text)) for text in texts]


def write_receipts(master: Master, folder: Path) -> list[Path]:
    """One `.terima` per juror of whom something counts; it names the files that count or did."""
    key = master.key()
    make_folder(folder)
    written: list[Path] = []
    with master.store.begin() as tx:
        state = load_state(tx)
        stamp = anchor(tx, key, None)
        accepted: dict[str, list[str]] = {}
        for stored in tx.payloads():
            standings = state.table.jurors[stored.juror].standing.values()
            if not any(standing.get(stored.digest) in ("head", "superseded") for standing in standings):
                continue
            accepted.setdefault(stored.juror, []).append(stored.digest)
        for juror, digests in sorted(accepted.items()):
            payload = ReceiptPayload(
                "kipp-receipt/1",
                state.competition.id,
                juror,
                tuple(sorted(digests)),
                _counts([sheet.state for sheet in state.table.jurors[juror].sheets]),
                dict(stamp.envelope),
            )
            path = folder / f"{juror}.terima"
            safe_write(path, receipt.build(payload, key.signing))
            written.append(path)
        tx.append("receipts_written", {"jurors": sorted(accepted), "checkpoint": stamp.digest})
    return written


def write_bundle(master: Master, path: Path, public: bool = False) -> str:
    """Write the result bundle; its result digest. Raises UserError: package.none, rank.shut, …"""
    key = master.key()
    with master.store.begin() as tx:
        rebuild(tx)
        found = result_of(tx)
        if found.state.package is None:
            raise UserError("package.none")
        for ranking in found.rankings:
            check_visible(found.state, ranking.stage)
        envelope = signing.sign_payload("result", found.payload, key.signing)
        tx.add_result(found.digest, envelope)
        anchor(tx, key, found.digest)
        people = None if public else {**found.state.package.people, **attendance.kept(tx)}
        lines = bundle.lines(
            {
                "format": bundle.FORMAT,
                "competition": found.state.competition.id,
                "title": found.state.competition.title,
                "app": __version__,
            },
            tx.key_statements(),
            [stored.envelope for stored in tx.packages()],
            people,
            [stored.envelope for stored in tx.payloads()],
            tx.log.rows(),
            tx.checkpoints().values(),
            envelope,
        )
        safe_write(path, b"".join(lines))
        tx.append("bundle_written", {"file": path.name, "result": found.digest, "public": public})
    return found.digest


def _counts(states: Sequence[str]) -> Counts:
    owed = [state for state in states if state != "recused"]
    locked, abstained = owed.count("locked"), owed.count("abstained")
    done = locked + abstained + owed.count("absent")
    return Counts(assigned=len(owed), locked=locked, abstained=abstained, missing=len(owed) - done)


def counts_text(counts: Counts) -> str:
    """ "10/10": sheets that are settled out of those owed."""
    return f"{counts.assigned - counts.missing}/{counts.assigned}"
