"""Baseline: one bare Python pass over the same integers."""

from __future__ import annotations

from collections.abc import Sequence


def one_pass(entries: Sequence[Sequence[Sequence[int]]], weights: Sequence[int]) -> list[int]:
    """The weighted sum of every entry: entries → sheets → values."""
    totals: list[int] = []
    for sheets in entries:
        total = 0
        for values in sheets:
            for value, weight in zip(values, weights):  # noqa: B905
                total += value * weight
        totals.append(total)
    return totals
