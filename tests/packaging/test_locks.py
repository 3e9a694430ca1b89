"""The locks, the versions and the numbers that stand in two places."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import kipp_desktop

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))


def locked(name: str) -> dict[str, str]:
    """Return each locked line, `name==version ; marker`, with its block of hashes."""
    text = (CHECKOUT / "requirements" / f"{name}.txt").read_text("utf-8")
    blocks = re.findall(r"^(?P<pin>[a-z0-9].*?) \\\n(?P<hashes>(?:    --hash=.*\n?)+)", text, re.MULTILINE)
    return dict(blocks)


def test_every_line_of_a_lock_is_a_pin_with_hashes():
    for name, fewest in (("runtime", 30), ("test", 30), ("fuzz", 0)):
        lines = (CHECKOUT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()
        pins = [line for line in lines if line and not line.startswith((" ", "#"))]
        assert len(pins) == len(locked(name)) > fewest


def test_test_lock_repeats_the_runtime_lock_to_the_letter():
    assert locked("runtime").items() <= locked("test").items()


def test_locks_hold_no_address():
    for name in ("runtime", "test", "fuzz"):
        assert "://" not in (CHECKOUT / "requirements" / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("runtime", PROJECT["project"]["dependencies"]),
        ("test", PROJECT["dependency-groups"]["test"]),
        ("fuzz", PROJECT["dependency-groups"]["fuzz"]),
    ],
)
def test_locked_versions_are_those_the_project_asks_for(lock: str, wanted: list[str]):
    pins = [pin for pin in map(Requirement, locked(lock)) if applies_here(pin)]
    for requirement in filter(applies_here, map(Requirement, wanted)):
        (pin,) = [pin for pin in pins if canonicalize_name(pin.name) == canonicalize_name(requirement.name)]
        (version,) = [specifier.version for specifier in pin.specifier]
        assert version in requirement.specifier, f"{requirement}: run requirements/lock.py"


def applies_here(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate()


def test_other_systems_need_is_locked_too():
    """Written on Linux, the lock also serves Windows and macOS."""
    markers = " ".join(locked("test"))
    assert "colorama" in markers
    assert "pywin32-ctypes" in markers
    assert "macholib" in markers


def test_windows_shows_the_version_of_the_program():
    text = (CHECKOUT / "resources" / "windows" / "version_info.txt").read_text("utf-8")
    numbers = tuple(int(part) for part in kipp_desktop.__version__.split("."))
    assert f"filevers={(*numbers, 0)}, prodvers={(*numbers, 0)}" in text
    assert text.count(f'"{kipp_desktop.__version__}"') == 2


@pytest.mark.long  # asks the package index about twelve combinations of system and Python
def test_every_supported_system_has_all_wheels():
    script = CHECKOUT / "requirements" / "wheels.py"
    done = subprocess.run([sys.executable, script], cwd=CHECKOUT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("all wheels there") == 12
