"""Start of the frozen program against a frozen bare PySide6 window, to the painted page on an X screen."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.timing import Measured, compare_told
from tests.packaging.freezing import SPEC, SUFFIX, freeze, homes_in
from tests.packaging.screen import PATIENCE, Screen, missing_tools, screen

TARGET = 2.0
BARE = Path(__file__).with_name("baseline_frozen_start.py")
Command = Sequence[str | Path]


def measure(repetitions: int, folder: Path) -> Measured:
    """Freezes both, which takes minutes. Raises SystemExit where there is no screen to draw on."""
    if lacking := missing_tools():
        raise SystemExit(f"frozen-start needs {', '.join(lacking)}")
    ours = freeze(SPEC, folder / "ours") / f"kipp-desktop{SUFFIX}"
    bare = freeze(BARE, folder / "bare") / f"{BARE.stem}{SUFFIX}"
    taken = start_in_turns([ours], [bare], repetitions, folder)
    return Measured("frozen", *taken, TARGET, "frozen program, process start to its painted first page")


def start_in_turns(ours: Command, bare: Command, repetitions: int, folder: Path) -> tuple[float, float]:
    """Median seconds of both from the start to the painted page."""
    with screen(folder / "album") as shown:
        return compare_told(
            lambda: seconds_to_page(ours, shown, folder),
            lambda: seconds_to_page(bare, shown, folder),
            repetitions,
        )


def seconds_to_page(command: Command, shown: Screen, folder: Path) -> float:
    """Start a program and end it once its page is there."""
    env = {**os.environ, **shown.environment, **homes_in(folder)}
    shown.wait_for_empty()
    began = time.perf_counter()
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as program:
        try:
            shown.wait_for_page()
            return time.perf_counter() - began
        finally:
            program.terminate()
            program.wait(PATIENCE)
