"""Write requirements/runtime.txt, test.txt and fuzz.txt anew from pyproject.toml.

    python requirements/lock.py             keep the versions locked now where they still fit
    python requirements/lock.py --upgrade   take the newest that pyproject.toml allows

The locks hold versions and hashes for every platform and Python we support, and no addresses. The resolver
(uv) lives in a throw-away environment; nobody who only runs or tests the program needs it.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Written by requirements/lock.py from pyproject.toml; do not edit by hand.\n"
COMPILE = [
    *("pip", "compile", "--quiet", "--no-header", "--no-annotate"),
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--only-binary", ":all:"),
]


def main(arguments: list[str]) -> int:
    """Return 0 when the locks are written; an impossible set of versions ends in the resolver's words."""
    with tempfile.TemporaryDirectory() as folder:
        uv = install_uv(Path(folder))
        whole = ["pyproject.toml", *arguments]
        write_lock(uv, "runtime.txt", whole)
        # The second lock repeats the first to the letter: a test environment is a runtime environment too.
        repeat = ["--constraints", "requirements/runtime.txt"]
        write_lock(uv, "test.txt", [*whole, "--group", "test", *repeat])
        write_lock(
            uv, "fuzz.txt", ["--group", "fuzz", *arguments]
        )  # on top of the test environment, on Linux
    return 0


def install_uv(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return programs / "uv"


def write_lock(uv: Path, name: str, options: list[str]) -> None:
    target = ROOT / "requirements" / name
    command = [uv, *COMPILE, *options, "--output-file", target]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    target.write_text(HEADER + target.read_text("utf-8").removeprefix(HEADER), "utf-8", newline="\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
