"""The rubrics: criteria with weights that must sum, scales, and what stretches of a scale mean."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.domain.rubric import Criterion, Descriptor
from kipp_desktop.domain.rubric import Text as Name
from kipp_desktop.domain.scoring import scale_text
from kipp_desktop.domain.shape import WHOLE, RubricDraft, percent_text
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.rubric_form import (
    NAME,
    as_refusal,
    incomplete_words,
    normalise_words,
    rubric_row,
    total_words,
    typed_criterion,
    typed_level,
)
from kipp_desktop.gui.models.shape_book import ShapeBook, free_id
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.pages.organiser_shape import ShapeTab, offer, refused, stretch_row
from kipp_desktop.gui.widgets.card import Button, Card, TableCard
from kipp_desktop.gui.widgets.edit_grid import EditGrid, GridColumn
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import Text

_SCALES = ("0–100", "1–10", "5–10", "6–10 (0,1)", "1, 2, 3, 5, 6, 7", "ya/tidak")
_ROWS, _LEVELS = 210, 136  # heights at 100 % that both tables keep on a small screen


class RubricsTab(ShapeTab):
    """Rubrics at the left; criteria and, of the chosen one, the meanings of its scale at the right."""

    def __init__(self, office: OrganiserOffice, book: ShapeBook, notice: NoticeBar) -> None:
        super().__init__(office, book, notice)
        self.rubrics = RichTable(office.theme, "", [Column("")], PEOPLE_ROW)
        self.rubrics.horizontalHeader().hide()
        self.add, self.copy, self.remove = Button("", "ghost"), Button("", "ghost"), Button("", "ghost")
        self.total, self.normalise, self.incomplete = Choice(), Choice(), Choice()
        self.criteria = EditGrid(office.theme, "", self._criteria_columns())
        self.sum = Text("", "strong")
        self.more, self.fewer = Button("", "ghost"), Button("", "ghost")
        self.up, self.down = Button("↑", "ghost"), Button("↓", "ghost")
        self.levels_title = Text("", "strong")
        self.levels = EditGrid(office.theme, "", self._level_columns())
        self.more_levels, self.fewer_levels = Button("", "ghost"), Button("", "ghost")
        self._arrange()
        self._connect()
        self.start()

    def rubric(self) -> RubricDraft | None:
        """The rubric that is chosen."""
        shape, key = self.book.shape, self.rubrics.current_key()
        return None if shape is None or key is None else shape.rubric(str(key))

    def criterion(self) -> tuple[int, Criterion] | None:
        """The criterion that is chosen and its place."""
        rubric, at = self.rubric(), self.criteria.currentIndex().row()
        if rubric is None or not 0 <= at < len(rubric.criterion):
            return None
        return at, rubric.criterion[at]

    def show_shape(self) -> None:
        """Draw everything from the book."""
        shape = self.book.shape
        assert shape is not None
        self.rubrics.set_rows([rubric_row(one) for one in shape.rubrics])
        px = self.office.theme.px
        self.rubrics.setFixedWidth(px(200))
        self.criteria.setMinimumHeight(px(_ROWS))
        self.levels.setMinimumHeight(px(_LEVELS))
        if self.rubric() is None and shape.rubrics:
            last = shape.stages[-1].rubric["default"] if shape.stages else shape.rubrics[0].id
            self.rubrics.choose(last)
        self._show_rubric()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        super().retranslate()
        self.total.setAccessibleName(translate("RubricsTab", "Cara menjumlah"))
        self.normalise.setAccessibleName(translate("RubricsTab", "Penyamaan skala"))
        self.incomplete.setAccessibleName(translate("RubricsTab", "Lembar tak lengkap"))
        self.rubrics.setAccessibleName(translate("RubricsTab", "Rubrik"))
        self.criteria.setAccessibleName(translate("RubricsTab", "Kriteria"))
        self.levels.setAccessibleName(translate("RubricsTab", "Uraian tingkat"))
        self.criteria.grid.set_columns(self._criteria_columns())
        self.levels.grid.set_columns(self._level_columns())
        for button, words in (
            (self.add, translate("RubricsTab", "&Tambah")),
            (self.copy, translate("RubricsTab", "Sa&lin")),
            (self.remove, translate("RubricsTab", "&Hapus")),
            (self.more, translate("RubricsTab", "Tambah &kriteria")),
            (self.fewer, translate("RubricsTab", "Hapus k&riteria")),
            (self.more_levels, translate("RubricsTab", "Tambah ti&ngkat")),
            (self.fewer_levels, translate("RubricsTab", "Hapus tingk&at")),
        ):
            button.setText(words)
        self.up.setAccessibleName(translate("RubricsTab", "Naikkan kriteria"))
        self.down.setAccessibleName(translate("RubricsTab", "Turunkan kriteria"))

    def look(self) -> None:
        """Only what can be done with what is chosen."""
        super().look()
        rubric, chosen = self.rubric(), self.criterion()
        for button in (self.copy, self.remove, self.more):
            button.setEnabled(rubric is not None)
        for button in (self.fewer, self.more_levels):
            button.setEnabled(chosen is not None)
        self.up.setEnabled(chosen is not None and chosen[0] > 0)
        last = len(rubric.criterion) - 1 if rubric is not None else 0
        self.down.setEnabled(chosen is not None and chosen[0] < last)
        self.fewer_levels.setEnabled(chosen is not None and self.levels.currentIndex().isValid())

    # drawing

    def _criteria_columns(self) -> list[GridColumn]:
        return [
            GridColumn(translate("RubricsTab", "Kriteria")),
            GridColumn(translate("RubricsTab", "Dalam bahasa Inggris"), 180),
            GridColumn(translate("RubricsTab", "Bobot %"), 90, right=True),
            GridColumn(translate("RubricsTab", "Skala"), 140, _SCALES),
        ]

    def _level_columns(self) -> list[GridColumn]:
        return [
            GridColumn(translate("RubricsTab", "Dari"), 80, right=True),
            GridColumn(translate("RubricsTab", "Sampai"), 80, right=True),
            GridColumn(translate("RubricsTab", "Uraian")),
            GridColumn(translate("RubricsTab", "Dalam bahasa Inggris"), 230),
        ]

    def _show_rubric(self) -> None:
        rubric = self.rubric()
        if rubric is None:
            return
        offer(self.total, total_words(), rubric.total)
        offer(self.normalise, normalise_words(), rubric.normalise)
        offer(self.incomplete, incomplete_words(), rubric.incomplete)
        self.criteria.grid.set_rows(
            [
                (one.name.id, one.name.en, percent_text(one.weight_bp), scale_text(one.scale))
                for one in rubric.criterion
            ]
        )
        if rubric.total == "points":
            self.sum.setText(translate("RubricsTab", "Jumlah poin; bobot tidak dipakai"))
            self.sum.set_tone("soft")
        else:
            whole = rubric.weight_bp == WHOLE
            mark = "✓" if whole else "⚠"
            words = translate("RubricsTab", "Jumlah {percent} %")
            self.sum.setText(f"{mark} {words.format(percent=percent_text(rubric.weight_bp))}")
            self.sum.set_tone("ok" if whole else "bad")
        self._show_levels()

    def _show_levels(self) -> None:
        chosen = self.criterion()
        levels = () if chosen is None else chosen[1].descriptors
        name = "" if chosen is None else chosen[1].name.in_language(self.office.languages.current)
        self.levels_title.setText(translate("RubricsTab", "Uraian tingkat: {name}").format(name=name or "–"))
        self.levels.grid.set_rows(
            [(centi_text(one.from_), centi_text(one.to), one.text.id, one.text.en) for one in levels]
        )

    # typing

    def _on_criterion(self, row: int, column: int, text: str) -> None:
        rubric = self.rubric()
        if rubric is None or row >= len(rubric.criterion):
            return
        try:
            changed = typed_criterion(rubric.criterion[row], column, text)
        except (UserError, ValueError) as error:
            refused(self, as_refusal(error, text))
            return
        self.book.change_criterion(translate("RubricsTab", "ubah kriteria"), rubric, row, changed)

    def _on_level(self, row: int, column: int, text: str) -> None:
        chosen, rubric = self.criterion(), self.rubric()
        if chosen is None or rubric is None:
            return
        at, criterion = chosen
        levels = list(criterion.descriptors)
        try:
            levels[row] = typed_level(levels[row], column, text)
        except (UserError, ValueError) as error:
            refused(self, as_refusal(error, text))
            return
        self._put_levels(rubric, at, criterion, levels)

    def _put_levels(
        self, rubric: RubricDraft, at: int, criterion: Criterion, levels: list[Descriptor]
    ) -> None:
        levels.sort(key=lambda one: (one.from_, one.to))
        changed = replace(criterion, descriptors=tuple(levels))
        self.book.change_criterion(translate("RubricsTab", "ubah uraian"), rubric, at, changed)

    def _on_how(self) -> None:
        rubric = self.rubric()
        if rubric is None:
            return
        changed = replace(
            rubric,
            total=cast(Any, self.total.currentData()),
            normalise=cast(Any, self.normalise.currentData()),
            incomplete=cast(Any, self.incomplete.currentData()),
        )
        self.book.change_rubric(translate("RubricsTab", "cara menjumlah"), changed)

    # adding and taking away

    def _on_add(self) -> None:
        self._put_rubric(RubricDraft(""), translate("RubricsTab", "tambah rubrik"))

    def _on_copy(self) -> None:
        rubric = self.rubric()
        if rubric is not None:
            self._put_rubric(rubric, translate("RubricsTab", "salin rubrik"))

    def _put_rubric(self, like: RubricDraft, words: str) -> None:
        shape = self.book.shape
        if shape is None:
            return
        taken = {one.id for one in shape.rubrics}
        made = replace(like, id=free_id(like.id or "rubrik", taken))
        self.book.change(words, replace(shape, rubrics=(*shape.rubrics, made)))
        self.rubrics.choose(made.id)

    def _on_remove(self) -> None:
        shape, rubric = self.book.shape, self.rubric()
        if shape is not None and rubric is not None:
            kept = tuple(one for one in shape.rubrics if one is not rubric)
            self.book.change(translate("RubricsTab", "hapus rubrik"), replace(shape, rubrics=kept))

    def _on_more(self) -> None:
        rubric = self.rubric()
        if rubric is None:
            return
        name = translate("RubricsTab", "Kriteria baru")
        scale = rubric.criterion[-1].scale if rubric.criterion else Criterion("x", Name("x")).scale
        left = max(0, WHOLE - rubric.weight_bp)
        made = Criterion(free_id(name, {one.id for one in rubric.criterion}), Name(name), left, scale)
        changed = replace(rubric, criterion=(*rubric.criterion, made))
        self.book.change_rubric(translate("RubricsTab", "tambah kriteria"), changed)
        self.criteria.go_to(len(changed.criterion) - 1, NAME)
        self.criteria.setFocus()

    def _on_fewer(self) -> None:
        chosen, rubric = self.criterion(), self.rubric()
        if chosen is not None and rubric is not None:
            kept = tuple(one for at, one in enumerate(rubric.criterion) if at != chosen[0])
            words = translate("RubricsTab", "hapus kriteria")
            self.book.change_rubric(words, replace(rubric, criterion=kept))

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        chosen, rubric = self.criterion(), self.rubric()
        if chosen is None or rubric is None or not 0 <= chosen[0] + step < len(rubric.criterion):
            return
        criteria, at = list(rubric.criterion), chosen[0]
        criteria[at], criteria[at + step] = criteria[at + step], criteria[at]
        words = translate("RubricsTab", "pindahkan kriteria")
        self.book.change_rubric(words, replace(rubric, criterion=tuple(criteria)))
        self.criteria.go_to(at + step, self.criteria.currentIndex().column())

    def _on_more_levels(self) -> None:
        chosen, rubric = self.criterion(), self.rubric()
        if chosen is None or rubric is None:
            return
        at, criterion = chosen
        scale = criterion.scale
        highest = max((one.to for one in criterion.descriptors), default=scale.lowest - scale.step)
        low = min(scale.highest, highest + scale.step)
        made = Descriptor(low, scale.highest, Name(translate("RubricsTab", "uraian")))
        self._put_levels(rubric, at, criterion, [*criterion.descriptors, made])

    def _on_fewer_levels(self) -> None:
        chosen, rubric, row = self.criterion(), self.rubric(), self.levels.currentIndex().row()
        if chosen is not None and rubric is not None:
            levels = [one for at, one in enumerate(chosen[1].descriptors) if at != row]
            self._put_levels(rubric, chosen[0], chosen[1], levels)

    # lay-out

    def _arrange(self) -> None:
        side = QVBoxLayout()
        card = TableCard(self.rubrics)
        side.addWidget(card, 1)
        side.addLayout(stretch_row(self.add, self.copy, self.remove))
        how = QHBoxLayout()
        how.setSpacing(12)
        for box in (self.total, self.normalise, self.incomplete):
            box.setMinimumContentsLength(8)
            how.addWidget(box, 1)
        table = Card()
        table.body.setContentsMargins(8, 6, 8, 6)
        table.body.addWidget(self.criteria, 3)
        tools = stretch_row(self.more, self.fewer, self.up, self.down)
        tools.addWidget(self.sum)
        table.body.addLayout(tools)
        levels = Card()
        levels.body.setContentsMargins(8, 6, 8, 6)
        levels.body.addWidget(self.levels_title)
        levels.body.addWidget(self.levels, 2)
        levels.body.addLayout(stretch_row(self.more_levels, self.fewer_levels))
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(how)
        right.addWidget(table, 3)
        right.addWidget(levels, 2)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(side)
        row.addLayout(right, 1)
        self.content.addLayout(row, 1)

    def _connect(self) -> None:
        self.rubrics.chosen.connect(self._on_rubric)
        self.criteria.chosen.connect(self._on_chosen)
        self.levels.chosen.connect(self._on_chosen_level)
        self.criteria.grid.edited.connect(self._on_criterion)
        self.levels.grid.edited.connect(self._on_level)
        for button, act in (
            (self.add, self._on_add),
            (self.copy, self._on_copy),
            (self.remove, self._on_remove),
            (self.more, self._on_more),
            (self.fewer, self._on_fewer),
            (self.up, self._on_up),
            (self.down, self._on_down),
            (self.more_levels, self._on_more_levels),
            (self.fewer_levels, self._on_fewer_levels),
        ):
            button.clicked.connect(act)
        for box in (self.total, self.normalise, self.incomplete):
            box.activated.connect(self._on_how)

    def _on_rubric(self, key: object) -> None:
        if self.book.shape is not None:
            self._show_rubric()
            self.look()

    def _on_chosen(self, row: int, column: int) -> None:
        self._show_levels()
        self.look()

    def _on_chosen_level(self, row: int, column: int) -> None:
        self.look()
