"""A process that imports the program once and forks for every run, so that hundreds of runs take seconds.

It runs beside the test process, which has threads and Qt in it and shouldn't be forked.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Run:
    """What a forked run said, line by line, and how it ended (negative: by that signal)."""

    said: list[str]
    ended: int


class ForkServer:
    """Use as a context manager: `server.run("score_for_ever", kill_after_s=0.01, folder=…)`.

    `workload` is the module whose functions are run.
    """

    def __init__(self, library: Path | None = None, workload: str = "tests.faults.workload") -> None:
        preload = {} if library is None else {"LD_PRELOAD": str(library)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.forking", workload],
            cwd=ROOT,
            env={**os.environ, **preload},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> ForkServer:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(timeout=30)

    def run(self, what: str, kill_after_s: float | None = None, from_open: bool = True, **facts: Any) -> Run:
        """Run a function of the workload in a fork; kill it so long after it opened the store."""
        assert self._process.stdin is not None and self._process.stdout is not None
        job = {"what": what, "kill_after_s": kill_after_s, "from_open": from_open, "facts": facts}
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        return Run(**json.loads(self._process.stdout.readline()))


def serve(workload: ModuleType) -> None:
    """Read jobs from stdin, one JSON object a line, and answer each on stdout."""
    for line in sys.stdin:
        job = json.loads(line)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _run_and_exit(getattr(workload, job["what"]), writer, job["facts"])
        os.close(writer)
        said, ended = _watch(child, reader, job["kill_after_s"], job["from_open"])
        answer = {"said": said.decode().splitlines(), "ended": ended}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _run_and_exit(function: Any, writer: int, facts: dict[str, Any]) -> None:
    ended = 1
    try:
        function(writer, **facts)
        ended = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(ended)


def _watch(child: int, reader: int, kill_after_s: float | None, from_open: bool) -> tuple[bytes, int]:
    said = b""
    if kill_after_s is not None:
        if from_open:
            said = os.read(reader, 65536)
        time.sleep(kill_after_s)
        os.kill(child, signal.SIGKILL)
    while chunk := os.read(reader, 65536):
        said += chunk
    os.close(reader)
    return said, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    serve(importlib.import_module(sys.argv[1]))
