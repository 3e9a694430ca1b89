"""What stands beside the board, as rows: laptops, sheets that differ, late files, paper, findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.moments import when_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.ranking import link_words
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.gui.widgets.text import Tone
from kipp_desktop.services.conflicts import Contest, View
from kipp_desktop.services.laptops import Laptop
from kipp_desktop.services.lateness import LateFile
from kipp_desktop.services.paper import Paper
from kipp_desktop.services.received import Received

SentenceOf = Callable[[str, Mapping[str, object]], str]


def entry_words(overview: Overview, entry: str) -> str:
    """No. peserta and title."""
    return f"{entry} {overview.entry(entry).title}"


def value_words(value: int | None) -> str:
    """A value as people write it; none is a word, never zero."""
    return translate("Intake", "kosong") if value is None else centi_text(value)


# laptops


def laptop_rows(overview: Overview) -> list[Row]:
    """Whose and what it sent last, its ten characters, its state; those that wait come first."""
    ordered = sorted(overview.intake.laptops, key=lambda one: (one.state != "waiting", one.juror))
    rows: list[Row] = []
    for one in ordered:
        word, tone, state = _laptop_state(one)
        last = one.files[-1]
        files = translate("Intake", "{n} berkas").format(n=len(one.files))
        name = overview.juror_name(one.juror)
        rows.append(
            Row(
                (one.juror, one.key),
                (
                    Cell(name, last.file, state=state, tip=f"{one.juror} {name} · {last.file}"),
                    Cell(one.code, role="strong"),
                    Cell(
                        word,
                        f"{files} · {when_words(last.received_at)}",
                        tone=tone,
                        role="strong",
                        tip=word,
                    ),
                ),
            )
        )
    return rows


def _laptop_state(one: Laptop) -> tuple[str, Tone, State]:
    words: dict[str, tuple[str, Tone, State]] = {
        "only": (translate("Intake", "dihitung, satu-satunya"), "ok", State.LOCKED),
        "confirmed": (translate("Intake", "dihitung, kode dicocokkan"), "ok", State.LOCKED),
        "waiting": (translate("Intake", "menunggu kode dicocokkan"), "warn", State.PARTIAL),
        "late": (translate("Intake", "hanya berkas terlambat"), "soft", State.ABSENT),
        "revoked": (translate("Intake", "dicabut"), "soft", State.REFUSED),
    }
    word, tone, state = words[one.state]
    if one.kept:
        word = translate("Intake", "dicabut, {n} berkas berlaku").format(n=len(one.kept))
    return word, tone, state


def file_words(one: Received) -> str:
    """A file on a list to tick: name, code, when it came."""
    return f"{one.file}  ·  {short_code(one.digest)}  ·  {when_words(one.received_at)}"


# sheets that differ


def contest_rows(overview: Overview) -> list[Row]:
    """Open ones first: who and which entry, what differs, whether it is decided."""
    rows: list[Row] = []
    for one in sorted(overview.intake.contests, key=lambda found: not found.open):
        name = overview.juror_name(one.sheet.juror)
        entry = entry_words(overview, one.sheet.entry)
        word, tone, state = _contest_state(one)
        cells = [link_words(overview.competition, f"criterion:{criterion}") for criterion in one.differing()]
        what = ", ".join(cells) if cells else translate("Intake", "keadaan lembar")
        rows.append(
            Row(
                one.place,
                (
                    Cell(name, entry, state=state, tip=f"{name} · {entry}"),
                    Cell(what, role="second", tone="soft", tip=what),
                    Cell(word, role="strong", tone=tone, tip=word),
                ),
            )
        )
    return rows


def _contest_state(one: Contest) -> tuple[str, Tone, State]:
    void = any(ruling.state == "void" for ruling in one.rulings)
    if one.open and void:
        return translate("Intake", "keputusan gugur, putuskan lagi"), "bad", State.CONFLICT
    if one.open:
        return translate("Intake", "perlu keputusan"), "bad", State.CONFLICT
    if any(ruling.state == "in_force" for ruling in one.rulings):
        return translate("Intake", "diputuskan"), "ok", State.LOCKED
    return translate("Intake", "tidak berbeda lagi"), "soft", State.COMPLETE


def view_columns(contest: Contest) -> list[Column]:
    """A column for the criterion, one for each head."""
    return [Column(translate("Intake", "Kriteria"), 220), *(Column(view_name(one)) for one in contest.views)]


def view_rows(overview: Overview, contest: Contest) -> list[Row]:
    """State and file of each head, then every criterion with what each says; differing ones are marked."""
    differing = contest.differing()
    heads = [
        Cell(view_state(one), f"{one.file} · {when_words(one.received_at)}", role="second", tip=one.file)
        for one in contest.views
    ]
    named = translate("Intake", "Keadaan lembar")
    mark = State.CONFLICT if contest.states_differ else None
    rows = [Row("", (Cell(named, state=mark, role="second", tone="soft"), *heads))]
    for criterion in contest.rubric.criterion:
        name = link_words(overview.competition, f"criterion:{criterion.id}")
        odd = criterion.id in differing
        held = contest.held(criterion.id)
        cells = [
            Cell(
                value_words(held[one.head]) if one.head in held else translate("Intake", "tidak diisi"),
                role="strong" if odd else "body",
                tone="ink" if odd else "soft",
            )
            for one in contest.views
        ]
        rows.append(Row(criterion.id, (Cell(name, state=State.CONFLICT if odd else None, tip=name), *cells)))
    return rows


def view_name(one: View) -> str:
    """Which laptop, or paper."""
    if one.laptop is None:
        return translate("Intake", "Kertas")
    return translate("Intake", "Laptop {code}").format(code=one.laptop)


def view_state(one: View) -> str:
    """What the head says of the sheet as a whole."""
    words = {
        "draft": translate("Intake", "konsep"),
        "locked": translate("Intake", "terkunci"),
        "abstained": translate("Intake", "abstain"),
        "absent": translate("Intake", "peserta tidak hadir"),
    }
    said = words.get(one.state, one.state)
    return f"{said}: {one.reason}" if one.reason else said


def ruling_lines(overview: Overview, contest: Contest) -> str:
    """Every decision on the sheet: when, what, why, and whether it stands."""
    stands = {
        "in_force": translate("Intake", "berlaku"),
        "overruled": translate("Intake", "diganti keputusan sesudahnya"),
        "void": translate("Intake", "gugur: berkas yang mendasarinya berubah"),
    }
    lines: list[str] = []
    for ruling in contest.rulings:
        criterion = ruling.criterion
        what = (
            translate("Intake", "seluruh lembar")
            if criterion is None
            else link_words(overview.competition, f"criterion:{criterion}")
        )
        reason = str(ruling.event.data.get("reason", ""))
        lines.append(f"{when_words(ruling.event.at)}  ·  {what}  ·  {reason}  ·  {stands[ruling.state]}")
    return "\n".join(lines)


# late files


def late_rows(overview: Overview, language: str) -> list[Row]:
    """Whose, which file and when, at which stage, what it would change."""
    rows: list[Row] = []
    for one in overview.intake.late:
        stage = overview.competition.stage_by_id[one.stage].name.in_language(language)
        changes = late_words(overview, one)
        name = overview.juror_name(one.received.juror)
        rows.append(
            Row(
                (one.stage, one.received.digest),
                (
                    Cell(name, stage, state=State.ABSENT, tip=name),
                    Cell(one.received.file, when_words(one.received.received_at), role="second"),
                    Cell(changes, role="second", tone="soft", tip=changes),
                ),
            )
        )
    return rows


def late_words(overview: Overview, one: LateFile) -> str:
    """The values a late file has otherwise than they are counted, and that its laptop is a new one."""
    first = one.changes[:3]
    parts = [translate("Intake", "dari laptop lain, kodenya perlu dicocokkan dulu")] if one.strange else []
    if not one.changes:
        parts.append(translate("Intake", "keadaan lembar atau pernyataan final berbeda"))
    parts += [
        f"{change.entry} {link_words(overview.competition, f'criterion:{change.criterion}')}: "
        f"{value_words(change.counted)} → {value_words(change.late)}"
        for change in first
    ]
    more = len(one.changes) - len(first)
    if more:
        parts.append(translate("Intake", "dan {n} nilai lagi").format(n=more))
    return "; ".join(parts)


# paper


def paper_rows(overview: Overview) -> list[Row]:
    """Who and which entry, who typed, how far it is. What the first one typed is never shown."""
    rows: list[Row] = []
    for one in overview.intake.papers:
        juror, _, entry = one.place
        name, shown = overview.juror_name(juror), entry_words(overview, entry)
        word, tone, state = _paper_state(overview, one)
        typed = ", ".join(one.operators or [keying.operator for keying in one.keyings])
        scan = translate("Intake", "pindaian tercatat") if _has_scan(one) else ""
        rows.append(
            Row(
                one.place,
                (
                    Cell(name, shown, state=state, tip=f"{name} · {shown}"),
                    Cell(typed, scan, role="second", tone="soft", tip=typed),
                    Cell(word, role="strong", tone=tone, tip=word),
                ),
            )
        )
    return rows


def _paper_state(overview: Overview, one: Paper) -> tuple[str, Tone, State]:
    if one.state == "keyed_once":
        return translate("Intake", "menunggu pengetik kedua"), "warn", State.PARTIAL
    if one.state == "differs":
        names = [link_words(overview.competition, f"criterion:{found}") for found in one.differing()]
        return translate("Intake", "beda: {what}").format(what=", ".join(names)), "bad", State.CONFLICT
    return translate("Intake", "tercatat, bertanda *"), "ok", State.LOCKED


def _has_scan(one: Paper) -> bool:
    return one.scan_sha256 is not None or any(keying.scan_sha256 for keying in one.keyings)


# what people have to look at


def finding_lines(overview: Overview, sentence_of: SentenceOf) -> str:
    """One line for each finding; empty when there is none."""
    return "\n".join(
        f"{overview.juror_name(one.juror)} · {one.file}: {sentence_of(f'note.{one.kind}', {})}"
        for one in overview.intake.findings
    )
