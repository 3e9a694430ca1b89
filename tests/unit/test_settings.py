from __future__ import annotations

import json
from pathlib import Path

import pytest

from kipp_desktop import paths, settings
from kipp_desktop.settings import Settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    own = tmp_path / "config"
    monkeypatch.setattr(paths, "config_folder", lambda: own)
    return own


def test_first_start_has_the_defaults():
    assert settings.load() == Settings()
    assert Settings().language == ""  # as the system speaks


def test_saved_settings_come_back():
    chosen = Settings(language="en", theme="dark", text_zoom_percent=125, recent_competitions=("a.kipp",))
    assert settings.save(chosen)
    assert settings.load() == chosen


def test_only_differences_from_the_defaults_are_stored(folder: Path):
    settings.save(Settings(theme="dark"))
    assert json.loads((folder / "settings.json").read_text("utf-8")) == {"theme": "dark"}


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"language": "xx"}', '{"text_zoom_percent": "big"}'])
def test_damaged_file_is_set_aside_and_the_defaults_are_used(folder: Path, damage: str):
    folder.mkdir()
    (folder / "settings.json").write_text(damage, "utf-8")
    assert settings.load() == Settings()
    assert (folder / "settings.damaged.json").read_text("utf-8") == damage
    assert not (folder / "settings.json").exists()


def test_setting_of_a_newer_version_does_no_harm(folder: Path):
    folder.mkdir()
    (folder / "settings.json").write_text('{"theme": "dark", "sound": true}', "utf-8")
    assert settings.load().theme == "dark"


def test_failed_save_leaves_the_old_settings_whole(folder: Path, monkeypatch: pytest.MonkeyPatch):
    settings.save(Settings(theme="dark"))

    def full_disk(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(settings.os, "fsync", full_disk)
    assert not settings.save(Settings(theme="light"))
    assert settings.load().theme == "dark"
    assert [path.name for path in folder.iterdir()] == ["settings.json"]


def test_newest_competition_comes_first_and_only_once():
    now = Settings(recent_competitions=("a", "b"))
    assert settings.opened(now, "b").recent_competitions == ("b", "a")
    many = Settings(recent_competitions=tuple("abcdefghij"))
    assert settings.opened(many, "k").recent_competitions == tuple("kabcdefghi")


def test_folder_is_remembered_for_its_purpose():
    now = settings.used_folder(Settings(), "import", "/stick")
    assert settings.used_folder(now, "export", "/home").last_folders == {
        "import": "/stick",
        "export": "/home",
    }
