"""Merging 300 score files of 100 entries × 10 criteria, against decrypting, verifying and parsing only."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

from kipp_desktop.services import merging
from kipp_desktop.services.file_outcomes import FileOutcome
from kipp_desktop.services.masters import open_master
from tests.benchmarks import baseline_merging
from tests.benchmarks.samples import Merge, score_files
from tests.benchmarks.timing import Measured, compare_told, seconds

TARGET = 2.0


def measure(repetitions: int, folder: Path, files: int = 300, entries: int = 100) -> Measured:
    """Merge everything into a fresh copy of the master each time. Its backup counts; opening it does not."""
    sample = score_files(folder, files, entries)
    copies = itertools.count()

    ours, baseline = compare_told(
        lambda: merge(sample, folder / f"copy-{next(copies)}"),
        lambda: seconds(lambda: baseline_merging.read_all(sample.files, sample.identity)),
        repetitions,
    )
    return Measured("merge", ours, baseline, TARGET, f"{files} files × {entries} entries × 10 criteria")


def merge(sample: Merge, folder: Path) -> float:
    """Seconds to merge all files; every one must be accepted."""
    folder.mkdir()
    for path in (sample.master, sample.master.with_suffix(".kunci")):
        shutil.copyfile(path, folder / path.name)
    master = open_master(folder / sample.master.name)
    outcomes: list[FileOutcome] = []
    taken = seconds(lambda: outcomes.extend(merging.apply(master, sample.files)))
    master.close()
    assert {one.outcome for one in outcomes} == {"accepted"}
    shutil.rmtree(folder)
    return taken
