"""A rubric as the texts of a table, and back."""

from __future__ import annotations

from dataclasses import replace

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import parse_centi
from kipp_desktop.domain.rubric import Criterion, Descriptor
from kipp_desktop.domain.rubric import Text as Name
from kipp_desktop.domain.scales import parse_scale
from kipp_desktop.domain.shape import WHOLE, RubricDraft
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.gui.widgets.state_mark import State

NAME, ENGLISH, WEIGHT, SCALE = range(4)  # columns of the criteria


def rubric_row(rubric: RubricDraft) -> Row:
    """A rubric in the list, marked while it can't be saved."""
    count = translate("RubricForm", "{n} kriteria").format(n=len(rubric.criterion))
    sound = bool(rubric.criterion) and (rubric.total == "points" or rubric.weight_bp == WHOLE)
    return Row(rubric.id, (Cell(rubric.id, count, state=None if sound else State.CONFLICT, tip=rubric.id),))


def typed_criterion(criterion: Criterion, column: int, text: str) -> Criterion:
    """A criterion with one column typed anew. Raises UserError, ValueError."""
    if column == NAME:
        return replace(criterion, name=Name(text or criterion.name.id, criterion.name.en))
    if column == ENGLISH:
        return replace(criterion, name=Name(criterion.name.id, text))
    if column == WEIGHT:
        return replace(criterion, weight_bp=parse_centi(text.rstrip("% ") or "0"))
    return replace(criterion, scale=parse_scale(text))


def typed_level(level: Descriptor, column: int, text: str) -> Descriptor:
    """A meaning of a stretch with one column typed anew. Raises UserError, ValueError."""
    if column == 0:
        return replace(level, from_=parse_centi(text))
    if column == 1:
        return replace(level, to=parse_centi(text))
    if column == 2:
        return replace(level, text=Name(text or level.text.id, level.text.en))
    return replace(level, text=Name(level.text.id, text))


def as_refusal(error: Exception, text: str) -> UserError:
    """The refusal to say of what was typed."""
    return error if isinstance(error, UserError) else UserError("set.bad_value", key=text, why=str(error))


def total_words() -> dict[str, str]:
    """How values become a total, in words."""
    return {
        "weighted": translate("RubricForm", "nilai × bobot, jumlah bobot 100 %"),
        "points": translate("RubricForm", "jumlah poin, tanpa bobot"),
    }


def normalise_words() -> dict[str, str]:
    """How scales are levelled, in words."""
    return {
        "none": translate("RubricForm", "nilai dipakai apa adanya"),
        "max": translate("RubricForm", "disamakan ke 0–100 menurut nilai tertinggi"),
        "range": translate("RubricForm", "disamakan ke 0–100 menurut rentang"),
    }


def incomplete_words() -> dict[str, str]:
    """What an incomplete sheet does, in words."""
    return {
        "not_counted": translate("RubricForm", "lembar tak lengkap tidak dihitung"),
        "missing_as_zero": translate("RubricForm", "yang kosong dihitung nol (dicetak)"),
    }
