"""A competition as the package seals it: stages, rubrics, rule, entries, jurors, assignments.

Values and points are hundredths, weights basis points, ids ASCII; the shapes are those of docs/formats.md.
Every class checks its own bounds when it is made and raises ValueError; what spans several is in `checks`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cached_property
from operator import contains
from typing import Any, Literal, cast

ID = re.compile(r"[A-Za-z0-9._-]{1,40}", re.ASCII)
LONGEST_TEXT = 4000
NOT_PLAIN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
"""Signs that nobody sees: control characters, zero width, turned direction of reading."""

Level = Literal["kabupaten", "provinsi", "nasional"]
Paper = Literal["f4", "folio", "a4"]
Background = Literal["kementerian", "akademisi", "praktisi", "pemda", "media", "lain"]
Role = Literal["ketua", "sekretaris", "anggota"]
GroupKind = Literal["overall", "category", "group", "type"]
AssignmentState = Literal["assigned", "recused"]


def check_id(text: str, what: str) -> None:
    """Raise ValueError unless `text` is an id."""
    if ID.fullmatch(text) is None:
        raise ValueError(f"{what}: not an id")


def check_text(text: str, what: str, longest: int = LONGEST_TEXT) -> None:
    """Raise ValueError when `text` is longer than people write or holds signs that nobody sees."""
    if len(text) > longest or NOT_PLAIN.search(text):
        raise ValueError(f"{what}: too long or not plain text")


def check_date(text: str, what: str) -> None:
    """Raise ValueError unless `text` is a day as 2024-10-24."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII) is None:
        raise ValueError(f"{what}: not a date")
    date.fromisoformat(text)


def check_range(value: int, low: int, high: int, what: str) -> None:
    """Raise ValueError unless low ≤ value ≤ high."""
    if not low <= value <= high:
        raise ValueError(f"{what}: outside {low}…{high}")


@dataclass(frozen=True, slots=True)
class Text:
    """A name in Indonesian and, where given, English."""

    id: str
    en: str = ""

    def __post_init__(self) -> None:
        check_text(self.id, "text")
        check_text(self.en, "text")

    def in_language(self, language: str) -> str:
        """The text in `language`, Indonesian where there is no other."""
        return self.en if language == "en" and self.en else self.id


@dataclass(frozen=True)
class Scale:
    """What a juror may give: a range with a step, an explicit list, or yes/no (100/0)."""

    min: int = 0
    max: int = 10000
    step: int = 100
    values: tuple[int, ...] | None = None
    check: bool = False

    def __post_init__(self) -> None:
        for value in (self.min, self.max, *(self.values or ())):
            check_range(value, 0, 1_000_000, "scale")
        check_range(self.step, 1, 1_000_000, "scale step")
        if self.values is not None and (not self.values or list(self.values) != sorted(set(self.values))):
            raise ValueError("scale: values must rise")
        if (
            self.values is None
            and not self.check
            and (self.max <= self.min or (self.max - self.min) % self.step)
        ):
            raise ValueError("scale: the steps do not reach the maximum")

    @property
    def lowest(self) -> int:
        """The smallest value, in hundredths."""
        return 0 if self.check else self.values[0] if self.values else self.min

    @property
    def highest(self) -> int:
        """The largest value, in hundredths."""
        return 100 if self.check else self.values[-1] if self.values else self.max

    @cached_property
    def allowed(self) -> Container[object]:
        """The values that stand on the scale, in hundredths."""
        if self.check:
            return frozenset((0, 100))
        return range(self.min, self.max + 1, self.step) if self.values is None else frozenset(self.values)

    def allows(self, value: int) -> bool:
        """Whether `value` (hundredths) stands on the scale."""
        return value in self.allowed

    def neighbour(self, value: int | None, steps: int) -> int:
        """The value `steps` up or down the scale, held at its ends; from nothing, the end one comes from."""
        if value is None:
            return self.lowest if steps > 0 else self.highest
        if self.values is None and not self.check:
            return min(self.max, max(self.min, value + steps * self.step))
        listed = self.values or (0, 100)
        return listed[min(len(listed) - 1, max(0, listed.index(value) + steps))]


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What a stretch of the scale means, both ends included."""

    from_: int = field(metadata={"name": "from"})
    to: int
    text: Text


@dataclass(frozen=True, slots=True)
class Criterion:
    """One aspect of a rubric.

    Weight 0 = shown and commented, not counted; `rev` rises when its meaning changes.
    """

    id: str
    name: Text
    weight_bp: int = 10000
    scale: Scale = field(default_factory=Scale)
    descriptors: tuple[Descriptor, ...] = ()
    rev: int = 1

    def __post_init__(self) -> None:
        check_id(self.id, "criterion")
        check_range(self.weight_bp, 0, 10000, "weight")
        check_range(self.rev, 1, 10000, "rev")

    def takes(self, rev: int, value: int | None) -> bool:
        """Whether a cell may say so: cleared, on the scale, or under an earlier rev and its scale."""
        return rev < self.rev or (rev == self.rev and (value is None or self.scale.allows(value)))


@dataclass(frozen=True)
class Rubric:
    """The criteria of a sheet and how they become its total."""

    id: str
    criterion: tuple[Criterion, ...]
    total: Literal["weighted", "points"] = "weighted"
    normalise: Literal["none", "max", "range"] = "none"
    incomplete: Literal["not_counted", "missing_as_zero"] = "not_counted"

    def __post_init__(self) -> None:
        check_id(self.id, "rubric")
        check_range(len(self.criterion), 1, 60, "criteria")
        if len({criterion.id for criterion in self.criterion}) != len(self.criterion):
            raise ValueError("rubric: two criteria with one id")
        if self.total == "weighted" and sum(criterion.weight_bp for criterion in self.criterion) != 10000:
            raise ValueError("rubric: the weights must sum to 100 %")

    @cached_property
    def criterion_by_id(self) -> Mapping[str, Criterion]:
        """Criteria by id, in order."""
        return {criterion.id: criterion for criterion in self.criterion}

    @cached_property
    def position_of(self) -> Mapping[str, int]:
        """Where each criterion stands on a sheet, from 0."""
        return {criterion.id: position for position, criterion in enumerate(self.criterion)}

    @cached_property
    def empty_cells(self) -> Mapping[str, tuple[int, int | None]]:
        """What a sheet without scores says of each criterion: its present rev, and no value."""
        return {criterion.id: (criterion.rev, None) for criterion in self.criterion}

    @cached_property
    def revs(self) -> tuple[int, ...]:
        """The present rev of each criterion."""
        return tuple(criterion.rev for criterion in self.criterion)

    @cached_property
    def _whole_sheet(self) -> tuple[tuple[str, ...], tuple[int, ...], tuple[Container[object], ...]]:
        rising = sorted(self.criterion, key=lambda criterion: criterion.id)
        names, revs = tuple(one.id for one in rising), tuple(one.rev for one in rising)
        return names, revs, tuple(one.scale.allowed for one in rising)

    def stranger(self, cells: Mapping[str, tuple[int, int | None]]) -> str | None:
        """The first of a sheet's cells (criterion → rev, value) that this rubric did not ask for, or None.

        A complete sheet under the present revs, as nearly all are, is looked through at once.
        """
        names, revs, allowed = self._whole_sheet
        if tuple(cells) == names:
            given, values = zip(*cells.values(), strict=True)
            if given == revs and all(map(contains, allowed, values)):
                return None
        for name, (rev, value) in cells.items():
            criterion = self.criterion_by_id.get(name)
            if criterion is None or not criterion.takes(rev, value):
                return name
        return None

    def find(self, criterion_id: str) -> Criterion | None:
        """The criterion with this id, or None."""
        return self.criterion_by_id.get(criterion_id)


@dataclass(frozen=True, slots=True)
class Advance:
    """Who goes on from a stage."""

    kind: Literal["all", "pass", "threshold", "curated", "top"] = "all"
    min: int | None = None
    n: int | None = None
    per: GroupKind | None = None
    at_tie: Literal["all", "plenary"] | None = None

    def __post_init__(self) -> None:
        if self.kind == "threshold" and self.min is None:
            raise ValueError("advance: a threshold needs its minimum")
        if self.kind == "top" and (self.n is None or self.n < 1):
            raise ValueError("advance: top needs a number")


@dataclass(frozen=True, slots=True)
class Stage:
    """One round.

    `weight_bp` is its share of the final score, 0 = a gate; panel "panitia" = the organiser enters it.
    """

    id: str
    name: Text
    form: Literal["scored", "checklist"] = "scored"
    panel: str = "juri"
    rubric: Mapping[str, str] = field(default_factory=dict[str, str])
    advance: Advance = field(default_factory=Advance)
    weight_bp: int = 0
    segments: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        check_id(self.id, "stage")
        check_range(self.weight_bp, 0, 10000, "weight")
        if "default" not in self.rubric:
            raise ValueError("stage: no default rubric")


@dataclass(frozen=True, slots=True)
class PanelMethod:
    """How the sheets of several jurors become one score."""

    kind: Literal["mean", "sum", "median", "trimmed", "rank_sum"] = "mean"
    k: int | None = None
    per: Literal["total", "criterion"] | None = None


@dataclass(frozen=True, slots=True)
class TopN:
    """An award without place: everybody up to place n."""

    n: int
    name: str
    listed: Literal["number"] = "number"


@dataclass(frozen=True, slots=True)
class Rule:
    """The ranking rule, sealed in the package before the first score."""

    panel_method: PanelMethod = field(default_factory=PanelMethod)
    counts: Literal["locked", "drafts"] = "locked"
    partial_jurors: Literal["count", "exclude"] = "count"
    ties: tuple[str, ...] = ()
    after_ties: Literal["joint", "dense", "plenary"] = "joint"
    groups: tuple[GroupKind, ...] = ("overall",)
    ranking_visible: Literal["after_close", "always"] = "after_close"
    published_decimals: int = 2
    rank_on: Literal["exact", "published"] = "exact"
    labels: tuple[str, ...] = ()
    labels_follow: Literal["place", "order"] = "place"
    top_n: TopN | None = None

    def __post_init__(self) -> None:
        check_range(self.published_decimals, 0, 6, "decimals")
        for link in self.ties:
            kind, _, name = link.partition(":")
            if kind not in ("criterion", "stage") or ID.fullmatch(name) is None:
                raise ValueError(f"ties: {link} is not criterion:… or stage:…")


@dataclass(frozen=True, slots=True)
class Bonus:
    """Points (hundredths) for an innovation that had run `years` full years on the day `on` (ISO)."""

    kind: Literal["implemented"]
    years: int
    on: str
    points: int
    cap: int
    applies: str = "final"

    def __post_init__(self) -> None:
        check_date(self.on, "bonus")
        check_range(self.years, 0, 1000, "bonus")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document beside the package, known by its digest."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A participant. `id` is its No. peserta and never changes."""

    id: str
    title: str
    institution: str
    type: str = ""
    category: str = ""
    group: str = "umum"
    started_on: str | None = None
    maturity: str = ""
    proposer: str = ""
    attachments: tuple[Attachment, ...] = ()

    def __post_init__(self) -> None:
        check_id(self.id, "entry")
        if self.started_on is not None:
            check_date(self.started_on, "entry")
        for text in (self.title, self.institution, self.type, self.category, self.group, self.proposer):
            check_text(text, "entry", 500)


@dataclass(frozen=True, slots=True)
class Juror:
    """A seat on a panel and, where known, who sits on it. Spare seats carry no name until somebody comes."""

    id: str
    name: str = ""
    title: str = ""
    institution: str = ""
    background: Background = "lain"
    panel: str = "juri"
    role: Role = "anggota"
    spare: bool = False

    def __post_init__(self) -> None:
        check_id(self.id, "juror")
        for text in (self.name, self.title, self.institution):
            check_text(text, "juror", 500)


@dataclass(frozen=True, slots=True)
class Assignment:
    """Whether a juror judges an entry at a stage, or has recused."""

    juror: str
    stage: str
    entry: str
    state: AssignmentState = "assigned"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The agency's lines and, base64, its coat of arms."""

    lines: tuple[str, ...] = ()
    logo_png: str | None = None


@dataclass(frozen=True)
class Competition:
    """Everything that decides what a score means and how it is ranked."""

    id: str
    title: str
    stages: tuple[Stage, ...]
    rubrics: tuple[Rubric, ...]
    rule: Rule
    practice: bool = False
    theme: str = ""
    level: Level = "kabupaten"
    body: str = "Dewan Juri"
    legal_basis: tuple[str, ...] = ()
    paper: Paper = "f4"
    letterhead: Letterhead = field(default_factory=Letterhead)
    bonus: tuple[Bonus, ...] = ()
    entries: tuple[Entry, ...] = ()
    jurors: tuple[Juror, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    running_order: tuple[str, ...] = ()

    @cached_property
    def entry_by_id(self) -> Mapping[str, Entry]:
        """Entries by No. peserta."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def juror_by_id(self) -> Mapping[str, Juror]:
        """Jurors by id, spare seats included."""
        return {juror.id: juror for juror in self.jurors}

    @cached_property
    def stage_by_id(self) -> Mapping[str, Stage]:
        """Stages by id, in order."""
        return {stage.id: stage for stage in self.stages}

    @cached_property
    def assignments_of(self) -> Mapping[str, list[Assignment]]:
        """Assignments by juror."""
        found: dict[str, list[Assignment]] = {}
        for row in self.assignments:
            found.setdefault(row.juror, []).append(row)
        return found

    @cached_property
    def _rubric_by_id(self) -> Mapping[str, Rubric]:
        return {rubric.id: rubric for rubric in self.rubrics}

    @cached_property
    def _rubric_of(self) -> Mapping[tuple[str, str], Rubric]:
        """Rubric by (stage, group of entries), for the groups that occur."""
        groups = {entry.group for entry in self.entries}
        return {
            (stage.id, group): self._rubric_by_id[stage.rubric.get(group, stage.rubric["default"])]
            for stage in self.stages
            for group in groups
        }

    def rubric_for(self, stage_id: str, entry: Entry) -> Rubric:
        """The rubric of an entry's sheets at a stage."""
        return self._rubric_of[stage_id, entry.group]

    def stage_before(self, stage_id: str) -> Stage | None:
        """The stage whose outcome feeds this one, or None for the first."""
        ids = list(self.stage_by_id)
        position = ids.index(stage_id)
        return self.stages[position - 1] if position else None


def plain(thing: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Turn domain objects into dicts, lists, strings and integers, leaving out what is None
    (the shapes of formats.md).
    """
    if is_dataclass(thing) and not isinstance(thing, type):
        names = {field.name: field.metadata.get("name", field.name) for field in fields(thing)}
        return {names[name]: plain(value) for name in names if (value := getattr(thing, name)) is not None}
    if isinstance(thing, Mapping):
        return {key: plain(value) for key, value in cast("Mapping[str, object]", thing).items()}
    if isinstance(thing, (tuple, list)):
        return [plain(value) for value in cast("Sequence[object]", thing)]
    return thing
