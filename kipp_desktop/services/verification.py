"""Checking a result bundle with the stand-alone verifier, from inside the program."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from kipp_desktop import verifier
from kipp_desktop.exchange.safe_write import safe_write

BLANKS = 2


def verify(path: Path, witnesses: Sequence[Path] = (), expect: str | None = None) -> verifier.Report:
    """The verifier's report: steps, ranking, result digest."""
    return verifier.verify(path, witnesses, expect)


def blank_places() -> list[int]:
    """Which groups of the digest (from 0) a witness is asked for; nobody can know them before."""
    return sorted(secrets.SystemRandom().sample(range(16), BLANKS))


def with_typed(report: verifier.Report, typed: dict[int, str]) -> verifier.Report:
    """The report with the step that compares the groups a witness typed, by their place from 0."""
    words = " ".join(f"{place + 1}:{group}" for place, group in sorted(typed.items()))
    return verifier.with_expected(report, words)


def save_report(report: verifier.Report, path: Path, language: str) -> None:
    """Keep the report as a text file, as the verifier prints it."""
    lines = verifier.as_lines(report, 0 if language == "id" else 1)
    safe_write(path, ("\n".join(lines) + "\n").encode("utf-8"))
