"""From a ranking to the sheet that prints it: decimals, footnotes, cuts, and everything else in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.missing_notes import MissingNotes, named_entries
from kipp_desktop.documents.opening_notes import opening_remarks
from kipp_desktop.documents.page import CheckCode
from kipp_desktop.documents.panels import result_signatures
from kipp_desktop.documents.ranking_sheet import (
    Cut,
    NumberList,
    PlainRow,
    RankedRow,
    RankingSection,
    RankingSheet,
)
from kipp_desktop.documents.rule_words import decimals, rule_sentences
from kipp_desktop.documents.tie_notes import TieNotes
from kipp_desktop.documents.words import Language, Words
from kipp_desktop.domain.advancing import cut
from kipp_desktop.domain.bonus import bonus_points
from kipp_desktop.domain.competition import Competition, Paper, Stage
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.openings import Opening
from kipp_desktop.domain.ranking import GroupRanking, Row
from kipp_desktop.domain.result import Status
from kipp_desktop.domain.rulings import Event, Rulings
from kipp_desktop.domain.scores import EntryScore, judged_stages, stage_scores


@dataclass(frozen=True, slots=True)
class Edition:
    """What the ranking itself does not know about one printed sheet.

    `number` counts the SEMENTARA sheets of the stage. `official` is who decrees ("Bupati Wonosobo"), else
    the level's word. `plenary` holds the decisions that `plenary_labels` applied. `places_of_all` prints
    places and scores for Top N entries too, for the jury's own file. `opening` tells what changed after the
    ranking could be seen. `jurors` are the names by which notes call the seats: a sheet that is put up in
    public has none, the jury's own minutes have them.
    """

    status: Status = "SEMENTARA"
    number: int = 1
    place: str = ""
    day: date | None = None
    code: CheckCode | None = None
    language: Language = "id"
    paper: Paper | None = None
    official: str = ""
    plenary: tuple[Event, ...] = ()
    places_of_all: bool = False
    opening: Opening | None = None
    jurors: Mapping[str, str] = field(default_factory=dict[str, str])


def ranking_sheet_from(
    competition: Competition,
    rankings: Sequence[GroupRanking],
    table: ScoreTable,
    rulings: Rulings,
    edition: Edition,
) -> RankingSheet:
    """The sheet for the rankings of one stage, one section each; `rankings` holds at least one."""
    facts = _Facts.gather(competition, rankings, table, rulings, edition)
    words = facts.words
    return RankingSheet(
        imprint=_imprint(facts),
        stage=facts.stage.name.in_language(words.language),
        sections=tuple(_section(facts, ranking) for ranking in rankings),
        rule=rule_sentences(competition, facts.stage, words),
        signatures=result_signatures(competition, facts.stage, rulings, words),
    )


@dataclass(frozen=True)
class _Facts:
    competition: Competition
    stage: Stage
    table: ScoreTable
    rulings: Rulings
    edition: Edition
    words: Words
    by_stage: Mapping[str, Mapping[str, EntryScore]]  # of this stage, and of jurors' others in the result
    last_stage: bool

    @classmethod
    def gather(
        cls,
        competition: Competition,
        rankings: Sequence[GroupRanking],
        table: ScoreTable,
        rulings: Rulings,
        edition: Edition,
    ) -> _Facts:
        stage = competition.stage_by_id[rankings[0].stage]
        entries = list(dict.fromkeys(row.entry for ranking in rankings for row in ranking.rows))
        by_stage = {
            one.id: stage_scores(competition, table, rulings, one, entries)
            for one in judged_stages(competition, stage)
        }
        last = stage is competition.stages[-1]
        return cls(competition, stage, table, rulings, edition, Words(edition.language), by_stage, last)

    @property
    def scores(self) -> Mapping[str, EntryScore]:
        """Of this stage alone."""
        return self.by_stage[self.stage.id]

    @property
    def stage_names(self) -> Mapping[str, str]:
        """Of the stages in `by_stage`."""
        stages = self.competition.stage_by_id
        return {one: stages[one].name.in_language(self.words.language) for one in self.by_stage}

    def jurors(self, row: Row) -> str:
        """How many of how many jurors count, at each stage that the score is made of."""
        each: list[str] = []
        for stage, scores in self.by_stage.items():
            score = scores.get(row.entry)
            if stage == self.stage.id:
                each.append(f"{row.jurors_counted}/{row.jurors_expected}")
            else:
                each.append("–" if score is None else f"{len(score.counted)}/{score.expected}")
        return " + ".join(each) + self.star(row.entry)

    def star(self, entry: str) -> str:
        """What marks an entry with values from paper."""
        return "*" if self.on_paper(entry) else ""

    def called(self, juror: str) -> str:
        """A juror as the notes say it."""
        return self.edition.jurors.get(juror, juror)

    def on_paper(self, entry: str) -> list[str]:
        """Jurors whose counted sheet of an entry was typed from paper."""
        found = [scores[entry] for scores in self.by_stage.values() if entry in scores]
        return list(dict.fromkeys(sheet.juror for one in found for sheet in one.counted if sheet.paper))


def _imprint(facts: _Facts) -> Imprint:
    competition, edition = facts.competition, facts.edition
    return Imprint(
        competition.title,
        competition.body,
        competition.letterhead,
        edition.status,
        _status_text(facts),
        edition.number,
        competition.practice,
        place=edition.place,
        day=edition.day,
        code=edition.code,
        paper=edition.paper or competition.paper,
        language=edition.language,
    )


def _status_text(facts: _Facts) -> str:
    words = facts.words
    if facts.edition.status != "FINAL":
        return words("provisional_mark", number=facts.edition.number)
    official = facts.edition.official or words(f"official.{facts.competition.level}")
    return words("final_of", body=facts.competition.body, official=official)


def _section(facts: _Facts, ranking: GroupRanking) -> RankingSection:
    placed = [row for row in ranking.rows if row.place is not None]
    top = facts.competition.rule.top_n
    by_number = top is not None and facts.last_stage and not facts.edition.places_of_all
    shown = [row for row in placed if row.label and row.label != top.name] if by_number and top else placed
    ranked, footnotes = _ranked(facts, ranking, shown)
    line, cut_remark = _cut(facts, ranking, placed)
    return RankingSection(
        heading=_heading(facts.words, ranking.group),
        ranked=tuple(ranked),
        lists=_lists(facts, [row for row in placed if row not in shown]),
        unranked=tuple(_unranked(facts, row) for row in ranking.rows if row.place is None),
        footnotes=tuple(footnotes),
        remarks=(*_jurors_each(facts, shown), *_remarks(facts, ranking, placed, cut_remark)),
        cut=None if by_number else line,
    )


def _heading(words: Words, group: str) -> str:
    kind, _, name = group.partition(":")
    return words(f"group.{kind}", name=name or words("group.nameless"))


def _ranked(facts: _Facts, ranking: GroupRanking, shown: Sequence[Row]) -> tuple[list[RankedRow], list[str]]:
    """Rows as printed, and their footnotes in the order in which the rows refer to them."""
    competition, rule = facts.competition, facts.competition.rule
    places = decimals(
        [row.score for row in ranking.rows if row.score is not None],
        rule.published_decimals,
        rule.rank_on == "exact",
    )
    chain = TieNotes(competition, facts.table, facts.rulings, facts.stage.id, facts.scores, facts.words)
    ties = chain.of(ranking)
    missing, bonuses = _missing_notes(facts, shown), _bonus_notes(facts, shown)
    footnotes: list[str] = []

    def marks(notes: Sequence[str]) -> tuple[int, ...]:
        footnotes.extend(note for note in dict.fromkeys(notes) if note not in footnotes)
        return tuple(footnotes.index(note) + 1 for note in dict.fromkeys(notes))

    rows: list[RankedRow] = []
    for row in shown:
        entry, score = competition.entry_by_id[row.entry], row.score or Fraction(0)
        rows.append(
            RankedRow(
                place=str(row.place),
                number=entry.id,
                title=entry.title,
                institution=entry.institution,
                score=facts.words.decimal(score, places[score]),
                jurors=facts.jurors(row),
                label=(row.label or "") if facts.last_stage else "",
                juror_marks=marks(missing.get(row.entry, [])),
                tie_marks=marks([*ties.get(row.entry, []), *bonuses.get(row.entry, [])]),
            )
        )
    return rows, footnotes


def _missing_notes(facts: _Facts, shown: Sequence[Row]) -> dict[str, list[str]]:
    """By entry: who did not judge it and why, at every stage that the score is made of."""
    notes: dict[str, list[str]] = {}
    names = facts.stage_names
    teller = MissingNotes(facts.table, facts.rulings, facts.words, facts.edition.jurors)
    for stage, scores in facts.by_stage.items():
        at = names[stage] if len(names) > 1 else ""
        for entry, told in teller.of(stage, scores, [row.entry for row in shown], at).items():
            notes.setdefault(entry, []).extend(told)
    return notes


def _bonus_notes(facts: _Facts, shown: Sequence[Row]) -> dict[str, list[str]]:
    """By entry: the points in its score that no juror gave. Entries with the same points share a note."""
    if not facts.last_stage:
        return {}
    alike: dict[int, list[str]] = {}
    for row in shown:
        entry = facts.competition.entry_by_id[row.entry]
        alike.setdefault(bonus_points(facts.competition, facts.rulings, entry), []).append(row.entry)
    notes: dict[str, list[str]] = {}
    for points, entries in alike.items():
        if points:
            size = facts.words.decimal(Fraction(abs(points), 100), 2)
            key = "bonus.added" if points > 0 else "bonus.taken"
            text = facts.words(key, entries=named_entries(facts.words, entries), points=size)
            notes |= {entry: [text] for entry in entries}
    return notes


def _lists(facts: _Facts, rows: Sequence[Row]) -> tuple[NumberList, ...]:
    """Top N and the others, both by No. peserta."""
    top = facts.competition.rule.top_n
    if top is None or not rows:
        return ()
    awarded = [row for row in rows if row.label == top.name]
    others = [row for row in rows if row.label != top.name]
    lists = [(facts.words("listed", name=top.name), awarded), (facts.words("others"), others)]
    return tuple(
        NumberList(name, tuple(_plain(facts, entry) for entry in sorted(row.entry for row in members)))
        for name, members in lists
        if members
    )


def _plain(facts: _Facts, entry_id: str, remark: str = "") -> PlainRow:
    entry = facts.competition.entry_by_id[entry_id]
    return PlainRow(entry.id, entry.title, entry.institution, remark)


def _unranked(facts: _Facts, row: Row) -> PlainRow:
    """An entry without a place and why, in words: not scored is never 0."""
    why = facts.words(f"out.{row.out or 'no_score'}")
    reason = facts.rulings.out.get(row.entry, ("", ""))[1]
    return _plain(facts, row.entry, f"{why}: {reason}" if reason else why)


def _jurors_each(facts: _Facts, shown: Sequence[Row]) -> list[str]:
    """In which order the column of jurors goes through several stages."""
    names = facts.stage_names.values()
    return [facts.words("jurors.each", stages=" + ".join(names))] if shown and len(names) > 1 else []


def _remarks(facts: _Facts, ranking: GroupRanking, placed: Sequence[Row], cut_remark: str) -> list[str]:
    words = facts.words
    remarks: list[str] = []
    if len(placed) == 1 and facts.last_stage:
        remarks.append(words("single_entry"))
    remarks += [
        words("plenary.labels", reason=str(event.data.get("reason", "")).rstrip(". "))
        for event in facts.edition.plenary
        if (event.data["stage"], event.data["group"]) == (ranking.stage, ranking.group)
    ]
    entries = [row.entry for row in ranking.rows]
    starred = [
        f"{entry} ({', '.join(map(facts.called, who))})"
        for entry in entries
        if (who := facts.on_paper(entry))
    ]
    if starred:
        remarks.append(words("from_paper", entries="; ".join(starred)))
    edition = facts.edition
    remarks += opening_remarks(facts.competition, edition.opening, entries, words, edition.jurors)
    return [*remarks, cut_remark] if cut_remark else remarks


def _cut(facts: _Facts, ranking: GroupRanking, placed: Sequence[Row]) -> tuple[Cut | None, str]:
    """The line of the stage's rule through this ranking, and what has to be said beside it."""
    advance, words = facts.stage.advance, facts.words
    if advance.kind == "threshold" and placed:
        floor = Fraction(advance.min or 0, 100)
        least = words.centi(advance.min or 0)
        above = sum(row.score is not None and row.score >= floor for row in placed)
        remark = "" if above else words("cut.nobody_above", min=least)
        return _line(above, placed, words("cut.threshold", min=least)), remark
    if advance.kind != "top" or (advance.per or "overall") != ranking.group.partition(":")[0]:
        return None, ""
    inside, crossing = cut(ranking, advance.n or 0)
    text = words("cut.top", n=advance.n)
    if crossing and advance.at_tie == "plenary":
        remark = words("cut.crossing", n=advance.n, entries=", ".join(crossing))
        return _line(len(inside), placed, text), remark
    return _line(len(inside) + len(crossing), placed, text), ""


def _line(after: int, placed: Sequence[Row], text: str) -> Cut | None:
    return Cut(after, text) if 0 < after < len(placed) else None
