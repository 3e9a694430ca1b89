"""From files and events to the score table: EXCHANGE's merge as one pure function.

Payloads come as a set: their order and number of arrivals change nothing. What does not count supersedes
nothing. Nothing is chosen silently: differing values become a conflict that people settle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kipp_desktop.domain.competition import AssignmentState, Competition, SheetKey, spare_sheets
from kipp_desktop.domain.faults import LATE, faults_of
from kipp_desktop.domain.rubric import Cells, Rubric
from kipp_desktop.domain.rulings import ConflictRuling, Place, Rulings

GivenState = Literal["draft", "locked", "abstained", "absent"]
SheetState = Literal["none", "draft", "locked", "reopened", "abstained", "absent", "recused", "conflict"]
Standing = Literal["head", "superseded", "waiting", "revoked", "late"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one accepted score file says.

    `cells` and `states` are by (stage, entry); a cleared cell is None.
    """

    digest: str
    juror: str
    device: str
    ancestors: frozenset[str]
    cells: Mapping[SheetKey, Cells]
    states: Mapping[SheetKey, tuple[GivenState, str | None]]
    declared: frozenset[str] = frozenset()

    def holds(self, key: SheetKey) -> bool:
        """Whether this file has an opinion on the sheet."""
        return key in self.cells or key in self.states

    def state(self, key: SheetKey) -> GivenState:
        """State of a sheet; cells without a state are a draft."""
        return self.states[key][0] if key in self.states else "draft"

    def opinion(self, key: SheetKey) -> Opinion | None:
        """What this file says of a sheet, or None where it says nothing."""
        given, cells = self.states.get(key), self.cells.get(key)
        if given is None:
            return None if cells is None else Opinion(self.digest, "draft", None, cells)
        return Opinion(self.digest, *given, cells or {})


class Opinion(NamedTuple):
    """One head's view of one sheet."""

    head: str
    state: GivenState
    reason: str | None
    cells: Cells


class CellTrouble(NamedTuple):
    """A cell without a value that counts: several differing ones (by head), or only outdated revs."""

    criterion: str
    kind: Literal["conflict", "outdated"]
    values: Mapping[str, int | None]


class Sheet(NamedTuple):
    """One juror's derived sheet of one entry; `values` follow the rubric's criteria, None = not scored."""

    juror: str
    stage: str
    entry: str
    state: SheetState
    values: tuple[int | None, ...]
    reason: str | None = None
    troubles: tuple[CellTrouble, ...] = ()
    opinions: tuple[str, ...] = ()  # digests of the heads that hold the sheet
    paper: bool = False

    @property
    def scored(self) -> int:
        """How many criteria have a value."""
        return len(self.values) - self.values.count(None)


@dataclass(frozen=True, slots=True)
class JurorTable:
    """Everything derived for one juror, independent of all others."""

    juror: str
    sheets: tuple[Sheet, ...]
    standing: Mapping[str, Mapping[str, Standing]]  # stage → digest → standing
    declared: frozenset[str]
    faults: tuple[tuple[str, str], ...]  # kind, digest


@dataclass(frozen=True)
class ScoreTable:
    """All sheets by stage and entry, and what each file is worth."""

    sheets: Mapping[str, Mapping[str, list[Sheet]]]
    jurors: Mapping[str, JurorTable] = field(default_factory=dict[str, JurorTable])

    def of(self, stage: str, entry: str) -> list[Sheet]:
        """The sheets expected of an entry, by juror."""
        return self.sheets.get(stage, {}).get(entry, [])


def derive(competition: Competition, snapshots: Iterable[Snapshot], rulings: Rulings) -> ScoreTable:
    """Derive the whole score table."""
    of_juror: dict[str, list[Snapshot]] = defaultdict(list)
    for snapshot in {snapshot.digest: snapshot for snapshot in snapshots}.values():
        of_juror[snapshot.juror].append(snapshot)
    seats = expected_sheets(competition, rulings)
    tables = [
        derive_juror(competition, juror, of_juror.get(juror, []), rulings, seats.get(juror, {}))
        for juror in sorted({*seats, *of_juror})
    ]
    return assemble(tables)


def assemble(tables: Iterable[JurorTable]) -> ScoreTable:
    """Put the jurors' tables side by side."""
    sheets: dict[str, dict[str, list[Sheet]]] = defaultdict(lambda: defaultdict(list))
    jurors: dict[str, JurorTable] = {}
    for table in tables:
        jurors[table.juror] = table
        for sheet in table.sheets:
            sheets[sheet.stage][sheet.entry].append(sheet)
    return ScoreTable(sheets, jurors)


def expected_sheets(competition: Competition, rulings: Rulings) -> dict[str, dict[SheetKey, AssignmentState]]:
    """Which sheets each juror owes, recusals marked.

    A replaced juror owes nothing and the successor what the other owed; a spare seat counts once somebody is
    named for it, and then owes what the panel owes.
    """
    seats: dict[str, dict[SheetKey, AssignmentState]] = defaultdict(dict)
    spare = {juror.id for juror in competition.jurors if juror.spare}
    for row in competition.assignments:
        if row.juror not in spare:
            seats[row.juror][row.stage, row.entry] = row.state
    for event in rulings.seating:
        if event.type == "juror_named":
            coming: str = event.data["juror"]
            owed: dict[SheetKey, AssignmentState] = spare_sheets(competition, coming)
        else:
            coming = event.data["to"]
            owed = dict.fromkeys(seats.pop(event.data["from"], {}), "assigned")
        seats[coming] = {**owed, **seats[coming]}
    for juror, stage, entry in rulings.recused:
        if (stage, entry) in seats.get(juror, {}):
            seats[juror][stage, entry] = "recused"
    return seats


def derive_juror(
    competition: Competition,
    juror: str,
    snapshots: list[Snapshot],
    rulings: Rulings,
    seat: Mapping[SheetKey, AssignmentState],
) -> JurorTable:
    """Derive one juror's sheets from the juror's own files and the organiser's rulings."""
    # in an order of their own, so that no reason or list shows who came first
    snapshots = sorted(snapshots, key=lambda one: one.digest)
    sheets: list[Sheet] = []
    standing: dict[str, dict[str, Standing]] = {}
    declared: set[str] = set()
    faults: dict[tuple[str, str], None] = {}
    by_stage: dict[str, list[SheetKey]] = defaultdict(list)
    for key in seat:
        by_stage[key[0]].append(key)
    for stage in competition.stages:
        standing[stage.id] = _standing(stage.id, juror, snapshots, rulings)
        heads = [snapshot for snapshot in snapshots if standing[stage.id][snapshot.digest] == "head"]
        only = heads[0] if len(heads) == 1 and not rulings.papers else None
        of_stage = [
            (only and _plain_sheet(competition.rubric_of[key], juror, key, only, seat[key]))
            or _derive_sheet(competition, juror, key, heads, rulings, seat[key])
            for key in by_stage[stage.id]
        ]
        sheets += of_stage
        if any(_declares(head, stage.id, of_stage, competition) for head in heads):
            declared.add(stage.id)
        faults |= dict.fromkeys(faults_of(stage.id, competition, seat, heads, snapshots, standing[stage.id]))
        late = [snapshot for snapshot in snapshots if standing[stage.id][snapshot.digest] == "late"]
        settled = {digest for head in heads for digest in head.ancestors} if late else set[str]()
        faults |= {
            (LATE + stage.id, one.digest): None
            for one in late
            if one.digest not in settled and _brings_news(one, stage.id, of_stage, declared, competition)
        }
    return JurorTable(juror, tuple(sheets), standing, frozenset(declared), tuple(faults))


def _standing(stage: str, juror: str, snapshots: list[Snapshot], rulings: Rulings) -> dict[str, Standing]:
    """What each file is worth for a stage:
    EXCHANGE's timely → known devices → device counts → counted → heads.
    """
    received = rulings.timely_digests.get(stage)
    timely = [snapshot for snapshot in snapshots if received is None or snapshot.digest in received]
    known = {snapshot.device for snapshot in timely}
    settled = any(juror == owner for owner, _ in [*rulings.confirmed, *rulings.kept])
    standing: dict[str, Standing] = {snapshot.digest: "late" for snapshot in snapshots}
    counted: list[Snapshot] = []
    for snapshot in timely:
        device = (juror, snapshot.device)
        if device in rulings.kept:
            counts = snapshot.digest in rulings.kept[device]
            standing[snapshot.digest] = "revoked"
        else:
            counts = device in rulings.confirmed or (len(known) == 1 and not settled)
            standing[snapshot.digest] = "waiting"
        if counts:
            counted.append(snapshot)
    covered = {ancestor for snapshot in counted for ancestor in snapshot.ancestors}
    for snapshot in counted:
        standing[snapshot.digest] = "superseded" if snapshot.digest in covered else "head"
    return standing


def _plain_sheet(
    rubric: Rubric, juror: str, key: SheetKey, head: Snapshot, assignment: AssignmentState
) -> Sheet | None:
    """What `_derive_sheet` makes of a sheet that only this head speaks of, and wholly: nearly all are such.

    None where there is something to look at.
    """
    given, cells = head.states.get(key), head.cells.get(key)
    if given is None or cells is None or given[0] in ("abstained", "absent") or assignment == "recused":
        return None
    values = rubric.whole(cells)
    return None if values is None else Sheet(juror, *key, given[0], values, given[1], (), (head.digest,))


def _derive_sheet(
    competition: Competition,
    juror: str,
    key: SheetKey,
    heads: list[Snapshot],
    rulings: Rulings,
    assignment: AssignmentState,
) -> Sheet:
    place = (juror, *key)
    rubric = competition.rubric_of[key]
    if assignment == "recused":
        return Sheet(*place, "recused", rubric.nothing, rulings.recused.get(place))
    opinions = _opinions(key, heads, rulings, place)
    if not opinions:
        return Sheet(*place, "none", rubric.nothing)
    chosen = opinions[0] if len(opinions) == 1 else _chosen_head(opinions, rulings.conflicts.get(place, ()))
    if chosen is not None:
        state, reason, (values, troubles) = chosen.state, chosen.reason, _cells_of_one(rubric, chosen.cells)
        if state == "locked" and troubles:
            state = "reopened"
    else:
        values, troubles = _cells_of_several(rubric, opinions, rulings.conflicts.get(place, ()))
        state, reason = _state_of_several(rubric, opinions, values, troubles)
    if state in ("abstained", "absent"):
        values, troubles = rubric.nothing, ()
    holders = tuple(sorted([opinion.head for opinion in opinions]))
    paper = place in rulings.papers and any(sheet.hash in holders for sheet in rulings.papers[place])
    return Sheet(*place, state, values, reason, troubles, holders, paper)


def _opinions(key: SheetKey, heads: list[Snapshot], rulings: Rulings, place: Place) -> list[Opinion]:
    opinions = [opinion for head in heads if (opinion := head.opinion(key)) is not None]
    for paper in rulings.papers.get(place, ()):
        cells = {criterion: (rev, value) for criterion, rev, value in paper.cells}
        opinions.append(Opinion(paper.hash, "locked", None, cells))
    return opinions


def _chosen_head(opinions: list[Opinion], rulings: Iterable[ConflictRuling]) -> Opinion | None:
    """The head that a decision on the whole sheet chose, while its basis is exactly the present heads."""
    present = {opinion.head: opinion for opinion in opinions}
    chosen = None
    for ruling in rulings:
        if ruling.criterion is None and ruling.basis == present.keys():
            chosen = present.get(str(ruling.choice))
    return chosen


def _cells_of_one(rubric: Rubric, cells: Cells) -> tuple[tuple[int | None, ...], tuple[CellTrouble, ...]]:
    whole = rubric.whole(cells)
    if whole is not None:
        return whole, ()
    revs, values = zip(*[cells.get(name, empty) for name, empty in rubric.empty_cells.items()], strict=True)
    if revs == rubric.revs:
        return values, ()
    present = [rev == criterion.rev for rev, criterion in zip(revs, rubric.criterion, strict=True)]
    troubles = [
        CellTrouble(criterion.id, "outdated", {})
        for criterion, good in zip(rubric.criterion, present, strict=True)
        if not good
    ]
    return tuple(value if good else None for value, good in zip(values, present, strict=True)), tuple(
        troubles
    )


def _cells_of_several(
    rubric: Rubric, opinions: list[Opinion], rulings: Iterable[ConflictRuling]
) -> tuple[tuple[int | None, ...], tuple[CellTrouble, ...]]:
    values: list[int | None] = []
    troubles: list[CellTrouble] = []
    for criterion in rubric.criterion:
        held = {
            opinion.head: opinion.cells[criterion.id] for opinion in opinions if criterion.id in opinion.cells
        }
        present = {head: value for head, (rev, value) in held.items() if rev == criterion.rev}
        distinct = set(present.values())
        if len(distinct) > 1:
            distinct = _chosen_value(criterion.id, present, rulings) or distinct
        if len(distinct) == 1:
            values.append(distinct.pop())
            continue
        values.append(None)
        if distinct:
            troubles.append(CellTrouble(criterion.id, "conflict", present))
        elif held:
            troubles.append(
                CellTrouble(criterion.id, "outdated", {head: value for head, (_, value) in held.items()})
            )
    return tuple(values), tuple(troubles)


def _chosen_value(
    criterion: str, present: Mapping[str, int | None], rulings: Iterable[ConflictRuling]
) -> set[int | None]:
    """The value a decision on the cell chose (in a set),
    while its basis is exactly the heads that hold the cell.
    """
    chosen: set[int | None] = set()
    for ruling in rulings:
        if (
            ruling.criterion == criterion
            and ruling.basis == frozenset(present)
            and ruling.choice in present.values()
        ):
            chosen = {ruling.choice if isinstance(ruling.choice, int) else None}
    return chosen


def _state_of_several(
    rubric: Rubric,
    opinions: list[Opinion],
    values: tuple[int | None, ...],
    troubles: tuple[CellTrouble, ...],
) -> tuple[SheetState, str | None]:
    """The state that all opinions share and the first one's reason, or a conflict.

    Locked only if the derived values are what at least one head locked, else nobody locked these values.
    """
    state, reason = opinions[0].state, opinions[0].reason
    if any(opinion.state != state for opinion in opinions):
        return "conflict", None
    if state in ("abstained", "absent"):
        return state, reason
    if any(trouble.kind == "conflict" for trouble in troubles):
        return "conflict", reason
    locked = not troubles and any(_cells_of_one(rubric, opinion.cells)[0] == values for opinion in opinions)
    return ("reopened" if state == "locked" and not locked else state), reason


def _declares(head: Snapshot, stage: str, sheets: list[Sheet], competition: Competition) -> bool:
    """Whether the head declares the stage final and shows exactly the derived sheets."""
    return stage in head.declared and all(
        sheet.state == "recused" or _shows(head, sheet, competition) for sheet in sheets
    )


def _brings_news(
    late: Snapshot, stage: str, sheets: list[Sheet], declared: set[str], competition: Competition
) -> bool:
    """Whether a late file says of a stage what no counted file says. A full snapshot mostly repeats."""
    return (stage in late.declared) != (stage in declared) or any(
        sheet.state != "recused"
        and late.holds((sheet.stage, sheet.entry))
        and not _shows(late, sheet, competition)
        for sheet in sheets
    )


def _shows(head: Snapshot, sheet: Sheet, competition: Competition) -> bool:
    key = sheet.stage, sheet.entry
    if not head.holds(key):
        return sheet.state == "none"
    if head.state(key) != sheet.state:
        return False
    if sheet.state in ("abstained", "absent") or sheet.opinions == (head.digest,):
        return True
    return _cells_of_one(competition.rubric_of[key], head.cells.get(key, {}))[0] == sheet.values
