"""What people call the parts of a competition, for the lines of the command line; --json keeps the ids."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kipp_desktop.cli.opening import Language
from kipp_desktop.domain.checks import Gap
from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.numbers import centi_text, decimal_text
from kipp_desktop.sentences import sentence_of
from kipp_desktop.services.explaining import Teller

_ENOUGH = 2  # decimals of a part of a score, unless it has more
_MOST = 4


def decimal_mark(language: Language) -> str:
    """The decimal mark of a language."""
    return "." if language == "en" else ","


@dataclass(frozen=True)
class Names:
    """Names in a language; an id that the competition doesn't know is said as it stands."""

    competition: Competition
    language: Language

    @property
    def mark(self) -> str:
        """The decimal mark."""
        return decimal_mark(self.language)

    def stage(self, id_: str) -> str:
        """A stage's name."""
        known = id_ in self.competition.stage_by_id
        return self.competition.stage_by_id[id_].name.in_language(self.language) if known else id_

    def group(self, group: str) -> str:
        """A ranking's group, "Kategori Kesehatan"."""
        kind, _, name = group.partition(":")
        return self.word(f"group.{kind}", name=name or self.word("group.nameless"))

    def juror(self, id_: str | None) -> str:
        """A juror's seat and name."""
        juror = self.competition.juror_by_id.get(id_ or "")
        return f"{id_} {juror.name}" if juror and juror.name else id_ or ""

    def criterion(self, id_: str | None) -> str:
        """A criterion's title; a whole sheet where there is none."""
        return self.link(f"criterion:{id_}") if id_ else self.word("word.sheet")

    def link(self, link: str | None) -> str:
        """What broke a tie: a link of the chain, the plenary, or the drawing of lots."""
        if link in ("plenary", "lot"):
            return self.word(f"word.{link}")
        return Teller(self.competition, self.language, self.mark).link_name(link) if link else ""

    def value(self, value: int | None) -> str:
        """Hundredths as people write them."""
        return "–" if value is None else centi_text(value, self.mark)

    def part(self, points: Fraction) -> str:
        """Points that a score is made of, with the decimals that they have, up to four."""
        places = _ENOUGH if (points * 10**_ENOUGH).denominator == 1 else _MOST
        return decimal_text(points, places, self.mark)

    def detail(self, gap: Gap) -> str:
        """What a gap says beside where it is."""
        if gap.kind in ("conflict", "outdated"):
            return ", ".join(self.criterion(one or None) for one in gap.detail.split(", "))
        return self.group(gap.detail) if gap.kind in ("tie", "plenary_void") else gap.detail

    def word(self, code: str, **facts: object) -> str:
        """A word of the sentences' file."""
        return sentence_of(code, facts, self.language)
