"""What a juror does to a sheet.

Value and event are one transaction: when a function returns, it is on the disk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from kipp_desktop.domain.bounds import COMMENT_CAP, REASON_CAP
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.domain.rubric import Cells, Criterion, Rubric
from kipp_desktop.domain.scoring import scale_text
from kipp_desktop.services import assisting
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.words import said
from kipp_desktop.store.juror_store import JurorTransaction, SheetKey, StoredDeclaration

NewScore = tuple[str, str, str, int | None]  # stage, entry, criterion, hundredths (None clears)
NewComment = tuple[str, str, str, str, str]  # stage, entry, criterion ('' = the sheet), kind, text
Look = Literal["none", "partial", "complete", "locked", "abstained", "absent", "rescore"]
How = Literal["", "joins", "undo", "redo"]  # see `undoing`

FINAL_WORDS = "Saya nyatakan nilai ini final"
"""What a juror declares; a reason for missing sheets follows in brackets."""


@dataclass(frozen=True)
class OwnSheet:
    """One of the juror's own sheets as the screen shows it. `values` follow the rubric; None = not scored."""

    stage: str
    entry: str
    rubric: Rubric
    values: tuple[int | None, ...]
    state: str
    reason: str | None
    outdated: tuple[str, ...]
    comments: Mapping[tuple[str, str], str]  # (criterion or '', kind) → text

    @property
    def scored(self) -> int:
        """Criteria with a value."""
        return len(self.values) - self.values.count(None)

    @property
    def complete(self) -> bool:
        """Whether every criterion has a value."""
        return None not in self.values

    @property
    def look(self) -> Look:
        """What the list shows."""
        if self.state in ("abstained", "absent"):
            return self.state  # pyright: ignore[reportReturnType]
        if self.outdated:
            return "rescore"
        if self.state == "locked":
            return "locked"
        return "complete" if self.complete else "partial" if self.scored else "none"

    @cached_property
    def running_total(self) -> Fraction:
        """Points of what is scored so far (missing ones left out, not zero: say "sementara" beside it)."""
        by = self.rubric.formula
        parts = zip(by.coefficients, self.values, strict=True)
        return Fraction(
            sum(factor * value for factor, value in parts if value is not None) + by.offset, by.denominator
        )

    @property
    def total(self) -> Fraction | None:
        """The sheet's total, once complete and not abstained."""
        return self.running_total if self.complete and self.state in ("draft", "locked") else None

    @property
    def points_so_far(self) -> Fraction:
        """The most the scored criteria could have given."""
        by = self.rubric.formula
        parts = zip(by.coefficients, self.values, self.rubric.criterion, strict=True)
        best = sum(factor * one.scale.highest for factor, value, one in parts if value is not None)
        return Fraction(best + by.offset, by.denominator)


def sheet(desk: JurorDesk, stage: str, entry: str) -> OwnSheet:
    """One sheet."""
    rubric = desk.rubric(stage, entry)
    with desk.store.look() as tx:
        cells, state = tx.sheet_cells(stage, entry), tx.state(stage, entry)
        return _sheet(rubric, stage, entry, cells, state, tx.sheet_comments(stage, entry))


def sheets(desk: JurorDesk, stage: str) -> list[OwnSheet]:
    """All own sheets of a stage, in running order."""
    with desk.store.look() as tx:
        cells, states, written = tx.cells(), tx.states(), tx.comments()
    nothing: Cells = {}
    comments: dict[SheetKey, dict[tuple[str, str], str]] = defaultdict(dict)
    for (of_stage, entry, criterion, kind), text in written.items():
        comments[of_stage, entry][criterion, kind] = text
    return [
        _sheet(
            desk.rubric(stage, entry),
            stage,
            entry,
            cells.get((stage, entry), nothing),
            states.get((stage, entry), ("draft", None)),
            comments[stage, entry],
        )
        for entry in desk.owed.get(stage, ())
    ]


def enter_score(
    desk: JurorDesk, stage: str, entry: str, criterion_id: str, value: int | None, how: How = ""
) -> int | None:
    """Write a value (hundredths), or None to clear; what stood there before.

    Raises UserError: score.not_assigned, score.unknown_criterion, score.locked, value.out_of_scale.
    """
    (old,) = enter_scores(desk, [(stage, entry, criterion_id, value)], how)
    return old


def enter_scores(desk: JurorDesk, scores: Sequence[NewScore], how: How = "") -> list[int | None]:
    """Write several values in one transaction, all or none; what stood there before.

    Raises as `enter_score`.
    """
    criteria = [
        _allowing(desk.rubric(stage, entry), criterion, value) for stage, entry, criterion, value in scores
    ]
    with desk.store.begin() as tx:
        for sheet_key in dict.fromkeys(score[:2] for score in scores):
            _check_open(tx, *sheet_key)
        return [
            _write_score(tx, (stage, entry), criterion, value, how)
            for (stage, entry, _, value), criterion in zip(scores, criteria, strict=True)
        ]


def write_comment(
    desk: JurorDesk, stage: str, entry: str, criterion: str, kind: str, text: str, how: How = ""
) -> None:
    """Write a comment ('' as criterion = the whole sheet; '' as text clears).

    Private ones never leave this laptop. Raises UserError: score.…, text.too_long.
    """
    rubric = desk.rubric(stage, entry)
    if criterion:
        _criterion(rubric, criterion)
    _check_length(text, COMMENT_CAP)
    with desk.store.begin() as tx:
        if kind != "private":
            _check_open(tx, stage, entry)
        tx.put_comment(stage, entry, criterion, kind, text)
        place = {"stage": stage, "entry": entry, "criterion": criterion}
        tx.append("comment", {**place, "kind": kind, "text": text, **_marked(how)})


def lock(desk: JurorDesk, stage: str, entry: str) -> None:
    """Lock a complete sheet. Raises UserError("sheet.incomplete") naming what is missing."""
    own = sheet(desk, stage, entry)
    missing = [
        one.name.id for one, value in zip(own.rubric.criterion, own.values, strict=True) if value is None
    ]
    if missing:
        raise UserError("sheet.incomplete", entry=entry, missing=", ".join(missing))
    _set_state(desk, stage, entry, "locked", None, allowed=("draft",))


def lock_complete(desk: JurorDesk, stage: str) -> list[str]:
    """Lock every complete sheet of a stage; which ones."""
    ready = [own.entry for own in sheets(desk, stage) if own.look == "complete"]
    for entry in ready:
        lock(desk, stage, entry)
    return ready


def reopen(desk: JurorDesk, stage: str, entry: str, reason: str) -> None:
    """Open a locked, abstained or absent sheet again, with a reason;
    not while the stage is declared final.
    """
    _need_reason(reason)
    _set_state(desk, stage, entry, "draft", reason, allowed=("locked", "abstained", "absent"))


def abstain(desk: JurorDesk, stage: str, entry: str, reason: str) -> None:
    """Abstain from an entry, with a reason."""
    _need_reason(reason)
    _set_state(desk, stage, entry, "abstained", reason, allowed=("draft",))


def mark_absent(desk: JurorDesk, stage: str, entry: str, reason: str | None = None) -> None:
    """Note that the participant didn't appear."""
    _check_length(reason or "", REASON_CAP)
    _set_state(desk, stage, entry, "absent", reason, allowed=("draft",))


def missing(desk: JurorDesk, stage: str) -> list[str]:
    """Entries of a stage whose sheets are neither locked nor abstained nor absent."""
    return [own.entry for own in sheets(desk, stage) if own.state == "draft"]


def declare(desk: JurorDesk, stage: str, text: str, incomplete_reason: str | None = None) -> None:
    """Declare a stage final.

    Raises UserError: score.stage_not_assigned, text.too_long, and declare.incomplete listing open sheets
    unless a reason is given.
    """
    _check_stage(desk, stage)
    open_ = missing(desk, stage)
    if open_ and not (incomplete_reason and incomplete_reason.strip()):
        raise UserError("declare.incomplete", entries=", ".join(open_))
    words = f"{text} ({incomplete_reason})" if open_ else text
    if len(words) > REASON_CAP:
        raise UserError("text.too_long", most=REASON_CAP - len(f"{text} ()") if open_ else REASON_CAP)
    with desk.store.begin() as tx:
        typed_by = assisting.typed_by(tx, stage)
        tx.put_declaration(stage, StoredDeclaration(True, words, typed_by))
        tx.append("declared", {"stage": stage, "text": words, "missing": open_, "typed_by": typed_by})


def withdraw_declaration(desk: JurorDesk, stage: str, reason: str) -> None:
    """Take a declaration back, with a reason. Raises as `declare`."""
    _check_stage(desk, stage)
    _need_reason(reason)
    with desk.store.begin() as tx:
        tx.put_declaration(stage, StoredDeclaration(False, reason, assisting.typed_by(tx, stage)))
        tx.append("declaration_withdrawn", {"stage": stage, "reason": reason})


def drop_declaration(tx: JurorTransaction, stage: str, other: str) -> None:
    """What was declared final has changed by a file that came in: the juror declares again."""
    held = tx.declarations().get(stage)
    if held is not None and held.declared:
        tx.put_declaration(stage, StoredDeclaration(False, held.text, held.typed_by))
        tx.append("declaration_dropped", {"stage": stage, "other": other})


def open_if_incomplete(tx: JurorTransaction, desk: JurorDesk, stage: str, entry: str, why: str) -> bool:
    """Make a locked sheet a draft again where a criterion has no value under its present meaning."""
    if tx.state(stage, entry)[0] != "locked" or entry not in desk.owed.get(stage, ()):
        return False
    cells = tx.sheet_cells(stage, entry)
    whole = all(
        cells.get(one.id, (0, None))[0] == one.rev and cells[one.id][1] is not None
        for one in desk.rubric(stage, entry).criterion
    )
    if not whole:
        tx.put_state(stage, entry, "draft", None)
        sheet = {"stage": stage, "entry": entry, "old": "locked", "new": "draft"}
        tx.append("sheet", {**sheet, "reason": why})
    return not whole


def declared(desk: JurorDesk, stage: str) -> bool:
    """Whether the stage is declared final."""
    with desk.store.look() as tx:
        held = tx.declarations().get(stage)
    return held is not None and held.declared


def _sheet(
    rubric: Rubric,
    stage: str,
    entry: str,
    cells: Cells,
    state: tuple[str, str | None],
    comments: Mapping[tuple[str, str], str],
) -> OwnSheet:
    values: list[int | None] = []
    outdated: list[str] = []
    for criterion in rubric.criterion:
        rev, value = cells.get(criterion.id, (criterion.rev, None))
        values.append(value if rev == criterion.rev else None)
        if rev != criterion.rev and value is not None:
            outdated.append(criterion.id)
    return OwnSheet(stage, entry, rubric, tuple(values), *state, tuple(outdated), comments)


def _set_state(
    desk: JurorDesk, stage: str, entry: str, state: str, reason: str | None, allowed: tuple[str, ...]
) -> None:
    desk.rubric(stage, entry)
    with desk.store.begin() as tx:
        old, _ = tx.state(stage, entry)
        if old == state:
            return
        _check_not_declared(tx, stage)
        if old not in allowed:
            raise UserError("sheet.other_state", entry=entry, state=old)
        tx.put_state(stage, entry, state, reason if state in ("abstained", "absent") else None)
        tx.append("sheet", {"stage": stage, "entry": entry, "old": old, "new": state, "reason": reason})


def _check_open(tx: JurorTransaction, stage: str, entry: str) -> None:
    state, _ = tx.state(stage, entry)
    if state != "draft":
        raise UserError("score.locked", entry=entry, state=state)
    _check_not_declared(tx, stage)


def _check_not_declared(tx: JurorTransaction, stage: str) -> None:
    held = tx.declarations().get(stage)
    if held is not None and held.declared:
        raise UserError("score.declared")


def _allowing(rubric: Rubric, criterion_id: str, value: int | None) -> Criterion:
    """The criterion, once its scale has the value."""
    criterion = _criterion(rubric, criterion_id)
    if value is not None and not criterion.scale.allows(value):
        raise UserError("value.out_of_scale", text=centi_text(value), allowed=scale_text(criterion.scale))
    return criterion


def _write_score(
    tx: JurorTransaction, sheet_key: SheetKey, criterion: Criterion, value: int | None, how: How
) -> int | None:
    stage, entry = sheet_key
    held = tx.sheet_cells(stage, entry).get(criterion.id)
    old = held[1] if held is not None and held[0] == criterion.rev else None
    if held == (criterion.rev, value) or (held is None and value is None):
        return old
    tx.put_cell(stage, entry, criterion.id, criterion.rev, value)
    place = {"stage": stage, "entry": entry, "criterion": criterion.id, "rev": criterion.rev}
    tx.append("score", {**place, "old": old, "new": value, **_marked(how)})
    return old


def _marked(how: How) -> dict[str, str]:
    """A step of its own needs no mark."""
    return {"how": how} if how else {}


def _criterion(rubric: Rubric, criterion_id: str) -> Criterion:
    criterion = rubric.find(criterion_id)
    if criterion is None:
        raise UserError("score.unknown_criterion", criterion=criterion_id)
    return criterion


def _need_reason(reason: str | None) -> None:
    _check_length(said(reason), REASON_CAP)


def _check_length(text: str, most: int) -> None:
    if len(text) > most:
        raise UserError("text.too_long", most=most)


def _check_stage(desk: JurorDesk, stage: str) -> None:
    if stage not in desk.owed:
        raise UserError("score.stage_not_assigned", stage=stage, known=", ".join(desk.owed))
