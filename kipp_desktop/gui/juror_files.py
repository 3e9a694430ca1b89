"""Files that leave and reach a juror's laptop: finishing, exporting, importing, all on the worker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.participants import state_of
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.opening import kind_of
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.services import recents, scoring
from kipp_desktop.services.jurors import JurorDesk

if TYPE_CHECKING:  # dialogs and what they need are loaded when one opens
    from kipp_desktop.gui.dialogs.juror_finish import FinishDialog, OpenSheet
    from kipp_desktop.gui.widgets.reason_dialog import ReasonDialog
    from kipp_desktop.services.exporting import Exported
    from kipp_desktop.services.receiving import Reception
    from kipp_desktop.services.renewing import PackageNews

PURPOSE = "juror-export"
SUFFIXES = (".paket", ".terima", ".nilai")


class JurorFiles(QObject):
    """Leads through the dialogs, and keeps the one that is open in `dialog`."""

    sheet_wanted = Signal(str, str)  # stage, entry
    exported = Signal(object)  # Exported
    received = Signal(object)  # Reception
    package_arrived = Signal(object)  # Path; documents may lie beside it
    refused = Signal(object)  # Exception
    elsewhere = Signal(list)  # of Path: files that belong to other windows
    differences_open = Signal()
    key_missing = Signal()

    def __init__(self, around: Surroundings, book: ScoreBook, notice: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._book = book
        self._notice = notice
        self._window = window
        self.dialog: QDialog | None = None
        self._finish: FinishDialog | None = None
        self._why: ReasonDialog | None = None
        self._arriving: list[Path] = []  # in the order in which the worker takes them

    def finish(self) -> None:
        """Lock everything, declare, export; once declared, only export."""
        declare = not all(scoring.declared(self._book.desk, stage) for stage in self._book.desk.owed)
        self._ask(declare, self._open_sheets() if declare else [])

    def export(self) -> None:
        """Export what there is, without a declaration."""
        self._ask(False, [])

    def choose_import(self) -> None:
        """Ask for a file from the organiser or from the other laptop."""
        title = translate("JurorFiles", "Impor berkas")
        kinds = translate("JurorFiles", "Paket, tanda terima, berkas nilai sendiri")
        wanted = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        folder = self._around.preferences.folder(PURPOSE)
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, f"{kinds} ({wanted})")
        if name:
            self.receive(Path(name))

    def take(self, files: Sequence[Path]) -> None:
        """Take in the files that are this juror's; `elsewhere` gets the others."""
        strangers = [path for path in files if not self._is_ours(path)]
        for path in files:
            if path not in strangers:
                self.receive(path)
        if strangers:
            self.elsewhere.emit(strangers)

    def receive(self, path: Path) -> None:
        """Take in a file."""
        desk = self._book.desk
        self._arriving.append(path)

        def job(progress: Progress) -> Reception:
            from kipp_desktop.services import receiving

            return receiving.receive(desk, path)

        what = translate("JurorFiles", "Membaca {file}").format(file=path.name)
        self._around.tasks.run(job, self._on_received, self._on_not_received, what)

    def _is_ours(self, path: Path) -> bool:
        """Whether a file is for this store, or for nothing known here: then it is refused in words."""
        kind = kind_of(path)
        if kind == "package":
            return recents.competition_of(path) in (self._book.desk.competition.id, "")
        if kind in ("receipt", "scores"):
            return recents.desk_of(path) in (self._book.desk.store.folder, None)
        return kind == "unknown"

    def _ask(self, declare: bool, missing: list[OpenSheet], reason: str = "") -> None:
        from kipp_desktop.gui.dialogs.juror_finish import FinishDialog

        folder = self._around.preferences.folder(PURPOSE)
        dialog = FinishDialog(self._around.theme, missing, declare, folder, reason, self._window)
        self._finish = dialog
        dialog.sheet_wanted.connect(self.sheet_wanted)
        dialog.despite_wanted.connect(self._ask_why)
        dialog.accepted.connect(self._on_declared if declare else self._on_confirmed)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_why(self) -> None:
        """Why the juror declares with sheets missing."""
        from kipp_desktop.gui.widgets.reason_dialog import ReasonDialog

        title = translate("JurorFiles", "Nyatakan final walau belum lengkap")
        question = translate("JurorFiles", "Alasannya tercatat di berkas nilai dan dibaca panitia.")
        reasons = (
            translate("JurorFiles", "Harus pulang sebelum peserta terakhir"),
            translate("JurorFiles", "Tidak menyaksikan semua peserta"),
        )
        confirm = translate("JurorFiles", "Lanjutkan")
        self._why = ReasonDialog(title, question, confirm, reasons, self._window)
        self._why.accepted.connect(self._on_why)
        self._open(self._why)

    def _on_why(self) -> None:
        assert self._why is not None
        self._ask(True, [], self._why.reason())

    def _on_declared(self) -> None:
        self._write(declare=True)

    def _on_confirmed(self) -> None:
        self._write(declare=False)

    def _write(self, declare: bool) -> None:
        assert self._finish is not None
        folder, reason, desk = self._finish.folder(), self._finish.reason or None, self._book.desk
        path = folder / file_name(desk)
        self._around.preferences.used_folder(PURPOSE, folder)
        self._notice.dismiss()

        def job(progress: Progress) -> Exported:
            from kipp_desktop.services import exporting

            return exporting.finish(desk, path, reason) if declare else exporting.export(desk, path)

        what = translate("JurorFiles", "Menulis berkas nilai")
        self._around.tasks.run(job, self._on_exported, self._on_failed, what)

    def _on_exported(self, exported: Exported) -> None:
        from kipp_desktop.gui.dialogs.juror_exported import ExportedDialog

        self._book.reload()
        self._book.note()
        self.exported.emit(exported)
        self._open(ExportedDialog(self._around.theme, exported, self._book.desk.device_code, self._window))

    def _on_failed(self, error: Exception) -> None:
        self._book.reload()
        self._notice.show_error(error)
        self.refused.emit(error)
        if isinstance(error, UserError) and error.code == "export.differences_open":
            self.differences_open.emit()
        elif isinstance(error, UserError) and error.code in ("store.no_secrets", "store.keyring_silent"):
            self.key_missing.emit()

    def _on_not_received(self, error: Exception) -> None:
        self._arriving.pop(0)
        self._on_failed(error)

    def _on_received(self, reception: Reception) -> None:
        path = self._arriving.pop(0)
        self._book.reload()
        warn = bool(reception.differences or reception.lie)
        self._notice.show_words(self._reception_words(reception), "warn" if warn else "ok")
        self.received.emit(reception)
        if reception.kind in ("package", "known"):
            self.package_arrived.emit(path)
        if reception.differences:
            self.differences_open.emit()
        if reception.news is not None:
            self._show_news(reception.news)

    def _reception_words(self, reception: Reception) -> str:
        if reception.lie:
            return self._around.notices.sentence_of(f"receipt.{reception.lie}", {})
        from kipp_desktop.gui.models.receptions import reception_words

        return reception_words(reception)

    def _show_news(self, news: PackageNews) -> None:
        from kipp_desktop.gui.dialogs.juror_package_news import PackageNewsDialog

        if not (news.changes or news.rescore or news.added or news.dropped):
            return
        language = self._around.languages.current
        dialog = PackageNewsDialog(self._around.theme, self._book.desk, news, language, self._window)
        dialog.sheet_wanted.connect(self.sheet_wanted)
        self._open(dialog)

    def _open_sheets(self) -> list[OpenSheet]:
        """Every sheet that keeps the juror from declaring, in all stages, with the criteria it lacks."""
        from kipp_desktop.gui.dialogs.juror_finish import OpenSheet

        desk, language = self._book.desk, self._around.languages.current
        found: list[OpenSheet] = []
        for stage in desk.owed:
            for own in () if scoring.declared(desk, stage) else scoring.sheets(desk, stage):
                if own.state != "draft" or own.look == "complete":
                    continue
                entry = desk.entry(own.entry)
                pairs = zip(own.rubric.criterion, own.values, strict=True)
                lacking = tuple(one.name.in_language(language) for one, value in pairs if value is None)
                place = (stage, own.entry, entry.title, entry.institution)
                found.append(OpenSheet(*place, state_of(own), lacking, len(own.values)))
        return found


def file_name(desk: JurorDesk) -> str:
    """The name of the juror's score file, one that every system and every WhatsApp takes."""
    words = re.sub(r"[^a-z0-9]+", "-", desk.competition.title.lower()).strip("-")[:50].strip("-")
    return f"nilai-{desk.juror_id}-{words or 'kompetisi'}.nilai"
