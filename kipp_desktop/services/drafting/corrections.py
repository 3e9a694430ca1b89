"""Berita Acara Perbaikan: the result that was final before, compared with the present one."""

from __future__ import annotations

from collections.abc import Sequence

from kipp_desktop.documents.correction import Correction, Moved, correction
from kipp_desktop.documents.opening_notes import change_words
from kipp_desktop.documents.panels import result_signatures
from kipp_desktop.documents.rule_words import decimals
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.openings import changes_between
from kipp_desktop.domain.ranking import GroupRanking, Row
from kipp_desktop.domain.rulings import Event
from kipp_desktop.services.attendance import names_of
from kipp_desktop.services.drafting.notes import sentence
from kipp_desktop.services.drafting.source import Source
from kipp_desktop.services.history import READ, state_at
from kipp_desktop.services.log_words import lines_of
from kipp_desktop.services.results import Result, check_stage, result_from

_DECISIONS = (
    "entry_withdrawn", "entry_disqualified", "entries_curated", "bonus_decided", "conflict_decided",
    "tie_decided", "plenary_decided", "intake_reopened", "device_confirmed", "device_revoked", "recused",
    "juror_replaced", "juror_named", "paper_entered", "paper_withdrawn", "rule_changed", "criterion_changed",
    "gate_entered",
)  # fmt: skip


def draft_correction(source: Source) -> bytes:
    """What changed since the result that was final before. Raises UserError: correction.nothing, …"""
    check_stage(source.state, source.wanted.stage)
    source.check_open()
    before_at = _final_before(source)
    log = source.tx.log.events(READ)
    then = state_at(source.tx, before_at.seq, log)
    if then is None:
        raise UserError("correction.nothing")
    before = result_from(then)
    words, stage, held = source.words, source.stage.id, source.particulars
    changes = changes_between(then.competition, then.table, source.competition, source.table, stage)
    told = [
        words(
            "change_of_entry",
            entry=one.entry,
            change=change_words(source.competition, one, words, source.jurors),
        )
        for one in changes
    ]
    return correction(
        Correction(
            source.imprint(result=True),
            source.stage_name,
            held.venue,
            tuple(_sentences(source, ("unfinalised",), before_at.seq)),
            (*_void(source, before), *_sentences(source, _DECISIONS, before_at.seq), *told),
            tuple(_groups(source, before)),
            before.digest,
            source.found.digest,
            held.whole("copies"),
            result_signatures(source.competition, source.stage, source.rulings, words),
            source.signer("known_by"),
        )
    )


def _final_before(source: Source) -> Event:
    """The finalisation that the present result corrects: not the one in force."""
    events = source.tx.log.events(["finalised"])
    in_force = source.rulings.finalised if source.found.status == "FINAL" else None
    earlier = [event for event in events if in_force is None or event.seq < in_force.seq]
    if not earlier:
        raise UserError("correction.nothing")
    return earlier[-1]


def _void(source: Source, before: Result) -> list[str]:
    """Decisions that the former result stood on and the present one does not."""
    gone = {event.seq for event in before.decisions} - {event.seq for event in source.found.decisions}
    return _told(
        source, [one for one in source.events(("tie_decided", "plenary_decided")) if one.seq in gone]
    )


def _sentences(source: Source, types: Sequence[str], after: int) -> list[str]:
    return _told(source, [event for event in source.events(types) if event.seq > after])


def _told(source: Source, events: Sequence[Event]) -> list[str]:
    lines = lines_of(
        events, source.competition, names_of(source.tx), source.wanted.language, source.particulars.zone
    )
    return [sentence(source, line) for line in lines]


def _groups(source: Source, before: Result) -> list[tuple[str, tuple[Moved, ...]]]:
    former = {(one.stage, one.group): one for one in before.rankings}
    found: list[tuple[str, tuple[Moved, ...]]] = []
    for ranking in source.rankings:
        kind, _, name = ranking.group.partition(":")
        heading = source.words(f"group.{kind}", name=name or source.words("group.nameless"))
        moved = _moved(source, former.get((ranking.stage, ranking.group)), ranking)
        found.append((heading, tuple(moved)))
    return found


def _moved(source: Source, former: GroupRanking | None, ranking: GroupRanking) -> list[Moved]:
    """Entries whose line is another now, in the order of their present place."""
    old = {row.entry: row for row in former.rows} if former else {}
    rows = (*(former.rows if former else ()), *ranking.rows)
    places = decimals(
        [row.score for row in rows if row.score is not None], source.competition.rule.published_decimals
    )

    def said(row: Row | None) -> tuple[str, str, str]:
        if row is None:
            return "–", "–", "–"
        score = "–" if row.score is None else source.words.decimal(row.score, places[row.score])
        return str(row.place or "–"), score, row.label or "–"

    found: list[Moved] = []
    for row in ranking.rows:
        before = old.get(row.entry)
        if before is None or (before.place, before.score, before.label) != (row.place, row.score, row.label):
            entry = source.competition.entry_by_id[row.entry]
            found.append(Moved(entry.id, entry.title, entry.institution, said(before), said(row)))
    return found
