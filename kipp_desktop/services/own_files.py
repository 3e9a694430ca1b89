"""The juror's own file of another laptop: taken in, and where both differ settled by the juror.

Also what brings a lost laptop, a cloned store or a restored backup together again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from kipp_desktop.domain.bounds import COMMENT_CAP
from kipp_desktop.domain.competition import SheetKey
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import package, score_file
from kipp_desktop.exchange.score_file import ScoreFile
from kipp_desktop.services import assisting
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.receipts import note_seen
from kipp_desktop.services.scoring import drop_declaration, open_if_incomplete
from kipp_desktop.store.juror_store import Difference, JurorTransaction, StoredDeclaration

Choice = Literal["mine", "theirs", "both"]
Place = tuple[str, str, str]  # stage, entry, and criterion, '' (the state) or CRITERION/KIND (a comment)
_PENDING = "pending_ancestors"
_WHY = "pilihan antara dua laptop"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file of the other laptop brought: cells adopted, and differences that wait for the juror."""

    cells: int
    differences: int


@dataclass(frozen=True, slots=True)
class OpenDifference:
    """One place where the laptops differ.

    A cell: hundredths, None = cleared. A sheet's state: its word, with the reason. A comment: both texts.
    """

    stage: str
    entry: str
    criterion: str
    kind: Literal["cell", "state", "comment"]
    mine: int | str | None
    theirs: int | str | None
    my_reason: str | None = None
    their_reason: str | None = None
    key: str = ""

    @property
    def place(self) -> Place:
        """What `settle` calls it."""
        return self.stage, self.entry, self.key


@dataclass(frozen=True, slots=True)
class Settled:
    """How many differences are still open, and locked sheets that are drafts again for want of a value."""

    left: int
    opened: tuple[SheetKey, ...]


def take_in(desk: JurorDesk, data: bytes, name: str) -> Taken | None:
    """Take in a file of the juror's other laptop; None for one that this laptop already stands on.

    Union of both. Where they differ nothing is chosen, unless the other file already knew all of ours.
    Raises UserError: file.…, own_file.package_not_here, export.differences_open, store.no_secrets, ….
    """
    outside = score_file.read_outside(data)
    if outside.about.competition != desk.competition.id:
        raise UserError("file.other_competition", title=outside.about.title)
    if outside.about.juror != desk.juror_id:
        raise UserError("file.other_juror", juror=outside.about.juror)
    file = score_file.open_sealed(outside, [desk.secrets().identity])
    if file.payload.juror != desk.juror_id or file.payload.competition != desk.competition.id:
        raise UserError("file.about_differs")
    with desk.store.begin() as tx:
        held = tx.package(file.payload.package)
        if held is None:
            raise UserError("own_file.package_not_here")
        score_file.check(file, package.read(held.file.encode("ascii")))
        if file.digest in tx.ancestors():
            return None
        if tx.differences():
            raise UserError("export.differences_open", count=len(tx.differences()))
        return _Merge(tx, desk, file).run(name)


def open_differences(desk: JurorDesk) -> list[OpenDifference]:
    """What waits for the juror, in the order of the sheets, with what this laptop says now."""
    with desk.store.begin() as tx:
        return [_shown(tx, one) for one in tx.differences()]


def settle(desk: JurorDesk, choices: Mapping[Place, Choice]) -> Settled:
    """Settle differences as chosen, all in one transaction.

    Once none is left the next export stands on both laptops' files.
    Raises UserError: resolve.no_difference, resolve.comments_only, text.too_long; nothing changes then.
    """
    with desk.store.begin() as tx:
        open_ = {(one.stage, one.entry, one.criterion): one for one in tx.differences()}
        for place, choice in choices.items():
            if place not in open_:
                raise UserError("resolve.no_difference", place="/".join(place))
            _settle_one(tx, open_[place], choice)
        left = [one for place, one in open_.items() if place not in choices]
        tx.put_differences(left)
        sheets = dict.fromkeys((stage, entry) for stage, entry, _ in choices)
        opened = [key for key in sheets if open_if_incomplete(tx, desk, *key, _WHY)]
        for stage, entry in opened:
            drop_declaration(tx, stage, _other(open_.values(), stage, entry))
        if not left:
            tx.add_ancestors(json.loads(tx.meta(_PENDING) or "[]"))
            tx.set_meta(_PENDING, "[]")
    return Settled(len(left), tuple(opened))


def _other(differences: Iterable[Difference], stage: str, entry: str) -> str:
    """The file that a sheet's differences came with."""
    return next(one.other for one in differences if (one.stage, one.entry) == (stage, entry))


def _settle_one(tx: JurorTransaction, one: Difference, choice: Choice) -> None:
    theirs = json.loads(one.theirs or "null")
    data: dict[str, Any] = {"taken": [], "states": [], "comments": []}
    is_comment = "/" in one.criterion
    if choice == "both" and not is_comment:
        raise UserError("resolve.comments_only")
    if choice != "mine":
        place = (one.stage, one.entry)
        if is_comment:
            criterion, _, kind = one.criterion.partition("/")
            key = (*place, criterion, kind)
            text = theirs if choice == "theirs" else _both(tx.comments().get(key, ""), theirs)
            _check_length(text)
            tx.put_comment(*key, text)
            data["comments"].append([*key, text])
        elif one.criterion:
            tx.put_cell(*place, one.criterion, *theirs)
            data["taken"].append([*place, one.criterion, *theirs])
        else:
            tx.put_state(*place, *theirs)
            data["states"].append([*place, *theirs])
        drop_declaration(tx, one.stage, one.other)
    where = {"stage": one.stage, "entry": one.entry, "criterion": one.criterion}
    tx.append("difference_resolved", {**where, "choice": choice, "other": one.other, **data})


def _check_length(text: str) -> None:
    if len(text) > COMMENT_CAP:
        raise UserError("text.too_long", most=COMMENT_CAP)


def _both(mine: str, theirs: str) -> str:
    if theirs in mine:
        return mine
    return theirs if mine in theirs else f"{mine}\n{theirs}"


def _shown(tx: JurorTransaction, one: Difference) -> OpenDifference:
    place, theirs = (one.stage, one.entry), json.loads(one.theirs or "null")
    if not one.criterion:
        mine = tx.state(*place)
        return OpenDifference(*place, "", "state", mine[0], theirs[0], mine[1], theirs[1])
    criterion, slash, kind = one.criterion.partition("/")
    if slash:
        text = tx.comments().get((*place, criterion, kind), "")
        return OpenDifference(*place, criterion, "comment", text, theirs, key=one.criterion)
    held = tx.sheet_cells(*place).get(criterion)
    return OpenDifference(
        *place, criterion, "cell", None if held is None else held[1], theirs[1], key=criterion
    )


@dataclass
class _Merge:
    """One file of the other laptop going into this store; what was taken and what differs."""

    tx: JurorTransaction
    desk: JurorDesk
    file: ScoreFile
    forward: bool = False  # the other file knew everything that is here
    cells: list[list[object]] = field(default_factory=list[list[object]])
    states: list[list[object]] = field(default_factory=list[list[object]])
    comments: list[list[str]] = field(default_factory=list[list[str]])
    differences: list[Difference] = field(default_factory=list[Difference])

    def run(self, name: str) -> Taken:
        tx, file = self.tx, self.file
        self.forward = _nothing_new_here(tx, file.snapshot.ancestors)
        self._merge_states()  # before the cells: a sheet is somebody's once it has any
        self._merge_cells()
        self._merge_comments()
        tx.add_export(
            file.digest,
            json.dumps(file.envelope),
            None
            if file.comments is None
            else json.dumps(msgspec.to_builtins(file.comments), ensure_ascii=False),
            name,
        )
        taken = {"taken": self.cells, "states": self.states, "comments": self.comments}
        words = file.payload.declarations
        typed = {stage: word.typists for stage, word in words.items() if word.typists}
        assisting.keep(tx, file.people)
        event = {"digest": file.digest, **taken, "differences": len(self.differences), "typed_by": typed}
        tx.append("own_file_received", event)
        self._merge_declarations()
        if file.payload.seen is not None:
            note_seen(tx, file.payload.seen, self.desk.package.signing_keys)
        standing = {file.digest, *file.snapshot.ancestors}
        if self.differences:
            tx.put_differences(self.differences)
            tx.set_meta(_PENDING, json.dumps(sorted(standing)))
        else:
            tx.add_ancestors(standing)
        return Taken(len(self.cells), len(self.differences))

    def _merge_states(self) -> None:
        """Cells without a state are a draft, here and there: locked against draft is a difference."""
        mine, cells, snapshot = self.tx.states(), self.tx.cells(), self.file.snapshot
        for key in {**snapshot.cells, **snapshot.states}:
            theirs = snapshot.states.get(key, ("draft", None))
            held = mine.get(key, ("draft", None) if key in cells else None)
            if held == theirs:
                continue
            if held is not None and not self.forward:
                self._differ(key, "", list(held), list(theirs))
            elif key in snapshot.states or held is not None:
                self.tx.put_state(*key, *theirs)
                self.states.append([*key, *theirs])

    def _merge_cells(self) -> None:
        mine = {key: dict(held) for key, held in self.tx.cells().items()}
        for key, cells in self.file.snapshot.cells.items():
            for criterion, (rev, value) in cells.items():
                held = mine.get(key, {}).get(criterion)
                if held == (rev, value) or (held is not None and held[0] > rev):
                    continue
                if held is not None and held[0] == rev and not self.forward:
                    self._differ(key, criterion, list(held), [rev, value])
                else:
                    self.tx.put_cell(*key, criterion, rev, value)
                    self.cells.append([*key, criterion, rev, value])

    def _merge_comments(self) -> None:
        """A text that holds the other's is both; two that don't are a difference."""
        held = self.tx.comments()
        for stage, entry, criterion, kind, text in self.file.comments.items if self.file.comments else ():
            key = (stage, entry, criterion or "", kind)
            mine = held.get(key, "")
            if text in mine and not self.forward:
                continue
            if mine in text or self.forward:
                self.tx.put_comment(*key, text)
                self.comments.append([*key, text])
            else:
                self._differ((stage, entry), f"{criterion or ''}/{kind}", mine, text)

    def _merge_declarations(self) -> None:
        """A stage that changed isn't declared final here, unless that file declares it and knew all."""
        declared = self.file.payload.declarations if self.forward else {}
        for stage, word in declared.items():
            self.tx.put_declaration(stage, StoredDeclaration(word.declared, word.text, word.typed_by))
        changed = {str(row[0]) for row in (*self.cells, *self.states, *self.comments)}
        for stage in sorted(changed - declared.keys()):
            drop_declaration(self.tx, stage, self.file.digest)

    def _differ(self, key: SheetKey, what: str, mine: object, theirs: object) -> None:
        sides = json.dumps(mine, ensure_ascii=False), json.dumps(theirs, ensure_ascii=False)
        self.differences.append(Difference(self.file.digest, *key, what, *sides))


def _nothing_new_here(tx: JurorTransaction, ancestors: frozenset[str]) -> bool:
    """Whether the other file supersedes everything this laptop has: its last export, no key pressed since."""
    own = {stored.digest for stored in tx.exports()}
    touched = (
        *("score", "sheet", "comment", "declared", "declaration_withdrawn"),
        *("difference_resolved", "exported"),
    )
    events = tx.log.events(touched)
    untouched = not events or events[-1].type == "exported"
    return untouched and own <= ancestors
