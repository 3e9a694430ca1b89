"""Footnotes that say how equal scores were put in order: never a tie broken silently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby

from kipp_desktop.documents.rule_words import decimals, link_name
from kipp_desktop.documents.words import Words
from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.numbers import round_half_up
from kipp_desktop.domain.ranking import GroupRanking, Row
from kipp_desktop.domain.rulings import Event, Rulings
from kipp_desktop.domain.scores import EntryScore
from kipp_desktop.domain.tie_values import TieValues


@dataclass
class TieNotes:
    """What is needed to repeat the chain of the rule with its numbers."""

    competition: Competition
    table: ScoreTable
    rulings: Rulings
    stage: str
    scores: Mapping[str, EntryScore]
    words: Words
    _stages: dict[str, dict[str, EntryScore]] = field(default_factory=dict[str, dict[str, EntryScore]])

    def of(self, ranking: GroupRanking) -> dict[str, list[str]]:
        """Notes by entry, for every entry that shares its score with another."""
        notes: dict[str, list[str]] = {}
        ranked = [row for row in ranking.rows if row.place is not None]
        for _, run in groupby(ranked, key=self._rank_key):
            rows = list(run)
            if len(rows) > 1:
                notes |= self._notes_of_run(ranking, rows)
        return notes

    def _rank_key(self, row: Row) -> Fraction | int:
        """What the rule ranks on: the exact score, or the score as published."""
        score = row.score or Fraction(0)
        rule = self.competition.rule
        return score if rule.rank_on == "exact" else round_half_up(score, rule.published_decimals)

    def _notes_of_run(self, ranking: GroupRanking, rows: Sequence[Row]) -> dict[str, list[str]]:
        links, parts = self._chain(ranking, [row.entry for row in rows])
        notes: dict[str, list[str]] = {row.entry: [] for row in rows}
        decided = {entry: event for event in ranking.tie_decisions for entry in event.data["order"]}
        settled = [decided[part[0]] for part in parts if len(part) > 1 and part[0] in decided]
        links += [self._decision(event) for event in settled]
        if links:
            text = self.words("tie.by", links=f" {self.words('then')} ".join(links))
            notes = {entry: [text] for entry in notes}
        still_open = self.competition.rule.after_ties == "plenary"
        for part in parts:
            if len(part) > 1 and part[0] not in decided:
                for entry in part:
                    notes[entry].append(self.words("tie.open" if still_open else "tie.joint"))
        return notes

    def _chain(self, ranking: GroupRanking, entries: list[str]) -> tuple[list[str], list[list[str]]]:
        """The links that parted anybody, with the numbers compared, and what is equal after all of them."""
        compared = self._compared(ranking)
        parts, used = [entries], list[str]()
        for link in self.competition.rule.ties:
            values = {entry: compared.of(link, entry) for part in parts if len(part) > 1 for entry in part}
            parted = [part for part in parts if len({values.get(entry) for entry in part}) > 1]
            if parted:
                used.append(self._link(link, [values[entry] for part in parted for entry in part]))
            parts = [list(equal) for part in parts for _, equal in groupby(part, key=values.get)]
        return used, parts

    def _compared(self, ranking: GroupRanking) -> TieValues:
        """What the chain compares among the entries of a list."""
        members = [row.entry for row in ranking.rows if row.place is not None and row.entry in self.scores]
        stage = self.competition.stage_by_id[self.stage]
        return TieValues(
            self.competition, self.table, self.rulings, stage, self.scores, members, self._stages
        )

    def _link(self, link: str, values: list[Fraction | None]) -> str:
        kind = link.partition(":")[0]
        known = [value for value in values if value is not None]
        places = decimals(known, 0 if kind == "first_places" else self.competition.rule.published_decimals)
        shown = [
            "–" if value is None else self.words.decimal(value, places[value])
            for value in dict.fromkeys(values)
        ]
        name = link_name(self.competition, link, self.words)
        return self.words(f"tie.{kind}", name=name, values=self.words.listed(shown))

    def _decision(self, event: Event) -> str:
        by = self.words(f"tie.{event.data['method']}")
        reason = str(event.data.get("reason", "")).rstrip(". ")
        return self.words("tie.reason", by=by, reason=reason) if reason else by
