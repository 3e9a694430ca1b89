"""The pane in which a document is read beside the sheet. Loads QtPdf: it is imported when first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.juror_document_bar import DocumentBar
from kipp_desktop.gui.pages.juror_document_search import SearchRow
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.empty_state import EmptyState
from kipp_desktop.gui.widgets.pdf_pages import PdfPages
from kipp_desktop.services.attachments import Document

_LOCKED = (QPdfDocument.Error.IncorrectPassword, QPdfDocument.Error.UnsupportedSecurityScheme)


class DocumentPane(QWidget):
    """The bar, the search, the pages. It only shows; what is read next is for the window."""

    chosen = Signal(object)  # Document
    elsewhere_wanted = Signal(object)  # Document, in another program
    full_wanted = Signal()  # the whole width, or again beside the sheet
    left = Signal()  # Escape: the keys go back to the sheet
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.document: Document | None = None
        self._pdf = QPdfDocument(self)
        self.bar = DocumentBar(theme)
        self.pages = PdfPages(theme)
        self.message = EmptyState(theme, "document")
        self._said = QScrollArea()
        self.search = SearchRow(theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def readable(self) -> bool:
        """Whether pages are shown."""
        return self._pdf.pageCount() > 0

    def show_documents(self, documents: Sequence[Document], shown: Document | None) -> None:
        """Offer the documents of a participant; `shown` is about to be read, None when there is none."""
        self.document = shown
        self.bar.show_documents(documents, shown)
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
        self.bar.show_pages(self._pdf.pageCount())
        self.search.use(self._pdf)
        self.pages.show_document(self._pdf, page)
        self._say_page(self.pages.page)

    def show_words(self, title: str, words: str, button: str = "") -> None:
        """Say in place of the pages why there are none."""
        self._close_pdf()
        self.message.set_words(title, words, button)
        self._stack.setCurrentWidget(self._said)

    def turn(self, by: int) -> None:
        """Go so many pages on."""
        self.pages.go_to(self.pages.page + by)

    def find(self) -> None:
        """Let the keys go to the search."""
        if self.readable:
            self.search.begin(self.pages.page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar takes what room there is."""
        super().resizeEvent(event)
        self.bar.fit(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the fewest buttons."""
        return QSize(self._theme.px(220), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange and self.readable:
            self._say_page(self.pages.page)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("bar", "top")
        column = QVBoxLayout(head)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.search)
        self._said.setWidgetResizable(True)
        self._said.setFrameShape(QFrame.Shape.NoFrame)
        self._said.setWidget(self.message)
        for page in (self.pages, self._said):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._stack, 1)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        buttons = self.bar.buttons
        self.bar.chosen.connect(self.chosen)
        self.bar.page_wanted.connect(self._on_page_wanted)
        buttons["expand"].clicked.connect(self.full_wanted)
        buttons["close"].clicked.connect(self.closed)
        buttons["chevron-left"].clicked.connect(self._on_previous)
        buttons["chevron-right"].clicked.connect(self._on_next)
        buttons["minus"].clicked.connect(self._on_smaller)
        buttons["plus"].clicked.connect(self._on_larger)
        buttons["fit-width"].clicked.connect(self.pages.fit_width)
        buttons["search"].clicked.connect(self.find)
        self.pages.page_changed.connect(self._say_page)
        self.message.asked.connect(self._on_elsewhere)
        self.search.found.connect(self._on_found)
        self.search.closed.connect(self.pages.setFocus)

    def _close_pdf(self) -> None:
        self.search.forget()
        self.pages.show_document(None)
        self._pdf.close()
        self._stack.setCurrentWidget(self.pages)
        self.bar.show_pages(0)

    def _say_page(self, page: int) -> None:
        self.bar.show_page(page)
        words = translate("DocumentPane", "{name}, halaman {page} dari {pages}")
        name = self.document.name if self.document else ""
        count = self._pdf.pageCount()
        self.pages.setAccessibleName(words.format(name=name, page=page + 1, pages=count))

    def _on_page_wanted(self, page: int) -> None:
        self.pages.go_to(page)

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

    def _on_found(self) -> None:
        self.pages.show_hits(self.search.hits)
