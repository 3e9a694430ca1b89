"""What people install, made from the folder that `build_installer.spec` leaves in dist/kipp-desktop.

    python build_packages.py portable   dist/kipp-desktop-VERSION-portable.zip, for a stick or a locked laptop
    python build_packages.py deb        dist/kipp-desktop_VERSION_amd64.deb, for Debian, Ubuntu and their like
    python build_packages.py sbom       dist/kipp-desktop-VERSION.cdx.json, what the program is made of

Windows' set-up program comes from resources/windows/installer.iss, macOS' bundle from the spec itself.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import run
from kipp_desktop import __version__
from kipp_desktop.paths import PORTABLE_MARK

ROOT = Path(__file__).resolve().parent
DIST = ROOT / "dist"
NAME = "kipp-desktop"
LINUX = ROOT / "resources" / "linux"
OPT = Path("opt") / NAME
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # so that the same folder gives the same archive
CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: KIPP Desktop
Installed-Size: {kilobytes}
Depends: libc6 (>= {glibc}), {libraries}
Recommends: libcups2
Section: misc
Priority: optional
Description: judging of public-service innovation competitions, offline
 Jurors score on their own laptops and hand in signed and sealed files; the
 organiser merges them, ranks, and prints ranking sheets and minutes.
"""


def portable(program: Path, out: Path) -> Path:
    """The program with the mark that makes it keep everything beside itself, in one archive."""
    target = out / f"{NAME}-{__version__}-portable.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(program.rglob("*")):
            if path.is_file():
                _add(
                    archive,
                    f"{NAME}/{path.relative_to(program).as_posix()}",
                    path.read_bytes(),
                    path.stat().st_mode,
                )
        _add(archive, f"{NAME}/{PORTABLE_MARK}", b"", 0o644)
    return target


def _add(archive: zipfile.ZipFile, name: str, data: bytes, mode: int) -> None:
    entry = zipfile.ZipInfo(name, _NO_DATE)
    entry.external_attr = (mode & 0xFFFF) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def deb(program: Path, out: Path) -> Path:
    """A Debian package: the folder in /opt, two commands, a menu entry, file types and an icon."""
    target = out / f"{NAME}_{__version__}_amd64.deb"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(program, tree / OPT, symlinks=True)
        _install_linux(tree)
        _write_control(tree)
        options = ["--root-owner-group", "-Zgzip", "-z6"]
        subprocess.run(["dpkg-deb", "--build", *options, tree, target], check=True, stdout=subprocess.DEVNULL)
    return target


def _install_linux(tree: Path) -> None:
    commands = tree / "usr" / "bin"
    commands.mkdir(parents=True)
    for command in (NAME, "kipp"):
        (commands / command).symlink_to(Path("/") / OPT / command)
    share = tree / "usr" / "share"
    places = {
        "kipp-desktop.desktop": share / "applications" / "kipp-desktop.desktop",
        "kipp-desktop.xml": share / "mime" / "packages" / "kipp-desktop.xml",
    }
    for name, place in places.items():
        place.parent.mkdir(parents=True)
        shutil.copyfile(LINUX / name, place)
    icon = share / "icons" / "hicolor" / "scalable" / "apps" / "kipp-desktop.svg"
    icon.parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "resources" / "windows" / "kipp-desktop.svg", icon)
    copyright_ = share / "doc" / NAME / "copyright"
    copyright_.parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", copyright_)


def _write_control(tree: Path) -> None:
    held = {path.name for path in (tree / OPT / "_internal").iterdir()}
    lacking = sorted({package for library, package in run.QT_LIBRARIES.items() if library not in held})
    size = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    control = tree / "DEBIAN"
    control.mkdir()
    text = CONTROL.format(
        name=NAME,
        version=__version__,
        kilobytes=size,
        glibc=platform.libc_ver()[1],  # the folder holds libraries of the machine that froze it
        libraries=", ".join(lacking),
    )
    (control / "control").write_text(text, "utf-8")


def sbom(_program: Path, out: Path) -> Path:
    """The locked requirements with versions and hashes as CycloneDX; its tool lives in a throw-away place."""
    target = out / f"{NAME}-{__version__}.cdx.json"
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "install", "-qq", "cyclonedx-bom"], check=True)
        command = [programs / "cyclonedx-py", "requirements", "requirements/runtime.txt"]
        options = ["--pyproject", "pyproject.toml", "--output-reproducible", "--of", "JSON", "-o", target]
        subprocess.run([*command, *options], cwd=ROOT, check=True)
    return target


JOBS: dict[str, Callable[[Path, Path], Path]] = {"portable": portable, "deb": deb, "sbom": sbom}


def main(arguments: list[str]) -> int:
    """Return 0 when everything asked for was made."""
    if not arguments or not set(arguments) <= JOBS.keys():
        print(__doc__, file=sys.stderr)
        return 2
    os.umask(0o022)
    for job in arguments:
        print(JOBS[job](DIST / NAME, DIST))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
