from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kipp_desktop import paths

CHECKOUT = Path(__file__).resolve().parents[2]


def test_checkout_reads_its_top_level_folders():
    assert paths.resources() == CHECKOUT / "resources"
    assert paths.migrations() == CHECKOUT / "db"


def test_frozen_program_reads_its_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shipped = tmp_path / "_internal" / "kipp_desktop" / "_resources"
    shipped.mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    assert paths.resources() == shipped


def test_portable_mark_keeps_everything_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "kipp-desktop"))
    assert not paths.data_folder().is_relative_to(tmp_path)
    (tmp_path / "portable.txt").touch()
    for folder in (paths.data_folder(), paths.config_folder(), paths.log_folder()):
        assert folder.is_relative_to(tmp_path)


def test_person_s_folders_are_apart_from_one_another():
    assert len({paths.data_folder(), paths.config_folder(), paths.log_folder()}) == 3
