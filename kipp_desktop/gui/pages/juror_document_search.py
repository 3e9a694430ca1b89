"""The line in which one looks for words in a document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.pdf_search import PdfSearch
from kipp_desktop.gui.widgets.text import Text

_PAUSE_MS = 250  # after the last key


class SearchRow(QWidget):
    """Text, "2 dari 7", next and previous. Hidden until it is wanted."""

    found = Signal()  # other hits, or another one of them
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf: QPdfDocument | None = None
        self._page = 0
        self.hits = PdfSearch(self)
        self.hits.changed.connect(self._say)
        self.text = QLineEdit()
        self._count = Text("", "second", "soft")
        self.previous_button = IconButton(theme, "chevron-up", "")
        self.next_button = IconButton(theme, "chevron-down", "")
        self._shut = IconButton(theme, "close", "")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._find)
        self.text.textEdited.connect(self._on_edited)
        self.previous_button.clicked.connect(self.previous)
        self.next_button.clicked.connect(self.next)
        self._shut.clicked.connect(self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.text, 1)
        row.addWidget(self._count)
        for button in (self.previous_button, self.next_button, self._shut):
            row.addWidget(button)
        self._retranslate()
        self.hide()

    def use(self, pdf: QPdfDocument) -> None:
        """Look in this document from now on; what was typed is looked for there too."""
        self._pdf, self._page = pdf, 0
        if not self.isHidden() and self.text.text().strip():
            self._find()

    def forget(self) -> None:
        """There is no document."""
        if self._pdf is not None:
            self.hits.find(self._pdf, "", 0)
        self._pdf = None

    def begin(self, page: int) -> None:
        """Let the keys go to the text; the first hit is looked for from a page on."""
        self._page = page
        self.show()
        self.text.setFocus()
        self.text.selectAll()

    def end(self) -> None:
        """Take hits and line away."""
        self.text.clear()
        self._find()
        self.hide()
        self.closed.emit()

    def next(self) -> None:
        """Go to the next hit."""
        self._settle()
        self.hits.step(1)

    def previous(self) -> None:
        """Go to the hit before."""
        self._settle()
        self.hits.step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next hit, with Shift to the one before; Escape ends the search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self._pause.isActive():
                self._settle()
            else:
                self.previous() if back else self.next()
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_edited(self, text: str) -> None:
        self._pause.start()

    def _settle(self) -> None:
        if self._pause.isActive():
            self._find()

    def _find(self) -> None:
        self._pause.stop()
        if self._pdf is not None:
            self.hits.find(self._pdf, self.text.text(), self._page)

    def _say(self) -> None:
        count, busy = self.hits.count, self.hits.busy
        if not self.text.text().strip():
            words = ""
        elif count:
            words = translate("SearchRow", "{at} dari {all}").format(at=self.hits.position, all=count)
        else:
            words = translate("SearchRow", "mencari …") if busy else translate("SearchRow", "tidak ada")
        self._count.setText(f"{words} …" if busy and count else words)
        self.text.setAccessibleDescription(self._count.text())
        for button in (self.previous_button, self.next_button):
            button.setEnabled(count > 0)
        self.found.emit()

    def _retranslate(self) -> None:
        self.text.setPlaceholderText(translate("SearchRow", "Cari dalam dokumen"))
        self.text.setAccessibleName(translate("SearchRow", "Cari dalam dokumen"))
        self.previous_button.set_name(translate("SearchRow", "Temuan sebelumnya"))
        self.next_button.set_name(translate("SearchRow", "Temuan berikutnya"))
        self._shut.set_name(translate("SearchRow", "Tutup pencarian"))
        self._say()
