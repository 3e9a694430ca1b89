from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kipp_desktop
from kipp_desktop import __main__ as entry
from kipp_desktop import cli, logs

CHECKOUT = Path(__file__).resolve().parents[2]


def test_bug_in_a_job_is_exit_code_3(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def broken(_: list[str]) -> int:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(cli, "main", broken)
    monkeypatch.setattr(logs, "report_bug", lambda: Path("the log folder"))
    assert entry.run_command(["templates"]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "the log folder" in captured.err


@pytest.mark.parametrize("unbuffered", ["", "1"])  # found out at the end, or in the middle of printing
def test_a_reader_who_has_gone_is_no_bug(tmp_path: Path, unbuffered: str):
    home = dict.fromkeys(("HOME", "XDG_STATE_HOME", "LOCALAPPDATA"), str(tmp_path))  # for the log
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kipp_desktop", "kipp", "templates"], cwd=CHECKOUT, stdout=writing,
            stderr=subprocess.PIPE, text=True, check=False,
            env={**os.environ, **home, "PYTHONUNBUFFERED": unbuffered},
        )  # fmt: skip
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (entry.READER_GONE, "")


def test_importing_the_package_loads_nothing_else():
    ask = (
        "import sys; before = set(sys.modules); import kipp_desktop; print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['kipp_desktop']"
    assert kipp_desktop.__version__


def test_plumbing_loads_nothing_heavy():
    heavy = {"PySide6", "pandas", "numpy", "reportlab", "openpyxl", "alembic", "sqlalchemy", "cryptography"}
    ask = "import sys; from kipp_desktop import __main__, logs, paths, settings; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert heavy.isdisjoint(done.stdout.split())
