"""What minutes have to say beside the result: who sat for whom, every decision, paper, openings, changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kipp_desktop.documents.minutes import NoteGroup
from kipp_desktop.documents.opening_notes import bonus_words, opening_remarks
from kipp_desktop.documents.panels import StagePanel, panel_sentences
from kipp_desktop.domain.competition import ORGANISER
from kipp_desktop.domain.rulings import Event
from kipp_desktop.domain.scores import participants
from kipp_desktop.services.attendance import names_of
from kipp_desktop.services.drafting.source import Source
from kipp_desktop.services.log_words import LogLine, lines_of
from kipp_desktop.services.openings import opening_of
from kipp_desktop.services.paper import papers_in
from kipp_desktop.services.received import own_words_in
from kipp_desktop.services.voting import vote_of

_GROUPS: Mapping[str, Sequence[str]] = {
    "notes.seats": ("juror_named", "juror_replaced", "juror_unavailable", "recused"),
    "notes.entries": ("entry_withdrawn", "entry_disqualified", "entries_curated", "bonus_decided"),
    "notes.conflicts": ("conflict_decided",),
    "notes.ties": ("tie_decided",),
    "notes.plenary": ("plenary_decided",),
    "notes.intake": ("intake_reopened", "device_revoked"),
    "notes.rule": ("rule_changed", "criterion_changed"),
    "notes.final": ("finalised", "unfinalised"),
}
"""Heading → the events it holds, in the order of the page."""


def note_groups(source: Source, panels: Sequence[StagePanel]) -> tuple[NoteGroup, ...]:
    """Who judged at each stage where the result is made of several; everything that was decided or went
    another way, by subject. What never happened is left out.
    """
    groups = [_decided(source, heading, types) for heading, types in _GROUPS.items()]
    groups[0] = replace(groups[0], lines=(*groups[0].lines, *_declared(source)))
    groups[4:4] = [NoteGroup(source.words("notes.typed"), tuple(_typed(source)))]
    groups.insert(0, NoteGroup(source.words("notes.panels"), panel_sentences(panels, source.words)))
    if source.stage.panel != ORGANISER:
        groups.append(NoteGroup(source.words("notes.openings"), tuple(_openings(source))))
    return tuple(group for group in groups if group.lines)


def _decided(source: Source, heading: str, types: Sequence[str]) -> NoteGroup:
    replaced = _replaced(source)
    own = source.stage.id
    events = [event for event in source.events(types) if _is_about(event, own) or event.seq in replaced]
    told = lines_of(
        events, source.competition, names_of(source.tx), source.wanted.language, source.particulars.zone
    )
    named = [replace(line, **replaced.get(line.seq, {})) for line in told]
    lines = [sentence(source, line) for line in named if not _is_plain_finish(line)]
    return NoteGroup(source.words(heading), tuple(lines))


def _is_about(event: Event, stage: str) -> bool:
    return event.data.get("stage", stage) == stage


def _replaced(source: Source) -> dict[int, dict[str, str]]:
    """Choices by which one entry came into the place of another, told where it left and where it came to."""
    before = source.competition.stage_before(source.stage.id)
    stages = {source.stage.id, before.id if before else ""}
    title = {entry.id: f"{entry.id} {entry.title}" for entry in source.competition.entries}
    say = source.words
    return {
        one.event.seq: {
            "what": say("notes.replaced", coming=title[one.coming], leaving=title[one.leaving]),
            "reason": one.why,
        }
        for one in source.rulings.successions
        if one.stage in stages
    }


def _is_plain_finish(line: LogLine) -> bool:
    """Finalised without a gap: the status says so already."""
    return line.type == "finalised" and not line.data.get("gaps")


def sentence(source: Source, line: LogLine) -> str:
    """What happened, why, who was there, how a vote went where one was taken down, and whether it stands."""
    parts = [line.what, *_left_open(source, line)]
    if line.reason:
        parts.append(source.words("notes.reason", reason=line.reason.rstrip(". ")))
    if line.people:
        parts.append(source.words("notes.present", people=line.people))
    vote = vote_of(line.data)
    if vote is not None:
        numbers = {"agree": vote.agree, "against": vote.against, "abstain": vote.abstain, "of": vote.of}
        parts.append(source.words("notes.votes", **numbers))
        if vote.dissent:
            parts.append(source.words("notes.dissent", said="; ".join(vote.dissent)))
    standing = {event.seq for event in source.found.decisions}
    if line.type in ("tie_decided", "plenary_decided") and line.seq not in standing:
        parts.append(source.words("notes.void"))
    return " ".join(parts)


def _left_open(source: Source, line: LogLine) -> list[str]:
    """What a finalisation left open, kind by kind: the list that its reason was given for."""
    if line.type != "finalised":
        return []
    kinds: dict[str, dict[str, list[str]]] = {}
    for kind, _stage, juror, entry, _detail in line.data["gaps"]:
        kinds.setdefault(kind, {}).setdefault(juror or "", []).extend([entry] if entry else [])
    said: list[str] = []
    for kind, where in kinds.items():
        places = [_place(source, juror, entries) for juror, entries in where.items()]
        told = "; ".join(place for place in places if place)
        said.append(
            f"{source.words(f'open.{kind}')}: {told}." if told else f"{source.words(f'open.{kind}')}."
        )
    return said


def _place(source: Source, juror: str, entries: Sequence[str]) -> str:
    named = source.words("missing.entries", entries=", ".join(entries)) if entries else ""
    return f"{source.jurors.get(juror, juror)} {named}".strip()


def _declared(source: Source) -> Iterable[str]:
    """What jurors added when they declared final with sheets missing."""
    for (juror, stage), said in sorted(own_words_in(source.files, source.state).items()):
        if stage == source.stage.id:
            named = source.jurors.get(juror, juror)
            yield source.words("notes.incomplete", juror=named, said=said.rstrip(". "))


def _typed(source: Source) -> Iterable[str]:
    """Sheets from paper, with who keyed them, and jurors for whom somebody typed."""
    words = source.words
    taking_part = set(participants(source.competition, source.rulings, source.stage.id))
    for paper in papers_in(source.tx, source.state):
        juror, stage, entry = paper.place
        if stage == source.stage.id and entry in taking_part and paper.digest:
            who = words.listed(paper.operators)
            yield words("notes.paper", juror=source.jurors.get(juror, juror), entry=entry, operators=who)
    for (juror, stage), name in sorted(source.typed.items()):
        if stage == source.stage.id:
            yield words("notes.assistant", juror=source.jurors.get(juror, juror), name=name)


def _openings(source: Source) -> Iterable[str]:
    words = source.words
    opening = opening_of(source.tx, source.state, source.stage.id)
    if opening is None or not opening.early:
        yield words("opened.never")
    entries = participants(source.competition, source.rulings, source.stage.id)
    yield from opening_remarks(source.competition, opening, entries, words, source.jurors)
    if opening is None:
        return
    yield from (bonus_words(bonus, words) for bonus in opening.bonuses)
    if not opening.changes and not opening.bonuses:
        yield words("opened.nothing_changed")
