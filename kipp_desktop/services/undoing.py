"""What can be undone on a sheet, read from the juror's log: it outlives the program, and undoing is one more
entry of the log.

A score or comment event says `how` it came about: "joins" the step before (keys of one visit to a field),
"undo", "redo", or nothing for a step of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kipp_desktop.domain.log import Event
from kipp_desktop.services import scoring
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.scoring import How

SCORE = "score"
_READ = (SCORE, "comment", "own_file_received", "difference_resolved")


class Step(NamedTuple):
    """One change of a value (hundredths, None = not scored) or of a comment (its text).

    `kind` is "score", or that of a comment; `criterion` is '' for a comment on the whole sheet.
    """

    criterion: str
    kind: str
    old: int | str | None
    new: int | str | None


@dataclass
class History:
    """The steps of one sheet; `done` of them stand, the rest can be done again."""

    steps: list[Step] = field(default_factory=list[Step])
    done: int = 0

    @property
    def undoable(self) -> Step | None:
        """The step that undo takes back."""
        return self.steps[self.done - 1] if self.done else None

    @property
    def redoable(self) -> Step | None:
        """The step that redo does again."""
        return self.steps[self.done] if self.done < len(self.steps) else None

    def take(self, step: Step, how: str) -> None:
        """Go on by one event."""
        last = self.undoable
        if how == "joins" and last is not None and (last.criterion, last.kind) == (step.criterion, step.kind):
            self.steps[self.done - 1] = last._replace(new=step.new)
            return
        self.drop_nothing()
        if how == "undo":
            self.done = max(0, self.done - 1)
        elif how == "redo":
            self.done = min(len(self.steps), self.done + 1)
        else:
            self.steps[self.done :] = [step]
            self.done += 1

    def drop_nothing(self) -> None:
        """Forget a last step that ended where it began."""
        while self.undoable is not None and self.undoable.old == self.undoable.new:
            del self.steps[self.done - 1]
            self.done -= 1

    def forget(self) -> None:
        """Something from outside changed the sheet: what stood before is no step of the juror's."""
        self.steps, self.done = [], 0


def history(desk: JurorDesk, stage: str, entry: str) -> History:
    """The steps of a sheet. Values given under an older meaning of a criterion are none."""
    revs = {one.id: one.rev for one in desk.rubric(stage, entry).criterion}
    with desk.store.look() as tx:
        events = tx.log.events(_READ)
    texts: dict[tuple[str, str], str] = {}
    made = History()
    for event in events:
        data = event.data
        if event.type not in (SCORE, "comment"):
            if _touches(data, stage, entry):
                made.forget()
            texts |= dict(_comments(data, stage, entry))
        elif (data["stage"], data["entry"]) == (stage, entry):
            step = _step(event, revs, texts)
            if step is not None:
                made.take(step, data.get("how", ""))
    made.drop_nothing()
    return made


def undo(desk: JurorDesk, stage: str, entry: str) -> Step | None:
    """Take the last step of a sheet back; which one, None where there is none.

    Raises UserError: score.locked, score.declared.
    """
    step = history(desk, stage, entry).undoable
    if step is not None:
        _write(desk, stage, entry, step, step.old, "undo")
    return step


def redo(desk: JurorDesk, stage: str, entry: str) -> Step | None:
    """Do the step that was taken back last again; which one, None where there is none. Raises as `undo`."""
    step = history(desk, stage, entry).redoable
    if step is not None:
        _write(desk, stage, entry, step, step.new, "redo")
    return step


def _write(desk: JurorDesk, stage: str, entry: str, step: Step, value: int | str | None, how: How) -> None:
    if step.kind == SCORE:
        assert not isinstance(value, str)
        scoring.enter_score(desk, stage, entry, step.criterion, value, how)
    else:
        scoring.write_comment(desk, stage, entry, step.criterion, step.kind, str(value or ""), how)


def _step(event: Event, revs: Mapping[str, int], texts: dict[tuple[str, str], str]) -> Step | None:
    data = event.data
    if event.type == SCORE:
        criterion = data["criterion"]
        is_present = revs.get(criterion) == data["rev"]
        return Step(criterion, SCORE, data["old"], data["new"]) if is_present else None
    place = data["criterion"], data["kind"]
    old, texts[place] = texts.get(place, ""), data["text"]
    return Step(*place, old, data["text"])


def _touches(data: Mapping[str, Any], stage: str, entry: str) -> bool:
    rows = [row for name in ("taken", "states", "comments") for row in data.get(name, ())]
    return any(row[:2] == [stage, entry] for row in rows)


def _comments(data: Mapping[str, Any], stage: str, entry: str) -> Iterator[tuple[tuple[str, str], str]]:
    for row in data.get("comments", ()):
        if row[:2] == [stage, entry]:
            yield (row[2], row[3]), row[4]
