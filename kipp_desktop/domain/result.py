"""The published result as data: what is signed, bundled and compared by digest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Literal

from kipp_desktop.domain.competition import Rule
from kipp_desktop.domain.ranking import GroupRanking, Row, label_of
from kipp_desktop.domain.rulings import Event, Rulings

Status = Literal["SEMENTARA", "FINAL"]


def result_payload(
    competition_id: str,
    package: str,
    status: Status,
    rankings: Sequence[GroupRanking],
    decisions: Iterable[Event],
) -> dict[str, Any]:
    """The result of docs/formats.md.

    With status SEMENTARA its digest is the basis of `finalised` and plenary decisions.
    """
    return {
        "format": "kipp-result/1",
        "competition": competition_id,
        "package": package,
        "status": status,
        "groups": [
            {"stage": ranking.stage, "group": ranking.group, "rows": [_row(row) for row in ranking.rows]}
            for ranking in rankings
        ],
        "decisions": [{"seq": event.seq, "type": event.type} for event in decisions],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "place": row.place,
        "entry": row.entry,
        "score": row.exact,
        "jurors_counted": row.jurors_counted,
        "jurors_expected": row.jurors_expected,
        "tie_broken_by": row.tie_broken_by,
        "label": row.label,
    }


def plenary_labels(
    rankings: Sequence[GroupRanking], rule: Rule, rulings: Rulings, basis: str
) -> tuple[list[GroupRanking], list[Event]]:
    """Apply the plenary decisions whose basis is `basis`: they give all awards of a list anew.

    Places and scores stay as they were computed.
    """
    applied: list[GroupRanking] = []
    used: list[Event] = []
    for ranking in rankings:
        decision = _in_force(ranking, rulings, basis)
        if decision is None:
            applied.append(ranking)
            continue
        used.append(decision)
        labels = _decided_labels(rule, decision)
        rows = tuple(row._replace(label=labels.get(row.entry)) for row in ranking.rows)
        applied.append(replace(ranking, rows=rows))
    return applied, used


def _in_force(ranking: GroupRanking, rulings: Rulings, basis: str) -> Event | None:
    for event in reversed(rulings.plenary):
        if (event.data["stage"], event.data["group"], event.data["basis"]) == (
            ranking.stage,
            ranking.group,
            basis,
        ):
            return event
    return None


def _decided_labels(rule: Rule, decision: Event) -> dict[str, str | None]:
    """Labels by entry: as written, or those of places 1, 2, 3 … in the decided order.

    >>> rule = Rule(labels=("Juara I", "Juara II"))
    >>> _decided_labels(rule, Event(9, "", "panitia", "plenary_decided", {"order": ["02", "01"]}))
    {'02': 'Juara I', '01': 'Juara II'}
    >>> _decided_labels(rule, Event(9, "", "panitia", "plenary_decided", {"labels": {"03": "Terpuji"}}))
    {'03': 'Terpuji'}
    """
    if "labels" in decision.data:
        return dict(decision.data["labels"])
    order: list[str] = decision.data["order"]
    return {entry: label_of(rule, position + 1, position) for position, entry in enumerate(order)}
