"""Who was present at an act: written into the log as ids, so that a public bundle names nobody.

A juror is there under the own id, the organiser and the chair under their roles, and everybody else under a
salted commitment whose name stays in the master and goes into the auditor's bundle only (docs/formats.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from kipp_desktop.domain.competition import Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.names import bare
from kipp_desktop.domain.rulings import Event
from kipp_desktop.exchange.people import Named, named
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
    """The ids under which these people go into the log, each once, in their order; new names are kept.

    Raises UserError("present.same_name") for two spellings that may be one person's.
    """
    held = kept(tx)
    known = _known(tx.jurors(), held)
    _check_apart(tx, known, names)
    found: dict[str, None] = {}
    for name in filter(None, (" ".join(name.split()) for name in names)):
        id_ = known.get(name.casefold())
        if id_ is None:
            one = named(name)
            id_ = known[name.casefold()] = one.id
            keep(tx, [one])
        found[id_] = None
    return list(found)


def is_same_person(tx: MasterTransaction, one: str, other: str) -> bool:
    """Whether two ids or names, however they are typed, may be one person's; nothing new is kept.

    A name that several jurors bear may be any of them; an id is one of them only.
    """
    jurors = tx.jurors()
    known = _known(jurors, kept(tx))
    return bool(_may_be(one, jurors, known) & _may_be(other, jurors, known))


def kept(tx: MasterTransaction) -> dict[str, dict[str, str]]:
    """Salt and name of everybody who is in the log under a commitment, as the auditor's bundle shows them."""
    return dict(tx.settings().get(SETTING, {}))


def keep(tx: MasterTransaction, people: Iterable[Named]) -> None:
    """Keep the names behind commitments."""
    new = {one.id: {"salt": one.salt, "name": one.name} for one in people}
    if new:
        tx.set_setting(SETTING, kept(tx) | new)


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


def _known(jurors: Iterable[Juror], held: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What may be typed → id. A name that two jurors bear is nobody's."""
    typed = dict(ROLES) | {person["name"].casefold(): id_ for id_, person in held.items()}
    seats: dict[str, list[str]] = {}
    for juror in jurors:
        for words in (juror.id, juror.name, f"{juror.id} {juror.name}", f"{juror.name}, {juror.title}"):
            seats.setdefault(_folded(words), []).append(juror.id)
    return typed | {words: ids[0] for words, ids in seats.items() if words and len(set(ids)) == 1}


def _may_be(typed: str, jurors: Sequence[Juror], known: Mapping[str, str]) -> set[str]:
    """The ids and bare names of everybody who may be meant by what was typed: an id means one alone."""
    words = _folded(typed)
    for juror in jurors:
        if words in (juror.id.casefold(), _folded(f"{juror.id} {juror.name}")):
            return {juror.id}
    name, id_ = bare(words), known.get(words)
    if id_ in (ORGANISER, CHAIR):
        return {id_}
    bearers = {juror.id for juror in jurors if juror.name and bare(juror.name) == name}
    return bearers | {name} | ({id_} if id_ else set())


def _check_apart(tx: MasterTransaction, known: Mapping[str, str], names: Sequence[str]) -> None:
    jurors = tx.jurors()
    told = list({known.get(words, words): name for name in names if (words := _folded(name))}.values())
    for one, other in combinations(told, 2):
        if _may_be(one, jurors, known) & _may_be(other, jurors, known):
            raise UserError("present.same_name", one=one, other=other)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
