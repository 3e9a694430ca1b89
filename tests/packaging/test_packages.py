"""What people install: a Debian package and a portable folder, made from any frozen folder."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

import build_packages
from kipp_desktop import __version__

KINDS = ("kipp", "paket", "nilai", "terima", "hasil")
RESOURCES = build_packages.ROOT / "resources"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder such as the spec leaves, with programs that only say their name."""
    folder = tmp_path / "kipp-desktop"
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "libxkbcommon.so.0").touch()
    for name in ("kipp", "kipp-desktop"):
        (folder / name).write_text(f"#!/bin/sh\necho {name}\n", "utf-8")
        (folder / name).chmod(0o755)
    return folder


def test_portable_folder_carries_its_mark_and_runs_after_unpacking(program: Path, tmp_path: Path):
    archive = build_packages.portable(program, tmp_path)
    assert archive.name == f"kipp-desktop-{__version__}-portable.zip"
    with zipfile.ZipFile(archive) as held:
        assert {"kipp-desktop/kipp", "kipp-desktop/portable.txt"} <= set(held.namelist())
        assert held.getinfo("kipp-desktop/kipp").external_attr >> 16 & 0o111


def test_the_same_folder_gives_the_same_archive(program: Path, tmp_path: Path):
    (tmp_path / "again").mkdir()
    first = build_packages.portable(program, tmp_path).read_bytes()
    os.utime(program / "kipp", (1, 1))
    assert build_packages.portable(program, tmp_path / "again").read_bytes() == first


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="Debian packages are made on Debian")
def test_debian_package_brings_commands_file_types_and_what_qt_needs(program: Path, tmp_path: Path):
    package = build_packages.deb(program, tmp_path)
    listed = subprocess.run(
        ["dpkg-deb", "--contents", package], capture_output=True, text=True, check=True
    ).stdout
    for path in (
        "opt/kipp-desktop/kipp",
        "usr/bin/kipp -> /opt/kipp-desktop/kipp",
        "mime/packages/kipp-desktop.xml",
    ):
        assert path in listed
    facts = subprocess.run(["dpkg-deb", "--info", package], capture_output=True, text=True, check=True).stdout
    assert f"Version: {__version__}" in facts
    assert "libegl1" in facts
    assert f"libc6 (>= {platform.libc_ver()[1]})" in facts, "no older than where it was frozen"
    assert "libxkbcommon0" not in facts  # this one the folder brings along


@pytest.mark.long  # changes the machine, which must allow it
@pytest.mark.skipif(
    shutil.which("dpkg") is None or not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="only root of a Debian installs packages",
)
def test_debian_package_installs_and_goes_without_a_trace(program: Path, tmp_path: Path):
    package = build_packages.deb(program, tmp_path)
    subprocess.run(["dpkg", "--force-depends", "--install", package], check=True, capture_output=True)
    try:
        assert subprocess.run(["kipp"], capture_output=True, text=True).stdout == "kipp\n"
    finally:
        subprocess.run(["dpkg", "--purge", "kipp-desktop"], check=True, capture_output=True)
    assert shutil.which("kipp") is None
    assert not Path("/opt/kipp-desktop").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_of_ours_opens_the_program_on_each_system(kind: str):
    assert f'glob pattern="*.{kind}"' in (RESOURCES / "linux" / "kipp-desktop.xml").read_text("utf-8")
    assert f'"Software\\Classes\\.{kind}"' in (RESOURCES / "windows" / "installer.iss").read_text("utf-8")
    assert f'"{kind}": ' in (build_packages.ROOT / "build_installer.spec").read_text("utf-8")


def test_menu_entry_names_the_file_types_that_are_told():
    told = re.findall(
        r'mime-type type="([^"]+)"', (RESOURCES / "linux" / "kipp-desktop.xml").read_text("utf-8")
    )
    entry = (RESOURCES / "linux" / "kipp-desktop.desktop").read_text("utf-8")
    assert f"MimeType={';'.join(told)};" in entry
