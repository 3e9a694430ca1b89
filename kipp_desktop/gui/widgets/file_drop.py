"""A place to drop files on, with a button for those who do not drag."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kipp_desktop.gui.icons import icon_pixmap
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme, set_property
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text


class FileDropArea(QFrame):
    """Takes files of some suffixes, dropped or chosen, and hands over their paths. It does not open them."""

    given = Signal(list)  # of Path; never empty

    def __init__(self, theme: Theme, suffixes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._suffixes = tuple(suffix.lower() for suffix in suffixes)  # ".nilai"
        self._kind = ""
        self._forbidden = False
        self.setAcceptDrops(True)
        self.setProperty("drop", True)
        self.setProperty("over", False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._picture = QLabel()
        self._title = Text("", "strong").wrapped()
        self._words = Text("", "second", "soft").wrapped()
        self._button = Button()
        self._button.clicked.connect(self.choose)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self._picture)
        row.addLayout(texts, 1)
        row.addWidget(self._button)
        self._row = row
        self._retranslate()
        self._dress()
        theme.changed.connect(self._dress)

    def set_words(self, title: str, words: str, kind: str) -> None:
        """Say what may be dropped here; `kind` names the files in the dialog ("Berkas nilai")."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._kind = kind
        self.setAccessibleName(title)
        self._button.setAccessibleDescription(title)

    def forbid(self, why: str) -> None:
        """Take no files, whatever is said later; the tooltip says why."""
        self._forbidden = True
        self.setEnabled(False)
        self.setToolTip(why)

    def setEnabled(self, enabled: bool) -> None:
        """Take files or not, unless it was forbidden."""
        super().setEnabled(enabled and not self._forbidden)

    def add(self, button: Button) -> None:
        """Put one more button beside the one that chooses files."""
        self._row.insertWidget(self._row.count() - 1, button)

    def choose(self) -> None:
        """Open the file dialog."""
        wanted = " ".join(f"*{suffix}" for suffix in self._suffixes)
        title = translate("FileDropArea", "Pilih berkas")
        names, _ = QFileDialog.getOpenFileNames(self, title, "", f"{self._kind} ({wanted})")
        if names:
            self.given.emit([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that the files are welcome, or let the cursor say that they are not."""
        if self._welcome(event.mimeData()):
            event.acceptProposedAction()
            set_property(self, "over", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        set_property(self, "over", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over the files."""
        set_property(self, "over", False)
        paths = self._welcome(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.given.emit(paths)

    def changeEvent(self, event: QEvent) -> None:
        """Say the button in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._button.setText(translate("FileDropArea", "Pilih berkas …"))

    def _dress(self) -> None:
        size = self._theme.px(28)
        self._picture.setPixmap(icon_pixmap(self._theme, "import", "accent", size, self.devicePixelRatioF()))

    def _welcome(self, data: QMimeData) -> list[Path]:
        return files_in(data, self._suffixes)


def files_in(data: QMimeData, suffixes: Sequence[str]) -> list[Path]:
    """The local files with one of the suffixes (".nilai") in what is dragged; windows use it too."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in suffixes]
