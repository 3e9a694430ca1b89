"""The program as a person without Python gets it: frozen into one folder, used by a robot from a stick."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PyInstaller.depend import bindepend
from PyInstaller.exceptions import PythonLibraryNotFoundError

from kipp_desktop.services import results
from kipp_desktop.services.masters import open_master
from tests.gui import juror_desks
from tests.packaging.freezing import CHECKOUT, SPEC, SUFFIX, freeze, homes_in
from tests.packaging.screen import Screen, missing_tools, screen

LARGEST = 180_000_000  # bytes, unpacked, on Linux; Qt's tables of all languages alone take 32 million
ALBUM = CHECKOUT / "out" / "robot"  # pictures to look at; a hosted run keeps them
JUROR = "J-01"
SCORES = {
    entry: ["0", "100", "88,0", "79.0", str(60 + number)]  # decimal comma and point; nought is a score
    if number == 1
    else [str(50 + (7 * number + 11 * criterion) % 50) for criterion in range(5)]
    for number, entry in enumerate((f"{number:02d}" for number in range(1, 11)), 1)
}


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        bindepend.get_python_library_path()
    except PythonLibraryNotFoundError:
        pytest.skip("PyInstaller needs Python's shared library (Debian: apt-get install libpython3.x)")
    return freeze(SPEC, tmp_path_factory.mktemp("frozen"))


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


def test_frozen_program_migrates_a_master_of_an_older_version(
    frozen: Path, tmp_path: Path, elsewhere: dict[str, str]
):
    """What migrates is loaded for nothing else, and its scripts travel as data."""
    shutil.copytree(CHECKOUT / "tests" / "data" / "fixtures" / "master-schema-1", tmp_path / "lama")
    assert kipp(frozen, elsewhere, "check", tmp_path / "lama" / "contoh.kipp")["ok"]


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
    unused = (
        "Quick",
        "Qml",
        "VirtualKeyboard",
        "Wayland",
        "gtk",
        "gnutls",
        "tkinter",
        "pytest",
        "hypothesis",
    )
    names = [path.name for path in frozen.rglob("*") if path.is_file()]
    assert [name for name in names if any(word in name for word in unused)] == []


def test_frozen_folder_holds_no_link_to_what_was_left_out(frozen: Path):
    assert [path for path in frozen.rglob("*") if path.is_symlink() and not path.exists()] == []


def test_frozen_folder_is_within_its_size(frozen: Path):
    sizes = [path.lstat().st_size for path in frozen.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(sizes) < LARGEST


def test_frozen_folder_tells_the_versions_of_what_it_holds(frozen: Path):
    told = {path.parent.name for path in (frozen / "_internal").glob("*.dist-info/METADATA")}
    assert any(name.startswith("sqlalchemy-") for name in told), told
    assert not any(name.startswith(("numpy-", "pandas-")) for name in told), told


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
    issued = juror_desks.issue(tmp_path / "panitia")
    master = tmp_path / "panitia" / "contoh.kipp"
    stick = tmp_path / "FLASHDISK JURI"
    stick.mkdir()
    prepared = kipp(frozen, elsewhere, "stick", master, "--out", stick)
    assert prepared["missing"] == ["03/Proposal PELITA.pdf", "03/Paparan final.pdf"], (
        "nobody gave these to the program"
    )
    home = tmp_path / "laptop"
    with screen(ALBUM) as shown:
        laptop = elsewhere | shown.environment | homes_in(home)
        with subprocess.Popen([stick / "KIPP-Juri" / "kipp-desktop"], cwd=tmp_path, env=laptop) as program:
            try:
                enrolled(shown, issued.package.name, juror_desks.code_of(issued, JUROR))
                scored(shown)
                finished(shown, stick)
            finally:
                program.terminate()
    (file,) = stick.glob("*.nilai")
    assert [path for path in home.rglob("*") if path.is_file()] == [], "the laptop is a borrowed one"
    merged = kipp(stick / "KIPP-Juri", elsewhere, "merge", master, file)
    assert merged["counts"] == {"accepted": 1}
    assert merged_values(master) == {
        entry: tuple(round(float(typed.replace(",", ".")) * 100) for typed in row)
        for entry, row in SCORES.items()
    }


def kipp(program: Path, environment: dict[str, str], *job: str | Path) -> dict[str, Any]:
    """What the command line of a frozen program answers."""
    done = subprocess.run(
        [program / "kipp", *job, "--json"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def enrolled(shown: Screen, package: str, code: str) -> None:
    """Scores are kept on the stick; the juror's door, the package beside the program, first name, code."""
    shown.wait_for("Di mana nilai disimpan?")
    shown.keep("0 tempat nilai")
    shown.press("Tab", "space")
    shown.wait_for("KIPP Desktop")
    shown.wait_for_page()
    first_page = shown.keep("1 halaman awal")
    shown.press("space")
    shown.wait_for("Buka paket")
    shown.type_in(package)
    shown.keep("2 paket dipilih")
    shown.press("Return")
    shown.wait_for("KIPP Desktop")
    shown.wait_for_page(first_page)
    shown.press("Down", "Return")
    shown.type_in(code)
    shown.keep("3 nama dan kode")
    shown.press("Return")
    shown.wait_for(juror_desks.TITLE)


def scored(shown: Screen) -> None:
    """Every value and Enter; Ctrl+Enter to the next participant. The first sheet is locked at once."""
    for entry, row in SCORES.items():
        for value in row:
            shown.type_in(value)
            shown.press("Return")
        if entry in ("01", "10"):
            shown.keep(f"4 lembar {entry}")
        if entry == "01":
            locked(shown, entry)
        shown.press("ctrl+Return")


def locked(shown: Screen, entry: str) -> None:
    """From the first remark past the others, abstaining and being absent to the button that locks."""
    shown.press("Tab", "Tab", "Tab", "Tab", "Tab", "space")
    shown.wait_for(f"Tinjau lembar {entry}")
    shown.keep("4 tinjau dan kunci")
    shown.press("Return")
    shown.wait_for(juror_desks.TITLE)


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
    shown.press("Return")
    shown.wait_for(juror_desks.TITLE)
    shown.keep("7 selesai")


def merged_values(path: Path) -> dict[str, tuple[int | None, ...]]:
    """What the organiser's master holds of the juror, in hundredths."""
    master = open_master(path)
    try:
        return {sheet.entry: sheet.values for sheet in results.board(master).sheets if sheet.juror == JUROR}
    finally:
        master.close()
