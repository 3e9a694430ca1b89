"""The stages as a whole: in which order, who judges, by which rubric, who goes on, how long a slot lasts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.domain.competition import Stage
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Text as Name
from kipp_desktop.domain.shape import percent_text
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.outcomes import advance_words, stage_words
from kipp_desktop.gui.models.shape_book import ShapeBook, free_id
from kipp_desktop.gui.models.stage_form import (
    StageForm,
    form_of,
    form_words,
    kind_words,
    per_words,
    stage_of,
    tie_words,
)
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.pages.organiser_shape import ShapeTab, offer, refused, stretch_row
from kipp_desktop.gui.widgets.card import Button, Card, TableCard
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.text import Text


class StageFormsTab(ShapeTab):
    """Stages at the left, the chosen one as a form at the right; each field is taken when it is left."""

    def __init__(self, office: OrganiserOffice, book: ShapeBook, notice: NoticeBar) -> None:
        super().__init__(office, book, notice)
        self._drawing = False
        self.stages = RichTable(office.theme, "", [Column("")], PEOPLE_ROW)
        self.stages.horizontalHeader().hide()
        self.add, self.remove = Button("", "ghost"), Button("", "ghost")
        self.up, self.down = Button("↑", "ghost"), Button("↓", "ghost")
        self.name, self.english, self.weight = QLineEdit(), QLineEdit(), QLineEdit()
        self.others, self.minimum, self.first = QLineEdit(), QLineEdit(), QLineEdit()
        self.form, self.rubric = Choice(), Choice()
        self.panel, self.advance = QComboBox(), Choice()
        self.per, self.at_tie = Choice(), Choice()
        self.segments = QPlainTextEdit()
        self._labels = [Text("", "second", "soft") for _ in range(13)]
        self._arrange()
        self._connect()
        self.start()

    def stage(self) -> Stage | None:
        """The stage that is chosen."""
        shape, key = self.book.shape, self.stages.current_key()
        return None if shape is None else next((one for one in shape.stages if one.id == key), None)

    def show_shape(self) -> None:
        """Draw the list and the form."""
        shape = self.book.shape
        assert shape is not None
        language = self.office.languages.current
        self.stages.set_rows([_row(at, one, language) for at, one in enumerate(shape.stages, 1)])
        self.stages.setFixedWidth(self.office.theme.px(250))
        if self.stage() is None and shape.stages:
            self.stages.choose(shape.stages[0].id)
        self._show_form()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        super().retranslate()
        self.stages.setAccessibleName(translate("StageFormsTab", "Tahap"))
        self.add.setText(translate("StageFormsTab", "&Tambah"))
        self.remove.setText(translate("StageFormsTab", "&Hapus"))
        self.up.setAccessibleName(translate("StageFormsTab", "Naikkan tahap"))
        self.down.setAccessibleName(translate("StageFormsTab", "Turunkan tahap"))
        for label, field, words in zip(self._labels, self._fields(), self._names(), strict=True):
            label.setText(words)
            field.setAccessibleName(words.replace("&", ""))
        self.others.setPlaceholderText(translate("StageFormsTab", "replikasi = replikasi; khusus = khusus"))
        self.segments.setPlaceholderText(translate("StageFormsTab", "Presentasi 7\nWawancara 13"))

    def look(self) -> None:
        """Only what can be done with the chosen stage."""
        super().look()
        shape, stage = self.book.shape, self.stage()
        at = -1 if shape is None or stage is None else shape.stages.index(stage)
        self.remove.setEnabled(at >= 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(shape is not None and 0 <= at < len(shape.stages) - 1)

    # the form

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            *(self.name, self.english, self.form, self.panel, self.rubric, self.others, self.weight),
            *(self.advance, self.minimum, self.first, self.per, self.at_tie, self.segments),
        )

    def _names(self) -> tuple[str, ...]:
        return (
            translate("StageFormsTab", "&Nama tahap"),
            translate("StageFormsTab", "Nama dalam bahasa Ing&gris"),
            translate("StageFormsTab", "&Bentuk"),
            translate("StageFormsTab", "&Penilai (panel)"),
            translate("StageFormsTab", "&Rubrik"),
            translate("StageFormsTab", "Rubrik lain per &kelompok"),
            translate("StageFormsTab", "Bobot dalam nilai akhir (%)"),
            translate("StageFormsTab", "Yang &lanjut"),
            translate("StageFormsTab", "Nilai ambang"),
            translate("StageFormsTab", "Berapa terbaik"),
            translate("StageFormsTab", "Batas dihitung"),
            translate("StageFormsTab", "Nilai sama"),
            translate("StageFormsTab", "Segmen tampil, satu baris satu segmen: nama lalu &menit"),
        )

    def _texts(self) -> StageForm:
        return StageForm(
            self.name.text().strip(),
            self.english.text().strip(),
            str(self.form.currentData()),
            self.panel.currentText().strip(),
            str(self.rubric.currentData()),
            self.others.text().strip(),
            self.weight.text().strip(),
            self.segments.toPlainText().strip(),
            str(self.advance.currentData()),
            self.minimum.text().strip(),
            self.first.text().strip() or "10",
            str(self.per.currentData()),
            str(self.at_tie.currentData()),
        )

    def _show_form(self) -> None:
        stage, shape = self.stage(), self.book.shape
        if stage is None or shape is None:
            return
        self._drawing = True
        form = form_of(stage)
        rubrics = {one.id: one.id for one in shape.rubrics}
        offer(self.form, form_words(), form.form)
        offer(self.rubric, rubrics | {form.rubric: form.rubric}, form.rubric)
        offer(self.advance, kind_words(), form.advance)
        offer(self.per, per_words(), form.per)
        offer(self.at_tie, tie_words(), form.at_tie)
        panels = dict.fromkeys(("juri", "panitia", *(one.panel for one in shape.stages)))
        self.panel.clear()
        self.panel.addItems(list(panels))
        self.panel.setCurrentText(form.panel)
        for field, text in (
            (self.name, form.name),
            (self.english, form.english),
            (self.others, form.others),
            (self.weight, form.weight),
            (self.minimum, form.minimum),
            (self.first, form.first),
        ):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        if self.segments.toPlainText().strip() != form.segments:
            self.segments.setPlainText(form.segments)
        self._show_advance(form.advance)
        self._drawing = False

    def _show_advance(self, kind: str) -> None:
        shown = {self.minimum: "threshold", self.first: "top", self.per: "top", self.at_tie: "top"}
        for label, field in zip(self._labels, self._fields(), strict=True):
            if field in shown:
                label.setVisible(kind == shown[field])
                field.setVisible(kind == shown[field])

    def _on_typed(self) -> None:
        """Take the form over, if it says something else."""
        stage = self.stage()
        if self._drawing or stage is None:
            return
        try:
            changed = stage_of(stage, self._texts())
        except UserError as error:
            refused(self, error)
            return
        self.book.change_stage(translate("StageFormsTab", "ubah tahap"), changed)

    # the list

    def _on_add(self) -> None:
        shape = self.book.shape
        if shape is None or not shape.rubrics:
            return
        name = translate("StageFormsTab", "Tahap baru")
        taken = {one.id for one in shape.stages}
        made = Stage(free_id(name, taken), Name(name), rubric={"default": shape.rubrics[0].id})
        at = max(0, len(shape.stages) - 1)  # before the last: the last one gives the result
        stages = (*shape.stages[:at], made, *shape.stages[at:])
        self.book.change(translate("StageFormsTab", "tambah tahap"), replace(shape, stages=stages))
        self.stages.choose(made.id)
        self.name.setFocus()
        self.name.selectAll()

    def _on_remove(self) -> None:
        shape, stage = self.book.shape, self.stage()
        if shape is not None and stage is not None:
            kept = tuple(one for one in shape.stages if one is not stage)
            self.book.change(translate("StageFormsTab", "hapus tahap"), replace(shape, stages=kept))

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        shape, stage = self.book.shape, self.stage()
        if shape is None or stage is None:
            return
        stages = list(shape.stages)
        at = stages.index(stage)
        if 0 <= at + step < len(stages):
            stages[at], stages[at + step] = stages[at + step], stages[at]
            words = translate("StageFormsTab", "pindahkan tahap")
            self.book.change(words, replace(shape, stages=tuple(stages)))

    def _on_chosen(self, key: object) -> None:
        if self.book.shape is not None:
            self._show_form()
            self.look()

    # lay-out

    def _arrange(self) -> None:
        self.panel.setEditable(True)
        self.segments.setTabChangesFocus(True)
        self.segments.setFixedHeight(self.fontMetrics().height() * 5)
        for label, field in zip(self._labels, self._fields(), strict=True):
            label.setTextFormat(Qt.TextFormat.AutoText)
            label.setBuddy(field)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        cut = QHBoxLayout()  # what belongs to a threshold or to the best ones
        cut.setSpacing(12)
        for at in (8, 9, 10, 11):
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(self._labels[at])
            part.addWidget(self._fields()[at])
            cut.addLayout(part, 1)
        grid.addLayout(cut, 8, 0, 1, 2)
        for at in (*range(8), 12):
            row, column, span = (9, 0, 2) if at == 12 else (at // 2 * 2, at % 2, 1)
            grid.addWidget(self._labels[at], row, column, 1, span, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(self._fields()[at], row + 1, column, 1, span)
        for row in (2, 4, 6, 9):
            grid.setRowMinimumHeight(row, self.fontMetrics().height() + 10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        form = Card()
        form.body.addLayout(grid)
        form.body.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(form)
        side = QVBoxLayout()
        card = TableCard(self.stages)
        side.addWidget(card, 1)
        side.addLayout(stretch_row(self.add, self.remove, self.up, self.down))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(side)
        row.addWidget(area, 1)
        self.content.addLayout(row, 1)

    def _connect(self) -> None:
        self.stages.chosen.connect(self._on_chosen)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        for line in (self.name, self.english, self.others, self.weight, self.minimum, self.first):
            line.editingFinished.connect(self._on_typed)
        for box in (self.form, self.rubric, self.advance, self.per, self.at_tie):
            box.activated.connect(self._on_typed)
        self.panel.activated.connect(self._on_typed)
        panel_line = self.panel.lineEdit()
        if panel_line is not None:
            panel_line.editingFinished.connect(self._on_typed)
        self.segments.textChanged.connect(self._on_segments)

    def _on_segments(self) -> None:
        """A line that is still being typed says nothing yet."""
        stage = self.stage()
        if self._drawing or stage is None:
            return
        try:
            changed = stage_of(stage, self._texts())
        except UserError:
            return
        self.book.change_stage(translate("StageFormsTab", "ubah segmen"), changed)


def _row(at: int, stage: Stage, language: str) -> Row:
    name = stage.name.in_language(language)
    second = f"{stage_words(stage)} · {advance_words(stage.advance)}"
    if stage.weight_bp:
        second = f"{percent_text(stage.weight_bp)} % · {second}"
    return Row(stage.id, (Cell(f"{at}  {name}", second, tip=f"{name}\n{second}"),))
