"""Whose a document is, by the names of the file and its folders."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from kipp_desktop.domain.competition import Entry

Clue = Literal["number", "title", ""]


class Owner(NamedTuple):
    """Whose a file is taken to be, and by what; entry "" where nothing tells."""

    entry: str
    clue: Clue


class Owners:
    """Finds the owner of files among these entries."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._numbers: Mapping[str, str] = {_number(entry.id): entry.id for entry in entries}
        self._titles = [(entry.id, _words(_short(entry.title))) for entry in entries]

    def of(self, parts: Sequence[str]) -> Owner:
        """The owner of a file by its path inside the folder given: folders first, the file's name last.

        A name or folder that begins with a No. peserta tells ("03 Proposal.pdf", "03/Proposal.pdf"), else the
        innovation's short title standing in one of them, if it stands for one entry only.
        """
        for part in parts:
            lead = re.split(r"[\s_()\-–.]+", part.lstrip("([ "), maxsplit=1)[0]
            if _number(lead) in self._numbers:
                return Owner(self._numbers[_number(lead)], "number")
        words = [_words(part.rpartition(".")[0] or part) for part in parts]
        found = {entry for entry, title in self._titles if title and any(_holds(one, title) for one in words)}
        return Owner(found.pop(), "title") if len(found) == 1 else Owner("", "")


def _number(text: str) -> str:
    """`3` and `03` are one participant."""
    return (text.lstrip("0") or text).casefold()


def _short(title: str) -> str:
    """What an innovation is called: PELITA of "PELITA – Peduli Lansia Terpadu"."""
    return re.split(r"\s[–—-]\s|[(:]", title, maxsplit=1)[0]


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", text.casefold()))


def _holds(words: tuple[str, ...], title: tuple[str, ...]) -> bool:
    return any(words[at : at + len(title)] == title for at in range(len(words) - len(title) + 1))
