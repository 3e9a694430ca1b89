"""What a ranking sheet says about a ranking that was looked at before all scores were in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import groupby

from kipp_desktop.documents.words import Words
from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.openings import Opening, ScoreChange
from kipp_desktop.domain.rulings import Event


def opening_remarks(
    competition: Competition,
    opening: Opening | None,
    entries: Sequence[str],
    words: Words,
    called: Mapping[str, str],
) -> list[str]:
    """How often the ranking was opened early, and one line an entry with every score changed since.

    `called` has the names of jurors; one without stands there by seat.
    """
    if opening is None:
        return []
    remarks = [words("opened.early", n=len(opening.early))] if opening.early else []
    changes = [change for change in opening.changes if change.entry in entries]
    for entry, of_entry in groupby(changes, key=lambda change: change.entry):
        told = "; ".join(change_words(competition, change, words, called) for change in of_entry)
        remarks.append(words("opened.changed", entry=entry, changes=told))
    return remarks


def bonus_words(bonus: Event, words: Words) -> str:
    """Whose score a decision moved after the ranking could be seen, and by how much."""
    points = bonus.data["points"]
    size = words.decimal(Fraction(abs(points), 100), 2)
    return words("opened.added" if points > 0 else "opened.taken", entry=bonus.data["entry"], points=size)


def change_words(
    competition: Competition, change: ScoreChange, words: Words, called: Mapping[str, str]
) -> str:
    """What became of one cell, or of one sheet."""
    juror = called.get(change.juror, change.juror)
    if change.criterion is None:
        counts = "opened.counts" if change.now == "locked" else "opened.counts_not"
        return words(counts, juror=juror)
    rubric = competition.rubric_for(change.stage, competition.entry_by_id[change.entry])
    criterion = rubric.find(change.criterion)
    name = change.criterion if criterion is None else criterion.name.in_language(words.language)
    old, new = ("–" if value is None else words.centi(value) for value in (change.old, change.new))
    return words("opened.cell", juror=juror, criterion=name, old=old, new=new)
