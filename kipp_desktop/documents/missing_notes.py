"""Who did not judge an entry and why, in sentences: the notes of a ranking and the lines of minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kipp_desktop.documents.words import Words
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.domain.scores import EntryScore

MOST_NAMED = 6  # entries that a note about a juror names; more are found by its mark

Missing = tuple[str, str, str]  # juror, what (key of words), reason


@dataclass(frozen=True, slots=True)
class MissingNotes:
    """Notes about the jurors who are missing in scores; `called` has their names, else the seat is said."""

    table: ScoreTable
    rulings: Rulings
    words: Words
    called: Mapping[str, str]

    def of(
        self,
        stage: str,
        scores: Mapping[str, EntryScore],
        entries: Sequence[str],
        at: str = "",
        most_named: int = MOST_NAMED,
    ) -> dict[str, list[str]]:
        """By entry: who did not judge it at a stage and why. Entries that lack a juror for the same reason
        share a note. `at` names the stage, where notes about several stand together.
        """
        lacking: dict[Missing, list[str]] = {}
        for entry in entries:
            for missing in self._missing(stage, scores, entry):
                lacking.setdefault(missing, []).append(entry)
        notes: dict[str, list[str]] = {}
        words = self.words
        for (juror, what, reason), without in lacking.items():
            named = named_entries(words, without, most_named)
            facts = {
                "juror": self.called.get(juror, juror),
                "what": words(what),
                "entries": words("missing.at", entries=named, stage=at) if at else named,
                "reason": reason,
            }
            text = words("missing.note_reason" if reason else "missing.note", **facts)
            for entry in without:
                notes.setdefault(entry, []).append(text)
        return notes

    def _missing(self, stage: str, scores: Mapping[str, EntryScore], entry: str) -> Iterator[Missing]:
        counted = {sheet.juror for sheet in scores[entry].counted} if entry in scores else set[str]()
        for sheet in self.table.of(stage, entry):
            if sheet.juror in counted:
                continue
            reason = sheet.reason or self.rulings.recused.get((sheet.juror, stage, entry), "")
            if sheet.state in ("recused", "abstained", "absent"):
                what = f"missing.{sheet.state}"
            else:
                complete = sheet.state == "locked" and None not in sheet.values
                what, reason = ("missing.excluded" if complete else "missing.open"), ""
            yield sheet.juror, what, reason.rstrip(". ")


def named_entries(words: Words, entries: Sequence[str], most: int = MOST_NAMED) -> str:
    """Entries by number; more than so many as those that bear the note's mark."""
    if len(entries) > most:
        return words("missing.marked")
    return words("missing.entries", entries=", ".join(sorted(entries)))
