"""What stands between a ranking and FINAL, told on the command line: each gap, and why sheets are missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kipp_desktop.cli.answers import Line, said
from kipp_desktop.cli.names import Names
from kipp_desktop.domain.checks import Gap
from kipp_desktop.domain.moments import moment_words
from kipp_desktop.domain.rulings import Rulings

AddedWords = Mapping[tuple[str, str], str]  # (juror, stage) → what was added to the declaration


def gap_lines(
    gaps: Sequence[Gap], rulings: Rulings, words: AddedWords, names: Names, zone: str
) -> list[Line]:
    """A sentence a gap; then, of jurors with sheets missing, since when they are away (by the clock of
    `zone`) and what they said.
    """
    lines: list[Line] = [
        said(
            f"gap.{gap.kind}",
            stage=names.stage(gap.stage),
            juror=names.juror(gap.juror),
            entry=gap.entry,
            detail=names.detail(gap),
        )
        for gap in gaps
    ]
    for juror, stage in dict.fromkeys((gap.juror or "", gap.stage) for gap in gaps if _is_missing(gap)):
        if juror in rulings.left_at:
            since = moment_words(rulings.left_at[juror], zone)
            lines.append(
                said("cli.left", juror=names.juror(juror), since=since, reason=rulings.unavailable[juror])
            )
        if (juror, stage) in words:
            facts = {"juror": names.juror(juror), "stage": names.stage(stage)}
            lines.append(said("cli.added_words", **facts, words=words[juror, stage]))
    return lines


def gap_data(gaps: Sequence[Gap], rulings: Rulings, words: AddedWords) -> list[dict[str, Any]]:
    """The same for machines; `left` is RFC 3339."""
    return [
        {
            "kind": gap.kind,
            "stage": gap.stage,
            "juror": gap.juror,
            "entry": gap.entry,
            "detail": gap.detail,
            "words": words.get((gap.juror or "", gap.stage)) if _is_missing(gap) else None,
            "left": rulings.left_at.get(gap.juror or "") if _is_missing(gap) else None,
        }
        for gap in gaps
    ]


def _is_missing(gap: Gap) -> bool:
    return gap.kind in ("missing", "partial", "unlocked")
