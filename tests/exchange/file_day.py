"""The same day on real files: stores, score files sealed with age, a master that merges them.

It understands the operations of `history`; one that the services refuse found nothing to do.
"""

from __future__ import annotations

import random as chance
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kipp_desktop.domain.competition import Competition, Entry, Juror, plain
from kipp_desktop.domain.derive import ScoreTable, Sheet, Snapshot
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import Event
from kipp_desktop.exchange import decoding, score_file
from kipp_desktop.services import (
    deciding,
    exporting,
    issuing,
    jurors,
    laptops,
    merging,
    receiving,
    scoring,
    setting_up,
)
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.masters import Master, issued_competition, load_state, open_master, refresh
from tests.exchange.history import BUSY, ENTRIES, STAGES, VALUES, Operation, pick, sheet_key
from tests.exchange.laptop import CRITERIA

TEMPLATE = """
title = "Dua tahap"
level = "kabupaten"
[[rubric]]
id = "umum"
total = "weighted"
[[rubric.criterion]]
id = "a"
name = {id = "Kebaruan"}
weight_bp = 5000
[[rubric.criterion]]
id = "b"
name = {id = "Manfaat"}
weight_bp = 5000
[[stage]]
id = "babak"
name = {id = "Babak awal"}
rubric = {default = "umum"}
weight_bp = 5000
[[stage]]
id = "final"
name = {id = "Final"}
rubric = {default = "umum"}
weight_bp = 5000
[rule]
panel_method = {kind = "mean"}
"""


@dataclass(frozen=True)
class Start:
    """A master with its first package, and a store for every seat: copied for each day."""

    folder: Path
    package: Path
    codes: dict[str, str]


def prepare(folder: Path) -> Start:
    """Set the competition up; both stages are open from the first package on."""
    template = folder / "dua-tahap.toml"
    template.write_text(TEMPLATE, "utf-8")
    day = folder / "start"
    day.mkdir()
    master = setting_up.new_master(day / "lomba.kipp", str(template), "Lomba Dua Tahap")
    setting_up.put_entries(master, [Entry(one, f"Inovasi {one}", f"Dinas {one}") for one in ENTRIES])
    setting_up.put_jurors(master, [Juror("J-01", "Juri Satu"), Juror("J-02", "Juri Dua")])
    deciding.advance(master, STAGES[0])
    made = issuing.issue(master, day)
    master.close()
    codes = {juror.id: code for juror, code in made.codes}
    for juror in dict.fromkeys(BUSY):
        jurors.enrol(made.package, juror, codes[juror], day / f"{juror}-1").close()
    return Start(day, made.package, codes)


class FileDay:
    """One day in a folder of its own."""

    def __init__(self, start: Start, folder: Path) -> None:
        shutil.copytree(start.folder, folder)
        self.folder, self.start = folder, start
        self.package = folder / start.package.name
        self.master: Master = open_master(folder / "lomba.kipp")
        self.desks = [(juror, jurors.open_desk(folder / f"{juror}-1")) for juror in dict.fromkeys(BUSY)]
        self.kept: list[tuple[int, Path]] = []
        self.files: list[tuple[str, Path]] = []
        self.delivered: set[Path] = set()
        self.done = 0
        self.made = 0

    def play(self, operations: Iterable[Operation], least: int) -> FileDay:
        """Play operations until `least` of them have done something."""
        for name, numbers in operations:
            try:
                self.done += getattr(self, f"do_{name}")(*numbers) is not False
            except UserError:
                continue
            if self.done >= least:
                break
        return self

    def close(self) -> None:
        """Let go of every store."""
        self.master.close()
        for _, desk in self.desks:
            desk.close()

    # — what the master says, read from its files —

    def read(self) -> tuple[Competition, list[Snapshot], list[Event], ScoreTable]:
        """The competition in force, every payload, the log, and the cached table."""
        with self.master.store.begin() as tx:
            state = load_state(tx)
            files = [score_file.reopen(stored.envelope).snapshot for stored in tx.payloads()]
            return issued_competition(tx, tx.packages()[-1]), files, tx.log.events(), state.table

    def _name(self, what: str) -> Path:
        self.made += 1
        return self.folder / f"{self.made:03}-{what}"

    # — at a laptop —

    def _desk(self, number: float) -> JurorDesk:
        juror = pick(BUSY, number)
        return pick([desk for owner, desk in self.desks if owner == juror], number * 1009 % 1)

    def do_write(self, a: float, b: float, c: float, d: float) -> None:
        for name in CRITERIA if c < 0.6 else (pick(CRITERIA, c),):
            scoring.enter_score(self._desk(a), *sheet_key(b), name, pick(VALUES, d))

    def do_clear(self, a: float, b: float, c: float, d: float) -> None:
        scoring.enter_score(self._desk(a), *sheet_key(b), pick(CRITERIA, c), None)

    def do_lock(self, a: float, b: float, c: float, d: float) -> bool:
        return bool(scoring.lock_complete(self._desk(a), pick(STAGES, b)))

    def do_reopen(self, a: float, b: float, c: float, d: float) -> None:
        desk, key = self._desk(a), sheet_key(b)
        if scoring.declared(desk, key[0]):
            scoring.withdraw_declaration(desk, key[0], "salah ketik")
        scoring.reopen(desk, *key, "salah ketik")

    def do_abstain(self, a: float, b: float, c: float, d: float) -> None:
        if c < 0.3:
            scoring.mark_absent(self._desk(a), *sheet_key(b))
        else:
            scoring.abstain(self._desk(a), *sheet_key(b), "satu instansi")

    def do_finish(self, a: float, b: float, c: float, d: float) -> None:
        desk = self._desk(a)
        for stage, entries in desk.owed.items():
            for entry in entries:
                own = scoring.sheet(desk, stage, entry)
                if own.state == "draft" and not own.complete and not scoring.declared(desk, stage):
                    scores = [(stage, entry, one.id, pick(VALUES, d)) for one in own.rubric.criterion]
                    scoring.enter_scores(desk, scores)
        path = self._name(f"{desk.juror_id}.nilai")
        exporting.finish(desk, path)
        self.files.append((desk.juror_id, path))

    def do_export(self, a: float, b: float, c: float, d: float) -> bool | None:
        desk = self._desk(a)
        path = self._name(f"{desk.juror_id}.nilai")
        made = exporting.export(desk, path)
        if made.unchanged and c < 0.8:
            return False
        self.files.append((desk.juror_id, path))
        return None

    def do_cross_import(self, a: float, b: float, c: float, d: float) -> bool | None:
        desk = self._desk(a)
        own = [path for juror, path in self.files if juror == desk.juror_id]
        if not own or receiving.receive(desk, pick(own, b)).kind == "known":
            return False
        choices = chance.Random(c)
        with desk.store.begin() as tx:
            open_ = tx.differences()
        for one in open_:
            side = "mine" if choices.random() < 0.5 else "theirs"
            receiving.resolve(desk, one.stage, one.entry, one.criterion, side)
        with desk.store.begin() as tx:  # the next file supersedes all that this laptop wrote or took in
            assert {one.digest for one in tx.exports()} <= {*tx.ancestors()}
        return None

    def do_clone_store(self, a: float, b: float, c: float, d: float) -> bool | None:
        if len(self.desks) > 9:
            return False
        desk, folder = self._desk(a), self._name("salinan")
        shutil.copytree(desk.store.folder, folder)
        self.desks.append((desk.juror_id, jurors.open_desk(folder)))
        return None

    def do_back_up(self, a: float, b: float, c: float, d: float) -> None:
        desk, folder = self._desk(a), self._name("cadangan")
        shutil.copytree(desk.store.folder, folder)
        self.kept.append(([desk for _, desk in self.desks].index(desk), folder))

    def do_restore(self, a: float, b: float, c: float, d: float) -> bool | None:
        if not self.kept:
            return False
        place, kept = pick(self.kept, a)
        juror, desk = self.desks[place]
        desk.close()
        shutil.rmtree(desk.store.folder)
        shutil.copytree(kept, desk.store.folder)
        self.desks[place] = (juror, jurors.open_desk(desk.store.folder))
        return None

    def do_further_device(self, a: float, b: float, c: float, d: float) -> bool | None:
        juror = pick(BUSY, a)
        if sum(owner == juror for owner, _ in self.desks) > 3:
            return False
        desk = jurors.enrol(self.package, juror, self.start.codes[juror], self._name("laptop"))
        self.desks.append((juror, desk))
        return None

    def do_receive_package(self, a: float, b: float, c: float, d: float) -> bool:
        return receiving.receive(self._desk(a), self.package).kind != "known"

    # — at the organiser's —

    def do_deliver(self, a: float, b: float, c: float, d: float) -> bool | None:
        waiting = [path for _, path in self.files if path not in self.delivered]
        return self._deliver([pick(waiting, a)]) if waiting else False

    def do_deliver_again(self, a: float, b: float, c: float, d: float) -> bool | None:
        paths = sorted(self.delivered)
        return self._deliver(chance.Random(b).sample(paths, min(3, len(paths)))) if paths else False

    def _deliver(self, paths: list[Path]) -> bool | None:
        outcomes = merging.apply(self.master, paths)
        self.delivered |= set(paths)
        refused = [one.code for one in outcomes if one.outcome in ("refused", "quarantined")]
        assert not refused, refused  # every file here is a good one
        return None

    def _devices(self) -> list[tuple[str, str, list[str]]]:
        return [(one.juror, one.key, one.digests) for one in laptops.laptops(self.master)]

    def do_confirm(self, a: float, b: float, c: float, d: float) -> bool | None:
        devices = self._devices()
        if not devices:
            return False
        juror, device, _ = pick(devices, a)
        deciding.confirm_device(self.master, juror, device)
        return None

    def do_revoke(self, a: float, b: float, c: float, d: float) -> bool | None:
        devices = self._devices()
        if not devices:
            return False
        juror, device, digests = pick(devices, a)
        keep = [digest for digest in digests if chance.Random(f"{b}{digest}").random() < c]
        deciding.revoke_device(self.master, juror, device, keep, "hilang")
        return None

    def do_new_package(self, a: float, b: float, c: float, d: float) -> bool | None:
        """A criterion changes its meaning: its rev rises and the next version says so."""
        changed = pick(CRITERIA, a)
        with self.master.store.begin() as tx:
            (rubric,) = decoding.rubrics(tx.documents("rubric"))
            if sum(one.rev for one in rubric.criterion) > 4:
                return False
            renewed = tuple(
                replace(one, rev=one.rev + 1) if one.id == changed else one for one in rubric.criterion
            )
            tx.put_documents("rubric", [plain(replace(rubric, criterion=renewed))])
            tx.append(
                "criterion_changed", {"criterion": changed, "rev": 0, "class": "makna", "reason": "uji"}
            )
        self.package = issuing.issue(self.master, self.folder).package
        return None

    def do_recuse(self, a: float, b: float, c: float, d: float) -> None:
        stage, entry = sheet_key(b)
        deciding.recuse(self.master, pick(BUSY, a), entry, "keluarga", stage)

    def do_close(self, a: float, b: float, c: float, d: float) -> None:
        deciding.close_intake(self.master, pick(STAGES, a))

    def do_reopen_intake(self, a: float, b: float, c: float, d: float) -> bool | None:
        stage = pick(STAGES, a)
        late = deciding.late_files(self.master, stage)
        if not late:
            return False
        deciding.reopen_intake(self.master, [pick(late, b)] if c < 0.7 else late, "macet", stage)
        return None

    def do_decide(self, a: float, b: float, c: float, d: float) -> bool | None:
        table = self.read()[3]
        torn = [one for own in table.jurors.values() for one in own.sheets if one.state == "conflict"]
        if not torn:
            return False
        self._decide(pick(torn, a), b, c, d)
        return None

    def _decide(self, sheet: Sheet, b: float, c: float, d: float) -> None:
        troubles = [trouble for trouble in sheet.troubles if trouble.kind == "conflict"]
        place = (sheet.juror, sheet.stage, sheet.entry)
        if troubles and d < 0.6:
            trouble = pick(troubles, b)
            choice: Any = pick(sorted(trouble.values.values(), key=str), c)
            deciding.decide_conflict(self.master, *place, trouble.criterion, choice, "dipilih", ["Ketua"])
        else:
            deciding.decide_conflict(self.master, *place, None, pick(sheet.opinions, c), "dipilih", ["Ketua"])

    def do_paper(self, a: float, b: float, c: float, d: float) -> None:
        juror, (stage, entry) = pick(BUSY, a), sheet_key(b)
        rubric = self.read()[0].rubrics[0]
        cells = [[one.id, one.rev, pick(VALUES, c)] for one in rubric.criterion]
        place = {"juror": juror, "stage": stage, "entry": entry}
        said = {"cells": cells, "operators": ["A", "B"], "scan_sha256": None}
        self._event("paper_entered", juror, {**place, **said})

    def do_withdraw_paper(self, a: float, b: float, c: float, d: float) -> bool | None:
        with self.master.store.begin() as tx:
            papers = load_state(tx).rulings.papers
        live = [(place, paper) for place, held in papers.items() for paper in held]
        if not live:
            return False
        place, paper = pick(live, a)
        self._event("paper_withdrawn", place[0], {"paper": paper.hash, "reason": "salah lembar"})
        return None

    def _event(self, type_: str, juror: str, data: dict[str, Any]) -> None:
        with self.master.store.begin() as tx:
            tx.append(type_, data)
            refresh(tx, juror)

    def do_name_spare(self, a: float, b: float, c: float, d: float) -> None:
        deciding.name_juror(self.master, "J-91", "Juri Pengganti", "Universitas", "ST/1")

    def do_replace(self, a: float, b: float, c: float, d: float) -> None:
        deciding.replace_juror(self.master, pick(("J-01", "J-02"), a), "J-91", "sakit")


def merged_elsewhere(day: FileDay, order: Iterable[Path], name: str) -> ScoreTable:
    """A copy of the master, as it stands, after it merged files in this order."""
    folder = day.folder / name
    folder.mkdir()
    for suffix in (".kipp", ".kunci"):
        shutil.copyfile(day.folder / f"lomba{suffix}", folder / f"lomba{suffix}")
    master = open_master(folder / "lomba.kipp")
    try:
        merging.apply(master, list(order))
        with master.store.begin() as tx:
            return load_state(tx).table
    finally:
        master.close()
