"""A competition day made at random, on payload values: jurors with laptops, sticks, and a master that merges.

An operation is a name and four numbers in [0, 1) that choose among what is there at that moment, so that any
list of operations can be played, also one from which others were cut away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any, TypeVar

from kipp_desktop.domain import derive as deriving
from kipp_desktop.domain.competition import Competition, Juror, SheetKey
from kipp_desktop.domain.derive import JurorTable, Snapshot, expected_sheets
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.domain.rulings import Event, Rulings, rulings_of
from tests.exchange.laptop import CRITERIA, Laptop
from tests.unit.domain_samples import contest, criteria, stage

T = TypeVar("T")
Numbers = tuple[float, float, float, float]
Operation = tuple[str, Numbers]
LEAST = 60  # operations of a history that did something
VALUES = (6000, 7000, 8000)
JURORS = (Juror("J-01"), Juror("J-02"), Juror("J-91", spare=True))
BUSY = ("J-01", "J-01", "J-01", "J-02", "J-02", "J-91")
ENTRIES, STAGES = ("01", "02"), ("babak", "final")

CONTEST = contest(
    len(ENTRIES),
    JURORS,
    stages=[stage(name, weight_bp=5000) for name in STAGES],
    rubric=Rubric("umum", criteria(5000, 5000)),
)


@dataclass(frozen=True)
class Step:
    """One change of a juror's table in the master, with what caused it: a file that came, or an event."""

    juror: str
    before: JurorTable | None
    after: JurorTable
    file: Snapshot | None
    event: Event | None


class History:
    """A world that operations are played on. `watch` sees every change of a juror's table."""

    def __init__(self, watch: Callable[[History, Step], None] | None = None) -> None:
        self.competition: Competition = CONTEST
        self.laptops = [Laptop(juror.id, f"{juror.id}/1") for juror in JURORS]
        self.backups: list[tuple[int, Laptop]] = []
        self.sticks: list[Snapshot] = []
        self.arrived: list[Snapshot] = []  # in the order of arrival, repetitions included
        self.log: list[Event] = []
        self.here: dict[str, Snapshot] = {}  # the same, each once
        self.cache: dict[str, JurorTable] = {}
        self.done = 0
        self._watch = watch
        self._rederive(None, None)

    # — what the master holds —

    @property
    def rulings(self) -> Rulings:
        """The log by subject."""
        return rulings_of(self.log)

    def play(self, operations: Iterable[Operation]) -> History:
        """Play operations; those that find nothing to do are passed over."""
        for name, numbers in operations:
            self.done += getattr(self, f"do_{name}")(*numbers) is not False
        return self

    def of(self, juror: str) -> list[Snapshot]:
        """A juror's files in the master."""
        return [one for one in self.here.values() if one.juror == juror]

    def _rederive(self, file: Snapshot | None, event: Event | None, only: str | None = None) -> None:
        """Refresh the cache as the master does: of one juror, or of all."""
        rulings = self.rulings
        seats = expected_sheets(self.competition, rulings)
        for juror in sorted({*seats, *(one.juror for one in self.here.values()), *self.cache}):
            if only not in (None, juror):
                continue
            before = self.cache.get(juror)
            after = deriving.derive_juror(
                self.competition, juror, self.of(juror), rulings, seats.get(juror, {})
            )
            self.cache[juror] = after
            if self._watch is not None:
                self._watch(self, Step(juror, before, after, file, event))

    def _log(self, type_: str, only: str | None = None, **data: Any) -> Event:
        seq = len(self.log) + 1
        event = Event(seq, "", "panitia", type_, data, hashlib.sha256(f"{seq}".encode()).hexdigest())
        self.log.append(event)
        self._rederive(None, event, only)
        return event

    # — at a laptop —

    def _laptop(self, number: float) -> Laptop:
        juror = pick(BUSY, number)
        own = [laptop for laptop in self.laptops if laptop.juror == juror]
        return pick(own, number * 1009 % 1)

    def do_write(self, a: float, b: float, c: float, d: float) -> bool | None:
        laptop, key = self._laptop(a), sheet_key(b)
        if not laptop.writable(key):
            return False
        for name in CRITERIA if c < 0.6 else (pick(CRITERIA, c),):
            laptop.put(key, name, pick(VALUES, d))
        return None

    def do_clear(self, a: float, b: float, c: float, d: float) -> bool | None:
        laptop, key, name = self._laptop(a), sheet_key(b), pick(CRITERIA, c)
        if not laptop.writable(key) or name not in laptop.cells.get(key, {}):
            return False
        laptop.put(key, name, None)
        return None

    def do_lock(self, a: float, b: float, c: float, d: float) -> bool | None:
        laptop = self._laptop(a)
        ready = [key for key in SHEETS if laptop.writable(key) and laptop.complete(key)]
        if not ready:
            return False
        for key in ready if d < 0.5 else [pick(ready, c)]:
            self._set(laptop, key, "locked")
        return None

    def do_reopen(self, a: float, b: float, c: float, d: float) -> bool | None:
        laptop = self._laptop(a)
        laptop.declared = laptop.declared - {pick(STAGES, c)}
        shut = [key for key in SHEETS if laptop.state(key) != "draft" and key[0] not in laptop.declared]
        return self._set(laptop, pick(shut, b), "draft") if shut else False

    def do_abstain(self, a: float, b: float, c: float, d: float) -> bool | None:
        laptop, key = self._laptop(a), sheet_key(b)
        if not laptop.writable(key):
            return False
        return self._set(laptop, key, "absent" if c < 0.3 else "abstained")

    def do_finish(self, a: float, b: float, c: float, d: float) -> bool | None:
        """Score what is missing of a stage, lock it, declare it final, and write the file."""
        laptop, name = self._laptop(a), pick(STAGES, b)
        keys = [(name, entry) for entry in ENTRIES if laptop.state((name, entry)) == "draft"]
        if name in laptop.declared:
            return False
        for key in keys:
            if not laptop.complete(key):
                for criterion in CRITERIA:
                    laptop.put(key, criterion, pick(VALUES, d))
            self._set(laptop, key, "locked")
        laptop.declared.add(name)
        self.sticks.append(laptop.export())
        return None

    def _set(self, laptop: Laptop, key: SheetKey, state: str) -> None:
        laptop.states[key] = (state, "alasan" if state == "abstained" else None)
        laptop.touched = True

    def do_export(self, a: float, b: float, c: float, d: float) -> bool | None:
        laptop = self._laptop(a)
        if not laptop.touched:
            return False
        self.sticks.append(laptop.export())
        return None

    def do_cross_import(self, a: float, b: float, c: float, d: float) -> bool | None:
        laptop = self._laptop(a)
        foreign = [
            one for one in self.sticks if one.juror == laptop.juror and one.digest not in laptop.ancestors
        ]
        if not foreign:
            return False
        choices = Random(c)
        laptop.take_in(pick(foreign, b), lambda: choices.random() < 0.5)
        return None

    def do_clone_store(self, a: float, b: float, c: float, d: float) -> bool | None:
        if len(self.laptops) > 9:
            return False
        self.laptops.append(self._laptop(a).copy())
        return None

    def do_back_up(self, a: float, b: float, c: float, d: float) -> None:
        laptop = self._laptop(a)
        self.backups.append((self.laptops.index(laptop), laptop.copy()))

    def do_restore(self, a: float, b: float, c: float, d: float) -> bool | None:
        if not self.backups:
            return False
        place, kept = pick(self.backups, a)
        self.laptops[place] = kept.copy()
        return None

    def do_further_device(self, a: float, b: float, c: float, d: float) -> bool | None:
        """Another laptop; or a stranger's with a leaked code, who names every file as superseded."""
        juror = pick(BUSY, a)
        if sum(laptop.juror == juror for laptop in self.laptops) > 3:
            return False
        laptop = Laptop(juror, f"{juror}/{len(self.laptops) + 1}")
        if b < 0.4:
            laptop.ancestors = {one.digest for one in self.sticks if one.juror == juror}
            laptop.put(sheet_key(c), pick(CRITERIA, c), pick(VALUES, d))
        self.laptops.append(laptop)
        return None

    def do_receive_package(self, a: float, b: float, c: float, d: float) -> bool | None:
        laptop = self._laptop(a)
        newest = {criterion.id: criterion.rev for criterion in self.competition.rubrics[0].criterion}
        if laptop.revs == newest:
            return False
        laptop.revs = newest
        return None

    # — at the organiser's —

    def do_deliver(self, a: float, b: float, c: float, d: float) -> bool | None:
        waiting = [one for one in self.sticks if one.digest not in self.here]
        return self._merge(pick(waiting, a)) if waiting else False

    def do_deliver_again(self, a: float, b: float, c: float, d: float) -> bool | None:
        return self._merge(pick(self.arrived, a)) if self.arrived else False

    def _merge(self, file: Snapshot) -> None:
        self.arrived.append(file)
        self.here[file.digest] = file
        self._rederive(file, None, file.juror)

    def do_confirm(self, a: float, b: float, c: float, d: float) -> bool | None:
        devices = sorted({(one.juror, one.device) for one in self.arrived})
        if not devices:
            return False
        juror, device = pick(devices, a)
        self._log("device_confirmed", juror, juror=juror, device=device)
        return None

    def do_revoke(self, a: float, b: float, c: float, d: float) -> bool | None:
        devices = sorted({(one.juror, one.device) for one in self.arrived})
        if not devices:
            return False
        juror, device = pick(devices, a)
        sent = sorted(one.digest for one in self.of(juror) if one.device == device)
        keep = [digest for digest in sent if Random(repr((b, digest))).random() < c]
        self._log("device_revoked", juror, juror=juror, device=device, keep=keep, reason="hilang")
        return None

    def do_new_package(self, a: float, b: float, c: float, d: float) -> bool | None:
        (rubric,) = self.competition.rubrics
        if sum(criterion.rev for criterion in rubric.criterion) > 4:
            return False
        changed = pick(CRITERIA, a)
        renewed = tuple(
            replace(one, rev=one.rev + 1) if one.id == changed else one for one in rubric.criterion
        )
        self.competition = replace(self.competition, rubrics=(replace(rubric, criterion=renewed),))
        self._log("criterion_changed", criterion=changed, rev=0, reason="makna", **{"class": "makna"})
        return None

    def do_recuse(self, a: float, b: float, c: float, d: float) -> None:
        juror, (stage_id, entry) = pick(BUSY, a), sheet_key(b)
        self._log("recused", juror, juror=juror, stage=stage_id, entry=entry, reason="keluarga")

    def do_close(self, a: float, b: float, c: float, d: float) -> bool | None:
        if len(self.log) < 4:
            return False
        received = sorted({one.digest for one in self.arrived})
        self._log("intake_closed", stage=pick(STAGES, a), received=received, reason=None)
        return None

    def do_reopen_intake(self, a: float, b: float, c: float, d: float) -> bool | None:
        stage_id = pick(STAGES, a)
        late = sorted(
            digest
            for table in self.cache.values()
            for digest, standing in table.standing[stage_id].items()
            if standing == "late"
        )
        if not late:
            return False
        named = [pick(late, b)] if c < 0.7 else late
        self._log("intake_reopened", stage=stage_id, digests=named, reason="macet")
        return None

    def do_decide(self, a: float, b: float, c: float, d: float) -> bool | None:
        torn = [one for table in self.cache.values() for one in table.sheets if one.state == "conflict"]
        if not torn:
            return False
        sheet = pick(torn, a)
        troubles = [trouble for trouble in sheet.troubles if trouble.kind == "conflict"]
        criterion: str | None = None
        choice: Any = pick(sheet.opinions, c)
        basis = sorted(sheet.opinions)
        if troubles and d < 0.6:
            trouble = pick(troubles, b)
            criterion, basis = trouble.criterion, sorted(trouble.values)
            choice = pick(sorted(trouble.values.values(), key=str), c)
        place = {"juror": sheet.juror, "stage": sheet.stage, "entry": sheet.entry}
        said = {"criterion": criterion, "choice": choice, "basis": basis, "reason": "dipilih", "present": []}
        self._log("conflict_decided", sheet.juror, **place, **said)
        return None

    def do_paper(self, a: float, b: float, c: float, d: float) -> None:
        juror, (stage_id, entry) = pick(BUSY, a), sheet_key(b)
        (rubric,) = self.competition.rubrics
        cells = [[one.id, one.rev, pick(VALUES, c)] for one in rubric.criterion]
        place = {"juror": juror, "stage": stage_id, "entry": entry}
        self._log("paper_entered", juror, **place, cells=cells, operators=["A", "B"], scan_sha256=None)

    def do_withdraw_paper(self, a: float, b: float, c: float, d: float) -> bool | None:
        live = [(place, paper) for place, held in self.rulings.papers.items() for paper in held]
        if not live:
            return False
        place, paper = pick(live, a)
        self._log("paper_withdrawn", place[0], paper=paper.hash, reason="salah lembar")
        return None

    def do_name_spare(self, a: float, b: float, c: float, d: float) -> bool | None:
        if "J-91" in self.rulings.named:
            return False
        self._log("juror_named", juror="J-91", who="0" * 64, letter="ST/1")
        return None

    def do_replace(self, a: float, b: float, c: float, d: float) -> bool | None:
        if self.rulings.replaced:
            return False
        self._log("juror_replaced", **{"from": pick(("J-01", "J-02"), a), "to": "J-91", "reason": "sakit"})
        return None


SHEETS: tuple[SheetKey, ...] = tuple((name, entry) for name in STAGES for entry in ENTRIES)

WEIGHTS: Mapping[str, float] = {
    "write": 14, "clear": 3, "lock": 7, "reopen": 3, "abstain": 1.5, "finish": 3, "export": 11,
    "cross_import": 4, "clone_store": 1.5, "back_up": 1.5, "restore": 1.5, "further_device": 2,
    "receive_package": 2, "deliver": 16, "deliver_again": 2, "confirm": 2.5, "revoke": 0.8,
    "new_package": 0.8, "recuse": 0.7, "close": 0.5, "reopen_intake": 1, "decide": 4, "paper": 1.5,
    "withdraw_paper": 0.7, "name_spare": 0.5, "replace": 0.3,
}  # fmt: skip


def sheet_key(number: float) -> SheetKey:
    """One of the sheets."""
    return pick(SHEETS, number)


def pick(things: Sequence[T], number: float) -> T:
    """One of the things, by a number in [0, 1)."""
    return things[int(number * len(things))]


def operations(random: Random) -> Iterator[Operation]:
    """An endless list of operations."""
    names, weights = list(WEIGHTS), list(WEIGHTS.values())
    while True:
        for name in random.choices(names, weights, k=64):
            yield name, (random.random(), random.random(), random.random(), random.random())


def grown(seed: int, watch: Callable[[History, Step], None] | None = None) -> tuple[History, list[Operation]]:
    """A seed's history, with as many operations as it takes for `LEAST` of them or more to do something."""
    world, played = History(watch), list[Operation]()
    for operation in operations(Random(seed)):
        played.append(operation)
        if world.play([operation]).done >= LEAST + seed % 30:
            break
    return world, played
