from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kipp_desktop import logs, paths

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    own = tmp_path / "logs"
    monkeypatch.setattr(paths, "log_folder", lambda: own)
    return own


def in_another_process(folder: Path, program: str) -> subprocess.CompletedProcess[str]:
    """Run with the log in this folder; logging and faulthandler belong to a whole process."""
    prepared = (
        "from pathlib import Path; from kipp_desktop import logs, paths\n"
        f"paths.log_folder = lambda: Path({str(folder)!r})\n"
    )
    return subprocess.run(
        [sys.executable, "-c", prepared + program], cwd=CHECKOUT, capture_output=True, text=True
    )


def test_bug_is_logged_with_its_traceback(folder: Path):
    in_another_process(folder, "logs.start('kipp')\ntry: 1 / 0\nexcept Exception: logs.report_bug()")
    assert "ZeroDivisionError" in (folder / "kipp.log").read_text("utf-8")


def test_a_log_of_more_than_a_megabyte_is_put_aside_and_begun_anew(folder: Path):
    much = "logs.start('kipp'); logs._log.info('{}' * 1_000_001)"
    for letter in "xy":
        in_another_process(folder, much.format(letter))
    in_another_process(folder, "logs.start('kipp')")
    assert "y" * 1_000_001 in (folder / "kipp-lama.log").read_text("utf-8")
    assert len((folder / "kipp.log").read_text("utf-8").splitlines()) == 1


def test_a_log_that_cannot_be_put_aside_is_written_on(folder: Path):
    in_another_process(folder, "logs.start('kipp'); logs._log.info('x' * 1_000_001)")
    (folder / "kipp-lama.log").mkdir()  # as if somebody held it
    in_another_process(folder, "logs.start('kipp')")
    assert len((folder / "kipp.log").read_text("utf-8").splitlines()) == 3


def test_hard_crash_leaves_its_stacks_for_the_next_start(folder: Path):
    in_another_process(folder, "logs.start('window')\nimport faulthandler; faulthandler._sigsegv()")
    report = logs.set_crash_aside("window")
    assert report is not None and report.parent == folder
    assert "most recent call first" in report.read_text("utf-8")
    assert logs.set_crash_aside("window") is None
    assert report.exists()  # until its owner removes it


def test_folder_that_cannot_be_written_stops_nothing(tmp_path: Path):
    (tmp_path / "file").touch()
    done = in_another_process(tmp_path / "file", "logs.start('kipp'); print('goes on')")
    assert done.stdout == "goes on\n"


def test_start_without_an_earlier_crash_reports_none():
    assert logs.set_crash_aside("window") is None
