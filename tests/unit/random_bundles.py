"""Whole competitions made at random, in memory: what the program makes of them, and the bundle that says so.

Few entries, few values, many rules: ties, conflicts, late files and odd orders are the normal case here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from kipp_desktop.domain.advancing import outcomes
from kipp_desktop.domain.competition import (
    WHOLE_LINKS,
    Advance,
    Assignment,
    Bonus,
    Competition,
    Entry,
    Juror,
    PanelMethod,
    Rule,
    Stage,
    TopN,
    owed_sheets,
)
from kipp_desktop.domain.derive import Snapshot, derive, expected_sheets
from kipp_desktop.domain.log import START, event_hash
from kipp_desktop.domain.rubric import Criterion, Rubric, Scale, Text
from kipp_desktop.domain.rulings import Event, rulings_of
from kipp_desktop.exchange import activation, bundle, canonical, package, score_file, signing
from kipp_desktop.exchange.activation import Invite
from kipp_desktop.exchange.canonical import b64, unb64
from kipp_desktop.exchange.score_file import Declaration, ScorePayload
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services.masters import MasterState
from kipp_desktop.services.results import Result, outcome_basis, result_from
from kipp_desktop.store.master_records import StoredPackage

SCALES = (
    Scale(),
    Scale(min=6000, max=10000, step=50),
    Scale(values=(100, 200, 300, 500, 600, 700)),
    Scale(min=0, max=1000, step=10),
    Scale(check=True),
)


def key(name: str) -> SigningKey:
    """The same key for the same name."""
    return SigningKey(hashlib.sha256(name.encode()).digest())


@dataclass
class RandomEvent:
    """One competition from set-up to result."""

    random: Random
    organiser: SigningKey = field(default_factory=lambda: key("organiser"))
    packages: list[package.Package] = field(default_factory=list)
    scores: dict[str, tuple[dict[str, Any], ScorePayload]] = field(default_factory=dict)
    log: list[tuple[Event, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        competition = self._competition()
        self.issue(competition)
        if self.chance(0.25):
            self.issue(self._with_new_meaning(competition))
        for juror in self.competition.jurors:
            self._files(juror)
        self._organiser_acts()
        self._decisions()

    # — what it comes to —

    @property
    def competition(self) -> Competition:
        """The competition in force."""
        return self.packages[-1].competition

    @property
    def snapshots(self) -> list[Snapshot]:
        """What every file says."""
        return [score_file.snapshot_of(digest, payload) for digest, (_, payload) in self.scores.items()]

    def state(self) -> MasterState:
        """What a master with these files and events says."""
        rulings = rulings_of(event for event, _ in self.log)
        newest = self.packages[-1]
        stored = StoredPackage(newest.version, newest.digest, newest.envelope, {}, "")
        return MasterState(
            self.competition, stored, rulings, derive(self.competition, self.snapshots, rulings)
        )

    def result(self) -> Result:
        """The result."""
        return result_from(self.state())

    def bundle(self, result: Result | None = None) -> bytes:
        """The public bundle of a result, the present one by default."""
        result = result or self.result()
        header = {"format": bundle.FORMAT, "competition": self.competition.id, "title": "Acak", "app": "1"}
        lines = bundle.lines(
            header,
            [],
            [one.envelope for one in self.packages],
            None,
            [self.scores[digest][0] for digest in sorted(self.scores)],
            [(event.seq, event.type, body, event.hash) for event, body in self.log],
            [],
            signing.sign_payload("result", result.payload, self.organiser),
        )
        return b"".join(lines)

    # — making it —

    def chance(self, share: float) -> bool:
        """Yes, that often."""
        return self.random.random() < share

    def some(self, things: Any, share: float = 0.5) -> list[Any]:
        """Some of the things, in order."""
        return [one for one in things if self.chance(share)]

    def append(self, type_: str, **data: Any) -> Event:
        """One more line of the log."""
        seq, prev = len(self.log) + 1, self.log[-1][0].hash if self.log else START
        body = {"seq": seq, "prev": prev, "at": "2024-10-24T03:00:00Z", "actor": "panitia"}
        text = canonical.dumps({**body, "type": type_, "data": data})
        event = Event(seq, "2024-10-24T03:00:00Z", "panitia", type_, data, event_hash(prev, text))
        self.log.append((event, text.decode()))
        return event

    def issue(self, competition: Competition) -> None:
        """Seal a version."""
        number = len(self.packages) + 1
        invites = {juror.id: key(f"invite {juror.id}").public for juror in competition.jurors}
        salt = b64(b"0" * 16)
        issue = package.Issue(
            number,
            tuple(one.digest for one in self.packages),
            package.Organiser(self.organiser.public, "age1"),
            (),
            {juror: {"salt": salt, "invite_pub": pub, "invite": salt} for juror, pub in invites.items()},
            dict.fromkeys(invites, salt),
        )
        self.packages.append(package.read(package.build(competition, issue, self.organiser)))

    def _competition(self) -> Competition:
        random = self.random
        rubrics: list[Rubric] = []
        stages = [
            self._stage(f"tahap{number}", rubrics, last=False) for number in range(random.randint(0, 2))
        ]
        stages.append(self._stage("final", rubrics, last=True))
        entries = tuple(self._entry(f"{number:02}") for number in range(1, random.randint(2, 6)))
        method = self._panel_method()
        whole = random.sample(WHOLE_LINKS, 2) if self.chance(0.5) else []
        jurors = self._jurors(7 if method.kind == "trimmed" else 5 if whole else random.randint(1, 5))
        criteria = sorted({criterion.id for rubric in rubrics for criterion in rubric.criterion})
        links = [f"criterion:{one}" for one in criteria] + [f"stage:{stage.id}" for stage in stages]
        rule = Rule(
            panel_method=method,
            counts=random.choice(("locked", "locked", "drafts")),
            partial_jurors=random.choice(("count", "exclude")),
            ties=(*whole, *random.sample(links, random.randint(0, min(3, len(links))))),
            after_ties=random.choice(("joint", "dense", "plenary")),
            groups=random.choice((("overall",), ("overall", "category"), ("group", "overall"), ("type",))),
            published_decimals=random.randint(0, 2),
            rank_on=random.choice(("exact", "published")),
            labels=random.choice(((), ("Juara I",), ("Juara I", "Juara II", "Juara III"))),
            labels_follow=random.choice(("place", "order")),
            top_n=random.choice((None, TopN(3, "Top 3"))),
        )
        bonus = (Bonus("implemented", 2, "2024-10-24", 200, 150),) if self.chance(0.3) else ()
        assignments = tuple(
            Assignment(juror.id, stage.id, entry.id, "recused" if self.chance(0.1) else "assigned")
            for juror in jurors
            for stage in stages
            for entry in entries
            if not juror.spare and stage.panel == "juri" and self.chance(0.9)
        )
        return Competition(
            id="01JACAK0000000000000000000",
            title="Acak",
            stages=tuple(stages),
            rubrics=tuple(rubrics),
            rule=rule,
            bonus=bonus,
            entries=entries,
            jurors=jurors,
            assignments=assignments,
        )

    def _jurors(self, count: int) -> tuple[Juror, ...]:
        """So many jurors of three backgrounds, and two spare seats."""
        backgrounds = ("akademisi", "praktisi", "lain")
        seats = [
            Juror(f"J-{number:02}", background=self.random.choice(backgrounds))
            for number in range(1, count + 1)
        ]
        return (*seats, Juror("J-91", spare=True), Juror("J-92", spare=True))

    def _panel_method(self) -> PanelMethod:
        random = self.random
        kind = random.choice(("mean", "mean", "sum", "median", "trimmed", "rank_sum"))
        if kind == "trimmed":
            return PanelMethod(kind, random.randint(1, 2), random.choice((None, "total", "criterion")))
        weights = {"akademisi": random.choice((15000, 20000)), "lain": 1}
        by_seat = {"J-01": 20000, "J-91": 5000}
        return random.choice(
            (
                PanelMethod(kind),
                PanelMethod(kind),
                PanelMethod(kind, background_weight_bp=weights),
                PanelMethod(kind, juror_weight_bp=by_seat),
            )
        )

    def _stage(self, name: str, rubrics: list[Rubric], last: bool) -> Stage:
        random = self.random
        kind = "jury" if last and self.chance(0.9) else random.choice(("jury", "scored", "checklist"))
        kind = "scored" if last and kind == "checklist" else kind
        form = "checklist" if kind == "checklist" else "scored"
        of_stage = {"default": f"r-{name}"}
        rubrics.append(self._rubric(of_stage["default"], kind == "checklist"))
        if self.chance(0.3):
            of_stage["replikasi"] = f"r-{name}-2"
            rubrics.append(self._rubric(of_stage["replikasi"], kind == "checklist"))
        return Stage(
            name,
            Text(name),
            form,
            "juri" if kind == "jury" else "panitia",
            of_stage,
            self._cut(kind),
            random.choice((10000, 7000, 3000, 0)) if form == "scored" else 0,
        )

    def _cut(self, kind: str) -> Advance:
        random = self.random
        if kind == "checklist":
            return Advance(random.choice(("all", "pass", "pass", "curated")))
        return random.choice(
            (
                Advance("all"),
                Advance("threshold", min=random.choice((8500, 9900, 500))),
                Advance("curated"),
                Advance(
                    "top", n=random.randint(1, 3), per=random.choice((None, "overall", "category", "type"))
                ),
                Advance("top", n=2, per="group", at_tie=random.choice(("all", "plenary"))),
            )
        )

    def _rubric(self, name: str, checklist: bool) -> Rubric:
        random = self.random
        count = random.randint(1, 3)
        weights = {1: (10000,), 2: (6000, 4000), 3: (3334, 3333, 3333)}[count]
        ids = random.sample(("kebaruan", "efektif", "bermanfaat", "replikasi"), count)
        total = random.choice(("weighted", "points"))
        criteria = tuple(
            Criterion(one, Text(one), weight, SCALES[-1] if checklist else random.choice(SCALES))
            for one, weight in zip(ids, weights, strict=True)
        )
        if total == "points" and count > 1 and self.chance(0.2):
            criteria = (replace(criteria[0], weight_bp=0), *criteria[1:])
        return Rubric(
            name,
            criteria,
            total,
            random.choice(("none", "none", "max", "range")),
            random.choice(("not_counted", "not_counted", "missing_as_zero")),
        )

    def _entry(self, number: str) -> Entry:
        random = self.random
        return Entry(
            number,
            f"Inovasi {number}",
            f"Dinas {number}",
            type=random.choice(("Puskesmas", "Dinas")),
            category=random.choice(("", "Kesehatan", "Pendidikan")),
            group=random.choice(("umum", "replikasi")),
            started_on=random.choice((None, "2022-10-24", "2022-10-25", "2020-02-29")),
        )

    def _with_new_meaning(self, competition: Competition) -> Competition:
        """One criterion changed its meaning: cells of the old rev are to be scored again."""
        first, *others = competition.rubrics
        changed = (replace(first.criterion[0], rev=2), *first.criterion[1:])
        return replace(competition, rubrics=(replace(first, criterion=changed), *others))

    def _files(self, juror: Juror) -> None:
        random = self.random
        earlier: list[str] = []
        for number in range(random.choice((0, 1, 1, 1, 2, 3))):
            sealed = random.choice(self.packages)
            device = key(f"device {juror.id} {random.choice('AAAB')}")
            parents = set(self.some(earlier, 0.7))
            ancestors = parents.union(*(self.scores[digest][1].ancestors for digest in parents))
            cells, sheets = self._contents(sealed.competition, juror.id)
            invite = Invite(key(f"invite {juror.id}").seed, "")
            payload = ScorePayload(
                "kipp-score/1",
                sealed.competition.id,
                sealed.digest,
                juror.id,
                device.public,
                activation.enrol(invite, sealed.competition.id, juror.id, device.public),
                tuple(sorted(ancestors)),
                tuple(cells),
                tuple(sheets),
                {"final": Declaration(True, f"final {number}")},
                None,
                None,
            )
            digest, envelope = score_file.sign(payload, device)
            self.scores[digest] = (envelope, payload)
            earlier.append(digest)

    def _contents(self, competition: Competition, juror: str) -> tuple[list[Any], list[Any]]:
        random = self.random
        cells: list[Any] = []
        sheets: list[Any] = []
        for stage, entry in sorted(owed_sheets(competition, juror)):
            if self.chance(0.07):
                continue
            rubric = competition.rubric_for(stage, competition.entry_by_id[entry])
            for criterion in sorted(rubric.criterion, key=lambda one: one.id):
                if self.chance(0.04):
                    continue
                value = None if self.chance(0.03) else self._value(criterion.scale)
                cells.append((stage, entry, criterion.id, criterion.rev, value))
            state = random.choice(("locked",) * 14 + ("draft", "abstained", "absent", None))
            if state is not None:
                sheets.append((stage, entry, state, "alasan" if state == "abstained" else None))
        return cells, sheets

    def _value(self, scale: Scale) -> int:
        """Mostly one of two values, so that ties and equal opinions are common."""
        if self.chance(0.85):
            return scale.highest if self.chance(0.5) else scale.neighbour(scale.highest, -1)
        return scale.neighbour(scale.lowest, self.random.randint(0, 3)) if self.chance(0.5) else scale.lowest

    def _organiser_acts(self) -> None:
        random, competition = self.random, self.competition
        acts = [
            self._gates, self._advance, self._devices, self._close, self._recuse, self._seats, self._out,
            self._bonus, self._paper, self._seats, self._recuse,
        ]  # fmt: skip
        self._gates(certain=True)
        for act in random.sample(acts, len(acts)):
            if self.chance(0.45):
                act()
        if self.chance(0.5) and len(competition.stages) > 1:
            self._advance()

    def _gates(self, certain: bool = False) -> None:
        for stage in self.competition.stages:
            if stage.panel != "panitia" or not (certain or self.chance(0.5)):
                continue
            for entry in self.some(self.competition.entries, 0.9):
                rubric = self.competition.rubric_for(stage.id, entry)
                for criterion in self.some(rubric.criterion, 0.95):
                    self.append(
                        "gate_entered",
                        stage=stage.id,
                        entry=entry.id,
                        criterion=criterion.id,
                        value=self._value(criterion.scale),
                        reason="",
                    )
                if self.chance(0.1):
                    self.append(
                        "gate_entered", stage=stage.id, entry=entry.id, criterion=None, value=100, reason=""
                    )

    def _advance(self) -> None:
        """Mostly as the rule says; sometimes on results that nobody has any more."""
        stage = self.random.choice(self.competition.stages[:-1] or self.competition.stages)
        entries = [entry.id for entry in self.some(self.competition.entries, 0.8)]
        if stage.advance.kind == "curated" and self.chance(0.8):
            self.append("entries_curated", stage=stage.id, entries=entries, reason="tim", present=[])
        state = self.state()
        found = outcomes(state.competition, state.table, state.rulings, stage.id)
        if self.chance(0.7) and all(one.verdict != "open" for one in found):
            passing = [one.entry for one in found if one.verdict == "pass"]
            self.append("stage_advanced", stage=stage.id, entries=passing, basis=outcome_basis(found))
        else:
            self.append("stage_advanced", stage=stage.id, entries=entries, basis="0" * 64)

    def _devices(self) -> None:
        for juror in self.some(self.competition.jurors):
            own = [digest for digest, (_, payload) in self.scores.items() if payload.juror == juror.id]
            for device in sorted({self.scores[digest][1].device for digest in own}):
                if self.chance(0.5):
                    self.append("device_confirmed", juror=juror.id, device=device)
                if self.chance(0.2):
                    keep = sorted(self.some(own))
                    self.append("device_revoked", juror=juror.id, device=device, keep=keep, reason="hilang")

    def _close(self) -> None:
        stage = self.random.choice(self.competition.stages).id
        received = self.some(sorted(self.scores), 0.9)
        self.append("intake_closed", stage=stage, received=received, reason=None)
        if self.chance(0.4):
            digests = self.some(sorted(self.scores), 0.4)
            self.append("intake_reopened", stage=stage, digests=digests, reason="terlambat")

    def _recuse(self) -> None:
        random, competition = self.random, self.competition
        self.append(
            "recused",
            juror=random.choice(competition.jurors).id,
            stage=random.choice(competition.stages).id,
            entry=random.choice(competition.entries).id,
            reason="satu instansi",
        )

    def _seats(self) -> None:
        ids = [juror.id for juror in self.competition.jurors]
        if self.chance(0.5):
            seat = self.random.choice(("J-91", "J-92"))
            self.append("juror_named", juror=seat, who="0" * 64, letter="ST/1")
            return
        left = rulings_of(event for event, _ in self.log).replaced
        free = [juror for juror in ids if juror not in left]
        if len(free) > 2:
            old, new = self.random.sample(free, 2)
            self.append("juror_replaced", **{"from": old, "to": new, "reason": "sakit"})

    def _out(self) -> None:
        entry = self.random.choice(self.competition.entries).id
        self.append(
            self.random.choice(("entry_withdrawn", "entry_disqualified")), entry=entry, reason="mundur"
        )

    def _bonus(self) -> None:
        entry = self.random.choice(self.competition.entries).id
        points = self.random.choice((-20000, -150, 50, 100))
        self.append("bonus_decided", entry=entry, points=points, reason="pleno")

    def _paper(self) -> None:
        rulings = rulings_of(event for event, _ in self.log)
        seats = expected_sheets(self.competition, rulings)
        places = [(juror, *sheet) for juror, owed in sorted(seats.items()) for sheet in sorted(owed)]
        for juror, stage, entry in self.some(places, 0.1):
            rubric = self.competition.rubric_for(stage, self.competition.entry_by_id[entry])
            cells = [[one.id, one.rev, self._value(one.scale)] for one in rubric.criterion]
            event = self.append(
                "paper_entered",
                juror=juror,
                stage=stage,
                entry=entry,
                cells=cells,
                operators=["A", "B"],
                scan_sha256=None,
            )
            if self.chance(0.3):
                self.append("paper_withdrawn", paper=event.hash, reason="salah lembar")

    def _decisions(self) -> None:
        self._settle_conflicts()
        for _ in range(self.random.randint(0, 2)):
            self._settle_ties()
        self._plenary()
        if self.chance(0.5):
            self.append("finalised", basis=self.result().basis, gaps=[], reason="lengkap")
            if self.chance(0.2):
                self.append("unfinalised", reason="salah")
            if self.chance(0.2):
                self._out()

    def _settle_conflicts(self) -> None:
        for by_entry in self.state().table.sheets.values():
            for sheets in by_entry.values():
                for sheet in sheets:
                    if sheet.state != "conflict" or not self.chance(0.7):
                        continue
                    place = {"juror": sheet.juror, "stage": sheet.stage, "entry": sheet.entry}
                    said = {"reason": "dipilih juri", "present": []}
                    if self.chance(0.4) or not sheet.troubles:
                        choice = self.random.choice(sheet.opinions)
                        basis = sorted(sheet.opinions)
                        self.append(
                            "conflict_decided", **place, criterion=None, choice=choice, basis=basis, **said
                        )
                    for trouble in sheet.troubles:
                        if trouble.kind == "conflict" and self.chance(0.8):
                            choice = self.random.choice(sorted(trouble.values.values(), key=str))
                            basis = sorted(trouble.values)
                            self.append(
                                "conflict_decided",
                                **place,
                                criterion=trouble.criterion,
                                choice=choice,
                                basis=basis,
                                **said,
                            )

    def _settle_ties(self) -> None:
        for ranking in self.result().rankings:
            scores = {row.entry: row.exact for row in ranking.rows}
            for tie in ranking.ties:
                if self.chance(0.6):
                    self.append(
                        "tie_decided",
                        stage=ranking.stage,
                        group=ranking.group,
                        order=self.random.sample(tie, len(tie)),
                        basis=[[entry, scores[entry]] for entry in sorted(tie)],
                        method=self.random.choice(("plenary", "lot")),
                        reason="undian",
                        present=[],
                    )

    def _plenary(self) -> None:
        result = self.result()
        for ranking in result.rankings:
            placed = [row.entry for row in ranking.rows if row.place is not None]
            if not placed or not self.chance(0.3):
                continue
            chosen = self.random.sample(placed, self.random.randint(1, len(placed)))
            labels = {entry: f"Penghargaan {entry}" for entry in chosen}
            what = {"order": chosen} if self.chance(0.5) else {"labels": labels}
            self.append(
                "plenary_decided",
                stage=ranking.stage,
                group=ranking.group,
                **what,
                basis=result.computed_basis,
                reason="pleno",
                present=["A", "B"],
            )


def ranked_payload(event: RandomEvent) -> Any:
    """The result as data."""
    return canonical.loads(event.result().payload)


__all__ = ["RandomEvent", "key", "ranked_payload", "unb64"]
