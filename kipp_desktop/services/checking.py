"""Is a store what it says it is? Every question has a name and is asked on its own, of a master or a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, decoding, package, receipt, score_file, signing
from kipp_desktop.services.forks import is_explained
from kipp_desktop.services.jurors import JurorDesk, open_desk
from kipp_desktop.services.masters import Master, derive_from_payloads, load_state, open_package
from kipp_desktop.store.juror_store import FILE_NAME, JurorTransaction, StoredExport, StoredReceipt
from kipp_desktop.store.juror_store import StoredPackage as HeldPackage
from kipp_desktop.store.log import EventLog
from kipp_desktop.store.master_store import MasterTransaction, StoredPackage, StoredPayload

T = TypeVar("T")
_KEPT_PACKAGES = ("package_issued", "package_readmitted")


@dataclass(frozen=True, slots=True)
class Check:
    """One question and its answer; `detail` names what is wrong, one thing after the other."""

    name: str
    ok: bool
    detail: str = ""


def check_master(master: Master) -> list[Check]:
    """All checks of a master."""
    checks = [_stated("integrity", master.store.database.integrity)]
    with master.store.begin() as tx:
        checks += _log_checks(tx.log)
        questions: list[tuple[str, Callable[[MasterTransaction], list[str]]]] = [
            ("keys", _keys),
            ("packages", _packages),
            ("history", _history),
            ("payloads", _payloads),
            ("comments", lambda tx: _comments(tx.payloads())),
            ("received", _received),
            ("checkpoints", _checkpoints),
            ("seen", _seen),
            ("results", _results),
            ("cache", _cache),
        ]
        checks += [_asked(name, lambda ask=ask: ask(tx)) for name, ask in questions]
    return checks


def check_juror(desk: JurorDesk) -> list[Check]:
    """All checks of a juror's store."""
    checks = [_stated("integrity", desk.store.database.integrity)]
    with desk.store.begin() as tx:
        checks += _log_checks(tx.log)
        checks.append(_asked("packages", lambda: _held_packages(tx)))
        checks.append(_asked("receipts", lambda: _held_receipts(tx, desk.package.signing_keys)))
        checks.append(_asked("exports", lambda: _exports(tx)))
        checks.append(_asked("comments", lambda: _comments(tx.exports())))
        checks.append(_asked("cells", lambda: _cells(tx)))
    checks.append(_asked("secrets", lambda: _fails(desk.secrets)))
    return checks


def open_juror_folder(path: Path) -> JurorDesk | None:
    """The juror's desk when `path` is a store folder, else None."""
    return open_desk(path) if (path / FILE_NAME).exists() else None


# — how a question is answered —


def _asked(name: str, question: Callable[[], list[str]]) -> Check:
    """What can't even be read is an answer too: a store may hold anything when somebody else wrote to it."""
    try:
        faults = question()
    except (UserError, ValueError, LookupError, TypeError, AttributeError) as error:
        faults = [str(error)[:200]]
    return Check(name, not faults, ", ".join(faults))


def _stated(name: str, holds: Callable[[], bool]) -> Check:
    return _asked(name, lambda: [] if holds() else [name])


def _fails(act: Callable[[], object]) -> list[str]:
    act()
    return []


def _faulty(things: Iterable[tuple[str, T]], holds: Callable[[T], bool]) -> list[str]:
    """The names of the things of which it doesn't hold; where asking raises, it doesn't."""
    return [name for name, thing in things if not _holds(lambda thing=thing: holds(thing))]


def _holds(question: Callable[[], bool]) -> bool:
    return _asked("", lambda: [] if question() else ["?"]).ok


# — the log of either store —


def _log_checks(log: EventLog) -> list[Check]:
    return [
        _stated("append_only", log.is_append_only),
        _asked("log", lambda: _fails(log.walk)),
        _asked("log_head", lambda: _head(log)),
    ]


def _head(log: EventLog) -> list[str]:
    """The head row is the last event's number and hash."""
    rows = log.rows()
    last = (rows[-1][0], rows[-1][3]) if rows else None
    head = log.head()
    return [] if head == last or (last is None and head[0] == 0) else [f"{head[0]}"]


# — a master —


def _keys(tx: MasterTransaction) -> list[str]:
    """Each rotation is signed by the key before it."""
    return _fails(lambda: package.keys_of_chain(tx.key_statements()))


def _organiser_keys(tx: MasterTransaction) -> list[str]:
    """Every key the organiser signed with, oldest first."""
    rotated = package.keys_of_chain(tx.key_statements())
    return list(rotated) or [open_package(stored).payload.organiser.signing for stored in tx.packages()[:1]]


def _packages(tx: MasterTransaction) -> list[str]:
    """Every version is signed, canonical, of this competition, and kept under its own digest and number."""
    competition = tx.settings()["id"]

    def holds(stored: StoredPackage) -> bool:
        opened = open_package(stored)
        stands = (opened.digest, opened.version, opened.payload.competition)
        return stands == (stored.digest, stored.version, competition)

    return _faulty(((f"v{stored.version}", stored) for stored in tx.packages()), holds)


def _history(tx: MasterTransaction) -> list[str]:
    """Each version lists exactly the digests before it, none is missing, and each was issued in the log
    (or taken back after a backup was restored).
    """
    stored = tx.packages()
    issued = {event.data["version"]: event.data["digest"] for event in tx.log.events(_KEPT_PACKAGES)}
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
        score_file.check(held, open_package(packages[payload.package]))
        return (held.digest, payload.juror, payload.package) == (stored.digest, stored.juror, stored.package)

    return _faulty(((stored.digest, stored) for stored in tx.payloads()), holds)


def _comments(stored: Iterable[StoredPayload | StoredExport]) -> list[str]:
    """The comments beside a payload are those whose salted digest it signed."""

    def bound(one: StoredPayload | StoredExport) -> bool:
        held = None if one.comments is None else decoding.convert(one.comments, score_file.Comments).digest()
        signed = decoding.mapping(canonical.loads(signing.envelope_payload("score", one.envelope)))
        return signed.get("comments") == held

    return _faulty(((one.digest, one) for one in stored), bound)


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
    """Every checkpoint is signed by us, kept under its own digest, and lies on the log."""
    lies = _point(tx)
    return _faulty(
        ((kept[0], kept) for kept in tx.checkpoints().items()), lambda kept: lies(kept[1]) == kept[0]
    )


def _seen(tx: MasterTransaction) -> list[str]:
    """So does every checkpoint that a juror saw and signed: a rewritten log is found out by its witnesses."""
    lies = _point(tx)

    def holds(stored: StoredPayload) -> bool:
        seen = decoding.mapping(canonical.loads(signing.envelope_payload("score", stored.envelope)))["seen"]
        return seen is None or bool(lies(seen))

    return _faulty(((stored.digest, stored) for stored in tx.payloads()), holds)


def _point(tx: MasterTransaction) -> Callable[[Mapping[str, Any]], str]:
    """What tells the digest of a checkpoint that is ours and on the log, or off it for a restored backup."""
    verified = _signed_by(_organiser_keys(tx))

    def lies(envelope: Mapping[str, Any]) -> str:
        payload = verified("checkpoint", envelope)
        point = decoding.payload(payload, receipt.Checkpoint)
        if not tx.log.has(point.size, point.head) and not is_explained(tx, envelope):
            raise UserError("log.broken", seq=point.size)
        return canonical.sha256(payload)

    return lies


def _signed_by(keys: Sequence[str]) -> Callable[[signing.Kind, Mapping[str, Any]], bytes]:
    """What opens an envelope that one of the keys signed; it raises UserError("file.bad_signature")."""

    def verified(kind: signing.Kind, envelope: Mapping[str, Any]) -> bytes:
        for key in keys:
            try:
                return signing.verify(kind, envelope, key)
            except UserError:
                continue
        raise UserError("file.bad_signature")

    return verified


def _results(tx: MasterTransaction) -> list[str]:
    """Every result is signed by us and kept under its own digest."""
    verified = _signed_by(_organiser_keys(tx))

    def holds(kept: tuple[str, Mapping[str, Any]]) -> bool:
        return canonical.sha256(verified("result", kept[1])) == kept[0]

    return _faulty(((kept[0], kept) for kept in tx.results()), holds)


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


# — a juror's store —


def _held_packages(tx: JurorTransaction) -> list[str]:
    """Every version held is signed, canonical, and kept under its own digest and number."""

    def holds(stored: HeldPackage) -> bool:
        opened = package.read(stored.file.encode("ascii"))
        return (opened.digest, opened.version) == (stored.digest, stored.version)

    return _faulty(((f"v{stored.version}", stored) for stored in tx.packages()), holds)


def _held_receipts(tx: JurorTransaction, keys: Sequence[str]) -> list[str]:
    """Every receipt is signed by a key of the organiser and kept under its own digest."""

    verified = _signed_by(keys)

    def holds(stored: StoredReceipt) -> bool:
        envelope = decoding.wrapper(stored.file.encode("ascii"), receipt.FMT)["dsse"]
        return canonical.sha256(verified("receipt", envelope)) == stored.digest

    return _faulty(((stored.digest, stored) for stored in tx.receipts()), holds)


def _exports(tx: JurorTransaction) -> list[str]:
    """Every export is canonical, signed by its device, and kept under its own digest."""

    def holds(one: StoredExport) -> bool:
        return score_file.reopen(one.envelope).digest == one.digest

    return _faulty(((one.digest, one) for one in tx.exports()), holds)


def _cells(tx: JurorTransaction) -> list[str]:
    """Replaying the log gives exactly the table: every score,
    and what was taken over from the other laptop.
    """
    replayed: dict[tuple[str, str, str], int | None] = {}
    for event in tx.log.events(("score", "own_file_received", "difference_resolved")):
        data = event.data
        if event.type == "score":
            replayed[data["stage"], data["entry"], data["criterion"]] = data["new"]
        else:
            replayed |= {
                (stage, entry, criterion): value for stage, entry, criterion, _, value in data["taken"]
            }
    held = {
        (*key, criterion): value
        for key, cells in tx.cells().items()
        for criterion, (_, value) in cells.items()
    }
    return sorted({"/".join(place) for place, _ in held.items() ^ replayed.items()})
