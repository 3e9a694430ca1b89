"""A list is looked at, mended and mapped before anything is written: every problem stands in its cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.entries import field_words, problem_rows
from kipp_desktop.gui.models.list_book import ListBook
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.edit_grid import EditGrid, GridColumn, Mark
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services import list_editing
from kipp_desktop.services.list_editing import FIELDS, Sheet
from kipp_desktop.services.masters import Master

SUFFIXES = (".xlsx", ".csv")
Kind = Literal["entries", "jurors"]
Source = Callable[[Master], Sheet]
_WIDE = {"type": 160, "title": 300, "institution": 250, "name": 240, "number": 90, "id": 90}


class ListDialog(QDialog):
    """Nothing is written unless every row is good or bad ones are left out on purpose."""

    def __init__(
        self, office: OrganiserOffice, kind: Kind, title: str, page_notice: NoticeBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._office, self._title, self._page_notice = office, title, page_notice
        self.setWindowTitle(translate("ListDialog", "Periksa daftar"))
        self.resize(1080, 640)
        self.book = ListBook(office, self)
        self._led = False  # to the column that is not known, once
        self.notice = NoticeBar(office.theme, office.notices)
        self.summary = Text(translate("ListDialog", "Membaca daftar …"), "body", "soft").wrapped()
        self.problems = RichTable(office.theme, translate("ListDialog", "Masalah"), _problem_columns())
        self.grid = EditGrid(office.theme, translate("ListDialog", "Isi daftar"), [GridColumn("")])
        self._problems_card = Card()
        self.meaning_label = Text("", "second", "soft")
        self.meaning = Choice()
        self.add, self.remove = Button("", "ghost"), Button("", "ghost")
        self.undo, self.redo = Button("", "ghost"), Button("", "ghost")
        self.skip = QCheckBox(translate("ListDialog", "&Lewati baris yang salah"))
        self.confirm = Button("", "primary")
        self.cancel = Button(translate("ListDialog", "Batal"))
        self._arrange()
        self._connect()
        self._look()
        self.grid.setFocus()  # not to whichever button the reading of the file makes usable first

    def read(self, source: Source) -> None:
        """Get the sheet on the worker."""
        what = translate("ListDialog", "Membaca daftar")
        self._office.act(what, _reading(source), self.notice, self.book.begin, writes=False)

    def write(self, reason: str | None = None) -> None:
        """Write what changed."""
        sheet, plan, skip = self.book.sheet, self.book.plan, self.skip.isChecked()
        if sheet is None or plan is None:
            return

        def job(master: Master, progress: Progress) -> int | None:
            try:
                return list_editing.write(master, sheet, plan, skip, reason, progress.step)
            except UserError as error:
                if error.code == "set.reason_needed":
                    return None
                raise

        what = translate("ListDialog", "Menulis daftar")
        self._office.act(what, job, self.notice, self._on_written)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(ElidedText(self._title, "heading"))
        column.addWidget(self.summary)
        column.addWidget(self.notice)
        tools = QHBoxLayout()
        self.meaning_label.setBuddy(self.meaning)
        for button in (self.undo, self.redo, self.add, self.remove):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.meaning_label)
        tools.addWidget(self.meaning)
        column.addLayout(tools)
        split = QSplitter(Qt.Orientation.Vertical)
        for card, table in ((Card(), self.grid), (self._problems_card, self.problems)):
            card.body.setContentsMargins(6, 4, 6, 4)
            card.body.addWidget(table)
            split.addWidget(card)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setSizes([360, 170])
        column.addWidget(split, 1)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        column.addLayout(row)
        self.add.setText(translate("ListDialog", "&Tambah baris"))
        self.remove.setText(translate("ListDialog", "&Hapus baris"))

    def _connect(self) -> None:
        self.book.changed.connect(self._show)
        self.book.judged.connect(self._show_problems)
        self.book.failed.connect(self._on_failed)
        self.book.undo.indexChanged.connect(self._look)
        self.grid.grid.edited.connect(self.book.type)
        self.grid.pasted.connect(self.book.paste)
        self.grid.cleared.connect(self.book.clear)
        self.grid.chosen.connect(self._on_cell)
        self.problems.chosen.connect(self._on_problem)
        self.meaning.activated.connect(self._on_meaning)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.undo.clicked.connect(self.book.undo.undo)
        self.redo.clicked.connect(self.book.undo.redo)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self.book.undo.undo),
            (QKeySequence.StandardKey.Redo, self.book.undo.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.skip.toggled.connect(self._look)
        self.confirm.clicked.connect(self._on_confirm)
        self.cancel.clicked.connect(self.reject)
        self._office.busy_changed.connect(self._look)

    # what is shown

    def _show(self) -> None:
        sheet = self.book.sheet
        if sheet is None:
            return
        fields = sheet.fields
        columns = [
            _column(sheet, at, fields.get(at, ""), self._offered(fields.get(at, "")))
            for at in range(len(sheet.table.headers))
        ]
        self.grid.grid.set_columns(columns)
        names = [str(row.number) for row in sheet.table.rows]
        self.grid.grid.set_rows([row.cells for row in sheet.table.rows], names)
        self._show_meaning(self.grid.currentIndex().column())
        self._look()

    def _show_problems(self) -> None:
        plan, sheet = self.book.plan, self.book.sheet
        if plan is None or sheet is None:
            return
        sentence = self._office.notices.sentence_of
        marks = {
            spot: Mark(one.severity, sentence(one.code, one.facts)) for spot, one in self.book.spots().items()
        }
        self.grid.grid.set_marks(marks)
        self.problems.set_rows(problem_rows(plan.problems, sentence))
        self._problems_card.setVisible(bool(plan.problems))
        errors = len(plan.errors)
        unread = any(one.code == "import.column_missing" for one in plan.problems)
        self.summary.setText(
            translate(
                "ListDialog",
                "Ada kolom wajib yang belum dikenali. Pilih kolomnya di tabel, lalu tentukan artinya di "
                "kanan atas; pilihan ini diingat untuk daftar berikutnya.",
            )
            if unread
            else _summary(len(plan.rows), errors, len(plan.problems) - errors)
        )
        if unread and not self._led and sheet.table.rows:
            self._led = True
            unused = (at for at in range(len(sheet.table.headers)) if at not in sheet.fields)
            self.grid.go_to(0, next(unused, 0))
        self._look()

    def _show_meaning(self, column: int) -> None:
        sheet = self.book.sheet
        mapped = sheet is not None and not sheet.replacing and 0 <= column < len(sheet.table.headers)
        self.meaning.setVisible(mapped)
        self.meaning_label.setVisible(mapped)
        if sheet is None or not mapped:
            return
        header = sheet.table.headers[column]
        words = translate("ListDialog", "Kolom {letter} “{header}” adalah")
        self.meaning_label.setText(words.format(letter=sheet.table.columns[column], header=header[:30]))
        self.meaning.clear()
        self.meaning.addItem(translate("ListDialog", "(tidak dipakai)"), "")
        for field in FIELDS[self._kind]:
            self.meaning.addItem(_words(self._kind, field), field)
        self.meaning.setCurrentIndex(max(0, self.meaning.findData(sheet.fields.get(column, ""))))
        self.meaning.setEnabled(bool(header))
        self.meaning.setAccessibleName(self.meaning_label.text())

    def _look(self) -> None:
        plan, sheet, stack = self.book.plan, self.book.sheet, self.book.undo
        rows = 0 if plan is None else len(plan.rows)
        skippable = plan is not None and bool(plan.errors) and rows > 0
        self.skip.setVisible(skippable and sheet is not None and not sheet.replacing)
        clean = plan is not None and (not plan.errors or (skippable and self.skip.isChecked()))
        if sheet is not None and sheet.replacing:
            clean = clean and not (plan is not None and plan.errors) and stack.canUndo()
            self.confirm.setText(translate("ListDialog", "&Simpan daftar"))
        else:
            clean = clean and rows > 0
            self.confirm.setText(translate("ListDialog", "&Impor {n} baris").format(n=rows))
        self.confirm.setEnabled(clean and not self._office.busy)
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())
        self.undo.setText(_named(translate("ListDialog", "&Urungkan"), stack.undoText()))
        self.redo.setText(_named(translate("ListDialog", "Ulan&gi"), stack.redoText()))
        for button in (self.add, self.remove):
            button.setEnabled(sheet is not None and not self._office.busy)

    def _offered(self, field: str) -> tuple[str, ...]:
        """What a cell of this field may be chosen from."""
        overview = self._office.overview
        if field == "maturity":
            return ("rintisan", "berjalan")
        if field == "background":
            return ("kementerian", "akademisi", "praktisi", "pemda", "media", "lain")
        if field == "role":
            return ("ketua", "sekretaris", "anggota")
        if overview is None or field not in ("type", "category", "group", "panel"):
            return ()
        if field == "panel":
            return tuple(dict.fromkeys(stage.panel for stage in overview.draft.stages))
        return tuple(sorted({str(getattr(entry, field)) for entry in overview.draft.entries} - {""}))

    # what is done

    def _on_cell(self, row: int, column: int) -> None:
        self._show_meaning(column)

    def _on_problem(self, key: object) -> None:
        plan = self.book.plan
        if plan is None:
            return
        ordered = sorted(plan.problems, key=lambda one: (one.severity != "error", one.row, one.column))
        problem = ordered[int(str(key))]
        spot = next((spot for spot, one in self.book.spots().items() if one == problem), None)
        if spot is not None:
            self.grid.go_to(*spot)

    def _on_meaning(self, index: int) -> None:
        column = self.grid.currentIndex().column()
        if column >= 0:
            self.book.mean(column, str(self.meaning.currentData()))

    def _on_add(self) -> None:
        at = self.book.add_row()
        self.grid.go_to(at, 0)
        self.grid.setFocus()

    def _on_remove(self) -> None:
        self.book.remove(self.grid.rows_chosen())

    def _on_confirm(self) -> None:
        self.write()

    def _on_written(self, count: int | None) -> None:
        if count is None:
            self._ask_reason()
            return
        text = translate("ListDialog", "{n} baris ditulis dari {file}.")
        self._page_notice.show_words(text.format(n=count, file=self._title), "ok")
        self.accept()

    def _ask_reason(self) -> None:
        question = translate(
            "ListDialog",
            "Nilai sudah masuk, dan perubahan ini memindahkan peserta ke kelompok peringkat lain atau "
            "mengubah nilai tambahannya. Alasannya dicatat dan dicetak.",
        )
        title = translate("ListDialog", "Ubah setelah ada nilai")
        reason = ask_reason(self, title, question, translate("ListDialog", "Simpan"))
        if reason is not None:
            self.write(reason)

    def _on_failed(self, error: Exception) -> None:
        self.notice.show_error(error)


def _reading(source: Source) -> Callable[[Master, Progress], Sheet]:
    def job(master: Master, progress: Progress) -> Sheet:
        return source(master)

    return job


def _column(sheet: Sheet, at: int, field: str, choices: tuple[str, ...]) -> GridColumn:
    """A column under its letter and its own header, with what it is read as."""
    words = _words(sheet.kind, field) if field else ""
    if sheet.replacing:
        return GridColumn(words, _WIDE.get(field, 130), choices)
    read_as = f"→ {words}" if words else translate("ListDialog", "(tidak dipakai)")
    header = f"{sheet.table.columns[at]}  {sheet.table.headers[at]}\n{read_as}"
    return GridColumn(header, _WIDE.get(field, 170), choices)


def _words(kind: Kind, field: str) -> str:
    """A field in words; a juror's title is a position."""
    return field_words("position" if (kind, field) == ("jurors", "title") else field)


def _named(words: str, what: str) -> str:
    return f"{words}: {what}" if what else words


def _summary(good: int, bad: int, warned: int) -> str:
    if bad:
        return translate(
            "ListDialog",
            "{bad} masalah harus dibetulkan; {good} baris baik. Belum ada yang ditulis. "
            "Betulkan langsung di sel yang ditandai, atau di Excel lalu impor lagi.",
        ).format(bad=bad, good=good)
    if warned:
        return translate(
            "ListDialog", "{good} baris baik; {warned} hal sebaiknya dilihat dulu. Belum ada yang ditulis."
        ).format(good=good, warned=warned)
    return translate("ListDialog", "{good} baris baik, tanpa masalah. Belum ada yang ditulis.").format(
        good=good
    )


def _problem_columns() -> list[Column]:
    return [
        Column(translate("ListDialog", "Baris"), 84),
        Column(translate("ListDialog", "Kolom"), 76),
        Column(translate("ListDialog", "Masalah")),
    ]
