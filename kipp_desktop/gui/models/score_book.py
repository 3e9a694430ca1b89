"""A juror's own sheets as the window knows them: read from the store, and ahead of it only where the disk
refuses and the screen says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.models.unsaved import NO_ROOM, Unsaved
from kipp_desktop.services import own_order, recents, scoring, undoing
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.own_order import OwnOrder
from kipp_desktop.services.scoring import How, OwnSheet
from kipp_desktop.services.undoing import History, Step


class ScoreBook(QObject):
    """The sheets of one stage. Writes go through the services; after each one the sheet is read again."""

    changed = Signal(str)  # entry: its sheet was read again
    reloaded = Signal()  # all of them, or another stage
    saved = Signal(object)  # datetime; sent after COMMIT only
    refused = Signal(object)  # UserError; what is stored is shown again, and over it what the disk refused

    def __init__(self, desk: JurorDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.stage = next(iter(desk.owed), "")
        self.declared = False
        self.order = OwnOrder()
        self._sheets: dict[str, OwnSheet] = {}
        self._visit = ("", "", 0)  # the field that the last value was given in
        self.unsaved = Unsaved()
        self.reload()

    @property
    def entries(self) -> list[str]:
        """Entries of the stage, in the juror's order."""
        return list(self._sheets)

    @property
    def sheets(self) -> list[OwnSheet]:
        """Their sheets."""
        return list(self._sheets.values())

    def sheet(self, entry: str) -> OwnSheet:
        """The sheet of an entry as the juror gave it."""
        return self._sheets[entry]

    def open(self, entry: str) -> bool:
        """Whether values may be given on a sheet."""
        return not self.declared and self._sheets[entry].state == "draft"

    def missing(self) -> list[OwnSheet]:
        """Sheets that keep the stage from being declared final."""
        return [own for own in self.sheets if own.state == "draft" and own.look != "complete"]

    def tied(self) -> set[str]:
        """Entries whose total another own sheet has too."""
        totals = {own.entry: own.total for own in self.sheets if own.total is not None}
        often = Counter(totals.values())
        return {entry for entry, total in totals.items() if often[total] > 1}

    def place(self, entry: str) -> tuple[int, int] | None:
        """The place of a complete sheet among the own complete ones, and how many there are."""
        total = self._sheets[entry].total
        totals = [own.total for own in self.sheets if own.total is not None]
        return None if total is None else (1 + sum(one > total for one in totals), len(totals))

    def use_stage(self, stage: str) -> None:
        """Show the sheets of another stage."""
        self.stage = stage
        self.reload()

    def reload(self) -> None:
        """Read every sheet of the stage again."""
        if self.stage not in self.desk.owed:  # a newer package may have taken it away
            self.stage = next(iter(self.desk.owed), "")
        self.order = own_order.own_order(self.desk, self.stage)
        sheets = {own.entry: self.unsaved.over(own) for own in scoring.sheets(self.desk, self.stage)}
        self._sheets = {entry: sheets[entry] for entry in own_order.arranged(self.order, [*sheets])}
        self._visit = ("", "", 0)
        self.declared = scoring.declared(self.desk, self.stage)
        self.reloaded.emit()

    def use_order(self, order: OwnOrder) -> None:
        """Sort the list, and remember how."""
        try:
            own_order.keep_order(self.desk, self.stage, order)
        except UserError as error:
            self.refused.emit(error)
        else:
            self.reload()

    def move(self, entry: str, before: str | None) -> None:
        """Put a participant before another, or at the end; from now on the own order rules."""
        order = own_order.moved(self.entries, entry, before)
        if order.entries != tuple(self.entries):
            self.use_order(order)

    def history(self, entry: str) -> History:
        """What can be undone and done again on a sheet; nothing while it can only be read."""
        return undoing.history(self.desk, self.stage, entry) if self.open(entry) else History()

    def undo(self, entry: str) -> Step | None:
        """Take the last step back, in the log as on the screen; which one."""
        return self._step(entry, undoing.undo)

    def redo(self, entry: str) -> Step | None:
        """Do it again; which one."""
        return self._step(entry, undoing.redo)

    def enter(self, entry: str, criterion: str, value: int | None, visit: int = 0) -> None:
        """Give a value; undoable. Values of one visit to a field are undone together."""
        own = self._sheets[entry]
        at = [one.id for one in own.rubric.criterion].index(criterion)
        if own.values[at] == value and criterion not in own.outdated:
            return
        this = (entry, criterion, visit)
        how: How = "joins" if visit and this == self._visit else ""
        place = (self.stage, entry, criterion)
        failure = self._write(
            entry,
            lambda: scoring.enter_score(self.desk, *place, value, how),
            lambda: self.unsaved.scores.update({place: value}),
        )
        self._visit = ("", "", 0) if failure else this

    def comment(self, entry: str, kind: str, text: str) -> None:
        """Write a comment on the sheet, unless it says so already."""
        if self._sheets[entry].comments.get(("", kind), "") == text:
            return
        stage, self._visit = self.stage, ("", "", 0)
        self._write(
            entry,
            lambda: scoring.write_comment(self.desk, stage, entry, "", kind, text),
            lambda: self.unsaved.texts.update({(stage, entry, kind): text}),
        )

    def retry(self) -> bool:
        """Offer the disk once more what it refused; whether nothing is left. Quiet when it refuses again."""
        if not self.unsaved:
            return True
        with suppress(UserError):
            self.unsaved.store(self.desk)
        if not self.unsaved:
            self.reload()
            self.saved.emit(datetime.now().astimezone())
        return not self.unsaved

    def lock(self, entry: str) -> bool:
        """Lock a complete sheet."""
        return self._write(entry, lambda: scoring.lock(self.desk, self.stage, entry)) is None

    def reopen(self, entry: str, reason: str) -> bool:
        """Open a sheet again."""
        return self._write(entry, lambda: scoring.reopen(self.desk, self.stage, entry, reason)) is None

    def abstain(self, entry: str, reason: str) -> bool:
        """Abstain from an entry."""
        return self._write(entry, lambda: scoring.abstain(self.desk, self.stage, entry, reason)) is None

    def mark_absent(self, entry: str, reason: str) -> bool:
        """Note that a participant did not appear."""
        return self._write(entry, lambda: scoring.mark_absent(self.desk, self.stage, entry, reason)) is None

    def withdraw(self, reason: str) -> bool:
        """Take the declaration of the stage back."""
        try:
            scoring.withdraw_declaration(self.desk, self.stage, reason)
        except UserError as error:
            self.refused.emit(error)
            return False
        self.reload()
        self.saved.emit(datetime.now().astimezone())
        return True

    def note(self) -> None:
        """Keep a summary for the first page."""
        recents.note(self.desk, self.sheets, self.declared)

    def _step(self, entry: str, act: Callable[[JurorDesk, str, str], Step | None]) -> Step | None:
        stage, self._visit = self.stage, ("", "", 0)
        done: list[Step | None] = []
        if self.open(entry):
            self._write(entry, lambda: done.append(act(self.desk, stage, entry)))
        return next(iter(done), None)

    def _write(
        self, entry: str, act: Callable[[], object], keep: Callable[[], None] | None = None
    ) -> UserError | None:
        """Do it, after what the disk refused before; read the sheet again, and only then say what came of it.

        `keep` remembers what the disk has no room for.
        """
        failure: UserError | None = None
        try:
            self.unsaved.store(self.desk)
            act()
        except UserError as error:
            failure = error
            if keep is not None and error.code in NO_ROOM:
                keep()
        self._read(entry)
        if failure is None:
            self.saved.emit(datetime.now().astimezone())
        else:
            self.refused.emit(failure)
        return failure

    def _read(self, entry: str) -> None:
        with suppress(UserError):  # the disk is gone: keep showing what was read last
            self._sheets[entry] = self.unsaved.over(scoring.sheet(self.desk, self.stage, entry))
        self.changed.emit(entry)
