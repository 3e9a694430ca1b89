"""Equal scores: the ordered chain of the rule, a recorded decision, then a joint place. Never silently."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from kipp_desktop.domain.rulings import Event

TieKey = Callable[[str], Callable[[str], Any]]  # link of the chain → entry → comparable, higher is better


class Bracket(NamedTuple):
    """Entries that end on one place, and what set them apart from others of their score (None:
    nothing had to).
    """

    entries: tuple[str, ...]
    broken_by: str | None


def exact_text(score: Fraction) -> str:
    """A reduced fraction as text: "339/4", "85/1"."""
    return f"{score.numerator}/{score.denominator}"


def break_tie(
    entries: Sequence[str], chain: Sequence[str], key: TieKey, broken_by: str | None = None
) -> list[Bracket]:
    """Split entries of equal score by the chain, best first.

    An entry's `broken_by` is the last link that parted it from another; entries that no link parts share a
    bracket.

    >>> values = {("kebaruan", "A"): 9, ("kebaruan", "B"): 8, ("kebaruan", "C"): 8}
    >>> break_tie(["A", "B", "C"], ["kebaruan"], lambda link: lambda entry: values[link, entry])
    [Bracket(entries=('A',), broken_by='kebaruan'), Bracket(entries=('B', 'C'), broken_by='kebaruan')]
    """
    if len(entries) == 1 or not chain:
        return [Bracket(tuple(entries), broken_by)]
    link, rest = chain[0], chain[1:]
    parts = split(entries, key(link))
    if len(parts) == 1:
        return break_tie(entries, rest, key, broken_by)
    return [bracket for part in parts for bracket in break_tie(part, rest, key, link)]


def split(entries: Sequence[str], key: Callable[[str], Any]) -> list[list[str]]:
    """Part entries by key, highest first; equal ones keep their order."""
    parts: dict[Any, list[str]] = {}
    for entry in entries:
        parts.setdefault(key(entry), []).append(entry)
    return [parts[value] for value in sorted(parts, reverse=True)]


def tie_basis(scores: Mapping[str, Fraction]) -> list[list[str]]:
    """What a tie decision stands on: the tied entries, each with its exact score.

    Where ranks stand on published scores, entries of one place may differ exactly.
    """
    return [[entry, exact_text(scores[entry])] for entry in sorted(scores)]


def decided_order(
    scores: Mapping[str, Fraction], stage: str, group: str, decisions: Sequence[Event]
) -> Event | None:
    """The last decision about exactly this tie, or None.

    A decision on other entries or scores has no force.

    >>> tied = {"01": Fraction(85), "02": Fraction(85)}
    >>> said = {"stage": "final", "group": "overall", "order": ["02", "01"], "method": "lot"}
    >>> lot = Event(7, "", "panitia", "tie_decided", {**said, "basis": tie_basis(tied)})
    >>> decided_order(tied, "final", "overall", [lot]).data["order"]
    ['02', '01']
    >>> decided_order({**tied, "03": Fraction(85)}, "final", "overall", [lot]) is None
    True
    """
    basis = tie_basis(scores)
    for event in reversed(decisions):
        data: Mapping[str, Any] = event.data
        same_place: tuple[Hashable, Hashable] = (data["stage"], data["group"])
        if same_place == (stage, group) and [list(pair) for pair in data["basis"]] == basis:
            return event
    return None
