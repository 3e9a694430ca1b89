"""Cek laptop saya tells what is well and what is not, and leaves nothing behind."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kipp_desktop import paths
from kipp_desktop.sentences import sentence_of
from kipp_desktop.services import laptop_check
from kipp_desktop.services.laptop_check import check

DISPLAY = (1366, 728)
NOW = datetime(2030, 10, 23, 9, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")
    return tmp_path / "data"


def found(**given) -> dict[str, laptop_check.Finding]:
    wanted = {"display": DISPLAY, "stick": None, "printers": (), "now": NOW, **given}
    return {one.about: one for one in check(**wanted)}


def test_a_good_laptop_with_a_stick(tmp_path, data):
    stick = tmp_path / "stick"
    stick.mkdir()
    standing = {about: one.standing for about, one in found(stick=stick, printers=["Epson L3210"]).items()}
    assert set(standing.values()) == {"ok"}
    assert list(stick.iterdir()) == [] and list(data.iterdir()) == []


def test_a_stick_that_takes_nothing_is_told_with_what_to_do(tmp_path):
    gone = tmp_path / "stick" / "E"
    (tmp_path / "stick").write_text("", encoding="utf-8")  # a file where the folder should be
    finding = found(stick=gone)["stick"]
    assert finding.standing == "bad"
    assert finding.code.startswith("write.")


def test_a_full_disk_is_told(monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**11, 10**11, 9_000_000))
    finding = found()["room"]
    assert (finding.standing, finding.facts["free"]) == ("bad", "9")


def test_a_place_of_scores_that_is_synchronised_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "OneDrive - Pemkab Contoh" / "KIPP Desktop")
    finding = found()["store"]
    assert finding.standing == "bad"
    assert "OneDrive" in sentence_of(finding.code, finding.facts)
    assert list(tmp_path.iterdir()) == []  # nothing was even tried there


def test_a_clock_before_the_program_was_made_is_wrong_and_a_small_display_is_told():
    findings = found(now=datetime(2012, 1, 1, tzinfo=UTC), display=(1024, 600))
    assert findings["clock"].standing == "bad"
    assert findings["display"].standing == "warn"


def test_every_finding_has_its_sentence(tmp_path):
    for one in check(DISPLAY, tmp_path, ["Epson"], NOW):
        for language in ("id", "en"):
            assert "…" not in sentence_of(one.code, one.facts, language)
