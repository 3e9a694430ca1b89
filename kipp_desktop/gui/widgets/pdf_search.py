"""Looking for words in a PDF, from the page that is read onwards, without holding up the keys."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPdf import QPdfDocument, QPdfLink, QPdfSearchModel

_SLICE_S = 0.008  # of work between two key-presses


class PdfSearch(QObject):
    """The hits of one document, page by page. Qt's own sweep takes a tenth of a second for each page."""

    changed = Signal()  # more hits, another hit, or done

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = QPdfSearchModel(self)
        self._hits: dict[int, list[QPdfLink]] = {}
        self._todo: list[int] = []
        self._now: tuple[int, int] | None = None  # page, which of its hits
        self._work = QTimer(self)
        self._work.setInterval(0)
        self._work.timeout.connect(self._sweep)

    @property
    def count(self) -> int:
        """How many hits there are so far."""
        return sum(map(len, self._hits.values()))

    @property
    def busy(self) -> bool:
        """Whether pages are still looked through."""
        return bool(self._todo)

    @property
    def current(self) -> QPdfLink | None:
        """The hit one is at."""
        return None if self._now is None else self._hits[self._now[0]][self._now[1]]

    @property
    def position(self) -> int:
        """Its number among all, from 1; 0 for none."""
        if self._now is None:
            return 0
        page, at = self._now
        return sum(len(hits) for other, hits in self._hits.items() if other < page) + at + 1

    def on_page(self, page: int) -> list[QPdfLink]:
        """The hits of a page."""
        return self._hits.get(page, [])

    def find(self, document: QPdfDocument, text: str, page: int) -> None:
        """Look for a text, first on this page and after it, then before it; "" forgets what was found."""
        self._hits, self._now = {}, None
        self._model.setSearchString("")
        self._model.setDocument(document)
        self._model.setSearchString(text.strip())
        pages = range(document.pageCount())
        self._todo = [*pages[page:], *pages[:page]] if text.strip() else []
        self._work.start()
        self.changed.emit()

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1); after the last comes the first."""
        every = [(page, at) for page in sorted(self._hits) for at in range(len(self._hits[page]))]
        if every:
            at = every.index(self._now) + by if self._now is not None else 0
            self._now = every[at % len(every)]
            self.changed.emit()

    def _sweep(self) -> None:
        end = time.monotonic() + _SLICE_S
        while self._todo and time.monotonic() < end:
            page = self._todo.pop(0)
            hits = self._model.resultsOnPage(page)
            if hits:
                self._hits[page] = hits
                self._now = self._now or (page, 0)
        if not self._todo:
            self._work.stop()
            self._model.setSearchString("")
        self.changed.emit()
