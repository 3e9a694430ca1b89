"""A newer package on a juror's laptop: whether it may follow the one held, and what it asks of the juror."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.domain.changes import Change, changes
from kipp_desktop.domain.competition import SheetKey
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, package
from kipp_desktop.exchange.package import Package
from kipp_desktop.services.alarms import raise_alarm
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.scoring import drop_declaration, open_if_incomplete
from kipp_desktop.store.juror_store import JurorTransaction

Cell = tuple[str, str, str]  # stage, entry, criterion


@dataclass(frozen=True, slots=True)
class PackageNews:
    """What a newer version changed for this juror.

    `rescore` are cells whose value was given under an older meaning; `opened` are sheets that were locked
    with such a cell and are open again; `added` and `dropped` are sheets to score.
    """

    version: int
    changes: tuple[Change, ...]
    rescore: tuple[Cell, ...]
    opened: tuple[SheetKey, ...]
    added: tuple[SheetKey, ...]
    dropped: tuple[SheetKey, ...]


def renew(desk: JurorDesk, data: bytes) -> PackageNews | None:
    """Take over a newer package version; None when it is the one in force already.

    A different package of the same version is refused and stays on record as an alarm.
    Raises UserError as `package.continues` does; nothing else changes then.
    """
    newer, held = package.read(data), desk.package
    try:
        package.continues(newer, held)
    except UserError as error:
        if error.code == "package.same_version_differs":
            facts = {
                "version": held.version,
                "held": canonical.short_code(held.digest),
                "other": canonical.short_code(newer.digest),
            }
            with desk.store.begin() as tx:
                raise_alarm(tx, "alarm.package", facts)
        raise
    if newer.digest == held.digest:
        return None
    before = {(stage, entry) for stage, entries in desk.owed.items() for entry in entries}
    desk.use_package(newer, data)
    after = {(stage, entry) for stage, entries in desk.owed.items() for entry in entries}
    with desk.store.begin() as tx:
        rescore = outdated(tx, desk)
        opened = _open_again(tx, desk, rescore, newer)
    return PackageNews(
        newer.version,
        tuple(changes(held.competition, newer.competition)),
        tuple(rescore),
        tuple(opened),
        tuple(sorted(after - before)),
        tuple(sorted(before - after)),
    )


def outdated(tx: JurorTransaction, desk: JurorDesk) -> list[Cell]:
    """Cells to score again: their value was given under an older meaning of the criterion."""
    cells = tx.cells()
    return [
        (stage, entry, criterion.id)
        for stage, entries in desk.owed.items()
        for entry in entries
        for criterion in desk.rubric(stage, entry).criterion
        if _is_old(cells.get((stage, entry), {}).get(criterion.id), criterion.rev)
    ]


def _is_old(held: tuple[int, int | None] | None, rev: int) -> bool:
    return held is not None and held[1] is not None and held[0] < rev


def _open_again(tx: JurorTransaction, desk: JurorDesk, rescore: list[Cell], newer: Package) -> list[SheetKey]:
    """Nobody locked the new meaning: such sheets are drafts again, and their stage is not declared final."""
    sheets = dict.fromkeys((stage, entry) for stage, entry, _ in rescore)
    why = f"paket versi {newer.version}"
    opened = [key for key in sheets if open_if_incomplete(tx, desk, *key, why)]
    for stage in dict.fromkeys(stage for stage, _ in opened):
        drop_declaration(tx, stage, newer.digest)
    return opened
