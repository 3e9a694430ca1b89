"""The longest block of the UI thread while the organiser's pages open on 3,500 entries and 300 jurors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from kipp_desktop.services import setting_up
from tests.benchmarks.start import ROOT, without_a_screen
from tests.benchmarks.timing import Measured

TARGET = 3.0


def measure(repetitions: int, folder: Path, entries: int = 3500, jurors: int = 300) -> Measured:
    """A new reading is drawn on every page, then each is brought to the front and painted."""
    master = folder / "a.kipp"
    setting_up.new_master(master, "lima-kriteria", "KIPP Nasional").close()
    sizes = [str(master), str(repetitions), str(entries), str(jurors)]
    command = [sys.executable, "-m", "tests.benchmarks.shown_pages", *sizes]
    env = without_a_screen(folder)
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, timeout=600, stdout=subprocess.PIPE)
    ours, baseline = json.loads(done.stdout)
    return Measured("pages", ours, baseline, TARGET, f"longest block: {entries} entries, {jurors} jurors")
