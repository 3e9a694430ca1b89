"""What is done to a stage: results entered or imported, a choice recorded, the stage advanced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_list_import import ListImport
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.services import deciding, importing
from kipp_desktop.services.deciding import GateLine
from kipp_desktop.services.masters import Master
from kipp_desktop.services.voting import Vote


class StageWork(QWidget):
    """Runs the acts on the worker and says what was done. Never shown itself."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._notice = notice
        self._lists = ListImport(office, notice, self)
        self._lists.written.connect(self._on_saved)
        self.hide()

    def save(self, stage: str, lines: Sequence[GateLine]) -> None:
        """Enter the organiser's results."""

        def job(master: Master, progress: Progress) -> int:
            return deciding.enter_gate(master, stage, lines)

        self._office.act(translate("StagesTab", "Menyimpan hasil"), job, self._notice, self._on_saved)

    def import_results(self, stage: str, path: Path) -> None:
        """Take the organiser's results from a list; with problems nothing is written and all are shown."""

        def take(master: Master, path: Path, skip_bad: bool) -> int:
            return importing.import_gate(master, stage, path, skip_bad)[0]

        self._lists.read(translate("StagesTab", "Mengimpor hasil"), path, take)

    def curate(
        self,
        stage: str,
        entries: list[str],
        reason: str,
        present: list[str],
        left_out: Mapping[str, str],
        vote: Vote | None,
    ) -> None:
        """Record who was chosen, and why others were not."""

        def job(master: Master, progress: Progress) -> None:
            deciding.curate(master, stage, entries, reason, present, left_out, vote)

        self._office.act(translate("StagesTab", "Mencatat pilihan"), job, self._notice)

    def advance(self, stage: str) -> None:
        """Let those who pass go on to the next stage."""

        def job(master: Master, progress: Progress) -> list[str]:
            return deciding.advance(master, stage)

        self._office.act(translate("StagesTab", "Melanjutkan tahap"), job, self._notice, self._on_advanced)

    def _on_saved(self, count: int) -> None:
        self._notice.show_words(translate("StagesTab", "{n} hasil disimpan.").format(n=count), "ok")

    def _on_advanced(self, entries: list[str]) -> None:
        text = translate(
            "StagesTab",
            "{n} peserta lanjut. Terbitkan paket di langkah Bagikan bila tahapnya dinilai juri.",
        )
        self._notice.show_words(text.format(n=len(entries)), "ok")
