"""The window survives the interpreter that it runs on."""

import subprocess
import sys
from pathlib import Path

CALLS = """
import kipp_desktop.gui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(50_000):
    thing.setObjectName("x")
"""


def test_calls_that_return_nothing_do_not_wear_none_out():
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", CALLS], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[:400]
