"""Places of a juror's laptop in words: entries with their titles, criteria by name, never ids alone."""

from __future__ import annotations

from collections.abc import Iterable

from kipp_desktop.domain.competition import Competition


def places_words(competition: Competition, places: Iterable[tuple[str, ...]], language: str) -> str:
    """(stage, entry, criterion, …) by entry: "03 PELITA …: Kebaruan, Efektif; 05 …".

    Shorter places speak of a whole sheet or a whole stage.
    """
    found: dict[str, dict[str, None]] = {}
    for stage, *rest in places:
        if not rest or rest[0] not in competition.entry_by_id:
            found.setdefault(competition.stage_by_id[stage].name.in_language(language), {})
            continue
        entry = competition.entry_by_id[rest[0]]
        criteria = found.setdefault(f"{entry.id} {entry.title}", {})
        criterion = competition.rubric_for(stage, entry).find(rest[1]) if len(rest) > 1 and rest[1] else None
        if criterion is not None:
            criteria[criterion.name.in_language(language)] = None
    return "; ".join(f"{where}: {', '.join(names)}" if names else where for where, names in found.items())
