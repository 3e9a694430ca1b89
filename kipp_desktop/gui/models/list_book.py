"""A list of participants or jurors while it is edited: every change can be taken back, problems follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.services import list_editing
from kipp_desktop.services.importing import CellProblem, ListPlan
from kipp_desktop.services.list_editing import Sheet
from kipp_desktop.services.masters import Master

_PATIENCE = 200  # milliseconds of quiet before a changed list is judged again
Spot = tuple[int, int]


class ListBook(QObject):
    """Holds the sheet and its undo; judges it on the worker after each change."""

    changed = Signal()  # the sheet is another
    judged = Signal()  # `plan` belongs to the sheet
    failed = Signal(object)  # an error in place of a plan

    def __init__(self, office: OrganiserOffice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.sheet: Sheet | None = None
        self.plan: ListPlan[Any] | None = None
        self.undo = QUndoStack(self)
        self._cancel = _nothing
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_PATIENCE)
        self._quiet.timeout.connect(self._judge)

    def begin(self, sheet: Sheet) -> None:
        """Take a sheet; judged at once."""
        self.undo.clear()
        self.sheet = sheet
        self.plan = None
        self.changed.emit()
        self._judge()

    def type(self, row: int, column: int, text: str) -> None:
        """Other words in one cell."""
        self._do(translate("ListBook", "ubah sel"), lambda sheet: sheet.with_cells({(row, column): text}))

    def clear(self, spots: Sequence[Spot]) -> None:
        """Empty cells."""
        if spots:
            cells = dict.fromkeys(spots, "")
            self._do(translate("ListBook", "kosongkan sel"), lambda sheet: sheet.with_cells(cells))

    def paste(self, row: int, column: int, rows: Sequence[Sequence[str]]) -> None:
        """Put rows of texts from a cell on; what lies below the last row is added."""
        cells = {
            (row + down, column + right): text
            for down, texts in enumerate(rows)
            for right, text in enumerate(texts)
        }
        self._do(translate("ListBook", "tempel"), lambda sheet: sheet.with_cells(cells))

    def add_row(self) -> int:
        """An empty row at the end; its place."""
        at = len(self.sheet.table.rows) if self.sheet is not None else 0
        self._do(translate("ListBook", "tambah baris"), lambda sheet: sheet.with_cells({(at, 0): ""}))
        return at

    def remove(self, rows: Sequence[int]) -> None:
        """Take rows out."""
        if rows:
            self._do(translate("ListBook", "hapus baris"), lambda sheet: sheet.without_rows(rows))

    def mean(self, column: int, field: str) -> None:
        """Read a column as another field."""
        self._do(translate("ListBook", "arti kolom"), lambda sheet: sheet.meaning(column, field))

    def spots(self) -> Mapping[Spot, CellProblem]:
        """The gravest problem of each cell that has one; of a row as a whole in its first cell."""
        if self.sheet is None or self.plan is None:
            return {}
        rows = {row.number: at for at, row in enumerate(self.sheet.table.rows)}
        columns = {letter: at for at, letter in enumerate(self.sheet.table.columns)}
        found: dict[Spot, CellProblem] = {}
        for problem in self.plan.problems:
            spot = (rows.get(problem.row, -1), columns.get(problem.column, 0))
            if spot[0] >= 0 and (spot not in found or problem.severity == "error"):
                found[spot] = problem
        return found

    def _do(self, words: str, change: Any) -> None:  # noqa: ANN401 - Sheet to Sheet
        before = self.sheet
        if before is None:
            return
        after = change(before)
        if after != before:
            self.undo.push(_Swap(words, before, after, self._take))

    def _take(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.plan = None
        self.changed.emit()
        self._quiet.start()

    def _judge(self) -> None:
        self._quiet.stop()
        self._cancel()
        sheet = self.sheet
        if sheet is None:
            return
        what = translate("ListBook", "Memeriksa daftar")

        def judge(master: Master) -> ListPlan[Any]:
            return list_editing.judge(master, sheet)

        self._cancel = self._office.look_up(what, judge, self._on_judged, self.failed.emit)

    def _on_judged(self, plan: ListPlan[Any]) -> None:
        if not self._quiet.isActive():  # else the sheet has moved on, and is judged again
            self.plan = plan
            self.judged.emit()


class _Swap(QUndoCommand):
    """One sheet for another."""

    def __init__(self, words: str, before: Sheet, after: Sheet, take: Any) -> None:  # noqa: ANN401
        super().__init__(words)
        self._before, self._after, self._take = before, after, take

    def redo(self) -> None:
        self._take(self._after)

    def undo(self) -> None:
        self._take(self._before)


def _nothing() -> None:
    """No judging runs."""
