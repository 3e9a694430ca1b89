"""The pane in which a document is read beside the sheet. Loads QtPdf: it is imported when first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.juror_document_search import SearchRow
from kipp_desktop.gui.pages.juror_documents_card import standing_words
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.empty_state import EmptyState
from kipp_desktop.gui.widgets.pdf_pages import PdfPages
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.gui.widgets.value_field import NumberBox
from kipp_desktop.services.attachments import Document

_NARROW, _NARROWEST = 380, 300  # below so many pixels at 100 % buttons give way
_LOCKED = (QPdfDocument.Error.IncorrectPassword, QPdfDocument.Error.UnsupportedSecurityScheme)


class DocumentPane(QWidget):
    """Which document, page, zoom, search, the pages. It only shows; what is read next is for the window."""

    chosen = Signal(object)  # Document
    elsewhere_wanted = Signal(object)  # Document, in another program
    full_wanted = Signal()  # the whole width, or again beside the sheet
    left = Signal()  # Escape: the keys go back to the sheet
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.document: Document | None = None
        self._documents: tuple[Document, ...] = ()
        self._full = False
        self._pdf = QPdfDocument(self)
        self.pages = PdfPages(theme)
        self.message = EmptyState(theme, "document")
        self._said = QScrollArea()
        self.search = SearchRow(theme)
        self.names = QComboBox()
        self.names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.names.setMinimumContentsLength(8)
        self.page_box = NumberBox("", 1, 1)
        self.page_box.setKeyboardTracking(False)
        self._of = Text("", "second", "soft")
        self._mark = Text("", "second", "warn").wrapped()
        self._buttons = {name: IconButton(theme, name, "") for name in _ICONS}
        for button in self._buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the juror may be typing
        self._rows = QBoxLayout(QBoxLayout.Direction.BottomToTop)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._dress()
        theme.changed.connect(self._dress)

    @property
    def readable(self) -> bool:
        """Whether pages are shown."""
        return self._pdf.pageCount() > 0

    def show_documents(self, documents: Sequence[Document], shown: Document | None) -> None:
        """Offer the documents of a participant; `shown` is about to be read, None when there is none."""
        self._documents, self.document = tuple(documents), shown
        self._list()
        self._close_pdf()
        if shown is None:
            words = translate("DocumentPane", "Paket tidak menyertakan dokumen peserta ini.")
            self.show_words(translate("DocumentPane", "Tidak ada dokumen"), words)

    def show_pdf(self, path: Path, page: int) -> None:
        """Show the pages of `document`, beginning at one.

        Raises UserError: document.unreadable, document.password.
        """
        assert self.document is not None
        error = self._pdf.load(str(path))
        if error != QPdfDocument.Error.None_ or self._pdf.pageCount() == 0:
            locked = error in _LOCKED
            raise UserError("document.password" if locked else "document.unreadable", file=self.document.name)
        self._stack.setCurrentWidget(self.pages)
        self._enable(True)
        self.page_box.setRange(1, self._pdf.pageCount())
        self.search.use(self._pdf)
        self.pages.show_document(self._pdf, page)
        self._say_page(self.pages.page)

    def show_words(self, title: str, words: str, button: str = "") -> None:
        """Say in place of the pages why there are none."""
        self._close_pdf()
        self.message.set_words(title, words, button)
        self._stack.setCurrentWidget(self._said)

    def show_full(self, full: bool) -> None:
        """Whether the pane has the whole width."""
        self._full = full
        self._buttons["expand"].set_icon("shrink" if full else "expand")
        above, beside = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(beside if full else above)
        self._retranslate()

    def turn(self, by: int) -> None:
        """Go so many pages on."""
        self.pages.go_to(self.pages.page + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, what the menu and the keys do too gives way."""
        super().resizeEvent(event)
        width, px = event.size().width(), self._theme.px
        for name in ("minus", "plus"):
            self._buttons[name].setVisible(width >= px(_NARROW))
        self._buttons["fit-width"].setVisible(width >= px(_NARROWEST))
        self._of.setVisible(width >= px(_NARROWEST))

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the fewest buttons."""
        return QSize(self._theme.px(220), super().minimumSizeHint().height())

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
            head.addWidget(self._buttons[name])
        for part in (self._buttons["chevron-left"], self.page_box, self._of, self._buttons["chevron-right"]):
            tools.addWidget(part)
        tools.addStretch(1)
        for name in ("minus", "fit-width", "plus", "search"):
            tools.addWidget(self._buttons[name])
        bar = QFrame()
        bar.setProperty("bar", "top")
        column = QVBoxLayout(bar)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        self._rows.setSpacing(6)
        self._rows.addLayout(tools)
        self._rows.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self.search)
        column.addWidget(self._mark)
        self._said.setWidgetResizable(True)
        self._said.setFrameShape(QFrame.Shape.NoFrame)
        self._said.setWidget(self.message)
        for page in (self.pages, self._said):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self._stack, 1)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        buttons = self._buttons
        self.names.activated.connect(self._on_chosen)
        buttons["expand"].clicked.connect(self.full_wanted)
        buttons["close"].clicked.connect(self.closed)
        buttons["chevron-left"].clicked.connect(self._on_previous)
        buttons["chevron-right"].clicked.connect(self._on_next)
        buttons["minus"].clicked.connect(self._on_smaller)
        buttons["plus"].clicked.connect(self._on_larger)
        buttons["fit-width"].clicked.connect(self.pages.fit_width)
        buttons["search"].clicked.connect(self.find)
        self.page_box.valueChanged.connect(self._on_page_box)
        self.pages.page_changed.connect(self._say_page)
        self.message.asked.connect(self._on_elsewhere)
        self.search.found.connect(self._on_found)
        self.search.closed.connect(self.pages.setFocus)

    def find(self) -> None:
        """Let the keys go to the search."""
        if self._stack.currentWidget() is self.pages:
            self.search.begin(self.pages.page)

    def _close_pdf(self) -> None:
        self.search.forget()
        self.pages.show_document(None)
        self._pdf.close()
        self._stack.setCurrentWidget(self.pages)
        self._enable(False)
        self._of.setText("")

    def _enable(self, readable: bool) -> None:
        for name in ("chevron-left", "chevron-right", "minus", "fit-width", "plus", "search"):
            self._buttons[name].setEnabled(readable)
        self.page_box.setEnabled(readable)

    def _list(self) -> None:
        self.names.clear()
        for document in self._documents:
            said = standing_words(document)
            self.names.addItem(f"{document.name}  ·  {said}" if said else document.name, document)
        if self.document in self._documents:
            self.names.setCurrentIndex(self._documents.index(self.document))
        self.names.setEnabled(len(self._documents) > 1)
        self._say_mark()

    def _say_mark(self) -> None:
        standing = self.document.standing if self.document else "listed"
        words = {
            "unlisted": translate("DocumentPane", "Berkas ini tidak tercantum dalam paket panitia."),
            "differs": translate("DocumentPane", "Isi berkas ini berbeda dari yang dicantumkan panitia."),
        }.get(standing, "")
        self._mark.setText(words)
        self._mark.setVisible(bool(words))

    def _say_page(self, page: int) -> None:
        count = self._pdf.pageCount()
        self.page_box.blockSignals(True)
        self.page_box.setValue(page + 1)
        self.page_box.blockSignals(False)
        self._of.setText(translate("DocumentPane", "dari {pages}").format(pages=count) if count else "")
        self._buttons["chevron-left"].setEnabled(page > 0)
        self._buttons["chevron-right"].setEnabled(page + 1 < count)
        words = translate("DocumentPane", "{name}, halaman {page} dari {pages}")
        name = self.document.name if self.document else ""
        self.pages.setAccessibleName(words.format(name=name, page=page + 1, pages=count))

    def _retranslate(self) -> None:
        names = {
            "close": translate("DocumentPane", "Tutup dokumen"),
            "expand": translate("DocumentPane", "Kembali ke samping lembar")
            if self._full
            else translate("DocumentPane", "Selebar jendela"),
            "chevron-left": translate("DocumentPane", "Halaman sebelumnya"),
            "chevron-right": translate("DocumentPane", "Halaman berikutnya"),
            "minus": translate("DocumentPane", "Perkecil halaman"),
            "plus": translate("DocumentPane", "Perbesar halaman"),
            "fit-width": translate("DocumentPane", "Selebar panel"),
            "search": translate("DocumentPane", "Cari dalam dokumen"),
        }
        for name, words in names.items():
            keys = _ICONS[name]
            self._buttons[name].set_name(words)
            self._buttons[name].setToolTip(f"{words} ({keys})" if keys else words)
        self.names.setAccessibleName(translate("DocumentPane", "Dokumen"))
        self.page_box.setAccessibleName(translate("DocumentPane", "Halaman"))
        self._list()
        if self._pdf.pageCount():
            self._say_page(self.pages.page)

    def _dress(self) -> None:
        self.page_box.setMinimumWidth(self._theme.px(76))

    def _on_chosen(self, index: int) -> None:
        self.chosen.emit(self.names.itemData(index))

    def _on_elsewhere(self) -> None:
        self.elsewhere_wanted.emit(self.document)

    def _on_previous(self) -> None:
        self.turn(-1)

    def _on_next(self) -> None:
        self.turn(1)

    def _on_smaller(self) -> None:
        self.pages.zoom_by(-1)

    def _on_larger(self) -> None:
        self.pages.zoom_by(1)

    def _on_page_box(self, value: int) -> None:
        self.pages.go_to(value - 1)

    def _on_found(self) -> None:
        self.pages.show_hits(self.search.hits)


_ICONS = {
    "expand": "F11",
    "close": "Ctrl+D",
    "chevron-left": "Ctrl+Page Up",
    "chevron-right": "Ctrl+Page Down",
    "minus": "",
    "fit-width": "",
    "plus": "",
    "search": "Ctrl+Shift+F",
}
"""Every button by its icon, with its keys."""
