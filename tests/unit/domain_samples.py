"""A small competition in a few words: entries 01, 02 …, jurors J-01, J-02 …, criteria a and b."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from kipp_desktop.domain.competition import Assignment, Competition, Entry, Juror, Rule, Stage
from kipp_desktop.domain.derive import ScoreTable, Snapshot, derive
from kipp_desktop.domain.ranking import GroupRanking, Row, rank_stage
from kipp_desktop.domain.rubric import Criterion, Rubric, Scale, Text
from kipp_desktop.domain.rulings import Event, rulings_of

Values = Sequence[int | None]


def criteria(*weights: int, scale: Scale = Scale()) -> tuple[Criterion, ...]:
    """Criteria a, b, c … with these weights in basis points."""
    return tuple(
        Criterion(name, Text(name), weight, scale) for name, weight in zip("abcdef", weights, strict=False)
    )


def contest(
    entries: int | Sequence[Entry] = 3,
    jurors: int | Sequence[Juror] = 3,
    rubric: Rubric | None = None,
    stages: Sequence[Stage] | None = None,
    rubrics: Sequence[Rubric] = (),
    recused: Iterable[tuple[str, str]] = (),
    assignments: Sequence[Assignment] | None = None,
    bonus: Sequence[Any] = (),
    **rule: Any,
) -> Competition:
    """A competition; without `assignments` everybody judges everything at every stage of a jury."""
    if isinstance(entries, int):
        entries = [Entry(f"{n:02}", f"Inovasi {n}", f"Dinas {n}") for n in range(1, entries + 1)]
    if isinstance(jurors, int):
        jurors = [Juror(f"J-{n:02}", f"Juri {n}") for n in range(1, jurors + 1)]
    stages = stages or [stage("final", weight_bp=10000)]
    left = set(recused)
    if assignments is None:
        assignments = [
            Assignment(juror.id, one.id, entry.id, "recused" if (juror.id, entry.id) in left else "assigned")
            for juror in jurors
            for one in stages
            for entry in entries
            if not juror.spare and one.panel != "panitia"
        ]
    return Competition(
        id="01JCONTOH",
        title="Contoh",
        stages=tuple(stages),
        rubrics=(rubric or Rubric("umum", criteria(5000, 5000)), *rubrics),
        rule=Rule(**rule),
        bonus=tuple(bonus),
        entries=tuple(entries),
        jurors=tuple(jurors),
        assignments=tuple(assignments),
    )


def stage(name: str, **fields: Any) -> Stage:
    """A stage under the rubric `umum` unless said otherwise."""
    return Stage(name, Text(name), **{"rubric": {"default": "umum"}, **fields})


def file(
    juror: str,
    sheets: Mapping[str, Values | str],
    *ancestors: Snapshot,
    device: str = "laptop",
    stage: str = "final",
    state: str = "locked",
    declared: bool = False,
    rev: int = 1,
    note: str = "",
) -> Snapshot:
    """A score file: values (hundredths) of criteria a, b … by entry, or the sheet's state as text.

    In a tuple, None is a cleared cell; a criterion left off the end was never touched.
    """
    cells = {
        (stage, entry): {name: (rev, value) for name, value in zip("abcdef", said, strict=False)}
        for entry, said in sheets.items()
        if not isinstance(said, str)
    }
    states: dict[tuple[str, str], tuple[str, str | None]] = {
        (stage, entry): (said if isinstance(said, str) else state, None) for entry, said in sheets.items()
    }
    covered = frozenset({one.digest for one in ancestors}).union(*(one.ancestors for one in ancestors))
    words = repr((juror, sheets, sorted(covered), device, stage, state, declared, rev, note))
    digest = hashlib.sha256(words.encode()).hexdigest()
    final = frozenset({stage}) if declared else frozenset[str]()
    return Snapshot(digest, juror, device, covered, cells, states, final)


def log(*events: tuple[str, Mapping[str, Any]]) -> list[Event]:
    """Events as the log would hold them."""
    return [
        Event(seq, "", "panitia", type_, data, hashlib.sha256(f"{seq}".encode()).hexdigest())
        for seq, (type_, data) in enumerate(events, 1)
    ]


def derived(
    competition: Competition, files: Iterable[Snapshot], *events: tuple[str, Mapping[str, Any]]
) -> ScoreTable:
    """The score table."""
    return derive(competition, files, rulings_of(log(*events)))


def rankings(
    competition: Competition,
    files: Iterable[Snapshot],
    *events: tuple[str, Mapping[str, Any]],
    stage: str = "final",
) -> tuple[GroupRanking, ...]:
    """All groups of a stage, ranked."""
    rulings = rulings_of(log(*events))
    return rank_stage(competition, derive(competition, files, rulings), rulings, stage)


def ranked(
    competition: Competition, files: Iterable[Snapshot], *events: tuple[str, Mapping[str, Any]]
) -> tuple[Row, ...]:
    """The rows of the first group of the final."""
    return rankings(competition, files, *events)[0].rows


def places(rows: Iterable[Row]) -> list[tuple[int | None, str]]:
    """(place, entry) of every row."""
    return [(row.place, row.entry) for row in rows]


def panel(*totals: Mapping[str, Values]) -> list[Snapshot]:
    """One locked file a juror, J-01 first."""
    return [file(f"J-{number:02}", sheets) for number, sheets in enumerate(totals, 1)]


def points(text: str) -> Fraction:
    """A score in points."""
    return Fraction(text)
