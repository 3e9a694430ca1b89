"""The fuzz targets at length, each in a process of its own; led by coverage on Linux."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
RUNS = {
    "wrapper": 200_000,
    "payload": 200_000,
    "package": 50_000,
    "receipt": 100_000,
    "bundle": 20_000,
    "workbook": 50_000,
    "key": 100_000,
}
"""A minute or two each."""


@pytest.mark.long
@pytest.mark.parametrize("name", RUNS)
def test_nothing_makes_a_reader_break(name: str) -> None:
    by = "mutation"
    if sys.platform == "linux":  # where `run.py test --long` installs it
        assert importlib.util.find_spec("atheris") is not None, "start this by: python3 run.py test --long"
        by = "atheris"
    command = [sys.executable, "-m", "tests.fuzz", name, "--runs", str(RUNS[name]), "--by", by]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, errors="replace")
    assert done.returncode == 0, done.stderr[-3000:]
