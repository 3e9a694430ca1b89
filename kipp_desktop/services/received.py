"""What came in, file by file: whose, from which laptop, what it is worth now, what it declares."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kipp_desktop.domain.derive import Standing
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.exchange.people import AND
from kipp_desktop.services import attendance
from kipp_desktop.services.masters import Master, MasterState, load_state
from kipp_desktop.services.scoring import FINAL_WORDS
from kipp_desktop.store.master_store import MasterTransaction


@dataclass(frozen=True, slots=True)
class Received:
    """An accepted score file. `received_at` is the organiser's clock, advisory like every time."""

    digest: str
    juror: str
    device: str  # public key
    file: str
    received_at: str
    standing: Mapping[str, Standing]  # by stage
    declared: Mapping[str, str | None]  # stages declared final → who typed it for the juror, or None
    words: Mapping[str, str]  # stages declared final → in which words
    seen: Mapping[str, Any] | None  # the organiser's checkpoint that the juror's laptop held

    @property
    def counts(self) -> bool:
        """Whether it is a head somewhere."""
        return "head" in self.standing.values()


def received(master: Master) -> list[Received]:
    """Every accepted file, by juror and time of arrival."""
    with master.store.begin() as tx:
        return received_in(tx, load_state(tx))


def received_in(tx: MasterTransaction, state: MasterState) -> list[Received]:
    """The same inside a transaction. Signatures were checked when the files came in."""
    found: list[Received] = []
    names = attendance.names_of(tx)
    for stored in tx.payloads():
        payload = json.loads(unb64(stored.envelope["payload"]))
        table = state.table.jurors.get(stored.juror)
        by_stage: Mapping[str, Mapping[str, Standing]] = {} if table is None else table.standing
        found.append(
            Received(
                stored.digest,
                stored.juror,
                payload["device"],
                stored.file,
                stored.received_at,
                {stage: worth[stored.digest] for stage, worth in by_stage.items() if stored.digest in worth},
                {
                    stage: _spoken(word["typed_by"], names)
                    for stage, word in payload["declarations"].items()
                    if word["declared"]
                },
                {stage: word["text"] for stage, word in payload["declarations"].items() if word["declared"]},
                payload["seen"],
            )
        )
    return sorted(found, key=lambda one: (one.juror, one.received_at, one.digest))


def _spoken(typed_by: str | None, names: Mapping[str, str]) -> str | None:
    return None if typed_by is None else AND.join(attendance.spoken(typed_by.split(AND), names))


def typed(master: Master) -> dict[tuple[str, str], str]:
    """See `typed_for`."""
    with master.store.begin() as tx:
        state = load_state(tx)
        return typed_for(received_in(tx, state), state)


def typed_for(files: list[Received], state: MasterState) -> dict[tuple[str, str], str]:
    """(juror, stage) → the assistant who typed, where the declaration that holds says so."""
    return {
        (one.juror, stage): typed_by
        for one, stage in _holding(files, state)
        if (typed_by := one.declared[stage])
    }


def added_words(files: list[Received], state: MasterState) -> dict[tuple[str, str], str]:
    """(juror, stage) → what the declaration that holds adds to the usual words: why sheets are missing."""
    return {
        (one.juror, stage): added
        for one, stage in _holding(files, state)
        if (added := one.words[stage].removeprefix(FINAL_WORDS).strip())
    }


def own_words(master: Master) -> dict[tuple[str, str], str]:
    """The same without the brackets that a declaration has around them: the juror's own words."""
    with master.store.begin() as tx:
        state = load_state(tx)
        return own_words_in(received_in(tx, state), state)


def own_words_in(files: list[Received], state: MasterState) -> dict[tuple[str, str], str]:
    """See `own_words`."""
    found = added_words(files, state).items()
    return {where: said.removeprefix("(").removesuffix(")") for where, said in found}


def _holding(files: list[Received], state: MasterState) -> Iterator[tuple[Received, str]]:
    """Files with the stages whose declaration holds."""
    for one in files:
        for stage in one.declared:
            holds = one.juror in state.table.jurors and stage in state.table.jurors[one.juror].declared
            if holds and one.standing.get(stage) == "head":
                yield one, stage
