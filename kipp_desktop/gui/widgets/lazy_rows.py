"""Rows that are made when one of them comes into sight: thousands of them cost nothing to show."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import overload

from kipp_desktop.gui.widgets.rows import Row


class LazyRows(Sequence[Row]):
    """`keys` name the rows in their order, `make` makes the one at a place; what was made is kept."""

    def __init__(self, keys: Sequence[Hashable], make: Callable[[int], Row]) -> None:
        self.keys = keys
        self._make = make
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self.keys)))]
        if at < 0:
            at += len(self.keys)
        if not 0 <= at < len(self.keys):
            raise IndexError(at)
        if at not in self._made:
            self._made[at] = self._make(at)
        return self._made[at]
