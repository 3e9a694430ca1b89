"""Who was present at an act: written into the log as ids, so that a public bundle names nobody.

A juror is there under the own id, the organiser and the chair under their roles, and everybody else under a
salted commitment whose name stays in the master and goes into the auditor's bundle only (docs/formats.md).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kipp_desktop.domain.competition import Juror
from kipp_desktop.domain.rulings import Event
from kipp_desktop.exchange import canonical
from kipp_desktop.exchange.bundle import WITNESS
from kipp_desktop.exchange.canonical import b64
from kipp_desktop.store.master_store import MasterTransaction

SETTING = "attendance"
"""The setting that keeps names: {id: {"name", "salt"}}."""

PEOPLE = ("present", "by", "operators")
"""The fields of an event's data that hold people."""

ORGANISER, CHAIR = "panitia", "ketua"
ROLES = {
    **dict.fromkeys(("panitia", "organiser"), ORGANISER),
    **dict.fromkeys(("ketua", "ketua dewan juri", "ketua tim penilai", "chair"), CHAIR),
}


def ids_of(tx: MasterTransaction, names: Sequence[str]) -> list[str]:
    """The ids under which these people go into the log, each once, in their order; new names are kept."""
    held = kept(tx)
    known = _known(tx.jurors(), held)
    found: dict[str, None] = {}
    for name in filter(None, (" ".join(name.split()) for name in names)):
        id_ = known.get(name.casefold())
        if id_ is None:
            salt = secrets.token_bytes(16)
            id_ = known[name.casefold()] = witness_id(salt, name)
            held[id_] = {"salt": b64(salt), "name": name}
            tx.set_setting(SETTING, held)
        found[id_] = None
    return list(found)


def is_same_person(tx: MasterTransaction, one: str, other: str) -> bool:
    """Whether two ids or names, however they are typed, are one person's; nothing new is kept."""
    known = _known(tx.jurors(), kept(tx))
    ids = {known.get(name, name) for name in (" ".join(typed.split()).casefold() for typed in (one, other))}
    return len(ids) == 1


def kept(tx: MasterTransaction) -> dict[str, dict[str, str]]:
    """Salt and name of everybody who is in the log under a commitment, as the auditor's bundle shows them."""
    return dict(tx.settings().get(SETTING, {}))


def names_of(tx: MasterTransaction) -> dict[str, str]:
    """Id → name of everybody who may stand in an event: jurors, and those kept here."""
    jurors = {juror.id: juror.name for juror in tx.jurors() if juror.name}
    return jurors | {id_: person["name"] for id_, person in kept(tx).items()}


def spoken(ids: Iterable[object], names: Mapping[str, str]) -> list[str]:
    """The people of an event by name. What is no id stands as it was typed: older events hold names."""
    return [names.get(str(id_), str(id_)) for id_ in ids]


def unhidden(tx: MasterTransaction, ids: Iterable[object]) -> list[str]:
    """Those of an event's people who stand there by name, as events did before there were commitments."""
    known = {juror.id for juror in tx.jurors()} | kept(tx).keys() | {ORGANISER, CHAIR}
    return [str(id_) for id_ in ids if id_ not in known]


def with_names(events: Iterable[Event], names: Mapping[str, str]) -> list[Event]:
    """Events whose people have their names again, to be shown to the organiser and printed."""
    return [
        replace(
            event,
            data={
                **event.data,
                **{key: spoken(event.data[key], names) for key in PEOPLE if event.data.get(key)},
            },
        )
        for event in events
    ]


def witness_id(salt: bytes, name: str) -> str:
    """The commitment to a name."""
    return WITNESS + canonical.sha256(salt + canonical.dumps({"name": name}))[:32]


def _known(jurors: Iterable[Juror], held: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What may be typed → id. A name that two jurors bear is nobody's."""
    typed = dict(ROLES) | {person["name"].casefold(): id_ for id_, person in held.items()}
    seats: dict[str, list[str]] = {}
    for juror in jurors:
        for words in (juror.id, juror.name, f"{juror.id} {juror.name}", f"{juror.name}, {juror.title}"):
            seats.setdefault(" ".join(words.split()).casefold(), []).append(juror.id)
    return typed | {words: ids[0] for words, ids in seats.items() if words and len(set(ids)) == 1}
