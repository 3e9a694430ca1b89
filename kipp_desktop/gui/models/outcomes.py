"""Files and stage results in words: what a score file does, who passes a stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kipp_desktop.domain.advancing import Outcome, Verdict
from kipp_desktop.domain.competition import ORGANISER, Advance, Competition, Stage
from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.gui.languages import number, translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.stage_form import per_words
from kipp_desktop.gui.widgets.lazy_rows import LazyRows
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.gui.widgets.text import Tone
from kipp_desktop.services.file_outcomes import FileOutcome

WRITES = ("accepted", "superseded", "waiting", "late", "quarantined")
_WHOLE_SENTENCES = ("merge.seat_unnamed", "merge.revoked", "merge.package", "merge.package_known")
SentenceOf = Callable[[str, Mapping[str, object]], str]


def file_rows(found: Sequence[FileOutcome], applied: int, sentence_of: SentenceOf) -> list[Row]:
    """One row per file: mark, name, what it brings, the outcome. The first `applied` are merged."""
    rows: list[Row] = []
    for at, one in enumerate(found):
        word, tone, state = _outcome_words(one, at < applied)
        what = _file_words(one, sentence_of)
        name = Cell(one.file.name, state=state, role="strong", tip=str(one.file))
        detail = Cell(what, tone="soft", role="second", tip=what)
        rows.append(Row((at, str(one.file)), (name, detail, Cell(word, role="strong", tone=tone))))
    return rows


def _outcome_words(one: FileOutcome, applied: bool) -> tuple[str, Tone, State]:
    if one.outcome == "accepted" and one.conflicts:
        return translate("FileOutcome", "perlu keputusan"), "bad", State.CONFLICT
    accepted = translate("FileOutcome", "diterima") if applied else translate("FileOutcome", "siap digabung")
    words: Mapping[str, tuple[str, Tone, State]] = {
        "accepted": (accepted, "ok", State.LOCKED if applied else State.COMPLETE),
        "known": (translate("FileOutcome", "tanpa pengaruh"), "soft", State.LOCKED),
        "superseded": (translate("FileOutcome", "sudah ada yang baru"), "soft", State.LOCKED),
        "waiting": (translate("FileOutcome", "menunggu konfirmasi"), "warn", State.PARTIAL),
        "late": (translate("FileOutcome", "terlambat"), "warn", State.ABSENT),
        "quarantined": (translate("FileOutcome", "disisihkan"), "warn", State.WITHDRAWN),
        "refused": (translate("FileOutcome", "ditolak"), "warn", State.REFUSED),
    }
    return words[one.outcome]


def _file_words(one: FileOutcome, sentence_of: SentenceOf) -> str:
    if one.outcome in ("refused", "quarantined", "late") or one.code in _WHOLE_SENTENCES:
        return sentence_of(one.code, one.facts)
    if one.outcome == "known":
        return translate("FileOutcome", "sudah pernah digabung")
    if one.outcome == "superseded":
        return translate("FileOutcome", "berkas lama; yang lebih baru dari juri ini sudah ada")
    if one.outcome == "waiting":
        return translate("FileOutcome", "dari laptop lain; cocokkan kodenya dengan juri di tab Laptop")
    parts = [translate("FileOutcome", "{n} nilai baru").format(n=one.cells_new)]
    if one.cells_same:
        parts.append(translate("FileOutcome", "{n} sama").format(n=one.cells_same))
    if one.conflicts:
        parts.append(translate("FileOutcome", "{n} berbeda antara dua laptop").format(n=one.conflicts))
    return ", ".join(parts)


def outcome_rows(
    competition: Competition,
    found: Sequence[Outcome],
    ticks: Mapping[str, bool],
    decimals: int,
    with_scores: bool,
) -> LazyRows:
    """Participants of a stage: No. and title, institution, result, why. `ticks` are results not saved yet.

    Without scores the verdicts that hang on them are covered too, as long as the ranking is shut.
    """

    def make(at: int) -> Row:
        one = found[at]
        entry = competition.entry_by_id[one.entry]
        verdict: Verdict = one.verdict if with_scores or one.verdict == "out" else "open"
        if one.entry in ticks:
            verdict = "pass" if ticks[one.entry] else "fail"
        state, word, tone = verdict_words(verdict)
        unsaved = translate("Outcome", "belum disimpan") if one.entry in ticks else ""
        score = "" if one.score is None or not with_scores else number(one.score, decimals)
        cells = (
            Cell(entry.title, entry.institution, lead=one.entry, tip=f"{one.entry} {entry.title}"),
            Cell(score, role="strong"),
            Cell(word, unsaved, state=state, tone=tone, tip=word),
            Cell("" if one.entry in ticks else one.why, tone="soft", role="second", tip=one.why),
        )
        return Row(one.entry, cells)

    return LazyRows([one.entry for one in found], make)


def verdict_words(verdict: Verdict) -> tuple[State, str, Tone]:
    """The mark, the word and the tone of a result."""
    words: Mapping[Verdict, tuple[State, str, Tone]] = {
        "pass": (State.LOCKED, translate("Outcome", "lanjut"), "ok"),
        "fail": (State.REFUSED, translate("Outcome", "tidak lanjut"), "warn"),
        "open": (State.EMPTY, translate("Outcome", "belum"), "soft"),
        "out": (State.WITHDRAWN, translate("Outcome", "gugur"), "soft"),
    }
    return words[verdict]


def waiting_stage(overview: Overview) -> Stage | None:
    """The stage that is to be advanced next; the last one never is."""
    advanced = overview.result.state.rulings.advanced
    return next((stage for stage in overview.competition.stages[:-1] if stage.id not in advanced), None)


def exchange_words(overview: Overview, stage: str) -> str:
    """Who would come and who would go if an advanced stage were advanced once more; who left is no news."""
    found, rulings = overview.outcomes[stage], overview.result.state.rulings
    if any(one.verdict == "open" for one in found):
        return translate("Stage", "masih ada hasil yang belum diputuskan")
    held = rulings.advanced[stage].data["entries"]
    passing = [one.entry for one in found if one.verdict == "pass"]
    come = [entry for entry in passing if entry not in held]
    gone = [entry for entry in held if entry not in passing and entry not in rulings.out]
    told = [
        translate("Stage", "masuk {entries}").format(entries=", ".join(come)) if come else "",
        translate("Stage", "keluar {entries}").format(entries=", ".join(gone)) if gone else "",
    ]
    return "; ".join(filter(None, told)) or translate("Stage", "yang lanjut tetap sama")


def going_on(overview: Overview, stage: str) -> int | None:
    """How many go on from a stage; None while a result is open, or there are none."""
    found = overview.outcomes[stage]
    if not found or any(one.verdict == "open" for one in found):
        return None
    return sum(one.verdict == "pass" for one in found)


def stage_words(stage: Stage) -> str:
    """Who fills a stage and how, in a few words."""
    who = translate("Stage", "panitia") if stage.panel == ORGANISER else translate("Stage", "dewan juri")
    how = (
        translate("Stage", "daftar periksa") if stage.form == "checklist" else translate("Stage", "penilaian")
    )
    return f"{how} · {who}"


def advance_words(advance: Advance) -> str:
    """Who goes on from a stage, as the rule says."""
    if advance.kind == "pass":
        return translate("Stage", "lanjut bila semua butir terpenuhi")
    if advance.kind == "threshold":
        return translate("Stage", "lanjut mulai nilai {min}").format(min=centi_text(advance.min or 0))
    if advance.kind == "curated":
        return translate("Stage", "lanjut menurut pilihan tim kurasi")
    if advance.kind == "top":
        if advance.per in (None, "overall"):
            return translate("Stage", "lanjut {n} terbaik").format(n=advance.n)
        words = translate("Stage", "lanjut {n} terbaik {per}")
        return words.format(n=advance.n, per=per_words()[advance.per])
    return translate("Stage", "semua lanjut")


def stage_rows(overview: Overview, language: str) -> list[Row]:
    """Every stage: its name, who fills it, a mark for where it stands."""
    rulings = overview.result.state.rulings
    rows: list[Row] = []
    begun = True
    for at, stage in enumerate(overview.competition.stages, 1):
        found = overview.outcomes[stage.id]
        by_hand = stage.advance.kind != "all" or stage.id in overview.boards
        if stage.id in rulings.advanced or stage.id in rulings.closed:
            state = State.LOCKED
        elif begun and by_hand and any(one.verdict not in ("open", "out") for one in found):
            state = State.PARTIAL
        else:
            state = State.EMPTY
        begun = stage.id in rulings.advanced
        name = stage.name.in_language(language)
        rows.append(Row(stage.id, (Cell(f"{at}  {name}", stage_words(stage), state=state, tip=name),)))
    return rows
