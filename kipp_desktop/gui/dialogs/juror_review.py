"""Before a sheet is locked: everything on it once more, and which own sheets have the same total."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from kipp_desktop.domain.competition import Entry
from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.gui.languages import LanguageCode, number, translate
from kipp_desktop.gui.models.steps import comment_name
from kipp_desktop.gui.pages.juror_choice import choice_text
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.facts import Facts
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.scrolled import scrolled
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.scoring import OwnSheet

_ROW = 44


class ReviewDialog(QDialog):
    """Shows a complete sheet; accepted means that it is to be locked."""

    def __init__(
        self,
        theme: Theme,
        own: OwnSheet,
        entry: Entry,
        place: tuple[int, int] | None,
        equal: Sequence[str],
        language: LanguageCode,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._own = own
        self._language = language
        self.setWindowTitle(translate("Review", "Tinjau lembar {entry}").format(entry=entry.id))
        self.resize(min(theme.px(680), 1040), min(theme.px(560), 570))
        self.confirm = Button(translate("Review", "Kunci lembar"), "primary")
        inside = QVBoxLayout()
        inside.setSpacing(10)
        self.table = self._table()
        inside.addWidget(self.table)
        inside.addWidget(self._sum_card(place, equal))
        inside.addWidget(self._comments())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(Text(f"{entry.id}   {entry.title}", "heading").wrapped())
        column.addWidget(Text(entry.institution, "second", "soft"))
        column.addWidget(scrolled(inside, self.windowTitle()), 1)
        column.addWidget(self._buttons())
        self.confirm.setFocus()

    def _table(self) -> RichTable:
        columns = [
            Column(translate("Review", "Kriteria")),
            Column(translate("Review", "Nilai"), 90, Qt.AlignmentFlag.AlignRight),
        ]
        table = RichTable(self._theme, self.windowTitle(), columns, _ROW)
        pairs = zip(self._own.rubric.criterion, self._own.values, strict=True)
        table.set_rows([self._row(criterion, value) for criterion, value in pairs])
        table.setFixedHeight(table.full_height())
        return table

    def _row(self, criterion: Criterion, value: int | None) -> Row:
        scale = criterion.scale
        levels = [one for one in criterion.descriptors if value is not None and one.from_ <= value <= one.to]
        meaning = levels[0].text.in_language(self._language) if levels else ""
        text = translate("ValueField", "belum") if value is None else choice_text(scale, value)
        name = criterion.name.in_language(self._language)
        return Row(criterion.id, (Cell(name, meaning, tip=meaning or name), Cell(text, role="heading")))

    def _sum_card(self, place: tuple[int, int] | None, equal: Sequence[str]) -> Card:
        card = Card(kind="accent")
        card.body.setContentsMargins(18, 8, 18, 8)
        facts = [(translate("Review", "Jumlah"), number(self._own.running_total))]
        if place is not None:
            words = translate("Review", "{place} dari {all} lembar lengkap")
            facts.append((translate("Review", "Tempat"), words.format(place=place[0], all=place[1])))
        if equal:
            facts.append((translate("Review", "Jumlahnya sama dengan"), ", ".join(equal)))
        shown = Facts()
        shown.set_facts(facts)
        card.body.addWidget(shown)
        return card

    def _comments(self) -> QWidget:
        none = translate("Review", "tidak ada")
        texts = [(kind, self._own.comments.get(("", kind), "")) for kind in ("praise", "improve")]
        shown = Facts()
        shown.set_facts([(comment_name(kind), text or none) for kind, text in texts])
        return shown

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(Button(translate("Review", "Kembali")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
