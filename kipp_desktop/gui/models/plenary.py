"""The record of official acts, newest first, in words."""

from __future__ import annotations

from datetime import datetime

from kipp_desktop.domain.rulings import Event
from kipp_desktop.gui.languages import date_short, time_words, translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.services import attendance


def decision_rows(overview: Overview) -> list[Row]:
    """When, what, why and before whom."""
    rows: list[Row] = []
    for event in reversed(overview.events):
        what = _what(overview, event)
        if what:
            why = _why(overview, event)
            rows.append(
                Row(
                    event.seq,
                    (
                        Cell(when_words(event.at), tone="soft", role="second"),
                        Cell(what, tip=what),
                        Cell(why, tone="soft", role="second", tip=why),
                    ),
                )
            )
    return rows


def when_words(at_text: str) -> str:
    """A time of the log, in the time of this machine."""
    try:
        at = datetime.fromisoformat(at_text).astimezone()
    except ValueError:
        return at_text
    return f"{date_short(at.date())} {time_words(at, seconds=False)}"


def people_words(overview: Overview) -> dict[str, str]:
    """Id → how a person of an event is called here; roles in words."""
    roles = {
        attendance.ORGANISER: translate("Decisions", "panitia"),
        attendance.CHAIR: translate("Decisions", "ketua {body}").format(body=overview.competition.body),
    }
    return {**overview.people, **roles}


def _why(overview: Overview, event: Event) -> str:
    reason = str(event.data.get("reason") or "")
    there = event.data.get("present") or event.data.get("by") or ()
    present = ", ".join(attendance.spoken(there, people_words(overview)))
    if not present:
        return reason
    there = translate("Decisions", "hadir: {names}").format(names=present)
    return f"{reason}  ·  {there}" if reason else there


def _what(overview: Overview, event: Event) -> str:
    data = event.data
    words = {
        "tie_decided": translate("Decisions", "Urutan nilai sama: {what}"),
        "plenary_decided": translate("Decisions", "Keputusan pleno"),
        "conflict_decided": translate("Decisions", "Beda dua laptop diputuskan: {what}"),
        "device_confirmed": translate("Decisions", "Laptop dikonfirmasi: {what}"),
        "device_revoked": translate("Decisions", "Laptop dicabut: {what}"),
        "paper_entered": translate("Decisions", "Lembar kertas dicatat: {what}"),
        "paper_withdrawn": translate("Decisions", "Lembar kertas ditarik"),
        "code_renewed": translate("Decisions", "Kode aktivasi diganti: {what}"),
        "intake_closed": translate("Decisions", "Penerimaan ditutup"),
        "intake_reopened": translate("Decisions", "Berkas terlambat diikutkan"),
        "ranking_opened": translate("Decisions", "Peringkat dibuka lebih awal"),
        "finalised": translate("Decisions", "Dinyatakan final"),
        "unfinalised": translate("Decisions", "Final dibatalkan"),
        "recused": translate("Decisions", "Tidak menilai: {what}"),
        "juror_replaced": translate("Decisions", "Juri diganti: {what}"),
        "juror_named": translate("Decisions", "Kursi cadangan diisi: {what}"),
        "juror_unavailable": translate("Decisions", "Juri pulang lebih awal: {what}"),
        "entry_withdrawn": translate("Decisions", "Peserta mengundurkan diri: {what}"),
        "entry_disqualified": translate("Decisions", "Peserta didiskualifikasi: {what}"),
        "bonus_decided": translate("Decisions", "Nilai tambah: {what}"),
        "rule_changed": translate("Decisions", "Aturan diubah"),
    }
    if event.type not in words:
        return ""
    parts = [*data.get("order", ())]
    people = ("from", "to") if event.type == "juror_replaced" else ("juror",)
    parts += [overview.juror_name(data[key]) for key in people if key in data]
    if "entry" in data:
        parts.append(str(data["entry"]))
    return words[event.type].format(what=", ".join(map(str, parts)))
