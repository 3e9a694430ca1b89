"""Opens every page of the organiser's window on a large competition; run in a process of its own.

Prints [longest block of ours, of the baseline] in seconds, and on stderr which page it was.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from kipp_desktop import paths
from kipp_desktop.domain.competition import Assignment, Competition, Entry, Juror, Rule, Stage
from kipp_desktop.domain.derive import JurorTable, Sheet, assemble
from kipp_desktop.domain.rubric import Criterion, Rubric, Text
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.gui.languages import Languages
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.organiser_window import OrganiserWindow
from kipp_desktop.gui.tasks import Tasks
from kipp_desktop.gui.theme import Theme
from kipp_desktop.services import closing, masters, results
from kipp_desktop.services.masters import MasterState
from tests.benchmarks.baseline_pages import longest_block

_PER_ENTRY = 3  # jurors, by field


def competition(entries: int, jurors: int) -> Competition:
    """A national event: every entry before three jurors of its field."""
    criteria = tuple(Criterion(f"k{n}", Text(f"Kriteria {n}"), 2000) for n in range(5))
    listed = tuple(
        Entry(f"{n:04d}", f"Inovasi Pelayanan Nomor {n} bagi Masyarakat Terpencil", f"Kabupaten {n % 514}")
        for n in range(entries)
    )
    seats = tuple(Juror(f"J-{n:03d}", f"Prof. Dr. Nama Juri ke-{n}, M.Si.") for n in range(jurors))
    shared = [
        Assignment(seats[(at * _PER_ENTRY + k) % jurors].id, "final", entry.id)
        for at, entry in enumerate(listed)
        for k in range(min(_PER_ENTRY, jurors))
    ]
    return Competition(
        "01HZ0000000000000000000000",
        "KIPP Nasional",
        stages=(Stage("final", Text("Final"), rubric={"default": "umum"}, weight_bp=10000),),
        rubrics=(Rubric("umum", criteria),),
        rule=Rule(ties=("criterion:k0",), ranking_visible="always"),
        entries=listed,
        jurors=seats,
        assignments=tuple(shared),
    )


def state(held: Competition, seed: int) -> MasterState:
    """Two thirds of the sheets locked, the others not begun."""
    chance = random.Random(seed)
    tables: list[JurorTable] = []
    for juror, rows in held.assignments_of.items():
        sheets = [
            Sheet(
                juror, "final", row.entry, "locked", tuple(chance.randrange(60, 96) * 100 for _ in range(5))
            )
            if chance.random() < 2 / 3
            else Sheet(juror, "final", row.entry, "none", (None,) * 5)
            for row in rows
        ]
        tables.append(JurorTable(juror, tuple(sheets), {}, frozenset(), ()))
    return MasterState(held, None, Rulings(), assemble(tables))


def _values(chance: random.Random) -> tuple[int, ...]:
    return tuple(chance.randrange(60, 96) * 100 for _ in range(5))


def overview(before: Overview, now: MasterState) -> Overview:
    """What the worker would have read."""
    found = results.result_from(now)
    return replace(
        before,
        draft=now.competition,
        result=found,
        version=1,
        files=len(now.table.jurors),
        boards={"final": results.board_of(now, "final")},
        outcomes={"final": tuple(results.outcomes_of(now, "final"))},
        ties=closing.open_ties(now),
    )


def opened(window: OrganiserWindow, new: Overview) -> dict[str, float]:
    """Seconds that the UI thread was busy with a new reading, and with each page brought to the front."""
    taken: dict[str, float] = {}

    def block(name: str) -> None:
        QApplication.processEvents()
        taken[name] = time.perf_counter() - began

    began = time.perf_counter()
    window.office.settle(new, False)
    block("reading")
    while window.office.drawing:  # pages out of sight, one in each turn of the event loop
        began, before = time.perf_counter(), taken.get("out of sight", 0.0)
        window.office._draw_one()
        block("out of sight")
        taken["out of sight"] = max(before, taken["out of sight"])
    for step in range(len(window.pages)):
        began = time.perf_counter()
        window.go_to(step)
        block(f"step {step + 1}")
    return taken


def main(arguments: list[str]) -> int:
    """`MASTER REPETITIONS ENTRIES JURORS`."""
    path, repetitions, entries, jurors = Path(arguments[0]), *map(int, arguments[1:])
    app = QApplication([])
    theme, languages = Theme(app, paths.resources()), Languages(app, paths.resources() / "i18n")
    theme.apply("light", 100)
    languages.use("id")
    master = masters.open_master(path)
    window = OrganiserWindow(master, theme, languages, Tasks())
    window.resize(1366, 768)
    window.show()
    view = QTableView()
    view.resize(1366, 768)
    view.show()
    while window.office.overview is None or window.office.tasks.busy:
        QTest.qWait(10)
    held, before = competition(entries, jurors), window.office.overview
    ours: list[dict[str, float]] = []
    baseline: list[float] = []
    for seed in range(repetitions + 1):  # the first isn't counted
        ours.append(opened(window, overview(before, state(held, seed))))
        baseline.append(longest_block(view, jurors, entries))
    medians = {name: statistics.median(one[name] for one in ours[1:] or ours) for name in ours[0]}
    worst = max(medians, key=medians.__getitem__)
    print(", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in medians.items()), file=sys.stderr)
    print(json.dumps([medians[worst], statistics.median(baseline[1:] or baseline)]))
    window.close()
    window.office.tasks.close()
    master.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
