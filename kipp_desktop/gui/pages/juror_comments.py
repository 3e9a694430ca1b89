"""What the juror writes about an entry: strengths, recommendations, and a note that stays on the laptop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.steps import comment_name
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.text import ElidedText
from kipp_desktop.services.scoring import OwnSheet

PAUSE_MS = 1200  # after the last key
KINDS = ("praise", "improve", "private")
_NARROW = 520  # below this many pixels at 100 % the boxes stand one above the other


class CommentBox(QPlainTextEdit):
    """A box that hands its text on after a pause and when it is left."""

    written = Signal(str, str)  # kind, text

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setTabChangesFocus(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.settle)
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless it is being written here."""
        if self._pause.isActive() or self.toPlainText().strip() == text:
            return
        self.setPlainText(text)
        self._pause.stop()

    def settle(self) -> None:
        """Hand on what was written."""
        if self._pause.isActive() or self.sender() is self._pause:
            self._pause.stop()
            self.written.emit(self.kind, self.toPlainText().strip())

    def let_go(self) -> None:
        """Forget what is being written, because another sheet comes."""
        self._pause.stop()

    def set_locked(self, locked: bool) -> None:
        """Whether the text can only be read."""
        if locked != self.isReadOnly():
            self.setReadOnly(locked)
            self.style().unpolish(self)  # the sheet looks at readOnly, which Qt sets without a word
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """No more than is needed; the page gives what it can spare."""
        return QSize(self.minimumSizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """May get narrow."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """Undo and redo concern letters while there are some to undo, else the sheet."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            mine = self.document().isUndoAvailable() or self.document().isRedoAvailable()
            is_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if not mine and (event.matches(undo) or event.matches(redo) or is_y):
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()
        super().focusOutEvent(event)


class Comments(QWidget):
    """Three boxes beside each other, or above each other where it is narrow."""

    written = Signal(str, str)  # kind, text

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wide: bool | None = None
        self.boxes = {kind: CommentBox(kind) for kind in KINDS}
        self._hints: dict[str, str] = {}
        self._labels = {kind: ElidedText("", "second", "soft") for kind in KINDS}
        self._parts: list[QWidget] = []
        for kind in KINDS:
            self.boxes[kind].written.connect(self.written)
            self._parts.append(self._part(kind))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._arrange(True)
        self._retranslate()
        self._dress()
        theme.changed.connect(self._dress)

    def show_sheet(self, own: OwnSheet, locked: bool) -> None:
        """Show what is stored. The private note can always be written."""
        for kind, box in self.boxes.items():
            box.show_text(own.comments.get(("", kind), ""))
            shut = locked and kind != "private"
            box.set_locked(shut)
            box.setPlaceholderText("" if shut else self._hints[kind])

    def settle(self) -> None:
        """Hand on what waits."""
        for box in self.boxes.values():
            box.settle()

    def let_go(self) -> None:
        """Another sheet comes."""
        for box in self.boxes.values():
            box.let_go()

    def minimumSizeHint(self) -> QSize:
        """As narrow as when the boxes stand above each other."""
        return QSize(self._theme.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or above each other."""
        self._arrange(event.size().width() >= self._theme.px(_NARROW))
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _part(self, kind: str) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._labels[kind])
        column.addWidget(self.boxes[kind], 1)
        self._labels[kind].setBuddy(self.boxes[kind])
        return part

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for at, part in enumerate(self._parts):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, 0 if wide else at, at if wide else 0)

    def _retranslate(self) -> None:
        hints = {
            "praise": translate("Comments", "ketik di sini …"),
            "improve": translate("Comments", "ketik di sini …"),
            "private": translate("Comments", "tetap di laptop ini, tidak ikut dikirim"),
        }
        for kind in KINDS:
            self._labels[kind].setText(comment_name(kind))
            self.boxes[kind].setAccessibleName(comment_name(kind))
            self.boxes[kind].setPlaceholderText(hints[kind])
        self._hints = hints
        self.boxes["private"].setAccessibleDescription(hints["private"])

    def _dress(self) -> None:
        line = self._theme.metrics("body").lineSpacing()
        for box in self.boxes.values():
            box.setMinimumHeight(3 * line + self._theme.px(24))
            box.setMaximumHeight(6 * line + self._theme.px(24))
