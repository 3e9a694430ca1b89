"""What can be undone: giving a value. Undoing is another append to the log underneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.gui.languages import translate

if TYPE_CHECKING:
    from kipp_desktop.gui.models.score_book import ScoreBook

_ID = 1


class EnterScore(QUndoCommand):
    """One value given, changed or cleared. Values of one visit to a field merge into one step."""

    def __init__(
        self,
        book: ScoreBook,
        entry: str,
        criterion: str,
        name: str,
        old: int | None,
        new: int | None,
        visit: int,
    ) -> None:
        super().__init__()
        self._book = book
        self._entry = entry
        self._criterion = criterion
        self._name = name
        self._old = old
        self._new = new
        self._visit = visit
        self._describe()

    def redo(self) -> None:
        """Write the new value; a refused one leaves nothing to undo."""
        if not self._book.put(self._entry, self._criterion, self._new):
            self.setObsolete(True)

    def undo(self) -> None:
        """Write the old value back."""
        if not self._book.put(self._entry, self._criterion, self._old):
            self.setObsolete(True)

    def id(self) -> int:
        """One kind of command only."""
        return _ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Swallow a later value of the same visit."""
        if not isinstance(other, EnterScore) or not self._visit or other._visit != self._visit:
            return False
        if other._criterion != self._criterion:
            return False
        self._new = other._new
        if self._new == self._old:
            self.setObsolete(True)
        self._describe()
        return True

    def _describe(self) -> None:
        empty = translate("EnterScore", "kosong")
        old = empty if self._old is None else centi_text(self._old)
        new = empty if self._new is None else centi_text(self._new)
        self.setText(f"{self._name} {old} → {new}")
