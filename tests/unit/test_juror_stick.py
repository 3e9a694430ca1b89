"""A juror's stick: everything is there, compared, without codes; what a juror keeps on it is left alone."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from kipp_desktop import cli
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import attaching, juror_stick, jurors
from kipp_desktop.services.juror_stick import DIGESTS, FOLDER, UNFINISHED, prepare


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program in a folder, used by its owner already."""
    folder = tmp_path / "program"
    (folder / "_internal" / "PySide6").mkdir(parents=True)
    (folder / "kipp-desktop.exe").write_bytes(b"MZ" * 1000)
    (folder / "_internal" / "PySide6" / "Qt6Core.dll").write_bytes(bytes(range(256)) * 50)
    (folder / "kipp-data" / "data").mkdir(parents=True)
    (folder / "kipp-data" / "data" / "rahasia").write_text("nilai panitia", encoding="utf-8")
    (folder / "lomba.kunci").write_text("kunci", encoding="utf-8")
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "E"
    made.mkdir()
    return made


def on(stick: Path) -> set[str]:
    folder = stick / FOLDER
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def made(issued, stick, program):
    return prepare(issued.master(), stick, program, "id", attaching.silent)


def test_the_folder_holds_all_a_juror_needs_and_nothing_that_is_secret(issued, stick, program):
    done = made(issued, stick, program)
    there = on(stick)
    assert {"kipp-desktop.exe", "_internal/PySide6/Qt6Core.dll", "portable.txt", "BACA-DULU.pdf"} <= there
    assert UNFINISHED not in there
    assert not any("kunci" in name or "rahasia" in name for name in there)
    whole = b"".join(path.read_bytes() for path in (stick / FOLDER).rglob("*") if path.is_file())
    assert not any(code.encode() in whole for code in issued.codes.values())
    (package,) = (stick / FOLDER).glob("*.paket")
    assert jurors.read_package(package).digest == jurors.read_package(issued.package).digest
    assert done.files == len(there) - 1  # the list of digests does not list itself


def test_the_list_of_digests_can_be_checked_by_any_tool(issued, stick, program):
    made(issued, stick, program)
    for line in (stick / FOLDER / DIGESTS).read_text("utf-8").splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((stick / FOLDER / name).read_bytes()).hexdigest() == digest


def test_preparing_again_leaves_the_jurors_scores_and_writes_only_what_changed(issued, stick, program):
    made(issued, stick, program)
    scores = stick / FOLDER / "kipp-data" / "data" / "juri" / "nilai.kipp-juri"
    scores.parent.mkdir(parents=True)
    scores.write_bytes(b"scores")
    library = stick / FOLDER / "_internal" / "PySide6" / "Qt6Core.dll"
    before = library.stat().st_mtime_ns
    (program / "kipp-desktop.exe").write_bytes(b"newer")
    made(issued, stick, program)
    assert scores.read_bytes() == b"scores"
    assert library.stat().st_mtime_ns == before
    assert (stick / FOLDER / "kipp-desktop.exe").read_bytes() == b"newer"


def test_a_stick_pulled_out_half_way_says_that_it_is_not_ready(issued, stick, program, monkeypatch):
    def pulled(done: int, total: int, what: str) -> None:
        if what == "kipp-desktop.exe":
            raise OSError(5, "Input/output error")

    with pytest.raises(OSError):
        prepare(issued.master(), stick, program, "id", pulled)
    assert "belum selesai" in (stick / FOLDER / UNFINISHED).read_text("utf-8")
    made(issued, stick, program)
    assert UNFINISHED not in on(stick)


def test_a_stick_that_gives_back_something_else_is_not_to_be_used(issued, stick, program, monkeypatch):
    honest = juror_stick._digest
    monkeypatch.setattr(
        juror_stick, "_digest", lambda path: "0" * 64 if path.suffix == ".dll" else honest(path)
    )
    with pytest.raises(UserError) as caught:
        made(issued, stick, program)
    assert (caught.value.code, caught.value.facts["file"]) == (
        "stick.differs",
        "_internal/PySide6/Qt6Core.dll",
    )
    assert UNFINISHED in on(stick)


def test_a_stick_without_room_and_a_folder_without_a_program_are_refused_before_anything_is_written(
    issued, stick, program, monkeypatch
):
    with pytest.raises(UserError) as caught:
        made(issued, stick, stick)
    assert caught.value.code == "stick.no_program"
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(8_000_000, 0, 8_000_000))
    with pytest.raises(UserError) as caught:
        made(issued, stick, program)
    assert caught.value.code == "stick.no_room"
    assert list(stick.iterdir()) == []


def test_the_command_line_prepares_a_stick(issued, stick, program, capsys):
    issued.shut()
    master = str(issued.folder / "lomba.kipp")
    assert cli.main(["stick", master, "--out", str(stick), "--program", str(program)]) == 0
    assert "boleh dicabut" in capsys.readouterr().out
