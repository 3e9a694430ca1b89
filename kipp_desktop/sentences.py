"""Turns a code and its facts into a sentence: what happened, what is safe, what to do.

Both languages, one file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kipp_desktop import paths
from kipp_desktop.domain.errors import UserError


def sentence(error: UserError, language: str = "id") -> str:
    """The sentence for an error."""
    return sentence_of(error.code, error.facts, language)


def sentence_of(code: str, facts: Mapping[str, object], language: str = "id") -> str:
    """The sentence of a code with its blanks filled; code and facts as they are for one that has none.

    A test keeps every code that is raised in the catalogue, and its blanks among the facts.
    """
    text = catalogue().get(code, {}).get(language)
    if text is None:
        return f"{code} {dict(facts)}"
    return text.format_map(_Facts(facts))


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Code → language → sentence."""
    import tomllib  # the window says nothing of the kind before its first paint

    path = paths.resources() / "i18n" / "sentences.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
