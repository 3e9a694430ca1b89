"""A juror's sheets on paper: filled in to be signed, on one grid, or blank to be written on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from kipp_desktop.documents.panels import seated
from kipp_desktop.documents.recap import RecapRow, RecapTable
from kipp_desktop.documents.score_grid import JurorGrid, score_grid
from kipp_desktop.documents.score_sheets import EntrySheet, JurorSheets, Line, score_sheets
from kipp_desktop.domain.competition import ORGANISER, Entry, Juror
from kipp_desktop.domain.derive import Sheet
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Criterion, Rubric
from kipp_desktop.domain.scores import participants
from kipp_desktop.exchange.activation import device_code
from kipp_desktop.services.drafting.source import Source


def draft_score_sheets(source: Source) -> bytes:
    """Lembar penilaian juri. Raises UserError: rank.shut (for all jurors at once), print.no_jurors, …"""
    return score_sheets(tuple(_sheets_of(source, juror) for juror in _jurors(source, filled=True)))


def draft_grid(source: Source) -> bytes:
    """The grid a juror signs before leaving. Raises as `draft_score_sheets`."""
    return score_grid(tuple(_filled_grid(source, juror) for juror in _jurors(source, filled=True)))


def draft_blank_grid(source: Source) -> bytes:
    """Lembar penilaian kosong. Raises UserError: print.no_jurors, package.unknown_juror."""
    return score_grid(tuple(_blank_grid(source, juror) for juror in _jurors(source, filled=False)))


def panel(source: Source) -> list[Juror]:
    """Who sits on the stage's panel now, in the order of the list: nobody replaced, no empty spare seat.

    Raises UserError: package.unknown_juror, print.no_jurors.
    """
    rulings, stage = source.rulings, source.stage
    wanted = source.wanted.juror
    if wanted is not None and wanted not in source.competition.juror_by_id:
        raise UserError("package.unknown_juror", juror=wanted)
    found = [one for one in seated(source.competition, stage, rulings) if wanted in (None, one.id)]
    if not found:
        raise UserError("print.no_jurors", stage=source.stage_name)
    return found


def _jurors(source: Source, filled: bool) -> list[Juror]:
    """The jurors to print; everybody's scores at once are as shut as the ranking they make."""
    if source.stage.panel == ORGANISER:
        raise UserError("print.no_jurors", stage=source.stage_name)
    if filled and source.wanted.juror is None:
        source.check_open()
    return panel(source)


def _owed(source: Source, juror: Juror) -> list[tuple[Entry, Sheet]]:
    """The sheets a juror owes, in the entries' order."""
    entries = participants(source.competition, source.rulings, source.stage.id)
    return [
        (source.competition.entry_by_id[entry], sheet)
        for entry in entries
        if entry not in source.rulings.out
        for sheet in source.table.of(source.stage.id, entry)
        if sheet.juror == juror.id
    ]


def _rubric(source: Source, entry: Entry) -> Rubric:
    return source.competition.rubric_for(source.stage.id, entry)


def _sheets_of(source: Source, juror: Juror) -> JurorSheets:
    heads = [
        one for one in source.files if one.juror == juror.id and one.standing.get(source.stage.id) == "head"
    ]
    comments = comments_of(source, [one.digest for one in heads])
    return JurorSheets(
        source.imprint(result=True),
        source.stage_name,
        juror.id,
        juror.name,
        juror.institution,
        tuple(_entry_sheet(source, entry, sheet, comments) for entry, sheet in _owed(source, juror)),
        tuple((device_code(one.device), one.digest) for one in heads),
        source.typed.get((juror.id, source.stage.id), ""),
    )


def comments_of(source: Source, digests: Iterable[str]) -> dict[tuple[str, str], list[str]]:
    """(entry, kind) → what jurors wrote about it in these files, at the stage, each text once."""
    wanted = set(digests)
    found: dict[tuple[str, str], list[str]] = {}
    for stored in source.tx.payloads():
        if stored.digest not in wanted or stored.comments is None:
            continue
        for stage, entry, _, kind, text in stored.comments["items"]:
            if stage == source.stage.id and text.strip():
                texts = found.setdefault((entry, kind), [])
                if text not in texts:
                    texts.append(text)
    return found


def _entry_sheet(
    source: Source, entry: Entry, sheet: Sheet, comments: dict[tuple[str, str], list[str]]
) -> EntrySheet:
    words, rubric = source.words, _rubric(source, entry)
    by = rubric.formula
    parts = zip(rubric.criterion, by.coefficients, sheet.values, strict=True)
    lines = tuple(_line(source, rubric, *part, by.denominator) for part in parts)
    values = [value for value in sheet.values if value is not None]
    whole = sheet.state == "locked" and len(values) == len(sheet.values)
    return EntrySheet(
        entry.id,
        entry.title,
        entry.institution,
        lines,
        words.decimal(by.total(values), 2) if whole else "–",
        "" if whole else words(f"state.{sheet.state}"),
        sheet.reason or "",
        sheet.paper,
        tuple(comments.get((entry.id, "praise"), ())),
        tuple(comments.get((entry.id, "improve"), ())),
    )


def _line(
    source: Source, rubric: Rubric, criterion: Criterion, factor: int, value: int | None, divisor: int
) -> Line:
    words = source.words
    name = criterion.name.in_language(source.wanted.language)
    weight = f"{words.centi(criterion.weight_bp)} %" if rubric.total == "weighted" else "–"
    if value is None:
        return Line(name, weight, "–", "–")
    start = criterion.scale.lowest if rubric.normalise == "range" else 0
    weighted = Fraction(factor * (value - start), divisor)
    return Line(name, weight, value_words(source, criterion, value), words.decimal(weighted, 2))


def value_words(source: Source, criterion: Criterion, value: int) -> str:
    """A value as printed: yes or no on a checklist."""
    if criterion.scale.check:
        return source.words("yes" if value else "no")
    return source.words.decimal(Fraction(value, 100), 2)


def _filled_grid(source: Source, juror: Juror) -> JurorGrid:
    owed = _owed(source, juror)
    figures = {entry.id: tuple(_figures(source, entry, sheet)) for entry, sheet in owed}
    tables = _tables(source, [entry for entry, _ in owed], figures, total=True)
    starred = any(sheet.paper for _, sheet in owed)
    return JurorGrid(
        source.imprint(result=True), source.stage_name, juror.id, juror.name, juror.institution, tables,
        blank=False, typed_by=source.typed.get((juror.id, source.stage.id), ""), starred=starred,
    )  # fmt: skip


def _figures(source: Source, entry: Entry, sheet: Sheet) -> Iterable[str]:
    """One figure a criterion, then the total or a word."""
    rubric = _rubric(source, entry)
    for value in sheet.values:
        yield "–" if value is None else source.words.centi(value)
    values = [value for value in sheet.values if value is not None]
    star = "*" if sheet.paper else ""
    if sheet.state == "locked" and len(values) == len(sheet.values):
        yield source.words.decimal(rubric.formula.total(values), 2) + star
    else:
        yield source.words(f"state.{sheet.state}")


def _blank_grid(source: Source, juror: Juror) -> JurorGrid:
    entries = source.running
    version = source.state.package.version if source.state.package else 0
    code = f"KIPPL1:{source.competition.id}:{source.stage.id}:{juror.id}:{version}"
    return JurorGrid(
        source.imprint(result=False), source.stage_name, juror.id, juror.name, juror.institution,
        _tables(source, entries, {}, total=False), blank=True, code=code,
        scale=_scales(source, entries),
    )  # fmt: skip


def _tables(
    source: Source, entries: Sequence[Entry], figures: dict[str, tuple[str, ...]], total: bool
) -> tuple[RecapTable, ...]:
    """A table a rubric: entries with different criteria can't share columns. No figures: boxes to fill."""
    by_rubric: dict[str, list[Entry]] = {}
    for entry in entries:
        by_rubric.setdefault(_rubric(source, entry).id, []).append(entry)
    tables: list[RecapTable] = []
    for members in by_rubric.values():
        rubric = _rubric(source, members[0])
        heads = [_head(source, criterion, rubric.total == "weighted") for criterion in rubric.criterion]
        heads += [source.words("grid.total")] if total else []
        rows = [RecapRow(one.id, one.title, one.institution, figures.get(one.id, ())) for one in members]
        boxes = () if figures else tuple(_boxes(criterion) for criterion in rubric.criterion)
        tables.append(RecapTable(members[0].group, tuple(heads), tuple(rows), boxes))
    return tuple(tables)


def _head(source: Source, criterion: Criterion, weighed: bool) -> str:
    name = criterion.name.in_language(source.wanted.language)
    return f"{name} ({source.words.centi(criterion.weight_bp)}\u00a0%)" if weighed else name


def _boxes(criterion: Criterion) -> tuple[int, int]:
    """How many digits a value of this criterion takes, before and after the comma."""
    scale = criterion.scale
    steps = scale.values or (scale.min, scale.step)
    decimals = 0 if scale.check or all(step % 100 == 0 for step in steps) else 2
    if decimals and all(step % 10 == 0 for step in steps):
        decimals = 1
    return len(str(scale.highest // 100)), decimals


def _scales(source: Source, entries: Sequence[Entry]) -> str:
    """What may be given, once if it is the same everywhere."""
    words = source.words
    told: dict[str, list[str]] = {}
    for criterion in {one.id: one for entry in entries for one in _rubric(source, entry).criterion}.values():
        scale = criterion.scale
        if scale.check:
            text = words("scale.check")
        elif scale.values:
            text = words("scale.values", values="; ".join(map(words.centi, scale.values)))
        else:
            low, high, step = (words.centi(one) for one in (scale.min, scale.max, scale.step))
            text = words("scale.range", low=low, high=high, step=step)
        told.setdefault(text, []).append(criterion.name.in_language(source.wanted.language))
    if len(told) == 1:
        return words("scale", scale=next(iter(told)))
    each = [f"{words.listed(names)}: {text}" for text, names in told.items()]
    return words("scale", scale="; ".join(each)) if each else ""
