"""What the tabs that edit stages and rubrics share: problems, undo, saving after a look at the changes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.dialogs.organiser_shape_changes import ShapeChangesDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.shape_book import ShapeBook
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPanel
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import shaping
from kipp_desktop.services.masters import Master
from kipp_desktop.services.shaping import ShapePlan


class ShapeTab(OrganiserPanel):
    """A tab on the shared book. Subclasses fill `content` and draw themselves in `show_shape`."""

    def __init__(self, office: OrganiserOffice, book: ShapeBook, notice: NoticeBar) -> None:
        super().__init__(office)
        self.book, self.notice = book, notice
        self.content = QVBoxLayout()
        self.problem = Text("", "second", "bad").wrapped()
        self.undo, self.redo = Button("", "ghost"), Button("", "ghost")
        self.save = Button("", "primary")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.problem, 1)
        for button in (self.undo, self.redo, self.save):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(12)
        column.addLayout(self.content, 1)
        column.addLayout(foot)
        self.undo.clicked.connect(book.undo.undo)
        self.redo.clicked.connect(book.undo.redo)
        self.save.clicked.connect(self.look_through)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, book.undo.undo),
            (QKeySequence.StandardKey.Redo, book.undo.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        book.changed.connect(self._on_book)
        book.undo.indexChanged.connect(self.look)

    def show_shape(self) -> None:
        """Draw the tab from the book."""

    def show_overview(self, overview: Overview) -> None:
        """Take what the master says, unless it is being changed."""
        self.book.follow(overview)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.save.setText(translate("ShapeTab", "&Simpan susunan"))
        self._name_steps()

    def look(self) -> None:
        """Saving wants a change and no problem."""
        problems = self.book.problems()
        first = self.office.notices.sentence_of(problems[0].code, problems[0].facts) if problems else ""
        more = translate("ShapeTab", " (dan {n} lagi)").format(n=len(problems) - 1) if problems[1:] else ""
        self.problem.setText(f"⚠ {first}{more}" if first else "")
        changed = self.book.is_changed
        self.save.setEnabled(changed and not problems and not self.office.busy)
        self.save.setVisible(changed)
        self.undo.setVisible(changed or self.book.undo.canUndo())
        self.redo.setVisible(self.book.undo.canRedo())
        self._name_steps()

    def look_through(self) -> None:
        """Work out what saving would change for jurors; ask where it does."""
        shape, meanings = self.book.shape, self.book.meanings
        if shape is None or self.book.problems():
            return

        def job(master: Master, progress: Progress) -> ShapePlan:
            return shaping.plan(master, shape, meanings)

        what = translate("ShapeTab", "Memeriksa perubahan")
        self.office.act(what, job, self.notice, self._on_planned, writes=False)

    def write(self, reason: str = "") -> None:
        """Save."""
        shape, meanings = self.book.shape, self.book.meanings
        if shape is None:
            return

        def job(master: Master, progress: Progress) -> ShapePlan:
            return shaping.save(master, shape, meanings, reason or None)

        self.office.act(translate("ShapeTab", "Menyimpan susunan"), job, self.notice, self._on_saved)

    def _on_planned(self, planned: ShapePlan) -> None:
        if not planned.changes:
            self.write()
            return
        language = self.office.languages.current
        dialog = ShapeChangesDialog(planned, self.book.meanings, language, self)
        agreed, reason = dialog.agreed(), dialog.reason()
        told = {
            place: other
            for place, other in dialog.meanings().items()
            if other != (place in self.book.meanings)
        }
        dialog.deleteLater()
        if not agreed:
            return
        for place, other in told.items():
            self.book.mean(translate("ShapeTab", "arti kriteria"), place, other)
        if told:  # what that costs is said first
            self.look_through()
        else:
            self.write(reason)

    def _on_saved(self, planned: ShapePlan) -> None:
        overview = self.office.overview
        if overview is not None:
            self.book.follow(overview, anew=True)
        text = translate("ShapeTab", "Susunan disimpan.")
        if planned.changes:
            text = translate(
                "ShapeTab", "Susunan disimpan. Terbitkan versi paket baru supaya juri memakainya."
            )
        self.notice.show_words(text, "ok")

    def _on_book(self) -> None:
        if self.book.shape is not None:
            self.show_shape()
        self.look()

    def _name_steps(self) -> None:
        stack = self.book.undo
        named = translate("ShapeTab", "&Urungkan"), translate("ShapeTab", "Ulan&gi")
        for button, words, what in zip(
            (self.undo, self.redo), named, (stack.undoText(), stack.redoText()), strict=True
        ):
            button.setText(f"{words}: {what}" if what else words)


def refused(tab: ShapeTab, error: UserError) -> None:
    """Say why something typed is not taken; what was there stays."""
    tab.notice.show_error(error)
    tab.show_shape()


def offer(box: QComboBox, words: Mapping[str, str], current: str) -> None:
    """Offer these, with the current one chosen."""
    box.clear()
    for data, text in words.items():
        box.addItem(text, data)
    box.setCurrentIndex(max(0, box.findData(current)))


def stretch_row(*widgets: QWidget) -> QHBoxLayout:
    """Buttons at the left of a row."""
    row = QHBoxLayout()
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
