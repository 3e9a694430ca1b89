"""`kipp explain`: one place taken apart, in sentences and, with --json, in exact fractions."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from kipp_desktop.cli.answers import Answer, Line, table
from kipp_desktop.cli.names import Names
from kipp_desktop.cli.opening import language_of, master
from kipp_desktop.domain.derivation import SheetPart, StagePart, Term
from kipp_desktop.domain.explain import Explanation, Neighbour
from kipp_desktop.domain.swaps import Swap
from kipp_desktop.domain.ties import exact_text
from kipp_desktop.services import results
from kipp_desktop.services.explaining import Teller


def explain(arguments: argparse.Namespace) -> Answer:
    """`kipp explain`."""
    with master(arguments) as opened:
        result, ranking = results.ranking(opened, arguments.stage, arguments.group)
        found = results.explained_in(result, ranking, arguments.entry)
    language = language_of(arguments)
    names = Names(result.state.competition, language)
    account = Teller(result.state.competition, language, names.mark).account(found)
    told = [account.place, *account.derivation, *_cells(found, names), *account.above, *account.below]
    return Answer(_data(found, account.sentences), told)


def _cells(found: Explanation, names: Names) -> list[Line]:
    """Every cell with what it brings."""
    return table(
        [
            [
                names.stage(part.stage),
                names.juror(term.juror),
                names.criterion(term.criterion),
                names.value(term.value),
                names.part(term.contribution),
            ]
            for part in found.parts
            for term in part.terms
        ]
    )


def _data(found: Explanation, sentences: Sequence[str]) -> dict[str, Any]:
    """Values in hundredths, everything else exact fractions of points."""
    return {
        "entry": found.row.entry,
        "place": found.row.place,
        "score_exact": found.row.exact,
        "terms": [_term(part, term) for part in found.parts for term in part.terms],
        "stages": [_stage(part) for part in found.parts],
        "bonus_by_rule": exact_text(found.ruled_bonus),
        "bonus_decided": exact_text(found.decided_bonus),
        "margin_above": _exact(found.margin_above),
        "margin_below": _exact(found.margin_below),
        "tie_broken_by": found.row.tie_broken_by,
        "swap": _swap(found.swap),
        "above": _neighbour(found.above),
        "below": _neighbour(found.below),
        "sentences": list(sentences),
    }


def _term(part: StagePart, term: Term) -> dict[str, Any]:
    return {
        "stage": part.stage,
        "juror": term.juror,
        "criterion": term.criterion,
        "value": term.value,
        "weight_bp": term.weight_bp,
        "contribution": exact_text(term.contribution),
    }


def _stage(part: StagePart) -> dict[str, Any]:
    return {
        "stage": part.stage,
        "weight_bp": part.weight_bp,
        "score": exact_text(part.score),
        "part": exact_text(part.part),
        "sheets": [_sheet(sheet) for sheet in part.sheets],
    }


def _sheet(sheet: SheetPart) -> dict[str, Any]:
    return {
        "juror": sheet.juror,
        "total": exact_text(sheet.total),
        "part": exact_text(sheet.part),
        "rank": _exact(sheet.rank),
        "ranked": sheet.ranked or None,
    }


def _neighbour(found: Neighbour | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "entry": found.row.entry,
        "place": found.row.place,
        "margin": exact_text(found.margin),
        "parted_by": found.parted_by,
        "own": _exact(found.own),
        "theirs": _exact(found.theirs),
        "swap": _swap(found.swap),
    }


def _swap(swap: Swap | None) -> dict[str, Any] | None:
    if swap is None:
        return None
    return {
        "stage": swap.stage,
        "entry": swap.entry,
        "juror": swap.juror,
        "criterion": swap.criterion,
        "from": swap.from_,
        "to": swap.to,
    }


def _exact(points: Fraction | None) -> str | None:
    return None if points is None else exact_text(points)
