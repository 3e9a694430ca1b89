"""The preloaded library of the fault tests: built when a test needs it, steered through ctypes."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")


def build(folder: Path) -> Path:
    """Compile the library. A missing compiler is an error, no reason to skip."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        raise RuntimeError("the fault tests need a C compiler: sudo apt install gcc libc6-dev")
    library = folder / "shim.so"
    command = [compiler, "-O1", "-Wall", "-shared", "-fPIC", str(SOURCE), "-o", str(library), "-ldl"]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    if built.returncode:
        raise RuntimeError(f"the fault tests' library does not compile:\n{built.stderr}")
    return library


def record(folder: str, log: str) -> None:
    """Record what this process does to files under `folder` from now on (files opened from now on)."""
    _preloaded().kipp_record(os.fsencode(folder), os.fsencode(log))


def fail(folder: str, nth: int, number: int, sticky: bool) -> None:
    """Let this process's n-th change to files under `folder` fail with errno `number`; 0 = only count."""
    _preloaded().kipp_fail(os.fsencode(folder), ctypes.c_long(nth), number, int(sticky))


def calls() -> int:
    """How many changing calls were seen since `fail`."""
    return int(_preloaded().kipp_calls())


def _preloaded() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    if not hasattr(library, "kipp_record"):
        sys.exit("not running under the fault tests' library")
    return library
