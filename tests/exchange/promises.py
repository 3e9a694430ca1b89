"""What EXCHANGE promises of a merge, said a second time, from outside, with none of derive's working.

Every finding is a sentence behind the name of the promise that it breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from kipp_desktop.domain import derive as deriving
from kipp_desktop.domain.competition import Competition, SheetKey
from kipp_desktop.domain.derive import JurorTable, ScoreTable, Sheet, Snapshot, expected_sheets
from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.domain.rulings import Event
from tests.exchange.history import History, Step

Finding = tuple[str, str]
ORDER, COUNTS, SUPERSEDES = "order", "what counts", "what does not count supersedes nothing"
KEPT, NOTHING_ADDED, CACHE = "no value disappears", "no value appears", "cache = rebuild"
WITHOUT_VALUES = ("abstained", "absent")


@dataclass
class Opinion:
    """What one head (a file or a paper entry) says of one sheet."""

    head: str
    state: str
    cells: Mapping[str, tuple[int, int | None]]


@dataclass
class Word:
    """The log as far as one juror and one stage are concerned, read without `rulings_of`."""

    timely: set[str] | None = None
    confirmed: set[str] = field(default_factory=set)
    kept: dict[str, set[str]] = field(default_factory=dict)


def word_of(log: Sequence[Event], juror: str, stage: str) -> Word:
    """Closing, devices and revocations."""
    word = Word()
    for event in log:
        data = event.data
        if event.type == "intake_closed" and data["stage"] == stage and word.timely is None:
            word.timely = set(data["received"])
        elif event.type == "intake_reopened" and data["stage"] == stage and word.timely is not None:
            word.timely |= set(data["digests"])
        elif event.type == "device_confirmed" and data["juror"] == juror:
            word.confirmed.add(data["device"])
        elif event.type == "device_revoked" and data["juror"] == juror:
            word.kept[data["device"]] = set(data["keep"])
    return word


def worth(files: Sequence[Snapshot], word: Word) -> dict[str, str]:
    """What each of a juror's files is worth at a stage, by EXCHANGE's table."""
    timely = [one for one in files if word.timely is None or one.digest in word.timely]
    alone = len({one.device for one in timely}) == 1 and not word.confirmed and not word.kept
    found = {one.digest: "late" for one in files}
    counted = list[Snapshot]()
    for one in timely:
        if one.device in word.kept:
            found[one.digest] = "counted" if one.digest in word.kept[one.device] else "revoked"
        else:
            found[one.digest] = "counted" if one.device in word.confirmed or alone else "waiting"
        if found[one.digest] == "counted":
            counted.append(one)
    for one in counted:
        covered = any(one.digest in other.ancestors for other in counted)
        found[one.digest] = "superseded" if covered else "head"
    return found


# — one table against its files and its log —


def findings(world: History) -> Iterator[Finding]:
    """Everything that the master's present table breaks."""
    table = deriving.derive(world.competition, world.here.values(), world.rulings)
    yield from accounted(world.competition, list(world.here.values()), world.log, table)
    yield from (
        (CACHE, f"{juror}: {kept}")
        for juror, kept in world.cache.items()
        if juror in table.jurors and told(kept) != told(table.jurors[juror])
    )
    yield from in_any_order(world, table)
    yield from with_others_rewritten(world, table)


def accounted(
    competition: Competition, files: Sequence[Snapshot], log: Sequence[Event], table: ScoreTable
) -> Iterator[Finding]:
    """Every file has its due worth, and every value that counts stands, conflicts, or was ruled on."""
    papers = papers_of(log)
    for juror, own in table.jurors.items():
        of_juror = [one for one in files if one.juror == juror]
        for stage in competition.stages:
            due = worth(of_juror, word_of(log, juror, stage.id))
            if due != dict(own.standing[stage.id]):
                yield COUNTS, f"{juror} {stage.id}: {dict(own.standing[stage.id])}, due {due}"
            heads = [one for one in of_juror if due[one.digest] == "head"]
            for sheet in own.sheets:
                if sheet.stage == stage.id:
                    opinions = opinions_of(heads, papers, sheet)
                    yield from sheet_findings(competition, log, sheet, opinions)
            yield from dropped(heads, of_juror, own)
            yield from declared(heads, own, stage.id)


def papers_of(log: Sequence[Event]) -> dict[str, Event]:
    """Paper entries that were not withdrawn, by hash."""
    taken_back = {event.data["paper"] for event in log if event.type == "paper_withdrawn"}
    return {
        event.hash: event for event in log if event.type == "paper_entered" and event.hash not in taken_back
    }


def opinions_of(heads: Iterable[Snapshot], papers: Mapping[str, Event], sheet: Sheet) -> list[Opinion]:
    """What is said of a sheet by those that nothing supersedes."""
    key, place = (sheet.stage, sheet.entry), (sheet.juror, sheet.stage, sheet.entry)
    found = [
        Opinion(one.digest, one.states.get(key, ("draft",))[0], one.cells.get(key, {}))
        for one in heads
        if key in one.cells or key in one.states
    ]
    for hash_, event in papers.items():
        data = event.data
        if (data["juror"], data["stage"], data["entry"]) == place:
            cells = {criterion: (rev, value) for criterion, rev, value in data["cells"]}
            found.append(Opinion(hash_, "locked", cells))
    return found


def sheet_findings(
    competition: Competition, log: Sequence[Event], sheet: Sheet, opinions: Sequence[Opinion]
) -> Iterator[Finding]:
    """A recused sheet has its event; any other shows each opinion, and no value that nobody holds."""
    place = f"{sheet.juror}/{sheet.stage}/{sheet.entry}"
    if sheet.state == "recused":
        if not any(event.type == "recused" and _at(event, sheet) for event in log):
            yield KEPT, f"{place} is recused without an event"
        return
    if set(sheet.opinions) != {one.head for one in opinions}:
        yield KEPT, f"{place} shows {sheet.opinions}, said by {[one.head for one in opinions]}"
    (rubric,) = competition.rubrics
    whole = last_ruling(log, sheet, None, {one.head for one in opinions})
    for position, criterion in enumerate(rubric.criterion):
        value = sheet.values[position]
        present = {
            one.head: one.cells[criterion.id][1]
            for one in opinions
            if criterion.id in one.cells and one.cells[criterion.id][0] == criterion.rev
        }
        ruled = last_ruling(log, sheet, criterion.id, set(present))
        if value is not None and value not in present.values():
            yield NOTHING_ADDED, f"{place}/{criterion.id} is {value}, held by nobody"
        if whole is None and ruled is None and sheet.state not in WITHOUT_VALUES:
            shown = next((one.values for one in sheet.troubles if one.criterion == criterion.id), {})
            for head, held in present.items():
                if value != held and shown.get(head, "not shown") != held:
                    yield KEPT, f"{place}/{criterion.id}: {held} of {head[:8]} neither stands nor conflicts"
        if ruled is not None and whole is None and sheet.state not in WITHOUT_VALUES and value != ruled[0]:
            yield KEPT, f"{place}/{criterion.id} is {value}, decided was {ruled[0]}"
    yield from state_findings(place, sheet, opinions, whole is not None)


def state_findings(place: str, sheet: Sheet, opinions: Sequence[Opinion], ruled: bool) -> Iterator[Finding]:
    """Locked is what somebody locked; a sheet without values is one that everybody left without."""
    states = {one.state for one in opinions}
    if sheet.state == "locked" and not any(
        one.state == "locked" and _values(one, sheet) == tuple(sheet.values) for one in opinions
    ):
        yield NOTHING_ADDED, f"{place} counts as locked, and nobody locked {sheet.values}"
    if sheet.state in WITHOUT_VALUES and not ruled and states != {sheet.state}:
        yield KEPT, f"{place} is {sheet.state}, and heads say {states}"
    if len(states) > 1 and not ruled and sheet.state != "conflict":
        yield KEPT, f"{place} is {sheet.state}, and heads say {states}"
    if not opinions and (sheet.state != "none" or any(one is not None for one in sheet.values)):
        yield NOTHING_ADDED, f"{place} is {sheet.state} without a word of the juror"


def _values(one: Opinion, sheet: Sheet) -> tuple[int | None, ...]:
    return tuple(one.cells.get(name, (1, None))[1] for name in ("a", "b"))


def last_ruling(
    log: Sequence[Event], sheet: Sheet, criterion: str | None, basis: set[str]
) -> tuple[Any] | None:
    """The choice of the last decision on a place whose basis is exactly the present heads."""
    found: tuple[Any] | None = None
    for event in log:
        if event.type == "conflict_decided" and _at(event, sheet) and event.data["criterion"] == criterion:
            found = (event.data["choice"],) if set(event.data["basis"]) == basis and basis else found
    return found


def _at(event: Event, sheet: Sheet) -> bool:
    data = event.data
    return (data["juror"], data["stage"], data["entry"]) == (sheet.juror, sheet.stage, sheet.entry)


def dropped(heads: Sequence[Snapshot], files: Sequence[Snapshot], own: JurorTable) -> Iterator[Finding]:
    """A cell that a later file leaves out is pointed out."""
    owed = {(sheet.stage, sheet.entry) for sheet in own.sheets}
    for head in heads:
        for one in files:
            lost = [
                (key, name)
                for key, cells in one.cells.items()
                for name in cells
                if key in owed and name not in head.cells.get(key, {})
            ]
            if one.digest in head.ancestors and lost and ("dropped_cell", head.digest) not in own.faults:
                yield KEPT, f"{head.digest[:8]} drops {lost} of {one.digest[:8]}, and nobody says so"


def declared(heads: Sequence[Snapshot], own: JurorTable, stage: str) -> Iterator[Finding]:
    """A stage is final only by the word of a head."""
    if stage in own.declared and not any(stage in head.declared for head in heads):
        yield NOTHING_ADDED, f"{own.juror} {stage} is final by nobody's word"


# — the same, in another order, with other companions —


def in_any_order(world: History, table: ScoreTable) -> Iterator[Finding]:
    """Shuffled, repeated, and merged in groups, one juror at a time."""
    random = Random(len(world.log) * 1000 + len(world.arrived))
    files = [*world.arrived, *random.sample(world.arrived, len(world.arrived) // 2)]
    random.shuffle(files)
    if all_told(deriving.derive(world.competition, files, world.rulings)) != all_told(table):
        yield ORDER, "a shuffle with repetitions derives something else"
    seats = expected_sheets(world.competition, world.rulings)
    together: dict[str, JurorTable] = {}
    held: dict[str, dict[str, Snapshot]] = {}
    while files:
        group = [files.pop() for _ in range(min(len(files), random.randint(1, 6)))]
        for one in group:
            held.setdefault(one.juror, {})[one.digest] = one
        for juror in {one.juror for one in group}:
            together[juror] = deriving.derive_juror(
                world.competition, juror, list(held[juror].values()), world.rulings, seats.get(juror, {})
            )
    for juror, merged in together.items():
        if told(merged) != told(table.jurors[juror]):
            yield ORDER, f"{juror}, merged in groups, is something else"


def with_others_rewritten(world: History, table: ScoreTable) -> Iterator[Finding]:
    """Whatever stands in files that don't count, what counts is worth the same and says the same."""
    log = world.log
    for stage in world.competition.stages:
        files = list[Snapshot]()
        for juror in table.jurors:
            own = world.of(juror)
            due = worth(own, word_of(log, juror, stage.id))
            everything = frozenset(due)
            files += [
                one
                if due[one.digest] in ("head", "superseded")
                else replace(one, ancestors=everything, cells={}, states={}, declared=frozenset())
                for one in own
            ]
        again = deriving.derive(world.competition, files, world.rulings)
        for juror, own in table.jurors.items():
            other = again.jurors[juror]
            if dict(other.standing[stage.id]) != dict(own.standing[stage.id]):
                yield SUPERSEDES, f"{juror} {stage.id}: files that don't count changed what counts"
            if _sheets(other, stage.id) != _sheets(own, stage.id):
                yield SUPERSEDES, f"{juror} {stage.id}: files that don't count changed the sheets"


def _sheets(table: JurorTable, stage: str) -> list[str]:
    return sorted(repr(sheet) for sheet in table.sheets if sheet.stage == stage)


# — one change after the other —

CONCERNS_ALL = ("intake_reopened", "criterion_changed", "juror_named", "juror_replaced")
CONCERNS_ONE = (
    *(
        "device_confirmed",
        "device_revoked",
        "recused",
        "conflict_decided",
        "paper_entered",
        "paper_withdrawn",
    ),
)


def step_findings(world: History, step: Step) -> Iterator[Finding]:
    """A value that stood and stands no more was superseded by link, is in conflict, or an event says why."""
    before = {} if step.before is None else _by_key(step.before)
    after = _by_key(step.after)
    for key, sheet in before.items():
        if key not in after and not (step.event and step.event.type == "juror_replaced"):
            yield KEPT, f"{step.juror}/{key}: the sheet is gone"
        if key not in after or (step.event is not None and _explains(step.event, sheet)):
            continue
        (rubric,) = world.competition.rubrics
        for criterion, old, new in zip(rubric.criterion, sheet.values, after[key].values, strict=True):
            if old is not None and old != new and not _superseded(world, step, after[key], criterion, old):
                yield KEPT, f"{step.juror}/{key}/{criterion.id}: {old} became {new} without a word"


def _by_key(table: JurorTable) -> dict[SheetKey, Sheet]:
    return {(sheet.stage, sheet.entry): sheet for sheet in table.sheets}


def _explains(event: Event, sheet: Sheet) -> bool:
    if event.type in CONCERNS_ONE:
        log_place = event.data.get("juror", sheet.juror)
        return log_place == sheet.juror
    return event.type in CONCERNS_ALL


def _superseded(world: History, step: Step, sheet: Sheet, criterion: Criterion, value: int) -> bool:
    """Whether the file that came names a holder of the value, differs visibly, makes a second device known,
    brings heads together that a decision was made on, or leaves only heads that abstain.
    """
    trouble = next((one for one in sheet.troubles if one.criterion == criterion.id), None)
    if trouble is not None and value in trouble.values.values():
        return True
    if step.file is None or sheet.state in WITHOUT_VALUES:  # by every head's word: see `state_findings`
        return step.file is not None
    own = world.of(step.juror)
    standing = {one.digest: step.after.standing[sheet.stage].get(one.digest, "nowhere") for one in own}
    counted = [one for one in own if standing[one.digest] in ("head", "superseded")]
    holders = [
        one
        for one in counted
        if one.cells.get((sheet.stage, sheet.entry), {}).get(criterion.id, (0, None))[1] == value
    ]
    linked = any(one.digest in other.ancestors for one in holders for other in counted)
    others = {one.device for one in own} - {step.file.device}
    waits = bool(others) and set(standing.values()) <= {"waiting", "late"}
    return linked or waits or _ruled(world, step, sheet, criterion)


def _ruled(world: History, step: Step, sheet: Sheet, criterion: Criterion) -> bool:
    """Whether a decision on the heads that are there now is in force, however old it is."""
    own = world.of(step.juror)
    heads = [one for one in own if step.after.standing[sheet.stage].get(one.digest) == "head"]
    opinions = opinions_of(heads, papers_of(world.log), sheet)
    present = [one for one in opinions if one.cells.get(criterion.id, (0,))[0] == criterion.rev]
    return any(
        last_ruling(world.log, sheet, place, {one.head for one in basis}) is not None
        for place, basis in ((None, opinions), (criterion.id, present))
    )


# — tables as values —


def told(table: JurorTable) -> object:
    """A juror's table as a value."""
    standing = {stage: sorted(held.items()) for stage, held in table.standing.items()}
    return sorted(map(repr, table.sheets)), sorted(table.declared), sorted(table.faults), standing


def all_told(table: ScoreTable) -> object:
    """All jurors' tables."""
    return sorted((juror, repr(told(own))) for juror, own in table.jurors.items())
