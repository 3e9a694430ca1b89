"""The program as a person without Python gets it: frozen into one folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PyInstaller.depend import bindepend
from PyInstaller.exceptions import PythonLibraryNotFoundError

CHECKOUT = Path(__file__).resolve().parents[2]
LARGEST = 210_000_000  # bytes, unpacked, on Linux; Qt's tables of all languages alone take 32 million
SUFFIX = ".exe" if sys.platform == "win32" else ""


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        bindepend.get_python_library_path()
    except PythonLibraryNotFoundError:
        pytest.skip("PyInstaller needs Python's shared library (Debian: apt-get install libpython3.x)")
    folder = tmp_path_factory.mktemp("frozen")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "build")]
    built = subprocess.run(
        [*command, *places, str(CHECKOUT / "build_installer.spec")], capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    return folder / "dist" / "kipp-desktop"


def test_frozen_command_line_passes_its_own_test(frozen: Path, tmp_path: Path, elsewhere: dict[str, str]):
    done = subprocess.run(
        [frozen / f"kipp{SUFFIX}", "selftest"], cwd=tmp_path, env=elsewhere, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_frozen_command_line_finds_the_shipped_templates(
    frozen: Path, tmp_path: Path, elsewhere: dict[str, str]
):
    done = subprocess.run(
        [frozen / f"kipp{SUFFIX}", "templates"], cwd=tmp_path, env=elsewhere, capture_output=True, text=True
    )
    assert "lima-kriteria" in done.stdout, done.stdout + done.stderr


def test_frozen_window_stays_open(frozen: Path, tmp_path: Path, elsewhere: dict[str, str]):
    with subprocess.Popen(
        [frozen / f"kipp-desktop{SUFFIX}"], cwd=tmp_path, env=elsewhere, stderr=subprocess.PIPE, text=True
    ) as window:
        try:
            _, said = window.communicate(timeout=6)
        except subprocess.TimeoutExpired:
            window.kill()
            said = ""
            ended = False
        else:
            ended = True
    assert not ended, said


def test_portable_mark_keeps_everything_beside_the_frozen_program(
    frozen: Path, tmp_path: Path, elsewhere: dict[str, str]
):
    mark = frozen / "portable.txt"
    mark.touch()
    try:
        subprocess.run(
            [frozen / f"kipp{SUFFIX}", "templates"], cwd=tmp_path, env=elsewhere, capture_output=True
        )
        assert (frozen / "kipp-data" / "logs" / "kipp.log").is_file()
    finally:
        mark.unlink()


def test_frozen_folder_leaves_out_what_nobody_uses(frozen: Path):
    unused = ("Quick", "Qml", "VirtualKeyboard", "tkinter", "pytest", "hypothesis")
    names = [path.name for path in frozen.rglob("*") if path.is_file()]
    assert [name for name in names if any(word in name for word in unused)] == []


def test_frozen_folder_is_within_its_size(frozen: Path):
    sizes = [path.lstat().st_size for path in frozen.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(sizes) < LARGEST


def test_frozen_folder_holds_the_licence_of_what_it_holds(frozen: Path):
    licences = frozen / "_internal" / "licences"
    for name in ("kipp-desktop", "sqlalchemy", "cryptography", "reportlab"):
        assert [path for path in (licences / name).rglob("*") if path.is_file()], name
    qt = frozen / "_internal" / "kipp_desktop" / "_resources" / "licences"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (qt / "LGPL-3.0.txt").read_text("utf-8")
