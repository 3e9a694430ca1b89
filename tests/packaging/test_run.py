"""`python3 run.py`: the environment is made once, and a missing screen is no dead end."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path: Path) -> ModuleType:
    """run.py of a checkout elsewhere: its own locks, its own environment."""
    shutil.copy(CHECKOUT / "run.py", tmp_path)
    shutil.copytree(CHECKOUT / "requirements", tmp_path / "requirements")
    specification = importlib.util.spec_from_file_location("run_elsewhere", tmp_path / "run.py")
    assert specification and specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def done(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made or installed, instead of making and installing it."""
    steps: list[str] = []

    def create(folder: Path, **_: object) -> None:
        steps.append("environment")
        run.PYTHON.parent.mkdir(parents=True)
        run.PYTHON.touch()

    def install(*arguments: str, **_: object) -> int:
        steps.append(arguments[-1])
        return 0

    monkeypatch.setattr(run.venv, "create", create)
    monkeypatch.setattr(run, "run", install)
    return steps


def test_second_start_reuses_the_environment(run: ModuleType, done: list[str]):
    run.prepare("runtime")
    run.prepare("runtime")
    assert done == ["environment", "requirements/runtime.txt"]


def test_tests_add_their_tools_to_the_runtime_environment(run: ModuleType, done: list[str]):
    run.prepare("runtime")
    run.prepare("test")
    run.prepare("runtime")
    assert done == ["environment", "requirements/runtime.txt", "requirements/test.txt"]


def test_long_tests_add_the_fuzzer_to_the_test_environment(run: ModuleType, done: list[str]):
    run.prepare("test")
    run.prepare("fuzz")
    run.prepare("test")
    run.prepare("fuzz")
    assert done == ["environment", "requirements/test.txt", "requirements/fuzz.txt"]


def test_changed_lock_makes_the_environment_anew(run: ModuleType, done: list[str]):
    run.prepare("test")
    (run.ROOT / "requirements" / "runtime.txt").write_text("# other versions\n", "utf-8")
    run.prepare("runtime")
    assert done == ["environment", "requirements/test.txt", "environment", "requirements/runtime.txt"]


def test_other_python_makes_the_environment_anew(
    run: ModuleType, done: list[str], monkeypatch: pytest.MonkeyPatch
):
    run.prepare("runtime")
    monkeypatch.setattr(run.sys, "version", "3.99.0")
    run.prepare("runtime")
    assert done.count("environment") == 2


def test_interrupted_installation_is_not_taken_for_a_finished_one(
    run: ModuleType, done: list[str], monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as broken:
        broken.setattr(run, "run", lambda *_, **__: 1)
        with pytest.raises(SystemExit):
            run.prepare("runtime")
    run.prepare("runtime")
    assert done == ["environment", "environment", "requirements/runtime.txt"]


def test_line_ends_of_a_windows_checkout_do_not_change_the_digest(run: ModuleType):
    before = run.digest("runtime")
    lock = run.ROOT / "requirements" / "runtime.txt"
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert run.digest("runtime") == before


def test_without_a_screen_the_reason_is_said(run: ModuleType, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(run.sys, "platform", "linux")  # other systems bring the libraries and the screen
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "no screen" in run.why_no_window()


def test_missing_libraries_are_named_with_the_command_that_installs_them(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(run.sys, "platform", "linux")
    refused = subprocess.CompletedProcess([], 1, "", "could not load the Qt platform plugin")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(run.subprocess, "run", lambda *_, **__: refused)
    monkeypatch.setattr(run, "loads", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(run.shutil, "which", lambda command: command == "apt-get")
    said = run.why_no_window()
    assert "libxcb-cursor.so.0" in said
    assert said.endswith("apt-get install libxcb-cursor0")


def test_headless_demo_says_where_the_ranking_is(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def demo(arguments: list[str]) -> int:
        folder = Path(arguments[1])
        folder.mkdir(parents=True)
        (folder / "peringkat-final.pdf").touch()
        (folder / "slip.pdf").touch()
        return 0

    monkeypatch.setattr(run, "why_no_window", lambda: "no screen")
    monkeypatch.setattr(run, "kipp", demo)
    assert run.window() == 0
    said = capsys.readouterr().out
    assert "peringkat-final.pdf" in said
    assert "slip.pdf" not in said


def test_unknown_job_is_a_wrong_usage():
    done = subprocess.run([sys.executable, CHECKOUT / "run.py", "nonsense"], capture_output=True, text=True)
    assert done.returncode == 2
    assert "python3 run.py test" in done.stderr
