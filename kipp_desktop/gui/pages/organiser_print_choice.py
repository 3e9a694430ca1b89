"""What to print: the document, of which stage or group, of whom, on which paper, in which language."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox

from kipp_desktop.domain.competition import Paper
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.intake import entry_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.ranking import group_words
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.widgets.card import Card
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import printing
from kipp_desktop.services.drafting.source import Language, Wanted

PAPERS: tuple[tuple[Paper, str], ...] = (
    ("f4", "F4 · 215 × 330 mm"),
    ("folio", "Folio · 210 × 330 mm"),
    ("a4", "A4 · 210 × 297 mm"),
)
_ELSEWHERE = ("slip", "kartu-pemulihan")  # made where the codes and the key are cared for
_BEFORE = (
    "lembar-kosong",
    "survei",
    "daftar-hadir",
    "pakta-integritas",
    "benturan-kepentingan",
    "jadwal",
)
"""Documents that show no score: they are made before the ranking may be seen."""
_OF_STAGE = ("berita-acara", "lampiran-verifikasi", "rekapitulasi", "lembar-juri", "grid-juri", *_BEFORE)
_OF_JUROR = ("lembar-juri", "grid-juri", "lembar-kosong")
_OF_ENTRY = ("jawaban-keberatan", "umpan-balik", "survei", "piagam")
_ONE_ENTRY = ("jawaban-keberatan",)  # never everybody


class PrintChoice(Card):
    """Only what a document asks is shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._overview: Overview | None = None
        self._screen = "id"
        self.document, self.place, self.who = Choice(), Choice(), Choice()
        self.paper, self.language = Choice(), Choice()
        self._boxes = (self.document, self.place, self.who, self.paper, self.language)
        self._labels = [Text("", "second", "soft") for _ in self._boxes]
        for label, box in zip(self._labels, self._boxes, strict=True):
            label.setBuddy(box)
            self.body.addWidget(label)
            self.body.addWidget(box)
            self.body.addSpacing(2)
            box.activated.connect(self._on_other)
        self._retranslate()

    def wanted(self) -> Wanted | None:
        """What was chosen, or None while it can't be made."""
        document, overview = self.document.currentData(), self._overview
        if document is None or overview is None or not overview.version:
            return None
        if document not in _BEFORE and not overview.rankings():
            return None
        stage, group = self.place.currentData() or (None, None)
        juror = self.who.currentData() if document in _OF_JUROR else None
        entry = self.who.currentData() if document in _OF_ENTRY else None
        if document in _ONE_ENTRY and entry is None:
            return None
        paper = cast(Paper, self.paper.currentData())
        return Wanted(document, stage, group, paper, self._language_of(document), juror, entry)

    def needs_result(self) -> bool:
        """Whether the chosen document shows scores."""
        return self.document.currentData() not in _BEFORE

    def show_overview(self, overview: Overview, screen: str) -> None:
        """Offer what may be printed; what was chosen stays chosen."""
        first = self._overview is None
        self._overview, self._screen = overview, screen
        self._fill_documents()
        if first:
            self.paper.setCurrentIndex(max(0, self.paper.findData(overview.draft.paper)))
        self._fill_places()

    def set_document(self, document: str) -> None:
        """Choose a document as if it had been clicked."""
        self.document.setCurrentIndex(self.document.findData(document))
        self._on_other(0)

    def set_paper(self, paper: Paper) -> None:
        """Choose a paper as if it had been clicked."""
        self.paper.setCurrentIndex(self.paper.findData(paper))
        self._on_other(0)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _language_of(self, document: str) -> Language:
        if document in printing.INDONESIAN_ONLY:
            return "id"
        return cast(Language, self.language.currentData())

    def _on_other(self, at: int) -> None:
        self._fill_places()
        self.changed.emit()

    def _fill_documents(self) -> None:
        first = translate("PrintTab", "Cetakan pertama: berita acara dan naskah")
        titles = printing.documents("en" if self._screen == "en" else "id")
        others = [(name, title) for name, title in titles.items() if name not in _ELSEWHERE]
        _fill(self.document, [(printing.FIRST, first), *others])

    def _fill_places(self) -> None:
        overview, document = self._overview, self.document.currentData()
        if overview is None:
            return
        places: list[tuple[Any, str]] = []
        if document == "peringkat":
            places = [
                ((one.stage, one.group), group_words(overview, one, self._screen))
                for one in overview.rankings()
            ]
        elif document in _OF_STAGE:
            stages = reversed(overview.competition.stages)
            places = [((one.id, None), one.name.in_language(self._screen)) for one in stages]
        _fill(self.place, places)
        people: list[tuple[Any, str]] = []
        everybody = (None, translate("PrintTab", "semua"))
        if document in _OF_JUROR:
            people = [everybody, *((one.id, one.name or one.id) for one in overview.jurors)]
        elif document in _OF_ENTRY:
            entries = [(one.id, entry_words(overview, one.id)) for one in overview.competition.entries]
            people = entries if document in _ONE_ENTRY else [everybody, *entries]
        _fill(self.who, people)
        self._show_boxes(len(places), len(people))

    def _show_boxes(self, places: int, people: int) -> None:
        bilingual = self.document.currentData() not in printing.INDONESIAN_ONLY
        shown = (True, places > 1, people > 0, True, bilingual)
        for label, box, visible in zip(self._labels, self._boxes, shown, strict=True):
            label.setVisible(visible)
            box.setVisible(visible)

    def _retranslate(self) -> None:
        names = (
            translate("PrintTab", "Dokumen"),
            translate("PrintTab", "Tahap"),
            translate("PrintTab", "Untuk"),
            translate("PrintTab", "Kertas"),
            translate("PrintTab", "Bahasa"),
        )
        for label, box, name in zip(self._labels, self._boxes, names, strict=True):
            label.setText(name)
            box.setAccessibleName(name)
        _fill(self.paper, PAPERS)
        languages = (("id", translate("PrintTab", "Indonesia")), ("en", translate("PrintTab", "Inggris")))
        _fill(self.language, languages)


def _fill(box: QComboBox, items: Any) -> None:  # noqa: ANN401 - pairs of any data and words
    """Other lines; what was chosen stays chosen where it is still there."""
    kept = box.currentData()
    box.clear()
    for data, words in items:
        box.addItem(words, data)
    found = next((at for at in range(box.count()) if _same(box.itemData(at), kept)), 0)
    box.setCurrentIndex(found if box.count() else -1)


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 - Qt turns tuples into lists
    return (list(one) if isinstance(one, (list, tuple)) else one) == (
        list(other) if isinstance(other, (list, tuple)) else other
    )
