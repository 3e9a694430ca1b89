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


@pytest.fixture
def carried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program on a stick, started for the first time on this laptop."""
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(stick / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(stick / "kipp-desktop"))
    monkeypatch.setattr(paths.platformdirs, "user_config_path", lambda *_, **__: tmp_path / "laptop-config")
    (stick / "portable.txt").touch()
    return stick


def test_a_carried_program_asks_once_and_keeps_scores_on_the_stick(carried: Path):
    assert paths.place_undecided()
    paths.choose_place(beside_program=True)
    assert not paths.place_undecided()
    assert paths.data_folder() == carried / "kipp-data" / "data"


def test_a_carried_program_that_keeps_scores_on_the_laptop_writes_nothing_to_the_stick(carried: Path):
    paths.choose_place(beside_program=False)
    assert not paths.place_undecided()
    assert not paths.data_folder().is_relative_to(carried)
    assert [path.name for path in carried.iterdir()] == ["portable.txt"]
    assert paths.is_portable()


def test_another_laptop_is_asked_anew_or_finds_the_scores_on_the_stick(carried: Path, tmp_path, monkeypatch):
    paths.choose_place(beside_program=False)
    monkeypatch.setattr(paths.platformdirs, "user_config_path", lambda *_, **__: tmp_path / "other-laptop")
    assert paths.place_undecided()
    paths.choose_place(beside_program=True)
    assert paths.portable_folder() == carried / "kipp-data"


def test_an_installed_program_asks_nothing():
    assert not paths.place_undecided()


def test_person_s_folders_are_apart_from_one_another():
    assert len({paths.data_folder(), paths.config_folder(), paths.log_folder()}) == 3
