"""After a newer package: what has to be scored again, and what changed besides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.domain.changes import Change, ChangeClass
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card, CardKind
from kipp_desktop.gui.widgets.scrolled import scrolled
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.renewing import PackageNews


class PackageNewsDialog(QDialog):
    """Lists the three classes of change apart; leads to the first sheet that needs the juror."""

    sheet_wanted = Signal(str, str)  # stage, entry

    def __init__(
        self, theme: Theme, desk: JurorDesk, news: PackageNews, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._news = news
        self._language = language
        title = translate("PackageNews", "Paket versi {version} dipakai").format(version=news.version)
        self.setWindowTitle(title)
        self.resize(min(theme.px(600), 1000), min(theme.px(480), 570))
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(title, "heading"))
        words = translate("PackageNews", "Semua nilai Anda tetap ada. Yang berubah dalam paket ini:")
        column.addWidget(Text(words, "body", "soft").wrapped())
        column.addWidget(scrolled(self._column, title), 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.close_button = Button(translate("PackageNews", "Tutup"), "secondary")
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.sheet_button = Button(translate("PackageNews", "Buka lembar pertama"), "primary")
        self.sheet_button.clicked.connect(self._on_sheet)
        self.sheet_button.setVisible(bool(self._news.rescore))
        row.addWidget(self.sheet_button)
        return row

    def _fill(self) -> None:
        news = self._news
        cells = [
            f"{self._entry(entry)}  ·  {self._criterion(stage, entry, one)}"
            for stage, entry, one in news.rescore
        ]
        self._add(translate("PackageNews", "Nilai ulang"), cells, "warn")
        opened = [self._entry(entry) for _, entry in news.opened]
        self._add(
            translate("PackageNews", "Lembar terbuka lagi, kunci ulang setelah dinilai"), opened, "warn"
        )
        self._add(translate("PackageNews", "Arti berubah"), self._named("makna"))
        self._add(
            translate("PackageNews", "Bobot atau aturan berubah, nilai tetap berlaku"), self._named("bobot")
        )
        self._add(translate("PackageNews", "Ejaan diperbaiki, nilai tetap berlaku"), self._named("ejaan"))
        added = [self._entry(entry) for _, entry in news.added]
        self._add(translate("PackageNews", "Lembar baru untuk Anda"), added)
        dropped = [self._entry(entry) for _, entry in news.dropped]
        self._add(translate("PackageNews", "Tidak lagi Anda nilai; isinya tetap tersimpan di sini"), dropped)

    def _add(self, caption: str, lines: Sequence[str], kind: CardKind = "plain") -> None:
        if not lines:
            return
        card = Card(caption, kind)
        for line in lines:
            card.body.addWidget(Text(line).wrapped())
        self._column.addWidget(card)

    def _named(self, kind: ChangeClass) -> list[str]:
        return list(dict.fromkeys(self._words(one) for one in self._news.changes if one.kind == kind))

    def _words(self, change: Change) -> str:
        kinds = {
            "criterion": translate("PackageNews", "Kriteria {name}"),
            "rubric": translate("PackageNews", "Cara menjumlah rubrik {name}"),
            "entry": translate("PackageNews", "Peserta {id}  {name}"),
            "stage": translate("PackageNews", "Tahap {name}"),
            "rule": translate("PackageNews", "Aturan peringkat"),
        }
        return kinds[change.what].format(name=change.name.in_language(self._language), id=change.id)

    def _criterion(self, stage: str, entry: str, criterion: str) -> str:
        found = self._desk.rubric(stage, entry).find(criterion)
        return criterion if found is None else found.name.in_language(self._language)

    def _entry(self, entry: str) -> str:
        found = self._desk.competition.entry_by_id.get(entry)
        return entry if found is None else f"{entry}  {found.title}"

    def _on_sheet(self) -> None:
        stage, entry, _ = self._news.rescore[0]
        self.accept()
        self.sheet_wanted.emit(stage, entry)
