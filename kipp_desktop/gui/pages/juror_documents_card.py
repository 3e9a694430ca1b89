"""The list of a participant's documents: here, missing, or not listed by the package."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kipp_desktop.gui.icons import icon
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services.attachments import Document


class DocumentButton(Button):
    """A document's name, ending in … where there is no room."""

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__("", "ghost", parent)
        self.document = document
        self.setIcon(icon(theme, "document", "accent"))
        self.setStyleSheet("text-align: left;")
        self.setToolTip(document.name)
        said = standing_words(document)
        self.setAccessibleName(f"{document.name}, {said}" if said else document.name)
        self.setText(document.name)

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        return QSize(self.fontMetrics().horizontalAdvance("MMMMMM…") + 40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write what fits."""
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - 32
        self.setText(
            self.fontMetrics().elidedText(self.document.name, Qt.TextElideMode.ElideMiddle, max(0, room))
        )


class DocumentsCard(Card):
    """One line for each; it only says which was asked for."""

    opened = Signal(object)  # Document
    wanted = Signal()  # more documents, from a folder or a stick
    others_wanted = Signal()  # those of no participant

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("-", parent=parent)
        self._theme = theme
        self._documents: tuple[Document, ...] = ()
        self._of_nobody = 0
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._hint = Text("", "second", "soft").wrapped()
        self.more_button, self.others_button = Button("", "ghost"), Button("", "ghost")
        self.more_button.clicked.connect(self.wanted)
        self.others_button.clicked.connect(self.others_wanted)
        left = Qt.AlignmentFlag.AlignLeft
        self.body.addLayout(self._lines)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.others_button, 0, left)
        self.body.addWidget(self.more_button, 0, left)
        self._list()

    @property
    def buttons(self) -> list[DocumentButton]:
        """The documents that can be opened, in the order shown."""
        return [button for button in self.findChildren(DocumentButton) if not button.isHidden()]

    def show_documents(self, documents: Sequence[Document], of_nobody: int) -> None:
        """List the documents of an entry; `of_nobody` more belong to no participant that is known."""
        if (tuple(documents), of_nobody) != (self._documents, self._of_nobody):
            self._documents, self._of_nobody = tuple(documents), of_nobody
            self._list()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._list()
        super().changeEvent(event)

    def _list(self) -> None:
        self.set_caption(translate("Documents", "Dokumen"))
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for document in self._documents:
            self._lines.addWidget(self._line(document))
        self._say_hint()
        others = translate("Documents", "Dokumen lain (%n) …", "", self._of_nobody)
        self.others_button.setText(others)
        self.others_button.setVisible(bool(self._of_nobody))
        self.more_button.setText(translate("Documents", "Ambil dokumen …"))

    def _say_hint(self) -> None:
        missing = any(one.standing == "missing" for one in self._documents)
        if not self._documents:
            words = translate("Documents", "Paket tidak menyertakan dokumen peserta ini.")
        elif missing:
            words = translate("Documents", "Tarik folder dokumen dari panitia ke jendela ini.")
        else:
            words = ""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def _line(self, document: Document) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if document.path is None:
            row.setContentsMargins(0, 6, 0, 6)
            row.addWidget(ElidedText(document.name, "second"), 1)
        else:
            button = DocumentButton(self._theme, document)
            button.clicked.connect(self._on_open)
            row.addWidget(button, 1)
        words = standing_words(document)
        if words:
            row.addWidget(Text(words, "small", "warn"))
        return line

    def _on_open(self) -> None:
        button = self.sender()
        if isinstance(button, DocumentButton):
            self.opened.emit(button.document)


def standing_words(document: Document) -> str:
    """What a list says beside a document; nothing for one that is as the package lists it."""
    return {
        "listed": "",
        "missing": translate("Documents", "tidak disertakan"),
        "unlisted": translate("Documents", "tidak tercantum"),
        "differs": translate("Documents", "isi berbeda"),
    }[document.standing]
