"""The participants' documents in the juror's window: listed, taken in, marked, opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.gui import juror_desks

pytest_plugins = ["tests.gui.juror_around"]
PATIENCE = 20_000


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
    qtbot.waitUntil(lambda: "maka tidak dibuka" in window.notice.text(), timeout=PATIENCE)
