"""A juror's laptop as a plain value: what a store holds, and how it writes and takes in files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kipp_desktop.domain.competition import SheetKey
from kipp_desktop.domain.derive import Snapshot

CRITERIA = ("a", "b")


@dataclass
class Laptop:
    """One store: what it holds, which files it knows, and whose device key it signs with."""

    juror: str
    device: str
    revs: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CRITERIA, 1))
    cells: dict[SheetKey, dict[str, tuple[int, int | None]]] = field(default_factory=dict)
    states: dict[SheetKey, tuple[str, str | None]] = field(default_factory=dict)
    declared: set[str] = field(default_factory=set)
    ancestors: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    touched: bool = False

    def copy(self) -> Laptop:
        """The same store again, device key included: a cloned disk, a backup."""
        return Laptop(
            self.juror,
            self.device,
            dict(self.revs),
            {key: dict(held) for key, held in self.cells.items()},
            dict(self.states),
            set(self.declared),
            set(self.ancestors),
            set(self.own),
            self.touched,
        )

    def state(self, key: SheetKey) -> str:
        """State of a sheet."""
        return self.states.get(key, ("draft", None))[0]

    def writable(self, key: SheetKey) -> bool:
        """Whether values may be entered: the sheet is open and its stage not declared final."""
        return self.state(key) == "draft" and key[0] not in self.declared

    def complete(self, key: SheetKey) -> bool:
        """Whether every criterion has a value under the meaning this laptop knows."""
        held = self.cells.get(key, {})
        present = [held.get(name) for name in CRITERIA]
        return all(
            cell is not None and cell[0] == self.revs[name] and cell[1] is not None
            for name, cell in zip(CRITERIA, present, strict=True)
        )

    def put(self, key: SheetKey, criterion: str, value: int | None) -> None:
        """Enter or clear a value."""
        self.cells.setdefault(key, {})[criterion] = (self.revs[criterion], value)
        self.touched = True

    def export(self) -> Snapshot:
        """The full snapshot as a file."""
        said = (self.juror, self.device, self.cells, self.states, self.declared, self.ancestors)
        digest = hashlib.sha256(repr([_sorted(part) for part in said]).encode()).hexdigest()
        cells = {key: dict(held) for key, held in self.cells.items()}
        covered = frozenset(self.ancestors)
        made = Snapshot(
            digest, self.juror, self.device, covered, cells, dict(self.states), frozenset(self.declared)
        )
        self.ancestors.add(digest)
        self.own.add(digest)
        self.touched = False
        return made

    def take_in(self, other: Snapshot, mine_first: Callable[[], bool]) -> None:
        """Merge another laptop's file: union, and where both differ the juror chooses cell by cell."""
        forward = not self.touched and self.own <= other.ancestors
        changed: set[str] = set()
        for key, cells in other.cells.items():
            held = self.cells.setdefault(key, {})
            for name, (rev, value) in cells.items():
                mine = held.get(name)
                if mine == (rev, value) or (mine is not None and mine[0] > rev):
                    continue
                if mine is None or forward or mine[0] < rev or not mine_first():
                    held[name] = (rev, value)
                    changed.add(key[0])
        for key, said in other.states.items():
            if self.states.get(key) != said and (key not in self.states or forward or not mine_first()):
                self.states[key] = said
                changed.add(key[0])
        self.declared -= changed
        self.ancestors |= {other.digest, *other.ancestors}
        self.touched = True


def _sorted(part: Any) -> Any:
    if isinstance(part, Mapping):
        return sorted((key, _sorted(value)) for key, value in part.items())
    return sorted(part) if isinstance(part, set) else part
