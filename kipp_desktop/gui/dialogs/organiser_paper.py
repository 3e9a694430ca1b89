"""Typing a sheet from paper: by one person, by another who doesn't see it, then the differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Criterion
from kipp_desktop.domain.scoring import parse_value, scale_text
from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.intake import value_words
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.form_area import FormArea
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services.paper import BLANK, Paper, Place

_MOST = 260  # pixels of boxes before they scroll


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A sheet that may be typed: whose, of which entry, and what it asks."""

    place: Place
    juror: str
    entry: str
    criteria: Sequence[Criterion]


class _Boxes(QWidget):
    """A line for each criterion: name with its scale, what the keyings say where they differ, a field."""

    def __init__(self, dialog: ActDialog, language: str) -> None:
        super().__init__()
        self._dialog = dialog
        self._language = language
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setColumnStretch(0, 1)
        self._criteria: tuple[Criterion, ...] = ()
        self.fields: list[QLineEdit] = []

    def ask(self, criteria: Sequence[Criterion], said: Sequence[str] = ()) -> None:
        """Ask for these criteria anew; `said` stands beside each."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._criteria, self.fields = tuple(criteria), []
        for at, one in enumerate(criteria):
            name = one.name.in_language(self._language)
            field = QLineEdit()
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(96)
            field.setAccessibleName(f"{name}, {scale_text(one.scale)}")
            field.textChanged.connect(self._dialog.look)
            label = ElidedText(f"{name}  ({scale_text(one.scale)})", "body")
            label.setBuddy(field)
            self._grid.addWidget(label, at, 0)
            if said:
                self._grid.addWidget(Text(said[at], "second", "soft"), at, 1)
            self._grid.addWidget(field, at, 2)
            self.fields.append(field)

    def typed(self) -> dict[str, str]:
        """Criterion → what was typed."""
        return {one.id: field.text() for one, field in zip(self._criteria, self.fields, strict=True)}

    def wrong(self) -> str:
        """The first field that holds no value of its scale; empty when all do."""
        for one, field in zip(self._criteria, self.fields, strict=True):
            text = field.text().strip()
            if text and text != BLANK and not _fits(text, one):
                name = one.name.in_language(self._language)
                words = translate("PaperDialog", "{name}: yang diterima {allowed}, atau - bila kosong.")
                return words.format(name=name, allowed=scale_text(one.scale))
        return ""

    def complete(self) -> bool:
        """Whether every field is filled in and fits."""
        return all(field.text().strip() for field in self.fields) and not self.wrong()


class KeyingDialog(ActDialog):
    """One operator types one sheet."""

    def __init__(
        self, theme: Theme, places: Sequence[NamedPlace], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("PaperDialog", "Ketik lembar kertas"),
            translate(
                "PaperDialog",
                "Dua orang mengetik lembar yang sama tanpa saling melihat; baru dihitung bila keduanya sama. "
                "Kotak yang kosong di kertas diketik sebagai tanda minus (-): belum dinilai, bukan nol.",
            ),
            translate("PaperDialog", "Simpan ketikan"),
            parent,
            reason=False,
        )
        self._scan: Path | None = None
        self.juror, self.place = Choice(), Choice()
        self._owed: dict[tuple[str, str], list[NamedPlace]] = {}
        for one in places:
            self._owed.setdefault(one.place[:2], []).append(one)
        self.juror.addItems([owed[0].juror for owed in self._owed.values()])
        self.add_field(translate("PaperDialog", "&Juri"), self.juror)
        self.add_field(translate("PaperDialog", "Pese&rta"), self.place)
        self.operator = self.add_line(translate("PaperDialog", "Nama &pengetik"))
        self.boxes = _Boxes(self, language)
        self.fields.addWidget(FormArea(self.boxes, theme.px(_MOST)))
        self.note = Text("", "second", "bad").wrapped()
        self.fields.addWidget(self.note)
        self.scan = Button(translate("PaperDialog", "Pilih &pindaian …"))
        self._scan_name = ElidedText(translate("PaperDialog", "Pindaian boleh tidak ada."), "second", "soft")
        row = QHBoxLayout()
        row.addWidget(self.scan)
        row.addWidget(self._scan_name, 1)
        self.fields.addLayout(row)
        self.setMinimumWidth(theme.px(600))
        self.scan.clicked.connect(self._on_scan)
        self.juror.currentIndexChanged.connect(self._on_juror)
        self.place.currentIndexChanged.connect(self._on_place)
        self._on_juror()

    def choose(self, place: Place) -> None:
        """Begin with this sheet."""
        self.juror.setCurrentIndex(list(self._owed).index(place[:2]))
        self.place.setCurrentIndex([one.place for one in self._of_juror()].index(place))

    def chosen(self) -> Place:
        """The sheet."""
        return self._now().place

    def scan_file(self) -> Path | None:
        """The scan, if there is one."""
        return self._scan

    def ready(self) -> bool:
        """A name, and every box."""
        self.note.setText(self.boxes.wrong())
        return bool(self.operator.text().strip()) and self.boxes.complete()

    def first_field(self) -> QWidget | None:
        """Whose sheet."""
        return self.juror

    def _of_juror(self) -> list[NamedPlace]:
        return list(self._owed.values())[self.juror.currentIndex()]

    def _now(self) -> NamedPlace:
        return self._of_juror()[self.place.currentIndex()]

    def _on_juror(self) -> None:
        self.place.blockSignals(True)
        self.place.clear()
        self.place.addItems([one.entry for one in self._of_juror()])
        self.place.blockSignals(False)
        self._on_place()

    def _on_place(self) -> None:
        self.boxes.ask(self._now().criteria)
        self.look()

    def _on_scan(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, translate("PaperDialog", "Pindaian lembar"))
        if name:
            self._scan = Path(name)
            self._scan_name.setText(self._scan.name)


class ResolveDialog(ActDialog):
    """Shows what each operator typed where they differ; the value on the paper is typed again."""

    def __init__(
        self,
        theme: Theme,
        paper: Paper,
        criteria: Sequence[Criterion],
        where: str,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("PaperDialog", "Selesaikan beda ketikan"),
            translate(
                "PaperDialog", "{where}. Lihat kertasnya dan ketik nilai yang tertulis di sana."
            ).format(where=where),
            translate("PaperDialog", "Catat lembar"),
            parent,
            reason=False,
        )
        open_ = [one for one in criteria if one.id in paper.differing()]
        said = [
            "   ".join(f"{keying.operator}: {value_words(keying.cells[one.id])}" for keying in paper.keyings)
            for one in open_
        ]
        self.boxes = _Boxes(self, language)
        self.boxes.ask(open_, said)
        self.fields.addWidget(FormArea(self.boxes, theme.px(_MOST)))
        self.note = Text("", "second", "bad").wrapped()
        self.fields.addWidget(self.note)
        self.setMinimumWidth(theme.px(600))

    def ready(self) -> bool:
        """Every box."""
        self.note.setText(self.boxes.wrong())
        return self.boxes.complete()

    def first_field(self) -> QWidget | None:
        """The first differing criterion."""
        return self.boxes.fields[0]


def _fits(text: str, criterion: Criterion) -> bool:
    try:
        parse_value(text, criterion.scale)
    except UserError:
        return False
    return True
