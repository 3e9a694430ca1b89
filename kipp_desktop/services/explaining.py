"""A place explained in sentences that a participant understands: for window, command line and paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from kipp_desktop.domain.competition import ORGANISER, Competition, PanelMethod
from kipp_desktop.domain.derivation import SheetPart, StagePart
from kipp_desktop.domain.explain import BY_NOTHING, BY_SCORE, Explanation, Neighbour
from kipp_desktop.domain.numbers import centi_text, decimal_text, places_that_separate
from kipp_desktop.domain.panels import TRIMMED_FROM
from kipp_desktop.domain.swaps import Swap
from kipp_desktop.sentences import sentence_of

_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Account:
    """What is said of a row: its place, where its score comes from, and each neighbour's lead or lag."""

    place: str
    derivation: tuple[str, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, in order."""
        return (self.place, *self.derivation, *self.above, *self.below)


@dataclass(frozen=True)
class Teller:
    """Tells in a language; `name_of` gives a juror's name, `mark` is the decimal mark."""

    competition: Competition
    language: str = "id"
    mark: str = ","
    name_of: Callable[[str], str] | None = None

    def account(self, found: Explanation) -> Account:
        """An explanation in sentences."""
        row = found.row
        entry = self._entry(row.entry)
        if row.score is None:
            place = self._say(f"explain.{row.out}", entry=entry)
            return Account(place, tuple(self._replaced(found)), (), ())
        facts = {"score": self._points(row.score), "n": row.jurors_counted, "m": row.jurors_expected}
        place = self._say("explain.place", entry=entry, place=row.place, **facts)
        if row.label:
            place += " " + self._say("explain.label", label=row.label)
        return Account(
            place,
            (*self._replaced(found), *self._derivation(found)),
            self._neighbour("above", row.entry, found.above),
            self._neighbour("below", row.entry, found.below),
        )

    def _replaced(self, found: Explanation) -> list[str]:
        """Whose place the entry took, and who took its; the scores it was given before are kept."""
        own, told = found.row.entry, list[str]()
        for one in found.successions:
            kind = "explain.came" if one.coming == own else "explain.replaced"
            coming, leaving = self._entry(one.coming), self._entry(one.leaving)
            told.append(self._say(kind, coming=coming, leaving=leaving, reason=one.why))
        return [*told, *([self._say("explain.kept", n=found.kept)] if found.kept else [])]

    # where the score comes from

    def _derivation(self, found: Explanation) -> list[str]:
        bonuses = {"rule": found.ruled_bonus, "decided": found.decided_bonus}
        told: list[str] = []
        for part in found.parts:
            told.append(self._method(part))
            if len(found.parts) > 1 or part.weight_bp != 10000 or any(bonuses.values()):
                told.append(self._share(part))
        for why, points in bonuses.items():
            if points:
                how = "added" if points > 0 else "taken"
                told.append(self._say(f"explain.{how}.{why}", points=self._points(abs(points))))
        return told

    def _share(self, part: StagePart) -> str:
        return self._say(
            "explain.stage",
            stage=self._stage(part.stage),
            score=self._points(part.score),
            share=centi_text(part.weight_bp, self.mark),
            part=self._points(part.part),
        )

    def _method(self, part: StagePart) -> str:
        """How the jurors' sheets became the score of a stage."""
        stage, method = self._stage(part.stage), self.competition.rule.panel_method
        if self.competition.stage_by_id[part.stage].panel == ORGANISER:
            return self._say("explain.organiser", stage=stage, score=self._points(part.score))
        kind = _told_kind(method, part)
        dropped = [sheet for sheet in part.sheets if not sheet.kept] if kind == "trimmed" else []
        kept = [sheet for sheet in part.sheets if sheet not in dropped]
        return self._say(
            f"explain.{kind}",
            stage=stage,
            score=self._points(part.score),
            sheets="; ".join(map(self._sheet, kept)),
            dropped="; ".join(map(self._sheet, dropped)),
            k=method.k,
        )

    def _sheet(self, sheet: SheetPart) -> str:
        """A juror with the total given, or the rank; and the weight, where jurors weigh differently."""
        method, juror = self.competition.rule.panel_method, self._juror(sheet.juror)
        text = f"{juror} {self._points(sheet.total)}"
        if sheet.rank is not None:
            rank = decimal_text(sheet.rank, 0 if sheet.rank.denominator == 1 else 1, self.mark)
            text = self._say("explain.rank", juror=juror, rank=rank, of=sheet.ranked)
        if not method.is_weighed:
            return text
        weight = method.weight(self.competition.juror_by_id.get(sheet.juror))
        return self._say("explain.weighed", sheet=text, weight=centi_text(weight // 100, self.mark))

    # the neighbours

    def _neighbour(self, side: str, own: str, found: Neighbour | None) -> tuple[str, ...]:
        if found is None:
            return ()
        entry = self._entry(found.row.entry)
        if found.parted_by == BY_SCORE:
            margin = self._exact_enough(found.margin)
            parted = self._say(f"explain.{side}", entry=entry, place=found.row.place, margin=margin)
        elif found.parted_by in (BY_NOTHING, "plenary", "lot"):
            parted = self._say(f"explain.equal.{found.parted_by}", entry=entry)
        else:
            own_value, theirs = self._compared(found)
            name = self.link_name(found.parted_by)
            parted = self._say(f"explain.equal.{side}", entry=entry, name=name, own=own_value, theirs=theirs)
        return parted, self._swap(own, found, found.swap)

    def _compared(self, found: Neighbour) -> tuple[str, str]:
        """The two values under the link that parted the two, with decimals enough to tell them apart."""
        values = (found.own, found.theirs)
        places = 0 if found.parted_by == "first_places" else self.competition.rule.published_decimals
        known = [value for value in values if value is not None]
        most = max(places_that_separate(known, places), default=places)
        own, theirs = ("–" if value is None else decimal_text(value, most, self.mark) for value in values)
        return own, theirs

    def _swap(self, own: str, found: Neighbour, swap: Swap | None) -> str:
        if swap is None:
            return self._say("explain.no_swap")
        return self._say(
            "explain.swap_ahead" if found.parted_by == BY_NOTHING else "explain.swap",
            entry=swap.entry,
            own=own,
            juror=self._juror(swap.juror),
            criterion=self.link_name(f"criterion:{swap.criterion}"),
            held=centi_text(swap.from_, self.mark),
            to=centi_text(swap.to, self.mark),
        )

    # names and numbers

    def link_name(self, link: str) -> str:
        """What a link of the tie chain compares."""
        kind, _, name = link.partition(":")
        if kind == "stage":
            return self._stage(name)
        if kind != "criterion":
            return self._say(f"link.{link}")
        named = (rubric.find(name) for rubric in self.competition.rubrics)
        return next((one.name.in_language(self.language) for one in named if one is not None), name)

    def _stage(self, stage: str) -> str:
        return self.competition.stage_by_id[stage].name.in_language(self.language)

    def _entry(self, entry: str) -> str:
        return f"{entry} {self.competition.entry_by_id[entry].title}"

    def _juror(self, juror: str) -> str:
        if self.name_of is not None:
            return self.name_of(juror)
        found = self.competition.juror_by_id.get(juror)
        return found.name if found and found.name else juror

    def _points(self, points: Fraction) -> str:
        return decimal_text(points, self.competition.rule.published_decimals, self.mark)

    def _exact_enough(self, margin: Fraction) -> str:
        """A margin at the published precision, or with the decimals that show that it isn't nothing."""
        places = self.competition.rule.published_decimals
        while margin and places < _MOST_PLACES and abs(margin) < Fraction(1, 10**places):
            places += 1
        return decimal_text(margin, places, self.mark)

    def _say(self, code: str, **facts: object) -> str:
        return sentence_of(code, facts, self.language)


def _told_kind(method: PanelMethod, part: StagePart) -> str:
    """Which sentence tells how the sheets were added up."""
    if method.kind != "trimmed":
        return f"{method.kind}.weighed" if method.is_weighed and method.kind != "rank_sum" else method.kind
    if len(part.sheets) < TRIMMED_FROM or len(part.sheets) <= 2 * (method.k or 0):
        return "trimmed.nobody"
    return "trimmed.criterion" if method.per == "criterion" else "trimmed"
