"""The help: topics and search at the left, a page with its pictures at the right. Offline, and not modal."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.services import helping
from kipp_desktop.services.helping import Part

_LIST_WIDTH = 280
_TOPIC = Qt.ItemDataRole.UserRole
_PRINTS = "help-print"  # purpose of a folder
_TAGS = {"bullets": "ul", "steps": "ol"}


class HelpWindow(QWidget):
    """A window of its own beside the one it explains; it follows language, size and colours."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._around = around
        self._topic = ""
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list_topics)
        self.topics = QListWidget()
        self.topics.setSpacing(2)
        self.topics.currentItemChanged.connect(self._on_chosen)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._on_link)
        self.notice = NoticeBar(around.theme, around.notices)
        self.juror_guide, self.organiser_guide = Button("", "ghost"), Button("", "ghost")
        self.juror_guide.clicked.connect(self._on_juror_guide)
        self.organiser_guide.clicked.connect(self._on_organiser_guide)
        self._lay_out()
        self.resize(min(around.theme.px(980), 1060), min(around.theme.px(640), 600))
        self._retranslate()
        around.theme.changed.connect(self._show_page)

    def open_at(self, topic: str) -> None:
        """Show a topic, and the window above the others."""
        self.search.clear()
        self.show_topic(topic)
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus()

    def show_topic(self, topic: str) -> None:
        """Show a topic and mark it in the list."""
        self._topic = topic
        for row in range(self.topics.count()):
            if self.topics.item(row).data(_TOPIC) == topic:
                self.topics.setCurrentRow(row)
        self._show_page()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are as wide as there is room."""
        super().resizeEvent(event)
        self._show_page()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.topics, 1)
        left.addWidget(self.juror_guide)
        left.addWidget(self.organiser_guide)
        beside = QWidget()
        beside.setLayout(left)
        beside.setFixedWidth(self._around.theme.px(_LIST_WIDTH))
        left.setContentsMargins(0, 0, 0, 0)
        right = QVBoxLayout()
        right.addWidget(self.notice)
        right.addWidget(self.page, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(12)
        row.addWidget(beside)
        row.addLayout(right, 1)

    def _list_topics(self) -> None:
        """All topics by section, or those that hold the words typed."""
        language, wanted = self._around.languages.current, self.search.text()
        self.topics.blockSignals(True)
        self.topics.clear()
        if wanted.strip():
            for found in helping.search(wanted, language):
                self._add(found.title, found.topic, found.excerpt)
        else:
            for section, topics in helping.TOPICS.items():
                self._add_section(_section_words(section))
                for topic in topics:
                    self._add(helping.title(topic, language), topic)
        if not self.topics.count():
            self._add_section(translate("Help", "Tidak ada halaman dengan kata itu"))
        self.topics.blockSignals(False)
        for row in range(self.topics.count()):
            if self.topics.item(row).data(_TOPIC) == self._topic:
                self.topics.setCurrentRow(row)

    def _add(self, words: str, topic: str, tip: str = "") -> None:
        item = QListWidgetItem(words)
        item.setData(_TOPIC, topic)
        item.setToolTip(tip)
        self.topics.addItem(item)

    def _add_section(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._around.theme.font("caption"))
        self.topics.addItem(item)

    def _show_page(self) -> None:
        if not self._topic:
            return
        language = self._around.languages.current
        pictures = helping.folder() / "pictures" / language
        self.page.setSearchPaths([str(pictures)])
        room = self.page.viewport().width() - 24
        html = "".join(_html(part, pictures, room) for part in helping.parts(self._topic, language))
        self.page.setHtml(f"<style>{_css(self._around.theme)}</style>{html}")
        self.page.setAccessibleName(helping.title(self._topic, language))

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_TOPIC):
            self._topic = item.data(_TOPIC)
            self._show_page()

    def _on_link(self, url: QUrl) -> None:
        self.search.clear()
        self.show_topic(url.path())

    def _on_juror_guide(self) -> None:
        self._write_guide("juri", translate("Help", "Panduan juri"))

    def _on_organiser_guide(self) -> None:
        self._write_guide("panitia", translate("Help", "Panduan panitia"))

    def _write_guide(self, guide: str, title: str) -> None:
        preferences, language = self._around.preferences, self._around.languages.current
        start = str(Path(preferences.folder(_PRINTS)) / f"{title}.pdf")
        name, _ = QFileDialog.getSaveFileName(self, title, start, "PDF (*.pdf)")
        if not name:
            return
        path = Path(name)
        preferences.used_folder(_PRINTS, path.parent)

        def job(progress: Progress) -> Path:
            helping.write_guide(guide, path, language)
            return path

        what = translate("Help", "Menyusun panduan")
        self._around.tasks.run(job, self._on_written, self.notice.show_error, what)

    def _on_written(self, path: Path) -> None:
        self.notice.show_words(translate("Help", "Disimpan: {file}").format(file=path), "ok")

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("Help", "Bantuan KIPP Desktop"))
        self.search.setPlaceholderText(translate("Help", "Cari dalam bantuan"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.topics.setAccessibleName(translate("Help", "Halaman bantuan"))
        self.juror_guide.setText(translate("Help", "Panduan juri (PDF) …"))
        self.organiser_guide.setText(translate("Help", "Panduan panitia (PDF) …"))
        self._list_topics()
        self._show_page()


def _section_words(section: helping.Section) -> str:
    return {
        "start": translate("Help", "Umum"),
        "juror": translate("Help", "Juri"),
        "organiser": translate("Help", "Panitia"),
        "everybody": translate("Help", "Untuk semua"),
    }[section]


def _html(part: Part, pictures: Path, room: int) -> str:
    if part.kind == "picture":
        words, name = part.texts
        width = min(room, QPixmap(str(pictures / name)).width())
        picture = f'<img src="{escape(name)}" alt="{escape(words)}" width="{width}">'
        return f'<p style="line-height: 100%">{picture}</p>'
    lines = [helping.inline(text, "<code>{text}</code>", _link) for text in part.texts]
    if part.kind == "keys":
        rows = "".join(
            f"<tr>{''.join(f'<td>{cell}</td>' for cell in helping.cells(line))}</tr>" for line in lines
        )
        return f'<table cellspacing="0" cellpadding="5">{rows}</table>'
    if part.kind in _TAGS:
        tag = _TAGS[part.kind]
        return f"<{tag}>{''.join(f'<li>{line}</li>' for line in lines)}</{tag}>"
    tag = {"title": "h1", "heading": "h2"}.get(part.kind, "p")
    return f"<{tag}>{lines[0]}</{tag}>"


def _link(words: str, target: str) -> str:
    return f'<a href="{target}">{words}</a>'


def _css(theme: Theme) -> str:
    colors = theme.palette
    return (
        f"body, p, li, td {{ color: {colors.ink}; font-size: {theme.px(14)}px; line-height: 140%; }}"
        f"h1 {{ color: {colors.ink}; font-size: {theme.px(22)}px; margin-top: 4px; }}"
        f"h2 {{ color: {colors.ink}; font-size: {theme.px(16)}px; margin-top: 18px; }}"
        f"li {{ margin-bottom: 4px; }} a {{ color: {colors.accent}; }}"
        f"code {{ background-color: {colors.hover}; font-size: {theme.px(13)}px; }}"
        f"td {{ border-bottom: 1px solid {colors.line}; }}"
    )
