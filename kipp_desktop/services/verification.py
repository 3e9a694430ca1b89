"""Checking a result bundle with the stand-alone verifier, from inside the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kipp_desktop import verifier


def verify(path: Path, witnesses: Sequence[Path] = (), expect: str | None = None) -> verifier.Report:
    """The verifier's report: steps, ranking, result digest."""
    return verifier.verify(path, witnesses, expect)
