"""Pendamping: somebody types for a juror, who checks and signs the print. Who typed is declared and shown.

What is signed holds an id only, a commitment to the name (`exchange.people`), which travels beside it in the
seal: a public bundle shows the payload as it was signed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

import msgspec

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.people import AND, TYPISTS_CAP, Named, named
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.store.juror_store import JurorTransaction

LONGEST_NAME = 60
MOST_NAMES = 3
"""So many people may type for a juror on one laptop."""
_KEY = "typed_by"
_PEOPLE = "typists"
_OTHER = "own_file_received"
_BEGAN, _ENDED = "assistant_began", "assistant_ended"
_TYPED = ("score", "comment", "sheet")


def assistant(desk: JurorDesk) -> str | None:
    """Who types now, None when the juror does."""
    with desk.store.look() as tx:
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
            tx.append(_BEGAN, {"name": name, "id": _id_of(tx, name)})


def end(desk: JurorDesk) -> None:
    """From now on the juror types again; what was typed before stays marked."""
    with desk.store.begin() as tx:
        if tx.meta(_KEY):
            tx.set_meta(_KEY, "")
            tx.append(_ENDED, {})


def typed_by(tx: JurorTransaction, stage: str) -> str | None:
    """The ids of those who typed on the sheets of a stage for the juror, here or on the other laptop, and of
    who does now.
    """
    now, typists = "", dict[str, None]()
    for event in tx.log.events((_BEGAN, _ENDED, _OTHER, *_TYPED)):
        if event.type in (_BEGAN, _ENDED):
            now = event.data.get("id", "")
        elif event.type == _OTHER:
            typists |= dict.fromkeys(event.data["typed_by"].get(stage, ()))
        elif now and event.data["stage"] == stage:
            typists[now] = None
    if now:
        typists[now] = None
    while len(AND.join(typists)) > TYPISTS_CAP:  # eleven people
        typists.popitem()
    return AND.join(typists) or None


def keep(tx: JurorTransaction, people: Iterable[Named]) -> None:
    """Keep the names of those who typed, here or on the other laptop."""
    held = {one.id: one for one in (*_kept(tx), *people)}
    tx.set_meta(_PEOPLE, json.dumps(msgspec.to_builtins([*held.values()]), ensure_ascii=False))


def people_of(tx: JurorTransaction, typists: Collection[str]) -> list[Named]:
    """Those of these ids whose names are known here."""
    return [one for one in _kept(tx) if one.id in typists]


def _id_of(tx: JurorTransaction, name: str) -> str:
    one = next((one for one in _kept(tx) if one.name == name), None) or named(name)
    keep(tx, [one])
    return one.id


def _kept(tx: JurorTransaction) -> list[Named]:
    return msgspec.json.decode(tx.meta(_PEOPLE) or "[]", type=list[Named])
