"""What a command answers: data for --json, and lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kipp_desktop.domain.errors import UserError
from kipp_desktop.sentences import sentence_of
from kipp_desktop.services.device_keys import Keeping

Line = str | tuple[str, Mapping[str, object]]
"""Text as it stands, or the code and facts of a sentence."""


class UsageError(UserError):
    """Words on the command line that make no sense together: exit code 2."""


@dataclass(frozen=True)
class Answer:
    """`refused` makes the exit code 1 although there is something to show."""

    data: Any = field(default_factory=dict[str, Any])
    lines: Sequence[Line] = ()
    refused: bool = False

    def spoken(self, language: str) -> Iterator[str]:
        """The lines in a language."""
        for line in self.lines:
            yield line if isinstance(line, str) else sentence_of(line[0], line[1], language)


def said(name: str, /, **facts: object) -> Line:
    """A sentence to say, by its code."""
    return name, facts


def kept_at(keeping: Keeping) -> Line:
    """Where a device key is."""
    return said(f"keeping.{keeping.place}", name=keeping.name)


def table(rows: Sequence[Sequence[object]]) -> list[Line]:
    """Rows in columns as wide as their widest cell."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)] if texts else []
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in texts
    ]


def pair(text: str) -> tuple[str, str]:
    """KEY=VALUE in two. Raises UsageError("set.not_a_pair")."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UsageError("set.not_a_pair", text=text)
    return name.strip(), value.strip()
