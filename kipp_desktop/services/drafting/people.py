"""Papers about people and the day: attendance, statements, running order, field survey."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from kipp_desktop.documents.attendance import AttendanceList, attendance_list
from kipp_desktop.documents.field_survey import FieldSurvey, field_survey
from kipp_desktop.documents.panels import panel_signatures, result_signatures
from kipp_desktop.documents.schedule import Schedule, Turn, schedule
from kipp_desktop.documents.statements import Kind, Statement, statements
from kipp_desktop.domain.competition import Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services.drafting.sheets import panel
from kipp_desktop.services.drafting.source import Source
from kipp_desktop.services.scheduling import Programme, programme_of


def draft_attendance(source: Source) -> bytes:
    """Daftar hadir of those who sign the stage's minutes."""
    people = result_signatures(source.competition, source.stage, source.rulings, source.words)
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
    """Jadwal tampil, in clock times where a timetable was set, else in turns. Raises UserError as
    `programme_of`.
    """
    stage, planned = source.stage, programme_of(source.tx, source.stage.id)
    entries = {entry.id: entry for entry in source.competition.entries}
    turns: list[Turn] = []
    for entry, time, day in _in_order(source, planned):
        if entry is None:
            turns.append(Turn(0, time, "", day=day, pause=True))
            continue
        turn = 1 + sum(not one.pause for one in turns)
        who = entries[entry]
        turns.append(Turn(turn, time, who.id, who.title, who.institution, day))
    frame = planned.frame
    return schedule(
        Schedule(
            source.imprint(result=False), source.stage_name,
            (frame.place if frame else "") or source.particulars.venue,
            tuple((date.fromisoformat(day) if day else source.particulars.date, tuple(of_day))
                  for day, of_day in groupby(turns, key=lambda one: one.day)),
            tuple(f"{name} {_length(source, seconds)}" for name, seconds in stage.segments),
            source.signer("signer"),
        )
    )  # fmt: skip


def _in_order(source: Source, planned: Programme) -> list[tuple[str | None, str, str]]:
    """Entry (None: a break), time and day of every line."""
    if not planned.slots:
        return [(entry, "", "") for entry in planned.order]
    lines: list[tuple[str | None, str, str]] = []
    for slot in planned.slots:
        time = f"{slot.start}–{slot.end}"
        named = f"{time}  {slot.name or source.words('pause')}" if slot.entry is None else time
        lines.append((slot.entry, named, slot.day))
    return lines


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
