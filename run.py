"""Start KIPP Desktop from this folder: nothing is needed but Python 3.11 or newer.

    python3 run.py                the window on the demo event (without a screen: the same event, headless)
    python3 run.py test [--long]  every check and test
    python3 run.py kipp ...       the command line; `python3 run.py kipp --help` lists its jobs

The first start makes a private environment in .venv from the hash-locked requirements; later starts reuse it.
"""

from __future__ import annotations  # so that an older Python gets as far as the sentence about its age

import ctypes
import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "kipp-locks.json"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# What the environment holds once a lock is installed.
LOCKS = {"runtime": ("runtime",), "test": ("runtime", "test"), "fuzz": ("runtime", "test", "fuzz")}
# Where the coverage-guided fuzzer has wheels.
FUZZERS = (sys.platform, platform.machine()) == ("linux", "x86_64") and sys.version_info < (3, 14)

# What Qt's window plug-in loads and a bare system may lack: library -> Debian's package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libzstd.so.1": "libzstd1",
}


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036
        print(f"KIPP Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    if not arguments:
        prepare("runtime")
        return window()
    if arguments[0] == "kipp":
        prepare("runtime")
        return kipp(arguments[1:])
    if arguments in (["test"], ["test", "--long"]):
        prepare("test")
        if "--long" in arguments and FUZZERS:
            prepare("fuzz")
        return test(with_long="--long" in arguments)
    print(__doc__, file=sys.stderr)
    return 2


# --- the private environment


def prepare(lock: str) -> None:
    """Make the environment hold what requirements/<lock>.txt names, or raise SystemExit.

    The stamp is written last: an environment without one was interrupted, one with other digests belongs to
    other locks or another Python, and both are made anew. The test lock contains the runtime lock, the fuzz
    lock comes on top of both. What is said goes to stderr: stdout belongs to the job, which may write JSON.
    """
    wanted = {name: digest(name) for name in LOCKS}
    stamped = read_stamp()
    if stamped.get(lock) == wanted[lock]:
        return
    if stamped.get("runtime") != wanted["runtime"]:
        say("Making a private environment in .venv (only this once; some 200 MB are fetched)", sys.stderr)
        if importlib.util.find_spec("ensurepip") is None:
            raise SystemExit("This Python lacks pip's installer. On Debian: apt-get install python3-venv")
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
    say(f"Installing the {lock} requirements", sys.stderr)
    STAMP.unlink(missing_ok=True)
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--disable-pip-version-check"]
    quiet = [] if sys.stderr.isatty() else ["-qq"]
    install = ["-m", "pip", "install", *quiet, *options, "-r", f"requirements/{lock}.txt"]
    if run(*install, cwd=ROOT, stdout=sys.stderr):
        raise SystemExit("The requirements could not be installed; pip says why above.")
    STAMP.write_text(json.dumps({name: wanted[name] for name in LOCKS[lock]}), "utf-8")


def digest(lock: str) -> str:
    content = (ROOT / "requirements" / f"{lock}.txt").read_bytes().replace(b"\r\n", b"\n")
    return hashlib.sha256(sys.version.encode() + content).hexdigest()


def read_stamp() -> dict[str, str]:
    if not (PYTHON.exists() and STAMP.exists()):
        return {}
    return json.loads(STAMP.read_text("utf-8"))


def run(*arguments: str, cwd: Path | None = None, stdout: TextIO | None = None) -> int:
    """Run the environment's Python on this checkout's package and return its exit code."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([str(PYTHON), *arguments], cwd=cwd, env=environment, stdout=stdout).returncode


def say(sentence: str, stream: TextIO | None = None) -> None:
    print(f"== {sentence}", file=stream, flush=True)


# --- the window, or the same event without one


def kipp(arguments: list[str]) -> int:
    return run("-m", "kipp_desktop", "kipp", *arguments)


def window() -> int:
    obstacle = why_no_window()
    if obstacle is None:
        return run("-m", "kipp_desktop", "--demo")
    print(obstacle)
    folder = ROOT / "out" / time.strftime("demo-%Y%m%d-%H%M%S")
    say("Running the demo event without a window")
    code = kipp(["demo", str(folder)])
    for paper in sorted(folder.rglob("*.pdf")):
        if "peringkat" in paper.stem.lower() or "ranking" in paper.stem.lower():
            print(f"Ranking: {paper}")
    return code


def why_no_window() -> str | None:
    """Return why Qt cannot open a window here and what to do about it, or None when it can."""
    if sys.platform != "linux":
        return None
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return "QT_QPA_PLATFORM asks Qt for a window that nobody sees."
    probe = "from PySide6.QtWidgets import QApplication; QApplication([])"
    found = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True)
    if found.returncode == 0:
        return None
    missing = [library for library in QT_LIBRARIES if not loads(library)]
    if not missing:
        return f"Qt cannot open a window here:\n{found.stderr.strip()}"
    lacking = f"Qt's window plug-in needs libraries this system lacks: {', '.join(missing)}."
    return lacking + how_to_install(missing)


def how_to_install(libraries: list[str]) -> str:
    if shutil.which("apt-get"):
        return f"\nInstall them with: apt-get install {' '.join(QT_LIBRARIES[name] for name in libraries)}"
    for command in ("dnf", "zypper"):  # which take the library's name itself
        if shutil.which(command):
            names = " ".join(f"'{name}()(64bit)'" for name in libraries)
            return f"\nInstall them with: {command} install {names}"
    return ""


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


# --- every check and test


# A file stays on one worker, so that what it builds once is built once; files go in their order.
IN_PARALLEL = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]


def test(*, with_long: bool) -> int:
    """Run every step even when an early one fails; return 0 only when all are good."""
    os.environ["PYRIGHT_PYTHON_IGNORE_WARNINGS"] = "1"  # no look at the network for a newer pyright
    steps = {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "pyright": ["-m", "pyright", "--pythonpath", str(PYTHON)],
        "import-linter": ["-c", "from importlinter.cli import lint_command; lint_command()", "--no-logo"],
        "pytest": ["-m", "pytest", *IN_PARALLEL, "-m", "" if with_long else "not long"],
    }
    failed: list[str] = []
    for name, command in steps.items():
        say(name)
        started = time.monotonic()
        code = run(*command, cwd=ROOT)
        if name != "pytest":  # whose own closing line, with its time, stays the last one
            outcome = "FAILED" if code else "ok"
            print(f"== {name}: {outcome} in {time.monotonic() - started:.1f} s", flush=True)
        if code:
            failed.append(name)
    if failed:
        print(f"== FAILED: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
