"""Two thousand days of judging, made at random: any order, any repetition, any grouping, nothing lost.

On a failure the seed and the shortest list of operations that still fails are printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from tests.exchange import promises
from tests.exchange.faults import FAULTS
from tests.exchange.history import LEAST, History, Operation, grown
from tests.exchange.promises import Finding

HISTORIES = 2_000
AT_A_TIME = 250
FAULTY = 120  # histories within which a planted fault must show


def judged(seed: int) -> tuple[History, list[Operation], list[Finding]]:
    """A seed's history with what it breaks."""
    found: list[Finding] = []
    world, played = grown(seed, lambda world, step: found.extend(promises.step_findings(world, step)))
    return world, played, [*found, *promises.findings(world)]


def replayed(operations: Sequence[Operation]) -> list[Finding]:
    """What a list of operations breaks."""
    found: list[Finding] = []
    world = History(lambda world, step: found.extend(promises.step_findings(world, step))).play(operations)
    return [*found, *promises.findings(world)]


def shortest(operations: list[Operation], fails: Callable[[list[Operation]], bool]) -> list[Operation]:
    """Cut operations away, half of them first and then fewer at a time, while the rest still fails."""
    size = len(operations) // 2
    while size:
        start = 0
        while start < len(operations):
            fewer = operations[:start] + operations[start + size :]
            if fails(fewer):
                operations = fewer
            else:
                start += size
        size //= 2
    return operations


def told(seed: int, played: list[Operation], found: list[Finding]) -> str:
    """What to read when a history fails."""
    promise = found[0][0]
    least = shortest(played, lambda fewer: promise in {name for name, _ in replayed(fewer)})
    lines = [f"seed {seed} breaks '{promise}': {found[0][1]}", *map(repr, least), *map(str, replayed(least))]
    return "\n".join(lines)


@pytest.mark.parametrize("start", range(0, HISTORIES, AT_A_TIME))
def test_a_history_keeps_every_promise(start: int) -> None:
    for seed in range(start, start + AT_A_TIME):
        world, played, found = judged(seed)
        assert not found, told(seed, played, found)
        assert world.done >= LEAST


def test_the_histories_hold_everything_that_can_happen_to_a_file_and_a_sheet() -> None:
    seen: Counter[str] = Counter()
    for seed in range(200):
        world, played = grown(seed)
        seen.update(name for name, _ in played)
        for table in world.cache.values():
            seen.update(sheet.state for sheet in table.sheets)
            seen.update(worth for stage in table.standing.values() for worth in stage.values())
            seen.update(kind for kind, _ in table.faults)
            seen["declared"] += len(table.declared)
    states = ("none", "draft", "locked", "reopened", "abstained", "absent", "recused", "conflict")
    worths = ("head", "superseded", "waiting", "revoked", "late")
    assert min(seen[one] for one in (*states, *worths, "on_revoked", "dropped_cell", "declared")) >= 5


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_caught(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (module, function, fault), promise = FAULTS[name]
    monkeypatch.setattr(module, function, fault)
    broken = (promise in {kind for kind, _ in judged(seed)[2]} for seed in range(FAULTY))
    assert any(broken), f"{FAULTY} histories saw nothing of '{name}'"


def test_a_failing_history_is_cut_down_to_what_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    (module, function, fault), promise = FAULTS["heads over uncounted payloads"]
    monkeypatch.setattr(module, function, fault)
    for seed in range(FAULTY):
        _, played, found = judged(seed)
        if promise in {kind for kind, _ in found}:
            break
    least = shortest(played, lambda fewer: promise in {kind for kind, _ in replayed(fewer)})
    assert promise in {kind for kind, _ in replayed(least)}
    assert len(least) < 15 < len(played)
