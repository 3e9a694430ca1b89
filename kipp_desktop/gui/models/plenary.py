"""The record of official acts, newest first, in words."""

from __future__ import annotations

from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.domain.rulings import Event
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.moments import clock_words, when_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.ranking import link_words
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.services import attendance
from kipp_desktop.services.fates import Fate
from kipp_desktop.services.voting import vote_of

_OF_STAGE = ("intake_closed", "ranking_opened", "entries_curated", "stage_advanced")


def decision_rows(overview: Overview) -> list[Row]:
    """When, what, why and before whom; what holds no more is marked, with the reason first."""
    rows: list[Row] = []
    for event in reversed(overview.events):
        what = _what(overview, event)
        if not what:
            continue
        why, state = _why(overview, event), None
        fate = overview.fates.get(event.seq)
        if fate is not None:
            word, because = fate_words(event.type, fate)
            state = fate_state(fate)
            what, why = f"{word}: {what}", "  ·  ".join(filter(None, (because, why)))
        cells = (
            Cell(when_words(event.at), tone="soft", role="second"),
            Cell(what, state=state, tip=what, tone="ink" if state is None else "soft"),
            Cell(why, tone="soft", role="second", tip=why),
        )
        rows.append(Row(event.seq, cells))
    return rows


def fate_state(fate: Fate) -> State:
    """The shape beside it: an advance whose outcome has changed still holds."""
    return State.PARTIAL if fate == "outdated" else State.LAPSED


def fate_words(type_: str, fate: Fate) -> tuple[str, str]:
    """That a decision holds no more in a word, and why in a few."""
    files = type_ == "conflict_decided"
    changed = translate("Decisions", "hasil yang mendasarinya berubah")
    words = {
        "void": (
            translate("Decisions", "Gugur"),
            translate("Decisions", "berkas yang mendasarinya berubah") if files else changed,
        ),
        "overruled": (
            translate("Decisions", "Diganti"),
            translate("Decisions", "diputuskan lagi sesudahnya"),
        ),
        "taken_back": (translate("Decisions", "Dibatalkan"), ""),
        "outdated": (
            translate("Decisions", "Perlu ditinjau"),
            translate("Decisions", "hasil tahapnya berubah; berlaku sampai dilanjutkan sekali lagi"),
        ),
    }
    return words[fate]


def lapsed_award(overview: Overview, ranking: GroupRanking) -> tuple[tuple[str, ...], str] | None:
    """The order that the plenary last gave the awards of a list in, and that it is void, in words; None where
    its decision stands or there is none.
    """
    lists = [
        event
        for event in overview.result.state.rulings.plenary
        if (event.data["stage"], event.data["group"]) == (ranking.stage, ranking.group)
    ]
    if not lists or overview.fates.get(lists[-1].seq) != "void":
        return None
    data = lists[-1].data
    labels = [f"{entry} {label}" for entry, label in (data.get("labels") or {}).items()]
    words = translate(
        "Decisions", "Keputusan {at} gugur karena hasilnya berubah: {order}. Alasannya: {reason}"
    )
    order = tuple(data.get("order") or ())
    told = ", ".join(order or labels)
    return order, words.format(at=when_words(lists[-1].at), order=told, reason=data["reason"])


def order_rows(overview: Overview) -> list[Row]:
    """Entries whose place hangs on the rule about jurors who left early, with both places."""
    rows: list[Row] = []
    for found in overview.orders:
        group = found.group.partition(":")[2]
        for entry, sealed, other in found.places:
            if sealed == other:
                continue
            title = overview.entry(entry).title
            rows.append(
                Row(
                    (found.group, entry),
                    (
                        Cell(f"{title} ({group})" if group else title, lead=entry, tip=f"{entry} {title}"),
                        Cell(_place(sealed), role="strong"),
                        Cell(_place(other), tone="warn"),
                    ),
                )
            )
    return rows


def objection_rows(overview: Overview) -> list[Row]:
    """The register, those without an answer first: who and when, what, the answer."""
    rows: list[Row] = []
    for one in sorted(overview.register.objections, key=lambda found: bool(found.answer)):
        entry = overview.entry(one.entry)
        late = translate("Objections", "di luar masa sanggah")
        when = when_words(one.at) if one.in_time else f"{when_words(one.at)} · {late}"
        state = State.LOCKED if one.answer else State.PARTIAL
        waiting = translate("Objections", "belum dijawab")
        rows.append(
            Row(
                one.number,
                (
                    Cell(entry.title, when, lead=one.entry, state=state, tip=f"{one.entry} {entry.title}"),
                    Cell(one.text, role="second", tip=one.text),
                    Cell(
                        one.answer or waiting,
                        when_words(one.answered_at) if one.answer else "",
                        tone="ink" if one.answer else "warn",
                        role="second",
                        tip=one.answer,
                    ),
                ),
            )
        )
    return rows


def _place(place: int | None) -> str:
    return "–" if place is None else str(place)


def people_words(overview: Overview) -> dict[str, str]:
    """Id → how a person of an event is called here; roles in words."""
    roles = {
        attendance.ORGANISER: translate("Decisions", "panitia"),
        attendance.CHAIR: translate("Decisions", "ketua {body}").format(body=overview.competition.body),
    }
    return {**overview.people, **roles}


def _why(overview: Overview, event: Event) -> str:
    reason = str(event.data.get("reason") or "")
    vote = vote_of(event.data)
    if vote is not None:
        counted = translate("Decisions", "suara {agree}–{against}–{abstain} dari {of}").format(
            agree=vote.agree, against=vote.against, abstain=vote.abstain, of=vote.of
        )
        reason = "  ·  ".join(filter(None, (reason, counted, *vote.dissent)))
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
        "intake_closed": translate("Decisions", "Penerimaan ditutup: {what}"),
        "intake_reopened": translate("Decisions", "Berkas terlambat diikutkan"),
        "ranking_opened": translate("Decisions", "Peringkat dibuka lebih awal: {what}"),
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
        "entries_curated": translate("Decisions", "Peserta dipilih: {what}"),
        "stage_advanced": translate("Decisions", "Tahap dilanjutkan: {what}"),
        "objection_period": translate("Decisions", "Masa sanggah ditetapkan"),
    }
    if event.type not in words:
        return ""
    for one in overview.result.state.rulings.successions:
        if one.event.seq == event.seq:
            said = translate("Decisions", "Peserta diganti: {coming} menggantikan {leaving}")
            return said.format(coming=one.coming, leaving=one.leaving)
    parts = [*data.get("order", ())]
    people = ("from", "to") if event.type == "juror_replaced" else ("juror",)
    parts += [overview.juror_name(data[key]) for key in people if key in data]
    if "entry" in data:
        parts.append(str(data["entry"]))
    if event.type in _OF_STAGE:
        parts.append(link_words(overview.competition, f"stage:{data['stage']}"))
    if event.type == "juror_unavailable":
        parts.append(clock_words(data.get("from") or event.at))
    return words[event.type].format(what=", ".join(map(str, parts)))
