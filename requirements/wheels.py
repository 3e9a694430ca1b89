"""Show that every locked requirement has a ready-made wheel wherever the program is offered.

    python requirements/wheels.py           each system and Python, resolved from requirements/runtime.txt

Nothing is installed: the resolver (uv, see lock.py) only looks for wheels that carry a locked hash. Qt sets
the oldest systems: Windows 10 (1809), macOS 14, and a Linux with glibc 2.34 (Debian 12, Ubuntu 22.04).
"""

import itertools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from lock import ROOT, install_uv

SYSTEMS = {
    "Windows x86-64": "x86_64-pc-windows-msvc",
    "macOS arm64": "aarch64-apple-darwin",
    "macOS x86-64": "x86_64-apple-darwin",
    "Linux x86-64": "x86_64-manylinux_2_34",
}
OLDEST_MACOS = "14.0"
PYTHONS = ("3.11", "3.12", "3.13")
RESOLVE = (
    "pip",
    "install",
    "--dry-run",
    "--only-binary",
    ":all:",
    "--require-hashes",
    "--no-deps",
    "--quiet",
)


def main() -> int:
    """Return 0 when every combination has all its wheels; else print the resolver's words, and return 1."""
    lacking = 0
    with tempfile.TemporaryDirectory() as folder:
        uv = install_uv(Path(folder) / "uv")
        for (name, platform), python in itertools.product(SYSTEMS.items(), PYTHONS):
            words = missing(uv, platform, python, Path(folder) / "target")
            print(f"{name}, Python {python}: {'all wheels there' if words is None else words}", flush=True)
            lacking += words is not None
    return 1 if lacking else 0


def missing(uv: Path, platform: str, python: str, target: Path) -> str | None:
    """What the resolver doesn't find for a system and a Python, or None."""
    where = ["--python-platform", platform, "--python-version", python, "--target", target]
    command = [uv, *RESOLVE, *where, "-r", "requirements/runtime.txt"]
    environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": OLDEST_MACOS}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    return None if done.returncode == 0 else done.stderr.strip()


if __name__ == "__main__":
    sys.exit(main())
