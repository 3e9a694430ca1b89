"""Where a juror's two laptops disagree, for the juror to settle with `receiving.resolve`."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kipp_desktop.services.jurors import JurorDesk


@dataclass(frozen=True, slots=True)
class OpenDifference:
    """One cell (values in hundredths, None = cleared) or, with criterion '', one sheet's state."""

    stage: str
    entry: str
    criterion: str
    mine: int | str | None
    theirs: int | str | None


def open_differences(desk: JurorDesk) -> list[OpenDifference]:
    """What is open, in the order of the sheets."""
    with desk.store.begin() as tx:
        held = tx.differences()
    return [
        OpenDifference(
            one.stage,
            one.entry,
            one.criterion,
            _side(one.criterion, one.mine),
            _side(one.criterion, one.theirs),
        )
        for one in held
    ]


def _side(criterion: str, text: str | None) -> int | str | None:
    """A cell is [rev, value], a state [state, reason]."""
    held = json.loads(text or "null")
    if held is None:
        return None if criterion else "draft"
    return held[1] if criterion else held[0]
