"""What a juror decides about a whole sheet: lock, abstain, absent, open again, take the declaration back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.pages.juror_sheet import SheetPage
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.widgets.reason_dialog import ask_reason

if TYPE_CHECKING:  # loaded when a sheet is looked at before it is locked
    from kipp_desktop.gui.dialogs.juror_review import ReviewDialog


class JurorDecisions(QObject):
    """Asks for the reason where one is due. All of it concerns the sheet that is shown."""

    def __init__(self, around: Surroundings, book: ScoreBook, sheet: SheetPage, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self.dialog: ReviewDialog | None = None
        self._book = book
        self._sheet = sheet
        self._window = window

    def lock(self) -> None:
        """Show a complete sheet once more, then lock it."""
        from kipp_desktop.gui.dialogs.juror_review import ReviewDialog

        if not self._sheet.settle():
            return
        book, entry = self._book, self._sheet.entry
        own, entries = book.sheet(entry), book.desk.entry
        equal = [one.entry for one in book.sheets if one.total == own.total and one.entry != entry]
        self.dialog = ReviewDialog(
            self._around.theme,
            own,
            entries(entry),
            book.place(entry),
            [f"{one} {entries(one).title}" for one in equal],
            self._around.languages.current,
            self._window,
        )
        self.dialog.accepted.connect(self._on_reviewed)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def abstain(self) -> None:
        """Abstain from an entry, with a reason."""
        if not self._sheet.settle():
            return
        entry = self._sheet.entry
        reason = ask_reason(
            self._window,
            translate("Decisions", "Abstain dari peserta {entry}").format(entry=self._name(entry)),
            translate(
                "Decisions",
                "Anda tidak ikut dihitung untuk peserta ini. Nilai yang sudah diisi tetap tersimpan, "
                "dan lembar dapat dibuka kembali dengan alasan.",
            ),
            translate("Decisions", "Abstain"),
            (
                translate("Decisions", "Peserta dari instansi saya sendiri"),
                translate("Decisions", "Hubungan keluarga atau kerja dengan peserta"),
                translate("Decisions", "Terlibat dalam inovasi ini"),
                translate("Decisions", "Tidak mengikuti presentasi sampai selesai"),
            ),
        )
        if reason is not None:
            self._book.abstain(entry, reason)

    def mark_absent(self) -> None:
        """Note that a participant did not appear."""
        if not self._sheet.settle():
            return
        entry = self._sheet.entry
        reason = ask_reason(
            self._window,
            translate("Decisions", "Peserta {entry} tidak hadir").format(entry=self._name(entry)),
            translate(
                "Decisions",
                "Lembar ini dicatat tidak hadir. Bila peserta datang kemudian, buka kembali lembarnya.",
            ),
            translate("Decisions", "Catat tidak hadir"),
            (
                translate("Decisions", "Tidak hadir saat dipanggil"),
                translate("Decisions", "Diberitahukan panitia tidak hadir"),
            ),
        )
        if reason is not None:
            self._book.mark_absent(entry, reason)

    def open_again(self) -> None:
        """Open a sheet again, or take the declaration of the stage back."""
        if self._book.declared:
            self._withdraw()
            return
        entry = self._sheet.entry
        reason = ask_reason(
            self._window,
            translate("Decisions", "Buka kembali lembar {entry}").format(entry=self._name(entry)),
            translate("Decisions", "Nilai dapat diubah lagi setelah ini. Alasannya tercatat."),
            translate("Decisions", "Buka kembali"),
            (
                translate("Decisions", "Salah ketik"),
                translate("Decisions", "Pertimbangan baru setelah wawancara"),
                translate("Decisions", "Salah pilih keadaan lembar"),
            ),
        )
        if reason is not None and self._book.reopen(entry, reason):
            self._sheet.focus_first_empty(self._book.sheet(entry))

    def _on_reviewed(self) -> None:
        self._book.lock(self._sheet.entry)

    def _withdraw(self) -> None:
        reason = ask_reason(
            self._window,
            translate("Decisions", "Tarik pernyataan final"),
            translate(
                "Decisions",
                "Lembar yang terkunci tetap terkunci sampai Anda membukanya. Setelah selesai, nyatakan "
                "final dan ekspor lagi agar panitia menerima nilai yang baru.",
            ),
            translate("Decisions", "Tarik pernyataan"),
        )
        if reason is not None:
            self._book.withdraw(reason)

    def _name(self, entry: str) -> str:
        return f"{entry} {self._book.desk.entry(entry).title}"
