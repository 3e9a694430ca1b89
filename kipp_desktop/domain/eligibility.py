"""Who may take part: type of institution, how long the innovation has run, how many a proposer may send."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kipp_desktop.domain.bounds import check_range
from kipp_desktop.domain.competition import Entry

FindingKind = Literal["type", "too_young", "no_start", "no_evidence", "quota"]
BARRING: tuple[FindingKind, ...] = ("type", "too_young", "quota")


@dataclass(frozen=True, slots=True)
class Quota:
    """How many innovations each proposer may send.

    >>> sent = [Entry(f"0{at}", "A", "B", proposer="Kabupaten Contoh") for at in range(1, 4)]
    >>> [(one.entry, one.kind) for one in findings(sent, [Eligibility(quota=Quota(2))], "2024-10-24")]
    [('03', 'quota')]
    """

    n: int
    per: Literal["proposer"] = "proposer"

    def __post_init__(self) -> None:
        check_range(self.n, 1, 10_000, "quota")


@dataclass(frozen=True, slots=True)
class Eligibility:
    """One set of conditions; of several, all must hold. Types empty = any; months are full months."""

    types: tuple[str, ...] = ()
    minimum_months: int | None = None
    quota: Quota | None = None

    def __post_init__(self) -> None:
        check_range(self.minimum_months or 0, 0, 1200, "eligibility")


@dataclass(frozen=True, slots=True)
class Finding:
    """What speaks against an entry. `detail`: what is allowed; `value`: what it says itself."""

    entry: str
    kind: FindingKind
    value: str
    detail: str

    @property
    def bars(self) -> bool:
        """Whether the entry may not take part; the others want a look."""
        return self.kind in BARRING


def findings(entries: Sequence[Entry], rules: Iterable[Eligibility], on: str) -> list[Finding]:
    """Everything that speaks against these entries on the day `on` (ISO), in their order.

    Of more entries than a proposer may send, those that come later in the list are too many; who is barred
    for another reason takes nobody's place.
    """
    rules = tuple(rules)
    found = [one for rule in rules for entry in entries for one in _of_entry(entry, rule, on)]
    out = {one.entry for one in found if one.bars}
    for rule in rules:
        found += _over_quota([entry for entry in entries if entry.id not in out], rule.quota)
    place = {entry.id: at for at, entry in enumerate(entries)}
    return sorted(found, key=lambda one: place[one.entry])


def _of_entry(entry: Entry, rule: Eligibility, on: str) -> Iterable[Finding]:
    if rule.types and entry.type.casefold() not in {name.casefold() for name in rule.types}:
        yield Finding(entry.id, "type", entry.type, ", ".join(rule.types))
    if not rule.minimum_months:
        return
    if entry.started_on is None:
        yield Finding(entry.id, "no_start", "", str(rule.minimum_months))
    elif not has_run(entry.started_on, rule.minimum_months, on):
        yield Finding(entry.id, "too_young", entry.started_on, str(rule.minimum_months))
    elif not entry.attachments:
        yield Finding(entry.id, "no_evidence", entry.started_on, str(rule.minimum_months))


def _over_quota(entries: Sequence[Entry], quota: Quota | None) -> Iterable[Finding]:
    if quota is None:
        return
    sent: Counter[str] = Counter()
    for entry in entries:
        proposer = proposer_of(entry)
        sent[proposer.casefold()] += 1
        if sent[proposer.casefold()] > quota.n:
            yield Finding(entry.id, "quota", proposer, str(quota.n))


def proposer_of(entry: Entry) -> str:
    """Whom an entry counts for: a Puskesmas for its regency, where the list says so, else for itself."""
    return " ".join((entry.proposer or entry.institution).split())


def has_run(started_on: str, months: int, on: str) -> bool:
    """Whether so many full months have passed; the day of the month itself counts.

    From 10 January, twelve months are full on 10 January of the next year.
    """
    year, month, day = (int(part) for part in started_on.split("-"))
    years, month = divmod(month - 1 + months, 12)
    return (year + years, month + 1, day) <= tuple(int(part) for part in on.split("-"))
