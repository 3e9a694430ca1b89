"""Start of the juror's window against a bare PySide6 + SQLAlchemy one, as processes, to the first paint."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.samples import enrolled_desk
from tests.benchmarks.timing import Measured, compare
from tests.packaging.freezing import homes_in

TARGET = 1.5
ROOT = Path(__file__).resolve().parents[2]


def measure(repetitions: int, folder: Path) -> Measured:
    """Both windows are drawn without a screen."""
    desk = enrolled_desk(folder)
    store = desk.store.folder
    desk.close()
    env = without_a_screen(folder)

    def run(module: str, *arguments: str) -> None:
        command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
        # captured, because the end of a pipe is seen at once, the end of a process in steps of up to 50 ms
        subprocess.run(command, cwd=ROOT, env=env, check=True, timeout=60, capture_output=True)

    taken = compare(lambda: run("started_juror", str(store)), lambda: run("baseline_start"), repetitions)
    return Measured("start", *taken, TARGET, "juror's window, process start to first paint")


def without_a_screen(folder: Path) -> dict[str, str]:
    """The environment of a window that is drawn nowhere and keeps its settings in `folder`.

    Python keeps what it has compiled, as it does where people start the program: with the switch against it,
    which build machines like to set, our modules would be compiled at each start and a library's never.
    """
    environment = {**os.environ, **homes_in(folder), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment
