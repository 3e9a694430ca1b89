"""Sheets filled in on paper: keyed twice, blind, by two people; entered once both say the same.

Each keying is an event for people, so that it survives a restart and shows afterwards who typed what; nothing
counts before `paper_entered` (docs/adr/0008).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kipp_desktop.domain.competition import ORGANISER
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.domain.rubric import Criterion, Rubric
from kipp_desktop.domain.rulings import Event
from kipp_desktop.domain.scoring import parse_value
from kipp_desktop.services.attendance import ids_of, is_same_person, names_of, with_names
from kipp_desktop.services.guards import need_reason, record, refresh_if_issued
from kipp_desktop.services.masters import Master, MasterState, load_state
from kipp_desktop.services.words import plain_text
from kipp_desktop.store.master_store import MasterTransaction

Place = tuple[str, str, str]  # juror, stage, entry
PaperState = Literal["keyed_once", "differs", "entered"]
BLANK = "-"
"""What is typed for a box that is empty on paper: not scored, which is never zero."""
_TYPES = ("paper_keyed", "paper_keyings_dropped", "paper_entered", "paper_withdrawn")


@dataclass(frozen=True, slots=True)
class Keying:
    """What one operator typed: values in hundredths by criterion, None = blank on paper."""

    operator: str
    cells: Mapping[str, int | None]
    scan_sha256: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """Where the paper of one sheet stands; `digest` is the hash of the event that entered it."""

    place: Place
    keyings: tuple[Keying, ...]
    operators: tuple[str, ...] = ()
    cells: Mapping[str, int | None] | None = None
    scan_sha256: str | None = None
    digest: str | None = None

    @property
    def state(self) -> PaperState:
        """How far it is."""
        if self.digest is not None:
            return "entered"
        return "keyed_once" if len(self.keyings) == 1 else "differs"

    def differing(self) -> list[str]:
        """Criteria that the two keyings have otherwise."""
        if len(self.keyings) < 2:
            return []
        one, two = self.keyings
        return [criterion for criterion, value in one.cells.items() if two.cells.get(criterion) != value]


def papers(master: Master) -> list[Paper]:
    """Every paper sheet keyed or entered, by place."""
    with master.store.begin() as tx:
        return papers_in(tx, load_state(tx))


def papers_in(tx: MasterTransaction, state: MasterState) -> list[Paper]:
    """The same inside a transaction. Keyings made under older revisions of the criteria are left out."""
    found: dict[Place, Paper] = {}
    for event in with_names(tx.log.events(_TYPES), names_of(tx)):
        if event.type == "paper_withdrawn":
            found = {place: one for place, one in found.items() if one.digest != event.data["paper"]}
            continue
        place: Place = (event.data["juror"], event.data["stage"], event.data["entry"])
        if event.type == "paper_keyings_dropped":
            found.pop(place, None)
        elif event.type == "paper_entered":
            found[place] = _entered(place, event)
        elif _is_present(state, place, event):
            held = found.get(place, Paper(place, ()))
            found[place] = Paper(place, (*held.keyings, _keying(event)))
    return [found[place] for place in sorted(found)]


def key_in(
    master: Master,
    place: Place,
    operator: str,
    typed: Mapping[str, str],
    scan_sha256: str | None = None,
) -> PaperState:
    """Key a sheet: the first time it waits, the second time it is entered if both say the same.

    `typed` holds every criterion, "-" for a blank. Raises UserError: paper.not_owed, paper.operator_needed,
    paper.own_sheet, paper.same_operator, paper.keyed_twice, paper.entered_already, paper.cell_missing,
    score.unknown_criterion, value.not_a_number, value.out_of_scale.
    """
    name = operator.strip()
    if not name:
        raise UserError("paper.operator_needed")
    plain_text(name, 200)
    with master.store.begin() as tx:
        state = load_state(tx)
        rubric = _rubric(state, place)
        held = next((one for one in papers_in(tx, state) if one.place == place), None)
        if is_same_person(tx, place[0], name):
            raise UserError("paper.own_sheet", operator=name, place="/".join(place))
        _check_free(tx, held, name)
        cells = _cells(rubric, typed)
        data = {**_named(place), "operator": name, "cells": cells, "scan_sha256": scan_sha256}
        keying = _keying(tx.append("paper_keyed", data))
        if held is None:
            return "keyed_once"
        both = Paper(place, (*held.keyings, keying))
        if both.differing():
            return "differs"
        _enter(tx, both, cells)
    return "entered"


def resolve(master: Master, place: Place, chosen: Mapping[str, str]) -> None:
    """Settle the differences of two keyings with the paper in hand: a value for each differing criterion.

    Raises UserError: paper.nothing_to_resolve, paper.cell_missing, and what a value may be wrong with.
    """
    with master.store.begin() as tx:
        state = load_state(tx)
        held = next((one for one in papers_in(tx, state) if one.place == place), None)
        if held is None or held.state != "differs":
            raise UserError("paper.nothing_to_resolve", place="/".join(place))
        rubric = _rubric(state, place)
        open_ = held.differing()
        strange = sorted(set(chosen) - set(open_))
        if strange:
            raise UserError("paper.not_differing", criteria=", ".join(strange))
        agreed = {
            criterion: BLANK if value is None else centi_text(value)
            for criterion, value in held.keyings[0].cells.items()
            if criterion not in open_
        }
        _enter(tx, held, _cells(rubric, agreed | dict(chosen)))


def withdraw(master: Master, place: Place, reason: str) -> None:
    """Take an entered sheet back, or drop its keyings; both stay in the log.

    Raises UserError: paper.none, reason.needed.
    """
    need_reason(reason)
    with master.store.begin() as tx:
        held = next((one for one in papers_in(tx, load_state(tx)) if one.place == place), None)
        if held is None:
            raise UserError("paper.none", place="/".join(place))
        if held.digest is None:
            tx.append("paper_keyings_dropped", {**_named(place), "reason": reason})
            return
        record(tx, "paper_withdrawn", {"paper": held.digest, "reason": reason})
        refresh_if_issued(tx, place[0])


def scan_digest(path: Path) -> str:
    """SHA-256 of a scan. Raises UserError("file.unreadable")."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UserError("file.unreadable", file=path.name, why=error.strerror or "") from error


def owed_places(state: MasterState) -> list[Place]:
    """Every sheet a juror owes and may have filled in on paper, by stage, juror and entry."""
    return [
        (sheet.juror, stage.id, sheet.entry)
        for stage in state.competition.stages
        if stage.panel != ORGANISER
        for sheets in state.table.sheets.get(stage.id, {}).values()
        for sheet in sheets
        if sheet.state != "recused"
    ]


def _rubric(state: MasterState, place: Place) -> Rubric:
    if place not in owed_places(state):
        raise UserError("paper.not_owed", place="/".join(place))
    return state.competition.rubric_for(place[1], state.competition.entry_by_id[place[2]])


def _check_free(tx: MasterTransaction, held: Paper | None, operator: str) -> None:
    if held is None:
        return
    place = "/".join(held.place)
    if held.state == "entered":
        raise UserError("paper.entered_already", place=place)
    if held.state == "differs":
        raise UserError("paper.keyed_twice", place=place)
    if is_same_person(tx, held.keyings[0].operator, operator):
        raise UserError("paper.same_operator", operator=operator)


def _cells(rubric: Rubric, typed: Mapping[str, str]) -> list[tuple[str, int, int | None]]:
    known = [criterion.id for criterion in rubric.criterion]
    strange = sorted(set(typed) - set(known))
    if strange:
        raise UserError("score.unknown_criterion", criterion=", ".join(strange))
    missing = [criterion for criterion in known if not typed.get(criterion, "").strip()]
    if missing:
        raise UserError("paper.cell_missing", criteria=", ".join(missing))
    return [(one.id, one.rev, _value(one, typed[one.id])) for one in rubric.criterion]


def _value(criterion: Criterion, text: str) -> int | None:
    return None if text.strip() == BLANK else parse_value(text, criterion.scale)


def _enter(tx: MasterTransaction, paper: Paper, cells: list[tuple[str, int, int | None]]) -> None:
    scans = {one.scan_sha256 for one in paper.keyings} - {None}
    if len(scans) > 1:
        raise UserError("paper.scans_differ", place="/".join(paper.place))
    record(
        tx,
        "paper_entered",
        {
            **_named(paper.place),
            "cells": cells,
            "operators": ids_of(tx, [one.operator for one in paper.keyings]),
            "scan_sha256": next(iter(scans), None),
        },
    )
    refresh_if_issued(tx, paper.place[0])


def _entered(place: Place, event: Event) -> Paper:
    data = event.data
    cells = {criterion: value for criterion, _, value in data["cells"]}
    return Paper(place, (), tuple(data["operators"]), cells, data["scan_sha256"], event.hash)


def _keying(event: Event) -> Keying:
    cells = {criterion: value for criterion, _, value in event.data["cells"]}
    return Keying(event.data["operator"], cells, event.data["scan_sha256"])


def _is_present(state: MasterState, place: Place, event: Event) -> bool:
    """Whether a keying speaks of the criteria as they mean now."""
    _, stage, entry = place
    if stage not in state.competition.stage_by_id or entry not in state.competition.entry_by_id:
        return False
    rubric = state.competition.rubric_for(stage, state.competition.entry_by_id[entry])
    revs = [(criterion, rev) for criterion, rev, _ in event.data["cells"]]
    return revs == [(criterion.id, criterion.rev) for criterion in rubric.criterion]


def _named(place: Place) -> dict[str, str]:
    return dict(zip(("juror", "stage", "entry"), place, strict=True))
