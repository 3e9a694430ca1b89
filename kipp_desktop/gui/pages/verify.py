"""Periksa hasil: the stand-alone verifier computes a bundle again, step by step; no master is needed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import Languages, translate
from kipp_desktop.gui.models.verification import (
    Report,
    group_names,
    ranking_rows,
    standing_words,
    step_rows,
    verdict_words,
)
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.opening import kind_of
from kipp_desktop.gui.pages.organiser_page import Choice, flat_tabs
from kipp_desktop.gui.tasks import Progress, Tasks
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.blanked_digest import BlankedDigest
from kipp_desktop.gui.widgets.card import Button, Card, Pill
from kipp_desktop.gui.widgets.file_drop import FileDropArea
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services import verification


class VerifyPanel(QWidget):
    """Drop a bundle, with receipts as witnesses if there are any; PASS or FAIL for every step.

    Two groups of the digest are left out until somebody types them from the signed paper.
    """

    def __init__(self, theme: Theme, languages: Languages, tasks: Tasks, notice: NoticeBar) -> None:
        super().__init__()
        self._languages, self._tasks, self._notice = languages, tasks, notice
        self.report: Report | None = None
        self._file = ""
        self._blanks: list[int] = []
        self.drop = FileDropArea(theme, (".hasil", ".terima"))
        self._name = ElidedText("", "heading")
        self.verdict = Pill()
        self._words = Text("", "second", "soft").wrapped()
        self._paper = Text("", "second", "soft").wrapped()
        self.digest = BlankedDigest(theme)
        self.steps = RichTable(theme, "", self._step_columns())
        self.ranking = RichTable(theme, "", self._rank_columns())
        self.groups = Choice()
        self.save = Button("")
        self._tabs = flat_tabs()
        self._card = Card()
        self._arrange()
        self.drop.given.connect(self.verify)
        self.digest.typed.connect(self._on_typed)
        self.groups.activated.connect(self._on_group)
        self.save.clicked.connect(self._on_save)
        self.retranslate()

    def verify(self, paths: list[Path]) -> None:
        """Check the bundle among these files; receipts among them are witnesses."""
        self._notice.dismiss()
        kinds = {path: kind_of(path) for path in paths}
        bundles = [path for path in paths if kinds[path] == "bundle" or path.suffix.lower() == ".hasil"]
        witnesses = [path for path in paths if kinds[path] == "receipt"]
        if not bundles:
            self._notice.show_words(_no_bundle, "warn")
            return
        bundle = bundles[0]
        self._file = bundle.name

        def job(progress: Progress) -> Report:
            return verification.verify(bundle, witnesses)

        self.drop.setEnabled(False)
        what = translate("VerifyPanel", "Memeriksa hasil")
        self._tasks.run(job, self._on_report, self._on_failed, what, self._on_cancelled)

    def write(self, path: Path) -> None:
        """Keep the report as a text file."""
        report, language = self.report, self._languages.current
        if report is None:
            return

        def job(progress: Progress) -> Path:
            verification.save_report(report, path, language)
            return path

        what = translate("VerifyPanel", "Menulis laporan")
        self._tasks.run(job, self._on_written, self._on_failed, what)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.drop.set_words(
            translate("VerifyPanel", "Seret bundel hasil (.hasil) ke sini"),
            translate(
                "VerifyPanel", "Boleh bersama tanda terima (.terima) sebagai saksi. Tidak ada yang diubah."
            ),
            translate("VerifyPanel", "Bundel hasil dan tanda terima"),
        )
        self.steps.setAccessibleName(translate("VerifyPanel", "Langkah pemeriksaan"))
        self.steps.rows.set_columns(self._step_columns())
        self.ranking.setAccessibleName(translate("VerifyPanel", "Peringkat yang dihitung ulang"))
        self.ranking.rows.set_columns(self._rank_columns())
        self.groups.setAccessibleName(translate("VerifyPanel", "Tahap dan kelompok"))
        self.save.setText(translate("VerifyPanel", "&Simpan laporan …"))
        self._tabs.setTabText(0, translate("VerifyPanel", "Langkah"))
        self._tabs.setTabText(1, translate("VerifyPanel", "Peringkat"))
        self._tabs.setAccessibleName(translate("VerifyPanel", "Hasil pemeriksaan"))
        self._paper.setText(
            translate(
                "VerifyPanel",
                "Sidik hasil. Saksi mengetik dua kelompok yang kosong dari lembar yang ditandatangani.",
            )
        )
        self._show()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        self._card.body.addLayout(head)
        for widget in (self._words, self._paper, self.digest):
            self._card.body.addWidget(widget)
        ranking = QWidget()
        column = QVBoxLayout(ranking)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.groups)
        column.addWidget(self.ranking, 1)
        self._tabs.addTab(self.steps, "")
        self._tabs.addTab(ranking, "")
        self._card.body.addWidget(self._tabs, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 12)
        whole.setSpacing(12)
        whole.addWidget(self.drop)
        whole.addWidget(self._card, 1)
        whole.addStretch(0)
        self._card.hide()

    def _step_columns(self) -> list[Column]:
        return [
            Column(translate("VerifyPanel", "Langkah"), 300),
            Column(translate("VerifyPanel", "Hasil"), 110),
            Column(translate("VerifyPanel", "Rincian")),
        ]

    def _rank_columns(self) -> list[Column]:
        right = Qt.AlignmentFlag.AlignRight
        return [
            Column("", 44, right),
            Column(translate("VerifyPanel", "Peserta")),
            Column(translate("VerifyPanel", "Nilai"), 90, right),
            Column(translate("VerifyPanel", "Nilai tepat"), 150, right),
            Column(translate("VerifyPanel", "Juri"), 80, right),
            Column(translate("VerifyPanel", "Predikat"), 150),
        ]

    def _on_report(self, report: Report) -> None:
        self.drop.setEnabled(True)
        self.report = report
        self._blanks = verification.blank_places()
        self._show()
        self._choose_first_failure()
        if report.result_digest is not None:
            self.digest.show_groups(verification.verifier.grouped(report.result_digest).split(), self._blanks)

    def _on_typed(self, typed: dict[int, str]) -> None:
        if self.report is not None:
            self.report = verification.with_typed(self.report, typed)
            self._blanks = []
            self._show()
            self.steps.choose(len(self.report.steps) - 1)

    def _choose_first_failure(self) -> None:
        failed = [at for at, step in enumerate(self.report.steps) if not step.ok] if self.report else []
        self.steps.scrollToTop()
        if failed:
            self.steps.choose(failed[0])

    def _on_group(self, at: int) -> None:
        if self.report is not None and self.report.groups:
            self.ranking.set_rows(ranking_rows(self.report.groups[at], self._languages.current))

    def _on_save(self) -> None:
        title = translate("VerifyPanel", "Simpan laporan")
        name = f"{Path(self._file).stem}-pemeriksaan.txt"
        kind = translate("VerifyPanel", "Teks")
        path, _ = QFileDialog.getSaveFileName(self, title, name, f"{kind} (*.txt)")
        if path:
            self.write(Path(path))

    def _on_written(self, path: Path) -> None:
        self._notice.show_words(partial(_written, path), "ok")

    def _on_failed(self, error: Exception) -> None:
        self.drop.setEnabled(True)
        self._notice.show_error(error)

    def _on_cancelled(self) -> None:
        self.drop.setEnabled(True)

    def _show(self) -> None:
        report = self.report
        if report is None:
            return
        language = self._languages.current
        words, tone, told = verdict_words(report)
        self._name.setText(f"{report.title}  ·  {self._file}" if report.title else self._file)
        self.verdict.show_words(words, tone)
        self._words.setText(f"{told} {standing_words(report)}")
        self.steps.set_rows(step_rows(report, language, self._blanks))
        kept = max(0, self.groups.currentIndex())
        self.groups.clear()
        self.groups.addItems(group_names(report))
        self.groups.setVisible(len(report.groups) > 1)
        self.groups.setCurrentIndex(min(kept, len(report.groups) - 1))
        self._on_group(self.groups.currentIndex())
        self._tabs.setTabVisible(1, bool(report.groups))
        for widget in (self._paper, self.digest):
            widget.setVisible(report.result_digest is not None)
        self._card.show()


def _written(path: Path) -> str:
    return translate("VerifyPanel", "Ditulis: {file}").format(file=path)


def _no_bundle() -> str:
    return translate(
        "VerifyPanel", "Tidak ada bundel .hasil di antara berkas ini. Sertakan bundel yang diperiksa."
    )
