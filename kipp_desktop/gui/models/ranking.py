"""The ranking and its derivation as rows and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QLocale, Qt

from kipp_desktop.domain.checks import Gap, GapKind
from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.derivation import StagePart, Term
from kipp_desktop.domain.numbers import centi_text, places_that_separate
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.gui.languages import number, translate
from kipp_desktop.gui.models.board import from_paper
from kipp_desktop.gui.models.cut_line import CutLine, cut_line
from kipp_desktop.gui.models.moments import clock_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.outcomes import exchange_words
from kipp_desktop.gui.widgets.lazy_rows import LazyRows
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import State

_RIGHT = Qt.AlignmentFlag.AlignRight
_PRESSING: tuple[GapKind, ...] = (
    "tie",
    "conflict",
    "advance_outdated",
    "plenary_void",
    "waiting",
    "late",
    "outdated",
    "partial",
    "unlocked",
    "missing",
    "no_score",
    "undeclared",
)


def ranking_rows(overview: Overview, ranking: GroupRanking) -> LazyRows:
    """Place, No. and title with institution, score, n of m, label with the tie note below."""
    decimals = _decimals(overview.competition, ranking)
    line = cut_line(overview.competition, ranking)

    def make(at: int) -> Row:
        return _ranking_row(overview, ranking, at, decimals[at], line)

    return LazyRows([row.entry for row in ranking.rows], make)


def has_labels(overview: Overview, ranking: GroupRanking) -> bool:
    """Whether any row says something about an award, an equal score, the cut or why it has no place."""
    if ranking.ties or cut_line(overview.competition, ranking).words:
        return True
    return any(row.label or row.out or row.tie_broken_by for row in ranking.rows)


def _ranking_row(overview: Overview, ranking: GroupRanking, at: int, decimals: int, line: CutLine) -> Row:
    row = ranking.rows[at]
    entry = overview.entry(row.entry)
    place = "–" if row.place is None else str(row.place)
    score = "" if row.score is None else number(row.score, decimals)
    label = row.label or (out_words(row.out) if row.out else line.words.get(row.entry, ""))
    note = tie_note(overview, ranking, row.entry, row.tie_broken_by)
    short_note = note and translate("Ranking", "nilai sama")
    short = row.jurors_counted < row.jurors_expected
    sheets = overview.result.state.table.of(ranking.stage, row.entry)
    counted = translate("Ranking", "{n} dari {m}").format(n=row.jurors_counted, m=row.jurors_expected)
    starred = any(sheet.paper for sheet in sheets if sheet.state == "locked")
    cells = (
        Cell(place, role="heading" if row.place else "body", tone="ink" if row.place else "soft"),
        Cell(entry.title, entry.institution, lead=row.entry, tip=f"{row.entry} {entry.title}"),
        Cell(score, role="strong"),
        Cell(
            f"{counted} *" if starred else counted,
            translate("Ranking", "* lembar kertas") if starred else "",
            role="second",
            tone="warn" if short else "soft",
            said=f"{counted}, {from_paper()}" if starred else counted,
        ),
        Cell(
            label or short_note,
            short_note if label else "",
            tone="ink" if row.label else "soft",
            tip=note or label,
        ),
    )
    return Row(row.entry, cells, cut=row.entry == line.below)


def group_words(overview: Overview, ranking: GroupRanking, language: str) -> str:
    """The group and the stage, for the list to choose from: what tells them apart comes first."""
    stage = overview.competition.stage_by_id[ranking.stage].name.in_language(language)
    kind, _, name = ranking.group.partition(":")
    if kind == "overall":
        return stage
    return f"{name or kind} – {stage}"


def tie_note(overview: Overview, ranking: GroupRanking, entry: str, broken_by: str | None) -> str:
    """How an equal score was put in order, or that it was not."""
    if any(entry in tie for tie in ranking.ties):
        return translate("Ranking", "nilai sama, peringkat bersama")
    if broken_by is None:
        return ""
    if broken_by == "plenary":
        return translate("Ranking", "nilai sama, urutan menurut pleno")
    if broken_by == "lot":
        return translate("Ranking", "nilai sama, urutan menurut undian")
    name = link_words(overview.competition, broken_by)
    return translate("Ranking", "nilai sama, urutan menurut {name}").format(name=name)


def link_words(competition: Competition, link: str) -> str:
    """The name of what a link of the tie chain compares, in the language of the screen."""
    whole = {
        "highest_weight": translate("Ranking", "kriteria berbobot tertinggi"),
        "median": translate("Ranking", "nilai tengah lembar juri"),
        "first_places": translate("Ranking", "jumlah peringkat pertama dari juri"),
    }
    if link in whole:
        return whole[link]
    kind, _, name = link.partition(":")
    language = "en" if QLocale().language() == QLocale.Language.English else "id"  # set by Languages.use
    if kind == "stage" and name in competition.stage_by_id:
        return competition.stage_by_id[name].name.in_language(language)
    found = (rubric.find(name) for rubric in competition.rubrics)
    return next((one.name.in_language(language) for one in found if one is not None), name)


def out_words(out: str) -> str:
    """Why an entry has no place."""
    words = {
        "withdrawn": translate("Ranking", "mengundurkan diri"),
        "disqualified": translate("Ranking", "didiskualifikasi"),
        "no_score": translate("Ranking", "belum ada nilai"),
    }
    return words.get(out, out)


# the derivation of one row


def term_columns(part: StagePart) -> list[Column]:
    """Criterion with its weight, what it brings, one column per juror who counts."""
    return [
        Column(translate("Ranking", "Kriteria"), 124),
        Column(translate("Ranking", "bagian"), 70, _RIGHT),
        *(Column(sheet.juror, 50, _RIGHT) for sheet in part.sheets),
    ]


def term_rows(part: StagePart, criteria: Sequence[Criterion], language: str, decimals: int) -> list[Row]:
    """What each counted juror gave to each criterion, and what it brings to the score.

    Under rank sums a criterion brings nothing by itself: the sheets are ranked.
    """
    values = {(term.juror, term.criterion): term for term in part.terms}
    ranked = any(sheet.rank is not None for sheet in part.sheets)
    rows: list[Row] = []
    for one in criteria:
        terms = [values.get((sheet.juror, one.id)) for sheet in part.sheets]
        brought = sum((term.contribution for term in terms if term), Fraction(0))
        name = one.name.in_language(language)
        cells = (
            Cell(name, f"{centi_text(one.weight_bp)} %", role="second", tip=name),
            Cell("" if ranked else number(brought, decimals), role="second"),
            *(Cell(_value_words(term), role="second", tone="soft") for term in terms),
        )
        rows.append(Row(one.id, cells))
    return rows


def _value_words(term: Term | None) -> str:
    return "–" if term is None or term.value is None else centi_text(term.value)


def juror_key(overview: Overview, part: StagePart) -> str:
    """Which seat is who: "J-01 Budi, J-02 Siti"."""
    named = {sheet.juror: overview.juror_name(sheet.juror) for sheet in part.sheets}
    return "  ·  ".join(f"{juror} {name}" for juror, name in named.items() if name != juror)


def sentence_case(words: str) -> str:
    """A capital at the beginning and a full stop at the end; nothing else changes."""
    return f"{words[:1].upper()}{words[1:]}." if words else ""


# gaps


def told_together(gaps: Sequence[Gap]) -> list[Gap]:
    """The same gaps, what can be decided first; all undeclared jurors of a stage on one line at the end."""
    stages = dict.fromkeys(gap.stage for gap in gaps if gap.kind == "undeclared")
    silent = [
        Gap(
            "undeclared",
            stage,
            detail=", ".join(
                gap.juror or "" for gap in gaps if gap.kind == "undeclared" and gap.stage == stage
            ),
        )
        for stage in stages
    ]
    others = [gap for gap in gaps if gap.kind != "undeclared"]
    return sorted(others, key=lambda gap: _PRESSING.index(gap.kind)) + silent


def gap_rows(overview: Overview, gaps: Sequence[Gap]) -> LazyRows:
    """These gaps, by their place in the list."""

    def make(at: int) -> Row:
        return gap_row(overview, at, gaps[at])

    return LazyRows(range(len(gaps)), make)


def gap_row(overview: Overview, at: int, gap: Gap) -> Row:
    """One thing that is missing: what, where, and a detail."""
    what, state = gap_words(gap)
    where: list[str] = []
    if gap.juror:
        where.append(overview.juror_name(gap.juror))
    if gap.entry and gap.entry in overview.competition.entry_by_id:
        where.append(f"{gap.entry} {overview.entry(gap.entry).title}")
    elif gap.entry:
        where.append(translate("Ranking", "peserta {entries}").format(entries=gap.entry))
    detail = gap.detail
    if gap.kind == "undeclared" and not gap.juror:
        where, detail = [overview.juror_name(juror) for juror in gap.detail.split(", ")], ""
    elif gap.kind in ("conflict", "outdated"):
        names = [
            link_words(overview.competition, f"criterion:{one}") for one in gap.detail.split(", ") if one
        ]
        detail = names[0] if len(names) == 1 else translate("Ranking", "{n} kriteria").format(n=len(names))
    elif gap.kind in ("missing", "partial", "unlocked"):
        why = overview.intake.added_words.get((gap.juror or "", gap.stage), "")
        left = overview.result.state.rulings.left_at.get(gap.juror or "", "")
        away = translate("Ranking", "pulang {at}").format(at=clock_words(left)) if left else ""
        detail = "  ·  ".join(filter(None, (detail, away, why)))
    elif gap.kind in ("waiting", "late", "tie", "plenary_void"):
        detail = ""
    if gap.kind == "plenary_void":
        where = [gap.detail.partition(":")[2] or translate("Ranking", "urutan penghargaan")]
    if gap.kind == "advance_outdated":
        where = [link_words(overview.competition, f"stage:{gap.stage}")]
        detail = exchange_words(overview, gap.stage)
    text = "  ·  ".join(where)
    return Row(
        at,
        (
            Cell(what, state=state, role="strong", tone="soft" if gap.is_note else "ink"),
            Cell(text, tip=text),
            Cell(detail, tone="soft", role="second", tip=detail),
        ),
    )


def gap_words(gap: Gap) -> tuple[str, State]:
    """A kind of gap in a word, and its mark."""
    words: dict[str, tuple[str, State]] = {
        "missing": (translate("Gap", "belum dinilai"), State.EMPTY),
        "partial": (translate("Gap", "belum lengkap"), State.PARTIAL),
        "unlocked": (translate("Gap", "belum dikunci"), State.COMPLETE),
        "conflict": (translate("Gap", "nilai berbeda"), State.CONFLICT),
        "outdated": (translate("Gap", "perlu dinilai ulang"), State.PARTIAL),
        "waiting": (translate("Gap", "laptop belum dikonfirmasi"), State.PARTIAL),
        "tie": (translate("Gap", "nilai sama"), State.CONFLICT),
        "no_score": (translate("Gap", "tanpa nilai"), State.EMPTY),
        "undeclared": (translate("Gap", "belum menyatakan final"), State.EMPTY),
        "late": (translate("Gap", "berkas terlambat"), State.ABSENT),
        "advance_outdated": (translate("Gap", "hasil tahap berubah"), State.PARTIAL),
        "plenary_void": (translate("Gap", "putusan pleno gugur"), State.PARTIAL),
    }
    return words.get(gap.kind, (gap.kind, State.EMPTY))


def _decimals(competition: Competition, ranking: GroupRanking) -> list[int]:
    """The published decimals, and more where neighbours that differ would look equal."""
    places = competition.rule.published_decimals
    scores = [row.score for row in ranking.rows if row.score is not None]
    if competition.rule.rank_on == "published":
        return [places] * len(ranking.rows)
    return [*places_that_separate(scores, places), *([places] * (len(ranking.rows) - len(scores)))]
