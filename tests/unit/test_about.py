"""The parts that are named are those of the lock, with the licences that they state themselves."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

from kipp_desktop.services import about

LOCK = Path(__file__).resolve().parents[2] / "requirements" / "runtime.txt"


def test_every_package_of_the_lock_is_named_and_no_other():
    locked = {line.split("==")[0] for line in LOCK.read_text("utf-8").splitlines() if "==" in line[:40]}
    assert set(about.LICENCES) == locked


def test_a_licence_is_among_those_the_package_states():
    for name, licence in about.LICENCES.items():
        try:
            stated = metadata.metadata(name).get("License-Expression")
        except metadata.PackageNotFoundError:  # of another system
            continue
        if stated:
            assert licence in stated, name


def test_the_report_names_version_parts_and_folders():
    report = about.report()
    assert "KIPP Desktop" in report
    assert "cryptography" in report
    assert str(about.paths.log_folder()) in report
