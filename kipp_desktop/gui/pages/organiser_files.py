"""Files for the archive: the workbook, the bundle for auditors, the public bundle, receipts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kipp_desktop.gui.dialogs.organiser_public import PublicDialog
from kipp_desktop.gui.icons import icon_pixmap
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.moments import when_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPanel
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import issuing, printing, publishing
from kipp_desktop.services.masters import Master

_AUDITOR, _PUBLIC, _WORKBOOK, _RECEIPTS = range(4)
_ICONS = ("archive", "globe", "table", "mail")


class _FileCard(Card):
    """One kind of file: what it is for, who may have it, when it was last written, a button."""

    def __init__(self, office: OrganiserOffice, icon_name: str, on_click: Callable[[], None]) -> None:
        super().__init__()
        self._theme = office.theme
        self._icon_name = icon_name
        self._picture = QLabel()
        self.name = Text("", "strong").wrapped()
        self.words = Text("", "second", "soft").wrapped()
        self.fact = Text("", "small", "soft").wrapped()
        self.button = Button("")
        self.button.clicked.connect(on_click)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for text in (self.name, self.words, self.fact):
            texts.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self._dress()
        self._theme.changed.connect(self._dress)

    def write(self, name: str, words: str, button: str) -> None:
        """Write the fixed texts."""
        self.name.setText(name)
        self.words.setText(words)
        self.button.setText(button)
        self.button.setAccessibleDescription(name)

    def _dress(self) -> None:
        size = self._theme.px(24)
        pixmap = icon_pixmap(self._theme, self._icon_name, "accent", size, self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)


class FilesTab(OrganiserPanel):
    """Four kinds of files, each with what it is for."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office)
        self._notice = notice
        acts = (self._on_auditor, self._on_public, self._on_workbook, self._on_receipts)
        self.cards = [_FileCard(office, icon, act) for icon, act in zip(_ICONS, acts, strict=True)]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(12)
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.start()

    def write_bundle(self, path: Path, public: bool) -> None:
        """Write a result bundle."""

        def job(master: Master, progress: Progress) -> Path:
            publishing.write_bundle(master, path, public)
            return path

        self.office.act(translate("FilesTab", "Menulis bundel"), job, self._notice, self._on_written)

    def write_workbook(self, path: Path) -> None:
        """Write the workbook with the ranking."""

        def job(master: Master, progress: Progress) -> Path:
            printing.save(printing.ranking_workbook(master), path)
            return path

        what = translate("FilesTab", "Menyusun buku kerja")
        self.office.act(what, job, self._notice, self._on_written, writes=False)

    def write_receipts(self, folder: Path) -> None:
        """Write a receipt for every juror who has delivered."""

        def job(master: Master, progress: Progress) -> Path:
            publishing.write_receipts(master, folder)
            return folder

        self.office.act(translate("FilesTab", "Menulis tanda terima"), job, self._notice, self._on_written)

    def show_overview(self, overview: Overview) -> None:
        """Say when each was last written."""
        bundles = [event for event in overview.events if event.type == "bundle_written"]
        for at, public in ((_AUDITOR, False), (_PUBLIC, True)):
            last = next((one for one in reversed(bundles) if bool(one.data.get("public")) == public), None)
            self._say(at, None if last is None else f"{when_words(last.at)}  ·  {last.data['file']}")
        receipts = overview.last("receipts_written")
        self._say(_RECEIPTS, None if receipts is None else when_words(receipts.at))
        self.cards[_WORKBOOK].fact.setVisible(False)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        auditor, public, workbook, receipts = self.cards
        auditor.write(
            translate("FilesTab", "Bundel untuk auditor (.hasil)"),
            translate(
                "FilesTab",
                "Semua yang diperlukan untuk menghitung ulang peringkat tanpa mempercayai panitia. "
                "Memuat nama juri dan alasan keputusan.",
            ),
            translate("FilesTab", "Tulis bundel &auditor …"),
        )
        public.write(
            translate("FilesTab", "Bundel untuk umum (.hasil)"),
            translate(
                "FilesTab",
                "Tanpa nama juri dan tanpa catatan. Perhatian: nilai tiap juri tetap terbaca di bawah "
                "kode kursinya, dan siapa yang tahu urutan kursi dapat menebaknya.",
            ),
            translate("FilesTab", "Tulis bundel &umum …"),
        )
        workbook.write(
            translate("FilesTab", "Buku kerja (.xlsx)"),
            translate("FilesTab", "Peringkat dan semua nilai di baliknya untuk Excel atau LibreOffice."),
            translate("FilesTab", "Tulis &buku kerja …"),
        )
        receipts.write(
            translate("FilesTab", "Tanda terima juri (.terima)"),
            translate(
                "FilesTab", "Satu berkas untuk tiap juri yang sudah menyerahkan nilai; sekaligus saksi."
            ),
            translate("FilesTab", "Tulis tanda &terima …"),
        )

    def look(self) -> None:
        """Files want a package, receipts a delivery, the workbook a ranking."""
        overview, busy = self.overview, self.office.busy
        issued = overview is not None and overview.version > 0
        seen = overview is not None and bool(overview.rankings())
        delivered = overview is not None and overview.files > 0
        for at, ready in ((_AUDITOR, issued), (_PUBLIC, issued), (_WORKBOOK, seen), (_RECEIPTS, delivered)):
            self.cards[at].button.setEnabled(ready and not busy)
        self.cards[_AUDITOR].button.set_kind("primary")

    def _say(self, at: int, when: str | None) -> None:
        fact = self.cards[at].fact
        fact.setVisible(when is not None)
        fact.setText(translate("FilesTab", "terakhir ditulis {when}").format(when=when))

    def _slug(self) -> str:
        return issuing.slug(self.overview.draft.title) if self.overview else "kompetisi"

    def _ask_file(self, title: str, name: str, kind: str) -> Path | None:
        path, _ = QFileDialog.getSaveFileName(self, title, name, kind)
        return Path(path) if path else None

    def _on_auditor(self) -> None:
        self._ask_bundle(False)

    def _on_public(self) -> None:
        """Read what of people's own words will be public, and show it first."""

        def job(master: Master, progress: Progress) -> list[publishing.PublicWord]:
            return publishing.public_words(master)

        what = translate("FilesTab", "Membaca yang ikut terbuka")
        self.office.act(what, job, self._notice, self._on_words, writes=False)

    def _on_words(self, words: list[publishing.PublicWord]) -> None:
        dialog = PublicDialog(self.office.theme, words, self.office.languages.current, self)
        if dialog.agreed():
            self._ask_bundle(True)
        dialog.deleteLater()

    def _ask_bundle(self, public: bool) -> None:
        title = translate("FilesTab", "Simpan bundel hasil")
        name = f"{self._slug()}{'-umum' if public else ''}.hasil"
        kind = translate("FilesTab", "Bundel hasil")
        path = self._ask_file(title, name, f"{kind} (*.hasil)")
        if path is not None:
            self.write_bundle(path, public)

    def _on_workbook(self) -> None:
        title = translate("FilesTab", "Simpan buku kerja")
        path = self._ask_file(title, f"peringkat-{self._slug()}.xlsx", "Excel (*.xlsx)")
        if path is not None:
            self.write_workbook(path)

    def _on_receipts(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, translate("FilesTab", "Folder untuk tanda terima"))
        if folder:
            self.write_receipts(Path(folder))

    def _on_written(self, path: Path) -> None:
        self._notice.show_words(translate("FilesTab", "Ditulis: {file}").format(file=path), "ok")
