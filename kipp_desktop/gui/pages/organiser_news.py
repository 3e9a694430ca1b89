"""What the next package version changes since the newest one, each change with its class."""

from __future__ import annotations

from collections.abc import Iterator

from kipp_desktop.gui.dialogs.organiser_shape_changes import class_words, thing_words
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Card
from kipp_desktop.gui.widgets.rich_table import FILE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.services import issuing
from kipp_desktop.services.issuing import News

_MOST = 4  # rows that are shown without scrolling
_MARKS = {"ejaan": State.COMPLETE, "makna": State.RESCORE, "bobot": State.PARTIAL}


class NewsCard(Card):
    """Hidden while there is nothing new."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.table = RichTable(theme, "", [Column("", 150), Column("")], FILE_ROW)
        self.table.horizontalHeader().hide()
        self.body.setContentsMargins(8, 8, 8, 4)
        self.body.addWidget(self.table)

    def show_news(self, overview: Overview, language: str) -> None:
        """Draw what is new in the set-up."""
        caption = translate("NewsCard", "Yang berubah pada versi berikutnya")
        self.set_caption(caption)
        self.table.setAccessibleName(caption)
        if not overview.outdated:
            self.hide()
            return
        news = issuing.news_of(overview.version, overview.competition, overview.draft)
        rows = [Row(at, cells) for at, cells in enumerate(_rows(news, language))]
        self.table.set_rows(rows)
        self.table.setFixedHeight(min(len(rows), _MOST) * self._theme.px(FILE_ROW) + 8)
        self.setVisible(bool(rows))


def _rows(news: News, language: str) -> Iterator[tuple[Cell, Cell]]:
    for change in news.changes:
        name = change.name.in_language(language)
        words = f"{thing_words(change)} – {name}" if name else thing_words(change)
        yield Cell(class_words(change), state=_MARKS[change.kind], role="strong"), Cell(words, tip=words)
    for kind, words in _plain(news):
        yield Cell(kind, role="strong", tone="soft"), Cell(words, tip=words)


def _plain(news: News) -> Iterator[tuple[str, str]]:
    """What no score hangs on."""
    entries, jurors = translate("NewsCard", "peserta"), translate("NewsCard", "juri")
    if news.entries_added:
        added = ", ".join(news.entries_added)
        yield entries, translate("NewsCard", "baru: {ids}").format(ids=added)
    if news.entries_gone:
        yield entries, translate("NewsCard", "tidak lagi: {ids}").format(ids=", ".join(news.entries_gone))
    if news.jurors_added:
        yield jurors, translate("NewsCard", "baru: {ids}").format(ids=", ".join(news.jurors_added))
    if news.sheets_added or news.sheets_gone:
        words = translate("NewsCard", "{more} lembar tambahan, {fewer} lembar berkurang")
        sheets = words.format(more=news.sheets_added, fewer=news.sheets_gone)
        yield translate("NewsCard", "penugasan"), sheets
    if news.documents_changed:
        ids = ", ".join(news.documents_changed)
        yield translate("NewsCard", "dokumen"), translate("NewsCard", "peserta {ids}").format(ids=ids)
    if news.words_changed:
        yield translate("NewsCard", "identitas"), ", ".join(map(_part_words, news.words_changed))


def _part_words(part: str) -> str:
    return {
        "title": translate("NewsCard", "judul"),
        "theme": translate("NewsCard", "tema"),
        "level": translate("NewsCard", "tingkat"),
        "body": translate("NewsCard", "sebutan penilai"),
        "legal_basis": translate("NewsCard", "dasar hukum"),
        "paper": translate("NewsCard", "kertas"),
        "letterhead": translate("NewsCard", "kop surat"),
    }[part]
