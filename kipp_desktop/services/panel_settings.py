"""How jurors' sheets become one score, as a setting that people type: `trimmed:1`, `J-01:2, J-04:1.5`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import parse_centi

WEIGHT_KEYS = {"juror_weights": "juror_weight_bp", "background_weights": "background_weight_bp"}
PANEL_KEYS = ("panel_method", *WEIGHT_KEYS)

_METHOD = re.compile(r"mean|sum|median|rank_sum|trimmed:([1-9][0-9]?)(?::(total|criterion))?", re.ASCII)


def changed_panel_method(held: Mapping[str, Any], key: str, value: str) -> dict[str, Any]:
    """The panel method of a rule with one of `PANEL_KEYS` changed.

    The method keeps the jurors' weights and the weights keep the method; weights of one kind replace those of
    the other, and an empty text takes them away.

    Raises UserError("set.bad_value").

    >>> changed_panel_method({"kind": "mean"}, "panel_method", "trimmed:2:criterion")
    {'kind': 'trimmed', 'k': 2, 'per': 'criterion'}
    >>> changed_panel_method({"kind": "sum"}, "juror_weights", "J-01:2, J-04:1.5")
    {'kind': 'sum', 'juror_weight_bp': {'J-01': 20000, 'J-04': 15000}}
    """
    weights = {name: held[name] for name in WEIGHT_KEYS.values() if held.get(name)}
    if key in WEIGHT_KEYS:
        method = {name: given for name, given in held.items() if name not in WEIGHT_KEYS.values()}
        return {**method, WEIGHT_KEYS[key]: _weights(key, value)} if value.strip() else method
    match = _METHOD.fullmatch(value)
    if match is None:
        raise UserError(
            "set.bad_value", key=key, why="mean | sum | median | rank_sum | trimmed:K[:criterion]"
        )
    kind, k, per = value.partition(":")[0], match.group(1), match.group(2)
    how = {"kind": kind} if k is None else {"kind": kind, "k": int(k), "per": per or "total"}
    return {**how, **weights}


def _weights(key: str, value: str) -> dict[str, int]:
    """`J-01:2, J-02:1.5` in basis points; nothing is given twice."""
    weights: dict[str, int] = {}
    for part in value.split(","):
        name, _, factor = (one.strip() for one in part.partition(":"))
        try:
            weight = 100 * parse_centi(factor)
        except UserError as error:
            raise UserError("set.bad_value", key=key, why=part.strip()) from error
        if not name or name in weights:
            raise UserError("set.bad_value", key=key, why=part.strip())
        weights[name] = weight
    return weights
