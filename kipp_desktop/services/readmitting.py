"""An own package that a restored master doesn't know any more is taken back in, and its set-up with it.

A backup may be older than a version that jurors already score under. The `.paket` file holds everything but
the codes, which are in MASTER.kunci: with it the score files under that version merge again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from kipp_desktop.domain.competition import plain
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import DERIVED_FROM, rulings_of
from kipp_desktop.exchange import decoding, package
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.package import Package
from kipp_desktop.services.guards import record
from kipp_desktop.services.masters import SETTINGS, draft_competition, rebuild
from kipp_desktop.store.master_store import MasterTransaction, Seat


def is_package(data: bytes) -> bool:
    """Whether a file says that it is a package."""
    if package.FMT.encode() not in data:  # which spares a score file a second decoding
        return False
    try:
        decoding.wrapper(data, package.FMT)
    except UserError as error:
        return error.code == "file.newer_version"
    return True


def packages_first(paths: Iterable[Path]) -> list[Path]:
    """The files in an order in which each finds what it needs: packages by version, then the others."""
    return sorted(paths, key=_rank)


def judged(data: bytes, key: OrganiserKey, held: Sequence[Package], competition: str) -> Package:
    """The package in a file's bytes if it is ours and the next one after those held, or one of them.

    Raises UserError: package.other_competition, package.other_organiser, package.same_version_differs,
    package.not_a_successor, package.take_earlier, and what `package.read` raises.
    """
    sealed = package.read(data)
    if sealed.payload.competition != competition:
        raise UserError("package.other_competition", title=sealed.payload.title)
    if sealed.payload.organiser.signing not in _own_keys(key, held):
        raise UserError("package.other_organiser")
    digests = [one.digest for one in held]
    if sealed.digest in digests:
        return sealed
    if sealed.version <= len(held):
        raise UserError("package.same_version_differs", version=sealed.version)
    if list(sealed.payload.history[: len(held)]) != digests:
        raise UserError("package.not_a_successor", version=sealed.version)
    if sealed.version > len(held) + 1 or len(sealed.payload.history) != len(held):
        raise UserError("package.take_earlier", version=sealed.version, needed=len(held) + 1)
    return sealed


def readmit(tx: MasterTransaction, sealed: Package) -> None:
    """Keep the package, and set the competition up as it says; what isn't in it stays as it is."""
    payload = sealed.payload
    known = len(tx.key_statements())
    for statement in payload.keys[known:]:
        tx.add_key_statement(statement)
    people = msgspec.to_builtins(dict(sealed.people))
    tx.add_package(sealed.version, sealed.digest, sealed.envelope, people)
    _set_up(tx, sealed)
    for seat in payload.jurors:
        salt = sealed.people[seat.id].salt
        tx.put_seat(Seat(seat.id, salt, seat.salt, seat.invite_pub, seat.invite))
    record(tx, "package_readmitted", {"version": sealed.version, "digest": sealed.digest})
    rebuild(tx)


def _set_up(tx: MasterTransaction, sealed: Package) -> None:
    competition = sealed.competition
    for name in SETTINGS:
        tx.set_setting(name, plain(getattr(competition, name)))
    tx.put_documents("stage", plain(competition.stages))
    tx.put_documents("rubric", plain(competition.rubrics))
    tx.put_entries(competition.entries)
    tx.put_jurors(competition.jurors)
    draft = draft_competition(tx, rulings_of(tx.log.events(DERIVED_FROM)))
    if set(draft.assignments) != set(competition.assignments):
        tx.put_assignments((row, None) for row in competition.assignments)


def _own_keys(key: OrganiserKey, held: Sequence[Package]) -> set[str]:
    """Every signing key that the organiser has or had."""
    own = {public for one in held for public in one.signing_keys} | {key.signing.public}
    return own | {package.first_of_chain([statement]) or "" for statement in key.statements}


def _rank(path: Path) -> int:
    try:
        data = decoding.read_capped(path)
        return package.read(data).version if is_package(data) else _OTHERS
    except UserError:
        return _OTHERS


_OTHERS = 1_000_000
