"""Steps that can be undone, in words."""

from __future__ import annotations

from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.gui.languages import LanguageCode, translate
from kipp_desktop.services.undoing import SCORE, Step

_MOST = 24  # letters of a comment


def step_words(step: Step | None, rubric: Rubric, language: LanguageCode) -> str:
    """What a step changed: "Kebaruan 80 → 90", "Keunggulan: Kunjungan rumah …"; empty for no step."""
    if step is None:
        return ""
    criterion = rubric.find(step.criterion)
    name = step.criterion if criterion is None else criterion.name.in_language(language)
    if step.kind == SCORE:
        return f"{name} {_value_words(step.old)} → {_value_words(step.new)}"
    text = str(step.new or step.old or "")
    shown = text if len(text) <= _MOST else f"{text[:_MOST].rstrip()}…"
    about = f" {name}" if name else ""
    return f"{comment_name(step.kind)}{about}: {' '.join(shown.split())}"


def comment_name(kind: str) -> str:
    """What a box for a comment is called."""
    names = {
        "praise": translate("Comments", "Keunggulan"),
        "improve": translate("Comments", "Rekomendasi"),
        "private": translate("Comments", "Catatan pribadi"),
    }
    return names[kind]


def _value_words(value: int | str | None) -> str:
    return centi_text(value) if isinstance(value, int) else translate("Steps", "kosong")
