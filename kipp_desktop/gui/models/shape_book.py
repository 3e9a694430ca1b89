"""Stages, rubrics and rule while they are edited: every change can be taken back until it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from kipp_desktop.domain.competition import Stage
from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.domain.shape import RubricDraft, Shape, ShapeProblem
from kipp_desktop.gui.models.organiser_overview import Overview


@dataclass(frozen=True)
class Edited:
    """What is being edited, and which criteria mean something else now (rubric, criterion)."""

    shape: Shape
    meanings: frozenset[tuple[str, str]] = field(default_factory=frozenset)


class ShapeBook(QObject):
    """One for all tabs that edit the shape: they show the same, and undo is one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._base: Edited | None = None
        self._now: Edited | None = None
        self.undo = QUndoStack(self)

    @property
    def shape(self) -> Shape | None:
        """What is shown; None before the master was read."""
        return None if self._now is None else self._now.shape

    @property
    def meanings(self) -> frozenset[tuple[str, str]]:
        """Criteria that were said to mean something else."""
        return frozenset() if self._now is None else self._now.meanings

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return self._now != self._base

    def problems(self) -> list[ShapeProblem]:
        """What stands in the way of saving."""
        return [] if self._now is None else self._now.shape.problems()

    def follow(self, overview: Overview, anew: bool = False) -> None:
        """Take what the master says, unless somebody is changing it; `anew`: after saving."""
        shape = Edited(Shape.of(overview.draft))
        if self._base is not None and self.is_changed and not anew:
            return
        self._base = shape
        if shape != self._now:
            self._now = shape
            self.undo.clear()
        self.changed.emit()

    def drop(self) -> None:
        """Forget what was changed."""
        self._now = self._base
        self.undo.clear()
        self.changed.emit()

    def change(self, words: str, shape: Shape) -> None:
        """Put another shape in place."""
        if self._now is not None and shape != self._now.shape:
            self._push(words, replace(self._now, shape=shape))

    def mean(self, words: str, place: tuple[str, str], other: bool) -> None:
        """Say that a criterion means something else now, or that only its words were mended."""
        if self._now is not None:
            meanings = self._now.meanings | {place} if other else self._now.meanings - {place}
            self._push(words, replace(self._now, meanings=meanings))

    def change_stage(self, words: str, stage: Stage) -> None:
        """Another stage in the place of the one with its id."""
        if self.shape is not None:
            self.change(words, self.shape.with_stage(stage))

    def change_rubric(self, words: str, rubric: RubricDraft) -> None:
        """Another rubric in the place of the one with its id."""
        if self.shape is not None:
            self.change(words, self.shape.with_rubric(rubric))

    def change_criterion(self, words: str, rubric: RubricDraft, at: int, criterion: Criterion) -> None:
        """Another criterion at a place of a rubric."""
        criteria = (*rubric.criterion[:at], criterion, *rubric.criterion[at + 1 :])
        self.change_rubric(words, replace(rubric, criterion=criteria))

    def _push(self, words: str, after: Edited) -> None:
        assert self._now is not None
        self.undo.push(_Swap(words, self._now, after, self._take))

    def _take(self, edited: Edited) -> None:
        self._now = edited
        self.changed.emit()


class _Swap(QUndoCommand):
    """One state for another."""

    def __init__(self, words: str, before: Edited, after: Edited, take: Callable[[Edited], None]) -> None:
        super().__init__(words)
        self._before, self._after, self._take = before, after, take

    def redo(self) -> None:
        self._take(self._after)

    def undo(self) -> None:
        self._take(self._before)


def free_id(wanted: str, taken: set[str]) -> str:
    """An id that nobody has: the words as an id, with a number if need be."""
    plain = "".join(one if one.isascii() and one.isalnum() else "-" for one in wanted.casefold())
    base = "-".join(part for part in plain.split("-") if part)[:30] or "baru"
    number, found = 2, base
    while found in taken:
        found = f"{base}-{number}"
        number += 1
    return found
