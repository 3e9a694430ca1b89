"""What a sheet asks for: criteria, their scales and what a stretch of a scale means.

Values are hundredths, weights basis points. Every class checks its own bounds and raises ValueError.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import contains, itemgetter
from typing import Literal

from kipp_desktop.domain.bounds import check_id, check_range, check_text
from kipp_desktop.domain.formula import SheetFormula, formula_of


@dataclass(frozen=True, slots=True)
class Text:
    """A name in Indonesian and, where given, English."""

    id: str
    en: str = ""

    def __post_init__(self) -> None:
        check_text(self.id, "text")
        check_text(self.en, "text")

    def in_language(self, language: str) -> str:
        """The text in `language`, Indonesian where there is no other."""
        return self.en if language == "en" and self.en else self.id


@dataclass(frozen=True)
class Scale:
    """What a juror may give: a range with a step, an explicit list, or yes/no (100/0).

    >>> tenths = Scale(min=600, max=1000, step=10)                   # 6.0–10.0 in tenths
    >>> [tenths.allows(value) for value in (600, 875, 880, 1010)]
    [True, False, True, False]
    >>> levels = Scale(values=(100, 200, 300, 500, 600, 700))        # 1, 2, 3, 5, 6, 7
    >>> [levels.allows(value) for value in (300, 400, 500)]
    [True, False, True]
    >>> Scale(check=True).allows(100), Scale(check=True).allows(50)  # a checklist item
    (True, False)
    """

    min: int = 0
    max: int = 10000
    step: int = 100
    values: tuple[int, ...] | None = None
    check: bool = False

    def __post_init__(self) -> None:
        for value in (self.min, self.max, *(self.values or ())):
            check_range(value, 0, 1_000_000, "scale")
        check_range(self.step, 1, 1_000_000, "scale step")
        if self.values is not None and (not self.values or list(self.values) != sorted(set(self.values))):
            raise ValueError("scale: values must rise")
        if (
            self.values is None
            and not self.check
            and (self.max <= self.min or (self.max - self.min) % self.step)
        ):
            raise ValueError("scale: the steps do not reach the maximum")

    @property
    def lowest(self) -> int:
        """The smallest value, in hundredths."""
        return 0 if self.check else self.values[0] if self.values else self.min

    @property
    def highest(self) -> int:
        """The largest value, in hundredths."""
        return 100 if self.check else self.values[-1] if self.values else self.max

    @cached_property
    def allowed(self) -> Container[object]:
        """The values that stand on the scale, in hundredths."""
        if self.check:
            return frozenset((0, 100))
        return range(self.min, self.max + 1, self.step) if self.values is None else frozenset(self.values)

    def allows(self, value: int) -> bool:
        """Whether `value` (hundredths) stands on the scale."""
        return value in self.allowed

    def neighbour(self, value: int | None, steps: int) -> int:
        """The value `steps` up or down the scale, held at its ends; from nothing, the end one comes from."""
        if value is None:
            return self.lowest if steps > 0 else self.highest
        if self.values is None and not self.check:
            return min(self.max, max(self.min, value + steps * self.step))
        listed = self.values or (0, 100)
        return listed[min(len(listed) - 1, max(0, listed.index(value) + steps))]


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What a stretch of the scale means, both ends included."""

    from_: int = field(metadata={"name": "from"})
    to: int
    text: Text


@dataclass(frozen=True, slots=True)
class Criterion:
    """One aspect of a rubric.

    Weight 0 = shown and commented, not counted; `rev` rises when its meaning changes.
    """

    id: str
    name: Text
    weight_bp: int = 10000
    scale: Scale = field(default_factory=Scale)
    descriptors: tuple[Descriptor, ...] = ()
    rev: int = 1

    def __post_init__(self) -> None:
        check_id(self.id, "criterion")
        check_range(self.weight_bp, 0, 10000, "weight")
        check_range(self.rev, 1, 10000, "rev")

    def takes(self, rev: int, value: int | None) -> bool:
        """Whether a cell may say so: cleared, on the scale, or under an earlier rev and its scale."""
        return rev < self.rev or (rev == self.rev and (value is None or self.scale.allows(value)))


Cells = Mapping[str, tuple[int, int | None]]
"""Criterion → rev, value; None = cleared."""


class SheetCells(Mapping[str, tuple[int, int | None]]):
    """The cells of a sheet in a file, side by side: rising criteria, their revs, their values."""

    __slots__ = ("criteria", "given", "revs")

    def __init__(
        self, criteria: tuple[str, ...], revs: tuple[int, ...], given: tuple[int | None, ...]
    ) -> None:
        self.criteria = criteria
        self.revs = revs
        self.given = given

    def __getitem__(self, criterion: str) -> tuple[int, int | None]:
        if criterion not in self.criteria:
            raise KeyError(criterion)
        at = self.criteria.index(criterion)
        return self.revs[at], self.given[at]

    def __iter__(self) -> Iterator[str]:
        return iter(self.criteria)

    def __len__(self) -> int:
        return len(self.criteria)


@dataclass(frozen=True)
class Rubric:
    """The criteria of a sheet and how they become its total."""

    id: str
    criterion: tuple[Criterion, ...]
    total: Literal["weighted", "points"] = "weighted"
    normalise: Literal["none", "max", "range"] = "none"
    incomplete: Literal["not_counted", "missing_as_zero"] = "not_counted"

    def __post_init__(self) -> None:
        check_id(self.id, "rubric")
        check_range(len(self.criterion), 1, 60, "criteria")
        if len({criterion.id for criterion in self.criterion}) != len(self.criterion):
            raise ValueError("rubric: two criteria with one id")
        if self.total == "weighted" and sum(criterion.weight_bp for criterion in self.criterion) != 10000:
            raise ValueError("rubric: the weights must sum to 100 %")

    @cached_property
    def formula(self) -> SheetFormula:
        """How a sheet's total is made of its values."""
        return formula_of(self)

    @cached_property
    def criterion_by_id(self) -> Mapping[str, Criterion]:
        """Criteria by id, in order."""
        return {criterion.id: criterion for criterion in self.criterion}

    @cached_property
    def position_of(self) -> Mapping[str, int]:
        """Where each criterion stands on a sheet, from 0."""
        return {criterion.id: position for position, criterion in enumerate(self.criterion)}

    @cached_property
    def nothing(self) -> tuple[None, ...]:
        """The values of a sheet on which nothing is scored."""
        return (None,) * len(self.criterion)

    @cached_property
    def empty_cells(self) -> Mapping[str, tuple[int, int | None]]:
        """What a sheet without scores says of each criterion: its present rev, and no value."""
        return {criterion.id: (criterion.rev, None) for criterion in self.criterion}

    @cached_property
    def revs(self) -> tuple[int, ...]:
        """The present rev of each criterion."""
        return tuple(criterion.rev for criterion in self.criterion)

    @cached_property
    def _rising(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Ids and revs in the order in which a file names the criteria."""
        rising = sorted(self.criterion, key=lambda criterion: criterion.id)
        return tuple(one.id for one in rising), tuple(one.rev for one in rising)

    @cached_property
    def _allowed(self) -> tuple[Container[object], ...]:
        return tuple(criterion.scale.allowed for criterion in self.criterion)

    @cached_property
    def _in_order(self) -> Callable[[tuple[int | None, ...]], tuple[int | None, ...]]:
        """Takes values in a file's order into the rubric's."""
        names = self._rising[0]
        places = [names.index(criterion.id) for criterion in self.criterion]
        return itemgetter(*places) if len(places) > 1 else tuple

    def whole(self, cells: Cells) -> tuple[int | None, ...] | None:
        """The values, in our order, of a sheet that names each criterion under its present rev; else None.

        Nearly all sheets are such: what is asked of them is asked at once, not cell by cell.
        """
        if type(cells) is SheetCells and (cells.criteria, cells.revs) == self._rising:
            return self._in_order(cells.given)
        return None

    def stranger(self, cells: Cells) -> str | None:
        """The first criterion of a sheet whose cell this rubric did not ask for so, or None."""
        whole = self.whole(cells)
        if whole is not None and all(map(contains, self._allowed, whole)):
            return None
        for name, (rev, value) in cells.items():
            criterion = self.criterion_by_id.get(name)
            if criterion is None or not criterion.takes(rev, value):
                return name
        return None

    def find(self, criterion_id: str) -> Criterion | None:
        """The criterion with this id, or None."""
        return self.criterion_by_id.get(criterion_id)
