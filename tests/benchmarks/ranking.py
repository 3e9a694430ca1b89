"""Ranking 280,000 cells against one bare Python pass over the same integers."""

from __future__ import annotations

import random

from kipp_desktop.domain.competition import Competition, Entry, Rule, Stage
from kipp_desktop.domain.derive import JurorTable, ScoreTable, Sheet, assemble
from kipp_desktop.domain.ranking import rank_stage
from kipp_desktop.domain.rubric import Criterion, Rubric, Text
from kipp_desktop.domain.rulings import Rulings
from tests.benchmarks.baseline_ranking import one_pass
from tests.benchmarks.timing import Measured, compare

TARGET = 2.0


def measure(repetitions: int, entries: int = 3500, jurors: int = 8, criteria: int = 10) -> Measured:
    """Rank `entries` × `jurors` × `criteria` cells."""
    competition = _competition(entries, criteria)
    table = _table(competition, jurors)
    cells = [[sheet.values for sheet in table.of("final", entry.id)] for entry in competition.entries]
    weights = [criterion.weight_bp for criterion in competition.rubrics[0].criterion]
    ours, baseline = compare(
        lambda: rank_stage(competition, table, Rulings(), "final"),
        lambda: one_pass(cells, weights),  # pyright: ignore
        repetitions,
    )
    what = f"{entries} entries × {jurors} jurors × {criteria} criteria"
    return Measured("ranking", ours, baseline, TARGET, what)


def _competition(entries: int, criteria: int) -> Competition:
    weights = [200 * number for number in range(1, criteria)]  # unequal, as rubrics are
    weights.append(10000 - sum(weights))
    criterion = tuple(Criterion(f"k{n}", Text(f"K{n}"), weight) for n, weight in enumerate(weights))
    return Competition(
        "01HZ0000000000000000000000",
        "Benchmark",
        stages=(Stage("final", Text("Final"), rubric={"default": "umum"}, weight_bp=10000),),
        rubrics=(Rubric("umum", criterion),),
        rule=Rule(ties=("criterion:k0", "criterion:k1")),
        entries=tuple(Entry(f"{n:04d}", f"Inovasi {n}", f"Dinas {n}") for n in range(entries)),
    )


def _table(competition: Competition, jurors: int) -> ScoreTable:
    chance, width = random.Random(1), len(competition.rubrics[0].criterion)
    levels = [
        chance.randrange(65, 96) for _ in competition.entries
    ]  # entries differ, jurors agree by and large
    tables: list[JurorTable] = []
    for number in range(jurors):
        juror = f"J-{number:02d}"
        sheets = tuple(
            Sheet(juror, "final", entry.id, "locked", _values(level, width, chance))
            for entry, level in zip(competition.entries, levels, strict=True)
        )
        tables.append(JurorTable(juror, sheets, {}, frozenset(), ()))
    return assemble(tables)


def _values(level: int, width: int, chance: random.Random) -> tuple[int, ...]:
    return tuple((level + chance.randrange(-5, 6)) * 100 for _ in range(width))
