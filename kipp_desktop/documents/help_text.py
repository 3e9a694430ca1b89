"""The help's own small Markdown, read once for the screen and for paper.

`# title`, `## heading`, paragraphs, `- ` and `1. ` lists, `| key | what it does |` rows, pictures as
`![words](picture.png)`; in a line **strong**, `code` and [words](topic.md). Anything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Literal

Kind = Literal["title", "heading", "paragraph", "bullets", "steps", "keys", "picture"]

_LINE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("title", re.compile(r"# (.+)")),
    ("heading", re.compile(r"## (.+)")),
    ("bullets", re.compile(r"- (.+)")),
    ("steps", re.compile(r"\d+\. (.+)")),
    ("keys", re.compile(r"\| (.+) \|")),
    ("picture", re.compile(r"(!\[.*\]\(.+\))")),
    ("paragraph", re.compile(r"(.+)")),
)
_PICTURE = re.compile(r"!\[(.*)\]\((.+)\)")
_STRONG, _CODE = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"`(.+?)`")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_LISTS = ("bullets", "steps", "keys")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page: one text, the lines of a list, or the words and the file of a picture."""

    kind: Kind
    texts: tuple[str, ...]


def parts(text: str) -> list[Part]:
    """The pieces of a page in their order; lines of one paragraph are joined."""
    found: list[Part] = []
    for kind, group in groupby(map(_kind, text.splitlines()), key=itemgetter(0)):
        texts = [said for _, said in group]
        if kind == "paragraph":
            found.append(Part(kind, (" ".join(texts),)))
        elif kind in _LISTS:
            found.append(Part(kind, tuple(texts)))
        elif kind == "picture":
            found += [Part("picture", _PICTURE.findall(one)[0]) for one in texts]
        elif kind is not None:
            found += [Part(kind, (one,)) for one in texts]
    return found


def title(text: str) -> str:
    """The title of a page."""
    return next(part.texts[0] for part in parts(text) if part.kind == "title")


def links(text: str) -> list[str]:
    """The topics that a page leads to."""
    return [target for _, target in _LINK.findall(text) if not target.endswith(".png")]


def inline(text: str, code: str, link: Callable[[str, str], str]) -> str:
    """A line as simple HTML: `code` is a tag with {text}, `link` gets escaped words and target."""
    marked = _STRONG.sub(r"<b>\1</b>", escape(text, quote=False))
    marked = _CODE.sub(lambda found: code.format(text=found[1]), marked)
    return _LINK.sub(lambda found: link(found[1], found[2]), marked)


def plain(text: str) -> Iterator[str]:
    """The words of a page without any marks, piece by piece, to search in."""
    for part in parts(text):
        yield from (_LINK.sub(r"\1", one.replace("**", "").replace("`", "")) for one in part.texts)


def cells(row: str) -> tuple[str, ...]:
    """The cells of a row of keys."""
    return tuple(cell.strip() for cell in row.split("|"))


def _kind(line: str) -> tuple[Kind | None, str]:
    stripped = line.strip()
    for kind, pattern in _LINE:
        if (found := pattern.fullmatch(stripped)) is not None:
            return kind, stripped.strip("| ") if kind == "keys" else found[1]
    return None, ""
