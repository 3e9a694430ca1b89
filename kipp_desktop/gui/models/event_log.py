"""The event log as rows that are made only when they are seen, and what is asked of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kipp_desktop.gui.models.moments import when_words
from kipp_desktop.gui.models.plenary import fate_state, fate_words
from kipp_desktop.gui.widgets.lazy_rows import LazyRows
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.services.fates import Fate
from kipp_desktop.services.log_words import LogLine

Fates = Mapping[int, Fate]  # number of the event → why it holds no more


@dataclass(frozen=True, slots=True)
class Wish:
    """Which events are asked for; None = all."""

    words: str = ""
    kind: str | None = None
    juror: str | None = None
    entry: str | None = None

    def of(self, lines: Sequence[LogLine]) -> list[LogLine]:
        """The lines that fit, the newest first."""
        words = self.words.casefold().split()
        return [line for line in reversed(lines) if self._fits(line, words)]

    def _fits(self, line: LogLine, words: Sequence[str]) -> bool:
        return (
            self.kind in (None, line.type)
            and (self.juror is None or self.juror in line.jurors)
            and (self.entry is None or self.entry in line.entries)
            and line.mentions(words)
        )


def log_rows(lines: Sequence[LogLine], fates: Fates, together: bool = False) -> LazyRows:
    """Fifty thousand lines cost nothing until one of them comes into sight.

    What holds no more is marked. `together`: what and why in one cell, where there is little room.
    """
    return LazyRows([line.seq for line in lines], lambda at: _row(lines[at], fates, together))


def body_words(body: str) -> str:
    """An event's body for reading, one field a line."""
    return json.dumps(json.loads(body), ensure_ascii=False, indent=2)


def told_words(line: LogLine, fates: Fates) -> tuple[str, str]:
    """What happened, after a word that it holds no more; why it does not, the reason and who was there."""
    fate = fates.get(line.seq)
    word, because = ("", "") if fate is None else fate_words(line.type, fate)
    what = f"{word}: {line.what}" if word else line.what
    return what, "  ·  ".join(part for part in (because, line.reason, line.people) if part)


def _row(line: LogLine, fates: Fates, together: bool) -> Row:
    fate = fates.get(line.seq)
    what, why = told_words(line, fates)
    what = f"{what}  ·  {why}" if together and why else what
    return Row(
        line.seq,
        (
            Cell(str(line.seq), tone="soft", role="second"),
            Cell(when_words(line.at), tone="soft", role="second"),
            Cell(what, state=fate and fate_state(fate), tip=what, tone="soft" if fate else "ink"),
            Cell(why, tone="soft", role="second", tip=why),
        ),
    )
