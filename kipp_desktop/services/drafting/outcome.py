"""The result on paper: ranking sheet, minutes of the plenary, verification annex, recapitulation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from kipp_desktop.documents.minutes import Minutes, Verdict, minutes
from kipp_desktop.documents.panels import result_signatures
from kipp_desktop.documents.ranking_facts import Edition, ranking_sheet_from
from kipp_desktop.documents.ranking_sheet import RankingSheet, ranking_sheet
from kipp_desktop.documents.recap import Recap, RecapRow, RecapTable, recap
from kipp_desktop.documents.verification_annex import CountedFile, VerificationAnnex, verification_annex
from kipp_desktop.domain.advancing import outcomes
from kipp_desktop.domain.competition import ORGANISER, Entry
from kipp_desktop.domain.derive import Sheet
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.scores import EntryScore, judged_stages, participants, stage_scores
from kipp_desktop.domain.tie_values import criterion_mean
from kipp_desktop.exchange.activation import device_code
from kipp_desktop.services.drafting.notes import note_groups
from kipp_desktop.services.drafting.panels import stage_panels
from kipp_desktop.services.drafting.points import points_table
from kipp_desktop.services.drafting.source import Source
from kipp_desktop.services.openings import opening_of
from kipp_desktop.services.paper import papers_in
from kipp_desktop.services.results import check_stage


def draft_ranking_sheet(source: Source) -> bytes:
    """Peringkat. Raises UserError: rank.shut, rank.unknown_stage, rank.not_scored, rank.nothing."""
    sheet = _ranking_sheet(source)
    return ranking_sheet(replace(sheet, imprint=replace(sheet.imprint, turned=source.turned)))


def _ranking_sheet(source: Source, named: bool = False) -> RankingSheet:
    """`named`: notes call jurors by name too, for a paper that is not put up in public."""
    check_stage(source.state, source.wanted.stage)
    source.check_open()
    if not source.rankings:
        raise UserError("rank.nothing", stage=source.stage.id)
    edition = Edition(
        status=source.found.status,
        number=source.edition(),
        place=source.particulars.place,
        day=source.particulars.date,
        code=source.check_code(),
        language=source.wanted.language,
        paper=source.wanted.paper,
        official=source.particulars.official,
        plenary=tuple(event for event in source.found.decisions if event.type == "plenary_decided"),
        opening=opening_of(source.tx, source.state, source.stage.id),
        jurors=source.jurors if named else {},
    )
    state = source.state
    return ranking_sheet_from(state.competition, source.rankings, state.table, state.rulings, edition)


def draft_minutes(source: Source) -> bytes:
    """Berita Acara of one stage, the administrative one included. Raises UserError("rank.shut")."""
    source.check_open()
    held, words, stage = source.particulars, source.words, source.stage
    sheet = _ranking_sheet(source, named=True) if source.rankings else None
    advanced = source.rulings.advanced.get(stage.id)
    taking_part = participants(source.competition, source.rulings, stage.id)
    panels = stage_panels(source)
    return minutes(
        Minutes(
            source.imprint(result=True),
            source.stage_name,
            len(taking_part),
            panels,
            sections=sheet.sections if sheet else (),
            verdicts=_verdicts(source),
            going_on=tuple(advanced.data["entries"]) if advanced else (),
            venue=held.venue,
            decree=held.decree,
            legal_basis=source.competition.legal_basis,
            rule=sheet.rule if sheet else "",
            notes=note_groups(source, panels),
            official=source.official() if stage.id == source.state.last_stage else "",
            copies=held.whole("copies"),
            annexes=tuple(words(key) for key in _annexes(source)),
            signatures=result_signatures(source.competition, stage, source.rulings, words),
            known_by=source.signer("known_by"),
        )
    )


def _annexes(source: Source) -> Sequence[str]:
    if source.stage.panel == ORGANISER:
        return ()
    return ("annex.verification", "annex.recap", "annex.sheets", "annex.attendance")


def _verdicts(source: Source) -> tuple[Verdict, ...]:
    """What became of each entry at a stage that ranks nobody."""
    if source.rankings:
        return ()
    found = outcomes(source.competition, source.table, source.rulings, source.stage.id)
    verdicts: list[Verdict] = []
    for one in found:
        entry = source.competition.entry_by_id[one.entry]
        how = source.rulings.out[one.entry][0] if one.verdict == "out" else ""
        verdict = source.words(f"out.{how}") if how else source.words(f"verdict.{one.verdict}")
        verdicts.append(Verdict(entry.id, entry.title, entry.institution, verdict, one.why))
    return tuple(verdicts)


def draft_annex(source: Source) -> bytes:
    """Lampiran Verifikasi. Raises UserError: package.none, rank.shut."""
    source.check_open()
    stamp, package = source.anchored, source.state.package
    if stamp is None or package is None:
        raise UserError("package.none")
    stages = judged_stages(source.competition, source.stage)
    files = [(one.name.in_language(source.wanted.language), _counted(source, one.id)) for one in stages]
    point = stamp.checkpoint
    return verification_annex(
        VerificationAnnex(
            source.imprint(result=True), source.stage_name, tuple(files), source.found.digest,
            package.digest, point.head, point.size, stamp.qr_text,
        )
    )  # fmt: skip


def _counted(source: Source, stage: str) -> tuple[CountedFile, ...]:
    found = (*_files(source, stage), *_papers(source, stage))
    return tuple(sorted(found, key=lambda one: (one.juror, one.digest)))


def _files(source: Source, stage: str) -> Iterator[CountedFile]:
    """The score files that count at a stage."""
    for one in source.files:
        if one.standing.get(stage) != "head":
            continue
        owed = [sheet for sheet in source.table.jurors[one.juror].sheets if sheet.stage == stage]
        if not owed:
            continue
        sheets = [sheet for sheet in owed if one.digest in sheet.opinions]
        cells = sum(sheet.scored for sheet in sheets)
        missing = sum(len(sheet.values) for sheet in sheets if sheet.state not in _GIVEN_UP) - cells
        juror = source.competition.juror_by_id[one.juror]
        typed = source.typed.get((one.juror, stage), "")
        laptop = device_code(one.device)
        yield CountedFile(one.juror, juror.name, laptop, one.digest, cells, missing, typed)


def _papers(source: Source, of_stage: str) -> Iterator[CountedFile]:
    """The sheets typed from paper that stand, known by the hash of their event."""
    for paper in papers_in(source.tx, source.state):
        juror, stage, entry = paper.place
        if stage != of_stage or paper.digest is None or paper.cells is None:
            continue
        given = sum(value is not None for value in paper.cells.values())
        name = source.competition.juror_by_id[juror].name
        laptop = source.words("on_paper", entry=entry)
        yield CountedFile(juror, name, laptop, paper.digest, given, len(paper.cells) - given)


_GIVEN_UP = ("abstained", "absent", "recused")


def draft_recap(source: Source) -> bytes:
    """Rekapitulasi nilai. Raises UserError: rank.shut, rank.not_scored."""
    check_stage(source.state, source.wanted.stage)
    source.check_open()
    words, stage = source.words, source.stage
    entries = [
        source.competition.entry_by_id[entry]
        for entry in participants(source.competition, source.rulings, stage.id)
    ]
    running = [entry.id for entry in entries if entry.id not in source.rulings.out]
    scores = stage_scores(source.competition, source.table, source.rulings, stage, running)
    jurors = sorted({one.juror for entry in entries for one in source.table.of(stage.id, entry.id)})
    tables = [_by_juror(source, entries, jurors, scores), *points_table(source, entries)]
    tables += _by_criterion(source, entries, scores)
    names = [f"{juror} {source.competition.juror_by_id[juror].name}".strip() for juror in jurors]
    legend = [words("recap.jurors", jurors="; ".join(names))] if names else []
    if any("*" in figure for one in tables for row in one.rows for figure in row.figures):
        legend.append(words("paper_star"))
    signatures = result_signatures(source.competition, stage, source.rulings, words)
    return recap(
        Recap(source.imprint(result=True), source.stage_name, tuple(tables), tuple(legend), signatures)
    )


def _by_juror(
    source: Source, entries: Sequence[Entry], jurors: Sequence[str], scores: dict[str, EntryScore]
) -> RecapTable:
    words, places = source.words, source.competition.rule.published_decimals
    method = words(f"method.{source.competition.rule.panel_method.kind}")
    rows: list[RecapRow] = []
    for entry in entries:
        sheets = {sheet.juror: sheet for sheet in source.table.of(source.stage.id, entry.id)}
        totals = [_total(source, entry, sheets.get(juror)) for juror in jurors]
        numbers = [total for total in totals if isinstance(total, Fraction)]
        spread = words.decimal(max(numbers) - min(numbers), places) if len(numbers) > 1 else "–"
        score = scores.get(entry.id)
        figures = [
            _figure(source, total) + ("*" if (sheet := sheets.get(juror)) and sheet.paper else "")
            for juror, total in zip(jurors, totals, strict=True)
        ]
        final = "–" if score is None else words.decimal(score.score, places)
        rows.append(RecapRow(entry.id, entry.title, entry.institution, (*figures, final, spread)))
    heads = (*jurors, method, words("recap.spread"))
    return RecapTable(words("recap.by_juror"), heads, tuple(rows))


def _figure(source: Source, total: Fraction | str) -> str:
    places = source.competition.rule.published_decimals
    return total if isinstance(total, str) else source.words.decimal(total, places)


def _total(source: Source, entry: Entry, sheet: Sheet | None) -> Fraction | str:
    """A sheet's total, or in a word why there is none."""
    if sheet is None:
        return "–"
    values = [value for value in sheet.values if value is not None]
    if sheet.state != "locked" or len(values) < len(sheet.values):
        return source.words(f"state.{sheet.state}")
    return source.competition.rubric_for(source.stage.id, entry).formula.total(values)


def _by_criterion(
    source: Source, entries: Sequence[Entry], scores: dict[str, EntryScore]
) -> list[RecapTable]:
    """Means over the counted jurors, one table a rubric."""
    words, competition = source.words, source.competition
    tables: list[RecapTable] = []
    by_rubric: dict[str, list[Entry]] = {}
    for entry in entries:
        by_rubric.setdefault(competition.rubric_for(source.stage.id, entry).id, []).append(entry)
    for members in by_rubric.values():
        rubric = competition.rubric_for(source.stage.id, members[0])
        names = [criterion.name.in_language(source.wanted.language) for criterion in rubric.criterion]
        rows: list[RecapRow] = []
        for entry in members:
            score = scores.get(entry.id)
            figures = tuple(
                "–"
                if score is None or not score.counted
                else words.decimal(criterion_mean(competition, score, source.stage.id, one.id), 2)
                for one in rubric.criterion
            )
            rows.append(RecapRow(entry.id, entry.title, entry.institution, figures))
        tables.append(RecapTable(words("recap.by_criterion"), tuple(names), tuple(rows)))
    return tables
