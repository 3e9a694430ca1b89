"""A competition as the package seals it: stages, rubrics, rule, entries, jurors, assignments.

Values and points are hundredths, weights basis points, ids ASCII; the shapes are those of docs/formats.md.
Every class checks its own bounds when it is made and raises ValueError; what spans several is in `checks`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from typing import Any, Literal, cast

from kipp_desktop.domain.bounds import ID, check_date, check_digest, check_id, check_range, check_text
from kipp_desktop.domain.rubric import Rubric, Text

Level = Literal["kabupaten", "provinsi", "nasional"]
Paper = Literal["f4", "folio", "a4"]
Background = Literal["kementerian", "akademisi", "praktisi", "pemda", "media", "lain"]
Role = Literal["ketua", "sekretaris", "anggota"]
GroupKind = Literal["overall", "category", "group", "type"]
AssignmentState = Literal["assigned", "recused"]

PAPER_MM: Mapping[Paper, tuple[int, int]] = {"f4": (215, 330), "folio": (210, 330), "a4": (210, 297)}
"""Width and height of the papers that documents are made for."""

WHOLE_LINKS = ("highest_weight", "median", "first_places")
"""Links of a tie chain that name nothing; `criterion:X` and `stage:X` name what they compare."""
SheetKey = tuple[str, str]  # stage, entry

ORGANISER = "panitia"
"""The panel of a stage whose checklist the organiser fills."""


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
    """How the sheets of several jurors become one score; the arithmetic is in `panels`.

    `k` and `per` (None = total) belong to a trimmed mean. Jurors may weigh differently, by seat or by
    background; who isn't named weighs 10000 (basis points: counted once).
    """

    kind: Literal["mean", "sum", "median", "trimmed", "rank_sum"] = "mean"
    k: int | None = None
    per: Literal["total", "criterion"] | None = None
    juror_weight_bp: Mapping[str, int] | None = None
    background_weight_bp: Mapping[Background, int] | None = None

    def __post_init__(self) -> None:
        if self.kind == "trimmed":
            check_range(self.k or 0, 1, 100, "panel_method: k")
        if self.is_weighed and self.kind == "trimmed":
            raise ValueError("panel_method: which of equal totals is dropped can't depend on weights")
        if self.juror_weight_bp and self.background_weight_bp:
            raise ValueError("panel_method: weights by juror or by background, not both")
        for weights in (self.juror_weight_bp, self.background_weight_bp):
            for weight in (weights or {}).values():
                check_range(weight, 1, 1_000_000, "panel_method: weight")

    @property
    def is_weighed(self) -> bool:
        """Whether jurors weigh differently."""
        return bool(self.juror_weight_bp or self.background_weight_bp)

    def weight(self, juror: Juror | None) -> int:
        """A juror's weight in basis points; the organiser's own entry (None) is counted once.

        >>> method = PanelMethod(background_weight_bp={"akademisi": 15000})
        >>> method.weight(Juror("J-01", background="akademisi")), method.weight(Juror("J-02"))
        (15000, 10000)
        """
        if juror is None:
            return 10000
        by_seat, by_background = self.juror_weight_bp or {}, self.background_weight_bp or {}
        return by_seat.get(juror.id, by_background.get(juror.background, 10000))


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
            named = kind in ("criterion", "stage") and ID.fullmatch(name) is not None
            if not named and link not in WHOLE_LINKS:
                raise ValueError(f"ties: {link} is not criterion:…, stage:…, {', '.join(WHOLE_LINKS)}")


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
    """A document beside the package, known by its digest (hexadecimal) and its size in bytes."""

    name: str
    sha256: str
    size: int

    def __post_init__(self) -> None:
        check_text(self.name, "attachment", 255)
        check_digest(self.sha256, "attachment")
        check_range(self.size, 0, 2**53, "attachment")


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

    @cached_property
    def rubric_of(self) -> Mapping[SheetKey, Rubric]:
        """The rubric of every sheet there can be."""
        return {
            (stage.id, entry.id): self._rubric_of[stage.id, entry.group]
            for stage in self.stages
            for entry in self.entries
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


def owed_sheets(competition: Competition, juror: str) -> set[SheetKey]:
    """The sheets a juror may fill under a package: those assigned or recused,
    on a spare seat those of the panel.
    """
    if competition.juror_by_id[juror].spare:
        return set(spare_sheets(competition, juror))
    return {(row.stage, row.entry) for row in competition.assignments_of.get(juror, ())}


def spare_sheets(competition: Competition, juror_id: str) -> dict[SheetKey, AssignmentState]:
    """What somebody on a spare seat scores: every sheet that the seat's panel was assigned."""
    if juror_id not in competition.juror_by_id:
        return {}
    panel = competition.juror_by_id[juror_id].panel
    members = {juror.id for juror in competition.jurors if juror.panel == panel}
    keys = ((row.stage, row.entry) for row in competition.assignments if row.juror in members)
    return dict.fromkeys(keys, "assigned")
