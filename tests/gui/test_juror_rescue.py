"""A disk that takes nothing more: said plainly, nothing given is lost, and a copy goes to the stick."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import safe_write
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.services import checking, jurors, merging, receiving, scoring
from kipp_desktop.services.masters import open_master
from tests.gui.juror_desks import STAGE

pytest_plugins = ["tests.gui.juror_around"]

LEFT = Qt.MouseButton.LeftButton


def _read_only(window: JurorWindow, on: bool) -> None:
    """SQLite itself refuses every write, as on a disk that the system has turned read-only."""
    _tell_sqlite(window, f"query_only={int(on)}")


def _tell_sqlite(window: JurorWindow, pragma: str) -> None:
    with window.desk.store.database.begin(looking=True) as connection:
        connection.exec_driver_sql(f"PRAGMA {pragma}")


def _full(window: JurorWindow) -> None:
    """SQLite finds no further page, as on a full disk."""
    _tell_sqlite(window, "max_page_count=1")
    for length in (3000, 300, 60):
        with pytest.raises(UserError) as caught:
            for _ in range(200):
                scoring.write_comment(window.desk, STAGE, "10", "", "private", "x" * length)
        assert caught.value.code == "store.full"


def _give(window: JurorWindow, *values: str) -> None:
    for value in values:
        QTest.keyClicks(window.focusWidget(), value)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)


def _rescued(window: JurorWindow, folder: Path) -> Path:
    window.rescue.open()
    dialog = window.rescue.dialog
    dialog.destination.set_folder(folder)
    QTest.mouseClick(dialog.confirm, LEFT)
    return folder / "nilai-J-01-kipp-kabupaten-contoh-2024-darurat.nilai"


@pytest.mark.parametrize("fault", ["read-only", "full"])
def test_what_the_disk_refuses_reaches_the_organiser_by_an_emergency_copy(window, home, fault):
    _give(window, "90")
    _read_only(window, True) if fault == "read-only" else _full(window)
    _give(window, "88", "0")
    window.sheet.comments.boxes["praise"].setFocus()
    QTest.keyClicks(window.sheet.comments.boxes["praise"], "Rapi")
    QTest.keyClicks(window.sheet.comments.boxes["private"], "rahasia")
    window.sheet.settle()
    assert window.screen_.header.saved.text() == "Belum tersimpan"
    assert [card.input.text() for card in window.sheet.cards.values()] == ["90", "88", "0", "", ""]
    window.laptop.refresh()
    assert window.screen_.standing.unsaved.text().startswith("4 isian belum tersimpan")
    assert scoring.sheet(window.desk, STAGE, "01").values == (9000, None, None, None, None)

    path = _rescued(window, home)
    assert "boleh dicabut" in window.notice.text()
    master = open_master(home / "acara" / "contoh.kipp")
    assert [outcome.outcome for outcome in merging.apply(master, [path])] == ["accepted"]
    with master.store.begin() as tx:
        (payload,) = tx.payloads()
    text = str(payload)
    assert "Rapi" in text and "rahasia" not in text
    master.close()
    window.close()
    assert not window.isVisible(), "what is on the stick may be left behind"


def test_another_laptop_takes_the_emergency_copy_in_and_goes_on(window, home):
    _give(window, "90")
    _read_only(window, True)
    _give(window, "88")
    path = _rescued(window, home)
    code = (home / "acara" / "kode.txt").read_text("ascii")
    other = jurors.enrol(next((home / "acara").glob("*.paket")), "J-01", code, home / "lain")
    receiving.receive(other, path)
    assert scoring.sheet(other, STAGE, "01").values[:2] == (9000, 8800)
    other.close()


def test_once_the_disk_takes_it_everything_is_stored_in_one_go(window, home):
    _read_only(window, True)
    _give(window, "90", "88")
    assert not window.rescue.retry()
    _read_only(window, False)
    assert window.rescue.retry()
    assert scoring.sheet(window.desk, STAGE, "01").values[:2] == (9000, 8800)
    assert window.screen_.header.saved.text().startswith("Tersimpan ")
    window.laptop.refresh()
    assert not window.screen_.standing.unsaved.text()
    assert all(found.ok for found in checking.check_juror(window.desk))


def test_a_window_with_unsaved_values_stays_open_and_asks(window, home):
    _read_only(window, True)
    _give(window, "90")
    window.close()
    assert window.isVisible()
    assert window.rescue.dialog.isVisible()
    window.rescue.dialog.reject()
    _read_only(window, False)
    window.close()
    assert not window.isVisible()


def test_a_stick_that_is_full_too_is_said_and_nothing_is_taken_for_rescued(window, home, monkeypatch):
    _read_only(window, True)
    _give(window, "90")

    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(safe_write, "_write_through", no_space)
    _rescued(window, home)
    assert "darurat" in window.notice.text()
    window.close()
    assert window.isVisible()
    window.rescue.dialog.reject()
    _read_only(window, False)
