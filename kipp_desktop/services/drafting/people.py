"""Papers about people and the day: attendance, statements, running order, field survey."""

from __future__ import annotations

from kipp_desktop.documents.attendance import AttendanceList, attendance_list
from kipp_desktop.documents.field_survey import FieldSurvey, field_survey
from kipp_desktop.documents.ranking_facts import panel_signatures
from kipp_desktop.documents.schedule import Schedule, Slot, schedule
from kipp_desktop.documents.statements import Kind, Statement, statements
from kipp_desktop.domain.competition import Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services.drafting.sheets import panel
from kipp_desktop.services.drafting.source import Source
from kipp_desktop.services.particulars import minutes_of


def draft_attendance(source: Source) -> bytes:
    """Daftar hadir of the stage's panel."""
    people = panel_signatures(source.competition, source.stage, source.rulings, source.words)
    held = source.particulars
    facts = (source.imprint(result=False), source.stage_name, held.venue, people, source.signer("signer"))
    return attendance_list(AttendanceList(*facts))


def draft_pledge(source: Source) -> bytes:
    """Pakta integritas, a page a juror. Raises UserError: print.no_jurors, package.unknown_juror."""
    return statements(tuple(_statement(source, juror, "pledge") for juror in panel(source)))


def draft_interests(source: Source) -> bytes:
    """Pernyataan benturan kepentingan, a page a juror. Raises as `draft_pledge`."""
    return statements(tuple(_statement(source, juror, "interests") for juror in panel(source)))


def _statement(source: Source, juror: Juror, kind: Kind) -> Statement:
    stage = source.stage.id
    known = [
        (entry, sheet.reason or source.rulings.recused.get((juror.id, stage, entry.id), ""))
        for entry in source.competition.entries
        for sheet in source.table.of(stage, entry.id)
        if sheet.juror == juror.id and sheet.state == "recused"
    ]
    recused = tuple((f"{entry.id} – {entry.title} – {entry.institution}", why) for entry, why in known)
    role = source.words(f"role.{juror.role}")
    who = (juror.name, juror.title, juror.institution, role)
    return Statement(source.imprint(result=False), kind, source.stage_name, *who, recused)


def draft_schedule(source: Source) -> bytes:
    """Jadwal tampil; with a start given, in clock times of whole minutes, the pause kept free."""
    held, stage = source.particulars, source.stage
    length = -(-sum(seconds for _, seconds in stage.segments) // 60)
    begin, _, end = held.pause.partition("-")
    at = minutes_of(held.starts) if held.starts and length else None
    slots: list[Slot] = []
    pause_after = 0
    for turn, entry in enumerate(source.running, start=1):
        time = ""
        if at is not None:
            if held.pause and at < minutes_of(end) and at + length > minutes_of(begin):
                at, pause_after = minutes_of(end), turn - 1
            time = f"{_clock(at)}–{_clock(at + length)}"
            at += length + held.whole("gap")
        slots.append(Slot(turn, time, entry.id, entry.title, entry.institution))
    return schedule(
        Schedule(
            source.imprint(result=False), source.stage_name, held.venue, tuple(slots),
            tuple(f"{name} {_length(source, seconds)}" for name, seconds in stage.segments),
            pause_after, "–".join((begin.strip(), end.strip())) if held.pause else "",
            source.signer("signer"),
        )
    )  # fmt: skip


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}.{minutes % 60:02d}"


def _length(source: Source, seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    told = [source.words("minutes_long", n=minutes)] if minutes else []
    told += [source.words("seconds_long", n=rest)] if rest or not minutes else []
    return " ".join(told)


def draft_survey(source: Source) -> bytes:
    """Berita Acara Survei Lapangan, of one entry or a page for each. Raises UserError: entry.unknown,
    rank.nothing.
    """
    entries = source.running if source.wanted.entry is None else [source.entry()]
    if not entries:
        raise UserError("rank.nothing", stage=source.stage.id)
    team = panel_signatures(source.competition, source.stage, source.rulings, source.words)
    return field_survey(
        tuple(
            FieldSurvey(
                source.imprint(result=False),
                source.stage_name,
                entry.id,
                entry.title,
                entry.institution,
                source.particulars.venue if source.wanted.entry else "",
                tuple(
                    criterion.name.in_language(source.wanted.language)
                    for criterion in source.competition.rubric_for(source.stage.id, entry).criterion
                ),
                team,
            )
            for entry in entries
        )
    )
