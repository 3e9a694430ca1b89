"""The ranking rule, sealed with the package: panel, ties, groups, awards."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.domain.competition import Rule
from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.rule_form import (
    CHOICES,
    GROUPS,
    RuleForm,
    choice_words,
    form_of,
    group_words,
    method_words,
    rule_of,
)
from kipp_desktop.gui.models.shape_book import ShapeBook
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.pages.organiser_shape import ShapeTab, offer, refused
from kipp_desktop.gui.widgets.card import Card
from kipp_desktop.gui.widgets.text import Text


class RuleTab(ShapeTab):
    """Every field is taken when it is left; what it costs is said when the shape is saved."""

    def __init__(self, office: OrganiserOffice, book: ShapeBook, notice: NoticeBar) -> None:
        super().__init__(office, book, notice)
        self._drawing = False
        self.method, self.per = Choice(), Choice()
        self.k, self.top_n = QSpinBox(), QSpinBox()
        self.ties, self.link = QPlainTextEdit(), Choice()
        self.labels, self.top_name = QLineEdit(), QLineEdit()
        self.groups = {kind: QCheckBox() for kind in GROUPS}
        self.choices = {name: Choice() for name in CHOICES}
        self._names: dict[QWidget, Text] = {}
        self._groups_name = Text("", "second", "soft")
        self._arrange()
        self._connect()
        self.start()

    def show_shape(self) -> None:
        """Fill the form from the book."""
        shape = self.book.shape
        assert shape is not None
        self._drawing = True
        form = form_of(shape.rule)
        offer(self.method, method_words(), form.method)
        per = {
            "total": translate("RuleTab", "menurut jumlah nilai"),
            "criterion": translate("RuleTab", "menurut tiap kriteria"),
        }
        offer(self.per, per, form.per)
        self.k.setValue(form.k)
        for field in (self.k, self.per):
            field.setVisible(form.method == "trimmed")
            self._names[field].setVisible(form.method == "trimmed")
        if self.ties.toPlainText() != form.ties:
            self.ties.setPlainText(form.ties)
        self._offer_links()
        for kind, box in self.groups.items():
            box.setChecked(kind in form.groups)
        self.labels.setText(form.labels)
        self.labels.setCursorPosition(0)
        self.top_n.setValue(form.top_n)
        self.top_name.setText(form.top_name)
        for name, words in choice_words().items():
            offer(self.choices[name], words, form.choices[name])
        self._drawing = False

    def retranslate(self) -> None:
        """Write the fixed texts."""
        super().retranslate()
        for field, words in self._words().items():
            self._names[field].setText(words)
            field.setAccessibleName(words.replace("&", ""))
        for kind, words in group_words().items():
            self.groups[kind].setText(words)
        self._groups_name.setText(translate("RuleTab", "Peringkat disusun untuk"))
        self.top_n.setSpecialValueText(translate("RuleTab", "tidak ada"))
        self.labels.setPlaceholderText("Juara I; Juara II; Juara III")

    def _words(self) -> dict[QWidget, str]:
        return {
            self.method: translate("RuleTab", "&Nilai panel"),
            self.k: translate("RuleTab", "Dibuang di tiap ujung"),
            self.per: translate("RuleTab", "Dibuang"),
            self.ties: translate("RuleTab", "&Pemecah nilai sama, berurutan, satu baris satu"),
            self.link: translate("RuleTab", "Tambah pemecah"),
            self.choices["after_ties"]: translate("RuleTab", "Bila tetap &sama"),
            self.labels: translate("RuleTab", "Predi&kat, dipisah titik koma"),
            self.choices["labels_follow"]: translate("RuleTab", "Predikat mengikuti"),
            self.top_n: translate("RuleTab", "Penghargaan &tanpa peringkat: berapa"),
            self.top_name: translate("RuleTab", "Namanya (Top 10)"),
            self.choices["counts"]: translate("RuleTab", "Yang &dihitung"),
            self.choices["partial_jurors"]: translate("RuleTab", "&Juri yang tidak menilai semua"),
            self.choices["ranking_visible"]: translate("RuleTab", "Peringkat ter&buka"),
            self.choices["rank_on"]: translate("RuleTab", "&Menurut"),
            self.choices["published_decimals"]: translate("RuleTab", "Desimal yang diumumkan"),
        }

    def _texts(self) -> RuleForm:
        return RuleForm(
            str(self.method.currentData()),
            self.k.value(),
            str(self.per.currentData()),
            self.ties.toPlainText(),
            tuple(kind for kind in GROUPS if self.groups[kind].isChecked()),
            self.labels.text(),
            self.top_n.value(),
            self.top_name.text().strip(),
            {name: str(box.currentData()) for name, box in self.choices.items()},
        )

    def _on_typed(self) -> None:
        shape = self.book.shape
        if self._drawing or shape is None:
            return
        try:
            rule: Rule = rule_of(shape.rule, self._texts())
        except UserError as error:
            refused(self, error)
            return
        self.book.change(translate("RuleTab", "ubah aturan"), replace(shape, rule=rule))

    def _on_ties(self) -> None:
        """A line that is still being typed says nothing yet."""
        shape = self.book.shape
        if self._drawing or shape is None:
            return
        try:
            rule = rule_of(shape.rule, self._texts())
        except UserError:
            return
        self.book.change(translate("RuleTab", "pemecah nilai sama"), replace(shape, rule=rule))

    def _on_link(self, index: int) -> None:
        link = str(self.link.currentData() or "")
        if link:
            self.ties.setPlainText(f"{self.ties.toPlainText().rstrip()}\n{link}".strip())

    def _offer_links(self) -> None:
        """What ties may be broken by and isn't yet."""
        shape, language = self.book.shape, self.office.languages.current
        taken = set(self.ties.toPlainText().split())
        self.link.clear()
        self.link.addItem(translate("RuleTab", "pilih …"), "")
        if shape is None:
            return
        last = shape.stages[-1].rubric.values() if shape.stages else ()
        for rubric_id in dict.fromkeys(last):
            rubric = shape.rubric(rubric_id)
            for one in rubric.criterion if rubric is not None else ():
                if f"criterion:{one.id}" not in taken:
                    self.link.addItem(one.name.in_language(language), f"criterion:{one.id}")
        for stage in shape.stages[:-1]:
            if stage.form == "scored" and f"stage:{stage.id}" not in taken:
                self.link.addItem(stage.name.in_language(language), f"stage:{stage.id}")

    def _arrange(self) -> None:
        self.k.setRange(1, 50)
        self.top_n.setRange(0, 999)
        self.ties.setTabChangesFocus(True)
        self.ties.setFixedHeight(self.fontMetrics().height() * 5)
        which = self.choices
        left = self._column(
            [
                *(self.method, self.k, self.per, self.ties, self.link, which["after_ties"]),
                *(which["counts"], which["partial_jurors"]),
            ]
        )
        right = self._column(
            [
                *(self.labels, which["labels_follow"], self.top_n, self.top_name),
                *(which["ranking_visible"], which["rank_on"], which["published_decimals"]),
            ],
            self._groups_grid(),
        )
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.content.addWidget(area, 1)

    def _groups_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.addWidget(self._groups_name, 0, 0, 1, 2)
        for at, box in enumerate(self.groups.values()):
            grid.addWidget(box, 1 + at // 2, at % 2)
        return grid

    def _column(self, fields: list[QWidget], foot: QGridLayout | None = None) -> Card:
        card = Card()
        for field in fields:
            label = Text("", "second", "soft")
            label.setTextFormat(Qt.TextFormat.AutoText)
            label.setBuddy(field)
            self._names[field] = label
            pair = QVBoxLayout()
            pair.setSpacing(4)
            pair.addWidget(label)
            pair.addWidget(field)
            card.body.addLayout(pair)
        if foot is not None:
            card.body.addLayout(foot)
        card.body.addStretch(1)
        return card

    def _connect(self) -> None:
        for box in (self.method, self.per, *self.choices.values()):
            box.activated.connect(self._on_typed)
        for spin in (self.k, self.top_n):
            spin.valueChanged.connect(self._on_typed)
        for line in (self.labels, self.top_name):
            line.editingFinished.connect(self._on_typed)
        for check in self.groups.values():
            check.toggled.connect(self._on_typed)
        self.ties.textChanged.connect(self._on_ties)
        self.link.activated.connect(self._on_link)
