"""The identity that is printed, and the rule in words."""

from __future__ import annotations

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

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.rule import criteria_facts, rule_words
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_letterhead import LetterheadCard
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPanel
from kipp_desktop.gui.pages.organiser_print_choice import PAPERS
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.facts import Facts
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import letterheads, setting_up
from kipp_desktop.services.masters import Master

_BODIES = ("Dewan Juri", "Tim Penilai")


class IdentityTab(OrganiserPanel):
    """Fields at the left, the rule at the right; nothing is written before Simpan."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office)
        self._notice = notice
        self._shown: dict[str, str] = {}
        self.competition, self.theme, self.body = QLineEdit(), QLineEdit(), QComboBox()
        self.legal, self.letterhead, self.paper = QPlainTextEdit(), QPlainTextEdit(), QComboBox()
        self.kop = LetterheadCard(office, notice)
        self._labels = [Text("", "second", "soft") for _ in range(6)]
        self.save = Button("", "primary")
        self.undo = Button("", "ghost")
        self._rule = Text("", "second").wrapped()
        self._criteria = Facts()
        self._rule_card, self._criteria_card = Card(), Card()
        self._arrange()
        self._connect()
        self.start()

    def values(self) -> dict[str, str]:
        """What the fields say now."""
        return {
            "title": self.competition.text().strip(),
            "theme": self.theme.text().strip(),
            "body": self.body.currentText().strip(),
            "paper": str(self.paper.currentData()),
            "legal_basis": "\n".join(_lines(self.legal)),
            "letterhead": "\n".join(_lines(self.letterhead)),
            "logo": self.kop.logo or "",
        }

    def write(self) -> None:
        """Save what was changed."""
        values, overview = self.values(), self.overview
        changed = {key: value for key, value in values.items() if value != self._shown.get(key)}
        if not changed or overview is None:
            return
        lines, logo = values["letterhead"].splitlines(), values["logo"] or None
        simple = {key: value for key, value in changed.items() if key in setting_up.IDENTITY_KEYS}

        def job(master: Master, progress: Progress) -> None:
            if simple:
                setting_up.change_settings(master, simple)
            if "legal_basis" in changed:
                setting_up.put_setting(master, "legal_basis", changed["legal_basis"].splitlines())
            if changed.keys() & {"letterhead", "logo"}:
                letterheads.put(master, lines, logo)

        self._shown = {}  # take what the master says afterwards
        self.office.act(translate("IdentityTab", "Menyimpan identitas"), job, self._notice)

    def show_overview(self, overview: Overview) -> None:
        """Fill the fields, unless somebody is changing them."""
        draft = overview.draft
        language = self.office.languages.current
        self._rule.setText(rule_words(draft, language))
        self._criteria.set_facts(criteria_facts(draft, language))
        if self._shown and self.values() != self._shown:
            return
        self.competition.setText(draft.title)
        self.theme.setText(draft.theme)
        self.body.setCurrentText(draft.body)
        self.paper.setCurrentIndex(max(0, self.paper.findData(draft.paper)))
        self.legal.setPlainText("\n".join(draft.legal_basis))
        self.letterhead.setPlainText("\n".join(draft.letterhead.lines))
        self.kop.logo = draft.letterhead.logo_png
        self.competition.setCursorPosition(0)
        self.theme.setCursorPosition(0)
        self._shown = self.values()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        names = (
            translate("IdentityTab", "&Judul kompetisi"),
            translate("IdentityTab", "T&ema"),
            translate("IdentityTab", "Sebutan &penilai"),
            translate("IdentityTab", "&Kertas"),
            translate("IdentityTab", "Dasar &hukum, satu baris satu peraturan"),
            translate("IdentityTab", "Kop surat, sa&tu baris satu baris"),
        )
        for label, field, name in zip(self._labels, self._fields(), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name.replace("&", ""))
        self.save.setText(translate("IdentityTab", "&Simpan"))
        self.undo.setText(translate("IdentityTab", "&Urungkan"))
        self._rule_card.set_caption(translate("IdentityTab", "Aturan peringkat"))
        self.kop.retranslate()
        self._criteria_card.set_caption(translate("IdentityTab", "Kriteria"))

    def look(self) -> None:
        """Saving wants a change and a title."""
        changed = bool(self._shown) and self.values() != self._shown
        self.save.setEnabled(changed and bool(self.competition.text().strip()) and not self.office.busy)
        self.undo.setVisible(changed)
        paper = self.paper.currentData()
        if self._shown and paper is not None:
            self.kop.show_letterhead(_lines(self.letterhead), paper)

    def _fields(self) -> tuple[QWidget, ...]:
        return (self.competition, self.theme, self.body, self.paper, self.legal, self.letterhead)

    def _arrange(self) -> None:
        self.body.setEditable(True)
        self.body.addItems(_BODIES)
        for data, words in PAPERS:
            self.paper.addItem(words, data)
        for text in (self.legal, self.letterhead):
            text.setTabChangesFocus(True)
            text.setFixedHeight(self.fontMetrics().height() * 5)
        for label, field in zip(self._labels, self._fields(), strict=True):
            label.setTextFormat(Qt.TextFormat.AutoText)
            label.setBuddy(field)
        form = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        places = ((0, 0, 2), (2, 0, 2), (4, 0, 1), (4, 1, 1), (6, 0, 2), (8, 0, 2))
        for label, field, (row, column, span) in zip(self._labels, self._fields(), places, strict=True):
            if row and not column:
                grid.setRowMinimumHeight(row, self.fontMetrics().height() + 12)
            grid.addWidget(label, row, column, 1, span, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, row + 1, column, 1, span)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        form.body.addLayout(grid)
        form.body.addStretch(1)
        self._rule_card.body.addWidget(self._rule)
        self._criteria_card.body.addWidget(self._criteria)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.kop)
        side.addWidget(self._rule_card)
        side.addWidget(self._criteria_card)
        side.addStretch(1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(12)
        row.addWidget(form, 5)
        row.addLayout(side, 4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        actions = QHBoxLayout()
        actions.setContentsMargins(0, 0, 0, 12)
        actions.addStretch(1)
        actions.addWidget(self.undo)
        actions.addWidget(self.save)
        outer.addLayout(actions)

    def _connect(self) -> None:
        self.save.clicked.connect(self.write)
        self.undo.clicked.connect(self._on_undo)
        self.kop.changed.connect(self.look)
        for line in (self.competition, self.theme):
            line.textChanged.connect(self.look)
        for text in (self.legal, self.letterhead):
            text.textChanged.connect(self.look)
        for box in (self.body, self.paper):
            box.currentTextChanged.connect(self.look)

    def _on_undo(self) -> None:
        self._shown = {}
        if self.overview is not None:
            self.show_overview(self.overview)
        self.look()


def _lines(field: QPlainTextEdit) -> list[str]:
    return [line.strip() for line in field.toPlainText().splitlines() if line.strip()]
