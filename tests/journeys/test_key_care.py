"""The organiser's key from the command line: protect, copy, card, prove, lose, restore, renew."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop import cli
from kipp_desktop.exchange import key_card, key_file
from tests.conftest import ReadyEvent

Kipp = Callable[..., Any]


@pytest.fixture
def kipp(issued: ReadyEvent, monkeypatch: pytest.MonkeyPatch, run_kipp: Kipp) -> Kipp:
    """Runs `kipp key lomba.kipp …`; its --json answer, or (with `code`) what it said on stderr."""
    monkeypatch.chdir(issued.folder)
    return partial(run_kipp, "key", "lomba.kipp")


def test_the_kit_is_made_proven_and_brings_the_key_back(kipp: Kipp, issued: ReadyEvent) -> None:
    (issued.folder / "stik").mkdir()
    made = kipp("backup", "stik")
    assert [Path(file).name for file in made["written"]] == ["kartu-pemulihan.pdf", "lomba.kunci"]
    assert (made["copied"], made["restore_tried"]) == (True, False)
    assert kipp("restore", "stik/lomba.kunci", "--try")["restore_tried"]
    Path("lomba.kunci").unlink()
    assert not kipp("status")["present"]
    assert kipp("restore", "stik/lomba.kunci")["missing"] == []
    assert key_file.load(Path("lomba.kunci")).codes == issued.codes


def test_the_state_of_a_key_that_is_not_there_says_so(
    issued: ReadyEvent, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(issued.folder)

    def status() -> str:
        capsys.readouterr()
        assert cli.main(["key", "lomba.kipp", "status", "--lang", "en"]) == 0
        return capsys.readouterr().out

    assert "not under a passphrase yet" in status()
    Path("lomba.kunci").write_bytes(b"not a key file")
    assert "lomba.kunci cannot be read as a key file" in status()
    Path("lomba.kunci").unlink()
    said = status()
    assert "key file lomba.kunci is not there" in said
    assert "passphrase" not in said


def test_the_key_comes_back_from_the_typed_card(
    kipp: Kipp, issued: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = key_file.load(Path("lomba.kunci"))
    lines = key_card.lines(held)
    Path("lomba.kunci").unlink()
    monkeypatch.setattr(
        "sys.stdin", io.StringIO("\n".join([*lines[:2], lines[2].replace(lines[2][5], "Z", 1)]))
    )
    assert "3" in kipp("restore", "-", code=1)
    assert not Path("lomba.kunci").exists()
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    kipp("restore", "-")
    assert key_file.load(Path("lomba.kunci")).signing == held.signing


def test_a_protected_key_is_worked_with_by_its_passphrase(
    kipp: Kipp, monkeypatch: pytest.MonkeyPatch, cheap_passphrase: None
) -> None:
    passphrase = kipp("protect")["passphrase"]
    assert "frasa sandi" in kipp("backup", "stik.kunci", code=1)
    assert kipp("status")["protected"]
    monkeypatch.setenv("KIPP_PASSPHRASE", passphrase)
    kipp("backup", "stik.kunci")
    assert kipp("restore", "stik.kunci", "--try")["restore_tried"]
    renewed = kipp("rotate")
    assert (renewed["rotations"], renewed["restore_tried"], renewed["protected"]) == (1, False, True)
    assert "sebelum kunci diganti" in kipp("restore", "stik.kunci", "--try", code=1)


def test_files_are_asked_for_where_they_are_needed(kipp: Kipp) -> None:
    kipp("backup", code=2)
    kipp("restore", code=2)
    kipp("status", "apa.kunci", code=2)
