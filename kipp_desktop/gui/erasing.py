"""Erasing the open competition: asked in the menu, done on the worker, then back to the first page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from kipp_desktop.gui.dialogs.organiser_erase import EraseDialog
from kipp_desktop.gui.dialogs.organiser_retention import RetentionDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.organiser_window import OrganiserWindow
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.services import erasing, issuing
from kipp_desktop.services.erasing import Erased, Plan, Retention
from kipp_desktop.services.masters import Master


class Erasing(QObject):
    """`done` is emitted when the master is gone, or was closed by an attempt that failed."""

    done = Signal()

    def __init__(self, window: OrganiserWindow) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office

    def begin(self) -> None:
        """Find out whether it may be erased, and what that would mean."""
        master = self._office.master

        def job(progress: Progress) -> tuple[Plan, Retention]:
            held = erasing.retention(master)
            if held.why is not None:
                raise held.why
            return erasing.plan(master), held

        what = translate("Erasing", "Mencari semua berkas kompetisi")
        self._office.tasks.run(job, self._on_plan, self._on_refused, what)

    def ask_retention(self) -> None:
        """Show until when the competition is kept, and set another date."""
        master = self._office.master

        def job(progress: Progress) -> Retention:
            return erasing.retention(master)

        what = translate("Erasing", "Membaca masa simpan")
        self._office.tasks.run(job, self._on_retention, self._on_refused, what)

    def _on_retention(self, held: Retention) -> None:
        dialog = RetentionDialog(held, self._window)
        agreed = dialog.agreed()
        until, reason = dialog.until(), dialog.reason()
        dialog.deleteLater()
        if not agreed:
            return

        def job(master: Master, progress: Progress) -> None:
            erasing.set_retention(master, until, reason)

        what = translate("Erasing", "Menetapkan masa simpan")
        self._office.act(what, job, self._window.archive.notice)

    def _on_plan(self, found: tuple[Plan, Retention]) -> None:
        plan, held = found
        bundle = self._office.master.path.with_name(f"{issuing.slug(plan.title)}-arsip.hasil")
        dialog = EraseDialog(plan, held, bundle, self._window)
        agreed = dialog.agreed()
        typed, reason, kept = dialog.typed.text(), dialog.reason(), dialog.keep.isChecked()
        dialog.deleteLater()
        if agreed:
            self._erase(typed, reason, bundle if kept else None)

    def _erase(self, title: str, reason: str, bundle: Path | None) -> None:
        master, language = self._office.master, self._office.languages.current
        self._office.shut()  # nothing may open the file again behind it

        def job(progress: Progress) -> Erased:
            return erasing.erase(master, title, reason, bundle, language=language)

        what = translate("Erasing", "Menghapus kompetisi")
        self._office.tasks.run(job, self._on_erased, self._on_failed, what)

    def _on_erased(self, erased: Erased) -> None:
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(translate("Erasing", "Kompetisi dihapus"))
        box.setText(
            translate("Erasing", "{n} berkas dihapus. Catatannya: {file}").format(
                n=len(erased.removed), file=erased.record.name
            )
        )
        box.setInformativeText(erased.record.read_text("utf-8"))
        box.exec()
        self.done.emit()

    def _on_refused(self, error: Exception) -> None:
        self._office.notices.tell(self._window, error)

    def _on_failed(self, error: Exception) -> None:
        self._office.notices.tell(self._window, error)
        self.done.emit()
