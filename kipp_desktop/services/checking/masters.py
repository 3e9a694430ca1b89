"""Is a master what it says it is: log, signatures, digests, score table, and the tables beside them?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, decoding, package, receipt, score_file, signing
from kipp_desktop.services.checking import tables
from kipp_desktop.services.checking.answers import Check, asked, fails, faulty, stated
from kipp_desktop.services.checking.either import comments, log_checks, signed_by
from kipp_desktop.services.checking.tables import KEPT_PACKAGES
from kipp_desktop.services.forks import is_explained
from kipp_desktop.services.masters import Master, derive_from_payloads, load_state, open_package, open_signed
from kipp_desktop.store.master_store import MasterTransaction, StoredPackage, StoredPayload


def check_master(master: Master) -> list[Check]:
    """All checks of a master."""
    checks = [stated("integrity", master.store.database.integrity)]
    with master.store.begin() as tx:
        checks += log_checks(tx.log)
        questions: list[tuple[str, Callable[[MasterTransaction], list[str]]]] = [
            ("keys", _keys),
            ("packages", _packages),
            ("history", _history),
            ("payloads", _payloads),
            ("comments", lambda tx: comments(tx.payloads())),
            ("received", _received),
            ("checkpoints", _checkpoints),
            ("seen", _seen),
            ("results", _results),
            ("cache", _cache),
            *tables.QUESTIONS,
        ]
        checks += [asked(name, lambda ask=ask: ask(tx)) for name, ask in questions]
    return checks


def _keys(tx: MasterTransaction) -> list[str]:
    """Each rotation is signed by the key before it."""
    return fails(lambda: package.keys_of_chain(tx.key_statements()))


def _organiser_keys(tx: MasterTransaction) -> list[str]:
    """Every key the organiser signed with, oldest first."""
    rotated = package.keys_of_chain(tx.key_statements())
    return list(rotated) or [open_signed(stored).payload.organiser.signing for stored in tx.packages()[:1]]


def _packages(tx: MasterTransaction) -> list[str]:
    """Every version is signed, canonical, of this competition, and kept under its own digest and number;
    the names beside it are those it commits to.
    """
    competition = tx.settings()["id"]

    def holds(stored: StoredPackage) -> bool:
        opened = open_package(stored)
        stands = (opened.digest, opened.version, opened.payload.competition)
        people = {seat.id for seat in opened.payload.jurors}
        return stands == (stored.digest, stored.version, competition) and set(opened.people) == people

    return faulty(((f"v{stored.version}", stored) for stored in tx.packages()), holds)


def _history(tx: MasterTransaction) -> list[str]:
    """Each version lists exactly the digests before it, none is missing, and each was issued in the log
    (or taken back after a backup was restored).
    """
    stored = tx.packages()
    issued = {event.data["version"]: event.data["digest"] for event in tx.log.events(KEPT_PACKAGES)}
    faults: list[str] = []
    for number, one in enumerate(stored, start=1):
        before = tuple(earlier.digest for earlier in stored[: number - 1])
        held = decoding.mapping(canonical.loads(signing.envelope_payload("package", one.envelope)))
        listed = tuple(held.get("history", ()))
        if one.version != number or listed != before or issued.get(one.version) != one.digest:
            faults.append(f"v{one.version}")
    return faults + [f"v{version}" for version in issued if version > len(stored)]


def _payloads(tx: MasterTransaction) -> list[str]:
    """Every payload is canonical, signed by its device, enrolled by its juror's code, of a version we
    issued and within its scales, and kept under its own digest, juror and package.
    """
    packages = {stored.digest: stored for stored in tx.packages()}

    def holds(stored: StoredPayload) -> bool:
        held = score_file.reopen(stored.envelope)
        payload = held.payload
        score_file.check(held, open_signed(packages[payload.package]))
        return (held.digest, payload.juror, payload.package) == (stored.digest, stored.juror, stored.package)

    return faulty(((stored.digest, stored) for stored in tx.payloads()), holds)


def _received(tx: MasterTransaction) -> list[str]:
    """The payloads are exactly those that the log says were accepted, and each closing of an intake lists
    exactly those accepted before it.
    """
    logged: set[str] = set()
    faults: set[str] = set()
    for event in tx.log.events(("score_accepted", "intake_closed")):
        if event.type == "score_accepted":
            logged.add(event.data["digest"])
        else:
            faults |= logged ^ set(event.data["received"])
    return sorted(faults | (logged ^ tx.payload_digests()))


def _checkpoints(tx: MasterTransaction) -> list[str]:
    """Every checkpoint is signed by us, kept under its own digest, and lies on the log; none that the log
    tells of is missing.
    """
    lies, held = _point(tx), tx.checkpoints()
    told = {event.data["checkpoint"] for event in tx.log.events() if "checkpoint" in event.data}
    wrong = faulty(((kept[0], kept) for kept in held.items()), lambda kept: lies(kept[1]) == kept[0])
    return wrong + sorted(told - held.keys())


def _seen(tx: MasterTransaction) -> list[str]:
    """So does every checkpoint that a juror saw and signed: a rewritten log is found out by its witnesses."""
    lies = _point(tx)

    def holds(stored: StoredPayload) -> bool:
        seen = decoding.mapping(canonical.loads(signing.envelope_payload("score", stored.envelope)))["seen"]
        return seen is None or bool(lies(seen))

    return faulty(((stored.digest, stored) for stored in tx.payloads()), holds)


def _point(tx: MasterTransaction) -> Callable[[Mapping[str, Any]], str]:
    """What tells the digest of a checkpoint that is ours and on the log, or off it for a restored backup."""
    verified = signed_by(_organiser_keys(tx))

    def lies(envelope: Mapping[str, Any]) -> str:
        payload = verified("checkpoint", envelope)
        point = decoding.payload(payload, receipt.Checkpoint)
        if not tx.log.has(point.size, point.head) and not is_explained(tx, envelope):
            raise UserError("log.broken", seq=point.size)
        return canonical.sha256(payload)

    return lies


def _results(tx: MasterTransaction) -> list[str]:
    """Every result is signed by us and kept under its own digest; none that went into a bundle is missing."""
    verified = signed_by(_organiser_keys(tx))

    def holds(kept: tuple[str, Mapping[str, Any]]) -> bool:
        return canonical.sha256(verified("result", kept[1])) == kept[0]

    held = tx.results()
    told = {event.data["result"] for event in tx.log.events(("bundle_written",))}
    return faulty(((kept[0], kept) for kept in held), holds) + sorted(told - {digest for digest, _ in held})


def _cache(tx: MasterTransaction) -> list[str]:
    """The score table is what the payloads and the log give."""
    state = load_state(tx)
    rebuilt = derive_from_payloads(tx, state.competition, state.rulings)
    jurors = sorted({*rebuilt.jurors, *state.table.jurors})
    return [juror for juror in jurors if not _same(state.table, rebuilt, juror)]


def _same(cached: ScoreTable, rebuilt: ScoreTable, juror: str) -> bool:
    held, derived = cached.jurors.get(juror), rebuilt.jurors.get(juror)
    if held is None or derived is None:
        return derived is not None and not derived.sheets
    return (
        sorted(map(repr, held.sheets)) == sorted(map(repr, derived.sheets))
        and held.declared == derived.declared
        and canonical.dumps([held.standing, sorted(held.faults)])
        == canonical.dumps([derived.standing, sorted(derived.faults)])
    )
