"""Laptops that sent files: known by their key, compared by ten characters, confirmed, revoked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.exchange.activation import device_code
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.services.guards import need_reason, record, refresh_if_issued
from kipp_desktop.services.masters import Master, load_state
from kipp_desktop.services.received import Received, received_in
from kipp_desktop.store.master_store import MasterTransaction

LaptopState = Literal["only", "confirmed", "waiting", "revoked", "late"]
"""`only`: counts as the juror's one laptop. `late`: sent nothing before intake was closed."""


@dataclass(frozen=True, slots=True)
class Laptop:
    """A laptop of a juror; `kept` are the digests that stay valid after it was revoked."""

    juror: str
    key: str
    state: LaptopState
    files: tuple[Received, ...]
    kept: frozenset[str] = frozenset()

    @property
    def code(self) -> str:
        """What juror and organiser compare by voice; the juror's own screen shows the same."""
        return device_code(self.key)

    @property
    def digests(self) -> list[str]:
        """Digests of its files."""
        return [one.digest for one in self.files]


def laptops(master: Master) -> list[Laptop]:
    """Every laptop that sent something, by juror."""
    with master.store.begin() as tx:
        state = load_state(tx)
        return laptops_of(received_in(tx, state), state.rulings)


def laptops_of(files: Iterable[Received], rulings: Rulings) -> list[Laptop]:
    """The laptops behind these files."""
    sent: dict[tuple[str, str], list[Received]] = {}
    for one in files:
        sent.setdefault((one.juror, one.device), []).append(one)
    return [
        Laptop(
            juror,
            key,
            _state(juror, key, rulings, held),
            tuple(held),
            frozenset(rulings.kept.get((juror, key), ())),
        )
        for (juror, key), held in sorted(sent.items())
    ]


def confirm_device(master: Master, juror: str, device: str) -> None:
    """Say that a laptop's code was compared with the juror by voice; once is enough.

    Raises UserError: device.unknown, device.is_revoked.
    """
    with master.store.begin() as tx:
        _known(tx, juror, device)
        rulings = load_state(tx).rulings
        if (juror, device) in rulings.kept:
            raise UserError("device.is_revoked", laptop=device_code(device))
        if (juror, device) not in rulings.confirmed:
            record(tx, "device_confirmed", {"juror": juror, "device": device})
            refresh_if_issued(tx, juror)


def revoke_device(master: Master, juror: str, device: str, keep: Sequence[str], reason: str) -> None:
    """Revoke a laptop; of its files only those on the keep list stay valid, by digest or ten characters.

    Raises UserError: reason.needed, device.unknown, device.unknown_file.
    """
    need_reason(reason)
    with master.store.begin() as tx:
        _known(tx, juror, device)
        kept = _named(keep, _sent_by(tx, juror, device))
        data = {"juror": juror, "device": device, "keep": kept, "reason": reason}
        record(tx, "device_revoked", data)
        refresh_if_issued(tx, juror)


def with_code(found: Iterable[Laptop], juror: str, code: str) -> Laptop:
    """The juror's laptop with the code that was read out. Raises UserError("device.code_unknown")."""
    for one in found:
        if one.juror == juror and plain_code(one.code) == plain_code(code):
            return one
    raise UserError("device.code_unknown", juror=juror, laptop=code.strip())


def plain_code(code: str) -> str:
    """A code without dashes, O as 0 and I, L as 1, as people read it out."""
    signs = "".join(sign for sign in code.upper() if sign.isalnum())
    return signs.translate(str.maketrans("OIL", "011"))


def meant_by(typed: Iterable[str], sent: Iterable[str]) -> dict[str, str | None]:
    """What was typed, a digest in full or ten characters → the one digest sent that it means, None for none
    or several.
    """
    by_name: dict[str, set[str]] = {}
    for digest in sent:
        for name in (digest, short_code(digest)):
            by_name.setdefault(plain_code(name), set()).add(digest)
    found = {name: by_name.get(plain_code(name), set()) for name in typed}
    return {name: next(iter(digests)) if len(digests) == 1 else None for name, digests in found.items()}


def _named(typed: Iterable[str], sent: Iterable[str]) -> list[str]:
    """The digests that were typed. Raises UserError("device.unknown_file")."""
    found = meant_by(typed, sent)
    strange = sorted(name for name, digest in found.items() if digest is None)
    if strange:
        raise UserError("device.unknown_file", digests=", ".join(strange))
    return sorted({digest for digest in found.values() if digest is not None})


def _state(juror: str, key: str, rulings: Rulings, files: Iterable[Received]) -> LaptopState:
    if (juror, key) in rulings.kept:
        return "revoked"
    if (juror, key) in rulings.confirmed:
        return "confirmed"
    worths = {worth for one in files for worth in one.standing.values()}
    if worths & {"head", "superseded"}:
        return "only"
    return "waiting" if "waiting" in worths else "late"


def _known(tx: MasterTransaction, juror: str, device: str) -> None:
    if not _sent_by(tx, juror, device):
        raise UserError("device.unknown", juror=juror)


def _sent_by(tx: MasterTransaction, juror: str, device: str) -> set[str]:
    """Digests of the accepted files that a laptop wrote."""
    sent = received_in(tx, load_state(tx))
    return {one.digest for one in sent if (one.juror, one.device) == (juror, device)}
