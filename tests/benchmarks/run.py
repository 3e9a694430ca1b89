"""`python -m tests.benchmarks [--json FILE] [--repetitions N] [NAME…]`: ratios and the machine in one run."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks import frozen_start, key_press, merging, pages, painted, printing, ranking, start
from tests.benchmarks.timing import Measured

Benchmark = Callable[[int, Path], Measured]
ALL: dict[str, Benchmark] = {
    "start": lambda repetitions, folder: start.measure(repetitions, folder),
    "key-press": lambda repetitions, folder: key_press.measure(repetitions, folder),
    "painted": lambda repetitions, folder: painted.measure(repetitions, folder),
    "merge": lambda repetitions, folder: merging.measure(repetitions, folder),
    "rank": lambda repetitions, folder: ranking.measure(repetitions),
    "print": lambda repetitions, folder: printing.measure(repetitions),
    "pages": lambda repetitions, folder: pages.measure(repetitions, folder),
}
ON_REQUEST: dict[str, Benchmark] = {  # not among "all by default": this one freezes two programs first
    "frozen-start": lambda repetitions, folder: frozen_start.measure(repetitions, folder),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and report. Never fails because something is slow: a missed target is a line in the report."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument(
        "names", nargs="*", help=f"of {', '.join(ALL)} (all by default), {', '.join(ON_REQUEST)}"
    )
    parser.add_argument("--repetitions", type=int, default=7)
    parser.add_argument("--folder", type=Path, help="where databases are made: the disk that is measured")
    parser.add_argument("--json", type=Path, help="write the report here too")
    asked = parser.parse_args(arguments)
    if unknown := {*asked.names} - {*ALL, *ON_REQUEST}:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    found: list[Measured] = []
    with tempfile.TemporaryDirectory(dir=asked.folder) as scratch:
        for name in asked.names or ALL:
            folder = Path(scratch) / name
            folder.mkdir()
            found.append({**ALL, **ON_REQUEST}[name](asked.repetitions, folder))
    print(report(found))
    if asked.json is not None:
        whole = {"machine": machine(), "results": [one.as_dict() for one in found]}
        asked.json.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    return 0


def report(found: Sequence[Measured]) -> str:
    """A table of ratios, with the machine below it."""
    lines = [f"{'':10} {'ratio':>6} {'target':>7} {'':6} {'ours':>10} {'baseline':>10}  what"]
    for one in found:
        met = "met" if one.ratio <= one.target else "MISSED"
        lines.append(
            f"{one.name:10} {one.ratio:6.2f} {'≤ ' + str(one.target):>7} {met:6} "
            f"{milliseconds(one.ours_s):>10} {milliseconds(one.baseline_s):>10}  {one.what}"
        )
    return "\n".join([*lines, "", ", ".join(f"{name}: {value}" for name, value in machine().items())])


def milliseconds(seconds: float) -> str:
    """Milliseconds with enough digits for fast things."""
    return f"{seconds * 1000:.2f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def machine() -> dict[str, str]:
    """What it ran on."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "system": platform.platform(),
        "python": sys.version.split()[0],
        "sqlite": sqlite3.sqlite_version,
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "?"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "?")
