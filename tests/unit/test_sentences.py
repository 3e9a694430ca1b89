"""Every code that is raised has a sentence in both languages, and its blanks are among the facts."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest

from kipp_desktop import sentences
from kipp_desktop.domain.checks import Gap, GapKind
from kipp_desktop.domain.competition import WHOLE_LINKS
from kipp_desktop.domain.errors import UserError
from kipp_desktop.sentences import catalogue, sentence, sentence_of
from kipp_desktop.services.conflicts import DecisionState
from kipp_desktop.services.fates import Fate
from kipp_desktop.services.file_outcomes import OutcomeKind
from kipp_desktop.services.laptops import LaptopState
from tests.unit.test_checking import JUROR_CHECKS, MASTER_CHECKS

PACKAGE = Path(sentences.__file__).parent
MERGE = (
    "accepted",
    "known",
    "superseded",
    "waiting",
    "all_waiting",
    "revoked",
    "late",
    "seat_unnamed",
    "package",
    "package_known",
)
NOTES = ("log_rewritten", "seen_beyond_log", "seen_not_ours", "dropped_cell", "on_revoked")
CHECKS = tuple({*MASTER_CHECKS, *JUROR_CHECKS})
EXPLAINED = (
    *(f"{kind}{how}" for kind in ("mean", "sum", "median") for how in ("", ".weighed")),
    *("trimmed", "trimmed.criterion", "trimmed.nobody", "rank_sum"),
    *("withdrawn", "disqualified", "no_score", "equal.joint", "equal.lot", "equal.plenary"),
    *(f"{how}.{why}" for how in ("added", "taken") for why in ("rule", "decided")),
    *("above", "below", "equal.above", "equal.below", "came", "replaced", "kept"),
)
GAP_FACTS = set(Gap.__dataclass_fields__)


@dataclass(frozen=True)
class Raised:
    """A place in the code that names a sentence."""

    code: str
    facts: frozenset[str]
    where: str


def raised() -> list[Raised]:
    """Every UserError("…", …) of the program; a code may be chosen by a conditional expression."""
    found: list[Raised] = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) == "UserError":
                where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                facts = frozenset(keyword.arg or "**" for keyword in node.keywords)
                found += [Raised(code, facts, where) for code in _codes(node.args[0], where)]
    return found


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def _codes(code: ast.expr, where: str) -> Iterator[str]:
    parts = [code.body, code.orelse] if isinstance(code, ast.IfExp) else []
    parts += code.values if isinstance(code, ast.BoolOp) else []
    if parts:
        for part in parts:
            yield from _codes(part, where)
        return
    if isinstance(code, (ast.Name, ast.Attribute)):  # taken over from another error, which is on this list
        return
    assert isinstance(code, ast.Constant), f"{where}: the code is not written out"
    assert isinstance(code.value, str)
    yield code.value


def blanks(code: str, language: str) -> set[str]:
    """The names in braces of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(catalogue()[code][language]) if name}


def test_every_code_that_is_raised_has_a_sentence() -> None:
    missing = sorted({(one.code, one.where) for one in raised() if one.code not in catalogue()})
    assert missing == []


def test_a_sentence_asks_for_no_fact_that_is_not_passed() -> None:
    wrong = [
        (one.code, one.where, language, sorted(blanks(one.code, language) - one.facts))
        for one in raised()
        for language in ("id", "en")
        if one.code in catalogue() and not blanks(one.code, language) <= one.facts and "**" not in one.facts
    ]
    assert wrong == []


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_a_sentence_is_calm_and_says_the_same_in_both_languages(code: str) -> None:
    both = catalogue()[code]
    assert both.keys() == {"id", "en"}
    assert blanks(code, "id") == blanks(code, "en")
    for text in both.values():
        assert "!" not in text
        assert text == text.strip()
        assert text


@pytest.mark.parametrize(
    ("prefix", "kinds"),
    [
        ("merge", MERGE),
        ("outcome", get_args(OutcomeKind)),
        ("note", NOTES),
        ("gap", get_args(GapKind)),
        ("check", CHECKS),
        ("explain", EXPLAINED),
        ("link", WHOLE_LINKS),
        ("fate", get_args(Fate)),
        ("laptop", get_args(LaptopState)),
        ("decision", get_args(DecisionState)),
    ],
)
def test_outcomes_gaps_notes_and_checks_have_theirs(prefix: str, kinds: tuple[str, ...]) -> None:
    assert {f"{prefix}.{kind}" for kind in kinds} <= catalogue().keys()


def test_outcome_sentences_use_what_an_outcome_knows() -> None:
    known = {"juror", "cells", "conflicts", "version", "waiting"}
    assert [kind for kind in MERGE if not blanks(f"merge.{kind}", "id") <= known] == []
    assert [kind for kind in get_args(GapKind) if not blanks(f"gap.{kind}", "id") <= GAP_FACTS] == []


def test_no_sentence_is_left_without_a_use() -> None:
    """A code that nothing raises any more goes; families named by prefix are checked above."""
    families = (
        "merge.",
        "outcome.",
        "note.",
        "gap.",
        "check.",
        "import.",
        "cli.",
        "keeping.",
        "event.",
        "kind.",
        "laptop.",
        "decision.",
        "word.",
        "column.",
        "change.",
        "receipt.",
        "eligible.",
        "explain.",
        "link.",
        "fate.",
    )
    used = {one.code for one in raised()}
    texts = "".join(
        path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "sentences.py"
    )
    unused = [
        code
        for code in catalogue()
        if code not in used and not code.startswith(families) and f'"{code}"' not in texts
    ]
    assert unused == []


def test_the_blanks_are_filled_in_the_language_asked_for() -> None:
    error = UserError("score.locked", entry="07", state="locked")
    assert sentence(error).startswith("Lembar peserta 07 sedang tidak terbuka")
    assert sentence(error, "en").startswith("The sheet of entry 07 is not open")


def test_a_missing_fact_shows_as_dots_and_a_missing_sentence_as_its_code() -> None:
    assert "…" in sentence_of("score.locked", {})
    assert sentence_of("tidak.ada", {"a": 1}) == "tidak.ada {'a': 1}"


def test_a_fact_with_braces_is_shown_as_it_is() -> None:
    assert "{x}" in sentence_of("entry.unknown", {"entry": "{x}"})


def test_the_log_gets_code_and_facts() -> None:
    assert str(UserError("entry.unknown", entry="07")) == "entry.unknown(entry='07')"
