"""Is a store what it says it is? Integrity, log chain, every stored payload, cache = rebuild."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, score_file
from kipp_desktop.services.jurors import JurorDesk, open_desk
from kipp_desktop.services.masters import Master, derive_from_payloads, load_state, open_package
from kipp_desktop.store.juror_store import FILE_NAME, JurorTransaction
from kipp_desktop.store.master_store import MasterTransaction


@dataclass(frozen=True, slots=True)
class Check:
    """One question and its answer."""

    name: str
    ok: bool
    detail: str = ""


def check_master(master: Master) -> list[Check]:
    """All checks of a master."""
    checks = [Check("integrity", master.store.database.integrity())]
    with master.store.begin() as tx:
        checks.append(_asked("log", tx.log.verify))
        checks.append(_asked("packages", lambda: [open_package(stored) for stored in tx.packages()]))
        checks.append(_asked("payloads", lambda: _payloads(tx)))
        checks.append(_answered("cache", lambda: _cache(tx)))
    return checks


def check_juror(desk: JurorDesk) -> list[Check]:
    """All checks of a juror's store."""
    checks = [Check("integrity", desk.store.database.integrity())]
    with desk.store.begin() as tx:
        checks.append(_asked("log", tx.log.verify))
        checks.append(_asked("exports", lambda: [score_file.reopen(one.envelope) for one in tx.exports()]))
        checks.append(_answered("cells", lambda: _cells(tx)))
    checks.append(_asked("secrets", desk.secrets))
    return checks


def open_juror_folder(path: Path) -> JurorDesk | None:
    """The juror's desk when `path` is a store folder, else None."""
    return open_desk(path) if (path / FILE_NAME).exists() else None


def _asked(name: str, question: Callable[[], object]) -> Check:
    def answer() -> Check:
        question()
        return Check(name, True)

    return _answered(name, answer)


def _answered(name: str, question: Callable[[], Check]) -> Check:
    """What can't even be read is an answer too: a store may hold anything when somebody else wrote to it."""
    try:
        return question()
    except (UserError, ValueError, LookupError, TypeError, AttributeError) as error:
        return Check(name, False, str(error)[:200])


def _payloads(tx: MasterTransaction) -> None:
    for stored in tx.payloads():
        if score_file.reopen(stored.envelope).digest != stored.digest:
            raise UserError("store.damaged", file=stored.file)


def _cache(tx: MasterTransaction) -> Check:
    state = load_state(tx)
    rebuilt = derive_from_payloads(tx, state.competition, state.rulings)
    jurors = sorted({*rebuilt.jurors, *state.table.jurors})
    differing = [juror for juror in jurors if not _same(state.table, rebuilt, juror)]
    return Check("cache", not differing, ", ".join(differing))


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


def _cells(tx: JurorTransaction) -> Check:
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
    differing = sorted({"/".join(place) for place, _ in held.items() ^ replayed.items()})
    return Check("cells", not differing, ", ".join(differing))
