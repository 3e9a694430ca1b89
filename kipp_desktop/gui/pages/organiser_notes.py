"""Above the board: files of a later format to be tried again, and what people have to look at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.intake import SentenceOf, finding_lines
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text


class IntakeNotes(QWidget):
    """Two cards, each there only when it has something to say."""

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retry = Button("")
        self.retry.clicked.connect(self.retry_wanted)
        self._aside_words = Text("", "body").wrapped()
        self.findings = Text("", "second").wrapped()
        self._aside = Card(kind="warn")
        self._found = Card(kind="warn")
        for card in (self._aside, self._found):
            card.body.setContentsMargins(16, 8, 12, 8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._aside_words, 1)
        row.addWidget(self.retry)
        self._aside.body.addLayout(row)
        self._title = Text("", "strong")
        self._found.body.addWidget(self._title)
        self._found.body.addWidget(self.findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._aside)
        column.addWidget(self._found)

    def show_overview(self, overview: Overview, sentence_of: SentenceOf) -> None:
        """Say what there is."""
        held = overview.intake.set_aside
        due = translate(
            "IntakeNotes",
            "{n} berkas disisihkan oleh versi program yang lebih lama. Versi ini mungkin dapat membacanya.",
        )
        later = translate(
            "IntakeNotes", "{n} berkas dari versi program yang lebih baru disisihkan utuh; belum dihitung."
        )
        self._aside_words.setText((due if overview.intake.retry_due else later).format(n=len(held)))
        self.retry.setText(translate("IntakeNotes", "C&oba lagi"))
        self._aside.setVisible(bool(held))
        lines = finding_lines(overview, sentence_of)
        self._title.setText(translate("IntakeNotes", "Perlu diperiksa"))
        self.findings.setText(lines)
        self._found.setVisible(bool(lines))
        self.setVisible(bool(held) or bool(lines))

    def look(self, ready: bool) -> None:
        """Trying again rests while something runs."""
        self.retry.setEnabled(ready)
