"""The participants' documents in the juror's window: listed, taken in, marked, opened."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from kipp_desktop.app import Desktop
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.services import attachments, jurors
from tests.gui import juror_desks

pytest_plugins = ["tests.gui.juror_around"]
PATIENCE = 20_000
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(home):
    """A juror who has begun, and is greeted no more."""
    made = juror_desks.desk(home / "acara")
    juror_desks.give(made, "01", 90)
    return made


def drop(window, *paths: Path) -> None:
    """Drop files on the window as a person does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_dropped_folder_brings_the_listed_documents_to_their_participant(window, home, qtbot):
    window.go_to("03")
    card = window.screen_.side.documents
    assert card.buttons == []
    juror_desks.put_documents(home / "flashdisk" / "dokumen")
    drop(window, home / "flashdisk" / "dokumen")
    qtbot.waitUntil(lambda: len(card.buttons) == 2, timeout=PATIENCE)
    assert [button.document.name for button in card.buttons] == ["Proposal PELITA.pdf", "Paparan final.pdf"]
    assert "2 dokumen peserta disalin" in window.notice.text()


def test_a_dropped_file_that_is_not_listed_is_marked_on_the_sheet_it_was_dropped_on(window, home, qtbot):
    window.go_to("04")
    photo = home / "Foto kegiatan.jpg"
    photo.write_bytes(b"foto")
    drop(window, photo)
    card = window.screen_.side.documents
    qtbot.waitUntil(lambda: len(card.buttons) == 1, timeout=PATIENCE)
    assert card.buttons[0].accessibleName() == "Foto kegiatan.jpg, tidak tercantum"
    assert "tidak tercantum" in window.notice.text()
    window.go_to("05")
    assert card.buttons == []


def test_a_juror_who_enrols_finds_the_documents_that_lay_beside_the_package(home, qapp, qtbot):
    issued = juror_desks.issue(home / "flashdisk")
    juror_desks.put_documents(home / "flashdisk" / "dokumen")
    desktop = Desktop(qapp)
    opening = desktop.welcome().opening
    opening.enrol(issued.package, issued.competition.id, "J-01", juror_desks.code_of(issued, "J-01"))
    qtbot.waitUntil(lambda: isinstance(desktop.window, JurorWindow), timeout=PATIENCE)
    window = desktop.window
    window.go_to("03")
    qtbot.waitUntil(lambda: len(window.screen_.side.documents.buttons) == 2, timeout=PATIENCE)
    window.close()
    desktop.close()


def test_a_package_brings_the_documents_beside_it(window, home, qtbot):
    juror_desks.put_documents(home / "acara" / "dokumen")
    window.go_to("03")
    window.receive(next((home / "acara").glob("*.paket")))
    qtbot.waitUntil(lambda: len(window.screen_.side.documents.buttons) == 2, timeout=PATIENCE)


def test_a_document_spoilt_on_this_laptop_is_refused_in_a_sentence(window, home, qtbot):
    window.go_to("03")
    juror_desks.put_documents(home / "dokumen")
    window.receive(home / "dokumen")
    card = window.screen_.side.documents
    qtbot.waitUntil(lambda: len(card.buttons) == 2, timeout=PATIENCE)
    card.buttons[0].document.path.write_bytes(b"%PDF-1.7 something else")
    card.buttons[0].click()
    message = window.documents.pane.message
    qtbot.waitUntil(message.isVisible, timeout=PATIENCE)
    assert "maka tidak dibuka" in message._words.text()


@pytest.fixture
def reader(window, home, qtbot):
    """A window on the third participant's sheet, whose documents are here."""
    window.go_to("03")
    juror_desks.put_documents(home / "dokumen")
    attachments.take_in(window.desk, [home / "dokumen"], "", _silent)
    window.documents.refresh()
    return window


def _silent(done: int, total: int, what: str) -> None:
    """Nobody watches."""


def shown(window, qtbot) -> None:
    """Wait until the pages are there."""
    pane = window.documents.pane
    qtbot.waitUntil(lambda: pane.readable, timeout=PATIENCE)


def test_one_key_opens_the_document_and_the_keys_stay_in_the_sheet(reader, qtbot):
    field = reader.focusWidget()
    QTest.keyClick(field, Qt.Key.Key_D, CONTROL)
    shown(reader, qtbot)
    assert reader.documents.pane.isVisible()
    assert reader.sheet.isVisible()
    QTest.keyClicks(reader.focusWidget(), "85")
    QTest.keyClick(reader.focusWidget(), Qt.Key.Key_PageDown, CONTROL)
    assert (field.text(), reader.documents.pane.pages.page) == ("85", 1)


def test_a_document_that_is_clicked_on_opens_beside_the_sheet(reader, qtbot):
    reader.screen_.side.documents.buttons[1].click()
    shown(reader, qtbot)
    pane = reader.documents.pane
    assert (pane.document.name, pane.bar.page_box.maximum()) == ("Paparan final.pdf", 12)
    assert reader.focusWidget() is pane.pages, reader.focusWidget()


def test_the_page_is_remembered_for_each_document_and_after_a_restart(reader, around, qtbot):
    documents = reader.documents
    documents.toggle()
    shown(reader, qtbot)
    documents.turn(16)
    pane = documents.pane
    pane.bar.names.activated.emit(1)
    qtbot.waitUntil(lambda: pane.readable and pane.bar.page_box.maximum() == 12, timeout=PATIENCE)
    assert pane.pages.page == 0
    documents.turn(4)
    reader.close()
    again = JurorWindow(around, jurors.open_desk(reader.desk.store.folder))
    qtbot.addWidget(again)
    again.show()
    again.go_to("03")
    again.documents.toggle()
    shown(again, qtbot)
    assert again.documents.pane.pages.page == 16
    again.documents.pane.bar.names.activated.emit(1)
    qtbot.waitUntil(lambda: again.documents.pane.bar.page_box.maximum() == 12, timeout=PATIENCE)
    assert again.documents.pane.pages.page == 4
    again.close()


def test_a_shut_pane_lets_go_of_the_file_and_comes_back_at_the_page(reader, qtbot):
    documents = reader.documents
    documents.toggle()
    shown(reader, qtbot)
    documents.turn(9)
    documents.toggle()
    assert not documents.pane.isVisible()
    assert not documents.pane.readable
    documents.toggle()
    shown(reader, qtbot)
    assert documents.pane.pages.page == 9


def test_words_are_found_from_the_page_that_is_read_onwards(reader, qtbot):
    reader.documents.toggle()
    shown(reader, qtbot)
    pane = reader.documents.pane
    reader.documents.turn(6)
    QTest.keyClick(reader.focusWidget(), Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert pane.search.text.hasFocus()
    QTest.keyClicks(pane.search.text, "posyandu")
    QTest.keyClick(pane.search.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.search.hits.count == 4 and not pane.search.hits.busy, timeout=PATIENCE)
    assert (pane.search.hits.position, pane.search.hits.current.page()) == (2, 9)
    assert pane.search.text.accessibleDescription() == "2 dari 4"
    QTest.keyClick(pane.search.text, Qt.Key.Key_Return)
    assert pane.search.hits.current.page() == 14
    QTest.keyClick(reader.focusWidget(), Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(reader.focusWidget(), Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert pane.search.hits.current.page() == 4
    QTest.keyClick(pane.search.text, Qt.Key.Key_Escape)
    assert (pane.search.isVisible(), pane.search.hits.count) == (False, 0)


def test_a_word_that_is_not_there_is_said_to_be_not_there(reader, qtbot):
    reader.documents.toggle()
    shown(reader, qtbot)
    search = reader.documents.pane.search
    reader.documents.find()
    QTest.keyClicks(search.text, "helikopter")
    qtbot.waitUntil(lambda: search.text.accessibleDescription() == "tidak ada", timeout=PATIENCE)


def test_reading_with_the_whole_width_and_back_by_one_key(reader, qtbot):
    QTest.keyClick(reader.focusWidget(), Qt.Key.Key_F11)
    shown(reader, qtbot)
    pane = reader.documents.pane
    assert pane.width() == reader.width()
    assert not reader.sheet.isVisible()
    QTest.keyClick(reader.focusWidget(), Qt.Key.Key_Escape)
    assert reader.sheet.isVisible()
    assert pane.isVisible()
    assert reader.sheet.cards["kebaruan"].input.hasFocus()


def test_the_pane_turns_to_the_next_participant_and_says_that_there_is_nothing(reader, qtbot):
    reader.documents.toggle()
    shown(reader, qtbot)
    reader.go_to("04")
    pane = reader.documents.pane
    assert not pane.readable
    assert "tidak menyertakan dokumen" in pane.message._words.text()
    reader.go_to("03")
    shown(reader, qtbot)


def test_a_missing_document_is_answered_in_place(window, qtbot):
    window.go_to("03")
    window.documents.toggle()
    message = window.documents.pane.message
    qtbot.waitUntil(message.isVisible, timeout=PATIENCE)
    assert "tidak ada di laptop ini" in message._words.text()
    assert window.notice.text() == ""


def test_what_is_said_in_place_of_the_pages_follows_the_language(window, languages, qtbot):
    window.go_to("03")
    window.documents.toggle()
    message = window.documents.pane.message
    qtbot.waitUntil(message.isVisible, timeout=PATIENCE)
    languages.use("en")
    qtbot.waitUntil(lambda: "isn't on this laptop" in message._words.text(), timeout=PATIENCE)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"this is no PDF", "bukan PDF yang utuh"), (b"%PDF-1.7\n%%EOF", "bukan PDF yang utuh")],
)
def test_a_file_that_is_no_pdf_is_answered_in_place(window, home, qtbot, data, said):
    window.go_to("04")
    (home / "Laporan.pdf").write_bytes(data)
    window.receive(home / "Laporan.pdf")
    qtbot.waitUntil(lambda: len(window.screen_.side.documents.buttons) == 1, timeout=PATIENCE)
    window.screen_.side.documents.buttons[0].click()
    message = window.documents.pane.message
    qtbot.waitUntil(message.isVisible, timeout=PATIENCE)
    assert said in message._words.text()


def test_a_document_with_a_password_is_answered_in_place(window, home, qtbot):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(juror_desks.pdf(1, "Rahasia"))))
    writer.encrypt("kata sandi", algorithm="AES-256")
    writer.write(home / "Rahasia.pdf")
    window.go_to("04")
    window.receive(home / "Rahasia.pdf")
    qtbot.waitUntil(lambda: len(window.screen_.side.documents.buttons) == 1, timeout=PATIENCE)
    window.screen_.side.documents.buttons[0].click()
    message = window.documents.pane.message
    qtbot.waitUntil(message.isVisible, timeout=PATIENCE)
    assert "dikunci dengan kata sandi" in message._words.text()


def test_a_slide_show_of_another_kind_is_opened_elsewhere_only_when_asked(window, home, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", asked.append)
    window.go_to("04")
    (home / "Paparan.pptx").write_bytes(b"PK")
    window.receive(home / "Paparan.pptx")
    qtbot.waitUntil(lambda: len(window.screen_.side.documents.buttons) == 1, timeout=PATIENCE)
    window.screen_.side.documents.buttons[0].click()
    assert asked == []
    window.documents.pane.message.asked.emit()
    assert asked[0].toLocalFile().endswith("Paparan.pptx")


def test_the_page_is_as_wide_as_the_pane_and_larger_when_asked(reader, qtbot):
    reader.documents.toggle()
    shown(reader, qtbot)
    pages = reader.documents.pane.pages
    fitted = pages.zoom
    assert pages.fits_width
    assert pages.horizontalScrollBar().maximum() == 0
    QTest.keyClick(pages, Qt.Key.Key_Plus)
    assert pages.zoom > fitted
    assert pages.horizontalScrollBar().maximum() > 0
    QTest.keyClick(pages, Qt.Key.Key_0)
    assert pages.zoom == fitted


@pytest.mark.parametrize(("width", "comes_back"), [(1500, True), (1366, False)])
def test_a_pane_that_was_left_open_comes_back_only_where_there_is_room(
    reader, around, qtbot, width, comes_back
):
    reader.documents.toggle()
    shown(reader, qtbot)
    reader.close()
    again = JurorWindow(around, jurors.open_desk(reader.desk.store.folder))
    qtbot.addWidget(again)
    again.resize(width, 768)
    again.show()
    assert again.documents.pane is None
    again.documents._reopen.stop()
    again.documents._open_as_left()
    assert (again.documents.pane is not None) == comes_back
    qtbot.waitUntil(lambda: not around.tasks.busy, timeout=PATIENCE)
    again.close()


def test_a_poster_fits_the_pane_and_a_page_that_cannot_be_rendered_stays_white(theme, qtbot, tmp_path):
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage
    from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

    from kipp_desktop.gui.widgets.pdf_pages import PdfPages

    writer = PdfWriter()
    writer.add_blank_page(10_000, 14_000)
    writer.write(tmp_path / "poster.pdf")
    document, pages = QPdfDocument(), PdfPages(theme)
    qtbot.addWidget(pages)
    document.load(str(tmp_path / "poster.pdf"))
    pages.resize(400, 500)
    pages.show()
    pages.show_document(document)
    assert pages.horizontalScrollBar().maximum() == 0
    assert pages._place(0).width() <= 400
    pages._asked = 0
    pages._on_rendered(0, QSize(30, 42), QImage(), QPdfDocumentRenderOptions(), 1)
    assert pages._pictures[0].size() == QSize(30, 42)
    pages.show_document(None)
