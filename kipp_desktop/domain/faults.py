"""What counted files should not do, or people should look at: told, never mended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kipp_desktop.domain.competition import Competition, SheetKey
    from kipp_desktop.domain.derive import Snapshot, Standing

Fault = tuple[str, str]  # kind, digest
LATE = "late:"
"""Such a kind names a stage: the file came after its intake was closed and says something new of it."""


def late_news(faults: Iterable[Fault], stage: str) -> list[str]:
    """Digests of the late files that say something new of a stage."""
    return sorted(digest for kind, digest in faults if kind == LATE + stage)


def without_late(faults: Iterable[Fault]) -> list[Fault]:
    """The other faults: what is wrong with files that count."""
    return [fault for fault in faults if not fault[0].startswith(LATE)]


def faults_of(
    stage: str,
    competition: Competition,
    seat: Collection[SheetKey],
    heads: list[Snapshot],
    snapshots: list[Snapshot],
    standing: Mapping[str, Standing],
) -> Iterable[Fault]:
    """The faults of a juror's heads at one stage; `seat` are the sheets the juror owes."""
    yield from _against_ancestors(competition, seat, heads, snapshots, standing)
    yield from _unowed(stage, heads, seat)


def _against_ancestors(
    competition: Competition,
    seat: Collection[SheetKey],
    heads: list[Snapshot],
    snapshots: list[Snapshot],
    standing: Mapping[str, Standing],
) -> Iterable[Fault]:
    """Heads that dropped a cell of a file they supersede, and heads that stand on revoked files.

    A cell of a sheet that isn't owed any more, or of a criterion that its rubric lost, may be left out.
    """
    by_digest = {snapshot.digest: snapshot for snapshot in snapshots}
    for head in heads:
        for ancestor in sorted(head.ancestors & by_digest.keys()):
            if standing[ancestor] == "revoked":
                yield "on_revoked", head.digest
            for key, cells in by_digest[ancestor].cells.items():
                lost = cells.keys() - head.cells.get(key, {}).keys()
                if lost and key in seat and not lost.isdisjoint(_criteria(competition, key)):
                    yield "dropped_cell", head.digest


def _criteria(competition: Competition, key: SheetKey) -> Collection[str]:
    stage, entry = key
    return competition.rubric_for(stage, competition.entry_by_id[entry]).criterion_by_id.keys()


def _unowed(stage: str, heads: list[Snapshot], seat: Collection[SheetKey]) -> Iterable[Fault]:
    """Heads with values on a sheet that the juror doesn't owe (any more).

    A seat that owes nothing at all is one nobody sits on, which is told otherwise.
    """
    for head in heads if seat else ():
        for key, cells in head.cells.items():
            strange = key[0] == stage and key not in seat
            if strange and any(value is not None for _, value in cells.values()):
                yield "unowed", head.digest
