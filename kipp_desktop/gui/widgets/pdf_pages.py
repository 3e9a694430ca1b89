"""The pages of a PDF, one below the other. Keeps only the pictures of pages in sight and a few around them.

QPdfView keeps twenty-one pages at any size, which on a wide window is more than 200 MB.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfLink, QPdfPageRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.pdf_search import PdfSearch

ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP = 0.25, 4.0, 1.2  # pixels of a point
KEPT_BYTES = 12 * 1024 * 1024  # of pages out of sight
_MOST_PIXELS = 3_000_000  # of one page; a larger one is drawn from these
_GAP = 12
_HIT, _HIT_NOW = "#6EF2C94C", "#0B6E6E"  # on white paper, by day and by night


class PdfPages(QAbstractScrollArea):
    """Shows a document at a zoom or as wide as there is room. Pages are painted when they are rendered."""

    page_changed = Signal(int)  # from 0
    zoom_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document: QPdfDocument | None = None
        self._search: PdfSearch | None = None
        self._hit: QPdfLink | None = None
        self._sizes: list[QSizeF] = []  # in points
        self._tops: list[int] = [0]  # in pixels; one more than there are pages
        self._pictures: OrderedDict[int, QImage] = OrderedDict()  # used last at the end
        self._asked: int | None = None
        self._page = 0
        self._zoom = 1.0
        self._fit = True
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._on_rendered)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._measure)

    @property
    def page(self) -> int:
        """The page at the top of what is seen, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """How many pixels a point of the paper has."""
        return self._zoom

    @property
    def fits_width(self) -> bool:
        """Whether pages are as wide as there is room."""
        return self._fit

    def show_document(self, document: QPdfDocument | None, page: int = 0) -> None:
        """Show a loaded document at a page; None empties the view."""
        self._document, self._search, self._hit, self._asked = document, None, None, None
        self._pictures.clear()
        self._renderer.setDocument(document)  # pyright: ignore[reportArgumentType] - None is taken
        count = document.pageCount() if document is not None else 0
        self._sizes = [document.pagePointSize(at) for at in range(count)] if document is not None else []
        self._measure()
        self.go_to(page)

    def go_to(self, page: int, down: float = 0.0) -> None:
        """Bring a page to the top; `down` is a place on it, in points."""
        if self._sizes:
            page = max(0, min(page, len(self._sizes) - 1))
            self.verticalScrollBar().setValue(self._tops[page] + round(down * self._zoom))
            self._note_page(page)

    def set_zoom(self, zoom: float) -> None:
        """Show pages at a zoom; the page at the top stays there."""
        self._fit = False
        self._rescale(max(ZOOM_LEAST, min(ZOOM_MOST, zoom)))

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by so many steps."""
        self.set_zoom(self._zoom * ZOOM_STEP**steps)

    def fit_width(self) -> None:
        """Show pages as wide as there is room, now and when the room changes."""
        self._fit = True
        self._rescale(self._zoom)

    def show_hits(self, search: PdfSearch) -> None:
        """Mark what was found, and bring the hit one is at into sight when it is another than before."""
        before, self._hit = self._hit, search.current
        self._search = search
        if self._hit is not None and not _same(before, self._hit):
            self._bring(self._hit)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew; the page at the top stays there."""
        super().resizeEvent(event)
        self._rescale(self._zoom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and nought zoom; space turns; the rest scrolls."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_0:
                self.fit_width()
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(self._sizes) - 1)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight: what is rendered, white where nothing is yet."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("track"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._in_sight():
            place = self._place(page)
            painter.fillRect(place, Qt.GlobalColor.white)
            picture = self._pictures.get(page)
            if picture is not None:
                painter.drawImage(place, picture)
            self._paint_hits(painter, page, place)
        self._ask()

    def _paint_hits(self, painter: QPainter, page: int, place: QRect) -> None:
        if self._search is None:
            return
        shade, ring = QColor(_HIT), QColor(_HIT_NOW)
        for link in self._search.on_page(page):
            for rectangle in link.rectangles():
                on_screen = self._on_screen(rectangle, place)
                painter.fillRect(on_screen, shade)
                if _same(link, self._hit):
                    painter.setPen(QPen(ring, 2))
                    painter.drawRect(on_screen.adjusted(-2, -2, 2, 2))

    def _on_screen(self, rectangle: QRectF, place: QRect) -> QRectF:
        return QRectF(rectangle.topLeft() * self._zoom + place.topLeft(), rectangle.size() * self._zoom)

    def _bring(self, link: QPdfLink) -> None:
        """Scroll only if the hit is out of sight, and then leave room above it."""
        place = self._on_screen(
            link.rectangles()[0] if link.rectangles() else QRectF(link.location(), QSizeF(1, 1)),
            self._place(link.page()),
        ).toRect()
        if not self.viewport().rect().adjusted(0, 4, 0, -4).contains(place):
            vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
            vertical.setValue(vertical.value() + place.top() - self.viewport().height() // 3)
            horizontal.setValue(horizontal.value() + place.left() - self.viewport().width() // 3)

    def _rescale(self, zoom: float) -> None:
        """Keep the place at the top while the size changes."""
        page = self._page
        down = (self.verticalScrollBar().value() - self._tops[page]) / self._zoom if self._sizes else 0.0
        self._zoom = zoom
        self._measure()
        self.go_to(page, max(0.0, down))
        self.zoom_changed.emit()

    def _measure(self) -> None:
        """Where every page is, and how far one can scroll."""
        gap, room = self._theme.px(_GAP), self.viewport().size()
        widest = max((size.width() for size in self._sizes), default=1.0)
        if self._fit:
            self._zoom = max(0.01, min(ZOOM_MOST, (room.width() - 2 * gap) / widest))
        self._tops = [0]
        for size in self._sizes:
            self._tops.append(self._tops[-1] + round(size.height() * self._zoom) + gap)
        width = round(widest * self._zoom) + 2 * gap
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(room.height())
        vertical.setSingleStep(self._theme.px(40))
        vertical.setRange(0, max(0, self._tops[-1] + gap - room.height()))
        horizontal.setPageStep(room.width())
        horizontal.setSingleStep(self._theme.px(40))
        horizontal.setRange(0, 0 if self._fit else max(0, width - room.width()))
        self.viewport().update()

    def _place(self, page: int) -> QRect:
        """A page on the viewport."""
        size = self._sizes[page] * self._zoom
        width, height = round(size.width()), round(size.height())
        room = self.viewport().width()
        whole = self.horizontalScrollBar().maximum() + room
        left = (whole - width) // 2 - self.horizontalScrollBar().value()
        return QRect(
            left, self._tops[page] + self._theme.px(_GAP) - self.verticalScrollBar().value(), width, height
        )

    def _in_sight(self) -> list[int]:
        view = self.viewport().rect()
        first = self._at(self.verticalScrollBar().value())
        found: list[int] = []
        for page in range(first, len(self._sizes)):
            place = self._place(page)
            if place.top() > view.bottom():
                break
            if place.bottom() >= 0:
                found.append(page)
        return found

    def _at(self, height: int) -> int:
        """The page at a height of the whole."""
        return max(0, min(bisect_right(self._tops, height) - 1, len(self._sizes) - 1))

    def _wanted(self, page: int) -> QSize:
        """How large a page is rendered."""
        size = self._place(page).size().toSizeF() * self.devicePixelRatioF()
        pixels = size.width() * size.height()
        if pixels > _MOST_PIXELS:
            size *= (_MOST_PIXELS / pixels) ** 0.5
        return size.toSize()

    def _ask(self) -> None:
        """Have the next page in sight rendered: one at a time, none that was scrolled by."""
        if self._asked is not None:
            return
        for page in self._in_sight():
            picture, wanted = self._pictures.get(page), self._wanted(page)
            if (picture is None or picture.size() != wanted) and not wanted.isEmpty():
                self._asked = page
                self._renderer.requestPage(page, wanted)
                return

    def _on_rendered(
        self, page: int, size: QSize, image: QImage, options: QPdfDocumentRenderOptions, request: int
    ) -> None:
        if page != self._asked:  # of the document before
            return
        self._asked = None
        self._pictures.pop(page, None)
        self._pictures[page] = image if not image.isNull() else _blank(size)
        self._drop_far_ones()
        self.viewport().update()

    def _drop_far_ones(self) -> None:
        seen = set(self._in_sight())
        others = [page for page in self._pictures if page not in seen]
        kept = sum(self._pictures[page].sizeInBytes() for page in others)
        for page in others:
            if kept <= KEPT_BYTES:
                return
            kept -= self._pictures.pop(page).sizeInBytes()

    def _on_scrolled(self, value: int) -> None:
        if self._sizes:
            self._note_page(self._at(value + self.viewport().height() // 3))
        self.viewport().update()

    def _note_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)


def _same(one: QPdfLink | None, other: QPdfLink | None) -> bool:
    if one is None or other is None:
        return False
    return (one.page(), one.location()) == (other.page(), other.location())


def _blank(size: QSize) -> QImage:
    """What a page is that can't be rendered: it isn't asked for again and again."""
    blank = QImage(size, QImage.Format.Format_Grayscale8)
    blank.fill(Qt.GlobalColor.white)
    return blank
