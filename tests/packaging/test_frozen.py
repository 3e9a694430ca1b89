"""The program as a person without Python gets it: frozen into one folder, used by a robot from a stick."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PyInstaller.depend import bindepend
from PyInstaller.exceptions import PythonLibraryNotFoundError

from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.paths import PORTABLE_MARK
from kipp_desktop.services import printing, results
from kipp_desktop.services.masters import open_master
from tests.gui import juror_desks
from tests.packaging.screen import Screen, missing_tools, screen

CHECKOUT = Path(__file__).resolve().parents[2]
LARGEST = 210_000_000  # bytes, unpacked, on Linux; Qt's tables of all languages alone take 32 million
SUFFIX = ".exe" if sys.platform == "win32" else ""
ALBUM = CHECKOUT / "out" / "robot"  # pictures to look at; a hosted run keeps them
JUROR = "J-01"
SCORES = {
    entry: ["0", "100", "88,0", "79.0", str(60 + number)]  # decimal comma and point; nought is a score
    if number == 1
    else [str(50 + (7 * number + 11 * criterion) % 50) for criterion in range(5)]
    for number, entry in enumerate((f"{number:02d}" for number in range(1, 11)), 1)
}


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


@pytest.mark.skipif(bool(missing_tools()), reason=f"a robot needs {', '.join(missing_tools())}")
def test_a_robot_scores_a_whole_competition_from_a_stick(
    frozen: Path, tmp_path: Path, elsewhere: dict[str, str]
):
    """By key-presses alone: package, name, code, fifty scores, declaration; all fifty reach the organiser."""
    organiser, stick = tmp_path / "panitia", tmp_path / "FLASHDISK JURI"
    code = prepared_stick(frozen, organiser, stick)
    with screen(ALBUM) as shown:
        command = [stick / "kipp-desktop" / "kipp-desktop"]
        with subprocess.Popen(command, cwd=tmp_path, env=elsewhere | shown.environment) as program:
            try:
                enrolled(shown, next(stick.glob("*.paket")), code)
                scored(shown)
                finished(shown, stick)
            finally:
                program.terminate()
    (file,) = stick.glob("*.nilai")
    assert (stick / "kipp-desktop" / "kipp-data").is_dir()
    assert not Path(elsewhere["XDG_DATA_HOME"]).exists(), "nothing stays on a borrowed laptop"

    merge = [stick / "kipp-desktop" / "kipp", "merge", organiser / "contoh.kipp", file, "--json"]
    merged = subprocess.run(merge, cwd=tmp_path, env=elsewhere, capture_output=True, text=True)
    assert json.loads(merged.stdout)["counts"] == {"accepted": 1}, merged.stderr
    assert merged_values(organiser / "contoh.kipp") == {
        entry: tuple(round(float(typed.replace(",", ".")) * 100) for typed in row)
        for entry, row in SCORES.items()
    }


def prepared_stick(frozen: Path, organiser: Path, stick: Path) -> str:
    """The program with its portable mark, a package and a slip on a stick; the juror's code."""
    shutil.copytree(frozen, stick / "kipp-desktop", symlinks=True, copy_function=os.link)
    (stick / "kipp-desktop" / PORTABLE_MARK).touch()
    issued = juror_desks.issue(organiser)
    shutil.copy(issued.package, stick)
    master = open_master(organiser / "contoh.kipp")
    try:
        safe_write(stick / "slip.pdf", printing.slips_pdf(master))
    finally:
        master.close()
    return juror_desks.code_of(issued, JUROR)


def enrolled(shown: Screen, package: Path, code: str) -> None:
    """The juror's door has the keys at the first start; then the first name, then the code."""
    shown.wait_for("KIPP Desktop")
    shown.wait_for_page()
    first_page = shown.keep("1 halaman awal")
    shown.press("space")
    shown.wait_for("Buka paket")
    shown.type_in(str(package))
    shown.keep("2 paket dipilih")
    shown.press("Return")
    shown.wait_for("KIPP Desktop")
    shown.wait_for_page(first_page)
    shown.press("space", "Return")
    shown.type_in(code)
    shown.keep("3 nama dan kode")
    shown.press("Return")
    shown.wait_for(juror_desks.TITLE)


def scored(shown: Screen) -> None:
    """Every value and Enter; Ctrl+Enter to the next participant."""
    for entry, row in SCORES.items():
        for value in row:
            shown.type_in(value)
            shown.press("Return")
        if entry in ("01", "10"):
            shown.keep(f"4 lembar {entry}")
        shown.press("ctrl+Return")


def finished(shown: Screen, stick: Path) -> None:
    """From the list to the button below it; the word; the stick as folder; the file."""
    shown.press("ctrl+f", "ctrl+f", "Tab", "space")
    shown.wait_for("Nyatakan final")
    shown.press("space", "Tab", "Tab", "space")
    shown.wait_for("Pilih folder")
    shown.type_in(str(stick))
    shown.press("Return")
    shown.wait_for("Nyatakan final")
    shown.keep("5 nyatakan final")
    shown.press("Tab", "space")
    shown.wait_for("Berkas nilai sudah ditulis")
    shown.keep("6 berkas ditulis")
    shown.press("space")
    shown.wait_for(juror_desks.TITLE)
    shown.keep("7 selesai")


def merged_values(path: Path) -> dict[str, tuple[int | None, ...]]:
    """What the organiser's master holds of the juror, in hundredths."""
    master = open_master(path)
    try:
        return {sheet.entry: sheet.values for sheet in results.board(master).sheets if sheet.juror == JUROR}
    finally:
        master.close()
