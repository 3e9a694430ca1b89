"""Errors as sentences: calm and in place where a person can act, logged and said plainly for a bug."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QSizePolicy, QWidget

from kipp_desktop import logs
from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.icons import IconButton, icon_pixmap
from kipp_desktop.gui.languages import Languages, translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Card, CardKind
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.sentences import sentence, sentence_of

NoticeTone = Literal["info", "ok", "warn", "bad"]
Words = str | Callable[[], str]

_LOOK: dict[NoticeTone, tuple[CardKind, str, str]] = {  # surface, icon, its colour
    "info": ("accent", "info", "accent"),
    "ok": ("accent", "check", "ok"),
    "warn": ("warn", "warning", "warn"),
    "bad": ("bad", "warning", "bad"),
}


class Notices:
    """Turns errors into sentences in the present language. One for the whole program."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    def words(self, error: BaseException) -> str:
        """The sentence for a UserError, or what is said of a bug. Logs nothing."""
        if isinstance(error, UserError):
            return sentence(error, self._languages.current)
        return translate(
            "Notices",
            "Program menemui kesalahan yang tidak terduga. Nilai yang sudah tersimpan tetap aman. "
            "Coba sekali lagi; bila terulang, kirimkan berkas catatan program kepada pengelolanya.",
        )

    @property
    def language(self) -> str:
        """The language that is spoken now."""
        return self._languages.current

    def sentence_of(self, code: str, facts: Mapping[str, object]) -> str:
        """The sentence of a code that is no error, such as the outcome of a file."""
        return sentence_of(code, facts, self._languages.current)

    def say(self, parent: QWidget, words: str) -> None:
        """Say something in a dialog that waits for nobody."""
        box = QMessageBox(QMessageBox.Icon.Information, "KIPP Desktop", words, parent=parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.finished.connect(box.deleteLater)
        box.open()

    def tell(self, parent: QWidget | None, error: Exception) -> None:
        """Say an error in a dialog and wait; a bug is logged first and shows where its log is."""
        box = QMessageBox(parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.words(error))
        if isinstance(error, UserError):
            box.setWindowTitle(translate("Notices", "Belum dapat dilakukan"))
        else:
            box.setWindowTitle(translate("Notices", "Kesalahan program"))
            where = translate("Notices", "Catatan kesalahan disimpan di {folder}")
            box.setInformativeText(where.format(folder=log_bug(error)))
        box.exec()
        box.deleteLater()


def log_bug(error: Exception) -> str:
    """Write a bug into the program's log; the folder where people find it."""
    try:
        raise error
    except Exception:
        return str(logs.report_bug())


class NoticeBar(Card):
    """One notice above a page: what happened, what is safe, what to do. Hidden while there is none."""

    dismissed = Signal()

    def __init__(self, theme: Theme, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._notices = notices
        self._tone: NoticeTone = "info"
        self._words: Words = ""
        self._language = notices.language  # in which `_words` were said
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._picture = QLabel()
        self._text = Text("", "body").wrapped()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._shut = IconButton(theme, "close", "")
        self._shut.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._shut, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(16, 6, 8, 6)
        self.body.addLayout(row)
        self._retranslate()
        theme.changed.connect(self._dress)
        self.hide()

    def text(self) -> str:
        """What is said now; empty when hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_words(self, words: Words, tone: NoticeTone = "info") -> None:
        """Say something; give a function instead of a text and it follows the language.

        A text is taken away when the language changes: it would stay in the old one.
        """
        self._words, self._tone, self._language = words, tone, self._notices.language
        self._dress()
        self._retranslate()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_error(self, error: Exception) -> None:
        """Say an error; a bug is logged and said in a dialog as well."""
        self.show_words(lambda: self._notices.words(error), "bad")
        if not isinstance(error, UserError):
            self._notices.tell(self.window(), error)

    def dismiss(self) -> None:
        """Take the notice away."""
        self._words = ""
        self.hide()
        self.dismissed.emit()

    def minimumSizeHint(self) -> QSize:
        """One line; the window gives as many as the words need at its width."""
        return QSize(super().minimumSizeHint().width(), self._theme.px(48))

    def sizeHint(self) -> QSize:
        """The same."""
        return QSize(super().sizeHint().width(), self._theme.px(48))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            if self._words and isinstance(self._words, str) and self._language != self._notices.language:
                self.dismiss()
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._shut.set_name(translate("NoticeBar", "Tutup pemberitahuan"))
        words = self._words if isinstance(self._words, str) else self._words()
        self._text.setText(words)
        self.setAccessibleName(words)

    def _dress(self) -> None:
        kind, icon_name, token = _LOOK[self._tone]
        self.set_kind(kind)
        size = self._theme.px(20)
        self._picture.setPixmap(icon_pixmap(self._theme, icon_name, token, size, self.devicePixelRatioF()))
