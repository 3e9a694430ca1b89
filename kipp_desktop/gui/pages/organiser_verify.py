"""Periksa hasil: a bundle is computed again by the stand-alone verifier, step by step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.verification import Report, step_rows, verdict_words
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPanel
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Card, Pill
from kipp_desktop.gui.widgets.file_drop import FileDropArea
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services import verification
from kipp_desktop.services.masters import Master


class VerifyTab(OrganiserPanel):
    """Drop a bundle, with receipts as witnesses if there are any; PASS or FAIL for every step."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office)
        self._notice = notice
        self.report: Report | None = None
        self._file = ""
        self.drop = FileDropArea(office.theme, (".hasil", ".terima"))
        self._name = ElidedText("", "heading")
        self.verdict = Pill()
        self._words = Text("", "second", "soft").wrapped()
        self.steps = RichTable(office.theme, "", self._columns())
        self._card = Card()
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignTop)
        self._card.body.addLayout(head)
        self._card.body.addWidget(self._words)
        self._card.body.addWidget(self.steps, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(12)
        column.addWidget(self.drop)
        column.addWidget(self._card, 1)
        column.addStretch(0)
        self._card.hide()
        self.drop.given.connect(self.verify)
        self.start()

    def verify(self, paths: list[Path]) -> None:
        """Check the bundle among these files; receipts among them are witnesses."""
        bundles = [path for path in paths if path.suffix.lower() == ".hasil"]
        witnesses = [path for path in paths if path.suffix.lower() == ".terima"]
        if not bundles:
            self._notice.show_words(_no_bundle, "warn")
            return
        bundle = bundles[0]
        self._file = bundle.name

        def job(master: Master, progress: Progress) -> Report:
            return verification.verify(bundle, witnesses)

        what = translate("VerifyTab", "Memeriksa hasil")
        self.office.act(what, job, self._notice, self._on_report, writes=False)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.drop.set_words(
            translate("VerifyTab", "Seret bundel hasil (.hasil) ke sini"),
            translate(
                "VerifyTab", "Boleh bersama tanda terima (.terima) sebagai saksi. Tidak ada yang diubah."
            ),
            translate("VerifyTab", "Bundel hasil dan tanda terima"),
        )
        self.steps.setAccessibleName(translate("VerifyTab", "Langkah pemeriksaan"))
        self.steps.rows.set_columns(self._columns())
        self._show()

    def look(self) -> None:
        """One check at a time."""
        self.drop.setEnabled(not self.office.busy)

    def _columns(self) -> list[Column]:
        return [
            Column(translate("VerifyTab", "Langkah"), 300),
            Column(translate("VerifyTab", "Hasil"), 110),
            Column(translate("VerifyTab", "Rincian")),
        ]

    def _on_report(self, report: Report) -> None:
        self.report = report
        self._show()

    def _show(self) -> None:
        if self.report is None:
            return
        language = self.office.languages.current
        words, tone, told = verdict_words(self.report)
        title = f"{self.report.title}  ·  {self._file}" if self.report.title else self._file
        self._name.setText(title)
        self.verdict.show_words(words, tone)
        self._words.setText(told)
        self.steps.set_rows(step_rows(self.report, language))
        self._card.show()


def _no_bundle() -> str:
    return translate(
        "VerifyTab", "Tidak ada bundel .hasil di antara berkas ini. Sertakan bundel yang diperiksa."
    )
