"""A juror's own sheets side by side as rows of a table, and how the totals are spread."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Qt

from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.gui.languages import LanguageCode, number, translate
from kipp_desktop.gui.models.participants import state_of
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.pages.juror_choice import choice_text
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import State, state_words
from kipp_desktop.services.scoring import OwnSheet

FEW = 8  # with more criteria the table has no column for each
STATE_WIDTH, TOTAL_WIDTH = 130, 120
_RIGHT = Qt.AlignmentFlag.AlignRight


def common_criteria(sheets: Sequence[OwnSheet]) -> list[Criterion]:
    """The criteria of the sheets, if all share a rubric that is not too long."""
    rubrics = {own.rubric.id: own.rubric for own in sheets}
    if len(rubrics) != 1:
        return []
    (rubric,) = rubrics.values()
    return list(rubric.criterion) if len(rubric.criterion) <= FEW else []


def overview_columns(names: Sequence[tuple[str, int]]) -> list[Column]:
    """Participant, a column for each criterion (name, width at 100 %), total, state."""
    return [
        Column(translate("Overview", "Peserta")),
        *(Column(name, width, _RIGHT) for name, width in names),
        Column(translate("Overview", "Jumlah"), TOTAL_WIDTH, _RIGHT),
        Column(translate("Overview", "Keadaan"), STATE_WIDTH),
    ]


def overview_rows(book: ScoreBook, criteria: Sequence[Criterion], language: LanguageCode) -> list[Row]:
    """A row for each own sheet."""
    return [_row(book, own, criteria, language) for own in book.sheets]


def spread_words(sheets: Sequence[OwnSheet]) -> str:
    """Lowest, middle and highest total of the complete sheets."""
    totals = sorted(own.total for own in sheets if own.total is not None)
    if not totals:
        return translate("Overview", "belum ada lembar yang lengkap")
    half, odd = divmod(len(totals), 2)
    middle = totals[half] if odd else (totals[half - 1] + totals[half]) / 2
    words = translate(
        "Overview",
        "%n lembar lengkap  ·  terendah {low}  ·  tengah {middle}  ·  tertinggi {high}  ·  rentang {width}",
        "",
        len(totals),
    )
    return words.format(
        low=number(totals[0]),
        middle=number(middle),
        high=number(totals[-1]),
        width=number(totals[-1] - totals[0]),
    )


def _row(book: ScoreBook, own: OwnSheet, criteria: Sequence[Criterion], language: LanguageCode) -> Row:
    entry, state = book.desk.entry(own.entry), state_of(own)
    given = dict(zip((one.id for one in own.rubric.criterion), own.values, strict=True))
    tip = "\n".join(
        f"{one.name.in_language(language)}: {_value_text(one, given[one.id])}" for one in own.rubric.criterion
    )
    cells = [
        Cell(entry.title, entry.institution, entry.id, state, tip=tip, sort=book.entries.index(own.entry))
    ]
    cells += [_value_cell(one, given[one.id], state) for one in criteria]
    cells.append(_total_cell(book, own))
    cells.append(Cell(state_words(state), own.reason or "", role="second", tone="soft", tip=own.reason or ""))
    return Row(own.entry, tuple(cells))


def _value_text(criterion: Criterion, value: int | None) -> str:
    return translate("Overview", "belum") if value is None else choice_text(criterion.scale, value)


def _value_cell(criterion: Criterion, value: int | None, state: State) -> Cell:
    """A value, or a quiet word where there is none: never a blank that could be a zero."""
    if value is None and state in (State.ABSTAINED, State.ABSENT):
        return Cell("–", tone="soft", role="small", sort=-1, said=state_words(state))
    if value is None:
        return Cell(_value_text(criterion, value), tone="soft", role="small", sort=-1)
    return Cell(_value_text(criterion, value), sort=value)


def _total_cell(book: ScoreBook, own: OwnSheet) -> Cell:
    place = book.place(own.entry)
    if own.total is None or place is None:
        return Cell("–", role="strong", sort=Fraction(-1), said=translate("Overview", "belum ada jumlah"))
    equal = [one.entry for one in book.sheets if one.total == own.total and one.entry != own.entry]
    words = translate("Overview", "tempat {place}").format(place=place[0])
    if equal:
        words = translate("Overview", "sama dengan {entries}").format(entries=", ".join(equal))
    flag = translate("Overview", "nilai sama") if equal else ""
    return Cell(number(own.total), words, role="strong", flag=flag, sort=own.total, tip=words)
