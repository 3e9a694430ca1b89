"""Key-press to painted "Tersimpan" in the juror's window, against a bare table with a raw commit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.samples import enrolled_desk
from tests.benchmarks.start import ROOT, without_a_screen
from tests.benchmarks.timing import Measured

TARGET = 3.0


def measure(repetitions: int, folder: Path, presses: int = 40) -> Measured:
    """Of all presses of a run, the time that 95 of 100 keep to. Both windows take turns in one process."""
    desk = enrolled_desk(folder)
    store = desk.store.folder
    desk.close()
    command = [sys.executable, "-m", "tests.benchmarks.painted_juror", str(store), str(repetitions * presses)]
    env = without_a_screen(folder)
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, timeout=600, capture_output=True)
    ours, baseline = json.loads(done.stdout)
    return Measured("painted", ours, baseline, TARGET, "p95 from Enter to the painted Tersimpan")
