"""A stage as the texts of a form, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from kipp_desktop.domain.competition import Advance, Stage
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import centi_text, parse_centi
from kipp_desktop.domain.rubric import Text
from kipp_desktop.domain.shape import percent_text
from kipp_desktop.gui.languages import translate

_SEGMENT = re.compile(r"(.+?)[\s,;:=–-]+(\d{1,3}(?:[.,]\d)?)\s*(?:menit|min|minutes)?\.?")


@dataclass(frozen=True, slots=True)
class StageForm:
    """What the fields say. `advance` is a kind; `minimum` and `first` belong to two of them."""

    name: str
    english: str
    form: str
    panel: str
    rubric: str
    others: str  # "replikasi = replikasi; khusus = khusus"
    weight: str
    segments: str  # a line each: "Presentasi 7"
    advance: str
    minimum: str
    first: str
    per: str
    at_tie: str


def form_of(stage: Stage) -> StageForm:
    """The texts of a stage."""
    advance = stage.advance
    others = "; ".join(f"{group} = {rubric}" for group, rubric in stage.rubric.items() if group != "default")
    return StageForm(
        stage.name.id,
        stage.name.en,
        stage.form,
        stage.panel,
        stage.rubric["default"],
        others,
        percent_text(stage.weight_bp),
        "\n".join(f"{name} {_minutes(seconds)}" for name, seconds in stage.segments),
        advance.kind,
        centi_text(advance.min) if advance.min is not None else "",
        str(advance.n or ""),
        advance.per or "overall",
        advance.at_tie or "all",
    )


def stage_of(stage: Stage, form: StageForm) -> Stage:
    """The stage that a form describes; texts that say nothing keep what was there.

    Raises UserError("set.bad_value", "value.not_a_number").
    """
    try:
        return replace(
            stage,
            name=Text(form.name or stage.name.id, form.english),
            form=cast(Any, form.form),
            panel=form.panel or stage.panel,
            rubric={"default": form.rubric, **_others(form.others)},
            weight_bp=parse_centi(form.weight.rstrip("% ") or "0"),
            segments=tuple(_segments(form.segments.splitlines())),
            advance=_advance(form),
        )
    except ValueError as error:
        raise UserError("set.bad_value", key=stage.name.id, why=str(error)) from error


def _advance(form: StageForm) -> Advance:
    if form.advance == "threshold":
        return Advance("threshold", min=parse_centi(form.minimum or "0"))
    if form.advance == "top":
        number = int(form.first) if form.first.isdigit() else 0
        return Advance("top", n=number, per=cast(Any, form.per), at_tie=cast(Any, form.at_tie))
    return Advance(cast(Any, form.advance))


def _others(text: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        group, equals, rubric = (one.strip() for one in part.partition("="))
        if not equals or not group or not rubric or group == "default":
            raise ValueError(part)
        found[group] = rubric
    return found


def _segments(lines: Sequence[str]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for line in filter(None, (line.strip() for line in lines)):
        match = _SEGMENT.fullmatch(line)
        if match is None:
            raise ValueError(line)
        found.append((match[1].strip(), parse_centi(match[2]) * 60 // 100))
    return found


def _minutes(seconds: int) -> str:
    return centi_text(seconds * 100 // 60)


def kind_words() -> Mapping[str, str]:
    """Who goes on, in words, by kind."""
    return {
        "all": translate("StageForm", "semua lanjut"),
        "pass": translate("StageForm", "yang memenuhi semua butir"),
        "threshold": translate("StageForm", "yang mencapai nilai ambang"),
        "curated": translate("StageForm", "yang dipilih dengan keputusan tercatat"),
        "top": translate("StageForm", "sejumlah nilai terbaik"),
    }


def form_words() -> Mapping[str, str]:
    """How a stage is judged, in words."""
    return {
        "scored": translate("StageForm", "dinilai dengan angka"),
        "checklist": translate("StageForm", "daftar periksa lulus/tidak"),
    }


def per_words() -> Mapping[str, str]:
    """In which groups a cut is made, in words."""
    return {
        "overall": translate("StageForm", "dari semua peserta"),
        "category": translate("StageForm", "dari tiap kategori"),
        "group": translate("StageForm", "dari tiap kelompok"),
        "type": translate("StageForm", "dari tiap jenis instansi"),
    }


def tie_words() -> Mapping[str, str]:
    """What a tie across the cut does, in words."""
    return {
        "all": translate("StageForm", "nilai sama di batas: semua ikut"),
        "plenary": translate("StageForm", "nilai sama di batas: pleno memutuskan"),
    }
