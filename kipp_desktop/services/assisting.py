"""Pendamping: somebody types for a juror, who checks and signs the print. Who typed is declared and shown."""

from __future__ import annotations

from kipp_desktop.domain.errors import UserError
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.store.juror_store import JurorTransaction

LONGEST = 200
"""What a declaration holds."""
LONGEST_NAME = 60
MOST_NAMES = 3
"""So many names of that length fit a declaration."""
_KEY = "typed_by"
_OTHER = "own_file_received"
_AND = ", "
_BEGAN, _ENDED = "assistant_began", "assistant_ended"
_TYPED = ("score", "comment", "sheet")


def assistant(desk: JurorDesk) -> str | None:
    """Who types now, None when the juror does."""
    with desk.store.begin() as tx:
        return tx.meta(_KEY) or None


def begin(desk: JurorDesk, name: str) -> None:
    """From now on somebody types for the juror.

    Raises UserError: assistant.name_needed, text.too_long, assistant.too_many.
    """
    name = " ".join(name.split())
    if not name:
        raise UserError("assistant.name_needed")
    if len(name) > LONGEST_NAME:
        raise UserError("text.too_long", most=LONGEST_NAME)
    with desk.store.begin() as tx:
        names = {event.data["name"] for event in tx.log.events((_BEGAN,))}
        if name not in names and len(names) >= MOST_NAMES:
            raise UserError("assistant.too_many", most=MOST_NAMES)
        if tx.meta(_KEY) != name:
            tx.set_meta(_KEY, name)
            tx.append(_BEGAN, {"name": name})


def end(desk: JurorDesk) -> None:
    """From now on the juror types again; what was typed before stays marked."""
    with desk.store.begin() as tx:
        if tx.meta(_KEY):
            tx.set_meta(_KEY, "")
            tx.append(_ENDED, {})


def typed_by(tx: JurorTransaction, stage: str) -> str | None:
    """Who typed on the sheets of a stage for the juror, here or on the other laptop, and who does now."""
    now, names = "", dict[str, None]()
    for event in tx.log.events((_BEGAN, _ENDED, _OTHER, *_TYPED)):
        if event.type in (_BEGAN, _ENDED):
            now = event.data.get("name", "")
        elif event.type == _OTHER:
            there: str = event.data.get("typed_by", {}).get(stage, "")
            names |= dict.fromkeys(name for name in there.split(_AND) if name)
        elif now and event.data["stage"] == stage:
            names[now] = None
    if now:
        names[now] = None
    return _AND.join(names)[:LONGEST] or None
