"""Turns a `UserError` into a sentence: what happened, what is safe, what to do. Both languages, one file."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from kipp_desktop import paths
from kipp_desktop.domain.errors import UserError


def sentence(error: UserError, language: str = "id") -> str:
    """The sentence for an error."""
    return sentence_of(error.code, error.facts, language)


def sentence_of(code: str, facts: object, language: str = "id") -> str:
    """The sentence of a code with its blanks filled; the bare code for one that has none (a test forbids it)."""
    text = catalogue().get(code, {}).get(language)
    if text is None:
        return f"{code} {facts}"
    return text.format_map(_Facts(facts if isinstance(facts, dict) else dict(facts)))  # pyright: ignore


@lru_cache(maxsize=1)
def catalogue() -> dict[str, dict[str, str]]:
    """Code → language → sentence."""
    path = paths.resources() / "i18n" / "sentences.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
