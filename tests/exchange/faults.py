"""Faults planted into the derivation: each must break the promise beside it within a few histories."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kipp_desktop.domain import derive as deriving
from kipp_desktop.domain import rulings as ruling
from kipp_desktop.domain.derive import JurorTable, Opinion, Snapshot, Standing
from kipp_desktop.domain.rulings import Event, Rulings
from tests.exchange.promises import COUNTS, KEPT, NOTHING_ADDED, ORDER, SUPERSEDES

Patch = tuple[Any, str, object]  # module, name of the function, what stands in its place
derive_juror, standing_of, opinions_of = deriving.derive_juror, deriving._standing, deriving._opinions
cells_of, state_of, revoked = deriving._cells_of_several, deriving._state_of_several, ruling._device_revoked


def heads_over_everything(stage: str, juror: str, snapshots: list[Snapshot], rulings: Rulings) -> Any:
    """A file is superseded also by one that does not count."""
    found: dict[str, Standing] = dict(standing_of(stage, juror, snapshots, rulings))
    covered = {ancestor for one in snapshots for ancestor in one.ancestors}
    for digest, standing in found.items():
        if standing == "head" and digest in covered:
            found[digest] = "superseded"
    return found


def first_device_wins(competition: Any, juror: str, snapshots: list[Snapshot], *rest: Any) -> JurorTable:
    """The device that came first is trusted, the others are not."""
    trusted = [one for one in snapshots if one.device == snapshots[0].device]
    return derive_juror(competition, juror, trusted, *rest)


def last_write_wins(competition: Any, juror: str, snapshots: list[Snapshot], *rest: Any) -> JurorTable:
    """Of several files the one that came last is taken."""
    return derive_juror(competition, juror, snapshots[-1:], *rest)


def longest_history_wins(competition: Any, juror: str, snapshots: list[Snapshot], *rest: Any) -> JurorTable:
    """A counter instead of links: the file with the most ancestors is taken."""
    best = max((len(one.ancestors) for one in snapshots), default=0)
    return derive_juror(competition, juror, [one for one in snapshots if len(one.ancestors) == best], *rest)


def late_files_make_devices_known(stage: str, juror: str, snapshots: list[Snapshot], rulings: Rulings) -> Any:
    """A file after closing turns the only device into one of two."""
    found = dict(standing_of(stage, juror, snapshots, rulings))
    settled = any(juror == owner for owner, _ in [*rulings.confirmed, *rulings.kept])
    if len({one.device for one in snapshots}) > 1 and not settled:
        found = {digest: "late" if worth == "late" else "waiting" for digest, worth in found.items()}
    return found


def cleared_is_no_value(key: Any, heads: list[Snapshot], *rest: Any) -> list[Opinion]:
    """Clearing against a value is overlooked."""
    return [
        Opinion(
            one.head,
            one.state,
            one.reason,
            {name: cell for name, cell in one.cells.items() if cell[1] is not None},
        )
        for one in opinions_of(key, heads, *rest)
    ]


def highest_value_wins(rubric: Any, opinions: list[Opinion], rulings: Any) -> Any:
    """Differing values are settled without asking."""
    values, _ = cells_of(rubric, opinions, rulings)
    best = list(values)
    for position, criterion in enumerate(rubric.criterion):
        held = [one.cells[criterion.id][1] for one in opinions if criterion.id in one.cells]
        given = [value for value in held if value is not None]
        if len(given) > 1 and best[position] is None:
            best[position] = max(given)
    return tuple(best), ()


def paper_gives_way(key: Any, heads: list[Snapshot], rulings: Rulings, place: Any) -> list[Opinion]:
    """A file takes away what was entered from paper."""
    said = opinions_of(key, heads, rulings, place)
    digital = [one for one in said if one.head in {head.digest for head in heads}]
    return digital or said


def union_is_locked(*sheet: Any) -> Any:
    """Values that nobody locked together count as locked."""
    state, reason = state_of(*sheet)
    return "locked" if state == "reopened" else state, reason


def any_meaning_counts(rubric: Any, cells: Mapping[str, tuple[int, int | None]]) -> Any:
    """A value given under an older meaning is taken for one of the present meaning."""
    return tuple(cells.get(one.id, (1, None))[1] for one in rubric.criterion), ()


def revocations_add_up(rulings: Rulings, event: Event) -> None:
    """An earlier keep list holds beside the last."""
    before = rulings.kept.get((event.data["juror"], event.data["device"]), set())
    revoked(rulings, event)
    rulings.kept[event.data["juror"], event.data["device"]] |= before


def decisions_outlive_their_basis(opinions: list[Opinion], rulings: Any) -> Opinion | None:
    """A decision on a sheet holds although other files came."""
    present = {one.head: one for one in opinions}
    chosen = [present[one.choice] for one in rulings if one.criterion is None and one.choice in present]
    return chosen[-1] if chosen else None


ADDING_UP = {**ruling._READERS, "device_revoked": revocations_add_up}
FAULTS: Mapping[str, tuple[Patch, str]] = {
    "heads over uncounted payloads": ((deriving, "_standing", heads_over_everything), SUPERSEDES),
    "first-arrived device wins": ((deriving, "derive_juror", first_device_wins), ORDER),
    "last write wins": ((deriving, "derive_juror", last_write_wins), ORDER),
    "longest history wins": ((deriving, "derive_juror", longest_history_wins), KEPT),
    "late files make devices known": ((deriving, "_standing", late_files_make_devices_known), COUNTS),
    "cleared is no value": ((deriving, "_opinions", cleared_is_no_value), KEPT),
    "highest value wins": ((deriving, "_cells_of_several", highest_value_wins), KEPT),
    "paper gives way": ((deriving, "_opinions", paper_gives_way), KEPT),
    "a union counts as locked": ((deriving, "_state_of_several", union_is_locked), NOTHING_ADDED),
    "any meaning counts": ((deriving, "_cells_of_one", any_meaning_counts), NOTHING_ADDED),
    "keep lists add up": (
        (ruling, "_READERS", {**ruling._READERS, "device_revoked": revocations_add_up}),
        COUNTS,
    ),
    "decisions outlive their basis": ((deriving, "_chosen_head", decisions_outlive_their_basis), KEPT),
}
