"""The head of the document pane: which document, which page, how large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.juror_documents_card import standing_words
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.gui.widgets.value_field import NumberBox
from kipp_desktop.services.attachments import Document

_NARROW, _NARROWEST = 380, 300  # below so many pixels at 100 % buttons give way
_KEYS = {
    "chevron-left": "Ctrl+Page Up",
    "chevron-right": "Ctrl+Page Down",
    "minus": "",
    "fit-width": "",
    "plus": "",
    "search": "Ctrl+Shift+F",
    "expand": "F11",
    "close": "Ctrl+D",
}
"""Every button by its icon, with its keys."""
_OF_PAGES = ("chevron-left", "chevron-right", "minus", "fit-width", "plus", "search")


class DocumentBar(QWidget):
    """It only says what was asked for. Its buttons leave the keys where they are: the juror may be typing."""

    chosen = Signal(object)  # Document
    page_wanted = Signal(int)  # from 0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._documents: tuple[Document, ...] = ()
        self._shown: Document | None = None
        self._full = False
        self._count = 0
        self.buttons = {name: IconButton(theme, name, "") for name in _KEYS}
        self.names = QComboBox()
        self.names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.names.setMinimumContentsLength(8)
        self.names.activated.connect(self._on_chosen)
        self.page_box = NumberBox("", 1, 1)
        self.page_box.setKeyboardTracking(False)
        self.page_box.valueChanged.connect(self._on_page)
        self._of = Text("", "second", "soft")
        self._mark = Text("", "second", "warn").wrapped()
        self._rows = QBoxLayout(QBoxLayout.Direction.BottomToTop)
        self._lay_out()
        self._retranslate()
        self._dress()
        theme.changed.connect(self._dress)

    def show_documents(self, documents: Sequence[Document], shown: Document | None) -> None:
        """Offer these; the one shown may be none of them."""
        self._documents, self._shown = tuple(documents), shown
        self._list()

    def show_pages(self, count: int) -> None:
        """How many pages the document has; 0 while none can be read."""
        self._count = count
        for name in _OF_PAGES:
            self.buttons[name].setEnabled(count > 0)
        self.page_box.setEnabled(count > 0)
        self.page_box.setRange(1, max(1, count))
        self.show_page(0)

    def show_page(self, page: int) -> None:
        """Which page is read, from 0."""
        self.page_box.blockSignals(True)
        self.page_box.setValue(page + 1)
        self.page_box.blockSignals(False)
        words = translate("DocumentPane", "dari {pages}").format(pages=self._count)
        self._of.setText(words if self._count else "")
        self.buttons["chevron-left"].setEnabled(page > 0)
        self.buttons["chevron-right"].setEnabled(page + 1 < self._count)

    def show_full(self, full: bool) -> None:
        """One line where there is the whole width, else two."""
        self._full = full
        self.buttons["expand"].set_icon("shrink" if full else "expand")
        above, beside = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(beside if full else above)
        self._retranslate()

    def fit(self, width: int) -> None:
        """Where it is narrow, what the menu and the keys do too gives way."""
        px = self._theme.px
        for name in ("minus", "plus"):
            self.buttons[name].setVisible(width >= px(_NARROW))
        self.buttons["fit-width"].setVisible(width >= px(_NARROWEST))
        self._of.setVisible(width >= px(_NARROWEST))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head, tools = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(4)
        tools.setSpacing(4)
        head.addWidget(self.names, 1)
        for name in ("expand", "close"):
            head.addWidget(self.buttons[name])
        for part in (self.buttons["chevron-left"], self.page_box, self._of, self.buttons["chevron-right"]):
            tools.addWidget(part)
        tools.addStretch(1)
        for name in ("minus", "fit-width", "plus", "search"):
            tools.addWidget(self.buttons[name])
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rows.setSpacing(6)
        self._rows.addLayout(tools)
        self._rows.addLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        column.addWidget(self._mark)

    def _list(self) -> None:
        self.names.clear()
        for document in self._documents:
            said = standing_words(document)
            self.names.addItem(f"{document.name}  ·  {said}" if said else document.name, document)
        if self._shown in self._documents:
            self.names.setCurrentIndex(self._documents.index(self._shown))
        self.names.setEnabled(len(self._documents) > 1)
        words = {
            "unlisted": translate("DocumentPane", "Berkas ini tidak tercantum dalam paket panitia."),
            "differs": translate("DocumentPane", "Isi berkas ini berbeda dari yang dicantumkan panitia."),
        }.get(self._shown.standing if self._shown else "", "")
        self._mark.setText(words)
        self._mark.setVisible(bool(words))

    def _retranslate(self) -> None:
        beside, wide = (
            translate("DocumentPane", "Kembali ke samping lembar"),
            translate("DocumentPane", "Selebar jendela"),
        )
        names = {
            "close": translate("DocumentPane", "Tutup dokumen"),
            "expand": beside if self._full else wide,
            "chevron-left": translate("DocumentPane", "Halaman sebelumnya"),
            "chevron-right": translate("DocumentPane", "Halaman berikutnya"),
            "minus": translate("DocumentPane", "Perkecil halaman"),
            "plus": translate("DocumentPane", "Perbesar halaman"),
            "fit-width": translate("DocumentPane", "Selebar panel"),
            "search": translate("DocumentPane", "Cari dalam dokumen"),
        }
        for name, words in names.items():
            self.buttons[name].set_name(words)
            if _KEYS[name]:
                self.buttons[name].setToolTip(f"{words} ({_KEYS[name]})")
        self.names.setAccessibleName(translate("DocumentPane", "Dokumen"))
        self.page_box.setAccessibleName(translate("DocumentPane", "Halaman"))
        self._list()
        self.show_page(self.page_box.value() - 1)

    def _dress(self) -> None:
        self.page_box.setMinimumWidth(self._theme.px(76))

    def _on_chosen(self, index: int) -> None:
        self.chosen.emit(self.names.itemData(index))

    def _on_page(self, value: int) -> None:
        self.page_wanted.emit(value - 1)
