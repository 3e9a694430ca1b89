"""The help: topics that ship with the program, a search in them, and the guides printed from their texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kipp_desktop import paths
from kipp_desktop.documents import help_text
from kipp_desktop.documents.help_text import Part, cells, inline
from kipp_desktop.domain.competition import Paper
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.safe_write import safe_write

__all__ = ["Part", "cells", "inline", "parts", "read", "search", "title", "topics", "write_guide"]

Language = Literal["id", "en"]
Section = Literal["start", "juror", "organiser", "everybody"]

TOPICS: dict[Section, tuple[str, ...]] = {
    "start": ("mulai", "cek-laptop", "flashdisk"),
    "juror": (
        *("juri-ringkas", "juri-paket", "juri-lembar", "juri-dokumen", "juri-tinjau"),
        *("juri-selesai", "juri-dua-laptop"),
    ),
    "organiser": (
        *("panitia-siapkan", "panitia-bagikan", "panitia-terima", "panitia-peringkat"),
        *("panitia-pleno", "panitia-arsip", "panitia-kunci"),
    ),
    "everybody": ("periksa-hasil", "masalah", "istilah"),
}
"""The names of the files, in reading order."""

GUIDES: dict[str, tuple[str, ...]] = {
    "juri": ("juri-ringkas",),
    "flashdisk": ("baca-dulu",),  # half a page, for a stick; no topic of the help
    "panitia": (*TOPICS["organiser"], "flashdisk", "cek-laptop", "periksa-hasil", "masalah", "istilah"),
}
"""Printable guides and the topics they are made of."""


@dataclass(frozen=True, slots=True)
class Found:
    """A topic that a search found, and the piece of text around the first hit."""

    topic: str
    title: str
    excerpt: str


def read(topic: str, language: Language) -> str:
    """The text of a topic. Raises UserError("help.no_topic")."""
    path = folder() / language / f"{topic}.md"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UserError("help.no_topic", topic=topic) from error


def parts(topic: str, language: Language) -> list[Part]:
    """The pieces of a topic's page."""
    return help_text.parts(read(topic, language))


def title(topic: str, language: Language) -> str:
    """What a topic is called."""
    return help_text.title(read(topic, language))


def search(wanted: str, language: Language) -> list[Found]:
    """Topics with words that begin with each of those typed; titles come first, then whole words."""
    begun = [rf"\b{re.escape(word)}" for word in _folded(wanted).split()]
    if not begun:
        return []
    found: list[tuple[tuple[bool, bool], Found]] = []
    for topic in topics():
        text = read(topic, language)
        pieces = list(help_text.plain(text))
        whole_text, name = _folded("\n".join(pieces)), help_text.title(text)
        if all(re.search(word, whole_text) for word in begun):
            rank = (
                re.search(begun[0], _folded(name)) is None,
                not all(re.search(rf"{word}\b", whole_text) for word in begun),
            )
            found.append((rank, Found(topic, name, _piece(pieces, begun[0]))))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _piece(pieces: Sequence[str], word: str) -> str:
    """The piece of text that shows a hit best: one with the whole word, else one where it begins."""
    for pattern in (rf"{word}\b", word):
        for piece in pieces:
            if re.search(pattern, _folded(piece)):
                return piece
    return ""


def guide_pdf(guide: str, language: Language = "id", paper: Paper = "a4") -> bytes:
    """A guide as PDF. Raises UserError("help.no_guide")."""
    if guide not in GUIDES:
        raise UserError("help.no_guide", guide=guide, known=", ".join(GUIDES))
    from kipp_desktop.documents import guide as document

    chapters = tuple(read(topic, language) for topic in GUIDES[guide])
    wanted = document.Guide(guide, chapters, folder() / "pictures" / language, paper, language)
    return document.guide(wanted)


def write_guide(guide: str, path: Path, language: Language = "id", paper: Paper = "a4") -> None:
    """Write a guide as PDF. Raises what `guide_pdf` and `safe_write` raise."""
    safe_write(path, guide_pdf(guide, language, paper))


def folder() -> Path:
    """Where the help's texts and pictures are."""
    return paths.resources() / "help"


def topics() -> Sequence[str]:
    """Every topic in reading order."""
    return [topic for section in TOPICS.values() for topic in section]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
