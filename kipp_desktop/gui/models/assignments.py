"""Who judges what, as a board of participants × jurors: large ones are painted, not filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kipp_desktop.domain.competition import AssignmentState, Competition, Entry, Juror
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import participants
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.rows import CELL_ROLE, Cell
from kipp_desktop.gui.widgets.state_mark import State

Index = QModelIndex | QPersistentModelIndex
Place = tuple[str, str]  # juror, entry
_NOWHERE = QModelIndex()


class AssignmentsModel(QAbstractTableModel):
    """Rows are participants, columns jurors. Every cell is one of three cells made once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jurors: Sequence[Juror] = ()
        self.entries: Sequence[Entry] = ()
        self._states: Mapping[Place, AssignmentState] = {}
        self._loads: Counter[str] = Counter()
        self._cells = _cells()

    def show(
        self, jurors: Sequence[Juror], entries: Sequence[Entry], states: Mapping[Place, AssignmentState]
    ) -> None:
        """Show who judges what."""
        self.beginResetModel()
        self.jurors, self.entries, self._states = jurors, entries, states
        self._loads = Counter(juror for (juror, _), state in states.items() if state == "assigned")
        self._cells = _cells()
        self.endResetModel()

    def place(self, index: Index) -> Place:
        """Juror and entry of a cell."""
        return self.jurors[index.column()].id, self.entries[index.row()].id

    def state(self, place: Place) -> AssignmentState | None:
        """Whether the juror judges the entry; None: not assigned."""
        return self._states.get(place)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Participants; nothing hangs below a cell."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Jurors."""
        return 0 if parent.isValid() else len(self.jurors)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The mark of a cell, and its words."""
        if not index.isValid():
            return None
        cell = self._cells[self._states.get(self.place(index))]
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            juror, entry = self.jurors[index.column()], self.entries[index.row()]
            return f"{juror.id} {juror.name} · {entry.id} {entry.title}: {cell.tip}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Seats with how many they judge above; numbers and titles at the left."""
        across = orientation == Qt.Orientation.Horizontal
        if section >= len(self.jurors if across else self.entries):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if across:
                return f"{self.jurors[section].id}\n{self._loads[self.jurors[section].id]}"
            return f"{self.entries[section].id}  {_short(self.entries[section].title)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            if across:
                juror = self.jurors[section]
                return f"{juror.id} {juror.name}\n{juror.institution}"
            return f"{self.entries[section].title}\n{self.entries[section].institution}"
        return None


def of_stage(
    competition: Competition, rulings: Rulings, stage: str
) -> tuple[list[Juror], list[Entry], dict[Place, AssignmentState]]:
    """Jurors and participants of a stage, and who judges what, in the set-up's order.

    A participant whom nobody judges is there too, to be given to somebody; before the stage is open none is.
    """
    panel = competition.stage_by_id[stage].panel
    jurors = [one for one in competition.jurors if one.panel == panel and not one.spare]
    states: dict[Place, AssignmentState] = {
        (row.juror, row.entry): row.state for row in competition.assignments if row.stage == stage
    }
    there = {entry for _, entry in states}
    if states:
        there |= set(participants(competition, rulings, stage)) - rulings.out.keys()
    return jurors, [entry for entry in competition.entries if entry.id in there], states


def _cells() -> dict[AssignmentState | None, Cell]:
    return {
        "assigned": Cell(state=State.COMPLETE, tip=translate("Assignments", "menilai")),
        "recused": Cell(state=State.RECUSED, tip=translate("Assignments", "tidak menilai (benturan)")),
        None: Cell(tip=translate("Assignments", "tidak ditugaskan")),
    }


def _short(title: str) -> str:
    return title if len(title) <= 34 else f"{title[:33]}…"
