"""What every document is made from: the present result, the log, what was asked for and who signs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import CheckCode
from kipp_desktop.documents.signing import Signature
from kipp_desktop.documents.words import Words
from kipp_desktop.domain.competition import Competition, Entry, Paper, Stage
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.domain.rulings import Event, Rulings
from kipp_desktop.domain.scores import participants
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.services.attendance import names_of, with_names
from kipp_desktop.services.masters import MasterState, rebuild
from kipp_desktop.services.objecting import Register, register_of
from kipp_desktop.services.particulars import Particulars, particulars, with_given
from kipp_desktop.services.publishing import Anchor, anchor
from kipp_desktop.services.received import Received, received_in, typed_for
from kipp_desktop.services.results import Result, check_visible, result_of
from kipp_desktop.store.master_store import MasterTransaction

Language = Literal["id", "en"]
Turned = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to print and how; None = as the competition says, or everybody."""

    document: str
    stage: str | None = None
    group: str | None = None
    paper: Paper | None = None
    language: Language = "id"
    juror: str | None = None
    entry: str | None = None
    given: Mapping[str, str] = field(default_factory=dict[str, str])  # particulars for this print alone


@dataclass(frozen=True)
class Source:
    """One print's view of the master, inside one transaction."""

    tx: MasterTransaction
    key: OrganiserKey | None
    wanted: Wanted
    found: Result
    particulars: Particulars
    document: str
    turned: Turned | None = None

    @classmethod
    def of(
        cls,
        tx: MasterTransaction,
        key: OrganiserKey | None,
        wanted: Wanted,
        document: str,
        turned: Turned | None = None,
    ) -> Source:
        """Read everything. With `key` the document can bear a checkpoint; `turned` is told of each page."""
        rebuild(tx)
        held = with_given(particulars(tx), wanted.given)
        return cls(tx, key, wanted, result_of(tx), held, document, turned)

    @property
    def state(self) -> MasterState:
        """What the master says."""
        return self.found.state

    @property
    def competition(self) -> Competition:
        """The competition in force."""
        return self.found.state.competition

    @property
    def table(self) -> ScoreTable:
        """The derived scores."""
        return self.found.state.table

    @property
    def rulings(self) -> Rulings:
        """The log by subject."""
        return self.found.state.rulings

    @cached_property
    def words(self) -> Words:
        """The words that documents share."""
        return Words(self.wanted.language)

    @cached_property
    def stage(self) -> Stage:
        """The stage meant, of any form; the last one by default. Raises UserError("rank.unknown_stage")."""
        wanted = self.wanted.stage or self.state.last_stage
        if wanted not in self.competition.stage_by_id:
            raise UserError("rank.unknown_stage", stage=wanted, known=", ".join(self.competition.stage_by_id))
        return self.competition.stage_by_id[wanted]

    @property
    def stage_name(self) -> str:
        """The stage's name in the document's language."""
        return self.stage.name.in_language(self.wanted.language)

    @cached_property
    def rankings(self) -> list[GroupRanking]:
        """The stage's rankings, of one group where one was asked for."""
        of_stage = [one for one in self.found.rankings if one.stage == self.stage.id]
        return [one for one in of_stage if self.wanted.group in (None, one.group)]

    @cached_property
    def files(self) -> list[Received]:
        """Every accepted file."""
        return received_in(self.tx, self.state)

    @cached_property
    def typed(self) -> Mapping[tuple[str, str], str]:
        """(juror, stage) → the assistant who typed."""
        return typed_for(self.files, self.state)

    @cached_property
    def jurors(self) -> dict[str, str]:
        """Seat and name of every juror that has one, for papers that are the jury's own."""
        held = names_of(self.tx)
        return {one.id: f"{one.id} {held[one.id]}" for one in self.competition.jurors if one.id in held}

    @cached_property
    def anchored(self) -> Anchor | None:
        """The checkpoint over the log as it stands before this print; None before the first package."""
        if self.key is None or self.state.package is None:
            return None
        return anchor(self.tx, self.key, self.found.digest)

    @cached_property
    def objections(self) -> Register:
        """The register of objections."""
        return register_of(self.tx.log.events(("objection", "objection_period")), self.particulars.zone)

    def check_open(self) -> None:
        """Raise UserError("rank.shut") while the scores of the stage may not be seen."""
        check_visible(self.state, self.stage.id)

    def events(self, types: Sequence[str]) -> list[Event]:
        """Events of these types, their people by name."""
        return with_names(self.tx.log.events(types), names_of(self.tx))

    def entry(self) -> Entry:
        """The entry asked for. Raises UserError: print.entry_needed, entry.unknown."""
        if self.wanted.entry is None:
            raise UserError("print.entry_needed")
        if self.wanted.entry not in self.competition.entry_by_id:
            raise UserError("entry.unknown", entry=self.wanted.entry)
        return self.competition.entry_by_id[self.wanted.entry]

    @cached_property
    def running(self) -> list[Entry]:
        """Who takes part in the stage and was not taken out, in the running order where one was drawn."""
        taking_part = participants(self.competition, self.rulings, self.stage.id)
        order = {entry: at for at, entry in enumerate(self.competition.running_order)}
        entries = [self.competition.entry_by_id[one] for one in taking_part if one not in self.rulings.out]
        return sorted(entries, key=lambda entry: order.get(entry.id, len(order)))

    def edition(self) -> int:
        """The number of this SEMENTARA print of the document at the stage."""
        printed = [event.data for event in self.tx.log.events(["printed"])]
        same = [
            one for one in printed if (one["document"], one.get("stage")) == (self.document, self.stage.id)
        ]
        return 1 + sum(one["status"] == "SEMENTARA" for one in same)

    def imprint(self, result: bool) -> Imprint:
        """The document's frame; `result`: it shows scores or ranks, and bears status and check code."""
        competition, held = self.competition, self.particulars
        frame = Imprint(
            competition.title,
            competition.body,
            competition.letterhead,
            practice=competition.practice,
            number=held.number,
            place=held.place,
            day=held.date,
            paper=self.wanted.paper or competition.paper,
            language=self.wanted.language,
            turned=self.turned,
        )
        return self._with_result(frame) if result else frame

    def signer(self, key: str) -> Signature | None:
        """An official of the particulars, "capacity; name; rank; NIP"; None where nobody was named."""
        parts = self.particulars.people(key)
        role, name, rank, nip = (*parts, "", "", "", "")[:4]
        return Signature(role, name, "", rank, nip.removeprefix("NIP").strip(" .:")) if parts else None

    def official(self) -> str:
        """Who settles the result: as given, else the level's word."""
        return self.particulars.official or self.words(f"official.{self.competition.level}")

    def check_code(self) -> CheckCode | None:
        """What ties the print to the data."""
        stamp, package = self.anchored, self.state.package
        if stamp is None or package is None:
            return None
        return CheckCode(stamp.qr_text, self.found.digest, package.version, stamp.checkpoint.size)

    def log(self) -> None:
        """Write down that the document was printed."""
        data: dict[str, Any] = {
            "document": self.document,
            "stage": self.stage.id,
            "status": self.found.status,
        }
        wanted = {"juror": self.wanted.juror, "entry": self.wanted.entry}
        told = {key: one for key, one in wanted.items() if one is not None}
        self.tx.append("printed", {**data, "result": self.found.digest, **told})

    def _with_result(self, frame: Imprint) -> Imprint:
        final = self.found.status == "FINAL"
        number = self.edition()
        text = (
            self.words("final_of", body=self.competition.body, official=self.official())
            if final
            else self.words("provisional_mark", number=number)
        )
        return replace(
            frame, status=self.found.status, status_text=text, edition=number, code=self.check_code()
        )
