"""A set-up as a template file: to edit with any editor, to use again next year."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from kipp_desktop.domain.competition import Bonus, Rule, plain
from kipp_desktop.domain.shape import Shape
from kipp_desktop.exchange import decoding
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.services.masters import Master, set_up
from kipp_desktop.services.setting_up import read_template

_HEAD = ("title", "theme", "level", "paper", "body", "legal_basis")
_SETTINGS = ("categories", "eligibility")


def save(master: Master, path: Path) -> None:
    """Write the set-up without entries and people as a template. Raises what `safe_write` raises."""
    with master.store.begin() as tx:
        draft = set_up(tx)
        settings = tx.settings()
    whole: dict[str, Any] = {name: plain(getattr(draft, name)) for name in _HEAD}
    whole |= {name: settings[name] for name in _SETTINGS if name in settings}
    whole |= {"rubric": plain(draft.rubrics), "stage": plain(draft.stages), "rule": plain(draft.rule)}
    whole["bonus"] = plain(draft.bonus)
    safe_write(path, as_toml(whole).encode("utf-8"))


def shape_in(path: Path) -> Shape:
    """The stages, rubrics and rule of a template file.

    Raises UserError: template.unknown, template.damaged, file.bad_field.
    """
    whole = read_template(str(path))
    return Shape(
        decoding.stages(whole["stage"]),
        decoding.rubric_drafts(whole["rubric"]),
        decoding.convert(whole["rule"], Rule),
        decoding.convert(whole.get("bonus", []), tuple[Bonus, ...]),
    )


def as_toml(whole: Mapping[str, Any]) -> str:
    """Plain data as TOML: values first, then a table for each mapping, [[…]] for each list of mappings."""
    lines: list[str] = []
    _table(lines, "", whole)
    return "\n".join(lines).strip() + "\n"


def _table(lines: list[str], name: str, table: Mapping[str, Any]) -> None:
    below = {key: value for key, value in table.items() if _is_list_of_tables(value) and not _inline(key)}
    for key, value in table.items():
        if key not in below and not (name == "" and isinstance(value, Mapping)):
            lines.append(f"{key} = {_value(value)}")
    for key, value in table.items():
        if name == "" and isinstance(value, Mapping):
            lines += ["", f"[{key}]"]
            _table(lines, key, cast("Mapping[str, Any]", value))
    for key, rows in below.items():
        for row in rows:
            lines += ["", f"[[{name}{key}]]"]
            _table(lines, f"{name}{key}.", row)


def _is_list_of_tables(value: object) -> bool:
    rows = cast("list[object]", value) if isinstance(value, list) else []
    return bool(rows) and isinstance(rows[0], Mapping)


def _inline(key: str) -> bool:
    return key == "descriptors"


def _value(value: object) -> str:
    """A TOML value; what JSON writes of strings, numbers and truths, TOML reads."""
    if isinstance(value, Mapping):
        inside = ", ".join(
            f"{key if key.isascii() and key.replace('_', '').isalnum() else json.dumps(key)} = {_value(one)}"
            for key, one in cast("Mapping[str, Any]", value).items()
        )
        return "{" + inside + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_value(one) for one in cast("list[object]", value)) + "]"
    return json.dumps(value, ensure_ascii=False)
