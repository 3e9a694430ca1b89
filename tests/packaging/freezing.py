"""PyInstaller as the README calls it, in folders of one's own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
SPEC = CHECKOUT / "build_installer.spec"
SUFFIX = ".exe" if sys.platform == "win32" else ""


def freeze(what: Path, folder: Path) -> Path:
    """Freeze a spec or a script; the folder of the program. Raises RuntimeError with PyInstaller's words."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "build")]
    if what.suffix == ".py":
        places += ["--specpath", str(folder)]
    built = subprocess.run([*command, *places, str(what)], capture_output=True, text=True)
    if built.returncode:
        raise RuntimeError(built.stderr)
    return folder / "dist" / (what.stem if what.suffix == ".py" else "kipp-desktop")


def homes_in(folder: Path) -> dict[str, str]:
    """The variables that send what a program keeps for a person into a folder."""
    kinds = ("CONFIG", "DATA", "STATE", "CACHE")
    return {"HOME": str(folder)} | {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in kinds}
