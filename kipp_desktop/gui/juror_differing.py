"""Leads through what is open between the juror's two laptops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.surroundings import Surroundings

if TYPE_CHECKING:  # loaded when there is something to choose
    from kipp_desktop.gui.dialogs.juror_differences import Choices, DifferencesDialog, Disagreement
    from kipp_desktop.services.own_files import OpenDifference, Settled


class JurorDiffering(QObject):
    """Opens the screen, applies what was chosen in one transaction, and says what is left."""

    settled = Signal()

    def __init__(self, around: Surroundings, book: ScoreBook, notice: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._book = book
        self._notice = notice
        self._window = window
        self.dialog: DifferencesDialog | None = None

    def open(self) -> None:
        """Show what is open; says so where nothing is."""
        from kipp_desktop.gui.dialogs.juror_differences import DifferencesDialog
        from kipp_desktop.services import own_files

        found = [self._in_words(one) for one in own_files.open_differences(self._book.desk)]
        if not found:
            words = translate("Differing", "Tidak ada perbedaan antara kedua laptop yang menunggu pilihan.")
            self._notice.show_words(words)
            return
        self.dialog = DifferencesDialog(self._around.theme, found, self._window)
        self.dialog.applied.connect(self._on_applied)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _on_applied(self, choices: Choices) -> None:
        from kipp_desktop.services import own_files

        try:
            settled = own_files.settle(self._book.desk, choices)
        except UserError as error:
            self._notice.show_error(error)
        else:
            self._notice.show_words(_settled_words(settled), "warn" if settled.left else "ok")
        self._book.reload()
        self.settled.emit()

    def _in_words(self, one: OpenDifference) -> Disagreement:
        from kipp_desktop.gui.dialogs.juror_differences import Disagreement
        from kipp_desktop.gui.models.receptions import difference_words

        desk = self._book.desk
        entry = desk.competition.entry_by_id[one.entry]
        rubric = desk.competition.rubric_for(one.stage, entry)
        criterion = rubric.find(one.criterion)
        name = (
            one.criterion if criterion is None else criterion.name.in_language(self._around.languages.current)
        )
        what, mine, theirs = difference_words(one, name)
        return Disagreement(
            one.place, f"{entry.id}  {entry.title}", what, mine, theirs, one.kind == "comment"
        )


def _settled_words(settled: Settled) -> str:
    parts = [translate("Differing", "Pilihan Anda tersimpan.")]
    if settled.opened:
        sheets = ", ".join(entry for _, entry in settled.opened)
        words = translate("Differing", "Lembar {sheets} tidak lengkap lagi dan terbuka.")
        parts.append(words.format(sheets=sheets))
    if settled.left:
        words = translate("Differing", "%n perbedaan masih terbuka; ekspor menunggu.", "", settled.left)
        parts.append(words)
    else:
        parts.append(translate("Differing", "Ekspor berikutnya mencakup kedua laptop."))
    return " ".join(parts)
