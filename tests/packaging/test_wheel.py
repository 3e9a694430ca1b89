"""The wheel, installed where there is no checkout."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import kipp_desktop

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAMS = "Scripts" if sys.platform == "win32" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment that borrows the libraries of this one, so that nothing is fetched twice."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home)
    python = home / PROGRAMS / "python"
    own = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    (own / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-deps",
        "--no-index",
        "-q",
    ]
    installed = subprocess.run([*install, str(wheel)], capture_output=True, text=True)
    assert installed.returncode == 0, installed.stderr
    return home / PROGRAMS


def test_wheel_carries_resources_and_migrations(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert "kipp_desktop/_resources/templates/lima-kriteria.toml" in names
    assert "kipp_desktop/_db/env.py" in names
    assert wheel.name == f"kipp_desktop-{kipp_desktop.__version__}-py3-none-any.whl"


@pytest.mark.parametrize("job", ["templates", "selftest"])
def test_installed_command_line_works_without_the_checkout(
    programs: Path, job: str, tmp_path: Path, elsewhere: dict[str, str]
):
    done = subprocess.run(
        [programs / "kipp", job], cwd=tmp_path, env=elsewhere, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_installed_package_reads_its_own_resources(programs: Path, tmp_path: Path, elsewhere: dict[str, str]):
    ask = "from kipp_desktop import paths; print(paths.resources(), paths.migrations(), sep='\\n')"
    done = subprocess.run(
        [programs / "python", "-c", ask],
        cwd=tmp_path,
        env=elsewhere,
        capture_output=True,
        text=True,
        check=True,
    )
    for folder in done.stdout.splitlines():
        assert Path(folder).is_relative_to(programs.parent)
