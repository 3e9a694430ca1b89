"""What the organiser's event log says, sorted by what it speaks about: the second input of `derive`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kipp_desktop.domain.log import Event

Place = tuple[str, str, str]  # juror, stage, entry


@dataclass(frozen=True, slots=True)
class ConflictRuling:
    """A recorded choice: a head's whole sheet (criterion None, choice a digest) or one value of a cell."""

    criterion: str | None
    choice: str | int | None
    basis: frozenset[str]
    seq: int


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A sheet keyed twice from paper; known by the hash of its event."""

    hash: str
    cells: tuple[tuple[str, int, int | None], ...]  # criterion, rev, value


@dataclass(frozen=True, slots=True)
class Succession:
    """After the cut of a stage one entry was taken out, and another came into its place."""

    stage: str
    leaving: str
    coming: str
    event: Event  # the recorded choice with its reason and who was there

    @property
    def why(self) -> str:
        """The reason as people gave it, without the words that name both entries in the log."""
        said = str(self.event.data.get("reason", ""))
        return said.removeprefix(replacing(self.coming, self.leaving)).rstrip(". ")


def replacing(coming: str, leaving: str) -> str:
    """How the recorded reason of a succession begins."""
    return f"Peserta {coming} menggantikan peserta {leaving}: "


@dataclass
class Rulings:
    """The log by subject. Built by `rulings_of`; read-only afterwards."""

    timely_digests: dict[str, set[str]] = field(
        default_factory=dict[str, set[str]]
    )  # stages whose intake was closed
    closed: set[str] = field(default_factory=set[str])
    confirmed: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])  # juror, device
    kept: dict[tuple[str, str], set[str]] = field(
        default_factory=dict[tuple[str, str], set[str]]
    )  # revoked → digests
    recused: dict[Place, str] = field(default_factory=dict[Place, str])
    replaced: dict[str, str] = field(default_factory=dict[str, str])  # juror → successor
    named: dict[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])
    seating: list[Event] = field(default_factory=list[Event])  # namings and replacements, in their order
    unavailable: dict[str, str] = field(default_factory=dict[str, str])  # juror → why
    left_at: dict[str, str] = field(default_factory=dict[str, str])  # juror → since when
    conflicts: dict[Place, list[ConflictRuling]] = field(default_factory=lambda: defaultdict(list))
    papers: dict[Place, list[PaperSheet]] = field(default_factory=lambda: defaultdict(list))
    gates: dict[tuple[str, str], dict[str | None, tuple[int | None, str]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    bonuses: dict[str, int] = field(default_factory=dict[str, int])
    out: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])  # entry → how, reason
    curated: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    left_out: dict[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])  # and why
    choices: dict[str, Event] = field(default_factory=dict[str, Event])  # the last curated list of a stage
    advanced: dict[str, Event] = field(default_factory=dict[str, Event])
    successions: list[Succession] = field(default_factory=list[Succession])
    tie_orders: list[Event] = field(default_factory=list[Event])
    plenary: list[Event] = field(default_factory=list[Event])
    openings: list[Event] = field(default_factory=list[Event])
    finalised: Event | None = None


def rulings_of(events: Iterable[Event]) -> Rulings:
    """Read the log in its order. Types that nothing is derived from are passed over."""
    rulings = Rulings()
    for event in events:
        read = _READERS.get(event.type)
        if read is not None:
            read(rulings, event)
    return rulings


def _intake_closed(rulings: Rulings, event: Event) -> None:
    stage = event.data["stage"]
    rulings.timely_digests.setdefault(stage, set(event.data["received"]))
    rulings.closed.add(stage)


def _intake_reopened(rulings: Rulings, event: Event) -> None:
    stage = event.data["stage"]
    if stage in rulings.timely_digests:
        rulings.timely_digests[stage] |= set(event.data["digests"])


def _device_confirmed(rulings: Rulings, event: Event) -> None:
    rulings.confirmed.add((event.data["juror"], event.data["device"]))


def _device_revoked(rulings: Rulings, event: Event) -> None:
    rulings.kept[event.data["juror"], event.data["device"]] = set(event.data["keep"])


def _recused(rulings: Rulings, event: Event) -> None:
    rulings.recused[_place(event)] = event.data.get("reason", "")


def _juror_replaced(rulings: Rulings, event: Event) -> None:
    rulings.replaced[event.data["from"]] = event.data["to"]
    rulings.seating.append(event)


def _juror_named(rulings: Rulings, event: Event) -> None:
    rulings.named[event.data["juror"]] = event.data
    rulings.seating.append(event)


def _juror_unavailable(rulings: Rulings, event: Event) -> None:
    rulings.unavailable[event.data["juror"]] = event.data.get("reason", "")
    rulings.left_at[event.data["juror"]] = event.data.get("from") or event.at


def _conflict_decided(rulings: Rulings, event: Event) -> None:
    data = event.data
    ruling = ConflictRuling(data["criterion"], data["choice"], frozenset(data["basis"]), event.seq)
    rulings.conflicts[_place(event)].append(ruling)


def _paper_entered(rulings: Rulings, event: Event) -> None:
    cells = tuple((criterion, rev, value) for criterion, rev, value in event.data["cells"])
    rulings.papers[_place(event)].append(PaperSheet(event.hash, cells))


def _paper_withdrawn(rulings: Rulings, event: Event) -> None:
    for place, sheets in rulings.papers.items():
        rulings.papers[place] = [sheet for sheet in sheets if sheet.hash != event.data["paper"]]


def _gate_entered(rulings: Rulings, event: Event) -> None:
    data = event.data
    rulings.gates[data["stage"], data["entry"]][data["criterion"]] = (data["value"], data.get("reason", ""))


def _bonus_decided(rulings: Rulings, event: Event) -> None:
    entry = event.data["entry"]
    rulings.bonuses[entry] = rulings.bonuses.get(entry, 0) + event.data["points"]


def _entry_out(rulings: Rulings, event: Event) -> None:
    how = "withdrawn" if event.type == "entry_withdrawn" else "disqualified"
    rulings.out[event.data["entry"]] = (how, event.data.get("reason", ""))


def _entries_curated(rulings: Rulings, event: Event) -> None:
    rulings.curated[event.data["stage"]] = tuple(event.data["entries"])
    rulings.left_out[event.data["stage"]] = event.data.get("left_out", {})
    rulings.choices[event.data["stage"]] = event


def _stage_advanced(rulings: Rulings, event: Event) -> None:
    stage, now = event.data["stage"], set(event.data["entries"])
    before = set(rulings.advanced[stage].data["entries"]) if stage in rulings.advanced else now
    gone, come = before - now, now - before
    choice = rulings.choices.get(stage)  # where people named no list, the rule alone says who goes on
    one_for_one = len(gone) == len(come) == 1 and gone <= rulings.out.keys()
    if one_for_one and choice is not None and set(choice.data["entries"]) == now:
        rulings.successions.append(Succession(stage, gone.pop(), come.pop(), choice))
    rulings.advanced[stage] = event


def _tie_decided(rulings: Rulings, event: Event) -> None:
    rulings.tie_orders.append(event)


def _plenary_decided(rulings: Rulings, event: Event) -> None:
    rulings.plenary.append(event)


def _ranking_opened(rulings: Rulings, event: Event) -> None:
    rulings.openings.append(event)


def _finalised(rulings: Rulings, event: Event) -> None:
    rulings.finalised = event


def _unfinalised(rulings: Rulings, event: Event) -> None:
    rulings.finalised = None


def _place(event: Event) -> Place:
    return event.data["juror"], event.data["stage"], event.data["entry"]


_READERS = {
    "intake_closed": _intake_closed,
    "intake_reopened": _intake_reopened,
    "device_confirmed": _device_confirmed,
    "device_revoked": _device_revoked,
    "recused": _recused,
    "juror_replaced": _juror_replaced,
    "juror_named": _juror_named,
    "juror_unavailable": _juror_unavailable,
    "conflict_decided": _conflict_decided,
    "paper_entered": _paper_entered,
    "paper_withdrawn": _paper_withdrawn,
    "gate_entered": _gate_entered,
    "bonus_decided": _bonus_decided,
    "entry_withdrawn": _entry_out,
    "entry_disqualified": _entry_out,
    "entries_curated": _entries_curated,
    "stage_advanced": _stage_advanced,
    "tie_decided": _tie_decided,
    "plenary_decided": _plenary_decided,
    "ranking_opened": _ranking_opened,
    "finalised": _finalised,
    "unfinalised": _unfinalised,
}

DERIVED_FROM: Sequence[str] = (
    *_READERS,
    "criterion_changed",
    "objection",
    "rule_changed",
    "code_renewed",
    "backup_restored",
)
"""Events whose bodies a public bundle must show,
because ranks or the verifier depend on them (docs/formats.md).
"""
